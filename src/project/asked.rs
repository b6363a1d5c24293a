//! What is asked for, in the project's own names. In: a selection as people type it. Out: the same by the names that there are;
//! what there is not is told once, with what was probably meant.

use std::collections::BTreeSet;

use super::collections::LAYOUTS;
use super::files::Files;
use super::load::unknown_leaflet;
use super::selection::{LayoutChoice, Selection};
use super::vocabulary::{ALL, NameKind, Vocabulary, plain, told};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::languages::cldr_name;
use crate::locale::{Locale, Pseudo};

/// Between names that stand in one word.
const BETWEEN: [char; 8] = [',', ';', '/', '+', '，', '、', '；', '،'];

/// What is asked for by the names that there are. Names that there are not are reported and left out.
///
/// # Errors
/// Of languages, layouts or leaflets nothing is left, or there is nothing to set beside another language.
pub(super) fn understood(
    files: &Files,
    selection: &Selection,
    diagnostics: &mut Diagnostics,
) -> Result<Selection, Reported> {
    let made = |word: &String| Pseudo::of(word).is_some();
    let words = asked_languages(&selection.locales, &Vocabulary::default());
    if let Some(word) = words.iter().chain(&selection.with).find(|word| made(word)) {
        let message = format!("{} is no language of people: build and check alone make it", word.trim());
        let help = format!("polyleaf build {0}, or polyleaf check {0}", word.trim());
        return Err(diagnostics.error(Diagnostic::new(Code::LocaleMissing, message).of_request().help(help)));
    }
    understood_or_made(files, selection, diagnostics)
}

/// The same where pseudo-languages are made, too.
///
/// # Errors
/// Of languages, layouts or leaflets nothing is left, or there is nothing to set beside another language.
pub(super) fn understood_or_made(
    files: &Files,
    selection: &Selection,
    diagnostics: &mut Diagnostics,
) -> Result<Selection, Reported> {
    let named = matches!(selection.layouts, LayoutChoice::Named(_));
    if selection.locales.is_empty() && selection.leaflets.is_empty() && selection.with.is_none() && !named {
        return Ok(selection.clone());
    }
    let vocabulary = Vocabulary::read(files);
    let mut reader = Reader { vocabulary: &vocabulary, diagnostics };
    // All are looked at, so that one run tells all that is wrong.
    let locales = reader.languages(&selection.locales);
    let with = selection.with.as_deref().map(|with| reader.partner(with)).transpose();
    let layouts = reader.layouts(&selection.layouts);
    let leaflets = reader.leaflets(&selection.leaflets);
    let (locales, with) = (locales?, with?);
    if let Some(with) = &with {
        reader.check_partner(&locales, with)?;
    }
    Ok(Selection { locales, with, layouts: layouts?, leaflets: leaflets?, ..selection.clone() })
}

/// What a word on the command line is the name of, and how it is said there: “`letter-fold` is a layout: say -L letter-fold”.
pub fn meaning(files: &Files, word: &str) -> Option<String> {
    Vocabulary::read(files).of_another(None, word)
}

