//! The manifest as written: the shapes of the TOML, and how they become a checked manifest.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::address::{UnknownVariable, filled_address};
use super::block_file::{BlockTable, file_ref, layout_ref, message_ref, read_block};
use super::manifest::{LeafletSpec, Manifest, Organisation, Section};
use super::read::{Reading, read};
#[cfg(test)]
use super::tests::schema::{DATE, FILE_NAME, PaperName, Variables, Website};
use crate::content::Value;
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
    /// What changes more often than the words: `wait = 20` is `{ $wait }` in a message.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Variables"))]
    variables: BTreeMap<Spanned<String>, VariableValue>,
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

/// Who hands the leaflets out. Messages call these `{ $organisation }`, `{ $email }`, `{ $phone }` and `{ $website }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OrganisationTable {
    /// Its name.
    name: String,
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
}

/// What holds for the project as a whole.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ProjectTable {
    /// The project's name.
    // For people; files are named after the leaflets.
    #[serde(rename = "name")]
    _name: String,
    /// The language that the others are translated from, a tag: `en`, `zh-Hant`.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$")))]
    source: Spanned<String>,
    /// The paper where none is asked for.
    #[cfg_attr(test, schemars(with = "PaperName"))]
    paper: Spanned<String>,
    /// The edition, printed in the margin.
    edition: String,
    /// The only date that a leaflet carries, a month or a day: `2026-11` or `2026-11-23`.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = DATE)))]
    date: Spanned<String>,
    /// The message that says in the margin that a translation is a draft.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    draft: Option<Spanned<String>>,
}

/// A number, for which messages can have forms of their own, or words.
#[derive(Deserialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) enum VariableValue {
    Number(f64),
    Text(String),
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
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
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
    name: String,
    /// Which kind of panel takes it.
    place: Place,
    /// Its blocks in reading order.
    #[cfg_attr(test, schemars(with = "Vec<BlockTable>"))]
    blocks: Vec<Spanned<BlockTable>>,
}

/// Reads a manifest; `organisation` stands in for the one that it names.
///
/// # Errors
/// `manifest/toml`, `manifest/invalid`, `manifest/unknown-role`, `locale/tag`: all of them are reported before it gives up.
pub fn read_manifest(
    source: SourceId,
    sources: &Sources,
    organisation: Option<Organisation>,
    diagnostics: &mut Diagnostics,
) -> Result<Manifest, Reported> {
    let tables: ManifestFile = read(source, sources, diagnostics)?;
    let mut reader = ManifestReader { file: Reading::new(source, diagnostics) };
    let locale = reader.read_locale(&tables.project.source);
    reader.check_paper(&tables.project.paper);
    reader.check_date(&tables.project.date);
    let leaflets: Vec<LeafletSpec> =
        tables.leaflet.into_iter().map(|leaflet| reader.read_leaflet(leaflet)).collect();
    reader.check_repeated(&leaflets);
    if leaflets.is_empty() {
        let missing = Diagnostic::new(Code::Manifest, "the manifest holds no leaflet");
        reader.file.error(missing.label(Span::new(source, 0..0), "add a [[leaflet]] table"));
    }
    let own = reader.read_organisation_table(tables.organisation);
    let organisation = organisation.unwrap_or(own);
    reader.check_reserved(&tables.variables);
    let variables = all_variables(&organisation, tables.variables);
    let links = tables
        .links
        .iter()
        .map(|(name, link)| (name.clone(), reader.filled_link(link, &variables)))
        .collect();
    let draft = tables.project.draft.map(|id| message_ref(&id, &reader.file));
    reader.file.reporter.sound(())?;
    Ok(Manifest {
        source: locale.expect("a manifest without errors names its source language"),
        paper: tables.project.paper.into_inner(),
        edition: tables.project.edition,
        date: tables.project.date.into_inner(),
        draft,
        organisation,
        variables,
        links,
        leaflets,
    })
}

/// Reads the file of `--org`: an `[organisation]` table alone.
///
/// # Errors
/// `manifest/toml`, `manifest/invalid`.
pub fn read_organisation(
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Organisation, Reported> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct OrganisationTables {
        organisation: OrganisationTable,
    }
    let tables: OrganisationTables = read(source, sources, diagnostics)?;
    let mut reader = ManifestReader { file: Reading::new(source, diagnostics) };
    let organisation = reader.read_organisation_table(tables.organisation);
    reader.file.reporter.sound(organisation)
}

