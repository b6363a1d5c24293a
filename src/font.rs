//! The faces that may be used, and no others. In: the font manifest and a way to get a file's bytes.
//! Out: families in order of fallback, faces with their metrics and coverage, read when first asked for.

mod outline;

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use skrifa::GlyphId;
use skrifa::font::Font;
use skrifa::font::glyph::outline::{ControlBoundsSink, DrawMemory, DrawOptions};

use crate::diag::{Code, Diagnostic};
use crate::geom::Em;
use crate::locale::Locale;

pub use outline::{GlyphStep, joined};

/// The bytes of a font file: built into the binary, or read once and shared.
#[derive(Clone, Debug)]
pub enum FontData {
    /// Built in.
    Static(&'static [u8]),
    /// Read from a project's folder.
    Shared(Arc<Vec<u8>>),
}

impl Deref for FontData {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        match self {
            FontData::Static(bytes) => bytes,
            FontData::Shared(bytes) => bytes,
        }
    }
}

/// `fonts/fonts.toml`.
#[derive(Clone, Debug, Deserialize)]
pub struct FontManifest {
    /// One a face.
    #[serde(rename = "font")]
    pub fonts: Vec<FontEntry>,
}

/// One face as the manifest lists it; keys that the engine has no use for are let pass.
#[derive(Clone, Debug, Deserialize)]
pub struct FontEntry {
    /// The file, relative to the manifest.
    pub file: String,
    /// Which face of a collection.
    #[serde(default)]
    pub face_index: u32,
    /// The family that faces of several weights share.
    #[serde(deserialize_with = "family")]
    pub family: String,
    /// The PostScript name, which the PDF shows.
    #[serde(deserialize_with = "postscript_name")]
    pub postscript_name: String,
    /// Scripts that it is made for (ISO 15924).
    pub scripts: Vec<String>,
    /// Languages that it is made for; `*` for all.
    pub langs: Vec<String>,
    /// 400 regular, 700 bold.
    #[serde(deserialize_with = "weight")]
    pub weight: u16,
    /// `normal` or `italic`.
    pub style: String,
    /// The file's size in bytes, by which a file cut short is told.
    pub size: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// Reads a PostScript name: up to 63 letters of ASCII without those that PostScript parts names by (OpenType 1.9, `name`, id 6).
fn postscript_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    let sound = |c: char| c.is_ascii_graphic() && !"()<>[]{}/%".contains(c);
    if (1..=63).contains(&name.len()) && name.chars().all(sound) {
        return Ok(name);
    }
    Err(D::Error::custom(
        "this is no PostScript name: give up to 63 letters, digits and hyphens, like NotoSans-Bold",
    ))
}

/// Reads the name of a family, which is not empty.
fn family<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    if name.is_empty() { Err(D::Error::custom("a family has a name")) } else { Ok(name) }
}

/// Reads a weight (OpenType 1.9, usWeightClass).
fn weight<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    let weight = u16::deserialize(deserializer)?;
    if (1..=1000).contains(&weight) {
        Ok(weight)
    } else {
        Err(D::Error::custom("a weight is from 1 to 1000"))
    }
}

/// Which face; an index into the manifest's list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FontId(pub u16);

/// Which family; an index into the list of families, in the manifest's order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FamilyId(pub u16);

/// Faces that differ in weight and slope only.
#[derive(Clone, Debug)]
pub struct Family {
    /// Its name.
    pub name: String,
    /// Its faces.
    pub faces: Vec<FontId>,
}

/// The weight and slope of a run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Variant {
    /// Bold rather than regular.
    pub bold: bool,
    /// Italic rather than upright.
    pub italic: bool,
}

/// A face that was read.
pub struct Face {
    /// What the manifest says of it.
    pub entry: FontEntry,
    /// The whole file.
    pub data: FontData,
    /// The face, for shaping, metrics and coverage.
    pub font: Font,
    /// Design units to the em.
    pub upem: f64,
    /// Height of the line above the baseline, as the face asks.
    pub ascent: Em,
    /// Depth of the line below the baseline, positive.
    pub descent: Em,
    /// Height of a capital.
    pub cap_height: Em,
    /// Height of a lowercase x.
    pub x_height: Em,
}

impl Face {
    /// Whether the face has a glyph for the character.
    pub fn covers(&self, character: char) -> bool {
        self.font.charmap().map_unicode(character).is_some()
    }

    /// What a glyph draws; nothing for one that is empty, or not in the face.
    pub fn outline(&self, glyph: u16) -> Vec<GlyphStep> {
        outline::outline(&self.font, glyph)
    }
}

