//! A print shop, or a kind of shop, as data: what it wants of the files that it is sent. In: `layouts/press/NAME.toml`, and the
//! single rows that `[press]` of a manifest changes. Out: a press, by which sheets are made.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::date::is_date;
use super::length::FixedLength;
use super::press_bleed::{BleedValue, checked_bleed};
use super::press_files::{NamePattern, PressSplit, checked_name};
use super::press_folds::{FoldsTable, PressFolds, checked_folds};
#[cfg(test)]
use super::press_inks::InksShape;
use super::press_inks::{InksValue, PressInks, checked_areas, checked_inks};
use super::press_limits::{LimitsTable, PressLimits, checked_limits};
use super::press_stated::{PressMarks, PressPages, PressRow, StatedRows};
use super::read::{Reading, read_part};
use super::standard::{PressFonts, PressInk, PressStandard};
#[cfg(test)]
use super::tests::schema::DATE;
use crate::color::{Drums, INTENTS, Intent};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::geom::Abs;
use crate::source::{SourceId, Sources, Span};

/// The folder of presses.
pub(crate) const PRESSES: &str = "layouts/press";
/// The press that files are made for where nobody names one.
pub(crate) const USUAL_PRESS: &str = "portal";

/// More than any shop asks marks to be off an edge (H; .375 in is the most that was read).
const MOST_OFFSET: Abs = Abs::mm(25.0);

/// What a shop wants of the files that it is sent.
#[derive(Clone, PartialEq, Debug)]
pub struct Press {
    /// Its name.
    pub name: String,
    /// Whether somebody asked for it by that name, which files then carry.
    pub is_named: bool,
    /// How far ink reaches over an edge that is trimmed, by layout; the empty name is for all others.
    bleed: BTreeMap<String, Abs>,
    /// What is drawn around the trimmed sheet.
    pub marks: PressMarks,
    /// From the trimmed edge to the marks; where nothing is said, they start where the bleed ends.
    pub offset: Option<Abs>,
    /// What a page of the file is.
    pub pages: PressPages,
    /// The printing condition, and where it is named.
    pub intent: (&'static Intent, Option<Span>),
    /// The version of PDF/X that a file keeps.
    pub standard: PressStandard,
    /// How type is held.
    pub fonts: PressFonts,
    /// Which inks it is in.
    pub ink: PressInk,
    /// Where that is said.
    ink_place: Option<Span>,
    /// The inks of drums.
    pub inks: Option<PressInks>,
    /// The most percent of an ink in fields and pixels of drums.
    areas: u8,
    /// Whether a reader may jump from heading to heading; a few shops forbid it.
    pub has_bookmarks: bool,
    /// What a file holds.
    pub files: PressSplit,
    /// How files are called; where nothing is said, as all others.
    pub file_names: Option<NamePattern>,
    /// The shop's own widths of panels.
    pub folds: PressFolds,
    /// What the shop sets bounds to.
    pub limits: PressLimits,
    /// Which rows that have a usual value are stated; files are judged by no others.
    pub stated: StatedRows,
    /// Where all this was read.
    pub source: Option<PressSource>,
}

/// Where the rows of a press were read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PressSource {
    /// The address of the page.
    pub address: String,
    /// When: a month or a day.
    pub read: String,
}

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
    #[cfg_attr(test, schemars(with = "Option<BleedValue>"))]
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
    /// Which inks a file is in: `cmyk`; `gray`, one ink as greys; `plates`, a file of greys an ink, and a preview of all.
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
    #[cfg_attr(test, schemars(with = "BTreeMap<String, BTreeMap<String, Vec<FixedLength>>>"))]
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
    let press = Press { name: name.to_owned(), source: read_source(&table, &mut file), ..Press::default() };
    let press = checked_press(&table, &mut file).over(press);
    // What is wrong with inks that are there is said of them.
    if let Some(wrong) = press.lacks_inks().filter(|_| table.inks.is_none() && !file.lacks(&["inks"])) {
        file.error(wrong);
    }
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
        file.error(wrong.label(file.span(read), "write it like 2026-11 or 2026-11-23"));
    }
    Some(PressSource { address: address.get_ref().clone(), read: read.get_ref().clone() })
}

/// The rows of a press that somebody changes.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct PressRows {
    bleed: Option<BTreeMap<String, Abs>>,
    marks: Option<PressMarks>,
    offset: Option<Abs>,
    pages: Option<PressPages>,
    intent: Option<(&'static Intent, Option<Span>)>,
    standard: Option<PressStandard>,
    fonts: Option<PressFonts>,
    ink: Option<(PressInk, Span)>,
    inks: Option<PressInks>,
    areas: Option<u8>,
    bookmarks: Option<bool>,
    files: Option<PressSplit>,
    file_names: Option<NamePattern>,
    folds: PressFolds,
    limits: PressLimits,
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
        value.get_ref().0
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
    let span = file.span(value);
    let found = Intent::of(value.get_ref()).map(|intent| (intent, Some(span)));
    if found.is_none() {
        let what = format!("there is no printing condition “{}”", value.get_ref());
        let known: Vec<&str> = INTENTS.iter().map(|intent| intent.key).collect();
        let wrong = Diagnostic::new(Code::Layout, what).label(span, "named here");
        file.error(wrong.help(format!("conditions are {}", known.join(", "))));
    }
    found
}

