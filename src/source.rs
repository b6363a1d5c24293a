//! The texts that a project is read from, and places in them.

use std::ops::Range;

/// Which source a place is in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SourceId(u32);

/// A half-open range of bytes of one source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// The source.
    pub source: SourceId,
    /// Where it starts.
    pub start: usize,
    /// Where it ends; equal to `start` for a point.
    pub end: usize,
}

impl Span {
    /// The span of a range of bytes.
    pub fn new(source: SourceId, range: Range<usize>) -> Span {
        Span { source, start: range.start, end: range.end }
    }

    /// Its bytes.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// One source: the name that the user knows it by, and its text.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path, relative to the project.
    pub name: String,
    /// Its whole text.
    pub text: String,
}

/// All sources of a run.
#[derive(Clone, Default, Debug)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Takes a source in and says how to name it from now on.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        let id = SourceId(u32::try_from(self.0.len()).expect("a project has fewer than 2^32 files"));
        self.0.push(Source { name: name.into(), text: text.into() });
        id
    }

    /// The source of that id.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[usize::try_from(id.0).expect("32 bits fit")]
    }

    /// Line and column of a place, both from 1, the column in characters.
    pub fn position(&self, span: Span) -> (usize, usize) {
        let text = &self.get(span.source).text;
        let before = &text[..floor_boundary(text, span.start)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// The largest boundary of a character at or before `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::default();
        let id = sources.add("a.ftl", "ab\nไทยx");
        let x = "ab\nไทย".len();
        assert_eq!(sources.position(Span::new(id, x..x + 1)), (2, 4));
        assert_eq!(sources.position(Span::new(id, 0..0)), (1, 1));
    }
}
