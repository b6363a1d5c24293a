//! Makes rich text of what Fluent put together: reads markup off, takes isolates out, settles white space.
//! Blank lines part paragraphs, a line end is a space, and nothing between Han characters (CSS Text 3, 4.1.3).

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::characters::{does_nothing, is_blank, swaps};
use crate::content::markup::{MarkupToken, character, tokens};
use crate::content::rich::{Mark, RichText};
use crate::source::Span;

const LINE: char = '\u{2028}';
const PARAGRAPH: char = '\u{2029}';

/// Whether it opens or closes an isolate (UAX #9, 2.4 and 2.5).
pub(super) fn is_isolate(character: char) -> bool {
    ('\u{2066}'..='\u{2069}').contains(&character)
}

/// Why what was put together makes no rich text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Unsound {
    /// Its parts make no sound markup together.
    Torn,
    /// Nothing is seen of the link of this name.
    WordlessLink(String),
}

/// The rich text of a formatted message with sentinels.
///
/// # Errors
/// Its markup is not sound, or a link has no words.
pub(super) fn rich_text_of(formatted: &str, span: Span) -> Result<RichText, Unsound> {
    let mut builder = TextBuilder::default();
    for (range, token) in tokens(formatted) {
        match token {
            MarkupToken::Text => formatted[range].chars().for_each(|c| builder.push(character(c))),
            MarkupToken::Entity(character) => builder.push(character),
            MarkupToken::Break => builder.push(LINE),
            MarkupToken::Open(mark) => builder.marks.open(mark),
            MarkupToken::Close(_) => builder.close_mark()?,
            MarkupToken::Wrong(_) => return Err(Unsound::Torn),
        }
    }
    Ok(builder.finish(span))
}

/// Ranges of the text, some of which are still open. They start at the next character that is set.
struct Ranges<T> {
    list: Vec<(Option<usize>, usize, T)>,
    open: Vec<usize>,
}

impl<T> Default for Ranges<T> {
    fn default() -> Ranges<T> {
        Ranges { list: vec![], open: vec![] }
    }
}

impl<T> Ranges<T> {
    fn open(&mut self, what: T) {
        self.open.push(self.list.len());
        self.list.push((None, 0, what));
    }

    /// Starts those that are open and wait for a character.
    fn start(&mut self, at: usize) {
        // Those that wait were opened last.
        for &index in self.open.iter().rev() {
            match &mut self.list[index].0 {
                Some(_) => break,
                start => *start = Some(at),
            }
        }
    }

    /// Ends the one that was opened last, and gives it with its start.
    fn close(&mut self, at: usize) -> Option<(Option<usize>, &T)> {
        let index = self.open.pop()?;
        let (start, end, what) = &mut self.list[index];
        *end = at;
        Some((*start, what))
    }

    /// All that hold a character, cut at the end of the text.
    fn finish(mut self, end: usize) -> Vec<(Range<usize>, T)> {
        while self.close(end).is_some() {}
        let held = |(start, stop, what): (Option<usize>, usize, T)| Some((start?..stop.min(end), what));
        self.list.into_iter().filter_map(held).filter(|(range, _)| !range.is_empty()).collect()
    }
}

/// White space that was met and not yet set.
#[derive(Default)]
struct WhiteSpace {
    space: bool,
    line_ends: usize,
    breaks: usize,
    paragraph: bool,
}

#[derive(Default)]
struct TextBuilder {
    text: String,
    marks: Ranges<Mark>,
    isolates: Ranges<()>,
    gap: WhiteSpace,
}

impl TextBuilder {
    fn push(&mut self, character: char) {
        match character {
            ' ' | '\t' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' => self.gap.space = true,
            '\n' => {
                self.gap.line_ends += 1;
                self.gap.paragraph |= self.gap.line_ends > 1;
            }
            LINE => {
                self.gap.breaks += 1;
                self.gap.line_ends = 0;
            }
            PARAGRAPH => self.gap.paragraph = true,
            '\u{2069}' => {
                // One that closes nothing was typed by hand; Fluent's own come in pairs.
                let _ = self.isolates.close(self.text.len());
            }
            isolate if is_isolate(isolate) => self.isolates.open(()),
            nothing if does_nothing(nothing) => {}
            white if white.is_whitespace() && self.at_line_start() => {}
            visible => self.set(visible),
        }
    }

