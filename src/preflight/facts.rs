//! FileFacts: what a file is, in figures.

use serde::Serialize;

use super::checks::paint_ink;
use super::quote::Quote;
use super::read::{Document, Drawn, FaceFact, PDFA, PDFUA, PictureInk, Searched, XHeight};

/// What a file is. Lengths are in points.
#[derive(Clone, PartialEq, Default, Debug, Serialize)]
pub struct FileFacts {
    /// The file's size in bytes.
    pub bytes: usize,
    /// The standards that it says it keeps.
    pub standards: Vec<String>,
    /// The pages in their order.
    pub pages: Vec<PageFact>,
    /// The faces that text is set in.
    pub fonts: Vec<FaceFact>,
    /// The colour spaces that something is painted in.
    pub spaces: Vec<String>,
    /// The most ink that is put on one place by one colour, in percent; `None` where no colour is in inks.
    pub ink: Option<f64>,
    /// The smallest type.
    pub smallest: Option<SmallestType>,
    /// How many pictures of pixels are placed.
    pub pictures: usize,
    /// The coarsest of them, in pixels to the inch.
    pub resolution: Option<f64>,
    /// Elements of the structure tree; 0 where there is none.
    pub elements: usize,
    /// The language of the whole.
    pub language: Option<String>,
    /// The title of the whole.
    pub title: Option<String>,
    /// How much was searched for traces.
    pub searched: Searched,
}

/// The boxes of a page, as width and height.
#[derive(Clone, Copy, PartialEq, Default, Debug, Serialize)]
pub struct PageFact {
    /// The MediaBox.
    pub media: [f64; 2],
    /// The TrimBox; the CropBox where there is none.
    pub trim: [f64; 2],
    /// The least that the BleedBox reaches beyond the TrimBox.
    pub bleed: f64,
}

/// The smallest type of a file.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SmallestType {
    /// Its size as it is printed.
    pub size: f64,
    /// The height of its x; `None` where the face has none, or it can't be measured.
    pub x_height: Option<f64>,
    /// Whether the height was measured on the embedded outline, and not taken from what the file says.
    pub measured: bool,
    /// Its face.
    pub font: String,
    /// The page, from 1.
    pub page: usize,
}

impl FileFacts {
    /// The facts of a file that was read and searched.
    pub(super) fn new(document: &Document, searched: Searched, bytes: usize) -> FileFacts {
        let drawn = &document.drawn;
        let resolutions = drawn.pictures.iter().filter_map(|picture| picture.resolution());
        FileFacts {
            bytes,
            standards: named_standards(document),
            pages: page_facts(document),
            fonts: used_faces(drawn),
            spaces: used_spaces(drawn),
            ink: most_ink(drawn),
            smallest: smallest_type(drawn),
            pictures: drawn.pictures.len(),
            resolution: resolutions.min_by(f64::total_cmp),
            elements: document.tags.as_ref().map_or(0, |tags| tags.elements.len()),
            language: document.claims.language.clone(),
            title: document.claims.title().map(str::to_owned),
            searched,
        }
    }
}

/// The standards that a file names.
fn named_standards(document: &Document) -> Vec<String> {
    let press = document.claims.press_standard().map(str::to_owned);
    let Some(xmp) = document.claims.xmp() else {
        return press.map(|name| Quote::new(&name).to_string()).into_iter().collect();
    };
    let access = xmp.value(PDFUA, "part").map(|part| format!("PDF/UA-{part}"));
    let archive = xmp.value(PDFA, "part").map(|part| {
        format!("PDF/A-{part}{}", xmp.value(PDFA, "conformance").unwrap_or_default().to_lowercase())
    });
    press.into_iter().chain(access).chain(archive).map(|name| Quote::new(&name).to_string()).collect()
}

fn page_facts(document: &Document) -> Vec<PageFact> {
    let boxes = document.pages.iter().map(|page| page.boxes);
    let facts = boxes.map(|boxes| PageFact {
        media: boxes.media_size(),
        trim: boxes.trim_size(),
        bleed: boxes.bleed_width(),
    });
    facts.collect()
}

/// The faces that text is set in, each once.
fn used_faces(drawn: &Drawn) -> Vec<FaceFact> {
    let is_used = |index: usize| drawn.texts.iter().any(|text| text.face == index);
    let mut faces: Vec<FaceFact> =
        (0..).zip(&drawn.faces).filter(|(index, _)| is_used(*index)).map(|(_, face)| face.clone()).collect();
    faces.sort();
    faces.dedup();
    faces
}

/// The names of the spaces that something is painted in. The ink of all plates is that of marks, if it is not on what is kept.
fn used_spaces(drawn: &Drawn) -> Vec<String> {
    let is_kept = drawn.paints.iter().any(|paint| paint.space.is_registration() && paint.is_kept);
    let mut spaces: Vec<String> = drawn
        .paints
        .iter()
        .map(|paint| match paint.space.name() {
            name if paint.space.is_registration() && !is_kept => format!("{name} (marks only)"),
            name => name,
        })
        .collect();
    spaces.sort();
    spaces.dedup();
    spaces
}

/// The most ink of a colour or a pixel, in percent.
fn most_ink(drawn: &Drawn) -> Option<f64> {
    let paints = drawn.paints.iter().filter_map(paint_ink);
    let pictures = drawn.pictures.iter().filter_map(|picture| match picture.ink {
        PictureInk::Most(ink) => Some(ink),
        PictureInk::Light | PictureInk::Unread => None,
    });
    paints.chain(pictures).max_by(f64::total_cmp)
}

fn smallest_type(drawn: &Drawn) -> Option<SmallestType> {
    let smallest = drawn.smallest.as_ref()?;
    let (x_height, measured) = match smallest.x_height {
        XHeight::Unknown => (None, false),
        XHeight::Declared(em) => (Some(em * smallest.size), false),
        XHeight::Measured(em) => (Some(em * smallest.size), true),
    };
    let font = drawn.faces[smallest.face].name.clone();
    Some(SmallestType { size: smallest.size, x_height, measured, font, page: smallest.page })
}