impl PressRows {
    /// A press with these rows changed.
    pub fn over(self, press: Press) -> Press {
        let stated = self.stated().with(press.stated);
        let changed = Press {
            name: press.name,
            is_named: press.is_named,
            source: press.source,
            bleed: self.bleed.unwrap_or(press.bleed),
            marks: self.marks.unwrap_or(press.marks),
            offset: self.offset.or(press.offset),
            pages: self.pages.unwrap_or(press.pages),
            intent: self.intent.unwrap_or(press.intent),
            standard: self.standard.unwrap_or(press.standard),
            fonts: self.fonts.unwrap_or(press.fonts),
            ink: self.ink.map_or(press.ink, |(ink, _)| ink),
            ink_place: self.ink.map_or(press.ink_place, |(_, place)| Some(place)),
            inks: self.inks.or(press.inks),
            areas: self.areas.unwrap_or(press.areas),
            has_bookmarks: self.bookmarks.unwrap_or(press.has_bookmarks),
            files: self.files.unwrap_or(press.files),
            file_names: self.file_names.or(press.file_names),
            folds: self.folds.over(press.folds),
            limits: self.limits.over(press.limits),
            stated,
        };
        changed.settled()
    }

    /// Which rows are written that have a usual value.
    fn stated(&self) -> StatedRows {
        StatedRows::of([
            (PressRow::Bleed, self.bleed.is_some()),
            (PressRow::Marks, self.marks.is_some()),
            (PressRow::Pages, self.pages.is_some()),
            (PressRow::Standard, self.standard.is_some()),
            (PressRow::Fonts, self.fonts.is_some()),
        ])
    }
}

impl Default for Press {
    /// What nobody says otherwise: single pages without marks.
    fn default() -> Press {
        Press {
            name: String::new(),
            is_named: false,
            bleed: BTreeMap::new(),
            marks: PressMarks::default(),
            offset: None,
            pages: PressPages::default(),
            standard: PressStandard::default(),
            fonts: PressFonts::default(),
            intent: Default::default(),
            ink: PressInk::default(),
            ink_place: None,
            inks: None,
            areas: 100,
            has_bookmarks: true,
            files: PressSplit::default(),
            file_names: None,
            folds: PressFolds::default(),
            limits: PressLimits::default(),
            stated: StatedRows::default(),
            source: None,
        }
    }
}

impl Press {
    /// The same, asked for by its name.
    pub fn named(self) -> Press {
        Press { is_named: true, ..self }
    }

    /// The drums that a leaflet is printed with, where each is a file.
    pub fn drums(&self) -> Option<Drums> {
        let inks = self.inks.as_ref().filter(|_| self.ink == PressInk::Plates)?;
        Some(inks.drums(self.areas))
    }

    /// What is wrong where each ink is a file, and no inks are named.
    pub fn lacks_inks(&self) -> Option<Diagnostic> {
        if self.ink != PressInk::Plates || self.inks.is_some() {
            return None;
        }
        let mut wrong = Diagnostic::new(Code::Layout, "plates are a file an ink, and no inks are named");
        wrong.labels.extend(self.ink_place.map(|span| (span, "asked for here".to_owned())));
        Some(wrong.help("name the drums that the shop puts in: inks = [\"black\", \"bright red\"]"))
    }

    /// What a page of its files is: the inks of a duplicator are printed on whole sheets.
    fn settled(self) -> Press {
        let PressInk::Plates = self.ink else { return self };
        let bleed = BTreeMap::from([(String::new(), Abs::ZERO)]);
        let stated = self.stated.of_plates();
        Press { bleed, marks: PressMarks::None, pages: PressPages::Sheet, stated, ..self }
    }

    /// The same with pages of another kind.
    pub fn with_pages(&self, pages: PressPages) -> Press {
        Press { pages, ..self.clone() }
    }

    /// The bleeds that single layouts have of their own.
    pub fn own_bleeds(&self) -> impl Iterator<Item = Abs> {
        self.bleed.iter().filter(|(layout, _)| !layout.is_empty()).map(|(_, bleed)| *bleed)
    }

    /// How many files a leaflet of so many pages of its kind is.
    pub fn file_count(&self, pages: usize) -> usize {
        // Pages of a booklet are no sides of a sheet.
        let is_booklet = self.pages == PressPages::Single && pages > 2;
        match self.files {
            PressSplit::Leaflet => 1,
            PressSplit::Side if is_booklet => 1,
            PressSplit::Side | PressSplit::Page => pages,
        }
    }

    /// A press of which only that is known to what it sets bounds.
    pub fn bounds_alone(&self) -> Press {
        Press { name: self.name.clone(), limits: self.limits, ..Press::default() }
    }

    /// How far ink reaches over an edge of that layout; `usual` is what its paper asks for.
    pub fn bleed_of(&self, layout: &str, usual: Abs) -> Abs {
        self.bleed.get(layout).or_else(|| self.bleed.get("")).copied().unwrap_or(usual)
    }
}