    /// Ends the mark that was opened last; of a link something is to be seen.
    fn close_mark(&mut self) -> Result<(), Unsound> {
        let (start, mark) = self.marks.close(self.text.len()).ok_or(Unsound::Torn)?;
        let words = start.map_or("", |start| &self.text[start..]);
        match mark {
            Mark::Link(name) if is_blank(words) => Err(Unsound::WordlessLink(name.clone())),
            _ => Ok(()),
        }
    }

    fn at_line_start(&self) -> bool {
        self.text.is_empty() || self.gap.paragraph || self.gap.breaks > 0
    }

    fn set(&mut self, character: char) {
        let gap = std::mem::take(&mut self.gap);
        if let Some(last) = self.text.chars().next_back() {
            if gap.paragraph {
                self.text.push(PARAGRAPH);
            } else if gap.breaks > 0 {
                self.text.extend(std::iter::repeat_n(LINE, gap.breaks));
            } else if gap.space && gap.line_ends == 0 || gap.line_ends > 0 && !closed_up(last, character) {
                self.text.push(' ');
            }
        }
        self.marks.start(self.text.len());
        self.isolates.start(self.text.len());
        self.text.push(character);
    }

    fn finish(self, span: Span) -> RichText {
        let mut text = self.text;
        text.truncate(text.trim_end().len());
        let marks = self.marks.finish(text.len());
        let isolates = self.isolates.finish(text.len()).into_iter().map(|(range, ())| range).collect();
        normalised(settled(RichText { text, marks, isolates, span }))
    }
}

/// Whether a line end between the two is nothing: both are written without spaces, or one is and the other is a
/// mark that it shares with Western writing.
pub(super) fn closed_up(before: char, after: char) -> bool {
    let shared = |c| matches!(c, '‘' | '’' | '“' | '”' | '—' | '…' | '·');
    let (first, second) = (unspaced(before), unspaced(after));
    first && (second || shared(after)) || shared(before) && second
}

