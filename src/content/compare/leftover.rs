//! What is left in a text of the programs and hands that it went through: placeholders of other formats, notes to oneself.

use super::pair::Translation;
use crate::content::reading::Reading;
use crate::diag::{Code, Diagnostic, Diagnostics, Slip};
use crate::source::Span;

/// Words that stand for a text to come.
const NOTES: [&str; 6] = ["TODO", "FIXME", "XXX", "TBD", "lorem ipsum", "Lorem ipsum"];

/// Warns of what is no text, unless the source language has it too: `text/placeholder`.
pub(super) fn report_leftover(translation: &Translation<'_>, diagnostics: &mut Diagnostics) {
    let is_meant = |words: &str| translation.original.iter().any(|reading| reading.text.contains(words));
    let mut told: Vec<Span> = Vec::new();
    for reading in translation.translated {
        for (at, words) in placeholders(&reading.text).into_iter().filter(|(_, words)| !is_meant(words)) {
            if is_in_wide_braces(&reading.text[..at]) && is_told_as_missing(translation, reading, words) {
                continue;
            }
            let Some(place) = reading.span(at..at + words.len()).filter(|place| !told.contains(place)) else {
                continue;
            };
            told.push(place);
            diagnostics.warn(leftover(&translation.name, words, place, reading));
        }
    }
}

/// Whether full-width braces stand where others are meant.
fn is_in_wide_braces(before: &str) -> bool {
    before.trim_end().ends_with('｛')
}

/// Whether it is a variable that the source language prints and this does not, which is told as such.
fn is_told_as_missing(translation: &Translation<'_>, reading: &Reading, words: &str) -> bool {
    let name = words.trim_start_matches('$');
    translation.original.iter().any(|original| original.shown.contains(name)) && !reading.shown.contains(name)
}

fn leftover(name: &str, words: &str, place: Span, reading: &Reading) -> Diagnostic {
    let message = format!("`{name}` prints “{words}” as it stands");
    let inner: String = words.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let help = if NOTES.contains(&words) {
        "write the text that belongs there".to_owned()
    } else if inner.len() > 1 && !words.starts_with('%') {
        format!("to print a variable, write {{ ${inner} }}")
    } else if reading.shown.is_empty() {
        "take it out".to_owned()
    } else {
        "variables are written { $name }".to_owned()
    };
    Diagnostic::new(Code::Placeholder, message).label(place, "no text").help(help).slip(Slip::of_kind(
        "{count} placeholders are printed as they stand",
        Some(words.to_owned()),
        "write the text that belongs there; variables are written { $name }",
    ))
}

/// What looks like a placeholder, with its first byte: `%s`, `%1$d`, `%(name)s`, `{name}`, `{{ name }}`, `${name}`, `$name`, and notes.
fn placeholders(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (at, character) in text.char_indices() {
        let rest = &text[at..];
        let length = match character {
            '%' => printf(rest),
            '{' => braced(rest),
            '$' => dollar(rest),
            _ => None,
        };
        found.extend(length.map(|length| (at, &rest[..length])));
    }
    for note in NOTES {
        let whole = |at: &usize| {
            let is_word = |c: char| c.is_alphanumeric();
            !text[..*at].ends_with(is_word) && !text[at + note.len()..].starts_with(is_word)
        };
        found.extend(text.match_indices(note).map(|(at, _)| at).filter(whole).map(|at| (at, note)));
    }
    found.sort_unstable_by_key(|(at, words)| (*at, usize::MAX - words.len()));
    // Of two that overlap the longer one counts.
    let mut end = 0;
    found.retain(|(at, words)| {
        let is_new = *at >= end;
        if is_new {
            end = at + words.len();
        }
        is_new
    });
    found
}

/// The length of a placeholder of `printf`: `%s`, `%d`, `%1$s`, `%(name)s`, `%@`; not `50 % des`.
fn printf(rest: &str) -> Option<usize> {
    let after = &rest[1..];
    let named = after.strip_prefix('(').and_then(|inside| {
        let end = inside.find(')')?;
        inside[..end].chars().all(|c| c.is_ascii_alphanumeric() || c == '_').then_some(end + 2)
    });
    let numbered = || {
        let digits = after.chars().take_while(char::is_ascii_digit).count();
        (digits > 0 && after[digits..].starts_with('$')).then_some(digits + 1)
    };
    let prefix = named.or_else(numbered).unwrap_or(0);
    let letter = after[prefix..].chars().next().filter(|c| "sdifu@".contains(*c))?;
    let next = after[prefix + letter.len_utf8()..].chars().next();
    next.is_none_or(|c| !c.is_alphanumeric() && !"'’".contains(c)).then_some(1 + prefix + letter.len_utf8())
}

/// The length of a name in braces.
fn braced(rest: &str) -> Option<usize> {
    let inside = rest.trim_start_matches('{');
    let opened = rest.len() - inside.len();
    let end = inside.find('}')?;
    let name = inside[..end].trim().trim_start_matches(['$', '%', '-']);
    let is_name = name.len() <= 40
        && !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
    let closed = inside[end..].chars().take_while(|c| *c == '}').count().min(opened);
    is_name.then_some(opened + end + closed)
}

/// The length of `$name` and `${name}`; not that of `$5`.
fn dollar(rest: &str) -> Option<usize> {
    let after = &rest[1..];
    if after.starts_with('{') {
        return braced(after).map(|length| length + 1);
    }
    let name = after.chars().take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).count();
    let is_name = after.starts_with(|c: char| c.is_ascii_lowercase()) && name > 1;
    is_name.then(|| 1 + after[..name].trim_end_matches('-').len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_told_from_text() {
        for (text, expected) in [
            ("Bonjour %s, %1$d et %(name)s", vec!["%s", "%1$d", "%(name)s"]),
            ("{name} {{ phone }} ${mail} $phone", vec!["{name}", "{{ phone }}", "${mail}", "$phone"]),
            ("TODO: mend; Lorem ipsum dolor", vec!["TODO", "Lorem ipsum"]),
            ("50 % des femmes, 100%, $5, US$20, 5 %, {a b c}, TODOS", vec![]),
            ("50 %d’ici", vec![]),
        ] {
            let found: Vec<&str> = placeholders(text).into_iter().map(|(_, words)| words).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
