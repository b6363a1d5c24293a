//! What a build says to people: what was made of what, how to print it, and what was not made.

use std::path::Path;

use polyleaf::{Artifact, Built, ClearPrint, Locale, PressReport, Unmade, WORD_TAGS, Words, shown};

use super::args::USUAL_SHEET;
use super::wrap::{whole, width, wrapped};

/// Before a line of words under a heading.
const INDENT: &str = "  ";
/// Before a line of a list.
const ITEM: &str = "    ";

/// A language's leaflet, by its file or its first and last.
struct Row<'a> {
    first: &'a Artifact,
    last: &'a Artifact,
}

/// What was made: the leaflets that are handled alike under one heading, with how to print, fold and cut them.
pub(super) fn leaflets(artifacts: &[Artifact], columns: usize) -> String {
    let words = Words::english();
    let mut groups: Vec<(Vec<String>, Vec<Row<'_>>)> = Vec::new();
    for row in rows(artifacts) {
        let head = head(row.first, &words);
        match groups.iter_mut().find(|(known, _)| *known == head) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((head, vec![row])),
        }
    }
    let bold = |heading: &str| console::style(heading).bold().to_string();
    let name_width = artifacts.iter().map(|made| width(&label(made))).max().unwrap_or_default();
    let mut text = String::new();
    for (head, rows) in groups {
        let mut lines = head.iter();
        if let Some(heading) = lines.next() {
            let lines = line(heading, "", columns);
            text += &lines.lines().map(|line| bold(line) + "\n").collect::<String>();
        }
        for words in lines {
            text += &line(words, INDENT, columns);
        }
        for row in rows {
            text += &row_lines(&row, name_width, columns);
        }
    }
    text
}

/// Files of one leaflet together, in the order in which they were written.
fn rows(artifacts: &[Artifact]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for made in artifacts {
        match rows.last_mut() {
            Some(row) if made.page.is_some_and(|page| page > 1) && row.last.ink == made.ink => {
                row.last = made;
            }
            _ => rows.push(Row { first: made, last: made }),
        }
    }
    rows
}

/// What a leaflet is, and how it is printed.
fn head(made: &Artifact, words: &Words) -> Vec<String> {
    let name = if made.leaflet == made.layout {
        made.layout.clone()
    } else {
        format!("{}, {}", made.leaflet, made.layout)
    };
    let mut head = vec![format!("{name}: {}", made.purpose)];
    let is_drums = made.handling.is_some() && made.press.is_some();
    match (made.profile.as_str(), made.page.is_some() && made.standards.is_empty()) {
        // Pictures of pages are looked at.
        (_, true) => {}
        ("press", _) if is_drums => head.push(words.say("drums", &[])),
        ("press", _) => head.push(words.say("shop", &[])),
        ("screen", _) => head.push(words.say("screen", &[])),
        _ => {}
    }
    head.extend(made.handling.iter().filter(|_| !made.standards.is_empty()).flat_map(|how| how.lines(words)));
    if made.ink.as_deref() == Some("mono") {
        head.push(words.say("one-ink", &[]));
    }
    head
}

/// A language in two names, and where its file is: beside it where there is room.
fn row_lines(row: &Row<'_>, name_width: usize, columns: usize) -> String {
    let name = label(row.first);
    let files = files(row);
    let blank = " ".repeat(name_width - width(&name) + 2);
    let beside = format!("{ITEM}{name}{blank}{files}");
    if width(&beside) <= columns { beside + "\n" } else { format!("{ITEM}{name}\n{ITEM}{INDENT}{files}\n") }
}

