//! A print shop, or a kind of shop, as data: what it wants of the files that it is sent. In: rows that were read, one over the other. Out:
//! a press, by which sheets are made.

use serde::Deserialize;

use super::press_bleed::Bleeds;
use super::press_files::{NamePattern, PressSplit};
use super::press_folds::PressFolds;
use super::press_inks::{PressInk, PressInks};
use super::press_limits::PressLimits;
use super::press_stated::{PressMarks, PressPages, PressRow, StatedRows};
use super::standard::PressStandard;
use crate::color::{Drums, Intent};
use crate::diag::{Code, Diagnostic};
use crate::geom::Abs;
use crate::source::Span;

/// The folder of presses.
pub(crate) const PRESSES: &str = "layouts/press";
/// The press that files are made for where nobody names one.
pub(crate) const USUAL_PRESS: &str = "portal";

/// What a shop wants of the files that it is sent.
#[derive(Clone, PartialEq, Debug)]
pub struct Press {
    /// Its name.
    pub name: String,
    /// Whether somebody asked for it by that name, which files then carry.
    pub is_named: bool,
    /// How far ink reaches over an edge that is trimmed.
    bleed: Bleeds,
    /// What is drawn around the trimmed sheet.
    pub marks: PressMarks,
    /// From the trimmed edge to the marks; where nothing is said, they start where the bleed ends.
    pub offset: Option<Abs>,
    /// Where that is said.
    offset_place: Option<Span>,
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

/// How type is held in a file.
#[derive(Clone, Copy, PartialEq, Eq, Default, Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum PressFonts {
    /// As text in faces that are in the file.
    #[default]
    Embedded,
    /// As outlines: no face is in the file, and no text can be read out of it.
    Outlines,
}

/// The rows of a press that somebody changes.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct PressRows {
    pub(super) bleed: Option<Bleeds>,
    pub(super) marks: Option<PressMarks>,
    pub(super) offset: Option<(Abs, Span)>,
    pub(super) pages: Option<PressPages>,
    pub(super) intent: Option<(&'static Intent, Option<Span>)>,
    pub(super) standard: Option<PressStandard>,
    pub(super) fonts: Option<PressFonts>,
    pub(super) ink: Option<(PressInk, Span)>,
    pub(super) inks: Option<PressInks>,
    pub(super) areas: Option<u8>,
    pub(super) bookmarks: Option<bool>,
    pub(super) files: Option<PressSplit>,
    pub(super) file_names: Option<NamePattern>,
    pub(super) folds: PressFolds,
    pub(super) limits: PressLimits,
}

impl PressRows {
    /// A press with these rows changed.
    pub fn over(self, press: Press) -> Press {
        let stated = self.stated().with(press.stated);
        // Who takes a shop's marks out needs no word of theirs.
        let is_unmarked = self.marks == Some(PressMarks::None);
        let offset = self.offset.or(press.offset.zip(press.offset_place).filter(|_| !is_unmarked));
        let changed = Press {
            name: press.name,
            is_named: press.is_named,
            source: press.source,
            bleed: self.bleed.unwrap_or(press.bleed),
            marks: self.marks.unwrap_or(press.marks),
            offset: offset.map(|(offset, _)| offset),
            offset_place: offset.map(|(_, place)| place),
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
            bleed: Bleeds::default(),
            marks: PressMarks::default(),
            offset: None,
            offset_place: None,
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
    /// What nobody says otherwise, under a name.
    pub(super) fn usual(name: &str, source: Option<PressSource>) -> Press {
        Press { name: name.to_owned(), source, ..Press::default() }
    }

    /// The same, asked for by its name.
    pub fn named(self) -> Press {
        Press { is_named: true, ..self }
    }

    /// The drums that a leaflet is printed with, where each is a file.
    pub fn drums(&self) -> Option<Drums> {
        let inks = self.inks.as_ref().filter(|_| self.ink == PressInk::Plates)?;
        Some(inks.drums(self.areas))
    }

    /// What is wrong with rows that go together, each for itself being right.
    pub fn faults(&self) -> impl Iterator<Item = Diagnostic> {
        self.lacks_inks().into_iter().chain(self.lacks_marks())
    }

    /// What is wrong where each ink is a file, and no inks are named.
    fn lacks_inks(&self) -> Option<Diagnostic> {
        if self.ink != PressInk::Plates || self.inks.is_some() {
            return None;
        }
        let mut wrong = Diagnostic::new(Code::Layout, "plates are a file an ink, and no inks are named");
        wrong.labels.extend(self.ink_place.map(|span| (span, "asked for here".to_owned())));
        Some(wrong.help("name the drums that the shop puts in: inks = [\"black\", \"bright red\"]"))
    }

    /// What is wrong where it is said how far off marks are, and there are none.
    fn lacks_marks(&self) -> Option<Diagnostic> {
        if self.marks != PressMarks::None || self.ink == PressInk::Plates {
            return None;
        }
        let wrong = Diagnostic::new(Code::Layout, "it is said how far off marks are, and there are none");
        let help = "take offset out, or ask for marks: marks = \"crop\"";
        self.offset_place.map(|place| wrong.label(place, "off what isn’t there").help(help))
    }

    /// What a page of its files is: the inks of a duplicator are printed on whole sheets.
    fn settled(self) -> Press {
        let PressInk::Plates = self.ink else { return self };
        let (bleed, stated) = (Bleeds::none(), self.stated.of_plates());
        Press { bleed, marks: PressMarks::None, pages: PressPages::Sheet, stated, ..self }
    }

    /// The same with pages of another kind.
    pub fn with_pages(&self, pages: PressPages) -> Press {
        Press { pages, ..self.clone() }
    }

    /// The bleeds that single layouts have of their own.
    pub fn own_bleeds(&self) -> impl Iterator<Item = Abs> {
        self.bleed.own.values().map(|(bleed, _)| *bleed)
    }

    /// The layouts that it speaks of by their names, each with its place.
    pub(crate) fn named_layouts(&self) -> impl Iterator<Item = (&str, Span)> {
        self.bleed.own.iter().map(|(name, (_, place))| (name.as_str(), *place))
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
        let own = self.bleed.own.get(layout).map(|(bleed, _)| *bleed);
        own.or(self.bleed.others).unwrap_or(usual)
    }
}
