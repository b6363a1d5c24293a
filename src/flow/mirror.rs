//! Text that runs from the right. A panel is laid out as if its lines ran from the left; then the places of all that
//! belongs to the text are turned over, so that columns follow from the right, and indents, labels, numerals and rules
//! stand at the right. What is placed keeps its own look: lines are set from the right already, drawings are not flipped.

use std::sync::Arc;

use crate::frame::{Frame, FrameItem, GroupKind, Step};
use crate::geom::{Abs, Point, Rect};

/// Turns the places of a panel's items over within `inner`, its area for text.
pub(super) fn mirror(frame: &mut Frame, inner: Rect) {
    let edges = inner.at.x + inner.right();
    for (at, item) in &mut frame.items {
        match item {
            // A block is a bracket around items that lie in the panel, too.
            FrameItem::Group(group) if matches!(group.kind, GroupKind::Block(_)) => {
                mirror(Arc::make_mut(&mut group.frame), inner);
            }
            _ => {
                let [left, right] = extent(item);
                at.x = edges - at.x - left - right;
            }
        }
    }
}

/// The place of a rectangle, turned over within `inner`.
pub(super) fn mirrored(rect: Rect, inner: Rect) -> Rect {
    let edges = inner.at.x + inner.right();
    Rect::new(Point::new(edges - rect.right(), rect.at.y), rect.size)
}

/// How far an item reaches from its place: its left and its right edge.
fn extent(item: &FrameItem) -> [Abs; 2] {
    let from_place = |width: Abs| [Abs::ZERO, width];
    match item {
        FrameItem::Group(group) => from_place(group.frame.size.width),
        FrameItem::Text(run) => from_place(run.width()),
        FrameItem::Picture(picture) => from_place(picture.size.width),
        FrameItem::Link(link) => from_place(link.size.width),
        FrameItem::Path(path) => {
            let points = path.steps.iter().flat_map(|step| match *step {
                Step::Move(to) | Step::Line(to) => vec![to.x],
                Step::Cubic(one, two, to) => vec![one.x, two.x, to.x],
                Step::Close => Vec::new(),
            });
            let widen = |edges: Option<[Abs; 2]>, x: Abs| {
                Some(edges.map_or([x, x], |[left, right]| [left.min(x), right.max(x)]))
            };
            points.fold(None, widen).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::frame::{Group, NodeId, bar, disc};
    use crate::geom::Size;

    fn pt(x: f64) -> Abs {
        Abs::pt(x)
    }

    #[test]
    fn places_are_turned_over_within_the_area_for_text() {
        // An area from 10 to 100: what started 5 from its left ends 5 from its right.
        let inner = Rect::new(Point::new(pt(10.0), pt(0.0)), Size::new(pt(90.0), pt(50.0)));
        let mut block = Frame::default();
        block.push(Point::new(pt(15.0), pt(7.0)), bar(Size::new(pt(20.0), pt(1.0)), Color::BLACK));
        let mut frame = Frame::default();
        frame.push(Point::new(pt(15.0), pt(3.0)), disc(pt(4.0), Color::BLACK));
        frame.push(Point::default(), FrameItem::Group(Group::new(GroupKind::Block(NodeId(0)), block)));
        mirror(&mut frame, inner);
        assert_eq!(frame.items[0].0, Point::new(pt(95.0), pt(3.0)));
        let FrameItem::Group(block) = &frame.items[1].1 else { panic!("a block") };
        assert_eq!(
            (frame.items[1].0, block.frame.items[0].0),
            (Point::default(), Point::new(pt(75.0), pt(7.0)))
        );
    }
}
