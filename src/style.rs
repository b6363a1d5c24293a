//! How a block is set: plain values, resolved once in the order script < layout < locale < block, before the hard code.

use serde::Deserialize;

use crate::color::Color;
use crate::font::Variant;
use crate::geom::Abs;

/// How the lines of a block are aligned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Align {
    /// Flush where lines start, ragged where they end.
    #[default]
    Start,
    /// Flush on both sides but for the last line.
    Justify,
    /// Centred.
    Center,
}

/// What a block asks of the paragraph that is set from it; nothing here depends on the size.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ParagraphStyle {
    /// The weight and slope of its plain text.
    pub variant: Variant,
    /// Whether it is a heading or title: balanced, and no word is ever split.
    pub display: bool,
}

/// What a block asks of its lines at one size.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LineStyle {
    /// The size of the type.
    pub size: Abs,
    /// From baseline to baseline.
    pub leading: Abs,
    /// The alignment.
    pub align: Align,
    /// The colour of the text.
    pub color: Color,
}
