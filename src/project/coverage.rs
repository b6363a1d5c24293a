//! How much of the text a language has.

use std::collections::BTreeSet;

use crate::content::Catalog;
use crate::diag::{Code, Diagnostics};

/// How much of the source language's text a language has.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Coverage {
    /// How many messages the source language has.
    pub messages: usize,
    /// How many of them stand there in other words than the source language's.
    pub translated: usize,
    /// How many of them are not there, or empty.
    pub missing: usize,
}

impl Coverage {
    /// Counts it, after the two were compared.
    pub(super) fn count(source: &Catalog, catalog: &Catalog, diagnostics: &Diagnostics) -> Coverage {
        let messages = source.ids().count();
        let missing = source.ids().filter(|id| catalog.span(id).is_none()).count();
        let copied = diagnostics.iter().filter(|d| d.code == Code::Untranslated).count();
        let of_empty = diagnostics.iter().filter(|d| d.code == Code::EmptyMessage);
        let empty: BTreeSet<&str> = of_empty
            .filter_map(|wrong| catalog.entry_at(wrong.labels.first()?.0))
            .filter(|id| catalog.get(id).is_none() && source.span(id).is_some())
            .collect();
        let missing = missing + empty.len();
        Coverage { messages, translated: messages - missing - copied, missing }
    }
}
