//! Stretches that a line must not break, or only at places of their own: addresses, phone numbers, dates, numbers with
//! their unit, names with their title. In: text, and the words of its language. Out: ranges.
//!
//! A text is read as symbols, character by character or a word of a list at once, and `patterns.txt` says which symbols
//! belong together. Where a word may be read in two ways, both are followed: `may` is a month, or a word like any other.

use std::ops::Range;

use crate::script::classes::{Class, is_digit};
use crate::script::lexicon::Lexicon;
use crate::script::patterns::{GOES_ON, Kind, Progress};

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Never broken, and one thing by itself: a phone number, a date, a number with its unit.
    Whole,
    /// Never broken, but a part of what is said: a word with the number that it announces, a title with its name.
    Together,
    /// A web address: where it fits on no line broken after `/` and before `. ? & #`, never with a hyphen.
    Url,
    /// The address of a mailbox: where it fits on no line broken before `@` and `.`, never with a hyphen.
    Mail,
}

/// A stretch with rules of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
    /// Where things start that would be tokens by themselves and end where it does, the longest first: in `Monday, 3 May` the
    /// date. Where the whole fits on no line, it is parted before these rather than within.
    pub cores: Vec<usize>,
}

impl Token {
    /// Where an address may break, in bytes of the text; nowhere for other tokens.
    pub fn breaks(&self, text: &str) -> Vec<usize> {
        let range = self.range.clone();
        let after = |at: usize, mark: char| at + mark.len_utf8();
        let place = |at: usize, c: char| match (self.kind, c) {
            (TokenKind::Url, '/') => Some(after(at, c)),
            (TokenKind::Url, '.' | '?' | '&' | '#') | (TokenKind::Mail, '@' | '.') => Some(at),
            _ => None,
        };
        // Not within `https://` or right after it, and neither after the first nor before the last character.
        let host = text[range.clone()].find("//").map_or(range.start, |at| range.start + at + 2);
        let allowed = |at: &usize| *at > host + 1 && at + 1 < range.end;
        let places = text[range.clone()].char_indices().filter_map(|(at, c)| place(range.start + at, c));
        places.filter(allowed).collect()
    }
}

/// The tokens of a text, in order, none overlapping.
///
/// ```text
/// let spanish = Typography::of(&Locale::parse("es").unwrap());
/// let found = tokens("El 3 de mayo, 24 horas.", &spanish.lexicon);
/// assert_eq!(found.iter().map(|token| token.range.clone()).collect::<Vec<_>>(), [3..12, 14..22]);
/// ```
pub fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut reader = Reader { text, lexicon, open: Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let stretch = reader.longest(at);
        let kind = match stretch.map(|stretch| stretch.kind) {
            Some(Kind::Url) => Some(TokenKind::Url),
            Some(Kind::Mail) => Some(TokenKind::Mail),
            Some(Kind::Together) => Some(TokenKind::Together),
            Some(Kind::Whole) => Some(TokenKind::Whole),
            Some(Kind::Plain) | None => None,
        };
        let end = stretch.map_or(at, |stretch| stretch.end);
        found.extend(kind.map(|kind| Token { range: at..end, kind, cores: reader.cores(at..end, kind) }));
        // No other starts within a word.
        at = if end == at || ends_inside_word(text, end) { word_end(text, end) } else { end };
    }
    found
}

/// Whether a place lies between two characters of a word that has spaces around it.
fn ends_inside_word(text: &str, at: usize) -> bool {
    let is_spaced = |c: Option<char>| c.is_some_and(|c| Class::of(c).is_spaced());
    is_spaced(text[..at].chars().next_back()) && is_spaced(text[at..].chars().next())
}

/// Whether a core may be told apart from what stands before it: a day stays with its month, and a number with its rest.
fn is_apart(text: &str, at: usize) -> bool {
    let (before, core) = text.split_at(at);
    let is_sign = |c: char| {
        "+(（#＃№§$＄¢£¥￥฿៛".contains(c) || matches!(c, '\u{20a0}'..='\u{20cf}' | '\u{ffe0}'..='\u{ffe6}')
    };
    let goes_on = before.trim_end().ends_with(|c| is_digit(c) || is_sign(c))
        || before.trim_end_matches(['-', '–', '\u{2011}', '－', '.', ',', '/', ':']).ends_with(is_digit);
    let announced = before.ends_with(|c| Class::of(c) == Class::Unspaced || matches!(c, ':' | '：'));
    !goes_on && (announced || !core.starts_with(char::is_alphabetic)) && !ends_inside_word(text, at)
}

/// The end of the word that starts there, or of the one character that is of none. What is of another script after
/// syllables of Korean is another word: `이메일|info@example.org`.
fn word_end(text: &str, at: usize) -> usize {
    let mut rest = text[at..].chars();
    let mut last = rest.next().map(Class::of).filter(|class| class.is_spaced());
    while let Some(before) = last {
        let next = rest.clone().next().map(Class::of).filter(|class| class.is_spaced());
        last = next.filter(|next| before != Class::Syllable || *next == Class::Syllable);
        if last.is_some() {
            rest.next();
        }
    }
    text.len() - rest.as_str().len()
}

