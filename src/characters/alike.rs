//! Characters that nobody means: they look like what was meant, come from a font's or a keyboard's past, or do nothing. In:
//! a text as it was typed. Out: what stands in their place, so that who types the word finds it.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::jamo::{composed, full_width};
use super::radicals::word_of;
use super::read::is_ignorable;

/// Bytes of a text, and what stands in their place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Swap {
    /// The bytes.
    pub range: Range<usize>,
    /// What stands there instead; may be empty.
    pub with: String,
}

/// The text with its swaps made, composed (NFC).
pub fn settled(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for swap in swaps(text) {
        out.push_str(&text[done..swap.range.start]);
        out.push_str(&swap.with);
        done = swap.range.end;
    }
    out.push_str(&text[done..]);
    Cow::Owned(out.nfc().collect())
}

/// Whether nothing of a text is seen.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\u{2800}' || is_ignorable(c))
}

/// Whether a character does nothing at all: a byte order mark within a text, a grapheme joiner, an old Mongolian separator
/// and old switches of shaping.
pub fn does_nothing(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{34F}' | '\u{180E}' | '\u{206A}'..='\u{206F}')
}

/// What of a text is written otherwise, in order and apart.
pub fn swaps(text: &str) -> Vec<Swap> {
    if text.is_ascii() {
        return Vec::new();
    }
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut swaps = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let Some((taken, with)) = swapped(rest) else {
            at += 1;
            continue;
        };
        let end = letters.get(at + taken).map_or(text.len(), |(end, _)| *end);
        swaps.push(Swap { range: rest[0].0..end, with });
        at += taken;
    }
    swaps
}

/// How many of the first characters are written otherwise, and how.
fn swapped(rest: &[(usize, char)]) -> Option<(usize, String)> {
    let first = rest[0].1;
    let next = |at: usize| rest.get(at).map(|(_, c)| *c);
    match first {
        _ if does_nothing(first) => Some((1, String::new())),
        '\u{E00}'..='\u{EFF}' => ordered(first, next(1), next(2)),
        '\u{2E80}'..='\u{2EFF}' => word_of(first).map(|word| (1, word.to_string())),
        // Kangxi radicals; ligatures of Latin, Armenian and Hebrew; half-width kana and its marks.
        '\u{2F00}'..='\u{2FDF}' | '\u{FB00}'..='\u{FB4F}' | '\u{FF61}'..='\u{FF9F}' => {
            Some((1, plain(first)))
        }
        // Letters of Arabic in the form that a place in a word gives them; words in one sign stay.
        '\u{FB50}'..='\u{FBFF}' | '\u{FE80}'..='\u{FEFC}' => Some((1, plain(first))),
        '\u{FFA1}'..='\u{FFDC}' => {
            let run: String = rest.iter().map_while(|(_, c)| full_width(*c)).collect();
            let taken = run.chars().count();
            (taken > 0).then(|| (taken, composed(&run)))
        }
        _ => None,
    }
    .filter(|(taken, with)| *taken > 1 || with.chars().ne([first]))
}

/// The compatibility mapping of a character (NFKC).
fn plain(c: char) -> String {
    std::iter::once(c).nfkc().collect()
}

/// A script in which vowels stand around their consonant: what is written as two signs or in an order that draws wrong.
struct Abugida {
    /// A vowel before its consonant, and the other one that twice of it look like.
    doubled: [char; 2],
    nikhahit: char,
    aa: char,
    /// The vowel that nikhahit and aa look like together.
    am: char,
    tones: [char; 2],
}

const THAI: Abugida = Abugida {
    doubled: ['เ', 'แ'],
    nikhahit: '\u{E4D}',
    aa: '\u{E32}',
    am: '\u{E33}',
    tones: ['\u{E48}', '\u{E4B}'],
};
const LAO: Abugida = Abugida {
    doubled: ['ເ', 'ແ'],
    nikhahit: '\u{ECD}',
    aa: '\u{EB2}',
    am: '\u{EB3}',
    tones: ['\u{EC8}', '\u{ECB}'],
};

/// Thai and Lao in the order of the standard: a vowel above its consonant before the tone (WTT 2.0), one sign for one vowel.
fn ordered(first: char, second: Option<char>, third: Option<char>) -> Option<(usize, String)> {
    let script = if first < '\u{E80}' { THAI } else { LAO };
    let second = second?;
    let tone = |c: char| (script.tones[0]..=script.tones[1]).contains(&c);
    let above = |c: char| {
        c == script.nikhahit
            || matches!(c, '\u{E31}' | '\u{E34}'..='\u{E37}' | '\u{E47}' | '\u{EB1}' | '\u{EB4}'..='\u{EB7}' | '\u{EBB}')
    };
    let text = |letters: &[char]| letters.iter().collect();
    if first == script.doubled[0] && second == first {
        Some((2, script.doubled[1].to_string()))
    } else if first == script.nikhahit && second == script.aa {
        Some((2, script.am.to_string()))
    } else if first == script.nikhahit && tone(second) && third == Some(script.aa) {
        Some((3, text(&[second, script.am])))
    } else if tone(first) && second == script.nikhahit && third == Some(script.aa) {
        Some((3, text(&[first, script.am])))
    } else if tone(first) && above(second) || first == script.am && tone(second) {
        Some((2, text(&[second, first])))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_means_is_written_as_what_is_meant() {
        for (typed, meant) in [
            ("请⽤电话，⽅便⼈⼀。", "请用电话，方便人一。"),
            ("⻅⻔", "见门"),
            ("\u{F9B4}\u{2F804}", "領你"),
            ("เเม่", "แม่"),
            ("ท\u{E4D}างาน", "ท\u{E33}งาน"),
            ("น\u{E49}\u{E4D}า", "น\u{E49}\u{E33}"),
            ("น\u{E4D}\u{E49}า", "น\u{E49}\u{E33}"),
            ("น\u{E33}\u{E49}", "น\u{E49}\u{E33}"),
            ("ท\u{E48}\u{E35}", "ท\u{E35}\u{E48}"),
            ("ເເລ້ວ ນ\u{ECD}\u{EC9}\u{EB2}", "ແລ້ວ ນ\u{EC9}\u{EB3}"),
            ("ﾃﾞﾝﾜ｡", "デンワ。"),
            ("ﾢ", "ㄲ"),
            ("ﾾￂﾤﾡￚﾩ", "한글"),
            ("ﬁnd oﬃce", "find office"),
            ("ﺳﻼﻡ", "سلام"),
            ("a\u{FEFF}b\u{34F}", "ab"),
            ("e\u{301}", "é"),
        ] {
            assert_eq!(settled(typed), meant, "{typed:?}");
        }
    }

    #[test]
    fn what_is_written_right_stays() {
        for text in ["แม่ ที่ น้ำ เก่า", "ນ້ຳ ແລ້ວ", "請用電話 한글 ㄱ.", "ﷺ", "６０４", "naïve – ½ №"]
        {
            assert_eq!(settled(text), text);
            assert_eq!(swaps(text), []);
        }
    }

    #[test]
    fn blank_is_what_shows_nothing() {
        assert!(["", " ", "\u{A0}\u{200B}", "\u{3164}\u{FEFF}", "\u{3000}"].into_iter().all(is_blank));
        assert!(!is_blank(" a"));
    }
}
