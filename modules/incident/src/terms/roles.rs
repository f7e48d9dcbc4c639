// SPDX-License-Identifier: EUPL-1.2
//! Role cards: who has a function in a crisis, and the first five things that function does here.
//! For whoever last did this a year ago. The functions are those of the crisis teams
//! (`docs/sources.md`); the five steps are ours, because they are about this record.

/// A function with its first five steps; step `n` of role `r` is `incident-role-{r}-{n}` on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// Its name; `incident-role-{name}` on screen.
    pub name: &'static str,
    /// Where each step is done: what follows the address of the incident, or a form after `:`.
    pub steps: [&'static str; 5],
}

/// The role cards, from the control room up.
pub const ROLES: &[Role] = &[
    Role {
        name: "control-room",
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
        steps: ["", "/facts", "/log", ":incident/part/share", "/past"],
    },
    Role {
        name: "communication",
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
        steps: [
            "",
            ":incident/scale/set",
            ":incident/part/share",
            ":incident/bottleneck/raise",
            "/questions",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

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
