//! What a page of a press's files is and what stands around it; and which of its rows a press states at all: by the others files are
//! built as usual, and none is judged.

use std::collections::BTreeSet;

use serde::Deserialize;

/// What is drawn around a trimmed sheet for those who cut and fold it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum PressMarks {
    /// Nothing: a page is as large as its trim with bleed, as upload portals measure it.
    #[default]
    None,
    /// Where it is cut.
    Crop,
    /// Where it is cut and folded, targets to register by, and a line that says what the sheet is.
    All,
}

/// What a page of a file is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum PressPages {
    /// A page of a booklet, in the order in which they are read; one card of a sheet of them. Folded sheets are a page a side.
    #[default]
    Single,
    /// A side of the sheet as it is folded or cut.
    Sheet,
    /// Files of either kind, where they differ.
    Both,
}

/// A row that has a usual value where nobody states it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PressRow {
    /// How far ink reaches over an edge.
    Bleed,
    /// What is drawn around the sheet.
    Marks,
    /// What a page of the file is.
    Pages,
    /// The version of PDF/X.
    Standard,
    /// How type is held.
    Fonts,
}

/// The rows that a press states.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct StatedRows(BTreeSet<PressRow>);

impl StatedRows {
    /// Those of which it is told that they are written.
    pub(super) fn of(rows: impl IntoIterator<Item = (PressRow, bool)>) -> StatedRows {
        StatedRows(rows.into_iter().filter(|(_, is_written)| *is_written).map(|(row, _)| row).collect())
    }

    /// These, and the others'.
    pub(super) fn with(self, others: StatedRows) -> StatedRows {
        StatedRows(self.0.into_iter().chain(others.0).collect())
    }

    /// These without what a duplicator decides itself: its sheets are whole, whatever is written.
    pub(super) fn of_plates(mut self) -> StatedRows {
        self.0.retain(|row| !matches!(row, PressRow::Bleed | PressRow::Marks | PressRow::Pages));
        self
    }

    /// Whether a row is stated.
    pub fn has(&self, row: PressRow) -> bool {
        self.0.contains(&row)
    }
}
