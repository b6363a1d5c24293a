//! A message's text as translators see it, and as a file has it. In: a slice of a file, or what somebody typed. Out: words without
//! the file's indentation and line ends, and back. Paragraphs are parted by a blank line; a text with cases within keeps its lines.

use fluent_bundle::FluentResource;

use crate::content::braces::Braces;
use crate::content::compose::closed_up;
use crate::content::file::{FluentFile, parse};
use crate::content::written::pattern_text;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::source::Sources;

const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// A text as a translator sees it, of its slice of a file.
pub(super) fn told_value(slice: &str) -> String {
    let lines: Vec<&str> = slice.split('\n').map(|line| line.trim_end_matches(BLANKS)).collect();
    if slice.contains("->") {
        return without_indent(&lines);
    }
    let mut told = String::with_capacity(slice.len());
    for paragraph in lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty()) {
        if !told.is_empty() {
            told.push_str("\n\n");
        }
        for (number, line) in paragraph.iter().map(|line| line.trim_start_matches(BLANKS)).enumerate() {
            let neighbours = told.chars().next_back().zip(line.chars().next());
            if number > 0 && !neighbours.is_some_and(|(before, after)| closed_up(before, after)) {
                told.push(' ');
            }
            told.push_str(line);
        }
    }
    told
}

/// Lines without the spaces that all but the first start with.
fn without_indent(lines: &[&str]) -> String {
    let indent = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let rest = lines.iter().skip(1).filter(|line| !line.is_empty());
    let common = rest.map(indent).min().unwrap_or(0);
    let cut = |(number, line): (usize, &&str)| match number {
        0 => (*line).to_owned(),
        _ => line.get(common..).unwrap_or_default().to_owned(),
    };
    lines.iter().enumerate().map(cut).collect::<Vec<_>>().join("\n")
}

/// What somebody typed, with line ends as files have them, and without blanks at the ends of its lines and its own.
pub fn typed_value(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut value = String::with_capacity(lines.len());
    let mut blank = 0;
    for line in lines.trim_matches(BLANKS).split('\n').map(|line| line.trim_end_matches(BLANKS)) {
        blank = if line.is_empty() { blank + 1 } else { 0 };
        if blank < 2 {
            value.push_str(line);
            value.push('\n');
        }
    }
    value.pop();
    value
}

/// Where the first line of a text goes on in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueStart {
    /// Beside its name, or that of its case.
    BesideName,
    /// On a line of its own.
    OwnLine,
}

/// A text as a file has it: its first line goes on where it stands, each further one is set in. What would start a case or a part on
/// a line of its own, or close a placeable, is written as a quoted character.
pub fn file_value(value: &str, start: ValueStart, indent: usize, line_end: &str) -> String {
    let (mut written, mut depth) = (String::with_capacity(value.len()), 0_usize);
    for (number, line) in value.split('\n').enumerate() {
        let line = if depth == 0 { line.trim_start_matches(BLANKS) } else { line };
        if number > 0 {
            written.push_str(line_end);
        }
        if number > 0 && !line.is_empty() {
            written.push_str(&" ".repeat(indent));
        }
        let is_special = |first: &char| {
            let is_own_line = number > 0 || start == ValueStart::OwnLine;
            *first == '}' || is_own_line && "[*.".contains(*first)
        };
        match line.chars().next().filter(|first| depth == 0 && is_special(first)) {
            Some(first) => {
                written.push_str(&format!("{{\"{first}\"}}"));
                written.push_str(&line[1..]);
            }
            None => written.push_str(line),
        }
        depth = depth_after(line, depth);
    }
    written
}

/// How many braces are open after a line.
fn depth_after(line: &str, depth: usize) -> usize {
    let mut braces = Braces::at(depth);
    line.chars().for_each(|character| braces.read(character));
    braces.depth
}

/// Whether two texts say the same, however they are parted into lines and spaced within braces.
pub fn same_value(one: &str, other: &str) -> bool {
    one == other || settled_value(one) == settled_value(other)
}

