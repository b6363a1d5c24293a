//! The outline that a viewer shows beside the pages: title and headings, in reading order.

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::frame::{Leaflet, Node, NodeId, Role};
use crate::geom::Point;

use super::catalog::{numbers, text};
use super::page::Page;

/// Adds the outline; none when nothing in the leaflet is a heading.
pub(super) fn grow(document: &mut Document, ids: &[ObjectId], leaflet: &Leaflet, pages: &[Page]) {
    let nodes = (0..).map(NodeId).zip(&leaflet.structure.nodes);
    let headings = nodes.filter(|(_, node)| matches!(node.role, Role::Title | Role::Heading));
    let entries: Vec<(String, ObjectId, Point)> = headings
        .filter_map(|(id, node)| {
            let at = pages.iter().position(|page| page.starts.contains_key(&id))?;
            Some((label(node), ids[at], pages[at].starts[&id]))
        })
        .collect();

    let root = document.new_object_id();
    let items: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    let (Some(&first), Some(&last)) = (items.first(), items.last()) else { return };
    for (number, (label, page, top)) in entries.into_iter().enumerate() {
        let mut destination = vec![Object::Reference(page), "XYZ".into()];
        if let Object::Array(place) = numbers(&[top.x, top.y]) {
            destination.extend(place);
        }
        destination.push(Object::Null);
        let mut item = dictionary! { "Title" => text(&label), "Parent" => root, "Dest" => destination };
        if let Some(&previous) = number.checked_sub(1).and_then(|at| items.get(at)) {
            item.set("Prev", previous);
        }
        if let Some(&next) = items.get(number + 1) {
            item.set("Next", next);
        }
        document.set_object(items[number], item);
    }
    let count = i64::try_from(items.len()).expect("a leaflet has fewer than 2^63 headings");
    let outline = dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count };
    document.set_object(root, outline);
    document.catalog_mut().expect("printpdf writes a catalog").set("Outlines", root);
}

/// The text in one line.
fn label(node: &Node) -> String {
    node.text.split_whitespace().collect::<Vec<_>>().join(" ")
}
