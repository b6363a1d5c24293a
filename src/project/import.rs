//! What translators did, written into a language's files. In: files of any of the formats. Out: the patterns that changed, in their
//! places, and new messages where `add-locale` would put them; or, where anything is wrong, nothing but what it is and where.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::add_locale::{Adder, check_places};
use super::exchange::{Pair, known_bases};
use super::files::{Files, Intake};
use super::imported::{Import, Imported, ImportedText, ReadFile};
use super::locales::languages;
use super::matching::Matching;
use super::merged::{Merged, merge};
use super::origin::{NewText, Origin};
use super::translator_file::FileReader;
use super::trial::Trial;
use crate::content::text_base;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::source::Sources;

/// Imports files. All that is wrong with any of them is told, and then nothing is written.
///
/// # Errors
/// Nothing could be read, or something is wrong with what could.
pub fn import(
    files: &Files,
    import: &Import,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<Imported> {
    let mut intake = Intake { files, sources, diagnostics };
    let Ok(read) = read_all(&mut intake, import) else { return Vec::new() };
    let mut by_locale: BTreeMap<String, Vec<ReadFile>> = BTreeMap::new();
    for (tag, file) in read {
        by_locale.entry(tag).or_default().push(file);
    }
    let mut works = Vec::new();
    for (tag, read) in by_locale {
        if let Ok(work) = prepare(&mut intake, import, &tag, &read) {
            works.push(work);
        }
    }
    for work in works.iter().filter(|_| !import.is_trial) {
        // Told in it.
        let _ = ready(&mut intake, work);
    }
    let is_written =
        !intake.diagnostics.has_errors() && !import.is_trial && write_all(&mut intake, &works).is_ok();
    let mut told = Vec::new();
    for mut work in works {
        for file in &mut work.reports {
            file.is_written = is_written && !file.changes.is_empty();
        }
        told.append(&mut work.reports);
    }
    told
}

/// What is to be done for a language.
struct Work {
    pair: Pair,
    merged: Merged,
    reports: Vec<Imported>,
}

/// Reads all files, each with its language.
fn read_all(intake: &mut Intake<'_>, import: &Import) -> Result<Vec<(String, ReadFile)>, Reported> {
    let bases = known_bases(intake)?;
    let is_known = |id: &str| bases.contains(text_base(id));
    let tags = languages(intake.files);
    let mut read = Vec::new();
    let mut last = Ok(());
    for path in &import.files {
        let reader = FileReader { path, tags: &tags, import, is_known: &is_known };
        match reader.read(intake) {
            Ok(file) => read.push(file),
            Err(reported) => last = Err(reported),
        }
    }
    last.map(|()| read)
}

/// Finds out what a language's files would become, and what is wrong with that.
fn prepare(intake: &mut Intake<'_>, import: &Import, tag: &str, read: &[ReadFile]) -> Result<Work, Reported> {
    let pair = Pair::read(intake, tag, &[])?;
    let mut matching = Matching::new(&pair, import.take);
    let mut reports = Vec::new();
    for file in read {
        let counts = matching.take_file(file, intake.diagnostics);
        reports.push(Imported { locale: tag.to_owned(), file: file.name.clone(), ..counts });
    }
    if let Some(last) = reports.last_mut() {
        last.absent = matching.absent();
    }
    let changes: Vec<NewText<'_>> = matching.new_texts();
    let merged = merge(&pair, &changes, intake.sources, intake.diagnostics);
    let all = read.iter().flat_map(|file| file.parsed.units.iter().map(move |found| Origin { file, found }));
    let tried = Trial::new(&pair, &changes, all).try_out(intake, &merged);
    let refused: BTreeSet<usize> = merged.refused.union(&tried).copied().collect();
    for (number, report) in reports.iter_mut().enumerate() {
        let own = changes.iter().filter(|change| change.file == number);
        for change in own {
            let slot = &pair.slots[change.slot];
            if refused.contains(&change.slot) {
                report.refused += 1;
                continue;
            }
            let is_new = slot.unit.translation.is_empty();
            *(if is_new { &mut report.new } else { &mut report.changed }) += 1;
            report.changes.push(ImportedText {
                id: slot.unit.id(),
                was: slot.unit.translation.clone(),
                now: change.text.clone(),
            });
        }
        report.written = merged.drafts.iter().map(|file| format!("{}/{}", pair.folder, file.name)).collect();
    }
    Ok(Work { pair, merged, reports })
}

/// Checks that the files of a language can be written, before any is.
fn ready(intake: &mut Intake<'_>, work: &Work) -> Result<(), Reported> {
    if work.merged.drafts.is_empty() {
        return Ok(());
    }
    let Some(root) = intake.files.root().filter(|_| intake.files.owns_manifest()).map(Path::to_owned) else {
        let wrong = Diagnostic::new(
            Code::Unreadable,
            "this folder holds no polyleaf.toml, so nothing can be imported into it",
        );
        let help = "go to a project’s folder, or name it by --project";
        return Err(intake.diagnostics.error(wrong.of_request().help(help)));
    };
    let pair = &work.pair;
    for (name, file) in &pair.own {
        let path = format!("{}/{name}", pair.folder);
        let now = intake.files.bytes(&path).and_then(Result::ok);
        if now.is_none_or(|now| now[..] != *intake.sources.get(*file).text.as_bytes()) {
            let wrong =
                Diagnostic::new(Code::Output, format!("{path} was written by somebody else meanwhile"));
            return Err(intake.diagnostics.error(wrong.help("nothing was imported: say it again")));
        }
    }
    let mut last = Ok(());
    if let Err(wrong) = check_places(&root, &pair.folder, &work.merged.drafts) {
        let help = wrong.help.clone().unwrap_or_default();
        last = Err(intake
            .diagnostics
            .error(wrong.help(format!("nothing was imported: {help}, and import again"))));
    }
    for name in work.merged.drafts.iter().map(|file| &file.name) {
        let path = root.join(&pair.folder).join(name);
        if fs::metadata(&path).is_ok_and(|found| found.permissions().readonly()) {
            let message = format!("{}/{name} is read-only, so nothing was imported", pair.folder);
            let wrong = Diagnostic::new(Code::Output, message);
            last = Err(intake.diagnostics.error(wrong.help("let it be written, and import again")));
        }
    }
    last
}

/// Writes the files of all languages, or of none: where one can't be written, those before it are as they were.
fn write_all(intake: &mut Intake<'_>, works: &[Work]) -> Result<(), Reported> {
    for (number, work) in works.iter().enumerate() {
        if let Err(reported) = write(intake, work) {
            works[..=number].iter().for_each(|work| take_back(intake, work));
            return Err(reported);
        }
    }
    Ok(())
}

/// Writes the files of a language.
fn write(intake: &mut Intake<'_>, work: &Work) -> Result<(), Reported> {
    let Some(root) = intake.files.root().map(Path::to_owned) else { return Ok(()) };
    if work.merged.drafts.is_empty() {
        return Ok(());
    }
    let pair = &work.pair;
    let (original, locale) = (&pair.source.catalog.locale, &pair.locale.catalog.locale);
    Adder { root: &root, intake, original, locale }.put(&pair.folder, work.merged.drafts.clone()).map(drop)
}

/// Puts back what stood in the files of a language before they were written; those that were not are left alone.
fn take_back(intake: &Intake<'_>, work: &Work) {
    let Some(root) = intake.files.root() else { return };
    for file in &work.merged.drafts {
        let path = root.join(&work.pair.folder).join(&file.name);
        if fs::read(&path).is_ok_and(|now| now == file.draft.text.as_bytes()) {
            let before = work.pair.own.iter().find(|(name, _)| *name == file.name);
            // Who can't be told again was told already that something is wrong with the disk.
            let _ = match before {
                Some((_, source)) => fs::write(&path, &intake.sources.get(*source).text),
                None => fs::remove_file(&path),
            };
        }
    }
}
