//! What a language says for a message: once, or in each case that it has; as it is printed, or as it stands in its file where that can’t
//! be. And what changed in it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::content::{CaseText, Catalog, Context, RichText, case_texts, standing_text, written_file};
use crate::diag::Diagnostics;
use crate::review::{Said, Sign, Tongue};
use crate::source::{Sources, Span};
use crate::spec::Manifest;

use super::super::outdated::{Change, ChangeKind, changes};

/// What a language says for a message, in one case.
#[derive(Clone)]
pub(super) struct Version {
    /// Which case; `None` where there is no choice.
    pub(super) case: Option<String>,
    /// Whether it is the one for all else.
    pub(super) is_default: bool,
    /// What it says.
    pub(super) said: Said,
    /// Whether it is shown as it stands in the file, since it can't be printed.
    pub(super) is_broken: bool,
}

/// The texts of a language.
pub(super) struct Texts<'a> {
    tongue: Tongue,
    catalog: &'a Catalog,
    manifest: &'a Manifest,
    links: BTreeSet<String>,
    files: Vec<(String, String)>,
    cases: BTreeMap<String, Vec<CaseText>>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(
        tongue: Tongue,
        catalog: &'a Catalog,
        manifest: &'a Manifest,
        sources: &Sources,
    ) -> Texts<'a> {
        let file = |id| {
            let source = sources.get(id);
            (source.name.clone(), source.text.clone())
        };
        let files: Vec<(String, String)> = catalog.sources().map(file).collect();
        let links: BTreeSet<String> = manifest.links.keys().cloned().collect();
        let context = Context { variables: &manifest.variables, links: &links };
        let cases = case_texts(&catalog.locale, &files, &context);
        Texts { tongue, catalog, manifest, links, files, cases }
    }

    /// What it says for a message; nothing where that is not there. `at` is where the message is asked for.
    pub(super) fn versions(&self, id: &str, at: Span) -> Vec<Version> {
        let text = self.catalog.get(id);
        let span = text.map(|text| text.span).or_else(|| self.catalog.span(id)).unwrap_or(at);
        if let Some(cases) = self.cases.get(id) {
            return cases.iter().map(|case| self.version(case, span)).collect();
        }
        let text = text.map(|text| printed(self.tongue, text.clone()));
        let is_broken = text.is_none();
        let standing = || Some(Said::plain(self.tongue, one_line(&standing_text(id, &self.files)?), span));
        let said = text.or_else(standing);
        said.map(|said| Version { case: None, is_default: true, said, is_broken }).into_iter().collect()
    }

    fn version(&self, case: &CaseText, span: Span) -> Version {
        let said = match &case.text {
            Some(text) => printed(self.tongue, RichText { span, ..text.clone() }),
            None => Said::plain(self.tongue, one_line(&case.written), span),
        };
        let (case, is_default, is_broken) = (Some(case.case.clone()), case.is_default, case.text.is_none());
        Version { case, is_default, said, is_broken }
    }

    /// Marks what changed since words of then; as it is written where that shows more.
    pub(super) fn mark_changes(&self, id: &str, was: &str, versions: &mut [Version]) {
        let files = [("was.ftl".to_owned(), written_file(id, was))];
        let context = Context { variables: &self.manifest.variables, links: &self.links };
        let cases = case_texts(&self.catalog.locale, &files, &context);
        let mut shows = false;
        for version in versions.iter_mut().filter(|version| !version.is_broken) {
            let then = match (&version.case, cases.get(id)) {
                (Some(own), Some(cases)) => cases.iter().find(|case| case.case == *own),
                (None, Some(cases)) => cases.iter().find(|case| case.is_default),
                (_, None) => None,
            };
            let then = match then {
                Some(case) => case.text.clone(),
                None => self.plain_text(id, &files[0]),
            };
            if let Some(said) = then.and_then(|then| merged(&then, &version.said)) {
                version.said = said;
                shows = true;
            }
        }
        if let (false, Some(now), [first, ..]) = (shows, self.catalog.written(id), versions) {
            first.said = told(self.tongue, &changes(was, &now), first.said.text.span);
        }
    }

    /// What a file says for a message that has no cases.
    fn plain_text(&self, id: &str, (name, text): &(String, String)) -> Option<RichText> {
        let mut sources = Sources::default();
        let source = sources.add(name, text);
        let context = Context { variables: &self.manifest.variables, links: &self.links };
        let mut unheard = Diagnostics::default();
        let locale = self.catalog.locale.clone();
        Catalog::load(locale, &[source], &sources, &context, &mut unheard).get(id).cloned()
    }
}

