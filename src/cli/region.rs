//! Places as forges and editors name them: the file from the top of its repository, lines, and columns in UTF-16 code units.

use std::path::{Component, Path, PathBuf};
use std::{env, fs};

use polyleaf::{Sources, Span};

/// How the files of a project are named in its repository.
pub(super) struct RepositoryPaths {
    /// What stands before a file's name: nothing, or folders that end in `/`.
    before: String,
}

impl RepositoryPaths {
    /// Of the project in that folder, or in this one: from the nearest folder around it that holds `.git`; where there is none, from
    /// the folder that the program runs in; from the project's own where that lies elsewhere.
    pub(super) fn of(project: Option<&Path>) -> RepositoryPaths {
        let Ok(folder) = fs::canonicalize(project.unwrap_or(Path::new("."))) else {
            return RepositoryPaths { before: String::new() };
        };
        // What is built in lies in no folder.
        let is_project = folder.join("polyleaf.toml").exists();
        let top = folder.ancestors().find(|around| around.join(".git").exists()).map(Path::to_owned);
        let top: Option<PathBuf> = top.or_else(|| fs::canonicalize(env::current_dir().ok()?).ok());
        let inside =
            top.filter(|_| is_project).and_then(|top| Some(folder.strip_prefix(top).ok()?.to_owned()));
        let folders = inside.iter().flat_map(|inside| inside.components()).filter_map(|part| match part {
            Component::Normal(name) => Some(format!("{}/", name.to_string_lossy())),
            _ => None,
        });
        RepositoryPaths { before: folders.collect() }
    }

    /// A file of the project.
    pub(super) fn path(&self, name: &str) -> String {
        format!("{}{name}", self.before)
    }
}

/// A part of a file: its first character and the one after its last, lines and columns from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Region {
    /// The lines of both.
    pub(super) lines: [usize; 2],
    /// The columns of both.
    pub(super) columns: [usize; 2],
}

impl Region {
    /// Where a span lies; the end of its last line is not of it.
    pub(super) fn of(span: Span, sources: &Sources) -> Region {
        let source = sources.get(span.source);
        let start = source.text.floor_char_boundary(span.start);
        let end = source.text.floor_char_boundary(span.end).max(start);
        let end = start + source.text[start..end].trim_end_matches(['\n', '\r']).len();
        let place = |at: usize| {
            let line = source.line_at(at);
            (line + 1, source.text[source.line(line).start..at].encode_utf16().count() + 1)
        };
        let (starts, ends) = (place(start), place(end));
        Region { lines: [starts.0, ends.0], columns: [starts.1, ends.1] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_utf16() {
        let mut sources = Sources::default();
        let text = "one = x\ntwo = 🦋ไทย y\nthree\r\n";
        let id = sources.add("a.ftl", text);
        let region = |words: &str| {
            let at = text.find(words).expect("it is there");
            Region::of(Span::new(id, at..at + words.len()), &sources)
        };
        assert_eq!(region("ไทย"), Region { lines: [2, 2], columns: [9, 12] });
        assert_eq!(region("x\ntwo"), Region { lines: [1, 2], columns: [7, 4] });
        assert_eq!(region("three\r\n"), Region { lines: [3, 3], columns: [1, 6] });
        let beyond = Region::of(Span::new(id, 999..1000), &sources);
        assert_eq!(beyond, Region { lines: [4, 4], columns: [1, 1] });
    }
}
