//! From numbers to narrower ones: whole, or in single precision.

/// A number without what follows its point: `2.9` gives 2, `-2.9` gives -2. One that is too large gives the largest that
/// there is, and what is no number gives 0. Round first where the nearest is wanted.
#[expect(
    clippy::as_conversions,
    reason = "the standard library knows no other way from f64 to a whole number"
)]
pub const fn whole_number(value: f64) -> i64 {
    value as i64
}

/// A number in single precision: the nearest that there is.
#[expect(clippy::as_conversions, reason = "the standard library knows no other way from f64 to f32")]
pub const fn single(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_the_point_is_dropped_and_nothing_wraps() {
        assert_eq!([2.9, -2.9, f64::INFINITY, f64::NAN].map(whole_number), [2, -2, i64::MAX, 0]);
    }
}
