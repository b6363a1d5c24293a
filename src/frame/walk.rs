//! A walk through all that a frame holds, for those who read it: no reader has to know how groups lie in groups.

use super::item::{Frame, FrameItem, Group, GroupKind, PanelTag};
use super::structure::NodeId;
use super::text::{Origin, TextRun};
use crate::geom::{Affine, Size};

/// An item as it is met on a walk.
pub struct Met<'f, 'w> {
    /// The item. The items of a group are met after it.
    pub item: &'f FrameItem,
    /// From the item's own places, of a group those in it, to the places that the walk started in.
    pub placed: Affine,
    /// The groups around it, the outermost first, each with where its places are.
    around: &'w [Around<'f>],
}

/// A group around an item.
#[derive(Clone, Copy)]
pub struct Around<'f> {
    /// What it stands for.
    pub kind: &'f GroupKind,
    /// Its extent.
    pub size: Size,
    /// From its places to those that the walk started in.
    pub placed: Affine,
}

/// Meets all items of a frame in the order of painting; `from` maps the places of the frame.
pub fn walk<'f>(frame: &'f Frame, from: &Affine, mut meet: impl FnMut(&Met<'f, '_>)) {
    descend(frame, from, &mut Vec::new(), &mut meet);
}

fn descend<'f>(
    frame: &'f Frame,
    from: &Affine,
    around: &mut Vec<Around<'f>>,
    meet: &mut impl FnMut(&Met<'f, '_>),
) {
    for (at, item) in &frame.items {
        let shift = Affine { shift: *at, ..Affine::IDENTITY };
        let own = match item {
            FrameItem::Group(group) => shift.after(&group.transform),
            FrameItem::Text(_) | FrameItem::Path(_) | FrameItem::Picture(_) | FrameItem::Link(_) => shift,
        };
        let placed = from.after(&own);
        meet(&Met { item, placed, around });
        if let FrameItem::Group(group) = item {
            let Group { kind, frame, .. } = group;
            around.push(Around { kind, size: frame.size, placed });
            descend(frame, &placed, around, meet);
            around.pop();
        }
    }
}

impl<'f> Met<'f, '_> {
    /// The groups around the item, the innermost first; none in what repeats what was read before.
    pub fn around(&self) -> impl Iterator<Item = &Around<'f>> {
        let shown = if self.is_copy() { &[] } else { self.around };
        shown.iter().rev()
    }

    /// Whether it repeats what was read before.
    pub fn is_copy(&self) -> bool {
        self.around.iter().any(|group| matches!(group.kind, GroupKind::Copy))
    }

    /// The panel that it is in.
    pub fn panel(&self) -> Option<&'f PanelTag> {
        self.around().find_map(|group| match group.kind {
            GroupKind::Panel(tag) => Some(tag),
            _ => None,
        })
    }

    /// The block that it is of.
    pub fn block(&self) -> Option<NodeId> {
        self.around().find_map(|group| match group.kind {
            GroupKind::Block(node) => Some(*node),
            _ => None,
        })
    }

    /// Where a run of text met here comes from, as far as a reader is to be told it.
    pub fn origin(&self, run: &'f TextRun) -> Option<&'f Origin> {
        run.origin.as_ref().filter(|_| !self.is_copy())
    }
}