/// A text as it is printed, what the program puts in being marked.
fn printed(tongue: Tongue, text: RichText) -> Said {
    let signs = text.isolates.iter().map(|range| (range.clone(), Sign::Value)).collect();
    Said { tongue, text, signs, is_aside: false }
}

/// Lines of a file as running text: a review has its own lines.
fn one_line(text: &str) -> String {
    let words = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(words).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What changed, as it is written.
fn told(tongue: Tongue, changes: &[Change], span: Span) -> Said {
    let mut said = Said::plain(tongue, "", span);
    for change in changes {
        push(&mut said, change);
    }
    said
}

/// Parts new words from those that they replace.
fn part(said: &mut Said, change: &Change) {
    let end = said.text.text.len();
    let follows = said.signs.last().is_some_and(|(range, sign)| *sign == Sign::Removed && range.end == end);
    let is_open =
        !said.text.text.ends_with(char::is_whitespace) && !change.text.starts_with(char::is_whitespace);
    if follows && is_open && change.kind == ChangeKind::Added {
        said.text.text.push(' ');
    }
}

fn push(said: &mut Said, change: &Change) -> Range<usize> {
    part(said, change);
    let start = said.text.text.len();
    match change.kind {
        // What is gone parts no paragraphs.
        ChangeKind::Removed => said.text.text += &one_line_of(&change.text),
        ChangeKind::Same | ChangeKind::Added => said.text.text += &change.text,
    }
    let range = start..said.text.text.len();
    match change.kind {
        ChangeKind::Same => {}
        ChangeKind::Added => said.signs.push((range.clone(), Sign::Added)),
        ChangeKind::Removed => said.signs.push((range.clone(), Sign::Removed)),
    }
    range
}

fn one_line_of(text: &str) -> String {
    text.replace(['\u{2028}', '\u{2029}', '\n'], " ")
}

/// Words of then and of now in one text; `None` where they are the same.
fn merged(was: &RichText, now: &Said) -> Option<Said> {
    let changes = changes(&was.text, &now.text.text);
    if changes.iter().all(|change| change.kind == ChangeKind::Same) {
        return None;
    }
    let mut said = Said::plain(now.tongue, "", now.text.span);
    // Where stretches of the words of now stand among those of then: their start there and here.
    let mut stretches: Vec<[usize; 2]> = Vec::new();
    let mut at = 0;
    for change in &changes {
        let range = push(&mut said, change);
        if change.kind != ChangeKind::Removed {
            stretches.push([at, range.start]);
            at += change.text.len();
        }
    }
    let moved = |place: usize| {
        let next = stretches.partition_point(|[start, _]| *start <= place);
        let [start, here] = stretches[next.checked_sub(1)?];
        Some(here + place - start)
    };
    let range = |range: &Range<usize>| {
        let last = range.end.checked_sub(1)?;
        Some(moved(range.start)?..moved(last)? + 1)
    };
    let marks = now.text.marks.iter().filter_map(|(own, mark)| Some((range(own)?, mark.clone())));
    said.text.marks = marks.collect();
    said.text.isolates = now.text.isolates.iter().filter_map(&range).collect();
    let signs = now.signs.iter().filter_map(|(own, sign)| Some((range(own)?, *sign)));
    said.signs.extend(signs.collect::<Vec<_>>());
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Mark;

    fn text(text: &str) -> RichText {
        let span = Span::new(Sources::default().add("a.ftl", ""), 0..0);
        RichText { text: text.to_owned(), marks: Vec::new(), isolates: Vec::new(), span }
    }

    #[test]
    fn words_of_then_stand_among_those_of_now() {
        let mut now = text("You can stay here 604.");
        now.marks.push((8..16, Mark::Strong));
        now.isolates.push(18..21);
        let said = merged(&text("You may stay 604."), &printed(Tongue::Source, now)).unwrap();
        assert_eq!(said.text.text, "You may can stay here 604.");
        let words = |range: &Range<usize>| &said.text.text[range.clone()];
        let mut signs: Vec<(&str, Sign)> =
            said.signs.iter().map(|(range, sign)| (words(range), *sign)).collect();
        signs.sort_by_key(|(words, _)| words.len());
        assert_eq!(
            signs,
            [("may", Sign::Removed), ("can", Sign::Added), ("604", Sign::Value), ("here ", Sign::Added)]
        );
        assert_eq!(words(&said.text.marks[0].0), "stay her");
        assert!(merged(&text("same"), &printed(Tongue::Source, text("same"))).is_none());
    }
}
