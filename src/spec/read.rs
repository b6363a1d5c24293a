//! TOML with its places: the one way in for every file of that format.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::shapes::{LeftOut, Shaped, read_shape};
use super::values::check_values;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported, Reporter};
use crate::source::{SourceId, Sources, Span};

/// Reads a source as a value of type `T`. All that is wrong with it is reported.
///
/// # Errors
/// `manifest/toml` when it is no TOML or not of that shape, or holds blanks for words; `text/character` and `text/encoding` for
/// what no text can hold.
pub(crate) fn read<T: DeserializeOwned>(
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<T, Reported> {
    let (value, file) = read_part(source, sources, diagnostics)?;
    file.reporter.sound(value)
}

/// Reads what of a source is of that shape. All that is wrong with it is reported, and the file goes on to be checked with what was
/// left out for that known.
///
/// # Errors
/// As `read`; nothing is left to be checked.
pub(super) fn read_part<'d, T: DeserializeOwned>(
    source: SourceId,
    sources: &Sources,
    diagnostics: &'d mut Diagnostics,
) -> Result<(T, Reading<'d>), Reported> {
    let text = &sources.get(source).text;
    let Shaped { value, mistakes, left_out } = read_shape(text);
    let mut reporter = Reporter::new(diagnostics);
    for told in mistakes {
        let wrong =
            Diagnostic::new(Code::Toml, told.message).label(Span::new(source, told.place), told.label);
        reporter.error(wrong.help(told.help));
    }
    check_values(source, text, &mut reporter);
    match value {
        Some(value) => Ok((value, Reading { source, reporter, left_out })),
        None => Err(reporter.sound(()).expect_err("what makes no value has a mistake")),
    }
}

/// Reads words that are not left out.
pub(super) fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let words = String::deserialize(deserializer)?;
    if words.is_empty() {
        Err(D::Error::custom("nothing stands here: write what is meant"))
    } else {
        Ok(words)
    }
}

/// Reads words that may be left out, but not be empty.
pub(super) fn words_where_said<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    words(deserializer).map(Some)
}

/// A file whose tables are being checked: where its values stand, and whether anything is wrong with them so far.
pub(super) struct Reading<'d> {
    /// The file.
    pub(super) source: SourceId,
    /// Where errors go.
    pub(super) reporter: Reporter<'d>,
    /// Values that are of no use, which was told.
    left_out: LeftOut,
}

impl<'d> Reading<'d> {
    /// A file with nothing wrong yet.
    pub(super) fn new(source: SourceId, diagnostics: &'d mut Diagnostics) -> Reading<'d> {
        Reading { source, reporter: Reporter::new(diagnostics), left_out: LeftOut::default() }
    }

    /// Whether a value was left out, so that nobody should be told that it is missing.
    pub(super) fn lacks(&self, path: &[&str]) -> bool {
        self.left_out.holds(path)
    }

    /// The place of a value.
    pub(super) fn span<T>(&self, value: &Spanned<T>) -> Span {
        Span::new(self.source, value.span())
    }

    /// The file as a whole.
    pub(super) fn whole_file(&self) -> Span {
        Span::new(self.source, 0..0)
    }

    /// Reports an error.
    pub(super) fn error(&mut self, diagnostic: Diagnostic) {
        self.reporter.error(diagnostic);
    }
}
