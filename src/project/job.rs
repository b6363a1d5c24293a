//! One language in one layout: from messages to a finished leaflet.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::language::LoadedLocale;
use super::load::Project;
use super::margin::{draft_line, proof_line};
use super::overset::overset_text;
use super::unset::Unset;
use crate::color::{Inks, Profile};
use crate::fit::{
    Assignment, FitJob, Fitted, SetPanel, Tall, Trimmings, Unfit, emit_panels, fit, page_numbers,
    with_room_for_addresses,
};
use crate::flow::{
    Flaw, Gaps, Matter, PageNumbers, RunningLines, RunningParts, Shelf, Story, assemble, paired,
    running_lines,
};
use crate::frame::{Leaflet, Motif, NodeId, Structure};
use crate::geom::Abs;
use crate::script::ScriptRules;
use crate::sheet::{self, Imposition, SlugFacts};
use crate::source::{Sources, Span};
use crate::spec::{Layout, LeafletSpec, Page, Press, RunningLine};
use crate::style::Edges;
use crate::text::Paragraph;

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
    pub drawings: &'a BTreeMap<String, Motif>,
    /// The sheet.
    pub page: &'a Page,
    /// The language.
    pub locale: &'a LoadedLocale,
}

/// The paragraphs of a language that were shaped so far, and those of the language that it is set beside.
pub struct Shelves<'a> {
    own: Shelf<'a>,
    partner: Option<Shelf<'a>>,
    /// The source language’s, of a proof.
    source: Option<Shelf<'a>>,
}

impl<'a> Shelves<'a> {
    /// Where words of a message of the first language are written.
    pub fn place_of_words(&self, message: Span, words: &str) -> Span {
        self.own.place_of_words(message, words)
    }

    /// Empty shelves for a language of a project.
    pub fn new(project: &'a Project, locale: &'a LoadedLocale, sources: &'a Sources) -> Shelves<'a> {
        let shelf = |locale: &'a LoadedLocale| locale.shelf(&project.fonts, sources);
        let source = project.source.as_ref().filter(|_| project.proof.is_some());
        Shelves {
            own: shelf(locale),
            partner: project.partner.as_ref().map(shelf),
            source: source.map(shelf),
        }
    }
}

/// A leaflet's text, assembled and shaped, with all that a fit asks for beside the sheet.
pub struct Manuscript<'a> {
    layout: Cow<'a, Layout>,
    story: Story,
    furniture: Vec<RunningLines>,
    rules: ScriptRules,
}

impl Manuscript<'_> {
    fn fit_job<'d>(&'d self, page: &'d Page, sections: Option<&'d Assignment>) -> FitJob<'d> {
        let Manuscript { layout, story, furniture, rules } = self;
        FitJob {
            story,
            layout,
            page,
            furniture,
            rules,
            sections,
            tall: Tall::default(),
            edges: Edges::default(),
        }
    }
}

/// A leaflet fitted: its lines are known, its panels not yet drawn.
pub struct Draft<'a> {
    manuscript: Manuscript<'a>,
    /// How it fits.
    pub fitted: Fitted,
}

impl Draft<'_> {
    /// Its text.
    pub(super) fn story(&self) -> &Story {
        &self.manuscript.story
    }
}

/// A leaflet set: its panels are drawn, and not yet on sheets.
pub struct SetLeaflet<'a> {
    layout: Cow<'a, Layout>,
    title: String,
    structure: Structure,
    /// Where the manifest asks for each of its blocks.
    pub spans: BTreeMap<NodeId, Span>,
    /// The panels in the layout's order.
    pub panels: Vec<SetPanel>,
    /// The body size that it was fitted at.
    pub body: Abs,
}

impl SetLeaflet<'_> {
    /// The same, kept apart from the project that it was set of.
    pub fn into_owned(self) -> SetLeaflet<'static> {
        SetLeaflet { layout: Cow::Owned(self.layout.into_owned()), ..self }
    }
}

impl<'a> Job<'a> {
    /// Assembles, fits, sets and imposes, for an office.
    ///
    /// # Errors
    /// Those of `draft`.
    #[cfg(test)]
    pub fn run(&self, shelves: &mut Shelves<'_>, sources: &Sources) -> Result<Leaflet, Unset> {
        let set = self.set(&self.draft(shelves)?, sources);
        Ok(self.impose(&set, Profile::default(), &self.project.press, &[]))
    }

