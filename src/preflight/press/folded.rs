//! Where a sheet is folded, against the widths of panels that a shop has.

use super::look::Cut;
use crate::geom::Abs;
use crate::preflight::read::{Beside, BesideKind, Document};

/// More than this is to be seen, in points: half a millimetre. Marks and folds may be off by it.
const SEEN: f64 = 1.42;

/// How many texts lie over folds: those of the outside, which comes first, are the other way round.
pub(super) fn crossed(document: &Document, cuts: &[Cut], folds: &[f64]) -> usize {
    let over = document.drawn.spans.iter().filter(|span| {
        let Some(cut) = cuts.get(span.page - 1) else { return false };
        let at = |fold: &f64| if span.page == 1 { cut.trim[2] - fold } else { cut.trim[0] + fold };
        let crosses = |at: f64| span.sides[0] < at - SEEN && span.sides[2] > at + SEEN;
        let is_inside = span.sides[3] > cut.trim[1] && span.sides[1] < cut.trim[3];
        is_inside && folds.iter().map(at).any(crosses)
    });
    over.count()
}

/// Where the first page has an upright mark within the width of its trim that is at none of these folds: from its inside's left.
pub(super) fn stray_mark(beside: &[Beside], cut: &Cut, folds: &[f64]) -> Option<f64> {
    let [left, _, right, high] = cut.trim;
    let is_line = |item: &&Beside| {
        let [from, low, to, _] = item.sides;
        matches!(item.kind, BesideKind::Line | BesideKind::Dashes)
            && to - from < SEEN
            && low >= high
            && from > left + SEEN
            && to < right - SEEN
    };
    let lines = beside.iter().filter(|item| item.page == 1).filter(is_line);
    let mut at = lines.map(|item| right - f64::midpoint(item.sides[0], item.sides[2]));
    at.find(|at| folds.iter().all(|fold| (fold - at).abs() > SEEN))
}

/// Where a side is folded, from its left, given the widths of its panels.
pub(super) fn fold_places(widths: &[Abs]) -> Vec<f64> {
    let mut at = 0.0;
    let places = widths.iter().map(|width| {
        at += width.to_pt();
        at
    });
    let mut places: Vec<f64> = places.collect();
    places.pop();
    places
}
