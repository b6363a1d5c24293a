//! Texts to translators and back. In: the texts of a language, each with its words in the source language. Out: a file that a
//! spreadsheet or a translation tool opens, and from such a file what was translated, each text with its place. Nothing is known here
//! of projects and folders, and nothing is judged but the form of a file.

mod codes;
mod csv;
mod fault;
mod plural_forms;
mod po;
mod po_read;
mod table;
#[cfg(test)]
mod tests;
mod unit;
mod xliff;
mod xliff_read;
mod xliff_segments;
mod xlsx;

pub use csv::{read_csv, write_csv};
pub use fault::FaultKind;
pub use po::write_po;
pub use po_read::read_po;
pub use table::STAMP_DIGITS;
pub use unit::{Document, Doubt, Found, Parsed, State, Unit, UnitCase};
pub use xliff::{write_xliff, write_xliff2};
pub use xliff_read::read_xliff;
pub use xlsx::{MOST_CHARACTERS, read_xlsx, write_xlsx};
