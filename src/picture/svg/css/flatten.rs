//! A drawing with its styles → the same drawing without: each element that is painted says itself what holds for it, in
//! the words of SVG 1.1, and what nothing uses is gone.

use std::collections::{BTreeMap, BTreeSet};

use usvg::roxmltree::{Document, Node};

use super::attribute::{count_steps, read_attribute};
use super::cascade::{GEOMETRY, Styles, cascade};
use super::property::Property;
use super::sheet::{Rule, read_sheet};
use super::value::link;
use crate::picture::bounds::MOST_STEPS;
use crate::picture::error::{DrawingError, shortened};

pub(in super::super) const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Elements that are painted only where another one refers to them.
const HELD: &[&str] = &[
    "defs",
    "symbol",
    "clipPath",
    "mask",
    "marker",
    "pattern",
    "linearGradient",
    "radialGradient",
    "filter",
];
/// Elements that paint, or hold some that do.
const PAINTED: &[&str] = &[
    "svg", "g", "a", "switch", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "image", "stop",
];
/// Parts of filters.
const FILTERS: &[&str] = &[
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
];
/// Elements that describe, or that letters alone use.
const SILENT: &[&str] =
    &["title", "desc", "metadata", "style", "view", "cursor", "font", "font-face", "glyph", "missing-glyph"];
/// A drawing without style sheets.
pub(in super::super) struct Flat {
    /// The drawing.
    pub(in super::super) svg: String,
    /// Its ground, where it has one: a colour as SVG writes it.
    pub(in super::super) background: Option<String>,
}

/// Writes a drawing anew. `classes` is a style sheet that stands before those of the drawing.
///
/// # Errors
/// It has something that is painted and that this reader can't heed.
pub(in super::super) fn flatten(document: &Document, classes: &str) -> Result<Flat, DrawingError> {
    check_sheets_elsewhere(document)?;
    let mut rules: Vec<Rule> = read_sheet(classes)?;
    for sheet in document.descendants().filter(|node| is_svg(*node) && node.tag_name().name() == "style") {
        let is_css = sheet.attribute("type").is_none_or(|kind| kind.trim().is_empty() || kind == "text/css");
        let is_for_all = sheet.attribute("media").is_none_or(|media| matches!(media.trim(), "" | "all"));
        let css: String = sheet.children().filter_map(|text| text.text()).collect();
        if is_css && is_for_all {
            rules.extend(read_sheet(&css)?);
        } else if is_css {
            return Err(DrawingError::Rule(format!(
                "@media {}",
                sheet.attribute("media").unwrap_or_default()
            )));
        }
    }
    let styles = cascade(document, &rules)?;
    let has_dashes =
        styles.iter().any(|one| one.value("stroke-dasharray").is_some_and(|dashes| dashes != "none"));
    let mut reach =
        Reach { document, styles: &styles, ids: ids(document), has_dashes, reached: BTreeSet::new() };
    reach.all(document.root_element())?;
    let (kept, written, svg) = (reach.kept(), BTreeSet::new(), String::new());
    let mut flat = Writer { reach: &reach, kept, written, steps: 0, svg };
    flat.element(document.root_element())?;
    let background = styles[document.root_element().id().get_usize()].background.clone();
    Ok(Flat { svg: flat.svg, background })
}

/// Refuses style sheets that stand elsewhere, and canvases without an extent.
fn check_sheets_elsewhere(document: &Document) -> Result<(), DrawingError> {
    if document.root().children().any(|node| node.pi().is_some_and(|pi| pi.target == "xml-stylesheet")) {
        return Err(DrawingError::Rule("<?xml-stylesheet?>".to_owned()));
    }
    let is_link = |node: &Node| node.is_element() && node.tag_name().name() == "link" && !is_svg(*node);
    if document.descendants().any(|node| is_link(&node)) {
        return Err(DrawingError::Rule("<link>".to_owned()));
    }
    let view = document.root_element().attribute("viewBox").unwrap_or_default();
    let sides: Vec<f64> = view.split([' ', ',']).filter_map(|part| part.parse().ok()).collect();
    match sides[..] {
        [_, _, width, height] if width <= 0.0 || height <= 0.0 => Err(DrawingError::Nothing),
        _ => Ok(()),
    }
}

fn is_svg(node: Node) -> bool {
    node.is_element() && node.tag_name().namespace().is_none_or(|namespace| namespace == SVG)
}

/// The first node of each id, as browsers take it.
fn ids<'a, 'input>(document: &'a Document<'input>) -> BTreeMap<&'a str, Node<'a, 'input>> {
    let mut ids = BTreeMap::new();
    for node in document.descendants() {
        if let Some(id) = node.attribute("id") {
            ids.entry(id).or_insert(node);
        }
    }
    ids
}

