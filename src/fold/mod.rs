//! Papers and folds: which panel lies where on which side of the sheet, and which way up. In: a fold, a paper, which way
//! the language runs. Out: cells and cuts. Every figure is from docs/print.md, "Folds".

mod cells;
mod paper;
mod table;

pub use cells::{Cut, PlacedCell};
pub use paper::{PAPERS, Paper, paper};
pub use table::{Cell, FOLDS, Fold, Scheme, Width, fold};

#[cfg(test)]
mod tests;
