//! What a screen reader walks (ISO 32000-1 14.8): the leaflet's blocks in reading order, wherever they are printed.
//! In: the structure, and the sequences and links of each page. Out: a tree of elements, which `tree` writes.

use std::collections::BTreeMap;
use std::ops::Range;

use lopdf::ObjectId;

use crate::frame::{Cell, CellKind, Counting, Leaflet, LinkId, Node, NodeId, Role};
use crate::geom::Abs;

use super::page::{Mark, Page, Part};

/// What the tree is made of.
pub(super) struct Marked<'a> {
    /// The leaflet, for its blocks.
    pub(super) leaflet: &'a Leaflet,
    /// The pages, with what their sequences are of.
    pub(super) pages: &'a [Page<'a>],
    /// The link annotations, page by page.
    pub(super) links: &'a [Vec<ObjectId>],
    /// The levels of the headings.
    pub(super) levels: &'a BTreeMap<NodeId, usize>,
}

/// An element of the tree.
pub(super) struct Element<'a> {
    /// Its standard structure type (ISO 32000-1 14.8.4).
    pub(super) kind: &'static str,
    /// Its language, where that is not the one around it.
    pub(super) lang: Option<&'a str>,
    /// What it reads as, where its content is drawn.
    pub(super) actual: Option<&'static str>,
    /// How a list is numbered (ISO 32000-1 14.8.5.5).
    pub(super) numbering: Option<&'static str>,
    /// What a heading of a table is of (ISO 32000-1 14.8.5.7).
    pub(super) scope: Option<&'static str>,
    /// What a picture shows, and where.
    pub(super) figure: Option<Figure<'a>>,
    /// What it holds, in reading order.
    pub(super) kids: Vec<Kid<'a>>,
}

/// What is said of a picture (PDF/UA-1 7.3).
#[derive(Clone, Copy)]
pub(super) struct Figure<'a> {
    /// What it shows, in words.
    pub(super) alt: &'a str,
    /// Its left, lower, right and upper end on its page.
    pub(super) sides: [Abs; 4],
}

/// What an element holds.
pub(super) enum Kid<'a> {
    /// An element.
    Element(Element<'a>),
    /// A sequence of a page, by the numbers of both.
    Sequence(usize, usize),
    /// The area of a link on a page.
    Area(usize, ObjectId),
}

/// A sequence of a page.
#[derive(Clone, Copy)]
struct Content<'a> {
    page: usize,
    number: usize,
    mark: Mark<'a>,
    /// The bytes of its node's text.
    text: &'a Range<usize>,
}

impl<'a> Element<'a> {
    fn new(kind: &'static str, kids: Vec<Kid<'a>>) -> Element<'a> {
        Element { kind, lang: None, actual: None, numbering: None, scope: None, figure: None, kids }
    }

    /// The last kid, where it is an element of that type.
    fn last(&mut self, kind: &str) -> Option<&mut Element<'a>> {
        match self.kids.last_mut() {
            Some(Kid::Element(last)) if last.kind == kind => Some(last),
            _ => None,
        }
    }

    fn push(&mut self, element: Element<'a>) {
        self.kids.push(Kid::Element(element));
    }
}

/// The tree: a section of the manifest is a section of the document.
pub(super) fn tag_tree<'a>(marked: &Marked<'a>) -> Element<'a> {
    let contents = contents(marked.pages);
    let nodes: Vec<(NodeId, &Node)> = (0..).map(NodeId).zip(&marked.leaflet.structure.nodes).collect();
    let mut whole = Element::new("Document", Vec::new());
    for section in nodes.chunk_by(|(_, one), (_, other)| one.section == other.section) {
        let mut growing = Growing { marked, element: Element::new("Sect", Vec::new()), before: None };
        for &(id, node) in section {
            if let Some(contents) = contents.get(&id) {
                growing.block(id, node, contents);
            }
        }
        if !growing.element.kids.is_empty() {
            whole.push(growing.element);
        }
    }
    whole
}

