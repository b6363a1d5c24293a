//! XLSX (ISO/IEC 29500), for spreadsheets. Out: one sheet, of which only the column of translations can be written. In: the first
//! sheet that holds names of texts, whatever became of the order of its rows and columns.
//!
//! Texts are strings and never formulas, whatever they start with. The file's dates are fixed: same texts, same bytes.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Dimensions, Reader, Xlsx};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use zip::ZipArchive;

use super::csv::{MOST_COLUMNS, MOST_ROWS};
use super::fault::FaultKind;
use super::table::{Cell, Column, Table, columns_of};
use super::unit::{Document, Parsed};

/// What a file may unpack to (H): a thousand texts take less than one megabyte.
const MOST_MEGABYTES: u64 = 64;
/// How many sheets are looked through.
const MOST_SHEETS: usize = 16;
/// The most characters of a cell (Excel's own limit).
pub const MOST_CHARACTERS: usize = 32_767;
const DAMAGED: &str = "an XLSX file";

/// A document as XLSX.
pub fn write_xlsx(document: &Document) -> Vec<u8> {
    workbook(document).expect("texts are shorter than a cell may be, and tags are names of sheets")
}

fn workbook(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let sheet = workbook.add_worksheet();
    let name: String = document.locale.chars().take(31).collect();
    sheet.set_name(name)?.set_right_to_left(document.is_rtl).set_freeze_panes(1, 2)?;
    let text =
        Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@").set_quote_prefix();
    let heading = text.clone().set_bold().set_background_color("DDE3EA");
    for (at, column) in (0..).zip(columns_of(document)) {
        let (width, is_hidden) = column.look();
        sheet.set_column_width(at, width)?;
        if is_hidden {
            sheet.set_column_hidden(at)?;
        }
        sheet.write_string_with_format(0, at, column.heading(document), &heading)?;
    }
    let open = text.clone().set_unlocked().set_background_color("FFFBE6");
    for (row, unit) in (1..).zip(&document.units) {
        for (at, column) in (0..).zip(columns_of(document)) {
            let format = if column == Column::Translation { &open } else { &text };
            put(sheet, (row, at), &column.text(unit, document), format)?;
        }
    }
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    });
    workbook.save_to_buffer()
}

fn put(sheet: &mut Worksheet, at: (u32, u16), text: &str, format: &Format) -> Result<(), XlsxError> {
    let text: String = text.chars().take(MOST_CHARACTERS).collect();
    match text.is_empty() {
        true => sheet.write_blank(at.0, at.1, format)?,
        false => sheet.write_string_with_format(at.0, at.1, text, format)?,
    };
    Ok(())
}

impl Column {
    /// How many letters wide it is, and whether it is hidden.
    fn look(self) -> (f64, bool) {
        match self {
            Column::File => (14.0, false),
            Column::Id => (26.0, false),
            Column::Source | Column::Translation => (56.0, false),
            Column::Comment => (36.0, false),
            Column::State => (10.0, false),
            Column::Room => (10.0, false),
            Column::Stamp => (28.0, true),
        }
    }
}

/// The texts of an XLSX file; `is_known` says which names of texts there are.
pub fn read_xlsx(bytes: &[u8], is_known: &dyn Fn(&str) -> bool) -> Parsed {
    if let Err(fault) = check_size(bytes) {
        return Parsed { shown: Some("\n".to_owned()), faults: vec![fault.at(0..1)], ..Parsed::default() };
    }
    let mut first = None;
    let sheets = sheets(bytes, is_known);
    match sheets {
        Ok(sheets) => {
            for parsed in sheets {
                let has_texts = parsed.units.iter().any(|unit| unit.id.as_deref().is_some_and(is_known));
                if has_texts || parsed.faults.iter().any(|fault| !matches!(fault.kind, FaultKind::NoIds)) {
                    return parsed;
                }
                first.get_or_insert(parsed);
            }
            first.unwrap_or_else(|| failed(FaultKind::NoIds))
        }
        Err(fault) => failed(fault),
    }
}

fn failed(fault: FaultKind) -> Parsed {
    Parsed { shown: Some("\n".to_owned()), faults: vec![fault.at(0..1)], ..Parsed::default() }
}

