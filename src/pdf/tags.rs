//! The tree that a screen reader walks (ISO 32000-1 14.7): blocks in reading order, wherever they are printed. Each
//! holds its sequences of marked content, and links hold both their text and their area (PDF/UA-1 7.18.5).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::frame::{Leaflet, Node, NodeId, Role};

use super::catalog::{numbers, text};
use super::page::{Mark, Page};

/// What the tree is made of.
pub(super) struct Marked<'a> {
    /// The leaflet, for its blocks.
    pub(super) leaflet: &'a Leaflet,
    /// The pages, with what their sequences belong to.
    pub(super) pages: &'a [Page],
    /// The link annotations, page by page.
    pub(super) links: &'a [Vec<ObjectId>],
}

/// Adds the tree.
pub(super) fn grow(document: &mut Document, ids: &[ObjectId], marked: &Marked) {
    let root = document.new_object_id();
    let mut tree = Tree { document, ids, marked, parents: Vec::new(), areas: Vec::new() };
    tree.parents = marked.pages.iter().map(|page| vec![Object::Null; page.marks.len()]).collect();
    let whole = tree.element("Document", root);
    tree.blocks(whole);
    let (parents, areas) = (tree.parents, tree.areas);

    // What finds an element from a sequence or an area: one entry a page, then one an area.
    let mut entries = Vec::new();
    let (mut key, pages) = (0, ids.iter().zip(parents));
    for (&id, elements) in pages {
        let page = document.get_dictionary_mut(id).expect("a page is a dictionary");
        page.set("StructParents", key);
        page.set("Tabs", "S");
        entries.extend([key.into(), Object::Array(elements)]);
        key += 1;
    }
    for (area, element) in areas {
        document.get_dictionary_mut(area).expect("an annotation is a dictionary").set("StructParent", key);
        entries.extend([key.into(), element.into()]);
        key += 1;
    }
    let parents = document.add_object(dictionary! { "Nums" => entries });
    let trunk = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => whole,
        "ParentTree" => parents,
        "ParentTreeNextKey" => key,
    };
    document.set_object(root, trunk);
    let catalog = document.catalog_mut().expect("printpdf writes a catalog");
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
}

struct Tree<'a> {
    document: &'a mut Document,
    ids: &'a [ObjectId],
    marked: &'a Marked<'a>,
    /// The element of each sequence, page by page.
    parents: Vec<Vec<Object>>,
    /// The element of each link annotation.
    areas: Vec<(ObjectId, ObjectId)>,
}

