//! Matrices, from one space of a page to the one around it.

/// A matrix of ISO 32000-1 8.3.3: a b c d e f. Plain numbers, since a file may hold any.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves by `x` and `y`.
    pub(super) fn shift(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

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
