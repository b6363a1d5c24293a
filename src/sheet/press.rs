//! Sheets for a print shop: fields go over the trim, and outside that bleed stand the marks that the shop cuts, folds and
//! registers by, with a line that says what the sheet is (docs/print.md, "What printers ask").

use crate::color::Color;
use crate::flow::{Backdrop, Words, one_line};
use crate::fold::Scheme;
use crate::frame::{Frame, GroupKind, SheetSide, Step, circle};
use crate::geom::{Abs, Point, Rect, Size};
use crate::spec::{Layout, Page};
use crate::style::{Align, LineStyle};
use crate::text::Paragraph;

use super::field::Reach;
use super::marks::{draw_cuts, draw_dashes, hairline, mark_lines, stroked};
use super::side::{Imposition, side_count, side_frame, side_name};

/// What lies around the bleed for marks (H: a target and the slug line).
const SLUG: Abs = Abs::mm(10.0);
/// The length of crop and fold marks (docs/print.md, "What printers ask").
const MARK: Abs = Abs::mm(5.0);
/// The arms and the circle of a registration mark (H: what a loupe shows whole).
const TARGET: (Abs, Abs) = (Abs::mm(2.5), Abs::mm(1.5));
/// The size of the slug line, and how far its baseline lies from the bleed, below the marks.
const LETTERS: (Abs, Abs) = (Abs::pt(6.0), Abs::mm(8.2));
/// The slug line starts this far to the right of the trim's corner.
const INDENT: Abs = Abs::mm(3.0);

/// The sides in print order.
pub(super) fn press_sides(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    let Imposition { layout, page, slugs, .. } = *imposition;
    let reach =
        Reach { edge: Rect { size: page.size, ..Rect::default() }, near: layout.unprinted, over: page.bleed };
    let mut sides = Vec::new();
    for side in 0..side_count(layout, page) {
        sides.push(SheetSide {
            name: side_name(layout, side),
            trim: page.size,
            bleed: page.bleed,
            slug: SLUG,
            frame: side_frame(imposition, side, reach),
            marks: press_marks(layout, page, side, slugs.get(side).map(AsRef::as_ref)),
        });
    }
    sides
}

fn press_marks(layout: &Layout, page: &Page, side: usize, slug: Option<&Paragraph>) -> Frame {
    let mut marks = Frame::new(page.size);
    let Size { width, height } = page.size;
    draw_cuts(layout, page, side, Abs::ZERO, &mut marks);
    for (x, what) in [(Abs::ZERO, EdgeMark::Cut), (width, EdgeMark::Cut)]
        .into_iter()
        .chain(marked_across(layout, page, side))
    {
        for y in mark_starts(height, page.bleed) {
            draw_mark([Point::new(x, y), Point::new(x, y + MARK)], what, &mut marks);
        }
    }
    for (y, what) in [(Abs::ZERO, EdgeMark::Cut), (height, EdgeMark::Cut)]
        .into_iter()
        .chain(marked_down(layout, page, side))
    {
        for x in mark_starts(width, page.bleed) {
            draw_mark([Point::new(x, y), Point::new(x + MARK, y)], what, &mut marks);
        }
    }
    let out = page.bleed + SLUG / 2.0;
    for corner in [(-out, -out), (width + out, -out), (-out, height + out), (width + out, height + out)] {
        draw_target(Point::new(corner.0, corner.1), &mut marks);
    }
    if let Some(slug) = slug {
        draw_slug(slug, page, &mut marks);
    }
    marks
}

/// Where the marks along two opposite edges start: they end at the bleed before the sheet, and start at it behind.
fn mark_starts(most: Abs, bleed: Abs) -> [Abs; 2] {
    [-(bleed + MARK), most + bleed]
}

/// What the sheet is marked for along a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum EdgeMark {
    Cut,
    Fold,
}

/// The vertical lines within a side.
fn marked_across(layout: &Layout, page: &Page, side: usize) -> Vec<(Abs, EdgeMark)> {
    let what = match layout.fold.scheme {
        Scheme::Folded(_) | Scheme::Booklet | Scheme::Zine => EdgeMark::Fold,
        Scheme::Pages | Scheme::TwoUp | Scheme::Cards | Scheme::ShoeCards | Scheme::TearOff => EdgeMark::Cut,
    };
    mark_lines(layout, page, side).across.into_iter().map(|x| (x, what)).collect()
}

/// The horizontal ones. A strip of shoe cards is cut at both ends and folded between; what readers tear off stays on.
fn marked_down(layout: &Layout, page: &Page, side: usize) -> Vec<(Abs, EdgeMark)> {
    let down = mark_lines(layout, page, side).down;
    let last = down.len().saturating_sub(1);
    let marked = down.into_iter().enumerate().filter_map(|(at, y)| match layout.fold.scheme {
        Scheme::TearOff => None,
        Scheme::Zine => Some((y, EdgeMark::Fold)),
        Scheme::ShoeCards if at > 0 && at < last => Some((y, EdgeMark::Fold)),
        _ => Some((y, EdgeMark::Cut)),
    });
    marked.collect()
}

/// A mark from its upper left end: dashed where the sheet is folded, whole where it is cut.
fn draw_mark(ends: [Point; 2], what: EdgeMark, marks: &mut Frame) {
    let [from, to] = ends;
    match what {
        EdgeMark::Fold => draw_dashes(ends, marks),
        EdgeMark::Cut => marks.push(from, hairline(Point::new(to.x - from.x, to.y - from.y), Color::BLACK)),
    }
}

/// A cross in a circle on every plate.
fn draw_target(at: Point, marks: &mut Frame) {
    let (arm, radius) = TARGET;
    let cross = [
        Step::Move(Point::new(-arm, Abs::ZERO)),
        Step::Line(Point::new(arm, Abs::ZERO)),
        Step::Move(Point::new(Abs::ZERO, -arm)),
        Step::Line(Point::new(Abs::ZERO, arm)),
    ];
    marks.push(at, stroked(&cross, Color::REGISTRATION));
    marks.push(at, stroked(&circle(radius), Color::REGISTRATION));
}

/// The slug line below the sheet, smaller where it is longer than that is wide.
fn draw_slug(slug: &Paragraph, page: &Page, marks: &mut Frame) {
    let Some(line) = one_line(slug) else { return };
    let (size, below) = LETTERS;
    let measure = page.size.width - INDENT * 2.0;
    let size = size.min(measure / line.width.to_em().max(1.0));
    let style = LineStyle { size, leading: size, align: Align::Start, color: Color::BLACK };
    let at = Point::new(INDENT, page.size.height + page.bleed + below);
    let measure = line.width.at(size);
    let words = Words { paragraph: slug, line: &line, measure, style, kind: GroupKind::Plain };
    words.place(at, &Backdrop::default(), marks);
}