    /// Assembles and fits. `shelves` are of the job's language.
    ///
    /// # Errors
    /// Text can't be set, or does not fit.
    pub fn draft(&self, shelves: &mut Shelves<'_>) -> Result<Draft<'a>, Unset> {
        self.fit(self.manuscript(shelves)?)
    }

    /// Fits what is assembled.
    ///
    /// # Errors
    /// It does not fit.
    pub fn fit(&self, manuscript: Manuscript<'a>) -> Result<Draft<'a>, Unset> {
        let job = manuscript.fit_job(self.page, None);
        match fit(&job) {
            Ok(fitted) => Ok(Draft { manuscript, fitted }),
            Err(Unfit::TooSmall { max, floor }) => Err(Unset::TooSmall { max, floor }),
            Err(Unfit::Overset(overset)) => {
                Err(Unset::Overset(Box::new(overset_text(self.project, self.locale, &job, overset))))
            }
        }
    }

    /// Fits a draft again, each section on the panel that it is assigned to. What does not fit so stays as it was.
    pub fn refit(&self, draft: &mut Draft<'_>, sections: &Assignment) {
        let fitted = fit(&draft.manuscript.fit_job(self.page, Some(sections)));
        if let Ok(fitted) = fitted {
            draft.fitted = fitted;
        }
    }

    /// What a draft was fitted by.
    pub fn fit_job<'d>(&'d self, draft: &'d Draft<'_>) -> FitJob<'d> {
        draft.manuscript.fit_job(self.page, None)
    }

