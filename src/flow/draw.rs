//! Plain shapes.

use crate::color::Color;
use crate::frame::{FrameItem, Path, Step};
use crate::geom::{Abs, Point, Size};

/// How far the controls of a cubic curve lie for a quarter of a circle of radius 1 (to within 0.03 %).
const QUARTER: f64 = 0.552_284_75;

/// A filled rectangle, its place being its top left corner.
pub(super) fn bar(size: Size, color: Color) -> FrameItem {
    let corner = |x: Abs, y: Abs| Point::new(x, y);
    let steps = [
        Step::Move(Point::default()),
        Step::Line(corner(size.width, Abs::ZERO)),
        Step::Line(corner(size.width, size.height)),
        Step::Line(corner(Abs::ZERO, size.height)),
        Step::Close,
    ];
    filled(&steps, color)
}

/// A filled disc, its place being its centre.
pub(super) fn disc(radius: Abs, color: Color) -> FrameItem {
    filled(&circle(radius), color)
}

/// A circle about the origin, of four curves.
pub fn circle(radius: Abs) -> [Step; 6] {
    let at = |x: f64, y: f64| Point::new(radius * x, radius * y);
    [
        Step::Move(at(1.0, 0.0)),
        Step::Cubic(at(1.0, QUARTER), at(QUARTER, 1.0), at(0.0, 1.0)),
        Step::Cubic(at(-QUARTER, 1.0), at(-1.0, QUARTER), at(-1.0, 0.0)),
        Step::Cubic(at(-1.0, -QUARTER), at(-QUARTER, -1.0), at(0.0, -1.0)),
        Step::Cubic(at(QUARTER, -1.0), at(1.0, -QUARTER), at(1.0, 0.0)),
        Step::Close,
    ]
}

fn filled(steps: &[Step], color: Color) -> FrameItem {
    FrameItem::Path(Path { steps: steps.into(), fill: Some(color), even_odd: false, stroke: None })
}
