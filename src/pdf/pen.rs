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
}

impl Pen {
    /// Corrects the viewer's place for what is drawn so far to the right of where it starts, to the nearest whole
    /// number; what rounding leaves over is made good at the next code, so that it never adds up.
    pub(super) fn meet(&mut self, right: Em) {
        let back = (self.shown - self.wanted - thousandths(right)).round();
        if back != 0.0 {
            self.close();
            self.items.push(DictItem::Real(narrow(back)));
            self.shown -= back;
        }
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
