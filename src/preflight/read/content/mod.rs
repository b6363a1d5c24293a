//! Content streams (ISO 32000-1 7.8.2) → what is drawn.

mod cursor;
mod interpreter;
mod marks;
mod state;

pub(super) use interpreter::read_page;
