//! Adds a language to a project: its folder, with every message of the source language left to fill. Nothing that is there is replaced
//! but by the same with what it lacks.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::disk::EntryKind;
use super::files::{FileScope, Files, Intake, unreadable};
use super::fonts::{read_book, script_help};
use super::load::read_manifest;
use super::output::OutFolder;
use super::selection::Selection;
use super::tongue::{Named, named_language};
use crate::content::{Draft, Drafting, known_names};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::FontEntry;
use crate::locale::{Direction, Locale};
use crate::script::Typography;
use crate::source::{SourceId, Sources};

/// A language that was added, or given what it lacked.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct AddedLocale {
    /// Its tag.
    pub locale: String,
    /// Its English name.
    pub english: String,
    /// Its own name.
    pub native: String,
    /// That it is called so here, where another name was given.
    pub note: Option<String>,
    /// Its folder, from the project's own.
    pub folder: String,
    /// The files that were written or added to.
    pub files: Vec<AddedFile>,
    /// Its script (ISO 15924).
    pub script: String,
    /// `left to right` or `right to left`.
    pub direction: &'static str,
    /// The smallest size of its body text, and the one aimed for, in points.
    pub sizes: [f64; 2],
    /// From line to line, in em.
    pub leading: f64,
    /// The families of faces that are made for its script; none where the project has none.
    pub families: Vec<String>,
    /// What to do for a face, where there is none.
    pub faces_help: Option<String>,
}

/// A file of a language that was written or added to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AddedFile {
    /// Where it is.
    pub path: PathBuf,
    /// Whether it is new.
    pub is_new: bool,
    /// The messages that were added to it, left to fill.
    pub messages: Vec<String>,
}

