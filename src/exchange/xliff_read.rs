//! XLIFF 1.2 and 2.x (OASIS), read. A code stands for what it holds or points at; where a tool took that out, for what the code of the
//! same number stands for in the source text.

use std::collections::BTreeMap;
use std::ops::Range;

use roxmltree::{Document as Xml, Node, NodeId, ParsingOptions};

use super::fault::{Fault, FaultKind};
use super::plural_forms::PluralForms;
use super::po::MADE_FROM;
use super::unit::{Found, Parsed};
use super::xliff_segments::{Segments, child};
use crate::content::text_id;

/// The most elements, texts and attributes of a file (H).
const MOST_NODES: u32 = 2_000_000;
/// How deep elements of a file may stand within one another: tools write some ten.
const MOST_DEPTH: usize = 200;

/// What translate-toolkit calls the plural forms of one text.
const PLURALS: &str = "x-gettext-plurals";

/// What codes stand for, by their number: at their start, and at their end.
type Codes = BTreeMap<String, [String; 2]>;

/// The texts of an XLIFF file, of a language that counts so; `is_known` says which names of texts there are.
pub fn read_xliff(text: &str, counting: &[&str], is_known: &dyn Fn(&str) -> bool) -> Parsed {
    let mut parsed = Parsed::default();
    if let Some(deep) = too_deep(text) {
        let kind = FaultKind::Damaged("XLIFF", "its elements stand too deep within one another".to_owned());
        parsed.faults.push(kind.at(deep..deep + 1));
        return parsed;
    }
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let xml = match Xml::parse_with_options(text, options) {
        Ok(xml) => xml,
        Err(error) => {
            let at = byte_at(text, error.pos());
            let end = text.len().min(at + 1);
            parsed.faults.push(FaultKind::Damaged("XLIFF", error.to_string()).at(at.min(end)..end));
            return parsed;
        }
    };
    if let Some(deep) = deep_element(&xml) {
        let kind = FaultKind::Damaged("XLIFF", "its elements stand too deep within one another".to_owned());
        parsed.faults.push(kind.at(deep.start..deep.start + 1));
        return parsed;
    }
    let root = xml.root_element();
    if root.tag_name().name() != "xliff" {
        let start = root.range().start;
        parsed.faults.push(FaultKind::OtherXml.at(start..start + 1));
        return parsed;
    }
    parsed.locale = language(root, "trgLang");
    let mut reader = Reader { is_known, forms: PluralForms::of(counting), group: None, parsed };
    for file in root.children().filter(|node| node.tag_name().name() == "file") {
        if reader.parsed.locale.is_none() {
            reader.parsed.locale = language(file, "target-language");
        }
        let original = file.attribute("original");
        for unit in file.descendants().filter(|node| matches!(node.tag_name().name(), "trans-unit" | "unit"))
        {
            reader.unit(unit, original);
        }
    }
    reader.parsed
}

fn language(node: Node<'_, '_>, name: &str) -> Option<(String, Range<usize>)> {
    let attribute = node.attributes().find(|attribute| attribute.name() == name)?;
    Some((attribute.value().to_owned(), attribute.range()))
}

/// Where a file's elements stand deeper than tools write, by its brackets alone: the parser goes into each.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, _) in text.match_indices('<') {
        match text.as_bytes().get(at + 1) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'!' | b'?') => {}
            Some(_) => {
                let rest = &text[at + 1..];
                let end = rest.find(['<', '>']).unwrap_or(rest.len());
                let is_empty = rest[..end].ends_with('/');
                depth += usize::from(!is_empty);
            }
            None => {}
        }
        if depth > MOST_DEPTH {
            return Some(at);
        }
    }
    None
}

/// The first element of a file that stands deeper than tools write, whatever brackets its values and comments have.
fn deep_element(document: &Xml<'_>) -> Option<Range<usize>> {
    let mut around: Vec<NodeId> = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        let parent = node.parent_element().map(|parent| parent.id());
        while around.last().is_some() && around.last().copied() != parent {
            around.pop();
        }
        around.push(node.id());
        if around.len() > MOST_DEPTH {
            return Some(node.range());
        }
    }
    None
}

fn byte_at(text: &str, place: roxmltree::TextPos) -> usize {
    let row = usize::try_from(place.row).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(place.col).unwrap_or(1).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(row).map(str::len).sum();
    let line = text.get(start..).unwrap_or_default();
    start + line.char_indices().nth(column).map_or(line.lines().next().map_or(0, str::len), |(at, _)| at)
}

struct Reader<'a> {
    is_known: &'a dyn Fn(&str) -> bool,
    /// The plural forms of gettext, whose files some tools turn into XLIFF.
    forms: Option<PluralForms>,
    /// The group of plural forms that was read last.
    group: Option<PluralGroup>,
    parsed: Parsed,
}

