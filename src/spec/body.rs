//! How the running text of a layout is set: how far copy-fitting may go, and where a column may end.

use serde::Deserialize;

use super::length::exactly;
#[cfg(test)]
use super::tests::schema::Bounds;
use crate::style::Hyphens;

/// How far copy-fitting may go, and where columns may end. The floor and the ideal come from the script.
#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BodyRange {
    /// The largest body size in points.
    #[cfg_attr(test, schemars(range(min = 6.0, max = 200.0)))]
    pub max: f64,
    /// The tightest and the loosest line height, the script's own being 1.
    #[serde(deserialize_with = "exactly")]
    #[cfg_attr(test, schemars(with = "Bounds"))]
    pub leading: [f64; 2],
    /// The tightest and the loosest gaps between blocks, the look's own being 1.
    #[serde(deserialize_with = "exactly")]
    #[cfg_attr(test, schemars(with = "Bounds"))]
    pub gaps: [f64; 2],
    /// Whether sections follow each other in a panel.
    #[serde(default)]
    pub sections: Sections,
    /// Where a column may end, in panels of every place.
    #[serde(default, rename = "break")]
    pub breaks: Breaks,
    /// What a column starts with that goes on within a section.
    #[serde(default)]
    pub repeat: Repeat,
    /// Whether words are divided at the end of a line, in panels of every place.
    #[serde(default)]
    pub hyphens: Hyphens,
    /// The share of its size that the body gives so that panels and columns open with a paragraph or a sentence.
    #[serde(default)]
    #[cfg_attr(test, schemars(range(min = 0.0, max = 0.2)))]
    pub give: f64,
}

/// How sections of the running text follow each other.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Sections {
    /// One after the other, wherever there is room.
    #[default]
    Flow,
    /// Each starts a column of its own: a thought a page. Pages that nothing comes to are left out.
    Apart,
}

/// Where a column may end.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Breaks {
    /// Between two lines, but for the first and the last of a paragraph.
    #[default]
    Lines,
    /// Between paragraphs and between steps; within one only where it alone is higher than a column.
    Blocks,
}

/// What a column starts with that goes on within a section.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Repeat {
    /// With the text.
    #[default]
    Nothing,
    /// With the section's heading once more, numeral and all; not where two languages stand beside each other.
    Heading,
}
