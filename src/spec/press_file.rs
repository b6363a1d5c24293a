//! A press as written: `layouts/press/NAME.toml`, and `[press]` of a manifest. In: TOML. Out: a press, or the rows of one that are changed.

use serde::Deserialize;
use toml::Spanned;

use super::date::is_date;
use super::length::FixedLength;
use super::press::{Press, PressFonts, PressRows, PressSource};
#[cfg(test)]
use super::press_bleed::BleedShape;
use super::press_bleed::{BleedValue, checked_bleed};
use super::press_files::{PressSplit, checked_name};
#[cfg(test)]
use super::press_folds::FoldsShape;
use super::press_folds::{FoldsTable, checked_folds};
#[cfg(test)]
use super::press_inks::InksShape;
use super::press_inks::{InksValue, PressInk, checked_areas, checked_inks, press_ink};
use super::press_limits::{LimitsTable, checked_limits};
use super::press_stated::{PressMarks, PressPages};
use super::read::{Reading, read_part};
use super::standard::PressStandard;
#[cfg(test)]
use super::tests::schema::DATE;
use super::wording::near_name;
use crate::color::{INTENTS, Intent};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::geom::Abs;
use crate::source::{SourceId, Sources, Span};

/// More than any shop asks marks to be off an edge (H; .375 in is the most that was read).
const MOST_OFFSET: Abs = Abs::mm(25.0);

/// A press as written: `layouts/press/NAME.toml`, with where its rows were read, or the rows that `[press]` of a manifest changes.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct PressTable {
    /// Where its rows were read: the address of the shop's page, or of one that says what the shop asks for.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    source: Option<Spanned<String>>,
    /// When they were read, a month or a day, since a shop's page changes: `2026-11`.
    #[cfg_attr(test, schemars(with = "Option<String>", regex(pattern = DATE)))]
    read: Option<Spanned<String>>,
    /// How far ink reaches over an edge that is trimmed; without it 0.125 in on inch papers and 3 mm on metric ones.
    #[cfg_attr(test, schemars(with = "Option<BleedShape>"))]
    bleed: Option<Spanned<BleedValue>>,
    /// What is drawn around the trimmed sheet: `none`, `crop` or `all`.
    marks: Option<PressMarks>,
    /// From the trimmed edge to the marks; without it they start where the bleed ends.
    #[cfg_attr(test, schemars(with = "Option<FixedLength>"))]
    offset: Option<Spanned<FixedLength>>,
    /// What a page of the file is: `single`, `sheet`, or `both`, a file of each.
    pages: Option<PressPages>,
    /// The printing condition that colours are meant for, such as `GRACoL2006`, `FOGRA39` or `FOGRA29`.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    intent: Option<Spanned<String>>,
    /// The version of PDF/X that a file keeps: `x-4`, `x-1a:2001`, `x-1a:2003` or `x-3:2002`.
    standard: Option<PressStandard>,
    /// How type is held: `embedded`, as text in faces that are in the file, or `outlines`.
    fonts: Option<PressFonts>,
    /// Which inks a file is in: `cmyk`; `grey`, one ink as greys; `plates`, a file of greys an ink, and a preview of all.
    #[serde(default, deserialize_with = "press_ink")]
    #[cfg_attr(test, schemars(with = "Option<PressInk>"))]
    ink: Option<Spanned<PressInk>>,
    /// The inks of `plates`, one of them black: drums by name, `["black", "bright red"]`, or with their colours,
    /// `{ black = "#000000", red = "#ff4c65" }`.
    #[cfg_attr(test, schemars(with = "Option<InksShape>"))]
    inks: Option<Spanned<InksValue>>,
    /// The most percent of an ink that fields and pictures of `plates` have: 50 to 100; without it 100.
    #[cfg_attr(test, schemars(with = "Option<u8>", range(min = 50, max = 100)))]
    areas: Option<Spanned<i64>>,
    /// Whether files have bookmarks; without it they do.
    bookmarks: Option<bool>,
    /// What a file holds: a `leaflet`, a `side` of a sheet, or a `page`.
    files: Option<PressSplit>,
    /// How files are called, without their ending: `{leaflet}-{locale}-{n}`. Fields are leaflet, locale, layout, paper, press, and n,
    /// which counts the files of a leaflet.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    name: Option<Spanned<String>>,
    /// The shop's own widths of the panels of a fold on a paper, from the left as the inside is seen:
    /// `folds.letter.a4 = ["100mm", "100mm", "97mm"]`.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "FoldsShape"))]
    folds: FoldsTable,
    /// What the shop sets bounds to; the build and preflight say where a leaflet goes beyond.
    #[serde(default)]
    limits: LimitsTable,
}

