//! What outputs read: placed items in print order, and the structure that they belong to in reading order.
//! Origin top left, y downwards, lengths in points.

mod picture;

use std::ops::Range;
use std::sync::Arc;

use crate::color::Color;
use crate::font::FontId;
use crate::geom::{Abs, Affine, Em, Point, Rect, Size};

pub use picture::{Art, Channels, Drawing, Picture, Pixels, Raster, Turn};

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
}

/// Items that belong together.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// What it stands for.
    pub kind: GroupKind,
    /// Maps the frame's places to those around it, before the group's own place is added.
    pub transform: Affine,
    /// The items.
    pub frame: Frame,
}

impl Group {
    /// A group neither scaled nor turned.
    pub fn new(kind: GroupKind, frame: Frame) -> Group {
        Group { kind, transform: Affine::IDENTITY, frame }
    }

    /// The same to the eye, but no part of the structure: what repeats what was read before.
    pub fn unread(&self) -> Group {
        let items = self.frame.items.iter().filter_map(|(at, item)| {
            let item = match item {
                FrameItem::Group(group) => FrameItem::Group(group.unread()),
                FrameItem::Text(run) => FrameItem::Text(TextRun { node: None, ..run.clone() }),
                FrameItem::Path(path) => FrameItem::Path(path.clone()),
                FrameItem::Picture(picture) => FrameItem::Picture(Picture { node: None, ..picture.clone() }),
                FrameItem::Link(_) => return None,
            };
            Some((*at, item))
        });
        let frame = Frame { size: self.frame.size, items: items.collect() };
        Group { kind: GroupKind::Plain, transform: self.transform, frame }
    }
}

/// Which panel, and how full it is.
#[derive(Clone, PartialEq, Debug)]
pub struct PanelTag {
    /// Its number in the fold's reading order, from 1.
    pub panel: u32,
    /// Which sections it takes: `cover`, `aside`, `body`, `back`.
    pub place: String,
    /// Quarter turns clockwise on the sheet.
    pub turn: u8,
    /// The used share of its height, 0 to 1.
    pub fill: f64,
    /// The field behind it. How far that reaches is for the sheet to say, so it is none of the panel's items.
    pub field: Option<(Rect, Color)>,
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
            LineEnd::Emergency => "emergency",
        }
    }
}

/// Text in one face, size, colour and language, shaped. It runs to the right from its place, glyph by glyph in
/// visual order, whatever its direction.
#[derive(Clone, PartialEq, Debug)]
pub struct TextRun {
    /// The face.
    pub font: FontId,
    /// The size of the type.
    pub size: Abs,
    /// The colour.
    pub color: Color,
    /// The text that the glyphs stand for, in logical order. An added hyphen is not in it.
    pub text: String,
    /// The language of the text, a tag.
    pub lang: String,
    /// The glyphs in visual order.
    pub glyphs: Vec<Glyph>,
    /// The node that the text belongs to; `None` for labels, and for what a reader need not be told (running lines).
    pub node: Option<NodeId>,
}

impl TextRun {
    /// The sum of the advances.
    pub fn width(&self) -> Abs {
        self.glyphs.iter().map(|glyph| glyph.advance.at(self.size)).sum()
    }
}

/// One glyph, lengths in em of its run.
#[derive(Clone, PartialEq, Debug)]
pub struct Glyph {
    /// Its index in the face.
    pub id: u16,
    /// How far the next glyph starts from this one, justification included.
    pub advance: Em,
    /// How far it is drawn to the right of where it starts.
    pub x_offset: Em,
    /// How far it is drawn above the baseline.
    pub y_offset: Em,
    /// The bytes of the run's text that its cluster stands for; glyphs of one cluster share it. Empty for a glyph
    /// that stands for no text, such as an added hyphen.
    pub cluster: Range<usize>,
}

/// An outline, filled, stroked or both.
#[derive(Clone, PartialEq, Debug)]
pub struct Path {
    /// The steps of the outline; may hold several contours. Shared, since drawings repeat.
    pub steps: Arc<[Step]>,
    /// Its fill; contours wind non-zero unless `even_odd`.
    pub fill: Option<Color>,
    /// Whether it is filled by the even-odd rule.
    pub even_odd: bool,
    /// Its stroke.
    pub stroke: Option<Stroke>,
}

