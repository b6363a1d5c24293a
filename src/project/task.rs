//! What a run sets in each language: leaflets × layouts, each on one paper.

use std::collections::BTreeSet;

use super::job::Job;
use super::load::{Project, Selection};
use super::locales::LoadedLocale;
use crate::color::Profile;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::locale::Direction;
use crate::spec::{Form, Layout, LeafletSpec, Page, Place};

/// The paper that is none, but the screen of a phone.
pub(super) const PHONE: &str = "phone";

/// A leaflet in a layout on a paper that the layout takes.
pub(super) struct Task<'a> {
    /// The leaflet.
    pub(super) leaflet: &'a LeafletSpec,
    /// The layout’s name.
    pub(super) layout: &'a str,
    /// The paper’s name.
    pub(super) paper: String,
    /// What it is set for; its layout declares that form.
    pub(super) form: Form,
    /// The sheet, read from the left and from the right.
    pages: [Page; 2],
}

impl<'a> Task<'a> {
    /// That leaflet in that form of a layout; `None` when there is no such form, or it does not take the paper.
    pub(super) fn new(
        leaflet: &'a LeafletSpec,
        layout: &'a Layout,
        paper: String,
        form: Form,
    ) -> Option<Task<'a>> {
        let name = &layout.name;
        let layout = layout.form(form)?;
        let page = |direction| Page::new(layout, &paper, direction);
        let pages = [page(Direction::LeftToRight)?, page(Direction::RightToLeft)?];
        Some(Task { leaflet, layout: name, paper, form, pages })
    }

    /// Whether its paper is one for that: nobody prints a screen in a print shop.
    pub(super) fn suits(&self, profile: Profile) -> bool {
        profile != Profile::Press || self.paper != PHONE
    }

    /// The task in one language.
    pub(super) fn job(&'a self, project: &'a Project, locale: &'a LoadedLocale) -> Job<'a> {
        let layout = project.layouts.get(self.layout).or_else(|| project.spare.get(self.layout));
        let (layout, drawings) = layout.expect("a task is made for a layout of the project");
        let layout = layout.form(self.form).expect("a task is made for a form that its layout has");
        let page = match locale.catalog.locale.direction {
            Direction::LeftToRight => &self.pages[0],
            Direction::RightToLeft => &self.pages[1],
        };
        Job { project, leaflet: self.leaflet, layout, drawings, page, locale }
    }
}

/// The tasks of a selection, leaflet by leaflet. Of `all` layouts those that can hold the leaflet on that paper are taken;
/// a layout that is named and does not take the paper is reported: `layout/paper`.
pub(super) fn tasks<'a>(
    project: &'a Project,
    selection: &Selection,
    paper: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Vec<Task<'a>> {
    let mut tasks: Vec<Task<'a>> = Vec::new();
    let mut lacking = BTreeSet::new();
    for leaflet in project.manifest.leaflets.iter().filter(|leaflet| selection.takes(&leaflet.name)) {
        let mut named: Vec<&String> = match selection.layouts.is_empty() {
            true if selection.wants_able() => Vec::new(),
            true => leaflet.layouts.iter().map(|(name, _)| name).collect(),
            false => selection.named_layouts().collect(),
        };
        if selection.wants_all() {
            let able = |layout: &Layout| holds(layout, leaflet) && layout.form(selection.form).is_some();
            let able = project.layouts.iter().filter(|(_, (layout, _))| able(layout));
            named.extend(able.map(|(name, _)| name));
        }
        for name in named {
            let Some((layout, _)) = project.layouts.get(name) else { continue };
            if !takes(project, selection, leaflet, name) {
                continue;
            }
            if layout.form(selection.form).is_none() {
                lacking.insert(name.as_str());
                continue;
            }
            if tasks.iter().any(|task| task.layout == *name && task.leaflet.name == leaflet.name) {
                continue;
            }
            let paper = paper_for(layout, paper, &project.manifest.paper);
            match Task::new(leaflet, layout, paper.clone(), selection.form) {
                Some(task) => tasks.push(task),
                None if selection.wants_all() => {}
                None => {
                    diagnostics.push(wrong_paper(layout, &paper));
                }
            }
        }
    }
    if !lacking.is_empty() || (tasks.is_empty() && selection.wants_able()) {
        diagnostics.push(no_form(project, selection, &lacking, tasks.is_empty()));
    } else if let Some(paper) = paper.filter(|_| tasks.is_empty() && selection.wants_all()) {
        diagnostics.push(no_layout_takes(project, paper));
    }
    tasks
}

