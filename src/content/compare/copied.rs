//! What of a translation is still in the source language.

use std::collections::BTreeSet;
use std::ops::Range;

use whatlang::{Detector, Lang};

use super::amounts::amounts;
use super::pair::{Translation, counterpart};
use crate::content::catalog::{Catalog, Message};
use crate::content::reading::Reading;
use crate::content::rich::{Mark, RichText};
use crate::diag::{Code, Diagnostic, Diagnostics, Slip};
use crate::locale::Locale;

/// The same words in both are a copy that waits for its translation, or a name.
pub(super) fn compare_words(
    source: &Catalog,
    id: &str,
    [original, translated]: [&Message; 2],
    diagnostics: &mut Diagnostics,
) {
    let (Some(before), Some(after)) = (&original.text, &translated.text) else { return };
    if before.text == after.text && is_prose(after) {
        let copied = Diagnostic::new(Code::Untranslated, format!("`{id}` is not translated"))
            .label(translated.id, "this message")
            .label(original.id, "in the source language");
        let stays = "words that stay as they are go into <span lang=\"...\">";
        let slip = Slip {
            said: format!("{{count}} of {{of}} messages are still {}", source.locale.english_name()),
            of: source.messages.len(),
            name: None,
            help: format!("translate them; {stays}"),
        };
        diagnostics.warn(copied.help(format!("translate it; {stays}")).slip(slip));
    }
}

impl Catalog {
    /// Whether a message has words to translate: more than one, and not only names and addresses.
    pub fn is_prose(&self, id: &str) -> bool {
        self.get(id).is_some_and(is_prose)
    }
}

/// How many words in a row are the same by chance, between languages of one script (H): a longer run was left as it was.
const BY_CHANCE: usize = 4;

/// The script of what has none that is known (ISO 15924).
const UNKNOWN_SCRIPT: &str = "Zyyy";

/// What to do about a part that is in the source language.
const TRANSLATE: &str = "translate it; words that stay as they are go into <span lang=\"...\">";

/// Warns of a part of a translation that is still in the source language: `locale/half-translated`; and of one that is in another
/// language: `text/language`.
pub(super) fn report_foreign(
    translation: &Translation<'_>,
    [source, locale]: [&Locale; 2],
    diagnostics: &mut Diagnostics,
) {
    for reading in translation.translated {
        let original = counterpart(reading, translation.original);
        if original.text == reading.text {
            continue;
        }
        let words = words(reading);
        // Of a language that nobody knows, its script isn't either.
        if locale.script == UNKNOWN_SCRIPT {
            return;
        }
        let run = if source.script == locale.script {
            copied_run(&reading.text, &words, &original.text)
        } else {
            latin_run(&reading.text, &words, &original.text)
        };
        if let Some(range) = run {
            let Some(place) = reading.span(range.clone()) else { continue };
            let name = source.english_name();
            let message = format!("a part of `{}` is still {name}", translation.name);
            let part = Diagnostic::new(Code::HalfTranslated, message)
                .label(place, "from here on")
                .label(translation.source_id, "in the source language")
                .help(TRANSLATE)
                .slip(Slip::of_kind(
                    &format!("a part of {{count}} messages is still {name}"),
                    None,
                    TRANSLATE,
                ));
            return diagnostics.warn(part);
        }
        if let Some(name) = other_language(reading, locale) {
            let message = format!("`{}` reads as {name}, not as {}", translation.name, locale.english_name());
            let wrong = translation.label(Diagnostic::new(Code::OtherLanguage, message));
            return diagnostics.warn(wrong.help("put the translation of this language there"));
        }
    }
}

/// The words of a reading that are not marked as of another language, and not in addresses.
fn words(reading: &Reading) -> Vec<Range<usize>> {
    let addresses: Vec<Range<usize>> =
        amounts(&reading.text).into_iter().map(|amount| amount.range).collect();
    let is_own = |range: &Range<usize>| {
        !reading.foreign.iter().chain(&addresses).any(|aside| aside.contains(&range.start))
    };
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in reading.text.char_indices().chain([(reading.text.len(), ' ')]) {
        match (is_letter(character), start) {
            (true, None) => start = Some(at),
            (false, Some(begun)) => {
                words.push(begun..at);
                start = None;
            }
            _ => {}
        }
    }
    words.retain(is_own);
    words
}

/// Whether it is of a word.
fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '\'' | '’' | '-')
}

/// Words in a row that the original has in the same row, more than by chance, and not only names.
fn copied_run(text: &str, words: &[Range<usize>], original: &str) -> Option<Range<usize>> {
    let before: Vec<String> = original
        .split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let own: Vec<String> = words.iter().map(|range| text[range.clone()].to_lowercase()).collect();
    let mut best: Option<Range<usize>> = None;
    // The length of the run that ends at each word of the original, for one word after the other.
    let mut runs = vec![0usize; before.len() + 1];
    for (index, word) in own.iter().enumerate() {
        for at in (0..before.len()).rev() {
            runs[at + 1] = if before[at] == *word { runs[at] + 1 } else { 0 };
            if runs[at + 1] > best.as_ref().map_or(BY_CHANCE, ExactSizeIterator::len) {
                best = Some(index + 1 - runs[at + 1]..index + 1);
            }
        }
    }
    let run = best?;
    is_said(text, &words[run.clone()]).then(|| words[run.start].start..words[run.end - 1].end)
}

