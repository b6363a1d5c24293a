//! Plain shapes, and drawings at a size.

use super::item::{Frame, FrameItem, Group, GroupKind};
use super::path::{Path, Step, Stroke};
use crate::color::Color;
use crate::geom::{Abs, Affine, Point, Size};

/// How far the controls of a cubic curve lie for a quarter of a circle of radius 1 (to within 0.03 %).
const QUARTER: f64 = 0.552_284_75;

/// A filled rectangle, its place being its top left corner.
pub fn bar(size: Size, color: Color) -> FrameItem {
    filled(&rectangle(size), color)
}

/// A filled disc, its place being its centre.
pub fn disc(radius: Abs, color: Color) -> FrameItem {
    filled(&circle(radius), color)
}

/// A rectangle from its top left corner, the origin.
pub fn rectangle(size: Size) -> [Step; 5] {
    [
        Step::Move(Point::default()),
        Step::Line(Point::new(size.width, Abs::ZERO)),
        Step::Line(Point::new(size.width, size.height)),
        Step::Line(Point::new(Abs::ZERO, size.height)),
        Step::Close,
    ]
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

/// A leaf from its top left corner, the origin: a rectangle whose top right and bottom left corners are round.
pub fn leaf(size: Size, radius: Abs) -> [Step; 7] {
    let Size { width, height } = size;
    let radius = radius.min(width).min(height);
    let reach = radius * (1.0 - QUARTER);
    [
        Step::Move(Point::default()),
        Step::Line(Point::new(width - radius, Abs::ZERO)),
        Step::Cubic(
            Point::new(width - reach, Abs::ZERO),
            Point::new(width, reach),
            Point::new(width, radius),
        ),
        Step::Line(Point::new(width, height)),
        Step::Line(Point::new(radius, height)),
        Step::Cubic(
            Point::new(reach, height),
            Point::new(Abs::ZERO, height - reach),
            Point::new(Abs::ZERO, height - radius),
        ),
        Step::Close,
    ]
}

/// An outline filled with one colour.
pub fn filled(steps: &[Step], color: Color) -> FrameItem {
    FrameItem::Path(Path { steps: steps.into(), fill: Some(color), even_odd: false, stroke: None })
}

/// An outline drawn with a line.
pub fn stroked(steps: &[Step], stroke: Stroke) -> FrameItem {
    FrameItem::Path(Path { steps: steps.into(), fill: None, even_odd: false, stroke: Some(stroke) })
}

/// A field of colour behind text, its place being its top left corner.
pub fn backing(size: Size, field: FrameItem) -> FrameItem {
    let mut frame = Frame::new(size);
    frame.push(Point::default(), field);
    FrameItem::Group(Group::new(GroupKind::Field, frame))
}

/// Outlines that a look draws with, at their natural size: a motif, an icon, a bullet.
#[derive(Clone, PartialEq, Debug)]
pub struct Motif {
    /// Its extent.
    pub size: Size,
    /// Its outlines in the order of painting, from the top left corner.
    pub paths: Vec<Path>,
}

impl Motif {
    /// The colours that it is drawn in.
    pub fn colors(&self) -> impl Iterator<Item = Color> {
        self.paths
            .iter()
            .flat_map(|path| path.fill.into_iter().chain(path.stroke.as_ref().map(|stroke| stroke.color)))
    }

    /// The same in other colours.
    pub fn recolored(&self, color: impl Fn(Color) -> Color) -> Motif {
        let recolored = |path: &Path| Path {
            fill: path.fill.map(&color),
            stroke: path
                .stroke
                .as_ref()
                .map(|stroke| Stroke { color: color(stroke.color), ..stroke.clone() }),
            ..path.clone()
        };
        Motif { size: self.size, paths: self.paths.iter().map(recolored).collect() }
    }
}

/// A motif at a width, strokes and all; the outlines themselves are shared, not copied.
pub fn drawn(motif: &Motif, width: Abs) -> Frame {
    let factor = width / motif.size.width;
    let mut natural = Frame::new(motif.size);
    for path in &motif.paths {
        natural.push(Point::default(), FrameItem::Path(path.clone()));
    }
    let mut frame = Frame::new(Size::new(width, motif.size.height * factor));
    let transform = Affine::scale(factor, factor);
    frame.push(
        Point::default(),
        FrameItem::Group(Group { transform, ..Group::new(GroupKind::Plain, natural) }),
    );
    frame
}
