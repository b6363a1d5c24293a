//! The languages that a run needs: which folders there are, their messages compared with the source language's, and how
//! each is set.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use super::coverage::Coverage;
use super::disk::EntryKind;
use super::files::{FileScope, Files, Intake, read_source};
use super::language::{Compared, LanguageFiles, LanguageReader, LoadedLocale};
use super::reviews::ReviewFile;
use super::scope::{Scope, is_tear};
use super::selection::Selection;
use super::strays::{STATUS, warn_of_language, warn_of_project};
use crate::content::{Catalog, Context, compare, report_unprinted};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::font::FontBook;
use crate::locale::{Locale, Pseudo};
use crate::source::SourceId;
use crate::spec::{self, Form, LocaleSettings, Manifest};

/// The file that says how a language is set, in its folder.
const SETTINGS: &str = "locale.toml";

/// The built-in languages are of no project but the built-in one.
pub(super) fn language_scope(files: &Files) -> FileScope {
    if files.owns_manifest() { FileScope::Own } else { FileScope::WithBuiltIn }
}

/// The languages that there are folders for, by their tags.
pub fn languages(files: &Files) -> Vec<String> {
    let mut unheard = Diagnostics::default();
    let folders = files.list("locales", EntryKind::Folders, language_scope(files), &mut unheard);
    let tags: BTreeSet<String> =
        folders.iter().flatten().filter_map(|folder| Some(Locale::parse(folder)?.tag)).collect();
    let tags = tags.into_iter().filter(|tag| Pseudo::of(tag).is_none());
    tags.collect()
}

/// The languages that were read.
#[derive(Default)]
pub(super) struct Languages {
    /// Those asked for, in the order of their tags.
    pub(super) locales: Vec<LoadedLocale>,
    /// The source language, also where it was not asked for.
    pub(super) source: Option<LoadedLocale>,
}

/// Reads the languages asked for, in the order of their tags. What is wrong with one is kept with it.
pub(super) fn read_locales(
    intake: &mut Intake<'_>,
    manifest: &Manifest,
    fonts: &FontBook,
    selection: &Selection,
) -> Languages {
    let scope = language_scope(intake.files);
    let source = manifest.source.tag.clone();
    let date = manifest.date.clone();
    let mut reader = LocaleReader { intake, scope, fonts, form: selection.form, source, date };
    // What can't be looked into was told.
    let Some(folders) = reader.find_folders() else { return Languages::default() };
    warn_of_project(reader.intake.files, reader.intake.diagnostics);
    let wanted = reader.wanted_tags(&folders, selection);
    reader.read_all(manifest, &folders, &wanted)
}

/// Takes the language out that the others are set beside. Where it was asked for as a leaflet of its own, it is said that
/// there is none.
pub(super) fn take_partner(
    locales: &mut Vec<LoadedLocale>,
    selection: &Selection,
    diagnostics: &mut Diagnostics,
) -> Option<LoadedLocale> {
    let tag = Locale::parse(selection.with.as_ref()?).map(|locale| locale.tag);
    let Some(at) = locales.iter().position(|locale| Some(&locale.catalog.locale.tag) == tag.as_ref()) else {
        // It was reported as missing.
        locales.clear();
        return None;
    };
    let partner = locales.remove(at);
    let own = &partner.catalog.locale.tag;
    if selection.locales.iter().filter_map(|asked| Locale::parse(asked)).any(|asked| asked.tag == *own) {
        let message = format!("{own} is left out: the other languages are set beside it");
        let left_out = Diagnostic::new(Code::Partner, message);
        diagnostics.warn(left_out.help(format!("build it without --with {own}")));
    }
    Some(partner)
}

struct LocaleReader<'a, 'i> {
    intake: &'a mut Intake<'i>,
    /// Whether the built-in languages are of the project.
    scope: FileScope,
    fonts: &'a FontBook,
    /// What the languages are set for.
    form: Form,
    /// The tag of the source language.
    source: String,
    /// The date of the edition.
    date: String,
}

impl LocaleReader<'_, '_> {
    fn read_all(
        &mut self,
        manifest: &Manifest,
        folders: &BTreeMap<String, String>,
        wanted: &BTreeSet<String>,
    ) -> Languages {
        let links: BTreeSet<String> = manifest.links.keys().cloned().collect();
        let context = Context { variables: &manifest.variables, links: &links };
        let scope = Scope::of_manifest(manifest);
        let Some(source) = self.read_source(manifest, folders, &context, &scope) else {
            return Languages::default();
        };
        let printed = scope.needed(&source.catalog);
        let others: Vec<LanguageFiles> = wanted
            .iter()
            .filter(|tag| **tag != source.catalog.locale.tag)
            .map(|tag| {
                let locale = Locale::parse(tag).expect("folders are listed by their canonical tags");
                self.take_files(locale, &folders[tag])
            })
            .collect();
        let sources = &*self.intake.sources;
        let reading = LanguageReader { sources, context: &context, links: &manifest.links, date: &self.date };
        let read = others.into_par_iter().map(|files| {
            reading.language(files, Some(&source.catalog), |catalog, terms, diagnostics| {
                compare(&source.catalog, catalog, &printed, terms, diagnostics);
                let coverage = Coverage::count(&source.catalog, catalog, diagnostics);
                Compared { coverage, hidden: source.catalog.hidden_in(catalog) }
            })
        });
        let mut locales: Vec<LoadedLocale> = read.collect();
        if wanted.contains(&source.catalog.locale.tag) {
            locales.push(source.clone());
        }
        locales.sort_by(|one, other| one.catalog.locale.tag.cmp(&other.catalog.locale.tag));
        Languages { locales, source: Some(source) }
    }

