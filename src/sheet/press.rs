//! Sheets for a print shop: fields go over the trim, and outside that bleed stand the marks that the shop cuts, folds and
//! registers by, with a line that says what the sheet is (docs/print.md, "What printers ask").

use crate::color::{Color, Profile};
use crate::flow::{Backdrop, Words, one_line};
use crate::fold::{PlacedCell, Scheme};
use crate::frame::{Frame, GroupKind, SheetSide, Step, circle};
use crate::geom::{Abs, Point, Rect, Size};
use crate::spec::{Layout, Page, Press, PressMarks, PressPages};
use crate::style::{Align, LineStyle};
use crate::text::Paragraph;

use super::field::Reach;
use super::marks::{draw_cuts, draw_dashes, hairline, mark_lines, stroked};
use super::side::{Imposition, cell_frame, side_count, side_frame, side_name};

/// What lies around the bleed for marks (H: a target and the slug line).
const SLUG: Abs = Abs::mm(10.0);
/// The length of crop and fold marks (docs/print.md, "What printers ask").
const MARK: Abs = Abs::mm(5.0);
/// The arms and the circle of a registration mark (H: what a loupe shows whole).
const TARGET: (Abs, Abs) = (Abs::mm(2.5), Abs::mm(1.5));
/// The size of the slug line, and how far its baseline lies from where marks start, below them.
const LETTERS: (Abs, Abs) = (Abs::pt(6.0), Abs::mm(8.2));
/// The slug line starts this far to the right of the trim's corner.
const INDENT: Abs = Abs::mm(3.0);

/// The pages of the file: sides of sheets in print order, or single pages in reading order.
pub(super) fn press_sides(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    if is_apart(imposition) { single_pages(imposition) } else { sheet_sides(imposition) }
}

/// The name and the size of each page of the file.
pub(super) fn press_pages(imposition: &Imposition<'_>) -> Vec<(String, Size)> {
    let Imposition { layout, page, .. } = *imposition;
    if is_apart(imposition) {
        return (1..)
            .zip(single_cells(imposition))
            .map(|(at, cell): (u32, _)| (at.to_string(), cell.size()))
            .collect();
    }
    (0..side_count(layout, page)).map(|side| (side_name(layout, side), page.size)).collect()
}

/// Whether the shop puts what comes on a sheet together itself: pages of a booklet, cards, copies of a handbill.
fn is_apart(imposition: &Imposition<'_>) -> bool {
    comes_apart(imposition.layout) && imposition.press.pages != PressPages::Sheet
}

/// Whether sheets of a layout hold several pages or copies, which are not folded into one another.
pub fn comes_apart(layout: &Layout) -> bool {
    match layout.fold.scheme {
        Scheme::Booklet | Scheme::Cards | Scheme::TwoUp => true,
        Scheme::Folded(_) | Scheme::Pages | Scheme::Zine | Scheme::ShoeCards | Scheme::TearOff => false,
    }
}

/// How many pages a file for a press has at most.
pub fn press_page_count(layout: &Layout, page: &Page, press: &Press) -> usize {
    let (panels, slugs) = (&[], &[]);
    press_pages(&Imposition { layout, page, panels, profile: Profile::Press, press, slugs }).len()
}

/// What comes on sheets, each once, in reading order; the back of what is printed on one side only does not.
fn single_cells<'a>(imposition: &Imposition<'a>) -> Vec<&'a PlacedCell> {
    let Imposition { layout, page, .. } = *imposition;
    let sides = side_count(layout, page);
    let mut cells: Vec<&PlacedCell> =
        page.cells.iter().filter(|cell| !cell.copy && cell.side < sides).collect();
    cells.sort_by_key(|cell| cell.panel);
    cells
}

/// Single pages in reading order, blank ones too, with bleed on all four sides.
fn single_pages(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    let around = Around::of(imposition);
    let numbered = (1..).zip(single_cells(imposition));
    let page = |(number, cell): (usize, &PlacedCell)| {
        let trim = cell.size();
        SheetSide {
            name: number.to_string(),
            trim,
            bleed: around.bleed,
            slug: around.slug,
            frame: cell_frame(imposition, cell, around.bleed),
            marks: edge_marks(trim, around, &[], &[], imposition.slug(number - 1)),
        }
    };
    numbered.map(page).collect()
}

