// SPDX-License-Identifier: EUPL-1.2
//! The few words that a document gets from us. They are no `.ftl`: a document is made without a
//! request, so there is nobody to ask for a `Voice`.

use paraat_kernel::{Date, Language};

/// Words around the text, in one language.
pub(crate) struct Words {
    /// Before the number of a page: `Pagina 2 van 7`.
    pub page: &'static str,
    /// Between the number of a page and that of all pages.
    pub of: &'static str,
    /// What a document without a title is called.
    pub untitled: &'static str,
    months: [&'static str; 12],
}

const NL: Words = Words {
    page: "Pagina",
    of: "van",
    untitled: "Zonder titel",
    months: [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
};

const EN: Words = Words {
    page: "Page",
    of: "of",
    untitled: "Untitled",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};

impl Words {
    /// The words in this language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Nl => &NL,
            Language::En => &EN,
        }
    }

    /// A day in full: `25 november 2026`, `25 November 2026`.
    pub fn day(&self, date: Date) -> String {
        let index = usize::try_from(date.month() - 1).unwrap_or(0);
        let month = self.months.get(index).copied().unwrap_or("");
        format!("{} {month} {}", date.day(), date.year())
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use paraat_kernel::{Date, Language};

    #[test]
    fn a_day_is_written_in_full() {
        let date: Date = "2026-12-01".parse().unwrap();
        assert_eq!(Words::of(Language::Nl).day(date), "1 december 2026");
        assert_eq!(Words::of(Language::En).day(date), "1 December 2026");
    }
}
