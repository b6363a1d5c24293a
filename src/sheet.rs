//! Set panels onto the sides of a sheet, with the marks that show where to fold.

use crate::color::Color;
use crate::fit::SetPanel;
use crate::frame::{Duplex, Frame, FrameItem, Path, SheetSide, Step, Stroke};
use crate::geom::{Abs, Point};
use crate::spec::{Layout, Page};

/// The length of a fold tick (PRINT.md, What printers ask).
const TICK: Abs = Abs::mm(3.0);
/// Its thickness.
const HAIRLINE: Abs = Abs::pt(0.25);

/// The sides of the sheet in print order: outside, inside; or page by page where nothing is folded.
pub fn impose(layout: &Layout, page: &Page, panels: Vec<SetPanel>) -> Vec<SheetSide> {
    let sides = sides(layout, page);
    let mut imposed: Vec<SheetSide> = (0..sides)
        .map(|side| SheetSide {
            name: name(layout, side),
            trim: page.size,
            bleed: Abs::ZERO,
            frame: Frame::new(page.size),
            marks: fold_ticks(layout, page, side),
        })
        .collect();
    for panel in panels {
        imposed[panel.side].frame.push(panel.at, FrameItem::Group(panel.group));
    }
    imposed
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

/// How many sides carry a panel, up to the last one that does.
fn sides(layout: &Layout, page: &Page) -> usize {
    let carries = |panel: u32| layout.panels.iter().any(|spec| spec.cell == panel);
    page.cells.iter().filter(|cell| carries(cell.panel)).map(|cell| cell.side + 1).max().unwrap_or(1)
}

fn name(layout: &Layout, side: usize) -> String {
    match (layout.fold.name, side) {
        ("none", side) => (side + 1).to_string(),
        (_, 0) => "outside".to_owned(),
        _ => "inside".to_owned(),
    }
}

/// Short lines in the unprinted margin at each fold, top and bottom.
fn fold_ticks(layout: &Layout, page: &Page, side: usize) -> Frame {
    let mut marks = Frame::new(page.size);
    let inner = page.cells.iter().filter(|cell| cell.side == side && cell.rect.at.x > Abs::ZERO);
    for cell in inner.filter(|_| layout.fold.name != "none") {
        let x = cell.rect.at.x;
        // Office printers leave the edge white, so the tick ends where the printable area starts, or a little inside it.
        for y in [layout.unprinted, page.size.height - layout.unprinted - TICK] {
            marks.push(Point::new(x, y), tick());
        }
    }
    marks
}

fn tick() -> FrameItem {
    let steps = [Step::Move(Point::default()), Step::Line(Point::new(Abs::ZERO, TICK))];
    let stroke = Stroke { color: Color::BLACK, width: HAIRLINE, round: false };
    FrameItem::Path(Path {
        steps: steps.as_slice().into(),
        fill: None,
        even_odd: false,
        stroke: Some(stroke),
    })
}
