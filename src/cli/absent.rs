//! Files and folders that are named on the command line and are not there. In: a path. Out: what is wrong with it, and what lies near
//! it and may have been meant.

use std::fs;
use std::path::{Path, PathBuf};

use polyleaf::nearest;

use super::said::Said;
use super::typed::quoted;
use super::wrap::whole;

/// The manifest of a project.
const MANIFEST: &str = "polyleaf.toml";
/// The most files that are named (H).
const MOST: usize = 3;

/// Says that a folder is no project: it is not there, is a file, or holds no manifest.
pub(super) fn no_project(folder: &Path) -> Said {
    let shown = whole_path(folder);
    if folder.is_file() {
        let home = folder.parent().filter(|home| !home.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let said = Said::new(format!("{shown} is a file, and --project takes a folder"));
        return match home.join(MANIFEST).is_file() {
            true => said.words("name the folder that it is in:").line(project_option(home)),
            false => instead(said, folder),
        };
    }
    if !folder.exists() {
        return instead(Said::new(format!("there is no folder {shown}")), folder);
    }
    let said = Said::new(format!("the folder {shown} holds no {MANIFEST}, so it is no project"));
    let renamed = names_near(&folder.join(MANIFEST), Kind::File);
    match renamed.first() {
        Some(near) => {
            instead(said.words(format!("{} is there: rename it to {MANIFEST}", whole(near))), folder)
        }
        None => instead(said, folder),
    }
}

/// Which projects lie near a folder, or how to go without one.
fn instead(said: Said, folder: &Path) -> Said {
    let near = projects_near(folder);
    let or = if near.is_empty() { "" } else { "or " };
    let said = match near.is_empty() {
        true => said,
        false => said
            .words(format!("a {MANIFEST} lies near it: say"))
            .lines(near.iter().map(|near| project_option(near))),
    };
    let here = if Path::new(MANIFEST).is_file() {
        "the project that you are in"
    } else {
        "the leaflets that are built in"
    };
    let new = if folder.exists() {
        String::new()
    } else {
        format!("; {} begins one", whole(&format!("`polyleaf new {}`", shell(folder))))
    };
    said.words(format!("{or}leave --project out, for {here}{new}"))
}

fn project_option(folder: &Path) -> String {
    format!("--project {}", shell(folder))
}

/// A path that is not parted where lines are.
pub(super) fn whole_path(path: &Path) -> String {
    whole(&path.display().to_string())
}

/// A path as a shell takes it.
pub(super) fn shell(path: &Path) -> String {
    quoted(&path.display().to_string())
}

/// The folders with a manifest that are near one: those in it, above it, beside it.
fn projects_near(folder: &Path) -> Vec<PathBuf> {
    let is_project = |folder: &PathBuf| folder.join(MANIFEST).is_file();
    let mut near: Vec<PathBuf> = folders_in(folder).into_iter().filter(is_project).collect();
    let above = folder.ancestors().skip(1).filter(|above| !above.as_os_str().is_empty());
    near.extend(above.map(Path::to_owned).filter(is_project));
    let standing = folder.ancestors().skip(1).map(folder_of).find(|above| above.is_dir());
    if let Some(beside) = standing.filter(|_| near.is_empty()) {
        near.extend(folders_in(&beside).into_iter().filter(is_project));
    }
    // The one whose name is most like that which was written comes first.
    let names: Vec<String> =
        near.iter().filter_map(|near| Some(near.file_name()?.to_str()?.to_owned())).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let wanted = folder.file_name().unwrap_or_default().to_string_lossy();
    if let Some(alike) = nearest(&wanted, &names) {
        near.sort_by_key(|near| near.file_name().and_then(|name| name.to_str()) != Some(alike));
    }
    near.truncate(MOST);
    near
}

/// A folder, this one where it has no name.
fn folder_of(path: &Path) -> PathBuf {
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() }
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut folders: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders.iter().map(|path| path.strip_prefix(".").unwrap_or(path).to_owned()).collect()
}

/// What lies at a path.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
}