/// What `href` of an element says; the plain one stands above that of XLink.
pub(in super::super) fn reference<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    let of = |namespace: Option<&str>| {
        let mut all = node.attributes();
        all.find(|a| a.name() == "href" && a.namespace() == namespace).map(|a| a.value())
    };
    of(None).or_else(|| of(Some(XLINK)))
}

/// Finds the elements that are painted.
struct Reach<'a, 'input> {
    document: &'a Document<'input>,
    styles: &'a [Styles],
    ids: BTreeMap<&'a str, Node<'a, 'input>>,
    /// Whether any line in it is dashed.
    has_dashes: bool,
    reached: BTreeSet<usize>,
}

impl<'a, 'input> Reach<'a, 'input> {
    fn styles(&self, node: Node) -> &'a Styles {
        &self.styles[node.id().get_usize()]
    }

    /// Whether an element is painted, or what is in it. Where it is to be as its contents are, a shape has none (CSS Display
    /// 3, B).
    fn is_displayed(&self, node: Node) -> bool {
        match self.styles(node).value("display") {
            Some("none") => false,
            Some("contents") => matches!(node.tag_name().name(), "svg" | "g" | "use" | "a" | "switch"),
            _ => true,
        }
    }

    fn all(&mut self, root: Node<'a, 'input>) -> Result<(), DrawingError> {
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            if !self.reached.insert(node.id().get_usize()) {
                continue;
            }
            check_element(node)?;
            self.check_styles(node)?;
            let children = node.children().filter(|child| is_svg(*child)).filter(|child| {
                // Letters are refused as one.
                node.tag_name().name() != "text"
                    && !HELD.contains(&child.tag_name().name())
                    && !SILENT.contains(&child.tag_name().name())
                    && self.is_displayed(*child)
                    // Programs put what only they can show beside what all can.
                    && !(node.tag_name().name() == "switch" && child.tag_name().name() == "foreignObject")
            });
            open.extend(children);
            open.extend(self.used_by(node)?);
        }
        Ok(())
    }

    /// The elements that one refers to.
    fn used_by(&self, node: Node<'a, 'input>) -> Result<Vec<Node<'a, 'input>>, DrawingError> {
        let mut used = Vec::new();
        if node.tag_name().name() != "a"
            && let Some(reference) = reference(node)
        {
            match reference.trim().strip_prefix('#') {
                Some(id) => used.extend(self.ids.get(id)),
                None if is_inlay(node, reference) => check_base64(reference)?,
                None if reference.trim_start().starts_with("data:") => {
                    return Err(DrawingError::InlayKind(shortened(reference)));
                }
                None => return Err(DrawingError::Outside(shortened(reference))),
            }
        }
        for value in self.styles(node).values.values().flatten() {
            let links = value.match_indices("url(").filter_map(|(at, _)| link(&value[at..]));
            used.extend(links.filter_map(|(id, _)| self.ids.get(id)));
        }
        Ok(used)
    }

    /// Whether what an element is to be clipped, masked or filtered by is no such: browsers then do nothing.
    fn leads_nowhere(&self, property: &str, value: &str) -> bool {
        let kind = match property {
            "clip-path" => "clipPath",
            "mask" => "mask",
            "filter" => "filter",
            _ => return false,
        };
        let mut links = value.match_indices("url(").map(|(at, _)| link(&value[at..]));
        links.any(|to| {
            to.and_then(|(id, _)| self.ids.get(id)).is_none_or(|node| node.tag_name().name() != kind)
        })
    }

    /// Refuses an element for what is said of it.
    fn check_styles(&self, node: Node) -> Result<(), DrawingError> {
        let styles = self.styles(node);
        if let Some(error) = styles.values.values().find_map(|value| value.as_ref().err()) {
            return Err(error.clone());
        }
        let is_fixed = styles.value("vector-effect") == Some("non-scaling-stroke");
        let is_stroked =
            |node: Node| self.styles(node).value("stroke").is_some_and(|stroke| stroke != "none");
        if is_fixed
            && (node.ancestors().any(is_stroked)
                || self.document.descendants().any(|n| n.has_tag_name("use")))
        {
            return Err(DrawingError::Declaration {
                name: "vector-effect",
                value: "non-scaling-stroke".to_owned(),
            });
        }
        Ok(())
    }

    /// The nodes that have to be there: those that are reached, and what they lie in.
    fn kept(&self) -> BTreeSet<usize> {
        let nodes = self.document.descendants().filter(|node| self.reached.contains(&node.id().get_usize()));
        nodes.flat_map(|node| node.ancestors().map(|around| around.id().get_usize())).collect()
    }
}

