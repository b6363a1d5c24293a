//! What is wrong with a project, with the texts that it is wrong in.

use std::fmt;

use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::{Sources, Span};

/// What is wrong with a project: errors and warnings in the order in which they were found, and the texts that they point
/// into. Shown, it is a line each: `error[fluent/missing] locales/fr/a.ftl:3:1: there is no …`, and below it what to do;
/// print it with `println!`, for it does not end in a new line.
#[derive(Clone, Default, Debug)]
pub struct Problems {
    /// The texts that places point into.
    pub sources: Sources,
    /// The problems themselves.
    pub diagnostics: Diagnostics,
}

/// One problem, its places told in lines and columns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem<'a> {
    /// Which kind of problem; the name stays the same from version to version.
    pub code: Code,
    /// Whether it keeps a leaflet from being written.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: &'a str,
    /// Where, the most important place first. None where it lies in no text, such as a face's file.
    pub places: Vec<Location<'a>>,
    /// What to do about it.
    pub help: Option<&'a str>,
}

/// A place in one of a project's texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Location<'a> {
    /// The file, named from the project's folder, with `/`.
    pub file: &'a str,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What this place has to do with it; may be empty.
    pub text: &'a str,
}

impl Problems {
    /// The problems, one after the other.
    pub fn iter(&self) -> impl Iterator<Item = Problem<'_>> {
        self.diagnostics.iter().map(|diagnostic| self.problem(diagnostic))
    }

    /// Whether nothing is wrong, not even in a small way.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.has_errors()
    }

    fn problem<'a>(&'a self, diagnostic: &'a Diagnostic) -> Problem<'a> {
        let places = diagnostic.labels.iter().map(|(span, text)| self.place(*span, text));
        Problem {
            code: diagnostic.code,
            severity: diagnostic.severity,
            message: &diagnostic.message,
            places: places.collect(),
            help: diagnostic.help.as_deref(),
        }
    }

    fn place<'a>(&'a self, span: Span, text: &'a str) -> Location<'a> {
        let (line, column) = self.sources.position(span);
        Location { file: &self.sources.get(span.source).name, line, column, text }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Problem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.severity.name(), self.code.name())?;
        if let Some(Location { file, line, column, .. }) = self.places.first() {
            write!(f, " {file}:{line}:{column}")?;
        }
        write!(f, ": {}", self.message)?;
        self.help.map_or(Ok(()), |help| write!(f, "\n  help: {help}"))
    }
}

impl std::error::Error for Problems {}
