//! One language in one layout: from messages to a finished leaflet.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::load::Project;
use super::locales::LoadedLocale;
use crate::diag::{Diagnostics, Reported};
use crate::fit::{Assignment, FitJob, Fitted, fit};
use crate::flow::{PreparedPanel, RunningParts, Shelf, Story, assemble, prepare_panels};
use crate::frame::Leaflet;
use crate::geom::Abs;
use crate::picture::Drawing;
use crate::sheet;
use crate::spec::{Layout, LeafletSpec, Page};

/// A leaflet set, and what is said of it.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The leaflet.
    pub leaflet: Leaflet,
    /// The body size that it was fitted at.
    pub body: Abs,
    /// The body size that its script would like.
    pub ideal: Abs,
}

/// A leaflet fitted, not yet on its sheets.
pub struct Draft<'a> {
    layout: Cow<'a, Layout>,
    story: Story,
    furniture: Vec<PreparedPanel>,
    /// How it fits.
    pub fitted: Fitted,
}

/// Sets a leaflet in one language and layout on one paper.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// The project.
    pub project: &'a Project,
    /// The leaflet.
    pub leaflet: &'a LeafletSpec,
    /// The layout.
    pub layout: &'a Layout,
    /// The layout's drawings by file.
    pub drawings: &'a BTreeMap<String, Drawing>,
    /// The sheet.
    pub page: &'a Page,
    /// The language.
    pub locale: &'a LoadedLocale,
}

impl<'a> Job<'a> {
    /// Assembles, fits and imposes.
    ///
    /// # Errors
    /// Those of `draft`.
    pub fn run(&self, shelf: &mut Shelf<'_>, diagnostics: &mut Diagnostics) -> Result<Prepared, Reported> {
        Ok(self.finish(self.draft(shelf, diagnostics)?))
    }

    /// Assembles and fits.
    ///
    /// # Errors
    /// `font/missing-glyph`, `font/damaged`, `layout/no-panel`, `fit/overset`.
    pub fn draft(&self, shelf: &mut Shelf<'_>, diagnostics: &mut Diagnostics) -> Result<Draft<'a>, Reported> {
        let layout = self.layout.facing(self.locale.catalog.locale.direction);
        let (manifest, catalog) = (&self.project.manifest, &self.locale.catalog);
        let story = assemble(self.leaflet, &layout, manifest, catalog, shelf, diagnostics)?;
        let furniture = prepare_panels(&layout, &self.parts(), shelf, diagnostics)?;
        let fitted = fit(&self.fit_job((&layout, &story, &furniture), None), diagnostics)?;
        Ok(Draft { layout, story, furniture, fitted })
    }

    /// What a draft is fitted by.
    pub fn of<'d>(&'d self, draft: &'d Draft<'_>) -> FitJob<'d> {
        self.fit_job((&draft.layout, &draft.story, &draft.furniture), None)
    }

    /// Fits a draft again, each section on the panel that it is assigned to. What does not fit so stays as it was.
    pub fn refit(&self, draft: &mut Draft<'_>, sections: &Assignment) {
        let job = self.fit_job((&draft.layout, &draft.story, &draft.furniture), Some(sections));
        let fitted = fit(&job, &mut Diagnostics::default());
        if let Ok(fitted) = fitted {
            draft.fitted = fitted;
        }
    }

    /// Puts a draft on its sheets.
    pub fn finish(&self, draft: Draft<'_>) -> Prepared {
        let leaflet = Leaflet {
            title: draft.story.title,
            lang: self.locale.catalog.locale.tag.clone(),
            date: self.project.manifest.date.clone(),
            sides: sheet::impose(&draft.layout, self.page, &draft.fitted.panels),
            structure: draft.story.structure,
            duplex: sheet::duplex(&draft.layout, self.page),
        };
        Prepared { leaflet, body: draft.fitted.body.size, ideal: self.locale.typography.rules.ideal }
    }

    fn fit_job<'d>(
        &'d self,
        (layout, story, furniture): (&'d Layout, &'d Story, &'d [PreparedPanel]),
        sections: Option<&'d Assignment>,
    ) -> FitJob<'d> {
        FitJob {
            story,
            layout,
            page: self.page,
            furniture,
            rules: &self.locale.typography.rules,
            drawings: self.drawings,
            links: &self.project.manifest.links,
            catalog: &self.locale.catalog,
            sections,
        }
    }

    /// What running lines may name.
    fn parts(&self) -> RunningParts {
        let manifest = &self.project.manifest;
        let locale = &self.locale.catalog.locale;
        let state = manifest.draft.as_ref().and_then(|draft| self.locale.catalog.get(&draft.id));
        RunningParts {
            values: vec![
                ("native", locale.native_name().to_owned()),
                ("english", locale.english_name().to_owned()),
                ("tag", locale.tag.clone()),
                ("edition", manifest.edition.clone()),
                ("date", manifest.date.clone()),
                ("layout", self.layout.name.clone()),
                ("organisation", manifest.organisation.name.clone()),
                ("state", state.map(|text| text.text.clone()).unwrap_or_default()),
            ],
        }
    }
}
