//! What is set once more and read only once: the heading of a section that goes on in another column. In: placed rows. Out:
//! the same to the eye, as running lines are, which no output reads.

use std::sync::Arc;

use crate::frame::{Frame, FrameItem, Group, GroupKind};
use crate::geom::Point;

/// Places rows again that are of blocks.
pub(super) fn place_unread(rows: Frame, frame: &mut Frame) {
    for (at, item) in rows.items {
        match item {
            // A block is a bracket around items that lie in the panel, too.
            FrameItem::Group(Group { kind: GroupKind::Block(_), frame: block, .. })
                if at == Point::default() =>
            {
                place_unread(Arc::unwrap_or_clone(block), frame);
            }
            FrameItem::Group(group) => {
                let words = Arc::new(without_origin(Arc::unwrap_or_clone(group.frame)));
                // A numeral is a mark beside words, not words.
                let kind = match group.kind {
                    GroupKind::Label(_) => GroupKind::Plain,
                    _ => GroupKind::Head,
                };
                frame.push(at, FrameItem::Group(Group { kind, frame: words, ..group }));
            }
            FrameItem::Link(_) => {}
            FrameItem::Text(_) | FrameItem::Picture(_) | FrameItem::Path(_) => frame.push(at, item),
        }
    }
}

/// The words of a line without where they come from and lead to.
fn without_origin(line: Frame) -> Frame {
    let mut kept = Frame::new(line.size);
    for (at, item) in line.items {
        match item {
            FrameItem::Link(_) => {}
            FrameItem::Text(mut run) => {
                run.origin = None;
                kept.push(at, FrameItem::Text(run));
            }
            FrameItem::Group(_) | FrameItem::Picture(_) | FrameItem::Path(_) => kept.push(at, item),
        }
    }
    kept
}
