//! The places of the glyphs of a run, as a viewer finds them and as they should be.

use printpdf::{DictItem, TextMatrix};

use crate::geom::{Affine, Em};

use super::paint::{factor, narrow};

/// Where glyphs go, in thousandths of an em from the start of the run.
#[derive(Default)]
pub(super) struct Pen {
    /// The start of the run, until something is shown.
    pub(super) start: Option<TextMatrix>,
    /// Where the next glyph should start.
    pub(super) wanted: f64,
    /// Where a viewer would start it.
    pub(super) shown: f64,
    /// Codes of the piece under way, two bytes each.
    pub(super) codes: Vec<u8>,
    /// What is to be shown.
    pub(super) items: Vec<DictItem>,
    /// How far a viewer's place may be off within a piece.
    pub(super) slack: f64,
}

impl Pen {
    /// Corrects the viewer's place for what is drawn so far to the right of where it starts, to the nearest whole
    /// number; what rounding leaves over is made good at the next code, so that it never adds up.
    pub(super) fn meet(&mut self, right: Em) {
        let back = self.correction(right);
        if self.must_correct(back) {
            self.close();
            self.items.push(DictItem::Real(narrow(back)));
            self.shown -= back;
        }
    }

    /// Shows a code of that width.
    pub(super) fn show(&mut self, code: u16, width: u32) {
        self.codes.extend(code.to_be_bytes());
        self.shown += f64::from(width);
    }

    /// Whether a code ends the piece under way that is drawn so far to the right of where it starts.
    pub(super) fn parts(&self, right: Em) -> bool {
        self.must_correct(self.correction(right))
    }

    /// How far back the viewer's place has to go.
    fn correction(&self, right: Em) -> f64 {
        (self.shown - self.wanted - thousandths(right)).round()
    }

    fn must_correct(&self, back: f64) -> bool {
        let slack = if self.codes.is_empty() { 0.0 } else { self.slack };
        back.abs() > slack
    }

    /// Ends the piece under way.
    pub(super) fn close(&mut self) {
        if !self.codes.is_empty() {
            self.items.push(DictItem::String { data: std::mem::take(&mut self.codes), literal: true });
        }
    }
}

/// A length in the file's own unit.
pub(super) fn thousandths(length: Em) -> f64 {
    length.to_em() * 1000.0
}

/// From the run, whose y grows upwards, to the page.
pub(super) fn text_matrix(to_page: &Affine) -> TextMatrix {
    let upright = to_page.after(&Affine::scale(1.0, -1.0));
    let [a, b, c, d] = upright.linear.map(factor);
    TextMatrix::Raw([a, b, c, d, narrow(upright.shift.x.to_pt()), narrow(upright.shift.y.to_pt())])
}
