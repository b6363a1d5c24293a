//! Which script a text is written in (UAX #24). In: a text, the script of its language (ISO 15924) and the words that it was translated
//! from. Out: the script that most of its letters are of, where the language is not written in it.

use std::collections::{BTreeMap, BTreeSet};

use unicode_script::{Script, UnicodeScript};

/// How many words of Latin letters no text in another script has by chance (H): names, brands and loan words are fewer.
const LATIN_WORDS: usize = 4;
/// How many letters of another script than Latin make more than a sign (H).
const LETTERS: usize = 2;

/// The letters of another script that most of a text is in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherScript {
    /// The name of the script: `Thai`.
    pub name: &'static str,
    /// Its code (ISO 15924).
    pub code: &'static str,
    /// Where its first letter stands.
    pub first: usize,
}

/// The script of most letters of a text, where a language of that script does not write it. Words of the original, such as names, count
/// for nothing; neither do addresses. None where nobody knows how the script of the language is written.
pub fn other_script(text: &str, original: &str, script: &str) -> Option<OtherScript> {
    let own = written_in(script);
    if own.is_empty() {
        return None;
    }
    let original = original.to_lowercase();
    let kept: BTreeSet<&str> = original.split(|c: char| !c.is_alphanumeric()).collect();
    let (mut counts, mut letters_of_own) = (BTreeMap::<&str, LettersFound>::new(), 0);
    for (at, word) in words(text) {
        let word_script = word.chars().map(|c| c.script()).find(is_telling);
        let Some(script) = word_script.filter(|_| !kept.contains(word.to_lowercase().as_str())) else {
            continue;
        };
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if own.contains(&script) {
            letters_of_own += letters;
            continue;
        }
        let new = LettersFound { code: script.short_name(), first: at, words: 0, small: 0, letters: 0 };
        let count = counts.entry(script.full_name()).or_insert(new);
        count.words += 1;
        count.small += usize::from(word.starts_with(char::is_lowercase));
        count.letters += letters;
    }
    let all: usize = counts.values().map(|count| count.letters).sum();
    let (name, count) = counts.into_iter().max_by_key(|(_, count)| count.letters)?;
    let is_much = if name == Script::Latin.full_name() {
        count.words >= LATIN_WORDS && 2 * count.small >= count.words
    } else {
        count.letters >= LETTERS
    };
    (is_much && all > letters_of_own).then_some(OtherScript { name, code: count.code, first: count.first })
}

/// The name of a script of ISO 15924 in words, as its letters are called: `Khmer`, `Japanese`. Its code where nobody knows it.
pub fn script_name(script: &str) -> String {
    match script {
        "Jpan" | "Hrkt" => "Japanese".to_owned(),
        "Kore" => "Korean".to_owned(),
        "Hans" => "simplified Chinese".to_owned(),
        "Hant" => "traditional Chinese".to_owned(),
        "Hanb" | "Hani" => "Chinese".to_owned(),
        other => {
            written_in(other).first().map_or(other.to_owned(), |script| script.full_name().replace('_', " "))
        }
    }
}

/// What of a text is in a script.
struct LettersFound {
    code: &'static str,
    first: usize,
    words: usize,
    /// Those of them that start small, as names don't.
    small: usize,
    letters: usize,
}

/// Whether a character tells its script: digits, marks and signs are of all.
fn is_telling(script: &Script) -> bool {
    !matches!(script, Script::Common | Script::Inherited | Script::Unknown)
}

/// The words of a text that are of no address, each with its first byte; where a word goes on in another script, a new one starts.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let at = start;
        start += part.len();
        if part.contains(['@', '/']) || part.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.') {
            continue;
        }
        let mut begun: Option<(usize, Script)> = None;
        for (place, c) in part.char_indices().chain([(part.len(), ' ')]) {
            let script = c.script();
            let goes_on =
                begun.is_some_and(|(_, own)| script == own || !is_telling(&script)) && is_of_word(c);
            if goes_on {
                continue;
            }
            if let Some((first, _)) = begun.take() {
                words.push((at + first, &part[first..place]));
            }
            begun = (is_of_word(c) && is_telling(&script)).then_some((place, script));
        }
    }
    words
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c.script() == Script::Inherited || is_telling(&c.script())
}

/// The scripts of Unicode that a script of ISO 15924 is written in.
fn written_in(script: &str) -> Vec<Script> {
    match script {
        "Jpan" | "Hrkt" => vec![Script::Han, Script::Hiragana, Script::Katakana],
        "Kore" => vec![Script::Hangul, Script::Han],
        "Hans" | "Hant" | "Hanb" => vec![Script::Han, Script::Bopomofo],
        "Aran" => vec![Script::Arabic],
        "Latf" | "Latg" => vec![Script::Latin],
        "Cyrs" => vec![Script::Cyrillic],
        "Geok" => vec![Script::Georgian],
        "Syre" | "Syrj" | "Syrn" => vec![Script::Syriac],
        other => Script::from_short_name(other).filter(is_telling).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, original: &str, script: &str) -> Option<(&'static str, usize)> {
        other_script(text, original, script).map(|other| (other.name, other.first))
    }

    #[test]
    fn a_text_in_another_script_is_told() {
        for (text, script, name, first) in [
            ("เราอยู่ที่นี่", "Latn", "Thai", 0),
            ("Butterfly ช่วยคุณได้", "Latn", "Thai", 10),
            ("Помощь", "Latn", "Cyrillic", 0),
            ("Chúng tôi ở đây với bạn", "Thai", "Latin", 0),
            ("我们", "Thai", "Han", 0),
            ("ここにいます", "Hans", "Hiragana", 0),
            ("도와드립니다", "Jpan", "Hangul", 0),
            ("שלום לכם", "Arab", "Hebrew", 0),
        ] {
            assert_eq!(told(text, "We are Butterfly here", script), Some((name, first)), "{text}");
        }
    }

    #[test]
    fn scripts_have_names() {
        for (code, name) in
            [("Khmr", "Khmer"), ("Jpan", "Japanese"), ("Latf", "Latin"), ("Nkoo", "Nko"), ("Zyyy", "Zyyy")]
        {
            assert_eq!(script_name(code), name);
        }
    }

    #[test]
    fn names_loan_words_and_quotes_are_not() {
        for (text, script) in [
            ("Butterfly", "Thai"),
            ("Signal, WhatsApp, WeChat", "Thai"),
            ("โทร Butterfly Asian and Migrant Network", "Thai"),
            ("Palabra “ไทย” en tailandés", "Latn"),
            ("5 μm", "Latn"),
            ("https://example.org/ไทย", "Latn"),
            ("日本語 の English words", "Jpan"),
            ("한글과 漢字", "Kore"),
            ("anything at all in here", "Zyyy"),
            ("ไทย", "Latn"),
        ] {
            assert_eq!(told(text, "Butterfly ไทย", script), None, "{text}");
        }
    }
}
