// SPDX-License-Identifier: EUPL-1.2
//! Role cards: who has a function in a crisis, and the first five things that function does here.
//! For whoever last did this a year ago. The functions are those of the crisis teams
//! (`docs/sources.md`); the five steps are ours, because they are about this record.

/// A function with its first five steps; step `n` of role `r` is `incident-role-{r}-{n}` on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// Its name; `incident-role-{name}` on screen.
    pub name: &'static str,
    /// The teams in which whoever writes for the team has this function.
    pub teams: &'static [&'static str],
    /// Where each step is done: what follows the address of the incident, or a form after `:`.
    pub steps: [&'static str; 5],
}

/// The role cards, from the control room up.
pub const ROLES: &[Role] = &[
    Role {
        name: "control-room",
        teams: &["control-room"],
        steps: [
            "",
            "/log",
            ":incident/scale/set",
            ":incident/team/assemble",
            ":incident/part/share",
        ],
    },
    Role {
        name: "copi-leader",
        teams: &["copi"],
        steps: [
            "",
            ":incident/team/assemble",
            ":incident/part/share",
            "/actions",
            "/bottlenecks",
        ],
    },
    Role {
        name: "operational-leader",
        teams: &["rot"],
        steps: [
            "",
            ":incident/scale/set",
            "/bottlenecks",
            "/decisions",
            "/actions",
        ],
    },
    Role {
        name: "information-manager",
        teams: &["information", "locc", "kcr2", "ncc", "dcc"],
        steps: [
            "",
            ":incident/direction/take",
            "/questions",
            ":incident/synthesis/publish",
            "/reports",
        ],
    },
    Role {
        name: "plotter",
        teams: &[],
        steps: ["", "/facts", "/log", ":incident/part/share", "/past"],
    },
    Role {
        name: "communication",
        teams: &["communication", "nkc"],
        steps: [
            "",
            "/facts",
            ":incident/part/share",
            "/questions",
            "/decisions",
        ],
    },
    Role {
        name: "note-taker",
        teams: &[],
        steps: [
            "/decisions",
            ":incident/meeting/call",
            ":incident/decision/take",
            "/actions",
            "/log",
        ],
    },
    Role {
        name: "policy-team",
        teams: &["gbt", "rbt", "iao", "iccb", "mccb"],
        steps: [
            "",
            "/bottlenecks",
            "/decisions",
            ":incident/scale/set",
            "/past",
        ],
    },
    Role {
        name: "liaison",
        teams: &[
            "liaison",
            "vital",
            "fire",
            "police",
            "health",
            "population",
            "water",
        ],
        steps: [
            "",
            ":incident/part/share",
            "/actions",
            "/questions",
            "/bottlenecks",
        ],
    },
    Role {
        name: "island-coordinator",
        teams: &["island-desk"],
        steps: [
            "",
            ":incident/scale/set",
            ":incident/part/share",
            ":incident/bottleneck/raise",
            "/questions",
        ],
    },
];

/// The role of whoever writes for a team; none for the organisation itself.
pub fn of_team(team: &str) -> Option<&'static Role> {
    ROLES.iter().find(|role| role.teams.contains(&team))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::teams::TEAMS;

    #[test]
    fn every_team_has_one_card_and_no_card_has_another_team() {
        for team in TEAMS {
            let cards = ROLES.iter().filter(|role| role.teams.contains(team));
            assert_eq!(cards.count(), 1, "{team}");
        }
        let all = ROLES.iter().flat_map(|role| role.teams);
        assert!(all.into_iter().all(|team| TEAMS.contains(team)));
        assert_eq!(of_team(""), None);
    }

    #[test]
    fn every_role_begins_with_looking_or_with_the_meeting() {
        for role in ROLES {
            let first = role.steps.first();
            assert!(
                first.is_some_and(|step| !step.starts_with(':')),
                "{}",
                role.name
            );
        }
    }
}
