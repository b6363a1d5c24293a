//! Embedding levels (UAX #9). In: a text, what is isolated in it, its direction. Out: a level for each byte. Characters that
//! isolate are put in for the algorithm only, since left in the text they would keep lines from breaking beside them.

use std::ops::Range;

use unicode_bidi::{BidiInfo, Level, ParagraphBidiInfo};

use crate::locale::Direction;

/// Opens an isolate whose direction is that of its first letter (first strong isolate).
const FSI: char = '\u{2068}';
/// Closes an isolate (pop directional isolate).
const PDI: char = '\u{2069}';

/// The level of each byte of the text.
pub(crate) fn levels(text: &str, isolates: &[Range<usize>], direction: Direction) -> Vec<u8> {
    let base = match direction {
        Direction::LeftToRight => Level::ltr(),
        Direction::RightToLeft => Level::rtl(),
    };
    let isolated = isolate_ranges(text, isolates);
    let info = ParagraphBidiInfo::new(&isolated.text, Some(base));
    let levels = info.levels.iter().zip(isolated.is_own);
    levels.filter(|(_, own)| *own).map(|(level, _)| level.number()).collect()
}

/// A text with isolates put in.
struct Isolated {
    text: String,
    /// For each of its bytes, whether it is of the text that was given.
    is_own: Vec<bool>,
}

/// Puts isolates around ranges of a text. Ranges that are empty, or not of the text, are passed over.
fn isolate_ranges(text: &str, isolates: &[Range<usize>]) -> Isolated {
    let mut points: Vec<(usize, bool, usize)> = Vec::new();
    for range in isolates.iter().filter(|range| text.get((*range).clone()).is_some_and(|t| !t.is_empty())) {
        // At one place the ends come first, inner ones before outer ones; then the starts, outer ones first.
        points.push((range.start, true, text.len() - range.end));
        points.push((range.end, false, text.len() - range.start));
    }
    points.sort_unstable();
    let (mut out, mut is_own, mut done) = (String::with_capacity(text.len()), Vec::new(), 0);
    for (at, opens, _) in points {
        out.push_str(&text[done..at]);
        is_own.resize(out.len(), true);
        out.push(if opens { FSI } else { PDI });
        is_own.resize(out.len(), false);
        done = at;
    }
    out.push_str(&text[done..]);
    is_own.resize(out.len(), true);
    Isolated { text: out, is_own }
}

/// The order in which runs of the given levels stand on their line, from left to right: indices of `levels` (UAX #9, L2).
pub(crate) fn visual_order(levels: &[u8]) -> Vec<usize> {
    let levels: Vec<Level> = levels.iter().map(|&level| Level::new(level).unwrap_or(Level::ltr())).collect();
    BidiInfo::reorder_visual(&levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_isolate_keeps_its_neighbours_apart() {
        // Without the isolate the hyphenated number would take the direction of the Hebrew beside it.
        let text = "אב 416-906 גד";
        let number = text.find("416").expect("it is there")..text.find(" גד").expect("it is there");
        let found = levels(text, std::slice::from_ref(&number), Direction::RightToLeft);
        assert_eq!(found.len(), text.len());
        assert!(found[number].iter().all(|level| level % 2 == 0), "{found:?}");
    }

    #[test]
    fn latin_in_hebrew_is_one_level_up() {
        assert_eq!(levels("אab", &[], Direction::RightToLeft), [1, 1, 2, 2]);
        assert_eq!(visual_order(&[1, 2]), [1, 0]);
    }
}
