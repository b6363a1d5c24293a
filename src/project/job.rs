//! One language in one layout: from messages to a finished leaflet.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::load::Project;
use super::locales::LoadedLocale;
use crate::color::Profile;
use crate::diag::{Diagnostics, Reported};
use crate::fit::{Assignment, FitJob, Fitted, fit};
use crate::flow::{Matter, PreparedPanel, RunningParts, Shelf, Story, assemble, paired, prepare_panels};
use crate::frame::{Drawing, Leaflet, NodeId};
use crate::geom::Abs;
use crate::script::ScriptRules;
use crate::sheet::{self, Imposition};
use crate::source::Span;
use crate::spec::{Layout, LeafletSpec, Page};
use crate::text::Paragraph;

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
    rules: ScriptRules,
    /// How it fits.
    pub fitted: Fitted,
}

impl Draft<'_> {
    /// Where the manifest asks for each of its blocks.
    pub fn spans(&self) -> BTreeMap<NodeId, Span> {
        self.story.blocks.values().flatten().map(|block| (block.node, block.message.span)).collect()
    }
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
    /// Assembles, fits and imposes, for an office.
    ///
    /// # Errors
    /// Those of `draft`.
    pub fn run(&self, shelf: &mut Shelf<'_>, diagnostics: &mut Diagnostics) -> Result<Prepared, Reported> {
        Ok(self.finish(&self.draft(shelf, diagnostics)?, Profile::default(), &[]))
    }

    /// Assembles and fits.
    ///
    /// # Errors
    /// `font/missing-glyph`, `font/damaged`, `layout/no-panel`, `fit/overset`.
    pub fn draft(&self, shelf: &mut Shelf<'_>, diagnostics: &mut Diagnostics) -> Result<Draft<'a>, Reported> {
        let layout = self.layout.facing(self.locale.catalog.locale.direction);
        let Project { manifest, pictures, .. } = self.project;
        let logo = pictures.logo.as_ref();
        let matter = Matter { manifest, catalog: &self.locale.catalog, pictures: &pictures.files, logo };
        let mut story = assemble(self.leaflet, &layout, matter, shelf, diagnostics)?;
        if let Some((partner, shelf)) = self.project.partner.as_ref().zip(shelf.partner.as_deref_mut()) {
            let matter = Matter { catalog: &partner.catalog, ..matter };
            let other = assemble(self.leaflet, &layout, matter, shelf, diagnostics)?;
            story = paired(story, other, &layout);
        }
        let furniture = prepare_panels(&layout, &self.parts(), shelf, diagnostics)?;
        let rules = self.rules();
        let fitted = fit(&self.fit_job((&layout, &story, &furniture, &rules), None), diagnostics)?;
        Ok(Draft { layout, story, furniture, rules, fitted })
    }

    /// What a draft is fitted by.
    pub fn of<'d>(&'d self, draft: &'d Draft<'_>) -> FitJob<'d> {
        self.fit_job((&draft.layout, &draft.story, &draft.furniture, &draft.rules), None)
    }

    /// Fits a draft again, each section on the panel that it is assigned to. What does not fit so stays as it was.
    pub fn refit(&self, draft: &mut Draft<'_>, sections: &Assignment) {
        let job = self.fit_job((&draft.layout, &draft.story, &draft.furniture, &draft.rules), Some(sections));
        let fitted = fit(&job, &mut Diagnostics::default());
        if let Ok(fitted) = fitted {
            draft.fitted = fitted;
        }
    }

    /// Puts a draft on its sheets; `slugs` is what a press sheet says of itself, side by side.
    pub fn finish(&self, draft: &Draft<'_>, profile: Profile, slugs: &[Arc<Paragraph>]) -> Prepared {
        let panels = &draft.fitted.panels;
        let sheets = Imposition { layout: &draft.layout, page: self.page, panels, profile, slugs };
        let leaflet = Leaflet {
            title: draft.story.title.clone(),
            lang: self.locale.catalog.locale.tag.clone(),
            date: self.project.manifest.date.clone(),
            sides: sheet::impose(&sheets),
            structure: draft.story.structure.clone(),
            duplex: sheet::duplex(&draft.layout, self.page),
        };
        Prepared { leaflet, body: draft.fitted.body.size, ideal: self.locale.typography.rules.ideal }
    }

    fn fit_job<'d>(
        &'d self,
        (layout, story, furniture, rules): (&'d Layout, &'d Story, &'d [PreparedPanel], &'d ScriptRules),
        sections: Option<&'d Assignment>,
    ) -> FitJob<'d> {
        FitJob {
            story,
            layout,
            page: self.page,
            furniture,
            rules,
            drawings: self.drawings,
            catalog: &self.locale.catalog,
            sections,
        }
    }

    /// The script's rules; of two languages the first one's, its smallest size such that neither falls below its own.
    fn rules(&self) -> ScriptRules {
        let own = self.locale.typography.rules;
        let Some(partner) = &self.project.partner else { return own };
        let other = partner.typography.rules;
        ScriptRules { floor: own.floor.max(other.floor * (own.ideal / other.ideal)), ..own }
    }

    /// What running lines may name.
    fn parts(&self) -> RunningParts {
        let manifest = &self.project.manifest;
        let locale = &self.locale.catalog.locale;
        let partner = self.project.partner.as_ref().map(|partner| &partner.catalog.locale);
        let both = |own: &str, other: Option<&str>, between: &str| match other {
            Some(other) => format!("{own}{between}{other}"),
            None => own.to_owned(),
        };
        let state = manifest.draft.as_ref().and_then(|draft| self.locale.catalog.get(&draft.id));
        RunningParts {
            values: vec![
                ("native", locale.native_name().to_owned()),
                ("partner", partner.map(|partner| partner.native_name().to_owned()).unwrap_or_default()),
                (
                    "english",
                    both(locale.english_name(), partner.map(|partner| partner.english_name()), " · "),
                ),
                ("tag", both(&locale.tag, partner.map(|partner| partner.tag.as_str()), "+")),
                ("edition", manifest.edition.clone()),
                ("date", manifest.date.clone()),
                ("layout", self.layout.name.clone()),
                ("organisation", manifest.organisation.name.clone()),
                ("state", state.map(|text| text.text.clone()).unwrap_or_default()),
            ],
        }
    }
}
