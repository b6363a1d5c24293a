//! Papers by their trade names.

use crate::geom::{Abs, Size};

/// A paper, upright.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Paper {
    /// The name used on the command line.
    pub name: &'static str,
    /// Its size, upright.
    pub size: Size,
    /// How much narrower a panel is that is folded into others: 1/16 in on inch papers, 2 mm on metric ones.
    pub tuck: Abs,
    /// How far ink reaches beyond the trimmed edge on a press: 0.125 in on inch papers, 3 mm on metric ones.
    pub bleed: Abs,
    /// The size of the cards that are cut from it.
    pub card: Size,
}

const INCH_TUCK: Abs = Abs::inches(0.0625);
const METRIC_TUCK: Abs = Abs::mm(2.0);
const INCH_BLEED: Abs = Abs::inches(0.125);
const METRIC_BLEED: Abs = Abs::mm(3.0);
/// The card of inch papers, 3½ by 2 in. Cards to be hidden in a shoe have this size on any paper.
pub(super) const INCH_CARD: Size = Size::new(Abs::inches(3.5), Abs::inches(2.0));
/// The card of metric papers, 85 by 55 mm.
const METRIC_CARD: Size = Size::new(Abs::mm(85.0), Abs::mm(55.0));

/// The other card of metric papers, 90 by 50 mm.
const SMALL_CARD: Size = Size::new(Abs::mm(90.0), Abs::mm(50.0));

/// A paper given in inches.
const fn inch_paper(name: &'static str, width: f64, height: f64) -> Paper {
    let size = Size::new(Abs::inches(width), Abs::inches(height));
    Paper { name, size, tuck: INCH_TUCK, bleed: INCH_BLEED, card: INCH_CARD }
}

/// A paper given in millimetres.
const fn metric_paper(name: &'static str, width: f64, height: f64) -> Paper {
    let size = Size::new(Abs::mm(width), Abs::mm(height));
    Paper { name, size, tuck: METRIC_TUCK, bleed: METRIC_BLEED, card: METRIC_CARD }
}

/// The papers (ANSI Y14.1, ISO 216, and posters of inches as shops have them; `a4-90x50` is A4 for cards of that size). `phone` is a screen that is laid out like a paper: 1080 × 1920 pixels, 405 to the inch.
pub const PAPERS: &[Paper] = &[
    inch_paper("half-letter", 5.5, 8.5),
    inch_paper("letter", 8.5, 11.0),
    inch_paper("legal", 8.5, 14.0),
    inch_paper("tabloid", 11.0, 17.0),
    metric_paper("a5", 148.0, 210.0),
    metric_paper("a4", 210.0, 297.0),
    metric_paper("a3", 297.0, 420.0),
    Paper { card: SMALL_CARD, ..metric_paper("a4-90x50", 210.0, 297.0) },
    inch_paper("18x24", 18.0, 24.0),
    inch_paper("24x36", 24.0, 36.0),
    metric_paper("a2", 420.0, 594.0),
    metric_paper("b2", 500.0, 707.0),
    inch_paper("phone", 1080.0 / 405.0, 1920.0 / 405.0),
];

/// The paper of that name, in any case, since people write A4: `paper("a4")`.
pub fn paper(name: &str) -> Option<&'static Paper> {
    PAPERS.iter().find(|paper| paper.name.eq_ignore_ascii_case(name))
}
