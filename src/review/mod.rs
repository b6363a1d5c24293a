//! The pages of a review: what a text says and how it is translated, side by side and row by row, for a reader with a pen. In: what each cell
//! says. Out: a leaflet of one table a section. Everything of it is black or grey, and means the same on a photocopier.

mod grid;
mod page;
mod row;
mod said;
mod set;

pub use page::set_review;
pub use said::{ReviewRow, ReviewSection, ReviewSheet, Said, Sign, Tongue};