fn all_variables(
    organisation: &Organisation,
    own: BTreeMap<Spanned<String>, VariableValue>,
) -> BTreeMap<String, Value> {
    let lines = [
        ("organisation", &organisation.name),
        ("email", &organisation.email),
        ("phone", &organisation.phone),
        ("website", &organisation.website),
    ];
    let fixed = lines.into_iter().map(|(name, value)| (name.to_owned(), Value::Text(value.clone())));
    let own = own.into_iter().map(|(name, value)| match value {
        VariableValue::Number(number) => (name.into_inner(), Value::Number(number)),
        VariableValue::Text(text) => (name.into_inner(), Value::Text(text)),
    });
    own.chain(fixed).collect()
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
            self.file.error(wrong.label(self.file.span(tag), "write it like en, es or zh-Hant"));
        }
        locale
    }

    fn check_paper(&mut self, name: &Spanned<String>) {
        if fold::paper(name.get_ref()).is_none() {
            let known: Vec<&str> = fold::PAPERS.iter().map(|paper| paper.name).collect();
            let wrong = Diagnostic::new(Code::Manifest, format!("there is no paper “{}”", name.get_ref()));
            self.file.error(
                wrong
                    .label(self.file.span(name), "named here")
                    .help(format!("papers are {}", known.join(", "))),
            );
        }
    }

    fn check_date(&mut self, date: &Spanned<String>) {
        if !is_date(date.get_ref()) {
            let wrong = Diagnostic::new(Code::Manifest, format!("“{}” is not a date", date.get_ref()));
            self.file.error(wrong.label(self.file.span(date), "write it like 2026-11 or 2026-11-23"));
        }
    }

    /// Values that make links which lead nowhere can't be meant.
    fn read_organisation_table(&mut self, table: OrganisationTable) -> Organisation {
        let blank = |text: &str| text.contains(char::is_whitespace);
        let email = |text: &str| text.contains('@') && !blank(text);
        let phone = |text: &str| text.contains(|c: char| c.is_ascii_digit());
        let website = |text: &str| text.contains('.') && !text.contains("://") && !blank(text);
        self.check_value(&table.email, email, "is no e-mail address: write it like mail@example.org");
        self.check_value(&table.phone, phone, "is no telephone number");
        self.check_value(
            &table.website,
            website,
            "is no website: write it like example.org, without https://",
        );
        Organisation {
            name: table.name,
            email: table.email.into_inner(),
            phone: table.phone.into_inner(),
            website: table.website.into_inner(),
            logo: table.logo.map(|name| file_ref(&name, &self.file)),
        }
    }

    fn check_value(&mut self, value: &Spanned<String>, rule: impl Fn(&str) -> bool, wrong: &str) {
        if !rule(value.get_ref()) {
            let message = format!("“{}” {wrong}", value.get_ref());
            self.file
                .error(Diagnostic::new(Code::Manifest, message).label(self.file.span(value), "given here"));
        }
    }

    fn check_reserved(&mut self, variables: &BTreeMap<Spanned<String>, VariableValue>) {
        for name in variables.keys() {
            if ["organisation", "email", "phone", "website"].contains(&name.get_ref().as_str()) {
                let message = format!("${} comes from [organisation]", name.get_ref());
                let wrong =
                    Diagnostic::new(Code::Manifest, message).label(self.file.span(name), "given again here");
                self.file.error(wrong.help("write it in [organisation], or give this variable another name"));
            }
        }
    }

    fn filled_link(&mut self, address: &Spanned<String>, variables: &BTreeMap<String, Value>) -> String {
        filled_address(address.get_ref(), variables).unwrap_or_else(|UnknownVariable(name)| {
            let wrong =
                Diagnostic::new(Code::Manifest, format!("there is no variable “{name}” for this address"));
            let known: Vec<String> = variables.keys().map(|name| format!("{{ ${name} }}")).collect();
            self.file.error(
                wrong
                    .label(self.file.span(address), "asked for here")
                    .help(format!("there are {}", known.join(", "))),
            );
            String::new()
        })
    }

    fn read_leaflet(&mut self, table: LeafletTable) -> LeafletSpec {
        if !is_file_name(table.name.get_ref()) {
            let wrong = Diagnostic::new(Code::Manifest, "a leaflet's name is part of its files' names");
            self.file.error(wrong.label(self.file.span(&table.name), "use letters, digits and hyphens"));
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
                self.file.error(Diagnostic::new(Code::Manifest, message).label(place, "the second one"));
            }
        }
    }

    fn read_section(&mut self, table: Spanned<SectionTable>) -> Section {
        let span = self.file.span(&table);
        let table = table.into_inner();
        let blocks = table.blocks.into_iter().filter_map(|block| read_block(block, &mut self.file)).collect();
        Section { name: table.name, place: table.place, blocks, span }
    }
}

/// `YYYY-MM` or `YYYY-MM-DD`, within the calendar.
fn is_date(text: &str) -> bool {
    let parts: Vec<Option<u32>> = text
        .split('-')
        .map(|part| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?)
        .collect();
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    let month = |m: u32| (1..=12).contains(&m);
    match (&parts[..], &lengths[..]) {
        ([Some(_), Some(m)], [4, 2]) => month(*m),
        ([Some(_), Some(m), Some(d)], [4, 2, 2]) => month(*m) && (1..=31).contains(d),
        _ => false,
    }
}

/// Whether a leaflet or a layout may have that name, of which its files' names are made: letters, digits and hyphens.
pub fn is_file_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_months_or_days() {
        assert!(is_date("2026-11") && is_date("2026-11-23"));
        for wrong in ["2026", "2026-13", "2026-11-32", "26-11", "2026-+1", "2026-11-23-1", ""] {
            assert!(!is_date(wrong), "{wrong}");
        }
    }
}
