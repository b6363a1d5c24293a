//! Imposition. In: set panels, a layout, a page. Out: the sides of the sheets in print order, with the marks that show where
//! to fold and cut.

use crate::color::Color;
use crate::fit::SetPanel;
use crate::fold::{PlacedCell, Scheme};
use crate::frame::{Duplex, Frame, FrameItem, Group, GroupKind, Path, SheetSide, Step, Stroke};
use crate::geom::{Abs, Affine, Point, Size};
use crate::spec::{Layout, Page};

/// The length of a fold tick (PRINT.md, What printers ask).
const TICK: Abs = Abs::mm(3.0);
/// The thickness of ticks and cuts (PRINT.md, What printers ask).
const HAIRLINE: Abs = Abs::pt(0.25);
/// The dashes of a cut, and the gaps between (H).
const DASH: Abs = Abs::mm(1.5);

/// The sides of the sheets in print order: outside, inside; or page by page where nothing is folded.
pub fn impose(layout: &Layout, page: &Page, panels: &[SetPanel]) -> Vec<SheetSide> {
    (0..sides(layout, page))
        .map(|side| SheetSide {
            name: name(layout, side),
            trim: page.size,
            bleed: Abs::ZERO,
            frame: imposed(page, side, panels),
            marks: marks(layout, page, side),
        })
        .collect()
}

/// What is printed on a side: each of its cells with the panels that are in it. What repeats a cell before it is read once
/// only, so the copies are no part of the structure.
fn imposed(page: &Page, side: usize, panels: &[SetPanel]) -> Frame {
    let mut frame = Frame::new(page.size);
    for cell in page.cells.iter().filter(|cell| cell.side == side) {
        for panel in panels.iter().filter(|panel| panel.cell == cell.panel) {
            let group = if cell.copy { panel.group.unread() } else { panel.group.clone() };
            frame.push(cell.to_sheet().apply(panel.at), FrameItem::Group(turned(group, cell)));
        }
    }
    frame
}

fn turned(group: Group, cell: &PlacedCell) -> Group {
    let transform = Affine::turn(cell.turn).after(&group.transform);
    let kind = match group.kind {
        GroupKind::Panel(mut tag) => {
            tag.turn = cell.turn;
            GroupKind::Panel(tag)
        }
        other => other,
    };
    Group { kind, transform, frame: group.frame }
}

/// Which edge the sheet is turned over so that both tops are up: the short one of a sheet that lies on its side, the long
/// one of a sheet that stands (PRINT.md).
pub fn duplex(layout: &Layout, page: &Page) -> Duplex {
    match (sides(layout, page), layout.landscape) {
        (1, _) => Duplex::Simplex,
        (_, true) => Duplex::FlipShort,
        (_, false) => Duplex::FlipLong,
    }
}

/// How many sides there are up to the last one that carries a panel; of stitched sheets both.
fn sides(layout: &Layout, page: &Page) -> usize {
    let carries = |panel: u32| layout.panels.iter().any(|spec| spec.cell == panel);
    let last = page.cells.iter().filter(|cell| carries(cell.panel)).map(|cell| cell.side + 1).max();
    match layout.fold.scheme {
        Scheme::Booklet => last.unwrap_or(1).next_multiple_of(2),
        Scheme::Folded(_)
        | Scheme::Pages
        | Scheme::Zine
        | Scheme::TwoUp
        | Scheme::Cards
        | Scheme::ShoeCards
        | Scheme::TearOff => last.unwrap_or(1),
    }
}

fn name(layout: &Layout, side: usize) -> String {
    match (layout.fold.scheme, side) {
        (Scheme::Folded(_), 0) => "outside".to_owned(),
        (Scheme::Folded(_), _) => "inside".to_owned(),
        (_, side) => (side + 1).to_string(),
    }
}

/// Ticks in the unprinted margin at each fold and each edge of a card, and dashes where the sheet is cut within.
fn marks(layout: &Layout, page: &Page, side: usize) -> Frame {
    let mut marks = Frame::new(page.size);
    if layout.fold.scheme == Scheme::Pages {
        return marks;
    }
    let cells = page.cells.iter().filter(|cell| cell.side == side);
    let edges = cells.map(|cell| cell.rect);
    let (across, down): (Vec<[Abs; 2]>, Vec<[Abs; 2]>) =
        edges.map(|rect| ([rect.at.x, rect.right()], [rect.at.y, rect.bottom()])).unzip();
    let within = |edges: Vec<[Abs; 2]>, most: Abs| {
        let mut inner: Vec<Abs> = edges.into_iter().flatten().collect();
        inner.retain(|&at| at > Abs::mm(0.01) && at < most - Abs::mm(0.01));
        inner.sort_by(|a, b| a.to_pt().total_cmp(&b.to_pt()));
        inner.dedup_by(|a, b| (*a - *b).abs() < Abs::mm(0.01));
        inner
    };
    // Office printers leave the edge white, so a tick stands where the printable area starts.
    let ends = |most: Abs| [layout.unprinted, most - layout.unprinted - TICK];
    let Size { width, height } = page.size;
    // Where strips are torn off, their cuts say enough.
    if layout.fold.scheme != Scheme::TearOff {
        for (x, y) in within(across, width).into_iter().flat_map(|x| ends(height).map(|y| (x, y))) {
            marks.push(Point::new(x, y), line(Point::new(Abs::ZERO, TICK)));
        }
    }
    for (x, y) in within(down, height).into_iter().flat_map(|y| ends(width).map(|x| (x, y))) {
        marks.push(Point::new(x, y), line(Point::new(TICK, Abs::ZERO)));
    }
    for cut in layout.fold.cuts(page.size).into_iter().filter(|cut| cut.side == side) {
        let printable = |at: Point| {
            let within = |at: Abs, most: Abs| at.max(layout.unprinted).min(most - layout.unprinted);
            Point::new(within(at.x, width), within(at.y, height))
        };
        dashes(cut.ends.map(printable), &mut marks);
    }
    marks
}

/// A dashed line; it ends with a dash, or a little before.
fn dashes([from, to]: [Point; 2], marks: &mut Frame) {
    let (right, down) = (to.x - from.x, to.y - from.y);
    let length = right.max(down);
    let share = |part: Abs| part / length;
    let step = Point::new(right * share(DASH), down * share(DASH));
    let mut done = Abs::ZERO;
    while done + DASH <= length {
        let at = Point::new(from.x + right * share(done), from.y + down * share(done));
        marks.push(at, line(step));
        done += DASH * 2.0;
    }
}

/// A hairline from where it is placed.
fn line(to: Point) -> FrameItem {
    let steps = [Step::Move(Point::default()), Step::Line(to)];
    let stroke = Stroke { color: Color::BLACK, width: HAIRLINE, round: false };
    FrameItem::Path(Path {
        steps: steps.as_slice().into(),
        fill: None,
        even_odd: false,
        stroke: Some(stroke),
    })
}
