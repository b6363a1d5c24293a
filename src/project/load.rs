//! A project in memory: manifest, layouts, faces, and the messages of the languages asked for.

use std::collections::BTreeMap;

use super::files::{Files, Intake};
use super::fonts::read_book;
use super::gaps::Proof;
use super::language::LoadedLocale;
use super::layouts::{LoadedLayout, read_layouts};
use super::locales::{Languages, read_locales, take_partner};
use super::pictures::{Pictures, read_pictures};
use super::press::{read_press, report_unused};
use super::pseudo::pseudo_locales;
use super::selection::{LayoutChoice, OrganisationFile, Selection};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::FontBook;
use crate::source::Sources;
use crate::spec::{self, Manifest, OtherOrganisation, Press};

/// A project in memory.
pub struct Project {
    /// The manifest.
    pub manifest: Manifest,
    /// The short name of the organisation that hands the leaflets out in place of the manifest's: its files are called by it.
    pub chapter: Option<String>,
    /// Layouts that could be read, by name.
    pub layouts: BTreeMap<String, LoadedLayout>,
    /// The layouts that were not asked for, to be named where a text does not fit; those with faults are left out.
    pub spare: BTreeMap<String, LoadedLayout>,
    /// The pictures that leaflets show.
    pub pictures: Pictures,
    /// The shop that files for a press are made for.
    pub press: Press,
    /// The faces.
    pub fonts: FontBook,
    /// The languages asked for, in the order of their tags.
    pub locales: Vec<LoadedLocale>,
    /// The others, where they have a say in which panel takes what.
    pub others: Vec<LoadedLocale>,
    /// The source language; `None` where the project has none.
    pub source: Option<LoadedLocale>,
    /// The language that each of them is set beside, in bilingual leaflets.
    pub partner: Option<LoadedLocale>,
    /// Whether leaflets are made alone whose messages were all reviewed as they stand.
    pub is_final: bool,
    /// What stands for what a language lacks; `None` where that is no proof.
    pub proof: Option<Proof>,
}

/// What a project has beside its texts.
pub(super) struct Design {
    /// The manifest.
    pub(super) manifest: Manifest,
    /// The faces.
    pub(super) fonts: FontBook,
    /// Layouts that could be read, by name.
    pub(super) layouts: BTreeMap<String, LoadedLayout>,
}

/// Loads what a run needs. What is wrong with one language or layout is reported and does not stop the others.
///
/// # Errors
/// The manifest, the font manifest, a picture or the press is of no use.
pub fn load(
    files: &Files,
    selection: &Selection,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Project, Reported> {
    let intake = &mut Intake { files, sources, diagnostics };
    let Design { manifest, fonts, layouts } = read_design(intake, selection)?;
    let pictures = read_pictures(intake, &manifest, selection)?;
    let press = read_press(intake, &manifest, selection);
    let Languages { mut locales, source } = read_locales(intake, &manifest, &fonts, selection);
    if let Some(source) = &source {
        locales.extend(pseudo_locales(intake.sources, &manifest, selection, source));
        locales.sort_by(|one, other| one.catalog.locale.tag.cmp(&other.catalog.locale.tag));
    }
    let mut partner = take_partner(&mut locales, selection, intake.diagnostics);
    let mut spare = BTreeMap::new();
    if !selection.wants_every_layout() {
        let every_layout = Selection { layouts: LayoutChoice::Every, ..selection.clone() };
        spare = intake.silently(|intake| read_layouts(intake, &manifest, &every_layout));
        spare.retain(|name, _| !layouts.contains_key(name));
    }
    // Where text flows from panel to panel, all languages decide together what is on which.
    let mut others = Vec::new();
    if !selection.locales.is_empty() && layouts.values().any(|loaded| loaded.layout.flows()) {
        let every_locale = Selection { locales: Vec::new(), ..selection.clone() };
        others = intake.silently(|intake| read_locales(intake, &manifest, &fonts, &every_locale)).locales;
        let is_read = |other: &LoadedLocale| {
            locales.iter().chain(&partner).any(|read| read.catalog.locale == other.catalog.locale)
        };
        others.retain(|other| !is_read(other));
    }
    let proof = source.as_ref().filter(|_| selection.proof);
    let proof = proof.map(|source| Proof::of(source, locales.iter_mut().chain(&mut partner)));
    // What is wrong with the texts is told beside what is wrong with the press.
    let press = press?;
    report_unused(&press, layouts.values().chain(spare.values()), intake.diagnostics);
    let chapter = selection.organisation.as_ref().map(OrganisationFile::called);
    Ok(Project {
        manifest,
        chapter,
        layouts,
        spare,
        pictures,
        press,
        fonts,
        locales,
        others,
        source,
        partner,
        is_final: selection.is_final,
        proof,
    })
}

/// Reads what a run needs that sets no text of the project.
///
/// # Errors
/// The manifest or the font manifest is of no use.
pub(super) fn read_design(intake: &mut Intake<'_>, selection: &Selection) -> Result<Design, Reported> {
    let manifest = read_manifest(intake, selection)?;
    let fonts = read_book(intake)?;
    let layouts = read_layouts(intake, &manifest, selection);
    Ok(Design { manifest, fonts, layouts })
}

/// Reads the manifest, with the organisation of another file where one is named.
///
/// # Errors
/// One of the two is of no use.
pub(super) fn read_manifest(intake: &mut Intake<'_>, selection: &Selection) -> Result<Manifest, Reported> {
    let organisation = read_organisation(intake, selection)?;
    let source = intake.source("polyleaf.toml").expect("a manifest is built in")?;
    let manifest = spec::read_manifest(source, intake.sources, organisation, intake.diagnostics)?;
    for name in &selection.leaflets {
        if !manifest.leaflets.iter().any(|leaflet| leaflet.name == *name) {
            let known: Vec<&str> = manifest.leaflets.iter().map(|leaflet| leaflet.name.as_str()).collect();
            let wrong = unknown_leaflet(name).help(spec::which_of(name, &known, "leaflets"));
            intake.diagnostics.error(wrong.of_request());
        }
    }
    Ok(manifest)
}

/// Says that there is no leaflet of a name.
pub(super) fn unknown_leaflet(name: &str) -> Diagnostic {
    Diagnostic::new(Code::UnknownLeaflet, format!("there is no leaflet “{name}”"))
}

fn read_organisation(
    intake: &mut Intake<'_>,
    selection: &Selection,
) -> Result<Option<OtherOrganisation>, Reported> {
    let Some(file) = &selection.organisation else { return Ok(None) };
    let source = intake.sources.add(&file.name, &file.text);
    spec::read_organisation(source, intake.sources, intake.diagnostics).map(Some)
}
