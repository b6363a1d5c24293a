//! Faces (ISO 32000-1 9.5–9.10) as a file has them: whether they are embedded, cut down, and lead back to text.

use std::collections::{BTreeMap, BTreeSet};

use hayro_syntax::object::{Array, Dict, Object, Stream};
use serde::Serialize;

use super::asides::DrawnGlyphs;
use super::budget::Budget;
use super::codes::{Codes, WidthRange, Widths, means_no_character, read_map};
use super::raw;
use super::values::{name, number, numbers};

/// The most faces that are looked at.
const FACES: usize = 1000;
/// How much of its dictionary a face is known by, in bytes.
const KEY: usize = 512;
/// How wide a glyph is, in thousandths of an em, where a composite face does not say (ISO 32000-1 9.7.4.3).
const DEFAULT_WIDTH: f64 = 1000.0;

/// What a file says of a face.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug, Serialize)]
pub struct FaceFact {
    /// Its name, with the tag of a subset.
    pub name: String,
    /// Its kind, such as `CIDFontType2`.
    pub kind: String,
    /// Whether its program is in the file.
    pub embedded: bool,
    /// Whether only the glyphs used are.
    pub subset: bool,
    /// Whether its codes can be turned into text.
    pub unicode: bool,
}

/// The dictionaries of a face.
#[derive(Clone)]
pub(super) struct FaceDicts<'a> {
    /// The face itself.
    font: Dict<'a>,
    /// The one that holds the glyphs: of a composite face its descendant.
    holder: Dict<'a>,
}

impl<'a> FaceDicts<'a> {
    fn new(font: &Dict<'a>) -> FaceDicts<'a> {
        let descendants = font.get::<Array<'a>>("DescendantFonts");
        let descendant = descendants.and_then(|array| array.iter::<Dict<'a>>().next());
        FaceDicts { font: font.clone(), holder: descendant.unwrap_or_else(|| font.clone()) }
    }

    /// Its descriptor.
    fn descriptor(&self) -> Dict<'a> {
        self.holder.get::<Dict<'a>>("FontDescriptor").unwrap_or_default()
    }

    /// Its program, and the key that it stands under.
    pub(super) fn program(&self) -> Option<(&'static str, Stream<'a>)> {
        let descriptor = self.descriptor();
        let at = |key: &'static str| Some((key, descriptor.get::<Stream<'a>>(key)?));
        ["FontFile2", "FontFile3", "FontFile"].into_iter().find_map(at)
    }

    /// The height of its x that it says it has, in em.
    pub(super) fn declared_x_height(&self) -> Option<f64> {
        let height = self.descriptor().get::<f32>("XHeight").map(|height| f64::from(height) / 1000.0);
        height.filter(|height| *height > 0.0 && *height < 2.0)
    }

    /// Its map from codes to glyphs, where that is a table (ISO 32000-1 9.7.4.2).
    pub(super) fn glyph_table(&self) -> Option<Stream<'a>> {
        self.holder.get::<Stream<'a>>("CIDToGIDMap")
    }

    /// Its glyphs that are drawn by operators.
    pub(super) fn drawn_glyphs(&self) -> Option<DrawnGlyphs<'a>> {
        DrawnGlyphs::of(&self.font)
    }

    /// Whether its codes are glyphs' own.
    pub(super) fn is_composite(&self) -> bool {
        self.font.contains_key("DescendantFonts")
    }

    /// What its dictionaries say, given its map from codes to text.
    fn describe(&self, map: Option<&[u8]>) -> FaceFact {
        let named = name(&self.font, "BaseFont").or_else(|| name(&self.font, "Name"));
        let name = named.unwrap_or_else(|| "(no name)".to_owned());
        let kind = self.kind();
        FaceFact {
            embedded: kind == "Type3" || self.program().is_some(),
            subset: kind == "Type3" || is_tagged(&name),
            unicode: map.is_some_and(|map| raw::find(map, b"beginbf").is_some()) || self.has_known_encoding(),
            name,
            kind,
        }
    }

    /// Its kind: of a composite face that of its descendant.
    pub(super) fn kind(&self) -> String {
        name(&self.holder, "Subtype").unwrap_or_default()
    }

    /// Whether its encoding names characters that are known (ISO 32000-1 9.10.2).
    fn has_known_encoding(&self) -> bool {
        match self.font.get::<Object<'a>>("Encoding") {
            Some(Object::Name(encoding)) => {
                !self.is_composite() || !encoding.as_str().starts_with("Identity")
            }
            Some(Object::Dict(encoding)) => {
                let names = encoding.get::<Array<'a>>("Differences");
                names.is_none_or(|names| names.iter::<Object<'a>>().all(|item| is_known(&item)))
            }
            // The standard encoding of a face that is no collection of symbols.
            _ => {
                !self.is_composite()
                    && self.descriptor().get::<i32>("Flags").is_some_and(|flags| flags & 4 == 0)
            }
        }
    }

    /// How its codes are read, given its map from codes to text.
    fn codes(&self, map: Option<&[u8]>, budget: &mut Budget) -> Codes {
        let map = map.and_then(|map| {
            budget.map_bytes = budget.map_bytes.checked_sub(map.len())?;
            read_map(map)
        });
        let encoding = name(&self.font, "Encoding");
        if self.is_composite() {
            // Codes of another encoding have another length, and lead to other widths.
            let is_identity = encoding.is_some_and(|encoding| encoding == "Identity-H");
            let widths = if is_identity { self.composite_widths(budget) } else { Widths::default() };
            return Codes::new(is_identity.then_some(2), map, false, widths);
        }
        let is_ascii = encoding.is_some_and(|encoding| encoding.ends_with("Encoding"));
        Codes::new(Some(1), map, is_ascii, self.simple_widths(budget))
    }

    /// The widths of a face whose codes are bytes (ISO 32000-1 9.6.2).
    fn simple_widths(&self, budget: &mut Budget) -> Widths {
        let Some(given) = self.font.get::<Array<'a>>("Widths") else { return Widths::default() };
        let (first, unit) = (self.font.get::<u32>("FirstChar").unwrap_or(0), self.width_unit());
        let given = given.iter::<Object<'a>>().take(budget.widths.min(256));
        let ranges = (first..=u32::MAX)
            .zip(given)
            .filter_map(|(code, width)| Some(WidthRange::single(code, number(&width)? * unit)));
        let ranges: Vec<WidthRange> = ranges.collect();
        budget.widths -= ranges.len();
        let missing = self.descriptor().get::<f32>("MissingWidth").map_or(0.0, f64::from);
        Widths::new(ranges, Some(missing * unit))
    }

    /// The widths of a composite face (ISO 32000-1 9.7.4.3): `first [w w w]` or `first last w`.
    fn composite_widths(&self, budget: &mut Budget) -> Widths {
        let unit = self.width_unit();
        let other = self.holder.get::<f32>("DW").map_or(DEFAULT_WIDTH, f64::from) * unit;
        let mut ranges = Vec::new();
        let mut items =
            self.holder.get::<Array<'a>>("W").into_iter().flat_map(|all| all.iter::<Object<'a>>());
        while let (Some(first), Some(next)) = (items.next().as_ref().and_then(code_number), items.next()) {
            match &next {
                Object::Array(widths) => {
                    let widths = numbers(&widths.iter().take(budget.widths).collect::<Vec<_>>());
                    budget.widths -= widths.len();
                    let widths = (first..=u32::MAX).zip(widths);
                    ranges.extend(widths.map(|(code, width)| WidthRange::single(code, width * unit)));
                }
                last => {
                    let width = items.next().as_ref().and_then(number);
                    let Some((last, width)) = code_number(last).zip(width) else { break };
                    ranges.push(WidthRange { first, last, width: width * unit });
                    budget.widths = budget.widths.saturating_sub(1);
                }
            }
            if budget.widths == 0 {
                return Widths::default();
            }
        }
        Widths::new(ranges, Some(other))
    }

    /// What one of its widths' units is, in em.
    fn width_unit(&self) -> f64 {
        let matrix = self.font.get::<Array<'a>>("FontMatrix").filter(|_| self.kind() == "Type3");
        let scale = matrix.and_then(|matrix| matrix.iter::<Object<'a>>().next().as_ref().and_then(number));
        scale.unwrap_or(0.001)
    }
}

