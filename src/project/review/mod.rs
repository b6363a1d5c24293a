//! Reviews on paper: `build LANGUAGE -L review` sets each leaflet’s text beside its translation, whatever state that is in. In: a
//! project. Out: files, one a leaflet and language. `review` is the name of no layout.

mod labels;
mod rows;
mod versions;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::artifact::{Artifact, Unmade, panel_reports};
use super::faceless::faceless;
use super::fonts::digest;
use super::language::LoadedLocale;
use super::layouts::REVIEW;
use super::load::Project;
use super::output::OutFolder;
use super::record::{Entry, Record, owned};
use super::request::{Format, Request};
use super::selection::{LayoutChoice, Selection};
use crate::color::{Inks, Output, Profile};
use crate::content::place_of_words;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::flow::{Flaw, Shelf};
use crate::fold::paper;
use crate::frame::Leaflet;
use crate::handling::{FirstFold, Handling, Sides, paper_label};
use crate::locale::Locale;
use crate::pdf::{self, Target};
use crate::review::set_review;
use crate::script::Typography;
use crate::source::Sources;
use crate::spec::{Form, LeafletSpec};
use crate::{json_out, raster, text_out};

use rows::review_of;

/// The papers that it takes.
const PAPERS: [&str; 3] = ["letter", "a4", "legal"];
/// How many pixels to the inch pictures of its pages have, where nobody says (H).
const PPI: f64 = 150.0;
/// What it is for.
const PURPOSE: &str = "source and translation side by side, for a reader with a pen";

/// What came of the reviews that were asked for.
#[derive(Default)]
pub(super) struct Reviewed {
    /// The files.
    pub(super) artifacts: Vec<Artifact>,
    /// What was not made.
    pub(super) unmade: Vec<Unmade>,
    /// What the record is told of them.
    pub(super) written: Vec<Entry>,
    /// What is wrong.
    pub(super) diagnostics: Diagnostics,
}

/// Whether reviews are asked for; the selection is left with the layouts.
pub(super) fn take_review(selection: &mut Selection) -> bool {
    let LayoutChoice::Named(names) = &mut selection.layouts else { return false };
    let before = names.len();
    names.retain(|name| name != REVIEW);
    names.len() < before
}

/// Where reviews go, and what is known of files there.
#[derive(Clone, Copy)]
pub(super) struct Outlet<'a> {
    /// The folder; nothing is written when `None`.
    pub(super) out: Option<&'a OutFolder<'a>>,
    /// What earlier builds wrote there.
    pub(super) record: &'a Record,
}

/// Makes the reviews of a project: of each leaflet asked for in each language but the source's.
pub(super) fn reviews(
    project: &Project,
    request: &Request,
    outlet: Outlet<'_>,
    sources: &Sources,
) -> Reviewed {
    let mut made = Reviewed::default();
    let (Ok(paper), Ok(languages)) = (
        settled(project, request, &mut made.diagnostics),
        languages(project, request, &mut made.diagnostics),
    ) else {
        return made;
    };
    let leaflets =
        project.manifest.leaflets.iter().filter(|leaflet| request.selection.takes_leaflet(&leaflet.name));
    let jobs: Vec<SheetJob<'_>> = leaflets
        .flat_map(|leaflet| {
            let paper = paper.as_str();
            languages.iter().map(move |locale| SheetJob { project, request, sources, leaflet, locale, paper })
        })
        .collect();
    let done: Vec<Reviewed> = jobs.par_iter().map(|job| job.make(outlet)).collect();
    for own in done {
        made.artifacts.extend(own.artifacts);
        made.unmade.extend(own.unmade);
        made.written.extend(own.written);
        made.diagnostics.extend(own.diagnostics);
    }
    made
}