/// A face that can't be used, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FontProblem {
    /// The file, relative to the font manifest.
    pub file: String,
    /// What is wrong with it.
    pub fault: FontFault,
}

/// Why a font file can't be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FontFault {
    /// No file has its name.
    #[error("there is no such file")]
    Missing,
    /// The system does not give its bytes, for this reason.
    #[error("{0}")]
    Unreadable(String),
    /// It is longer or shorter than the manifest says, as when a copy was cut short.
    #[error("it has {found} bytes, but the font manifest says {listed}")]
    Size {
        /// How many bytes it has.
        found: u64,
        /// How many the manifest gives.
        listed: u64,
    },
    /// It is another file than the one that the manifest's author had.
    #[error("its SHA-256 is not the one of the font manifest")]
    Digest,
    /// Its bytes are no font, or the collection has fewer faces.
    #[error("it is not a font, or has no face of that index")]
    NoFont,
    /// A font that sets nothing.
    #[error("it has no glyphs, or none for Unicode characters")]
    NoGlyphs,
    /// A PDF can't have the glyphs that it uses alone, for this reason.
    #[error("it can't be cut down to the glyphs used: {0}")]
    Subset(String),
    /// A PDF needs glyphs beside those of the face, and their numbers are used up.
    #[error("what is cut out of it takes no more glyphs")]
    Full,
    /// What was cut out for a PDF is not sound.
    #[error("what is cut out of it is no font")]
    BrokenSubset,
}

impl FontProblem {
    /// What is said of it.
    pub fn diagnostic(&self) -> Diagnostic {
        let message = format!("fonts/{} can’t be used: {}", self.file, self.fault);
        Diagnostic::new(Code::FontDamaged, message)
            .help("put the file back as it was, or give its size and SHA-256 in fonts/fonts.toml")
    }
}

/// Gets the bytes of a font file, named relative to the manifest.
pub type Loader = Box<dyn Fn(&str) -> Result<FontData, FontFault> + Send + Sync>;

/// All faces of a project.
pub struct FontBook {
    entries: Vec<FontEntry>,
    families: Vec<Family>,
    faces: Vec<OnceLock<Result<Face, FontProblem>>>,
    load: Loader,
}

impl FontBook {
    /// Lists the faces of a manifest; reads none of them yet.
    pub fn new(manifest: FontManifest, load: Loader) -> FontBook {
        let mut families: Vec<Family> = Vec::new();
        for (id, entry) in (0..).map(FontId).zip(&manifest.fonts) {
            match families.iter_mut().find(|family| family.name == entry.family) {
                Some(family) => family.faces.push(id),
                None => families.push(Family { name: entry.family.clone(), faces: vec![id] }),
            }
        }
        let faces = manifest.fonts.iter().map(|_| OnceLock::new()).collect();
        FontBook { entries: manifest.fonts, families, faces, load }
    }

    /// The names of the families, in the manifest's order.
    pub fn families(&self) -> impl Iterator<Item = &str> {
        self.families.iter().map(|family| family.name.as_str())
    }

    /// The families for a language, the first to be asked first: those preferred by name, those made for the language, for
    /// its script, then for Latin, for symbols, and all others in the manifest's order.
    pub fn chain(&self, locale: &Locale, preferred: &[String]) -> Vec<FamilyId> {
        let rank = |family: &Family| {
            let asked = preferred.iter().position(|name| *name == family.name);
            (asked.unwrap_or(preferred.len()), suitability(self.entry(family.faces[0]), locale))
        };
        let mut chain: Vec<((usize, usize), FamilyId)> =
            (0..).map(FamilyId).zip(&self.families).map(|(id, family)| (rank(family), id)).collect();
        chain.sort();
        chain.into_iter().map(|(_, id)| id).collect()
    }

    /// The face of a family nearest to a variant: the slope first to go, then the weight (no false bold or italic).
    pub fn select(&self, family: FamilyId, variant: Variant) -> FontId {
        *self.families[usize::from(family.0)]
            .faces
            .iter()
            .min_by_key(|id| distance(self.entry(**id), variant))
            .expect("a family has a face")
    }

    /// The face, read when it is first asked for.
    ///
    /// # Errors
    /// The file is missing, cut short or no font; the caller reports it as `font/damaged`.
    pub fn face(&self, id: FontId) -> Result<&Face, &FontProblem> {
        self.faces[usize::from(id.0)].get_or_init(|| self.read(self.entry(id))).as_ref()
    }

    /// What the manifest says of a face.
    pub fn entry(&self, id: FontId) -> &FontEntry {
        &self.entries[usize::from(id.0)]
    }

    /// All faces, in the manifest's order.
    pub fn ids(&self) -> impl Iterator<Item = FontId> + use<> {
        (0..u16::try_from(self.entries.len()).expect("a manifest lists fewer than 65,536 faces")).map(FontId)
    }

