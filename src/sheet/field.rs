//! The fields behind panels, as far as the ink reaches. An office printer leaves the edge of the sheet white, so layouts
//! let fields stop there; where nothing hinders, they go over it.

use crate::fit::SetPanel;
use crate::frame::{FrameItem, GroupKind, PanelField, backing};
use crate::geom::{Abs, Affine, Point, Rect};

/// Rounding of places, far below what prints.
pub(super) const SLACK: Abs = Abs::mm(0.01);

/// How far fields go beyond where they stop in an office.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// What they may be cut along: the sheet, or the page of a screen.
    pub(super) edge: Rect,
    /// A side of a field that is no farther from the edge goes over it.
    pub(super) near: Abs,
    /// How far it goes over.
    pub(super) over: Abs,
}

/// The field of a panel, placed; `to_sheet` maps places of its cell.
pub(super) fn placed_field(
    panel: &SetPanel,
    to_sheet: &Affine,
    reach: Option<Reach>,
) -> Option<(Point, FrameItem)> {
    let GroupKind::Panel(tag) = &panel.group.kind else { return None };
    let PanelField { rect, color } = tag.field?;
    let at = panel.at + rect.at;
    let field = to_sheet.extent_of(&Rect::new(at, rect.size));
    let field = reach.map_or(field, |reach| reach.extended(field));
    Some((field.at, backing(field.size, color)))
}

impl Reach {
    fn extended(self, field: Rect) -> Rect {
        let Reach { edge, near, over } = self;
        let side =
            |at: Abs, edge: Abs, out: Abs| if (at - edge).abs() <= near + SLACK { edge + out } else { at };
        Rect::between(
            Point::new(side(field.at.x, edge.at.x, -over), side(field.at.y, edge.at.y, -over)),
            Point::new(side(field.right(), edge.right(), over), side(field.bottom(), edge.bottom(), over)),
        )
    }
}
