//! What no line may start or end with, language by language, and which places are offered beyond those of UAX #14.

use std::collections::BTreeSet;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use proptest::prelude::*;

use crate::script::{Typography, is_hangul, is_thai};
use crate::style::ParagraphStyle;
use crate::text::Shaper;
use crate::text::breaks::BreakClass;
use crate::text::breaks::{Opportunity, opportunities};
use crate::text::testing::{BOOK, locale, plain};

/// The places where lines of a text may end.
fn places_of(tag: &str, text: &str, display: bool) -> Vec<Opportunity> {
    let locale = locale(tag);
    let typography = Typography::of(&locale);
    let style = ParagraphStyle { display, ..ParagraphStyle::default() };
    opportunities(&Shaper::new(&BOOK, &locale, &typography), &plain(text), &typography.rules, &style).places
}

/// The languages of one row, and words to put beside a character.
const ROWS: &[(&[&str], &str, &str)] = &[
    (&["zh-Hans", "zh-Hant"], "我们说", "就是这样"),
    (&["ko"], "우리는", "권리를 말한다"),
    (&["th"], "สิทธิ", "มนุษย์ครับ"),
    (&["en", "es", "fr", "tl"], "palabra", "palabra palabra"),
];

/// Asserts that no line starts with any of the characters between two words, with a space before it or without.
fn never_first(row: usize, characters: &str) {
    let (tags, before, after) = ROWS[row];
    for (tag, character, space) in cases_of(tags, characters) {
        let text = format!("{before}{space}{character}{after}");
        // Words joined by a full stop are a web address, which breaks before it.
        let starts =
            |place: &Opportunity| place.class != BreakClass::Url && text[place.at..].starts_with(character);
        let places = places_of(tag, &text, false);
        assert!(!places.iter().any(starts), "{tag}: a line starts with {character} of {text}");
    }
}

/// Asserts that no line ends with any of the characters between two words, with a space after it or without.
fn never_last(row: usize, characters: &str) {
    let (tags, before, after) = ROWS[row];
    for (tag, character, space) in cases_of(tags, characters) {
        let text = format!("{before} {character}{space}{after}");
        let ends = |at: usize| text[..at].trim_end_matches(' ').ends_with(character);
        let places = places_of(tag, &text, false);
        assert!(!places.iter().any(|place| ends(place.at)), "{tag}: a line ends with {character} of {text}");
    }
}

/// Each of the characters in each of the languages, with what stands beside it: nothing, or a space.
fn cases_of<'t>(tags: &'t [&'t str], characters: &'t str) -> impl Iterator<Item = (&'t str, char, &'t str)> {
    let spaced = move |tag| characters.chars().flat_map(move |c| ["", " "].map(|space| (tag, c, space)));
    tags.iter().flat_map(move |tag| spaced(*tag))
}

#[test]
fn no_line_starts_with_what_closes_or_follows() {
    never_first(0, "，。、；：？！）》〉」』】〕］｝〗”’·～-–—…％%");
    never_first(1, ")]}）》〉」』】-？！·.,:;?!々");
    never_first(2, "ๆฯะาำๅ่้๊๋ัิีึืุู็์)]}");
    never_first(3, ",.;:!?)]}…");
}

#[test]
fn no_line_ends_with_what_opens() {
    never_last(0, "（《〈「『【〔［｛〖“‘$¥￥");
    never_last(1, "([{（《〈「『【");
    never_last(2, "เแโใไ([{“‘฿");
    never_last(3, "([{¿¡");
}

#[test]
fn quotes_stay_with_their_words() {
    for (tag, text) in [
        ("en", "they say “one word” and ‘one word’ now"),
        ("es", "dicen «una palabra» y “una palabra” ahora"),
        ("fr", "on dit «\u{202f}un mot\u{202f}» et “un mot” ici"),
        ("tl", "sabi nila “isang salita” at ‘isang salita’ ngayon"),
        ("ko", "그는 “한 마디” 하고 ‘한 마디’ 했다"),
    ] {
        for place in places_of(tag, text, false) {
            assert!(!text[..place.at].trim_end().ends_with(['“', '‘', '«']), "{tag}: {text}");
            assert!(!text[place.at..].starts_with(['”', '’', '»']), "{tag}: {text}");
        }
    }
}

