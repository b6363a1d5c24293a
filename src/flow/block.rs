//! Blocks: shaped paragraphs with their style resolved and their node in the structure.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figure::Figure;
use super::shelf::{Paragraphs, Voice};
use crate::color::Color;
use crate::frame::{NodeId, Role, Structure};
use crate::spec::{LabelKind, MessageRef, Place};
use crate::style::{Align, ParagraphStyle};
use crate::text::Paragraph;

/// How a block is set, every choice made. Lengths are in em of the body.
#[derive(Clone, PartialEq, Debug)]
pub struct BlockStyle {
    /// Its size, the body's being 1.
    pub size: f64,
    /// Its line height, the script's own being 1.
    pub leading: f64,
    /// What its paragraphs are shaped with.
    pub paragraph: ParagraphStyle,
    /// Its colour.
    pub color: Color,
    /// Space above and below.
    pub around: [f64; 2],
    /// How far it is set in.
    pub indent: f64,
    /// What stands before it.
    pub label: Option<LabelStyle>,
    /// The line above it.
    pub rule: Option<RuleStyle>,
    /// Whether it is set at the foot of its panel.
    pub pin: bool,
    /// How it is aligned; as the script's body text when `None`.
    pub align: Option<Align>,
}

/// What stands before a block.
#[derive(Clone, PartialEq, Debug)]
pub struct LabelStyle {
    /// What it is.
    pub kind: LabelKind,
    /// The colour of its disc.
    pub fill: Color,
    /// The colour of its number.
    pub color: Color,
    /// Diameter or width, in em of the body.
    pub width: f64,
    /// The drawing.
    pub picture: Option<String>,
}

/// A line above a block.
#[derive(Clone, PartialEq, Debug)]
pub struct RuleStyle {
    /// Its colour.
    pub color: Color,
    /// Its thickness in points.
    pub width: f64,
    /// Its length, the measure being 1.
    pub length: f64,
    /// Space between it and the text, in em of the body.
    pub gap: f64,
}

/// A block of one language, ready to be set at any size.
#[derive(Clone)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// Its node in the structure.
    pub node: NodeId,
    /// Where it stands in the manifest, for what is said of it.
    pub message: MessageRef,
    /// Its text, shaped; none of a picture.
    pub paragraphs: Paragraphs,
    /// The picture that it is.
    pub figure: Option<Figure>,
    /// How its language is set.
    pub voice: Voice,
    /// How it is set.
    pub style: BlockStyle,
    /// Which section it is of; sections are counted over the leaflet.
    pub section: usize,
    /// Whether its section stands in a box.
    pub boxed: bool,
    /// The numeral of its section, on its heading.
    pub numeral: Option<Arc<Paragraph>>,
    /// Whether its section is numbered, so that its text is set in.
    pub numbered: bool,
    /// The number of its item, shaped.
    pub badge: Option<Arc<Paragraph>>,
    /// Whether it goes where a language does not fit.
    pub optional: bool,
}

/// A leaflet's text in one language, for one layout.
pub struct Story {
    /// The blocks by the kind of panel that takes them, in reading order.
    pub blocks: BTreeMap<Place, Vec<Block>>,
    /// All blocks in reading order.
    pub structure: Structure,
    /// The plain title.
    pub title: String,
}
