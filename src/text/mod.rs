//! One paragraph, from rich text to placed lines. Stages: normalise, resolve bidi levels (UAX #9), itemize, shape in
//! em, find opportunities (UAX #14 and the script's rules): `prepare`, once per message. Then `break_lines`, once per
//! trial size, and `set_line`, once per line that is printed.

mod bidi;
mod breaks;
mod chain;
mod compose;
mod cost;
mod edge;
mod edit;
mod foreign;
mod glue;
mod hyphenate;
mod inspect;
mod itemize;
mod line;
mod measure;
mod normalise;
mod paragraph;
mod permit;
mod prepare;
mod reserved;
mod shape;
mod shaper;
mod solve;
mod spaces;
mod stops;
mod styles;
mod terms;

pub use breaks::BreakClass;
pub use compose::{Line, break_lines};
pub use inspect::{ShapedGlyphView, ShapedRun};
pub use line::{SetLine, set_line};
pub use measure::{BreakOptions, Measures};
pub use normalise::normalise;
pub use paragraph::Paragraph;
pub use prepare::{Unshaped, prepare};
pub use shaper::Shaper;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
