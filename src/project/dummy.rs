//! Blank sheets of layouts as files, to be folded and cut by hand before anything is printed.

use std::path::Path;

use serde::Serialize;

use super::asked::understood;
use super::files::{Files, Intake};
use super::fonts::digest;
use super::layouts::LoadedLayout;
use super::load::{Design, read_design};
use super::output::OutFolder;
use super::selection::{LayoutChoice, Selection};
use super::task::{paper_for, wrong_paper};
use crate::color::Output;
use crate::diag::{Diagnostics, Reported};
use crate::handling::{Handling, Printed};
use crate::locale::Direction;
use crate::pdf::{self, Target};
use crate::sheet;
use crate::source::Sources;
use crate::spec::{Layout, Page};

/// A blank sheet that was written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Dummy {
    /// The file.
    pub path: String,
    /// The layout.
    pub layout: String,
    /// The paper.
    pub paper: String,
    /// How many sides it has.
    pub pages: usize,
    /// How it is printed, folded and cut.
    pub handling: Handling,
    /// The file's size.
    pub bytes: usize,
    /// The file's SHA-256.
    pub sha256: String,
}

/// What came of it.
#[derive(Clone, Default, Debug)]
pub struct Dummies {
    /// What was written, in the order of the layouts’ names.
    pub written: Vec<Dummy>,
    /// What is wrong.
    pub diagnostics: Diagnostics,
}

/// Writes `NAME-PAPER-dummy.pdf` of each layout named to `out`, on the paper asked for or the project’s.
pub fn dummies(
    files: &Files,
    layouts: &LayoutChoice,
    paper: Option<&str>,
    out: &Path,
    sources: &mut Sources,
) -> Dummies {
    let mut dummies = Dummies::default();
    let selection = Selection { layouts: layouts.clone(), ..Selection::default() };
    let Ok(selection) = understood(files, &selection, &mut dummies.diagnostics) else { return dummies };
    let mut intake = Intake { files, sources, diagnostics: &mut dummies.diagnostics };
    let Ok(design) = read_design(&mut intake, &selection) else { return dummies };
    let out = match OutFolder::open(out) {
        Ok(out) => out,
        Err(wrong) => {
            dummies.diagnostics.error(wrong);
            return dummies;
        }
    };
    let writer = Writer { design: &design, out: &out, sources };
    for LoadedLayout { layout, .. } in design.layouts.values() {
        let paper = paper_for(layout, paper, &design.manifest.paper);
        if let Ok(dummy) = writer.write(layout, paper, &mut dummies.diagnostics) {
            dummies.written.push(dummy);
        }
    }
    if let Err(wrong) = out.sync() {
        dummies.diagnostics.error(wrong);
    }
    dummies
}

struct Writer<'a> {
    design: &'a Design,
    out: &'a OutFolder<'a>,
    sources: &'a Sources,
}

impl Writer<'_> {
    fn write(
        &self,
        layout: &Layout,
        paper: String,
        diagnostics: &mut Diagnostics,
    ) -> Result<Dummy, Reported> {
        let Design { manifest, fonts, .. } = self.design;
        let Some(page) = Page::new(layout, &paper, Direction::LeftToRight) else {
            return Err(diagnostics.error(wrong_paper(layout, &paper)));
        };
        let leaflet = sheet::dummy(layout, &page, &paper, fonts, &manifest.date, self.sources)
            .map_err(|flaw| flaw.report(&layout.name, diagnostics))?;
        let bytes = pdf::write(&leaflet, fonts, Target::usual(Output::default()))
            .map_err(|problem| diagnostics.error(problem.diagnostic()))?;
        let printed = Printed { sides: leaflet.sides.len(), duplex: leaflet.duplex };
        let handling = Handling::of(layout, &page, &paper, Direction::LeftToRight, printed);
        let path = self.out.write(&format!("{}-{paper}-dummy.pdf", layout.name), &bytes);
        let path = path.map_err(|wrong| diagnostics.error(wrong))?;
        Ok(Dummy {
            path: path.to_string_lossy().into_owned(),
            layout: layout.name.clone(),
            paper,
            pages: leaflet.sides.len(),
            handling,
            bytes: bytes.len(),
            sha256: digest(&bytes),
        })
    }
}
