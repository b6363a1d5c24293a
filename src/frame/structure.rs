//! The blocks of a leaflet as a reader meets them.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Which kind of panel takes a section.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Place {
    /// The front.
    Cover,
    /// Beside the running text: what is seen second.
    Aside,
    /// The running text.
    Body,
    /// The back: the contact.
    Back,
}

impl Place {
    /// Every place.
    pub const ALL: [Place; 4] = [Place::Cover, Place::Aside, Place::Body, Place::Back];

    /// The name that manifests and layouts use.
    pub fn name(self) -> &'static str {
        match self {
            Place::Cover => "cover",
            Place::Aside => "aside",
            Place::Body => "body",
            Place::Back => "back",
        }
    }
}

/// Which node of the structure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub u32);

/// Which link of which node. Two links to one address are two.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LinkId {
    /// The node.
    pub node: NodeId,
    /// Its index among the node's links.
    pub index: usize,
}

/// A paragraph of a node: from where its bytes and its links are counted in the node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Passage {
    /// The node.
    pub node: NodeId,
    /// The paragraph of the node's text, from 0.
    pub paragraph: usize,
    /// The byte of the node's text at which it starts.
    pub start: usize,
    /// How many of the node's links are before it.
    pub links: usize,
}

impl Passage {
    /// The first paragraph of a node, which most have no other than.
    pub fn first(node: NodeId) -> Passage {
        Passage { node, paragraph: 0, start: 0, links: 0 }
    }
}

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
    /// What a reader should keep of a section, above its running text.
    Lead,
    /// Running text.
    Paragraph,
    /// Somebody's words.
    Quote,
    /// Who said them.
    By,
    /// The figure of a fact that stands out: a number, a few words.
    Fact,
    /// What the figure says, after it.
    Caption,
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
    /// A QR code of a link, with its address.
    Code,
}

impl Role {
    /// Every role with the name that manifests, layouts and `json` use. Those of `Role::COMING` are not written as roles.
    pub const NAMES: &'static [(Role, &'static str)] = &[
        (Role::Title, "title"),
        (Role::Subtitle, "subtitle"),
        (Role::Byline, "byline"),
        (Role::Heading, "heading"),
        (Role::Subheading, "subheading"),
        (Role::Lead, "lead"),
        (Role::Paragraph, "paragraph"),
        (Role::Quote, "quote"),
        (Role::By, "by"),
        (Role::Fact, "fact"),
        (Role::Caption, "caption"),
        (Role::Steps, "steps"),
        (Role::Points, "points"),
        (Role::Contact, "contact"),
        (Role::Note, "note"),
        (Role::Picture, "picture"),
        (Role::Code, "code"),
    ];

    /// Roles that come with blocks of others: whose words a quote is, what a fact's figure says.
    pub const COMING: [Role; 2] = [Role::By, Role::Caption];

    /// The name of the role.
    pub fn name(self) -> &'static str {
        Role::NAMES.iter().find(|(role, _)| *role == self).expect("every role is listed").1
    }
}

/// A place in a row, as it is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ordinal {
    /// The place, from 1.
    pub place: u32,
    /// What it is counted by.
    pub counting: Counting,
}

/// What places are counted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Counting {
    /// 1, 2, 3.
    #[default]
    Figures,
    /// A, B, C; AA follows Z.
    Letters,
}

impl fmt::Display for Ordinal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.counting {
            Counting::Figures => self.place.fmt(f),
            Counting::Letters => {
                let mut letters = String::new();
                let mut left = self.place;
                while let Some(before) = left.checked_sub(1) {
                    letters.insert(
                        0,
                        char::from_digit(before % 26 + 10, 36).expect("26 letters follow 10 figures"),
                    );
                    left = before / 26;
                }
                f.write_str(&letters.to_ascii_uppercase())
            }
        }
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
    /// Its text, marks of the script put in; its lines tile it. U+2029 parts its paragraphs. Of a picture, what it shows.
    pub text: String,
    /// What is said of a picture beside its text for those who don't see it.
    pub alt: Option<String>,
    /// The addresses that the links in it lead to, in the order of the text.
    pub links: Vec<String>,
    /// Its place in a list that is counted, or that of its section; `None` elsewhere.
    pub number: Option<Ordinal>,
    /// The node that it says again in another language; `None` where a leaflet has one language, and of the first of two.
    pub echo_of: Option<NodeId>,
}

/// A cell of the table of its section that a node stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cell {
    /// Its row, from 0.
    pub row: usize,
    /// Its column in reading order, from 0.
    pub column: usize,
    /// How many columns the table has.
    pub columns: usize,
    /// What it is.
    pub kind: CellKind,
}

/// What a cell is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellKind {
    /// It says what its column holds.
    ColumnHead,
    /// It says what its row is of.
    RowHead,
    /// It holds what the table is for.
    Plain,
}

/// All blocks in reading order.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Structure {
    /// The blocks.
    pub nodes: Vec<Node>,
    /// Those that stand in tables, one a section; a cell may hold several.
    pub cells: BTreeMap<NodeId, Cell>,
}

impl Structure {
    /// The node of that id.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[usize::try_from(id.0).expect("32 bits fit")]
    }

    /// The address of a link.
    pub fn address(&self, link: LinkId) -> &str {
        &self.node(link.node).links[link.index]
    }

    /// Takes a node in at the end of the reading order.
    pub fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        NodeId(u32::try_from(self.nodes.len() - 1).expect("a leaflet has fewer than 2^32 blocks"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_the_last_one() {
        let letters = |place: u32| Ordinal { place, counting: Counting::Letters }.to_string();
        assert_eq!([1, 4, 26, 27, 52, 53, 703].map(letters), ["A", "D", "Z", "AA", "AZ", "BA", "AAA"]);
        assert_eq!(Ordinal { place: 12, counting: Counting::Figures }.to_string(), "12");
    }
}
