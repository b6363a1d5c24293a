//! The manifest as written: the shapes of the TOML, and how they become a checked manifest.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::address::{UnknownVariable, filled_address};
use super::block_file::{BlockTable, file_ref, layout_ref, message_ref, read_block};
use super::manifest::{LeafletSpec, Manifest, Organisation, Section};
use super::read::{Reading, read};
use crate::content::Value;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::fold;
use crate::frame::Place;
use crate::locale::Locale;
use crate::source::{SourceId, Sources, Span};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestFile {
    project: ProjectTable,
    organisation: OrganisationTable,
    #[serde(default)]
    variables: BTreeMap<Spanned<String>, VariableValue>,
    #[serde(default)]
    links: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    leaflet: Vec<LeafletTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganisationTable {
    name: String,
    email: Spanned<String>,
    phone: Spanned<String>,
    website: Spanned<String>,
    logo: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProjectTable {
    // For people; files are named after the leaflets.
    #[serde(rename = "name")]
    _name: String,
    source: Spanned<String>,
    paper: Spanned<String>,
    edition: String,
    date: Spanned<String>,
    draft: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum VariableValue {
    Number(f64),
    Text(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeafletTable {
    name: Spanned<String>,
    layouts: Vec<Spanned<String>>,
    #[serde(default)]
    section: Vec<Spanned<SectionTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionTable {
    name: String,
    place: Place,
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
    let mut reader = Reader { file: Reading::new(source, diagnostics) };
    let locale = reader.locale(&tables.project.source);
    reader.paper(&tables.project.paper);
    reader.date(&tables.project.date);
    let leaflets: Vec<LeafletSpec> =
        tables.leaflet.into_iter().map(|leaflet| reader.leaflet(leaflet)).collect();
    reader.repeated(&leaflets);
    if leaflets.is_empty() {
        let missing = Diagnostic::new(Code::Manifest, "the manifest holds no leaflet");
        reader.file.error(missing.label(Span::new(source, 0..0), "add a [[leaflet]] table"));
    }
    let own = reader.organisation(tables.organisation);
    let organisation = organisation.unwrap_or(own);
    reader.reserved(&tables.variables);
    let variables = variables(&organisation, tables.variables);
    let links =
        tables.links.iter().map(|(name, link)| (name.clone(), reader.link(link, &variables))).collect();
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
    struct OrganisationFile {
        organisation: OrganisationTable,
    }
    let tables: OrganisationFile = read(source, sources, diagnostics)?;
    let mut reader = Reader { file: Reading::new(source, diagnostics) };
    let organisation = reader.organisation(tables.organisation);
    reader.file.reporter.sound(organisation)
}

fn variables(
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
struct Reader<'d> {
    file: Reading<'d>,
}

impl Reader<'_> {
    fn locale(&mut self, tag: &Spanned<String>) -> Option<Locale> {
        let locale = Locale::parse(tag.get_ref());
        if locale.is_none() {
            let wrong =
                Diagnostic::new(Code::LocaleTag, format!("“{}” is not a language tag", tag.get_ref()));
            self.file.error(wrong.label(self.file.span(tag), "write it like en, es or zh-Hant"));
        }
        locale
    }

    fn paper(&mut self, name: &Spanned<String>) {
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

    fn date(&mut self, date: &Spanned<String>) {
        if !is_date(date.get_ref()) {
            let wrong = Diagnostic::new(Code::Manifest, format!("“{}” is not a date", date.get_ref()));
            self.file.error(wrong.label(self.file.span(date), "write it like 2026-11 or 2026-11-23"));
        }
    }

    /// Values that make links which lead nowhere can't be meant.
    fn organisation(&mut self, table: OrganisationTable) -> Organisation {
        let blank = |text: &str| text.contains(char::is_whitespace);
        let email = |text: &str| text.contains('@') && !blank(text);
        let phone = |text: &str| text.contains(|c: char| c.is_ascii_digit());
        let website = |text: &str| text.contains('.') && !text.contains("://") && !blank(text);
        self.holds(&table.email, email, "is no e-mail address: write it like mail@example.org");
        self.holds(&table.phone, phone, "is no telephone number");
        self.holds(&table.website, website, "is no website: write it like example.org, without https://");
        Organisation {
            name: table.name,
            email: table.email.into_inner(),
            phone: table.phone.into_inner(),
            website: table.website.into_inner(),
            logo: table.logo.map(|name| file_ref(&name, &self.file)),
        }
    }

    fn holds(&mut self, value: &Spanned<String>, rule: impl Fn(&str) -> bool, wrong: &str) {
        if !rule(value.get_ref()) {
            let message = format!("“{}” {wrong}", value.get_ref());
            self.file
                .error(Diagnostic::new(Code::Manifest, message).label(self.file.span(value), "given here"));
        }
    }

    fn reserved(&mut self, variables: &BTreeMap<Spanned<String>, VariableValue>) {
        for name in variables.keys() {
            if ["organisation", "email", "phone", "website"].contains(&name.get_ref().as_str()) {
                let message = format!("${} comes from [organisation]", name.get_ref());
                let wrong =
                    Diagnostic::new(Code::Manifest, message).label(self.file.span(name), "given again here");
                self.file.error(wrong.help("write it in [organisation], or give this variable another name"));
            }
        }
    }

    fn link(&mut self, address: &Spanned<String>, variables: &BTreeMap<String, Value>) -> String {
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

    fn leaflet(&mut self, table: LeafletTable) -> LeafletSpec {
        if !is_file_name(table.name.get_ref()) {
            let wrong = Diagnostic::new(Code::Manifest, "a leaflet's name is part of its files' names");
            self.file.error(wrong.label(self.file.span(&table.name), "use letters, digits and hyphens"));
        }
        LeafletSpec {
            name: table.name.into_inner(),
            layouts: table.layouts.iter().map(|name| layout_ref(name, &self.file)).collect(),
            sections: table.section.into_iter().map(|section| self.section(section)).collect(),
        }
    }

    fn repeated(&mut self, leaflets: &[LeafletSpec]) {
        for (at, leaflet) in leaflets.iter().enumerate() {
            if leaflets[..at].iter().any(|other| other.name == leaflet.name) {
                let message = format!("two leaflets are named “{}”", leaflet.name);
                let place = leaflet.layouts.first().map_or(self.file.whole_file(), |layout| layout.span);
                self.file.error(Diagnostic::new(Code::Manifest, message).label(place, "the second one"));
            }
        }
    }

    fn section(&mut self, table: Spanned<SectionTable>) -> Section {
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

fn is_file_name(name: &str) -> bool {
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