/// Reads a press: `layouts/press/NAME.toml`.
///
/// # Errors
/// `manifest/toml`, `layout/invalid`.
pub fn read_press(
    name: &str,
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Press, Reported> {
    let (table, mut file): (PressTable, _) = read_part(source, sources, diagnostics)?;
    let press = Press::usual(name, read_source(&table, &mut file));
    let press = checked_press(&table, &mut file).over(press);
    // What is wrong with inks that are there is said of them.
    let is_told = table.inks.is_some() || ["inks", "marks"].iter().any(|name| file.lacks(&[name]));
    press.faults().filter(|_| !is_told).for_each(|wrong| file.error(wrong));
    file.reporter.sound(press)
}

/// Where the rows of a press were read, and when: who sends files by them asks the shop whether they still hold.
fn read_source(table: &PressTable, file: &mut Reading<'_>) -> Option<PressSource> {
    let is_told = ["source", "read", "press"].iter().any(|name| file.lacks(&[name]));
    let (Some(address), Some(read)) = (&table.source, &table.read) else {
        if is_told {
            return None;
        }
        let wrong =
            Diagnostic::new(Code::Layout, "a press says where and when it was read what the shop asks for");
        let help = "write source = \"https://…\" and read = \"2026-11\" at its head";
        file.error(wrong.label(file.whole_file(), "one of them is missing").help(help));
        return None;
    };
    if !is_date(read.get_ref()) {
        let wrong = Diagnostic::new(Code::Layout, format!("“{}” is not a date", read.get_ref()));
        let wrong = wrong.label(file.span(read), "a month or a day is wanted here");
        file.error(wrong.help(
            "write the year, the month, and the day where it is known: read = \"2026-11\" or \"2026-11-23\"",
        ));
    }
    if !is_address(address.get_ref()) {
        let told = address.get_ref().trim();
        let whole = format!("https://{}", told.rsplit_once("//").map_or(told, |(_, rest)| rest));
        let help = if is_address(&whole) {
            format!("write it whole: source = \"{whole}\"")
        } else {
            "write the address of the page, as the browser shows it: source = \"https://example.org/print\""
                .to_owned()
        };
        let wrong = Diagnostic::new(Code::Layout, format!("“{told}” is no address of a page"));
        file.error(wrong.label(file.span(address), "it starts with https://").help(help));
    }
    Some(PressSource { address: address.get_ref().clone(), read: read.get_ref().clone() })
}

/// Whether it is the address of a page on the web.
fn is_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let is_host = host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty());
    is_host && !address.contains(|c: char| c.is_whitespace() || c == '"')
}

/// Checks the rows of a press that a manifest changes: what is read anywhere is said in the press's own file.
pub(super) fn changed_rows(table: &PressTable, file: &mut Reading<'_>) -> PressRows {
    for value in table.source.iter().chain(&table.read) {
        let wrong = Diagnostic::new(
            Code::Layout,
            "where a shop's wishes were read is said in layouts/press/NAME.toml",
        );
        file.error(wrong.label(file.span(value), "not here").help("take this line out"));
    }
    checked_press(table, file)
}

/// Checks the rows of a press.
fn checked_press(table: &PressTable, file: &mut Reading<'_>) -> PressRows {
    let offset = table.offset.as_ref().map(|value| {
        if value.get_ref().0 > MOST_OFFSET {
            let what = format!("marks are {:.0} mm off the trimmed edge at most", MOST_OFFSET.to_mm());
            let wrong = Diagnostic::new(Code::Layout, what).label(file.span(value), "more is asked for here");
            file.error(wrong.help("write how far from the trimmed edge marks start, such as 12pt or 4mm"));
        }
        (value.get_ref().0, file.span(value))
    });
    PressRows {
        bleed: table.bleed.as_ref().map(|value| checked_bleed(value, file)),
        marks: table.marks,
        offset,
        pages: table.pages,
        intent: table.intent.as_ref().and_then(|value| read_intent(value, file)),
        standard: table.standard,
        fonts: table.fonts,
        ink: table.ink.as_ref().map(|ink| (*ink.get_ref(), file.span(ink))),
        inks: table.inks.as_ref().and_then(|inks| checked_inks(inks, file)),
        areas: table.areas.as_ref().and_then(|areas| checked_areas(areas, file)),
        bookmarks: table.bookmarks,
        files: table.files,
        file_names: table.name.as_ref().and_then(|name| checked_name(name, file)),
        folds: checked_folds(&table.folds, file),
        limits: checked_limits(&table.limits, file),
    }
}

/// The printing condition of that name.
fn read_intent(value: &Spanned<String>, file: &mut Reading<'_>) -> Option<(&'static Intent, Option<Span>)> {
    let (name, span) = (value.get_ref(), file.span(value));
    let found = Intent::of(name).map(|intent| (intent, Some(span)));
    if found.is_none() {
        let known: Vec<&str> = INTENTS.iter().map(|intent| intent.key).collect();
        // Another number is another condition, however near it is.
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let names: Vec<&str> =
            INTENTS.iter().flat_map(Intent::names).filter(|known| digits(known) == digits(name)).collect();
        let near = near_name(name, &names).map(|near| format!("did you mean \"{near}\"? "));
        let all = format!("{}conditions are {}", near.unwrap_or_default(), known.join(", "));
        let wrong = Diagnostic::new(Code::Layout, format!("there is no printing condition “{name}”"));
        let help = format!("{all}, and what the trade calls them, such as ISO Coated v2");
        file.error(wrong.label(span, "named here").help(help));
    }
    found
}
