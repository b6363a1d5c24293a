//! What the pages draw, as lists: faces, colours, text, pictures, and which of it is marked.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::color::Inking;

use super::bounds::{Excess, Unlooked};
use super::face::FaceFact;
use super::picture::PlacedPicture;
use super::space::ColorSpace;

/// What the pages draw.
#[derive(Clone, PartialEq, Default, Debug)]
pub(crate) struct Drawn {
    /// The faces.
    pub(crate) faces: Vec<FaceFact>,
    /// The colours, once for each use.
    pub(crate) paints: Vec<PaintUse>,
    /// The thinnest line of each page, once for those of one full ink and once for the others.
    pub(crate) lines: Vec<LineUse>,
    /// The text, once for each face, size and page.
    pub(crate) texts: Vec<TextUse>,
    /// The pictures of pixels.
    pub(crate) pictures: Vec<PlacedPicture>,
    /// What is marked, page by page.
    pub(crate) pages: Vec<PageMarks>,
    /// The text in pieces of the structure, in the order in which it is drawn.
    pub(crate) stretches: Vec<PieceText>,
    /// Where text stands, operator by operator.
    pub(crate) spans: Vec<TextSpan>,
    /// What is drawn beside what is left when the sheet is cut.
    pub(crate) beside: Vec<Beside>,
    /// Short lines at the edges of what is left, where office prints have marks to fold and cut by.
    pub(crate) ticks: Vec<Beside>,
    /// The smallest type on what is left when the sheet is cut.
    pub(crate) smallest: Option<Smallest>,
    /// Faces with codes that mean no character, by their places among those drawn.
    pub(crate) mute_faces: BTreeSet<usize>,
    /// Where reading stopped.
    pub(crate) unlooked: BTreeSet<Unlooked>,
    /// What operators hold beyond what the format can.
    pub(crate) excesses: BTreeSet<Excess>,
}

/// What a colour is put on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Onto {
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
pub(crate) struct PaintUse {
    /// Its space.
    pub(crate) space: ColorSpace,
    /// Its numbers; none where it is that of pixels.
    pub(crate) parts: Vec<f64>,
    /// What it is put on.
    pub(crate) onto: Onto,
    /// The page, from 1, on which it is first.
    pub(crate) page: usize,
    /// Whether it is on what is left when the sheet is cut.
    pub(crate) is_kept: bool,
}

/// A line on what is left when the sheet is cut.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct LineUse {
    /// How wide it is printed, in points.
    pub(crate) width: f64,
    /// With what it is inked.
    pub(crate) inking: Inking,
    /// The page, from 1.
    pub(crate) page: usize,
}

/// Text in one face and size on a page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct TextUse {
    /// The face, by its place among those drawn.
    pub(crate) face: usize,
    /// The size as it is printed, in points.
    pub(crate) size: f64,
    /// The page, from 1.
    pub(crate) page: usize,
    /// Whether it is on what is left when the sheet is cut.
    pub(crate) is_kept: bool,
    /// Whether no ink is put down: it is left out of what is around it.
    pub(crate) is_left_out: bool,
}

/// The box around text that one operator shows, as far as its widths are known.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct TextSpan {
    /// The page, from 1.
    pub(crate) page: usize,
    /// Left, low, right, high on the page, in points.
    pub(crate) sides: [f64; 4],
    /// Its size as it is printed, in points.
    pub(crate) size: f64,
    /// Its characters, without spaces around.
    pub(crate) text: String,
}

/// Something that is drawn wholly beside what is left when the sheet is cut.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Beside {
    /// The page, from 1.
    pub(crate) page: usize,
    /// What it is.
    pub(crate) kind: BesideKind,
    /// Left, low, right, high on the page, in points.
    pub(crate) sides: [f64; 4],
}

/// What is drawn beside the trimmed page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum BesideKind {
    /// A line, or several that are drawn at once.
    Line,
    /// A line of dashes.
    Dashes,
    /// Text.
    Words,
    /// An area or a picture.
    Area,
}

/// Text that one operator shows in a piece of the structure.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct PieceText {
    /// The page, from 1.
    pub(crate) page: usize,
    /// The piece, by its id on that page.
    pub(crate) piece: i64,
    /// Its characters.
    pub(crate) text: String,
    /// Where it starts on its baseline, on the page in points.
    pub(crate) start: [f64; 2],
    /// Where it ends.
    pub(crate) end: [f64; 2],
    /// Its size as it is printed, in points.
    pub(crate) size: f64,
}

/// A page's marks and what lacks them.
#[derive(Clone, PartialEq, Default, Debug)]
pub(crate) struct PageMarks {
    /// The pieces of content by their ids.
    pub(crate) pieces: BTreeSet<i64>,
    /// What is drawn outside of pieces and artifacts.
    pub(crate) unmarked: BTreeSet<Graphic>,
    /// Why text on it is not seen.
    pub(crate) hidden: BTreeSet<HiddenText>,
    /// Where text starts nearest to an edge of the trimmed page, in points.
    pub(crate) margin: Option<f64>,
    /// Whether it has lines of no width.
    pub(crate) has_bare_line: bool,
    /// Whether it has text whose width is not known.
    pub(crate) has_unmeasured_text: bool,
}

/// Why text is not seen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HiddenText {
    /// It is drawn without paint (ISO 32000-1 9.3.6, modes 3 and 7).
    Invisible,
    /// It stands outside of the page.
    OffPage,
}

/// A kind of thing that a page draws.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Graphic {
    /// A gradient.
    Gradient,
    /// A picture of pixels.
    Picture,
    /// An area or a line.
    Shape,
    /// Text.
    Text,
}

/// The smallest type of a file.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Smallest {
    /// Its size as it is printed, in points.
    pub(crate) size: f64,
    /// Its face, by its place among those drawn.
    pub(crate) face: usize,
    /// The page, from 1.
    pub(crate) page: usize,
    /// The height of its x.
    pub(crate) x_height: XHeight,
    /// Faces of that size whose programs can't be read, with the page of each.
    pub(crate) damaged: Vec<FaceOnPage>,
}

/// The height of a face's x, in em.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum XHeight {
    /// It has none, or does not tell it.
    Unknown,
    /// What the file says.
    Declared(f64),
    /// What was measured on the embedded outline.
    Measured(f64),
}

/// A face, and a page that has text in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct FaceOnPage {
    /// The face, by its place among those drawn.
    pub(crate) face: usize,
    /// The page, from 1.
    pub(crate) page: usize,
}
