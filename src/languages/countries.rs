//! Codes of countries that are taken for tags of languages.

/// A country whose code people write for a language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Country {
    /// Its code in small letters (ISO 3166).
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The tag of the language that is meant.
    pub language: &'static str,
    /// The language that has that tag, where there is one.
    pub other: Option<&'static str>,
}

const fn country(code: &'static str, name: &'static str, language: &'static str) -> Country {
    Country { code, name, language, other: None }
}

const fn also(
    code: &'static str,
    name: &'static str,
    language: &'static str,
    other: &'static str,
) -> Country {
    Country { code, name, language, other: Some(other) }
}

/// Countries whose code is no language’s, or that of one that is seldom meant.
const COUNTRIES: &[Country] = &[
    country("al", "Albania", "sq"),
    country("bd", "Bangladesh", "bn"),
    country("cn", "China", "zh-Hans"),
    country("cz", "Czechia", "cs"),
    country("dk", "Denmark", "da"),
    also("ee", "Estonia", "et", "Ewe"),
    country("eg", "Egypt", "ar"),
    country("gb", "the United Kingdom", "en"),
    country("ge", "Georgia", "ka"),
    country("gr", "Greece", "el"),
    country("hk", "Hong Kong", "zh-Hant"),
    country("il", "Israel", "he"),
    country("ir", "Iran", "fa"),
    country("jp", "Japan", "ja"),
    country("ke", "Kenya", "sw"),
    country("kh", "Cambodia", "km"),
    also("kr", "South Korea", "ko", "Kanuri"),
    country("mm", "Myanmar", "my"),
    country("mx", "Mexico", "es"),
    country("np", "Nepal", "ne"),
    country("ph", "the Philippines", "tl"),
    country("pk", "Pakistan", "ur"),
    country("rs", "Serbia", "sr"),
    also("se", "Sweden", "sv", "Northern Sami"),
    country("sy", "Syria", "ar"),
    also("tw", "Taiwan", "zh-Hant", "Twi"),
    country("ua", "Ukraine", "uk"),
    country("us", "the United States", "en"),
    country("vn", "Vietnam", "vi"),
    country("zw", "Zimbabwe", "sn"),
];

/// The country whose code is written for a language.
pub fn country_of(tag: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|country| country.code == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_stands_twice_and_none_is_its_own_language() {
        assert!(COUNTRIES.windows(2).all(|pair| pair[0].code < pair[1].code));
        assert!(COUNTRIES.iter().all(|country| country.code != country.language));
    }
}
