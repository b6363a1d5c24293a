//! The press of a run: the one that is asked for, or the organisation's, or the project's, or the usual one.

use super::files::Intake;
use super::selection::Selection;
use crate::diag::{Code, Diagnostic, Reported};
use crate::source::Span;
use crate::spec::{self, Manifest, Press};

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
        return read_named(intake, name, None).map(Press::named);
    }
    let press = match &manifest.press {
        Some((name, span)) => read_named(intake, name, Some(*span))?.named(),
        None => read_named(intake, spec::USUAL_PRESS, None)?,
    };
    Ok(manifest.press_rows.clone().over(press))
}

fn read_named(intake: &mut Intake<'_>, name: &str, named: Option<Span>) -> Result<Press, Reported> {
    if let Some(source) = intake.named(spec::PRESSES, name) {
        return spec::read_press(name, source?, intake.sources, intake.diagnostics);
    }
    let known = intake.known(spec::PRESSES)?;
    let mut wrong = Diagnostic::new(Code::UnknownPress, format!("there is no press “{name}”"));
    wrong.labels.extend(named.map(|span| (span, "named here".to_owned())));
    let own = format!("{}/NAME.toml", spec::PRESSES);
    Err(intake.diagnostics.error(
        wrong.help(format!("presses are {known}; one of your own is a file {own} beside your polyleaf.toml")),
    ))
}
