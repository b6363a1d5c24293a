//! One leaflet, set and kept with all that writing it takes.

use super::problems::Problems;
use crate::color::Output;
use crate::diag::Diagnostics;
use crate::project::{
    Files, Format, LayoutChoice, Making, OrganisationFile, Project as LoadedProject, Selection, SetLeaflet,
    Task, Telling, fit_all, load, tasks,
};
use crate::source::Sources;
use crate::spec::Form;

/// Which leaflet is to be set, in which language and layout.
///
/// ```
/// let choice = polyleaf::Choice { paper: Some("a4".to_owned()), ..polyleaf::Choice::new("factsheet", "ko", "booklet") };
/// assert_eq!(choice.locale, "ko");
/// ```
#[derive(Clone, Default, Debug)]
pub struct Choice {
    /// The leaflet, by its name in the manifest.
    pub leaflet: String,
    /// The language, by its tag.
    pub locale: String,
    /// The layout, by its name.
    pub layout: String,
    /// The paper, by its name, one of [`PAPERS`](crate::PAPERS); the project's own when `None`.
    pub paper: Option<String>,
    /// What it is set for: plain, beside another language, or in large print. The layout must have that form.
    pub form: Form,
    /// The language that it is set beside, of a bilingual leaflet.
    pub with: Option<String>,
    /// Another organisation than the manifest's.
    pub organisation: Option<OrganisationFile>,
    /// The press that its files for a print shop are made for, by its name; the project's own when `None`.
    pub press: Option<String>,
}

impl Choice {
    /// A leaflet in a language and a layout, all else as the project has it.
    pub fn new(leaflet: impl Into<String>, locale: impl Into<String>, layout: impl Into<String>) -> Choice {
        let (leaflet, locale, layout) = (leaflet.into(), locale.into(), layout.into());
        Choice { leaflet, locale, layout, ..Choice::default() }
    }

    fn selection(&self) -> Selection {
        Selection {
            locales: vec![self.locale.clone()],
            layouts: LayoutChoice::Named(vec![self.layout.clone()]),
            leaflets: vec![self.leaflet.clone()],
            organisation: self.organisation.clone(),
            form: self.form,
            with: self.with.clone(),
            press: self.press.clone(),
            is_final: false,
            proof: false,
        }
    }
}

/// A leaflet that is set: every line is placed. It can be written for any output, as often as wanted.
pub struct ReadyLeaflet {
    project: LoadedProject,
    sources: Sources,
    set: SetLeaflet<'static>,
    choice: Choice,
    paper: String,
    extent: usize,
    warnings: Diagnostics,
}

impl ReadyLeaflet {
    /// Reads what a choice needs, and sets it.
    pub(super) fn set(files: &Files, choice: &Choice) -> Result<ReadyLeaflet, Problems> {
        let mut problems = Problems::default();
        let Problems { sources, diagnostics } = &mut problems;
        let selection = choice.selection();
        let Ok(project) = load(files, &selection, sources, diagnostics) else { return Err(problems) };
        let tasks = tasks(&project, &selection, choice.paper.as_deref(), sources, diagnostics);
        diagnostics.extend(Telling::Asked.of_others(&project, &tasks));
        let done =
            fit_all(&project, &tasks, &[Output::default()], Telling::Asked, sources).into_iter().next();
        let set = done.and_then(|mut done| {
            diagnostics.extend(done.diagnostics);
            let set = done.leaflets.pop()?.ok()?;
            Some((set.into_owned(), tasks[0].paper.clone(), tasks[0].extent()))
        });
        drop(tasks);
        match set {
            Some((set, paper, extent)) if !problems.has_errors() => {
                let Problems { sources, diagnostics: warnings } = problems;
                Ok(ReadyLeaflet { project, sources, set, choice: choice.clone(), paper, extent, warnings })
            }
            _ => Err(problems),
        }
    }

    /// What may be wrong with it, though it can be written.
    pub fn warnings(&self) -> Problems {
        Problems { sources: self.sources.clone(), diagnostics: self.warnings.clone() }
    }

