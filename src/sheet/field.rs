//! The fields behind panels, as far as the ink reaches: to the folds as their layout has them; along the edge of a sheet to
//! what an office printer leaves white, or over it where it is trimmed.

use crate::fit::SetPanel;
use crate::frame::{FrameItem, GroupKind, PanelField, backing};
use crate::geom::{Abs, Affine, Point, Rect};

/// Rounding of places, far below what prints.
pub(super) const SLACK: Abs = Abs::mm(0.01);

/// Where fields end along the edges of what is printed.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// What they may be cut along: the sheet, or the page of a screen.
    pub(super) edge: Rect,
    /// A side of a field that is no farther from the edge ends there.
    pub(super) near: Abs,
    /// How far beyond the edge it ends; below nothing, how far before.
    pub(super) over: Abs,
}

/// The field of a panel, placed; `to_sheet` maps places of its cell.
pub(super) fn placed_field(panel: &SetPanel, to_sheet: &Affine, reach: Reach) -> Option<(Point, FrameItem)> {
    let GroupKind::Panel(tag) = &panel.group.kind else { return None };
    let PanelField { rect, color } = tag.field?;
    let at = panel.at + rect.at;
    let field = reach.extended(to_sheet.extent_of(&Rect::new(at, rect.size)))?;
    Some((field.at, backing(field.size, color)))
}

impl Reach {
    /// The field with its sides along the edge where they end; `None` where nothing is left of it.
    fn extended(self, field: Rect) -> Option<Rect> {
        let Reach { edge, near, over } = self;
        let side =
            |at: Abs, edge: Abs, out: Abs| if (at - edge).abs() <= near + SLACK { edge + out } else { at };
        let (left, right) = (side(field.at.x, edge.at.x, -over), side(field.right(), edge.right(), over));
        let (top, bottom) = (side(field.at.y, edge.at.y, -over), side(field.bottom(), edge.bottom(), over));
        (left < right && top < bottom)
            .then(|| Rect::between(Point::new(left, top), Point::new(right, bottom)))
    }
}
