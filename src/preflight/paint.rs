//! The graphics state (ISO 32000-1 8.4): matrices, colours and text, as operators leave it.

use super::space::Space;

/// A matrix of ISO 32000-1 8.3.3: a b c d e f. Plain numbers, since a file may hold any.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this one, then `outer`.
    pub(super) fn then(&self, outer: &Matrix) -> Matrix {
        let ([a, b, c, d, e, f], o) = (self.0, outer.0);
        Matrix([
            a * o[0] + b * o[2],
            a * o[1] + b * o[3],
            c * o[0] + d * o[2],
            c * o[1] + d * o[3],
            e * o[0] + f * o[2] + o[4],
            e * o[1] + f * o[3] + o[5],
        ])
    }

    /// Where a point comes to lie.
    pub(super) fn apply(&self, x: f64, y: f64) -> [f64; 2] {
        let [a, b, c, d, e, f] = self.0;
        [a * x + c * y + e, b * x + d * y + f]
    }

    /// How long the unit of x and that of y come out.
    pub(super) fn scales(&self) -> [f64; 2] {
        let [a, b, c, d, ..] = self.0;
        [a.hypot(b), c.hypot(d)]
    }
}

/// The colour of areas, or of lines.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Ink {
    /// Its space.
    pub(super) space: Space,
    /// Its numbers.
    pub(super) parts: Vec<f64>,
    /// The name of its pattern.
    pub(super) pattern: Option<Vec<u8>>,
}

impl Ink {
    /// The colour that a space starts with.
    pub(super) fn first(space: Space) -> Ink {
        Ink { parts: space.initial(), space, pattern: None }
    }
}

/// Fills or strokes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Brush {
    /// Areas.
    Fill,
    /// Lines.
    Stroke,
}

/// What `q` saves and `Q` brings back.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct State {
    /// From the user's space to the page's.
    pub(super) matrix: Matrix,
    /// The colour of areas.
    pub(super) fill: Ink,
    /// The colour of lines.
    pub(super) stroke: Ink,
    /// The face, by its place among those drawn.
    pub(super) font: Option<usize>,
    /// The size of text before matrices.
    pub(super) size: f64,
    /// From one line to the next.
    pub(super) leading: f64,
    /// How far text is raised.
    pub(super) rise: f64,
    /// How text is painted (ISO 32000-1 9.3.6).
    pub(super) mode: i64,
}

impl State {
    /// The state that a page starts with.
    pub(super) fn new() -> State {
        State {
            matrix: Matrix::IDENTITY,
            fill: Ink::first(Space::Gray),
            stroke: Ink::first(Space::Gray),
            font: None,
            size: 0.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        }
    }

    /// The brushes that text is painted with; none when it is invisible.
    pub(super) fn text_brushes(&self) -> &'static [Brush] {
        match self.mode.rem_euclid(4) {
            0 => &[Brush::Fill],
            1 => &[Brush::Stroke],
            2 => &[Brush::Fill, Brush::Stroke],
            _ => &[],
        }
    }
}

/// The box around the points of a path, on the page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Extent(Option<[f64; 4]>);

impl Extent {
    pub(super) const NONE: Extent = Extent(None);

    /// A whole area.
    pub(super) fn of(area: [f64; 4]) -> Extent {
        Extent(Some(area))
    }

    /// Takes a point in.
    pub(super) fn add(&mut self, [x, y]: [f64; 2]) {
        self.0 = Some(match self.0 {
            None => [x, y, x, y],
            Some([left, low, right, high]) => [left.min(x), low.min(y), right.max(x), high.max(y)],
        });
    }

    /// Whether it reaches into a box.
    pub(super) fn meets(&self, area: [f64; 4]) -> bool {
        let within = |[left, low, right, high]: [f64; 4]| {
            left < area[2] && right > area[0] && low < area[3] && high > area[1]
        };
        self.0.is_some_and(within)
    }
}
