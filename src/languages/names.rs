//! Names of languages, as CLDR 49 has them. `names.tsv` is written by `tests/oracles/cldr.py`, which says when it is stale.

/// The names of a language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LanguageName {
    /// Its own, spelt as at the start of a line.
    pub native: String,
    /// The English one.
    pub english: String,
}

/// Tag, own name or nothing, English name; in the order of tags.
static NAMES: &str = include_str!("names.tsv");

/// CLDR's own and English name of a language; the own one is empty where CLDR knows only the English one.
///
/// ```text
/// assert_eq!(cldr_name("el"), Some(("Ελληνικά", "Greek")));
/// assert_eq!(cldr_name("kr"), Some(("", "Kanuri")));
/// assert_eq!(cldr_name("xx"), None);
/// ```
pub fn cldr_name(tag: &str) -> Option<(&'static str, &'static str)> {
    let rest = NAMES.lines().find_map(|line| line.strip_prefix(tag)?.strip_prefix('\t'))?;
    rest.split_once('\t')
}

/// What people call languages beside the names that CLDR has, by tag: of a language, or of one in a script.
const CALLED: &[(&str, &[&str])] = &[
    ("es", &["castellano", "Castilian"]),
    ("fa", &["Farsi"]),
    ("he", &["Ivrit"]),
    ("ko", &["조선말", "Hangul"]),
    ("pa", &["Panjabi"]),
    ("tl", &["Filipino", "Pilipino", "Wikang Tagalog"]),
    ("zh", &["Mandarin", "Cantonese", "普通话", "普通話", "國語", "国语", "汉语", "漢語", "华语", "華語"]),
    ("zh-Hans", &["简体", "簡體", "簡體中文", "简体字"]),
    ("zh-Hant", &["繁体", "繁體", "繁体中文", "正體中文", "正体中文"]),
];

/// What people call a language beside the names that CLDR has.
pub fn also_called(tag: &str) -> &'static [&'static str] {
    CALLED.iter().find(|(known, _)| *known == tag).map_or(&[], |(_, names)| *names)
}

/// All languages that CLDR names: tag, own name or nothing, English name.
pub fn cldr_languages() -> impl Iterator<Item = [&'static str; 3]> {
    NAMES.lines().filter_map(|line| {
        let (tag, names) = line.split_once('\t')?;
        let (own, english) = names.split_once('\t')?;
        Some([tag, own, english])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_tag_and_two_names() {
        let mut tags = Vec::new();
        for line in NAMES.lines() {
            let [tag, own, english] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert!(own.trim() == own && !english.is_empty() && english.trim() == english, "{line}");
            tags.push(tag);
        }
        assert!(tags.is_sorted() && tags.len() > 500);
    }
}
