//! Languages: canonical tags, script and direction, and the names that a cover and a margin show.

use icu_locale::{Direction as IcuDirection, Locale as IcuLocale, LocaleDirectionality, LocaleExpander};
use unic_langid::LanguageIdentifier;

use crate::languages::{LanguageFile, LanguageName, also_called, cldr_languages, cldr_name, language_file};

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
    /// The names that the project gives it, in the place of those known.
    pub name: Option<LanguageName>,
}

/// A language that nobody speaks: the source language's text made longer and taller, to see before it is translated what holds. Windows
/// has languages of these tags; `qps` is one of the codes that BCP 47 leaves to everybody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pseudo {
    /// Letters with accents, a third longer: `qps-ploc`.
    Accented,
    /// The same on pages that are read from the right: `qps-plocm`.
    Mirrored,
    /// Letters with two marks, words run together: `qps-plocc`.
    Crowded,
}

impl Pseudo {
    /// Each with its tag and its English name.
    pub const ALL: [(Pseudo, &str, &str); 3] = [
        (Pseudo::Accented, "qps-ploc", "Pseudo, accented"),
        (Pseudo::Mirrored, "qps-plocm", "Pseudo, mirrored"),
        (Pseudo::Crowded, "qps-plocc", "Pseudo, crowded"),
    ];

    /// The one of a tag, in any case.
    pub fn of(tag: &str) -> Option<Pseudo> {
        let tag = tag.trim().replace('_', "-");
        Pseudo::ALL.iter().find(|(_, own, _)| own.eq_ignore_ascii_case(&tag)).map(|(pseudo, ..)| *pseudo)
    }

    /// As a language: Latin letters, whichever way its pages are read.
    pub fn locale(self) -> Locale {
        let (_, tag, english) = Pseudo::ALL[match self {
            Pseudo::Accented => 0,
            Pseudo::Mirrored => 1,
            Pseudo::Crowded => 2,
        }];
        let direction = match self {
            Pseudo::Mirrored => Direction::RightToLeft,
            Pseudo::Accented | Pseudo::Crowded => Direction::LeftToRight,
        };
        let name = LanguageName { native: english.to_owned(), english: english.to_owned() };
        Locale {
            tag: tag.to_owned(),
            language: "qps".to_owned(),
            script: "Latn".to_owned(),
            direction,
            name: Some(name),
        }
    }
}

impl Locale {
    /// Reads a language tag and makes it canonical; `None` when it is not one.
    ///
    /// ```text
    /// assert_eq!(Locale::parse("fil").unwrap().tag, "tl");
    /// assert_eq!(Locale::parse("zh-TW").unwrap().tag, "zh-Hant");
    /// assert_eq!(Locale::parse("no tag"), None);
    /// ```
    pub fn parse(tag: &str) -> Option<Locale> {
        if let Some(pseudo) = Pseudo::of(tag) {
            return Some(pseudo.locale());
        }
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
        Some(Locale { tag, language: language.to_owned(), script, direction, name: None })
    }

    /// Its tag in another script, where the language is known to be written in that, too (CLDR): `sr-Latn` of `sr` and `Latn`, `uz-Arab`
    /// of `uz` and `Arab`.
    pub fn in_script(&self, script: &str) -> Option<String> {
        let beside = format!("{}-{script}", self.language);
        let likely = |country: String| -> Option<String> {
            let mut likely: IcuLocale = format!("{}-{country}", self.language).parse().ok()?;
            LocaleExpander::new_extended().maximize(&mut likely.id);
            Some(likely.id.script?.as_str().to_owned())
        };
        // Where a language has two scripts, countries tell them apart: `uz-AF`, `pa-PK`, `mn-CN`.
        let letters = || 'A'..='Z';
        let is_known = script != self.script
            && (cldr_languages().any(|[tag, ..]| tag == beside)
                || letters()
                    .flat_map(|a| letters().map(move |b| format!("{a}{b}")))
                    .any(|country| likely(country).as_deref() == Some(script)));
        is_known.then(|| self.variety().into_iter().fold(beside, |tag, part| format!("{tag}-{part}")))
    }

    /// What the tag says beside the language and the script: the country, and which of several spellings (BCP 47, 2.2.4 and 2.2.5).
    pub fn variety(&self) -> Vec<&str> {
        let is_script = |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        self.tag.split('-').skip(1).filter(|part| !is_script(part)).collect()
    }

    /// Whether nobody speaks it.
    pub fn is_pseudo(&self) -> bool {
        Pseudo::of(&self.tag).is_some()
    }

    /// The language that most people of a country write, of its code (ISO 3166-1): Korean of `kr`. `None` where nobody knows.
    ///
    /// ```text
    /// assert_eq!(Locale::of_country("TW").unwrap().tag, "zh-Hant");
    /// assert_eq!(Locale::of_country("xx"), None);
    /// ```
    pub fn of_country(code: &str) -> Option<Locale> {
        if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let mut likely: IcuLocale = format!("und-{code}").parse().ok()?;
        LocaleExpander::new_extended().maximize(&mut likely.id);
        if likely.id.language.is_unknown() {
            return None;
        }
        let script = likely.id.script?;
        let locale = Locale::parse(likely.id.language.as_str())?;
        let written = Locale::parse(&format!("{}-{script}", locale.language))?;
        Some(if locale.script == written.script && locale.language != "zh" { locale } else { written })
    }

    /// The language that has a name, its own or the English one, as CLDR spells it but for case.
    pub fn named(name: &str) -> Option<Locale> {
        let name = name.trim().to_lowercase();
        let is_named = |known: &&str| !known.is_empty() && known.to_lowercase() == name;
        let [tag, ..] =
            cldr_languages().find(|[_, own, english]| [own, english].into_iter().any(is_named))?;
        Locale::parse(tag)
    }