/// The file, or the first and the number of the last.
fn files(row: &Row<'_>) -> String {
    let first = shown(&row.first.path).into_owned();
    if row.first.path == row.last.path {
        return first;
    }
    let name = |path: &str| Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    let [one, last] = [&row.first.path, &row.last.path].map(|path| name(path).unwrap_or_default());
    // From where it differs, or the hyphen before that.
    let alike: usize =
        one.chars().zip(last.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let from = last[..alike].rfind('-').unwrap_or_default();
    format!("{first} … {}", shown(&last[from..]))
}

/// The language, and the organisation that hands it out in place of the project's.
fn label(made: &Artifact) -> String {
    match &made.organisation {
        Some(chapter) => format!("{}, for {}", languages(made), shown(chapter)),
        None => languages(made),
    }
}

/// The language, and the one that it is set beside.
pub(super) fn languages(made: &Artifact) -> String {
    match &made.with {
        Some(with) => format!("{} + {}", language(&made.locale), language(with)),
        None => language(&made.locale),
    }
}

/// A language by its English name, for who can't read it, and by its own, for who can.
pub(super) fn language(tag: &str) -> String {
    let names = Locale::parse(tag).map_or_else(|| tag.to_owned(), |locale| locale.two_names());
    shown(&names).into_owned()
}

/// What is said of all at the end: what the press asks, how clear large print is, what was written and what was not; `failed` are
/// the files of organisations that something is wrong with, `print_sheet` is the language of print sheets.
pub(super) fn closing(
    built: &Built,
    failed: &[String],
    print_sheet: Option<&str>,
    out: &Path,
    columns: usize,
) -> String {
    let Built { artifacts, unmade } = built;
    let mut text = String::new();
    let mut say = |words: &str| text += &line(words, "", columns);
    if let Some(PressReport { name, source, read }) = artifacts.iter().find_map(|made| made.press.as_ref()) {
        say(&format!(
            "As “{name}” asks, read {read} at {}: ask the shop whether it still does.",
            shown(source)
        ));
    }
    if let Some(made) = artifacts.iter().find(|made| is_for_the_shop_alone(made)) {
        say(&unclaimed(made));
    }
    for words in unclear(artifacts) {
        say(&words);
    }
    if let Some(tag) = print_sheet.filter(|_| artifacts.iter().any(|made| made.print_sheet.is_some())) {
        say(&print_sheets(artifacts, tag));
    }
    let drafts = artifacts.iter().filter(|made| made.draft).count();
    if drafts > 0 {
        say("These are drafts, not reviewed by their communities; the margins say so.");
    }
    for words in not_written(unmade) {
        text += &line(&words, "", columns);
    }
    if !failed.is_empty() {
        text += &line(
            &format!("Something is wrong for {}; the errors above say what.", failed.join(", ")),
            "",
            columns,
        );
    }
    let written = rows(artifacts).len();
    if written + unmade.len() > 0 {
        text += &line(&count(written, unmade.len(), out), "", columns);
    }
    text
}

/// Where print sheets are, and in which language; where that is the usual one, how they are had in a language of the leaflets.
fn print_sheets(artifacts: &[Artifact], tag: &str) -> String {
    let english =
        |tag: &str| Locale::parse(tag).map_or_else(|| tag.to_owned(), |own| own.english_name().to_owned());
    let said = format!(
        "How each is printed is on a page in {} beside it, in the file that ends in -print-sheet.pdf",
        english(tag)
    );
    let mut tags = artifacts.iter().map(|made| made.locale.as_str());
    match tags.find(|own| tag == USUAL_SHEET && *own != tag && WORD_TAGS.contains(own)) {
        Some(other) => format!("{said}; --print-sheet={other} writes it in {}.", english(other)),
        None => format!("{said}."),
    }
}

/// Which files of earlier builds are gone.
pub(super) fn removed(paths: &[String], columns: usize) -> String {
    if paths.is_empty() {
        return String::new();
    }
    let files = if paths.len() == 1 { "file" } else { "files" };
    let mut text = line(&format!("Removed {} {files} of earlier builds:", paths.len()), "", columns);
    for path in paths {
        text += &format!("{INDENT}{}\n", shown(path));
    }
    text
}

/// `9 of 15 leaflets written into the folder “out”; the errors above say why.`
fn count(written: usize, unmade: usize, out: &Path) -> String {
    let leaflets = |number: usize| if number == 1 { "leaflet" } else { "leaflets" };
    let folder = whole(&out.display().to_string());
    let folder = shown(folder.trim_end_matches('/'));
    let place = if written == 0 { String::new() } else { format!(" into the folder “{folder}”") };
    match unmade {
        0 => format!("{written} {} written{place}.", leaflets(written)),
        _ => {
            let all = written + unmade;
            format!("{written} of {all} {} written{place}; the errors above say why.", leaflets(all))
        }
    }
}

/// What was not written, and why: layouts of one language that fail alike together.
fn not_written(unmade: &[Unmade]) -> Vec<String> {
    let mut alike: Vec<(&Unmade, Vec<String>)> = Vec::new();
    for missing in unmade {
        let Unmade { leaflet, layout, locale, why, .. } = missing;
        let is_other = |other: &Unmade| other.layout == *layout && other.leaflet != *leaflet;
        let name =
            if unmade.iter().any(is_other) { format!("{leaflet} as {layout}") } else { layout.clone() };
        match alike.iter_mut().find(|(first, _)| (&first.locale, &first.why) == (locale, why)) {
            Some((_, names)) => names.push(name),
            None => alike.push((missing, vec![name])),
        }
    }
    let told = |(first, names): (&Unmade, Vec<String>)| {
        let english = Locale::parse(&first.locale).map(|locale| locale.english_name().to_owned());
        let language = english.unwrap_or_else(|| first.locale.clone());
        format!("Not written, {}: {}: {}", shown(&language), names.join(", "), shown(&first.why))
    };
    alike.into_iter().map(told).collect()
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
        "Press files keep {kept} alone, not PDF/UA-1 and PDF/A-2a: they have no tags{type_is}. \
         Send them to the shop, and give readers those of --for screen."
    )
}

/// Which rules of clear print hold in large print: all, or which do not.
fn unclear(artifacts: &[Artifact]) -> Vec<String> {
    let clear: Vec<(&Artifact, &ClearPrint)> =
        artifacts.iter().filter_map(|made| Some((made, made.clear_print.as_ref()?))).collect();
    let broken = clear.iter().filter_map(|(made, clear)| {
        let rules = clear.rules();
        let broken: Vec<&str> = rules.iter().filter(|(.., holds)| !holds).map(|(name, ..)| *name).collect();
        let name = language(&made.locale);
        (!broken.is_empty())
            .then(|| format!("Clear print, {} in {name}: not {}.", made.layout, broken.join(", ")))
    });
    let broken: Vec<String> = broken.collect();
    match (clear.is_empty(), broken.is_empty()) {
        (true, _) => Vec::new(),
        (false, true) => vec!["Clear print: all rules hold; --verbose says what was measured.".to_owned()],
        (false, false) => broken,
    }
}

/// Words in lines of so many columns, each after `indent`; what goes on stands two columns further in.
pub(super) fn line(words: &str, indent: &str, columns: usize) -> String {
    let words = shown(words);
    format!("{indent}{}\n", wrapped(&words, columns, width(indent), &format!("{indent}{INDENT}")))
}
