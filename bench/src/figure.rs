// SPDX-License-Identifier: EUPL-1.2
//! A figure: a ratio of pairs that were measured one after the other, and what it should be.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::{Outcome, machine};

/// What a ratio should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// At least this.
    AtLeast(f64),
    /// At most this.
    AtMost(f64),
    /// Nothing: it is reported.
    None,
}

/// One figure.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Number of the figure it belongs to.
    pub number: &'static str,
    /// What is compared.
    pub title: String,
    /// Unit of both sides.
    pub unit: &'static str,
    /// Ours and the yardstick, for each pair. Without a yardstick the second is 0.
    pub pairs: Vec<(f64, f64)>,
    /// What the median ratio should be; for a figure without yardstick, what ours should be.
    pub limit: Limit,
    /// Why it was not measured.
    pub not_measured: Option<String>,
}

/// The middle one; the mean of the two middle ones of an even number.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.get(sorted.len() / 2).copied();
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2).copied();
    upper
        .zip(lower)
        .map_or(f64::NAN, |(a, b)| f64::midpoint(a, b))
}

impl Figure {
    /// A figure with a yardstick.
    pub fn ratio(
        number: &'static str,
        title: impl Into<String>,
        unit: &'static str,
        pairs: Vec<(f64, f64)>,
        limit: Limit,
    ) -> Self {
        Self {
            number,
            title: title.into(),
            unit,
            pairs,
            limit,
            not_measured: None,
        }
    }

    /// A figure of its own.
    pub fn value(
        number: &'static str,
        title: impl Into<String>,
        unit: &'static str,
        value: f64,
        limit: Limit,
    ) -> Self {
        Self::ratio(number, title, unit, vec![(value, 0.0)], limit)
    }

    /// A figure that could not be measured here.
    pub fn not_measured(number: &'static str, title: &str, why: &str) -> Self {
        let not_measured = Some(why.to_owned());
        Self {
            not_measured,
            ..Self::ratio(number, title, "", Vec::new(), Limit::None)
        }
    }

    fn has_yardstick(&self) -> bool {
        self.pairs.iter().any(|(_, yardstick)| *yardstick > 0.0)
    }

    /// What is held against the limit.
    fn outcome(&self) -> f64 {
        if self.has_yardstick() {
            median(self.pairs.iter().map(|(ours, yardstick)| ours / yardstick))
        } else {
            median(self.pairs.iter().map(|(ours, _)| *ours))
        }
    }

    /// True when it was measured and is not what it should be.
    pub fn missed(&self) -> bool {
        match self.limit {
            _ if self.not_measured.is_some() => false,
            Limit::AtLeast(least) => self.outcome() < least,
            Limit::AtMost(most) => self.outcome() > most,
            Limit::None => false,
        }
    }

    fn limit_text(&self) -> String {
        match self.limit {
            Limit::AtLeast(least) => format!(">= {least}"),
            Limit::AtMost(most) => format!("<= {most}"),
            Limit::None => "reported".to_owned(),
        }
    }

    fn line(&self) -> String {
        let (number, title) = (self.number, &self.title);
        if let Some(why) = &self.not_measured {
            return format!("{number:<3} {title:<64} not measured: {why}");
        }
        let ours = shown(median(self.pairs.iter().map(|(ours, _)| *ours)));
        let limit = self.limit_text();
        let verdict = if self.missed() { "MISSED" } else { "" };
        let (ratio, yardstick) = if self.has_yardstick() {
            let theirs = shown(median(self.pairs.iter().map(|(_, yardstick)| *yardstick)));
            let ratios = self.pairs.iter().map(|(ours, yardstick)| ours / yardstick);
            let least = ratios.clone().fold(f64::INFINITY, f64::min);
            let most = ratios.fold(0.0, f64::max);
            (
                format!("{:.2} ({least:.2}-{most:.2})", self.outcome()),
                theirs,
            )
        } else {
            ("-".to_owned(), "-".to_owned())
        };
        let unit = self.unit;
        let figures = format!("{ratio:>18} {limit:>9} {ours:>10} {yardstick:>10}");
        format!("{number:<3} {title:<64} {figures} {unit} {verdict}")
    }

    fn json(&self) -> Value {
        let known = self.not_measured.is_none();
        json!({
            "figure": self.number,
            "title": self.title,
            "unit": self.unit,
            "limit": self.limit_text(),
            "outcome": known.then(|| self.outcome()),
            "missed": self.missed(),
            "pairs": self.pairs,
            "notMeasured": self.not_measured,
        })
    }
}

fn shown(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.2}")
    }
}

/// All figures as a table.
pub fn table(figures: &[Figure]) -> String {
    let mut table = format!(
        "{:<3} {:<64} {:>18} {:>9} {:>10} {:>10}\n",
        "", "figure", "ratio (least-most)", "limit", "ours", "yardstick"
    );
    for figure in figures {
        // Writing to a String cannot fail.
        let _ = writeln!(table, "{}", figure.line().trim_end());
    }
    table
}

/// Writes all figures for machines, beside the binaries.
pub fn keep(figures: &[Figure], quick: bool) -> Outcome<()> {
    let figures: Vec<Value> = figures.iter().map(Figure::json).collect();
    let text = serde_json::to_string_pretty(&json!({
        "machine": machine::described(),
        "quick": quick,
        "figures": figures,
    }))?;
    let release = std::env::current_exe()?;
    let target = release
        .ancestors()
        .nth(2)
        .map_or_else(PathBuf::new, PathBuf::from);
    std::fs::write(target.join("bench.json"), text)?;
    Ok(())
}
