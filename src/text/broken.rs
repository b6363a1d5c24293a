//! The lines of a broken paragraph, and those that a paragraph keeps. In: a measure. Out: the lines that it was broken to
//! before, if any.

use std::ops::Range;
use std::sync::Mutex;

use crate::frame::LineEnd;
use crate::geom::Em;
use crate::text::measure::{BreakOptions, Measures};

/// One line of a broken paragraph.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// The bytes of the paragraph's text that it covers, with the space at its end. The lines of a paragraph tile its text.
    pub text: Range<usize>,
    /// Its natural width, without the space at its end and without what hangs in the margin.
    pub width: Em,
    /// How far its glue is stretched (1 is as far as it should be) or shrunk (−1 is as far as it may be); 0 in ragged text.
    pub ratio: f64,
    /// Why it ends.
    pub end: LineEnd,
}

/// The lines of a paragraph, with what they are like.
#[derive(Clone, PartialEq, Default, Debug)]
pub(crate) struct Broken {
    /// They tile its text.
    pub(crate) lines: Vec<Line>,
    /// Whether a stretch between forced line ends has a stub: a last line with less than its script asks for.
    pub(crate) stub: bool,
}

/// How many measures a paragraph keeps its lines for (H): those of one fit and of the one that follows, in which sections stand on
/// the panels of other languages. Both try about the same sizes, from the largest on.
const KEPT: usize = 48;

/// The lines that a paragraph was last broken to. A copy of a paragraph starts without any.
#[derive(Default, Debug)]
pub(crate) struct KeptLines {
    latest: Mutex<Vec<Kept>>,
}

/// Lines, with all that they depend on besides the paragraph.
#[derive(Debug)]
struct Kept {
    first: Vec<Em>,
    rest: Em,
    widest: Em,
    options: BreakOptions,
    broken: Broken,
}

impl Kept {
    fn is_for(&self, measures: &Measures<'_>, options: &BreakOptions) -> bool {
        let &Measures { first, rest, widest } = measures;
        (self.rest, self.widest) == (rest, widest) && self.first == first && self.options == *options
    }
}

impl Clone for KeptLines {
    fn clone(&self) -> Self {
        KeptLines::default()
    }
}

impl KeptLines {
    /// The lines for those measures: those that are kept, or else those that `find` gives, which are kept from now on.
    pub(crate) fn or_broken(
        &self,
        measures: &Measures<'_>,
        options: &BreakOptions,
        find: impl FnOnce() -> Broken,
    ) -> Broken {
        // Whoever else held the lock and panicked left whole lines behind.
        let latest = || self.latest.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(kept) = latest().iter().find(|kept| kept.is_for(measures, options)) {
            return kept.broken.clone();
        }
        let broken = find();
        let &Measures { first, rest, widest } = measures;
        let kept = Kept { first: first.to_vec(), rest, widest, options: *options, broken: broken.clone() };
        let mut latest = latest();
        if latest.len() == KEPT {
            latest.remove(0);
        }
        latest.push(kept);
        broken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Align;
    use crate::text::break_lines;
    use crate::text::testing::body;

    #[test]
    fn a_measure_is_broken_once_as_long_as_its_lines_are_kept() {
        let kept = KeptLines::default();
        let line =
            |width: f64| Line { text: 0..1, width: Em::new(width), ratio: 0.0, end: LineEnd::Paragraph };
        let mut broken = 0;
        let mut ask = |measure: f64, align: Align| {
            let options = BreakOptions { align, ..BreakOptions::default() };
            let lines = kept.or_broken(&Measures::from(Em::new(measure)), &options, || {
                broken += 1;
                Broken { lines: vec![line(measure)], stub: false }
            });
            assert_eq!(lines.lines, [line(measure)]);
            broken
        };
        let measures = [9.0, 9.0, 8.0, 9.0];
        assert_eq!(measures.map(|measure| ask(measure, Align::Start)), [1, 1, 2, 2]);
        assert_eq!(ask(9.0, Align::Justify), 3);
        assert_eq!(ask(9.0, Align::Start), 3);
        let others = (0_u8..48).map(|step| ask(10.0 + f64::from(step), Align::Start));
        assert_eq!(others.last(), Some(3 + KEPT));
        assert_eq!(ask(9.0, Align::Start), 4 + KEPT);
    }

    #[test]
    fn kept_lines_are_those_that_are_broken_anew() {
        let paragraph = body("en", &"Nobody asks for a name, and nobody is turned away. ".repeat(4));
        for measure in [12.0, 20.0, 12.0, 31.0, 20.0].map(Em::new) {
            for align in [Align::Start, Align::Justify, Align::Start] {
                let options = BreakOptions { align, ..BreakOptions::default() };
                let anew = break_lines(&paragraph.clone(), measure, &options);
                assert_eq!(break_lines(&paragraph, measure, &options), anew);
            }
        }
    }
}
