//! The press of a run: the one that is asked for, or the organisation's, or the project's.

use super::disk::EntryKind;
use super::files::{FileScope, Intake};
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
        return read_named(intake, name, None);
    }
    let named = manifest.press.as_ref().map(|(name, span)| read_named(intake, name, Some(*span)));
    let press = named.transpose()?.unwrap_or_default();
    Ok(manifest.press_rows.clone().over(press))
}

fn read_named(intake: &mut Intake<'_>, name: &str, named: Option<Span>) -> Result<Press, Reported> {
    let file = format!("{}/{name}.toml", spec::PRESSES);
    let found = if spec::is_file_name(name) { intake.source(&file) } else { None };
    if let Some(source) = found {
        return spec::read_press(name, source?, intake.sources, intake.diagnostics);
    }
    let kind = EntryKind::Files("toml");
    let names = intake.files.list(spec::PRESSES, kind, FileScope::WithBuiltIn, intake.diagnostics)?;
    let known: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(".toml")).collect();
    let mut wrong = Diagnostic::new(Code::UnknownPress, format!("there is no press “{name}”"));
    wrong.labels.extend(named.map(|span| (span, "named here".to_owned())));
    let help = format!("presses are {}; one of your own is a file {file}", known.join(", "));
    Err(intake.diagnostics.error(wrong.help(help)))
}
