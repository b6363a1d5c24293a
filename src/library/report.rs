//! What a report tells of many problems. One slip of the pen can make thousands of them, and who has mended the first few
//! hundred looks again: of each message, of each file, and in all, so many are told, and the others are counted.

use std::collections::BTreeMap;
use std::fmt;

use crate::diag::{Diagnostic, Diagnostics, Severity, Slip};
use crate::source::{Source, SourceId, Sources};

/// The most that are told of one message, errors and warnings each (H).
const OF_MESSAGE: usize = 10;
/// The most that are told of one file.
const OF_FILE: usize = 200;
/// The most that are told.
const IN_ALL: usize = 500;

/// A line of a report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Told<'a> {
    /// A problem.
    Problem(&'a Diagnostic),
    /// Problems of one slip, which people are told of at once.
    Together(Together<'a>),
    /// Problems that are not told one by one.
    More(More<'a>),
}

/// Problems of one slip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Together<'a> {
    /// The slip.
    pub slip: &'a Slip,
    /// What came of it, two problems at least, in their order.
    pub problems: Vec<&'a Diagnostic>,
}

/// How many more problems there are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct More<'a> {
    /// How bad they are.
    pub severity: Severity,
    /// How many.
    pub count: usize,
    /// The file that they are in; `None` where they are in many.
    pub file: Option<&'a str>,
    /// The message that they are in, with its line, from 1; `None` where they are in many.
    pub message: Option<(&'a str, usize)>,
}

impl fmt::Display for More<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "and {} more {}{plural}", self.count, self.severity.name())?;
        match (self.file, self.message) {
            (None, _) => Ok(()),
            (Some(file), None) => write!(f, " in {file}"),
            (Some(file), Some((message, _))) => write!(f, " in message `{message}` of {file}"),
        }
    }
}

/// What a count is of, from the narrowest on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    /// The message of a file that starts on that line.
    Message(SourceId, usize),
    /// A file.
    File(SourceId),
    /// The report.
    All,
}

impl Group {
    fn most(self) -> usize {
        match self {
            Group::Message(..) => OF_MESSAGE,
            Group::File(_) => OF_FILE,
            Group::All => IN_ALL,
        }
    }
}

/// The problems in the order in which they were found, as far as a report tells them; after the last that was left out of a
/// message, of a file or of the report, how many were.
pub(super) fn told<'a>(diagnostics: &'a Diagnostics, sources: &'a Sources) -> Vec<Told<'a>> {
    limited(diagnostics.iter().map(Told::Problem).collect(), diagnostics, sources)
}

/// What is to be told, as far as a report tells it: of problems that stand alone so many, and how many more there are in
/// `diagnostics`; those of one slip are told in any case.
pub(super) fn limited<'a>(
    all: Vec<Told<'a>>,
    diagnostics: &Diagnostics,
    sources: &'a Sources,
) -> Vec<Told<'a>> {
    let mut counter = Counter { sources, counts: BTreeMap::new(), heads: BTreeMap::new() };
    let full = all.into_iter().map(|told| match told {
        Told::Problem(diagnostic) => {
            let group = counter.full_group(diagnostic);
            (told, group.map(|group| (diagnostic.severity, group)))
        }
        Told::Together(_) | Told::More(_) => (told, None),
    });
    let full: Vec<(Told<'a>, Option<(Severity, Group)>)> = full.collect();
    let mut left: BTreeMap<(Severity, Group), usize> = BTreeMap::new();
    for key in full.iter().filter_map(|(_, key)| *key) {
        *left.entry(key).or_default() += 1;
    }
    let mut counts = left.clone();
    let mut nowhere: BTreeMap<Severity, usize> = BTreeMap::new();
    for (severity, source, count) in diagnostics.beyond() {
        let groups = source.map(Group::File).into_iter().chain([Group::All]);
        match groups.map(|group| (severity, group)).find(|key| counts.contains_key(key)) {
            Some(key) => *counts.entry(key).or_default() += count,
            None => *nowhere.entry(severity).or_default() += count,
        }
    }
    let mut lines = Vec::new();
    for (told, key) in full {
        let Some(key) = key else {
            lines.push(told);
            continue;
        };
        let rest = left.get_mut(&key).expect("it was counted");
        *rest -= 1;
        if *rest == 0 {
            lines.push(Told::More(more(key.0, counts[&key], key.1, sources)));
        }
    }
    let left = nowhere.into_iter().map(|(severity, count)| more(severity, count, Group::All, sources));
    lines.extend(left.map(Told::More));
    lines
}

fn more(severity: Severity, count: usize, group: Group, sources: &Sources) -> More<'_> {
    let (file, message) = match group {
        Group::All => (None, None),
        Group::File(id) => (Some(id), None),
        Group::Message(id, line) => {
            let source = sources.get(id);
            (Some(id), entry_name(&source.text[source.line(line)]).map(|name| (name, line + 1)))
        }
    };
    More { severity, count, file: file.map(|id| sources.get(id).name.as_str()), message }
}

