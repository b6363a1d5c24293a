//! Blocks into columns and panels. In: messages of one language, the roles that a manifest gives them and the look
//! that a layout gives the roles. Out: rows of text at a trial setting, where they break over columns, and at last
//! the frame of each panel. Nothing here chooses the size: that is `fit`.

mod assemble;
mod beside;
mod block;
mod code;
mod columns;
mod compose;
mod edges;
mod emit;
mod figure;
mod flaw;
mod furniture;
mod gap;
mod hold;
mod label;
mod least;
mod mirror;
mod origin;
mod pair;
mod panel;
mod placement;
mod row;
mod shelf;
mod shown;
mod sizes;
mod style;
mod torn;
mod unread;
mod words;

pub use assemble::{Matter, assemble};
pub use block::{Block, Story};
pub use columns::{Column, Head, Room, Spare, balance, column_height, fill};
pub use compose::Composer;
pub use emit::emit;
pub use flaw::Flaw;
pub use gap::Gaps;
pub use pair::{paired, paired_rows};
pub use panel::{Furniture, PageNumbers, RunningLines, RunningParts, running_lines};
pub use placement::{Backdrop, Placement, SetColumn};
pub use row::{BoxRow, LineRow, Row, RowKind, Setting, first_block, forced_apart};
pub use shelf::Shelf;
pub use torn::torn_openings;
pub use words::{Words, one_line};
