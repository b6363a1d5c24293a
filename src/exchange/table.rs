//! Texts as rows of a table, for spreadsheets. Out: a row a text, with names above the columns. In: rows in any order, with columns in
//! any order, and more or fewer of them; the column of names is told by what is in it, that of translations by the name above it or
//! by its place.

use std::ops::Range;

use super::fault::{Fault, FaultKind};
use super::unit::{Document, Found, Parsed, Unit};

/// The columns of a table, in order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Column {
    /// The file of the source language.
    File,
    /// What the text is called.
    Id,
    /// Its words in the source language.
    Source,
    /// Its translation.
    Translation,
    /// What is said of it to translators.
    Comment,
    /// How far it is.
    State,
    /// How many characters the place where it is printed holds beyond it.
    Room,
    /// Digests of what it was made from.
    Stamp,
}

/// Those that a document has: room only where it is known.
pub(super) fn columns_of(document: &Document) -> impl Iterator<Item = Column> + Clone {
    let has_room = document.units.iter().any(|unit| unit.room.is_some());
    COLUMNS.into_iter().filter(move |column| has_room || *column != Column::Room)
}

const COLUMNS: [Column; 8] = [
    Column::File,
    Column::Id,
    Column::Source,
    Column::Translation,
    Column::Comment,
    Column::State,
    Column::Room,
    Column::Stamp,
];

impl Column {
    /// The name above it.
    pub(super) fn heading(self, document: &Document) -> String {
        match self {
            Column::File => "file".to_owned(),
            Column::Id => "id".to_owned(),
            Column::Source => format!("source ({})", document.source),
            Column::Translation => format!("translation ({})", document.locale),
            Column::Comment => "comment".to_owned(),
            Column::State => "state".to_owned(),
            Column::Room => "length left".to_owned(),
            Column::Stamp => "made from".to_owned(),
        }
    }

    /// The name above it in CSV, as translation tools know it.
    pub(super) fn field(self) -> &'static str {
        match self {
            Column::File => "location",
            Column::Id => "context",
            Column::Source => "source",
            Column::Translation => "target",
            Column::Comment => "developer_comments",
            Column::State => "state",
            Column::Room => "length left",
            Column::Stamp => "made from",
        }
    }

    /// Which one a name above a column says, in our words or those of other tools.
    fn named(heading: &str) -> Option<Column> {
        let heading = heading.trim().to_lowercase();
        let word = heading.split('(').next().unwrap_or_default().trim();
        Some(match word {
            "file" | "leaflet" => Column::File,
            "id" | "key" | "context" | "location" => Column::Id,
            "source" | "msgid" => Column::Source,
            "translation" | "target" | "msgstr" => Column::Translation,
            "comment" | "comments" | "developer_comments" | "translator_comments" => Column::Comment,
            "state" | "fuzzy" => Column::State,
            "length left" => Column::Room,
            "made from" => Column::Stamp,
            _ => return None,
        })
    }

    /// What stands in it of a text.
    pub(super) fn text(self, unit: &Unit, document: &Document) -> String {
        match self {
            Column::File => unit.file.clone(),
            Column::Id => unit.id(),
            Column::Source => unit.source.clone(),
            Column::Translation => unit.translation.clone(),
            Column::Comment => unit.remark(),
            Column::State => unit.state.name().to_owned(),
            Column::Room => unit.room.map(|room| room.to_string()).unwrap_or_default(),
            Column::Stamp => format!("{} {}", document.locale, unit.stamp),
        }
    }
}

/// A cell that was read.
#[derive(Clone, Default, Debug)]
pub(super) struct Cell {
    /// Its text.
    pub(super) text: String,
    /// Where it stands.
    pub(super) place: Range<usize>,
    /// What it is called in its sheet: `D5`.
    pub(super) name: Option<String>,
    /// What it holds instead of a text.
    pub(super) odd: Option<&'static str>,
    /// Whether it has no text because it is merged with another one.
    pub(super) is_merged: bool,
}

/// A table that was read.
pub(super) struct Table {
    /// Its rows.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// Which column of a table is which.
struct Columns {
    /// The row with their names.
    heading: Option<usize>,
    id: usize,
    translation: usize,
    named: Vec<Option<Column>>,
}

impl Table {
    /// The texts of its rows; `is_known` says which names there are.
    pub(super) fn parsed(&self, is_known: &dyn Fn(&str) -> bool) -> Parsed {
        let mut parsed = Parsed::default();
        let columns = match self.columns(is_known) {
            Ok(columns) => columns,
            Err(fault) => {
                parsed.faults.push(fault);
                return parsed;
            }
        };
        let heading = columns.heading.and_then(|row| self.rows[row].get(columns.translation));
        let stamped = self.rows.iter().flatten().find(|cell| is_stamp(&cell.text));
        parsed.locale = heading.and_then(told_locale).or(stamped.and_then(stamped_locale));
        let rows = self.rows.iter().enumerate().filter(|(number, _)| Some(*number) != columns.heading);
        for (_, row) in rows.filter(|(_, row)| row.iter().any(|cell| !cell.text.trim().is_empty())) {
            self.take_row(row, &columns, is_known, &mut parsed);
        }
        parsed
    }

