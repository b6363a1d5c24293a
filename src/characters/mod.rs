//! What a text may hold, character by character. In: words of messages, manifests, layouts. Out: the words as they are set
//! (`settled`), as they are read (`readable`), and what in them can't be meant (`faults`).
//!
//! What is not seen leaves no trace where text is searched, copied or read aloud; what looks like another character is
//! written as that one, where nobody could mean otherwise.

mod address;
mod alike;
mod fault;
mod han;
mod isolate;
mod jamo;
mod latin;
mod lost;
mod mojibake;
mod pile;
mod radicals;
mod read;
mod suspect;
mod writing;

pub use address::in_ascii;
pub use alike::{does_nothing, is_blank, settled, swaps};
pub use fault::{Fault, faults, told, warned};
pub use han::HanScript;
pub use isolate::unbalanced;
pub use lost::{is_without_marks, lost_letters, without_codes};
pub use read::{readable, written};
pub use suspect::{MOST_FOUND, suspects};
pub use writing::{OtherScript, other_script, script_name};
