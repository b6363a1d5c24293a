//! Braces of a text of Fluent: how many are open, character by character. Within them quotation marks hold text, in which braces and
//! escaped marks count for nothing (Fluent 1.0, StringLiteral).

/// The braces of a text as far as it was read.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Braces {
    /// How many are open.
    pub(super) depth: usize,
    is_quoted: bool,
    is_escaped: bool,
}

impl Braces {
    /// At the start of a line, where so many are open.
    pub(super) fn at(depth: usize) -> Braces {
        Braces { depth, ..Braces::default() }
    }

    /// Reads a character.
    pub(super) fn read(&mut self, character: char) {
        match character {
            _ if std::mem::take(&mut self.is_escaped) => {}
            '\\' if self.is_quoted => self.is_escaped = true,
            '"' if self.depth > 0 => self.is_quoted = !self.is_quoted,
            '{' if !self.is_quoted => self.depth += 1,
            '}' if !self.is_quoted => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

/// The length of the placeable that a text starts with, if it starts with one that has an end.
pub fn placeable_length(text: &str) -> Option<usize> {
    let mut braces = Braces::default();
    let closes = |(at, character): (usize, char)| {
        braces.read(character);
        (braces.depth == 0).then_some(at + character.len_utf8())
    };
    text.starts_with('{').then(|| text.char_indices().find_map(closes))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeable_ends_where_its_brace_is_closed() {
        for (text, length) in [
            ("{ $a } b", Some(6)),
            (r#"{"{"}"#, Some(5)),
            (r#"{"\"}"} x"#, Some(7)),
            ("{ { $a } }.", Some(10)),
            ("{ $a", None),
            ("a { $b }", None),
        ] {
            assert_eq!(placeable_length(text), length, "{text}");
        }
    }
}
