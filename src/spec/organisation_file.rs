//! `[organisation]` as written, and what its values may be: they are printed, and links are made of them.

use serde::Deserialize;
use toml::Spanned;

use super::block_file::file_ref;
use super::manifest::Organisation;
use super::organisation_examples::left;
use super::organisation_lines::{Lines, read_lines};
use super::organisation_values::{KEYS, fault};
use super::read::{Reading, read_part};
use super::shapes::{Shaped, read_shape};
#[cfg(test)]
use super::tests::schema::{OwnTheme, Variables, Website};
use super::theme::{Theme, ThemeHome, ThemeTable, checked_theme};
use super::values::check_values;
use super::variable_file::{OtherVariable, VariableTable, read_other_variables};
use crate::characters::settled;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported, Severity};
use crate::source::{SourceId, Sources, Span};

/// Who hands the leaflets out. Messages call these `{ $organisation }`, `{ $email }`, `{ $phone }` and `{ $website }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct OrganisationTable {
    /// Its name.
    #[cfg_attr(test, schemars(with = "String", length(min = 1)))]
    name: Spanned<String>,
    /// A short name for file names, of letters, digits and hyphens; without it that of its file.
    #[cfg_attr(test, schemars(with = "Option<String>", length(min = 1, max = 40)))]
    short: Option<Spanned<String>>,
    /// Its address for mail.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = r"^[^\s]*@[^\s]*$")))]
    email: Spanned<String>,
    /// Its telephone number; one abroad with its country, `+44 20 7946 0958`.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "[0-9]")))]
    phone: Spanned<String>,
    /// Its website, without `https://`.
    #[cfg_attr(test, schemars(with = "Website"))]
    website: Spanned<String>,
    /// Its logo, an SVG, PNG or JPEG: a file named from the folder of this one.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    logo: Option<Spanned<String>>,
    /// The shop that its files for a press are made for: layouts/press/NAME.toml.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    press: Option<Spanned<String>>,
}

/// Reports values that can't be meant: those that make links which lead nowhere or elsewhere.
pub(super) fn checked_organisation(table: OrganisationTable, file: &mut Reading<'_>) -> Organisation {
    for (key, value) in table.values() {
        if let Some((message, help)) = fault(key, value.get_ref()) {
            let wrong = Diagnostic::new(Code::Manifest, message).label(file.span(value), "given here");
            file.error(wrong.help(help));
        }
    }
    let words = |value: Spanned<String>| settled(value.get_ref()).into_owned();
    let spans = [&table.name, &table.email, &table.phone, &table.website].map(|value| file.span(value));
    Organisation {
        spans,
        logo: table.logo.map(|name| file_ref(&name, file)),
        press: table.press.map(|name| (name.get_ref().clone(), file.span(&name))),
        short: table.short.map(words),
        name: words(table.name),
        email: words(table.email),
        phone: words(table.phone),
        website: words(table.website),
    }
}

impl OrganisationTable {
    /// The values that it has, by their names.
    fn values(&self) -> impl Iterator<Item = (&'static str, &Spanned<String>)> {
        let needed = [&self.name, &self.email, &self.phone, &self.website].map(Some);
        let all = needed.into_iter().chain([self.logo.as_ref(), self.press.as_ref(), self.short.as_ref()]);
        KEYS.into_iter().zip(all).filter_map(|(key, value)| Some((key, value?)))
    }

    /// Whether each of them can be meant.
    fn is_sound(&self) -> bool {
        self.values().all(|(key, value)| fault(key, value.get_ref()).is_none())
    }
}

/// What the file of `--org` puts in the place of a manifest's own.
pub struct OtherOrganisation {
    /// Who hands the leaflets out.
    pub organisation: Organisation,
    /// Its theme, if it has one.
    pub theme: Option<Theme>,
    /// Its values of the project's variables.
    pub variables: Vec<OtherVariable>,
}

