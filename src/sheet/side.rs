//! The sides of a sheet: how many there are, what they are called, what is printed on each.

use std::sync::Arc;

use super::field::{Reach, Waste, placed_field};
use crate::color::Profile;
use crate::fit::SetPanel;
use crate::fold::{PlacedCell, Scheme};
use crate::frame::{Frame, FrameItem, Group, GroupKind};
use crate::geom::{Abs, Affine, Rect};
use crate::spec::{Layout, Page, Press};
use crate::text::Paragraph;

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
    /// The shop that sheets for a press are made for.
    pub press: &'a Press,
    /// What a press sheet says of itself outside its bleed, side by side; elsewhere nothing says it.
    pub slugs: &'a [Arc<Paragraph>],
}

impl<'a> Imposition<'a> {
    /// What a page of a press file says of itself.
    pub(super) fn slug(&self, page: usize) -> Option<&'a Paragraph> {
        self.slugs.get(page).map(AsRef::as_ref)
    }
}

/// How many sides there are up to the last one that carries a panel; of stitched sheets both.
pub fn side_count(layout: &Layout, page: &Page) -> usize {
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

/// The name of a side: `outside` or `inside` of a folded sheet, its number elsewhere.
pub(super) fn side_name(layout: &Layout, side: usize) -> String {
    match (layout.fold.scheme, side) {
        (Scheme::Folded(_), 0) => "outside".to_owned(),
        (Scheme::Folded(_), _) => "inside".to_owned(),
        (_, side) => (side + 1).to_string(),
    }
}

/// What is printed on a side: each of its cells with the panels that are in it. What repeats a cell before it is read once
/// only, so the copies are no part of the structure.
pub(super) fn side_frame(imposition: &Imposition<'_>, side: usize, reach: Reach) -> Frame {
    let Imposition { page, panels, .. } = *imposition;
    let mut frame = Frame::new(page.size);
    let cells = || page.cells.iter().filter(|cell| cell.side == side);
    let all: Vec<Rect> = cells().map(|cell| cell.rect).collect();
    for cell in cells() {
        let to_sheet = cell.to_sheet();
        let waste = Waste::around(cell.rect, &all, reach.over);
        for panel in panels.iter().filter(|panel| panel.cell == cell.panel) {
            frame.items.extend(placed_field(panel, &to_sheet, reach, waste));
            let group = if cell.copy { panel.group.copy() } else { panel.group.clone() };
            frame.push(to_sheet.apply(panel.at), FrameItem::Group(turned(group, cell)));
        }
    }
    frame
}

/// A cell by itself, upright however it lies on its sheet: a page of a screen, or one that a shop puts on sheets itself. Fields at
/// its edges go so far over them.
pub(super) fn cell_frame(imposition: &Imposition<'_>, cell: &PlacedCell, over: Abs) -> Frame {
    let size = cell.size();
    let mut frame = Frame::new(size);
    let edge = Rect { size, ..Rect::default() };
    let layout = imposition.layout;
    // The edges of a card are not those of a sheet, of which a printer leaves something white.
    let near = if layout.fold.scheme == Scheme::Cards { Abs::ZERO } else { layout.unprinted };
    let reach = Reach { edge, near, over };
    let waste = Waste { cell: edge, over: [over; 4] };
    for panel in imposition.panels.iter().filter(|panel| panel.cell == cell.panel) {
        frame.items.extend(placed_field(panel, &Affine::IDENTITY, reach, waste));
        frame.push(panel.at, FrameItem::Group(panel.group.clone()));
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