/// Han, Kana, and the marks that come with them.
fn unspaced(character: char) -> bool {
    matches!(character,
        '\u{2E80}'..='\u{2FDF}' | '\u{3001}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}

/// The text with characters that nobody means written as what is meant. A range that cuts such a character takes the whole of
/// what stands in its place.
fn settled(rich: RichText) -> RichText {
    let swaps = swaps(&rich.text);
    if swaps.is_empty() {
        return rich;
    }
    let mut text = String::with_capacity(rich.text.len());
    let mut done = 0;
    // Where each swap ends, before and after.
    let mut ends: Vec<(Range<usize>, Range<usize>)> = Vec::with_capacity(swaps.len());
    for swap in &swaps {
        text.push_str(&rich.text[done..swap.range.start]);
        let start = text.len();
        text.push_str(&swap.with);
        ends.push((swap.range.clone(), start..text.len()));
        done = swap.range.end;
    }
    text.push_str(&rich.text[done..]);
    let place = |at: usize, inside: fn(&Range<usize>) -> usize| {
        let next = ends.partition_point(|(old, _)| old.end <= at);
        let (before, after) = next.checked_sub(1).map_or((0, 0), |last| (ends[last].0.end, ends[last].1.end));
        let cut = ends.get(next).filter(|(old, _)| old.start < at);
        cut.map_or(at - before + after, |(_, new)| inside(new))
    };
    let moved = |range: &Range<usize>| place(range.start, |new| new.start)..place(range.end, |new| new.end);
    let kept = |range: Range<usize>| Some(range).filter(|range| !range.is_empty());
    let marks = rich.marks.iter().filter_map(|(range, mark)| Some((kept(moved(range))?, mark.clone())));
    let marks = marks.collect();
    let isolates = rich.isolates.iter().filter_map(|range| kept(moved(range))).collect();
    RichText { marks, isolates, span: rich.span, text }
}

/// The text in NFC. A range that cuts a character which was put together takes the whole of it.
fn normalised(rich: RichText) -> RichText {
    if is_nfc(&rich.text) {
        return rich;
    }
    let text: String = rich.text.nfc().collect();
    let moved = |range: &Range<usize>| moved_range(range, &rich.text, &text);
    let marks = rich.marks.iter().map(|(range, mark)| (moved(range), mark.clone())).collect();
    let isolates = rich.isolates.iter().map(moved).collect();
    RichText { marks, isolates, span: rich.span, text }
}

/// A range of a text in the same text in NFC.
fn moved_range(range: &Range<usize>, old: &str, new: &str) -> Range<usize> {
    let place = |at: usize| old[..at].nfc().map(char::len_utf8).sum::<usize>().min(new.len());
    let start = (0..=place(range.start)).rev().find(|&at| new.is_char_boundary(at)).unwrap_or(0);
    let end = (place(range.end)..=new.len()).find(|&at| new.is_char_boundary(at)).unwrap_or(new.len());
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::markup::with_sentinels;
    use crate::source::Sources;

    fn rich(text: &str) -> RichText {
        let span = Span::new(Sources::default().add("a.ftl", ""), 0..0);
        rich_text_of(&with_sentinels(text), span).expect(text)
    }

    #[test]
    fn white_space_is_settled() {
        for (given, settled) in [
            ("  one  two\n", "one two"),
            ("one\ntwo", "one two"),
            ("one \n  two", "one two"),
            ("one\n\n\n\ntwo", "one\u{2029}two"),
            ("one<br/>two", "one\u{2028}two"),
            ("one <br/>\n two", "one\u{2028}two"),
            ("one<br/><br/>two<br/>", "one\u{2028}\u{2028}two"),
            ("说\n话", "说话"),
            ("说。\n“话", "说。“话"),
            ("说\nEnglish", "说 English"),
            ("한국\n어", "한국 어"),
            ("ไทย\nไทย", "ไทย ไทย"),
            ("\u{3000}\u{3000}说", "说"),
            ("a&nbsp;b", "a\u{A0}b"),
        ] {
            assert_eq!(rich(given).text, settled, "{given:?}");
        }
    }

    #[test]
    fn marks_cover_what_is_set_and_no_space_beside_it() {
        let text = rich("a <strong> b <em>c</em> </strong>d<cite></cite>");
        assert_eq!(text.text, "a b c d");
        assert_eq!(text.marks, [(2..5, Mark::Strong), (4..5, Mark::Em)]);
    }

    #[test]
    fn isolates_are_ranges_and_strays_are_dropped() {
        let text = rich("a \u{2068}b \u{2068}c\u{2069}\u{2069} d\u{2069}\u{2067}e");
        assert_eq!(text.text, "a b c de");
        assert_eq!(text.isolates, [2..5, 4..5, 7..8]);
    }

    #[test]
    fn what_nobody_means_is_settled_and_ranges_follow() {
        let text = rich("a\u{FEFF}<strong>เเ</strong>ม่ <em>น\u{E4D}</em>\u{E49}า ⽤<cite>\u{FEFF}</cite>");
        assert_eq!(text.text, "aแม่ น้ำ 用");
        let words: Vec<&str> = text.marks.iter().map(|(range, _)| &text.text[range.clone()]).collect();
        assert_eq!(words, ["แ", "น้ำ"]);
        assert_eq!(rich("&lt;ﬁnd").text, "<find");
    }

    #[test]
    fn text_is_composed_and_ranges_follow() {
        let text = rich("e\u{301}e\u{301}<strong>a\u{300}</strong>e<em>\u{301}</em>");
        assert_eq!(text.text, "ééàé");
        assert_eq!(text.marks, [(4..6, Mark::Strong), (6..8, Mark::Em)]);
    }
}
