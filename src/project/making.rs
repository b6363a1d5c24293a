//! A set leaflet on its way into files: put on sheets for each output, judged, and written as bytes.

use super::file_name::{FileFacts, FilePart, press_inks};
use super::job::{Job, SetLeaflet};
use super::load::Project;
use super::press::{asked_intent, is_told_in_colour};
use super::request::Format;
use super::task::{PHONE, Task};
use super::told::told_see_through;
use crate::color::{Inks, Output, Profile};
use crate::diag::{Diagnostics, Reported, Reporter};
use crate::font::FontProblem;
use crate::frame::{Leaflet, SheetSide};
use crate::pdf::{self, Target};
use crate::picture::make_opaque;
use crate::proof::faint_text;
use crate::source::Sources;
use crate::spec::{Press, PressInk, PressPages};
use crate::{json_out, raster, text_out};

/// A leaflet that is set, with what writing it takes.
pub struct Making<'a> {
    /// The project that it is of.
    pub project: &'a Project,
    /// The texts of the project, for places in them.
    pub sources: &'a Sources,
    /// What was asked for.
    pub task: &'a Task<'a>,
    /// The same in its language.
    pub job: Job<'a>,
    /// The leaflet.
    pub set: &'a SetLeaflet<'a>,
}

/// A leaflet on its sheets, for one output.
pub struct Finished {
    /// What it was asked for, by which its files are called.
    pub asked: Output,
    /// What it is for, in the inks that its files are in.
    pub output: Output,
    /// What a page of it is, where it is for a press.
    pub pages: PressPages,
    /// The leaflet.
    pub leaflet: Leaflet,
}

/// What the project's files for an output are to be.
pub(super) fn target(project: &Project, output: Output) -> Target {
    let Press { standard, fonts, ink, .. } = project.press;
    let is_grey = output.profile == Profile::Press && ink == PressInk::Grey;
    let inks = if is_grey { Inks::Mono } else { press_inks(project, output) };
    Target { output: Output { inks, ..output }, standard, fonts, ink }
}

/// A file that was made.
pub struct MadeFile {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What of the leaflet that is.
    pub(super) part: FilePart,
    /// What it is to be.
    pub(super) target: Target,
}

/// What a file of one ink of drums is to be; the first, number 0, shows all on a screen.
fn plate_target(target: Target, number: usize) -> Target {
    let output = target.output;
    match (output.inks, number.checked_sub(1)) {
        (Inks::Drums(drums), Some(ink)) => {
            Target { output: Output { inks: Inks::Plate(drums, ink), ..output }, ..target }
        }
        _ => Target::usual(Output { profile: Profile::Screen, ..output }),
    }
}

impl Finished {
    /// What its files are of.
    pub(super) fn facts<'a>(&'a self, project: &'a Project, task: &'a Task<'a>) -> FileFacts<'a> {
        FileFacts { project, task, lang: &self.leaflet.lang, output: self.asked, pages: self.pages }
    }

    /// What is in each file of a press that wants more than one of a leaflet.
    pub(super) fn parts(&self, press: &Press) -> Vec<Leaflet> {
        if press.with_pages(self.pages).file_count(self.leaflet.sides.len()) == 1 {
            return vec![self.leaflet.clone()];
        }
        let side = |side: &SheetSide| Leaflet { sides: vec![side.clone()], ..self.leaflet.clone() };
        self.leaflet.sides.iter().map(side).collect()
    }
}

