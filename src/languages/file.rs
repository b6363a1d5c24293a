//! The shape of a language's file, and of a project's `locale.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// Where the address stands in what is said of a QR code.
pub const ADDRESS: &str = "{address}";

/// Words, each with its place in the file.
pub type Words = Vec<Spanned<String>>;

/// What a file says of a language. All of it may be left out.
///
/// A small letter of a listed word is also found as a capital; a capital stands for itself. In scripts that put no spaces
/// between words a listed word is found wherever it stands, in others only as a whole word.
#[derive(Deserialize, Default, Debug)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct LanguageFile {
    /// Its own name and the English one, as a cover shows them: `["Español", "Spanish"]`.
    pub name: Option<Spanned<[Spanned<String>; 2]>>,

    /// Sizes of body text, in points.
    pub size: Option<Spanned<SizeTable>>,
    /// From baseline to baseline in body text, in em.
    pub leading: Option<Spanned<f64>>,
    /// From baseline to baseline in headings, in em.
    pub display_leading: Option<Spanned<f64>>,
    /// How body text is aligned.
    pub align: Option<BodyAlign>,
    /// Whether words may be divided.
    pub hyphenate: Option<bool>,
    /// Families of faces to be asked before all others.
    pub fonts: Words,
    /// Words and names that are not split.
    pub glossary: Words,
    /// Terms of the source language, with how they are translated.
    pub terms: BTreeMap<Spanned<String>, TermTable>,

    /// Short words that lean on the next one: a line ends on them only where nothing better offers.
    pub lean: Words,
    /// Marks that take a narrow space before them, in the place of a plain one or of none.
    pub narrow_space_before: Option<String>,
    /// Marks that take a wide space before them.
    pub wide_space_before: Option<String>,
    /// Marks that take a narrow space after them.
    pub narrow_space_after: Option<String>,

    /// Words after a number: `25 km`, `24 horas`, `11名`.
    pub units: Words,
    /// Signs before or after an amount: `$500`, `20 ₪`.
    pub currencies: Words,
    /// Between a number and its unit: 500多万元.
    pub about: Words,
    /// Words before a telephone's extension: `ext. 12`.
    pub extensions: Words,

    /// Between the two ends of a range: `9 to 5`, `3 au 5 mai`.
    pub range_links: Words,
    /// Before a range: `du 3 au 5 mai`.
    pub before_range: Words,

    /// Days of the week: `Monday, 3 May`.
    pub weekdays: Words,
    /// Between the day of the week and that of the month: `Montag, den 3. Mai`.
    pub day_signs: Words,
    /// Names of months, in all cases that a date has.
    pub months: Words,
    /// Before the number of a day: `ika-3`.
    pub before_day: Words,
    /// On the number of a day: `1er`, `3rd`.
    pub ordinals: Words,
    /// Between day, month and year: `3 de mayo de 2026`.
    pub date_links: Words,
    /// After a year: `2026 г.`
    pub eras: Words,
    /// After the numbers of a date: 2026年5月3日.
    pub date_counters: Words,

    /// Before a time of day: 下午3点.
    pub before_time: Words,
    /// After a time of day: `9 a.m.`
    pub after_time: Words,
    /// Between hours and minutes: `14 h 30`.
    pub hour_signs: Words,
    /// After the numbers of a time: 9时30分.
    pub time_counters: Words,

    /// Words before a number that are nothing without it: `Article 12`, `No. 5`.
    pub references: Words,
    /// Words before a telephone number: `phone`. The full stop and the colon are left out.
    pub phone_labels: Words,
    /// Before the number of a part of a law: 第12条.
    pub ordinal_signs: Words,
    /// Numbers that are words: 第十二条.
    pub figures: Words,
    /// After the number of a part of a law.
    pub divisions: Words,
    /// Words before a name: `Dr. Lam`. The full stop is left out.
    pub titles: Words,

    /// What is said of a QR code to those who don't see it: `QR code: {address}`.
    pub qr_code: Option<Spanned<String>>,

    /// The formula by which it is told how easy a text is to read.
    pub readability: Option<ReadabilityTable>,

    /// How the address of a page starts: `https`.
    pub schemes: Words,
    /// How the host of a page may start: `www`.
    pub hosts: Words,
}

/// How a term of the source language is translated.
#[derive(Deserialize, Default, Debug)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct TermTable {
    /// Its translations: one of them stands wherever the term does.
    #[serde(rename = "use")]
    pub wanted: Words,
    /// Words that never stand for it.
    pub never: Words,
    /// Why, for the translator.
    pub note: Option<Spanned<String>>,
}

/// A formula of readability: `base`, less `words` for each word that a sentence has, less `syllables` for each syllable that a word has.
#[derive(Deserialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReadabilityTable {
    /// Who published it, and when.
    pub formula: String,
    /// The score of nothing.
    pub base: f64,
    /// What each word of a sentence takes.
    pub words: f64,
    /// What each syllable of a word takes.
    pub syllables: f64,
    /// The score from which a text is in plain language.
    pub plain: f64,
    /// The small letters whose groups are syllables.
    pub vowels: String,
    /// Pairs of them that are two syllables.
    #[serde(default)]
    pub apart: Vec<String>,
    /// Ends of words whose vowel is silent.
    #[serde(default)]
    pub silent_ends: Vec<String>,
    /// Those of them whose vowel is not.
    #[serde(default)]
    pub sounded_ends: Vec<String>,
}

/// Sizes of body text.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct SizeTable {
    /// The smallest.
    pub floor: Option<Spanned<f64>>,
    /// The one that is aimed for.
    pub ideal: Option<Spanned<f64>>,
}

/// How running text may be aligned; centring is for titles.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub enum BodyAlign {
    /// At its start.
    Start,
    /// At both sides.
    Justify,
}

impl LanguageFile {
    /// The lists of words that the patterns of dates, numbers and addresses speak of, by key.
    pub fn lists(&self) -> [(&'static str, &Words); 26] {
        [
            ("units", &self.units),
            ("currencies", &self.currencies),
            ("about", &self.about),
            ("extensions", &self.extensions),
            ("months", &self.months),
            ("before-day", &self.before_day),
            ("ordinals", &self.ordinals),
            ("date-links", &self.date_links),
            ("eras", &self.eras),
            ("date-counters", &self.date_counters),
            ("before-time", &self.before_time),
            ("after-time", &self.after_time),
            ("hour-signs", &self.hour_signs),
            ("time-counters", &self.time_counters),
            ("references", &self.references),
            ("ordinal-signs", &self.ordinal_signs),
            ("figures", &self.figures),
            ("divisions", &self.divisions),
            ("titles", &self.titles),
            ("schemes", &self.schemes),
            ("hosts", &self.hosts),
            ("range-links", &self.range_links),
            ("before-range", &self.before_range),
            ("weekdays", &self.weekdays),
            ("day-signs", &self.day_signs),
            ("phone-labels", &self.phone_labels),
        ]
    }
}
