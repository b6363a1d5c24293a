//! Languages whose letters no face of the project has: told once a language, not character by character.

use super::fonts::script_help;
use super::language::LoadedLocale;
use super::load::Project;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// What is said of a language that lacks its letters: where no face is listed for its script, at the first of its letters that none has.
/// The same whichever leaflet lacks them. `place_of_words` says where words of a message are written.
pub(super) fn faceless(
    project: &Project,
    locale: &LoadedLocale,
    place_of_words: impl Fn(Span, &str) -> Span,
) -> Option<Diagnostic> {
    let (fonts, catalog) = (&project.fonts, &locale.catalog);
    let script = &catalog.locale.script;
    if fonts.ids().any(|id| fonts.entry(id).scripts.contains(script)) {
        return None;
    }
    let is_lacking = |c: &char| {
        c.is_alphabetic() && !fonts.ids().any(|id| fonts.face(id).is_ok_and(|face| face.covers(*c)))
    };
    let mut messages: Vec<(Span, &str)> =
        catalog.ids().filter_map(|id| Some((catalog.span(id)?, id))).collect();
    messages.sort_by_key(|(span, _)| (span.source, span.start));
    let first = messages.into_iter().find_map(|(_, id)| {
        let text = catalog.get(id)?;
        Some((text.span, text.text.chars().find(is_lacking)?))
    });
    let (span, character) = first?;
    let message = format!(
        "no font of the project has the letters of {}, such as “{character}” (U+{:04X})",
        catalog.locale.english_name(),
        u32::from(character)
    );
    let wrong = Diagnostic::new(Code::NoFace, message);
    let wrong = wrong.label(place_of_words(span, &character.to_string()), "the first of them");
    Some(wrong.help(script_help(script)))
}
