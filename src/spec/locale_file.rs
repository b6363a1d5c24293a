//! How a language is set, as written: `locales/<tag>/locale.toml`, of the shape of the files in `src/languages`. In: its
//! text, the families that there are. Out: what script and language say, with what the file says in its place.

use super::read::{Reading, read};
use crate::content::GlossaryTerm;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::geom::Abs;
use crate::languages::{
    ADDRESS, LanguageFile, LanguageName, ReadabilityTable, SizeTable, Spanned, TermTable, Words,
};
use crate::locale::Locale;
use crate::script::{ScriptRules, Typography};
use crate::source::{SourceId, Sources};

/// Sizes of body text, in points: below 4 nobody reads, and 40 is a poster's.
const SIZES: std::ops::RangeInclusive<f64> = 4.0..=40.0;

/// Line heights, in em: below 1 lines touch.
const LEADINGS: std::ops::RangeInclusive<f64> = 1.0..=2.5;

/// What a project says of one of its languages.
#[derive(Clone, PartialEq, Debug)]
pub struct LocaleSettings {
    /// How it is set: the script's row and the language's words, with what the file changes or adds.
    pub typography: Typography,
    /// Its names, where the file has them.
    pub name: Option<LanguageName>,
    /// How terms of the source language are translated.
    pub terms: Vec<GlossaryTerm>,
    /// The formula of its readability, of the file or as the language has it.
    pub readability: Option<ReadabilityTable>,
}

/// Reads a language's settings; what the file leaves out stays as script and language have it. `families` are those of the
/// font manifest.
///
/// # Errors
/// `manifest/toml`, `locale/settings`.
pub fn read_locale(
    source: SourceId,
    sources: &Sources,
    locale: &Locale,
    families: &[&str],
    diagnostics: &mut Diagnostics,
) -> Result<LocaleSettings, Reported> {
    let file: LanguageFile = read(source, sources, diagnostics)?;
    let mut checker = SettingsChecker { file: Reading::new(source, diagnostics) };
    if let Some(size) = &file.size {
        checker.sizes(size, &Typography::of(locale).rules);
    }
    file.leading.iter().chain(&file.display_leading).for_each(|leading| checker.leading(leading));
    file.qr_code.iter().for_each(|said| checker.qr_code(said));
    file.fonts.iter().for_each(|family| checker.family(family, families));
    file.name.iter().flat_map(|name| name.get_ref()).for_each(|name| checker.name(name));
    for (key, words) in file.lists().into_iter().chain([("glossary", &file.glossary), ("lean", &file.lean)]) {
        words.iter().for_each(|word| checker.word(word, key));
    }
    for (term, said) in &file.terms {
        checker.term(term, said);
    }
    let terms = file.terms.iter().map(|(term, said)| checker.glossary_term(term, said)).collect();
    checker.file.reporter.sound(())?;
    let typography = Typography::with(locale, Some(&file));
    let name = file.name.map(|name| name.into_inner().map(Spanned::into_inner));
    let name = name.map(|[native, english]| LanguageName { native, english });
    let readability = file.readability.or(LocaleSettings::known(locale).readability);
    Ok(LocaleSettings { typography, name, terms, readability })
}

impl LocaleSettings {
    /// Those of a language that a project says nothing of.
    pub fn known(locale: &Locale) -> LocaleSettings {
        let readability = locale.files().find_map(|file| file.readability.clone());
        LocaleSettings { typography: Typography::of(locale), name: None, terms: Vec::new(), readability }
    }
}

struct SettingsChecker<'a> {
    file: Reading<'a>,
}

