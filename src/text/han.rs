//! Where headings of Chinese and Japanese may end a line: between words. In: a text, its names and words of the glossary. Out: the
//! ends of words, but not those between words that lean on each other.

use std::collections::BTreeSet;
use std::ops::Range;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use crate::script::is_han;

/// Where words of Chinese and Japanese end, by ICU's dictionary, but not between two that lean on each other; names and words of the
/// glossary start and end where they do, though the dictionary may join them to their neighbours.
pub(super) fn word_ends_of_han(text: &str, terms: &[Range<usize>]) -> BTreeSet<usize> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let segments: BTreeSet<usize> = segmenter.segment_str(text).collect();
    let mut ends = segments.clone();
    ends.extend(terms.iter().flat_map(|term| [term.start, term.end]));
    let starts_term = |at: usize| terms.iter().any(|term| term.start == at);
    ends.retain(|&at| starts_term(at) || !lean_on_each_other(text, at, &segments));
    ends
}

/// Characters of Chinese that are words by themselves and lean on the one before them: particles, and endings such as 化.
const LEANING_BACK: [char; 21] = [
    '的', '地', '得', '了', '着', '著', '过', '過', '吗', '嗎', '呢', '吧', '啊', '呀', '嘛', '们', '們',
    '化', '者', '性', '等',
];
/// Those that lean on the one after them: negations, and what makes a passive.
const LEANING_AHEAD: [char; 7] = ['非', '不', '未', '没', '沒', '無', '被'];

/// Whether the words before and after a place lean on each other, one of them being a single character that does; `segments` are
/// the ends of words.
fn lean_on_each_other(text: &str, at: usize, segments: &BTreeSet<usize>) -> bool {
    let (Some(last), Some(next)) = (text[..at].chars().next_back(), text[at..].chars().next()) else {
        return false;
    };
    let single_next = segments.contains(&(at + next.len_utf8()));
    let single_last = at == last.len_utf8() || segments.contains(&(at - last.len_utf8()));
    let back = single_next && LEANING_BACK.contains(&next) && is_han(last);
    back || single_last && LEANING_AHEAD.contains(&last) && is_han(next)
}

#[cfg(test)]
mod tests {
    use crate::geom::Em;
    use crate::style::ParagraphStyle;
    use crate::text::break_lines;
    use crate::text::measure::BreakOptions;
    use crate::text::testing::{paragraph, plain};

    #[test]
    fn no_heading_line_starts_with_a_particle_or_parts_a_negation() {
        let options = BreakOptions { display: true, ..BreakOptions::default() };
        for (text, measure) in
            [("和我們一起的，還有我們的", 6.2), ("讓性工作非刑事化", 5.1), ("警察來過的地方", 3.2)]
        {
            let style = ParagraphStyle { display: true, ..ParagraphStyle::default() };
            let paragraph = paragraph("zh-Hant", &plain(text), &style);
            let text = &paragraph.text.text;
            for line in break_lines(&paragraph, Em::new(measure), &options) {
                let next = text[line.text.end..].chars().next();
                assert!(!next.is_some_and(|c| ['的', '化', '過'].contains(&c)), "{text} | {next:?}");
                assert!(!text[..line.text.end].ends_with('非'), "{text}");
            }
        }
    }
}
