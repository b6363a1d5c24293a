//! The finest of the tiles that a drawing repeats. In: the tree of a drawing, or a part of it. Out: how small a tile is.

use usvg::{Group, Node, Paint, Path};

use super::outline::{affine, rect};
use crate::geom::{Abs, Affine};

/// The shorter side of the smallest tile of all patterns in a group, in the drawing's units; `None` where there is none.
/// `place` leads from the group's units to the drawing's.
pub(super) fn finest_tile(group: &Group, place: &Affine) -> Option<Abs> {
    let place = place.after(&affine(group.transform()));
    let inside = group.children().iter().filter_map(|node| match node {
        Node::Group(inner) => finest_tile(inner, &place),
        Node::Path(path) => finest_of(path, &place),
        Node::Image(_) | Node::Text(_) => None,
    });
    let masked = group.mask().and_then(|mask| finest_tile(mask.root(), &place));
    inside.chain(masked).reduce(Abs::min)
}

/// The same of the patterns that a path is painted with.
fn finest_of(path: &Path, place: &Affine) -> Option<Abs> {
    let paints = [path.fill().map(|fill| fill.paint()), path.stroke().map(|stroke| stroke.paint())];
    let tiles = paints.into_iter().flatten().filter_map(|paint| match paint {
        Paint::Pattern(pattern) => {
            let place = place.after(&affine(pattern.transform()));
            let [across, down] = place.scales();
            let cell = rect(pattern.rect().to_rect()).size;
            let side = (cell.width * across).min(cell.height * down);
            Some(finest_tile(pattern.root(), &place).map_or(side, |inner| inner.min(side)))
        }
        _ => None,
    });
    tiles.reduce(Abs::min)
}
