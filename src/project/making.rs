//! A set leaflet on its way into files: put on sheets for each output, judged, and written as bytes.

use super::job::{Job, SetLeaflet};
use super::load::Project;
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
    let is_grey = output.profile == Profile::Press && ink == PressInk::Gray;
    let inks = if is_grey { Inks::Mono } else { output.inks };
    Target { output: Output { inks, ..output }, standard, fonts, ink }
}

impl Finished {
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
        for output in suited.map(|output| Output { intent: self.project.press.intent.0, ..*output }) {
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
        let mut slugs = Vec::new();
        if output.profile == Profile::Press {
            slugs = job
                .slug_lines(set, press, target(self.project, output).output.inks, sources)
                .map_err(|flaw| flaw.report(&job.layout.name, diagnostics))?;
        }
        let mut leaflet = job.impose(set, output.profile, press, &slugs);
        let standard = target(self.project, output).press_standard();
        let Some(standard) = standard.filter(|standard| standard.is_opaque()) else { return Ok(leaflet) };
        let mut reporter = Reporter::new(diagnostics);
        for seen in make_opaque(&mut leaflet, target(self.project, output).output) {
            let place = seen.node.and_then(|node| set.spans.get(&node));
            reporter.error(told_see_through(seen.why, standard, &job.layout.name, place.copied()));
        }
        reporter.sound(leaflet)
    }

    /// The bytes of the files: one, of pictures one a page, `ppi` pixels to the inch.
    ///
    /// # Errors
    /// A face can't be embedded.
    pub fn bytes(
        &self,
        finished: &Finished,
        format: Format,
        ppi: Option<u16>,
    ) -> Result<Vec<Vec<u8>>, FontProblem> {
        let Finished { output, leaflet, .. } = finished;
        let target = target(self.project, *output);
        let pdf = |leaflet| pdf::write(leaflet, &self.project.fonts, target);
        Ok(match format {
            Format::Pdf if output.profile == Profile::Press => {
                let parts = finished.parts(&self.project.press);
                let files = parts.iter().map(pdf);
                files.collect::<Result<_, _>>()?
            }
            Format::Pdf => vec![pdf(leaflet)?],
            Format::Png => raster::write(pdf(leaflet)?, self.resolution(ppi)),
            Format::Text => vec![text_out::write(leaflet).into_bytes()],
            Format::Json => vec![json_out::write(leaflet).into_bytes()],
        })
    }

    /// How many pixels to the inch a page has: as asked for, else as many as the screen of a phone has, or enough to read
    /// every paper on a screen.
    fn resolution(&self, asked: Option<u16>) -> f64 {
        const HELD: f64 = 405.0;
        const READ: f64 = 150.0;
        match asked {
            Some(ppi) => f64::from(ppi),
            None if self.task.paper == PHONE => HELD,
            None => READ,
        }
    }
}