/// Says that of all layouts none takes a paper.
fn no_layout_takes(project: &Project, paper: &str) -> Diagnostic {
    let papers: BTreeSet<&str> =
        project.layouts.values().flat_map(|(layout, _)| &layout.papers).map(String::as_str).collect();
    let papers: Vec<&str> = papers.into_iter().collect();
    Diagnostic::error(Code::Paper, format!("no layout that can hold this text takes {paper}"))
        .help(format!("layouts take {}", papers.join(", ")))
}

/// The other layouts of the project that can hold a task's leaflet, on its paper where they take that.
pub(super) fn alternatives<'a>(project: &'a Project, task: &Task<'a>) -> Vec<Task<'a>> {
    let layouts = project.layouts.values().chain(project.spare.values()).map(|(layout, _)| layout);
    let others = layouts.filter(|layout| layout.name != task.layout && holds(layout, task.leaflet));
    let paper = |layout: &Layout| match layout.papers.contains(&task.paper) {
        true => task.paper.clone(),
        false => paper_for(layout, None, &project.manifest.paper),
    };
    others.filter_map(|layout| Task::new(task.leaflet, layout, paper(layout), task.form)).collect()
}

/// Says which layouts are not made since they lack the form that is asked for: an error where one was named, or where none
/// is left.
fn no_form(
    project: &Project,
    selection: &Selection,
    lacking: &BTreeSet<&str>,
    none_left: bool,
) -> Diagnostic {
    let holds = match selection.form {
        Form::Plain | Form::Bilingual => "two languages",
        Form::LargePrint => "large print",
    };
    let lacking: Vec<&str> = lacking.iter().copied().collect();
    let able = project.layouts.iter().filter(|(_, (layout, _))| layout.form(selection.form).is_some());
    let able: Vec<&str> = able.map(|(name, _)| name.as_str()).collect();
    let severity = match none_left || !selection.layouts.is_empty() {
        true => Severity::Error,
        false => Severity::Warning,
    };
    let message = match lacking.is_empty() {
        true => format!("no layout holds {holds}"),
        false => format!("not made to hold {holds}: {}", lacking.join(", ")),
    };
    let wrong = Diagnostic { severity, ..Diagnostic::error(Code::NoForm, message) };
    wrong.help(format!("layouts that hold {holds}: {}", able.join(", ")))
}

/// Whether a leaflet is made in a layout that it may not name: of one that no leaflet names the first is, or the one that
/// was asked for; so that a card's words are not set as a booklet.
fn takes(project: &Project, selection: &Selection, leaflet: &LeafletSpec, layout: &str) -> bool {
    let names = |leaflet: &LeafletSpec| leaflet.layouts.iter().any(|(name, _)| name == layout);
    let leaflets = &project.manifest.leaflets;
    let asked = !selection.leaflets.is_empty();
    let first = leaflets.first().is_some_and(|first| first.name == leaflet.name);
    let free = !leaflets.iter().any(names);
    names(leaflet) || (free && (asked || first)) || (asked && !selection.wants_all())
}

/// Whether each section of a leaflet has a panel: one of its own kind, or one of running text.
fn holds(layout: &Layout, leaflet: &LeafletSpec) -> bool {
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
    let named = |task: &&Task<'_>| selection.named_layouts().any(|name| name == task.layout);
    let task = tasks.iter().filter(named).find(|task| !task.suits(profile))?;
    let message = format!(
        "layout “{}” is for the screen of a phone, and `{}` prints none",
        task.layout,
        profile.name()
    );
    Some(Diagnostic::error(Code::Paper, message).help("build it for `screen`, or name another layout"))
}

/// Says that a layout does not take a paper.
pub(super) fn wrong_paper(layout: &Layout, paper: &str) -> Diagnostic {
    let message = format!("layout “{}” does not take {paper}", layout.name);
    Diagnostic::error(Code::Paper, message).help(format!("it takes {}", layout.papers.join(", ")))
}