/// A group of plural forms: what its units have in common.
struct PluralGroup {
    id: NodeId,
    /// The name that a context of it says: one that is known, else the first.
    name: Option<String>,
    /// The digests that its cases were made from.
    stamps: BTreeMap<String, String>,
}

impl Reader<'_> {
    fn unit(&mut self, unit: Node<'_, '_>, original: Option<&str>) {
        // The header of a PO file that was turned into XLIFF.
        if unit.attribute("restype").is_some_and(|kind| kind.ends_with("domain-header")) {
            return;
        }
        let data = data_of(unit);
        let mut source = Content { data: &data, source: None, codes: Codes::new(), text: String::new() };
        let (mut target, mut segments) = (String::new(), Segments::default());
        let mut place: Option<Range<usize>> = None;
        for part in parts(unit) {
            let before = source.text.len();
            if let Some(node) = child(part, "source")
                && let Err(fault) = source.read(node)
            {
                self.parsed.faults.push(fault);
                return;
            }
            let is_segment = part.tag_name().name() != "ignorable";
            let has_words = is_segment && source.text[before..].contains(char::is_alphanumeric);
            segments.of += usize::from(has_words);
            let Some(node) = child(part, "target") else {
                // What is between segments is as in the source language.
                if !is_segment {
                    target.push_str(&source.text[before..]);
                }
                continue;
            };
            place = Some(place.map_or(node.range(), |place| place.start..node.range().end));
            let mut content = Content {
                data: &data,
                source: Some(&source.codes),
                codes: Codes::new(),
                text: String::new(),
            };
            if let Err(fault) = content.read(node) {
                self.parsed.faults.push(fault);
                return;
            }
            if has_words && !content.text.trim().is_empty() {
                segments.take(part, node);
            }
            target.push_str(&content.text);
        }
        let is_translated = place.is_some() && (segments.done > 0 || segments.of == 0);
        let translation = if is_translated { target } else { String::new() };
        let start = unit.range().start;
        let (id, stamp) = self.named(unit);
        self.parsed.units.push(Found {
            id,
            file: original.map(str::to_owned),
            source: Some(source.text),
            translation,
            stamp,
            doubt: segments.doubt(),
            is_number: false,
            id_place: start..start + 1,
            place: place.unwrap_or(start..start + 1),
            cell: None,
        });
    }

    /// What a unit is called, by whichever of its names there is, and the digests that it was made from.
    fn named(&mut self, unit: Node<'_, '_>) -> (Option<String>, Option<String>) {
        let own = ["resname", "name", "id"].into_iter().filter_map(|name| unit.attribute(name));
        let own: Vec<&str> = own.collect();
        let Some(group) = unit.parent().filter(|node| node.attribute("restype") == Some(PLURALS)) else {
            let contexts = contexts(unit);
            let names = || own.iter().copied().chain(contexts.iter().copied());
            let name = self.known(names()).or_else(|| names().next().map(str::to_owned));
            return (name, stamps(unit).remove(""));
        };
        if self.group.as_ref().is_none_or(|known| known.id != group.id()) {
            let contexts = contexts(group);
            let name = self.known(contexts.iter().copied());
            let name = name.or_else(|| contexts.first().map(|name| (*name).to_owned()));
            self.group = Some(PluralGroup { id: group.id(), name, stamps: stamps(group) });
        }
        let category = self.plural(unit, group).map(str::to_owned);
        let common = self.group.as_ref();
        let of_group = common.and_then(|group| group.name.clone());
        let of_group = of_group.filter(|name| own.is_empty() || (self.is_known)(name));
        let name =
            self.known(own.iter().copied()).or(of_group).or(own.first().map(|name| (*name).to_owned()));
        let stamp =
            common.and_then(|group| group.stamps.get(category.as_deref().unwrap_or_default()).cloned());
        (name.map(|name| text_id(&name, category.as_deref())), stamp)
    }

    /// The first of some names that is a text's, or whose end is.
    fn known<'n>(&self, names: impl Iterator<Item = &'n str>) -> Option<String> {
        let mut tails = names.flat_map(|name| [name, name.rsplit([':', '/']).next().unwrap_or(name)]);
        tails.find(|name| (self.is_known)(name)).map(str::to_owned)
    }

    /// The category of a unit that was a plural form of gettext: `4[1]` within a group of such.
    fn plural(&self, unit: Node<'_, '_>, group: Node<'_, '_>) -> Option<&str> {
        let (_, form) = unit.attribute("id").or(group.attribute("id"))?.split_once('[')?;
        let form: usize = form.strip_suffix(']')?.parse().ok()?;
        Some(self.forms.as_ref()?.categories.get(form)?.as_str())
    }
}

/// What codes of a unit stand for, by the ids of XLIFF 2.
fn data_of<'a>(unit: Node<'a, '_>) -> BTreeMap<&'a str, &'a str> {
    let data = unit.descendants().filter(|node| node.tag_name().name() == "data");
    data.filter_map(|node| Some((node.attribute("id")?, node.text().unwrap_or_default()))).collect()
}

