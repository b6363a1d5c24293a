//! Warns of long stretches of Thai in which no word is known: names, mostly, that no dictionary has.

use std::collections::BTreeSet;

use super::job::Draft;
use super::language::LoadedLocale;
use super::unset::Unset;
use crate::content::place_of_words;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{Sources, Span};
use crate::text::unbroken;

/// How many characters of a stretch are shown.
const SHOWN: usize = 24;

/// Reports the stretches of a language's leaflets, each once: `text/unbroken`.
pub(super) fn report_unbroken(
    locale: &LoadedLocale,
    leaflets: &[Result<Draft<'_>, Unset>],
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: BTreeSet<(Span, &str)> = BTreeSet::new();
    let blocks = leaflets.iter().flatten().flat_map(|draft| draft.story().blocks.values().flatten());
    for paragraph in blocks.flat_map(|block| block.paragraphs.iter()) {
        for stretch in unbroken(paragraph) {
            let words = &paragraph.text.text[stretch];
            // What stays whole is meant to, where the language's own list says so.
            if locale.typography.glossary.iter().any(|name| name.contains(words)) {
                continue;
            }
            if seen.insert((paragraph.text.span, words)) {
                let place = place_of_words(paragraph.text.span, words, sources);
                diagnostics.warn(told(&locale.catalog.locale.tag, words, place));
            }
        }
    }
}

fn told(tag: &str, words: &str, place: Span) -> Diagnostic {
    let shown: String = words.chars().take(SHOWN).collect();
    let more = if shown.len() < words.len() { "…" } else { "" };
    let message = format!("no word is known in “{shown}{more}”, so that a line may end anywhere in it");
    let help = format!(
        "if words end in it, put {{\"\\u200B\"}} between them, which prints nothing; a name that stays whole goes into the \
         glossary of locales/{tag}/locale.toml"
    );
    Diagnostic::new(Code::Unbroken, message).label(place, "here").help(help)
}