/// The file of `--org`: who hands the leaflets out in place of the project's own organisation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct OrganisationFile {
    /// Who hands the leaflets out.
    organisation: OrganisationTable,
    /// Its colours and drawing: a ready theme, or its own. Without it the leaflets have a neutral look.
    #[cfg_attr(test, schemars(with = "Option<OwnTheme>"))]
    theme: Option<ThemeTable>,
    /// Its values of variables that the project has, of the same kind: `wait = 30`.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Variables"))]
    variables: VariableTable,
}

/// The short name in the text of such a file, where it can be read.
pub fn short_name(text: &str) -> Option<String> {
    let table: toml::Table = text.parse().ok()?;
    Some(table.get("organisation")?.get("short")?.as_str()?.to_owned())
}

/// Reads the file of `--org`: an `[organisation]` table, and `[theme]` and `[variables]` where it has them. One with mistakes is read line by line, so
/// that all of them are told, and the last with the lines as they should be.
///
/// # Errors
/// `manifest/toml`, `manifest/invalid`, `layout/invalid`, `layout/contrast`, `layout/ink`.
pub fn read_organisation(
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<OtherOrganisation, Reported> {
    let text = &sources.get(source).text;
    let shaped = read_shape::<OrganisationFile>(text);
    let is_sound = shaped.mistakes.is_empty()
        && shaped.value.as_ref().is_some_and(|tables| tables.organisation.is_sound());
    if !is_sound {
        let lines = read_lines(text);
        if !lines.mistakes.is_empty() {
            return Err(tell_lines(lines, source, sources, diagnostics));
        }
    }
    let (tables, mut file): (OrganisationFile, _) = read_part(source, sources, diagnostics)?;
    let told = |(key, value): (&str, &Spanned<String>)| {
        let (message, help) = left(key, value.get_ref())?;
        let left = Diagnostic::new(Code::Manifest, message).label(file.span(value), "given here");
        Some(left.help(help))
    };
    let examples: Vec<Diagnostic> = tables.organisation.values().filter_map(told).collect();
    let organisation = checked_organisation(tables.organisation, &mut file);
    let theme = tables.theme.map(|table| checked_theme(&table, ThemeHome::Organisation, &mut file));
    let variables = read_other_variables(tables.variables, &mut file);
    // Who has mistakes to mend is told of these alone first.
    let is_sound = file.reporter.is_sound();
    for left in examples.into_iter().filter(|_| is_sound) {
        file.reporter.report(Severity::Warning, left);
    }
    file.reporter.sound(OtherOrganisation { organisation, theme, variables })
}

/// Reports what is wrong with the lines of an organisation, and with a theme and variables below them.
fn tell_lines(lines: Lines, source: SourceId, sources: &Sources, diagnostics: &mut Diagnostics) -> Reported {
    #[derive(Deserialize)]
    struct Rest {
        theme: Option<ThemeTable>,
        #[serde(default)]
        variables: VariableTable,
    }
    let mut file = Reading::new(source, diagnostics);
    check_values(source, &sources.get(source).text, &mut file.reporter);
    let count = lines.mistakes.len();
    let mut last = None;
    for (at, (code, mut told)) in lines.mistakes.into_iter().enumerate() {
        if at + 1 == count {
            told.help = format!("{}\n{WHOLE}\n{}", told.help, lines.whole);
        }
        let wrong = Diagnostic::new(code, told.message).label(Span::new(source, told.place), told.label);
        last = Some(file.reporter.error(wrong.help(told.help)));
    }
    let Shaped { value, mistakes, .. } = read_shape::<Rest>(&lines.rest);
    for told in mistakes {
        let wrong =
            Diagnostic::new(Code::Toml, told.message).label(Span::new(source, told.place), told.label);
        file.error(wrong.help(told.help));
    }
    if let Some(Rest { theme, variables }) = value {
        theme.map(|theme| checked_theme(&theme, ThemeHome::Organisation, &mut file));
        read_other_variables(variables, &mut file);
    }
    last.expect("there is a mistake")
}

/// What is said before the lines as they should be.
pub(super) const WHOLE: &str = "the lines of the organisation, as they should be:";