/// The sequences of each node that is printed, in the order of its text: its parts may stand on panels in any order.
fn contents<'a>(pages: &'a [Page<'a>]) -> BTreeMap<NodeId, Vec<Content<'a>>> {
    let mut placed: BTreeMap<NodeId, Vec<Content<'a>>> = BTreeMap::new();
    for (page, own) in pages.iter().enumerate() {
        for (number, sequence) in own.sequences.iter().enumerate() {
            let content = Content { page, number, mark: sequence.mark, text: &sequence.text };
            placed.entry(sequence.mark.node).or_default().push(content);
        }
    }
    for contents in placed.values_mut() {
        contents.sort_by_key(|content| (matches!(content.mark.part, Part::Paragraph(_)), content.text.start));
    }
    placed
}

/// A section that blocks are put into.
struct Growing<'a, 'b> {
    marked: &'b Marked<'a>,
    element: Element<'a>,
    /// The block that was put in last.
    before: Option<(NodeId, &'a Node)>,
}

impl<'a> Growing<'a, '_> {
    fn block(&mut self, id: NodeId, node: &'a Node, contents: &[Content<'a>]) {
        let lang = Some(node.lang.as_str()).filter(|lang| *lang != self.marked.leaflet.lang);
        let (labels, text): (Vec<Content<'a>>, Vec<Content<'a>>) =
            contents.iter().partition(|content| !matches!(content.mark.part, Part::Paragraph(_)));
        let (shown, labels): (Vec<Content<'a>>, Vec<Content<'a>>) =
            labels.into_iter().partition(|content| content.mark.part == Part::Picture);
        if let Some(cell) = self.marked.leaflet.structure.cells.get(&id) {
            let paragraphs = self.paragraphs(lang, &text);
            self.cell(cell, paragraphs);
            self.before = Some((id, node));
            return;
        }
        let label = self.label(&labels);
        match node.role {
            Role::Steps | Role::Points => self.item(node, lang, label, &text),
            Role::Title | Role::Heading | Role::Subheading => {
                let kids = label.map(Kid::Element).into_iter().chain(self.runs(&text)).collect();
                let kind = match self.marked.levels.get(&id) {
                    Some(1) => "H1",
                    Some(2) => "H2",
                    _ => "H3",
                };
                self.element.push(Element { lang, ..Element::new(kind, kids) });
            }
            Role::Quote => {
                let paragraphs = self.paragraphs(lang, &text);
                match self.element.last("BlockQuote") {
                    Some(quote) => quote.kids.extend(paragraphs),
                    None => self.element.push(Element::new("BlockQuote", paragraphs)),
                }
            }
            Role::Picture => {
                let figure = self.figure(id, node, lang, &shown);
                self.element.push(figure);
            }
            Role::Code => {
                let (figure, text) = (self.figure(id, node, lang, &shown), self.paragraphs(lang, &text));
                self.element.push(figure);
                self.element.kids.extend(text);
            }
            Role::Subtitle
            | Role::Byline
            | Role::Lead
            | Role::Paragraph
            | Role::By
            | Role::Fact
            | Role::Caption
            | Role::Contact
            | Role::Note => {
                let paragraphs = self.paragraphs(lang, &text);
                self.element.kids.extend(paragraphs);
            }
        }
        self.before = Some((id, node));
    }

    /// What stands in a cell of the section's table. A row has all its cells from the start: a reader counts them.
    fn cell(&mut self, cell: &Cell, paragraphs: Vec<Kid<'a>>) {
        if self.element.last("Table").is_none() {
            self.element.push(Element::new("Table", Vec::new()));
        }
        let table = self.element.last("Table").expect("it was pushed");
        while table.kids.len() <= cell.row {
            let blank = || Kid::Element(Element::new("TD", Vec::new()));
            table.push(Element::new("TR", (0..cell.columns).map(|_| blank()).collect()));
        }
        let Some(row) = table.last("TR") else { return };
        let Some(Kid::Element(own)) = row.kids.get_mut(cell.column) else { return };
        (own.kind, own.scope) = match cell.kind {
            CellKind::ColumnHead => ("TH", Some("Column")),
            CellKind::RowHead => ("TH", Some("Row")),
            CellKind::Plain => ("TD", None),
        };
        own.kids.extend(paragraphs);
    }

    /// A picture, with the words that say what it shows.
    fn figure(
        &self,
        id: NodeId,
        node: &'a Node,
        lang: Option<&'a str>,
        shown: &[Content<'a>],
    ) -> Element<'a> {
        let figure = shown.first().and_then(|content| {
            let sides = *self.marked.pages[content.page].figures.get(&id)?;
            Some(Figure { alt: node.alt.as_ref().unwrap_or(&node.text), sides })
        });
        Element { lang, figure, ..Element::new("Figure", self.runs(shown)) }
    }

    /// An item of the list that the block before is of, or of a new one; in another language a further paragraph of the item
    /// that it says again.
    fn item(
        &mut self,
        node: &'a Node,
        lang: Option<&'a str>,
        label: Option<Element<'a>>,
        text: &[Content<'a>],
    ) {
        let follows = |(other, before): (NodeId, &Node)| {
            let again = node.echo_of == Some(other);
            let place = |node: &Node| node.number.map(|number| number.place);
            before.role == node.role && (again || node.number.is_none() || place(before) < place(node))
        };
        let goes_on = self.before.is_some_and(follows);
        let again = goes_on && node.echo_of.is_some();
        let paragraphs = self.paragraphs(lang, text);
        let body = if again { Vec::new() } else { self.body(text, lang) };
        if !goes_on || self.element.last("L").is_none() {
            let numbering = match node.number.map(|number| number.counting) {
                Some(Counting::Figures) => "Decimal",
                Some(Counting::Letters) => "UpperAlpha",
                None => "Disc",
            };
            self.element.push(Element { numbering: Some(numbering), ..Element::new("L", Vec::new()) });
        }
        let list = self.element.last("L").expect("it was pushed");
        let own = if again { list.last("LI").and_then(|item| item.last("LBody")) } else { None };
        match own {
            Some(own) => {
                // What it says again becomes a paragraph of its own.
                if own.last("P").is_none() {
                    let (lang, first) = (own.lang.take(), std::mem::take(&mut own.kids));
                    own.push(Element { lang, ..Element::new("P", first) });
                }
                own.kids.extend(paragraphs);
            }
            None => {
                let body = Element { lang, ..Element::new("LBody", body) };
                let kids = label.into_iter().chain([body]).map(Kid::Element).collect();
                list.push(Element::new("LI", kids));
            }
        }
    }

    /// The body of an item: its text, in paragraphs where there are several.
    fn body(&self, text: &[Content<'a>], lang: Option<&'a str>) -> Vec<Kid<'a>> {
        if text.first().map(|content| content.mark.part) == text.last().map(|content| content.mark.part) {
            self.runs(text)
        } else {
            self.paragraphs(lang, text)
        }
    }

    /// What stands before a block.
    fn label(&self, labels: &[Content<'a>]) -> Option<Element<'a>> {
        let first = labels.first()?;
        let actual = (first.mark.part == Part::Bullet).then_some("•");
        Some(Element { actual, ..Element::new("Lbl", self.runs(labels)) })
    }

    /// A paragraph each.
    fn paragraphs(&self, lang: Option<&'a str>, text: &[Content<'a>]) -> Vec<Kid<'a>> {
        text.chunk_by(|one, other| one.mark.part == other.mark.part)
            .map(|part| Kid::Element(Element { lang, ..Element::new("P", self.runs(part)) }))
            .collect()
    }

    /// Sequences as they are; those of a link in a link with its areas, also where it goes on in another line; those in
    /// another language in a span.
    fn runs(&self, text: &[Content<'a>]) -> Vec<Kid<'a>> {
        let mut kids = Vec::new();
        for run in text.chunk_by(|a, b| a.mark.link == b.mark.link) {
            match run[0].mark.link {
                Some(link) => kids.push(Kid::Element(self.link(link, run))),
                None => kids.extend(spans(run)),
            }
        }
        kids
    }

    /// A link, or the part of it before or after one that is within it.
    fn link(&self, link: LinkId, text: &[Content<'a>]) -> Element<'a> {
        let lang = text[0].mark.lang;
        let mut element = if text.iter().all(|content| content.mark.lang == lang) {
            Element { lang, ..Element::new("Link", text.iter().map(Content::kid).collect()) }
        } else {
            Element::new("Link", spans(text))
        };
        let covered = text[0].text.start..text[text.len() - 1].text.end;
        for (page, (own, ids)) in self.marked.pages.iter().zip(self.marked.links).enumerate() {
            let areas = own
                .links
                .iter()
                .zip(ids)
                .filter(|(area, _)| area.link == link && covered.contains(&area.text.start));
            element.kids.extend(areas.map(|(_, id)| Kid::Area(page, *id)));
        }
        element
    }
}

impl<'a> Content<'a> {
    fn kid(&self) -> Kid<'a> {
        Kid::Sequence(self.page, self.number)
    }
}

/// Sequences as they are, those in another language in a span.
fn spans<'a>(text: &[Content<'a>]) -> Vec<Kid<'a>> {
    let mut kids = Vec::new();
    for run in text.chunk_by(|a, b| a.mark.lang == b.mark.lang) {
        let own = run.iter().map(Content::kid);
        match run[0].mark.lang {
            None => kids.extend(own),
            lang => kids.push(Kid::Element(Element { lang, ..Element::new("Span", own.collect()) })),
        }
    }
    kids
}