/// Three and more Latin words in a row, most of them of the original, in a script that is not Latin, and not a name.
fn latin_run(text: &str, words: &[Range<usize>], original: &str) -> Option<Range<usize>> {
    let original = original.to_lowercase();
    let known: BTreeSet<&str> = original.split(|c: char| !is_letter(c)).collect();
    let is_known = |range: &&Range<usize>| known.contains(text[(*range).clone()].to_lowercase().as_str());
    let is_latin = |range: &Range<usize>| {
        text[range.clone()].chars().all(|c| c.is_ascii_alphabetic() || "'’-".contains(c))
    };
    let mut start = 0;
    while start < words.len() {
        let length = words[start..].iter().take_while(|word| is_latin(word)).count();
        let run = &words[start..start + length];
        if length > 2 && is_said(text, run) && run.iter().filter(is_known).count() * 2 > length {
            return Some(run[0].start..run[length - 1].end);
        }
        start += length.max(1);
    }
    None
}

/// Whether half of the words start small: names have capitals.
fn is_said(text: &str, words: &[Range<usize>]) -> bool {
    let small = words.iter().filter(|range| text[(*range).clone()].starts_with(char::is_lowercase)).count();
    small > 1 && small * 2 >= words.len()
}

/// How many letters tell a language (H): shorter texts are taken for others too often.
const TELLING: usize = 60;

/// The languages that a text may be taken for, of those that are written in the same letters.
const KNOWN: [(&str, Lang); 9] = [
    ("en", Lang::Eng),
    ("es", Lang::Spa),
    ("fr", Lang::Fra),
    ("tl", Lang::Tgl),
    ("de", Lang::Deu),
    ("pt", Lang::Por),
    ("it", Lang::Ita),
    ("vi", Lang::Vie),
    ("id", Lang::Ind),
];

/// The name of the language that a text is in, where it is surely another one.
fn other_language(reading: &Reading, locale: &Locale) -> Option<String> {
    let (_, own) = KNOWN.iter().find(|(tag, _)| *tag == locale.language)?;
    // Names are of no language.
    let own_words = words(reading).into_iter().map(|range| &reading.text[range]);
    let said: Vec<&str> = own_words.filter(|word| word.starts_with(char::is_lowercase)).collect();
    let text = said.join(" ");
    if text.chars().filter(|c| c.is_alphabetic()).count() < TELLING {
        return None;
    }
    let detector = Detector::with_allowlist(KNOWN.iter().map(|(_, lang)| *lang).collect());
    let found = detector.detect(&text).filter(|found| found.is_reliable() && found.lang() != *own)?;
    let (tag, _) = KNOWN.iter().find(|(_, lang)| *lang == found.lang())?;
    Locale::parse(tag).map(|locale| locale.english_name().to_owned())
}

/// Whether a message holds more than one word, and not only names, addresses, values of variables and words of another
/// language. Words are told by the spaces between them, so that of scripts without spaces only messages with some count.
fn is_prose(text: &RichText) -> bool {
    let foreign = text.marks.iter().filter(|(_, mark)| matches!(mark, Mark::Lang(_))).map(|(range, _)| range);
    let aside: Vec<&Range<usize>> = foreign.chain(&text.isolates).collect();
    let own = |(at, c): (usize, char)| if aside.iter().any(|range| range.contains(&at)) { ' ' } else { c };
    let rest: String = text.text.char_indices().map(own).collect();
    let words: Vec<&str> =
        rest.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
    words.len() > 1 && words.iter().any(|word| !is_name(word) && !is_address(word))
}

/// Whether a word starts with a capital.
fn is_name(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

/// Whether a word is an address: of mail, or of a page.
fn is_address(word: &str) -> bool {
    word.contains(['@', '/']) || word.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Sources, Span};

    /// A text of which `value` is a variable's and `foreign` is marked as of another language.
    fn rich(text: &str, value: &str, foreign: &str) -> RichText {
        let place = |words: &str| text.find(words).map(|at| at..at + words.len()).expect("it is in the text");
        let span = Span::new(Sources::default().add("test.ftl", ""), 0..0);
        let marks = vec![(place(foreign), Mark::Lang("en".to_owned()))];
        RichText { text: text.to_owned(), marks, isolates: vec![place(value)], span }
    }

    #[test]
    fn sentences_are_prose_and_names_and_addresses_are_not() {
        for prose in
            ["Know your rights", "Read more", "Maggie’s and STRUT", "write to a@b.org", "말해요 우리"]
        {
            assert!(is_prose(&rich(prose, "", "")), "{prose}");
        }
        for other in
            ["rights", "Butterfly", "Migrant Sex Workers Project", "416-906-3098", "A@b.org b.org/help"]
        {
            assert!(!is_prose(&rich(other, "", "")), "{other}");
        }
        assert!(!is_prose(&rich("No one is illegal: Toronto", "", "No one is illegal")));
        assert!(!is_prose(&rich("Our own network", "Our own network", "")));
    }
}
