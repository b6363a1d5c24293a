//! How a block is set: plain values, resolved once before any line is set. Of script, layout, locale and block, the later
//! overrides the earlier.

use serde::Deserialize;

use crate::color::Color;
use crate::font::Variant;
use crate::geom::Abs;

/// How the lines of a block are aligned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Align {
    /// Flush where lines start, ragged where they end: left-aligned where text runs from the left.
    #[default]
    Start,
    /// Flush on both sides, except for the last line.
    Justify,
    /// Centred.
    Center,
}

/// Whether words are divided at the end of a line.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Hyphens {
    /// Where the language has it so, and a line would be too short otherwise.
    #[default]
    Auto,
    /// Never: a word too wide for its measure makes the type smaller.
    None,
}

/// What a block asks of its paragraph. Nothing here depends on the size, so that one shaped paragraph serves all sizes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ParagraphStyle {
    /// The weight and slope of its plain text.
    pub variant: Variant,
    /// Whether it is a heading or a title: its lines are balanced, and no word is divided.
    pub display: bool,
}

/// What a block asks of its lines at one size.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LineStyle {
    /// The size of the type.
    pub size: Abs,
    /// The distance from one baseline to the next.
    pub leading: Abs,
    /// How the lines are aligned.
    pub align: Align,
    /// The colour of the text.
    pub color: Color,
}

/// How the lines of squares of a leaflet end.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Edges {
    /// As the script has them: flush, but for a paragraph that would be torn open.
    #[default]
    Flush,
    /// All ragged: where one paragraph is, others beside it that are not look like a mistake.
    Ragged,
}
