//! Pages, before what they draw: their boxes (ISO 32000-1 14.11.2), what is clicked on them, and how they lead to the tags.

use std::collections::BTreeSet;

use hayro_syntax::object::{Array, Dict, Rect};
use hayro_syntax::page::Page;

use super::file::File;
use super::values::{name, text};
use crate::characters::is_blank;

/// The most annotations of a page that are looked at.
pub(super) const ANNOTATIONS: usize = 2000;
/// The most kinds of annotations that are kept of a page.
const KINDS: usize = 20;

/// A page.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct PdfPage {
    /// Its boxes.
    pub(crate) boxes: Boxes,
    /// The key under which the structure knows its content (`StructParents`).
    pub(crate) structure_key: Option<i32>,
    /// The order in which the tab key goes through it (`Tabs`).
    pub(crate) tab_order: Option<String>,
    /// What is clicked on it, or hung on it in some other way.
    pub(crate) annotations: Annotations,
}

/// The boxes of a page: left, low, right, high, in points.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Boxes {
    /// The sheet.
    pub(crate) media: [f64; 4],
    /// What is printed so that the cut shows no white.
    pub(crate) bleed: [f64; 4],
    /// What is left when the sheet is cut.
    pub(crate) trim: [f64; 4],
    /// Whether the page tells the last.
    pub(crate) has_trim: bool,
}

impl Boxes {
    /// The width and height of the sheet.
    pub(crate) fn media_size(&self) -> [f64; 2] {
        box_size(self.media)
    }

    /// The width and height of what is left when the sheet is cut.
    pub(crate) fn trim_size(&self) -> [f64; 2] {
        box_size(self.trim)
    }

    /// How far a point is from the edge of what is left when the sheet is cut; negative outside of it.
    pub(crate) fn margin(&self, [x, y]: [f64; 2]) -> f64 {
        let [left, low, right, high] = self.trim;
        (x - left).min(right - x).min(y - low).min(high - y)
    }

    /// The least that is printed beyond the cut; negative where the cut lies outside.
    pub(crate) fn bleed_width(&self) -> f64 {
        reach(self.bleed, self.trim)
    }
}

fn box_size([left, low, right, high]: [f64; 4]) -> [f64; 2] {
    [right - left, high - low]
}

/// The least that a box reaches beyond another; negative where it does not.
pub(crate) fn reach(outer: [f64; 4], inner: [f64; 4]) -> f64 {
    let sides = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
    sides.into_iter().fold(f64::INFINITY, f64::min)
}

/// The annotations of a page (ISO 32000-1 12.5).
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Annotations {
    /// Their kinds.
    pub(crate) kinds: BTreeSet<String>,
    /// How many of them are links.
    pub(crate) links: usize,
    /// How many links lead to no element of the structure.
    pub(crate) links_without_element: usize,
    /// How many links have no words.
    pub(crate) links_without_words: usize,
}

/// Reads the pages of a file.
pub(crate) fn read_pages(file: &File<'_>) -> Vec<PdfPage> {
    let pages = file.pages().iter().map(|page| PdfPage {
        boxes: read_boxes(page),
        structure_key: page.raw().get::<i32>("StructParents"),
        tab_order: name(page.raw(), "Tabs"),
        annotations: summarise_annotations(&read_annotations(page.raw())),
    });
    pages.collect()
}

/// The boxes of a page, with the defaults of the standard.
pub(super) fn read_boxes(page: &Page<'_>) -> Boxes {
    let sides = |rect: Rect| [rect.x0, rect.y0, rect.x1, rect.y1];
    let own = |key: &str| page.raw().get::<Rect>(key).map(sides);
    let crop = sides(page.crop_box());
    let trim = own("TrimBox").or_else(|| own("ArtBox"));
    Boxes {
        media: sides(page.media_box()),
        bleed: own("BleedBox").unwrap_or(crop),
        trim: trim.unwrap_or(crop),
        has_trim: trim.is_some(),
    }
}

/// The annotations of a page's dictionary.
pub(super) fn read_annotations<'a>(page: &Dict<'a>) -> Vec<Dict<'a>> {
    let annotations = page.get::<Array<'a>>("Annots").into_iter();
    annotations.flat_map(|all| all.iter::<Dict<'a>>().take(ANNOTATIONS)).collect()
}

fn summarise_annotations(annotations: &[Dict<'_>]) -> Annotations {
    let mut summary = Annotations::default();
    for annotation in annotations {
        let kind = name(annotation, "Subtype").unwrap_or_default();
        if kind == "Link" {
            let is_mute = text(annotation, "Contents").is_none_or(|words| is_blank(&words));
            summary.links += 1;
            summary.links_without_element += usize::from(!annotation.contains_key("StructParent"));
            summary.links_without_words += usize::from(is_mute);
        }
        if summary.kinds.len() < KINDS {
            summary.kinds.insert(kind);
        }
    }
    summary
}