/// Whether a reference holds a picture of pixels itself, in a kind that can be read.
fn is_inlay(node: Node, reference: &str) -> bool {
    let kind = reference.trim_start().get(..16).unwrap_or_default().to_ascii_lowercase();
    node.tag_name().name() == "image"
        && ["data:image/png", "data:image/jpeg", "data:image/jpg"].iter().any(|known| kind.starts_with(known))
}

/// Refuses data that is not written in base64 (RFC 4648, 4), which others would leave out.
fn check_base64(reference: &str) -> Result<(), DrawingError> {
    let data = reference
        .split_once(',')
        .filter(|(head, _)| head.trim_end().ends_with(";base64"))
        .map(|(_, data)| data);
    let is_sound = data.is_some_and(|data| {
        let code = data.trim_end_matches(|c: char| c == '=' || c.is_ascii_whitespace());
        let letters = code.bytes().filter(|byte| !byte.is_ascii_whitespace());
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
        letters.clone().all(is_letter) && letters.count() % 4 != 1
    });
    if is_sound { Ok(()) } else { Err(DrawingError::Inlay("it is not written in base64".to_owned())) }
}

/// Refuses elements that are painted and can't be drawn.
fn check_element(node: Node) -> Result<(), DrawingError> {
    let name = node.tag_name().name();
    if name == "text" {
        let has_letters = node.descendants().any(|n| n.text().is_some_and(|text| !text.trim().is_empty()));
        return if has_letters { Err(DrawingError::Text) } else { Ok(()) };
    }
    let is_known = [HELD, PAINTED, FILTERS, SILENT].iter().any(|names| names.contains(&name));
    if is_known { Ok(()) } else { Err(DrawingError::Element(name.to_owned())) }
}

/// Writes the elements that are kept.
struct Writer<'a, 'input> {
    reach: &'a Reach<'a, 'input>,
    kept: BTreeSet<usize>,
    /// Ids that are there already: the first holds.
    written: BTreeSet<String>,
    /// How many steps its outlines have so far.
    steps: usize,
    svg: String,
}

impl Writer<'_, '_> {
    fn element(&mut self, node: Node) -> Result<(), DrawingError> {
        let name = node.tag_name().name();
        self.svg.push('<');
        self.svg.push_str(name);
        if node.parent_element().is_none() {
            self.attribute("xmlns", SVG);
            self.attribute("xmlns:xlink", XLINK);
        }
        self.attributes(node)?;
        self.svg.push('>');
        for child in node.children() {
            if self.kept.contains(&child.id().get_usize()) && is_svg(child) {
                self.element(child)?;
            }
        }
        self.svg.push_str("</");
        self.svg.push_str(name);
        self.svg.push('>');
        Ok(())
    }

    fn count(&mut self, name: &str, value: &str) -> Result<(), DrawingError> {
        self.steps += count_steps(name, value);
        if self.steps > MOST_STEPS { Err(DrawingError::Steps(MOST_STEPS)) } else { Ok(()) }
    }

    fn attributes(&mut self, node: Node) -> Result<(), DrawingError> {
        let styles = self.reach.styles(node);
        for attribute in node.attributes().filter(|attribute| attribute.namespace().is_none()) {
            let (name, value) = (attribute.name(), attribute.value());
            // `class` and `style` are heeded already; `on…` is for readers who can press something.
            let is_done = matches!(name, "class" | "style" | "href") || name.starts_with("on");
            let is_styled =
                styles.values.contains_key(name) || Property::named(name).is_some_and(|p| p.is_attribute());
            if is_done || is_styled || (name == "id" && !self.written.insert(value.to_owned())) {
                continue;
            }
            read_attribute(name, value)?.iter().for_each(|value| self.attribute(name, value));
            self.count(name, value)?;
        }
        if self.reach.has_dashes && node.has_attribute("pathLength") {
            let value = shortened(node.attribute("pathLength").unwrap_or_default());
            return Err(DrawingError::Declaration { name: "pathLength", value });
        }
        reference(node).iter().for_each(|to| self.attribute("xlink:href", to));
        let mut style = String::new();
        for (name, value) in &styles.values {
            let Ok(value) = value else { continue };
            let value = if self.reach.leads_nowhere(name, value) { "none" } else { value.as_str() };
            match *name {
                "transform" if value.is_empty() => {}
                "transform" => self.attribute(name, value),
                _ if GEOMETRY.contains(name) => {
                    self.count(name, value)?;
                    self.attribute(name, value);
                }
                _ => style.extend([name, ":", value, ";"]),
            }
        }
        if !style.is_empty() {
            self.attribute("style", &style);
        }
        Ok(())
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.svg.extend([" ", name, "=\""]);
        for c in value.chars() {
            match c {
                '<' => self.svg.push_str("&lt;"),
                '&' => self.svg.push_str("&amp;"),
                '"' => self.svg.push_str("&quot;"),
                c => self.svg.push(c),
            }
        }
        self.svg.push('"');
    }
}
