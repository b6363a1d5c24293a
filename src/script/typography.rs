//! How one locale is set: its script's row, and what the locale adds to it or changes. In: a locale. Out: plain values,
//! resolved once before anything is shaped.

use crate::locale::Locale;
use crate::script::hyphens::has_hyphens;
use crate::script::rules::{ScriptRules, rules};

/// How a locale is set.
#[derive(Clone, PartialEq, Debug)]
pub struct Typography {
    /// The row of its script, with what the locale overrides.
    pub rules: ScriptRules,
    /// Whether words may be divided at the ends of lines.
    pub hyphenate: bool,
    /// Words that are never split.
    pub glossary: Vec<String>,
    /// Families of faces to be asked before all others, by name.
    pub families: Vec<String>,
}

impl Typography {
    /// What the script alone says.
    pub fn of(locale: &Locale) -> Typography {
        let hyphenate = has_hyphens(&locale.language);
        let row = *rules(locale);
        // Without hyphens justified lines have holes at any measure of a leaflet.
        let rules = ScriptRules { justify_from: row.justify_from.filter(|_| hyphenate), ..row };
        Typography { rules, hyphenate, glossary: Vec::new(), families: Vec::new() }
    }
}
