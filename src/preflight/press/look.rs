//! What a shop sees at a glance: where pages are cut, what stands around them, and whether several lie on one sheet. From boxes and
//! places alone, so that it holds for the files of any program.

use std::collections::BTreeMap;

use crate::preflight::checks::{is_sold, paper_of};
use crate::preflight::measure::mm;
use crate::preflight::read::{Beside, BesideKind, Document, PdfPage};

/// How far two places may be apart that are one, in points: a tenth of a millimetre.
const SLACK: f64 = 0.284;

/// Where a page is cut.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Cut {
    /// Left, low, right, high.
    pub(super) trim: [f64; 4],
    /// The least that is printed beyond it.
    pub(super) bleed: f64,
    /// The width and height of the page.
    pub(super) page: [f64; 2],
}

impl Cut {
    /// The cut of a page. One without a TrimBox is cut to the paper or card that it is with the bleed that is wanted, if it is one,
    /// as shops do.
    pub(super) fn of(page: &PdfPage, bleed: f64) -> Cut {
        let (boxes, size) = (page.boxes, page.boxes.media_size());
        let [left, low, right, high] = boxes.media;
        let within = [size[0] - bleed * 2.0, size[1] - bleed * 2.0];
        if boxes.has_trim || bleed == 0.0 || !is_sold(within) || paper_of(size).is_some() {
            return Cut { trim: boxes.trim, bleed: boxes.bleed_width(), page: size };
        }
        Cut { trim: [left + bleed, low + bleed, right - bleed, high - bleed], bleed, page: size }
    }

    /// The width and height of what is left.
    pub(super) fn size(&self) -> [f64; 2] {
        let [left, low, right, high] = self.trim;
        [right - left, high - low]
    }

    /// How far something within the trim is from its edge; negative where it goes over it.
    fn margin(&self, sides: [f64; 4]) -> f64 {
        let [left, low, right, high] = self.trim;
        (sides[0] - left).min(right - sides[2]).min(sides[1] - low).min(high - sides[3])
    }

    /// How far something is beside the trim; negative where the two meet.
    fn off(&self, sides: [f64; 4]) -> f64 {
        let [left, low, right, high] = self.trim;
        [left - sides[2], sides[0] - right, low - sides[3], sides[1] - high]
            .into_iter()
            .fold(f64::MIN, f64::max)
    }
}

/// What stands around a trim.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(super) struct Around {
    /// Lines where it is cut.
    pub(super) cuts: usize,
    /// All else: folds, targets, bars, words.
    pub(super) others: usize,
    /// From the trim to the nearest of them, in points.
    pub(super) nearest: Option<f64>,
}

impl Around {
    /// The marks around a page, given what is drawn beside it.
    pub(super) fn of(cut: &Cut, beside: &[Beside], number: usize) -> Around {
        let mut around = Around::default();
        for item in beside.iter().filter(|item| item.page == number) {
            let off = cut.off(item.sides);
            // A field that lies in the bleed alone is no mark.
            if item.kind == BesideKind::Area && off < cut.bleed - SLACK {
                continue;
            }
            if is_cut_line(cut, item) {
                around.cuts += 1;
            } else {
                around.others += 1;
            }
            around.nearest = Some(around.nearest.map_or(off, |known| known.min(off)));
        }
        around
    }
}

/// Whether something is a line along which the trim is cut: whole, straight, and in one line with an edge.
fn is_cut_line(cut: &Cut, item: &Beside) -> bool {
    let [left, low, right, high] = item.sides;
    let near = |one: f64, edges: [f64; 2]| edges.iter().any(|edge| (one - edge).abs() < SLACK);
    let is_thin = |from: f64, to: f64| to - from < SLACK * 4.0;
    let is_line = matches!(item.kind, BesideKind::Line | BesideKind::Area);
    let upright = is_thin(left, right) && near(f64::midpoint(left, right), [cut.trim[0], cut.trim[2]]);
    let level = is_thin(low, high) && near(f64::midpoint(low, high), [cut.trim[1], cut.trim[3]]);
    is_line && (upright || level)
}

/// How several pages lie on one sheet.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Imposed {
    /// Two pages beside each other on each.
    Spreads,
    /// The same again and again.
    Copies(Copies),
}

/// The same again and again on a sheet.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Copies {
    /// How often.
    pub(super) count: usize,
    /// How large one is, where they lie in rows and columns and one is as large as something that is sold.
    pub(super) size: Option<[f64; 2]>,
}

