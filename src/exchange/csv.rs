//! CSV (RFC 4180), as spreadsheets read and write it: UTF-8 with the mark that Excel asks for; on reading also without it, and with
//! semicolons or tabs, as Excel writes where the comma is in numbers.
//!
//! A cell that starts with = + - @ would be run as a formula, so it is written with an apostrophe before it, which is taken off again.

use std::ops::Range;

use csv::{QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};

use super::fault::{Fault, FaultKind};
use super::table::{Cell, Table, TableRow, columns_of, is_stamp};
use super::unit::{Document, Parsed};

/// The most rows that are read (H): many times those of any project.
pub(super) const MOST_ROWS: usize = 20_000;
/// The most columns.
pub(super) const MOST_COLUMNS: usize = 100;

/// A document as CSV.
pub fn write_csv(document: &Document) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let mut put = |row: Vec<String>| {
        let row = row.iter().map(|cell| guarded(cell));
        writer.write_record(row).expect("a vector takes what is written");
    };
    put(columns_of(document).map(|column| column.field().to_owned()).collect());
    for unit in &document.units {
        put(columns_of(document).map(|column| column.text(unit, document)).collect());
    }
    writer.into_inner().expect("a vector takes what is written")
}

/// Whether a spreadsheet would run a cell, with any apostrophes before it. A few digits below 0 are a number to it and to us; a
/// telephone number with a plus would lose that.
fn is_run(cell: &str) -> bool {
    let is_number = |digits: &str| digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    !cell.strip_prefix('-').is_some_and(is_number)
        && cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: &str) -> String {
    if is_run(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell that was guarded.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_run(rest)).unwrap_or(cell)
}

/// The texts of a CSV file; `is_known` says which names of texts there are.
pub fn read_csv(text: &str, is_known: &dyn Fn(&str) -> bool) -> Parsed {
    let Delimited { delimiter, start } = delimiter(text);
    let rows = match places(&text[start..], delimiter) {
        Ok(rows) => rows,
        Err(fault) => {
            let (kind, at) = fault;
            let at = start + at;
            return Parsed { faults: vec![kind.at(at..at + 1)], ..Parsed::default() };
        }
    };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(&text.as_bytes()[start..]);
    let mut table = Table { rows: Vec::with_capacity(rows.len()) };
    // A row that tells the delimiter is the first one of the sheet.
    let before = usize::from(start > 0);
    for (record, (number, places)) in reader.records().zip(rows) {
        let Ok(record) = record else { continue };
        let cell = |(text, place): (&str, Range<usize>)| Cell {
            text: unguarded(text).to_owned(),
            place: start + place.start..start + place.end,
            ..Cell::default()
        };
        let cells = record.iter().zip(places).map(cell).collect();
        table.rows.push(TableRow { number: before + number, cells });
    }
    match misread(&table) {
        faults if faults.is_empty() => table.parsed(is_known),
        faults => Parsed { faults, ..Parsed::default() },
    }
}

/// Rows that were parted elsewhere than they were written: by a mark within a text without quotation marks, or not at all, for a
/// quotation mark that is lost. A cell that holds what an export writes into one of its own shows that.
fn misread(table: &Table) -> Vec<Fault> {
    let width = table.rows.first().map_or(0, |row| row.cells.len());
    let swallows = |cell: &&Cell| {
        !is_stamp(&cell.text) && cell.text.split([',', ';', '\t', '\n']).any(|part| is_stamp(part.trim()))
    };
    let fault = |row: &TableRow| {
        let unclosed = row.cells.iter().find(swallows).map(|cell| FaultKind::Unclosed.at(cell.place.clone()));
        let more = row.cells.iter().skip(width).find(|cell| !cell.text.trim().is_empty());
        unclosed.or(more.map(|cell| FaultKind::MoreCells.at(cell.place.clone())))
    };
    table.rows.iter().filter_map(fault).collect()
}

/// What parts the cells of a file, and where its rows start.
struct Delimited {
    delimiter: u8,
    start: usize,
}

/// What parts the cells: what the file says (`sep=;`, as Excel has it), else whichever stands most often in the first row that has
/// any, outside of quotation marks.
fn delimiter(text: &str) -> Delimited {
    const SIGNS: [u8; 3] = [b'\t', b';', b','];
    if let [b's', b'e', b'p', b'=', sign, b'\r' | b'\n', ..] = *text.as_bytes()
        && SIGNS.contains(&sign)
    {
        let end = text.find('\n').map_or("sep=;\r".len(), |end| end + 1);
        return Delimited { delimiter: sign, start: end };
    }
    let (mut counts, mut is_quoted) = ([0_usize; 3], false);
    for byte in text.bytes() {
        is_quoted ^= byte == b'"';
        if let Some(at) = SIGNS.iter().position(|sign| *sign == byte && !is_quoted) {
            counts[at] += 1;
        }
        if matches!(byte, b'\r' | b'\n') && !is_quoted && counts.iter().any(|count| *count > 0) {
            break;
        }
    }
    let most = (0..SIGNS.len()).max_by_key(|at| counts[*at]).expect("there are three");
    Delimited { delimiter: SIGNS[most], start: 0 }
}

/// The number of a row, and where its cells stand.
type RowPlaces = (usize, Vec<Range<usize>>);

/// Those of each row that is not empty, as the reader parts them.
fn places(text: &str, delimiter: u8) -> Result<Vec<RowPlaces>, (FaultKind, usize)> {
    let bytes = text.as_bytes();
    let (mut rows, mut row, mut start, mut number) = (Vec::new(), Vec::new(), 0, 1);
    let mut opened = None;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        match opened {
            Some(_) if byte == b'"' && bytes.get(at + 1) == Some(&b'"') => at += 1,
            // What closes a cell stands at its end (RFC 4180, 2.5): else another one was lost.
            Some(place) if byte == b'"' => match bytes.get(at + 1) {
                None | Some(b'\r' | b'\n') => opened = None,
                Some(next) if *next == delimiter => opened = None,
                Some(_) => return Err((FaultKind::Unclosed, place)),
            },
            Some(_) => {}
            None if byte == b'"' && at == start => opened = Some(at),
            None if byte == delimiter => {
                row.push(start..at);
                start = at + 1;
                if row.len() > MOST_COLUMNS {
                    return Err((FaultKind::TooMany("100 columns"), at));
                }
            }
            None if byte == b'\n' || byte == b'\r' => {
                if !row.is_empty() || start < at {
                    row.push(start..at);
                    rows.push((number, std::mem::take(&mut row)));
                }
                number += usize::from(byte == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
                start = at + 1;
                if rows.len() > MOST_ROWS {
                    return Err((FaultKind::TooMany("20,000 rows"), at));
                }
            }
            None => {}
        }
        at += 1;
    }
    if let Some(opened) = opened {
        return Err((FaultKind::Unclosed, opened));
    }
    if !row.is_empty() || start < bytes.len() {
        row.push(start..bytes.len());
        rows.push((number, row));
    }
    Ok(rows)
}
