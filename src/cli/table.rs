//! Tables for people, as text.

use polyleaf::{
    Artifact, ClearPrint, Dummy, FitStatus, LayoutEntry, Locale, Place, PressReport, Status, shown,
};

/// The summary of a build: language, layout, size, pages, fill and file of each leaflet.
pub(super) fn artifacts(artifacts: &[Artifact]) -> String {
    // Of pages with files of their own the first stands for all.
    let leaflets = || artifacts.iter().filter(|artifact| artifact.page.is_none_or(|page| page == 1));
    let mut text = table(
        ["language", "layout", ">size", ">ideal", ">pages", "fill", "file"],
        leaflets().map(artifact_row),
    );
    let clear = leaflets().filter_map(|artifact| Some((artifact, artifact.clear_print.as_ref()?)));
    let mut clear = clear.map(|(artifact, clear)| clear_print(artifact, clear)).peekable();
    if clear.peek().is_some() {
        text.push('\n');
    }
    let rules = ["flush start", "no italics", "no capitals", ">contrast", ">characters a line"];
    let [start, italics, capitals, contrast, characters] = rules;
    if let Some(PressReport { name, source, read }) = artifacts.iter().find_map(|made| made.press.as_ref()) {
        text += &format!(
            "\nas “{name}” asks, read {read} at {}: ask the shop whether it still does\n",
            shown(source)
        );
    }
    if let Some(made) = artifacts.iter().find(|made| is_for_the_shop_alone(made)) {
        text += &format!("\n{}\n", unclaimed(made));
    }
    let heads =
        ["language", "layout", ">least", start, italics, capitals, contrast, characters, "clear print"];
    text + &table(heads, clear)
}

/// Whether it is a press file that can't be read aloud, searched or kept by the standards for that.
fn is_for_the_shop_alone(artifact: &Artifact) -> bool {
    artifact.standards.iter().any(|name| name.starts_with("PDF/X"))
        && !artifact.standards.contains(&"PDF/UA-1")
}

/// What such a file does not claim, and what to give to readers.
fn unclaimed(artifact: &Artifact) -> String {
    let kept = artifact.standards.join(", ");
    let type_is = match artifact.fonts {
        Some(_) => ", and their type is outlines, which nothing can search, copy or read aloud",
        None => "",
    };
    format!(
        "press files keep {kept} alone, not PDF/UA-1 and PDF/A-2a: they have no tags{type_is}; \
         send them to the shop, and give readers those of --for screen"
    )
}

/// What was measured of each rule of clear print, and which do not hold.
fn clear_print(artifact: &Artifact, clear: &ClearPrint) -> [String; 9] {
    let rules = clear.rules();
    let broken: Vec<&str> = rules.iter().filter(|(.., holds)| !holds).map(|(name, ..)| *name).collect();
    let verdict =
        if broken.is_empty() { "all rules hold".to_owned() } else { format!("not: {}", broken.join(", ")) };
    let [size, start, italics, capitals, contrast, characters] = rules.map(|(_, measured, _)| measured);
    let names = (language_cell(&artifact.locale), artifact.layout.clone());
    [names.0, names.1, size, start, italics, capitals, contrast, characters, verdict]
}

/// The layouts: name, fold, papers, panels, purpose of each.
pub(super) fn layouts(layouts: &[LayoutEntry]) -> String {
    let rows = layouts.iter().map(|layout| {
        let mut panels: Vec<u32> = layout.panels.iter().map(|panel| panel.panel).collect();
        panels.sort_unstable();
        panels.dedup();
        let (name, fold) = (layout.name.clone(), layout.fold.clone());
        [name, fold, layout.papers.join(" "), panels.len().to_string(), layout.purpose.clone()]
    });
    table(["layout", "fold", "papers", ">panels", "purpose"], rows)
}

/// The blank sheets: layout, paper, pages and file of each.
pub(super) fn dummies(dummies: &[Dummy]) -> String {
    let rows = dummies.iter().map(|dummy| {
        [dummy.layout.clone(), dummy.paper.clone(), dummy.pages.to_string(), dummy.path.clone()]
    });
    table(["layout", "paper", ">pages", "file"], rows)
}

/// How far a project is: a table of the languages, and one of how each leaflet fits.
pub(super) fn status(status: &Status) -> String {
    let rows = status.locales.iter().map(|locale| {
        let counts = [locale.messages, locale.translated, locale.copied, locale.missing, locale.errors];
        let [messages, translated, copied, missing, errors] = counts.map(|count| count.to_string());
        [language_cell(&locale.locale), messages, translated, copied, missing, errors]
    });
    let mut text = table(["language", ">messages", ">translated", ">copied", ">missing", ">errors"], rows);
    if !status.fits.is_empty() {
        text.push('\n');
    }
    let heads = ["language", "leaflet", "layout", "paper", ">size", ">ideal", ">least fill", "problem"];
    text + &table(heads, status.fits.iter().map(fit_row))
}

fn fit_row(fit: &FitStatus) -> [String; 8] {
    let or_none = |cell: Option<String>| cell.unwrap_or_else(|| "–".to_owned());
    [
        language_cell(&fit.locale),
        fit.leaflet.clone(),
        fit.layout.clone(),
        fit.paper.clone(),
        or_none(fit.body_pt.map(|size| format!("{size:.2} pt"))),
        format!("{:.1} pt", fit.ideal_pt),
        or_none(fit.fill.map(|fill| format!("{:.0} %", fill * 100.0))),
        fit.problem.clone().unwrap_or_default(),
    ]
}

/// Rows under their heads, unless there are none; a column whose head starts with “>” is flush right.
fn table<const N: usize>(heads: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let right = heads.map(|head| head.starts_with('>'));
    let mut rows: Vec<[String; N]> = rows.map(|row| row.map(|cell| shown(&cell).into_owned())).collect();
    if rows.is_empty() {
        return String::new();
    }
    rows.insert(0, heads.map(|head| head.trim_start_matches('>').to_owned()));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).zip(right).map(|((cell, &width), right)| {
            if right { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn artifact_row(artifact: &Artifact) -> [String; 7] {
    [
        language_cells(artifact),
        artifact.layout.clone(),
        format!("{:.2} pt", artifact.body_pt),
        format!("{:.1} pt", artifact.ideal_pt),
        artifact.pages.to_string(),
        fill_cell(artifact),
        match artifact.page {
            // The first page is numbered with as many digits as the last.
            Some(_) => format!("{} to {}", artifact.path, artifact.pages),
            None => artifact.path.clone(),
        },
    ]
}

/// The language, and the one that it is set beside.
fn language_cells(artifact: &Artifact) -> String {
    match &artifact.with {
        Some(with) => format!("{} + {}", language_cell(&artifact.locale), language_cell(with)),
        None => language_cell(&artifact.locale),
    }
}

/// The tag with the language's English name, for who prints what they can't read.
fn language_cell(tag: &str) -> String {
    let name = Locale::parse(tag).map(|locale| locale.english_name().to_owned());
    name.filter(|name| name != tag).map_or_else(|| tag.to_owned(), |name| format!("{tag} {name}"))
}

/// The fill of each panel of running text, in percent.
fn fill_cell(artifact: &Artifact) -> String {
    let body = artifact.panels.iter().filter(|panel| panel.place == Place::Body);
    let shares: Vec<String> = body.map(|panel| format!("{:.0}", panel.fill * 100.0)).collect();
    format!("{} %", shares.join(" "))
}
