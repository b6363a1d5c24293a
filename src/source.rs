//! The texts that a project is read from, and places in them.

use std::iter;
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
    /// Where its lines start.
    starts: Vec<usize>,
}

impl Source {
    /// Which line a byte is on, from 0.
    pub fn line_at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }

    /// The bytes of a line without its end; empty beyond the last.
    pub fn line(&self, line: usize) -> Range<usize> {
        let Some(&start) = self.starts.get(line) else { return self.text.len()..self.text.len() };
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        start..start + self.text[start..end].trim_end_matches('\r').len()
    }

    /// How many lines it has; one where it is empty.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }
}

/// All sources of a run.
#[derive(Clone, Default, Debug)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Takes a source in and says how to name it from now on; one that was taken in before stays that one, so that what is wrong with it
    /// is told once.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        let id = SourceId(u32::try_from(self.0.len()).expect("a project has fewer than 2^32 files"));
        let (name, text) = (name.into(), text.into());
        let known = self.0.iter().position(|source| source.name == name && source.text == text);
        if let Some(at) = known {
            return SourceId(u32::try_from(at).expect("a project has fewer than 2^32 files"));
        }
        let starts = iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        self.0.push(Source { name, text, starts });
        id
    }

    /// The source of that id.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[usize::try_from(id.0).expect("32 bits fit")]
    }

    /// The source of that name that was taken in last.
    pub fn find(&self, name: &str) -> Option<SourceId> {
        let at = self.0.iter().rposition(|source| source.name == name)?;
        Some(SourceId(u32::try_from(at).expect("a project has fewer than 2^32 files")))
    }

    /// Line and column of a place, both from 1, the column in characters.
    pub fn position(&self, span: Span) -> (usize, usize) {
        let source = self.get(span.source);
        let at = source.text.floor_char_boundary(span.start);
        let line = source.line_at(at);
        (line + 1, source.text[source.starts[line]..at].chars().count() + 1)
    }
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
        // Within a letter, and beyond the end.
        assert_eq!(sources.position(Span::new(id, 4..4)), (2, 1));
        assert_eq!(sources.position(Span::new(id, 99..99)), (2, 5));
    }

    #[test]
    fn lines_are_told_without_their_ends() {
        let mut sources = Sources::default();
        let id = sources.add("a.ftl", "ab\r\n\ncd");
        let source = sources.get(id);
        let lines: Vec<&str> = (0..4).map(|line| &source.text[source.line(line)]).collect();
        assert_eq!((lines, source.line_count()), (vec!["ab", "", "cd", ""], 3));
        assert_eq!([0, 3, 4, 5, 7].map(|byte| source.line_at(byte)), [0, 0, 1, 2, 2]);
    }
}
