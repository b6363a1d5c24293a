//! Translators' files, read. In: paths. Out: what each holds and the language that it is in, or what is wrong with it.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::disk::{FileKind, read_file};
use super::encoding::{Misencoded, decode};
use super::exchange::locale_of;
use super::files::{Intake, unreadable};
use super::imported::{Import, ReadFile};
use crate::content::counted_as;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::exchange::{FaultKind, Parsed, read_csv, read_po, read_xliff, read_xlsx};
use crate::locale::Locale;
use crate::source::Span;

/// Reads a file.
pub(super) struct FileReader<'a> {
    /// Where it is.
    pub(super) path: &'a Path,
    /// The languages of the project.
    pub(super) tags: &'a [String],
    /// What is asked for.
    pub(super) import: &'a Import,
    /// Whether the project has a text of a name.
    pub(super) is_known: &'a dyn Fn(&str) -> bool,
}

/// What a file is, by its first bytes and its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Xlsx,
    Csv,
    Po,
    Xliff,
    Other(&'static str),
}

/// How names of files end that can be imported.
const EXTENSIONS: [(&str, Kind); 8] = [
    ("xlsx", Kind::Xlsx),
    ("csv", Kind::Csv),
    ("tsv", Kind::Csv),
    ("tab", Kind::Csv),
    ("po", Kind::Po),
    ("pot", Kind::Po),
    ("xlf", Kind::Xliff),
    ("xliff", Kind::Xliff),
];

/// What a file's name says that it is.
fn named_kind(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|(_, kind)| *kind)
}

fn kind_of(path: &Path, bytes: &[u8]) -> Kind {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
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
    match named_kind(path) {
        Some(kind) => kind,
        None if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ftl")) => {
            Kind::Other("a Fluent file, which belongs into the folder of its language as it is")
        }
        None if bytes.starts_with(b"<") => Kind::Xliff,
        None if bytes.windows(6).any(|part| part == b"msgid ") => Kind::Po,
        None => Kind::Csv,
    }
}

/// What to do about a file that there is not: the files beside it that could be imported.
fn beside(path: &Path) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_one = |path: &PathBuf| named_kind(path).is_some();
    let mut names: Vec<String> = names.filter(is_one).map(|path| path.display().to_string()).collect();
    names.sort_unstable();
    names.truncate(6);
    match names.as_slice() {
        [] => format!("look whether its name is right; no such file is in {}", folder.display()),
        names => format!("look whether its name is right; there are {}", names.join(", ")),
    }
}

impl FileReader<'_> {
    /// What it holds, with its language.
    ///
    /// # Errors
    /// It can't be read whole, or is in a language that the project has not.
    pub(super) fn read(&self, intake: &mut Intake<'_>) -> Result<(String, ReadFile), Reported> {
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
            // What is packed can't be pointed at where it can't be unpacked.
            let has_place = kind != Kind::Xlsx
                || !matches!(
                    fault.kind,
                    FaultKind::Damaged(..) | FaultKind::TooLarge(_) | FaultKind::OtherFormat(_)
                );
            wrong.labels.extend(has_place.then(|| (file.span(&fault.place), label)));
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
        let said = file.parsed.locale.as_ref().filter(|(said, _)| locale_of(said).is_some());
        match (&self.import.language, said) {
            (Some(asked), said) => {
                let tag = self.asked(asked, diagnostics)?;
                said.map_or(Ok(()), |said| self.check_said(said, &tag, file, diagnostics))?;
                Ok(tag)
            }
            (None, Some(said)) => self.said(said, file, diagnostics),
            (None, None) => {
                let named = self.named().and_then(|named| self.folder_of(&locale_of(named)?).ok());
                named.ok_or_else(|| {
                    let message = format!("{} does not say which language it is in", file.name);
                    let wrong = Diagnostic::new(Code::ExchangeLanguage, message).of_request();
                    diagnostics.error(wrong.help(format!("name it by --locale: {}", self.known())))
                })
            }
        }
    }

    /// The project's language that is asked for.
    fn asked(&self, asked: &str, diagnostics: &mut Diagnostics) -> Result<String, Reported> {
        let locale = locale_of(asked).or_else(|| Locale::named(asked));
        let tag = locale.and_then(|locale| self.folder_of(&locale).ok());
        tag.ok_or_else(|| {
            let message = format!("the project has no language “{asked}”");
            let wrong = Diagnostic::new(Code::ExchangeLanguage, message).of_request();
            diagnostics.error(wrong.help(self.known()))
        })
    }

    /// Checks what a file says of its language where another one is asked for: one of another country or script may be meant.
    fn check_said(
        &self,
        (said, place): &(String, Range<usize>),
        tag: &str,
        file: &ReadFile,
        diagnostics: &mut Diagnostics,
    ) -> Result<(), Reported> {
        let Some(locale) = locale_of(said).filter(|locale| self.folder_of(locale).as_deref() != Ok(tag))
        else {
            return Ok(());
        };
        let message = format!("{} says that it is in “{said}”, and is to be imported as {tag}", file.name);
        let wrong = Diagnostic::new(Code::ExchangeLanguage, message).label(file.span(place), "said here");
        if locale_of(tag).is_some_and(|own| own.language == locale.language) {
            let help = "--locale asks for it; look whether the words and the script are those of its readers";
            diagnostics.warn(wrong.help(help));
            return Ok(());
        }
        let help = "name the language that it is in by --locale, or correct what it says";
        Err(diagnostics.error(wrong.help(help)))
    }

    /// The project's language that a file says.
    fn said(
        &self,
        (said, place): &(String, Range<usize>),
        file: &ReadFile,
        diagnostics: &mut Diagnostics,
    ) -> Result<String, Reported> {
        let locale = locale_of(said).expect("who asks has read it");
        let like = match self.folder_of(&locale) {
            Ok(tag) => return Ok(tag),
            Err(like) => like,
        };
        let label = |message: String| {
            Diagnostic::new(Code::ExchangeLanguage, message).label(file.span(place), "said here")
        };
        let wrong = if like.is_empty() {
            let message = format!("{} is in “{said}”, which the project has no folder for", file.name);
            label(message).help(format!("polyleaf add-locale {} adds it; or {}", locale.tag, self.known()))
        } else {
            let message = format!("{} is in “{said}”, and the project has {}", file.name, like.join(" and "));
            label(message).help(format!(
                "polyleaf add-locale {} adds a language of its own; or say --locale {} to import it there all the same",
                locale.tag,
                like.join(" or --locale ")
            ))
        };
        Err(diagnostics.error(wrong))
    }

    /// The project's language that is meant: that of the tag; else the only one of the same language and script, where one of the two
    /// tags says nothing more than that. Of a country or script that differs, those that are like it.
    fn folder_of(&self, locale: &Locale) -> Result<String, Vec<String>> {
        if self.tags.contains(&locale.tag) {
            return Ok(locale.tag.clone());
        }
        let of_language = self.tags.iter().filter_map(|tag| Locale::parse(tag));
        let like: Vec<Locale> = of_language.filter(|own| own.language == locale.language).collect();
        let goes = |own: &&Locale| {
            own.script == locale.script && (own.variety().is_empty() || locale.variety().is_empty())
        };
        match like.iter().filter(goes).collect::<Vec<_>>().as_slice() {
            [one] => Ok(one.tag.clone()),
            _ => Err(like.into_iter().map(|own| own.tag).collect()),
        }
    }

    fn known(&self) -> String {
        format!("languages of this project are {}", self.tags.join(", "))
    }
}
