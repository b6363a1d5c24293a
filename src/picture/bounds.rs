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
pub(super) const MOST_NODES: u32 = 50_000;
/// The most attributes of an element, and the most declarations of namespaces in all: what reads them compares each with each.
const MOST_ATTRIBUTES: usize = 256;
/// The most that the entities of a document type may say together, in bytes.
const MOST_ENTITIES: usize = 1 << 12;
/// How often they may be referred to.
const MOST_REFERENCES: usize = 1_000;
/// The most steps of all outlines. A traced photograph has a tenth of it (H).
pub(super) const MOST_STEPS: usize = 250_000;
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

/// Refuses XML that would take long to read: many attributes in one element, many namespaces, or entities that grow. What
/// older programs declare, short words for the names of namespaces, may stay.
///
/// # Errors
/// It is such.
pub(super) fn check_declarations(xml: &str) -> Result<(), DrawingError> {
    let too_many = |count: usize| {
        if count > MOST_ATTRIBUTES { Err(DrawingError::Attributes(MOST_ATTRIBUTES)) } else { Ok(()) }
    };
    too_many(xml.matches("xmlns").count())?;
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at..];
        let end = tag_end(tag).unwrap_or(tag.len());
        too_many(tag.get(..end).unwrap_or_default().matches('=').count())?;
        rest = tag.get(end + 1..).unwrap_or_default();
    }
    check_entities(xml)
}

fn check_entities(xml: &str) -> Result<(), DrawingError> {
    let Some(at) = xml.find("<!DOCTYPE") else { return Ok(()) };
    let doctype = &xml[at..];
    let end = match (doctype.find('['), doctype.find('>')) {
        (Some(open), Some(close)) if open < close => doctype.find("]>").or_else(|| doctype.find("] >")),
        (_, close) => close,
    };
    let (doctype, rest) = doctype.split_at(end.ok_or(DrawingError::Doctype)?);
    let entities: Vec<&str> = doctype.split("<!ENTITY").skip(1).collect();
    let grows = entities.iter().any(|entity| {
        let entity = entity.split('>').next().unwrap_or_default();
        entity.contains('&') || entity.contains('%') || entity.contains("SYSTEM") || entity.contains("PUBLIC")
    });
    let length: usize = entities.iter().map(|entity| entity.len()).sum();
    if grows || length > MOST_ENTITIES || (length > 0 && rest.matches('&').count() > MOST_REFERENCES) {
        return Err(DrawingError::Doctype);
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

/// Refuses drawings whose elements refer to each other so that they grow beyond what may be drawn, or without end. Read
/// are drawings without style sheets.
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

impl<'a, 'input> Census<'a, 'input> {
    fn size(&mut self, node: Node<'a, 'input>, depth: usize) -> Result<u32, DrawingError> {
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
        for part in node.children().filter(Node::is_element) {
            size = size.saturating_add(self.size(part, depth + 1)?);
        }
        for (used, times) in self.used_by(node) {
            size = size.saturating_add(self.size(used, depth + 1)?.saturating_mul(times));
        }
        self.sizes.insert(node.id().get_usize(), Some(size));
        Ok(size)
    }

    /// The elements that one refers to, and how often each is drawn for it.
    fn used_by(&self, node: Node<'a, 'input>) -> Vec<(Node<'a, 'input>, u32)> {
        let mut used = Vec::new();
        for attribute in node.attributes() {
            if attribute.name() == "href" {
                let id = attribute.value().strip_prefix('#').filter(|_| node.tag_name().name() != "a");
                used.extend(id.and_then(|id| self.ids.get(id)).map(|node| (*node, 1)));
            }
            for (at, _) in attribute.value().match_indices("url(#") {
                let id = attribute.value()[at + 5..].split(')').next().unwrap_or_default();
                let is_marker = attribute.value()[..at].ends_with("-mid:");
                // A marker may stand at each point of an outline.
                let points = ["d", "points"].iter().filter_map(|name| node.attribute(*name));
                let points = points.map(|text| text.len() / 2).sum::<usize>();
                let times = if is_marker { u32::try_from(points).unwrap_or(u32::MAX).max(1) } else { 1 };
                used.extend(self.ids.get(id).map(|node| (*node, times)));
            }
        }
        used
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