#[test]
fn signs_stay_with_their_number_in_every_language() {
    for tag in ["en", "es", "fr", "tl", "ko", "th", "zh-Hans", "zh-Hant"] {
        for text in ["30%", "30 %", "5 ‰", "$5", "$ 500", "€ 20", "฿100", "฿ 100", "¥30", "₱ 1,000", "25 °C"]
        {
            let places: Vec<usize> = places_of(tag, text, false).iter().map(|place| place.at).collect();
            assert_eq!(places, [text.len()], "{tag}: {text}");
        }
    }
}

#[test]
fn dashes_and_ellipses_of_chinese_are_whole_and_start_no_line() {
    for tag in ["zh-Hans", "zh-Hant"] {
        for display in [false, true] {
            for text in ["她说——他说", "她说……他说", "好！——他说", "好”……他说"]
            {
                let starts = |place: &Opportunity| text[place.at..].starts_with(['—', '…']);
                assert!(!places_of(tag, text, display).iter().any(starts), "{tag}: {text}");
            }
        }
    }
}

/// Where UAX #14 breaks, Thai letters taken for those of an alphabet.
fn by_unicode(text: &str) -> BTreeSet<usize> {
    let lines = LineSegmenter::new_neo_for_non_complex_scripts(LineBreakOptions::default());
    lines.segment_str(&text.replace(|c| ('ก'..='ฺ').contains(&c) || ('เ'..='๎').contains(&c), "ሀ")).collect()
}

/// Texts that mix all scripts, and the marks that matter to lines.
fn mixed_texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(" ".to_owned()),
        "[\u{2028}\u{200b}\u{ad}\u{a0}\u{202f}\u{2060}]",
        "[a-zà-ÿ’A-Z-]{1,12}",
        "[0-9.,%:/ -]{1,8}",
        "[一-俿，。《》“”…—·０-９]{1,8}",
        "[가-깋]{1,5}",
        "[ก-ฮะ-ฺเ-๎]{1,12}",
        "[?!;:«»()“”‘’¿¡–—$€฿]{1,4}",
        Just("https://a.org/b?c=d".to_owned()),
        Just("ประมวลกฎหมายอาญา".to_owned()),
        Just("impormasyon information".to_owned()),
    ];
    prop::collection::vec(piece, 1..14).prop_map(|pieces| pieces.concat())
}

const TAGS: &[&str] = &["en", "fr", "es", "tl", "ko", "th", "zh-Hans", "zh-Hant", "ar"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn we_add_only_what_we_name(
        text in mixed_texts(),
        tag in prop::sample::select(TAGS),
        display in any::<bool>(),
    ) {
        let unicode = by_unicode(&text);
        // Between its letters by our words, between them and an address at its ends.
        let in_thai = |at: usize| {
            let beside = |c: char| is_thai(c) || c.is_ascii_graphic() || c.is_alphabetic();
            let sides = [text[..at].ends_with(is_thai), text[at..].starts_with(is_thai)];
            sides != [false; 2] && text[..at].ends_with(beside) && text[at..].starts_with(beside)
        };
        for place in places_of(tag, &text, display) {
            // Beside an address, or between it and a particle of Korean.
            let (before, after) = text.split_at(place.at);
            let beside = before.ends_with([':', '：'])
                || after.starts_with(['(', '（', '['])
                || after.starts_with(is_hangul);
            let at_address = place.class == BreakClass::Second && beside && text.contains("//");
            let named = matches!(place.class, BreakClass::Url | BreakClass::Hyphen) || in_thai(place.at);
            let named = named || at_address;
            prop_assert!(named || unicode.contains(&place.at), "{:?} in {text:?}", place);
        }
    }
}
