//! A project in memory: manifest, layouts, faces, and the messages of the languages asked for.

use std::collections::BTreeMap;

use super::files::Files;
use super::fonts;
use super::layouts::{self, LoadedLayout};
use super::locales::{self, LoadedLocale};
use super::pictures::{self, Pictures};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::FontBook;
use crate::locale::Locale;
use crate::source::{SourceId, Sources};
use crate::spec::{self, Form, Manifest, Organisation};

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
    /// What the leaflets are set for.
    pub form: Form,
    /// The language that each is set beside in a bilingual leaflet, as the user named it.
    pub with: Option<String>,
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
        self.layouts.iter().any(|name| name == ALL) || self.wants_able()
    }

    /// Whether the layouts are those that hold large print, whichever they are.
    pub(super) fn wants_able(&self) -> bool {
        self.form == Form::LargePrint && self.layouts.is_empty()
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
    /// The pictures that leaflets show.
    pub pictures: Pictures,
    /// The faces.
    pub fonts: FontBook,
    /// The languages asked for, in the order of their tags.
    pub locales: Vec<LoadedLocale>,
    /// The others, where they have a say in which panel takes what.
    pub others: Vec<LoadedLocale>,
    /// The language that each of them is set beside, in bilingual leaflets.
    pub partner: Option<LoadedLocale>,
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
    project.pictures = pictures::read(files, &project.manifest, selection, diagnostics)?;
    let Project { manifest, fonts, .. } = &project;
    let mut loaded = locales::read(files, manifest, fonts, selection, (sources, diagnostics));
    project.partner = locales::take_partner(&mut loaded, selection, diagnostics);
    project.locales = loaded;
    // What is wrong with what nobody asked for is told to those who ask for it.
    let silent = &mut Diagnostics::default();
    project.spare = spare_layouts(files, &project, selection, (sources, silent));
    if !selection.locales.is_empty() && project.layouts.values().any(|(layout, _)| layout.flows()) {
        project.others = other_locales(files, &project, selection, (sources, silent));
    }
    if selection.form == Form::LargePrint {
        for locale in project.locales.iter_mut().chain(&mut project.others) {
            locale.typography.rules = locale.typography.rules.large_print();
        }
    }
    Ok(project)
}

/// The layouts that were not asked for.
fn spare_layouts(
    files: &Files,
    project: &Project,
    selection: &Selection,
    (sources, diagnostics): (&mut Sources, &mut Diagnostics),
) -> BTreeMap<String, LoadedLayout> {
    let every = Selection { layouts: vec![ALL.to_owned()], ..selection.clone() };
    let mut spare = layouts::read(files, &project.manifest, &every, sources, diagnostics);
    spare.retain(|name, _| !project.layouts.contains_key(name));
    spare
}

/// The languages that were not asked for.
fn other_locales(
    files: &Files,
    project: &Project,
    selection: &Selection,
    (sources, diagnostics): (&mut Sources, &mut Diagnostics),
) -> Vec<LoadedLocale> {
    let every = Selection { locales: Vec::new(), ..selection.clone() };
    let known: Vec<&Locale> =
        project.locales.iter().chain(&project.partner).map(|known| &known.catalog.locale).collect();
    let mut others = locales::read(files, &project.manifest, &project.fonts, &every, (sources, diagnostics));
    others.retain(|other| !known.contains(&&other.catalog.locale));
    others
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
    Ok(Project {
        manifest,
        layouts,
        spare: BTreeMap::new(),
        pictures: Pictures::default(),
        fonts,
        locales: Vec::new(),
        others: Vec::new(),
        partner: None,
    })
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