    /// The language that all others are measured by.
    fn read_source(
        &mut self,
        manifest: &Manifest,
        folders: &BTreeMap<String, String>,
        context: &Context<'_>,
        scope: &Scope,
    ) -> Option<LoadedLocale> {
        let locale = manifest.source.clone();
        let Some(folder) = folders.get(&locale.tag) else {
            let message = format!("there is no folder locales/{} for the source language", locale.tag);
            let mut wrong = Diagnostic::new(Code::LocaleMissing, message);
            let named = self
                .intake
                .sources
                .find("polyleaf.toml")
                .and_then(|source| spec::value_span(self.intake.sources, source, &["project", "source"]));
            wrong.labels.extend(named.map(|span| (span, "named here".to_owned())));
            let help = "name a language that there is a folder for, or add that folder with its messages";
            self.intake.diagnostics.error(wrong.help(help));
            return None;
        };
        let files = self.take_files(locale, folder);
        let sources = &*self.intake.sources;
        let reading = LanguageReader { sources, context, links: &manifest.links, date: &self.date };
        Some(reading.language(files, None, |catalog, _, diagnostics| {
            unknown_messages(manifest, catalog, diagnostics);
            if !diagnostics.iter().any(|diagnostic| is_tear(diagnostic.code)) {
                report_unprinted(catalog, &scope.needed(catalog), diagnostics);
            }
            let lacking = scope.ids.iter().filter(|id| catalog.span(id).is_none());
            let hidden = lacking.filter(|id| catalog.may_hold(id)).cloned().collect();
            Compared { coverage: Coverage::count(catalog, catalog, diagnostics), hidden }
        }))
    }

    /// The files of a language.
    fn take_files(&mut self, locale: Locale, folder: &str) -> LanguageFiles {
        let (mut about_texts, mut about_settings) = (Diagnostics::default(), Diagnostics::default());
        let settings = self.read_settings(&locale, folder, &mut about_settings);
        let (texts, unread) = self.take_texts(&locale, folder, &mut about_texts);
        let reviews = self.read_reviews(folder, &mut about_settings);
        let folder = folder.to_owned();
        LanguageFiles { locale, folder, settings, texts, unread, reviews, about_texts, about_settings }
    }

    /// Folders of languages by their canonical tags; `None` where there is no looking.
    fn find_folders(&mut self) -> Option<BTreeMap<String, String>> {
        let mut folders = BTreeMap::new();
        let Intake { files, diagnostics, .. } = &mut *self.intake;
        let listed = files.list("locales", EntryKind::Folders, self.scope, diagnostics);
        for folder in listed.ok()? {
            let Some(locale) = Locale::parse(&folder) else {
                let wrong = Diagnostic::new(
                    Code::LocaleTag,
                    format!("locales/{folder} is not named by a language tag"),
                );
                self.intake.diagnostics.error(wrong.help("name the folder like en, es or zh-Hant"));
                continue;
            };
            if locale.is_pseudo() {
                let message =
                    format!("locales/{folder}: the program makes {} of the source language", locale.tag);
                let wrong = Diagnostic::new(Code::LocaleTag, message);
                let help = "give the folder another name, or remove it, and build with -l TAG";
                self.intake.diagnostics.error(wrong.help(help.replace("TAG", &locale.tag)));
                continue;
            }
            if let Some(other) = folders.insert(locale.tag.clone(), folder.clone()) {
                let message =
                    format!("locales/{other} and locales/{folder} are one language, {}", locale.tag);
                let twice = Diagnostic::new(Code::LocaleTag, message);
                self.intake.diagnostics.error(twice.help("keep one of the two folders"));
            }
        }
        Some(folders)
    }

