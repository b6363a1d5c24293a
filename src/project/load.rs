//! A project in memory: manifest, layouts, faces, and the messages of the languages asked for.

use std::collections::{BTreeMap, BTreeSet};

use super::files::{Files, Kind, Scope};
use super::fonts;
use super::layouts::{self, LoadedLayout};
use crate::content::{Catalog, Context, compare};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::FontBook;
use crate::locale::Locale;
use crate::script::Typography;
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
const ALL: &str = "all";

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

/// A language's messages, with what is wrong with them.
pub struct LoadedLocale {
    /// The messages.
    pub catalog: Catalog,
    /// How it is set.
    pub typography: Typography,
    /// What is wrong; with an error among them the language is not built.
    pub diagnostics: Diagnostics,
}

/// A project in memory.
pub struct Project {
    /// The manifest.
    pub manifest: Manifest,
    /// Layouts that could be read, by name, each with its drawings.
    pub layouts: BTreeMap<String, LoadedLayout>,
    /// The faces.
    pub fonts: FontBook,
    /// The languages asked for, in the order of their tags.
    pub locales: Vec<LoadedLocale>,
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
    let mut loader = Loader { files, sources, diagnostics };
    let manifest = loader.manifest(selection)?;
    let fonts = fonts::book(loader.files, loader.sources, loader.diagnostics)?;
    let layouts = layouts::read(files, &manifest, selection, loader.sources, loader.diagnostics);
    let locales = loader.locales(&manifest, selection);
    Ok(Project { manifest, layouts, fonts, locales })
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

    fn locales(&mut self, manifest: &Manifest, selection: &Selection) -> Vec<LoadedLocale> {
        let scope = if self.files.owns_manifest() { Scope::Own } else { Scope::WithBuiltIn };
        let folders = self.folders(scope);
        let wanted = self.wanted(&folders, selection);
        let links: BTreeSet<String> = manifest.links.keys().cloned().collect();
        let context = Context { variables: &manifest.variables, links: &links };
        let mut own = Diagnostics::default();
        let source = match folders.get(&manifest.source.tag) {
            Some(folder) => self.catalog(&manifest.source, folder, &context, &mut own),
            None => {
                let message =
                    format!("there is no folder locales/{} for the source language", manifest.source.tag);
                self.diagnostics.push(Diagnostic::error(Code::LocaleMissing, message));
                return Vec::new();
            }
        };
        let mut unknown = Diagnostics::default();
        if !is_torn(&own) {
            unknown_messages(manifest, &source, &mut unknown);
        }
        if !wanted.contains(&manifest.source.tag) {
            // All others are measured by it, so what is wrong with it matters also where it is not built.
            self.diagnostics.extend(own.clone());
        }
        let mut loaded = Vec::new();
        for tag in wanted {
            if tag == manifest.source.tag {
                let mut diagnostics = unknown.clone();
                diagnostics.extend(own.clone());
                let typography = Typography::of(&manifest.source);
                loaded.push(LoadedLocale { catalog: source.clone(), typography, diagnostics });
                continue;
            }
            let locale = Locale::parse(&tag).expect("folders are listed by their canonical tags");
            let mut diagnostics = unknown.clone();
            let catalog = self.catalog(&locale, &folders[&tag], &context, &mut diagnostics);
            if !is_torn(&own) {
                compared(&source, &catalog, &mut diagnostics);
            }
            let typography = Typography::of(&locale);
            loaded.push(LoadedLocale { catalog, typography, diagnostics });
        }
        loaded
    }

    /// Folders of languages by their canonical tags.
    fn folders(&mut self, scope: Scope) -> BTreeMap<String, String> {
        let mut folders = BTreeMap::new();
        for folder in self.files.list("locales", Kind::Folders, scope) {
            let Some(locale) = Locale::parse(&folder) else {
                let wrong = Diagnostic::error(
                    Code::LocaleTag,
                    format!("locales/{folder} is not named by a language tag"),
                );
                self.diagnostics.push(wrong.help("name the folder like en, es or zh-Hant"));
                continue;
            };
            if let Some(other) = folders.insert(locale.tag.clone(), folder.clone()) {
                let message =
                    format!("locales/{other} and locales/{folder} are one language, {}", locale.tag);
                self.diagnostics
                    .push(Diagnostic::error(Code::LocaleTag, message).help("keep one of the two folders"));
            }
        }
        folders
    }

