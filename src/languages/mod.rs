//! What the program knows of languages: a small file for each that it has words of, `<tag>.toml`, and the names that CLDR
//! has for all. In: tags. Out: what their files hold, read once and only when it is asked for.
//!
//! A file has the shape of a project's `locale.toml`, and that may hold what a language's file holds: so a language
//! that has no file here is added by a project alone. `und.toml` holds what is common to all.

mod countries;
mod file;
mod names;
mod plural_rules;

use std::sync::OnceLock;

pub use countries::{Country, country_of};
pub use file::{ADDRESS, BodyAlign, LanguageFile, ReadabilityTable, SizeTable, TermTable, Words};
pub use names::{LanguageName, also_called, cldr_languages, cldr_name};
pub use plural_rules::{plural_categories, plural_category};
pub use toml::Spanned;

/// The files by tag, in order.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

static READ: [OnceLock<LanguageFile>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

/// What the file of exactly that tag holds, if there is one.
///
/// ```text
/// let polish = language_file("pl").expect("it has a file");
/// assert!(polish.lean.iter().any(|word| word.get_ref() == "w"));
/// assert!(language_file("pl-PL").is_none());
/// ```
pub fn language_file(tag: &str) -> Option<&'static LanguageFile> {
    let at = FILES.binary_search_by_key(&tag, |(known, _)| known).ok()?;
    let read = || toml::from_str(FILES[at].1).expect("a test reads the file of every language");
    Some(READ[at].get_or_init(read))
}

/// The own and the English name that a project's `locale.toml` gives its language, whatever else is in it.
pub fn given_name(text: &str) -> Option<LanguageName> {
    let [native, english] = toml::from_str::<LanguageFile>(text).ok()?.name?.into_inner();
    Some(LanguageName { native: native.into_inner(), english: english.into_inner() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_every_language_is_read() {
        for (tag, text) in FILES {
            let wrong = toml::from_str::<LanguageFile>(text).err();
            assert_eq!(wrong.map(|error| error.to_string()), None, "{tag}");
        }
    }

    #[test]
    fn a_qr_code_is_told_with_its_address() {
        for (tag, _) in FILES {
            let said = language_file(tag).and_then(|file| file.qr_code.as_ref());
            let said = said.map(|said| said.get_ref().matches(ADDRESS).count());
            assert!(said == Some(1) || (said.is_none() && *tag == "zh"), "{tag}: {said:?}");
        }
    }

    #[test]
    fn every_list_is_used_and_names_its_source() {
        for (tag, text) in FILES {
            let file = language_file(tag).expect(tag);
            for (key, words) in file.lists().into_iter().chain([("lean", &file.lean)]) {
                let mut known: Vec<&str> = words.iter().map(|word| word.get_ref().as_str()).collect();
                assert!(known.iter().all(|word| word.trim() == *word && !word.is_empty()), "{tag}: {key}");
                known.sort_unstable();
                let count = known.len();
                known.dedup();
                assert_eq!(known.len(), count, "{tag}: {key} has a word twice");
            }
            let sourced = ["CLDR", "H.", "(H)", "H:"].iter().any(|source| text.contains(source));
            assert!(sourced || file.lists().iter().all(|(_, words)| words.is_empty()), "{tag}");
        }
    }
}
