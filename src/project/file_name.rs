//! What files are called: as the house does it, or by the pattern of a press. In: what a file is of. Out: its name, without its ending.

use super::load::Project;
use super::request::Format;
use super::task::Task;
use crate::color::{Inks, Output, Profile};
use crate::spec::{Form, NameField, NamePattern, PREVIEW, PressPages, PressSplit, SHEETS};

/// What is in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct FilePart {
    /// Which part of the leaflet, from 1, where each side or page is a file.
    pub(super) number: usize,
    /// Which ink, or the preview of all, where each ink is a file.
    pub(super) plate: Option<String>,
}

impl FilePart {
    /// Whether it is the one that stands for all: the first, and of inks the one that shows them together.
    pub(super) fn is_first(&self) -> bool {
        self.number == 1 && self.plate.as_deref().is_none_or(|plate| plate == PREVIEW)
    }
}

/// The inks of a press that prints by drums; else those of the output.
pub(super) fn press_inks(project: &Project, output: Output) -> Inks {
    match (output.profile, output.inks, project.press.drums()) {
        (Profile::Press, Inks::Colour, Some(drums)) => Inks::Drums(drums),
        _ => output.inks,
    }
}

/// What the files of a leaflet are of.
#[derive(Clone, Copy)]
pub(super) struct FileFacts<'a> {
    /// The project.
    pub(super) project: &'a Project,
    /// The leaflet in its layout.
    pub(super) task: &'a Task<'a>,
    /// The language's tag.
    pub(super) lang: &'a str,
    /// What they are for.
    pub(super) output: Output,
    /// What a page of them is, where they are for a press.
    pub(super) pages: PressPages,
}

impl<'a> FileFacts<'a> {
    /// The pattern by which a press wants files of that format called.
    pub(super) fn pattern(&self, format: Format) -> Option<&'a NamePattern> {
        let is_pressed = self.output.profile == Profile::Press && format == Format::Pdf;
        self.project.press.file_names.as_ref().filter(|_| is_pressed)
    }

    /// What would tell files apart, and is not in the pattern by which a press wants them called.
    pub(super) fn lacking(&self, format: Format) -> Vec<&'static str> {
        let Some(pattern) = self.pattern(format) else { return Vec::new() };
        let mut telling = vec![
            (NameField::Leaflet, "{leaflet}"),
            (NameField::Locale, "{locale}"),
            (NameField::Layout, "{layout}"),
            (NameField::Paper, "{paper}"),
        ];
        if self.project.chapter.is_some() {
            telling.push((NameField::Organisation, "{organisation}"));
        }
        telling.into_iter().filter(|(field, _)| !pattern.tells(*field)).map(|(_, word)| word).collect()
    }

    /// Whether each page or side is a file.
    pub(super) fn is_split(&self, format: Format) -> bool {
        let wanted = self.project.press.files != PressSplit::Leaflet && self.output.profile == Profile::Press;
        format == Format::Png || format == Format::Pdf && wanted
    }

    /// `factsheet-ko-letter-fold-a4-press-mono`, what a leaflet's files are called: what is not said is the default.
    pub(super) fn stem(&self) -> String {
        let FileFacts { project, task, output, .. } = self;
        let large = if task.form == Form::LargePrint { "-large" } else { "" };
        let profile = match output.profile {
            Profile::Office => String::new(),
            Profile::Press if project.press.is_named => format!("-press-{}", project.press.name),
            Profile::Press => "-press".to_owned(),
            Profile::Screen => "-screen".to_owned(),
        };
        let ink = if output.inks == Inks::Mono { "-mono" } else { "" };
        let (leaflet, layout, paper) = (&task.leaflet.name, task.layout_name(), &task.paper);
        let chapter = project.chapter.as_ref().map_or(String::new(), |chapter| format!("-{chapter}"));
        let (tags, sheets, proof) = (self.tags(), self.sheets(), self.proof());
        format!("{leaflet}-{tags}-{layout}-{paper}{large}{profile}{sheets}{ink}{proof}{chapter}")
    }

    /// The name of a file of that format, the `number`th of so many, without its ending.
    pub(super) fn name(&self, format: Format, number: usize, count: usize) -> String {
        if let Some(pattern) = self.pattern(format) {
            return pattern.fill(|field| self.field(field, number)) + self.sheets() + self.proof();
        }
        // Numbers of one length, so that every program sorts the pages as they are read.
        let digits = count.to_string().len();
        let page = if self.is_split(format) { format!("-{number:0digits$}") } else { String::new() };
        self.stem() + &page
    }

    /// The name of a file of a part of a leaflet that is made in so many: the leaflet, or a side or page of it, in an ink or in all.
    pub(super) fn plate_name(&self, format: Format, part: &FilePart, count: usize) -> String {
        let plate = part.plate.as_ref().map_or(String::new(), |plate| format!("-{plate}"));
        self.name(format, part.number, count) + &plate
    }

    /// What ends the names of files of that format for a press that wants a file an ink: first the one of all inks.
    pub(super) fn plates(&self, format: Format) -> Vec<Option<String>> {
        let is_plated = format == Format::Pdf && press_inks(self.project, self.output).drums().is_some();
        match self.project.press.inks.as_ref().filter(|_| is_plated) {
            Some(inks) => std::iter::once(PREVIEW.to_owned()).chain(inks.file_words()).map(Some).collect(),
            None => vec![None],
        }
    }

    /// What stands for a field of a pattern.
    fn field(&self, field: NameField, number: usize) -> String {
        match field {
            NameField::Leaflet => self.task.leaflet.name.clone(),
            NameField::Locale => self.tags(),
            NameField::Layout => self.task.layout_name().to_owned(),
            NameField::Paper => self.task.paper.clone(),
            NameField::Press => self.project.press.name.clone(),
            NameField::Organisation => self.project.chapter.clone().unwrap_or_default(),
            NameField::Number => number.to_string(),
        }
    }

    fn tags(&self) -> String {
        match &self.project.partner {
            Some(partner) => format!("{}+{}", self.lang, partner.catalog.locale.tag),
            None => self.lang.to_owned(),
        }
    }

    /// Whether they are the sheets of a press that wants single pages too.
    pub(super) fn is_of_sheets(&self) -> bool {
        let is_other = self.project.press.pages == PressPages::Both && self.pages == PressPages::Sheet;
        is_other && self.output.profile == Profile::Press
    }

    /// What tells a proof from what is to be printed.
    fn proof(&self) -> &'static str {
        if self.project.proof.is_some() { "-proof" } else { "" }
    }

    /// What tells sheets from single pages, where a press wants both.
    fn sheets(&self) -> &'static str {
        if self.is_of_sheets() { SHEETS } else { "" }
    }
}