    /// Its English name, for who can't read it, and its own, for who can: `Thai ไทย`. Its tag where it has no name.
    pub fn two_names(&self) -> String {
        let (english, native) = (self.english_name(), self.native_name());
        if english == native || english == self.tag {
            english.to_owned()
        } else {
            format!("{english} {native}")
        }
    }

    /// All names that the language is known by: those that the project gives it, its own and the English ones, also of the
    /// language in whichever script, and what people call it.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        names.extend(self.name.iter().flat_map(|name| [name.native.as_str(), name.english.as_str()]));
        let in_files = self.files().filter_map(|file| file.name.as_ref()).flat_map(|name| name.get_ref());
        names.extend(in_files.map(|name| name.get_ref().as_str()));
        for key in self.keys().into_iter().flatten() {
            names.extend(cldr_name(&key).into_iter().flat_map(|(own, english)| [own, english]));
            names.extend(also_called(&key));
        }
        names.retain(|name| !name.is_empty());
        names
    }

    /// The tag for libraries that know Tagalog only as Filipino.
    pub fn library_tag(&self) -> String {
        match self.language.as_str() {
            "tl" => self.tag.replacen("tl", "fil", 1),
            _ => self.tag.clone(),
        }
    }

    /// The language's own name for itself; where it is not known the English one, or else the tag.
    pub fn native_name(&self) -> &str {
        self.own_name().unwrap_or_else(|| self.english_name())
    }

    /// The language's English name; the tag where it is not known.
    pub fn english_name(&self) -> &str {
        let given = self.name.as_ref().map(|name| name.english.as_str());
        given.or_else(|| Some(self.known_name()?.1)).unwrap_or(&self.tag)
    }

    /// The language's own name for itself, if the project, a file of languages or CLDR has it.
    pub fn own_name(&self) -> Option<&str> {
        let given = self.name.as_ref().map(|name| name.native.as_str());
        given.or_else(|| Some(self.known_name()?.0).filter(|name| !name.is_empty()))
    }

    /// What the program knows of the language, file by file: of the tag itself, of the language in its script, of the
    /// language. Of what two of them say the first counts; lists of words add up.
    pub fn files(&self) -> impl Iterator<Item = &'static LanguageFile> {
        self.keys().into_iter().flatten().filter_map(|key| language_file(&key))
    }

    /// The names that the files of the language have, or CLDR.
    fn known_name(&self) -> Option<(&'static str, &'static str)> {
        let in_file = self.files().find_map(|file| file.name.as_ref());
        let listed = in_file.map(|name| name.get_ref());
        let listed = listed.map(|[native, english]| (native.get_ref().as_str(), english.get_ref().as_str()));
        listed.or_else(|| self.keys().into_iter().flatten().find_map(|key| cldr_name(&key)))
    }

    /// The tags under which the language may be known, each once, the most exact first.
    fn keys(&self) -> [Option<String>; 3] {
        let written = Some(format!("{}-{}", self.language, self.script)).filter(|key| *key != self.tag);
        let language = Some(self.language.clone()).filter(|key| *key != self.tag);
        [Some(self.tag.clone()), written, language]
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
            ("qps-Ploc", "qps-ploc", "Latn", Direction::LeftToRight),
            ("QPS-PLOCM", "qps-plocm", "Latn", Direction::RightToLeft),
        ] {
            let locale = Locale::parse(given).expect(given);
            assert_eq!(
                (locale.tag.as_str(), locale.script.as_str(), locale.direction),
                (tag, script, direction)
            );
        }
    }

    #[test]
    fn a_language_may_be_written_in_two_scripts() {
        for (tag, script, other) in [
            ("sr", "Latn", Some("sr-Latn")),
            ("sr-Latn-ME", "Cyrl", Some("sr-Cyrl-ME")),
            ("uz", "Cyrl", Some("uz-Cyrl")),
            ("uz", "Arab", Some("uz-Arab")),
            ("az", "Cyrl", Some("az-Cyrl")),
            ("pa", "Arab", Some("pa-Arab")),
            ("mn", "Mong", Some("mn-Mong")),
            ("ku", "Arab", Some("ku-Arab")),
            ("sr", "Thai", None),
            ("sr", "Cyrl", None),
            ("vi", "Thai", None),
            ("ru", "Latn", None),
            ("th", "Latn", None),
            ("es", "Cyrl", None),
        ] {
            assert_eq!(
                Locale::parse(tag).expect("a tag").in_script(script).as_deref(),
                other,
                "{tag} {script}"
            );
        }
    }

    #[test]
    fn names_are_found_by_script_too() {
        assert_eq!(Locale::parse("zh-Hant-HK").expect("a tag").native_name(), "繁體中文");
        assert_eq!(Locale::parse("es-MX").expect("a tag").english_name(), "Spanish");
        assert_eq!(Locale::parse("xh").expect("a tag").native_name(), "IsiXhosa");
        assert_eq!(Locale::parse("sr-Latn").expect("a tag").native_name(), "Srpski");
        assert_eq!(Locale::parse("tl-PH").expect("a tag").native_name(), "Tagalog");
    }

    #[test]
    fn a_language_without_a_name_of_its_own_has_the_english_one_or_its_tag() {
        for (tag, own, native) in
            [("kr", None, "Kanuri"), ("xx", None, "xx"), ("el", Some("Ελληνικά"), "Ελληνικά")]
        {
            let locale = Locale::parse(tag).expect("a tag");
            assert_eq!((locale.own_name(), locale.native_name()), (own, native));
        }
    }
}
