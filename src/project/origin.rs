//! Where a text of a translator's file comes from, and what it makes of the project's.

use super::imported::ReadFile;
use crate::exchange::Found;
use crate::source::Span;

/// A text that is new or changed.
pub(super) struct NewText<'a> {
    /// Which of the files it comes from.
    pub(super) file: usize,
    /// Which text of the project it is.
    pub(super) slot: usize,
    /// Its words.
    pub(super) text: String,
    /// Where it stands in the file.
    pub(super) origin: Origin<'a>,
}

/// A text of a file.
#[derive(Clone, Copy)]
pub(super) struct Origin<'a> {
    /// The file.
    pub(super) file: &'a ReadFile,
    /// What of it.
    pub(super) found: &'a Found,
}

impl Origin<'_> {
    /// Where its words stand.
    pub(super) fn span(&self) -> Span {
        self.file.span(&self.found.place)
    }

    /// Where its name stands.
    pub(super) fn id(&self) -> Span {
        self.file.span(&self.found.id_place)
    }

    /// A label, with the name of the cell where there is one.
    pub(super) fn cell(&self, label: &str) -> String {
        match &self.found.cell {
            Some(cell) => format!("cell {cell}: {label}"),
            None => label.to_owned(),
        }
    }

    /// The same, with the name of the text, for what does not say it otherwise.
    pub(super) fn named(&self, label: &str) -> String {
        let name = self.found.id.as_deref().unwrap_or_default();
        match (&self.found.cell, name.is_empty()) {
            (Some(cell), false) => format!("cell {cell}, `{name}`: {label}"),
            (None, false) => format!("`{name}`: {label}"),
            (_, true) => self.cell(label),
        }
    }

    /// Whether it is of a spreadsheet, or of a table that one opens.
    pub(super) fn is_of_table(&self) -> bool {
        self.found.cell.is_some()
    }
}

/// How many texts are named where many are alike (H).
const NAMED: usize = 8;

/// Names, the first of them where there are many.
pub(super) fn some_of(names: &[String]) -> String {
    let named = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// A text in one line, and not all of a long one.
pub(super) fn in_short(text: &str) -> String {
    const MOST: usize = 200;
    let one: Vec<&str> = text.split_whitespace().collect();
    let one = one.join(" ");
    match one.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &one[..end]),
        None => one,
    }
}
