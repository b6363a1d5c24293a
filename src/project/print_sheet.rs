//! Print sheets: a page that says how one leaflet is printed, folded and cut, in the language of who does it, with pictures of the
//! printed sheet. It is a leaflet itself, of a project in memory that is set as any other.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::artifact::Artifact;
use super::extent::tasks;
use super::files::Files;
use super::fit_all::fit_all;
use super::load::load;
use super::making::{Finished, Making};
use super::request::Format;
use super::selection::Selection;
use super::sound::Telling;
use crate::color::Output;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::fold::paper;
use crate::handling::{Handling, Sides, Words};
use crate::locale::Locale;
use crate::pdf::{self, Target};
use crate::raster;
use crate::sheet::guided;
use crate::source::Sources;
use crate::spec::Manifest;

/// The layout of the page.
const LAYOUT: &str = include_str!("print_sheet/layout.toml");
/// How fine the pictures are: as fine as an office prints them at that size, and small in the file.
const PPI: f64 = 90.0;
/// How wide the pictures are, of a sheet that lies on its side and of one that stands.
const LYING: &str = "98mm";
const STANDING: &str = "64mm";

/// The print sheet of a leaflet in a file, in a language that there are words in; `None` of a leaflet that no office prints.
///
/// # Errors
/// `output/unwritable`: it can't be set.
pub(super) fn print_sheet(
    making: &Making<'_>,
    finished: &Finished,
    artifact: &Artifact,
    tag: &str,
) -> Option<Result<Vec<u8>, Diagnostic>> {
    let (handling, words) = (artifact.handling.as_ref()?, Words::of(tag)?);
    let shown = guided(&finished.leaflet, making.job.layout, making.job.page);
    let lies = making.job.page.size.width > making.job.page.size.height;
    let fonts = &making.project.fonts;
    let pictures = match pdf::write(&shown, fonts, Target::usual(Output::default())) {
        Ok(file) => raster::write(file, PPI),
        Err(problem) => return Some(Err(problem.diagnostic())),
    };
    let page = SheetPage { artifact, handling, words: &words, manifest: &making.project.manifest };
    let mut files = page.files(tag, pictures.len(), if lies { LYING } else { STANDING });
    for (number, picture) in pictures.into_iter().enumerate() {
        files.insert(format!("pictures/side{number}.png"), Arc::new(picture));
    }
    Some(set_alone(&Files::in_memory(files)))
}

/// Sets the one leaflet of a project in memory.
fn set_alone(files: &Files) -> Result<Vec<u8>, Diagnostic> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let made = make_alone(files, &mut sources, &mut diagnostics);
    made.ok_or_else(|| {
        let why = diagnostics.iter().next().map(|first| first.message.clone()).unwrap_or_default();
        let message = format!("the print sheet can’t be set: {why}");
        Diagnostic::new(Code::Output, message)
            .help("build without --print-sheet, or in another language: --print-sheet=en")
    })
}

fn make_alone(files: &Files, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Vec<u8>> {
    let selection = Selection::default();
    let project = load(files, &selection, sources, diagnostics).ok()?;
    let tasks = tasks(&project, &selection, None, sources, diagnostics);
    let task = tasks.first()?;
    let mut done = fit_all(&project, &tasks, &[Output::default()], Telling::Asked, sources);
    let locale = done.pop()?;
    diagnostics.extend(locale.diagnostics);
    let set = locale.leaflets.into_iter().next()?.ok()?;
    let making =
        Making { project: &project, sources, task, job: task.job(&project, locale.locale), set: &set };
    let finished = making.finish(&[Output::default()], diagnostics).ok()?.into_iter().next()?;
    Some(making.files(&finished, Format::Pdf, None).ok()?.into_iter().next()?.bytes)
}

/// What a print sheet says.
struct SheetPage<'a> {
    artifact: &'a Artifact,
    handling: &'a Handling,
    words: &'a Words,
    /// Of the project that the leaflet is of.
    manifest: &'a Manifest,
}

