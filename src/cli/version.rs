//! What the program is: its version, and what it holds.

use std::ffi::OsString;

use polyleaf::Project;

use super::built::language;
use super::wrap::{columns, wrapped};

/// The version: in a line for `-V`, and with all that is built in for `--version`.
pub(super) fn told(arguments: &[OsString]) -> String {
    let first = concat!("polyleaf ", env!("CARGO_PKG_VERSION"), "\n");
    if !arguments.iter().any(|argument| argument == "--version") {
        return first.to_owned();
    }
    let built_in = Project::embedded();
    let languages = built_in.languages().iter().map(|tag| format!("{tag} {}", language(tag))).collect();
    let layouts = built_in.layouts().made.into_iter().map(|layout| layout.name).collect();
    let presses = built_in.presses().made.into_iter().map(|press| press.name).collect();
    let lists = [
        ("languages", languages),
        ("layouts", layouts),
        ("presses", presses),
        ("typefaces", built_in.families()),
    ];
    let lists = lists.map(|(name, list)| listed(name, &list));
    format!("{first}{}", lists.concat())
}

fn listed(name: &str, list: &[String]) -> String {
    let text = format!("{} {name}: {}", list.len(), list.join(", "));
    format!("{}\n", wrapped(&text, columns().min(80), 0, "  "))
}
