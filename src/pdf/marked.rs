//! Marked content: what each stretch of operators is of (ISO 32000-1 14.6). Text lies in sequences of its node, which the
//! tags order; everything else is an artifact of its kind (14.8.2.2).
//!
//! A sequence holds text that goes on in the order of its node: what is painted in another order, as words on a line that
//! runs from the right are, lies in sequences of its own, which the tags put in order. Within a word from the right the codes
//! stand from left to right, since programs that know no tags expect that; `ReversedChars` says so (14.8.2.3.3). Of what
//! else a file can say, this reads best. What the readers made of each way, in lines of Arabic, of Hebrew, and of both with
//! a Latin word and a number (poppler 22.12, MuPDF 1.28.5, pypdf 7.1.1):
//!
//! | | `pdfinfo -struct-text` | `pdftotext -raw` | MuPDF | pypdf |
//! |---|---|---|---|---|
//! | plain codes, a sequence a run | runs in order, their letters backwards | right | right | right |
//! | `ReversedChars` around each run | the same | right | right | right |
//! | **`ReversedChars` around each word** | words in order, their letters backwards | right | right | right |
//! | `ActualText` in the content, a run or a word | the same as without | backwards | backwards, words lost | right |
//! | `ActualText` of an element around each run | the same as without | right | backwards, words lost | right |
//! | codes in the order of the text, each placed by itself | right | a line a letter | lines torn, a word backwards | backwards |
//!
//! Poppler and MuPDF turn what stands in `ActualText` over once more; none of the three reads `ReversedChars`, which
//! programs that do (ISO 32000-1) need to put letters in order.

use std::collections::BTreeMap;
use std::ops::Range;

use printpdf::{DictItem, Op};

use crate::color::Profile;
use crate::frame::{GroupKind, LinkId, NodeId, Role, Structure, TextRun};
use crate::geom::Abs;

use super::page::Painter;
use super::paint::{narrow, utf16};

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
    /// Whether its text runs from the right, so that its codes stand in the reverse of their order.
    pub(super) reversed: bool,
}

/// A sequence, as the tags take it in.
#[derive(Clone, Debug)]
pub(super) struct Sequence<'a> {
    /// What it is of.
    pub(super) mark: Mark<'a>,
    /// The bytes of its node's text, or of its label.
    pub(super) text: Range<usize>,
}

/// The sequence that is open.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Open<'a> {
    owner: Owner<'a>,
    /// Where its text ends so far.
    end: usize,
}

/// Whose a stretch of operators is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Owner<'a> {
    /// A node's.
    Read(Mark<'a>),
    /// Nobody's.
    Unread(Artifact),
}

/// What the groups around an item say of it.
#[derive(Clone, Copy, Default)]
pub(super) struct Within {
    /// What it is where no node reads it.
    artifact: Artifact,
    /// The node that it is the label of.
    label: Option<NodeId>,
}

impl Within {
    /// Within no group, of what is an artifact of that kind unless a node reads it.
    pub(super) fn artifact(artifact: Artifact) -> Within {
        Within { artifact, label: None }
    }

    /// The same within one group more.
    pub(super) fn inside(
        self,
        kind: &GroupKind,
        structure: &Structure,
        sides: impl Fn() -> [Abs; 4],
    ) -> Within {
        match kind {
            GroupKind::Plain | GroupKind::Panel(_) | GroupKind::Block(_) | GroupKind::Line(_) => self,
            GroupKind::Label(node) => {
                Within { label: Some(*node).filter(|&node| labels(structure, node)), ..self }
            }
            GroupKind::Head => Within { artifact: Artifact::Header, ..self },
            GroupKind::Foot => Within { artifact: Artifact::Footer, ..self },
            GroupKind::Field => Within { artifact: Artifact::Background(sides()), ..self },
        }
    }

    /// Whose a drawing is.
    pub(super) fn drawn<'a>(self) -> Owner<'a> {
        match self.label {
            Some(node) => {
                Owner::Read(Mark { node, part: Part::Bullet, link: None, lang: None, reversed: false })
            }
            None => Owner::Unread(self.artifact),
        }
    }
}

/// Whether a node's label is read: numbers and bullets of items and headings, not icons beside contact lines, nor what is
/// printed again beside the second language of an item.
fn labels(structure: &Structure, node: NodeId) -> bool {
    match structure.node(node).role {
        Role::Steps | Role::Points => structure.node(node).echo_of.is_none(),
        Role::Title | Role::Heading | Role::Subheading => true,
        Role::Subtitle
        | Role::Byline
        | Role::Paragraph
        | Role::Quote
        | Role::By
        | Role::Contact
        | Role::Note
        | Role::Picture => false,
    }
}

impl<'a> Painter<'a> {
    /// Whose text a run is, and which bytes of it.
    pub(super) fn owner(&self, run: &'a TextRun, within: Within) -> (Owner<'a>, Range<usize>) {
        if let Some(node) = within.label {
            return (
                Owner::Read(Mark { node, part: Part::Number, link: None, lang: None, reversed: false }),
                0..run.text.len(),
            );
        }
        let Some(origin) = &run.origin else { return (Owner::Unread(within.artifact), 0..0) };
        let node = origin.node;
        let part = Part::Paragraph(origin.paragraph);
        let link = origin.link.filter(|_| self.has_links());
        let lang = Some(run.lang.as_str()).filter(|lang| self.means.structure.node(node).lang != *lang);
        let reversed = run.runs_backward();
        (Owner::Read(Mark { node, part, link, lang, reversed }), origin.text.clone())
    }

