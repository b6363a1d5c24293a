//! What judges a set leaflet before it is written. In: panels as they are set, or leaflets on their sheets. Out: findings as
//! plain data; each says in one sentence what it is, and how bad.

mod clear_print;
mod code;
mod contrast;
mod drawing;
mod empty;
mod faint;
mod resolution;

pub use clear_print::{ClearPrint, measure_clear_print};
pub use code::{UnreadableCode, unreadable_codes};
pub use drawing::{print_notes, thin_motifs};
pub use empty::empty_panels;
pub use faint::faint_text;
pub use resolution::{CoarsePicture, Exhibit, coarse_pictures};
