//! What is wrong with the user's input: collected here by every stage, rendered by `cli` alone. Who reports an error gets
//! a `Reported`, which nothing else makes: a function that returns `Err(Reported)` has said why.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::source::{SourceId, Sources, Span};

mod code;
mod severity;
mod slip;

pub use code::Code;
pub use severity::Severity;
pub use slip::Slip;

/// One thing that is wrong, with its places.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// The places, the first being the main one, each with what it has to do with it.
    pub labels: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
    /// The one slip that makes it and others like it.
    pub slip: Option<Box<Slip>>,
    /// Whether the request is wrong, and no file: it asks for something by a name that there is not.
    pub of_request: bool,
}

impl Diagnostic {
    /// Something wrong without a place. How bad it is says who reports it: see `Diagnostics`.
    pub fn new(code: Code, message: impl Into<String>) -> Diagnostic {
        let (message, labels, severity) = (message.into(), Vec::new(), Severity::Error);
        Diagnostic { code, severity, message, labels, help: None, slip: None, of_request: false }
    }

    /// Adds a place and what it has to do with it.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push((span, text.into()));
        self
    }

    /// Says that the request is wrong, and no file.
    pub fn of_request(self) -> Diagnostic {
        Diagnostic { of_request: true, ..self }
    }

    /// Says what to do.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// What those have alike that come of one slip.
    pub fn slip_key(&self) -> Option<(Severity, Code, &str, &str)> {
        let slip = self.slip.as_ref()?;
        Some((self.severity, self.code, &slip.said, &slip.help))
    }

    /// Says of which slip it comes.
    pub fn slip(mut self, slip: Slip) -> Diagnostic {
        self.slip = Some(Box::new(slip));
        self
    }
}

/// Proof that an error was reported; only `Diagnostics::error` makes one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reported(());

/// The most problems that are kept (H): a report tells far fewer, and a damaged file can have a million.
const MOST_KEPT: usize = 10_000;

/// What went wrong so far, in the order in which it was found. After so many that nobody reads them all, problems are counted
/// and not kept.
#[derive(Clone, Default, Debug)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// The same, to find one by; never gone through, since its order is none.
    known: HashSet<Diagnostic>,
    /// How many that bad were not kept, by the file that they are in.
    beyond: BTreeMap<(Severity, Option<SourceId>), usize>,
}

impl Diagnostics {
    /// Reports an error, once however often it is found.
    pub fn error(&mut self, diagnostic: Diagnostic) -> Reported {
        self.take(Diagnostic { severity: Severity::Error, ..diagnostic });
        Reported(())
    }

    /// Reports what may be meant, once however often it is found.
    pub fn warn(&mut self, diagnostic: Diagnostic) {
        self.take(Diagnostic { severity: Severity::Warning, ..diagnostic });
    }

    /// Reports what is as bad as that; the proof where it is an error.
    pub fn report(&mut self, severity: Severity, diagnostic: Diagnostic) -> Option<Reported> {
        match severity {
            Severity::Error => Some(self.error(diagnostic)),
            Severity::Warning => {
                self.warn(diagnostic);
                None
            }
        }
    }

    /// Takes all of another collection in.
    pub fn extend(&mut self, other: Diagnostics) {
        for diagnostic in other.list {
            self.take(diagnostic);
        }
        for (key, count) in other.beyond {
            *self.beyond.entry(key).or_default() += count;
        }
    }

