//! The manifest as written: the shapes of the TOML, and how they become a checked manifest.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::block_file::{BlockTable, layout_ref, message_ref, read_block};
use super::code_file::{Known, read_codes};
use super::date::is_date;
use super::manifest::{LeafletSpec, Manifest, Organisation, Section};
use super::organisation_file::{OrganisationTable, OtherOrganisation, checked_organisation};
use super::press::PressRows;
use super::press_file::{PressTable, changed_rows};
use super::read::{Reading, read_part};
#[cfg(test)]
use super::tests::schema::{DATE, FILE_NAME, ManifestTheme, PaperName, Variables};
use super::theme::{Theme, ThemeHome, ThemeTable, checked_theme};
use super::variable_file::{VariableTable, places_of, put_in, read_link, read_schemes, read_variables};
use super::wording::which_of;
use crate::characters::settled;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::fold;
use crate::frame::Place;
use crate::locale::Locale;
use crate::source::{SourceId, Sources, Span};

/// The manifest of a project: what its leaflets say, in which order and role. It holds no text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(extend("required" = ["project", "organisation", "leaflet"])))]
pub(super) struct ManifestFile {
    /// What holds for the project as a whole.
    project: ProjectTable,
    /// Who hands the leaflets out; `build --org FILE` puts another in its place.
    organisation: OrganisationTable,
    /// The colours and the drawing of all layouts: a ready theme, or its own. Without it they have a neutral look.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "ManifestTheme"))]
    theme: ThemeTable,
    /// Single rows of the press that the project or the organisation names.
    #[serde(default)]
    press: PressTable,
    /// What changes more often than the words: `wait = 20` is `{ $wait }` in a message.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Variables"))]
    variables: VariableTable,
    /// Where the `<a data-l10n-name="…">` of the messages lead, by their names; a variable may stand in an address:
    /// `mailto:{ $email }`.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "BTreeMap<String, String>"))]
    links: BTreeMap<String, Spanned<String>>,
    /// The leaflets, one at least.
    #[serde(default)]
    #[cfg_attr(test, schemars(length(min = 1)))]
    leaflet: Vec<LeafletTable>,
}

/// What holds for the project as a whole.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ProjectTable {
    /// The project's name.
    // For people; files are named after the leaflets.
    #[cfg_attr(test, schemars(with = "String", length(min = 1)))]
    name: Spanned<String>,
    /// The language that the others are translated from, a tag: `en`, `zh-Hant`.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$")))]
    source: Spanned<String>,
    /// The paper where none is asked for.
    #[cfg_attr(test, schemars(with = "PaperName"))]
    paper: Spanned<String>,
    /// The edition, printed in the margin.
    #[cfg_attr(test, schemars(with = "String", length(min = 1)))]
    edition: Spanned<String>,
    /// The only date that a leaflet carries, a month or a day: `2026-11` or `2026-11-23`.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = DATE)))]
    date: Spanned<String>,
    /// The message that says in the margin that a translation is a draft.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    draft: Option<Spanned<String>>,
    /// The shop that files for a press are made for: layouts/press/NAME.toml.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    press: Option<Spanned<String>>,
    /// The kinds of addresses that links may lead to beside https, http, mailto, tel and sms: `schemes = ["signal"]`.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    schemes: Vec<Spanned<String>>,
}

/// A leaflet: sections in reading order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LeafletTable {
    /// Its name, the first part of its files' names: letters, digits and hyphens.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = FILE_NAME)))]
    name: Spanned<String>,
    /// The layouts that `build` makes of it where none is asked for.
    #[cfg_attr(test, schemars(with = "Vec<String>", length(min = 1)))]
    layouts: Vec<Spanned<String>>,
    /// Its sections in reading order.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<SectionTable>"))]
    section: Vec<Spanned<SectionTable>>,
}

/// A section: blocks that are read in one go.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SectionTable {
    /// Its name.
    #[cfg_attr(test, schemars(with = "String", length(min = 1)))]
    name: Spanned<String>,
    /// Which kind of panel takes it.
    place: Place,
    /// Its blocks in reading order.
    #[cfg_attr(test, schemars(with = "Vec<BlockTable>"))]
    blocks: Vec<Spanned<BlockTable>>,
}

