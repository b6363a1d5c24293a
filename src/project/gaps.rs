//! Proofs: what a language lacks is shown on its pages in the source language’s words, between marks that no final text has.

use std::collections::BTreeSet;

use super::language::LoadedLocale;
use crate::content::Catalog;
use crate::diag::Code;

/// What stands around text that waits for its translation (H: seen in one ink, and on a dark ground).
const MARKS: [&str; 2] = ["[[", "]]"];

/// What is shown in the place of what a language lacks.
pub struct Proof {
    /// The source language’s messages between marks.
    pub catalog: Catalog,
}

impl Proof {
    /// Notes in each language what it lacks.
    pub(super) fn of<'a>(
        source: &LoadedLocale,
        locales: impl Iterator<Item = &'a mut LoadedLocale>,
    ) -> Proof {
        for locale in locales.filter(|locale| locale.catalog.locale.tag != source.catalog.locale.tag) {
            locale.gaps = gaps(&source.catalog, locale);
        }
        Proof { catalog: source.catalog.as_gaps(MARKS) }
    }
}

/// The messages of the source language that have no sound text in a language, or still the source language’s.
fn gaps(source: &Catalog, locale: &LoadedLocale) -> BTreeSet<String> {
    let lacking = source.ids().filter(|id| source.get(id).is_some() && locale.catalog.get(id).is_none());
    let copied = locale.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::Untranslated);
    let copied = copied.filter_map(|diagnostic| locale.catalog.entry_at(diagnostic.labels.first()?.0));
    lacking.chain(copied).map(str::to_owned).collect()
}