struct Reader<'a> {
    vocabulary: &'a Vocabulary,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// The tags of the languages that are named; none, which is all, where they are named “all”.
    fn languages(&mut self, asked: &[String]) -> Result<Vec<String>, Reported> {
        // Folders that can't be listed are told by what reads them.
        if self.vocabulary.languages.is_empty() {
            return Ok(asked.to_vec());
        }
        let (mut tags, mut last, mut is_all) = (Vec::new(), None, false);
        for word in asked_languages(asked, self.vocabulary) {
            if plain(&word) == ALL {
                is_all = true;
                continue;
            }
            if let Some(pseudo) = Pseudo::of(&word) {
                let tag = pseudo.locale().tag;
                if !tags.contains(&tag) {
                    tags.push(tag);
                }
                continue;
            }
            let found = self.vocabulary.languages_named(&word);
            match found[..] {
                [] => last = Some(self.diagnostics.error(no_language(&word, self.vocabulary).of_request())),
                [_] => {}
                _ => self.diagnostics.warn(several(&word, &found)),
            }
            for locale in found {
                if !tags.contains(&locale.tag) {
                    tags.push(locale.tag.clone());
                }
            }
        }
        match last {
            _ if is_all => {
                // All that people read, and what was named besides.
                tags.retain(|tag| Pseudo::of(tag).is_some());
                let all = self.vocabulary.languages.iter().map(|locale| locale.tag.clone());
                Ok(if tags.is_empty() { tags } else { all.chain(tags).collect() })
            }
            Some(reported) if tags.is_empty() => Err(reported),
            _ => Ok(tags),
        }
    }

    /// The language that the others are set beside.
    fn partner(&mut self, word: &str) -> Result<String, Reported> {
        if let Some(pseudo) = Pseudo::of(word) {
            return Ok(pseudo.locale().tag);
        }
        if self.vocabulary.languages.is_empty() {
            return Ok(word.to_owned());
        }
        match self.vocabulary.languages_named(word)[..] {
            [locale] => Ok(locale.tag.clone()),
            [] => Err(self.diagnostics.error(no_language(word, self.vocabulary).of_request())),
            ref several => {
                let wrong = Diagnostic::new(Code::Partner, several_words(word, several));
                let tags: Vec<&str> = several.iter().map(|locale| locale.tag.as_str()).collect();
                let help = format!("name one of them after --with: {}", tags.join(" or "));
                Err(self.diagnostics.error(wrong.of_request().help(help)))
            }
        }
    }

    /// Reports that no language is left to be set beside another one.
    fn check_partner(&mut self, locales: &[String], with: &str) -> Result<(), Reported> {
        let all = self.vocabulary.languages.iter().map(|locale| locale.tag.as_str());
        let asked: BTreeSet<&str> =
            if locales.is_empty() { all.collect() } else { locales.iter().map(String::as_str).collect() };
        if asked.iter().any(|tag| *tag != with) || asked.is_empty() {
            return Ok(());
        }
        let wrong = Diagnostic::new(Code::Partner, format!("{with} can’t be set beside itself"));
        let other = self.vocabulary.languages.iter().find(|locale| locale.tag != with);
        let help = match other {
            Some(other) => format!(
                "name other languages to set beside it, as in -l {} --with {with}, or leave --with out",
                other.tag
            ),
            None => "leave --with out: the project has no other language".to_owned(),
        };
        Err(self.diagnostics.error(wrong.of_request().help(help)))
    }

    fn layouts(&mut self, asked: &LayoutChoice) -> Result<LayoutChoice, Reported> {
        let LayoutChoice::Named(names) = asked else { return Ok(asked.clone()) };
        self.names(NameKind::Layout, names, |word| LAYOUTS.unknown(word)).map(LayoutChoice::Named)
    }

    fn leaflets(&mut self, asked: &[String]) -> Result<Vec<String>, Reported> {
        // A manifest that can't be read is told by what reads it.
        if self.vocabulary.of_kind(NameKind::Leaflet).is_empty() {
            return Ok(asked.to_vec());
        }
        if asked.iter().any(|word| plain(word) == ALL) {
            return Ok(Vec::new());
        }
        self.names(NameKind::Leaflet, asked, unknown_leaflet)
    }

    /// The names of a kind that words are; those that are none are reported.
    fn names(
        &mut self,
        kind: NameKind,
        asked: &[String],
        unknown: impl Fn(&str) -> Diagnostic,
    ) -> Result<Vec<String>, Reported> {
        let (mut names, mut last) = (Vec::new(), None);
        for word in asked.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
            match self.vocabulary.named(kind, word) {
                Some(name) => names.push(name.to_owned()),
                None => {
                    let wrong = unknown(word).of_request().help(self.vocabulary.instead(kind, word));
                    last = Some(self.diagnostics.error(wrong));
                }
            }
        }
        match last {
            Some(reported) if names.is_empty() => Err(reported),
            _ => Ok(names),
        }
    }
}

/// The names of languages in words that hold one or several: `th,ko`, `th, ko`, `Chinese, Traditional`, `tagalog/filipino`.
fn asked_languages(asked: &[String], vocabulary: &Vocabulary) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in asked {
        match words.last_mut().filter(|last| last.trim_end().ends_with(BETWEEN)) {
            Some(last) => *last = format!("{last} {word}"),
            None => words.push(word.clone()),
        }
    }
    words.iter().flat_map(|word| parted(word, vocabulary)).collect()
}

