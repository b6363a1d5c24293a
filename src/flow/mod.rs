//! Blocks into columns and panels. In: messages of one language, the roles that a manifest gives them and the look
//! that a layout gives the roles. Out: rows of text at a trial setting, where they break over columns, and at last
//! the frame of each panel. Nothing here chooses the size: that is `fit`.

mod assemble;
mod block;
mod columns;
mod compose;
mod draw;
mod emit;
mod figure;
mod flaw;
mod furniture;
mod mirror;
mod pair;
mod panel;
mod shelf;

pub use assemble::{Matter, assemble};
pub use block::{Block, BlockStyle, LabelStyle, RuleStyle, Story};
pub use columns::{Column, Excess, balance, column_height, fill};
pub use compose::{BoxRow, Composer, LineRow, PictureRow, Row, RowKind, Setting, is_forced_apart};
pub use draw::circle;
pub use emit::{Placement, SetColumn, backing, emit};
pub use figure::Figure;
pub use flaw::Flaw;
pub use furniture::{one_line, words};
pub use pair::paired;
pub use panel::{Furniture, RunningLines, RunningParts, running_lines};
pub use shelf::{Paragraphs, Shelf, Voice};
