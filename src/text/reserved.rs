//! Stretches of a text that a rule must not touch: addresses, numbers, words of other languages. They may be given in any
//! order and overlap. A question takes time by the logarithm of their number.

use std::ops::Range;

/// Stretches of a text, in order and without overlaps.
pub(crate) struct Reserved(Vec<Range<usize>>);

impl Reserved {
    /// Whether a stretch shares a byte with one of these; an empty stretch, whether it lies within one.
    pub(crate) fn meets(&self, stretch: &Range<usize>) -> bool {
        let next = self.0.partition_point(|range| range.end <= stretch.start);
        self.0.get(next).is_some_and(|range| range.start < stretch.end)
    }
}

impl FromIterator<Range<usize>> for Reserved {
    fn from_iter<I: IntoIterator<Item = Range<usize>>>(stretches: I) -> Reserved {
        let mut all: Vec<Range<usize>> = stretches.into_iter().filter(|range| !range.is_empty()).collect();
        all.sort_by_key(|range| range.start);
        all.dedup_by(|next, last| {
            let overlap = next.start < last.end;
            if overlap {
                last.end = last.end.max(next.end);
            }
            overlap
        });
        Reserved(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_meets_what_it_shares_a_byte_with_or_lies_in() {
        let reserved: Reserved = [6..9, 2..4, 3..6].into_iter().collect();
        for (stretch, meets) in
            [(0..2, false), (0..3, true), (4..4, true), (6..6, false), (8..12, true), (9..12, false)]
        {
            assert_eq!(reserved.meets(&stretch), meets, "{stretch:?}");
        }
    }
}
