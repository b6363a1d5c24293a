//! Files that stand where a build would write, by a name that does not tell leaflets apart: those of another leaflet are kept, since
//! nobody could tell afterwards which page is of which.

use std::collections::BTreeSet;

use super::disk::{FileKind, read_file};
use super::file_name::FileFacts;
use super::making::MadeFile;
use super::output::OutFolder;
use super::request::Format;
use crate::diag::{Code, Diagnostic};
use crate::preflight::Brief;

/// What is wrong where a file of another leaflet would be replaced; nothing where the names tell leaflets, languages and layouts.
pub(super) fn of_another(
    facts: FileFacts<'_>,
    format: Format,
    files: &[(String, &MadeFile)],
    out: &OutFolder<'_>,
) -> Option<Diagnostic> {
    let pattern = facts.pattern(format)?;
    let lacking = pattern.lacks();
    if lacking.is_empty() {
        return None;
    }
    let strangers: BTreeSet<String> = files
        .iter()
        .filter_map(|(name, file)| {
            let there = out.path_of(name);
            // What is no plain file is told by what writes.
            if !there.symlink_metadata().is_ok_and(|found| found.is_file()) {
                return None;
            }
            let known = read_file(&there, FileKind::Pdf).ok().and_then(|bytes| Brief::of(&bytes));
            let is_like = known.zip(Brief::of(&file.bytes)).is_some_and(|(known, new)| known.is_like(&new));
            (!is_like).then(|| name.clone())
        })
        .collect();
    let told = out.told(&strangers)?;
    let message = format!(
        "“{}” in “{}” ({}) would take the place of {told}, of another leaflet, language or layout",
        facts.task.leaflet.name,
        facts.task.layout_name(),
        facts.lang
    );
    let mut wrong = Diagnostic::new(Code::FileName, message);
    let place = pattern.place.map(|span| (span, "the press calls files so".to_owned()));
    wrong.labels.extend(place);
    Some(wrong.help(format!(
        "name another folder with --out, move those files away, or put {} into the name",
        lacking.join(", ")
    )))
}
