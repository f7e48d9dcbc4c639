// SPDX-License-Identifier: EUPL-1.2
//! The words that the standard lets a sender choose from.

/// A list of words: an enum with a variant for each, its names as in the file, and back.
macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// All of them, in the order of the standard.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// Their names in a file, in the same order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($variant),)+];

            /// Its name in a file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($variant),)+
                }
            }

            /// The one with this name; white space around it and capitals do not matter, for the
            /// schema says what is wrong with those.
            #[must_use]
            pub fn from_name(text: &str) -> Option<Self> {
                let exact = Self::ALL.iter().copied().find(|it| it.name() == text);
                exact.or_else(|| {
                    let text = text.trim();
                    Self::ALL.iter().copied().find(|it| it.name().eq_ignore_ascii_case(text))
                })
            }
        }
    };
}

choice! {
    /// What an alert is for (`status`).
    Status {
        /// All who receive it should act on it.
        Actual,
        /// Only those who take part in the exercise act on it.
        Exercise,
        /// About the alerting network itself.
        System,
        /// A technical test: disregard.
        Test,
        /// A draft: not to be acted on.
        Draft,
    }
}

choice! {
    /// What an alert does to earlier ones (`msgType`).
    MessageType {
        /// New information.
        Alert,
        /// Replaces what it refers to.
        Update,
        /// Takes back what it refers to.
        Cancel,
        /// Confirms that what it refers to was received.
        Ack,
        /// Refuses what it refers to.
        Error,
    }
}

choice! {
    /// Who may see an alert (`scope`).
    Scope {
        /// Everybody.
        Public,
        /// Those who fall under its restriction.
        Restricted,
        /// Those whom it is addressed to.
        Private,
    }
}

choice! {
    /// The kind of event (`category`).
    Category {
        /// Of the earth: landslide, earthquake.
        Geo,
        /// Of the weather, floods included.
        Met,
        /// Emergency and public safety.
        Safety,
        /// Law enforcement, military, homeland security.
        Security,
        /// Rescue and recovery.
        Rescue,
        /// Fire fighting.
        Fire,
        /// Medical and public health.
        Health,
        /// Pollution and other environment.
        Env,
        /// Transport, public and private.
        Transport,
        /// Utilities, telecommunication, other infrastructure.
        Infra,
        /// Chemical, biological, radiological, nuclear, explosive.
        CBRNE,
        /// Anything else.
        Other,
    }
}

choice! {
    /// What people should do (`responseType`).
    Response {
        /// Take shelter.
        Shelter,
        /// Leave.
        Evacuate,
        /// Make ready.
        Prepare,
        /// Do what was planned beforehand.
        Execute,
        /// Stay away. Not in CAP 1.1.
        Avoid,
        /// Keep informed.
        Monitor,
        /// Judge what is in this message.
        Assess,
        /// The threat is over. Not in CAP 1.1.
        AllClear,
        /// Nothing.
        None,
    }
}

/// The names of [`Response`] that CAP 1.1 has.
pub(crate) const RESPONSES_OF_1_1: &[&str] = &[
    "Shelter", "Evacuate", "Prepare", "Execute", "Monitor", "Assess", "None",
];

choice! {
    /// How soon people should act (`urgency`).
    Urgency {
        /// At once.
        Immediate,
        /// Within the hour.
        Expected,
        /// In the near future.
        Future,
        /// No longer.
        Past,
        /// Not known.
        Unknown,
    }
}

choice! {
    /// How bad it is (`severity`).
    Severity {
        /// Extraordinary threat.
        Extreme,
        /// Significant threat.
        Severe,
        /// Possible threat.
        Moderate,
        /// Minimal threat.
        Minor,
        /// Not known.
        Unknown,
    }
}

choice! {
    /// How sure it is (`certainty`).
    Certainty {
        /// It happened or goes on.
        Observed,
        /// More likely than not.
        Likely,
        /// Not likely, but it can be.
        Possible,
        /// Not expected.
        Unlikely,
        /// Not known.
        Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::{Category, Response, Status};

    #[test]
    fn a_name_leads_back_to_its_word() {
        for category in Category::ALL {
            assert_eq!(Category::from_name(category.name()), Some(*category));
        }
        assert_eq!(Status::from_name(" actual\n"), Some(Status::Actual));
        assert_eq!(Response::from_name("Run"), Option::None);
    }
}
