//! What is drawn without being named among the operators of a page: the form of a soft mask, and the glyphs of a face that are
//! drawn by operators themselves.

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Stream};
use hayro_syntax::page::Resources;

use super::matrix::Matrix;
use super::raw;
use super::values::{name, numbers};

/// The most glyphs of a face that are run: its codes are bytes, and of most files' faces each is one glyph.
const GLYPHS: usize = 1024;

/// The form whose light or alpha a state masks with (ISO 32000-1 11.6.5.3).
pub(super) fn mask_form<'a>(state: &Dict<'a>) -> Option<Stream<'a>> {
    state.get::<Dict<'a>>("SMask")?.get::<Stream<'a>>("G")
}

/// The glyphs of a face of Type 3 that bring colours of their own (`d0`; ISO 32000-1 9.6.5).
#[derive(Clone)]
pub(super) struct DrawnGlyphs<'a> {
    /// Their operators.
    pub(super) contents: Vec<Stream<'a>>,
    /// Whether the face has more glyphs than are looked at.
    pub(super) is_cut: bool,
    /// What they name; of the page around them where the face has none.
    pub(super) resources: Option<Resources<'a>>,
    /// From their space to that of text.
    pub(super) matrix: Matrix,
}

impl<'a> DrawnGlyphs<'a> {
    /// Those of a face; `None` where it is of another type.
    pub(super) fn of(font: &Dict<'a>) -> Option<DrawnGlyphs<'a>> {
        let glyphs = font
            .get::<Dict<'a>>("CharProcs")
            .filter(|_| name(font, "Subtype").as_deref() == Some("Type3"))?;
        let contents = glyphs.keys().take(GLYPHS).filter_map(|key| glyphs.get::<Stream<'a>>(key.as_ref()));
        let matrix =
            font.get::<Array<'a>>("FontMatrix").map(|array| numbers(&array.iter().collect::<Vec<_>>()));
        Some(DrawnGlyphs {
            contents: contents.filter(brings_colors).collect(),
            is_cut: glyphs.keys().nth(GLYPHS).is_some(),
            resources: font.get::<Dict<'a>>("Resources").map(Resources::new),
            matrix: matrix
                .and_then(|numbers| <[f64; 6]>::try_from(numbers).ok())
                .map_or(Matrix::IDENTITY, Matrix),
        })
    }
}

/// Whether the operators of a glyph may set colours: behind `d1` they have no effect.
fn brings_colors(glyph: &Stream<'_>) -> bool {
    let content = raw::unpack(glyph).unwrap_or_default();
    let mut instructions = UntypedIter::new(&content);
    instructions.next().is_some_and(|first| {
        let operator: &[u8] = first.operator;
        operator != b"d1"
    })
}
