//! Gradients of usvg → gradients of ours, those that repeat within what they colour written out.

use usvg::{BaseGradient, LinearGradient, RadialGradient, SpreadMethod};

use super::outline::{affine, length, point};
use crate::color::Color;
use crate::frame::{Circle, Course, Gradient, GradientStop};
use crate::geom::{Affine, Point, Rect, whole_number};

/// How often a gradient may be written out one after another (H).
const MOST_TIMES: i32 = 64;

/// A gradient along a line, for what lies in `over` in the drawing. `None` where it repeats too often, or its transform leaves
/// nothing of it.
pub(super) fn along_line(gradient: &LinearGradient, place: &Affine, over: Rect) -> Option<Gradient> {
    let place = place.after(&affine(gradient.transform()));
    place.inverse()?;
    let (from, to) = (point(gradient.x1(), gradient.y1()), point(gradient.x2(), gradient.y2()));
    let stops = stops(gradient)?;
    if gradient.spread_method() == SpreadMethod::Pad {
        return Some(Gradient { course: Course::Line { from, to }, place, stops });
    }
    let [first, last] = range(&place, from, to, over)?;
    if last.checked_sub(first)? > MOST_TIMES {
        return None;
    }
    let at = |share: i32| {
        let share = f64::from(share);
        Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
    };
    let stops = repeated(&stops, first, last, gradient.spread_method());
    Some(Gradient { course: Course::Line { from: at(first), to: at(last) }, place, stops })
}

/// A gradient from circle to circle. `None` where it repeats, or starts outside of its circle.
pub(super) fn along_circles(gradient: &RadialGradient, place: &Affine) -> Option<Gradient> {
    let place = place.after(&affine(gradient.transform()));
    let from = Circle { centre: point(gradient.fx(), gradient.fy()), radius: length(gradient.fr().get()) };
    let to = Circle { centre: point(gradient.cx(), gradient.cy()), radius: length(gradient.r().get()) };
    let [x, y] = [from.centre.x - to.centre.x, from.centre.y - to.centre.y].map(|length| length.to_pt());
    place.inverse()?;
    let is_inside = x.hypot(y) + from.radius.to_pt() < to.radius.to_pt() * 0.999;
    let pads = gradient.spread_method() == SpreadMethod::Pad;
    (is_inside && pads).then_some(Gradient {
        course: Course::Circles { from, to },
        place,
        stops: stops(gradient)?,
    })
}

/// The stops, the first at 0 and the last at 1.
fn stops(gradient: &BaseGradient) -> Option<Vec<GradientStop>> {
    let mut stops: Vec<GradientStop> = gradient
        .stops()
        .iter()
        .map(|stop| {
            let color = stop.color();
            GradientStop {
                offset: f64::from(stop.offset().get()),
                color: Color::of_srgb([color.red, color.green, color.blue]),
                opacity: f64::from(stop.opacity().get()),
            }
        })
        .collect();
    let (first, last) = (*stops.first()?, *stops.last()?);
    if first.offset > 0.0 {
        stops.insert(0, GradientStop { offset: 0.0, ..first });
    }
    if last.offset < 1.0 {
        stops.push(GradientStop { offset: 1.0, ..last });
    }
    Some(stops)
}

/// Between which whole numbers of courses a rectangle of the drawing lies.
fn range(place: &Affine, from: Point, to: Point, over: Rect) -> Option<[i32; 2]> {
    let back = place.inverse()?;
    let [dx, dy] = [(to.x - from.x).to_pt(), (to.y - from.y).to_pt()];
    let square = dx * dx + dy * dy;
    let shares = over.corners().map(|corner| {
        let own = back.apply(corner);
        ((own.x - from.x).to_pt() * dx + (own.y - from.y).to_pt() * dy) / square
    });
    let low = shares.iter().copied().fold(f64::INFINITY, f64::min).floor();
    let high = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max).ceil();
    let whole = |share: f64| share.is_finite().then(|| i32::try_from(whole_number(share)).ok()).flatten();
    Some([whole(low)?, whole(high)?.max(whole(low)?.checked_add(1)?)])
}

/// The stops of all courses between two whole numbers, as shares of the way from one to the other.
fn repeated(stops: &[GradientStop], first: i32, last: i32, spread: SpreadMethod) -> Vec<GradientStop> {
    let whole = f64::from(last - first);
    let mut all = Vec::new();
    for course in first..last {
        let is_turned = spread == SpreadMethod::Reflect && course.rem_euclid(2) == 1;
        let start = f64::from(course - first);
        if is_turned {
            all.extend(
                stops
                    .iter()
                    .rev()
                    .map(|stop| GradientStop { offset: (start + 1.0 - stop.offset) / whole, ..*stop }),
            );
        } else {
            all.extend(
                stops.iter().map(|stop| GradientStop { offset: (start + stop.offset) / whole, ..*stop }),
            );
        }
    }
    all
}