impl SettingsChecker<'_> {
    fn fail<T>(&mut self, message: String, place: &Spanned<T>, help: &str) {
        let wrong = Diagnostic::new(Code::LocaleSettings, message);
        self.file.error(wrong.label(self.file.span(place), "here").help(help));
    }

    fn sizes(&mut self, table: &Spanned<SizeTable>, rules: &ScriptRules) {
        let given = table.get_ref();
        for size in given.floor.iter().chain(&given.ideal).filter(|size| !SIZES.contains(size.get_ref())) {
            let message = format!("{} pt is no size for running text", size.get_ref());
            self.fail(message, size, "give a number of points from 4 to 40");
        }
        let points = |given: &Option<Spanned<f64>>, kept: Abs| {
            given.as_ref().map_or(kept.to_pt(), |size| *size.get_ref())
        };
        let (floor, ideal) = (points(&given.floor, rules.floor), points(&given.ideal, rules.ideal));
        if floor > ideal && self.file.reporter.is_sound() {
            let message = format!("the smallest size, {floor} pt, is above the ideal one, {ideal} pt");
            self.fail(message, table, "give both `floor` and `ideal`, the floor no larger than the ideal");
        }
    }

    fn leading(&mut self, leading: &Spanned<f64>) {
        let given = *leading.get_ref();
        if !LEADINGS.contains(&given) {
            self.fail(format!("{given} em is no line height"), leading, "give a number from 1.0 to 2.5");
        }
    }

    fn name(&mut self, name: &Spanned<String>) {
        if !is_printed_alike(name.get_ref()) {
            let help = "give its own name and the English one: name = [\"Español\", \"Spanish\"]";
            self.fail("this can’t be the name of a language".to_owned(), name, help);
        }
    }

    fn qr_code(&mut self, said: &Spanned<String>) {
        if !is_printed_alike(said.get_ref()) || said.get_ref().matches(ADDRESS).count() != 1 {
            let help = "say where the address stands: qr-code = \"QR code: {address}\"";
            self.fail("this can’t be said of a QR code".to_owned(), said, help);
        }
    }

    fn family(&mut self, family: &Spanned<String>, families: &[&str]) {
        if !families.contains(&family.get_ref().as_str()) {
            let message = format!("fonts/fonts.toml lists no family “{}”", family.get_ref());
            self.fail(message, family, &format!("families are {}", families.join(", ")));
        }
    }

    fn term(&mut self, term: &Spanned<String>, said: &TermTable) {
        let name = term.get_ref();
        if !is_printed_alike(name) {
            self.fail(
                "this can’t be a term".to_owned(),
                term,
                "write the words of the source language, in quotation marks",
            );
        }
        if said.wanted.is_empty() && said.never.is_empty() {
            let help = format!("write \"{name}\" = {{ use = [\"its translation\"] }}");
            self.fail(format!("nothing is said of “{name}”"), term, &help);
        }
        said.wanted.iter().for_each(|word| self.word(word, "use"));
        said.never.iter().for_each(|word| self.word(word, "never"));
        if let Some(both) = said
            .never
            .iter()
            .find(|never| said.wanted.iter().any(|word| word.get_ref().contains(never.get_ref())))
        {
            let message = format!("“{}” is asked for and never said", both.get_ref());
            self.fail(message, both, "leave it in one of the two lists");
        }
    }

    fn glossary_term(&self, term: &Spanned<String>, said: &TermTable) -> GlossaryTerm {
        let words = |words: &Words| words.iter().map(|word| word.get_ref().clone()).collect();
        GlossaryTerm {
            term: term.get_ref().clone(),
            span: self.file.span(term),
            wanted: words(&said.wanted),
            never: words(&said.never),
            note: said.note.as_ref().map(|note| note.get_ref().clone()),
        }
    }

    fn word(&mut self, word: &Spanned<String>, list: &str) {
        if !is_printed_alike(word.get_ref()) {
            let help = "write one word or name, without blanks around it and without line breaks";
            self.fail(format!("this can’t be a word of `{list}`"), word, help);
        }
    }
}

