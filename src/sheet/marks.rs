//! Where to fold and cut: the places along the edges of a side, the ticks of an office print, and plain lines.

use crate::color::Color;
use crate::fold::Scheme;
use crate::frame::{self, Frame, FrameItem, Step, Stroke};
use crate::geom::{Abs, Point, Size};
use crate::spec::{Layout, Page};

use super::field::SLACK;

/// The length of a fold tick (docs/print.md, "What printers ask").
const TICK: Abs = Abs::mm(3.0);
/// The thickness of ticks, cuts and crop marks (docs/print.md, "What printers ask").
const HAIRLINE: Abs = Abs::pt(0.25);
/// The dashes of a cut, and the gaps between (H).
const DASH: Abs = Abs::mm(1.5);

/// Where the cells of a side part from each other or from the sheet: the xs of vertical lines, the ys of horizontal ones.
pub(super) struct Lines {
    pub(super) across: Vec<Abs>,
    pub(super) down: Vec<Abs>,
}

/// The lines that want a mark at their ends; none on pages, which are neither folded nor cut.
pub(super) fn mark_lines(layout: &Layout, page: &Page, side: usize) -> Lines {
    let cells = page.cells.iter().filter(|cell| cell.side == side);
    let (across, down): (Vec<[Abs; 2]>, Vec<[Abs; 2]>) =
        cells.map(|cell| ([cell.rect.at.x, cell.rect.right()], [cell.rect.at.y, cell.rect.bottom()])).unzip();
    match layout.fold.scheme {
        Scheme::Pages => Lines { across: Vec::new(), down: Vec::new() },
        // Where strips are torn off, their cuts say enough.
        Scheme::TearOff => Lines { across: Vec::new(), down: inner_edges(down, page.size.height) },
        _ => {
            Lines { across: inner_edges(across, page.size.width), down: inner_edges(down, page.size.height) }
        }
    }
}

/// The edges of cells that are not those of a sheet of that extent, each once, in order.
fn inner_edges(edges: Vec<[Abs; 2]>, most: Abs) -> Vec<Abs> {
    let mut inner: Vec<Abs> = edges.into_iter().flatten().collect();
    inner.retain(|&at| at > SLACK && at < most - SLACK);
    inner.sort_by(|a, b| a.to_pt().total_cmp(&b.to_pt()));
    inner.dedup_by(|a, b| (*a - *b).abs() < SLACK);
    inner
}

/// Ticks in the unprinted margin at each fold and each edge of a card, and dashes where the sheet is cut within.
pub(super) fn office_marks(layout: &Layout, page: &Page, side: usize) -> Frame {
    let mut marks = Frame::new(page.size);
    let lines = mark_lines(layout, page, side);
    // Office printers leave the edge white, so a tick stands where the printable area starts.
    let ends = |most: Abs| [layout.unprinted, most - layout.unprinted - TICK];
    let Size { width, height } = page.size;
    for (x, y) in lines.across.into_iter().flat_map(|x| ends(height).map(|y| (x, y))) {
        marks.push(Point::new(x, y), hairline(Point::new(Abs::ZERO, TICK), Color::BLACK));
    }
    for (x, y) in lines.down.into_iter().flat_map(|y| ends(width).map(|x| (x, y))) {
        marks.push(Point::new(x, y), hairline(Point::new(TICK, Abs::ZERO), Color::BLACK));
    }
    draw_cuts(layout, page, side, layout.unprinted, &mut marks);
    marks
}

/// Dashes where a side is cut within, up to so far from the edge of the sheet.
pub(super) fn draw_cuts(layout: &Layout, page: &Page, side: usize, margin: Abs, marks: &mut Frame) {
    let Size { width, height } = page.size;
    for cut in layout.fold.cuts(page.size).into_iter().filter(|cut| cut.side == side) {
        let printable = |at: Point| {
            let within = |at: Abs, most: Abs| at.max(margin).min(most - margin);
            Point::new(within(at.x, width), within(at.y, height))
        };
        draw_dashes(cut.ends.map(printable), marks);
    }
}

/// A dashed line; it ends with a dash, or a little before.
pub(super) fn draw_dashes([from, to]: [Point; 2], marks: &mut Frame) {
    let (right, down) = (to.x - from.x, to.y - from.y);
    let length = right.max(down);
    let share = |part: Abs| part / length;
    let step = Point::new(right * share(DASH), down * share(DASH));
    let mut done = Abs::ZERO;
    while done + DASH <= length + SLACK {
        let at = Point::new(from.x + right * share(done), from.y + down * share(done));
        marks.push(at, hairline(step, Color::BLACK));
        done += DASH * 2.0;
    }
}

/// A hairline from where it is placed.
pub(super) fn hairline(to: Point, color: Color) -> FrameItem {
    stroked(&[Step::Move(Point::default()), Step::Line(to)], color)
}

/// A hairline along an outline.
pub(super) fn stroked(steps: &[Step], color: Color) -> FrameItem {
    frame::stroked(steps, Stroke::plain(color, HAIRLINE))
}
