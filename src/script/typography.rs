//! How one locale is set: its script's row, and what the locale adds to it or changes. In: a locale. Out: plain values,
//! resolved once before anything is shaped.

use crate::locale::Locale;
use crate::script::rules::{ScriptRules, rules};

/// How a locale is set.
#[derive(Clone, PartialEq, Debug)]
pub struct Typography {
    /// The row of its script, with what the locale overrides.
    pub rules: ScriptRules,
    /// Whether words may be divided at the ends of lines; without patterns for the language none is.
    pub hyphenate: bool,
    /// Words that are never split.
    pub glossary: Vec<String>,
    /// Families of faces to be asked before all others, by name.
    pub families: Vec<String>,
}

impl Typography {
    /// What the script alone says.
    pub fn of(locale: &Locale) -> Typography {
        Typography { rules: *rules(locale), hyphenate: true, glossary: Vec::new(), families: Vec::new() }
    }
}
