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
use super::output::OutFolder;
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
    let Ok(works) = prepared(&mut intake, import) else { return Vec::new() };
    for work in works.iter().filter(|_| !import.is_trial) {
        // Told in it.
        let _ = ready(&mut intake, work);
    }
    let is_to_be_written = !intake.diagnostics.has_errors() && !import.is_trial;
    let changed = if is_to_be_written { write_all(&mut intake, &works) } else { BTreeSet::new() };
    let mut told = Vec::new();
    for mut work in works {
        for file in &mut work.reports {
            let is_changed = |name: &String| changed.contains(name);
            file.is_written = !file.changes.is_empty() && file.written.iter().any(is_changed);
            if file.is_written {
                file.written.retain(is_changed);
            }
        }
        told.append(&mut work.reports);
    }
    told
}

/// Reads all files, and finds out what is to be done for each language.
fn prepared(intake: &mut Intake<'_>, import: &Import) -> Result<Vec<Work>, Reported> {
    let mut by_locale: BTreeMap<String, Vec<ReadFile>> = BTreeMap::new();
    for (tag, file) in read_all(intake, import)? {
        by_locale.entry(tag).or_default().push(file);
    }
    // What is wrong with one language is told with what is wrong with the others.
    Ok(by_locale.iter().filter_map(|(tag, read)| prepare(intake, import, tag, read).ok()).collect())
}

/// What is to be done for a language.
struct Work {
    pair: Pair,
    merged: Merged,
    reports: Vec<Imported>,
}

impl Work {
    /// The files that are written, as the project calls them.
    fn names(&self) -> impl Iterator<Item = String> {
        self.merged.drafts.iter().map(|file| format!("{}/{}", self.pair.folder, file.name))
    }
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

/// Writes the files of all languages, or of none: where one can't be written, those before it are put back. Gives the files that have the
/// imported words in the end: after a failure those that could not be put back.
fn write_all(intake: &mut Intake<'_>, works: &[Work]) -> BTreeSet<String> {
    for (number, work) in works.iter().enumerate() {
        if write(intake, work).is_err() {
            return works[..=number].iter().flat_map(|work| take_back(intake, work)).collect();
        }
    }
    works.iter().flat_map(Work::names).collect()
}

/// Writes the files of a language.
fn write(intake: &mut Intake<'_>, work: &Work) -> Result<(), Reported> {
    let Some(root) = intake.files.root().map(Path::to_owned) else { return Ok(()) };
    if work.merged.drafts.is_empty() {
        return Ok(());
    }
    let pair = &work.pair;
    let (original, locale) = (&pair.source.catalog.locale, &pair.locale.catalog.locale);
    let again = "mend the permissions of the folder, or make room on the disk, and import again";
    let mut adder = Adder { root: &root, intake, original, locale };
    adder.put(&pair.folder, work.merged.drafts.clone(), again).map(drop)
}

/// Puts back what stood in the files of a language before they were written; those that were not are left alone. Gives those that could not
/// be put back, each of which is told.
fn take_back(intake: &mut Intake<'_>, work: &Work) -> Vec<String> {
    let Some(folder) = intake.files.root().map(|root| root.join(&work.pair.folder)) else {
        return Vec::new();
    };
    let mut left = Vec::new();
    for (file, path) in work.merged.drafts.iter().zip(work.names()) {
        let name = &file.name;
        if fs::read(folder.join(name)).map_or(true, |now| now != file.draft.text.as_bytes()) {
            continue;
        }
        let before = work.pair.own.iter().find(|(own, _)| own == name);
        let back = OutFolder::open(&folder).and_then(|out| match before {
            Some((_, source)) => out.write(name, intake.sources.get(*source).text.as_bytes()).map(drop),
            None => out.remove(name),
        });
        if let Err(why) = back {
            let message = format!("{path} could not be put back: {}", why.message);
            let help = "it has the imported words: mend its folder or the disk, and import again, or put a copy of the file there";
            intake.diagnostics.error(Diagnostic::new(Code::Output, message).help(help));
            left.push(path);
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = include_str!("../../tests/fixture/polyleaf.toml");

    /// A project of three languages, one of which lacks a file, and texts for two of them.
    fn project() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("polyleaf.toml", MANIFEST),
            ("locales/en/text.ftl", "heading = Hello\nbody = Words\n"),
            ("locales/en/more.ftl", "more = More\n"),
            ("locales/es/text.ftl", "heading = Hola\nbody = Palabras\n"),
            ("locales/fr/text.ftl", "heading = Salut\nbody = Mots\n"),
            ("es.csv", "id,translation\nheading,Buenas\nmore,Más\n"),
            ("fr.csv", "id,translation\nheading,Bonjour\n"),
        ] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    /// What a project's files are called when something has happened to it after all was found good, and what was told.
    fn written(
        folder: &Path,
        act: impl FnOnce(&mut Intake<'_>, &[Work]) -> BTreeSet<String>,
    ) -> [Vec<String>; 2] {
        let files = Files::folder(folder);
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let mut intake = Intake { files: &files, sources: &mut sources, diagnostics: &mut diagnostics };
        let import = Import {
            files: vec![folder.join("es.csv"), folder.join("fr.csv")],
            take: Some(super::super::imported::Take::File),
            ..Import::default()
        };
        let works = prepared(&mut intake, &import).ok().unwrap();
        assert_eq!(works.len(), 2);
        let changed = act(&mut intake, &works);
        let told = diagnostics.iter().filter(|told| told.code == Code::Output);
        [changed.into_iter().collect(), told.map(|told| told.message.clone()).collect()]
    }

    fn read(folder: &Path, name: &str) -> String {
        fs::read_to_string(folder.join(name)).unwrap()
    }

    #[test]
    fn where_a_later_language_can_not_be_written_the_first_is_put_back() {
        let folder = project();
        let root = folder.path();
        let [changed, told] = written(root, |intake, works| {
            fs::remove_file(root.join("locales/fr/text.ftl")).unwrap();
            fs::create_dir(root.join("locales/fr/text.ftl")).unwrap();
            write_all(intake, works)
        });
        assert!(
            changed.is_empty() && told.len() == 1 && told[0].contains("can’t be written"),
            "{changed:?} {told:?}"
        );
        assert_eq!(read(root, "locales/es/text.ftl"), "heading = Hola\nbody = Palabras\n");
        assert!(!root.join("locales/es/more.ftl").exists());
        assert_eq!(fs::read_dir(root.join("locales/es")).unwrap().count(), 1);
    }

    #[test]
    fn what_can_not_be_put_back_is_told() {
        let folder = project();
        let root = folder.path();
        let path = root.join("locales/es/text.ftl");
        let [changed, told] = written(root, |intake, works| {
            assert!(write(intake, &works[0]).is_ok());
            let mut kept = fs::metadata(&path).unwrap().permissions();
            kept.set_readonly(true);
            fs::set_permissions(&path, kept).unwrap();
            take_back(intake, &works[0]).into_iter().collect()
        });
        assert_eq!(changed, ["locales/es/text.ftl"]);
        assert!(
            told.len() == 1 && told[0].starts_with("locales/es/text.ftl could not be put back: "),
            "{told:?}"
        );
        assert!(
            read(root, "locales/es/text.ftl").contains("Buenas")
                && !root.join("locales/es/more.ftl").exists()
        );
    }
}
