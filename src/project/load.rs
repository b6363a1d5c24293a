//! A project in memory: manifest, layouts, faces, and the messages of the languages asked for.

use std::collections::{BTreeMap, BTreeSet};

use super::files::{Files, Scope};
use super::fonts;
use crate::content::{Catalog, Context, compare};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::FontBook;
use crate::locale::Locale;
use crate::picture::{self, Drawing};
use crate::source::{SourceId, Sources, Span};
use crate::spec::{self, Layout, Look, Manifest, Organisation};

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

/// A language's messages, with what is wrong with them.
pub struct LoadedLocale {
    /// The messages.
    pub catalog: Catalog,
    /// What is wrong; with an error among them the language is not built.
    pub diagnostics: Diagnostics,
}

/// A project in memory.
pub struct Project {
    /// The manifest.
    pub manifest: Manifest,
    /// Layouts that could be read, by name, each with its drawings.
    pub layouts: BTreeMap<String, (Layout, BTreeMap<String, Drawing>)>,
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
    let layouts = loader.layouts(&manifest, selection);
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
        let source = self.source("polyleaf.toml").expect("a manifest is built in")?;
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

    /// Takes a file in as a source; `None` when there is none of that name.
    fn source(&mut self, name: &str) -> Option<Result<SourceId, Reported>> {
        Some(match self.files.text(name)? {
            Ok(text) => Ok(self.sources.add(name, text)),
            Err(error) => {
                let wrong = Diagnostic::error(Code::Unreadable, format!("{name} can’t be read: {error}"));
                Err(self.diagnostics.push(wrong))
            }
        })
    }

    fn layouts(
        &mut self,
        manifest: &Manifest,
        selection: &Selection,
    ) -> BTreeMap<String, (Layout, BTreeMap<String, Drawing>)> {
        let chosen = |name: &str| {
            selection.leaflets.is_empty() || selection.leaflets.iter().any(|known| known == name)
        };
        let mut wanted: Vec<(String, Option<Span>)> = Vec::new();
        if selection.layouts.is_empty() {
            let leaflets = manifest.leaflets.iter().filter(|leaflet| chosen(&leaflet.name));
            wanted.extend(
                leaflets.flat_map(|leaflet| &leaflet.layouts).map(|(name, span)| (name.clone(), Some(*span))),
            );
        } else if selection.layouts.iter().any(|name| name == "all") {
            wanted.extend(self.known_layouts().into_iter().map(|name| (name, None)));
        } else {
            wanted.extend(selection.layouts.iter().map(|name| (name.clone(), None)));
        }
        let mut layouts = BTreeMap::new();
        for (name, span) in wanted {
            if !layouts.contains_key(&name)
                && let Ok(layout) = self.layout(&name, span)
            {
                let drawings = self.drawings(&layout);
                layouts.insert(name, (layout, drawings));
            }
        }
        layouts
    }

    fn known_layouts(&self) -> Vec<String> {
        let names = self.files.list("layouts", Scope::WithBuiltIn);
        names.iter().filter_map(|name| name.strip_suffix(".toml")).map(str::to_owned).collect()
    }

    fn layout(&mut self, name: &str, asked: Option<Span>) -> Result<Layout, Reported> {
        let Some(source) = self.source(&format!("layouts/{name}.toml")) else {
            let mut wrong = Diagnostic::error(Code::UnknownLayout, format!("there is no layout “{name}”"));
            wrong.labels.extend(asked.map(|span| (span, "asked for here".to_owned())));
            let known = self.known_layouts().join(", ");
            return Err(self.diagnostics.push(wrong.help(format!("layouts are {known}"))));
        };
        let source = source?;
        let look = match spec::look_of(source, self.sources) {
            None => Look::default(),
            Some(look) => {
                let file = format!("layouts/look/{look}.toml");
                let read = self.source(&file).unwrap_or_else(|| {
                    let wrong = Diagnostic::error(Code::Layout, format!("there is no look “{look}”"));
                    Err(self
                        .diagnostics
                        .push(wrong.label(Span::new(source, 0..0), format!("{file} is missing"))))
                });
                spec::read_look(read?, self.sources, self.diagnostics)?
            }
        };
        spec::read_layout(name, source, look, self.sources, self.diagnostics)
    }

    /// The drawings that a layout uses, in its palette.
    fn drawings(&mut self, layout: &Layout) -> BTreeMap<String, Drawing> {
        let mut drawings = BTreeMap::new();
        for (name, span) in layout.pictures() {
            let file = format!("layouts/look/{name}");
            let drawing = match self.files.text(&file) {
                None => Err("there is no such file".to_owned()),
                Some(Err(error)) => Err(error.to_string()),
                Some(Ok(svg)) => picture::read(&svg, &layout.look.palette),
            };
            match drawing {
                Ok(drawing) => {
                    drawings.insert(name, drawing);
                }
                Err(reason) => {
                    let wrong = Diagnostic::error(Code::Picture, format!("{file} can’t be used: {reason}"));
                    self.diagnostics.push(wrong.label(span, "asked for by this layout"));
                }
            }
        }
        drawings
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
        unknown_messages(manifest, &source, &mut unknown);
        let mut loaded = Vec::new();
        for tag in wanted {
            if tag == manifest.source.tag {
                let mut diagnostics = unknown.clone();
                diagnostics.extend(own.clone());
                loaded.push(LoadedLocale { catalog: source.clone(), diagnostics });
                continue;
            }
            let locale = Locale::parse(&tag).expect("folders are listed by their canonical tags");
            let mut diagnostics = unknown.clone();
            let catalog = self.catalog(&locale, &folders[&tag], &context, &mut diagnostics);
            compared(&source, &catalog, &mut diagnostics);
            loaded.push(LoadedLocale { catalog, diagnostics });
        }
        loaded
    }

    /// Folders of languages by their canonical tags.
    fn folders(&mut self, scope: Scope) -> BTreeMap<String, String> {
        let mut folders = BTreeMap::new();
        for folder in self
            .files
            .list("locales", scope)
            .into_iter()
            .filter(|name| !name.starts_with('.') && !name.contains('.'))
        {
            match Locale::parse(&folder) {
                Some(locale) => {
                    folders.insert(locale.tag, folder);
                }
                None => {
                    let wrong = Diagnostic::error(
                        Code::LocaleTag,
                        format!("locales/{folder} is not named by a language tag"),
                    );
                    self.diagnostics.push(wrong.help("name the folder like en, es or zh-Hant"));
                }
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
        for name in
            self.files.list(&format!("locales/{folder}"), scope).iter().filter(|name| name.ends_with(".ftl"))
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
    let torn = diagnostics
        .iter()
        .any(|d| matches!(d.code, Code::FluentSyntax | Code::Unreadable | Code::LocaleMissing));
    let mut found = Diagnostics::default();
    compare(source, catalog, &mut found);
    for diagnostic in found.iter().filter(|d| !(torn && d.code == Code::MissingMessage)) {
        diagnostics.push(diagnostic.clone());
    }
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
