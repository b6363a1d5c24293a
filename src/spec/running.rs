//! Running lines, and the thin lines that stand above blocks and beside running lines.

use serde::Deserialize;

use super::length::ratio;
#[cfg(test)]
use super::tests::schema::Ratio;

/// A line above a block or around a running line.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RuleLook {
    /// Its colour.
    pub color: String,
    /// Its thickness in points.
    #[serde(deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub width: f64,
    /// Its length, the measure being 1.
    #[serde(default = "whole_measure", deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub length: f64,
    /// Space between it and the text, in em of the body.
    #[serde(default, deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub gap: f64,
}

fn whole_measure() -> f64 {
    1.0
}

/// What a running line may name in braces.
pub(super) const RUNNING_PARTS: [&str; 11] = [
    "native",
    "partner",
    "english",
    "tag",
    "edition",
    "date",
    "layout",
    "organisation",
    "state",
    "page",
    "pages",
];

/// A small line at the head or the foot of a panel: language, edition, state, the page of how many.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RunningLine {
    /// What stands left, with names of `RUNNING_PARTS` in braces.
    pub left: String,
    /// What stands right; left out where it says the same.
    #[serde(default)]
    pub right: String,
    /// Its size, the body's being 1; never under 6 pt.
    #[cfg_attr(test, schemars(with = "Ratio"))]
    #[serde(deserialize_with = "ratio")]
    pub size: f64,
    /// Its colour.
    pub color: String,
    /// Whether the left part is bold.
    #[serde(default)]
    pub bold: bool,
    /// The line between it and the text.
    #[serde(default)]
    pub rule: Option<RuleLook>,
    /// Space between it and the text, in em of the body.
    #[cfg_attr(test, schemars(with = "Ratio"))]
    #[serde(deserialize_with = "ratio")]
    pub gap: f64,
}

impl RunningLine {
    /// Whether it names the page or the number of pages, which are known once the text is set.
    pub fn names_page(&self) -> bool {
        [&self.left, &self.right].iter().any(|part| part.contains("{page}") || part.contains("{pages}"))
    }
}
