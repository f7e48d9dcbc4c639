// SPDX-License-Identifier: EUPL-1.2
//! How fields are declared.

use super::{Field, Shape};

impl Field {
    /// A field that must be filled in.
    pub const fn required(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            shape,
            required: true,
            given: false,
            many: false,
            together: None,
            file: None,
            symbols: false,
            waits: false,
            later: false,
        }
    }

    /// A field that may be left empty.
    pub const fn optional(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            shape,
            required: false,
            given: false,
            many: false,
            together: None,
            file: None,
            symbols: false,
            waits: false,
            later: false,
        }
    }

    /// A field that the page fills in.
    pub const fn given(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            shape,
            required: true,
            given: true,
            many: false,
            together: None,
            file: None,
            symbols: false,
            waits: false,
            later: false,
        }
    }

    /// A field that the page fills in, of a verb that can be done for several things at once.
    pub const fn given_many(name: &'static str, shape: Shape) -> Self {
        let mut field = Self::given(name, shape);
        field.many = true;
        field
    }

    /// The same, typed in by several people at once: one text for each combination of the given
    /// fields and these.
    #[must_use]
    pub const fn together(mut self, by: &'static [&'static str]) -> Self {
        self.together = Some(by);
        self
    }

    /// The same, folded away in forms until somebody wants it.
    #[must_use]
    pub const fn later(mut self) -> Self {
        self.later = true;
        self
    }

    /// The same, as the name of a set of signs.
    #[must_use]
    pub const fn of_symbols(mut self) -> Self {
        self.symbols = true;
        self
    }

    /// The same, as the moment that is filled in when the form waits for a line.
    #[must_use]
    pub const fn for_waiting(mut self) -> Self {
        self.waits = true;
        self
    }

    /// The same, and a file of this sort may be handed in in its place.
    #[must_use]
    pub const fn or_file(mut self, sort: &'static str) -> Self {
        self.file = Some(sort);
        self
    }
}
