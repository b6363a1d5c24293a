//! Lengths as people read them. A file may hold any numbers, so they are not those of `geom`.

/// Points in millimetres.
pub fn mm(points: f64) -> f64 {
    points * 25.4 / 72.0
}

/// A width and a height in points, in millimetres.
pub(super) fn size_mm(size: [f64; 2]) -> [f64; 2] {
    size.map(mm)
}
