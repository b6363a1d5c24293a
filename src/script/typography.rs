//! How one locale is set: its script's row, what is known of its language, and what the locale adds to both or changes.
//! In: a locale. Out: plain values, resolved once before anything is shaped.

use crate::geom::Abs;
use crate::languages::{ADDRESS, BodyAlign, LanguageFile, Spanned, Words};
use crate::locale::Locale;
use crate::script::classes::Class;
use crate::script::hyphens::has_hyphens;
use crate::script::lexicon::{Lexicon, start_length};
use crate::script::rules::{ScriptRules, rules};
use crate::style::Align;

/// How a locale is set.
#[derive(Clone, PartialEq, Debug)]
pub struct Typography {
    /// The row of its script, with what the locale overrides.
    pub rules: ScriptRules,
    /// Whether words may be divided at the ends of lines.
    pub hyphenate: bool,
    /// Words that are never split.
    pub glossary: Vec<String>,
    /// Families of faces to be asked before all others, by name.
    pub families: Vec<String>,
    /// The words that stay with the numbers and names beside them.
    pub lexicon: Lexicon,
    /// Marks that stand off from their words.
    pub spaces: MarkSpaces,
    /// Short words that lean on the next one.
    pub lean: Vec<String>,
    /// What is said of a QR code, with `languages::ADDRESS` in the place of its address.
    pub qr_code: String,
}

/// Which marks have a space of their own beside them, as in French.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct MarkSpaces {
    /// Marks with a narrow space before them.
    pub narrow_before: String,
    /// Marks with a wide space before them.
    pub wide_before: String,
    /// Marks with a narrow space after them.
    pub narrow_after: String,
}

impl Typography {
    /// What the script and the files of the language say.
    pub fn of(locale: &Locale) -> Typography {
        Typography::with(locale, None)
    }

    /// What the script and the files of the language say, and in their place, or beside their words, what the file of a
    /// project says. Its numbers are taken as they are.
    pub fn with(locale: &Locale, project: Option<&LanguageFile>) -> Typography {
        let known = locale.files().map(|file| -> &LanguageFile { file });
        let files: Vec<&LanguageFile> = project.into_iter().chain(known).collect();
        let hyphenate =
            first_said(&files, |file| file.hyphenate).unwrap_or_else(|| has_hyphens(&locale.language));
        let mut typography = Typography {
            rules: row_with(&files, *rules(locale)),
            hyphenate,
            glossary: words_of(&files, |file| &file.glossary),
            families: words_of(&files, |file| &file.fonts),
            lexicon: Lexicon::with(locale, project),
            spaces: MarkSpaces {
                narrow_before: first_said(&files, |file| file.narrow_space_before.clone())
                    .unwrap_or_default(),
                wide_before: first_said(&files, |file| file.wide_space_before.clone()).unwrap_or_default(),
                narrow_after: first_said(&files, |file| file.narrow_space_after.clone()).unwrap_or_default(),
            },
            lean: words_of(&files, |file| &file.lean),
            qr_code: first_said(&files, |file| Some(file.qr_code.as_ref()?.get_ref().clone()))
                .unwrap_or_else(|| format!("QR: {ADDRESS}")),
        };
        // Of two that overlap the longer one holds, and it does when it comes last.
        typography.glossary.sort_by_key(String::len);
        if !hyphenate || !has_hyphens(&locale.language) {
            // Without hyphens justified lines have holes at any measure of a leaflet.
            typography.rules.justify_from = None;
        }
        typography
    }

    /// Whether the last word of a line that ends so leans on the next one.
    ///
    /// ```text
    /// let polish = Typography::of(&Locale::parse("pl").unwrap());
    /// assert!(polish.leans("Mieszkam w "));
    /// assert!(!polish.leans("Mieszkam tu "));
    /// ```
    pub fn leans(&self, line: &str) -> bool {
        let Some(line) = line.strip_suffix(' ') else {
            // Where words have no spaces, the line ends on the first part of a compound.
            return self.lean.iter().any(|word| {
                word.starts_with(|c| Class::of(c) == Class::Unspaced) && line.ends_with(word.as_str())
            });
        };
        let before = line.char_indices().rev().find(|(_, c)| !c.is_alphabetic());
        let word = &line[before.map_or(0, |(at, c)| at + c.len_utf8())..];
        self.lean.iter().any(|listed| start_length(word, listed) == Some(word.len()))
    }
}

/// What the first of the files says that says anything.
fn first_said<T>(files: &[&LanguageFile], value: impl Fn(&LanguageFile) -> Option<T>) -> Option<T> {
    files.iter().find_map(|file| value(file))
}

/// The words of all files.
fn words_of(files: &[&LanguageFile], list: fn(&LanguageFile) -> &Words) -> Vec<String> {
    files.iter().flat_map(|file| list(file)).map(|word| word.get_ref().clone()).collect()
}

/// The row with the numbers of the files.
fn row_with(files: &[&LanguageFile], row: ScriptRules) -> ScriptRules {
    let number = |value: fn(&LanguageFile) -> Option<&Spanned<f64>>| {
        files.iter().find_map(|file| value(file)).map(|number| *number.get_ref())
    };
    let floor = number(|file| file.size.as_ref()?.get_ref().floor.as_ref());
    let ideal = number(|file| file.size.as_ref()?.get_ref().ideal.as_ref());
    let align = first_said(files, |file| file.align);
    let floor = floor.map_or(row.floor, Abs::pt);
    ScriptRules {
        floor,
        // Where a language of Latin letters has another smallest size, its addresses have it, too.
        latin_floor: if row.floor == row.latin_floor { floor } else { row.latin_floor.min(floor) },
        ideal: ideal.map_or(row.ideal, Abs::pt),
        leading: number(|file| file.leading.as_ref()).unwrap_or(row.leading),
        display_leading: number(|file| file.display_leading.as_ref()).unwrap_or(row.display_leading),
        align: align.map_or(row.align, |align| match align {
            BodyAlign::Start => Align::Start,
            BodyAlign::Justify => Align::Justify,
        }),
        justify_from: row.justify_from.filter(|_| align != Some(BodyAlign::Start)),
        ..row
    }
}
