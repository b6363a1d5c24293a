//! Texts as rows of a table, for spreadsheets. Out: a row a text, with names above the columns. In: rows in any order, with columns in
//! any order, and more or fewer of them; the column of names is told by what is in it, that of translations by the name above it or
//! by its place.

use std::ops::Range;

use super::fault::{Fault, FaultKind};
use super::unit::{Document, Doubt, Found, Parsed, Unit};

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
    /// Whether it is not done, as other tools have it; never written.
    Fuzzy,
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
            Column::Fuzzy => "fuzzy".to_owned(),
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
            Column::Fuzzy => "fuzzy",
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
            "state" | "status" => Column::State,
            "fuzzy" => Column::Fuzzy,
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
            Column::Fuzzy => String::new(),
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
    /// What it holds.
    pub(super) kind: CellContent,
}

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum CellContent {
    /// A text, or nothing.
    #[default]
    Text,
    /// A number.
    Number,
    /// A formula, whose value is of no interest.
    Formula,
    /// What is no text: a date, an error.
    Odd(&'static str),
    /// No text, because it is merged with another cell.
    Merged,
}

/// A row that was read.
#[derive(Clone, Default, Debug)]
pub(super) struct TableRow {
    /// Its number in its sheet, from 1.
    pub(super) number: usize,
    /// Its cells.
    pub(super) cells: Vec<Cell>,
}

/// A table that was read.
pub(super) struct Table {
    /// Its rows.
    pub(super) rows: Vec<TableRow>,
}

/// What a cell is called in its sheet: `D5`. Columns count from 0, rows from 1.
pub(super) fn cell_name(column: usize, row: usize) -> String {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let (mut name, mut column) = (String::new(), column);
    loop {
        name.insert_str(0, &LETTERS[column % 26..=column % 26]);
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return format!("{name}{row}"),
        }
    }
}

/// Whether a text is what spreadsheets show where a formula failed: `#REF!`, in LibreOffice also `Err:508`.
fn is_error_value(text: &str) -> bool {
    const ERRORS: [&str; 10] = [
        "#REF!",
        "#NAME?",
        "#VALUE!",
        "#N/A",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
    ];
    let text = text.trim();
    let is_number = |digits: &str| digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    ERRORS.contains(&text) || text.strip_prefix("Err:").is_some_and(is_number)
}

/// Why a text is not done, by what stands in a column of its row.
fn doubt(column: Column, told: &str) -> Option<Doubt> {
    const UNDONE: [&str; 9] =
        ["fuzzy", "unsure", "todo", "new", "initial", "unfinished", "not done", "half done", "in progress"];
    let word = told.trim().to_lowercase();
    let is_undone = match column {
        Column::Fuzzy => ["true", "1", "yes", "x", "y", "fuzzy"].contains(&word.as_str()),
        Column::State => UNDONE.contains(&word.as_str()) || word.starts_with("needs"),
        _ => false,
    };
    is_undone.then(|| Doubt::Marked(if column == Column::Fuzzy { "fuzzy".to_owned() } else { word }))
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
        let heading = columns.heading.and_then(|row| self.rows[row].cells.get(columns.translation));
        let stamped = self.rows.iter().flat_map(|row| &row.cells).find(|cell| is_stamp(&cell.text));
        parsed.locale = heading.and_then(told_locale).or(stamped.and_then(stamped_locale));
        let rows = self.rows.iter().enumerate().filter(|(number, _)| Some(*number) != columns.heading);
        for (_, row) in rows.filter(|(_, row)| row.cells.iter().any(|cell| !cell.text.trim().is_empty())) {
            self.take_row(row, &columns, is_known, &mut parsed);
        }
        parsed
    }

    fn take_row(
        &self,
        row: &TableRow,
        columns: &Columns,
        is_known: &dyn Fn(&str) -> bool,
        parsed: &mut Parsed,
    ) {
        let cells = &row.cells;
        let at = |column: usize| cells.get(column).cloned().unwrap_or_default();
        let of = |wanted: Column| {
            let at = columns.named.iter().position(|named| *named == Some(wanted))?;
            cells.get(at).map(|cell| cell.text.clone()).filter(|text| !text.is_empty())
        };
        let (id, translation) = (at(columns.id), at(columns.translation));
        let source = of(Column::Source);
        let end = cells.last().map_or(0, |cell| cell.place.end);
        let whole = cells.first().map_or(end, |cell| cell.place.start)..end;
        let place = if translation.place.is_empty() { whole } else { translation.place };
        let name = cell_name(columns.translation, row.number);
        let wrong = match translation.kind {
            CellContent::Odd(odd) => Some(FaultKind::NoText(odd)),
            CellContent::Formula => Some(FaultKind::Formula),
            CellContent::Merged => Some(FaultKind::Merged),
            CellContent::Text if is_error_value(&translation.text) => {
                Some(FaultKind::NoText("the error of a formula"))
            }
            CellContent::Text | CellContent::Number => None,
        };
        if let Some(wrong) = wrong {
            // What stands below the texts, such as their number, is of none of them.
            if source.is_some() || !id.text.trim().is_empty() {
                parsed.faults.push(wrong.in_cell(place, name));
            }
            return;
        }
        let told = columns.named.iter().zip(cells).filter_map(|(column, cell)| doubt((*column)?, &cell.text));
        parsed.units.push(Found {
            id: Some(named(&id.text, is_known)).filter(|id| !id.is_empty()),
            file: of(Column::File),
            source,
            translation: translation.text,
            stamp: cells
                .iter()
                .map(|cell| cell.text.trim())
                .find(|text| is_stamp(text))
                .and_then(|text| text.rsplit(' ').next())
                .map(str::to_owned),
            doubt: told.into_iter().next(),
            is_number: translation.kind == CellContent::Number,
            id_place: if id.place.is_empty() { place.clone() } else { id.place },
            place,
            cell: Some(name),
        });
    }

    fn columns(&self, is_known: &dyn Fn(&str) -> bool) -> Result<Columns, Fault> {
        let width = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let first = self.rows.first().and_then(|row| row.cells.first());
        let first = first.map_or(0..0, |cell| cell.place.clone());
        let named = |row: &TableRow| -> Vec<Option<Column>> {
            row.cells.iter().map(|cell| Column::named(&cell.text)).collect()
        };
        let is_heading = |row: &TableRow| {
            let named = named(row);
            named.iter().flatten().count() > 1
                && named.iter().flatten().any(|column| matches!(column, Column::Id | Column::Translation))
        };
        let heading = self.rows.iter().position(is_heading).or_else(|| self.renamed_heading(is_known));
        let named = heading.map_or_else(Vec::new, |row| named(&self.rows[row]));
        let known = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(column));
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
        let is_text =
            first.cells.iter().any(|cell| is_known(&named(&cell.text, is_known)) || is_stamp(&cell.text));
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
