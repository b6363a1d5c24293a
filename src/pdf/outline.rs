//! The outline that a viewer shows beside the pages (ISO 32000-1 12.3.3): the headings in reading order, each under the one
//! that it stands under.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::frame::{Leaflet, Node, NodeId};
use crate::geom::Point;

use super::document::{catalog_of, lengths, text_string};
use super::page::Page;

/// A heading.
struct Entry {
    level: usize,
    label: String,
    page: ObjectId,
    top: Point,
    id: ObjectId,
}

/// Adds the outline; none when nothing in the leaflet is a heading.
pub(super) fn add_outline(
    document: &mut Document,
    ids: &[ObjectId],
    leaflet: &Leaflet,
    pages: &[Page],
    levels: &BTreeMap<NodeId, usize>,
) {
    let mut entries = Vec::new();
    for (node, &level) in levels {
        // Where it starts to be read; its second part may stand on a page before.
        let starts = ids.iter().zip(pages).filter_map(|(&id, page)| Some((id, *page.starts.get(node)?)));
        let Some((page, start)) = starts.min_by_key(|(_, start)| start.byte) else { continue };
        let label = label(leaflet.structure.node(*node));
        entries.push(Entry { level, label, page, top: start.top, id: document.new_object_id() });
    }
    if entries.is_empty() {
        return;
    }
    let root = document.new_object_id();
    let mut outline = dictionary! { "Type" => "Outlines" };
    hang(document, &entries, root, &mut outline);
    document.set_object(root, outline);
    catalog_of(document).set("Outlines", root);
}

/// Hangs entries under their parent: those of the first one's level, each with the deeper ones that follow it.
fn hang(document: &mut Document, entries: &[Entry], parent: ObjectId, dictionary: &mut Dictionary) {
    let siblings: Vec<&[Entry]> = {
        let level = entries.first().map_or(0, |entry| entry.level);
        entries.chunk_by(|_, next| next.level > level).collect()
    };
    let (Some(first), Some(last)) = (siblings.first(), siblings.last()) else { return };
    dictionary.set("First", first[0].id);
    dictionary.set("Last", last[0].id);
    // All are shown at once: a leaflet has few.
    dictionary.set("Count", i64::try_from(entries.len()).expect("a leaflet has fewer than 2^63 headings"));
    for (number, own) in siblings.iter().enumerate() {
        let mut item = item(&own[0], parent);
        if let Some(previous) = number.checked_sub(1).and_then(|at| siblings.get(at)) {
            item.set("Prev", previous[0].id);
        }
        if let Some(next) = siblings.get(number + 1) {
            item.set("Next", next[0].id);
        }
        hang(document, &own[1..], own[0].id, &mut item);
        document.set_object(own[0].id, item);
    }
}

fn item(entry: &Entry, parent: ObjectId) -> Dictionary {
    let mut destination = vec![Object::Reference(entry.page), "XYZ".into()];
    if let Object::Array(place) = lengths(&[entry.top.x, entry.top.y]) {
        destination.extend(place);
    }
    destination.push(Object::Null);
    dictionary! { "Title" => text_string(&entry.label), "Parent" => parent, "Dest" => destination }
}

/// The text in one line.
fn label(node: &Node) -> String {
    node.text.split_whitespace().collect::<Vec<_>>().join(" ")
}
