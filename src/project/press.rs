//! The press of a run: the one that is asked for, or the organisation's, or the project's, or the usual one.

use super::collections::{LAYOUTS, PRESSES};
use super::files::{FileScope, Files, Intake};
use super::layouts::LoadedLayout;
use super::selection::Selection;
use crate::color::{INTENTS, Inks, Intent, Output, Profile};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::locale::Direction;
use crate::source::{Sources, Span};
use crate::spec::{self, Manifest, Page, Press, PressInk, PressStandard};

/// Reads the press of a run. Rows that the project changes are those of the press that it names itself.
///
/// # Errors
/// There is none of that name, or something is wrong with it.
pub(super) fn read_press(
    intake: &mut Intake<'_>,
    manifest: &Manifest,
    selection: &Selection,
) -> Result<Press, Reported> {
    if let Some(name) = &selection.press {
        let press = read_named(intake, name, None)?.named();
        return usable(intake, press);
    }
    let press = match &manifest.press {
        Some((name, span)) => read_named(intake, name, Some(*span))?.named(),
        None => read_named(intake, spec::USUAL_PRESS, None)?,
    };
    let press = manifest.press_rows.clone().over(press);
    let mut told = None;
    for wrong in press.faults() {
        told = Some(intake.diagnostics.error(wrong));
    }
    told.map_or_else(|| usable(intake, press), Err)
}

/// The printing condition of an output: the caller's, where it is not the usual one; else that of the press.
///
/// # Errors
/// The press names another one; PDF/X-4 has no profile of it.
pub(super) fn asked_intent(
    press: &Press,
    output: Output,
    diagnostics: &mut Diagnostics,
) -> Result<&'static Intent, Reported> {
    let (intent, named) = press.intent;
    if output.profile != Profile::Press || output.intent == <&Intent>::default() || output.intent == intent {
        return Ok(intent);
    }
    let asked = output.intent.key;
    let wrong = if let Some(place) = named {
        let message =
            format!("{asked} is asked for, and the press “{}” prints by {}", press.name, intent.key);
        let wrong = Diagnostic::new(Code::Layout, message).label(place, "named here");
        wrong.help("ask for the usual condition, which leaves it to the press, or take another press")
    } else if !output.intent.has_profile && press.standard == PressStandard::X4 {
        let message =
            format!("PDF/X-4 holds the profile of its printing condition, and there is none of {asked} here");
        Diagnostic::new(Code::Layout, message)
            .help("take a press of another standard, where the name is enough")
    } else {
        return Ok(output.intent);
    };
    Err(diagnostics.error(wrong))
}

/// Whether a press of one ink has the same file from what is asked for in colour, so that one in a single ink is none of its own.
pub(super) fn is_told_in_colour(press: &Press, outputs: &[Output], output: &Output) -> bool {
    let coloured = Output { inks: Inks::Colour, ..*output };
    let is_grey = output.profile == Profile::Press && press.ink == PressInk::Grey;
    is_grey && output.inks == Inks::Mono && outputs.contains(&coloured)
}

/// Says that colour and one ink are the same file.
pub(super) fn one_ink(press: &Press) -> Diagnostic {
    let message = format!(
        "the press “{}” prints one ink, so that colour and mono are the same: one file of each leaflet is made",
        press.name
    );
    Diagnostic::new(Code::PressLimit, message).help("ask for one of them: --ink colour or --ink mono")
}

/// The same where all layouts that it speaks of are there.
fn with_layouts(intake: &mut Intake<'_>, press: Press) -> Result<Press, Reported> {
    let known = intake.silently(|intake| LAYOUTS.names(intake, FileScope::WithBuiltIn))?;
    let mut told = None;
    for (name, place) in press.named_layouts().filter(|(name, _)| !known.iter().any(|known| known == name)) {
        let wrong = LAYOUTS.unknown(name).label(place, "it is given a bleed here");
        let help = format!("{}; “default” is for all others", LAYOUTS.which_of(name, &known));
        told = Some(intake.diagnostics.error(wrong.help(help)));
    }
    told.map_or(Ok(press), Err)
}

/// Reports widths of panels that no layout's sheets have.
pub(super) fn report_unused<'a>(
    press: &Press,
    layouts: impl Iterator<Item = &'a LoadedLayout>,
    diagnostics: &mut Diagnostics,
) {
    let layouts: Vec<&LoadedLayout> = layouts.collect();
    let widths_of = |fold: &str, paper: &str| {
        let folded = layouts.iter().filter(|loaded| loaded.layout.fold.name == fold);
        let pages = folded.filter_map(|loaded| Page::new(&loaded.layout, paper, Direction::LeftToRight));
        pages.map(|page| page.size.width).collect()
    };
    for wrong in press.folds.unused(widths_of) {
        diagnostics.error(wrong);
    }
}

/// The press, where its layouts are there, and its file can say what it is printed by: PDF/X-4 asks for the profile itself (ISO 15930-7, output intent).
fn usable(intake: &mut Intake<'_>, press: Press) -> Result<Press, Reported> {
    let press = with_layouts(intake, press)?;
    let (intent, named) = press.intent;
    if intent.has_profile || press.standard != PressStandard::X4 {
        return Ok(press);
    }
    let message = format!(
        "PDF/X-4 holds the profile of its printing condition, and there is none of {} here",
        intent.key
    );
    let mut wrong = Diagnostic::new(Code::Layout, message);
    wrong.labels.extend(named.map(|span| (span, "named here".to_owned())));
    let held: Vec<&str> =
        INTENTS.iter().filter(|intent| intent.has_profile).map(|intent| intent.key).collect();
    let help = format!(
        "write standard = \"x-1a:2003\" or \"x-3:2002\", where the name is enough, or take {}",
        held.join(", ")
    );
    Err(intake.diagnostics.error(wrong.help(help)))
}

/// Reads the press of that name.
///
/// # Errors
/// There is none of that name, or something is wrong with it.
pub fn one_press(
    files: &Files,
    name: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Press, Reported> {
    read_named(&mut Intake { files, sources, diagnostics }, name, None)
}

/// Reads all presses, the built-in ones too, in the order of their names; what is wrong with one is reported.
pub fn every_press(files: &Files, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Vec<Press> {
    read_all(&mut Intake { files, sources, diagnostics }, FileScope::WithBuiltIn)
}

/// Reads the presses of a project's own, asked for or not; what is wrong with one is reported.
pub(super) fn check_presses(
    files: &Files,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<Press> {
    let intake = &mut Intake { files, sources, diagnostics };
    let presses = read_all(intake, FileScope::Own).into_iter();
    presses.filter_map(|press| usable(intake, press).ok()).collect()
}

fn read_all(intake: &mut Intake<'_>, scope: FileScope) -> Vec<Press> {
    let names = PRESSES.names(intake, scope).unwrap_or_default();
    names.iter().filter_map(|name| read_named(intake, name, None).ok()).collect()
}

fn read_named(intake: &mut Intake<'_>, name: &str, named: Option<Span>) -> Result<Press, Reported> {
    let (name, source) = PRESSES.take(intake, name, named)?;
    spec::read_press(&name, source, intake.sources, intake.diagnostics)
}