impl Tree<'_> {
    /// A new element, the last of its parent's.
    fn element(&mut self, kind: &str, parent: ObjectId) -> ObjectId {
        let element = dictionary! { "Type" => "StructElem", "S" => kind, "P" => parent };
        let id = self.document.add_object(element);
        self.adopt(parent, id.into());
        id
    }

    fn adopt(&mut self, parent: ObjectId, child: Object) {
        // The root of the tree is written last and has one child alone.
        let Ok(parent) = self.document.get_dictionary_mut(parent) else { return };
        match parent.get_mut(b"K") {
            Ok(Object::Array(children)) => children.push(child),
            _ => parent.set("K", vec![child]),
        }
    }

    /// The blocks that something is printed of; list items of one section lie in one list.
    fn blocks(&mut self, whole: ObjectId) {
        let nodes = &self.marked.leaflet.structure.nodes;
        // A leaflet without a title has headings of the first level.
        let titled = nodes.iter().any(|node| node.role == Role::Title);
        let mut list: Option<(&Node, ObjectId)> = None;
        // The item of a list that its partner in another language goes into.
        let mut item: Option<(&Node, ObjectId)> = None;
        for (id, node) in (0..).map(NodeId).zip(nodes) {
            let marks = self.marks(id);
            if marks.is_empty() {
                continue;
            }
            let same = |other: &Node| (other.role, &other.section) == (node.role, &node.section);
            list = match node.role {
                Role::Steps | Role::Points => {
                    list.filter(|(other, _)| same(other)).or_else(|| Some((node, self.list(node, whole))))
                }
                _ => None,
            };
            let element = match (node.role, list) {
                (_, Some((_, list))) => {
                    match item.filter(|(other, _)| other.message == node.message && other.lang != node.lang) {
                        Some((_, body)) => self.element("P", body),
                        None => {
                            let body = self.element("LI", list);
                            let body = self.element("LBody", body);
                            item = Some((node, body));
                            body
                        }
                    }
                }
                (Role::Quote, None) => {
                    let quote = self.element("BlockQuote", whole);
                    self.element("P", quote)
                }
                (role, None) => self.element(kind(role, titled), whole),
            };
            if node.lang != self.marked.leaflet.lang {
                self.set(element, "Lang", Object::string_literal(node.lang.as_str()));
            }
            if node.role == Role::Picture {
                self.figure(element, id, node);
            }
            self.fill(element, &marks);
        }
    }

    /// What a picture shows, in words, and where it is (PDF/UA-1 7.3).
    fn figure(&mut self, element: ObjectId, id: NodeId, node: &Node) {
        self.set(element, "Alt", text(&node.text));
        let pages = self.marked.pages.iter().zip(self.ids);
        let place = pages.filter_map(|(page, page_id)| Some((page.figures.get(&id)?, *page_id))).next();
        if let Some((sides, page)) = place {
            self.set(element, "Pg", page.into());
            let layout = dictionary! { "O" => "Layout", "BBox" => numbers(sides), "Placement" => "Block" };
            self.set(element, "A", layout.into());
        }
    }

    fn list(&mut self, node: &Node, whole: ObjectId) -> ObjectId {
        let list = self.element("L", whole);
        let numbering = if node.role == Role::Steps { "Decimal" } else { "Disc" };
        self.set(list, "A", dictionary! { "O" => "List", "ListNumbering" => numbering }.into());
        list
    }

    fn set(&mut self, element: ObjectId, key: &str, value: Object) {
        self.document.get_dictionary_mut(element).expect("an element is a dictionary").set(key, value);
    }

    /// Page, number and link of each sequence of a node, in the order of painting.
    fn marks(&self, node: NodeId) -> Vec<(usize, usize, Mark)> {
        let all = self.marked.pages.iter().enumerate();
        let all = all.flat_map(|(page, p)| p.marks.iter().enumerate().map(move |(mcid, m)| (page, mcid, *m)));
        all.filter(|(.., mark)| mark.node == node).collect()
    }

    /// Puts sequences into an element, those of a link into a link of their own.
    fn fill(&mut self, element: ObjectId, marks: &[(usize, usize, Mark)]) {
        for same in marks.chunk_by(|a, b| a.2.link.is_some() && (a.0, a.2) == (b.0, b.2)) {
            let (page, _, mark) = same[0];
            let holder = match mark.link {
                Some(_) => self.element("Link", element),
                None => element,
            };
            for &(page, mcid, _) in same {
                let number = i64::try_from(mcid).expect("a page has fewer than 2^63 sequences");
                let content = dictionary! { "Type" => "MCR", "Pg" => self.ids[page], "MCID" => number };
                self.adopt(holder, content.into());
                self.parents[page][mcid] = holder.into();
            }
            if let Some(area) = mark.link.map(|link| self.marked.links[page][link]) {
                let content: Dictionary =
                    dictionary! { "Type" => "OBJR", "Pg" => self.ids[page], "Obj" => area };
                self.adopt(holder, content.into());
                self.areas.push((area, holder));
            }
        }
    }
}

/// The standard structure type of a role (ISO 32000-1 14.8.4).
fn kind(role: Role, titled: bool) -> &'static str {
    match (role, titled) {
        (Role::Title, _) | (Role::Heading, false) => "H1",
        (Role::Heading, true) | (Role::Subheading, false) => "H2",
        (Role::Subheading, true) => "H3",
        (Role::Picture, _) => "Figure",
        _ => "P",
    }
}
