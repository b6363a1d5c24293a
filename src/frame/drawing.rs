//! Drawings as outputs read them: outlines, clips, layers that let through, gradients, and parts kept as pixels. Lengths
//! in the drawing's own units, a unit being a point; origin top left, y downwards.

use std::sync::Arc;

use super::path::{Line, Step};
use super::raster::Raster;
use crate::color::Color;
use crate::geom::{Abs, Affine, Point, Rect, Size};

/// A drawing at its natural size. Nothing outside of it is painted.
#[derive(Clone, PartialEq, Debug)]
pub struct Drawing {
    /// Its extent.
    pub size: Size,
    /// What it is made of, in the order of painting.
    pub pieces: Vec<Piece>,
}

impl Drawing {
    /// Calls `visit` with each piece, layers and patterns before what they hold.
    pub fn each_piece<'a>(&'a self, visit: &mut impl FnMut(&'a Piece)) {
        visit_pieces(&self.pieces, visit);
    }

    /// Whether something shows through in it, or in what it stands on.
    pub fn is_mixed(&self) -> bool {
        let mut mixed = false;
        self.each_piece(&mut |piece| {
            mixed |= match piece {
                Piece::Outline(outline) => {
                    let lets_through = match &outline.ink {
                        Ink::Plain(_) | Ink::Pattern(_) => false,
                        Ink::Gradient(gradient) => gradient.stops.iter().any(|stop| stop.opacity < 1.0),
                    };
                    outline.opacity < 1.0 || lets_through
                }
                Piece::Layer(layer) => layer.opacity < 1.0 || layer.clip.len() > 1,
                Piece::Inlay(inlay) => inlay.raster.alpha.is_some(),
                Piece::Patch(_) => true,
            };
        });
        mixed
    }
}

impl Drawing {
    /// How many pixels of the coarsest picture in it lie on an inch, its unit being so many points long; `None` where it
    /// holds none.
    pub fn inlay_ppi(&self, unit: f64) -> Option<f64> {
        coarsest(&self.pieces, &Affine::scale(unit, unit))
    }
}

/// The fewest pixels to the inch of all pictures among pieces, which are mapped to points.
fn coarsest(pieces: &[Piece], to_points: &Affine) -> Option<f64> {
    let each = pieces.iter().filter_map(|piece| match piece {
        Piece::Layer(layer) => coarsest(&layer.pieces, to_points),
        Piece::Outline(Outline { ink: Ink::Pattern(pattern), .. }) => {
            coarsest(&pattern.pieces, &to_points.after(&pattern.place))
        }
        Piece::Inlay(inlay) => {
            let [a, b, c, d] = to_points.after(&inlay.place).linear;
            let inches = [inlay.size.width * a.hypot(b), inlay.size.height * c.hypot(d)]
                .map(|length| length / Abs::inches(1.0));
            let [across, down] = inlay.raster.seen().map(f64::from);
            Some((across / inches[0]).min(down / inches[1]))
        }
        Piece::Outline(_) | Piece::Patch(_) => None,
    });
    each.reduce(f64::min)
}

fn visit_pieces<'a>(pieces: &'a [Piece], visit: &mut impl FnMut(&'a Piece)) {
    for piece in pieces {
        visit(piece);
        match piece {
            Piece::Layer(layer) => visit_pieces(&layer.pieces, visit),
            Piece::Outline(Outline { ink: Ink::Pattern(pattern), .. }) => {
                visit_pieces(&pattern.pieces, visit);
            }
            Piece::Outline(_) | Piece::Inlay(_) | Piece::Patch(_) => {}
        }
    }
}

/// A part of a drawing.
#[derive(Clone, PartialEq, Debug)]
pub enum Piece {
    /// A filled or stroked outline.
    Outline(Outline),
    /// Pieces that are clipped or let through as one.
    Layer(Layer),
    /// A picture of pixels within the drawing.
    Inlay(Inlay),
    /// What an output can't take as outlines, and shows as pixels.
    Patch(Patch),
}