impl SheetPage<'_> {
    /// The project's files but for its pictures: manifest, layout, messages.
    fn files(&self, tag: &str, sides: usize, width: &str) -> BTreeMap<String, Arc<Vec<u8>>> {
        let steps = self.steps();
        let mut messages: Vec<(String, String)> = vec![
            ("title".to_owned(), self.words.say("sheet-title", &[])),
            ("what".to_owned(), self.what()),
            ("file".to_owned(), self.words.say("sheet-file", &[("file", self.file().into())])),
        ];
        let numbered = |(number, step): (usize, &String)| (format!("step{number}"), step.clone());
        messages.extend(steps.iter().enumerate().map(numbered));
        let items: Vec<String> = (0..steps.len()).map(|number| format!("\"step{number}\"")).collect();
        let mut notes = Vec::new();
        if self.handling.fold != "none" {
            notes.push("sheet-folds");
        }
        if self.handling.sides != Sides::One {
            notes.push("sheet-turn");
        }
        if self.artifact.draft {
            // What the others are translated from is no translation.
            let is_source = self.artifact.locale == self.manifest.source.tag && self.artifact.with.is_none();
            notes.push(if is_source { "sheet-draft-source" } else { "sheet-draft" });
        }
        let mut pictures = String::new();
        for (side, name) in ["front", "back"].into_iter().enumerate().take(sides) {
            messages.push((format!("alt{side}"), self.words.say("sheet-alt", &[("side", name.into())])));
            messages.push((name.to_owned(), self.words.say(&format!("sheet-{name}"), &[])));
            pictures += &format!(
                "  {{ role = \"note\", text = \"{name}\" }},\n  {{ role = \"picture\", file = \"pictures/side{side}.png\", \
                 alt = \"alt{side}\", width = \"{width}\" }},\n"
            );
        }
        messages.extend(notes.iter().map(|id| ((*id).to_owned(), self.words.say(id, &[]))));
        let notes: String =
            notes.iter().map(|id| format!("  {{ role = \"note\", text = \"{id}\" }},\n")).collect();
        let manifest = self.manifest(tag, &items.join(", "), &notes, &pictures);
        let messages: String =
            messages.into_iter().map(|(id, text)| format!("{id} = {}\n", escaped(&text))).collect();
        let file = |text: String| Arc::new(text.into_bytes());
        BTreeMap::from([
            ("polyleaf.toml".to_owned(), file(manifest)),
            ("layouts/print-sheet.toml".to_owned(), file(LAYOUT.to_owned())),
            (format!("locales/{tag}/sheet.ftl"), file(messages)),
        ])
    }

    fn manifest(&self, tag: &str, items: &str, notes: &str, pictures: &str) -> String {
        // What is printed on other paper than an office's is told on an office's.
        let own = self.artifact.paper.as_str();
        let metric = paper(own).is_some_and(|paper| paper.bleed == crate::geom::Abs::mm(3.0));
        let sheet = if metric { "a4" } else { "letter" };
        let date = &self.manifest.date;
        format!(
            r#"[project]
name = "print-sheet"
source = "{tag}"
paper = "{sheet}"
edition = "1"
date = "{date}"

[organisation]
name = "-"
email = "a@example.org"
phone = "604-555-0100"
website = "example.org"

[[leaflet]]
name = "print-sheet"
layouts = ["print-sheet"]

[[leaflet.section]]
name = "title"
place = "cover"
blocks = [{{ role = "title", text = "title" }}, {{ role = "subtitle", text = "what" }}]

[[leaflet.section]]
name = "steps"
place = "body"
blocks = [
  {{ role = "steps", items = [{items}] }},
{notes}]

[[leaflet.section]]
name = "pictures"
place = "aside"
blocks = [
{pictures}]
"#
        )
    }

    /// Which leaflet it is, and in which language: `Thai ไทย · card, shoe-card · Ours`.
    fn what(&self) -> String {
        let Artifact { leaflet, layout, locale, with, organisation, .. } = self.artifact;
        let languages: Vec<String> =
            [Some(locale), with.as_ref()].into_iter().flatten().map(|tag| names(tag)).collect();
        let leaflet = if leaflet == layout { leaflet.clone() } else { format!("{leaflet}, {layout}") };
        let parts = [Some(languages.join(" + ")), Some(leaflet), organisation.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn file(&self) -> String {
        let path = std::path::Path::new(&self.artifact.path);
        path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// What is done, step by step.
    fn steps(&self) -> Vec<String> {
        let mut steps = vec![self.words.say("sheet-file", &[("file", self.file().into())])];
        steps.push(self.handling.printing(self.words));
        steps.push(self.words.say("sheet-try", &[]));
        steps.push(self.words.say("sheet-copies", &[]));
        steps.extend(self.handling.finishing(self.words));
        steps
    }
}

/// A language in two names.
fn names(tag: &str) -> String {
    Locale::parse(tag).map_or_else(|| tag.to_owned(), |locale| locale.two_names())
}

/// A text as a pattern of Fluent that says just that.
fn escaped(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        match c {
            '{' | '}' | '<' | '&' => pattern += &format!("{{ \"{c}\" }}"),
            c => pattern.push(c),
        }
    }
    pattern
}
