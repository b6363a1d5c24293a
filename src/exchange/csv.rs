//! CSV (RFC 4180), as spreadsheets read and write it: UTF-8 with the mark that Excel asks for; on reading also without it, and with
//! semicolons or tabs, as Excel writes where the comma is in numbers.
//!
//! A cell that starts with = + - @ would be run as a formula, so it is written with an apostrophe before it, which is taken off again.

use std::ops::Range;

use csv::{QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};

use super::fault::FaultKind;
use super::table::{Cell, Table, columns_of};
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
    let delimiter = delimiter(text);
    let rows = match places(text, delimiter) {
        Ok(rows) => rows,
        Err(fault) => {
            let (kind, at) = fault;
            return Parsed { faults: vec![kind.at(at..at + 1)], ..Parsed::default() };
        }
    };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut table = Table { rows: Vec::with_capacity(rows.len()) };
    for (record, places) in reader.records().zip(rows) {
        let Ok(record) = record else { continue };
        let cell = |(text, place): (&str, Range<usize>)| Cell {
            text: unguarded(text).to_owned(),
            place,
            ..Cell::default()
        };
        table.rows.push(record.iter().zip(places).map(cell).collect());
    }
    table.parsed(is_known)
}

/// What parts the cells: whichever stands most often in the first row, outside of quotation marks.
fn delimiter(text: &str) -> u8 {
    let first = places(text, b'\n').ok().and_then(|rows| rows.into_iter().next().unwrap_or_default().pop());
    let line = first.map_or("", |range| text.get(range).unwrap_or_default());
    let count = |sign: u8| {
        let mut is_quoted = false;
        line.bytes()
            .filter(|byte| {
                is_quoted ^= *byte == b'"';
                !is_quoted && *byte == sign
            })
            .count()
    };
    [b'\t', b';', b','].into_iter().max_by_key(|sign| count(*sign)).expect("there are three")
}

/// Where the cells of each row that is not empty stand, as the reader parts them.
fn places(text: &str, delimiter: u8) -> Result<Vec<Vec<Range<usize>>>, (FaultKind, usize)> {
    let bytes = text.as_bytes();
    let (mut rows, mut row, mut start) = (Vec::new(), Vec::new(), 0);
    let mut opened = None;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        match opened {
            Some(_) if byte == b'"' && bytes.get(at + 1) == Some(&b'"') => at += 1,
            Some(_) if byte == b'"' => opened = None,
            Some(_) => {}
            None if byte == b'"' && at == start => opened = Some(at),
            None if byte == delimiter && delimiter != b'\n' => {
                row.push(start..at);
                start = at + 1;
                if row.len() > MOST_COLUMNS {
                    return Err((FaultKind::TooMany("100 columns"), at));
                }
            }
            None if byte == b'\n' || byte == b'\r' => {
                if !row.is_empty() || start < at {
                    row.push(start..at);
                    rows.push(std::mem::take(&mut row));
                }
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
        rows.push(row);
    }
    Ok(rows)
}