    /// The size of its running text in points, as it was fitted.
    pub fn body_size(&self) -> f64 {
        self.set.body.to_pt()
    }

    /// The PDF: for an office by default, for a press or a screen, in colour or in one ink. Of a press that wants several files it is the
    /// first of [`pdfs`](ReadyLeaflet::pdfs): the single pages where it wants sheets, too; the first side or page where each is a
    /// file; the one that shows all where each ink is one.
    ///
    /// The condition of an output for a press is that of the press; another than the usual one is taken where the press names none.
    ///
    /// # Errors
    /// Text can't be read well enough in that output; the paper is none that a press prints; a face can't be embedded; the press
    /// prints by another condition than is asked for.
    pub fn pdf(&self, output: Output) -> Result<Vec<u8>, Problems> {
        self.write(Format::Pdf, output, None).map(first_file)
    }

    /// All PDFs for an output, in the order in which a build writes them: one, but of a press as many as it wants.
    ///
    /// # Errors
    /// Those of `pdf`.
    pub fn pdfs(&self, output: Output) -> Result<Vec<Vec<u8>>, Problems> {
        self.write(Format::Pdf, output, None)
    }

    /// Pictures of its pages in their order, as PNG, with so many pixels to the inch ([`PPI`](crate::PPI) are the fewest and the
    /// most).
    ///
    /// # Errors
    /// Those of `pdf`.
    pub fn png_pages(&self, output: Output, ppi: u16) -> Result<Vec<Vec<u8>>, Problems> {
        self.write(Format::Png, output, Some(ppi))
    }

    /// Its text in reading order, a block a line.
    ///
    /// # Errors
    /// Those of `pdf`.
    pub fn text(&self) -> Result<String, Problems> {
        let bytes = self.write(Format::Text, Output::default(), None).map(first_file)?;
        Ok(String::from_utf8(bytes).expect("text is UTF-8"))
    }

    /// Where each of its lines stands, as JSON: what `polyleaf build --format json` writes.
    ///
    /// # Errors
    /// Those of `pdf`.
    pub fn json(&self, output: Output) -> Result<String, Problems> {
        let bytes = self.write(Format::Json, output, None).map(first_file)?;
        Ok(String::from_utf8(bytes).expect("JSON is UTF-8"))
    }

    fn write(&self, format: Format, output: Output, ppi: Option<u16>) -> Result<Vec<Vec<u8>>, Problems> {
        let ReadyLeaflet { project, sources, set, choice, .. } = self;
        let manifest = &project.manifest;
        let leaflet = manifest.leaflets.iter().find(|leaflet| leaflet.name == choice.leaflet);
        let leaflet = leaflet.expect("the leaflet was set");
        let layout = &project.layouts[&choice.layout];
        let task = Task::new(leaflet, layout, self.paper.clone(), choice.form).expect("the task was done");
        let task = task.for_press(&project.press).in_extent(self.extent);
        let job = task.job(project, &project.locales[0]);
        let making = Making { project, sources, task: &task, job, set };
        let mut diagnostics = Diagnostics::default();
        let files = match making.finish(&[output], &mut diagnostics) {
            Ok(finished) if finished.is_empty() => Err(diagnostics.error(task.unprintable(output.profile))),
            Ok(finished) => {
                // Pictures and texts are of one lay-out.
                let most = if format == Format::Pdf { finished.len() } else { 1 };
                let files = finished.iter().take(most).map(|finished| making.files(finished, format, ppi));
                let files: Result<Vec<_>, _> = files.collect();
                files
                    .map(|files| files.into_iter().flatten().map(|file| file.bytes).collect())
                    .map_err(|problem| diagnostics.error(problem.diagnostic()))
            }
            Err(reported) => Err(reported),
        };
        files.map_err(|_| Problems { sources: sources.clone(), diagnostics })
    }
}

/// The file of a format that has one.
fn first_file(mut files: Vec<Vec<u8>>) -> Vec<u8> {
    files.swap_remove(0)
}
