//! The leaflet as plain text in reading order.

use crate::frame::{Leaflet, Role};

/// The text: headings apart, numbers and bullets before list items, one paragraph a line.
pub fn write(leaflet: &Leaflet) -> String {
    let mut text = String::new();
    let mut section = None;
    for node in &leaflet.structure.nodes {
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
        text.push_str(&node.text.replace('\u{2028}', " ").replace('\u{2029}', "\n"));
        text.push('\n');
    }
    text
}
