//! Text operators (ISO 32000-1 9): the size that type comes out in, its face, its colour, and where it starts.

use hayro_syntax::object::{Dict, Object};
use hayro_syntax::page::Resources;

use super::{Run, numbers, thousandths};
use crate::preflight::draw::{Onto, TextUse};
use crate::preflight::paint::{Extent, Matrix};

/// Text from this size on may be in several inks: large print (WCAG 2, 1.4.3: 14 pt bold, 18 pt regular).
const LARGE: f64 = 14.0;

impl<'a> Run<'_, 'a> {
    /// Text (ISO 32000-1 9).
    pub(super) fn text(
        &mut self,
        operator: &[u8],
        operands: &[Object<'_>],
        resources: &Resources<'a>,
    ) -> bool {
        let numbers = numbers(operands);
        let number = |at: usize| numbers.get(at).copied().unwrap_or(0.0);
        match operator {
            b"BT" => self.line = Matrix::IDENTITY,
            b"Tf" => {
                if let Some(Object::Name(name)) = operands.first() {
                    let font = resources.fonts.get::<Dict<'a>>(name.as_ref());
                    self.state.font = font.and_then(|font| self.drawn.font(&font));
                }
                self.state.size = number(0);
            }
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Tr" => self.state.mode = thousandths(number(0)) / 1000,
            b"Tm" => {
                if let Ok(matrix) = <[f64; 6]>::try_from(numbers) {
                    self.line = Matrix(matrix);
                }
            }
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" | b"TJ" => self.show(operands, resources),
            b"'" | b"\"" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands, resources);
            }
            _ => return false,
        }
        true
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.line);
    }

    fn show(&mut self, operands: &[Object<'_>], resources: &Resources<'a>) {
        let brushes = self.state.text_brushes();
        let Some(font) = self.state.font.filter(|_| !brushes.is_empty() && has_glyphs(operands)) else {
            return;
        };
        let matrix = self.line.then(&self.state.matrix);
        let size = self.state.size.abs() * matrix.scales()[1];
        let at = matrix.apply(0.0, self.state.rise);
        if !size.is_finite() || !at.iter().all(|number| number.is_finite()) {
            return;
        }
        self.drawn.text(TextUse { font, size, page: self.page });
        self.margin(at);
        let mut extent = Extent::NONE;
        extent.add(at);
        extent.add([at[0] + size, at[1] + size]);
        let onto = if size < LARGE { Onto::SmallText } else { Onto::LargeText };
        for &brush in brushes {
            self.spread(brush, onto, extent, resources);
        }
        self.loose("text");
    }

    /// How near text starts to the edge; what is in the slug is not on the page.
    fn margin(&mut self, [x, y]: [f64; 2]) {
        let [left, low, right, high] = self.trim;
        let near = (x - left).min(right - x).min(y - low).min(high - y);
        if let Some(marks) = self.drawn.marks.last_mut()
            && near >= 0.0
        {
            marks.margin = Some(marks.margin.map_or(near, |known| known.min(near)));
        }
    }
}

/// Whether anything but spaces is shown.
fn has_glyphs(operands: &[Object<'_>]) -> bool {
    operands.iter().any(|operand| {
        match operand {
        Object::String(string) => string.as_bytes().iter().any(|&byte| byte != b' '),
        Object::Array(array) => array.iter::<Object<'_>>().any(|item| {
            matches!(item, Object::String(string) if string.as_bytes().iter().any(|&byte| byte != b' '))
        }),
        _ => false,
    }
    })
}