/// Adds a language by its tag or a name.
///
/// # Errors
/// It is none, or the source language; the project is in no folder, or has faults where it is to be read or written.
pub fn add_locale(
    files: &Files,
    language: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<AddedLocale, Reported> {
    let Some(root) = files.root().filter(|_| files.owns_manifest()).map(Path::to_owned) else {
        let wrong = Diagnostic::new(
            Code::Unreadable,
            "this folder holds no polyleaf.toml, so no language can be added to it",
        );
        let help = "go to a project’s folder, or name it by --project";
        return Err(diagnostics.error(wrong.of_request().help(help)));
    };
    let Named { locale, note } =
        named_language(language).map_err(|wrong| diagnostics.error(wrong.of_request()))?;
    let mut intake = Intake { files, sources, diagnostics };
    let original = read_manifest(&mut intake, &Selection::default())?.source;
    if original.tag == locale.tag {
        let message =
            format!("{} is the language that the others are translated from", locale.english_name());
        return Err(intake
            .diagnostics
            .error(Diagnostic::new(Code::LocaleTag, message).of_request().help("name another language")));
    }
    let folders = [&original, &locale].map(|locale| folder_of(files, &locale.tag, FileScope::Own));
    let mut adder = Adder { root: &root, intake: &mut intake, original: &original, locale: &locale };
    let written = adder.write(&folders)?;
    let faces_help = faces_help(&mut intake, &locale);
    Ok(told(&locale, Report { note, folder: folders[1].clone(), files: written, faces_help }))
}

/// The folder of a language, under whichever tag it stands.
pub(super) fn folder_of(files: &Files, tag: &str, scope: FileScope) -> String {
    let listed = files.list("locales", EntryKind::Folders, scope, &mut Diagnostics::default());
    let is_it = |name: &&String| Locale::parse(name).is_some_and(|locale| locale.tag == tag);
    let found = listed.iter().flatten().find(is_it);
    format!("locales/{}", found.map_or(tag, String::as_str))
}

/// A file of a language that is to be written.
#[derive(Clone, Debug)]
pub(super) struct DraftFile {
    /// Its name in the language's folder.
    pub(super) name: String,
    /// Whether it is new.
    pub(super) is_new: bool,
    /// What it becomes.
    pub(super) draft: Draft,
}

/// What stands in the way of files of a folder of a project: links, which may lead to anywhere, and what would take the place of
/// something else.
///
/// # Errors
/// `project/link`, `output/unwritable`.
pub(super) fn check_places(root: &Path, folder: &str, drafts: &[DraftFile]) -> Result<(), Diagnostic> {
    let path = root.join(folder);
    let links: Vec<PathBuf> = [root.join("locales"), path.clone()]
        .into_iter()
        .chain(drafts.iter().map(|file| path.join(&file.name)))
        .filter(|place| fs::symlink_metadata(place).is_ok_and(|found| found.is_symlink()))
        .collect();
    if let Some(link) = links.first() {
        let name = link.strip_prefix(root).unwrap_or(link).display();
        let wrong = Diagnostic::new(
            Code::LinkOutside,
            format!("{name} is a link, and nothing is written through links"),
        );
        return Err(wrong.help("put the folder or file itself in its place"));
    }
    // Something may have come there since the folder was read.
    let is_taken = |file: &&DraftFile| fs::symlink_metadata(path.join(&file.name)).is_ok();
    if let Some(DraftFile { name, .. }) = drafts.iter().filter(|file| file.is_new).find(is_taken) {
        let message = format!("{folder}/{name} is there already, so it is kept as it is");
        return Err(Diagnostic::new(Code::Output, message).help("move it away, or mend its name"));
    }
    Ok(())
}

/// What a language's files are written by.
pub(super) struct Adder<'a, 'i> {
    /// The project's folder.
    pub(super) root: &'a Path,
    /// What is read.
    pub(super) intake: &'a mut Intake<'i>,
    /// The source language.
    pub(super) original: &'a Locale,
    /// The language.
    pub(super) locale: &'a Locale,
}

impl Adder<'_, '_> {
    fn write(&mut self, [from, to]: &[String; 2]) -> Result<Vec<AddedFile>, Reported> {
        let originals = read_messages(self.intake, from, FileScope::Own)?;
        if originals.is_empty() {
            let wrong = Diagnostic::new(Code::LocaleMissing, format!("{from} holds no .ftl file"));
            return Err(self
                .intake
                .diagnostics
                .error(wrong.help("write the messages of the source language first")));
        }
        let own = read_messages(self.intake, to, FileScope::Own)?;
        let known = known_names(&own.iter().map(|(_, id)| *id).collect::<Vec<_>>(), self.intake.sources);
        let drafting =
            Drafting { original: self.original, locale: self.locale, sources: self.intake.sources };
        let drafts = originals.iter().map(|(name, original)| {
            let there = own.iter().find(|(own, _)| own == name);
            let draft = match there {
                Some((_, own)) => drafting.completed(*original, *own, &known),
                None => drafting.new_file(*original, &known),
            };
            DraftFile { name: name.clone(), is_new: there.is_none(), draft }
        });
        let mut drafts: Vec<DraftFile> = drafts.filter(|file| !file.draft.added.is_empty()).collect();
        let has_settings = self.intake.files.own_file(&format!("{to}/locale.toml")).is_some();
        if self.locale.own_name().is_none() && !has_settings {
            let draft = Draft { text: settings(self.locale), added: Vec::new() };
            drafts.push(DraftFile { name: "locale.toml".to_owned(), is_new: true, draft });
        }
        let again = "mend the permissions of the folder, or make room on the disk, and say it again: what is written is not written twice";
        self.put(to, drafts, again)
    }

    /// Writes what there is to write, each file whole or not at all. `again` says what to do where one can't be written.
    ///
    /// # Errors
    /// A file can't be written, or stands where a new one would be.
    pub(super) fn put(
        &mut self,
        folder: &str,
        drafts: Vec<DraftFile>,
        again: &str,
    ) -> Result<Vec<AddedFile>, Reported> {
        if drafts.is_empty() {
            return Ok(Vec::new());
        }
        let path = self.root.join(folder);
        let report = |diagnostics: &mut Diagnostics, wrong: Diagnostic| diagnostics.error(wrong.help(again));
        check_places(self.root, folder, &drafts).map_err(|wrong| self.intake.diagnostics.error(wrong))?;
        let out = OutFolder::open(&path).map_err(|wrong| report(self.intake.diagnostics, wrong))?;
        let mut written = Vec::new();
        for DraftFile { name, is_new, draft: Draft { text, added } } in drafts {
            let path =
                out.write(&name, text.as_bytes()).map_err(|wrong| report(self.intake.diagnostics, wrong))?;
            let path = path.strip_prefix(self.root).map_or(path.clone(), Path::to_owned);
            written.push(AddedFile { path, is_new, messages: added });
        }
        Ok(written)
    }
}

/// The files of messages in a folder, by name, byte for byte: with the mark that some editors put first, and with their line ends.
pub(super) fn read_messages(
    intake: &mut Intake<'_>,
    folder: &str,
    scope: FileScope,
) -> Result<Vec<(String, SourceId)>, Reported> {
    let Intake { files, sources, diagnostics } = intake;
    let names = files.list(folder, EntryKind::Files("ftl"), scope, diagnostics)?;
    let mut read = Vec::new();
    for name in names {
        let path = format!("{folder}/{name}");
        let Some(text) = files.text(&path) else { continue };
        let text = text.map_err(|fault| diagnostics.error(unreadable(&path, &fault)))?;
        let raw = files.bytes(&path).and_then(Result::ok);
        let raw = raw.and_then(|raw| String::from_utf8(raw.to_vec()).ok());
        let same = raw.filter(|raw| raw.contains('\n') || !raw.contains('\r'));
        let Some(raw) = same.filter(|raw| raw.trim_start_matches('\u{FEFF}') == text) else {
            let wrong = Diagnostic::new(
                Code::Unreadable,
                format!("{path} is not written in UTF-8 with usual line ends"),
            );
            return Err(diagnostics.error(wrong.help("save it as UTF-8 in a plain text editor")));
        };
        read.push((name, sources.add(path, raw)));
    }
    Ok(read)
}

/// The settings of a language that CLDR has no name for.
fn settings(locale: &Locale) -> String {
    let tag = &locale.tag;
    format!(
        "# Nobody told polyleaf how {tag} is called. Take the “# ” off the next line, and write the language’s own name and the English one.\n\
         # name = [\"its own name\", \"its English name\"]\n"
    )
}

/// What is told beside what is known of a language.
struct Report {
    note: Option<String>,
    folder: String,
    files: Vec<AddedFile>,
    faces_help: Option<(Vec<String>, Option<String>)>,
}

fn told(locale: &Locale, report: Report) -> AddedLocale {
    let rules = Typography::of(locale).rules;
    let (families, faces_help) = report.faces_help.unwrap_or_default();
    AddedLocale {
        locale: locale.tag.clone(),
        english: locale.english_name().to_owned(),
        native: locale.native_name().to_owned(),
        note: report.note,
        folder: report.folder,
        files: report.files,
        script: locale.script.clone(),
        direction: match locale.direction {
            Direction::LeftToRight => "left to right",
            Direction::RightToLeft => "right to left",
        },
        sizes: [rules.floor.to_pt(), rules.ideal.to_pt()],
        leading: rules.leading,
        families,
        faces_help,
    }
}

/// The families for a language's script, and what to do where there is none; `None` where the list of faces can't be read, which was told.
fn faces_help(intake: &mut Intake<'_>, locale: &Locale) -> Option<(Vec<String>, Option<String>)> {
    let book = read_book(intake).ok()?;
    let mut made: Vec<&FontEntry> = book.ids().map(|id| book.entry(id)).collect();
    made.retain(|face| face.scripts.contains(&locale.script));
    made.sort_by_key(|face| !face.langs.iter().any(|known| [&locale.tag, &locale.language].contains(&known)));
    let mut families: Vec<String> = made.into_iter().map(|face| face.family.clone()).collect();
    families.dedup();
    if !families.is_empty() {
        return Some((families, None));
    }
    Some((families, Some(script_help(&locale.script))))
}
