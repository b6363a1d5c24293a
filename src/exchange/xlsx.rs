//! XLSX (ISO/IEC 29500), for spreadsheets. Out: one sheet, of which only the column of translations can be written. In: the first
//! sheet that holds names of texts, whatever became of the order of its rows and columns.
//!
//! Texts are strings and never formulas, whatever they start with. The file's dates are fixed: same texts, same bytes.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Dimensions, Reader, Xlsx, XlsxCellFormulaMetadataRecord};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use zip::ZipArchive;

use super::csv::{MOST_COLUMNS, MOST_ROWS};
use super::fault::FaultKind;
use super::table::{Cell, CellContent, Column, Table, TableRow, columns_of};
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
            Column::State | Column::Fuzzy => (10.0, false),
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
        let mut sheet = Sheet::default();
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A sheet of charts.
            Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(damaged(error)),
        };
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(damaged)? {
            sheet.take(&cell)?;
        }
        let (table, shown) = sheet.table(&merged);
        parsed.push(Parsed { shown: Some(shown), ..table.parsed(is_known) });
    }
    Ok(parsed)
}

/// The most bytes that the cells of a sheet have.
const MOST_TEXT: usize = 64 << 20;

/// A sheet as far as it was read.
#[derive(Default)]
struct Sheet {
    /// How many bytes its cells have: many may show one text of the file.
    taken: usize,
    rows: Vec<TableRow>,
}

impl Sheet {
    fn take(&mut self, read: &XlsxCellFormulaMetadataRecord<'_>) -> Result<(), FaultKind> {
        let is_formula = read.formula.is_some();
        let (text, kind) = match &read.value {
            DataRef::Empty if is_formula => (String::new(), CellContent::Formula),
            DataRef::Empty => return Ok(()),
            DataRef::Int(number) => (number.to_string(), CellContent::Number),
            DataRef::Float(number) => (number.to_string(), CellContent::Number),
            DataRef::String(text) => (text.clone(), CellContent::Text),
            DataRef::SharedString(text) if self.taken + text.len() > MOST_TEXT => {
                return Err(FaultKind::TooMany("64 MB of text"));
            }
            DataRef::SharedString(text) => ((*text).to_owned(), CellContent::Text),
            DataRef::Bool(value) => (value.to_string(), CellContent::Odd("a truth value")),
            DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => {
                ("date".to_owned(), CellContent::Odd("a date or a time"))
            }
            DataRef::Error(error) => (error.to_string(), CellContent::Odd("the error of a formula")),
        };
        let kind =
            if is_formula && !matches!(kind, CellContent::Odd(_)) { CellContent::Formula } else { kind };
        if text.is_empty() && kind == CellContent::Text {
            return Ok(());
        }
        self.taken += text.len();
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let (row, column) = (place(read.pos.0), place(read.pos.1));
        if row >= MOST_ROWS {
            return Err(FaultKind::TooMany("20,000 rows"));
        }
        if column >= MOST_COLUMNS {
            return Err(FaultKind::TooMany("100 columns"));
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, TableRow::default);
        }
        let cells = &mut self.rows[row].cells;
        if cells.len() <= column {
            cells.resize_with(column + 1, Cell::default);
        }
        cells[column] = Cell { text, kind, ..Cell::default() };
        Ok(())
    }

    /// The table, and its text: a line a row, a tab between cells.
    fn table(mut self, merged: &[Dimensions]) -> (Table, String) {
        let mut shown = String::new();
        let width = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let merged = MergedCells::of(merged, self.rows.len(), width);
        for (at, row) in self.rows.iter_mut().enumerate() {
            row.number = at + 1;
            row.cells.resize_with(width, Cell::default);
            for (column, cell) in row.cells.iter_mut().enumerate() {
                let start = shown.len();
                shown.extend(
                    cell.text.replace("\r\n", "\n").chars().map(|c| if c.is_control() { '⏎' } else { c }),
                );
                cell.place = start..shown.len();
                if cell.text.is_empty() && cell.kind == CellContent::Text && merged.holds(at, column) {
                    cell.kind = CellContent::Merged;
                }
                shown.push('\t');
            }
            shown.pop();
            shown.push('\n');
        }
        (Table { rows: self.rows }, shown)
    }
}

/// Which cells of a table are in merged regions. Each region is counted at its corners and the counts are summed up, so that many
/// large ones take no longer than the table is large.
struct MergedCells {
    width: usize,
    counts: Vec<i64>,
}

impl MergedCells {
    fn of(regions: &[Dimensions], height: usize, width: usize) -> MergedCells {
        if regions.is_empty() {
            return MergedCells { width, counts: Vec::new() };
        }
        let across = width + 1;
        let mut counts = vec![0; (height + 1) * across];
        let within = |at: u32, most: usize| usize::try_from(at).map_or(most, |at| at.min(most));
        for region in regions {
            let (top, left) = (within(region.start.0, height), within(region.start.1, width));
            let bottom = within(region.end.0.saturating_add(1), height).max(top);
            let right = within(region.end.1.saturating_add(1), width).max(left);
            counts[top * across + left] += 1;
            counts[top * across + right] -= 1;
            counts[bottom * across + left] -= 1;
            counts[bottom * across + right] += 1;
        }
        for at in 0..counts.len() {
            let beside = if at % across > 0 { counts[at - 1] } else { 0 };
            let above = if at >= across { counts[at - across] } else { 0 };
            let both = if at % across > 0 && at > across { counts[at - across - 1] } else { 0 };
            counts[at] += beside + above - both;
        }
        MergedCells { width, counts }
    }

    fn holds(&self, row: usize, column: usize) -> bool {
        self.counts.get(row * (self.width + 1) + column).is_some_and(|count| *count > 0)
    }
}
