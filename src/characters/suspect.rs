//! What the author of a text should mend: it prints, but who types the word rightly doesn't find it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};

use super::jamo::{composed, is_jamo};
use super::latin::unmixed;
use super::read::is_ignorable;

/// The most that are told of one text (H); who mends so many looks again.
pub const MOST_FOUND: usize = 1000;

/// Bytes of a text that look like something else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suspect {
    /// The bytes.
    pub range: Range<usize>,
    /// What they are.
    pub what: &'static str,
    /// What to write.
    pub instead: String,
}

/// What of a text looks like something else, in order.
pub fn suspects(text: &str) -> Vec<Suspect> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut suspects: Vec<Suspect> = Vec::new();
    for range in runs(text, is_styled) {
        let instead = text[range.clone()].nfkc().collect();
        suspects.push(Suspect { what: "letters or digits of another width or style", range, instead });
    }
    for range in runs(text, is_jamo) {
        let instead = composed(&text[range.clone()]);
        if instead != text[range.clone()] {
            suspects.push(Suspect { what: "letters of Hangul that make no syllable", range, instead });
        }
    }
    for range in runs(text, |c| c.is_alphabetic() || c.script() == Script::Inherited || is_ignorable(c)) {
        if let Some(instead) = unmixed(&text[range.clone()]) {
            suspects.push(Suspect { what: "a word of letters of two scripts", range, instead });
        }
    }
    suspects.sort_by_key(|suspect| suspect.range.start);
    suspects
}

/// Full-width Latin letters and digits, and those that mathematics has in other styles.
fn is_styled(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{1D400}'..='\u{1D7FF}')
}

/// The longest stretches of such characters.
fn runs(text: &str, such: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| such(*c)) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + c.len_utf8(),
            None => runs.push(at..at + c.len_utf8()),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_something_else_is_named_with_what_to_write() {
        for (text, found) in [
            ("Call ６０４ now", &[("６０４", "604")][..]),
            ("ＡＢＣ　です", &[("ＡＢＣ", "ABC")]),
            ("to p\u{430}y", &[("p\u{430}y", "pay")]),
            ("ㅎㅏㄴㄱㅡㄹ ㄱ. ㅋㅋ", &[("ㅎㅏㄴㄱㅡㄹ", "한글")]),
            ("\u{1D41A}\u{1D41B}", &[("\u{1D41A}\u{1D41B}", "ab")]),
            ("２ p\u{430}y", &[("２", "2"), ("p\u{430}y", "pay")]),
            ("한글 правда Ελλάδα 漢字 5 μm", &[]),
        ] {
            let suspects = suspects(text);
            let named: Vec<(&str, &str)> =
                suspects.iter().map(|s| (&text[s.range.clone()], s.instead.as_str())).collect();
            assert_eq!(named, found, "{text}");
        }
    }
}
