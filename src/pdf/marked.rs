//! Marked content: what each stretch of operators is of (ISO 32000-1 14.6). Text lies in sequences of its node, which the
//! tags order; everything else is an artifact of its kind (14.8.2.2).

use std::collections::BTreeMap;

use printpdf::{DictItem, Op};

use crate::frame::{GroupKind, LineTag, NodeId, Role, Structure, TextRun};
use crate::geom::{Abs, Affine, Point};

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
    /// The page's link that it is the text of.
    pub(super) link: Option<usize>,
    /// Its language where that is not the node's.
    pub(super) lang: Option<&'a str>,
}

/// A sequence, as the tags take it in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sequence<'a> {
    /// What it is of.
    pub(super) mark: Mark<'a>,
    /// Where it starts in its node's text, in bytes.
    pub(super) at: usize,
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
pub(super) struct Within<'a> {
    /// What it is where no node reads it.
    artifact: Artifact,
    /// The node that it is the label of.
    label: Option<NodeId>,
    /// The line that it is in.
    line: Option<&'a LineTag>,
}

impl<'a> Within<'a> {
    /// Within no group, of what is an artifact of that kind unless a node reads it.
    pub(super) fn artifact(artifact: Artifact) -> Within<'a> {
        Within { artifact, label: None, line: None }
    }

    /// The same within one group more.
    pub(super) fn inside(
        self,
        kind: &'a GroupKind,
        structure: &Structure,
        sides: impl Fn() -> [Abs; 4],
    ) -> Within<'a> {
        match kind {
            GroupKind::Plain | GroupKind::Panel(_) | GroupKind::Block(_) => self,
            GroupKind::Line(tag) => Within { line: Some(tag), ..self },
            GroupKind::Label(node) => {
                Within { label: Some(*node).filter(|&node| labels(structure, node)), ..self }
            }
            GroupKind::Head => Within { artifact: Artifact::Header, ..self },
            GroupKind::Foot => Within { artifact: Artifact::Footer, ..self },
            GroupKind::Field => Within { artifact: Artifact::Background(sides()), ..self },
        }
    }

    /// Whose a drawing is.
    pub(super) fn drawn(self) -> Owner<'a> {
        match self.label {
            Some(node) => Owner::Read(Mark { node, part: Part::Bullet, link: None, lang: None }),
            None => Owner::Unread(self.artifact),
        }
    }
}

/// Whether a node's label is read: numbers and bullets of items and headings, not icons beside contact lines, nor what is
/// printed again beside the second language of an item.
fn labels(structure: &Structure, node: NodeId) -> bool {
    match structure.node(node).role {
        Role::Steps | Role::Points => !echoes(structure, node),
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

/// Whether a node says in another language what the node before it says.
pub(super) fn echoes(structure: &Structure, id: NodeId) -> bool {
    let Some(before) = id.0.checked_sub(1).map(|before| structure.node(NodeId(before))) else { return false };
    let node = structure.node(id);
    (before.role, &before.section, &before.message) == (node.role, &node.section, &node.message)
        && before.lang != node.lang
}

impl<'a> Painter<'a> {
    /// Whose text a run is, and where it starts in the text of its node; its middle tells whether it lies in a link.
    pub(super) fn owner(&self, run: &'a TextRun, to_page: &Affine, within: Within<'a>) -> (Owner<'a>, usize) {
        let structure = self.means.structure;
        if let Some(node) = within.label {
            return (Owner::Read(Mark { node, part: Part::Number, link: None, lang: None }), 0);
        }
        let Some(node) = run.node else { return (Owner::Unread(within.artifact), 0) };
        let middle = to_page.apply(Point::new(run.width() / 2.0, -(run.size / 4.0)));
        let link = self.page.links.iter().position(|area| area.node == Some(node) && area.holds(middle));
        let own = structure.node(node);
        let start = within.line.map_or(0, |line| line.text.start);
        let line = within.line.and_then(|line| own.text.get(line.text.clone())).unwrap_or_default();
        // Runs of a line stand in visual order, so a line alone does not tell which comes first.
        let at = start + line.find(&run.text).unwrap_or_default();
        let before = own.text.get(..start).unwrap_or_default();
        let part = Part::Paragraph(before.matches('\u{2029}').count());
        let lang = Some(run.lang.as_str()).filter(|lang| own.lang != *lang);
        (Owner::Read(Mark { node, part, link, lang }), at)
    }

    /// Opens the sequence of an owner, whose text starts at `at`, or goes on with it.
    pub(super) fn begin_mark(&mut self, owner: Owner<'a>, at: usize) {
        if self.state.open != Some(owner) {
            self.end_mark();
            match owner {
                Owner::Read(mark) => self.open(Sequence { mark, at }, None),
                Owner::Unread(artifact) => self.properties("Artifact", artifact.properties()),
            }
            self.state.open = Some(owner);
        }
    }

    /// Opens a sequence that reads as `text`. In a node it stands beside the node's other sequences rather than
    /// within one: poppler forgets the rest of a sequence that holds another.
    pub(super) fn begin_actual(&mut self, owner: Owner<'a>, at: usize, text: &str) {
        match owner {
            Owner::Read(mark) => {
                self.end_mark();
                self.open(Sequence { mark, at }, Some(text));
                self.state.open = Some(owner);
            }
            Owner::Unread(_) => {
                self.begin_mark(owner, at);
                self.properties("Span", BTreeMap::from([("ActualText", actual(text))]));
            }
        }
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
        properties.extend(text.map(|text| ("ActualText", actual(text))));
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

fn actual(text: &str) -> DictItem {
    DictItem::String { data: utf16(text), literal: false }
}
