//! Says in plain words what the Fluent parser did not understand, and where a reader should look.

use std::ops::Range;

use fluent_syntax::parser::{ErrorKind, ParserError};

use crate::content::odd::{Explained, explained, indented_name, odd_character};

/// The name of the function that names the case of a number. No message may have it, for messages and functions share
/// their names in the library.
pub(super) const CASE_FUNCTION: &str = "CASE-OF-A-NUMBER";

const SELECTOR_HELP: &str = "before `->` stands a variable, such as { $count -> ... }";
const ESCAPE_HELP: &str = "in quotation marks, \\\" is a quotation mark, \\\\ a backslash, and \\u with four digits \
                           or letters a to f a character by its number";

/// Explains a parse error in its text.
pub(super) fn explain(text: &str, error: &ParserError) -> Explained {
    let place = character_at(text, error.pos.start);
    if let Some(odd) = odd_character(text, place.start) {
        return odd;
    }
    match &error.kind {
        ErrorKind::ExpectedToken('}') => explain_brace(text, error, place),
        ErrorKind::ExpectedToken('=') => explain_line(text, place),
        ErrorKind::ExpectedCharRange { range } if range == "a-zA-Z" => explain_line(text, place),
        ErrorKind::ExpectedLiteral if text[place.start..].starts_with('-') => explained(
            "a number below zero can’t be given here",
            place,
            "this sign",
            "give a number from 0 on, or a text in straight quotation marks",
        ),
        ErrorKind::UnterminatedStringLiteral | ErrorKind::ExpectedToken('"') => {
            let before = &text[..place.start];
            let quote = before.rfind('"').map_or(place, |at| at..at + 1);
            explained(
                "a quotation mark is opened and not closed",
                quote,
                "opened here",
                "put a \" where the quoted text ends",
            )
        }
        kind => {
            let (message, help) = plain_words(kind);
            explained(&message, place, "here", help)
        }
    }
}

/// The character that holds the byte; the end of the text after it.
fn character_at(text: &str, at: usize) -> Range<usize> {
    let start = (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    start..start + text[start..].chars().next().map_or(0, char::len_utf8)
}

/// A placeable that holds too much or has no end.
fn explain_brace(text: &str, error: &ParserError, place: Range<usize>) -> Explained {
    let entry = error.slice.as_ref().map_or(0, |slice| slice.start).min(place.start);
    let mut closed = 0;
    let open =
        text[entry..place.start].rmatch_indices(['{', '}']).find_map(|(at, brace)| match (brace, closed) {
            ("{", 0) => Some(entry + at),
            ("{", _) => {
                closed -= 1;
                None
            }
            _ => {
                closed += 1;
                None
            }
        });
    let Some(open) = open else {
        return explained("a } is missing", place, "before this", "put a } here");
    };
    let line_end = text[open..].find('\n').map_or(text.len(), |at| open + at);
    if place.start < line_end && text[place.start..line_end].contains('}') {
        let help = "between { and } stands one name, such as { $phone } or { -term }; to print a brace, write {\"{\"}";
        return explained("this is not understood between { and }", place, "not understood", help);
    }
    explained("a { is opened and not closed", open..open + 1, "opened here", "put a } after the name in it")
}

/// A line that neither starts a message nor goes on with one.
fn explain_line(text: &str, place: Range<usize>) -> Explained {
    let start = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let first = character_at(text, start);
    let line = text[start..].split('\n').next().unwrap_or_default();
    if let Some(name) = indented_name(line) {
        let at = start + line.find(name).unwrap_or_default();
        let message = "this line looks like a message, but starts with a space";
        return explained(
            message,
            at..at + name.len(),
            "this name",
            "start the line with the name, without a space",
        );
    }
    let help = match &text[first.clone()] {
        "\t" => "start it with spaces instead of a tab",
        "." | " " => {
            "a part such as `.name = ...` stands under its message, starts with spaces, and has a text"
        }
        _ => "a line that goes on with the message above starts with a space; a new message is `name = text`",
    };
    if first.start == place.start || !text[start..place.start].contains(['{', '=', '.']) {
        return explained("this line is neither a message nor part of one", first, "this line", help);
    }
    let help = "a name starts with a letter from a to z; a variable is written { $name }";
    explained("a name is missing", place, "a name is needed here", help)
}

/// What the other errors mean, and what to do.
fn plain_words(kind: &ErrorKind) -> (String, &'static str) {
    let (message, help) = match kind {
        ErrorKind::ExpectedToken(token) => return (format!("a {token} is missing"), "put it here"),
        ErrorKind::ExpectedCharRange { range } if range == "0-9" => {
            ("a digit is missing", "a number is written with the digits 0 to 9 and one point")
        }
        ErrorKind::ExpectedCharRange { .. } => {
            ("the cases must start on a line of their own", "start a new line after `->`")
        }
        ErrorKind::ForbiddenCallee => {
            ("there is no such function", "the only function is NUMBER, in capitals")
        }
        ErrorKind::MissingDefaultVariant => (
            "no case is marked as the one for all else",
            "put a * before the case that holds when no other does, mostly *[other]",
        ),
        ErrorKind::MultipleDefaultVariants => {
            ("two cases are marked as the one for all else", "leave the * at one of them only")
        }
        ErrorKind::MissingValue
        | ErrorKind::ExpectedMessageField { .. }
        | ErrorKind::ExpectedTermField { .. } => {
            ("a text is missing", "write the text, after the `=` or the `]`")
        }
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => {
            ("a message can't decide between cases", SELECTOR_HELP)
        }
        ErrorKind::TermReferenceAsSelector => ("a term can't decide between cases", SELECTOR_HELP),
        ErrorKind::ExpectedSimpleExpressionAsSelector => ("this can't decide between cases", SELECTOR_HELP),
        ErrorKind::TermAttributeAsPlaceable => {
            ("a part of a term can't be printed", "use the term itself, such as { -term }")
        }
        ErrorKind::PositionalArgumentFollowsNamed => {
            ("a value without a name stands after one with a name", "put the values without names first")
        }
        ErrorKind::DuplicatedNamedArgument(_) => ("the same name is given twice", "leave one of them"),
        ErrorKind::UnknownEscapeSequence(_) => ("this backslash means nothing", ESCAPE_HELP),
        ErrorKind::InvalidUnicodeEscapeSequence(_) => ("the number of a character is cut short", ESCAPE_HELP),
        ErrorKind::UnbalancedClosingBrace => {
            ("a } stands here without a { before it", "take it out; to print a brace, write {\"}\"}")
        }
        ErrorKind::ExpectedInlineExpression => (
            "a name is missing between { and }",
            "write a variable, such as { $phone }, or a term, such as { -term }",
        ),
        ErrorKind::ExpectedLiteral => {
            ("a number or a quoted text is missing", "write a number, or a text in straight quotation marks")
        }
        ErrorKind::UnterminatedStringLiteral => ("a quotation mark is not closed", "put a \" where it ends"),
    };
    (message.to_owned(), help)
}
