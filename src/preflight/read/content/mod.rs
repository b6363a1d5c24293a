//! Content streams (ISO 32000-1 7.8.2) → what is drawn.

mod cursor;
mod hidden;
mod interpreter;
mod marks;
mod page;
mod spans;
mod state;

pub(super) use interpreter::read_page;