/// A text as it is written, apart from line ends and spaces within braces: what digests are made of.
pub fn settled_value(value: &str) -> String {
    let (resource, errors) = parse(&as_message(value));
    match pattern_of(&resource).filter(|_| errors.is_empty()) {
        Some(text) => text,
        None => value.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn pattern_of(resource: &FluentResource) -> Option<String> {
    let entry = resource.entries().next()?;
    let fluent_syntax::ast::Entry::Message(message) = entry else { return None };
    message.value.as_ref().map(pattern_text)
}

fn as_message(value: &str) -> String {
    format!("x = {}\n", file_value(value, ValueStart::BesideName, 4, "\n"))
}

/// What keeps a text from being a message's: the first thing that is not Fluent.
///
/// # Errors
/// What `fluent/syntax` says of it. Its place is in no file.
pub fn check_value(value: &str) -> Result<(), Diagnostic> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let source = sources.add("text", as_message(value));
    let file = FluentFile::read(source, &sources, &mut diagnostics);
    match diagnostics.iter().find(|wrong| wrong.severity == Severity::Error) {
        Some(wrong) => Err(Diagnostic { labels: Vec::new(), ..wrong.clone() }),
        None => {
            debug_assert_eq!(file.resource.entries().count(), 1, "{value:?}");
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_loses_the_lines_of_its_file() {
        for (slice, told) in [
            ("one line", "one line"),
            ("two\n    lines", "two lines"),
            ("说\n    话", "说话"),
            ("a\n\n    b\r\n    c", "a\n\nb c"),
            ("{ $a }\n    { $b }", "{ $a } { $b }"),
            (
                "You have { $n ->\n        [one] one\n       *[other] many\n    } here",
                "You have { $n ->\n    [one] one\n   *[other] many\n} here",
            ),
        ] {
            assert_eq!(told_value(slice), told);
            assert!(same_value(told, &typed_value(told)), "{told}");
        }
    }

    #[test]
    fn a_text_comes_back_from_its_file() {
        for (value, written) in [
            ("one", "one"),
            ("a\n\nb", "a\n\n    b"),
            ("a\n[b]\n*c\n.d", "a\n    {\"[\"}b]\n    {\"*\"}c\n    {\".\"}d"),
            ("[a", "[a"),
            (
                "x { $n ->\n    [one] one\n   *[other] many\n} y",
                "x { $n ->\n        [one] one\n       *[other] many\n    } y",
            ),
        ] {
            assert_eq!(file_value(value, ValueStart::BesideName, 4, "\n"), written);
            assert_eq!(check_value(value), Ok(()), "{value}");
        }
        assert_eq!(file_value("a\n\nb", ValueStart::BesideName, 4, "\r\n"), "a\r\n\r\n    b");
        for (value, written) in
            [("[a", "{\"[\"}a"), ("*", "{\"*\"}"), (".b", "{\".\"}b"), ("} c", "{\"}\"} c")]
        {
            assert_eq!(file_value(value, ValueStart::OwnLine, 4, "\n"), written);
            assert_eq!(check_value(value), Ok(()), "{value}");
        }
    }

    #[test]
    fn what_is_typed_has_many_line_ends() {
        for (typed, value) in
            [("a\r\nb", "a\nb"), (" a \n\n\n\nb\n", "a\n\nb"), ("\u{A0}a", "\u{A0}a"), ("", "")]
        {
            assert_eq!(typed_value(typed), value);
        }
    }

    #[test]
    fn the_same_text_may_be_spaced_otherwise() {
        for (one, other, is_same) in [
            ("{$phone}", "{ $phone }", true),
            ("a b", "a\nb", true),
            ("a b", "a\n\nb", false),
            ("a", "A", false),
            ("{ broken", "{  broken", true),
        ] {
            assert_eq!(same_value(one, other), is_same, "{one} {other}");
        }
    }

    #[test]
    fn what_is_no_text_of_fluent_is_told() {
        for (value, message) in [
            ("call { $phone", "a { is opened and not closed"),
            ("call }", "a } stands here without a { before it"),
            ("call { téléphone }", "this is not understood between { and }"),
            ("", "`x` is empty"),
        ] {
            assert_eq!(check_value(value).unwrap_err().message, message);
        }
    }
}