    /// Draws the panels of a draft.
    pub fn set(&self, draft: &Draft<'a>, sources: &Sources) -> SetLeaflet<'a> {
        let Manuscript { layout, story, .. } = &draft.manuscript;
        let furniture = self.numbered_lines(draft, sources);
        let furniture = furniture.as_ref().unwrap_or(&draft.manuscript.furniture);
        let fit_job = FitJob { furniture, ..self.fit_job(draft) };
        let trimmings =
            Trimmings { drawings: self.drawings, direction: self.locale.catalog.locale.direction };
        SetLeaflet {
            layout: layout.clone(),
            title: story.title.clone(),
            structure: story.structure.clone(),
            spans: story.blocks.values().flatten().map(|block| (block.node, block.message.span)).collect(),
            panels: emit_panels(&fit_job, &draft.fitted, trimmings),
            body: draft.fitted.body.size,
        }
    }

    /// The running lines with the numbers of their pages, which are known now; `None` where none names any.
    fn numbered_lines(&self, draft: &Draft<'_>, sources: &Sources) -> Option<Vec<RunningLines>> {
        let layout = &draft.manuscript.layout;
        let mut lines = layout.panels.iter().flat_map(|panel| panel.head.iter().chain(&panel.foot));
        lines.any(RunningLine::names_page).then(|| {
            let pages = page_numbers(&self.fit_job(draft), &draft.fitted);
            let mut shelf = self.locale.shelf(&self.project.fonts, sources);
            running_lines(layout, &self.running_parts(), &pages, &mut shelf)
                .expect("all their words and figures were shaped before")
        })
    }

    /// Puts a leaflet on its sheets; `slugs` is what a press sheet says of itself, side by side.
    pub fn impose(
        &self,
        set: &SetLeaflet<'_>,
        profile: Profile,
        press: &Press,
        slugs: &[Arc<Paragraph>],
    ) -> Leaflet {
        Leaflet {
            title: set.title.clone(),
            lang: self.locale.catalog.locale.tag.clone(),
            date: self.project.manifest.date.clone(),
            sides: sheet::impose(&self.imposition(set, profile, press, slugs)),
            structure: set.structure.clone(),
            duplex: sheet::duplex(&set.layout, self.page),
            has_bookmarks: profile != Profile::Press || self.project.press.has_bookmarks,
        }
    }

    /// What a press sheet says of the leaflet on it, side by side.
    ///
    /// # Errors
    /// A name can't be shaped.
    pub fn slug_lines(
        &self,
        set: &SetLeaflet<'_>,
        press: &Press,
        inks: Inks,
        sources: &Sources,
    ) -> Result<Vec<Arc<Paragraph>>, Flaw> {
        let Project { manifest, partner, fonts, .. } = self.project;
        let facts = SlugFacts {
            leaflet: &self.leaflet.name,
            locale: &self.locale.catalog.locale,
            partner: partner.as_ref().map(|partner| &partner.catalog.locale),
            edition: &manifest.edition,
            date: &manifest.date,
            inks,
        };
        let sheets = self.imposition(set, Profile::Press, press, &[]);
        sheet::slug_lines(&facts, &sheets, &mut self.locale.shelf(fonts, sources))
    }

    fn imposition<'d>(
        &'d self,
        set: &'d SetLeaflet<'_>,
        profile: Profile,
        press: &'d Press,
        slugs: &'d [Arc<Paragraph>],
    ) -> Imposition<'d> {
        Imposition { layout: &set.layout, page: self.page, panels: &set.panels, profile, press, slugs }
    }

    /// Assembles. `shelves` are of the job's language.
    ///
    /// # Errors
    /// Text can't be set.
    pub fn manuscript(&self, shelves: &mut Shelves<'_>) -> Result<Manuscript<'a>, Unset> {
        self.assemble(shelves).map_err(flawed)
    }

    fn assemble(&self, shelves: &mut Shelves<'_>) -> Result<Manuscript<'a>, Vec<Flaw>> {
        let layout = self.layout.facing(self.locale.catalog.locale.direction);
        let Project { manifest, pictures, .. } = self.project;
        let logo = pictures.logo.as_ref();
        let qr_code = &self.locale.typography.qr_code;
        let matter =
            Matter { manifest, catalog: &self.locale.catalog, pictures: &pictures.files, logo, qr_code };
        let Shelves { own, partner, source } = shelves;
        let mut story = assemble(self.leaflet, &layout, matter, own, self.gaps(self.locale, source))?;
        if let Some((partner, shelf)) = self.project.partner.as_ref().zip(partner.as_mut()) {
            let matter = Matter { catalog: &partner.catalog, ..matter };
            let other = assemble(self.leaflet, &layout, matter, shelf, self.gaps(partner, source))?;
            story = paired(story, other, &layout);
        }
        let rules = self.script_rules();
        let layout = with_room_for_addresses(layout, &story, self.page, rules.floor);
        let furniture = running_lines(&layout, &self.running_parts(), &most_pages(&layout), own)
            .map_err(|flaw| vec![flaw])?;
        Ok(Manuscript { layout, story, furniture, rules })
    }

    /// The script's rules; of two languages the first one's, its smallest size such that neither falls below its own.
    fn script_rules(&self) -> ScriptRules {
        let own = self.locale.typography.rules;
        let Some(partner) = &self.project.partner else { return own };
        let other = partner.typography.rules;
        ScriptRules { floor: own.floor.max(other.floor * (own.ideal / other.ideal)), ..own }
    }

    /// What a proof shows of the source language in a language.
    fn gaps<'s, 'f>(
        &'s self,
        locale: &'s LoadedLocale,
        source: &'s mut Option<Shelf<'f>>,
    ) -> Option<Gaps<'s, 'f>> {
        let (proof, shelf) = self.project.proof.as_ref().zip(source.as_mut())?;
        Some(Gaps { ids: &locale.gaps, catalog: &proof.catalog, shelf })
    }

    /// Whether its margin says that it is a draft.
    pub fn is_draft(&self) -> bool {
        self.draft_words().is_some_and(|words| !words.is_empty())
    }

    /// What its margin says of that.
    fn draft_words(&self) -> Option<&'a str> {
        draft_line(self.project, self.leaflet, &self.layout.name, self.locale)
    }

    /// What running lines may name.
    fn running_parts(&self) -> RunningParts {
        let manifest = &self.project.manifest;
        let locale = &self.locale.catalog.locale;
        let partner = self.project.partner.as_ref().map(|partner| &partner.catalog.locale);
        let both = |own: &str, other: Option<&str>, between: &str| match other {
            Some(other) => format!("{own}{between}{other}"),
            None => own.to_owned(),
        };
        RunningParts {
            values: vec![
                ("proof", proof_line(self.project, self.leaflet, &self.layout.name, self.locale)),
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
                ("state", self.draft_words().unwrap_or_default().to_owned()),
            ],
        }
    }
}

/// Numbers as wide as any that pages may have.
fn most_pages(layout: &Layout) -> PageNumbers {
    PageNumbers { of: vec![88; layout.panels.len()], count: 88 }
}

fn flawed(flaws: Vec<Flaw>) -> Unset {
    let mut flaws = flaws.into_iter();
    let first = Box::new(flaws.next().expect("text that can't be set has a flaw"));
    Unset::Flawed { first, others: flaws.collect() }
}
