//! A printed side as the file holds it: plain data between painting and writing. Lengths from the lower left corner of
//! the media, y upwards.

use std::collections::BTreeMap;
use std::ops::Range;

use printpdf::Op;

use crate::color::Spot;
use crate::font::GlyphStep;
use crate::frame::{LinkId, NodeId};
use crate::geom::{Abs, Affine, Point, Size};

/// A page.
pub(super) struct Page<'a> {
    /// The operators.
    pub(super) ops: Vec<Op>,
    /// The trim with the bleed and the slug around it.
    pub(super) media: Size,
    /// How far the bleed and the trim lie inside that.
    pub(super) inside: [Abs; 2],
    /// The areas that lead somewhere.
    pub(super) links: Vec<Area>,
    /// What each sequence of marked content belongs to, by its number on the page (MCID).
    pub(super) sequences: Vec<Sequence<'a>>,
    /// Inks of their own, in the order of their colour spaces.
    pub(super) spots: Vec<SpotInk>,
    /// Where each node starts on the page.
    pub(super) starts: BTreeMap<NodeId, Start>,
    /// Left, lower, right and upper end of each picture that is read.
    pub(super) figures: BTreeMap<NodeId, [Abs; 4]>,
    /// Whether something shows through a picture on it.
    pub(super) mixed: bool,
}

/// An area that leads to an address.
pub(super) struct Area {
    /// Left, lower, right, upper.
    pub(super) sides: [Abs; 4],
    /// The link.
    pub(super) link: LinkId,
    /// The bytes of its node's text that stand in it.
    pub(super) text: Range<usize>,
}

/// Where a node starts on a page.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// The byte of the node's text.
    pub(super) byte: usize,
    /// The left end of that line at the height of its ascenders.
    pub(super) top: Point,
}

impl Page<'_> {
    /// Notes where a node's text starts, whose parts may be painted in any order.
    pub(super) fn note_start(&mut self, node: NodeId, own: Start) {
        let start = self.starts.entry(node).or_insert(own);
        if own.byte < start.byte {
            *start = own;
        }
    }
}

/// A glyph as a page shows it, where type is outlines.
pub(super) enum Shape<'a> {
    /// The form of that name.
    Form(&'a str),
    /// Its outline.
    Steps(&'a [GlyphStep]),
}

/// An ink of its own.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct SpotInk {
    /// Its name.
    pub(super) spot: Spot,
    /// The process inks that stand for it, in percent.
    pub(super) cmyk: [u8; 4],
}

/// What is printed and no part of the text.
#[derive(Clone, Copy, PartialEq, Default)]
pub(super) enum Artifact {
    /// Rules, discs, drawings, and what repeats a panel.
    #[default]
    Layout,
    /// A field of colour: left, lower, right, upper.
    Background([Abs; 4]),
    /// A running line at the head of a panel (PDF/UA-1 7.8).
    Header,
    /// A running line at its foot.
    Footer,
    /// Marks for folding and cutting.
    Sheet,
}

/// Which part of a node.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Part {
    /// Its number, as text.
    Number,
    /// Its bullet, which is drawn.
    Bullet,
    /// Its picture.
    Picture,
    /// A paragraph of its text, from 0.
    Paragraph(usize),
}

/// What a sequence is of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Mark<'a> {
    /// The node.
    pub(super) node: NodeId,
    /// What of it.
    pub(super) part: Part,
    /// The link that it is of, where the file has links.
    pub(super) link: Option<LinkId>,
    /// Its language where that is not the node's.
    pub(super) lang: Option<&'a str>,
}

impl<'a> Mark<'a> {
    /// Of a part of a node, in its language and no link.
    pub(super) fn plain(node: NodeId, part: Part) -> Mark<'a> {
        Mark { node, part, link: None, lang: None }
    }
}

/// A sequence, as the tags take it in.
#[derive(Clone, Debug)]
pub(super) struct Sequence<'a> {
    /// What it is of.
    pub(super) mark: Mark<'a>,
    /// The bytes of its node's text, or of its label.
    pub(super) text: Range<usize>,
}

/// The names of the graphics states of a press page: inks over others, and inks alone.
pub(super) const OVER: &str = "Over";
pub(super) const KNOCK_OUT: &str = "KnockOut";

/// The name of an ink's colour space on its page.
pub(super) fn space_name(index: usize) -> String {
    format!("Ink{index}")
}

/// Left, lower, right and upper end of what is that large.
pub(super) fn sides_of(size: Size, to_page: &Affine) -> [Abs; 4] {
    let corners = [Point::default(), Point::new(size.width, size.height)];
    let [a, b] = corners.map(|corner| to_page.apply(corner));
    [a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y)]
}