/// Reads a manifest; `other` stands in for the organisation that it names. The theme of the project is that organisation's, and
/// others have theirs or none, unless it is shared.
///
/// # Errors
/// `manifest/toml`, `manifest/invalid`, `manifest/unknown-role`, `locale/tag`: all of them are reported before it gives up.
pub fn read_manifest(
    source: SourceId,
    sources: &Sources,
    mut other: Option<OtherOrganisation>,
    diagnostics: &mut Diagnostics,
) -> Result<Manifest, Reported> {
    let others = other.as_mut().map(|other| std::mem::take(&mut other.variables)).unwrap_or_default();
    let (tables, file): (ManifestFile, _) = read_part(source, sources, diagnostics)?;
    let mut reader = ManifestReader { file };
    let locale = reader.read_locale(&tables.project.source);
    let paper = reader.read_paper(&tables.project.paper);
    reader.check_date(&tables.project.date);
    let leaflets: Vec<LeafletSpec> =
        tables.leaflet.into_iter().map(|leaflet| reader.read_leaflet(leaflet)).collect();
    reader.check_repeated(&leaflets);
    if leaflets.is_empty() && !reader.file.lacks(&["leaflet"]) {
        let missing = Diagnostic::new(Code::Manifest, "the manifest holds no leaflet");
        let help = "add a [[leaflet]] table, as `polyleaf new DIR` writes one";
        reader.file.error(missing.label(Span::new(source, 0..0), "in this file").help(help));
    }
    reader.check_seen(&tables.project.name, "the project’s name");
    reader.check_seen(&tables.project.edition, "the edition");
    let own = checked_organisation(tables.organisation, &mut reader.file);
    let project_theme = checked_theme(&tables.theme, ThemeHome::Manifest, &mut reader.file);
    let rows = changed_rows(&tables.press, &mut reader.file);
    let press = tables.project.press.map(|name| (name.get_ref().clone(), reader.file.span(&name)));
    let Distributor { organisation, theme, press, press_rows } =
        distributor(Distributor { organisation: own, theme: project_theme, press, press_rows: rows }, other);
    let mut places = places_of(&tables.variables, &reader.file);
    let mut variables = read_variables(&organisation, tables.variables, &mut reader.file);
    put_in(others, &mut variables, &mut places, &mut reader.file);
    let schemes = read_schemes(&tables.project.schemes, &mut reader.file);
    let (mut links, mut codes) = (BTreeMap::new(), BTreeMap::new());
    // Values that are wrong were told where they stand.
    if reader.file.reporter.is_sound() {
        for (name, link) in &tables.links {
            links
                .insert(name.clone(), read_link(link, &variables, &schemes, &organisation, &mut reader.file));
        }
        let known = Known { links: &links, variables: &variables, places: &places, schemes: &schemes };
        codes = read_codes(&leaflets, &known, &mut reader.file);
    }
    let draft = tables.project.draft.map(|id| message_ref(&id, &reader.file));
    reader.file.reporter.sound(())?;
    Ok(Manifest {
        source: locale.expect("a manifest without errors names its source language"),
        paper,
        edition: settled(tables.project.edition.get_ref()).into_owned(),
        date: tables.project.date.into_inner(),
        draft,
        press,
        press_rows,
        organisation,
        theme,
        variables,
        links,
        codes,
        leaflets,
    })
}

/// Who hands the leaflets out, and what goes with that.
struct Distributor {
    organisation: Organisation,
    theme: Theme,
    press: Option<(String, Span)>,
    press_rows: PressRows,
}

/// The project's own, or what another organisation has in its place. That one shares a theme only where the project says so, and
/// where it names a press of its own, rows are not changed for another shop.
fn distributor(own: Distributor, other: Option<OtherOrganisation>) -> Distributor {
    let Distributor { organisation, theme: project, press, press_rows } = own;
    let Some(OtherOrganisation { organisation: other, theme, .. }) = other else {
        let press = organisation.press.clone().or(press);
        return Distributor { organisation, theme: project, press, press_rows };
    };
    let press_rows = if other.press.is_some() { PressRows::default() } else { press_rows };
    let theme = theme.unwrap_or(if project.shared { project } else { Theme::default() });
    Distributor { press: other.press.clone().or(press), organisation: other, theme, press_rows }
}

