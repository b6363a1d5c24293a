//! What translators did, written into a language's files. In: files of any of the formats. Out: the patterns that changed, in their
//! places, and new messages where `add-locale` would put them; or, where anything is wrong, nothing but what it is and where.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::add_locale::Adder;
use super::disk::{FileKind, read_file};
use super::encoding::{Misencoded, decode};
use super::exchange::{Pair, known_bases, locale_of};
use super::files::{Files, Intake, unreadable};
use super::imported::{Import, Imported, ImportedText, ReadFile};
use super::locales::languages;
use super::matching::{Change, Matching};
use super::merged::{Merged, merge};
use super::trial::try_out;
use crate::content::{Draft, counted_as};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::exchange::{FaultKind, Parsed, read_csv, read_po, read_xliff, read_xlsx};
use crate::locale::Locale;
use crate::source::{Sources, Span};

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
    let is_sound = !intake.diagnostics.has_errors();
    let mut told = Vec::new();
    for mut work in works {
        let is_written = is_sound && !import.is_trial && write(&mut intake, &work).is_ok();
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
    let is_known = |id: &str| bases.contains(id.split('[').next().unwrap_or(id));
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

struct FileReader<'a> {
    path: &'a Path,
    tags: &'a [String],
    import: &'a Import,
    is_known: &'a dyn Fn(&str) -> bool,
}

/// What a file is, by its first bytes and its name.
#[derive(Clone, Copy)]
enum Kind {
    Xlsx,
    Csv,
    Po,
    Xliff,
    Other(&'static str),
}

fn kind_of(path: &Path, bytes: &[u8]) -> Kind {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let extension = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Kind::Other("a spreadsheet of an old Excel (.xls), or one with a password");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let is_ods = bytes.get(..200).unwrap_or(bytes).windows(12).any(|part| part == b"opendocument");
        return if is_ods { Kind::Other("a spreadsheet of LibreOffice (.ods)") } else { Kind::Xlsx };
    }
    if bytes.starts_with(b"%PDF") {
        return Kind::Other("a PDF");
    }
    match extension.as_str() {
        "xlsx" => Kind::Xlsx,
        "po" | "pot" => Kind::Po,
        "xlf" | "xliff" => Kind::Xliff,
        "csv" | "tsv" | "tab" => Kind::Csv,
        "ftl" => Kind::Other("a Fluent file, which belongs into the folder of its language as it is"),
        _ if bytes.starts_with(b"<") => Kind::Xliff,
        _ if bytes.windows(6).any(|part| part == b"msgid ") => Kind::Po,
        _ => Kind::Csv,
    }
}

/// What to do about a file that there is not: the files beside it that could be imported.
fn beside(path: &Path) -> String {
    const KINDS: [&str; 7] = ["xlsx", "csv", "tsv", "po", "pot", "xlf", "xliff"];
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_one = |path: &PathBuf| {
        path.extension().and_then(|end| end.to_str()).is_some_and(|end| KINDS.contains(&end))
    };
    let mut names: Vec<String> = names.filter(is_one).map(|path| path.display().to_string()).collect();
    names.sort_unstable();
    names.truncate(6);
    match names.as_slice() {
        [] => format!("look whether its name is right; no such file is in {}", folder.display()),
        names => format!("look whether its name is right; there are {}", names.join(", ")),
    }
}

