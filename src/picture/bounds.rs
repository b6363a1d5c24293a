//! What a picture may at most be. Files come from anywhere, so each bound is kept before memory or time is spent on
//! what lies beyond it.

use std::collections::BTreeMap;

use usvg::roxmltree::{Document, Node};

use super::error::{DrawingError, PictureError};

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

/// Refuses a file of that many bytes where it is too large to be looked at.
///
/// # Errors
/// It is.
pub fn check_size(count: usize) -> Result<(), PictureError> {
    if count > MOST_BYTES {
        return Err(PictureError::FileSize { found: count >> 20, most: MOST_BYTES >> 20 });
    }
    Ok(())
}

/// Refuses a picture of too many pixels, or of none.
///
/// # Errors
/// It is one of these.
pub(super) fn check_pixels(width: u32, height: u32) -> Result<(), PictureError> {
    let all = u64::from(width) * u64::from(height);
    if all == 0 {
        return Err(PictureError::NoPixels);
    }
    if all > MOST_PIXELS || width.max(height) > MOST_ACROSS {
        return Err(PictureError::Pixels { width, height, most: MOST_PIXELS });
    }
    Ok(())
}

/// Refuses XML whose elements lie too deep in each other, before anything that reads it by recursion does. Counts tags
/// alone: what they are called, and whether they match, is not looked at.
///
/// # Errors
/// They do.
pub(super) fn check_nesting(xml: &str) -> Result<(), DrawingError> {
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
            return Err(DrawingError::Nesting(MOST_DEPTH));
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
/// It does.
pub(super) fn check_uses(document: &Document) -> Result<(), DrawingError> {
    let with_id = document.descendants().filter_map(|node| Some((node.attribute("id")?, node)));
    let mut census = Census { ids: with_id.collect(), sizes: BTreeMap::new() };
    if census.size(document.root_element(), 0)? > MOST_NODES {
        return Err(DrawingError::Elements(MOST_NODES));
    }
    Ok(())
}

struct Census<'a, 'input> {
    ids: BTreeMap<&'a str, Node<'a, 'input>>,
    /// The elements of each node with all that is in it or used by it; `None` while it is being counted.
    sizes: BTreeMap<usize, Option<u32>>,
}

impl Census<'_, '_> {
    fn size(&mut self, node: Node, depth: usize) -> Result<u32, DrawingError> {
        match self.sizes.get(&node.id().get_usize()) {
            Some(Some(size)) => return Ok(*size),
            Some(None) => return Err(DrawingError::UsesItself),
            None => {}
        }
        if depth > MOST_DEPTH {
            return Err(DrawingError::UseDepth(MOST_DEPTH));
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
        assert_eq!(check_nesting(&flat), Ok(()));
        assert!(check_nesting(&"<a>".repeat(65)).is_err());
        for cut in ["", "<", "<a", "<!--", "<a ӓ", "<a b='ӓ", "<![CDATA[ӓ"] {
            assert_eq!(check_nesting(cut), Ok(()), "{cut}");
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
        let refused = check_uses(&Document::parse(&bomb).unwrap());
        assert_eq!(refused, Err(DrawingError::Elements(MOST_NODES)));
        let ring = "<svg><g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g></svg>";
        assert_eq!(check_uses(&Document::parse(ring).unwrap()), Err(DrawingError::UsesItself));
    }

    #[test]
    fn pixels_are_bounded_in_all_and_across() {
        assert!(check_pixels(4096, 4096).is_ok());
        for (width, height) in [(4097, 4096), (20_000, 1), (u32::MAX, u32::MAX), (0, 5)] {
            assert!(check_pixels(width, height).is_err(), "{width} × {height}");
        }
    }
}