/// Unpacks all of a file, as far as it may, before anything looks into it.
fn check_size(bytes: &[u8]) -> Result<(), FaultKind> {
    let damaged = |error: String| FaultKind::Damaged(DAMAGED, error);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let mut left = MOST_MEGABYTES << 20;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| damaged(error.to_string()))?;
        let read = io::copy(&mut part.take(left + 1), &mut io::sink());
        let read = read.map_err(|error| damaged(error.to_string()))?;
        left = left.checked_sub(read).ok_or(FaultKind::TooLarge(MOST_MEGABYTES))?;
    }
    Ok(())
}

fn sheets(bytes: &[u8], is_known: &dyn Fn(&str) -> bool) -> Result<Vec<Parsed>, FaultKind> {
    let damaged = |error: calamine::XlsxError| match error {
        calamine::XlsxError::Password => FaultKind::OtherFormat("locked by a password"),
        error => FaultKind::Damaged(DAMAGED, error.to_string()),
    };
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut parsed = Vec::new();
    for name in book.sheet_names().into_iter().take(MOST_SHEETS) {
        let merged = book.merge_cells_by_sheet_name(&name).map_err(damaged)?;
        let mut sheet = Sheet { merged: &merged, taken: 0, rows: Vec::new() };
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A sheet of charts.
            Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(damaged(error)),
        };
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            sheet.take(cell.get_position(), cell.get_value())?;
        }
        let (table, shown) = sheet.table();
        parsed.push(Parsed { shown: Some(shown), ..table.parsed(is_known) });
    }
    Ok(parsed)
}

/// The most bytes that the cells of a sheet have.
const MOST_TEXT: usize = 64 << 20;

/// A sheet as far as it was read.
struct Sheet<'a> {
    merged: &'a [Dimensions],
    /// How many bytes its cells have: many may show one text of the file.
    taken: usize,
    rows: Vec<Vec<Cell>>,
}

impl Sheet<'_> {
    fn take(&mut self, (row, column): (u32, u32), value: &DataRef<'_>) -> Result<(), FaultKind> {
        let (text, odd) = match value {
            DataRef::Empty => return Ok(()),
            DataRef::Int(number) => (number.to_string(), None),
            DataRef::Float(number) => (number.to_string(), None),
            DataRef::String(text) => (text.clone(), None),
            DataRef::SharedString(text) if self.taken + text.len() > MOST_TEXT => {
                return Err(FaultKind::TooMany("64 MB of text"));
            }
            DataRef::SharedString(text) => ((*text).to_owned(), None),
            DataRef::Bool(value) => (value.to_string(), Some("a truth value")),
            DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => {
                ("date".to_owned(), Some("a date or a time"))
            }
            DataRef::Error(error) => (error.to_string(), Some("an error of a formula")),
        };
        if text.is_empty() {
            return Ok(());
        }
        self.taken += text.len();
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let (row, column) = (place(row), place(column));
        if row >= MOST_ROWS {
            return Err(FaultKind::TooMany("20,000 rows"));
        }
        if column >= MOST_COLUMNS {
            return Err(FaultKind::TooMany("100 columns"));
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize_with(column + 1, Cell::default);
        }
        cells[column] = Cell { text, odd, ..Cell::default() };
        Ok(())
    }

    /// The table, and its text: a line a row, a tab between cells.
    fn table(mut self) -> (Table, String) {
        let mut shown = String::new();
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        for (row, cells) in self.rows.iter_mut().enumerate() {
            cells.resize_with(width, Cell::default);
            for (column, cell) in cells.iter_mut().enumerate() {
                let start = shown.len();
                shown.extend(
                    cell.text.replace("\r\n", "\n").chars().map(|c| if c.is_control() { '⏎' } else { c }),
                );
                cell.place = start..shown.len();
                cell.name = Some(format!("{}{}", letters(column), row + 1));
                cell.is_merged =
                    cell.text.is_empty() && self.merged.iter().any(|region| is_within(region, row, column));
                shown.push('\t');
            }
            shown.pop();
            shown.push('\n');
        }
        (Table { rows: self.rows }, shown)
    }
}

fn is_within(region: &Dimensions, row: usize, column: usize) -> bool {
    let inside = |at: usize, from: u32, to: u32| u32::try_from(at).is_ok_and(|at| (from..=to).contains(&at));
    inside(row, region.start.0, region.end.0) && inside(column, region.start.1, region.end.1)
}

/// The letters of a column: A to Z, AA and so on.
fn letters(mut column: usize) -> String {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.insert_str(0, &LETTERS[column % 26..=column % 26]);
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return name,
        }
    }
}
