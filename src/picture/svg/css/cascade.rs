//! What the style sheets, the `style` attributes and the attributes of a drawing say of each of its elements, one value a
//! property (CSS Cascade 5, 6). A value that is none of its property's falls back to the one below it, never to black.

use std::collections::BTreeMap;
use std::sync::Arc;

use selectors::context::SelectorCaches;
use usvg::roxmltree::{Document, Node};

use super::element::Styled;
use super::property::{Property, Value};
use super::sheet::{Declaration, Rule, read_declarations};
use super::transform::Lengths;
use super::value::{Least, length};
use crate::picture::error::DrawingError;

/// Attributes that say how large something is and where, which style sheets may say, too (SVG 2, 7.2).
pub(super) const GEOMETRY: &[&str] = &["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d"];

/// The values of an element, by property. A value that can't be heeded is kept as what is wrong with it, since it does no
/// harm where another one stands above it or where nothing is painted.
pub(super) type Values = BTreeMap<&'static str, Result<String, DrawingError>>;

/// What is said of an element.
#[derive(Clone, Default)]
pub(super) struct Styles {
    /// The values of its properties.
    pub(super) values: Values,
    /// The ground of a whole drawing.
    pub(super) background: Option<String>,
    /// Values that the drawing names itself (`--name`), with those of the elements around.
    custom: Arc<BTreeMap<String, String>>,
}

impl Styles {
    /// The value of a property, where it can be heeded.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.values.get(name)?.as_ref().ok().map(String::as_str)
    }
}

/// The most rules times elements, since each is held against each.
const MOST_MATCHES: usize = 4_000_000;

/// Finds the values of all elements, each under the number of its node.
///
/// # Errors
/// There are too many rules.
pub(super) fn cascade(document: &Document, rules: &[Rule]) -> Result<Vec<Styles>, DrawingError> {
    if rules.len().saturating_mul(document.descendants().count()) > MOST_MATCHES {
        return Err(DrawingError::Rules);
    }
    let places = vec![0_u8; document.descendants().count() + 1];
    let mut caches = SelectorCaches::default();
    let mut all = vec![Styles::default(); places.len()];
    // Parents come before their children.
    for node in document.descendants().filter(Node::is_element) {
        let around = node.parent_element().map(|parent| Arc::clone(&all[parent.id().get_usize()].custom));
        let said = declared(Styled::new(node, &places), node, rules, &mut caches);
        let custom = own_values(&said, around.unwrap_or_default());
        all[node.id().get_usize()] = settle(node, &said, custom)?;
    }
    Ok(all)
}

/// Where a declaration stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Origin {
    /// In an attribute of its own, below all style sheets.
    Attribute,
    /// In a style sheet, by a selector of that specificity.
    Sheet(u32),
    /// In the attribute `style`.
    Inline,
}

/// What is said of an element, the weightiest last.
fn declared<'a>(
    styled: Styled,
    node: Node<'a, '_>,
    rules: &'a [Rule],
    caches: &mut SelectorCaches,
) -> Vec<(Origin, Declaration)> {
    let mut said = Vec::new();
    for attribute in node.attributes().filter(|attribute| attribute.namespace().is_none()) {
        if Property::named(attribute.name()).is_some_and(Property::is_attribute) {
            let (name, value) = (attribute.name().to_owned(), attribute.value().trim().to_owned());
            said.push((Origin::Attribute, Declaration { name, value, important: false }));
        }
    }
    for rule in rules {
        if let Some(specificity) = styled.specificity(&rule.selectors, caches) {
            said.extend(rule.declarations.iter().map(|one| (Origin::Sheet(specificity), one.clone())));
        }
    }
    let inline = node.attribute("style").map(read_declarations).unwrap_or_default();
    said.extend(inline.into_iter().map(|one| (Origin::Inline, one)));
    said.sort_by_key(|(origin, one)| (one.important, *origin));
    said
}

/// The values that the drawing names itself, as they hold for an element.
fn own_values(
    said: &[(Origin, Declaration)],
    around: Arc<BTreeMap<String, String>>,
) -> Arc<BTreeMap<String, String>> {
    let own = said.iter().filter(|(_, one)| one.name.starts_with("--"));
    let own: Vec<(String, String)> = own.map(|(_, one)| (one.name.clone(), one.value.clone())).collect();
    if own.is_empty() {
        return around;
    }
    let mut values = Arc::unwrap_or_clone(around);
    values.extend(own);
    // What they say of each other is put in once; a ring of them is of no value.
    let resolved = values.iter().filter_map(|(name, value)| Some((name.clone(), put_in(value, &values, 0)?)));
    Arc::new(resolved.collect())
}

/// How deep values may stand in each other.
const MOST_DEPTH: usize = 16;
/// How long a value may get by that, in bytes.
const MOST_BYTES: usize = 1 << 12;

