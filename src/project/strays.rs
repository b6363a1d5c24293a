//! Files of a project that lie where nothing reads them, or under a name that nothing reads: what somebody wrote there would be
//! missed and never told. In: a folder. Out: a warning for each.

use super::disk::Entry;
use super::files::Files;
use crate::diag::{Code, Diagnostic, Diagnostics};

/// The settings of a language.
const SETTINGS: &str = "locale.toml";
/// Who reviewed which of its messages.
pub(super) const STATUS: &str = "status.toml";

/// Warns of what is passed over in the folder of a language.
pub(super) fn warn_of_language(files: &Files, folder: &str, diagnostics: &mut Diagnostics) {
    for Entry { name, is_folder } in files.entries(folder) {
        let path = format!("{folder}/{name}");
        if is_folder {
            let inner = files.entries(&path);
            if inner.iter().any(|inner| inner.name.ends_with(".ftl") || is_like(&inner.name, ".ftl")) {
                let help = format!("put its files into {folder} itself");
                warn(&path, "a folder within that of a language", &help, diagnostics);
            }
        } else if is_like(&name, ".ftl") {
            warn(&path, "its name does not end in .ftl", &renamed(&name, ".ftl"), diagnostics);
        } else if is_like_status(&name) {
            let help = format!("rename it to {STATUS}, or take it out of the folder");
            warn(&path, "the reviews of a language are called status.toml", &help, diagnostics);
        } else if ![SETTINGS, STATUS].contains(&name.as_str())
            && (is_like(&name, ".toml") || name.ends_with(".toml"))
        {
            let help = format!("rename it to {SETTINGS}, or take it out of the folder");
            warn(&path, "the settings of a language are called locale.toml", &help, diagnostics);
        }
    }
}

/// Warns of what is passed over beside the folders of languages, and beside layouts, looks and faces.
pub(super) fn warn_of_project(files: &Files, diagnostics: &mut Diagnostics) {
    for Entry { name, is_folder } in files.entries("locales") {
        if !is_folder && (is_like(&name, ".ftl") || name.ends_with(".ftl")) {
            let tag = name.split('.').next().unwrap_or_default();
            let help = format!("put it into the folder of its language, such as locales/{tag}/text.ftl");
            warn(&format!("locales/{name}"), "it lies in no language’s folder", &help, diagnostics);
        }
    }
    for folder in ["layouts", "layouts/look", "layouts/press", "fonts"] {
        for Entry { name, is_folder } in files.entries(folder) {
            if !is_folder && is_like(&name, ".toml") {
                let why = "its name does not end in .toml";
                warn(&format!("{folder}/{name}"), why, &renamed(&name, ".toml"), diagnostics);
            }
        }
    }
    for folder in ["fonts", "layouts/look"] {
        if files.is_plain_file(folder) {
            let help = "rename it, and make a folder of that name where one is needed";
            warn(folder, "it is a file and no folder", help, diagnostics);
        }
    }
    for Entry { name, .. } in files.entries("layouts/look") {
        let path = format!("layouts/look/{name}");
        if let Some(Err(fault)) = files.own_file(&path).map(|file| file.length()) {
            warn(&path, &fault.to_string(), "mend the link, or remove it", diagnostics);
        }
    }
}

/// Endings that are typed for `.ftl`.
const MISTYPED: &[&str] = &["flt", "tfl", "fltl", "fttl", "ft", "fluent"];

/// Whether a name is like one that ends so and is none: in capitals, mistyped, or with another ending behind it. Copies that editors make
/// (`text.ftl~`) are nobody's files.
fn is_like(name: &str, ending: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_behind = lower.rsplit_once('.').is_some_and(|(stem, last)| {
        let is_backup =
            ending == ".ftl" && matches!(last, "bak" | "old" | "orig" | "tmp" | "copy" | "backup" | "new");
        let is_other = matches!(last, "txt" | "doc" | "docx" | "rtf" | "odt" | "html" | "md") || is_backup;
        let is_mistyped = ending == ".ftl" && !stem.is_empty() && MISTYPED.contains(&last);
        stem.ends_with(ending) && is_other || is_mistyped
    });
    !name.ends_with(ending) && (lower.ends_with(ending) || is_behind)
}

/// Whether a name is like that of the reviews and is another.
fn is_like_status(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name != STATUS && lower.starts_with(STATUS) && (lower == STATUS || is_like(name, ".toml"))
}

fn renamed(name: &str, ending: &str) -> String {
    // Endings are ASCII, so that what is found is at the same place in the name.
    let end = name.to_ascii_lowercase().find(ending);
    let stem = &name[..end.or(name.rfind('.')).unwrap_or(name.len())];
    format!("rename it to {stem}{ending}, or take it out of the folder")
}

fn warn(path: &str, why: &str, help: &str, diagnostics: &mut Diagnostics) {
    let message = format!("{path} is not read: {why}");
    diagnostics.warn(Diagnostic::new(Code::Unreadable, message).help(help));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_letters_before_the_ending_that_it_should_have() {
        for (name, stem) in [
            ("text.FTL", "text"),
            ("text.ftl.txt", "text"),
            ("text.flt", "text"),
            // Its small letter has a byte more.
            ("\u{130}stanbul.FTL", "\u{130}stanbul"),
        ] {
            assert!(is_like(name, ".ftl"), "{name}");
            assert!(renamed(name, ".ftl").starts_with(&format!("rename it to {stem}.ftl,")), "{name}");
        }
    }
}
