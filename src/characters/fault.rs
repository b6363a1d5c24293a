//! What no text can mean: controls, overrides of its direction, and what is left of letters that were read wrong.

use std::ops::Range;

use super::mojibake::garbled;
use super::pile::{MOST_MARKS, piles};
use super::suspect::{MOST_FOUND, Suspect};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// What can't be meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// A control character, which does nothing on paper and much on terminals.
    Control(char),
    /// An override or embedding of direction (UAX #9, 2.1 and 2.2), which reaches to the end of the text.
    Direction(char),
    /// What stands in the place of a letter or of something that is no text.
    Placeholder(char),
    /// Text that was read in another encoding than it was written in, and what it was.
    Garbled(String),
    /// A letter that carries so many marks.
    Piled(usize),
}

/// A fault and its bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The bytes.
    pub range: Range<usize>,
    /// What is wrong with them.
    pub fault: Fault,
}

/// What in a text can't be meant, in order, at most `MOST_FOUND`. Tabs and line ends are white space.
pub fn faults(text: &str) -> Vec<Found> {
    let garbled = garbled(text);
    let covered = |at: usize| garbled.as_ref().is_some_and(|(range, _)| range.contains(&at));
    let single = |(at, c): (usize, char)| {
        let fault = fault_of(c).filter(|_| !covered(at))?;
        Some(Found { range: at..at + c.len_utf8(), fault })
    };
    let mut found: Vec<Found> = text.char_indices().filter_map(single).take(MOST_FOUND).collect();
    found.extend(garbled.clone().map(|(range, meant)| Found { range, fault: Fault::Garbled(meant) }));
    let piles = piles(text).into_iter().take(MOST_FOUND);
    found.extend(piles.map(|(range, marks)| Found { range, fault: Fault::Piled(marks) }));
    found.sort_by_key(|found| found.range.start);
    found.truncate(MOST_FOUND);
    found
}

fn fault_of(c: char) -> Option<Fault> {
    match c {
        '\t' | '\n' | '\r' => None,
        c if c.is_control() => Some(Fault::Control(c)),
        '\u{202A}'..='\u{202E}' => Some(Fault::Direction(c)),
        '\u{FFF9}'..='\u{FFFD}' => Some(Fault::Placeholder(c)),
        _ => None,
    }
}

/// The error for a fault at a place.
pub fn told(fault: &Fault, place: Span) -> Diagnostic {
    let code = |c: char| format!("U+{:04X}", u32::from(c));
    match fault {
        Fault::Control(c) => {
            let message = format!("a control character ({}) stands in the text", code(*c));
            let help = "take it out: it can’t be seen here, so write the words around it anew";
            Diagnostic::new(Code::ForbiddenCharacter, message).label(place, "here").help(help)
        }
        Fault::Direction(c) => {
            let message = format!("a character ({}) turns the direction of all text after it", code(*c));
            let help = "take it out; words that run the other way stand between U+2068 and U+2069";
            Diagnostic::new(Code::ForbiddenCharacter, message).label(place, "here").help(help)
        }
        Fault::Placeholder(c) => {
            let message = format!("a letter was lost: {} stands in its place", code(*c));
            let help = "write the letter anew, and save the file as UTF-8";
            Diagnostic::new(Code::Encoding, message).label(place, "here").help(help)
        }
        Fault::Garbled(meant) => {
            let shown: String = meant.chars().take(60).collect();
            let message = "letters were read in another encoding than they were written in";
            let label = format!("this was probably “{shown}”");
            let help = "write the words anew, or copy them again, and save the file as UTF-8";
            Diagnostic::new(Code::Encoding, message).label(place, label).help(help)
        }
        Fault::Piled(marks) => {
            let message = format!(
                "a letter carries {marks} marks, more than the {MOST_MARKS} that any text may put on one"
            );
            let help = "take marks away, or write them on letters of their own";
            Diagnostic::new(Code::ForbiddenCharacter, message).label(place, "this letter").help(help)
        }
    }
}

/// The warning for what looks like something else, at a place.
pub fn warned(suspect: &Suspect, place: Span) -> Diagnostic {
    let message = format!("{}: nobody who types the word finds it", suspect.what);
    Diagnostic::new(Code::LookAlike, message)
        .label(place, format!("write “{}”", suspect.instead))
        .help("write it in the letters and digits that a keyboard gives")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<(&str, Fault)> {
        faults(text).into_iter().map(|found| (&text[found.range], found.fault)).collect()
    }

    #[test]
    fn what_can_t_be_meant_is_found_where_it_stands() {
        assert_eq!(
            named("a\u{1B}b\u{7F}\u{85}\0"),
            ["\u{1B}", "\u{7F}", "\u{85}", "\0"].map(|c| (c, Fault::Control(c.chars().next().unwrap())))
        );
        assert_eq!(named("a\u{202E}b"), [("\u{202E}", Fault::Direction('\u{202E}'))]);
        assert_eq!(named("a\u{FFFD}"), [("\u{FFFD}", Fault::Placeholder('\u{FFFD}'))]);
        assert_eq!(named("donâ€\u{99}t"), [("â€\u{99}", Fault::Garbled("’".to_owned()))]);
        assert_eq!(named("tab\tline\r\n ไทย \u{2067}a\u{2069}\u{200B}"), []);
    }
}
