//! Clip paths of usvg → shapes of which any shows what lies in it.

use usvg::{ClipPath, Group, Node};

use super::outline::{affine, rule, steps};
use crate::frame::{ClipShape, FillRule};
use crate::geom::Affine;

/// The shapes of a clip path, and of those that clip it in turn. `None` where one of its shapes is itself clipped.
pub(super) fn clip_shapes(clip: &ClipPath, place: &Affine) -> Option<Vec<Vec<ClipShape>>> {
    let mut clips = match clip.clip_path() {
        Some(other) => clip_shapes(other, place)?,
        None => Vec::new(),
    };
    let mut shapes = Vec::new();
    push_shapes(clip.root(), &place.after(&affine(clip.transform())), &mut shapes)?;
    clips.push(shapes);
    Some(clips)
}

fn push_shapes(group: &Group, place: &Affine, shapes: &mut Vec<ClipShape>) -> Option<()> {
    for node in group.children() {
        match node {
            Node::Group(inner) if inner.clip_path().is_some() || inner.mask().is_some() => return None,
            Node::Group(inner) => push_shapes(inner, &place.after(&affine(inner.transform())), shapes)?,
            Node::Path(path) if path.is_visible() => {
                let rule = path.fill().map_or(FillRule::NonZero, |fill| rule(fill.rule()));
                shapes.push(ClipShape { steps: steps(path, place).into(), rule });
            }
            Node::Path(_) => {}
            Node::Image(_) | Node::Text(_) => return None,
        }
    }
    Some(())
}
