//! Blocks: shaped paragraphs with their style resolved and their node in the structure.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figure::Figure;
use super::shelf::{Paragraphs, Voice};
use super::style::BlockStyle;
use crate::frame::{NodeId, Role, Structure};
use crate::spec::{Enclosure, MessageRef, Place};
use crate::text::Paragraph;

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
    /// What it stands in with others.
    pub within: Option<Enclosure>,
    /// The numeral of its section, on its heading.
    pub numeral: Option<Arc<Paragraph>>,
    /// Whether its section is numbered.
    pub numbered: bool,
    /// Whether its text is set in as that of numbered sections is.
    pub set_in: bool,
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

impl Story {
    /// How long its text is, in bytes.
    pub fn text_length(&self) -> usize {
        let paragraphs = self.blocks.values().flatten().flat_map(|block| block.paragraphs.iter());
        paragraphs.map(|paragraph| paragraph.text.text.len()).sum()
    }
}
