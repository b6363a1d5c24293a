//! The structure tree (ISO 32000-1 14.7, 14.8): that there is one, that all content is in it or an artifact, and that it reads.

use std::collections::{BTreeMap, BTreeSet};

use hayro_syntax::object::{Array, Dict, MaybeRef, Object};

use super::catalog::shown;
use super::draw::Drawn;
use super::file::{File, name, text};
use super::report::{Check, Facts, Findings};

/// How deep the tree is followed, and how many elements of it.
const DEPTH: usize = 100;
const ELEMENTS: usize = 200_000;

/// The standard types (ISO 32000-1 14.8.4).
const STANDARD: &[&str] = &[
    "Document",
    "Part",
    "Art",
    "Sect",
    "Div",
    "BlockQuote",
    "Caption",
    "TOC",
    "TOCI",
    "Index",
    "NonStruct",
    "Private",
    "P",
    "H",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "THead",
    "TBody",
    "TFoot",
    "Span",
    "Quote",
    "Note",
    "Reference",
    "BibEntry",
    "Code",
    "Link",
    "Annot",
    "Ruby",
    "RB",
    "RT",
    "RP",
    "Warichu",
    "WT",
    "WP",
    "Figure",
    "Formula",
    "Form",
];

/// What is gathered on the way through the tree.
struct Tree<'f, 'a> {
    file: &'f File<'a>,
    roles: Dict<'f>,
    /// Pages by their objects' numbers.
    pages: BTreeMap<u32, usize>,
    seen: BTreeSet<u32>,
    elements: usize,
    /// The level of the last heading.
    level: Option<u32>,
    /// The pieces of content in the tree, page by page.
    pieces: Vec<BTreeSet<i64>>,
    unknown: BTreeSet<String>,
}

/// Checks the tags.
pub(super) fn check(file: &File<'_>, drawn: &Drawn<'_>, facts: &mut Facts, findings: &mut Findings) {
    let catalog = file.catalog();
    let info = catalog.get::<Dict<'_>>("MarkInfo").unwrap_or_default();
    let root = catalog.get::<Dict<'_>>("StructTreeRoot");
    let Some(root) = root.filter(|_| info.get::<bool>("Marked") == Some(true)) else {
        findings.error(Check::Tagged, None, "the file is not tagged: it can’t be read out in its order");
        return;
    };
    if info.get::<bool>("Suspects") == Some(true) {
        findings.error(Check::Suspects, None, "the file says that its tags are not to be trusted (Suspects)");
    }
    let numbers = file.pages().iter().zip(0..);
    let mut tree = Tree {
        file,
        roles: root.get::<Dict<'_>>("RoleMap").unwrap_or_default(),
        pages: numbers.filter_map(|(page, at)| Some((page.raw().obj_id()?.obj_number, at))).collect(),
        seen: BTreeSet::new(),
        elements: 0,
        level: None,
        pieces: vec![BTreeSet::new(); file.pages().len()],
        unknown: BTreeSet::new(),
    };
    tree.kids(&root, None, 0, findings);
    for role in &tree.unknown {
        findings.error(Check::Role, None, format!("no reader knows the element {}", shown(role)));
    }
    facts.elements = tree.elements;
    if tree.elements == 0 {
        findings.error(Check::Tagged, None, "the structure tree is empty");
    }
    contents(&tree.pieces, drawn, findings);
    pages(file, drawn, findings);
}

