//! Faces (ISO 32000-1 9.5–9.10): embedded, cut down, and with a way back to text.

use hayro_syntax::object::{Array, Dict, Object, Stream};

use super::draw::Drawn;
use super::file::name;
use super::raw;
use super::report::{Check, Facts, Findings, FontFact};

/// A face as a page names it.
pub(super) struct Typeface<'a> {
    /// What is said of it.
    pub(super) fact: FontFact,
    /// The face itself.
    font: Dict<'a>,
    /// The one that holds the glyphs: of a composite face its descendant.
    pub(super) holder: Dict<'a>,
}

impl<'a> Typeface<'a> {
    /// Reads what a face's dictionaries say.
    pub(super) fn read(font: &Dict<'a>) -> Typeface<'a> {
        let descendant =
            font.get::<Array<'a>>("DescendantFonts").and_then(|array| array.iter::<Dict<'a>>().next());
        let holder = descendant.unwrap_or_else(|| font.clone());
        let face = Typeface { fact: FontFact::default(), font: font.clone(), holder };
        let base =
            name(font, "BaseFont").or_else(|| name(font, "Name")).unwrap_or_else(|| "(no name)".to_owned());
        let kind = name(&face.holder, "Subtype").unwrap_or_default();
        let fact = FontFact {
            embedded: kind == "Type3" || face.program().is_some(),
            subset: kind == "Type3" || is_tagged(&base),
            unicode: face.is_readable(),
            name: base,
            kind,
        };
        Typeface { fact, ..face }
    }

    /// Its descriptor.
    pub(super) fn descriptor(&self) -> Dict<'a> {
        self.holder.get::<Dict<'a>>("FontDescriptor").unwrap_or_default()
    }

    /// Its program, and the key that it stands under.
    pub(super) fn program(&self) -> Option<(&'static str, Stream<'a>)> {
        let descriptor = self.descriptor();
        let at = |key: &'static str| Some((key, descriptor.get::<Stream<'a>>(key)?));
        ["FontFile2", "FontFile3", "FontFile"].into_iter().find_map(at)
    }

    /// Its map from codes to text.
    pub(super) fn meanings(&self) -> Option<Vec<u8>> {
        let map = self.font.get::<Stream<'a>>("ToUnicode")?;
        raw::unpacked(&map).map(|map| map.into_owned())
    }

    /// Whether its codes are glyphs' own.
    pub(super) fn is_composite(&self) -> bool {
        self.font.contains_key("DescendantFonts")
    }

    /// Whether there is a way from its codes to text: a map, or an encoding whose names are known (ISO 32000-1 9.10.2).
    fn is_readable(&self) -> bool {
        if self.meanings().is_some_and(|map| raw::find(&map, b"beginbf").is_some()) {
            return true;
        }
        match self.font.get::<Object<'a>>("Encoding") {
            Some(Object::Name(encoding)) if self.is_composite() => !encoding.as_str().starts_with("Identity"),
            Some(Object::Name(_)) => true,
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

/// Checks the faces that text is set in.
pub(super) fn check(drawn: &Drawn<'_>, facts: &mut Facts, findings: &mut Findings) {
    for (index, face) in drawn.fonts.iter().enumerate() {
        let Some(first) = drawn.texts.iter().find(|text| text.font == index) else { continue };
        let fact = &face.fact;
        let page = Some(first.page);
        if fact.kind == "Type3" {
            let message =
                format!("{} draws its glyphs as Type 3: they print coarse and are hard to search", fact.name);
            findings.error(Check::Type3, page, message);
        }
        if !fact.embedded {
            findings.error(
                Check::Embedded,
                page,
                format!("{} is not embedded: another face will stand in", fact.name),
            );
        } else if !fact.subset {
            findings.warning(Check::Subset, page, format!("{} is embedded whole", fact.name));
        }
        if !fact.unicode {
            let message =
                format!("the text in {} can’t be read out, searched or copied: no ToUnicode", fact.name);
            findings.error(Check::Unicode, page, message);
        }
        facts.fonts.push(fact.clone());
    }
    facts.fonts.sort();
    facts.fonts.dedup();
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