/// The paper, where the rest of what is asked for can be had, too.
fn settled(project: &Project, request: &Request, diagnostics: &mut Diagnostics) -> Result<String, Reported> {
    let selection = &request.selection;
    let refused = if request.outputs().iter().any(|output| output.profile == Profile::Press) {
        Some((
            Code::Paper,
            "a review is printed at home or in an office, not by a shop: leave --for press out",
        ))
    } else if selection.with.is_some() {
        Some((Code::Partner, "a review sets each language beside the source already: leave --with out"))
    } else if selection.form == Form::LargePrint {
        Some((Code::NoForm, "a review has no large print: leave --large-print out"))
    } else if selection.is_final {
        Some((Code::NotFinal, "a review is for what is not final yet: leave --final out"))
    } else {
        None
    };
    if let Some((code, message)) = refused {
        return Err(diagnostics.error(Diagnostic::new(code, message).of_request()));
    }
    let asked = request.paper.clone().unwrap_or_else(|| {
        let own = &project.manifest.paper;
        PAPERS.iter().find(|paper| *paper == own).map_or(PAPERS[0], |paper| paper).to_owned()
    });
    if PAPERS.contains(&asked.as_str()) {
        return Ok(asked);
    }
    let wrong = Diagnostic::new(Code::Paper, format!("a review does not stand on {asked}"));
    Err(diagnostics.error(wrong.of_request().help(format!("name one of {}", PAPERS.join(", ")))))
}

/// The languages that have a review: the source has nothing to be held against.
fn languages<'a>(
    project: &'a Project,
    request: &Request,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<&'a LoadedLocale>, Reported> {
    let source = &project.manifest.source;
    let is_source = |locale: &&LoadedLocale| locale.catalog.locale.tag == source.tag;
    let (own, others): (Vec<&LoadedLocale>, Vec<&LoadedLocale>) = project.locales.iter().partition(is_source);
    let message = format!("{} is the source language: there is nothing to review it against", source.tag);
    let wrong = Diagnostic::new(Code::Partner, message);
    let wrong = wrong.help("name a translation, or none to have all of them");
    if others.is_empty() && !own.is_empty() {
        return Err(diagnostics.error(wrong.of_request()));
    }
    if request.selection.locales.contains(&source.tag) && !own.is_empty() {
        diagnostics.warn(wrong);
    }
    Ok(others)
}

/// A review that is asked for.
struct SheetJob<'a> {
    project: &'a Project,
    request: &'a Request,
    sources: &'a Sources,
    leaflet: &'a LeafletSpec,
    locale: &'a LoadedLocale,
    paper: &'a str,
}

