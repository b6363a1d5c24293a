//! The words of a language that patterns speak of. In: lists of words. Out: which of them start a text.

use crate::languages::{LanguageFile, language_file};
use crate::locale::Locale;
use crate::script::classes::Class;
use crate::script::patterns::list_symbol;

/// The files whose words count in every language.
const COMMON: [&str; 2] = ["en", "und"];

/// The words of a language, by their first letter.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Lexicon {
    words: Vec<Word>,
}

/// A word of a list; in the order of first letters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Word {
    /// Its first character, small and not raised.
    first: char,
    text: String,
    /// The symbol of its list.
    symbol: u8,
}

/// A word of a list that starts a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Found {
    /// Its length in bytes.
    pub(super) length: usize,
    /// The symbol of its list.
    pub(super) symbol: u8,
    /// Whether a word of Korean goes on after it, with a particle or as another word.
    pub(super) goes_on: bool,
}

impl Lexicon {
    /// The words of a language, and those that count in every one: of English, of units and addresses.
    pub fn of(locale: &Locale) -> Lexicon {
        Lexicon::with(locale, None)
    }

    /// The words of a language with those of a project's file.
    pub(super) fn with(locale: &Locale, project: Option<&LanguageFile>) -> Lexicon {
        let known = locale.files().map(|file| -> &LanguageFile { file });
        let common =
            COMMON.iter().filter(|tag| **tag != locale.language).filter_map(|tag| language_file(tag));
        Lexicon::new(project.into_iter().chain(known).chain(common))
    }

    /// The words of all lists of some files.
    fn new<'f>(files: impl IntoIterator<Item = &'f LanguageFile>) -> Lexicon {
        let mut words = Vec::new();
        for file in files {
            for (place, (_, list)) in file.lists().into_iter().enumerate() {
                let symbol = list_symbol(place);
                words.extend(list.iter().filter_map(|word| Word::new(word.get_ref(), symbol)));
            }
        }
        words.sort_unstable();
        words.dedup();
        Lexicon { words }
    }

    /// The words that start a text.
    pub(super) fn starting<'l>(&'l self, text: &'l str) -> impl Iterator<Item = Found> + 'l {
        let first = text.chars().next().map_or('\0', first_letter);
        let from = self.words.partition_point(|word| word.first < first);
        let near = self.words[from..].iter().take_while(move |word| word.first == first);
        near.filter_map(|word| {
            let length = start_length(text, &word.text)?;
            let (found, rest) = text.split_at(length);
            let classes = [found.chars().next_back(), rest.chars().next()].map(|c| c.map(Class::of));
            // A word of letters ends where the letters end, if its script has spaces.
            let is_part = classes == [Some(Class::Letter); 2];
            let goes_on = classes == [Some(Class::Syllable); 2];
            (!is_part).then_some(Found { length, symbol: word.symbol, goes_on })
        })
    }
}

impl Word {
    fn new(text: &str, symbol: u8) -> Option<Word> {
        Some(Word { first: first_letter(text.chars().next()?), text: text.to_owned(), symbol })
    }
}

/// By what words are looked for that start with a character.
fn first_letter(c: char) -> char {
    small_letter(raised_letter(c).unwrap_or(c))
}

/// The small letter of a character, if it has one.
fn small_letter(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

/// How much of a text a listed word is: a small letter of it may be a capital there, its space any space, and any letter
/// raised, as in `Mᵐᵉ`.
pub(crate) fn start_length(text: &str, word: &str) -> Option<usize> {
    let mut rest = text.chars();
    for listed in word.chars() {
        let c = rest.next()?;
        let space = listed == ' ' && matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}');
        let raised = raised_letter(c).is_some_and(|plain| raised_letter(listed).unwrap_or(listed) == plain);
        let capital = c.is_uppercase() && small_letter(c) == listed;
        if !(c == listed || space || raised || capital) {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

/// Letters that are written above the line, each before the one that it stands for (Unicode 16.0: modifier letters and the
/// signs of ordinals). The degree sign and the raised zero are typed for an o.
const RAISED: [(&str, &str); 2] = [
    ("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻªº°⁰˚", "abcdefghijklmnoprstuvwxyzaoooo"),
    ("ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ", "ABDEGHIJKLMNOPRTUVW"),
];

/// The letter that a raised one stands for.
fn raised_letter(c: char) -> Option<char> {
    let of =
        |(raised, plain): (&str, &str)| raised.chars().zip(plain.chars()).find(|(raised, _)| *raised == c);
    if c.is_ascii() { None } else { RAISED.into_iter().find_map(of).map(|(_, plain)| plain) }
}
