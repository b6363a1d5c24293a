//! A value and its translation, case by case.

use crate::content::catalog::{Message, Part};
use crate::content::reading::Reading;
use crate::diag::Diagnostic;
use crate::source::Span;

/// A value and its translation.
pub(super) struct Translation<'a> {
    /// Its name, as a reader is told it: `id` or `id.part`.
    pub(super) name: String,
    /// The name of the value in the source language's file.
    pub(super) source_id: Span,
    /// The name of its translation.
    pub(super) id: Span,
    /// What the source language says, case by case.
    pub(super) original: &'a [Reading],
    /// What the translation says, case by case.
    pub(super) translated: &'a [Reading],
}

impl Translation<'_> {
    /// The places of both.
    pub(super) fn label(&self, diagnostic: Diagnostic) -> Diagnostic {
        diagnostic.label(self.id, "this message").label(self.source_id, "in the source language")
    }
}

/// A message's value and its attributes, each with its translation.
pub(super) fn translations<'a>(
    id: &str,
    original: &'a Message,
    translated: &'a Message,
) -> Vec<Translation<'a>> {
    let value = Translation {
        name: id.to_owned(),
        source_id: original.id,
        id: translated.id,
        original: &original.readings,
        translated: &translated.readings,
    };
    let part = |(name, part): (&String, &'a Part)| {
        let other = translated.attributes.get(name)?;
        Some(Translation {
            name: format!("{id}.{name}"),
            source_id: part.id,
            id: other.id,
            original: &part.readings,
            translated: &other.readings,
        })
    };
    let parts = original.attributes.iter().filter_map(part);
    let all = std::iter::once(value).chain(parts);
    all.filter(|pair| !pair.original.is_empty() && !pair.translated.is_empty()).collect()
}

/// The reading of the source language that one of a translation is of: the one that takes the same cases, and where a case has no
/// like the one for all else.
pub(super) fn counterpart<'a>(reading: &Reading, originals: &'a [Reading]) -> &'a Reading {
    let likeness = |original: &&Reading| -> i32 {
        let score = original.choices.iter().map(|choice| match reading.key(&choice.selector) {
            Some(key) if key == choice.key => 2,
            _ if choice.is_default => 1,
            _ => -1,
        });
        score.sum()
    };
    let mut best = &originals[0];
    for original in originals {
        if likeness(&original) > likeness(&best) {
            best = original;
        }
    }
    best
}