/// Whether a line of text can hold the words as they are written: not empty, no blank at their ends, nothing that ends a
/// line.
fn is_printed_alike(words: &str) -> bool {
    let separator = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    !words.is_empty() && words.trim() == words && !words.contains(separator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Align;

    /// The settings of Thai with a file of that text, or what is said of it: place and help.
    fn settings(text: &str) -> Result<LocaleSettings, Vec<(Option<usize>, String)>> {
        let mut sources = Sources::default();
        let source = sources.add("locales/th/locale.toml", text);
        let (locale, mut diagnostics) = (Locale::parse("th").expect("a tag"), Diagnostics::default());
        let families = ["Noto Sans", "Noto Sans Thai Looped"];
        let told = |d: &Diagnostic| {
            (d.labels.first().map(|(span, _)| span.range().start), d.help.clone().unwrap_or_default())
        };
        read_locale(source, &sources, &locale, &families, &mut diagnostics)
            .map_err(|_| diagnostics.iter().map(told).collect())
    }

    fn wrong(text: &str, at: &str, help: &str) {
        let told = settings(text).expect_err(text);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert_eq!(told[0].0, text.find(at), "{text}");
        assert!(told[0].1.contains(help), "{text}: {told:?}");
    }

    #[test]
    fn an_empty_file_leaves_all_as_the_script_has_it() {
        let thai = Locale::parse("th").expect("a tag");
        assert_eq!(settings(""), Ok(LocaleSettings::known(&thai)));
    }

    #[test]
    fn what_is_given_takes_the_place_of_the_default() {
        let given = settings(
            "size = { floor = 9.5, ideal = 11 }\nleading = 1.5\nalign = \"justify\"\nhyphenate = false\n\
             fonts = [\"Noto Sans\"]\nglossary = [\"ออนแทรีโอ\"]\ndisplay-leading = 1.7\n\
             name = [\"ภาษาไทย\", \"Thai\"]\nlean = [\"นัก\"]\n",
        )
        .expect("all is right");
        let (given, name) = (given.typography, given.name.expect("it is given"));
        let rules = given.rules;
        assert_eq!(
            (rules.display_leading, name.native.as_str(), name.english.as_str()),
            (1.7, "ภาษาไทย", "Thai")
        );
        assert!(given.leans("นัก") && given.leans("การ") && !given.leans("คน"));
        assert_eq!((rules.floor, rules.ideal), (Abs::pt(9.5), Abs::pt(11.0)));
        assert_eq!((rules.leading, rules.align, given.hyphenate), (1.5, Align::Justify, false));
        assert_eq!((given.families, given.glossary), (vec!["Noto Sans".into()], vec!["ออนแทรีโอ".into()]));
    }

    #[test]
    fn one_of_the_two_sizes_may_be_left_out() {
        let given = settings("size = { ideal = 13 }").expect("it is above the script's floor");
        let rules = given.typography.rules;
        assert_eq!((rules.floor, rules.ideal), (Abs::pt(10.0), Abs::pt(13.0)));
    }

    #[test]
    fn the_longer_of_two_words_comes_last() {
        let given = settings("glossary = [\"การค้ามนุษย์\", \"ค้ามนุษย์\"]").expect("all is right");
        assert_eq!(given.typography.glossary, ["ค้ามนุษย์", "การค้ามนุษย์"]);
    }

    #[test]
    fn what_can_t_be_meant_is_told_once_with_its_place() {
        wrong("size = { floor = 3 }", "3 }", "from 4 to 40");
        wrong("size = { ideal = nan }", "nan", "from 4 to 40");
        wrong("size = { floor = 12, ideal = 11 }", "{", "no larger than");
        wrong("size = { ideal = 9 }", "{", "no larger than");
        wrong("leading = 0.9", "0.9", "1.0 to 2.5");
        wrong("leading = inf", "inf", "1.0 to 2.5");
        wrong("fonts = [\"Noto Sans\", \"Papyrus\"]", "\"Papyrus\"", "Noto Sans, Noto Sans Thai Looped");
        wrong("glossary = [\"\"]", "\"\"", "one word or name");
        wrong("glossary = [\"a\\nb\"]", "\"a", "one word or name");
        wrong("glossary = [\" ab\"]", "\" ab", "one word or name");
        wrong("display-leading = 3", "3", "1.0 to 2.5");
        wrong("units = [\"km\", \" h\"]", "\" h\"", "one word or name");
        wrong("lean = [\"\"]", "\"\"", "one word or name");
        wrong("name = [\"ไทย\", \"\"]", "\"\"", "its own name and the English one");
        wrong("name = \"ไทย\"", "\"ไทย\"", "name = [\"Español\", \"Spanish\"]");
        wrong("qr-code = \"คิวอาร์โค้ด\"", "\"คิว", "{address}");
        wrong("qr-code = \"{address} {address}\"", "\"{", "{address}");
        wrong("align = \"center\"", "\"center\"", "start, justify");
        wrong("sise = { floor = 9 }", "sise", "`size`");
    }
}
