//! What a run sets in each language: leaflets × layouts, each on one paper.

use super::job::{Job, Prepared};
use super::load::{Project, Selection};
use super::locales::LoadedLocale;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::flow::Shelf;
use crate::spec::{Layout, LeafletSpec, Page, Place};

/// A leaflet in a layout on a paper that the layout takes.
pub(super) struct Task<'a> {
    /// The leaflet.
    pub(super) leaflet: &'a LeafletSpec,
    /// The layout’s name.
    pub(super) layout: &'a str,
    /// The paper’s name.
    pub(super) paper: String,
}

impl Task<'_> {
    /// Sets it in one language.
    ///
    /// # Errors
    /// Those of `Job::run`.
    pub(super) fn run(
        &self,
        project: &Project,
        locale: &LoadedLocale,
        shelf: &mut Shelf<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Prepared, Reported> {
        let (layout, drawings) = &project.layouts[self.layout];
        let page = Page::new(layout, &self.paper, locale.catalog.locale.direction);
        let page = &page.expect("a task is made for a paper that its layout takes");
        Job { project, leaflet: self.leaflet, layout, drawings, page, locale }.run(shelf, diagnostics)
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
    for leaflet in project.manifest.leaflets.iter().filter(|leaflet| selection.takes(&leaflet.name)) {
        let mut named: Vec<&String> = match selection.layouts.is_empty() {
            true => leaflet.layouts.iter().map(|(name, _)| name).collect(),
            false => selection.named_layouts().collect(),
        };
        if selection.wants_all() {
            let able = project.layouts.iter().filter(|(_, (layout, _))| holds(layout, leaflet));
            named.extend(able.map(|(name, _)| name));
        }
        for name in named {
            let Some((name, (layout, _))) = project.layouts.get_key_value(name) else { continue };
            if !takes(project, selection, leaflet, name) {
                continue;
            }
            if tasks.iter().any(|task| task.layout == name && task.leaflet.name == leaflet.name) {
                continue;
            }
            let paper = paper_for(layout, paper, &project.manifest.paper);
            if layout.papers.contains(&paper) {
                tasks.push(Task { leaflet, layout: name, paper });
            } else if !selection.wants_all() {
                diagnostics.push(wrong_paper(layout, &paper));
            }
        }
    }
    tasks
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

/// Says that a layout does not take a paper.
pub(super) fn wrong_paper(layout: &Layout, paper: &str) -> Diagnostic {
    let message = format!("layout “{}” does not take {paper}", layout.name);
    Diagnostic::error(Code::Paper, message).help(format!("it takes {}", layout.papers.join(", ")))
}
