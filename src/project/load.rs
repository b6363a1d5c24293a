//! A project in memory: manifest, layouts, faces, and the messages of the languages asked for.

use std::collections::BTreeMap;

use super::files::Files;
use super::fonts;
use super::layouts::{self, LoadedLayout};
use super::locales::{self, LoadedLocale};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::FontBook;
use crate::source::{SourceId, Sources};
use crate::spec::{self, Manifest, Organisation};

/// Which parts of a project a run needs.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Languages as the user named them; all when empty.
    pub locales: Vec<String>,
    /// Layouts; those that the leaflets name when empty, every one for `all`.
    pub layouts: Vec<String>,
    /// Leaflets; all when empty.
    pub leaflets: Vec<String>,
    /// A file that names another organisation, its name and its text.
    pub organisation: Option<(String, String)>,
}

/// The name that stands for every layout.
pub(super) const ALL: &str = "all";

impl Selection {
    /// Whether a leaflet is among those asked for.
    pub fn takes(&self, leaflet: &str) -> bool {
        self.leaflets.is_empty() || self.leaflets.iter().any(|name| name == leaflet)
    }

    /// The layouts asked for by name.
    pub(super) fn named_layouts(&self) -> impl Iterator<Item = &String> {
        self.layouts.iter().filter(|name| *name != ALL)
    }

    /// Whether every layout is asked for that can hold the leaflet.
    pub(super) fn wants_all(&self) -> bool {
        self.layouts.iter().any(|name| name == ALL)
    }
}

/// A project in memory.
pub struct Project {
    /// The manifest.
    pub manifest: Manifest,
    /// Layouts that could be read, by name, each with its drawings.
    pub layouts: BTreeMap<String, LoadedLayout>,
    /// The layouts that were not asked for, to be named where a text does not fit; those with faults are left out.
    pub spare: BTreeMap<String, LoadedLayout>,
    /// The faces.
    pub fonts: FontBook,
    /// The languages asked for, in the order of their tags.
    pub locales: Vec<LoadedLocale>,
    /// The others, where they have a say in which panel takes what.
    pub others: Vec<LoadedLocale>,
}

/// Loads what a run needs. What is wrong with one language or layout is reported and does not stop the others.
///
/// # Errors
/// The manifest or the font manifest is of no use.
pub fn load(
    files: &Files,
    selection: &Selection,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Project, Reported> {
    let mut project = load_layouts(files, selection, sources, diagnostics)?;
    let Project { manifest, fonts, .. } = &project;
    project.locales = locales::read(files, manifest, fonts, selection, (sources, diagnostics));
    let every = Selection { layouts: vec![ALL.to_owned()], ..selection.clone() };
    // What is wrong with them is told to those who ask for them.
    let silent = &mut Diagnostics::default();
    let mut spare = layouts::read(files, &project.manifest, &every, sources, silent);
    spare.retain(|name, _| !project.layouts.contains_key(name));
    project.spare = spare;
    let Project { manifest, fonts, locales, .. } = &project;
    if !selection.locales.is_empty() && project.layouts.values().any(|(layout, _)| layout.flows()) {
        let every = Selection { locales: Vec::new(), ..selection.clone() };
        let asked = |other: &LoadedLocale| locales.iter().any(|l| l.catalog.locale == other.catalog.locale);
        let mut others = locales::read(files, manifest, fonts, &every, (sources, silent));
        others.retain(|other| !asked(other));
        project.others = others;
    }
    Ok(project)
}

/// Loads what a run needs that sets no text of the project: all but the languages.
///
/// # Errors
/// The manifest or the font manifest is of no use.
pub(super) fn load_layouts(
    files: &Files,
    selection: &Selection,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Project, Reported> {
    let mut loader = Loader { files, sources, diagnostics };
    let manifest = loader.manifest(selection)?;
    let fonts = fonts::book(loader.files, loader.sources, loader.diagnostics)?;
    let layouts = layouts::read(files, &manifest, selection, loader.sources, loader.diagnostics);
    Ok(Project { manifest, layouts, fonts, spare: BTreeMap::new(), locales: Vec::new(), others: Vec::new() })
}

struct Loader<'a> {
    files: &'a Files,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
}

impl Loader<'_> {
    fn manifest(&mut self, selection: &Selection) -> Result<Manifest, Reported> {
        let organisation = self.organisation(selection)?;
        let source = read_source(self.files, "polyleaf.toml", self.sources, self.diagnostics);
        let source = source.expect("a manifest is built in")?;
        let manifest = spec::read_manifest(source, self.sources, organisation, self.diagnostics)?;
        for name in &selection.leaflets {
            if !manifest.leaflets.iter().any(|leaflet| leaflet.name == *name) {
                let known: Vec<&str> =
                    manifest.leaflets.iter().map(|leaflet| leaflet.name.as_str()).collect();
                let wrong = Diagnostic::error(Code::UnknownLeaflet, format!("there is no leaflet “{name}”"));
                self.diagnostics.push(wrong.help(format!("leaflets are {}", known.join(", "))));
            }
        }
        Ok(manifest)
    }

    fn organisation(&mut self, selection: &Selection) -> Result<Option<Organisation>, Reported> {
        let Some((name, text)) = &selection.organisation else { return Ok(None) };
        let source = self.sources.add(name, text);
        spec::read_organisation(source, self.sources, self.diagnostics).map(Some)
    }
}

/// Takes a file in as a source; `None` when there is none of that name.
pub(super) fn read_source(
    files: &Files,
    name: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Result<SourceId, Reported>> {
    Some(match files.text(name)? {
        Ok(text) => Ok(sources.add(name, text)),
        Err(error) => {
            let wrong = Diagnostic::error(Code::Unreadable, format!("{name} can’t be read: {error}"));
            Err(diagnostics.push(wrong))
        }
    })
}
