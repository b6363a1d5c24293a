//! What a picture may at most be. Files come from anywhere, so each bound is kept before memory or time is spent on
//! what lies beyond it.

use std::collections::BTreeMap;

use usvg::roxmltree::{Document, Node};

/// The largest file, in bytes.
const MOST_BYTES: usize = 32 << 20;
/// The most pixels: a sheet of Tabloid at 300 to the inch.
const MOST_PIXELS: u64 = 1 << 24;
/// The most pixels of a row or a column.
const MOST_ACROSS: u32 = 1 << 14;
/// The most elements of a drawing, those that `<use>` repeats counted each time.
pub(super) const MOST_NODES: u32 = 20_000;
/// How deep elements may lie in each other.
const MOST_DEPTH: usize = 64;

/// Refuses a file that is too large to be looked at.
///
/// # Errors
/// One line saying so.
pub fn bounded(count: usize) -> Result<(), String> {
    match count <= MOST_BYTES {
        true => Ok(()),
        false => Err(format!("it has {} MB, more than {}", count >> 20, MOST_BYTES >> 20)),
    }
}

/// Refuses a picture of too many pixels, or of none.
///
/// # Errors
/// One line saying so.
pub(super) fn pixels(width: u32, height: u32) -> Result<(), String> {
    let all = u64::from(width) * u64::from(height);
    if all == 0 {
        return Err("it has no pixels".to_owned());
    }
    if all > MOST_PIXELS || width.max(height) > MOST_ACROSS {
        let most = MOST_PIXELS / 1_000_000;
        return Err(format!("it has {width} × {height} pixels, more than {most} million: make it smaller"));
    }
    Ok(())
}

/// Refuses XML whose elements lie too deep in each other, before anything that reads it by recursion does. Counts tags
/// alone: what they are called, and whether they match, is not looked at.
///
/// # Errors
/// One line saying so.
pub(super) fn nesting(xml: &str) -> Result<(), String> {
    let mut depth = 0_usize;
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at..];
        let end = match tag {
            _ if tag.starts_with("<!--") => tag.find("-->"),
            _ if tag.starts_with("<![CDATA[") => tag.find("]]>"),
            _ => tag_end(tag),
        };
        let end = end.unwrap_or(tag.len());
        if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !tag.starts_with("<!") && !tag.starts_with("<?") && !tag[..end].ends_with('/') {
            depth += 1;
        }
        if depth > MOST_DEPTH {
            return Err(format!("its elements lie more than {MOST_DEPTH} deep in each other"));
        }
        rest = tag.get(end + 1..).unwrap_or_default();
    }
    Ok(())
}

/// Where a tag ends: at the first `>` that is in no attribute's value.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Refuses drawings that grow by `<use>` beyond what may be drawn, or without end.
///
/// # Errors
/// One line saying so.
pub(super) fn uses(document: &Document) -> Result<(), String> {
    let with_id = document.descendants().filter_map(|node| Some((node.attribute("id")?, node)));
    let mut census = Census { ids: with_id.collect(), sizes: BTreeMap::new() };
    let whole = census.size(document.root_element(), 0)?;
    match whole > MOST_NODES {
        true => Err(too_many()),
        false => Ok(()),
    }
}

/// Says that a drawing has too many elements.
pub(super) fn too_many() -> String {
    format!("it has more than {MOST_NODES} elements: simplify it")
}

struct Census<'a, 'input> {
    ids: BTreeMap<&'a str, Node<'a, 'input>>,
    /// The elements of each node with all that is in it or used by it; `None` while it is being counted.
    sizes: BTreeMap<usize, Option<u32>>,
}

impl Census<'_, '_> {
    fn size(&mut self, node: Node, depth: usize) -> Result<u32, String> {
        match self.sizes.get(&node.id().get_usize()) {
            Some(Some(size)) => return Ok(*size),
            Some(None) => return Err("it uses itself".to_owned()),
            None => {}
        }
        if depth > MOST_DEPTH {
            return Err(format!("its elements use each other more than {MOST_DEPTH} deep"));
        }
        self.sizes.insert(node.id().get_usize(), None);
        let mut size = 1_u32;
        let used = node.attributes().find(|a| a.name() == "href").and_then(|a| a.value().strip_prefix('#'));
        let used = used.and_then(|id| self.ids.get(id)).and_then(|used| node.document().get_node(used.id()));
        for part in node.children().filter(Node::is_element).chain(used) {
            size = size.saturating_add(self.size(part, depth + 1)?);
        }
        self.sizes.insert(node.id().get_usize(), Some(size));
        Ok(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_elements_alone() {
        let flat = "<a>".to_owned() + &"<b/><c x='>'></c><!-- <d> --><?e?>".repeat(200) + "</a>";
        assert_eq!(nesting(&flat), Ok(()));
        assert!(nesting(&"<a>".repeat(65)).is_err());
        for cut in ["", "<", "<a", "<!--", "<a ӓ", "<a b='ӓ", "<![CDATA[ӓ"] {
            assert_eq!(nesting(cut), Ok(()), "{cut}");
        }
    }

    #[test]
    fn repetitions_are_counted_before_they_are_made() {
        // Each group uses the one before ten times: ten to the eighth elements of a short text.
        let groups: String = (1..9)
            .map(|level| {
                let uses = format!("<use href=\"#g{}\"/>", level - 1).repeat(10);
                format!("<g id=\"g{level}\">{uses}</g>")
            })
            .collect();
        let bomb = format!("<svg><g id=\"g0\"/>{groups}</svg>");
        let refused = uses(&Document::parse(&bomb).unwrap()).unwrap_err();
        assert!(refused.contains("elements"), "{refused}");
        let ring = "<svg><g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g></svg>";
        assert_eq!(uses(&Document::parse(ring).unwrap()), Err("it uses itself".to_owned()));
    }

    #[test]
    fn pixels_are_bounded_in_all_and_across() {
        assert!(pixels(4096, 4096).is_ok());
        for (width, height) in [(4097, 4096), (20_000, 1), (u32::MAX, u32::MAX), (0, 5)] {
            assert!(pixels(width, height).is_err(), "{width} × {height}");
        }
    }
}