/// Whether several pages lie on one sheet: the same text again and again, or, on more sheets than are folded by themselves, text on
/// both halves that never crosses the middle.
pub(super) fn find_imposed(document: &Document, cuts: &[Cut]) -> Option<Imposed> {
    let copies = (1..=cuts.len()).filter_map(|number| copies_on(document, cuts, number));
    let fewest = copies.min_by_key(|copies| copies.count);
    fewest.map(Imposed::Copies).or_else(|| are_spreads(document, cuts).then_some(Imposed::Spreads))
}

/// How often all texts of a page stand on it; `None` where they stand there once.
fn copies_on(document: &Document, cuts: &[Cut], number: usize) -> Option<Copies> {
    let mut places: BTreeMap<&str, Vec<[f64; 2]>> = BTreeMap::new();
    for span in document.drawn.spans.iter().filter(|span| span.page == number) {
        if cuts[number - 1].off(span.sides) < 0.0 && span.text.chars().count() > 1 {
            places.entry(&span.text).or_default().push([span.sides[0], span.sides[1]]);
        }
    }
    let repeated: Vec<&Vec<[f64; 2]>> = places.values().filter(|places| places.len() > 1).collect();
    let is_all = places.len() > 1 && repeated.len() * 10 >= places.len() * 9;
    let rarest = repeated.into_iter().min_by_key(|places| places.len()).filter(|_| is_all)?;
    Some(Copies { count: rarest.len(), size: cell_size(rarest) })
}

/// How far copies are apart across and down, where that is the size of something that is sold.
fn cell_size(places: &[[f64; 2]]) -> Option<[f64; 2]> {
    let pitch = |side: usize| {
        let mut at: Vec<f64> = places.iter().map(|place| place[side]).collect();
        at.sort_by(f64::total_cmp);
        at.windows(2).map(|pair| pair[1] - pair[0]).find(|step| *step > SLACK)
    };
    let size = [pitch(0)?, pitch(1)?];
    is_sold(size).then_some(size)
}

/// Whether each sheet has two pages beside each other.
fn are_spreads(document: &Document, cuts: &[Cut]) -> bool {
    let is_wide = cuts.iter().all(|cut| cut.size()[0] > cut.size()[1]);
    if cuts.len() < 3 || !is_wide || document.drawn.pages.iter().any(|page| page.has_unmeasured_text) {
        return false;
    }
    let mut halves = vec![[false; 2]; cuts.len()];
    for span in &document.drawn.spans {
        let Some(cut) = cuts.get(span.page - 1) else { continue };
        let middle = f64::midpoint(cut.trim[0], cut.trim[2]);
        let [left, _, right, _] = span.sides;
        if cut.off(span.sides) >= 0.0 {
            continue;
        }
        if left < middle - SLACK && right > middle + SLACK {
            return false;
        }
        halves[span.page - 1][usize::from(left >= middle - SLACK)] = true;
    }
    halves.iter().filter(|half| **half == [true; 2]).count() * 2 > cuts.len()
}

/// How near text comes to the trimmed edge of a page, in points; what stands outside is no text of the leaflet.
pub(super) fn text_margin(document: &Document, cut: &Cut, number: usize) -> Option<f64> {
    let spans = document.drawn.spans.iter();
    let inside = spans.filter(|span| span.page == number && cut.off(span.sides) < 0.0);
    let measured = inside.map(|span| cut.margin(span.sides)).min_by(f64::total_cmp);
    let starts = document.drawn.pages.get(number - 1).and_then(|page| page.margin);
    [measured, starts].into_iter().flatten().min_by(f64::total_cmp)
}

/// How many marks to fold and cut by stand on pages themselves: short lines at an edge, each with one at the other edge that faces it.
pub(super) fn count_ticks(cuts: &[Cut], ticks: &[Beside]) -> usize {
    let faces = |one: &Beside, other: &Beside| {
        let Some(cut) = cuts.get(one.page - 1).filter(|_| one.page == other.page) else { return false };
        // An upright one has its place across the page and faces one along it; a level one the other way.
        [[0, 1], [1, 0]].into_iter().any(|[across, along]| {
            let [at, facing] =
                [one, other].map(|tick| f64::midpoint(tick.sides[across], tick.sides[across + 2]));
            let middle = f64::midpoint(cut.trim[along], cut.trim[along + 2]);
            let is_long = one.sides[along + 2] - one.sides[along] > one.sides[across + 2] - one.sides[across];
            let [here, there] = [one, other].map(|tick| tick.sides[along] < middle);
            is_long && here != there && (at - facing).abs() < SLACK
        })
    };
    ticks.iter().filter(|one| ticks.iter().any(|other| faces(one, other))).count()
}

/// A width and a height in points as people read them.
pub(super) fn size(size: [f64; 2]) -> String {
    format!("{:.2} × {:.2} mm", mm(size[0]), mm(size[1]))
}
