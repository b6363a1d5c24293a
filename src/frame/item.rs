//! Placed items, and what groups of them stand for.

use std::ops::Range;
use std::sync::Arc;

use super::path::Path;
use super::picture::Picture;
use super::structure::{LinkId, NodeId, Place};
use super::text::TextRun;
use crate::color::Color;
use crate::geom::{Abs, Affine, Point, Rect, Size};

/// A size and the items placed in it, painted in order.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Frame {
    /// Its extent; items may reach out of it.
    pub size: Size,
    /// The items, each with its place: the origin of what it holds; of a text run the start of its baseline.
    pub items: Vec<(Point, FrameItem)>,
}

impl Frame {
    /// An empty frame.
    pub fn new(size: Size) -> Frame {
        Frame { size, items: Vec::new() }
    }

    /// Places an item.
    pub fn push(&mut self, at: Point, item: FrameItem) {
        self.items.push((at, item));
    }
}

/// One placed item.
#[derive(Clone, PartialEq, Debug)]
pub enum FrameItem {
    /// Items that belong together, moved and turned as one.
    Group(Group),
    /// Text in one face, size and colour.
    Text(TextRun),
    /// A filled or stroked outline: fields, rules, drawings. Never text, so an artifact for a reader.
    Path(Path),
    /// A picture, told to a reader in words.
    Picture(Picture),
    /// An area that leads to an address; its place is its top left corner.
    Link(Link),
}

/// What a group stands for.
#[derive(Clone, PartialEq, Debug)]
pub enum GroupKind {
    /// Nothing of its own.
    Plain,
    /// A panel of the sheet.
    Panel(PanelTag),
    /// A block of the text, of that node.
    Block(NodeId),
    /// A line of a block; its items are the line's runs.
    Line(LineTag),
    /// What stands before a block of that node, its number or its bullet: no part of its text, but read before it.
    Label(NodeId),
    /// A running line at the head of a panel.
    Head,
    /// A running line at the foot of a panel.
    Foot,
    /// A field of colour that text stands on.
    Field,
    /// A panel once more. Nothing in it is read again, and the groups in it stand for nothing.
    Copy,
}

/// Items that belong together.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// What it stands for.
    pub kind: GroupKind,
    /// Maps the frame's places to those around it, before the group's own place is added.
    pub transform: Affine,
    /// The items. Shared, since a panel goes to many sheets and stands on some of them many times.
    pub frame: Arc<Frame>,
}

impl Group {
    /// A group neither scaled nor turned.
    pub fn new(kind: GroupKind, frame: Frame) -> Group {
        Group { kind, transform: Affine::IDENTITY, frame: Arc::new(frame) }
    }

    /// The same to the eye, but no part of the structure: what repeats what was read before.
    pub fn copy(&self) -> Group {
        Group { kind: GroupKind::Copy, ..self.clone() }
    }
}

/// Which panel, and how full it is.
#[derive(Clone, PartialEq, Debug)]
pub struct PanelTag {
    /// Its number in the fold's reading order, from 1.
    pub panel: u32,
    /// Which sections it takes; `None` of a panel that takes none.
    pub place: Option<Place>,
    /// Quarter turns clockwise on the sheet.
    pub turn: u8,
    /// The used share of its height, 0 to 1.
    pub fill: f64,
    /// The field behind it. How far that reaches is for the sheet to say, so it is none of the panel's items.
    pub field: Option<PanelField>,
}

/// The field behind a panel.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PanelField {
    /// Its extent, from the panel's top left.
    pub rect: Rect,
    /// Its colour.
    pub color: Color,
}

/// What is known of a line beside its runs.
#[derive(Clone, PartialEq, Debug)]
pub struct LineTag {
    /// The bytes of the node's text that it covers, the space at its end included.
    pub text: Range<usize>,
    /// The width that it had to keep to.
    pub measure: Abs,
    /// Its own width, without the space at its end.
    pub width: Abs,
    /// The size of its type.
    pub size: Abs,
    /// How far its glue is stretched (positive) or shrunk; 0 when it is set ragged.
    pub ratio: f64,
    /// Why it ends.
    pub end: LineEnd,
}

/// Why a line ends where it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineEnd {
    /// At an opportunity between words or characters.
    Word,
    /// Within a word, with a hyphen that is not of the text.
    Hyphen,
    /// At the end of its paragraph.
    Paragraph,
    /// Where the text asks for it (`<br/>`).
    Forced,
    /// At the end of a sentence, with which its panel ends.
    Sentence,
    /// Where nothing allows it, since nothing else fitted.
    Emergency,
}

impl LineEnd {
    /// The name that `json` shows.
    pub fn name(self) -> &'static str {
        match self {
            LineEnd::Word => "word",
            LineEnd::Hyphen => "hyphen",
            LineEnd::Paragraph => "paragraph",
            LineEnd::Forced => "forced",
            LineEnd::Sentence => "sentence",
            LineEnd::Emergency => "emergency",
        }
    }
}

/// An area that leads to an address: the extent of one link's text on one line, as far as it is in one piece.
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    /// Its extent.
    pub size: Size,
    /// The link; its address is in the structure.
    pub link: LinkId,
    /// The bytes of its node's text that stand in it.
    pub text: Range<usize>,
}
