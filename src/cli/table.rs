//! The summary of a build: a line a leaflet.

use std::io::{Write, stdout};

use crate::locale::Locale;
use crate::project::Artifact;

/// Prints language, layout, size, pages, fill and file of each.
pub(super) fn print(artifacts: &[Artifact]) {
    if artifacts.is_empty() {
        return;
    }
    let mut rows = vec![["language", "layout", "size", "ideal", "pages", "fill", "file"].map(str::to_owned)];
    rows.extend(artifacts.iter().map(row));
    let widths: Vec<usize> =
        (0..7).map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0)).collect();
    let mut out = stdout().lock();
    for row in rows {
        let cells: Vec<String> =
            row.iter()
                .zip(&widths)
                .enumerate()
                .map(|(column, (cell, &width))| {
                    if (2..5).contains(&column) {
                        format!("{cell:>width$}")
                    } else {
                        format!("{cell:<width$}")
                    }
                })
                .collect();
        // Standard out may be closed; there is nobody left to tell.
        let _ = writeln!(out, "{}", cells.join("  ").trim_end());
    }
}

fn row(artifact: &Artifact) -> [String; 7] {
    [
        language(&artifact.locale),
        artifact.layout.clone(),
        format!("{:.2} pt", artifact.body_pt),
        format!("{:.1} pt", artifact.ideal_pt),
        artifact.pages.to_string(),
        fill(artifact),
        artifact.path.clone(),
    ]
}

/// The tag with the language's English name, for who prints what they can't read.
fn language(tag: &str) -> String {
    let name = Locale::parse(tag).map(|locale| locale.english_name().to_owned());
    name.filter(|name| name != tag).map_or_else(|| tag.to_owned(), |name| format!("{tag} {name}"))
}

/// The fill of each panel of running text, in percent.
fn fill(artifact: &Artifact) -> String {
    let body = artifact.panels.iter().filter(|panel| panel.place == "body");
    let shares: Vec<String> = body.map(|panel| format!("{:.0}", panel.fill * 100.0)).collect();
    format!("{} %", shares.join(" "))
}