impl SheetJob<'_> {
    fn make(&self, outlet: Outlet<'_>) -> Reviewed {
        let mut made = Reviewed::default();
        let whole = self.set(&mut made.diagnostics).and_then(|leaflet| {
            for output in self.request.outputs() {
                self.write(&leaflet, *output, outlet, &mut made)?;
            }
            Ok(())
        });
        if whole.is_err() {
            made.unmade.push(Unmade {
                leaflet: self.leaflet.name.clone(),
                locale: self.locale.catalog.locale.tag.clone(),
                layout: REVIEW.to_owned(),
                paper: self.paper.to_owned(),
                why: "see the errors".to_owned(),
            });
        }
        made
    }

    fn set(&self, diagnostics: &mut Diagnostics) -> Result<Leaflet, Reported> {
        let SheetJob { project, sources, leaflet, locale, .. } = *self;
        let place = |message, words: &str| place_of_words(message, words, sources);
        if let Some(wrong) = faceless(project, locale, place) {
            return Err(diagnostics.error(wrong));
        }
        let source = project.source.as_ref().expect("there are languages beside it");
        let english = Locale::parse("en").expect("English has a tag");
        let typography = Typography::of(&english);
        let review = review_of(project, leaflet, [source, locale], sources);
        let shelves = [
            Shelf::new(&project.fonts, &english, &typography, sources),
            source.shelf(&project.fonts, sources),
            locale.shelf(&project.fonts, sources),
        ];
        let page = paper(self.paper).expect("it is one of those that are named").size;
        let set = set_review(&review, shelves, page).map_err(|flaw| flaw.report(REVIEW, diagnostics))?;
        for flaw in &set.lacking {
            if let Flaw::Unshaped { at, .. } = flaw {
                let message = format!("{flaw}: the review shows a question mark for it");
                let lacking = Diagnostic::new(Code::MissingGlyph, message).label(*at, "it is needed here");
                diagnostics
                    .warn(lacking.help(
                    "take the character out, or put a face that has it into fonts/ and list it in fonts/fonts.toml",
                ));
            }
        }
        Ok(set.leaflet)
    }

    /// Writes the files for one output.
    fn write(
        &self,
        leaflet: &Leaflet,
        output: Output,
        outlet: Outlet<'_>,
        made: &mut Reviewed,
    ) -> Result<(), Reported> {
        let SheetJob { project, request, .. } = self;
        let target = Target::usual(output);
        let pdf = || {
            let written = pdf::write(leaflet, &project.fonts, target);
            written.map_err(|problem| problem.diagnostic())
        };
        let ppi = request.ppi.map_or(PPI, f64::from);
        let files = match request.format {
            Format::Pdf => pdf().map(|file| vec![file]),
            Format::Png => pdf().map(|file| raster::write(file, ppi)),
            Format::Text => Ok(vec![text_out::write(leaflet).into_bytes()]),
            Format::Json => Ok(vec![json_out::write(leaflet).into_bytes()]),
        };
        let files = files.map_err(|wrong| made.diagnostics.error(wrong))?;
        let stem = self.stem(output);
        let digits = files.len().to_string().len();
        let is_paged = request.format == Format::Png;
        for (number, bytes) in (1..).zip(files) {
            let page = if is_paged { format!("-{number:0digits$}") } else { String::new() };
            let name = format!("{stem}{page}.{}", request.format.extension());
            let entry = Entry {
                file: name.clone(),
                stem: stem.clone(),
                organisation: project.manifest.organisation.name.clone(),
                chapter: project.chapter.clone(),
                sha256: digest(&bytes),
            };
            let path = put(&entry, &bytes, outlet).map_err(|wrong| made.diagnostics.error(wrong))?;
            made.written.push(entry);
            let standards = if request.format == Format::Pdf { target.standards() } else { Vec::new() };
            made.artifacts.push(Artifact {
                path,
                page: is_paged.then_some(number),
                standards,
                bytes: bytes.len(),
                sha256: digest(&bytes),
                ..self.artifact(leaflet, output)
            });
        }
        Ok(())
    }

    /// `factsheet-th-review-letter`, as all files are called: what is not said is the default.
    fn stem(&self, output: Output) -> String {
        let profile = if output.profile == Profile::Screen { "-screen" } else { "" };
        let ink = if output.inks == Inks::Mono { "-mono" } else { "" };
        let chapter = self.project.chapter.as_ref().map_or(String::new(), |chapter| format!("-{chapter}"));
        let (leaflet, tag) = (&self.leaflet.name, &self.locale.catalog.locale.tag);
        format!("{leaflet}-{tag}-{REVIEW}-{}{profile}{ink}{chapter}", self.paper)
    }

    fn artifact(&self, leaflet: &Leaflet, output: Output) -> Artifact {
        let sheets = leaflet.sides.len().div_ceil(2);
        let handling = Handling {
            paper: paper_label(self.paper),
            sides: if leaflet.sides.len() > 1 { Sides::BothLong } else { Sides::One },
            sheets,
            copies: 1,
            fold: "none",
            first: FirstFold::Right,
            finish: None,
        };
        let ideal = self.locale.typography.rules.ideal.to_hundredths();
        Artifact {
            path: String::new(),
            leaflet: self.leaflet.name.clone(),
            organisation: self.project.chapter.clone(),
            locale: self.locale.catalog.locale.tag.clone(),
            with: None,
            layout: REVIEW.to_owned(),
            paper: self.paper.to_owned(),
            profile: output.profile.name().to_owned(),
            press: None,
            standards: Vec::new(),
            fonts: None,
            page: None,
            ink: (output.inks == Inks::Mono).then(|| "mono".to_owned()),
            pages: leaflet.sides.len(),
            body_pt: ideal,
            ideal_pt: ideal,
            panels: panel_reports(leaflet),
            clear_print: None,
            purpose: PURPOSE.to_owned(),
            draft: false,
            handling: (output.profile == Profile::Office).then_some(handling),
            print_sheet: None,
            bytes: 0,
            sha256: String::new(),
        }
    }
}

/// Writes a file where files go, and says where it is.
fn put(entry: &Entry, bytes: &[u8], outlet: Outlet<'_>) -> Result<String, Diagnostic> {
    let Some(out) = outlet.out else { return Ok(entry.file.clone()) };
    if let Some(other) = outlet.record.other(&entry.file, entry, out) {
        return Err(owned(&out.path_of(&entry.file), other, entry, &[]));
    }
    Ok(out.write(&entry.file, bytes)?.to_string_lossy().into_owned())
}
