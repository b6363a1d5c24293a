//! The outline of a glyph as a face draws it, for files that hold no face.

use skrifa::GlyphId;
use skrifa::font::Font;
use skrifa::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};

/// A step of an outline, in design units, y upwards.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum GlyphStep {
    /// A contour starts here.
    Move([f64; 2]),
    /// A line to here.
    Line([f64; 2]),
    /// A cubic curve: two points that it is drawn to, and its end.
    Curve([[f64; 2]; 3]),
    /// The contour ends where it started.
    Close,
}

/// What a glyph draws; nothing for one that is empty, or not in the face.
pub(super) fn outline(font: &Font, glyph: u16) -> Vec<GlyphStep> {
    let mut steps = Steps::default();
    if let Some(outline) = font.outline_glyphs().get(GlyphId::from(glyph)) {
        // A damaged outline draws what can be read of it, as it does where the face is in the file.
        let _ = outline.draw(&DrawOptions::default(), DrawMemory::Scratch, &mut steps);
    }
    steps.steps
}

/// The same outline with fewer curves: where two that follow each other are the halves of one, within `slack`, that one. Faces of
/// TrueType cut what was drawn as one curve into several.
pub fn joined(steps: &[GlyphStep], slack: f64) -> Vec<GlyphStep> {
    let mut few: Vec<GlyphStep> = Vec::new();
    // Where the last step starts, and where it ends.
    let (mut from, mut at) = ([0.0; 2], [0.0; 2]);
    for step in steps {
        if let (Some(GlyphStep::Curve(first)), GlyphStep::Curve(second)) = (few.last_mut(), step)
            && let Some(one) = whole_of(from, first, second, slack)
        {
            *first = one;
            at = one[2];
            continue;
        }
        few.push(*step);
        from = at;
        at = match *step {
            GlyphStep::Move(to) | GlyphStep::Line(to) | GlyphStep::Curve([.., to]) => to,
            GlyphStep::Close => at,
        };
    }
    few
}

/// The curve that two are the parts of (de Casteljau backwards); `None` where they are not, by more than `slack`.
fn whole_of(
    from: [f64; 2],
    first: &[[f64; 2]; 3],
    second: &[[f64; 2]; 3],
    slack: f64,
) -> Option<[[f64; 2]; 3]> {
    let [a1, a2, middle] = *first;
    let [b1, b2, to] = *second;
    let length = |[x, y]: [f64; 2], [u, v]: [f64; 2]| (u - x).hypot(v - y);
    let (before, after) = (length(a2, middle), length(middle, b1));
    if before <= 0.0 || after <= 0.0 {
        return None;
    }
    let share = before / (before + after);
    let beyond = |start: [f64; 2], end: [f64; 2], part: f64| {
        [0, 1].map(|axis| start[axis] + (end[axis] - start[axis]) / part)
    };
    let one = [beyond(from, a1, share), beyond(to, b2, 1.0 - share), to];
    let is_near = |u: f64| {
        let halves =
            [(cubic(from, first, u), u * share), (cubic(middle, second, u), share + u * (1.0 - share))];
        halves.into_iter().all(|(point, t)| length(point, cubic(from, &one, t)) <= slack)
    };
    (1..=8).all(|part| is_near(f64::from(part) / 8.0)).then_some(one)
}

/// A point of a cubic curve.
fn cubic(from: [f64; 2], [one, two, to]: &[[f64; 2]; 3], t: f64) -> [f64; 2] {
    let s = 1.0 - t;
    [0, 1].map(|axis| {
        from[axis] * s * s * s
            + one[axis] * 3.0 * s * s * t
            + two[axis] * 3.0 * s * t * t
            + to[axis] * t * t * t
    })
}

#[derive(Default)]
struct Steps {
    steps: Vec<GlyphStep>,
    at: [f64; 2],
}

impl Steps {
    fn push(&mut self, step: GlyphStep, end: [f64; 2]) {
        self.steps.push(step);
        self.at = end;
    }
}

fn point(x: f32, y: f32) -> [f64; 2] {
    [f64::from(x), f64::from(y)]
}

impl PathSink for Steps {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push(GlyphStep::Move(point(x, y)), point(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push(GlyphStep::Line(point(x, y)), point(x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        // PDF has no quadratic curves; the same curve is a cubic one drawn to two thirds of the way.
        let (from, bend, to) = (self.at, point(cx0, cy0), point(x, y));
        let towards = |end: [f64; 2]| [0, 1].map(|axis| end[axis] + (bend[axis] - end[axis]) * 2.0 / 3.0);
        self.push(GlyphStep::Curve([towards(from), towards(to), to]), to);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.push(GlyphStep::Curve([point(cx0, cy0), point(cx1, cy1), point(x, y)]), point(x, y));
    }

    fn close(&mut self) {
        self.steps.push(GlyphStep::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An arc of a quarter of a circle as a face of TrueType has it: two quadratic curves.
    fn quarter(radius: f64) -> Vec<GlyphStep> {
        let mut steps = Steps::default();
        let near = radius * 0.414_214;
        let part = radius * std::f64::consts::FRAC_1_SQRT_2;
        let narrow = crate::geom::single;
        steps.move_to(narrow(radius), 0.0);
        steps.quad_to(narrow(radius), narrow(near), narrow(part), narrow(part));
        steps.quad_to(narrow(near), narrow(radius), 0.0, narrow(radius));
        steps.close();
        steps.steps
    }

    #[test]
    fn halves_of_a_curve_are_one_and_others_stay() {
        let few = joined(&quarter(50.0), 0.8);
        assert_eq!(few.len(), 3, "{few:?}");
        let GlyphStep::Curve([one, two, to]) = few[1] else { panic!("{few:?}") };
        // The best cubic curve for a quarter of a circle leaves its ends by 0.5523 of the radius.
        assert!((one[1] - 27.6).abs() < 0.1 && (two[0] - 27.6).abs() < 0.1, "{few:?}");
        assert!(to == [0.0, 50.0] && (one[0] - 50.0).abs() < 0.01);
        assert_eq!(joined(&quarter(2000.0), 0.8).len(), 4, "a large one would be off");
        let corner = [
            GlyphStep::Move([0.0, 0.0]),
            GlyphStep::Curve([[0.0, 50.0], [50.0, 100.0], [100.0, 100.0]]),
            GlyphStep::Curve([[100.0, 50.0], [50.0, 0.0], [0.0, 0.0]]),
        ];
        assert_eq!(joined(&corner, 0.8), corner);
    }
}
