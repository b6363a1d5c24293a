//! Fluent files to rich text. In: a locale's files and the values of the variables. Out: a `Catalog` of messages as
//! a reader sees them, and all that is wrong with them, each with its place.
//!
//! `file` parses, `entries` lists what the files define, `check` walks each pattern, `graph` follows references,
//! `cases` hands its selects to the plural rules, `format` lets Fluent put a message together, `markup` and `compose` make rich text of it.

mod balance;
mod braces;
mod cases;
mod catalog;
mod check;
mod compare;
mod compose;
mod context;
mod dialled;
mod draft;
mod entries;
mod file;
mod format;
mod graph;
mod markup;
mod number;
mod odd;
mod options;
mod plural;
mod pseudo;
mod reach;
mod readability;
mod reading;
mod rich;
mod spread;
mod syntax;
mod template;
#[cfg(test)]
mod tests;
mod units;
mod unread;
mod value;
mod written;

pub use braces::placeable_length;
pub use catalog::Catalog;
pub use compare::{GlossaryTerm, compare, in_letters, report_unprinted};
pub use context::{Context, Value};
pub use dialled::{OtherNumber, other_numbers};
pub use draft::{Draft, Drafting, known_names};
pub use plural::counted_as;
pub use pseudo::pseudo_text;
pub use readability::readability;
pub use rich::{Mark, RichText, place_of, place_of_words};
pub use spread::{CaseText, case_texts, standing_text, written_file};
pub use units::{Case, TextUnit, text_base, text_id, text_units, wanted_cases};
pub use value::{ValueStart, check_value, file_value, same_value, settled_value, typed_value};
