//! What is read of a text when it is searched, copied or read aloud: all but what Unicode lets be ignored by default
//! (Default_Ignorable_Code_Point, UAX #44). Joiners and selectors stay where a script or a picture needs them.

use std::borrow::Cow;

use unicode_script::{Script, UnicodeScript};

const NON_JOINER: char = '\u{200C}';
const JOINER: char = '\u{200D}';

/// The text as it is read. A slice of a text reads as it does within the whole, as long as no joiner is cut off from the
/// character before it.
pub fn readable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_ignorable) {
        return Cow::Borrowed(text);
    }
    let mut read = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if !is_ignorable(c) || is_needed(c, read.chars().next_back(), &text[at + c.len_utf8()..]) {
            read.push(c);
        }
    }
    Cow::Owned(read)
}

/// A value as an address takes it: as it is read, without joiners, selectors and white space at its ends.
pub fn written(value: &str) -> String {
    value.chars().filter(|&c| !is_ignorable(c)).collect::<String>().trim().to_owned()
}

/// Whether nothing of a character is seen and it takes no room, so that it is read only where something else needs it.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether an ignorable character does something between what was read before it and what follows.
fn is_needed(c: char, before: Option<char>, after: &str) -> bool {
    let next = after.chars().find(|&next| !is_ignorable(next));
    let seen = before.or(next);
    match c {
        // Persian ends a letter's form by it, Indic scripts ask for a half form or forbid a ligature (Unicode 23.2).
        NON_JOINER => seen.is_some_and(joins),
        JOINER => seen.is_some_and(joins) || before.is_some_and(is_picture) && next.is_some_and(is_picture),
        // The cap of a key.
        '\u{FE0F}' if before.is_some_and(|base| base.is_ascii()) => next == Some('\u{20E3}'),
        '\u{FE00}'..='\u{FE0F}' => before.is_some_and(|base| is_picture(base) || is_ideograph(base)),
        '\u{E0100}'..='\u{E01EF}' => before.is_some_and(is_ideograph),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => before.is_some_and(|base| base.script() == Script::Mongolian),
        // A flag of a part of a country, such as Scotland's.
        '\u{E0020}'..='\u{E007F}' => before.is_some_and(|base| base == '\u{1F3F4}' || is_ignorable(base)),
        _ => false,
    }
}

/// Whether joiners change how letters of its script look: scripts that join or have conjuncts.
fn joins(c: char) -> bool {
    if c.script() == Script::Inherited {
        return false;
    }
    matches!(
        c.script(),
        Script::Adlam
            | Script::Arabic
            | Script::Balinese
            | Script::Bengali
            | Script::Chakma
            | Script::Devanagari
            | Script::Gujarati
            | Script::Gurmukhi
            | Script::Hanifi_Rohingya
            | Script::Javanese
            | Script::Kannada
            | Script::Khmer
            | Script::Malayalam
            | Script::Mandaic
            | Script::Manichaean
            | Script::Meetei_Mayek
            | Script::Mongolian
            | Script::Myanmar
            | Script::Newa
            | Script::Nko
            | Script::Oriya
            | Script::Phags_Pa
            | Script::Sinhala
            | Script::Sundanese
            | Script::Syloti_Nagri
            | Script::Syriac
            | Script::Tai_Tham
            | Script::Tamil
            | Script::Telugu
            | Script::Tibetan
    )
}

/// Whether it may be shown as a picture (Emoji, UTS #51) rather than a sign.
fn is_picture(c: char) -> bool {
    matches!(c,
        '©' | '®' | '\u{203C}' | '\u{2049}' | '\u{20E3}' | '\u{2122}' | '\u{2139}'
        | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{2460}'..='\u{24FF}' | '\u{25A0}'..='\u{27BF}'
        | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
        | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_ideograph(c: char) -> bool {
    c.script() == Script::Han
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_not_read() {
        for (text, read) in [
            ("major\u{AD}ity", "majority"),
            ("One\u{200B}word", "Oneword"),
            ("word\u{2060}joiner", "wordjoiner"),
            ("\u{FEFF}a\u{34F}b\u{180E}c", "abc"),
            ("\u{200E}a\u{200F}b\u{61C}", "ab"),
            ("a\u{FE0F}b\u{FE00}", "ab"),
            ("Auf\u{200C}lage a\u{200D}b", "Auflage ab"),
            ("\u{2066}a\u{2069}", "a"),
            ("604\u{200D}-555\u{FE0F} ☎\u{200D} a", "604-555 ☎ a"),
            ("plain ไทย", "plain ไทย"),
        ] {
            assert_eq!(readable(text), read, "{text:?}");
        }
    }

    #[test]
    fn joiners_and_selectors_stay_where_they_are_needed() {
        for text in [
            "می\u{200C}خواهم",
            "क्\u{200D}ष",
            "ක්\u{200D}ර",
            "ស\u{17D2}\u{200C}",
            "👩\u{200D}👧",
            "☎\u{FE0F} ☎\u{FE0E}",
            "葛\u{E0100}",
            "1\u{FE0F}\u{20E3}",
        ] {
            assert_eq!(readable(text), text, "{text:?}");
        }
    }

    #[test]
    fn an_address_holds_nothing_that_is_not_seen() {
        assert_eq!(written("info@harbour\u{AD}street.example "), "info@harbourstreet.example");
        assert_eq!(written("\u{200E}604\u{2060}-555"), "604-555");
    }
}