/// An outline, filled or stroked.
#[derive(Clone, PartialEq, Debug)]
pub struct Outline {
    /// Its steps, in units of its own.
    pub steps: Arc<[Step]>,
    /// From these units to the drawing's. A stroke is scaled with its outline, also where that is scaled unequally.
    pub place: Affine,
    /// How it is drawn.
    pub pen: Pen,
    /// In which colours.
    pub ink: Ink,
    /// How opaque it is, from 0 to 1.
    pub opacity: f64,
}

/// How an outline is drawn.
#[derive(Clone, PartialEq, Debug)]
pub enum Pen {
    /// Filled.
    Fill(FillRule),
    /// With a line along it.
    Stroke(Line),
}

/// What is inside of an outline that crosses itself (SVG 2, 13.4.2).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FillRule {
    /// What its contours wind around.
    NonZero,
    /// What an odd number of its contours wind around.
    EvenOdd,
}

/// The colours of an outline.
#[derive(Clone, PartialEq, Debug)]
pub enum Ink {
    /// One.
    Plain(Color),
    /// From colour to colour.
    Gradient(Arc<Gradient>),
    /// A drawing over and over.
    Pattern(Arc<Pattern>),
}

/// A drawing that is repeated across and down.
#[derive(Clone, PartialEq, Debug)]
pub struct Pattern {
    /// The extent of one.
    pub size: Size,
    /// From its units to the drawing's.
    pub place: Affine,
    /// What is repeated.
    pub pieces: Vec<Piece>,
}

/// A change from colour to colour; beyond its ends it goes on with the colours there.
#[derive(Clone, PartialEq, Debug)]
pub struct Gradient {
    /// Along what it changes.
    pub course: Course,
    /// From the course's units to the drawing's.
    pub place: Affine,
    /// The colours, at least two, by growing offsets.
    pub stops: Vec<GradientStop>,
}

/// Along what a gradient changes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Course {
    /// A line.
    Line {
        /// Where the first colour is.
        from: Point,
        /// Where the last colour is.
        to: Point,
    },
    /// From circle to circle.
    Circles {
        /// Where the first colour is.
        from: Circle,
        /// Where the last colour is.
        to: Circle,
    },
}

/// A circle.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Circle {
    /// Its centre.
    pub centre: Point,
    /// Its radius.
    pub radius: Abs,
}

/// A colour of a gradient.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GradientStop {
    /// Where on the course, from 0 to 1.
    pub offset: f64,
    /// The colour.
    pub color: Color,
    /// How opaque it is, from 0 to 1.
    pub opacity: f64,
}

/// Pieces that are clipped or let through as one.
#[derive(Clone, PartialEq, Debug)]
pub struct Layer {
    /// What is left of them: what lies in any of these shapes. Empty where nothing is cut off.
    pub clip: Vec<ClipShape>,
    /// How opaque they are as one, from 0 to 1.
    pub opacity: f64,
    /// The pieces, in the order of painting.
    pub pieces: Vec<Piece>,
}

/// A shape of a clip, in the drawing's units.
#[derive(Clone, PartialEq, Debug)]
pub struct ClipShape {
    /// Its outline.
    pub steps: Arc<[Step]>,
    /// What is inside of it.
    pub rule: FillRule,
}

/// A picture of pixels within a drawing.
#[derive(Clone, PartialEq, Debug)]
pub struct Inlay {
    /// The pixels.
    pub raster: Arc<Raster>,
    /// Its extent in units of its own.
    pub size: Size,
    /// From these units to the drawing's.
    pub place: Affine,
}

/// A part of a drawing that no outline can show. Its pixels are made when it is known how fine they have to be.
#[derive(Clone, PartialEq, Debug)]
pub struct Patch {
    /// Where it lies in the drawing.
    pub bounds: Rect,
    /// The whole drawing, as plain SVG.
    pub svg: Arc<str>,
    /// Which of its nodes it is: the number of each node among its siblings, from the root down; empty for all.
    pub node: Vec<usize>,
    /// What in it can't be shown as outlines.
    pub cause: &'static str,
}
