//! TOML with its places: the one way in for every file of that format.

use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::source::{SourceId, Sources, Span};

/// Reads a source as a value of type `T`.
///
/// # Errors
/// `manifest/toml` when it is no TOML or not of that shape.
pub(crate) fn read<T: DeserializeOwned>(
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<T, Reported> {
    let text = &sources.get(source).text;
    toml::from_str(text).map_err(|error| {
        let range = error.span().unwrap_or(0..0);
        let message = error.message().trim().replace('\n', "; ");
        diagnostics.push(
            Diagnostic::error(Code::Toml, message)
                .label(Span::new(source, range), "here")
                .help("see the README for the shape of this file"),
        )
    })
}

/// The place of a value.
pub(super) fn span_of<T>(source: SourceId, value: &Spanned<T>) -> Span {
    Span::new(source, value.span())
}
