//! `polyleaf new DIR`: a project to start from, and what to do with it.

use std::path::Path;

use polyleaf::{NotBegun, Problems, Start, begin};
use serde_json::json;

use super::absent::{shell, whole_path};
use super::answer::{Answer, Product, finish};
use super::args::NewArgs;
use super::built;
use super::misuse::{Misuse, check_folder};
use super::said::Said;
use super::wrap::columns;

/// Writes a project out.
pub(super) fn new(args: &NewArgs) -> Result<Answer, Misuse> {
    check_folder(&args.folder)?;
    let start = args.from.map_or(Start::Small, Start::from);
    let names = begin(&args.folder, start).map_err(|wrong| Misuse::Said(refused(&wrong, &args.folder)))?;
    let told = || if args.quiet { String::new() } else { written(&args.folder, &names, columns()) };
    let path = |name: &&str| args.folder.join(name).display().to_string();
    let lines = || names.iter().map(|name| json!({ "reason": "begun", "path": path(name) })).collect();
    let product = Product { lines: &lines, table: &told, ..Product::NONE };
    Ok(finish(Problems::default(), args.message_format, &product))
}

/// What was written, and what comes next.
fn written(folder: &Path, names: &[&str], columns: usize) -> String {
    let home = whole_path(folder);
    let mut text =
        built::line(&format!("A project in the folder {home}: {}.", names.join(", ")), "", columns);
    text += "Next:\n";
    for line in ["polyleaf build", "polyleaf check"] {
        text += &format!("  {line} --project {}\n", polyleaf::shown(&shell(folder)));
    }
    text += &built::line("Its README.md says where to write what.", "", columns);
    text
}

/// What is wrong, and what to do.
fn refused(wrong: &NotBegun, folder: &Path) -> Said {
    let said = Said::new(wrong.to_string());
    match wrong {
        NotBegun::Taken(path) if path.ends_with("polyleaf.toml") => said
            .words("it is a project already, and nothing was written; build it, or name another folder")
            .line(format!("polyleaf build --project {}", shell(folder))),
        NotBegun::Taken(_) => said.words("nothing was written; name a folder that is new or empty"),
        NotBegun::NoFolder(_) => said.words("nothing was written; name a new folder in one that there is"),
        NotBegun::Refused { .. } => said.words("nothing of it is left; name a folder that you may write to"),
    }
}