    /// The tags asked for that there are, in order.
    fn wanted_tags(&mut self, folders: &BTreeMap<String, String>, selection: &Selection) -> BTreeSet<String> {
        if selection.locales.is_empty() && selection.with.is_none() {
            return folders.keys().cloned().collect();
        }
        if selection.locales.is_empty() {
            let named = Selection { locales: folders.keys().cloned().collect(), ..selection.clone() };
            return self.wanted_tags(folders, &named);
        }
        let mut wanted = BTreeSet::new();
        for asked in selection.locales.iter().chain(&selection.with) {
            match Locale::parse(asked) {
                // It is made when the source language is there.
                Some(locale) if locale.is_pseudo() => {}
                Some(locale) if folders.contains_key(&locale.tag) => {
                    wanted.insert(locale.tag);
                }
                Some(locale) => {
                    let known: Vec<&str> = folders.keys().map(String::as_str).collect();
                    let wrong = Diagnostic::new(
                        Code::LocaleMissing,
                        format!("there is no folder locales/{}", locale.tag),
                    );
                    let known = format!("languages of this project are {}", known.join(", "));
                    self.intake.diagnostics.error(wrong.of_request().help(known));
                }
                None => {
                    let wrong = Diagnostic::new(Code::LocaleTag, format!("“{asked}” is not a language tag"));
                    self.intake.diagnostics.error(wrong.of_request().help("write it like en, es or zh-Hant"));
                }
            }
        }
        wanted
    }

    /// The files of a language's texts, and the names of those that can't be read.
    fn take_texts(
        &mut self,
        locale: &Locale,
        folder: &str,
        own: &mut Diagnostics,
    ) -> (Vec<SourceId>, Vec<String>) {
        let is_source = self.source == locale.tag;
        let kind = EntryKind::Files("ftl");
        warn_of_language(self.intake.files, &format!("locales/{folder}"), self.intake.diagnostics);
        let names = self.intake.files.list(&format!("locales/{folder}"), kind, self.scope, own);
        let names = names.iter().flatten().map(|name| format!("locales/{folder}/{name}"));
        let (mut sources, mut unread) = (Vec::new(), Vec::new());
        for name in names {
            match self.take_source(&name, own) {
                Some(source) => sources.push(source),
                None => unread.push(name),
            }
        }
        if sources.is_empty() && !own.has_errors() {
            let wrong = Diagnostic::new(Code::LocaleMissing, format!("locales/{folder} holds no .ftl file"));
            let help = if is_source {
                format!("write its messages into a file such as locales/{folder}/text.ftl")
            } else {
                "copy those of the source language and translate them".to_owned()
            };
            own.error(wrong.help(help));
        }
        if sources.is_empty() && unread.is_empty() {
            unread.push(format!("locales/{folder}"));
        }
        (sources, unread)
    }

    /// A language's own file, as a source.
    fn take_source(&mut self, file: &str, own: &mut Diagnostics) -> Option<SourceId> {
        read_source(self.intake.files, file, self.intake.sources, own)?.ok()
    }

    /// Who reviewed which message, by the folder's own file.
    fn read_reviews(&mut self, folder: &str, own: &mut Diagnostics) -> ReviewFile {
        let name = format!("locales/{folder}/{STATUS}");
        let is_there = self.scope == FileScope::WithBuiltIn || self.intake.files.own_file(&name).is_some();
        let read =
            is_there.then(|| read_source(self.intake.files, &name, self.intake.sources, own)).flatten();
        ReviewFile::read(name, read, self.intake.sources, own)
    }

    /// How a language is set: the script's defaults, with what the folder's own file changes, and larger in large
    /// print.
    fn read_settings(&mut self, locale: &Locale, folder: &str, own: &mut Diagnostics) -> LocaleSettings {
        let kind = EntryKind::Files("toml");
        let listed = self.intake.files.list(&format!("locales/{folder}"), kind, self.scope, own);
        let families: Vec<&str> = self.fonts.families().collect();
        let read = listed.iter().flatten().find(|name| *name == SETTINGS).and_then(|name| {
            let source = self.take_source(&format!("locales/{folder}/{name}"), own)?;
            spec::read_locale(source, self.intake.sources, locale, &families, own).ok()
        });
        let mut settings = read.unwrap_or_else(|| LocaleSettings::known(locale));
        if self.form == Form::LargePrint {
            settings.typography.rules = settings.typography.rules.large_print();
        }
        settings
    }
}

/// Reports messages that the manifest asks for and the source language lacks.
fn unknown_messages(manifest: &Manifest, source: &Catalog, diagnostics: &mut Diagnostics) {
    let sections = manifest.leaflets.iter().flat_map(|leaflet| &leaflet.sections);
    let asked = sections
        .flat_map(|section| &section.blocks)
        .flat_map(|block| block.messages.iter().chain(block.companions.iter().map(|(_, message)| message)));
    for message in asked.chain(&manifest.draft) {
        if source.span(&message.id).is_none() && !source.may_hold(&message.id) {
            let text = format!("no message “{}” in locales/{}", message.id, source.locale.tag);
            let wrong = Diagnostic::new(Code::UnknownMessage, text).label(message.span, "asked for here");
            diagnostics.error(wrong.help("mend the name, or add the message to the source language’s file"));
        }
    }
}
