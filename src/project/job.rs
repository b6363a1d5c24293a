//! One language in one layout: from messages to a finished leaflet.

use std::collections::BTreeMap;

use super::load::Project;
use super::locales::LoadedLocale;
use crate::diag::{Diagnostics, Reported};
use crate::fit::{FitJob, fit};
use crate::flow::{RunningParts, Shelf, assemble, prepare_panels};
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

/// Sets a leaflet in one language and layout on one paper.
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

impl Job<'_> {
    /// Assembles, fits and imposes.
    ///
    /// # Errors
    /// `font/missing-glyph`, `font/damaged`, `layout/no-panel`, `fit/overset`.
    pub fn run(&self, shelf: &mut Shelf<'_>, diagnostics: &mut Diagnostics) -> Result<Prepared, Reported> {
        let manifest = &self.project.manifest;
        let layout = &*self.layout.facing(self.locale.catalog.locale.direction);
        let story = assemble(self.leaflet, layout, manifest, &self.locale.catalog, shelf, diagnostics)?;
        let furniture = prepare_panels(layout, &self.parts(), shelf, diagnostics)?;
        let rules = &self.locale.typography.rules;
        let job = FitJob {
            story: &story,
            layout,
            page: self.page,
            furniture: &furniture,
            rules,
            drawings: self.drawings,
            links: &manifest.links,
            catalog: &self.locale.catalog,
        };
        let fitted = fit(&job, diagnostics)?;
        let leaflet = Leaflet {
            title: story.title.clone(),
            lang: self.locale.catalog.locale.tag.clone(),
            date: manifest.date.clone(),
            sides: sheet::impose(layout, self.page, &fitted.panels),
            structure: story.structure,
            duplex: sheet::duplex(layout, self.page),
        };
        Ok(Prepared { leaflet, body: fitted.body, ideal: rules.ideal })
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
