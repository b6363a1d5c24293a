//! What the pages draw, gathered once: colours, text, pictures, and which of it is marked.

use std::collections::{BTreeMap, BTreeSet};

use hayro_syntax::object::Dict;

use super::content;
use super::file::File;
use super::fonts::Typeface;
use super::space::Space;

/// The most that is kept of a kind; a hostile file can't have more.
const KEPT: usize = 10_000;

/// What a colour is put on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Onto {
    /// Areas and lines.
    Shape,
    /// Text that is smaller than large print.
    SmallText,
    /// Large text.
    LargeText,
    /// The pixels of a picture, or the ends of a gradient.
    Picture,
}

/// A colour that is painted with.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Paint {
    /// Its space.
    pub(super) space: Space,
    /// Its numbers.
    pub(super) parts: Vec<f64>,
    /// What it is put on.
    pub(super) onto: Onto,
    /// The page on which it is first.
    pub(super) page: usize,
    /// Whether it is on what is left when the sheet is cut.
    pub(super) kept: bool,
}

/// Text in one face and size on a page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct TextUse {
    /// The face, by its place among those drawn.
    pub(super) font: usize,
    /// The size as it is printed, in points.
    pub(super) size: f64,
    /// The page, from 1.
    pub(super) page: usize,
}

/// A picture of pixels as it is placed.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Placed {
    /// Its pixels.
    pub(super) pixels: [f64; 2],
    /// Its size on paper, in points.
    pub(super) size: [f64; 2],
    /// Whether it is a stencil of one bit.
    pub(super) stencil: bool,
    /// The page, from 1.
    pub(super) page: usize,
    /// The most ink on a pixel, in percent; `None` where it has no inks.
    pub(super) ink: Option<f64>,
    /// Whether its pixels could be read where they are inks.
    pub(super) read: bool,
}

/// A page's marks and what lacks them.
#[derive(Clone, Default, Debug)]
pub(super) struct Marks {
    /// The pieces of content by their ids.
    pub(super) pieces: BTreeSet<i64>,
    /// What is drawn outside of pieces and artifacts.
    pub(super) loose: BTreeSet<&'static str>,
    /// Where text starts nearest to an edge of the trimmed page, in points.
    pub(super) margin: Option<f64>,
}

/// What the pages draw.
#[derive(Default)]
pub(super) struct Drawn<'a> {
    /// The faces.
    pub(super) fonts: Vec<Typeface<'a>>,
    /// The colours.
    pub(super) paints: Vec<Paint>,
    /// The text.
    pub(super) texts: Vec<TextUse>,
    /// The pictures.
    pub(super) pictures: Vec<Placed>,
    /// The marks, page by page.
    pub(super) marks: Vec<Marks>,
    known_paints: BTreeSet<String>,
    known_texts: BTreeSet<(usize, i64, usize)>,
    known_fonts: BTreeMap<(u32, String), usize>,
}

impl<'a> Drawn<'a> {
    /// Notes a colour once for each use, and for each of kept and cut off.
    pub(super) fn paint(&mut self, paint: Paint) {
        let key = format!("{} {:?} {:?} {}", paint.space.name(), paint.parts, paint.onto, paint.kept);
        if self.paints.len() < KEPT && self.known_paints.insert(key) {
            self.paints.push(paint);
        }
    }

    /// Notes text once for each face, size and page.
    pub(super) fn text(&mut self, text: TextUse) {
        let key = (text.font, content::thousandths(text.size), text.page);
        if self.texts.len() < KEPT && self.known_texts.insert(key) {
            self.texts.push(text);
        }
    }

    /// Notes a picture.
    pub(super) fn picture(&mut self, placed: Placed) {
        if self.pictures.len() < KEPT {
            self.pictures.push(placed);
        }
    }

    /// The place of a face, read when it is first met; `None` when there are too many.
    pub(super) fn font(&mut self, font: &Dict<'a>) -> Option<usize> {
        let id = font.obj_id().map_or(0, |id| id.obj_number);
        // One that is no object of its own is told by its bytes.
        let own = if id == 0 { String::from_utf8_lossy(font.data()).into_owned() } else { String::new() };
        let key = (id, own);
        if let Some(&known) = self.known_fonts.get(&key) {
            return Some(known);
        }
        if self.fonts.len() >= 1000 {
            return None;
        }
        self.fonts.push(Typeface::read(font));
        self.known_fonts.insert(key, self.fonts.len() - 1);
        Some(self.fonts.len() - 1)
    }
}

/// Reads what all pages draw.
pub(super) fn pages<'a>(file: &'a File<'_>) -> Drawn<'a> {
    let mut drawn = Drawn::default();
    let mut budget = content::BUDGET;
    for (page, number) in file.pages().iter().zip(1..) {
        drawn.marks.push(Marks::default());
        content::run(page, number, &mut drawn, &mut budget);
    }
    drawn
}
