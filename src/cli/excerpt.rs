//! The lines of a source that a diagnostic points at, as people are shown them. In: places in texts. Out: a little text of
//! those lines alone, harmless to a terminal, long ones cut around what is pointed at, with places in that. Lines and columns
//! are told as they are in the whole text.

use std::ops::Range;

use codespan_reporting::files::{Error, Files};
use polyleaf::{Source, SourceId, Sources, Span, shown};

/// How many characters of a line are shown at most (H).
const MEASURE: usize = 160;
/// How many of them stand before what is pointed at.
const BEFORE: usize = 60;

/// A line as it is shown.
struct ShownLine {
    /// Which line of its text it is, from 0.
    index: usize,
    /// Its place in the excerpt's text.
    place: Range<usize>,
    /// How many characters of it are left out before the first that is shown.
    skipped: usize,
}

/// The lines of one source.
pub(super) struct Excerpt {
    source: SourceId,
    name: String,
    text: String,
    lines: Vec<ShownLine>,
}

/// The excerpts of a diagnostic.
pub(super) struct Excerpts(Vec<Excerpt>);

impl Excerpts {
    /// Takes the lines out that places start on.
    pub(super) fn new(spans: &[Span], sources: &Sources) -> Excerpts {
        let mut excerpts: Vec<Excerpt> = Vec::new();
        for span in spans {
            if excerpts.iter().all(|excerpt| excerpt.source != span.source) {
                let own: Vec<Span> = spans.iter().filter(|own| own.source == span.source).copied().collect();
                excerpts.push(Excerpt::new(span.source, &own, sources.get(span.source)));
            }
        }
        Excerpts(excerpts)
    }

    /// Which excerpt a place is in, and where: as far as its first line goes, for where it starts is what a reader needs.
    pub(super) fn place(&self, span: Span, sources: &Sources) -> (usize, Range<usize>) {
        let number = self.0.iter().position(|excerpt| excerpt.source == span.source);
        let number = number.expect("every place has an excerpt");
        (number, self.0[number].place(span, sources.get(span.source)))
    }

    fn get(&self, number: usize) -> Result<&Excerpt, Error> {
        self.0.get(number).ok_or(Error::FileMissing)
    }
}

impl Excerpt {
    fn new(id: SourceId, spans: &[Span], source: &Source) -> Excerpt {
        let mut excerpt = Excerpt {
            source: id,
            name: shown(&source.name).into_owned(),
            text: String::new(),
            lines: vec![],
        };
        let mut indices: Vec<usize> = spans.iter().map(|span| source.line_at(span.start)).collect();
        indices.sort_unstable();
        indices.dedup();
        // A single line between two is shown with them.
        let between = indices.windows(2).filter(|pair| pair[1] - pair[0] == 2).map(|pair| pair[0] + 1);
        let between: Vec<usize> = between.collect();
        indices.extend(between);
        indices.sort_unstable();
        for index in indices {
            let first = spans.iter().find(|span| source.line_at(span.start) == index);
            excerpt.take(index, first.map_or(0, |span| span.start), source);
        }
        excerpt
    }

    /// Takes a line in, cut around a byte of the source.
    fn take(&mut self, index: usize, around: usize, source: &Source) {
        let line = source.line(index);
        let text = &source.text[line.clone()];
        let before = characters(&source.text, line.start..around.min(line.end));
        // The whole line, or the part of it that the reader is to look at.
        let long = text.chars().nth(MEASURE).is_some();
        let skipped = if long { before.saturating_sub(BEFORE) } else { 0 };
        let start = self.text.len();
        let mut rest = text.chars().skip(skipped);
        // Tabs are laid out by who prints.
        let kept = rest.by_ref().take(MEASURE).map(|c| if c == '\t' { "\t".into() } else { one_shown(c) });
        if skipped > 0 {
            self.text.push('…');
        }
        kept.for_each(|c| self.text.push_str(&c));
        if rest.next().is_some() {
            self.text.push('…');
        }
        self.lines.push(ShownLine { index, place: start..self.text.len(), skipped });
        self.text.push('\n');
    }

    fn place(&self, span: Span, source: &Source) -> Range<usize> {
        let index = source.line_at(span.start);
        let line = source.line(index);
        let own = self.lines.iter().find(|line| line.index == index).expect("every place has a line");
        let start = span.start.clamp(line.start, line.end);
        let end = span.end.clamp(start, line.end);
        let before = characters(&source.text, line.start..start);
        let length = characters(&source.text, start..end);
        let text = &self.text[own.place.clone()];
        let at = |characters: usize| {
            let inside = match own.skipped {
                0 => characters,
                // Behind the mark of what is left out.
                skipped => characters.max(skipped) - skipped + 1,
            };
            own.place.start + text.char_indices().nth(inside).map_or(text.len(), |(byte, _)| byte)
        };
        at(before)..at(before + length)
    }

