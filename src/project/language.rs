//! A language as a run needs it: its messages, how it is set, and all that is wrong with it. Several can be read at the same time.

use std::collections::{BTreeMap, BTreeSet};

use super::coverage::Coverage;
use super::dialled::report_other_numbers;
use super::reviews::{ReviewFile, Reviews};
use super::tags::{renamed, unnamed};
use crate::content::{Catalog, Context, GlossaryTerm};
use crate::diag::Diagnostics;
use crate::flow::Shelf;
use crate::font::FontBook;
use crate::languages::ReadabilityTable;
use crate::locale::Locale;
use crate::script::Typography;
use crate::source::{SourceId, Sources};
use crate::spec::LocaleSettings;

/// A language's messages, with what is wrong with them.
#[derive(Clone)]
pub struct LoadedLocale {
    /// How many of the source language's messages it has.
    pub coverage: Coverage,
    /// The messages.
    pub catalog: Catalog,
    /// How it is set.
    pub typography: Typography,
    /// The formula by which it is told how easy its text is to read, where there is one.
    pub readability: Option<ReadabilityTable>,
    /// How far the review of its messages is.
    pub reviews: Reviews,
    /// The messages that a proof shows in the source language’s words.
    pub gaps: BTreeSet<String>,
    /// The messages that it lacks and may have in what could not be read.
    pub hidden: BTreeSet<String>,
    /// What is wrong, in the order of its files; leaflets that an error is about are not built.
    pub diagnostics: Diagnostics,
}

impl LoadedLocale {
    /// An empty shelf for it.
    pub fn shelf<'a>(&'a self, fonts: &'a FontBook, sources: &'a Sources) -> Shelf<'a> {
        Shelf::new(fonts, &self.catalog.locale, &self.typography, sources)
    }
}

/// How a language was found to differ from what is asked of it.
pub(super) struct Compared {
    /// How many of the messages it has.
    pub(super) coverage: Coverage,
    /// The messages that it lacks and may have in what could not be read.
    pub(super) hidden: BTreeSet<String>,
}

/// The files of a language, read and not yet understood.
pub(super) struct LanguageFiles {
    /// The language.
    pub(super) locale: Locale,
    /// The name of its folder.
    pub(super) folder: String,
    /// How it is set.
    pub(super) settings: LocaleSettings,
    /// Its texts.
    pub(super) texts: Vec<SourceId>,
    /// The texts that can't be read.
    pub(super) unread: Vec<String>,
    /// Who reviewed them.
    pub(super) reviews: ReviewFile,
    /// What is wrong with the files of texts.
    pub(super) about_texts: Diagnostics,
    /// What is wrong with the others.
    pub(super) about_settings: Diagnostics,
}

/// What languages are read by.
#[derive(Clone, Copy)]
pub(super) struct LanguageReader<'a> {
    /// The texts.
    pub(super) sources: &'a Sources,
    /// The variables and links that there are.
    pub(super) context: &'a Context<'a>,
    /// The addresses of links, by their names.
    pub(super) links: &'a BTreeMap<String, String>,
    /// The date of the edition.
    pub(super) date: &'a str,
}

impl LanguageReader<'_> {
    /// A language with all that is wrong with it, and how its messages stand to those of `source`, where it is another. `compare` tells how
    /// it differs from what is asked of it.
    pub(super) fn language(
        self,
        files: LanguageFiles,
        source: Option<&Catalog>,
        compare: impl FnOnce(&Catalog, &[GlossaryTerm], &mut Diagnostics) -> Compared,
    ) -> LoadedLocale {
        let LanguageFiles { mut locale, folder, settings, texts, unread, .. } = files;
        let (mut diagnostics, mut about_settings) = (files.about_texts, files.about_settings);
        locale.name = settings.name;
        let mut catalog = Catalog::load(locale, &texts, self.sources, self.context, &mut diagnostics);
        catalog.note_unread(unread);
        report_other_numbers(&catalog, self.links, self.sources, &mut diagnostics);
        let Compared { coverage, hidden } = compare(&catalog, &settings.terms, &mut diagnostics);
        let reviews = Reviews::of(files.reviews, &catalog, source, self.date, &mut about_settings);
        diagnostics.extend(about_settings);
        unnamed(&catalog.locale, &folder, &mut diagnostics);
        if let Some(renamed) = renamed(&catalog.locale, &folder) {
            diagnostics.warn(renamed);
        }
        diagnostics.sort_by_place(self.sources);
        LoadedLocale {
            coverage,
            catalog,
            typography: settings.typography,
            readability: settings.readability,
            reviews,
            gaps: BTreeSet::new(),
            hidden,
            diagnostics,
        }
    }
}
