//! Where in a file of TOML something stands: in which brackets, after which name, as which word of its line. In: a text that need
//! not be sound, and a place. Out: what is around it.

use std::ops::Range;

/// What is around a place.
pub(super) struct Spot<'t> {
    /// The whole text.
    pub(super) text: &'t str,
    /// The place.
    pub(super) at: usize,
    /// Its line, without its end.
    pub(super) line: Range<usize>,
    /// Brackets and braces that are open there, with their places.
    pub(super) open: Vec<(usize, char)>,
    /// A quotation mark before it, in its line or the one before, that nothing closes.
    pub(super) unclosed: Option<usize>,
    /// The word or value that it stands in or before, as far as its line or its brackets go.
    pub(super) word: Range<usize>,
}

impl<'t> Spot<'t> {
    /// What is around a byte of a text.
    pub(super) fn new(text: &'t str, at: usize) -> Spot<'t> {
        let at = text.floor_char_boundary(at);
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = text[start..].find(['\n', '\r']).map_or(text.len(), |length| start + length);
        let mut scan = Scan { text, at: 0, open: Vec::new(), unclosed: None };
        scan.run_to(at);
        let opened = text[..start].trim_end_matches(['\n', '\r']).rfind('\n').map_or(0, |end| end + 1);
        let is_long =
            |quote: usize| text[quote..].starts_with("\"\"\"") || text[quote..].starts_with("\'\'\'");
        let unclosed = scan.unclosed.filter(|&quote| quote >= opened || is_long(quote));
        let mut spot = Spot { text, at, line: start..end, open: scan.open, unclosed, word: at..at };
        spot.word = spot.find_word();
        spot
    }

    fn find_word(&self) -> Range<usize> {
        let Range { start, end } = self.line;
        let inside = !self.open.is_empty();
        let begins = |c: char| c == '=' || inside && matches!(c, '[' | '{' | ',');
        let after =
            self.text[start..self.at.min(end)].rfind(begins).map_or(start, |before| start + before + 1);
        let ends = |c: char| c == '#' || inside && matches!(c, ',' | ']' | '}');
        let to = self.text[after..end].find(ends).map_or(end, |length| after + length);
        let trimmed = self.text[after..to].trim();
        let from = after + (self.text[after..to].len() - self.text[after..to].trim_start().len());
        from..from + trimmed.len()
    }

    /// The word.
    pub(super) fn word(&self) -> &'t str {
        &self.text[self.word.clone()]
    }

    /// The whole line.
    pub(super) fn line(&self) -> &'t str {
        &self.text[self.line.clone()]
    }

    /// The name before the `=` that the word stands after.
    pub(super) fn key(&self) -> Option<&'t str> {
        let before = self.text[self.line.start..self.word.start].trim_end().strip_suffix('=')?;
        let from = before.rfind(['{', ',', '[']).map_or(0, |at| at + 1);
        Some(before[from..].trim()).filter(|key| !key.is_empty())
    }

    /// The character that stands there.
    pub(super) fn character(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// The bytes of that character; none at the end.
    pub(super) fn here(&self) -> Range<usize> {
        self.at..self.at + self.character().map_or(0, char::len_utf8)
    }

    /// Whether the line is a heading: `[name]` or `[[name]]`.
    pub(super) fn is_heading(&self) -> bool {
        let line = self.line().trim_start();
        let inside = line.trim_start_matches('[');
        line.starts_with('[')
            && inside.starts_with(|c: char| c.is_ascii_alphabetic())
            && !inside.contains('"')
    }
}

/// Reads quotation marks, brackets and comments.
struct Scan<'t> {
    text: &'t str,
    at: usize,
    open: Vec<(usize, char)>,
    unclosed: Option<usize>,
}

impl Scan<'_> {
    fn run_to(&mut self, end: usize) {
        while self.at < end {
            let rest = &self.text[self.at..];
            let Some(c) = rest.chars().next() else { return };
            match c {
                '#' => self.at += rest.find('\n').unwrap_or(rest.len()),
                '"' | '\'' => self.pass_quoted(c),
                '[' | '{' => self.open.push((self.at, c)),
                ']' | '}' => drop(self.open.pop()),
                _ => {}
            }
            self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
        }
    }

    /// Goes on to the last quotation mark of what starts here, or to the end of the line.
    fn pass_quoted(&mut self, quote: char) {
        let (start, rest) = (self.at, &self.text[self.at..]);
        let thrice = quote.to_string().repeat(3);
        if rest.starts_with(&thrice) {
            match rest[3..].find(&thrice) {
                Some(length) => self.at += length + 5,
                None => {
                    self.unclosed = Some(start);
                    self.at = self.text.len();
                }
            }
            return;
        }
        let mut is_escaped = false;
        for (at, c) in rest.char_indices().skip(1) {
            match c {
                '\n' => break,
                _ if is_escaped => is_escaped = false,
                '\\' if quote == '"' => is_escaped = true,
                c if c == quote => {
                    self.at += at;
                    return;
                }
                _ => {}
            }
        }
        self.unclosed = Some(start);
        self.at += rest.find('\n').unwrap_or(rest.len());
    }
}
