//! One paragraph, from rich text to placed lines.
//!
//! `prepare`, once per message: normalise, resolve bidi levels (UAX #9), itemize, shape in em, find opportunities (UAX #14
//! and the rules of the script). `break_lines`, once per size that is tried. `set_line`, once per line that is printed.

mod bidi;
mod breaks;
mod broken;
mod candidates;
mod chain;
mod cost;
mod cut;
mod edge;
mod edit;
mod fewest;
mod flush;
mod foreign;
mod glue;
mod han;
mod hyphenate;
mod inspect;
mod itemize;
mod line;
mod linebreak;
mod measure;
mod normalise;
mod paragraph;
mod permit;
mod prepare;
mod reserved;
mod sentence;
mod shape;
mod shaper;
mod solve;
mod spaces;
mod stop;
mod stops;
mod styles;
mod terms;
mod unbroken;

pub use broken::Line;
pub use fewest::fewest_lines;
pub use flush::{AlignedLines, align_lines};
pub use line::{SetLine, set_line};
pub use linebreak::break_lines;
pub use measure::{BreakOptions, Measures};
pub use paragraph::Paragraph;
pub use prepare::{Unshaped, prepare};
pub use shaper::Shaper;
pub use unbroken::unbroken;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
