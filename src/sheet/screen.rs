//! Panels one by one, for a screen: each is a page of its own size, upright however it lies on the sheet, in the order in
//! which they are read. What a sheet holds several times is shown once, and fields go to the edge of the page.

use crate::frame::{Frame, FrameItem, Group, GroupKind, NodeId, SheetSide, walk};
use crate::geom::{Abs, Affine};

use super::side::{Imposition, cell_frame};

/// The pages in reading order.
pub(super) fn screen_pages(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    let cells = imposition.page.cells.iter().filter(|cell| !cell.copy);
    let mut pages: Vec<(Option<NodeId>, Frame)> = cells
        .map(|cell| cell_frame(imposition, cell, Abs::ZERO))
        .filter(|frame| !frame.items.is_empty())
        .map(|frame| (first_read(&frame), frame))
        .collect();
    // Panels are numbered in the order of the fold; what is read first decides. One without words comes last.
    pages.sort_by_key(|(first, _)| (first.is_none(), *first));
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