    fn take_row(
        &self,
        row: &[Cell],
        columns: &Columns,
        is_known: &dyn Fn(&str) -> bool,
        parsed: &mut Parsed,
    ) {
        let at = |column: usize| row.get(column).cloned().unwrap_or_default();
        let of = |wanted: Column| {
            let at = columns.named.iter().position(|named| *named == Some(wanted))?;
            row.get(at).map(|cell| cell.text.clone()).filter(|text| !text.is_empty())
        };
        let (id, translation) = (at(columns.id), at(columns.translation));
        let end = row.last().map_or(0, |cell| cell.place.end);
        let place = if translation.name.is_none() && translation.place.is_empty() {
            let start = row.first().map_or(end, |cell| cell.place.start);
            start..end
        } else {
            translation.place.clone()
        };
        if let Some(odd) = translation.odd {
            parsed.faults.push(FaultKind::NoText(odd).in_cell(place, translation.name));
            return;
        }
        if translation.is_merged {
            parsed.faults.push(FaultKind::Merged.in_cell(place, translation.name));
            return;
        }
        parsed.units.push(Found {
            id: Some(named(&id.text, is_known)).filter(|id| !id.is_empty()),
            file: of(Column::File),
            source: of(Column::Source),
            translation: translation.text,
            stamp: row
                .iter()
                .map(|cell| cell.text.trim())
                .find(|text| is_stamp(text))
                .and_then(|text| text.rsplit(' ').next())
                .map(str::to_owned),
            is_unsure: false,
            id_place: if id.place.is_empty() { place.clone() } else { id.place },
            place,
            cell: translation.name,
        });
    }

    fn columns(&self, is_known: &dyn Fn(&str) -> bool) -> Result<Columns, Fault> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let first = self.rows.first().and_then(|row| row.first()).map_or(0..0, |cell| cell.place.clone());
        let named = |row: &[Cell]| -> Vec<Option<Column>> {
            row.iter().map(|cell| Column::named(&cell.text)).collect()
        };
        let is_heading = |row: &Vec<Cell>| {
            let named = named(row);
            named.iter().flatten().count() > 1
                && named.iter().flatten().any(|column| matches!(column, Column::Id | Column::Translation))
        };
        let heading = self.rows.iter().position(is_heading).or_else(|| self.renamed_heading(is_known));
        let named = heading.map_or_else(Vec::new, |row| named(&self.rows[row]));
        let known = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.filter(|cell| is_known(&self::named(&cell.text, is_known))).count()
        };
        let most = (0..width).rev().max_by_key(|column| known(*column)).filter(|column| known(*column) > 0);
        let of = |wanted: Column| named.iter().position(|named| *named == Some(wanted));
        let id = most.or(of(Column::Id)).ok_or(FaultKind::NoIds.at(first.clone()))?;
        let is_free = |column: &usize| *column < width && named.get(*column).is_none_or(Option::is_none);
        let beside = of(Column::Source).map_or(id + 2, |source| source + 1);
        let translation = of(Column::Translation)
            .or(Some(beside).filter(is_free))
            .ok_or(FaultKind::NoTranslations.at(first))?;
        Ok(Columns { heading, id, translation, named })
    }

    /// The first row, where it is none of a text.
    fn renamed_heading(&self, is_known: &dyn Fn(&str) -> bool) -> Option<usize> {
        let first = self.rows.first()?;
        let is_text = first.iter().any(|cell| is_known(&named(&cell.text, is_known)) || is_stamp(&cell.text));
        (!is_text).then_some(0)
    }
}

/// A text's name in a cell: as it was exported, or behind the name of its file.
fn named(cell: &str, is_known: &dyn Fn(&str) -> bool) -> String {
    let cell = cell.trim();
    let after = cell.rsplit_once(':').map(|(_, name)| name).filter(|name| is_known(name));
    after.unwrap_or(cell).to_owned()
}

/// The language in the name above the translations: `translation (th)`.
fn told_locale(heading: &Cell) -> Option<(String, Range<usize>)> {
    let (_, tag) = heading.text.split_once('(')?;
    Some((tag.trim_end().strip_suffix(')')?.trim().to_owned(), heading.place.clone()))
}

/// The language beside the digests of a text.
fn stamped_locale(cell: &Cell) -> Option<(String, Range<usize>)> {
    let (tag, _) = cell.text.trim().split_once(' ')?;
    Some((tag.to_owned(), cell.place.clone()))
}

/// How many hexadecimal digits of a digest go along.
pub const STAMP_DIGITS: usize = 12;

/// Whether a cell holds the digests of what a text was made from.
pub(super) fn is_stamp(text: &str) -> bool {
    let text = text.trim();
    let text = text.rsplit(' ').next().unwrap_or(text);
    let is_digest = |part: &str| part.len() == STAMP_DIGITS && part.bytes().all(|b| b.is_ascii_hexdigit());
    text.split_once('-').is_some_and(|(source, own)| is_digest(source) && is_digest(own))
}
