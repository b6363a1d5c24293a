//! What a run sets in each language: leaflets × layouts, each on one paper.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::job::Job;
use super::language::LoadedLocale;
use super::layouts::LoadedLayout;
use super::load::Project;
use super::selection::{LayoutChoice, Selection};
use crate::color::Profile;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::fold::Scheme;
use crate::locale::Direction;
use crate::sheet;
use crate::spec::{Form, Layout, LayoutRef, LeafletSpec, Page, Place, Press, PressPages, Section};

/// The paper that is none, but the screen of a phone.
pub(super) const PHONE: &str = "phone";

/// A leaflet in a layout on a paper that the layout takes.
pub struct Task<'a> {
    /// The leaflet.
    pub leaflet: &'a LeafletSpec,
    /// The layout as it is in itself, whatever the form.
    pub layout: &'a LoadedLayout,
    /// The paper’s name.
    pub paper: String,
    /// What it is set for; its layout declares that form.
    pub form: Form,
    /// The layout in that form and its sheets, read from the left and from the right; those with fewer pages before it.
    extents: Vec<(Cow<'a, Layout>, [Page; 2])>,
    /// Which of them it is set in.
    extent: usize,
}

impl<'a> Task<'a> {
    /// That leaflet in that form of a layout; `None` when there is no such form, or it does not take the paper.
    pub fn new(
        leaflet: &'a LeafletSpec,
        layout: &'a LoadedLayout,
        paper: String,
        form: Form,
    ) -> Option<Task<'a>> {
        let sheet = layout.layout.form(form)?;
        let taken = |section: &Section| section.blocks.iter().any(|block| block.is_for(&sheet.name));
        let has_text =
            |place: Place| leaflet.sections.iter().any(|section| section.place == place && taken(section));
        let shorter = sheet.shorter(has_text).into_iter().map(Cow::Owned);
        let mut extents = Vec::new();
        for layout in shorter.chain([Cow::Borrowed(sheet)]) {
            let page = |direction| Page::new(&layout, &paper, direction);
            let pages = [page(Direction::LeftToRight)?, page(Direction::RightToLeft)?];
            extents.push((layout, pages));
        }
        let extent = extents.len() - 1;
        Some(Task { leaflet, layout, paper, form, extents, extent })
    }

    /// The same with panels as wide as a press has them.
    #[must_use]
    pub fn for_press(mut self, press: &Press) -> Task<'a> {
        for (layout, pages) in &mut self.extents {
            let Some(widths) = press.folds.widths(layout.fold.name, &self.paper) else { continue };
            let directions = [Direction::LeftToRight, Direction::RightToLeft];
            for (page, direction) in pages.iter_mut().zip(directions) {
                *page = page.clone().with_widths(widths, direction);
            }
        }
        self
    }

    /// How many extents it may have: the most pages last, which it has until another is chosen.
    pub(super) fn extents(&self) -> usize {
        self.extents.len()
    }

    /// Which of its extents it is set in.
    pub fn extent(&self) -> usize {
        self.extent
    }

    /// The same in another of its extents.
    pub fn in_extent(self, extent: usize) -> Task<'a> {
        Task { extent, ..self }
    }

    /// The layout’s name.
    pub(super) fn layout_name(&self) -> &'a str {
        &self.layout.layout.name
    }

    /// The layout in the form that it is set in.
    pub(super) fn form_layout(&self) -> &Layout {
        &self.extents[self.extent].0
    }

    /// The press for each way in which pages are wanted; one where they are the same in both.
    pub(super) fn presses(&self, press: &Press, profile: Profile) -> Vec<Press> {
        match press.pages {
            PressPages::Both if profile == Profile::Press && sheet::comes_apart(self.form_layout()) => {
                vec![press.with_pages(PressPages::Single), press.with_pages(PressPages::Sheet)]
            }
            PressPages::Both => vec![press.with_pages(PressPages::Single)],
            PressPages::Single | PressPages::Sheet => vec![press.clone()],
        }
    }

    /// How many files it is for such a press at most, whichever of its extents it gets.
    pub(super) fn press_file_count(&self, press: &Press) -> usize {
        let extents = self.extents.iter();
        let counts =
            extents.map(|(layout, [page, _])| press.file_count(sheet::press_page_count(layout, page, press)));
        counts.max().unwrap_or(1)
    }

    /// Whether running text goes on from panel to panel, so that all languages decide together what is on which.
    pub(super) fn flows(&self) -> bool {
        self.layout.layout.flows()
    }

    /// Whether its paper is one for that: nobody prints a screen in a print shop.
    pub(super) fn suits(&self, profile: Profile) -> bool {
        profile != Profile::Press || self.paper != PHONE
    }

    /// Says that its layout is for screens alone, though a press is to print it.
    pub fn unprintable(&self, profile: Profile) -> Diagnostic {
        let message = format!(
            "layout “{}” is for the screen of a phone, and `{}` prints none",
            self.layout_name(),
            profile.name()
        );
        Diagnostic::new(Code::Paper, message).help("build it for `screen`, or name another layout")
    }

    /// The task in one language.
    pub fn job(&'a self, project: &'a Project, locale: &'a LoadedLocale) -> Job<'a> {
        self.job_of(project, locale, self.extent)
    }

    /// The task in one language, in one of its extents.
    pub(super) fn job_of(&'a self, project: &'a Project, locale: &'a LoadedLocale, extent: usize) -> Job<'a> {
        let (layout, pages) = &self.extents[extent];
        let page = match locale.catalog.locale.direction {
            Direction::LeftToRight => &pages[0],
            Direction::RightToLeft => &pages[1],
        };
        let drawings = &self.layout.drawings;
        Job { project, leaflet: self.leaflet, layout, drawings, page, locale }
    }
}

/// The tasks of a selection, leaflet by leaflet. Of `all` layouts those that can hold the leaflet on that paper are taken;
/// a layout that is named and does not take the paper is reported: `layout/paper`. Of the layouts that a leaflet names itself
/// those that do take it are made.
pub(super) fn tasks<'a>(
    project: &'a Project,
    selection: &Selection,
    paper: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Vec<Task<'a>> {
    let mut tasks: Vec<Task<'a>> = Vec::new();
    let (mut lacking, mut left_out) = (BTreeSet::new(), Vec::new());
    let asked = project.manifest.leaflets.iter().filter(|leaflet| selection.takes_leaflet(&leaflet.name));
    for leaflet in asked {
        let (before, mut refused) = (tasks.len(), Vec::new());
        for name in layout_names(project, selection, leaflet) {
            let Some(loaded) = project.layouts.get(name) else { continue };
            if !is_made_in(project, selection, leaflet, name) {
                continue;
            }
            if loaded.layout.form(selection.form).is_none() {
                lacking.insert(name.as_str());
                continue;
            }
            if tasks.iter().any(|task| task.layout_name() == name && task.leaflet.name == leaflet.name) {
                continue;
            }
            let paper = paper_for(&loaded.layout, paper, &project.manifest.paper);
            match Task::new(leaflet, loaded, paper.clone(), selection.form) {
                Some(task) => tasks.push(task.for_press(&project.press)),
                None if selection.wants_every_layout() => {}
                None => refused.push(wrong_paper(&loaded.layout, &paper)),
            }
        }
        if tasks.len() == before && refused.is_empty() {
            left_out.push(leaflet);
        }
        let passed_over = tasks.len() > before && selection.named_layouts().is_empty();
        let severity = if passed_over { Severity::Warning } else { Severity::Error };
        for wrong in refused {
            diagnostics.report(severity, wrong);
        }
    }
    if selection.wants_large_print_layouts() {
        report_not_large(project, &left_out, &tasks, diagnostics);
    } else if !lacking.is_empty() {
        report_no_form(project, selection, &lacking, &tasks, diagnostics);
    } else if let Some(paper) = paper.filter(|_| tasks.is_empty() && selection.wants_every_layout()) {
        diagnostics.error(no_layout_takes(project, paper));
    }
    tasks
}

