//! The leaflet as plain text in reading order, without what is not seen.

use std::collections::BTreeSet;

use crate::characters::readable;
use crate::frame::{Leaflet, NodeId, Role, walk};
use crate::geom::Affine;

/// The text of a leaflet: one paragraph a line, a blank line between sections, numbers and bullets before the items of
/// lists. Pictures are told by their words, in brackets.
pub fn write(leaflet: &Leaflet) -> String {
    let mut text = String::new();
    let mut section = None;
    let mut placed = BTreeSet::new();
    for side in &leaflet.sides {
        walk(&side.frame, &Affine::IDENTITY, |met| placed.extend(met.block()));
    }
    // Blocks that were left out for want of room are in the structure, but on no side.
    let nodes = (0..).map(NodeId).zip(&leaflet.structure.nodes).filter(|(id, _)| placed.contains(id));
    for (_, node) in nodes {
        if section.is_some_and(|section| section != &node.section) {
            text.push('\n');
        }
        section = Some(&node.section);
        match (node.role, node.number) {
            (_, Some(number)) => text.push_str(&format!("{number}. ")),
            (Role::Points, None) => text.push_str("• "),
            (Role::By, None) => text.push_str("— "),
            _ => {}
        }
        if node.role == Role::Picture {
            text.push_str(&format!("[{}]\n", readable(&node.text)));
            continue;
        }
        text.push_str(&readable(&node.text).replace('\u{2028}', " ").replace('\u{2029}', "\n"));
        text.push('\n');
    }
    text
}
