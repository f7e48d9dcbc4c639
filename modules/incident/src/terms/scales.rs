// SPDX-License-Identifier: EUPL-1.2
//! How far organisations scaled up, each on the scale that it has itself. There is no scale of the
//! whole: two regions may stand at different levels of one crisis, and none overrides the other.

/// A scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Its name; its levels are `{name}-{level}`.
    pub name: &'static str,
    /// Its levels, upwards.
    pub levels: &'static [&'static str],
    /// True when its levels were checked at their source (`docs/sources.md`); else the screen says
    /// that nobody did.
    pub checked: bool,
}

/// The scales: the coordinated regional procedure (GRIP, in the crisis plan of each region); the
/// emergency support functions of the islands; the coordination phases of water boards; the acute
/// care of a region; the states of an electricity system (Regulation (EU) 2017/1485, article 18);
/// the national structure (national handbook of crisis management, 2022).
pub const SCALES: &[Scale] = &[
    Scale {
        name: "grip",
        levels: &["grip-0", "grip-1", "grip-2", "grip-3", "grip-4", "grip-5"],
        checked: true,
    },
    Scale {
        name: "island",
        levels: &["island-watch", "island-partial", "island-full"],
        checked: false,
    },
    Scale {
        name: "water",
        levels: &["water-0", "water-1", "water-2", "water-3", "water-4"],
        checked: false,
    },
    Scale {
        name: "health",
        levels: &[
            "health-green",
            "health-yellow",
            "health-orange",
            "health-red",
        ],
        checked: false,
    },
    Scale {
        name: "grid",
        levels: &[
            "grid-normal",
            "grid-alert",
            "grid-emergency",
            "grid-blackout",
            "grid-restoration",
        ],
        checked: true,
    },
    Scale {
        name: "state",
        levels: &["state-dcc", "state-iao", "state-iccb", "state-mccb"],
        checked: true,
    },
];

/// Every level of every scale, as a form offers them.
pub const LEVELS: &[&str] = &[
    "grip-0",
    "grip-1",
    "grip-2",
    "grip-3",
    "grip-4",
    "grip-5",
    "island-watch",
    "island-partial",
    "island-full",
    "water-0",
    "water-1",
    "water-2",
    "water-3",
    "water-4",
    "health-green",
    "health-yellow",
    "health-orange",
    "health-red",
    "grid-normal",
    "grid-alert",
    "grid-emergency",
    "grid-blackout",
    "grid-restoration",
    "state-dcc",
    "state-iao",
    "state-iccb",
    "state-mccb",
];

/// The scale that a level is of.
pub fn scale_of(level: &str) -> Option<&'static Scale> {
    SCALES.iter().find(|scale| scale.levels.contains(&level))
}

/// How high a level is on its scale, from 0.
pub fn height(level: &str) -> Option<usize> {
    scale_of(level)?.levels.iter().position(|it| *it == level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_offers_every_level_of_every_scale() {
        let of_scales: Vec<&str> = SCALES.iter().flat_map(|it| it.levels).copied().collect();
        assert_eq!(of_scales, LEVELS);
        for scale in SCALES {
            for (at, level) in scale.levels.iter().enumerate() {
                assert!(level.starts_with(&format!("{}-", scale.name)), "{level}");
                assert_eq!(height(level), Some(at));
            }
        }
        assert_eq!(height("grip-9"), None);
    }
}
