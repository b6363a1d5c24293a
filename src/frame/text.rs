//! Text as outputs read it: shaped, and with where it comes from.

use std::ops::Range;

use super::structure::{LinkId, NodeId};
use crate::color::Color;
use crate::font::FontId;
use crate::geom::{Abs, Em};

/// Text in one face, size, colour and language, shaped. It runs to the right from its place, glyph by glyph in
/// visual order, whatever its direction.
#[derive(Clone, PartialEq, Debug)]
pub struct TextRun {
    /// The face.
    pub font: FontId,
    /// The size of the type.
    pub size: Abs,
    /// The colour.
    pub color: Color,
    /// What it stands on.
    pub ground: Ground,
    /// The text that the glyphs stand for, in logical order. An added hyphen is not in it.
    pub text: String,
    /// The language of the text, a tag.
    pub lang: String,
    /// The glyphs in visual order.
    pub glyphs: Vec<Glyph>,
    /// Where the text comes from; `None` for labels, and for what a reader need not be told (running lines).
    pub origin: Option<Origin>,
}

impl TextRun {
    /// The sum of the advances.
    pub fn width(&self) -> Abs {
        self.glyphs.iter().map(|glyph| glyph.advance.at(self.size)).sum()
    }

    /// Whether its text runs from the right: its last cluster is its first glyph.
    pub fn runs_backward(&self) -> bool {
        // An added hyphen counts: it stands for no text, but at the end of it.
        let ends = self.glyphs.first().zip(self.glyphs.last());
        ends.is_some_and(|(first, last)| first.cluster.start > last.cluster.start)
    }
}

/// One glyph, lengths in em of its run.
#[derive(Clone, PartialEq, Debug)]
pub struct Glyph {
    /// Its index in the face.
    pub id: u16,
    /// How far the next glyph starts from this one, justification included.
    pub advance: Em,
    /// How far it is drawn to the right of where it starts.
    pub x_offset: Em,
    /// How far it is drawn above the baseline.
    pub y_offset: Em,
    /// The bytes of the run's text that its cluster stands for; glyphs of one cluster share it. Empty for a glyph
    /// that stands for no text, such as an added hyphen.
    pub cluster: Range<usize>,
}

/// Where a run comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The node that it is of.
    pub node: NodeId,
    /// The paragraph of the node's text, from 0.
    pub paragraph: usize,
    /// The bytes of the node's text. The runs of a node's lines tile its paragraphs.
    pub text: Range<usize>,
    /// The link that it is of.
    pub link: Option<LinkId>,
}

/// What text stands on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Ground {
    /// Behind its middle; text is painted in one colour that suits this, wherever its ends stand.
    pub middle: Color,
    /// Behind its ends. Another colour where text sticks out of its field.
    pub ends: Color,
}

impl Ground {
    /// One colour all along.
    pub const fn plain(color: Color) -> Ground {
        Ground { middle: color, ends: color }
    }

    /// Bare paper.
    pub const PAPER: Ground = Ground::plain(Color::WHITE);
}