impl<'f> Tree<'f, '_> {
    /// Follows what is in an element, in reading order.
    fn kids(&mut self, element: &Dict<'f>, page: Option<usize>, depth: usize, findings: &mut Findings) {
        match element.get_raw::<Object<'f>>("K") {
            Some(MaybeRef::NotRef(Object::Array(kids))) => self.all(&kids, page, depth, findings),
            Some(MaybeRef::Ref(reference)) => match element.get::<Object<'f>>("K") {
                Some(Object::Array(kids)) => self.all(&kids, page, depth, findings),
                _ => self.kid(MaybeRef::Ref(reference), page, depth, findings),
            },
            Some(kid) => self.kid(kid, page, depth, findings),
            None => {}
        }
    }

    fn all(&mut self, kids: &Array<'f>, page: Option<usize>, depth: usize, findings: &mut Findings) {
        for kid in kids.raw_iter() {
            self.kid(kid, page, depth, findings);
        }
    }

    fn kid(&mut self, kid: MaybeRef<Object<'f>>, page: Option<usize>, depth: usize, findings: &mut Findings) {
        if depth > DEPTH || self.elements > ELEMENTS {
            return;
        }
        let dict = match kid {
            // A tree meets each of its elements once; what is met again is a ring.
            MaybeRef::Ref(reference) if !self.seen.insert(reference.obj_number) => return,
            MaybeRef::Ref(reference) => self.file.dict(reference),
            MaybeRef::NotRef(Object::Dict(dict)) => Some(dict),
            MaybeRef::NotRef(Object::Number(piece)) => {
                self.piece(page, piece.as_i64());
                None
            }
            MaybeRef::NotRef(_) => None,
        };
        let Some(dict) = dict else { return };
        let own = dict.get_ref("Pg").and_then(|page| self.pages.get(&page.obj_number).copied());
        let page = own.or(page);
        match name(&dict, "Type").as_deref() {
            // A piece of a form's content has ids of its own.
            Some("MCR") if !dict.contains_key("Stm") => {
                self.piece(page, dict.get::<i32>("MCID").map_or(-1, i64::from));
            }
            Some("MCR" | "OBJR") => {}
            _ => self.element(&dict, page, depth, findings),
        }
    }

    fn piece(&mut self, page: Option<usize>, piece: i64) {
        if let Some(pieces) = page.and_then(|page| self.pieces.get_mut(page)) {
            pieces.insert(piece);
        }
    }

    fn element(&mut self, element: &Dict<'f>, page: Option<usize>, depth: usize, findings: &mut Findings) {
        self.elements += 1;
        let role = self.role(name(element, "S").unwrap_or_default());
        let shown_page = page.map(|page| page + 1);
        if let Some(level) = role.strip_prefix('H').and_then(|level| level.parse::<u32>().ok()) {
            let last = self.level.replace(level).unwrap_or(0);
            if level > last + 1 {
                let message = match last {
                    0 => format!("the first heading is of level {level}, not 1"),
                    _ => format!("a heading of level {level} follows one of level {last}"),
                };
                findings.error(Check::Heading, shown_page, message);
            }
        }
        let words = |key| text(element, key).is_some_and(|words| !words.trim().is_empty());
        if matches!(role.as_str(), "Figure" | "Formula") && !words("Alt") && !words("ActualText") {
            findings.error(
                Check::Alt,
                shown_page,
                format!("a {} without alternative text", role.to_lowercase()),
            );
        }
        self.kids(element, page, depth + 1, findings);
    }

    /// The standard type that a type stands for.
    fn role(&mut self, own: String) -> String {
        let mut role = own.clone();
        for _ in 0..8 {
            if STANDARD.contains(&role.as_str()) {
                return role;
            }
            match name(&self.roles, &role) {
                Some(next) => role = next,
                None => break,
            }
        }
        if self.unknown.len() < 20 {
            self.unknown.insert(own.clone());
        }
        own
    }
}

/// What is drawn is in the tree, or an artifact; what is in the tree is drawn.
fn contents(pieces: &[BTreeSet<i64>], drawn: &Drawn<'_>, findings: &mut Findings) {
    for ((marks, known), page) in drawn.marks.iter().zip(pieces).zip(1..) {
        if !marks.loose.is_empty() {
            let what: Vec<&str> = marks.loose.iter().copied().collect();
            let message = format!("{} neither in the structure nor an artifact", what.join(" and "));
            findings.error(Check::Marked, Some(page), message);
        }
        let loose = marks.pieces.difference(known).count();
        if loose > 0 {
            findings.error(Check::Parents, Some(page), format!("{loose} marked pieces are in no element"));
        }
        let missing = known.difference(&marks.pieces).count();
        if missing > 0 {
            findings.error(
                Check::Parents,
                Some(page),
                format!("{missing} pieces of the structure are not on the page"),
            );
        }
    }
}

/// The pages lead back to the tree, and their links too.
fn pages(file: &File<'_>, drawn: &Drawn<'_>, findings: &mut Findings) {
    let mut keys = BTreeSet::new();
    for ((page, marks), number) in file.pages().iter().zip(&drawn.marks).zip(1..) {
        let raw = page.raw();
        let number = Some(number);
        match raw.get::<i32>("StructParents") {
            None if !marks.pieces.is_empty() => {
                findings.error(
                    Check::Parents,
                    number,
                    "the page does not lead to its elements (StructParents)",
                );
            }
            Some(key) if !keys.insert(key) => {
                findings.error(Check::Parents, number, "two pages lead to the same elements (StructParents)");
            }
            _ => {}
        }
        let annotations = raw.get::<Array<'_>>("Annots").into_iter();
        let annotations = annotations.flat_map(|all| all.iter::<Dict<'_>>().take(2000).collect::<Vec<_>>());
        let links: Vec<Dict<'_>> =
            annotations.filter(|annotation| name(annotation, "Subtype").as_deref() == Some("Link")).collect();
        if links.iter().any(|link| !link.contains_key("StructParent")) {
            findings.error(Check::Link, number, "a link is in no element");
        }
        if links.iter().any(|link| text(link, "Contents").is_none_or(|words| words.trim().is_empty())) {
            findings.error(Check::Link, number, "a link does not say where it leads (Contents)");
        }
        if !links.is_empty() && name(raw, "Tabs").as_deref() != Some("S") {
            findings.error(Check::Tabs, number, "the tab key does not follow the structure (Tabs)");
        }
    }
}
