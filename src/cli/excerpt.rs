//! The lines of a source that a diagnostic points at, as people are shown them. In: places in texts. Out: a little text of
//! those lines alone, harmless to a terminal, long ones cut around what is pointed at, with places in that. Lines and columns
//! are told as they are in the whole text.

use std::ops::Range;

use codespan_reporting::files::{Error, Files};

use super::wrap::width;
use polyleaf::{Source, SourceId, Sources, Span, shown};

/// The share of the columns that stands before what is pointed at (H).
const BEFORE: usize = 3;

/// How far apart the stops of tabs are, as who prints lays them out.
const TAB: usize = 4;

/// What is pointed at: where, and how many columns are needed beside it for what is said of it.
#[derive(Clone, Copy)]
pub(super) struct Pointed {
    /// The place.
    pub(super) span: Span,
    /// The columns.
    pub(super) beside: usize,
}

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
    /// Takes the lines out that places start on, at most so many columns of each.
    pub(super) fn new(pointed: &[Pointed], columns: usize, sources: &Sources) -> Excerpts {
        let mut excerpts: Vec<Excerpt> = Vec::new();
        for Pointed { span, .. } in pointed {
            if excerpts.iter().all(|excerpt| excerpt.source != span.source) {
                let own = pointed.iter().filter(|own| own.span.source == span.source);
                let own: Vec<Pointed> = own.copied().collect();
                excerpts.push(Excerpt::new(span.source, &own, columns, sources.get(span.source)));
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

    /// How many columns of its line stand before a place, and how many to its end; of an empty place there is a caret.
    pub(super) fn reach(&self, (number, place): &(usize, Range<usize>)) -> [usize; 2] {
        let text = &self.0[*number].text;
        let line = text[..place.start].rfind('\n').map_or(0, |end| end + 1);
        // A tab goes on to the next stop.
        let wide = |text: &str| {
            text.chars().fold(0, |at, c| {
                if c == '\t' { (at / TAB + 1) * TAB } else { at + width(c.encode_utf8(&mut [0; 4])) }
            })
        };
        let start = wide(&text[line..place.start]);
        [start, wide(&text[line..place.end]).max(start + 1)]
    }

    /// Whether two places are on one line of one source.
    pub(super) fn is_beside(&self, one: &(usize, Range<usize>), other: &(usize, Range<usize>)) -> bool {
        let line = |(number, place): &(usize, Range<usize>)| {
            (*number, self.0[*number].text[..place.start].matches('\n').count())
        };
        line(one) == line(other)
    }

    fn get(&self, number: usize) -> Result<&Excerpt, Error> {
        self.0.get(number).ok_or(Error::FileMissing)
    }
}

impl Excerpt {
    fn new(id: SourceId, pointed: &[Pointed], columns: usize, source: &Source) -> Excerpt {
        let mut excerpt = Excerpt {
            source: id,
            name: shown(&source.name).into_owned(),
            text: String::new(),
            lines: vec![],
        };
        let line = |pointed: &Pointed| source.line_at(pointed.span.start);
        let mut indices: Vec<usize> = pointed.iter().map(line).collect();
        indices.sort_unstable();
        indices.dedup();
        // A single line between two is shown with them.
        let between = indices.windows(2).filter(|pair| pair[1] - pair[0] == 2).map(|pair| pair[0] + 1);
        let between: Vec<usize> = between.collect();
        indices.extend(between);
        indices.sort_unstable();
        for index in indices {
            let first = pointed.iter().find(|pointed| line(pointed) == index);
            excerpt.take(index, first.copied(), columns, source);
        }
        excerpt
    }

    /// Takes a line in, as much of it as so many columns hold, cut around what is pointed at.
    fn take(&mut self, index: usize, pointed: Option<Pointed>, columns: usize, source: &Source) {
        let line = source.line(index);
        let text = &source.text[line.clone()];
        // Tabs are laid out by who prints.
        let shown: Vec<String> =
            text.chars().map(|c| if c == '\t' { "\t".into() } else { one_shown(c) }).collect();
        let widths: Vec<usize> = shown.iter().map(|c| if c == "\t" { TAB } else { width(c) }).collect();
        let wide = |part: Range<usize>| widths[part].iter().sum::<usize>();
        let [start, end] = pointed.map_or([0, 0], |Pointed { span, .. }| {
            [span.start, span.end]
                .map(|byte| characters(&source.text, line.start..byte.clamp(line.start, line.end)))
        });
        // What is to be seen after the place: itself, and what is said of it.
        let after = pointed.map_or(0, |pointed| pointed.beside + wide(start..end.max(start)));
        let mut lead = wide(0..start);
        let is_long = wide(0..shown.len()) > columns || lead + after > columns;
        let before = columns.saturating_sub(after).min(columns / BEFORE);
        let mut skipped = 0;
        while is_long && skipped < start && lead > before {
            lead -= widths[skipped];
            skipped += 1;
        }
        let mut room = columns;
        let fitting = widths[skipped..].iter().take_while(|wide| {
            let fits = **wide <= room;
            room = room.saturating_sub(**wide);
            fits
        });
        let kept = skipped..skipped + fitting.count();
        let at = self.text.len();
        if skipped > 0 {
            self.text.push('…');
        }
        shown[kept.clone()].iter().for_each(|c| self.text.push_str(c));
        if kept.end < shown.len() {
            self.text.push('…');
        }
        self.lines.push(ShownLine { index, place: at..self.text.len(), skipped });
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

    const MEASURE: usize = 72;

    /// What is shown of a line, what is pointed at in it, and the column that is told.
    fn pointed(text: &str, byte: Range<usize>) -> (String, String, usize) {
        let mut sources = Sources::default();
        let span = Span::new(sources.add("a.ftl", text), byte);
        let excerpts = Excerpts::new(&[Pointed { span, beside: 0 }], MEASURE, &sources);
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
        assert_eq!((line.chars().count(), end.as_str()), (MEASURE / BEFORE + 1, ""));
    }

    /// A line is gone through once: by its length squared, this one would take hours.
    #[test]
    fn a_line_of_a_megabyte_is_cut_in_no_time() {
        let text = format!("{}word", "x ".repeat(500_000));
        let (line, word, _) = pointed(&text, text.len() - 4..text.len());
        assert_eq!((line.chars().count(), word.as_str()), (MEASURE / BEFORE + 5, "word"));
    }

    #[test]
    fn what_is_said_of_a_place_stands_beside_it() {
        let mut sources = Sources::default();
        let text = format!("{}word and more", "x ".repeat(30));
        let at = text.find("word").unwrap();
        let span = Span::new(sources.add("a.ftl", text), at..at + 4);
        let excerpts = Excerpts::new(&[Pointed { span, beside: 50 }], MEASURE, &sources);
        let (number, place) = excerpts.place(span, &sources);
        assert!(place.start + 4 + 50 <= MEASURE + "…".len(), "{}", excerpts.source(number).unwrap());
        assert_eq!(&excerpts.source(number).unwrap()[place], "word");
    }

    #[test]
    fn places_beyond_the_window_stay_on_the_line() {
        let mut sources = Sources::default();
        let id = sources.add("a.ftl", "x".repeat(9000));
        let [near, far] = [5000, 8000].map(|at| Span::new(id, at..at + 1));
        let pointed = [near, far].map(|span| Pointed { span, beside: 0 });
        let excerpts = Excerpts::new(&pointed, MEASURE, &sources);
        let (number, place) = excerpts.place(far, &sources);
        assert_eq!(excerpts.line_index(number, place.start).unwrap(), 0);
    }
}
