//! The structure tree (ISO 32000-1 14.7, 14.8) as lists in reading order: its elements, and the pieces of content in them.

use std::collections::{BTreeMap, BTreeSet};

use hayro_syntax::object::{Array, Dict, MaybeRef, Object};

use super::file::File;
use super::values::{name, short_text, text};
use crate::characters::is_blank;

/// How deep the tree is followed, and how many elements and pieces of it.
const DEPTH: usize = 100;
const ELEMENTS: usize = 200_000;
const PIECES: usize = 1_000_000;
/// How many roles are kept that nobody knows.
const UNKNOWN: usize = 20;
/// How many names may lead from a role to a standard one.
const STEPS: usize = 8;

/// The standard roles (ISO 32000-1 14.8.4).
#[rustfmt::skip]
const STANDARD: &[&str] = &[
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
    "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
    "Figure", "Formula", "Form",
];

/// The structure of a file that says that it is tagged.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Tags {
    /// Whether the file says that its tags are not to be trusted.
    pub(crate) has_suspects: bool,
    /// The elements, each before those within it.
    pub(crate) elements: Vec<TagElement>,
    /// The pieces of marked content, in reading order.
    pub(crate) pieces: Vec<TaggedPiece>,
    /// Roles that are not standard and stand for no standard one.
    pub(crate) unknown_roles: BTreeSet<String>,
    /// Whether reading stopped before its end.
    pub(crate) is_cut: bool,
}

/// An element.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct TagElement {
    /// Its standard role, or its own where it has none.
    pub(crate) role: String,
    /// The element that it is in, by its place in the list.
    pub(crate) parent: Option<usize>,
    /// Its page, from 1, where it tells one or the element around it does.
    pub(crate) page: Option<usize>,
    /// Whether it is drawn rather than written: a figure or a formula.
    pub(crate) is_drawn: bool,
    /// Whether what is drawn has words that stand for it (`Alt`, `ActualText`).
    pub(crate) has_words: bool,
    /// Its language, where it tells one.
    pub(crate) language: Option<String>,
}

/// A piece of marked content, as the tree holds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct TaggedPiece {
    /// The element that it is in, by its place in the list; none for the root.
    pub(crate) element: Option<usize>,
    /// Its page, from 1.
    pub(crate) page: usize,
    /// Its id on that page (`MCID`).
    pub(crate) id: i64,
}

/// Reads the tags of a file; `None` where it does not say that it is tagged, or has no tree.
pub(super) fn read_tags(file: &File<'_>) -> Option<Tags> {
    let catalog = file.catalog();
    let marks = catalog.get::<Dict<'_>>("MarkInfo").unwrap_or_default();
    let root = catalog.get::<Dict<'_>>("StructTreeRoot")?;
    if marks.get::<bool>("Marked") != Some(true) {
        return None;
    }
    let numbers = file.pages().iter().zip(1..);
    let mut reader = TagReader {
        file,
        roles: root.get::<Dict<'_>>("RoleMap").unwrap_or_default(),
        pages: numbers.filter_map(|(page, number)| Some((page.raw().obj_id()?.obj_number, number))).collect(),
        seen: BTreeSet::new(),
        tags: Tags {
            has_suspects: marks.get::<bool>("Suspects") == Some(true),
            elements: Vec::new(),
            pieces: Vec::new(),
            unknown_roles: BTreeSet::new(),
            is_cut: false,
        },
    };
    reader.read_kids(&root, Parent { element: None, page: None, depth: 0 });
    Some(reader.tags)
}

/// What is around a kid in the tree.
#[derive(Clone, Copy)]
struct Parent {
    element: Option<usize>,
    page: Option<usize>,
    depth: usize,
}

/// Follows the tree in reading order.
struct TagReader<'f, 'a> {
    file: &'f File<'a>,
    roles: Dict<'f>,
    /// Pages by the numbers of their objects.
    pages: BTreeMap<u32, usize>,
    /// Elements that were met, by the numbers of their objects.
    seen: BTreeSet<u32>,
    tags: Tags,
}

impl<'f> TagReader<'f, '_> {
    /// Reads what is in an element.
    fn read_kids(&mut self, element: &Dict<'f>, parent: Parent) {
        match element.get_raw::<Object<'f>>("K") {
            Some(MaybeRef::NotRef(Object::Array(kids))) => self.read_all(&kids, parent),
            Some(MaybeRef::Ref(reference)) => match element.get::<Object<'f>>("K") {
                Some(Object::Array(kids)) => self.read_all(&kids, parent),
                _ => self.read_kid(MaybeRef::Ref(reference), parent),
            },
            Some(kid) => self.read_kid(kid, parent),
            None => {}
        }
    }

    fn read_all(&mut self, kids: &Array<'f>, parent: Parent) {
        for kid in kids.raw_iter() {
            self.read_kid(kid, parent);
        }
    }

    fn read_kid(&mut self, kid: MaybeRef<Object<'f>>, parent: Parent) {
        if parent.depth > DEPTH || self.tags.elements.len() > ELEMENTS || self.tags.pieces.len() > PIECES {
            self.tags.is_cut = true;
            return;
        }
        let dict = match kid {
            // A tree meets each of its elements once; what is met again is a ring.
            MaybeRef::Ref(reference) if !self.seen.insert(reference.obj_number) => return,
            MaybeRef::Ref(reference) => self.file.dict(reference),
            MaybeRef::NotRef(Object::Dict(dict)) => Some(dict),
            MaybeRef::NotRef(Object::Number(id)) => return self.note_piece(parent, id.as_i64()),
            MaybeRef::NotRef(_) => None,
        };
        let Some(dict) = dict else { return };
        let page = dict.get_ref("Pg").and_then(|page| self.pages.get(&page.obj_number).copied());
        let parent = Parent { page: page.or(parent.page), ..parent };
        match name(&dict, "Type").as_deref() {
            // A piece of a form's content has ids of its own.
            Some("MCR") if !dict.contains_key("Stm") => {
                self.note_piece(parent, dict.get::<i32>("MCID").map_or(-1, i64::from));
            }
            Some("MCR" | "OBJR") => {}
            _ => self.read_element(&dict, parent),
        }
    }

    fn note_piece(&mut self, parent: Parent, id: i64) {
        if let Some(page) = parent.page {
            self.tags.pieces.push(TaggedPiece { element: parent.element, page, id });
        }
    }

    fn read_element(&mut self, element: &Dict<'f>, parent: Parent) {
        let has_words = |key| text(element, key).is_some_and(|words| !is_blank(&words));
        let role = self.standard_role(name(element, "S").unwrap_or_default());
        let is_drawn = matches!(role.as_str(), "Figure" | "Formula");
        self.tags.elements.push(TagElement {
            role,
            parent: parent.element,
            page: parent.page,
            is_drawn,
            has_words: is_drawn && (has_words("Alt") || has_words("ActualText")),
            language: short_text(element, "Lang"),
        });
        let own = Some(self.tags.elements.len() - 1);
        self.read_kids(element, Parent { element: own, depth: parent.depth + 1, ..parent });
    }

    /// The standard role that a role stands for.
    fn standard_role(&mut self, own: String) -> String {
        let mut role = own.clone();
        for _ in 0..STEPS {
            if STANDARD.contains(&role.as_str()) {
                return role;
            }
            match name(&self.roles, &role) {
                Some(next) => role = next,
                None => break,
            }
        }
        if self.tags.unknown_roles.len() < UNKNOWN {
            self.tags.unknown_roles.insert(own.clone());
        }
        own
    }
}
