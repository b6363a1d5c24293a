//! Classes of characters and words that rules speak of. In: a character, or a word and its language. Out: yes or no.

/// Whether the character is a Han character or of the scripts set like one (kana, bopomofo).
pub fn is_han(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{3029}'
        | '\u{3040}'..='\u{312f}'
        | '\u{31a0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether the character is Hangul.
pub fn is_hangul(character: char) -> bool {
    matches!(character,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}')
}

/// Short words that lean on the next one, by language: a line ends on them only if nothing better offers.
const FUNCTION_WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &["a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "or", "and", "is", "I", "as", "no"],
    ),
    (
        "es",
        &[
            "a", "al", "de", "del", "el", "la", "los", "las", "en", "o", "u", "y", "e", "un", "una", "su",
            "se", "no",
        ],
    ),
    (
        "fr",
        &[
            "à", "au", "aux", "de", "du", "des", "le", "la", "les", "en", "et", "ou", "un", "une", "ne",
            "se", "y",
        ],
    ),
    ("tl", &["ang", "ng", "sa", "mga", "na", "ay", "at", "o", "si", "ni", "kay"]),
];

/// Whether the word leans on the next one in that language.
pub fn is_function_word(language: &str, word: &str) -> bool {
    let list = FUNCTION_WORDS.iter().find(|(tag, _)| *tag == language).map_or(&[][..], |(_, words)| words);
    // All listed words have at most four characters, most of one byte.
    word.len() <= 5
        && list.iter().any(|listed| *listed == word || listed.to_lowercase() == word.to_lowercase())
}
