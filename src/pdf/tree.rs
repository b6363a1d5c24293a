//! The tree of tags in the file (ISO 32000-1 14.7), and the way back from what is printed to its elements (14.7.4.4).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::document::{catalog_of, lengths, page_of, text_string};
use super::page::Page;
use super::tags::{Element, Kid};

/// Adds the tree.
pub(super) fn add_tree(document: &mut Document, ids: &[ObjectId], pages: &[Page], whole: &Element) {
    let root = document.new_object_id();
    let parents = pages.iter().map(|page| vec![Object::Null; page.sequences.len()]).collect();
    let mut tree = Tree { document, ids, parents, areas: Vec::new(), numberings: BTreeMap::new() };
    let whole = tree.element(whole, root);
    let (parents, areas) = (tree.parents, tree.areas);

    // What finds an element from a sequence or an area: one entry a page, then one an area.
    let mut entries = Vec::new();
    let (mut key, pages) = (0, ids.iter().zip(parents));
    for (&id, elements) in pages {
        let page = page_of(document, id);
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
    let catalog = catalog_of(document);
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
}

struct Tree<'a> {
    document: &'a mut Document,
    ids: &'a [ObjectId],
    /// The element of each sequence, page by page.
    parents: Vec<Vec<Object>>,
    /// The element of each link annotation.
    areas: Vec<(ObjectId, ObjectId)>,
    /// The attributes of lists, by how they are numbered.
    numberings: BTreeMap<&'static str, ObjectId>,
}

impl Tree<'_> {
    /// Writes an element and all below it. Returns its id.
    fn element(&mut self, element: &Element, parent: ObjectId) -> ObjectId {
        let id = self.document.new_object_id();
        let mut dictionary = dictionary! { "S" => element.kind, "P" => parent };
        // Sequences of that page go by their number alone.
        let page = element.kids.iter().find_map(|kid| match kid {
            Kid::Sequence(page, _) => Some(*page),
            Kid::Element(_) | Kid::Area(..) => None,
        });
        if let Some(page) = page {
            dictionary.set("Pg", self.ids[page]);
        }
        if let Some(lang) = element.lang {
            dictionary.set("Lang", text_string(lang));
        }
        if let Some(actual) = element.actual {
            dictionary.set("ActualText", text_string(actual));
        }
        if let Some(figure) = element.figure {
            dictionary.set("Alt", text_string(figure.alt));
            let place =
                dictionary! { "O" => "Layout", "BBox" => lengths(&figure.sides), "Placement" => "Block" };
            dictionary.set("A", place);
        }
        if let Some(numbering) = element.numbering {
            dictionary.set("A", self.numbering(numbering));
        }
        if let Some(scope) = element.scope {
            dictionary.set("A", dictionary! { "O" => "Table", "Scope" => scope });
        }
        let mut kids: Vec<Object> = element.kids.iter().map(|kid| self.kid(kid, id, page)).collect();
        match kids.len() {
            1 => dictionary.set("K", kids.remove(0)),
            _ => dictionary.set("K", kids),
        }
        self.document.set_object(id, dictionary);
        id
    }

    fn kid(&mut self, kid: &Kid, id: ObjectId, own: Option<usize>) -> Object {
        match *kid {
            Kid::Element(ref element) => self.element(element, id).into(),
            Kid::Sequence(page, number) => {
                self.parents[page][number] = id.into();
                let number = i64::try_from(number).expect("a page has fewer than 2^63 sequences");
                if own == Some(page) {
                    number.into()
                } else {
                    dictionary! { "Type" => "MCR", "Pg" => self.ids[page], "MCID" => number }.into()
                }
            }
            Kid::Area(page, area) => {
                self.areas.push((area, id));
                let content: Dictionary =
                    dictionary! { "Type" => "OBJR", "Pg" => self.ids[page], "Obj" => area };
                content.into()
            }
        }
    }

    fn numbering(&mut self, numbering: &'static str) -> ObjectId {
        let document = &mut *self.document;
        let add = || document.add_object(dictionary! { "O" => "List", "ListNumbering" => numbering });
        *self.numberings.entry(numbering).or_insert_with(add)
    }
}
