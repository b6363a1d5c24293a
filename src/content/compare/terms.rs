//! Terms that a project's glossary has words for, and words that it never says.

use super::pair::{Translation, counterpart};
use crate::content::reading::Reading;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::Span;

/// What a glossary says of a term of the source language.
#[derive(Clone, PartialEq, Debug)]
pub struct GlossaryTerm {
    /// The term, in the source language.
    pub term: String,
    /// Where the glossary has it.
    pub span: Span,
    /// Its translations: one of them stands wherever the term does.
    pub wanted: Vec<String>,
    /// Words that never stand, in no message.
    pub never: Vec<String>,
    /// Why.
    pub note: Option<String>,
}

/// Warns of terms that are translated in another way, and of words that are never said: `text/term`.
pub(super) fn compare_terms_of(
    translation: &Translation<'_>,
    glossary: &[GlossaryTerm],
    diagnostics: &mut Diagnostics,
) {
    for term in glossary {
        let never = translation.translated.iter().find_map(|reading| said_never(translation, reading, term));
        let lacking = || translation.translated.iter().find_map(|reading| lacks(translation, reading, term));
        if let Some(wrong) = never.or_else(lacking) {
            diagnostics.warn(wrong);
        }
    }
}

fn said_never(translation: &Translation<'_>, reading: &Reading, term: &GlossaryTerm) -> Option<Diagnostic> {
    let (word, at) = term.never.iter().find_map(|word| Some((word, find(&reading.text, word)?)))?;
    let place = reading.span(at.clone())?;
    let message = format!("`{}` says “{}”", translation.name, &reading.text[at]);
    let wrong =
        Diagnostic::new(Code::Term, message).label(place, "never said").label(term.span, "by the glossary");
    let instead = match term.wanted.first() {
        Some(wanted) => format!("write {wanted} for “{}”", term.term),
        None => format!("write “{}” without “{word}”", term.term),
    };
    Some(wrong.help(with_note(instead, term)))
}

fn lacks(translation: &Translation<'_>, reading: &Reading, term: &GlossaryTerm) -> Option<Diagnostic> {
    let original = counterpart(reading, translation.original);
    let at = find_term(&original.text, &term.term)?;
    if term.wanted.is_empty() || term.wanted.iter().any(|wanted| find(&reading.text, wanted).is_some()) {
        return None;
    }
    let place = original.span(at).unwrap_or(translation.source_id);
    let message = format!("`{}` does not have “{}” as the glossary has it", translation.name, term.term);
    let wrong = Diagnostic::new(Code::Term, message)
        .label(translation.id, "this message")
        .label(place, "in the source language")
        .label(term.span, "in the glossary");
    Some(wrong.help(with_note(format!("write {}", term.wanted.join(" or ")), term)))
}

fn with_note(help: String, term: &GlossaryTerm) -> String {
    match &term.note {
        Some(note) => format!("{help}; {note}"),
        None => help,
    }
}

/// Where words stand, whatever their capitals are.
fn find(text: &str, words: &str) -> Option<std::ops::Range<usize>> {
    let starts = text.char_indices().map(|(at, _)| at);
    let mut ends = starts.filter_map(|at| Some(at..at + prefix(&text[at..], words)?));
    ends.next()
}

/// The length of words at the start of a text.
fn prefix(text: &str, words: &str) -> Option<usize> {
    let mut rest = text.chars();
    for wanted in words.chars() {
        if !is_alike(rest.next()?, wanted) {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

/// Whether two characters are one but for capitals, or both blank.
fn is_alike(given: char, wanted: char) -> bool {
    if given.is_ascii() && wanted.is_ascii() {
        return given.eq_ignore_ascii_case(&wanted) || given.is_whitespace() && wanted.is_whitespace();
    }
    given == wanted
        || given.to_lowercase().eq(wanted.to_lowercase())
        || given.is_whitespace() && wanted.is_whitespace()
}

/// Where a term of the source language stands: as whole words, one or many of it; a term of capitals alone as it is written.
fn find_term(text: &str, term: &str) -> Option<std::ops::Range<usize>> {
    let is_short = term.chars().filter(|c| c.is_uppercase()).count() > 1 && !term.contains(' ');
    let mut from = 0;
    while let Some(found) = find(&text[from..], term) {
        let (start, end) = (from + found.start, from + found.end);
        let before = !text[..start].ends_with(char::is_alphanumeric);
        let tail = &text[end..];
        let after = ["", "s", "es"].iter().any(|ending| {
            tail.strip_prefix(ending).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        let found = &text[start..end];
        if before && after && (!is_short || found == term) && !is_name(found, term) {
            return Some(start..end);
        }
        from = start + text[start..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Whether words of a term in small letters all have capitals: then they are of a name.
fn is_name(found: &str, term: &str) -> bool {
    let all = |words: &str, is: fn(char) -> bool| words.split_whitespace().all(|word| word.starts_with(is));
    term.contains(' ') && all(term, char::is_lowercase) && all(found, char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_whole_words() {
        assert_eq!(find_term("Sex workers’ rights", "sex worker"), Some(0..11 - 1));
        assert_eq!(find_term("Migrant Sex Workers Project", "sex worker"), None);
        assert_eq!(find_term("homosex worker", "sex worker"), None);
        assert_eq!(find_term("the irpa and IRPA", "IRPA"), Some(13..17));
        assert_eq!(find_term("trafficking, human trafficking", "human trafficking"), Some(13..30));
        assert_eq!(find("La Traite des personnes", "traite des"), Some(3..13));
    }
}