/// The names beside a path that are nearly its own: in another case, with an ending more, less or another, or with other letters.
fn names_near(path: &Path, kind: Kind) -> Vec<String> {
    let Some(wanted) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
        return Vec::new();
    };
    let Ok(entries) = fs::read_dir(folder_of(path.parent().unwrap_or(Path::new("")))) else {
        return Vec::new();
    };
    let is_kind = |entry: &fs::DirEntry| entry.path().is_dir() == (kind == Kind::Folder);
    let names = entries.flatten().filter(is_kind).filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| *name != wanted).collect();
    names.sort();
    let low = wanted.to_lowercase();
    let stem = |name: &str| name.split_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    let is_alike = |name: &&String| {
        let name = name.to_lowercase();
        name == low || name.starts_with(&format!("{low}.")) || stem(&name) == stem(&low)
    };
    let mut near: Vec<String> = names.iter().filter(is_alike).cloned().collect();
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    let other = nearest(&wanted, &known).filter(|name| !near.iter().any(|known| known == name));
    near.extend(other.map(str::to_owned));
    near.truncate(MOST);
    near
}

/// Says that there is no file, and which may have been meant: what is to be typed before its name, and how one of its kind ends.
pub(super) fn no_file(path: &Path, option: &str, ending: &str) -> Said {
    let said = Said::new(format!("there is no file {}", whole_path(path)));
    let home = path.parent().unwrap_or(Path::new(""));
    if !folder_of(home).is_dir() {
        let near = names_near(home, Kind::Folder).into_iter().map(|name| home.with_file_name(name));
        let lines = near.map(|near| with_option(option, &near.join(path.file_name().unwrap_or_default())));
        return said
            .words(format!("there is no folder {} either; check how it is spelled", whole_path(home)))
            .lines(lines);
    }
    let near = names_near(path, Kind::File);
    let wanted = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_longer = |near: &&String| near.to_lowercase().starts_with(&format!("{}.", wanted.to_lowercase()));
    // Who leaves the ending out means the file that has it.
    if wanted.to_lowercase().ends_with(ending)
        && let Some(longer) = near.iter().find(is_longer)
    {
        return said.words(format!("{} is there: rename it to {}", whole(longer), whole(&wanted)));
    }
    if !near.is_empty() {
        return said
            .words(format!("{} is there: say", listed(&near)))
            .lines(near.iter().map(|near| with_option(option, &path.with_file_name(near))));
    }
    let own = files_in(&folder_of(home), ending);
    match own.is_empty() {
        true => said.words(format!(
            "no file there ends in {ending}; name one by its path from the folder that you are in"
        )),
        false => said.words(format!("files there that end in {ending} are {}", listed(&own))),
    }
}

/// Names in a sentence, each whole.
fn listed(names: &[String]) -> String {
    names.iter().map(|name| whole(name)).collect::<Vec<_>>().join(", ")
}

/// A path, after its option where it has one.
fn with_option(option: &str, path: &Path) -> String {
    format!("{option} {}", shell(path)).trim_start().to_owned()
}

/// The first names in a folder that end so.
fn files_in(folder: &Path, ending: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.to_lowercase().ends_with(ending)).collect();
    names.sort();
    names.truncate(8);
    names
}

/// Says that two organisations' files would be called alike.
pub(super) fn called_alike(first: &Path, second: &Path, word: &str) -> Said {
    let said = Said::new(format!(
        "files of {} and of {} would have the same names, ending in “-{word}”",
        whole_path(first),
        whole_path(second)
    ));
    said.words("give one of them a short name of its own, in its [organisation]")
        .line(format!("short = \"{word}-2\""))
}

/// Says that a folder has no organisation's file.
pub(super) fn no_organisations(folder: &Path) -> Said {
    let said = Said::new(format!(
        "the folder {} holds no organisation’s file, such as our.toml",
        whole_path(folder)
    ));
    let near = files_in(folder, ".toml.txt");
    match near.first() {
        Some(near) => said.words(format!(
            "{} is there: rename it to {}",
            whole(near),
            whole(near.trim_end_matches(".txt"))
        )),
        None => said.words("put one into it for each organisation, or name a file").line("--org our.toml"),
    }
}