    /// The file's bytes, checked against the size that the manifest gives.
    ///
    /// # Errors
    /// The file is missing or of another size.
    pub fn bytes(&self, entry: &FontEntry) -> Result<FontData, FontProblem> {
        let problem = |fault| FontProblem { file: entry.file.clone(), fault };
        let data = (self.load)(&entry.file).map_err(problem)?;
        let found = u64::try_from(data.len()).expect("64 bits fit");
        if found != entry.size {
            return Err(problem(FontFault::Size { found, listed: entry.size }));
        }
        Ok(data)
    }

    fn read(&self, entry: &FontEntry) -> Result<Face, FontProblem> {
        let data = self.bytes(entry)?;
        let problem = |fault| FontProblem { file: entry.file.clone(), fault };
        let font = match &data {
            FontData::Static(bytes) => Font::new(*bytes, entry.face_index),
            FontData::Shared(bytes) => {
                let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = bytes.clone();
                Font::new(shared, entry.face_index)
            }
        }
        .ok_or_else(|| problem(FontFault::NoFont))?;
        if font.units_per_em() == 0 || font.num_glyphs() == 0 || !font.charmap().has_unicode() {
            return Err(problem(FontFault::NoGlyphs));
        }
        let metrics = *font.metrics();
        let upem = f64::from(metrics.units_per_em);
        let em =
            |value: Option<f64>, fallback: f64| value.map_or(Em::new(fallback), |v| Em::from_units(v, upem));
        let line = metrics.h_line();
        Ok(Face {
            upem,
            ascent: em(line.map(|l| l.ascender.to_f64()), 0.9),
            descent: em(line.map(|l| -l.descender.to_f64()), 0.25),
            cap_height: em(metrics.cap_height.map(|h| h.to_f64()), 0.7),
            x_height: em(metrics.x_height.map(|h| h.to_f64()), 0.5),
            entry: entry.clone(),
            data,
            font,
        })
    }
}

/// How well a family suits a language, the best being 0, by what is said of its first face.
fn suitability(entry: &FontEntry, locale: &Locale) -> usize {
    let has = |list: &[String], wanted: &str| list.iter().any(|item| item == wanted);
    let rules = [
        has(&entry.langs, &locale.tag),
        has(&entry.langs, &locale.language),
        has(&entry.scripts, &locale.script),
        has(&entry.scripts, "Latn"),
        has(&entry.langs, "*"),
    ];
    rules.iter().position(|&holds| holds).unwrap_or(rules.len())
}

/// How far a face is from a variant; another weight is farther than another slope.
fn distance(entry: &FontEntry, variant: Variant) -> u32 {
    let weight = if (entry.weight >= 600) == variant.bold { 0 } else { 2 };
    let slope = if (entry.style == "italic") == variant.italic { 0 } else { 1 };
    weight + slope
}

/// A glyph of a program that stands in a PDF.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GlyphKey<'a> {
    /// By its place in the program.
    Index(u32),
    /// By its CID, in a CFF program that is keyed so; by its place in one that is not.
    Cid(u32),
    /// By its character.
    Character(char),
    /// By its name.
    Name(&'a str),
}

/// A font program as a PDF embeds it: TrueType, OpenType, bare CFF or Type 1, whole or cut down.
pub struct Program(Font);

impl Program {
    /// Reads a program; `None` when it is none.
    pub fn read(bytes: Vec<u8>) -> Option<Program> {
        Font::new(bytes, 0).map(Program)
    }

    /// How far the outline of a glyph rises above the baseline; `None` when it has no such glyph or an empty one.
    pub fn top(&self, key: GlyphKey<'_>) -> Option<Em> {
        let glyph = match key {
            GlyphKey::Index(index) => GlyphId::new(index),
            GlyphKey::Cid(cid) if self.0.is_cid_keyed() => self.0.glyph_by_cid(cid)?,
            GlyphKey::Cid(cid) => GlyphId::new(cid),
            GlyphKey::Character(character) => self.0.charmap().map_unicode(character)?,
            GlyphKey::Name(name) => self.0.glyph_by_name(name)?,
        };
        let mut bounds = ControlBoundsSink::new();
        let outline = self.0.outline_glyphs().get(glyph)?;
        outline.draw(&DrawOptions::default(), DrawMemory::Scratch, &mut bounds).ok()?;
        let top = f64::from(bounds.bounding_box()?.y_max);
        let upem = f64::from(self.0.units_per_em());
        (upem > 0.0 && top.is_finite() && top > 0.0).then(|| Em::from_units(top, upem))
    }
}