    /// Whether links lead anywhere: a press can't follow any (ISO 15930-7 6.17).
    pub(super) fn has_links(&self) -> bool {
        self.means.output.profile != Profile::Press
    }

    /// Opens the sequence of an owner, or goes on with it, where the text goes on, too: so its parts are in the order of the
    /// text, wherever they are painted.
    pub(super) fn begin_mark(&mut self, owner: Owner<'a>, text: Range<usize>) {
        if self.state.open == Some(Open { owner, end: text.start }) {
            if let (Owner::Read(_), Some(sequence)) = (owner, self.page.sequences.last_mut()) {
                sequence.text.end = text.end;
            }
        } else {
            self.end_mark();
            match owner {
                Owner::Read(mark) => self.open(Sequence { mark, text: text.clone() }, None),
                Owner::Unread(artifact) => self.properties("Artifact", artifact.properties()),
            }
        }
        self.state.open = Some(Open { owner, end: text.end });
    }

    /// Opens a sequence that reads as `actual`. In a node it stands beside the node's other sequences rather than
    /// within one: poppler forgets the rest of a sequence that holds another.
    pub(super) fn begin_actual(&mut self, owner: Owner<'a>, text: Range<usize>, actual: &str) {
        match owner {
            Owner::Read(mark) => {
                self.end_mark();
                self.open(Sequence { mark, text: text.clone() }, Some(actual));
                self.state.open = Some(Open { owner, end: text.end });
            }
            Owner::Unread(_) => {
                self.begin_mark(owner, text);
                self.properties("Span", BTreeMap::from([("ActualText", string(actual))]));
            }
        }
    }

    /// Opens a sequence of its own for one string whose codes stand in the reverse of their order, since viewers place codes
    /// from left to right.
    pub(super) fn begin_reversed(&mut self, owner: Owner<'a>, text: Range<usize>) {
        self.end_mark();
        self.begin_mark(owner, text);
        self.page.ops.push(Op::BeginMarkedContent { tag: "ReversedChars".to_owned() });
    }

    /// Closes what `begin_reversed` opened.
    pub(super) fn end_reversed(&mut self) {
        self.page.ops.push(Op::EndMarkedContent);
        self.end_mark();
    }

    /// Closes what `begin_actual` opened.
    pub(super) fn end_actual(&mut self, owner: Owner<'a>) {
        match owner {
            Owner::Read(_) => self.end_mark(),
            Owner::Unread(_) => self.page.ops.push(Op::EndMarkedContent),
        }
    }

    fn open(&mut self, sequence: Sequence<'a>, text: Option<&str>) {
        let number = i64::try_from(self.page.sequences.len()).expect("a page has fewer than 2^63 sequences");
        self.page.sequences.push(sequence);
        let mut properties = BTreeMap::from([("MCID", DictItem::Int(number))]);
        properties.extend(text.map(|text| ("ActualText", string(text))));
        // A plain paragraph needs no more than its number; what says more of itself is a span.
        self.properties(if text.is_some() { "Span" } else { "P" }, properties);
    }

    fn properties(&mut self, tag: &str, properties: BTreeMap<&str, DictItem>) {
        let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let (tag, properties) = (tag.to_owned(), DictItem::Dict { map });
        self.page.ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
    }

    /// Ends the sequence that is open, if one is.
    pub(super) fn end_mark(&mut self) {
        if self.state.open.take().is_some() {
            self.page.ops.push(Op::EndMarkedContent);
        }
    }

    /// Leaves text; a sequence opened in it ends in it.
    pub(super) fn end_text(&mut self) {
        if self.state.in_text {
            self.end_mark();
            self.page.ops.push(Op::EndTextSection);
            self.state.in_text = false;
        }
    }
}

impl Artifact {
    /// The property list that types it (ISO 32000-1 14.8.2.2.2).
    fn properties(self) -> BTreeMap<&'static str, DictItem> {
        let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let kind = match self {
            Artifact::Layout => "Layout",
            Artifact::Background(_) => "Background",
            Artifact::Header | Artifact::Footer => "Pagination",
            Artifact::Sheet => "Page",
        };
        let mut properties = BTreeMap::from([("Type", name(kind))]);
        match self {
            Artifact::Layout | Artifact::Sheet => {}
            Artifact::Background(sides) => {
                let sides = sides.iter().map(|side| DictItem::Real(narrow(side.to_pt())));
                properties.insert("BBox", DictItem::Array(sides.collect()));
            }
            Artifact::Header => _ = properties.insert("Subtype", name("Header")),
            Artifact::Footer => _ = properties.insert("Subtype", name("Footer")),
        }
        properties
    }
}

fn string(text: &str) -> DictItem {
    DictItem::String { data: utf16(text), literal: false }
}