/// The parts of a unit that have a source text: in XLIFF 1.2 the unit itself.
fn parts<'a, 'i>(unit: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let is_part = |node: &Node<'_, '_>| matches!(node.tag_name().name(), "segment" | "ignorable");
    match unit.tag_name().name() {
        "unit" => unit.children().filter(is_part).collect(),
        _ => vec![unit],
    }
}

/// The names that contexts of an element say.
fn contexts<'a>(whole: Node<'a, '_>) -> Vec<&'a str> {
    let contexts = whole.descendants().filter(|node| node.tag_name().name() == "context");
    contexts.filter_map(|node| node.text()).collect()
}

/// The digests that units were made from, by the case of each, as notes have them.
fn stamps(whole: Node<'_, '_>) -> BTreeMap<String, String> {
    let notes = whole.descendants().filter(|node| node.tag_name().name() == "note");
    let lines = notes.filter_map(|note| note.text()).flat_map(str::lines);
    let mut stamps = BTreeMap::new();
    for told in lines.filter_map(|line| line.trim().strip_prefix(MADE_FROM)) {
        let Some((case, stamp)) = told.split_once(':') else { continue };
        let case = case.trim().trim_start_matches('[').trim_end_matches(']');
        stamps.entry(case.to_owned()).or_insert_with(|| stamp.trim().to_owned());
    }
    stamps
}

/// What an element holds: words, and what its codes stand for.
struct Content<'a> {
    /// Original data, by id.
    data: &'a BTreeMap<&'a str, &'a str>,
    /// What the codes of the source text stand for, where this is a translation.
    source: Option<&'a Codes>,
    codes: Codes,
    text: String,
}

impl Content<'_> {
    fn read(&mut self, node: Node<'_, '_>) -> Result<(), Fault> {
        for child in node.children() {
            if child.is_text() {
                self.text.push_str(child.text().unwrap_or_default());
                continue;
            }
            if !child.is_element() {
                continue;
            }
            match child.tag_name().name() {
                "g" | "pc" => {
                    let [open, close] = self.code(child)?;
                    self.text.push_str(&open);
                    self.read(child)?;
                    self.text.push_str(&close);
                }
                "ept" | "ex" | "ec" => {
                    let [_, close] = self.code(child)?;
                    self.text.push_str(&close);
                }
                "ph" | "x" | "bpt" | "bx" | "sc" | "it" => {
                    let [open, _] = self.code(child)?;
                    self.text.push_str(&open);
                }
                "cp" => {
                    let hex = child.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                    self.text.extend(hex.and_then(char::from_u32));
                }
                // Marks of segments, of terms and of comments.
                _ => self.read(child)?,
            }
        }
        Ok(())
    }

    /// What a code stands for, at its start and at its end.
    fn code(&mut self, node: Node<'_, '_>) -> Result<[String; 2], Fault> {
        let name = node.tag_name().name();
        let is_end = matches!(name, "ept" | "ex" | "ec");
        let id = ["startRef", "rid", "id"].into_iter().filter(|name| is_end || *name == "id");
        let id = id.filter_map(|name| node.attribute(name)).next().unwrap_or_default();
        let data =
            |name: &str| node.attribute(name).and_then(|id| self.data.get(id)).map(|text| (*text).to_owned());
        let held =
            matches!(name, "ph" | "bpt" | "ept" | "it").then(|| node.text().map(str::to_owned)).flatten();
        let told = || {
            let told = node.attribute("equiv-text").or(node.attribute("disp")).or(node.attribute("equiv"));
            told.filter(|told| told.starts_with(['<', '{'])).map(str::to_owned)
        };
        let known = self.codes.get(id).or_else(|| self.source?.get(id)).cloned();
        let [known_open, known_close] = known.map_or([None, None], |[open, close]| [Some(open), Some(close)]);
        let code = if is_end {
            [
                Some(String::new()),
                held.or(data("dataRef")).or(known_close.filter(|close| !close.is_empty())).or_else(told),
            ]
        } else {
            let open = held.or(data("dataRef")).or(data("dataRefStart")).or(known_open).or_else(told);
            [open, Some(data("dataRefEnd").or(known_close).unwrap_or_default())]
        };
        let [Some(open), Some(close)] = code else {
            // What the source text says is of interest only where a translation points at it.
            if self.source.is_none() {
                return Ok([String::new(), String::new()]);
            }
            let label = format!("<{name} id=\"{id}\">");
            return Err(FaultKind::UnknownCode(label).at(node.range()));
        };
        let entry = self.codes.entry(id.to_owned()).or_default();
        if is_end {
            entry[1].clone_from(&close);
        } else {
            *entry = [open.clone(), close.clone()];
        }
        Ok([open, close])
    }
}
