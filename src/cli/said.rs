//! What is said on wrong use: what is wrong, what to do, and lines to type, none wider than the terminal unless a name or a line
//! to type is.

use polyleaf::shown;

use super::wrap::{columns, width, wrapped};

/// How far what to do stands in.
const INDENT: &str = "  ";
/// How far a line stands in that is to be typed, and what goes on of an item of a list.
const FURTHER: &str = "    ";

/// What is wrong, and what to do about it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Said {
    wrong: String,
    advice: Vec<Advice>,
}

/// A part of what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Advice {
    /// A sentence.
    Words(String),
    /// An item of a list: its name, and what it is.
    Item(String, String),
    /// A line to type, or a name that has to stand whole.
    Line(String),
}

impl Said {
    /// What is wrong; nothing to do yet.
    pub(super) fn new(wrong: impl Into<String>) -> Said {
        Said { wrong: wrong.into(), advice: Vec::new() }
    }

    /// Adds a sentence.
    pub(super) fn words(mut self, words: impl Into<String>) -> Said {
        self.advice.push(Advice::Words(words.into()));
        self
    }

    /// Adds a list, an item a line.
    pub(super) fn items(mut self, items: impl IntoIterator<Item = (String, String)>) -> Said {
        self.advice.extend(items.into_iter().map(|(name, is)| Advice::Item(name, is)));
        self
    }

    /// Adds a line to type, or a name that has to stand whole.
    pub(super) fn line(mut self, line: impl Into<String>) -> Said {
        self.advice.push(Advice::Line(line.into()));
        self
    }

    /// Adds all of them.
    pub(super) fn lines(self, lines: impl IntoIterator<Item = String>) -> Said {
        lines.into_iter().fold(self, Said::line)
    }

    /// As it is shown on a terminal.
    pub(super) fn text(&self) -> String {
        self.in_columns(columns())
    }

    fn in_columns(&self, columns: usize) -> String {
        let names = self.advice.iter().filter_map(|advice| match advice {
            Advice::Item(name, _) => Some(width(name)),
            Advice::Words(_) | Advice::Line(_) => None,
        });
        let widest = names.max().unwrap_or(0);
        let mut text =
            format!("{}\n", wrapped(&format!("polyleaf: {}", shown(&self.wrong)), columns, 0, INDENT));
        for advice in &self.advice {
            text += &match advice {
                Advice::Words(words) => laid(&shown(words), INDENT, FURTHER, columns),
                Advice::Line(line) => format!("{FURTHER}{}\n", shown(line)),
                Advice::Item(name, is) => {
                    let blank = " ".repeat(widest - width(name));
                    let hang = format!("{FURTHER}{}  ", " ".repeat(widest));
                    laid(&format!("{name}{blank}  {}", shown(is)), FURTHER, &hang, columns)
                }
            };
        }
        text
    }
}

/// Words after `indent`; what goes on stands after `hang`.
fn laid(words: &str, indent: &str, hang: &str, columns: usize) -> String {
    format!("{indent}{}\n", wrapped(words, columns, width(indent), hang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_but_one_to_type() {
        let said = Said::new("one two three four")
            .words("five six seven")
            .items([("a".to_owned(), "one two three".to_owned()), ("bcd".to_owned(), "two".to_owned())])
            .line("polyleaf build --project nowhere");
        assert_eq!(
            said.in_columns(20),
            "polyleaf: one two\n  three four\n  five six seven\n    a    one two\n         three\n    bcd  two\n    polyleaf build --project nowhere\n"
        );
    }
}