/// How many words and marks are read in search of a longer stretch (H): without an end, a text that never ends would be read
/// anew from each of its words.
const FARTHEST: usize = 64;

/// How many bytes of a token are searched for what it is made of (H): there are no longer ones but by accident.
const SEARCHED: usize = 200;

/// A stretch that a pattern takes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stretch {
    end: usize,
    kind: Kind,
}

/// A place up to which a text was read, and how far the patterns have come.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Way {
    at: usize,
    progress: Progress,
}

struct Reader<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    /// The ways of reading that are not at their end.
    open: Vec<Way>,
}

impl Reader<'_> {
    /// The longest stretch that starts there.
    fn longest(&mut self, start: usize) -> Option<Stretch> {
        let mut longest = None;
        let mut read = 0;
        self.open.clear();
        self.open.push(Way { at: start, progress: Progress::START });
        while let Some(way) = self.take_first().filter(|_| read < FARTHEST) {
            let end = longest;
            read += 1;
            let rest = &self.text[way.at..];
            self.arrive(read_plain(way, rest), &mut longest);
            for word in self.lexicon.starting(rest) {
                let read = way.progress.after(word.symbol);
                let progress = if word.goes_on { read.after(GOES_ON) } else { read };
                self.arrive(Way { at: way.at + word.length, progress }, &mut longest);
            }
            if longest != end {
                read = 0;
            }
        }
        longest
    }

    /// Where what would be a token by itself starts and ends with a token.
    fn cores(&mut self, token: Range<usize>, kind: TokenKind) -> Vec<usize> {
        let mut cores = Vec::new();
        if !matches!(kind, TokenKind::Whole | TokenKind::Together) || token.len() > SEARCHED {
            return cores;
        }
        let mut at = word_end(self.text, token.start);
        while at < token.end {
            let stretch = self.longest(at).filter(|stretch| stretch.end == token.end);
            let is_core = stretch.is_some_and(|stretch| matches!(stretch.kind, Kind::Whole | Kind::Together));
            if is_core && is_apart(self.text, at) {
                cores.push(at);
            }
            at = word_end(self.text, at);
        }
        cores
    }

    /// The way that has come least far: so two that meet are one from there on.
    fn take_first(&mut self) -> Option<Way> {
        let first = (0..self.open.len()).min_by_key(|&at| self.open[at].at)?;
        Some(self.open.swap_remove(first))
    }

    /// Notes how far a way has come, and whether a stretch ends there.
    fn arrive(&mut self, way: Way, longest: &mut Option<Stretch>) {
        if way.progress.is_over() {
            return;
        }
        if let Some(kind) = way.progress.kind() {
            let better = |old: &Stretch| (old.end, kind) < (way.at, old.kind);
            if longest.as_ref().is_none_or(better) {
                *longest = Some(Stretch { end: way.at, kind });
            }
        }
        if way.at < self.text.len() && !self.open.contains(&way) {
            self.open.push(way);
        }
    }
}

/// How far the patterns come with what is read at once where no list has a word: a number, a word, or one character.
fn read_plain(way: Way, text: &str) -> Way {
    let mut rest = text.chars();
    let Some(first) = rest.next() else { return way };
    let class = Class::of(first);
    let mut progress = way.progress.after(symbol_of(first, class));
    if class.is_spaced() {
        let mut next = rest.clone();
        while let Some(c) = next.next().filter(|&c| Class::of(c) == class) {
            progress = progress.after(symbol_of(c, class));
            rest = next.clone();
        }
    }
    Way { at: way.at + text.len() - rest.as_str().len(), progress }
}

/// What a character is read as.
fn symbol_of(c: char, class: Class) -> u8 {
    match class {
        Class::Digit => b'0',
        Class::Syllable => b'k',
        Class::Letter if matches!(c, 'a'..='z' | 'ａ'..='ｚ') => b'a',
        Class::Letter if matches!(c, 'A'..='Z' | 'Ａ'..='Ｚ') => b'A',
        Class::Letter if c.is_uppercase() => b'Z',
        Class::Letter => b'z',
        Class::Unspaced => b'x',
        Class::Other => match c {
            ' ' | '\u{3000}' => b's',
            '\u{a0}' | '\u{202f}' | '\u{2009}' => b'n',
            '\u{2010}'..='\u{2013}' | '−' => b'd',
            '—' | '〜' | '～' => b't',
            '，' => b'c',
            '！' | '？' | '；' => b'x',
            '!'..='~' => u8::try_from(c).unwrap_or(b'x'),
            // The marks of ASCII in the width of Han.
            '！'..='～' => u8::try_from(u32::from(c) - 0xfee0).unwrap_or(b'x'),
            _ => b'x',
        },
    }
}

#[cfg(test)]
mod kinds;
#[cfg(test)]
mod tests;