/// The code that an object of a table of widths is.
fn code_number(object: &Object<'_>) -> Option<u32> {
    match object {
        Object::Number(number) => u32::try_from(number.as_i64()).ok(),
        _ => None,
    }
}

/// Whether a name of a glyph says its character: those that are numbered (`g12`, `cid34`, `G05`) don't.
fn is_known(item: &Object<'_>) -> bool {
    let Object::Name(name) = item else { return true };
    let name = name.as_str();
    let digits = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let unicode = name.starts_with("uni") || name.starts_with('u') && digits.len() >= 4;
    digits.is_empty() || unicode || !digits.chars().all(|c| c.is_ascii_digit())
}

/// Whether a name starts with a subset's six capitals (ISO 32000-1 9.6.4).
fn is_tagged(name: &str) -> bool {
    let tag = name.split_once('+').map(|(tag, _)| tag);
    tag.is_some_and(|tag| tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// The faces that are drawn with, each read when it is first met.
#[derive(Default)]
pub(super) struct FaceTable<'a> {
    /// Their dictionaries.
    pub(super) dicts: Vec<FaceDicts<'a>>,
    /// Their codes.
    pub(super) codes: Vec<Codes>,
    /// Those with codes that mean no character.
    pub(super) mute: BTreeSet<usize>,
    /// Their places.
    places: BTreeMap<FaceKey, usize>,
}

/// What a face is known by: the object that it is, or is in, and the start of its dictionary.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct FaceKey {
    object: Option<u32>,
    size: usize,
    start: Vec<u8>,
}

impl FaceKey {
    fn new(font: &Dict<'_>) -> FaceKey {
        let data = font.data();
        let start = data[..data.len().min(KEY)].to_vec();
        FaceKey { object: font.obj_id().map(|id| id.obj_number), size: data.len(), start }
    }
}

impl<'a> FaceTable<'a> {
    /// The place of a face among `faces`, where it is put when it is new; `None` when there are too many.
    pub(super) fn place(
        &mut self,
        font: &Dict<'a>,
        faces: &mut Vec<FaceFact>,
        budget: &mut Budget,
    ) -> Option<usize> {
        let key = FaceKey::new(font);
        if let Some(&known) = self.places.get(&key) {
            return Some(known);
        }
        if faces.len() >= FACES {
            return None;
        }
        let dicts = FaceDicts::new(font);
        let map = font.get::<Stream<'a>>("ToUnicode").as_ref().and_then(raw::unpack);
        budget.charge_content(map.as_deref().unwrap_or_default());
        if map.as_deref().is_some_and(means_no_character) {
            self.mute.insert(faces.len());
        }
        faces.push(dicts.describe(map.as_deref()));
        self.codes.push(dicts.codes(map.as_deref(), budget));
        self.dicts.push(dicts);
        self.places.insert(key, faces.len() - 1);
        Some(faces.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_capitals_and_a_plus_are_a_subset() {
        assert!(is_tagged("ABCDEF+Noto"));
        for whole in ["Noto", "ABCDE+Noto", "ABCDEf+Noto", "+Noto"] {
            assert!(!is_tagged(whole), "{whole}");
        }
    }
}
