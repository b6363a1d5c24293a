//! Texts of a translator's file that the project has not. In: those of a file. Out: an error for each, or one where the file is of
//! another project, or too many are unknown.

use std::collections::BTreeMap;

use super::exchange::{Pair, short_digest};
use super::origin::{Origin, some_of};
use crate::content::text_base;
use crate::diag::{Code, Diagnostic, Diagnostics};

/// How many are told each by itself (H).
const EACH: usize = 8;

/// The texts of a file that the project has not.
#[derive(Default)]
pub(super) struct Strangers {
    list: Vec<(String, Diagnostic)>,
}

impl Strangers {
    /// Notes a text that the project has not, or tells of one that it has with other cases.
    pub(super) fn take(
        &mut self,
        (id, text): (&str, &str),
        origin: &Origin<'_>,
        known: &Known<'_>,
        diagnostics: &mut Diagnostics,
    ) {
        let own = origin.found.stamp.as_deref().and_then(|stamp| stamp.split_once('-'));
        let is_untouched = own.is_some_and(|(_, own)| own == short_digest(text));
        if let Some(wrong) = known.other_cases(id, origin) {
            if is_untouched {
                diagnostics.warn(wrong);
            } else {
                diagnostics.error(wrong);
            }
            return;
        }
        let shown: String = id.chars().take(60).collect();
        let wrong = Diagnostic::new(Code::ExchangeUnknown, format!("the project has no text “{shown}”"))
            .label(origin.id(), origin.cell("named here"))
            .help("take it out of the file, or write its id as it was exported");
        if is_untouched {
            diagnostics.warn(wrong);
        } else {
            self.list.push((shown, wrong));
        }
    }

    /// Reports those of a file of so many texts, by its name.
    pub(super) fn report(self, file: &str, count: usize, diagnostics: &mut Diagnostics) {
        let unknown = self.list.len();
        let is_of_another = unknown > 1 && unknown * 4 > count * 3;
        if unknown <= EACH && !is_of_another {
            for (_, wrong) in self.list {
                diagnostics.error(wrong);
            }
            return;
        }
        let ids: Vec<String> = self.list.iter().map(|(id, _)| id.clone()).collect();
        let Some((_, first)) = self.list.into_iter().next() else { return };
        let (message, help) = if is_of_another {
            (
                format!("{file} is of another project: this one has not {unknown} of its {count} texts"),
                "import it into the project that it was exported from (--project names it); if the names of the texts changed, export anew and copy the translations over",
            )
        } else {
            (
                format!("the project has not {unknown} texts of {file}: {}", some_of(&ids)),
                "take them out of the file, or write their ids as they were exported",
            )
        };
        diagnostics.error(Diagnostic { message, ..first }.help(help));
    }
}

/// The texts that a project has, by their names apart from cases.
pub(super) struct Known<'a> {
    pair: &'a Pair,
    by_base: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Known<'a> {
    /// Those of a language.
    pub(super) fn of(pair: &'a Pair) -> Known<'a> {
        let mut by_base: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, slot) in pair.slots.iter().enumerate() {
            by_base.entry(&slot.unit.base).or_default().push(at);
        }
        Known { pair, by_base }
    }

    /// What is wrong where a text has other cases in the project.
    fn other_cases(&self, id: &str, origin: &Origin<'_>) -> Option<Diagnostic> {
        let base = text_base(id);
        let cases = self.by_base.get(base)?;
        let cases: Vec<String> = cases.iter().map(|at| self.pair.slots[*at].unit.id()).collect();
        let tag = &self.pair.locale.catalog.locale.tag;
        let message = format!("`{base}` has other cases in {tag} than this file says");
        Some(
            Diagnostic::new(Code::ExchangeCase, message)
                .label(origin.id(), origin.cell("this one"))
                .help(format!("write its name as it is exported: {}", cases.join(", "))),
        )
    }
}
