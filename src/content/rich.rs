//! A message as a reader sees it: plain text and what marks parts of it.

use std::ops::Range;

use crate::source::{Sources, Span};

/// The text of a message, markup read off, variables put in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RichText {
    /// The text, NFC. U+2028 where `<br/>` forces a line, U+2029 between paragraphs of one message; no isolates.
    pub text: String,
    /// Marks with the bytes that they cover; outer ones first.
    pub marks: Vec<(Range<usize>, Mark)>,
    /// Where Fluent put a variable's value in: runs to be isolated by the bidirectional algorithm (UAX #9, FSI).
    pub isolates: Vec<Range<usize>>,
    /// The message in its file.
    pub span: Span,
}

/// What a part of a text is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mark {
    /// What the eye should find first: bold in every script.
    Strong,
    /// Stressed: the script decides how.
    Em,
    /// The name of a law, a book, a film: the script decides how.
    Cite,
    /// Leads to the address of that name in the manifest.
    Link(String),
    /// Words of another language, a tag.
    Lang(String),
}

/// Stands between the paragraphs of one message.
const PARAGRAPH: char = '\u{2029}';

impl RichText {
    /// The names of its links, in the order of its marks.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        self.marks.iter().filter_map(|(_, mark)| match mark {
            Mark::Link(name) => Some(name.as_str()),
            Mark::Strong | Mark::Em | Mark::Cite | Mark::Lang(_) => None,
        })
    }

    /// The paragraphs of the message with the bytes that they cover in it; what lies between two of them is U+2029.
    /// Marks and isolates are cut at the ends of a paragraph, and left out of those that they don't reach.
    pub fn paragraphs(&self) -> Vec<(Range<usize>, RichText)> {
        let mut start = 0;
        let mut paragraphs = Vec::new();
        for part in self.text.split(PARAGRAPH) {
            let range = start..start + part.len();
            start = range.end + PARAGRAPH.len_utf8();
            paragraphs.push((range.clone(), self.slice(range)));
        }
        paragraphs
    }

    /// The same between two marks, each paragraph of it, as what waits for its translation is shown.
    #[must_use]
    pub fn between(&self, [open, close]: [&str; 2]) -> RichText {
        let parts: Vec<String> =
            self.text.split(PARAGRAPH).map(|part| format!("{open}{part}{close}")).collect();
        let moved = |at: usize| {
            let before = self.text[..at].matches(PARAGRAPH).count();
            at + open.len() + before * (open.len() + close.len())
        };
        let place = |range: &Range<usize>| moved(range.start)..moved(range.end);
        RichText {
            text: parts.join(&PARAGRAPH.to_string()),
            marks: self.marks.iter().map(|(range, mark)| (place(range), mark.clone())).collect(),
            isolates: self.isolates.iter().map(place).collect(),
            span: self.span,
        }
    }

    /// The same with other characters in the place of some, its marks and isolates on the words that they were on.
    #[must_use]
    pub fn with_characters(&self, other: impl Fn(char) -> char) -> RichText {
        let mut text = String::with_capacity(self.text.len());
        // Where characters stood that are longer or shorter now, with their new places behind them.
        let mut shifts: Vec<[usize; 2]> = vec![[0, 0]];
        for (at, character) in self.text.char_indices() {
            text.push(other(character));
            let end = [at + character.len_utf8(), text.len()];
            if shifts.last().is_none_or(|[old, new]| end[0] - old != end[1] - new) {
                shifts.push(end);
            }
        }
        let moved = |at: usize| {
            let [old, new] = shifts[shifts.partition_point(|[old, _]| *old <= at) - 1];
            at - old + new
        };
        let place = |range: &Range<usize>| moved(range.start)..moved(range.end);
        RichText {
            marks: self.marks.iter().map(|(range, mark)| (place(range), mark.clone())).collect(),
            isolates: self.isolates.iter().map(place).collect(),
            text,
            span: self.span,
        }
    }

    fn slice(&self, range: Range<usize>) -> RichText {
        let marks =
            self.marks.iter().filter_map(|(covered, mark)| Some((cut(covered, &range)?, mark.clone())));
        let isolates = self.isolates.iter().filter_map(|covered| cut(covered, &range));
        RichText {
            marks: marks.collect(),
            isolates: isolates.collect(),
            text: self.text[range.clone()].to_owned(),
            span: self.span,
        }
    }
}

/// What of `covered` lies in `range`, counted from its start; `None` when nothing does.
fn cut(covered: &Range<usize>, range: &Range<usize>) -> Option<Range<usize>> {
    let (start, end) = (covered.start.max(range.start), covered.end.min(range.end));
    (start < end).then(|| start - range.start..end - range.start)
}

