//! The places of the glyphs of a run, as a viewer finds them and as they should be.

use printpdf::DictItem;

use crate::geom::Em;

use super::numbers::narrow;

/// Where glyphs go, in thousandths of an em from the start of the run.
#[derive(Default)]
pub(super) struct Pen {
    /// Where the next glyph should start.
    pub(super) wanted: f64,
    /// Where a viewer would start it.
    pub(super) shown: f64,
    /// Codes of the piece under way, two bytes each.
    codes: Vec<u8>,
    /// What is to be shown.
    items: Vec<DictItem>,
    /// How far a viewer's place may be off within a piece.
    slack: f64,
}

impl Pen {
    /// At the start of a run; within a piece a viewer's place may be off by `slack`.
    pub(super) fn new(slack: f64) -> Pen {
        Pen { slack, ..Pen::default() }
    }

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

    /// What is to be shown so far.
    pub(super) fn take(&mut self) -> Vec<DictItem> {
        self.close();
        std::mem::take(&mut self.items)
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
