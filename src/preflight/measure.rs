//! Lengths as people read them. A file may hold any numbers, so they are not those of `geom`.

/// Points in millimetres.
pub fn mm(points: f64) -> f64 {
    points * 25.4 / 72.0
}

/// A width and a height in points, in millimetres.
pub(super) fn size_mm(size: [f64; 2]) -> [f64; 2] {
    size.map(mm)
}

/// A length in points as people read it: to a hundredth of a millimetre, and exactly where an eighth of an inch has more.
pub fn length(points: f64) -> String {
    // Half a thousandth goes up, though its figure may lie a trace below.
    let exact = format!("{:.3}", mm(points.max(0.0)) + 1e-6);
    format!("{} mm", exact.strip_suffix('0').unwrap_or(&exact))
}