/// The place in the source of a character of a message: the first where it is written after the message's name.
/// The message's own place when it is not written there, as for one that a variable or a term brought in.
pub fn place_of(message: Span, character: char, sources: &Sources) -> Span {
    let source = &sources.get(message.source).text;
    let written = source.get(message.range()).unwrap_or_default();
    let value = written.find('=').map_or(written.len(), |at| at + 1);
    match written[value..].find(character) {
        Some(at) => {
            let start = message.start + value + at;
            Span::new(message.source, start..start + character.len_utf8())
        }
        None => message,
    }
}

/// The place in the source of words of a message: the first where they are written in its value, else that of the first thing
/// put in there, which may have brought them; the message's own where there is none.
pub fn place_of_words(message: Span, words: &str, sources: &Sources) -> Span {
    let source = &sources.get(message.source).text;
    let written = source.get(message.range()).unwrap_or_default();
    let value = written.find('=').map_or(written.len(), |at| at + 1);
    let found = written[value..].find(words).filter(|_| !words.is_empty()).map(|at| at..at + words.len());
    let brought = || {
        let open = written[value..].find('{')?;
        let length = written[value + open..].find('}')?;
        Some(open..open + length + 1)
    };
    found.or_else(brought).map_or(message, |range| {
        let start = message.start + value;
        Span::new(message.source, start + range.start..start + range.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_on_their_words_between_brackets() {
        let span = Span::new(Sources::default().add("a.ftl", ""), 0..0);
        let text = RichText {
            text: "one\u{2029}two".to_owned(),
            marks: vec![(0..3, Mark::Strong), (6..9, Mark::Em)],
            isolates: vec![6..7, 7..8],
            span,
        };
        let shown = text.between(["[[", "]]"]);
        assert_eq!(shown.text, "[[one]]\u{2029}[[two]]");
        let words: Vec<&str> = shown.marks.iter().map(|(range, _)| &shown.text[range.clone()]).collect();
        assert_eq!((words, &shown.text[shown.isolates[0].clone()]), (vec!["one", "two"], "t"));
    }

    #[test]
    fn marks_stay_on_their_words_among_longer_and_shorter_characters() {
        let span = Span::new(Sources::default().add("a.ftl", ""), 0..0);
        let text = RichText {
            text: "one\u{2028}two\u{2028}é three".to_owned(),
            marks: vec![(0..3, Mark::Strong), (6..9, Mark::Em), (3..15, Mark::Cite), (15..20, Mark::Strong)],
            isolates: vec![12..14, 0..1],
            span,
        };
        let words = |text: &RichText| -> Vec<String> {
            let ranges = text.marks.iter().map(|(range, _)| range).chain(&text.isolates);
            ranges.map(|range| text.text[range.clone()].to_owned()).collect()
        };
        let shorter = text.with_characters(|c| if c == '\u{2028}' { ' ' } else { c });
        assert_eq!(words(&shorter), ["one", "two", " two é ", "three", "é", "o"]);
        let longer = shorter.with_characters(|c| if c == 'e' { '€' } else { c });
        assert_eq!(words(&longer), ["on€", "two", " two é ", "thr€€", "é", "o"]);
    }

    #[test]
    fn a_mark_over_two_paragraphs_is_cut() {
        let mut sources = Sources::default();
        let span = Span::new(sources.add("a.ftl", "a = ไทย"), 0..13);
        let text = RichText {
            text: "one\u{2029}two".to_owned(),
            marks: vec![(1..8, Mark::Strong), (0..2, Mark::Em)],
            isolates: vec![0..1, 7..9],
            span,
        };
        let paragraphs = text.paragraphs();
        assert_eq!(paragraphs[0].0, 0..3);
        assert_eq!(paragraphs[0].1.marks, [(1..3, Mark::Strong), (0..2, Mark::Em)]);
        assert_eq!(paragraphs[1].0, 6..9);
        assert_eq!(paragraphs[1].1.marks, [(0..2, Mark::Strong)]);
        assert_eq!(paragraphs[1].1.text, "two");
        assert_eq!(paragraphs[1].1.isolates.first(), Some(&(1..3)));
        assert_eq!(place_of(span, 'ท', &sources).range(), 7..10);
        assert_eq!(place_of(span, 'a', &sources), span);
        assert_eq!(place_of_words(span, "ทย", &sources).range(), 7..13);
        assert_eq!(place_of_words(span, "a", &sources), span);
        let from = Span::new(sources.add("b.ftl", "b = by { $mail }"), 0..16);
        assert_eq!(place_of_words(from, "x@y", &sources).range(), 7..16);
    }
}