/// Counts what was told of each message and file.
struct Counter<'a> {
    sources: &'a Sources,
    counts: BTreeMap<(Severity, Group), usize>,
    /// For each line of a file of messages, the line that its message starts on.
    heads: BTreeMap<SourceId, Vec<Option<usize>>>,
}

impl Counter<'_> {
    /// The narrowest group that has no room for a problem; `None` where it is told.
    fn full_group(&mut self, diagnostic: &Diagnostic) -> Option<Group> {
        let groups = self.groups(diagnostic);
        for group in &groups {
            let count = self.counts.entry((diagnostic.severity, *group)).or_default();
            if *count == group.most() {
                return Some(*group);
            }
        }
        for group in groups {
            *self.counts.entry((diagnostic.severity, group)).or_default() += 1;
        }
        None
    }

    fn groups(&mut self, diagnostic: &Diagnostic) -> Vec<Group> {
        let mut groups = Vec::new();
        if let Some((span, _)) = diagnostic.labels.first() {
            let source = self.sources.get(span.source);
            if source.name.ends_with(".ftl") {
                let heads = self.heads.entry(span.source).or_insert_with(|| entry_heads(source));
                let head = heads.get(source.line_at(span.start)).copied().flatten();
                groups.extend(head.map(|line| Group::Message(span.source, line)));
            }
            groups.push(Group::File(span.source));
        }
        groups.push(Group::All);
        groups
    }
}

fn entry_heads(source: &Source) -> Vec<Option<usize>> {
    let mut head = None;
    let of_line = |line: usize| {
        if entry_name(&source.text[source.line(line)]).is_some() {
            head = Some(line);
        }
        head
    };
    (0..source.line_count()).map(of_line).collect()
}

/// The name of the message or term that a line starts, by Fluent's grammar: at its margin, before an equals sign.
fn entry_name(line: &str) -> Option<&str> {
    let name = line.split('=').next()?.trim_end_matches(' ');
    let letters = name.strip_prefix('-').unwrap_or(name);
    let is_name = letters.starts_with(|c: char| c.is_ascii_alphabetic())
        && letters.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        && line.contains('=');
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;
    use crate::source::Span;

    fn problems(text: &str, places: impl Iterator<Item = usize>) -> (Diagnostics, Sources) {
        let (mut diagnostics, mut sources) = (Diagnostics::default(), Sources::default());
        let source = sources.add("locales/es/a.ftl", text);
        for (number, place) in places.enumerate() {
            let wrong = Diagnostic::new(Code::UnclosedTag, format!("{number}"));
            diagnostics.error(wrong.label(Span::new(source, place..place), ""));
        }
        (diagnostics, sources)
    }

    fn counted((diagnostics, sources): &(Diagnostics, Sources)) -> (usize, Vec<String>) {
        let told = told(diagnostics, sources);
        let more = told.iter().filter_map(|told| match told {
            Told::More(more) => Some(more.to_string()),
            Told::Problem(_) | Told::Together(_) => None,
        });
        let more: Vec<String> = more.collect();
        (told.len() - more.len(), more)
    }

    #[test]
    fn what_is_not_kept_is_counted_with_its_file() {
        let (told, more) = counted(&problems("a = x", (0..30_000).map(|_| 0)));
        assert_eq!(
            (told, more),
            (
                10,
                vec![
                    "and 9990 more errors in message `a` of locales/es/a.ftl".to_owned(),
                    "and 20000 more errors".to_owned()
                ]
            )
        );
    }

    #[test]
    fn so_many_are_told_of_a_message() {
        let wrong =
            problems("one = a\n  b\ntwo = c\n", (0..400).map(|number| if number == 7 { 12 } else { 8 }));
        let more = "and 389 more errors in message `one` of locales/es/a.ftl".to_owned();
        assert_eq!(counted(&wrong), (OF_MESSAGE + 1, vec![more]));
        assert_eq!(counted(&problems("one = a", 0..OF_MESSAGE)), (OF_MESSAGE, vec![]));
    }

    #[test]
    fn so_many_are_told_of_a_file_and_in_all() {
        let text: String = (0..1000).map(|number| format!("m{number:03} = a\n")).collect();
        let more = "and 800 more errors in locales/es/a.ftl".to_owned();
        assert_eq!(counted(&problems(&text, (0..1000).map(|number| number * 9))), (OF_FILE, vec![more]));
        let mut without_place = Diagnostics::default();
        for number in 0..=IN_ALL {
            without_place.error(Diagnostic::new(Code::Output, format!("{number}")));
        }
        let told = counted(&(without_place, Sources::default()));
        assert_eq!(told, (IN_ALL, vec!["and 1 more error".to_owned()]));
    }

    #[test]
    fn errors_are_told_after_any_number_of_warnings() {
        let (mut diagnostics, sources) = (Diagnostics::default(), Sources::default());
        for number in 0..1000 {
            diagnostics.warn(Diagnostic::new(Code::EmptyPanel, format!("{number}")));
        }
        let error = Diagnostic::new(Code::Output, "a disk is full");
        diagnostics.error(error.clone());
        assert_eq!(told(&diagnostics, &sources).last(), Some(&Told::Problem(&error)));
    }
}