    /// The tags asked for that there are, in order.
    fn wanted(&mut self, folders: &BTreeMap<String, String>, selection: &Selection) -> BTreeSet<String> {
        if selection.locales.is_empty() {
            return folders.keys().cloned().collect();
        }
        let mut wanted = BTreeSet::new();
        for asked in &selection.locales {
            match Locale::parse(asked) {
                Some(locale) if folders.contains_key(&locale.tag) => {
                    wanted.insert(locale.tag);
                }
                Some(locale) => {
                    let known: Vec<&str> = folders.keys().map(String::as_str).collect();
                    let wrong = Diagnostic::error(
                        Code::LocaleMissing,
                        format!("there is no folder locales/{}", locale.tag),
                    );
                    self.diagnostics
                        .push(wrong.help(format!("languages of this project are {}", known.join(", "))));
                }
                None => {
                    let wrong =
                        Diagnostic::error(Code::LocaleTag, format!("“{asked}” is not a language tag"));
                    self.diagnostics.push(wrong.help("write it like en, es or zh-Hant"));
                }
            }
        }
        wanted
    }

    fn catalog(
        &mut self,
        locale: &Locale,
        folder: &str,
        context: &Context<'_>,
        own: &mut Diagnostics,
    ) -> Catalog {
        let scope = if self.files.owns_manifest() { Scope::Own } else { Scope::WithBuiltIn };
        let mut sources = Vec::new();
        for name in self
            .files
            .list(&format!("locales/{folder}"), Kind::Files, scope)
            .iter()
            .filter(|name| name.ends_with(".ftl"))
        {
            let file = format!("locales/{folder}/{name}");
            match self.files.text(&file) {
                Some(Ok(text)) => sources.push(self.sources.add(file, text)),
                Some(Err(error)) => {
                    own.push(Diagnostic::error(Code::Unreadable, format!("{file} can’t be read: {error}")));
                }
                None => {}
            }
        }
        if sources.is_empty() && !own.has_errors() {
            let wrong =
                Diagnostic::error(Code::LocaleMissing, format!("locales/{folder} holds no .ftl file"));
            own.push(wrong.help("copy those of the source language and translate them"));
        }
        Catalog::load(locale.clone(), &sources, self.sources, context, own)
    }
}

/// Compares a language with the source language. Where its file can't be read to the end, messages that seem missing may
/// stand in the part that was passed over, so they are not reported.
fn compared(source: &Catalog, catalog: &Catalog, diagnostics: &mut Diagnostics) {
    let torn = is_torn(diagnostics);
    let mut found = Diagnostics::default();
    compare(source, catalog, &mut found);
    for diagnostic in found.iter().filter(|d| !(torn && d.code == Code::MissingMessage)) {
        diagnostics.push(diagnostic.clone());
    }
}

/// Whether some messages of a language could not be read at all.
fn is_torn(diagnostics: &Diagnostics) -> bool {
    diagnostics.iter().any(|d| matches!(d.code, Code::FluentSyntax | Code::Unreadable | Code::LocaleMissing))
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

/// Reports messages that the manifest asks for and the source language lacks.
fn unknown_messages(manifest: &Manifest, source: &Catalog, diagnostics: &mut Diagnostics) {
    let sections = manifest.leaflets.iter().flat_map(|leaflet| &leaflet.sections);
    let asked =
        sections.flat_map(|section| &section.blocks).flat_map(|block| block.messages.iter().chain(&block.by));
    for message in asked.chain(&manifest.draft) {
        if source.span(&message.id).is_none() {
            let text = format!("no message “{}” in locales/{}", message.id, source.locale.tag);
            let wrong = Diagnostic::error(Code::UnknownMessage, text).label(message.span, "asked for here");
            diagnostics.push(wrong.help("mend the name, or add the message to the source language’s file"));
        }
    }
}
