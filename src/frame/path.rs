//! Outlines as outputs read them, and the lines along them.

use std::sync::Arc;

use crate::color::Color;
use crate::geom::{Abs, Point, Rect};

/// An outline, filled, stroked or both.
#[derive(Clone, PartialEq, Debug)]
pub struct Path {
    /// The steps of the outline; may hold several contours. Shared, since drawings repeat.
    pub steps: Arc<[Step]>,
    /// Its fill; contours wind non-zero unless `even_odd`.
    pub fill: Option<Color>,
    /// Whether it is filled by the even-odd rule.
    pub even_odd: bool,
    /// Its stroke.
    pub stroke: Option<Stroke>,
}

/// A step of an outline.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Step {
    /// Starts a contour.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve by its two control points and its end.
    Cubic(Point, Point, Point),
    /// Closes the contour.
    Close,
}

impl Step {
    /// Its end and its control points.
    pub fn points(&self) -> impl Iterator<Item = Point> + use<> {
        let points = match *self {
            Step::Move(to) | Step::Line(to) => [Some(to), None, None],
            Step::Cubic(one, two, to) => [Some(one), Some(two), Some(to)],
            Step::Close => [None; 3],
        };
        points.into_iter().flatten()
    }
}

/// The smallest rectangle around all points and controls of an outline, which lies within it; none at the origin where there
/// is no point.
pub fn extent(steps: &[Step]) -> Rect {
    Rect::around(steps.iter().flat_map(Step::points)).unwrap_or_default()
}

/// How an outline is stroked.
#[derive(Clone, PartialEq, Debug)]
pub struct Stroke {
    /// The colour.
    pub color: Color,
    /// The line.
    pub line: Line,
}

impl Stroke {
    /// An unbroken line with square ends and mitred corners.
    pub fn plain(color: Color, width: Abs) -> Stroke {
        Stroke { color, line: Line::plain(width) }
    }
}

/// The line that a pen draws along an outline (ISO 32000-1 8.4.3).
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Its width.
    pub width: Abs,
    /// Its ends.
    pub cap: Cap,
    /// Its corners.
    pub join: Join,
    /// How long a mitre may be, in widths of the line, before the corner is cut off.
    pub miter_limit: f64,
    /// Its dashes; `None` where it is unbroken.
    pub dashes: Option<Dashes>,
}

impl Line {
    /// Unbroken, with square ends and mitred corners.
    pub fn plain(width: Abs) -> Line {
        Line { width, cap: Cap::Butt, join: Join::Miter, miter_limit: MITER_LIMIT, dashes: None }
    }

    /// The line along its outline scaled by that factor.
    pub fn scaled(&self, factor: f64) -> Line {
        let dashes = self.dashes.as_ref().map(|dashes| Dashes {
            lengths: dashes.lengths.iter().map(|&length| length * factor).collect(),
            offset: dashes.offset * factor,
        });
        Line { width: self.width * factor, dashes, ..self.clone() }
    }
}

/// The limit of mitres that a page starts with (ISO 32000-1 table 52).
pub const MITER_LIMIT: f64 = 10.0;

/// The ends of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cap {
    /// Cut off at the end of the outline.
    Butt,
    /// Rounded beyond it.
    Round,
    /// Squared beyond it.
    Square,
}

/// The corners of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Join {
    /// Its edges go on until they meet.
    Miter,
    /// Rounded.
    Round,
    /// Cut off.
    Bevel,
}

/// The dashes of a line.
#[derive(Clone, PartialEq, Debug)]
pub struct Dashes {
    /// Dash, gap, dash, gap …; an even number of lengths, not all zero.
    pub lengths: Arc<[Abs]>,
    /// How far into them the line starts.
    pub offset: Abs,
}
