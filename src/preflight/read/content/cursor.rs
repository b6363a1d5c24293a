//! Where text is shown (ISO 32000-1 9.4): from the start of its line on, by the widths of what was shown before.

use hayro_syntax::object::{Array, Object};

use super::state::TextState;
use crate::geom::whole_number;
use crate::preflight::read::codes::Codes;
use crate::preflight::read::matrix::Matrix;
use crate::preflight::read::values::{number, numbers};

/// The place of the next glyph.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct TextCursor {
    /// From the line to the user's space.
    line: Matrix,
    /// How far along the line the next glyph starts; `None` after glyphs whose widths are not known.
    along: Option<f64>,
}

/// A stretch of text on its line.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Stretch {
    /// Its characters, as far as the face tells them.
    pub(super) text: String,
    /// Where it starts and ends along its line.
    pub(super) ends: [f64; 2],
}

impl TextCursor {
    /// Where text starts after `BT`.
    pub(super) const START: TextCursor = TextCursor { line: Matrix::IDENTITY, along: Some(0.0) };

    /// From the line to the user's space.
    pub(super) fn line(&self) -> Matrix {
        self.line
    }

    /// How far along the line the next glyph starts; `None` where that is not known.
    pub(super) fn along(&self) -> Option<f64> {
        self.along
    }

    /// Starts a line at a matrix (`Tm`).
    pub(super) fn set(&mut self, matrix: Matrix) {
        *self = TextCursor { line: matrix, along: Some(0.0) };
    }

    /// Starts a line beside the start of this one (`Td`).
    pub(super) fn move_by(&mut self, x: f64, y: f64) {
        self.set(Matrix::shift(x, y).then(&self.line));
    }

    /// Notes that something of unknown width was shown.
    pub(super) fn lose(&mut self) {
        self.along = None;
    }

    /// Shows the operands of a text operator, and goes on behind them. `None` where they start at an unknown place or have an
    /// unknown width, and when no more codes may be read.
    pub(super) fn show(
        &mut self,
        operands: &[Object<'_>],
        state: &TextState,
        codes: &mut Codes,
        most: &mut usize,
    ) -> Option<Stretch> {
        let start = self.along.take()?;
        let mut text = String::new();
        let mut along = start;
        for item in shown_items(operands) {
            match &item {
                Object::String(string) => {
                    for code in codes.split(string.as_bytes())? {
                        *most = most.checked_sub(1)?;
                        along += state.advance(codes.width(code)?, codes.is_space(code));
                        text.push_str(codes.text(code));
                    }
                }
                other => along -= number(other).map_or(0.0, |gap| state.gap(gap)),
            }
        }
        self.along = Some(along);
        Some(Stretch { text, ends: [start, along] })
    }
}

/// How and where text is shown (ISO 32000-1 9.3, 9.4.2), but for the face. Whether the operator is one of these.
pub(super) fn set_text(
    operator: &[u8],
    operands: &[Object<'_>],
    state: &mut TextState,
    cursor: &mut TextCursor,
) -> bool {
    let numbers = numbers(operands);
    let number = |at: usize| numbers.get(at).copied().unwrap_or(0.0);
    match operator {
        b"BT" => *cursor = TextCursor::START,
        b"Tc" => state.char_gap = number(0),
        b"Tw" => state.word_gap = number(0),
        b"Tz" => state.stretch = number(0) / 100.0,
        b"TL" => state.leading = number(0),
        b"Ts" => state.rise = number(0),
        b"Tr" => state.mode = whole_number(number(0)),
        b"Tm" => {
            if let Ok(matrix) = <[f64; 6]>::try_from(numbers) {
                cursor.set(Matrix(matrix));
            }
        }
        b"Td" => cursor.move_by(number(0), number(1)),
        b"TD" => {
            state.leading = -number(1);
            cursor.move_by(number(0), number(1));
        }
        b"T*" => cursor.move_by(0.0, -state.leading),
        _ => return false,
    }
    true
}

/// What operators show: strings, and numbers that move on between them.
fn shown_items<'a>(operands: &[Object<'a>]) -> Vec<Object<'a>> {
    let mut items = Vec::new();
    for operand in operands {
        match operand {
            Object::Array(array) => items.extend(Array::iter::<Object<'a>>(array)),
            Object::String(_) => items.push(operand.clone()),
            // The numbers of `"` are spacings, which are set before.
            _ => {}
        }
    }
    items
}

/// Whether anything but spaces is shown.
pub(super) fn has_glyphs(operands: &[Object<'_>]) -> bool {
    shown_items(operands).iter().any(|item| match item {
        Object::String(string) => string.as_bytes().iter().any(|&byte| byte != b' '),
        _ => false,
    })
}