/// Goes on after an error, so that one run reports all of them.
struct ManifestReader<'d> {
    file: Reading<'d>,
}

impl ManifestReader<'_> {
    fn read_locale(&mut self, tag: &Spanned<String>) -> Option<Locale> {
        let locale = Locale::parse(tag.get_ref());
        if locale.is_none() {
            let wrong =
                Diagnostic::new(Code::LocaleTag, format!("“{}” is not a language tag", tag.get_ref()));
            self.file.error(
                wrong.label(self.file.span(tag), "given here").help("write it like en, es or zh-Hant"),
            );
        }
        locale
    }

    /// The paper of that name, as it is called elsewhere.
    fn read_paper(&mut self, name: &Spanned<String>) -> String {
        if let Some(paper) = fold::paper(name.get_ref()) {
            return paper.name.to_owned();
        }
        let known: Vec<&str> = fold::PAPERS.iter().map(|paper| paper.name).collect();
        let wrong = Diagnostic::new(Code::Manifest, format!("there is no paper “{}”", name.get_ref()));
        let wrong = wrong.label(self.file.span(name), "named here");
        self.file.error(wrong.help(which_of(name.get_ref(), &known, "papers")));
        String::new()
    }

    fn check_date(&mut self, date: &Spanned<String>) {
        if !is_date(date.get_ref()) {
            let wrong = Diagnostic::new(Code::Manifest, format!("“{}” is not a date", date.get_ref()));
            let help = "write it like 2026-11 or 2026-11-23";
            self.file.error(wrong.label(self.file.span(date), "given here").help(help));
        }
    }

    /// Reports a name or the like of which nothing is seen.
    fn check_seen(&mut self, value: &Spanned<String>, what: &str) {
        if value.get_ref().is_empty() {
            let wrong = Diagnostic::new(Code::Manifest, format!("{what} is empty"));
            let help = "write one between the quotation marks";
            self.file.error(wrong.label(self.file.span(value), "nothing stands here").help(help));
        }
    }

    fn read_leaflet(&mut self, table: LeafletTable) -> LeafletSpec {
        if !is_file_name(table.name.get_ref()) {
            let wrong = Diagnostic::new(Code::Manifest, "a leaflet's name is part of its files' names");
            let help = "use letters, digits and hyphens alone";
            self.file.error(wrong.label(self.file.span(&table.name), "given here").help(help));
        }
        if table.layouts.is_empty() {
            let wrong =
                Diagnostic::new(Code::Manifest, "a leaflet names no layout, so nothing would be made of it");
            let help = "write a layout’s name between the brackets, for example layouts = [\"letter-fold\"]";
            self.file.error(wrong.label(self.file.span(&table.name), "this one").help(help));
        }
        LeafletSpec {
            name: table.name.into_inner(),
            layouts: table.layouts.iter().map(|name| layout_ref(name, &self.file)).collect(),
            sections: table.section.into_iter().map(|section| self.read_section(section)).collect(),
        }
    }

    fn check_repeated(&mut self, leaflets: &[LeafletSpec]) {
        for (at, leaflet) in leaflets.iter().enumerate() {
            if leaflets[..at].iter().any(|other| other.name == leaflet.name) {
                let message = format!("two leaflets are named “{}”", leaflet.name);
                let place = leaflet.layouts.first().map_or(self.file.whole_file(), |layout| layout.span);
                let wrong = Diagnostic::new(Code::Manifest, message).label(place, "the second one");
                self.file.error(wrong.help("give one of them another name"));
            }
        }
    }

    fn read_section(&mut self, table: Spanned<SectionTable>) -> Section {
        let span = self.file.span(&table);
        let table = table.into_inner();
        self.check_seen(&table.name, "a section’s name");
        let blocks = table.blocks.into_iter().filter_map(|block| read_block(block, &mut self.file)).collect();
        Section { name: table.name.into_inner(), place: table.place, blocks, span }
    }
}

/// Whether a leaflet or a layout may have that name, of which its files' names are made: letters, digits and hyphens.
pub fn is_file_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}
