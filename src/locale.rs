//! Languages: canonical tags, script and direction, and the names that a cover and a margin show.

use icu_locale::{Direction as IcuDirection, Locale as IcuLocale, LocaleDirectionality, LocaleExpander};
use unic_langid::LanguageIdentifier;

/// Which way a line runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Left to right.
    LeftToRight,
    /// Right to left.
    RightToLeft,
}

/// A language as it is written: the name of its folder, with script and direction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Locale {
    /// The canonical tag (BCP 47), which names the folder: `tl`, never `fil`; `zh-Hant`, never `zh-TW`.
    pub tag: String,
    /// The language alone: `zh`.
    pub language: String,
    /// The script (ISO 15924), given or likely: `Latn Hans Hant Kore Thai` and others.
    pub script: String,
    /// Which way its lines run.
    pub direction: Direction,
}

/// Own and English names of languages, by tag; the own ones as CLDR 46 spells them, capitalised for a cover.
const NAMES: &[(&str, &str, &str)] = &[
    ("am", "አማርኛ", "Amharic"),
    ("ar", "العربية", "Arabic"),
    ("de", "Deutsch", "German"),
    ("en", "English", "English"),
    ("es", "Español", "Spanish"),
    ("fa", "فارسی", "Persian"),
    ("fr", "Français", "French"),
    ("he", "עברית", "Hebrew"),
    ("hi", "हिन्दी", "Hindi"),
    ("hu", "Magyar", "Hungarian"),
    ("id", "Bahasa Indonesia", "Indonesian"),
    ("it", "Italiano", "Italian"),
    ("ja", "日本語", "Japanese"),
    ("km", "ខ្មែរ", "Khmer"),
    ("ko", "한국어", "Korean"),
    ("lo", "ລາວ", "Lao"),
    ("my", "မြန်မာ", "Burmese"),
    ("ne", "नेपाली", "Nepali"),
    ("pl", "Polski", "Polish"),
    ("pt", "Português", "Portuguese"),
    ("ro", "Română", "Romanian"),
    ("ru", "Русский", "Russian"),
    ("th", "ไทย", "Thai"),
    ("ti", "ትግርኛ", "Tigrinya"),
    ("tl", "Tagalog", "Tagalog"),
    ("uk", "Українська", "Ukrainian"),
    ("ur", "اردو", "Urdu"),
    ("vi", "Tiếng Việt", "Vietnamese"),
    ("zh-Hans", "简体中文", "Chinese, Simplified"),
    ("zh-Hant", "繁體中文", "Chinese, Traditional"),
];

impl Locale {
    /// Reads a language tag and makes it canonical; `None` when it is not one.
    ///
    /// ```text
    /// assert_eq!(Locale::parse("fil").unwrap().tag, "tl");
    /// assert_eq!(Locale::parse("zh-TW").unwrap().tag, "zh-Hant");
    /// assert_eq!(Locale::parse("no tag"), None);
    /// ```
    pub fn parse(tag: &str) -> Option<Locale> {
        let given: LanguageIdentifier = tag.parse().ok()?;
        let language = match given.language.as_str() {
            "fil" => "tl",
            "und" => return None,
            other => other,
        };
        let mut likely: IcuLocale = given.to_string().parse().ok()?;
        LocaleExpander::new_extended().maximize(&mut likely.id);
        let script = likely.id.script.map_or("Zyyy".to_owned(), |script| script.as_str().to_owned());
        let direction = match LocaleDirectionality::new_extended().get(&likely.id) {
            Some(IcuDirection::RightToLeft) => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        };
        let tag = match (language, given.script) {
            ("zh", None) => format!("zh-{script}"),
            _ => given.to_string().replacen(given.language.as_str(), language, 1),
        };
        Some(Locale { tag, language: language.to_owned(), script, direction })
    }

    /// The tag for libraries that know Tagalog only as Filipino.
    pub fn library_tag(&self) -> String {
        match self.language.as_str() {
            "tl" => self.tag.replacen("tl", "fil", 1),
            _ => self.tag.clone(),
        }
    }

    /// The language's own name for itself; the tag where it is not known.
    pub fn native_name(&self) -> &str {
        self.names().map_or(&self.tag, |(native, _)| native)
    }

    /// The language's English name; the tag where it is not known.
    pub fn english_name(&self) -> &str {
        self.names().map_or(&self.tag, |(_, english)| english)
    }

    fn names(&self) -> Option<(&'static str, &'static str)> {
        let written = format!("{}-{}", self.language, self.script);
        [&self.tag, &written, &self.language].into_iter().find_map(|key| {
            NAMES.iter().find(|(tag, ..)| tag == key).map(|&(_, native, english)| (native, english))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_one_spelling_a_script_and_a_direction() {
        for (given, tag, script, direction) in [
            ("en", "en", "Latn", Direction::LeftToRight),
            ("FIL", "tl", "Latn", Direction::LeftToRight),
            ("zh", "zh-Hans", "Hans", Direction::LeftToRight),
            ("zh-HK", "zh-Hant", "Hant", Direction::LeftToRight),
            ("zh-hant-hk", "zh-Hant-HK", "Hant", Direction::LeftToRight),
            ("ko", "ko", "Kore", Direction::LeftToRight),
            ("es-MX", "es-MX", "Latn", Direction::LeftToRight),
            ("ar", "ar", "Arab", Direction::RightToLeft),
            ("ur", "ur", "Arab", Direction::RightToLeft),
        ] {
            let locale = Locale::parse(given).expect(given);
            assert_eq!(
                (locale.tag.as_str(), locale.script.as_str(), locale.direction),
                (tag, script, direction)
            );
        }
    }

    #[test]
    fn names_are_found_by_script_too() {
        assert_eq!(Locale::parse("zh-Hant-HK").expect("a tag").native_name(), "繁體中文");
        assert_eq!(Locale::parse("es-MX").expect("a tag").english_name(), "Spanish");
        assert_eq!(Locale::parse("xh").expect("a tag").native_name(), "xh");
    }
}