/// A value with `var(--name)` and `var(--name, fallback)` put in. `None` where one has no value.
fn put_in(value: &str, custom: &BTreeMap<String, String>, depth: usize) -> Option<String> {
    let Some((before, inside)) = value.split_once("var(") else { return Some(value.to_owned()) };
    let end = closing(inside)?;
    let (name, fallback) = match inside[..end].split_once(',') {
        Some((name, fallback)) => (name.trim(), Some(fallback)),
        None => (inside[..end].trim(), None),
    };
    let deeper = |text: &str| (depth < MOST_DEPTH).then(|| put_in(text, custom, depth + 1)).flatten();
    let known = custom.get(name).and_then(|value| deeper(value));
    let put = known.or_else(|| deeper(fallback?))?;
    let after = put_in(&inside[end + 1..], custom, depth)?;
    let whole = format!("{before}{}{after}", put.trim());
    (whole.len() <= MOST_BYTES).then_some(whole)
}

/// Where the bracket closes that is open at the start.
fn closing(text: &str) -> Option<usize> {
    let mut open = 1_usize;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        (open == 0).then_some(at)
    })
}

fn settle(
    node: Node,
    said: &[(Origin, Declaration)],
    custom: Arc<BTreeMap<String, String>>,
) -> Result<Styles, DrawingError> {
    let mut styles = Styles { custom, ..Styles::default() };
    for (origin, Declaration { name, value, .. }) in
        said.iter().filter(|(_, one)| !one.name.starts_with("--"))
    {
        let has_custom = value.contains("var(");
        let put = if has_custom { put_in(value, &styles.custom, 0) } else { Some(value.clone()) };
        for name in longhands(name) {
            match &put {
                Some(value) => styles.set(node, *origin, name, value, has_custom),
                // Of no value when it is computed: as if nothing were said (CSS Variables 1, 3.1).
                None => styles.unset(name),
            }
        }
    }
    Ok(styles)
}

/// The properties that one stands for.
fn longhands(name: &str) -> &[&str] {
    match name {
        "marker" => &["marker-start", "marker-mid", "marker-end"],
        "background" => &["background-color"],
        "-webkit-mask" => &["mask"],
        "mask-image" | "-webkit-mask-image" => &["mask-image"],
        _ => Property::named(name).map_or_else(
            || GEOMETRY.iter().position(|known| *known == name).map_or(&[][..], |at| &GEOMETRY[at..=at]),
            |property| std::slice::from_ref(&property.name),
        ),
    }
}

impl Styles {
    fn unset(&mut self, name: &str) {
        self.values.remove(name);
    }

    fn set(&mut self, node: Node, origin: Origin, name: &str, value: &str, has_custom: bool) {
        if name == "background-color" {
            return self.set_ground(node, value);
        }
        let Some(property) = Property::named(name) else { return self.set_geometry(node, name, value) };
        let read = match value.to_ascii_lowercase().as_str() {
            _ if property.name == "all" => {
                Err(DrawingError::Declaration { name: property.name, value: value.to_owned() })
            }
            "inherit" => Ok(Value::Plain("inherit".to_owned())),
            "initial" => Ok(Value::Plain(property.initial.to_owned())),
            "unset" if property.inherited => return self.unset(property.name),
            "unset" => Ok(Value::Plain(property.initial.to_owned())),
            "revert" | "revert-layer" => return self.unset(property.name),
            _ => {
                let lengths = if origin == Origin::Attribute { Lengths::Bare } else { Lengths::WithUnits };
                property.read(value, lengths)
            }
        };
        match read {
            Ok(Value::Plain(value)) => _ = self.values.insert(property.name, Ok(value)),
            Ok(Value::Invalid) if has_custom => self.unset(property.name),
            Ok(Value::Invalid) => {}
            Err(error) => _ = self.values.insert(property.name, Err(error)),
        }
    }

    /// The size or place of an element. That of a whole drawing is not of its style sheets where it depends on what is
    /// around it.
    fn set_geometry(&mut self, node: Node, name: &str, value: &str) {
        let Some(name) = GEOMETRY.iter().find(|known| **known == name) else { return };
        let is_root = node.parent_element().is_none();
        if *name == "d" {
            let steps = value.strip_prefix("path(").and_then(|inside| inside.strip_suffix(')'));
            let steps = steps.map(|inside| inside.trim().trim_matches(['"', '\'']).to_owned());
            self.values.extend(steps.map(|steps| (*name, Ok(steps))));
            return;
        }
        let has_unit = value.ends_with(|c: char| c.is_ascii_alphabetic() || c == '%') || value == "0";
        match length(value, Least::None) {
            _ if value.contains('(') => {
                let error = DrawingError::Declaration { name, value: value.to_owned() };
                self.values.insert(*name, Err(error));
            }
            Ok(Some(length)) if has_unit && !(is_root && length.ends_with('%')) => {
                self.values.insert(*name, Ok(length));
            }
            Ok(_) => {}
            Err(()) => {
                let error = DrawingError::Declaration { name, value: value.to_owned() };
                self.values.insert(*name, Err(error));
            }
        }
    }

    /// The ground of the whole drawing; other elements have none.
    fn set_ground(&mut self, node: Node, value: &str) {
        if node.parent_element().is_none() {
            let color = Property::named("color").map(|property| property.read(value, Lengths::WithUnits));
            if let Some(Ok(Value::Plain(color))) = color {
                self.background = Some(color);
            }
        }
    }
}