    /// Keeps only those that are meant.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
        self.known = self.list.iter().cloned().collect();
    }

    /// The same, and says of how many things those are that come of one slip.
    pub fn narrow(&mut self, keep: impl FnMut(&Diagnostic) -> bool, of: usize) {
        let slips = self.list.iter_mut().filter_map(|diagnostic| diagnostic.slip.as_mut());
        slips.for_each(|slip| slip.of = of);
        self.retain(keep);
    }

    /// Puts what was kept in the order of files and lines; what has no place comes first.
    pub fn sort_by_place(&mut self, sources: &Sources) {
        self.list.sort_by_cached_key(|diagnostic| {
            let (span, _) = diagnostic.labels.first()?;
            Some((sources.get(span.source).name.clone(), span.start))
        });
    }

    fn take(&mut self, diagnostic: Diagnostic) {
        if self.list.len() >= MOST_KEPT {
            let source = diagnostic.labels.first().map(|(span, _)| span.source);
            *self.beyond.entry((diagnostic.severity, source)).or_default() += 1;
        } else if !self.known.contains(&diagnostic) {
            self.known.insert(diagnostic.clone());
            self.list.push(diagnostic);
        }
    }

    /// Whether an error is among them.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many are that bad.
    pub fn count(&self, severity: Severity) -> usize {
        let kept = self.list.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        kept + self.beyond().filter(|(bad, ..)| *bad == severity).map(|(_, _, count)| count).sum::<usize>()
    }

    /// How many things there are to mend that are that bad: all that comes of one slip is one.
    pub fn things(&self, severity: Severity) -> usize {
        let own = self.list.iter().filter(|diagnostic| diagnostic.severity == severity);
        let (of_slips, alone): (Vec<_>, Vec<_>) = own.partition(|diagnostic| diagnostic.slip.is_some());
        let slips: BTreeSet<_> = of_slips.into_iter().filter_map(Diagnostic::slip_key).collect();
        let beyond = self.beyond().filter(|(bad, ..)| *bad == severity).map(|(_, _, count)| count);
        alone.len() + slips.len() + beyond.sum::<usize>()
    }

    /// How many that bad were not kept, by the file that they are in.
    pub fn beyond(&self) -> impl Iterator<Item = (Severity, Option<SourceId>, usize)> {
        self.beyond.iter().map(|(&(severity, source), &count)| (severity, source, count))
    }

    /// All that were kept.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// How many were kept.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// Reports what is wrong with one thing and remembers whether anything was, so that a reader can go on after an error,
/// report all of them, and give the thing only if it is sound.
///
/// ```text
/// let mut diagnostics = Diagnostics::default();
/// let mut reporter = Reporter::new(&mut diagnostics);
/// assert!(reporter.is_sound());
/// reporter.error(Diagnostic::new(Code::Layout, "two panels have one name"));
/// reporter.error(Diagnostic::new(Code::Layout, "a panel has no place"));
/// assert!(reporter.sound("the layout").is_err());
/// assert_eq!(diagnostics.len(), 2);
/// ```
#[derive(Debug)]
pub struct Reporter<'d> {
    diagnostics: &'d mut Diagnostics,
    failed: Option<Reported>,
}

impl<'d> Reporter<'d> {
    /// Reports to a collection; nothing is wrong yet.
    pub fn new(diagnostics: &'d mut Diagnostics) -> Reporter<'d> {
        Reporter { diagnostics, failed: None }
    }

    /// Reports an error.
    pub fn error(&mut self, diagnostic: Diagnostic) -> Reported {
        let reported = self.diagnostics.error(diagnostic);
        self.failed = Some(reported);
        reported
    }

    /// Reports what is as bad as that; a warning makes nothing unsound.
    pub fn report(&mut self, severity: Severity, diagnostic: Diagnostic) {
        self.failed = self.diagnostics.report(severity, diagnostic).or(self.failed);
    }

    /// Whether no error was reported through it.
    pub fn is_sound(&self) -> bool {
        self.failed.is_none()
    }

    /// The thing that was looked at.
    ///
    /// # Errors
    /// An error was reported through this reporter.
    pub fn sound<T>(self, thing: T) -> Result<T, Reported> {
        self.failed.map_or(Ok(thing), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_is_reported_once() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.error(Diagnostic::new(Code::Toml, "no"));
        diagnostics.error(Diagnostic::new(Code::Toml, "no"));
        assert_eq!((diagnostics.len(), diagnostics.count(Severity::Error)), (1, 1));
    }

    #[test]
    fn a_warning_makes_nothing_unsound() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.warn(Diagnostic::new(Code::Toml, "hm"));
        assert!(!diagnostics.has_errors());
        let mut reporter = Reporter::new(&mut diagnostics);
        assert!(reporter.is_sound());
        let reported = reporter.error(Diagnostic::new(Code::Toml, "no"));
        assert_eq!(reporter.sound(()), Err(reported));
        assert!(diagnostics.has_errors());
    }

    #[test]
    fn no_two_codes_have_one_name() {
        let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
