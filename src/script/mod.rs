//! What scripts ask of typography: one const row a script, and beside it what needs an algorithm. In: text and a
//! locale. Out: numbers, and the places where a line may or may not end.

mod classes;
mod hyphens;
mod kinsoku;
mod lexicon;
mod marks;
mod patterns;
mod rules;
mod tcc;
mod thai;
mod tokens;
mod typography;

pub use classes::{ascii_digit, has_arabic_digits, is_digit, is_han, is_hangul, is_thai};
pub use hyphens::{has_hyphens, hyphens};
pub use kinsoku::{never_ends, never_starts};
pub use lexicon::Lexicon;
pub use marks::{Mark, mark, protrusion};
#[cfg(test)]
pub use rules::rules;
pub use rules::{Breaking, CiteStyle, Emphasis, LARGE, LineEdge, Pauses, Runt, ScriptRules, latin_rules};
pub use tcc::tcc_ends;
pub use thai::{is_thai_word, thai_breaks};
pub use tokens::{Token, TokenKind, tokens};
pub use typography::{MarkSpaces, Typography};
