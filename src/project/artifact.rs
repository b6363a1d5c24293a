//! What is said of a leaflet that was built.

use serde::Serialize;

use super::making::{Finished, Making, target};
use super::task::PHONE;
use crate::color::{Inks, Profile};
use crate::frame::{FrameItem, GroupKind, Leaflet, Place};
use crate::handling::{Handling, Printed};
use crate::proof::{ClearPrint, measure_clear_print};
use crate::spec::{Form, Press, PressInk, PressSource};

/// A leaflet that was built.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Artifact {
    /// The file.
    pub path: String,
    /// The leaflet.
    pub leaflet: String,
    /// The short name of the organisation that hands it out in place of the project's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The language.
    pub locale: String,
    /// The language that it is set beside, in a bilingual leaflet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// The layout.
    pub layout: String,
    /// The paper.
    pub paper: String,
    /// The profile.
    pub profile: String,
    /// The shop that it is made for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub press: Option<PressReport>,
    /// The standards that it keeps; none where it is no PDF.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<&'static str>,
    /// `outlines` where its type is outlines, which nothing can search or read aloud.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fonts: Option<&'static str>,
    /// Which of its sides the file shows, from 1, where each has one of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// `mono` where it is of one ink; the ink's name, or `preview`, where each ink is a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ink: Option<String>,
    /// How many sides it has.
    pub pages: usize,
    /// The body size in points.
    pub body_pt: f64,
    /// The body size that its script would like.
    pub ideal_pt: f64,
    /// Its panels in reading order.
    pub panels: Vec<PanelReport>,
    /// Which rules of clear print hold, in large print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clear_print: Option<ClearPrint>,
    /// What the layout is for, in a line.
    pub purpose: String,
    /// Whether it says in its margin that it is a draft.
    #[serde(skip_serializing_if = "is_false")]
    pub draft: bool,
    /// How it is printed, folded and cut, where an office does that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handling: Option<Handling>,
    /// The page that says how it is printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub print_sheet: Option<String>,
    /// The file's size.
    pub bytes: usize,
    /// The file's SHA-256.
    pub sha256: String,
}

/// A leaflet that was asked for and was not made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Unmade {
    /// The leaflet.
    pub leaflet: String,
    /// The language.
    pub locale: String,
    /// The layout.
    pub layout: String,
    /// The paper.
    pub paper: String,
    /// Why, in short: `14.2 pt (about 90 characters) too tall for panel “left”`; the problems say the rest.
    pub why: String,
}

/// A shop that files are made for, by what was read of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PressReport {
    /// Its name.
    pub name: String,
    /// Where it was read what the shop asks for.
    pub source: String,
    /// When: a month or a day.
    pub read: String,
}

/// How full a panel is.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PanelReport {
    /// Its number.
    pub panel: u32,
    /// What it takes.
    pub place: Place,
    /// The used share of its height.
    pub fill: f64,
}

/// What is said of a leaflet whatever its files, which have their paths themselves.
pub(super) fn artifact(making: &Making<'_>, finished: &Finished) -> Artifact {
    let Making { project, task, job, set, .. } = making;
    let Finished { output, leaflet, .. } = finished;
    let with = project.partner.as_ref().map(|partner| partner.catalog.locale.tag.clone());
    Artifact {
        path: String::new(),
        leaflet: task.leaflet.name.clone(),
        organisation: project.chapter.clone(),
        locale: leaflet.lang.clone(),
        with,
        layout: task.layout_name().to_owned(),
        paper: task.paper.clone(),
        profile: output.profile.name().to_owned(),
        press: if output.profile == Profile::Press { press_report(&project.press) } else { None },
        standards: Vec::new(),
        fonts: target(project, *output).is_outlined().then_some("outlines"),
        page: None,
        ink: (output.inks == Inks::Mono).then(|| "mono".to_owned()),
        pages: leaflet.sides.len(),
        body_pt: set.body.to_hundredths(),
        ideal_pt: job.locale.typography.rules.ideal.to_hundredths(),
        panels: panel_reports(leaflet),
        clear_print: (task.form == Form::LargePrint)
            .then(|| measure_clear_print(leaflet, &project.fonts, *output)),
        purpose: job.layout.purpose.clone(),
        draft: job.is_draft(),
        handling: handling(making, finished),
        print_sheet: None,
        bytes: 0,
        sha256: String::new(),
    }
}

fn is_false(value: &bool) -> bool {
    !value
}

/// How an office handles the sheets, or a duplicator; `None` of what a shop prints or a screen shows.
fn handling(making: &Making<'_>, finished: &Finished) -> Option<Handling> {
    let Making { project, task, job, .. } = making;
    let is_printed = match finished.output.profile {
        Profile::Office => task.paper != PHONE,
        Profile::Press => project.press.ink == PressInk::Plates,
        Profile::Screen => false,
    };
    let Leaflet { sides, duplex, .. } = &finished.leaflet;
    let printed = Printed { sides: sides.len(), duplex: *duplex };
    let direction = job.locale.catalog.locale.direction;
    is_printed.then(|| Handling::of(job.layout, job.page, &task.paper, direction, printed))
}

fn press_report(press: &Press) -> Option<PressReport> {
    let PressSource { address, read } = press.source.as_ref()?;
    Some(PressReport { name: press.name.clone(), source: address.clone(), read: read.clone() })
}

/// The panels of all sides in reading order.
pub(super) fn panel_reports(leaflet: &Leaflet) -> Vec<PanelReport> {
    let items = leaflet.sides.iter().flat_map(|side| &side.frame.items);
    let mut panels: Vec<PanelReport> = items
        .filter_map(|(_, item)| match item {
            FrameItem::Group(group) => match &group.kind {
                GroupKind::Panel(tag) => Some(PanelReport {
                    panel: tag.panel,
                    place: tag.place?,
                    fill: (tag.fill * 1000.0).round() / 1000.0,
                }),
                _ => None,
            },
            _ => None,
        })
        .collect();
    panels.sort_by_key(|panel| panel.panel);
    panels
}
