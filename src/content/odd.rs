//! Characters where Fluent has no use for them, above all those that nobody sees, and lines that look like messages and are none.
//! In: a text and where the parser stopped. Out: what stands there, by its name, and what to write instead.

use std::ops::Range;

/// A parse error as a translator can use it.
pub(super) struct Explained {
    /// What is wrong.
    pub(super) message: String,
    /// The bytes to point at.
    pub(super) place: Range<usize>,
    /// What to say at the place.
    pub(super) label: &'static str,
    /// What to do.
    pub(super) help: String,
}

/// A parse error in words.
pub(super) fn explained(message: &str, place: Range<usize>, label: &'static str, help: &str) -> Explained {
    Explained { message: message.to_owned(), place, label, help: help.to_owned() }
}

/// White space that Fluent does not take for such, and what looks like a sign of its grammar.
const NAMES: &[(char, &str)] = &[
    ('\t', "a tab"),
    ('\u{A0}', "a no-break space"),
    ('\u{AD}', "a soft hyphen"),
    ('\u{2007}', "a figure space"),
    ('\u{2009}', "a thin space"),
    ('\u{200B}', "a zero-width space"),
    ('\u{200C}', "a zero-width non-joiner"),
    ('\u{200D}', "a zero-width joiner"),
    ('\u{200E}', "a left-to-right mark"),
    ('\u{200F}', "a right-to-left mark"),
    ('\u{202F}', "a narrow no-break space"),
    ('\u{2060}', "a word joiner"),
    ('\u{3000}', "a full-width space"),
    ('\u{FEFF}', "a byte order mark"),
    ('＝', "a full-width ＝"),
];

/// Arrows that are typed for the one of Fluent.
const ARROWS: &[&str] = &["=>", "→", "⇒", "–>", "—>", "−>", "- >", "-->", ">"];

/// What stands where the parser stopped, if that alone says what is wrong.
pub(super) fn odd_character(text: &str, at: usize) -> Option<Explained> {
    let rest = text.get(at..)?;
    let character = rest.chars().next()?;
    let place = at..at + character.len_utf8();
    let before = &text[text[..at].rfind('\n').map_or(0, |end| end + 1)..at];
    let line_rest = rest.split('\n').next().unwrap_or_default();
    let known = NAMES.iter().find(|(known, _)| *known == character).map(|(_, name)| *name);
    if let Some(name) = known {
        let number = format!("(U+{:04X})", u32::from(character));
        let is_start = before.trim_matches(' ').is_empty();
        let is_before = line_rest
            .trim_start_matches(|c| NAMES.iter().any(|(known, _)| *known == c) || c == ' ')
            .starts_with('=');
        let place_words =
            if is_before && is_name_so_far(before.trim_end_matches(' ')) { "before the =" } else { "here" };
        let (message, help) = match (character, is_start) {
            ('＝', _) => (format!("{name} stands for the ="), "write = instead"),
            ('\t', true) => (format!("{name} starts this line"), "start it with spaces instead of a tab"),
            (_, true) => (
                format!("{name} {number} starts this line"),
                "take it out; a line that goes on starts with spaces",
            ),
            ('\t', false) => (format!("{name} stands {place_words}"), "write a space instead, or nothing"),
            (_, false) => (
                format!("{name} {number} stands {place_words}"),
                "write an ordinary space instead, or nothing",
            ),
        };
        return Some(explained(&message, place, "this character", help));
    }
    if is_name_so_far(before)
        && character.is_alphanumeric()
        && !character.is_ascii()
        && line_rest.contains('=')
    {
        let name = format!("{before}{}", line_rest.split(['=', ' ']).next().unwrap_or_default());
        let help = "don’t translate the name before the `=`: keep it as the source language has it";
        return Some(explained(
            &format!("`{name}` is no name of a message"),
            place,
            "not a letter from a to z",
            help,
        ));
    }
    let is_case = before.trim().is_empty() || before.trim() == "*";
    if is_case && character == '(' && line_rest.contains(')') {
        let end = line_rest.find(')').unwrap_or(1);
        let case = &line_rest[1..end];
        let help = format!("write [{case}] for ({case})");
        return Some(explained("a case stands in [ and ]", at..at + end + 1, "this case", &help));
    }
    let arrow = ARROWS.iter().find(|arrow| rest.starts_with(**arrow) && before.contains('{'))?;
    let message = format!("{arrow} stands for the arrow ->");
    Some(explained(&message, at..at + arrow.len(), "this sign", "write -> with a hyphen and a >"))
}

/// Whether what stands before on a line may be the start of a message's name.
fn is_name_so_far(before: &str) -> bool {
    let letters = before.strip_prefix('-').unwrap_or(before);
    letters.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// Lines of a message's text that look like messages of their own, for they start with a name and an equals sign, and are none,
/// for a space stands before: the names, with their places in the text. The first line is the message itself.
pub(super) fn indented_names(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let name = indented_name(line).filter(|_| at > 0)?;
        let from = at + line.len() - line.trim_start_matches(' ').len();
        Some((name, from..from + name.len()))
    })
}

/// The name of a message that is set in on a line.
pub(super) fn indented_name(line: &str) -> Option<&str> {
    let inner = line.strip_prefix(' ')?.trim_start_matches(' ');
    // An attribute of a tag has its value in quotation marks.
    let (name, _) = inner.split_once('=').filter(|(_, value)| !value.starts_with(['"', '\'']))?;
    let name = name.strip_suffix(' ').unwrap_or(name);
    let is_name =
        name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.contains(' ') && is_name_so_far(name);
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_set_in_are_found() {
        let text = "who-group = Ours\n  and more\n who-measures = theirs\n .part = x\n 2 = 3, x + y = z";
        let found: Vec<_> = indented_names(text).collect();
        assert_eq!(found, [("who-measures", 29..41)]);
    }
}
