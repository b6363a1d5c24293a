//! Letters that were lost: an encoding that lacks a letter has a question mark in its place, or the letter without its marks. In: a
//! text. Out: how many of its question marks no sentence has.

use unicode_normalization::UnicodeNormalization;

/// Signs of an address, whose question marks are its own.
const OF_ADDRESSES: [char; 4] = ['/', '=', '@', '&'];
/// What a word may stand in.
const AROUND: &[char] = &[
    '"', '\'', '(', ')', '[', ']', ',', '.', ':', ';', '!', '«', '»', '“', '”', '‘', '’', '…', '-', '–', '—',
    '*',
];

/// How many question marks of a text stand where letters were: within a word, before one, as a word, or instead of all words. Placeables
/// and tags are none of it; neither are addresses. 0 where all may be meant.
pub fn lost_letters(text: &str) -> usize {
    if !text.contains('?') {
        return 0;
    }
    let words = without_codes(text);
    let words: Vec<&str> = words.split_whitespace().filter(|word| !word.contains(OF_ADDRESSES)).collect();
    let marks: usize = words.iter().map(|word| word.matches('?').count()).sum();
    if !words.iter().any(|word| word.contains(char::is_alphanumeric)) {
        return marks;
    }
    let (mut lost, mut is_gone) = (0, true);
    for word in words.iter().map(|word| word.trim_matches(AROUND)).filter(|word| !word.is_empty()) {
        // The first word and those after it that are gone, as `????? ??? Butterfly`; a sentence may end in marks of its own.
        is_gone &= word.chars().all(|c| c == '?');
        lost += if is_gone { word.len() } else { within(word) };
    }
    lost
}

/// The question marks of a word that stand before a letter of it: after a letter where that letter is none that starts a sentence. A mark
/// alone between letters that know no capitals ends a sentence, as scripts without spaces write it: `你好吗?我很好`.
fn within(word: &str) -> usize {
    let (mut lost, mut run, mut is_after_letter, mut before) = (0, 0, false, None);
    for letter in word.chars() {
        if letter == '?' {
            run += 1;
            continue;
        }
        let is_end = run == 1 && is_caseless(letter) && before.is_some_and(is_caseless);
        if letter.is_alphabetic() && !is_end && (!is_after_letter || !letter.is_uppercase()) {
            lost += run;
        }
        is_after_letter |= letter.is_alphanumeric();
        before = Some(letter);
        run = 0;
    }
    lost
}

/// Whether a character is a letter, or a mark upon one, of a script that has no capitals.
fn is_caseless(c: char) -> bool {
    let is_letter = c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    is_letter || unicode_normalization::char::is_combining_mark(c)
}

/// A text with a space in the place of each placeable and tag. The braces and tags of a quoted text, as in `{"{"}`, are none of them.
pub fn without_codes(text: &str) -> String {
    let (mut plain, mut depth, mut is_tag) = (String::with_capacity(text.len()), 0_usize, false);
    let (mut is_quoted, mut is_escaped, mut before) = (false, false, ' ');
    for c in text.chars() {
        if is_quoted {
            // No quoted text goes on in another line.
            is_quoted = c != '\n' && (c != '"' || is_escaped);
            is_escaped = c == '\\' && !is_escaped;
            before = c;
            plain.push(' ');
            continue;
        }
        match c {
            '"' if depth > 0 && ['{', '(', ',', ':'].contains(&before) => is_quoted = true,
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '<' if depth == 0 => is_tag = true,
            '>' if is_tag => is_tag = false,
            c if depth == 0 && !is_tag => {
                plain.push(c);
                continue;
            }
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
        plain.push(' ');
    }
    plain
}

/// Whether a text is another one with its letters but not their marks, of which that had some: `Tieng Viet` of `Tiếng Việt`.
pub fn is_without_marks(text: &str, whole: &str) -> bool {
    /// One mark may well be dropped by a rule of spelling (H).
    const SOME: usize = 3;
    let plain = |text: &str| -> String {
        let letters = text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
        letters
            .map(|c| {
                if c == 'đ' {
                    'd'
                } else if c == 'Đ' {
                    'D'
                } else {
                    c
                }
            })
            .collect()
    };
    let beyond = |text: &str| text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    beyond(text) == 0 && beyond(whole) >= SOME && plain(whole) == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_marks_in_the_place_of_letters_are_told_from_others() {
        for (text, lost) in [
            ("Ti?ng Vi?t", 2),
            ("?????? ???", 9),
            ("?????, { $phone }", 5),
            ("<strong>????</strong>", 4),
            ("??? Butterfly", 3),
            ("P?íliš žlu?ou?ký k??", 3),
            ("?i?n tho?i", 3),
            ("?", 1),
            ("ทำ??เพราะ", 2),
            ("?好吗", 1),
            ("{\"{\"} Ti?ng Vi?t", 2),
        ] {
            assert_eq!(lost_letters(text), lost, "{text}");
        }
        for text in [
            "Why? Because.",
            "Why?Because.",
            "Quoi ?? Vraiment ?",
            "https://example.org/?a=b and a?b=c",
            "¿Qué? ¿Cómo?",
            "{ $a } {\"?\"}",
            "何?",
            "你好吗?我很好",
            "ทำไม?เพราะ",
            "ใช่ไหมล่ะ?ใช่แล้วค่ะ",
            "お元気ですか?はい",
            "क्यों?क्योंकि",
            "Did you (and who?) see?!",
            "Really???",
        ] {
            assert_eq!(lost_letters(text), 0, "{text}");
        }
    }

    #[test]
    fn codes_are_blank_and_what_is_beside_them_is_not() {
        for (text, plain) in [
            ("{\"{\"} after", "      after"),
            ("a{ \"\\\"}\" }b", "a         b"),
            ("{\"}\"}<b>c</b>", "        c    "),
            ("{ $n -> [one] 5\" *[other] 6 } d", "                              d"),
        ] {
            assert_eq!(without_codes(text), plain, "{text}");
        }
    }

    #[test]
    fn marks_that_all_are_gone_are_told() {
        assert!(is_without_marks("Dien thoai cho chung toi", "Điện thoại cho chúng tôi"));
        assert!(!is_without_marks("solo", "sólo"));
        assert!(!is_without_marks("Ngoi", "Điện thoại"));
    }
}
