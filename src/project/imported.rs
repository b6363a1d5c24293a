//! What is imported, and what came of it.

use std::ops::Range;
use std::path::PathBuf;

use serde::Serialize;

use crate::exchange::Parsed;
use crate::source::{SourceId, Span};

/// What is imported.
#[derive(Clone, Default, Debug)]
pub struct Import {
    /// The files.
    pub files: Vec<PathBuf>,
    /// The language, as people type it, where the files don't say it.
    pub language: Option<String>,
    /// Whose words are taken where both changed.
    pub take: Option<Take>,
    /// Whether nothing is written.
    pub is_trial: bool,
}

/// Whose words are taken where a text changed in a file and in the project's folder since the file was exported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Take {
    /// The file's.
    File,
    /// The folder's.
    Folder,
}

/// What came of a file.
#[derive(Clone, Default, PartialEq, Eq, Debug, Serialize)]
pub struct Imported {
    /// The language.
    pub locale: String,
    /// The file.
    pub file: String,
    /// How many texts were not there before.
    pub new: usize,
    /// How many others have other words than before.
    pub changed: usize,
    /// How many say what they said.
    pub unchanged: usize,
    /// How many are empty in the file, and stay as they are in the folder.
    pub empty: usize,
    /// Those of them that the folder has.
    pub emptied: Vec<String>,
    /// Those that have other words in the file, and stay as they are in the folder because that was asked for.
    pub kept: Vec<String>,
    /// Those whose words in the source language were changed in the file, which counts for nothing.
    pub sources: Vec<String>,
    /// Those that stand in none of the files, and stay as they are; told with the last file of a language.
    pub absent: Vec<String>,
    /// How many were not taken.
    pub refused: usize,
    /// The files of the project that were written, or would be.
    pub written: Vec<String>,
    /// Whether they were.
    pub is_written: bool,
    /// What is new and what changed.
    pub changes: Vec<ImportedText>,
}

/// A text that is new or changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ImportedText {
    /// What it is called.
    pub id: String,
    /// What it said; empty where it was not there.
    pub was: String,
    /// What it says.
    pub now: String,
}

/// A translator's file that was read.
pub(super) struct ReadFile {
    /// Its name.
    pub(super) name: String,
    /// The text that places are in.
    pub(super) source: SourceId,
    /// What it holds.
    pub(super) parsed: Parsed,
}

impl ReadFile {
    /// A place in it.
    pub(super) fn span(&self, place: &Range<usize>) -> Span {
        Span::new(self.source, place.clone())
    }
}
