//! Tables for people, as text.

use super::built::{languages, line};
use super::wrap::width;
use polyleaf::{Artifact, ClearPrint, Dummy, LayoutEntry, Place, Words, shown};

/// The sizes of a build: layout, language, size, pages and fill of each leaflet, and what was measured of large print.
pub(super) fn artifacts(artifacts: &[Artifact], columns: usize) -> String {
    // Of pages with files of their own the first stands for all.
    let leaflets = || artifacts.iter().filter(|artifact| artifact.page.is_none_or(|page| page == 1));
    let heads = ["leaflet", "layout", "language", ">size", ">ideal", ">pages", "fill"];
    let mut text = table(heads, leaflets().map(artifact_row)) + "\n";
    for (artifact, clear) in
        leaflets().filter_map(|artifact| Some((artifact, artifact.clear_print.as_ref()?)))
    {
        text += &line(&clear_print(artifact, clear), "", columns);
    }
    text
}

/// What was measured of each rule of clear print, and which do not hold.
fn clear_print(artifact: &Artifact, clear: &ClearPrint) -> String {
    let rules = clear.rules().map(|(name, measured, holds)| {
        let verdict = if holds { "" } else { " (does not hold)" };
        format!("{name} {measured}{verdict}")
    });
    format!("Clear print, {} in {}: {}.", artifact.layout, languages(artifact), rules.join(", "))
}

/// The layouts in short, those first that a build makes unasked: what each is, which leaflets go into it, on which papers, and how
/// it is printed and folded.
pub(super) fn layouts_in_short(layouts: &[LayoutEntry], columns: usize) -> String {
    let (usual, others): (Vec<_>, Vec<_>) = layouts.iter().partition(|layout| !layout.usual.is_empty());
    let mut text = String::new();
    for (head, layouts) in
        [("Made by `polyleaf build`, or one alone with -L NAME:", usual), ("Made with -L NAME:", others)]
    {
        if !layouts.is_empty() {
            text += &line(head, "", columns);
        }
        for layout in layouts {
            text += &line(&format!("-L {}: {}", layout.name, layout.purpose), "  ", columns);
            text += &line(&in_short(layout), "    ", columns);
        }
    }
    if !layouts.is_empty() {
        let more = "--leaflet NAME sets another leaflet in it, if its text fits: `polyleaf status -L all`. \
                    `polyleaf layouts --verbose` says how each is printed and folded.";
        text += &line(more, "", columns);
        text += &review(columns);
    }
    text
}

/// What is asked for like a layout and is none.
fn review(columns: usize) -> String {
    let what = "-L review: source and translation side by side, for a reader with a pen";
    let how = "no layout, and no part of -L all: `polyleaf build LANGUAGE -L review` makes it of every leaflet on letter, a4, legal";
    line("For who reviews a translation on paper:", "", columns)
        + &line(what, "  ", columns)
        + &line(how, "    ", columns)
}

/// `card on letter, a4; both sides, long edge, cut apart`.
fn in_short(layout: &LayoutEntry) -> String {
    let leaflets = if layout.named.is_empty() { "no leaflet".to_owned() } else { layout.named.join(", ") };
    let papers = layout.papers.join(", ");
    match &layout.handling {
        Some(handling) => format!("{leaflets} on {papers}; {}", handling.in_short()),
        None => format!("{leaflets}, for screens"),
    }
}

/// The layouts: what each is for, which leaflets go into it, on which papers, and how it is printed, folded and cut.
pub(super) fn layouts(layouts: &[LayoutEntry], columns: usize) -> String {
    let words = Words::english();
    let mut text = String::new();
    for layout in layouts {
        text += &line(&format!("-L {}: {}", layout.name, layout.purpose), "", columns);
        for words in layout.handling.iter().flat_map(|how| how.lines(&words)) {
            text += &line(&words, "  ", columns);
        }
        text += &line(&format!("--paper {}", layout.papers.join(", ")), "  ", columns);
        for (words, leaflets) in [
            ("A build that names no layout makes", &layout.usual),
            ("With -L alone", &layout.named),
            ("With --leaflet NAME, if its text fits", &layout.able),
        ] {
            let is_said = words.contains("alone") && layout.named == layout.usual;
            if !leaflets.is_empty() && !is_said {
                text += &line(&format!("{words}: {}", leaflets.join(", ")), "  ", columns);
            }
        }
        text.push('\n');
    }
    text + &review(columns)
}

/// The blank sheets: how to print and fold each, and its file.
pub(super) fn dummies(dummies: &[Dummy], columns: usize) -> String {
    let words = Words::english();
    let mut text = String::new();
    for dummy in dummies {
        text += &line(&format!("{}: {}", dummy.layout, dummy.path), "", columns);
        for words in dummy.handling.lines(&words) {
            text += &line(&words, "  ", columns);
        }
    }
    text
}

/// Rows under their heads, unless there are none; a column whose head starts with “>” is flush right.
pub(super) fn table<const N: usize>(heads: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let right = heads.map(|head| head.starts_with('>'));
    let mut rows: Vec<[String; N]> = rows.map(|row| row.map(|cell| shown(&cell).into_owned())).collect();
    if rows.is_empty() {
        return String::new();
    }
    rows.insert(0, heads.map(|head| head.trim_start_matches('>').to_owned()));
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(widest).collect();
    let mut text = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).zip(right).map(|((cell, &wide), right)| {
            let blank = " ".repeat(wide - width(cell));
            if right { blank + cell } else { cell.clone() + &blank }
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn artifact_row(artifact: &Artifact) -> [String; 7] {
    [
        artifact.leaflet.clone(),
        artifact.layout.clone(),
        artifact.locale.clone(),
        format!("{:.2} pt", artifact.body_pt),
        format!("{:.1} pt", artifact.ideal_pt),
        artifact.pages.to_string(),
        fill_cell(artifact),
    ]
}

/// How full the emptiest and the fullest panel of running text are, in percent.
fn fill_cell(artifact: &Artifact) -> String {
    let body = artifact.panels.iter().filter(|panel| panel.place == Place::Body);
    let fills: Vec<f64> = body.map(|panel| panel.fill * 100.0).collect();
    let least = fills.iter().copied().reduce(f64::min);
    let most = fills.into_iter().reduce(f64::max);
    match least.zip(most) {
        Some((least, most)) if most - least < 0.5 => format!("{most:.0} %"),
        Some((least, most)) => format!("{least:.0}–{most:.0} %"),
        None => String::new(),
    }
}