/// The names in a word: as many parts of it at once as are one name.
fn parted(word: &str, vocabulary: &Vocabulary) -> Vec<String> {
    let is_known = |word: &str| {
        plain(word) == ALL || Pseudo::of(word).is_some() || !vocabulary.languages_named(word).is_empty()
    };
    let parts: Vec<&str> = word.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()).collect();
    let (mut names, mut at) = (Vec::new(), 0);
    while at < parts.len() {
        let together = (at + 2..=parts.len()).rev().find(|end| is_known(&parts[at..*end].join(" ")));
        let end = together.unwrap_or(at + 1);
        let name = parts[at..end].join(" ");
        let spaced: Vec<&str> = name.split_whitespace().collect();
        if !is_known(&name) && spaced.iter().all(|word| is_known(word)) {
            names.extend(spaced.into_iter().map(str::to_owned));
        } else {
            names.push(name);
        }
        at = end;
    }
    names
}

/// Says that a name stands for several languages.
fn several(word: &str, found: &[&Locale]) -> Diagnostic {
    let tags: Vec<&str> = found.iter().map(|locale| locale.tag.as_str()).collect();
    let help = format!("all of them are taken; to have one alone, say -l {}", tags.join(" or -l "));
    Diagnostic::new(Code::LocaleSeveral, several_words(word, found)).help(help)
}

fn several_words(word: &str, found: &[&Locale]) -> String {
    let told: Vec<String> = found.iter().map(|locale| told(locale)).collect();
    format!("“{}” is {} languages here: {}", word.trim(), found.len(), told.join(" and "))
}

/// Says that a project lacks a language, or that a word is the name of none.
fn no_language(word: &str, vocabulary: &Vocabulary) -> Diagnostic {
    let word = word.trim();
    if word.ends_with(".toml") {
        let help = "a file of an organisation is named after --org, the folder of a project after --project";
        return Diagnostic::new(Code::LocaleMissing, format!("“{word}” is no language")).help(help);
    }
    if let Some(other) = vocabulary.of_another(None, word) {
        return Diagnostic::new(Code::LocaleMissing, format!("“{word}” is no language")).help(other);
    }
    let stem = plain(word);
    if stem.starts_with("qps") || stem.starts_with("ploc") || stem.starts_with("pseudo") {
        let tags = Pseudo::ALL.map(|(_, tag, _)| tag).join(", ");
        let message = format!("there is no language “{word}”");
        let help = format!("pseudo-languages are {tags}");
        return Diagnostic::new(Code::LocaleMissing, message).help(help);
    }
    let has_name = |locale: &Locale| locale.english_name() != locale.tag;
    let known = Locale::parse(word).filter(has_name).or_else(|| Locale::named(word));
    let message = match &known {
        Some(locale) => format!("this project has no {} ({})", locale.english_name(), locale.tag),
        None => format!("there is no language “{word}”"),
    };
    let list = format!("languages here are {}", vocabulary.language_list());
    let near: Vec<String> = vocabulary.nearest_languages(word).into_iter().map(told).collect();
    let help = match (of_country(word, vocabulary), &known) {
        (country, Some(locale)) if vocabulary.is_own => {
            let country = country.map(|country| format!("; {country}")).unwrap_or_default();
            format!("{list}; to add it, say `polyleaf add-locale {}`{country}", locale.tag)
        }
        (Some(country), _) => format!("{country}; {list}"),
        (None, Some(_)) => format!(
            "{list}; to add one, go to a project's folder, or name it by --project: the folder that you are in holds no \
             polyleaf.toml, so the leaflets are those that are built in"
        ),
        (None, None) if near.is_empty() => list,
        (None, None) => format!("did you mean {}? {list}", near.join(" or ")),
    };
    Diagnostic::new(Code::LocaleMissing, message).help(help)
}

/// What a code of a country stands for, where the project has its language: `jp`, `cn`.
fn of_country(word: &str, vocabulary: &Vocabulary) -> Option<String> {
    // `th` is Thai whoever else may write it.
    let likely = Locale::of_country(word).filter(|likely| !likely.language.eq_ignore_ascii_case(word))?;
    let known = vocabulary.languages.iter().filter(|known| known.language == likely.language);
    let known: Vec<&str> = known.map(|known| known.tag.as_str()).collect();
    let (_, name) = cldr_name(&likely.language)?;
    match &known[..] {
        [] => Some(format!("“{word}” is the code of a country; its language, {name}, is {}", likely.tag)),
        known => {
            Some(format!("“{word}” is the code of a country; for {name} say -l {}", known.join(" or -l ")))
        }
    }
}
