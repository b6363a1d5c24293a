//! What scripts ask of typography: one const row a script, and beside it what needs an algorithm. In: text and a
//! locale. Out: numbers, and the places where a line may or may not end.

mod dates;
mod hyphens;
mod kinsoku;
mod marks;
mod numbers;
mod references;
mod rules;
mod scan;
mod tcc;
mod thai;
mod tokens;
mod typography;
mod words;

pub use hyphens::{has_hyphens, hyphens};
pub use kinsoku::{never_ends, never_starts};
pub use marks::{Mark, mark, protrusion};
#[cfg(test)]
pub use rules::rules;
pub use rules::{Breaking, CiteStyle, Emphasis, LARGE, LineEdge, Pauses, Runt, ScriptRules};
pub use tcc::tcc_ends;
pub use thai::{is_thai, thai_breaks};
pub use tokens::{Token, TokenKind, tokens};
pub use typography::Typography;
pub use words::{is_function_word, is_han, is_hangul};
