//! What is wrong with a project, with the texts that it is wrong in.

use std::fmt;

use super::people::told_to_people;
use super::report::{Together, Told, told};
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::shown::shown;
use crate::source::{Sources, Span};

/// What is wrong with a project: errors and warnings in the order in which they were found, and the texts that they point
/// into. Shown, they are as [`told_to_people`](Problems::told_to_people) has them, warnings first: each a line, or a few where one
/// slip made many, `error[fluent/missing] locales/fr/a.ftl:3:1: there is no …`, and below it what to do. Print them with `println!`,
/// for they do not end in a new line.
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

    /// The problems in the order in which they were found, as far as a report tells them; after the last that was left out of a
    /// message, of a file or of the report, how many were.
    pub fn told(&self) -> Vec<Told<'_>> {
        told(&self.diagnostics, &self.sources)
    }

    /// The same for people: warnings first and errors last, and those of one slip together.
    pub fn told_to_people(&self) -> Vec<Told<'_>> {
        told_to_people(&self.diagnostics, &self.sources)
    }

    /// How many things there are to mend, errors and warnings, as people are told them: all that comes of one slip is one.
    pub fn things(&self) -> [usize; 2] {
        [Severity::Error, Severity::Warning].map(|severity| self.diagnostics.things(severity))
    }

    /// Whether nothing is wrong, not even in a small way.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether something was asked for by a name that there is not: a language, a layout, a leaflet or a press.
    pub fn has_misuse(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.of_request)
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.has_errors()
    }

    /// One of them, its places told in lines and columns.
    pub fn problem<'a>(&'a self, diagnostic: &'a Diagnostic) -> Problem<'a> {
        let places = diagnostic.labels.iter().map(|(span, text)| self.place(*span, text));
        Problem {
            code: diagnostic.code,
            severity: diagnostic.severity,
            message: &diagnostic.message,
            places: places.collect(),
            help: diagnostic.help.as_deref(),
        }
    }

    fn together(&self, together: &Together<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic { severity, code, .. } = together.problems[0];
        write!(f, "{}[{}]: {}", severity.name(), code.name(), shown(&together.said()))?;
        for line in together.places(&self.sources) {
            write!(f, "\n  {}", shown(&line))?;
        }
        write!(f, "\n  help: {}", shown(&together.slip.help))
    }

    fn place<'a>(&'a self, span: Span, text: &'a str) -> Location<'a> {
        let (line, column) = self.sources.position(span);
        Location { file: &self.sources.get(span.source).name, line, column, text }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, told) in self.told_to_people().into_iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            match told {
                Told::Problem(diagnostic) => self.problem(diagnostic).fmt(f)?,
                Told::Together(together) => self.together(&together, f)?,
                Told::More(more) => f.write_str(&shown(&more.to_string()))?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Problem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.severity.name(), self.code.name())?;
        if let Some(Location { file, line, column, .. }) = self.places.first() {
            write!(f, " {}:{line}:{column}", shown(file))?;
        }
        write!(f, ": {}", shown(self.message))?;
        self.help.map_or(Ok(()), |help| write!(f, "\n  help: {}", shown(help)))
    }
}

impl std::error::Error for Problems {}
