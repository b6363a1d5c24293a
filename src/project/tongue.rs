//! Any language of the world by its tag or a name, for who adds it. In: a word. Out: the language, under the tag that names its folder.

use super::vocabulary::{plain, told};
use crate::diag::{Code, Diagnostic};
use crate::languages::{also_called, cldr_languages, country_of};
use crate::locale::{Locale, Pseudo};
use crate::spec;

/// A language that was named.
pub(super) struct Named {
    /// The language.
    pub(super) locale: Locale,
    /// How it is called here, where another tag or a name was given.
    pub(super) note: Option<String>,
}

/// The longest tag of a language that nobody has a name for: longer ones are words (ISO 639).
const LONGEST_CODE: usize = 3;

/// The language that a word names.
///
/// # Errors
/// There is none, or a country of that code is meant.
pub(super) fn named_language(word: &str) -> Result<Named, Diagnostic> {
    let word = word.trim();
    if Pseudo::of(word).is_some() {
        let message = format!("{word} is made by the program: it has no files");
        return Err(Diagnostic::new(Code::LocaleTag, message)
            .help(format!("polyleaf build {word} makes its leaflets")));
    }
    let tagged = Locale::parse(word);
    if let Some(country) = country_of(&word.to_lowercase()).filter(|country| country.other.is_none()) {
        let message = format!("{word} is the country code of {}, and no language", country.name);
        return Err(Diagnostic::new(Code::LocaleTag, message).help(format!("say {}", country.language)));
    }
    let has_name = |locale: &Locale| locale.english_name() != locale.tag;
    let known = tagged.clone().filter(has_name).or_else(|| by_name(word));
    if let Some(locale) = known {
        return Ok(Named { note: note(word, &locale), locale });
    }
    match tagged.filter(|locale| locale.language.len() <= LONGEST_CODE) {
        Some(locale) => Ok(Named { note: note(word, &locale), locale }),
        None => Err(unknown(word)),
    }
}

fn by_name(word: &str) -> Option<Locale> {
    let asked = plain(word);
    let is_it = |name: &str| !name.is_empty() && plain(name) == asked;
    let [tag, ..] = cldr_languages()
        .find(|[_, own, english]| is_it(own) || is_it(english))
        .or_else(|| cldr_languages().find(|[tag, ..]| also_called(tag).iter().any(|name| is_it(name))))
        .filter(|_| !asked.is_empty())?;
    Locale::parse(tag)
}

fn note(word: &str, locale: &Locale) -> Option<String> {
    let tag = &locale.tag;
    let other = match (locale.language.as_str(), locale.script.as_str()) {
        ("zh", "Hans") => "; for Traditional Chinese say zh-Hant",
        ("zh", "Hant") => "; for Simplified Chinese say zh-Hans",
        _ => "",
    };
    let bare = !word.to_lowercase().contains("han");
    (word != tag).then(|| format!("“{word}” is {}{}", told(locale), if bare { other } else { "" }))
}

fn unknown(word: &str) -> Diagnostic {
    let names: Vec<&str> = cldr_languages()
        .flat_map(|[_, own, english]| [own, english])
        .filter(|name| !name.is_empty())
        .collect();
    let near = spec::near_name(word, &names).and_then(by_name);
    let help = match near {
        Some(near) => format!("did you mean {}?", told(&near)),
        None => {
            "name it by its tag, such as vi, or by its English or own name, such as Vietnamese".to_owned()
        }
    };
    Diagnostic::new(Code::LocaleTag, format!("there is no language “{word}”")).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_found_by_tags_and_names() {
        for (word, tag, noted) in [
            ("vi", "vi", false),
            ("Vietnamese", "vi", true),
            ("tiếng việt", "vi", true),
            ("tieng viet", "vi", true),
            ("fil", "tl", true),
            ("tagalog", "tl", true),
            ("Filipino", "tl", true),
            ("zh-TW", "zh-Hant", true),
            ("zh_TW", "zh-Hant", true),
            ("zh-Hant", "zh-Hant", false),
            ("chinese", "zh-Hans", true),
            ("Chinese, Traditional", "zh-Hant", true),
            ("german", "de", true),
            ("farsi", "fa", true),
            ("pt-BR", "pt-BR", false),
            ("xzz", "xzz", false),
        ] {
            let named = named_language(word).unwrap_or_else(|wrong| panic!("{word}: {}", wrong.message));
            assert_eq!((named.locale.tag.as_str(), named.note.is_some()), (tag, noted), "{word}");
        }
    }

    #[test]
    fn what_is_no_language_is_told_with_what_is_meant() {
        for (word, help) in [
            ("vn", "say vi"),
            ("vietnamse", "Vietnamese (vi)"),
            ("tagalgo", "(tl)"),
            ("", "such as vi"),
            ("../x", "such as vi"),
        ] {
            let wrong = named_language(word).err().unwrap_or_else(|| panic!("{word}"));
            assert!(
                wrong.help.as_deref().is_some_and(|told| told.contains(help)),
                "{word}: {:?}",
                wrong.help
            );
        }
    }
}