/// A step of an outline.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Step {
    /// Starts a contour.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve by its two control points and its end.
    Cubic(Point, Point, Point),
    /// Closes the contour.
    Close,
}

/// How an outline is stroked.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stroke {
    /// The colour.
    pub color: Color,
    /// The width.
    pub width: Abs,
    /// Whether ends and joins are round rather than square.
    pub round: bool,
}

/// An area that leads to an address.
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    /// Its extent.
    pub size: Size,
    /// The address.
    pub address: String,
    /// The node that the link's text belongs to.
    pub node: Option<NodeId>,
}

/// Which node of the structure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub u32);

/// What a block is. It decides its look, by the layout, and its tag in the PDF.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// The leaflet's title.
    Title,
    /// What stands under the title.
    Subtitle,
    /// Who made it.
    Byline,
    /// A section's heading.
    Heading,
    /// A heading within a section.
    Subheading,
    /// Running text.
    Paragraph,
    /// Somebody's words.
    Quote,
    /// Who said them.
    By,
    /// An item of a numbered list.
    Steps,
    /// An item of a list with bullets.
    Points,
    /// A line of the contact block: a phone number, an address.
    Contact,
    /// An aside, a remark.
    Note,
    /// A picture.
    Picture,
}

impl Role {
    /// Every role with the name that manifests, layouts and `json` use. `by` is not written as a role: it comes with a quote.
    pub const NAMES: &'static [(Role, &'static str)] = &[
        (Role::Title, "title"),
        (Role::Subtitle, "subtitle"),
        (Role::Byline, "byline"),
        (Role::Heading, "heading"),
        (Role::Subheading, "subheading"),
        (Role::Paragraph, "paragraph"),
        (Role::Quote, "quote"),
        (Role::By, "by"),
        (Role::Steps, "steps"),
        (Role::Points, "points"),
        (Role::Contact, "contact"),
        (Role::Note, "note"),
        (Role::Picture, "picture"),
    ];

    /// The name of the role.
    pub fn name(self) -> &'static str {
        Role::NAMES.iter().find(|(role, _)| *role == self).expect("every role is listed").1
    }
}

/// A block of the text as a reader meets it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// The section that it is of, by its name in the manifest.
    pub section: String,
    /// Its language, a tag.
    pub lang: String,
    /// The message that it comes from.
    pub message: String,
    /// Its text, marks of the script put in; its lines tile it.
    pub text: String,
    /// Its number in a numbered list, from 1; `None` elsewhere.
    pub number: Option<u32>,
}

/// All blocks in reading order.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Structure {
    /// The blocks.
    pub nodes: Vec<Node>,
}

impl Structure {
    /// The node of that id.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[usize::try_from(id.0).expect("32 bits fit")]
    }

    /// Takes a node in at the end of the reading order.
    pub fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        NodeId(u32::try_from(self.nodes.len() - 1).expect("a leaflet has fewer than 2^32 blocks"))
    }
}

/// One printed side.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetSide {
    /// `outside` or `inside`, or the page's number where the sheet is not folded.
    pub name: String,
    /// The trimmed paper.
    pub trim: Size,
    /// How far ink reaches over the trim.
    pub bleed: Abs,
    /// How far the sheet goes on beyond the bleed, for marks.
    pub slug: Abs,
    /// What is printed.
    pub frame: Frame,
    /// Fold ticks, crop marks: around the leaflet, no part of it.
    pub marks: Frame,
}

/// A finished leaflet: every output is made from this alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Leaflet {
    /// The leaflet's title, plain.
    pub title: String,
    /// Its language, a tag.
    pub lang: String,
    /// Year and month (`2026-11`) or a whole date, from the manifest: the only date that a file may carry.
    pub date: String,
    /// The sides in print order.
    pub sides: Vec<SheetSide>,
    /// The blocks in reading order.
    pub structure: Structure,
    /// Which edge a two-sided printer turns the sheet over.
    pub duplex: Duplex,
}

/// Which edge a two-sided printer turns the sheet over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Duplex {
    /// Printed on one side only, or no matter.
    Simplex,
    /// The short edge.
    FlipShort,
    /// The long edge.
    FlipLong,
}