impl Making<'_> {
    /// Puts the leaflet on sheets for each output that its paper suits.
    ///
    /// # Errors
    /// A slug can't be set; text can't be read well enough in one of the outputs.
    pub fn finish(
        &self,
        outputs: &[Output],
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<Finished>, Reported> {
        let mut finished = Vec::new();
        let suited = outputs.iter().filter(|output| self.task.suits(output.profile));
        for output in suited.filter(|output| !is_told_in_colour(&self.project.press, outputs, output)) {
            let intent = asked_intent(&self.project.press, *output, diagnostics)?;
            let output = Output { intent, ..*output };
            for press in self.task.presses(&self.project.press, output.profile) {
                let leaflet = self.impose(output, &press, diagnostics)?;
                let pages = press.pages;
                let held = target(self.project, output).output;
                finished.push(Finished { asked: output, output: held, pages, leaflet });
            }
        }
        let leaflets: Vec<(Output, &Leaflet)> =
            finished.iter().map(|finished| (finished.output, &finished.leaflet)).collect();
        let mut reporter = Reporter::new(diagnostics);
        for faint in faint_text(self.job.layout, &leaflets, &self.project.fonts) {
            reporter.report(faint.severity(), faint.diagnostic());
        }
        reporter.sound(finished)
    }

    fn impose(
        &self,
        output: Output,
        press: &Press,
        diagnostics: &mut Diagnostics,
    ) -> Result<Leaflet, Reported> {
        let Making { sources, job, set, .. } = self;
        let target = target(self.project, output);
        let mut slugs = Vec::new();
        if output.profile == Profile::Press && press.ink != PressInk::Plates {
            slugs = job
                .slug_lines(set, press, target.output.inks, sources)
                .map_err(|flaw| flaw.report(&job.layout.name, diagnostics))?;
        }
        let mut leaflet = job.impose(set, output.profile, press, &slugs);
        let standard = target.press_standard().filter(|standard| standard.is_opaque());
        let Some(standard) = standard else { return Ok(leaflet) };
        let mut reporter = Reporter::new(diagnostics);
        for seen in make_opaque(&mut leaflet, target.output) {
            let place = seen.node.and_then(|node| set.spans.get(&node));
            reporter.error(told_see_through(seen.why, standard, &job.layout.name, place.copied()));
        }
        reporter.sound(leaflet)
    }

    /// The files: one; of pictures one a page, `ppi` pixels to the inch; for a press as it wants them. Of a file an ink the first is that
    /// of all inks.
    ///
    /// # Errors
    /// A face can't be embedded.
    pub fn files(
        &self,
        finished: &Finished,
        format: Format,
        ppi: Option<u16>,
    ) -> Result<Vec<MadeFile>, FontProblem> {
        let Finished { output, leaflet, .. } = finished;
        let target = target(self.project, *output);
        let pdf = |leaflet| pdf::write(leaflet, &self.project.fonts, target);
        let made = |number, bytes| MadeFile { bytes, part: FilePart { number, plate: None }, target };
        let files = match format {
            Format::Pdf if output.profile == Profile::Press => return self.press_files(finished, target),
            Format::Pdf => vec![pdf(leaflet)?],
            Format::Png => raster::write(pdf(leaflet)?, self.resolution(ppi)),
            Format::Text => vec![text_out::write(leaflet).into_bytes()],
            Format::Json => vec![json_out::write(leaflet).into_bytes()],
        };
        Ok((1..).zip(files).map(|(number, bytes)| made(number, bytes)).collect())
    }

    /// The files for a press: each part that it wants a file of, in each of its inks where these are files.
    fn press_files(&self, finished: &Finished, target: Target) -> Result<Vec<MadeFile>, FontProblem> {
        let Making { project, task, .. } = self;
        let facts = finished.facts(project, task);
        let mut files = Vec::new();
        for (number, part) in (1..).zip(finished.parts(&project.press)) {
            for (plate, name) in facts.plates(Format::Pdf).into_iter().enumerate() {
                let target = if name.is_some() { plate_target(target, plate) } else { target };
                let bytes = pdf::write(&part, &project.fonts, target)?;
                files.push(MadeFile { bytes, part: FilePart { number, plate: name }, target });
            }
        }
        Ok(files)
    }

    /// How many pixels to the inch a page has: as asked for, else as many as the screen of a phone has, or enough to read
    /// every paper on a screen.
    fn resolution(&self, asked: Option<u16>) -> f64 {
        // H: a phone is held close, a page on a screen is looked at whole.
        const HELD: f64 = 405.0;
        const READ: f64 = 150.0;
        match asked {
            Some(ppi) => f64::from(ppi),
            None if self.task.paper == PHONE => HELD,
            None => READ,
        }
    }
}