    fn line(&self, index: usize) -> Result<&ShownLine, Error> {
        let line = self.lines.iter().find(|line| line.index == index);
        line.ok_or(Error::LineTooLarge { given: index, max: self.lines.len() })
    }
}

fn one_shown(c: char) -> String {
    shown(c.encode_utf8(&mut [0; 4])).into_owned()
}

/// How many characters a range of a text has, also where it starts or ends within one.
fn characters(text: &str, range: Range<usize>) -> usize {
    let (start, end) = (text.floor_char_boundary(range.start), text.floor_char_boundary(range.end));
    text[start..end.max(start)].chars().count()
}

impl<'a> Files<'a> for Excerpts {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, number: usize) -> Result<&'a str, Error> {
        Ok(&self.get(number)?.name)
    }

    fn source(&'a self, number: usize) -> Result<&'a str, Error> {
        Ok(&self.get(number)?.text)
    }

    fn line_index(&'a self, number: usize, byte: usize) -> Result<usize, Error> {
        let excerpt = self.get(number)?;
        let line = excerpt.lines.iter().find(|line| byte <= line.place.end);
        line.map(|line| line.index).ok_or(Error::IndexTooLarge { given: byte, max: excerpt.text.len() })
    }

    fn column_number(&'a self, number: usize, index: usize, byte: usize) -> Result<usize, Error> {
        let excerpt = self.get(number)?;
        let line = excerpt.line(index)?;
        let lead = usize::from(line.skipped > 0);
        let before = characters(&excerpt.text, line.place.start..byte.min(line.place.end));
        Ok(line.skipped + before.saturating_sub(lead) + 1)
    }

    fn line_range(&'a self, number: usize, index: usize) -> Result<Range<usize>, Error> {
        Ok(self.get(number)?.line(index)?.place.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown of a line, what is pointed at in it, and the column that is told.
    fn pointed(text: &str, byte: Range<usize>) -> (String, String, usize) {
        let mut sources = Sources::default();
        let span = Span::new(sources.add("a.ftl", text), byte);
        let excerpts = Excerpts::new(&[span], &sources);
        let (number, place) = excerpts.place(span, &sources);
        let index = excerpts.line_index(number, place.start).unwrap();
        assert_eq!(
            (index + 1, excerpts.column_number(number, index, place.start).unwrap()),
            sources.position(span)
        );
        let all = excerpts.source(number).unwrap();
        let line = excerpts.line_range(number, index).unwrap();
        (all[line].to_owned(), all[place].to_owned(), index)
    }

    #[test]
    fn what_is_pointed_at_stays_so_behind_controls() {
        let text = "x\r\na\u{1b}[2J\u{202E}b = \u{9b}word\r\ny";
        let at = text.find("word").unwrap();
        assert_eq!(pointed(text, at..at + 4), ("a·[2J·b = ·word".to_owned(), "word".to_owned(), 1));
        // No further than the line goes.
        assert_eq!(pointed(text, at..text.len()).1, "word");
    }

    #[test]
    fn long_lines_are_cut_around_what_is_pointed_at() {
        let text = format!("{}ไทยword{}", "ก".repeat(9000), "x".repeat(9000));
        let at = text.find("word").unwrap();
        let (line, word, _) = pointed(&text, at..at + 4);
        assert_eq!((line.chars().count(), word.as_str()), (MEASURE + 2, "word"));
        assert!(line.starts_with("…ก") && line.ends_with("x…"));
        let (line, start, _) = pointed(&text, 0..3);
        assert_eq!((line.chars().count(), start.as_str()), (MEASURE + 1, "ก"));
        let (line, end, _) = pointed(&text, text.len()..text.len());
        assert_eq!((line.chars().count(), end.as_str()), (BEFORE + 1, ""));
    }

    #[test]
    fn places_beyond_the_window_stay_on_the_line() {
        let mut sources = Sources::default();
        let id = sources.add("a.ftl", "x".repeat(9000));
        let [near, far] = [5000, 8000].map(|at| Span::new(id, at..at + 1));
        let excerpts = Excerpts::new(&[near, far], &sources);
        let (number, place) = excerpts.place(far, &sources);
        assert_eq!(excerpts.line_index(number, place.start).unwrap(), 0);
    }
}