impl FileReader<'_> {
    fn read(&self, intake: &mut Intake<'_>) -> Result<(String, ReadFile), Reported> {
        let name = self.path.display().to_string();
        if !self.path.exists() {
            let wrong = Diagnostic::new(Code::ExchangeFile, format!("there is no file {name}"));
            return Err(intake.diagnostics.error(wrong.of_request().help(beside(self.path))));
        }
        let bytes = read_file(self.path, FileKind::Texts).map_err(|fault| {
            let wrong = unreadable(&name, &fault);
            intake.diagnostics.error(Diagnostic { code: Code::ExchangeFile, ..wrong })
        })?;
        let kind = kind_of(self.path, &bytes);
        if let Kind::Other(what) = kind {
            let kind = FaultKind::OtherFormat(what);
            let wrong = Diagnostic::new(Code::ExchangeFile, format!("{name} can’t be imported: {kind}"));
            return Err(intake.diagnostics.error(wrong.help(kind.help())));
        }
        let (parsed, source) = match kind {
            Kind::Xlsx => {
                let mut parsed = read_xlsx(&bytes, self.is_known);
                let source = intake.sources.add(&name, parsed.shown.take().unwrap_or_default());
                (parsed, source)
            }
            kind => {
                let text = decode(bytes).map_err(|fault| self.misencoded(&name, *fault, intake))?;
                let source = intake.sources.add(&name, text);
                (self.parse(kind, &intake.sources.get(source).text), source)
            }
        };
        let file = ReadFile { name, source, parsed };
        let mut last = Ok(());
        for fault in &file.parsed.faults {
            let what = format!("{}: {}", file.name, fault.kind);
            let mut wrong = Diagnostic::new(Code::ExchangeFile, what).help(fault.kind.help());
            let label = fault.cell.as_ref().map_or("here".to_owned(), |cell| format!("cell {cell}"));
            wrong.labels.push((file.span(&fault.place), label));
            last = Err(intake.diagnostics.error(wrong));
        }
        // A file that is not whole may well not say its language either.
        last?;
        Ok((self.language(&file, intake.diagnostics)?, file))
    }

    fn misencoded(&self, name: &str, fault: Misencoded, intake: &mut Intake<'_>) -> Reported {
        let wrong = Diagnostic::new(Code::ExchangeFile, format!("{name} can’t be read: {fault}"));
        let span = Span::new(intake.sources.add(name, fault.text), fault.at);
        let help = "save it again as UTF-8: in Excel as “CSV UTF-8”, in LibreOffice with “Unicode (UTF-8)” as its character set, or as XLSX";
        intake.diagnostics.error(wrong.label(span, "from here on").help(help))
    }

    fn parse(&self, kind: Kind, text: &str) -> Parsed {
        let counting = |header: Parsed| {
            let header = header.locale;
            let tag = self.import.language.as_deref().or(header.as_ref().map(|(tag, _)| tag.as_str()));
            let locale = tag.or(self.named()).and_then(locale_of);
            locale.map_or(vec!["other"], |locale| counted_as(&locale))
        };
        match kind {
            Kind::Po => read_po(text, &counting(read_po(text, &["other"], self.is_known)), self.is_known),
            Kind::Xliff => {
                let header = read_xliff(text, &["other"], self.is_known);
                read_xliff(text, &counting(header), self.is_known)
            }
            Kind::Xlsx | Kind::Csv | Kind::Other(_) => read_csv(text, self.is_known),
        }
    }

    /// The language that the file's own name starts or ends with: `th.csv`, `th-card.csv`, `card.th.po`.
    fn named(&self) -> Option<&str> {
        let stem = self.path.file_stem()?.to_str()?;
        let parts = stem.match_indices(['-', '_', '.', ' ']).map(|(at, _)| at).chain([stem.len()]);
        let parts: Vec<usize> = parts.collect();
        let heads = parts.iter().rev().map(|end| &stem[..*end]);
        let tails = parts.iter().filter(|start| **start < stem.len()).map(|start| &stem[start + 1..]);
        let is_one = |part: &&str| locale_of(part).is_some_and(|locale| self.tags.contains(&locale.tag));
        heads.chain(tails).find(is_one)
    }

    /// The language of a file: as it is asked for, else as the file says, else as it is named.
    fn language(&self, file: &ReadFile, diagnostics: &mut Diagnostics) -> Result<String, Reported> {
        let said = file.parsed.locale.as_ref();
        let told = said.and_then(|(tag, _)| self.folder_of(&locale_of(tag)?));
        if let Some(asked) = &self.import.language {
            let locale = locale_of(asked).or_else(|| Locale::named(asked));
            let tag = locale.as_ref().and_then(|locale| self.folder_of(locale));
            let Some(tag) = tag else {
                let message = format!("the project has no language “{asked}”");
                let wrong = Diagnostic::new(Code::ExchangeLanguage, message).of_request();
                return Err(diagnostics.error(wrong.help(self.known())));
            };
            let other = said.filter(|(said, _)| locale_of(said).is_some() && told.as_ref() != Some(&tag));
            if let Some((said, place)) = other {
                let message =
                    format!("{} says that it is in “{said}”, and is to be imported as {tag}", file.name);
                let wrong =
                    Diagnostic::new(Code::ExchangeLanguage, message).label(file.span(place), "said here");
                return Err(diagnostics.error(
                    wrong.help("name the language that it is in by --locale, or correct what it says"),
                ));
            }
            return Ok(tag);
        }
        if let Some(tag) = told {
            return Ok(tag);
        }
        if let Some((said, place)) = said.filter(|(said, _)| locale_of(said).is_some()) {
            let message = format!("{} is in “{said}”, which the project has no folder for", file.name);
            let wrong = Diagnostic::new(Code::ExchangeLanguage, message).label(file.span(place), "said here");
            let help = format!("polyleaf add-locale {said} adds it; or {}", self.known());
            return Err(diagnostics.error(wrong.help(help)));
        }
        let named = self.named().and_then(|named| self.folder_of(&locale_of(named)?));
        named.ok_or_else(|| {
            let wrong = Diagnostic::new(
                Code::ExchangeLanguage,
                format!("{} does not say which language it is in", file.name),
            );
            diagnostics.error(wrong.of_request().help(format!("name it by --locale: {}", self.known())))
        })
    }

    /// The project's language that is meant: that of the tag, else the one of the same language and script.
    fn folder_of(&self, locale: &Locale) -> Option<String> {
        let like = |tag: &&String| {
            Locale::parse(tag)
                .is_some_and(|own| own.language == locale.language && own.script == locale.script)
        };
        self.tags.iter().find(|tag| **tag == locale.tag).or_else(|| self.tags.iter().find(like)).cloned()
    }

    fn known(&self) -> String {
        format!("languages of this project are {}", self.tags.join(", "))
    }
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
    let changes: Vec<Change<'_>> = matching.changes();
    let merged = merge(&pair, &changes, intake.sources, intake.diagnostics)?;
    let refused = try_out(intake, tag, &pair, &changes, &merged);
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
        report.written = merged.drafts.iter().map(|(name, ..)| format!("{}/{name}", pair.folder)).collect();
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
    for (name, ..) in &work.merged.drafts {
        let path = root.join(&pair.folder).join(name);
        if fs::metadata(&path).is_ok_and(|found| found.permissions().readonly()) {
            let message = format!("{}/{name} is read-only, so nothing was imported", pair.folder);
            let wrong = Diagnostic::new(Code::Output, message);
            last = Err(intake.diagnostics.error(wrong.help("let it be written, and import again")));
        }
    }
    last
}

/// Writes the files of a language.
fn write(intake: &mut Intake<'_>, work: &Work) -> Result<(), Reported> {
    let Some(root) = intake.files.root().map(Path::to_owned) else { return Ok(()) };
    if work.merged.drafts.is_empty() {
        return Ok(());
    }
    let pair = &work.pair;
    let drafts: Vec<(String, bool, Draft)> = work.merged.drafts.clone();
    let (original, locale) = (&pair.source.catalog.locale, &pair.locale.catalog.locale);
    Adder { root: &root, intake, original, locale }.put(&pair.folder, drafts).map(drop)
}
