//! All leaflets of a run in one language.

use super::language::LoadedLocale;
use super::unset::Unset;
use crate::diag::Diagnostics;

/// A run's leaflets in one language: drafts at first, set in the end.
pub struct LocaleLeaflets<'a, T> {
    /// The language.
    pub locale: &'a LoadedLocale,
    /// The leaflets, task by task, and why there is none.
    pub leaflets: Vec<Result<T, Unset>>,
    /// What is wrong with the language, its text and how it fits.
    pub diagnostics: Diagnostics,
}
