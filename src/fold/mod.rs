//! Papers and folds: on which side of the sheet each panel lies, where, and which way up. In: a fold, a paper, the direction
//! of the language. Out: cells and cuts. Every figure is from docs/print.md, "Folds".

mod cells;
mod paper;
mod table;

pub use cells::PlacedCell;
pub use paper::{PAPERS, Paper, paper};
pub use table::{Cell, FOLDS, Fold, Scheme, Width, fold};

#[cfg(test)]
mod tests;
