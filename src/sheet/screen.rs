//! Panels one by one, for a screen: each is a page of its own size, upright however it lies on the sheet, in the order in
//! which they are read. What a sheet holds several times is shown once, and fields go to the edge of the page.

use crate::fold::PlacedCell;
use crate::frame::{Frame, FrameItem, Group, GroupKind, NodeId, SheetSide, walk};
use crate::geom::{Abs, Affine};

use super::side::{Imposition, cell_frame};

/// The pages in reading order.
pub(super) fn screen_pages(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    let mut cells: Vec<&PlacedCell> = imposition.page.cells.iter().filter(|cell| !cell.copy).collect();
    cells.sort_by_key(|cell| cell.panel);
    let frames = cells.into_iter().map(|cell| cell_frame(imposition, cell, Abs::ZERO));
    let frames: Vec<Frame> = frames.filter(|frame| !frame.items.is_empty()).collect();
    // Panels are numbered in the order of the fold; what is read first decides. One without words, as a cover that names the
    // language alone, stands before the next one that has some.
    let mut next = None;
    let mut pages = Vec::new();
    for frame in frames.into_iter().rev() {
        let first = first_read(&frame);
        next = first.or(next);
        pages.push(((next.is_none(), next, first.is_some()), frame));
    }
    pages.reverse();
    pages.sort_by_key(|(order, _)| *order);
    (1..).zip(pages).map(|(number, (_, frame))| numbered_page(number, frame)).collect()
}

fn numbered_page(number: usize, frame: Frame) -> SheetSide {
    SheetSide {
        name: number.to_string(),
        trim: frame.size,
        bleed: Abs::ZERO,
        slug: Abs::ZERO,
        marks: Frame::new(frame.size),
        frame,
    }
}

/// What is read first in a frame.
fn first_read(frame: &Frame) -> Option<NodeId> {
    let mut first: Option<NodeId> = None;
    walk(frame, &Affine::IDENTITY, |met| {
        let node = match met.item {
            FrameItem::Group(Group { kind: GroupKind::Block(node), .. }) => Some(*node),
            FrameItem::Picture(picture) => picture.node,
            _ => None,
        };
        first = first.into_iter().chain(node).min();
    });
    first
}
