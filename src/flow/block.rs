//! Blocks: shaped paragraphs with their style resolved and their node in the structure.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figure::Figure;
use super::shelf::{Paragraphs, Voice};
use super::style::BlockStyle;
use crate::frame::{NodeId, Role, Structure};
use crate::geom::{Abs, Em};
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

impl Block {
    /// The smallest size of its text: of a number or an address to turn to that of Latin, where it is written in it.
    pub fn floor(&self) -> Abs {
        let rules = &self.voice.rules;
        if self.is_latin_contact() { rules.latin_floor } else { rules.floor }
    }

    /// Whether it is a number or an address to turn to, in Latin letters.
    pub(super) fn is_latin_contact(&self) -> bool {
        self.role == Role::Contact && self.paragraphs.iter().all(|shaped| shaped.text.text.is_ascii())
    }

    /// The widest of its paragraphs, each on one line.
    pub(super) fn widest(&self) -> Em {
        self.paragraphs.iter().map(|shaped| shaped.width()).fold(Em::ZERO, Em::max)
    }

    /// The measure that a number or an address to turn to needs to stand on one line, where the running text has that size.
    pub fn least_measure(&self, body: Abs) -> Abs {
        let own = body * self.voice.scale * self.style.size;
        body * self.style.indent + self.widest().at(own.min(self.floor()))
    }
}

/// A leaflet's text in one language, for one layout.
#[derive(Clone)]
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

    /// The same story, a paragraph of a block parted before that byte: a line ends there, and with it a column.
    pub fn parted(&self, place: Place, (block, paragraph): (usize, usize), at: usize) -> Story {
        let mut story = self.clone();
        if let Some(block) = story.blocks.get_mut(&place).and_then(|blocks| blocks.get_mut(block)) {
            let part = |(index, own): (usize, &Arc<Paragraph>)| {
                if index == paragraph { Arc::new(own.parted(at)) } else { Arc::clone(own) }
            };
            block.paragraphs = block.paragraphs.iter().enumerate().map(part).collect();
        }
        story
    }
}
