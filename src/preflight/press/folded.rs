//! Where a sheet is folded, against the widths of panels that a shop has.

use super::look::Cut;
use crate::geom::Abs;
use crate::preflight::read::{Beside, BesideKind, Document};
use crate::spec::Press;

/// More than this is to be seen, in points: half a millimetre. Marks and folds may be off by it.
const SEEN: f64 = 1.42;

/// The ways in which a shop folds sheets of a size: from the left as the inside is seen.
pub(super) struct Folds {
    /// As they are written, and mirrored, since sheets that are read from the right are.
    ways: Vec<Vec<f64>>,
}

/// How a sheet is folded.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Folded {
    /// As the shop folds it.
    So,
    /// In another way that the shop has no widths of: in half.
    Otherwise,
    /// So many texts lie over a fold.
    Over(usize),
    /// A mark is elsewhere.
    Stray(f64),
}

impl Folds {
    /// Those of a press for sheets that are as wide as the panels together; none where it has none.
    pub(super) fn of(press: &Press, paper: &str, cut: &Cut) -> Option<Folds> {
        let width = cut.size()[0];
        let sum = |widths: &[Abs]| widths.iter().map(|width| width.to_pt()).sum::<f64>();
        let of_paper = press.folds.by_paper().filter(|(known, _)| *known == paper);
        let so_wide = of_paper.filter(|(_, widths)| (sum(widths) - width).abs() < SEEN);
        let ways: Vec<Vec<f64>> = so_wide
            .flat_map(|(_, widths)| {
                let mirrored: Vec<Abs> = widths.iter().rev().copied().collect();
                [fold_places(widths), fold_places(&mirrored)]
            })
            .collect();
        (!ways.is_empty()).then_some(Folds { ways })
    }

    /// The folds as they are written.
    pub(super) fn wanted(&self) -> &[f64] {
        &self.ways[0]
    }

    /// How a sheet is folded, by the way that suits it best. Where text crosses folds and stands on both sides of the middle, but never
    /// on it, the sheet is folded in half.
    pub(super) fn judge(&self, document: &Document, cuts: &[Cut]) -> Folded {
        let judged = self.ways.iter().map(|way| {
            let over = crossed(document, cuts, way);
            (over, stray_mark(&document.drawn.beside, &cuts[0], way))
        });
        let best = judged.min_by_key(|(over, stray)| (*over, stray.is_some()));
        let middle = cuts[0].size()[0] / 2.0;
        match best {
            None | Some((0, None)) => Folded::So,
            Some(_) if has_halves(document, cuts, middle) => Folded::Otherwise,
            Some((0, Some(at))) => Folded::Stray(at),
            Some((over, _)) => Folded::Over(over),
        }
    }
}

/// Whether each side has text on both halves, and none over the middle.
fn has_halves(document: &Document, cuts: &[Cut], middle: f64) -> bool {
    let on_both = cuts.iter().zip(1..).all(|(cut, page)| {
        let spans = document.drawn.spans.iter().filter(|span| span.page == page);
        let rights: Vec<bool> = spans.map(|span| span.sides[0] > cut.trim[0] + middle - SEEN).collect();
        rights.contains(&true) && rights.contains(&false)
    });
    on_both && crossed(document, cuts, &[middle]) == 0
}

/// How many texts lie over folds: those of the outside, which comes first, are the other way round.
fn crossed(document: &Document, cuts: &[Cut], folds: &[f64]) -> usize {
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
fn stray_mark(beside: &[Beside], cut: &Cut, folds: &[f64]) -> Option<f64> {
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
fn fold_places(widths: &[Abs]) -> Vec<f64> {
    let mut at = 0.0;
    let places = widths.iter().map(|width| {
        at += width.to_pt();
        at
    });
    let mut places: Vec<f64> = places.collect();
    places.pop();
    places
}
