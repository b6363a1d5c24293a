//! What a proof shows where a language has no text: the source language's, set as that language is, between marks, and grey where
//! it stands on paper.

use std::collections::BTreeSet;

use super::shelf::Shelf;
use crate::color::{Color, Output};
use crate::content::Catalog;

/// What is shown of another language where a proof’s own has no text.
pub struct Gaps<'a, 'b> {
    /// The messages.
    pub ids: &'a BTreeSet<String>,
    /// Their texts, between marks.
    pub catalog: &'a Catalog,
    /// The shelf of the language that these are in.
    pub shelf: &'a mut Shelf<'b>,
}

/// The grey of words that are not final (H): 7:1 on paper, as other small text has.
const GREY: Color = Color::new([64, 64, 64], [0, 0, 0, 85]);

/// How light is what grey words are seen on, paper being 1 (H).
const LIGHT: f64 = 0.5;

/// The colour of such words: grey on a light field and on paper, and elsewhere what a block has there.
pub(super) fn gap_color(own: Color, field: Option<Color>) -> Color {
    let ground = field.unwrap_or(Color::WHITE);
    if ground.paint(Output::default()).luminance() > LIGHT { GREY } else { own }
}