/// The names of the layouts that a leaflet is asked for in.
fn layout_names<'a>(
    project: &'a Project,
    selection: &'a Selection,
    leaflet: &'a LeafletSpec,
) -> Vec<&'a String> {
    if selection.wants_every_layout() {
        let able = project.layouts.iter().filter(|(_, LoadedLayout { layout, .. })| {
            holds_leaflet(layout, leaflet) && layout.form(selection.form).is_some()
        });
        return able.map(|(name, _)| name).collect();
    }
    match &selection.layouts {
        LayoutChoice::Named(names) => names.iter().collect(),
        LayoutChoice::Own | LayoutChoice::Every => {
            leaflet.layouts.iter().map(|layout| &layout.name).collect()
        }
    }
}

/// Says that of all layouts none takes a paper.
fn no_layout_takes(project: &Project, paper: &str) -> Diagnostic {
    let papers: BTreeSet<&str> =
        project.layouts.values().flat_map(|loaded| &loaded.layout.papers).map(String::as_str).collect();
    let papers: Vec<&str> = papers.into_iter().collect();
    Diagnostic::new(Code::Paper, format!("no layout that can hold this text takes {paper}"))
        .help(format!("layouts take {}", papers.join(", ")))
}

/// The other layouts of the project that can hold a task's leaflet, on its paper where they take that.
pub(super) fn other_tasks<'a>(project: &'a Project, task: &Task<'a>) -> Vec<Task<'a>> {
    let layouts = project.layouts.values().chain(project.spare.values());
    let others = layouts.filter(|LoadedLayout { layout, .. }| {
        layout.name != task.layout_name() && holds_leaflet(layout, task.leaflet)
    });
    let paper = |layout: &Layout| {
        let asked = layout.papers.contains(&task.paper).then_some(task.paper.as_str());
        paper_for(layout, asked, &project.manifest.paper)
    };
    let other = |other| Task::new(task.leaflet, other, paper(&other.layout), task.form);
    others.filter_map(other).map(|task| task.for_press(&project.press)).collect()
}