/// The sides in print order.
fn sheet_sides(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    let Imposition { layout, page, .. } = *imposition;
    let around = Around::of(imposition);
    let reach = Reach {
        edge: Rect { size: page.size, ..Rect::default() },
        near: layout.unprinted,
        over: around.bleed,
    };
    let mut sides = Vec::new();
    for side in 0..side_count(layout, page) {
        let [across, down] = [marked_across(layout, page, side), marked_down(layout, page, side)];
        let mut marks = edge_marks(page.size, around, &across, &down, imposition.slug(side));
        // Where readers tear, the lines are part of what is printed.
        if around.marks != PressMarks::None || layout.fold.scheme == Scheme::TearOff {
            draw_cuts(layout, page, side, Abs::ZERO, &mut marks);
        }
        sides.push(SheetSide {
            name: side_name(layout, side),
            trim: page.size,
            bleed: around.bleed,
            slug: around.slug,
            frame: side_frame(imposition, side, reach),
            marks,
        });
    }
    sides
}

/// What lies around the trim of a page.
#[derive(Clone, Copy)]
struct Around {
    /// How far ink reaches over it.
    bleed: Abs,
    /// What is drawn there.
    marks: PressMarks,
    /// How far marks are off the trim.
    offset: Abs,
    /// What lies around the bleed.
    slug: Abs,
}

impl Around {
    fn of(imposition: &Imposition<'_>) -> Around {
        let Imposition { layout, page, press, .. } = *imposition;
        let bleed = press.bleed_of(&layout.name, page.bleed);
        // Marks in the bleed would be printed on what is not cut off quite there.
        let offset = press.offset.unwrap_or(bleed).max(bleed);
        let slug = match press.marks {
            PressMarks::None => Abs::ZERO,
            PressMarks::Crop | PressMarks::All => offset - bleed + SLUG,
        };
        Around { bleed, marks: press.marks, offset, slug }
    }
}

/// The marks around a trim, `across` and `down` being the lines within it at which it is cut or folded.
fn edge_marks(
    trim: Size,
    around: Around,
    across: &[(Abs, EdgeMark)],
    down: &[(Abs, EdgeMark)],
    slug: Option<&Paragraph>,
) -> Frame {
    let mut marks = Frame::new(trim);
    let Size { width, height } = trim;
    let Around { offset, .. } = around;
    let ends = |most: Abs| [(Abs::ZERO, EdgeMark::Cut), (most, EdgeMark::Cut)];
    let is_drawn = |what: EdgeMark| match around.marks {
        PressMarks::None => false,
        PressMarks::Crop => what == EdgeMark::Cut,
        PressMarks::All => true,
    };
    for (x, what) in ends(width).into_iter().chain(across.iter().copied()).filter(|(_, what)| is_drawn(*what))
    {
        for y in mark_starts(height, offset) {
            draw_mark([Point::new(x, y), Point::new(x, y + MARK)], what, &mut marks);
        }
    }
    for (y, what) in ends(height).into_iter().chain(down.iter().copied()).filter(|(_, what)| is_drawn(*what))
    {
        for x in mark_starts(width, offset) {
            draw_mark([Point::new(x, y), Point::new(x + MARK, y)], what, &mut marks);
        }
    }
    if around.marks == PressMarks::All {
        let out = offset + SLUG / 2.0;
        for corner in [(-out, -out), (width + out, -out), (-out, height + out), (width + out, height + out)] {
            draw_target(Point::new(corner.0, corner.1), &mut marks);
        }
        if let Some(slug) = slug {
            draw_slug(slug, trim, offset, &mut marks);
        }
    }
    marks
}

/// Where the marks along two opposite edges start: they end so far before the sheet, and start so far behind.
fn mark_starts(most: Abs, offset: Abs) -> [Abs; 2] {
    [-(offset + MARK), most + offset]
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
fn draw_slug(slug: &Paragraph, trim: Size, offset: Abs, marks: &mut Frame) {
    let Some(line) = one_line(slug) else { return };
    let (size, below) = LETTERS;
    let measure = trim.width - INDENT * 2.0;
    let size = size.min(measure / line.width.to_em().max(1.0));
    let style = LineStyle { size, leading: size, align: Align::Start, color: Color::BLACK };
    let at = Point::new(INDENT, trim.height + offset + below);
    let measure = line.width.at(size);
    let words = Words { paragraph: slug, line: &line, measure, style, kind: GroupKind::Plain };
    words.place(at, &Backdrop::default(), marks);
}
