//! TOML with its places: the one way in for every file of that format.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::values::check_values;
use super::wording::explain;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported, Reporter};
use crate::source::{SourceId, Sources, Span};

/// Reads a source as a value of type `T`.
///
/// # Errors
/// `manifest/toml` when it is no TOML or not of that shape, or holds blanks for words; `text/character` and `text/encoding` for
/// what no text can hold.
pub(crate) fn read<T: DeserializeOwned>(
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<T, Reported> {
    let text = &sources.get(source).text;
    let value = toml::from_str(text).map_err(|error| {
        let told = explain(text, &error);
        let wrong =
            Diagnostic::new(Code::Toml, told.message).label(Span::new(source, told.place), told.label);
        diagnostics.error(wrong.help(told.help))
    })?;
    let mut reporter = Reporter::new(diagnostics);
    check_values(source, text, &mut reporter);
    reporter.sound(value)
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

/// A file whose tables are being checked: where its values stand, and whether anything is wrong with them so far.
pub(super) struct Reading<'d> {
    /// The file.
    pub(super) source: SourceId,
    /// Where errors go.
    pub(super) reporter: Reporter<'d>,
}

impl<'d> Reading<'d> {
    /// A file with nothing wrong yet.
    pub(super) fn new(source: SourceId, diagnostics: &'d mut Diagnostics) -> Reading<'d> {
        Reading { source, reporter: Reporter::new(diagnostics) }
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
