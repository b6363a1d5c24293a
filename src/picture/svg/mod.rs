//! Drawings. In: an SVG. Out: its pieces in the order of painting. Style sheets, classes and the newer words of CSS are
//! settled first; usvg then reads shapes, references and transforms down to outlines. What can't be printed as outlines
//! is kept to be shown as pixels; what can't be drawn at all is refused by name, never left out or drawn wrong.

mod clip;
mod css;
mod effort;
mod far;
mod gradient;
mod inlay;
mod motif;
mod outline;
mod patch;
mod pieces;
mod text;
mod tile;
mod tree;

use std::sync::Arc;

use crate::color::Color;
use crate::frame::Drawing;
use crate::picture::error::DrawingError;

#[cfg(test)]
pub use motif::Palette;
pub use motif::{read, read_motif};
pub use patch::paint_patch;
pub(super) use text::is_drawing;
use tree::{flatten, read_tree};

/// Reads a drawing in colours of its own.
///
/// # Errors
/// What the drawing holds that can't be drawn.
pub(super) fn read_own(file: &[u8]) -> Result<Drawing, DrawingError> {
    let flat = flatten(&text::read_text(file)?, "")?;
    let tree = read_tree(&flat.svg)?;
    let mut drawing = pieces::read_pieces(&tree, &Arc::from(flat.svg.as_str()))?;
    if let Some(color) = flat.background.as_deref().and_then(Color::parse_hex).map(Color::of_srgb) {
        drawing.pieces.insert(0, pieces::ground(drawing.size, color));
    } else if drawing.pieces.is_empty() {
        return Err(DrawingError::Nothing);
    }
    Ok(drawing)
}