/// Says which leaflets are not made in large print since none of their layouts has that form, and how they are had all the same:
/// an error where nothing else is made.
fn report_not_large(
    project: &Project,
    left_out: &[&LeafletSpec],
    tasks: &[Task<'_>],
    diagnostics: &mut Diagnostics,
) {
    if left_out.is_empty() {
        return;
    }
    let has_form = |loaded: &LoadedLayout| loaded.layout.form(Form::LargePrint).is_some();
    let named = |leaflet: &LeafletSpec| {
        let layouts: Vec<&str> = leaflet.layouts.iter().map(|layout| layout.name.as_str()).collect();
        format!("{} ({})", leaflet.name, layouts.join(", "))
    };
    let told: Vec<String> = left_out.iter().map(|leaflet| named(leaflet)).collect();
    let message =
        format!("not made in large print, since their layouts have no such form: {}", told.join(", "));
    let able = |leaflet: &LeafletSpec| {
        let able = project.layouts.values().filter(|loaded| has_form(loaded));
        able.filter(|loaded| holds_leaflet(&loaded.layout, leaflet))
            .map(|loaded| loaded.layout.name.clone())
            .next()
    };
    let way = left_out.iter().find_map(|leaflet| Some((able(leaflet)?, &leaflet.name)));
    let help = match way {
        Some((layout, leaflet)) => format!(
            "to have one in another layout, name both: --large-print -L {layout} --leaflet {leaflet}; or give its own layout \
             a table [large-print] (layouts/{layout}.toml has one)"
        ),
        None => "give a layout that the leaflet names a table [large-print]".to_owned(),
    };
    let severity = if tasks.is_empty() { Severity::Error } else { Severity::Warning };
    diagnostics.report(severity, Diagnostic::new(Code::NoForm, message).help(help));
}

/// Says which layouts are not made since they lack the form that is asked for: an error where one was named, or where none
/// is left.
fn report_no_form(
    project: &Project,
    selection: &Selection,
    lacking: &BTreeSet<&str>,
    tasks: &[Task<'_>],
    diagnostics: &mut Diagnostics,
) {
    let holds = match selection.form {
        Form::Plain | Form::Bilingual => "two languages",
        Form::LargePrint => "large print",
    };
    let able = project.layouts.iter().filter(|(_, loaded)| loaded.layout.form(selection.form).is_some());
    let able: Vec<&str> = able.map(|(name, _)| name.as_str()).collect();
    let lacking: Vec<&str> = lacking.iter().copied().collect();
    let wrong = Diagnostic::new(Code::NoForm, format!("not made to hold {holds}: {}", lacking.join(", ")));
    let wrong = wrong.help(format!("layouts that hold {holds}: {}", able.join(", ")));
    let is_fatal = tasks.is_empty() || selection.layouts != LayoutChoice::Own;
    diagnostics.report(if is_fatal { Severity::Error } else { Severity::Warning }, wrong);
}

/// Whether a leaflet is made in a layout that it may not name: of one that no leaflet names the first is, or the one that
/// was asked for; so that a card's words are not set as a booklet.
fn is_made_in(project: &Project, selection: &Selection, leaflet: &LeafletSpec, layout: &str) -> bool {
    let leaflets = &project.manifest.leaflets;
    if selection.wants_large_print_layouts() {
        // Nobody named a layout, and nobody expects a booklet where a card was.
        let is_own = names_layout(leaflet, layout) || !is_cut_alone(project, leaflet);
        return is_own && is_made_when_named(leaflets, leaflet, layout);
    }
    let free = !leaflets.iter().any(|leaflet| names_layout(leaflet, layout));
    let asked = !selection.leaflets.is_empty();
    is_made_when_named(leaflets, leaflet, layout) || (asked && (free || !selection.wants_every_layout()))
}

/// Whether all layouts that a leaflet names are cut apart: cards, posters with strips.
fn is_cut_alone(project: &Project, leaflet: &LeafletSpec) -> bool {
    let is_cut = |layout: &LayoutRef| {
        let loaded = project.layouts.get(&layout.name);
        loaded.is_some_and(|loaded| {
            matches!(loaded.layout.fold.scheme, Scheme::Cards | Scheme::ShoeCards | Scheme::TearOff)
        })
    };
    !leaflet.layouts.is_empty() && leaflet.layouts.iter().all(is_cut)
}

/// Whether a leaflet is made in a layout that is asked for by its name, where no leaflet is.
pub(super) fn is_made_when_named(leaflets: &[LeafletSpec], leaflet: &LeafletSpec, layout: &str) -> bool {
    let first = leaflets.first().is_some_and(|first| first.name == leaflet.name);
    let free = !leaflets.iter().any(|leaflet| names_layout(leaflet, layout));
    names_layout(leaflet, layout) || (free && first)
}

/// Whether a leaflet names a layout, and so is made in it where none is asked for.
pub(super) fn names_layout(leaflet: &LeafletSpec, layout: &str) -> bool {
    leaflet.layouts.iter().any(|known| known.name == layout)
}

/// Whether each section of a leaflet has a panel: one of its own kind, or one of running text.
pub(super) fn holds_leaflet(layout: &Layout, leaflet: &LeafletSpec) -> bool {
    let has = |place: Place| layout.panels.iter().any(|panel| panel.place == place);
    has(Place::Body) || leaflet.sections.iter().all(|section| has(section.place))
}

/// The paper asked for; else the project's, or the layout's first where it does not take that.
pub(super) fn paper_for(layout: &Layout, asked: Option<&str>, project: &str) -> String {
    let takes = layout.papers.iter().any(|paper| paper == project);
    match asked {
        Some(paper) => paper.to_owned(),
        None if takes => project.to_owned(),
        None => layout.papers.first().cloned().unwrap_or_default(),
    }
}

/// Says which layouts that were named are for screens alone, though a press is to print them.
pub(super) fn unprintable(tasks: &[Task<'_>], selection: &Selection, profile: Profile) -> Option<Diagnostic> {
    let named = |task: &&Task<'_>| selection.named_layouts().iter().any(|name| name == task.layout_name());
    tasks.iter().filter(named).find(|task| !task.suits(profile)).map(|task| task.unprintable(profile))
}

/// Says that a layout does not take a paper.
pub(super) fn wrong_paper(layout: &Layout, paper: &str) -> Diagnostic {
    let message = format!("layout “{}” does not take {paper}", layout.name);
    Diagnostic::new(Code::Paper, message).help(format!("it takes {}", layout.papers.join(", ")))
}
