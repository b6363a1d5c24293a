//! Sentences in lines that a terminal holds.

use console::{Term, measure_text_width};

/// How wide lines are where no terminal says it (H).
const USUAL: usize = 80;
/// The fewest columns that are counted on (H): below that lines are left to the terminal.
const LEAST: usize = 40;
/// The most that are used, however wide a terminal is (H).
const MOST: usize = 160;

/// How many columns standard error has, or else standard out.
pub(super) fn columns() -> usize {
    let size = Term::stderr().size_checked().or_else(|| Term::stdout().size_checked());
    let (_, columns) = size.unwrap_or_default();
    if columns == 0 { USUAL } else { usize::from(columns).clamp(LEAST, MOST) }
}

/// A name that is not parted, whatever blanks are in it.
pub(super) fn whole(name: &str) -> String {
    name.replace(' ', KEPT)
}

/// What stands for such a blank until lines are made: a character that no text holds (Unicode, chapter 23.7).
const KEPT: &str = "\u{FDD0}";

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    measure_text_width(text)
}

/// A sentence in lines of at most so many columns, as far as its words go. The first starts after `before` columns, and each of
/// the others with `indent`.
pub(super) fn wrapped(text: &str, columns: usize, before: usize, indent: &str) -> String {
    let mut lines = String::new();
    let mut taken = before;
    for (number, word) in text.split(' ').enumerate() {
        let wide = width(&word.replace(KEPT, " "));
        if number == 0 {
            lines.push_str(word);
        } else if taken + 1 + wide > columns {
            lines.push('\n');
            lines.push_str(indent);
            lines.push_str(word);
            taken = width(indent);
        } else {
            lines.push(' ');
            lines.push_str(word);
            taken += 1;
        }
        taken += wide;
    }
    lines.replace(KEPT, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_unless_a_word_is() {
        assert_eq!(wrapped("one two three", 9, 0, ""), "one two\nthree");
        assert_eq!(wrapped("one two three", 9, 3, "  "), "one\n  two\n  three");
        assert_eq!(wrapped("a locales/vi/card.ftl b", 9, 0, ""), "a\nlocales/vi/card.ftl\nb");
        assert_eq!(wrapped(&format!("a {} b", whole("my own file")), 9, 0, ""), "a\nmy own file\nb");
        assert_eq!(wrapped("한국어 말", 9, 0, ""), "한국어 말");
        assert_eq!(wrapped("한국어 말", 8, 0, ""), "한국어\n말");
    }
}
