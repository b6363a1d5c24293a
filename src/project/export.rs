//! A language's texts as a file for translators. In: which language, and in which format. Out: the file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::exchange::Pair;
use super::files::{Files, Intake};
use super::output::OutFolder;
use super::rooms::message_rooms;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::exchange::{self, Document, Unit};
use crate::source::Sources;

/// A format that texts go to translators in.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum ExchangeFormat {
    /// A spreadsheet.
    #[default]
    Xlsx,
    /// A table as text.
    Csv,
    /// gettext.
    Po,
    /// XLIFF 1.2.
    Xliff,
    /// XLIFF 2.1.
    Xliff2,
}

impl ExchangeFormat {
    /// All of them.
    pub const ALL: [ExchangeFormat; 5] = [
        ExchangeFormat::Xlsx,
        ExchangeFormat::Csv,
        ExchangeFormat::Po,
        ExchangeFormat::Xliff,
        ExchangeFormat::Xliff2,
    ];

    /// How names of its files end.
    pub fn extension(self) -> &'static str {
        match self {
            ExchangeFormat::Xlsx => "xlsx",
            ExchangeFormat::Csv => "csv",
            ExchangeFormat::Po => "po",
            ExchangeFormat::Xliff | ExchangeFormat::Xliff2 => "xlf",
        }
    }

    fn written(self, document: &Document) -> Vec<u8> {
        match self {
            ExchangeFormat::Xlsx => exchange::write_xlsx(document),
            ExchangeFormat::Csv => exchange::write_csv(document),
            ExchangeFormat::Po => exchange::write_po(document),
            ExchangeFormat::Xliff => exchange::write_xliff(document),
            ExchangeFormat::Xliff2 => exchange::write_xliff2(document),
        }
    }
}

/// What is exported.
#[derive(Clone, Default, Debug)]
pub struct Export {
    /// The language, as people type it.
    pub language: String,
    /// The leaflets whose texts are meant; all texts when empty.
    pub leaflets: Vec<String>,
    /// The format.
    pub format: ExchangeFormat,
    /// The folder that the file is written into, or the file where `is_file` says so.
    pub out: PathBuf,
    /// Whether `out` is the file.
    pub is_file: bool,
    /// Whether another file of that name is replaced.
    pub replaces: bool,
}

/// What was exported.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Exported {
    /// The language.
    pub locale: String,
    /// The file.
    pub path: PathBuf,
    /// How many texts are in it.
    pub texts: usize,
    /// How many of them have a translation.
    pub translated: usize,
    /// Texts with cases amid them, which stand there as in the files of the project.
    pub as_source: Vec<String>,
}

/// Writes the texts of a language into a file for translators.
///
/// # Errors
/// The language can't be read, the file can't be written or is there already.
pub fn export(
    files: &Files,
    export: &Export,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Exported, Reported> {
    let intake = &mut Intake { files, sources, diagnostics };
    let pair = Pair::read(intake, &export.language, &export.leaflets)?;
    if export.format == ExchangeFormat::Xlsx {
        check_length(&pair, diagnostics)?;
    }
    // Other formats have no place for it.
    let rooms = match export.format {
        ExchangeFormat::Xlsx | ExchangeFormat::Csv => {
            message_rooms(files, &pair.locale.catalog.locale.tag, &export.leaflets)
        }
        ExchangeFormat::Po | ExchangeFormat::Xliff | ExchangeFormat::Xliff2 => BTreeMap::new(),
    };
    let document = pair.document(&rooms);
    let tag = &document.locale;
    let leaflets: String = export.leaflets.iter().map(|leaflet| format!("-{leaflet}")).collect();
    let name = format!("{tag}{leaflets}.{}", export.format.extension());
    let path = if export.is_file { export.out.clone() } else { export.out.join(name) };
    let bytes = export.format.written(&document);
    write(&path, &bytes, export.replaces).map_err(|wrong| diagnostics.error(wrong))?;
    let is_source = |unit: &&Unit| [&unit.source, &unit.translation].iter().any(|text| text.contains("->"));
    Ok(Exported {
        locale: tag.clone(),
        path,
        texts: document.units.len(),
        translated: document.units.iter().filter(|unit| !unit.translation.is_empty()).count(),
        as_source: document.units.iter().filter(is_source).map(Unit::id).collect(),
    })
}

/// Refuses texts that no cell of a spreadsheet holds.
fn check_length(pair: &Pair, diagnostics: &mut Diagnostics) -> Result<(), Reported> {
    let is_long = |text: &str| text.chars().count() > exchange::MOST_CHARACTERS;
    let mut last = Ok(());
    for slot in &pair.slots {
        let unit = &slot.unit;
        if [&unit.source, &unit.translation, &unit.comment].into_iter().any(|text| is_long(text)) {
            let message = format!("`{}` has more than {} characters", unit.id(), exchange::MOST_CHARACTERS);
            let mut wrong = Diagnostic::new(Code::ExchangeFile, message);
            let place = pair.source.catalog.span(&slot.name);
            wrong.labels.extend(place.map(|span| (span, "this message".to_owned())));
            let help = "split it into several messages, or export as CSV, PO or XLIFF: no cell of a spreadsheet holds more";
            last = Err(diagnostics.error(wrong.help(help)));
        }
    }
    last
}

/// Writes a file whole or not at all. One of that name may hold somebody's work.
fn write(path: &Path, bytes: &[u8], replaces: bool) -> Result<(), Diagnostic> {
    let shown = path.display();
    let there = fs::read(path).ok();
    if there.as_deref() == Some(bytes) {
        return Ok(());
    }
    if !replaces && fs::symlink_metadata(path).is_ok() {
        let wrong = Diagnostic::new(
            Code::ExchangeFile,
            format!("{shown} is there already, and may hold somebody’s work"),
        );
        return Err(
            wrong.help("import it first; then move it away, name another file by --out, or say --replace")
        );
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return Err(Diagnostic::new(Code::Output, format!("{shown} is no name of a file"))
            .help("name a file by --out"));
    };
    let again = |wrong: Diagnostic| match wrong.help {
        Some(_) => wrong,
        None => wrong.help("name a folder that can be written into by --out"),
    };
    OutFolder::open(folder).and_then(|out| out.write(name, bytes).map(drop)).map_err(again)
}
