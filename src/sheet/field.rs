//! The fields behind panels, as far as the ink reaches: to the folds as their layout has them; along the edge of a sheet to
//! what an office printer leaves white, or over it where it is trimmed.

use crate::fit::SetPanel;
use crate::frame::{FrameItem, GroupKind, PanelField, backing, bar};
use crate::geom::{Abs, Affine, Point, Rect, Size};

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

/// What is cut off around a cell, as around cards in the middle of a sheet.
#[derive(Clone, Copy)]
pub(super) struct Waste {
    /// The cell.
    pub(super) cell: Rect,
    /// How far a field goes over its left, top, right and lower side.
    pub(super) over: [Abs; 4],
}

impl Waste {
    /// That of a cell among those of its side: a field goes over the sides along which no other cell lies.
    pub(super) fn around(cell: Rect, others: &[Rect], over: Abs) -> Waste {
        let over = over.max(Abs::ZERO);
        let touches =
            |strip: Rect| others.iter().any(|other| *other != cell && other.overlaps(&strip, SLACK));
        let Rect { at, size } = cell;
        let beside = |x: Abs, y: Abs, width: Abs, height: Abs| {
            let strip = Rect::new(at + Point::new(x, y), Size::new(width, height));
            if touches(strip) { Abs::ZERO } else { over }
        };
        let thin = SLACK * 4.0;
        let over = [
            beside(-thin, Abs::ZERO, thin, size.height),
            beside(Abs::ZERO, -thin, size.width, thin),
            beside(size.width, Abs::ZERO, thin, size.height),
            beside(Abs::ZERO, size.height, size.width, thin),
        ];
        Waste { cell, over }
    }

    /// The field with the sides that lie along the cell's moved over them.
    fn covered(self, field: Rect) -> Rect {
        let Waste { cell, over: [left, top, right, lower] } = self;
        let side = |at: Abs, edge: Abs, out: Abs| if (at - edge).abs() <= SLACK { at + out } else { at };
        Rect::between(
            Point::new(side(field.at.x, cell.at.x, -left), side(field.at.y, cell.at.y, -top)),
            Point::new(side(field.right(), cell.right(), right), side(field.bottom(), cell.bottom(), lower)),
        )
    }
}

/// The field of a panel, placed; `to_sheet` maps places of its cell.
pub(super) fn placed_field(
    panel: &SetPanel,
    to_sheet: &Affine,
    reach: Reach,
    waste: Waste,
) -> Option<(Point, FrameItem)> {
    let GroupKind::Panel(tag) = &panel.group.kind else { return None };
    let PanelField { rect, color } = tag.field?;
    let at = panel.at + rect.at;
    let field = reach.extended(waste.covered(to_sheet.extent_of(&Rect::new(at, rect.size))))?;
    Some((field.at, backing(field.size, bar(field.size, color))))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Left, top, right and lower side of a rectangle, in points.
    fn rect([left, top, right, lower]: [f64; 4]) -> Rect {
        Rect::between(Point::new(Abs::pt(left), Abs::pt(top)), Point::new(Abs::pt(right), Abs::pt(lower)))
    }

    #[test]
    fn fields_go_over_the_sides_of_a_cell_that_no_other_cell_lies_along() {
        // Two cards beside each other, one below the first.
        let cells = [[50.0, 50.0, 150.0, 100.0], [150.0, 50.0, 250.0, 100.0], [50.0, 100.0, 150.0, 150.0]];
        let over = |cell: usize, field: [f64; 4]| {
            let others = cells.map(rect);
            Waste::around(rect(cells[cell]), &others, Abs::pt(9.0)).covered(rect(field))
        };
        assert_eq!(over(0, cells[0]), rect([41.0, 41.0, 150.0, 100.0]));
        assert_eq!(over(1, cells[1]), rect([150.0, 41.0, 259.0, 109.0]));
        assert_eq!(over(2, [50.0, 130.0, 150.0, 150.0]), rect([41.0, 130.0, 159.0, 159.0]));
        assert_eq!(
            over(2, [60.0, 110.0, 140.0, 140.0]),
            rect([60.0, 110.0, 140.0, 140.0]),
            "what stops before stays"
        );
    }

    #[test]
    fn fields_end_where_the_edge_of_their_sheet_does() {
        let edge = rect([0.0, 0.0, 600.0, 400.0]);
        let reach = |over: f64| Reach { edge, near: Abs::pt(18.0), over: Abs::pt(over) };
        let half = rect([300.0, 0.0, 600.0, 400.0]);
        assert_eq!(reach(9.0).extended(half), Some(rect([300.0, -9.0, 609.0, 409.0])));
        assert_eq!(reach(-18.0).extended(half), Some(rect([300.0, 18.0, 582.0, 382.0])));
        assert_eq!(reach(-18.0).extended(rect([0.0, 0.0, 600.0, 10.0])), None, "no printer reaches it");
    }
}
