//! Imposition. In: set panels, a layout, a page, what the file is for. Out: the sides of the sheets in print order, with
//! the marks that show where to fold and cut; or, for a screen, the panels one by one in reading order.

mod field;
mod marks;
mod press;
mod screen;

use std::sync::Arc;

use crate::color::Profile;
use crate::fit::SetPanel;
use crate::fold::{PlacedCell, Scheme};
use crate::frame::{Duplex, Frame, FrameItem, Group, GroupKind, SheetSide, walk};
use crate::geom::{Abs, Affine, Rect};
use crate::spec::{Layout, Page};
use crate::text::Paragraph;

use field::Reach;

/// What is put on sheets.
#[derive(Clone, Copy)]
pub struct Imposition<'a> {
    /// The layout.
    pub layout: &'a Layout,
    /// The sheet.
    pub page: &'a Page,
    /// The panels in the layout's order.
    pub panels: &'a [SetPanel],
    /// What the sheets are for.
    pub profile: Profile,
    /// What a press sheet says of itself outside its bleed, side by side; elsewhere nothing says it.
    pub slugs: &'a [Arc<Paragraph>],
}

/// The sides of the sheets in print order: outside, inside; or page by page where nothing is folded.
pub fn impose(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    let mut sides = match imposition.profile {
        Profile::Office => office(imposition),
        Profile::Press => press::impose(imposition),
        Profile::Screen => screen::impose(imposition),
    };
    // What is no part of a sheet that is folded or cut is not printed or sent for nothing.
    if imposition.layout.fold.scheme == Scheme::Pages || imposition.profile == Profile::Screen {
        sides.retain(|side| !is_blank(&side.frame));
    }
    sides
}

/// Whether nothing is painted.
fn is_blank(frame: &Frame) -> bool {
    let mut blank = true;
    walk(frame, &Affine::IDENTITY, |met| {
        blank &= matches!(met.item, FrameItem::Group(_) | FrameItem::Link(_));
    });
    blank
}

/// Fields stop where an office printer does, and marks stand in what it leaves white.
fn office(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    let Imposition { layout, page, .. } = *imposition;
    let side = |side| SheetSide {
        name: name(layout, side),
        trim: page.size,
        bleed: Abs::ZERO,
        slug: Abs::ZERO,
        frame: imposed(imposition, side, None),
        marks: marks::office(layout, page, side),
    };
    (0..sides(layout, page)).map(side).collect()
}

/// What is printed on a side: each of its cells with the panels that are in it. What repeats a cell before it is read once
/// only, so the copies are no part of the structure.
fn imposed(imposition: &Imposition<'_>, side: usize, reach: Option<Reach>) -> Frame {
    let Imposition { page, panels, .. } = *imposition;
    let mut frame = Frame::new(page.size);
    for cell in page.cells.iter().filter(|cell| cell.side == side) {
        let to_sheet = cell.to_sheet();
        for panel in panels.iter().filter(|panel| panel.cell == cell.panel) {
            frame.items.extend(field::of(panel, &to_sheet, reach));
            let group = if cell.copy { panel.group.copy() } else { panel.group.clone() };
            frame.push(to_sheet.apply(panel.at), FrameItem::Group(turned(group, cell)));
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
/// one of a sheet that stands (docs/print.md, "What printers ask").
pub fn duplex(layout: &Layout, page: &Page) -> Duplex {
    match (sides(layout, page), layout.landscape) {
        (1, _) => Duplex::Simplex,
        (_, true) => Duplex::FlipShort,
        (_, false) => Duplex::FlipLong,
    }
}

/// The names of the sides in print order.
pub fn side_names(layout: &Layout, page: &Page) -> Vec<String> {
    (0..sides(layout, page)).map(|side| name(layout, side)).collect()
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

/// The whole sheet.
fn whole(page: &Page) -> Rect {
    Rect { size: page.size, ..Rect::default() }
}
