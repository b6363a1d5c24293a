//! How a language is set, as written: `locales/<tag>/locale.toml`. In: its text, the script's defaults, the families that
//! there are. Out: the defaults with what the file says in their place.

use serde::Deserialize;
use toml::Spanned;

use super::read::{Reading, read};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::geom::Abs;
use crate::locale::Locale;
use crate::script::Typography;
use crate::source::{SourceId, Sources};
use crate::style::Align;

/// Sizes of body text, in points: below 4 nobody reads, and 40 is a poster's.
const SIZES: std::ops::RangeInclusive<f64> = 4.0..=40.0;

/// Line heights, in em: below 1 lines touch.
const LEADINGS: std::ops::RangeInclusive<f64> = 1.0..=2.5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocaleFile {
    size: Option<Spanned<SizeTable>>,
    leading: Option<Spanned<f64>>,
    align: Option<BodyAlign>,
    hyphenate: Option<bool>,
    #[serde(default)]
    fonts: Vec<Spanned<String>>,
    #[serde(default)]
    glossary: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SizeTable {
    floor: Option<Spanned<f64>>,
    ideal: Option<Spanned<f64>>,
}

/// How running text may be aligned; centring is for titles.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum BodyAlign {
    Start,
    Justify,
}

/// Reads a language's settings; what the file leaves out stays as the script has it. `families` are those of the font
/// manifest.
///
/// # Errors
/// `manifest/toml`, `locale/settings`.
pub fn read_locale(
    source: SourceId,
    sources: &Sources,
    locale: &Locale,
    families: &[&str],
    diagnostics: &mut Diagnostics,
) -> Result<Typography, Reported> {
    let file: LocaleFile = read(source, sources, diagnostics)?;
    let mut typography = Typography::of(locale);
    let mut checker = Checker { file: Reading::new(source, diagnostics) };
    if let Some(size) = &file.size {
        checker.size(size, &mut typography);
    }
    if let Some(leading) = &file.leading {
        typography.rules.leading = checker.leading(leading);
    }
    match file.align {
        Some(BodyAlign::Start) => {
            (typography.rules.align, typography.rules.justify_from) = (Align::Start, None);
        }
        Some(BodyAlign::Justify) => typography.rules.align = Align::Justify,
        None => {}
    }
    typography.hyphenate = file.hyphenate.unwrap_or(typography.hyphenate);
    if !typography.hyphenate {
        typography.rules.justify_from = None;
    }
    file.fonts.iter().for_each(|family| checker.family(family, families));
    file.glossary.iter().for_each(|word| checker.word(word));
    typography.families = file.fonts.into_iter().map(Spanned::into_inner).collect();
    typography.glossary = file.glossary.into_iter().map(Spanned::into_inner).collect();
    // Of two that overlap the longer one holds, and it does when it comes last.
    typography.glossary.sort_by_key(String::len);
    checker.file.reporter.sound(typography)
}

struct Checker<'a> {
    file: Reading<'a>,
}

impl Checker<'_> {
    fn fail<T>(&mut self, message: String, place: &Spanned<T>, help: &str) {
        let wrong = Diagnostic::new(Code::LocaleSettings, message);
        self.file.error(wrong.label(self.file.span(place), "here").help(help));
    }

    fn size(&mut self, table: &Spanned<SizeTable>, typography: &mut Typography) {
        let rules = &mut typography.rules;
        let given = table.get_ref();
        for (size, kept) in [(&given.floor, &mut rules.floor), (&given.ideal, &mut rules.ideal)] {
            let Some(size) = size else { continue };
            match SIZES.contains(size.get_ref()) {
                true => *kept = Abs::pt(*size.get_ref()),
                false => {
                    let message = format!("{} pt is no size for running text", size.get_ref());
                    self.fail(message, size, "give a number of points from 4 to 40");
                }
            }
        }
        let (floor, ideal) = (rules.floor.to_pt(), rules.ideal.to_pt());
        if floor > ideal && self.file.reporter.is_sound() {
            let message = format!("the smallest size, {floor} pt, is above the ideal one, {ideal} pt");
            self.fail(message, table, "give both `floor` and `ideal`, the floor no larger than the ideal");
        }
    }

    fn leading(&mut self, leading: &Spanned<f64>) -> f64 {
        let given = *leading.get_ref();
        if !LEADINGS.contains(&given) {
            self.fail(format!("{given} em is no line height"), leading, "give a number from 1.0 to 2.5");
        }
        given
    }

    fn family(&mut self, family: &Spanned<String>, families: &[&str]) {
        if !families.contains(&family.get_ref().as_str()) {
            let message = format!("fonts/fonts.toml lists no family “{}”", family.get_ref());
            self.fail(message, family, &format!("families are {}", families.join(", ")));
        }
    }

    /// A word that a line of text can hold: not empty, no blank at its ends, nothing that ends a line.
    fn word(&mut self, word: &Spanned<String>) {
        let text = word.get_ref();
        let separator = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        if text.is_empty() || text.trim() != text || text.contains(separator) {
            let help = "write one word or name, without blanks around it and without line breaks";
            self.fail("this can’t be a word of the glossary".to_owned(), word, help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings of Thai with a file of that text, or what is said of it: place and help.
    fn settings(text: &str) -> Result<Typography, Vec<(Option<usize>, String)>> {
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
        assert_eq!(settings(""), Ok(Typography::of(&thai)));
    }

    #[test]
    fn what_is_given_takes_the_place_of_the_default() {
        let given = settings(
            "size = { floor = 9.5, ideal = 11 }\nleading = 1.5\nalign = \"justify\"\nhyphenate = false\n\
             fonts = [\"Noto Sans\"]\nglossary = [\"ออนแทรีโอ\"]\n",
        )
        .expect("all is right");
        let rules = given.rules;
        assert_eq!((rules.floor, rules.ideal), (Abs::pt(9.5), Abs::pt(11.0)));
        assert_eq!((rules.leading, rules.align, given.hyphenate), (1.5, Align::Justify, false));
        assert_eq!((given.families, given.glossary), (vec!["Noto Sans".into()], vec!["ออนแทรีโอ".into()]));
    }

    #[test]
    fn one_of_the_two_sizes_may_be_left_out() {
        let given = settings("size = { ideal = 13 }").expect("it is above the script's floor");
        assert_eq!((given.rules.floor, given.rules.ideal), (Abs::pt(10.0), Abs::pt(13.0)));
    }

    #[test]
    fn the_longer_of_two_words_comes_last() {
        let given = settings("glossary = [\"การค้ามนุษย์\", \"ค้ามนุษย์\"]").expect("all is right");
        assert_eq!(given.glossary, ["ค้ามนุษย์", "การค้ามนุษย์"]);
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
        wrong("align = \"center\"", "\"center\"", "README");
        wrong("sise = { floor = 9 }", "sise", "README");
    }
}
