//! What glyphs read as when text is searched, copied or read aloud. A glyph has one text for the whole file
//! (ToUnicode, ISO 32000-1 9.10.3); where it stands for another one, the cluster carries its own (ActualText, 14.9.4).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::font::{Face, FontBook, FontId, FontProblem};
use crate::frame::{Frame, FrameItem, Glyph, Leaflet, TextRun};

/// What an added hyphen reads as: a soft hyphen, which searching and reading aloud pass over.
const SOFT_HYPHEN: &str = "\u{AD}";

/// Glyphs that stand for one piece of text together.
#[derive(Clone, Copy)]
pub(super) struct Cluster<'a> {
    /// The glyphs, in visual order; at least one.
    pub(super) glyphs: &'a [Glyph],
    /// The text; empty for an added hyphen.
    pub(super) text: &'a str,
}

impl Cluster<'_> {
    /// Whether the text is a mere hint for line breaking or direction: nothing is drawn for it, and nothing read.
    pub(super) fn silent(&self) -> bool {
        let hint = |c| matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
        !self.text.is_empty() && self.text.chars().all(hint)
    }
}

/// The clusters of a run, in visual order.
pub(super) fn clusters(run: &TextRun) -> impl Iterator<Item = Cluster<'_>> {
    let together = |a: &Glyph, b: &Glyph| !a.cluster.is_empty() && a.cluster == b.cluster;
    run.glyphs.chunk_by(together).map(|glyphs| {
        let text = run.text.get(glyphs[0].cluster.clone()).unwrap_or_default();
        Cluster { glyphs, text }
    })
}

/// The text of every glyph used, by face.
pub(super) struct Readings(BTreeMap<FontId, BTreeMap<u16, String>>);

impl Readings {
    /// Reads all runs of a leaflet. A glyph that is a cluster of its own gets the text that it most often stands for;
    /// any other the character that the face draws it for, or its share of the cluster.
    ///
    /// # Errors
    /// A face can't be read.
    pub(super) fn gather(leaflet: &Leaflet, fonts: &FontBook) -> Result<Readings, FontProblem> {
        let mut census = Census::default();
        for side in &leaflet.sides {
            census.frame(&side.frame);
            census.frame(&side.marks);
        }
        let mut readings = BTreeMap::new();
        for (font, faced) in census.faces {
            readings.insert(font, faced.settle(fonts, font)?);
        }
        Ok(Readings(readings))
    }

    /// Each face used, with the glyphs used of it and their texts.
    pub(super) fn faces(&self) -> impl Iterator<Item = (FontId, &BTreeMap<u16, String>)> {
        self.0.iter().map(|(font, glyphs)| (*font, glyphs))
    }

    /// The text of a glyph.
    pub(super) fn of(&self, font: FontId, glyph: u16) -> &str {
        &self.0[&font][&glyph]
    }

    /// The text that a cluster must carry since its glyphs read otherwise; `None` where they read right. A space is a
    /// space for a reader, whatever its width.
    pub(super) fn actual<'a>(&self, font: FontId, cluster: &Cluster<'a>) -> Option<&'a str> {
        if cluster.silent() {
            return None;
        }
        if cluster.text.is_empty() {
            return Some(SOFT_HYPHEN);
        }
        let read: String = cluster.glyphs.iter().map(|glyph| self.of(font, glyph.id)).collect();
        let blank = |text: &str| text.chars().all(char::is_whitespace);
        (read != cluster.text && !(blank(&read) && blank(cluster.text))).then_some(cluster.text)
    }
}

/// What the runs say of the glyphs of one face.
#[derive(Default)]
struct Faced<'a> {
    /// The texts of glyphs that are clusters of their own, with how often they are.
    alone: BTreeMap<u16, BTreeMap<&'a str, usize>>,
    /// Clusters of several glyphs, and added hyphens, whose text is empty.
    shared: BTreeSet<(Vec<u16>, &'a str)>,
}

#[derive(Default)]
struct Census<'a> {
    faces: BTreeMap<FontId, Faced<'a>>,
}

impl<'a> Census<'a> {
    fn frame(&mut self, frame: &'a Frame) {
        for (_, item) in &frame.items {
            match item {
                FrameItem::Group(group) => self.frame(&group.frame),
                FrameItem::Text(run) => {
                    let faced = self.faces.entry(run.font).or_default();
                    clusters(run)
                        .filter(|cluster| !cluster.silent())
                        .for_each(|cluster| faced.count(cluster));
                }
                FrameItem::Path(_) | FrameItem::Link(_) => {}
            }
        }
    }
}

impl<'a> Faced<'a> {
    fn count(&mut self, cluster: Cluster<'a>) {
        match (cluster.glyphs, cluster.text) {
            ([glyph], text) if !text.is_empty() => {
                *self.alone.entry(glyph.id).or_default().entry(text).or_default() += 1;
            }
            (glyphs, text) => {
                self.shared.insert((glyphs.iter().map(|glyph| glyph.id).collect(), text));
            }
        }
    }

    /// One text a glyph.
    fn settle(self, fonts: &FontBook, font: FontId) -> Result<BTreeMap<u16, String>, FontProblem> {
        let mut texts = BTreeMap::new();
        for (glyph, counts) in self.alone {
            let most = counts.into_iter().max_by_key(|&(text, count)| (count, Reverse(text)));
            texts.insert(glyph, most.map_or_else(String::new, |(text, _)| text.to_owned()));
        }
        let all = self.shared.iter().flat_map(|(glyphs, _)| glyphs);
        let unread: BTreeSet<u16> = all.copied().filter(|glyph| !texts.contains_key(glyph)).collect();
        if !unread.is_empty() {
            texts.extend(nominal(fonts.face(font).map_err(Clone::clone)?, &unread));
        }
        for (glyphs, text) in self.shared {
            share(&glyphs, text, &mut texts);
        }
        Ok(texts)
    }
}

/// The first character that the face draws each glyph for, where it draws it for any.
fn nominal(face: &Face, glyphs: &BTreeSet<u16>) -> BTreeMap<u16, String> {
    let private = 0xE000..=0xF8FF;
    let mut characters = BTreeMap::new();
    for (code, glyph) in face.font.charmap().unicodes().filter(|(code, _)| !private.contains(code)) {
        let glyph = u16::try_from(glyph.to_u32()).ok().filter(|glyph| glyphs.contains(glyph));
        if let (Some(glyph), Some(character)) = (glyph, char::from_u32(code)) {
            let first: &mut char = characters.entry(glyph).or_insert(character);
            *first = character.min(*first);
        }
    }
    characters.into_iter().map(|(glyph, character)| (glyph, character.to_string())).collect()
}

/// Vowels that shapers take apart, with their parts (Unicode 16.0, 16.1 and 16.2: Thai SARA AM, Lao AM).
const TAKEN_APART: &[(char, &str)] = &[('\u{E33}', "\u{E4D}\u{E32}"), ('\u{EB3}', "\u{ECD}\u{EB2}")];

/// Gives a cluster's first glyph without a text what the others leave of the cluster's, so that programs that know no
/// ActualText get most of it.
fn share(glyphs: &[u16], text: &str, texts: &mut BTreeMap<u16, String>) {
    let parts =
        |c: char| TAKEN_APART.iter().find(|(whole, _)| *whole == c).map(|(_, parts)| (*parts).to_owned());
    let mut rest: Vec<char> =
        text.chars().flat_map(|c| parts(c).unwrap_or(c.to_string()).chars().collect::<Vec<_>>()).collect();
    for read in glyphs.iter().filter_map(|glyph| texts.get(glyph)).flat_map(|text| text.chars()) {
        if let Some(at) = rest.iter().position(|&left| left == read) {
            rest.remove(at);
        }
    }
    for &glyph in glyphs {
        texts.entry(glyph).or_insert_with(|| {
            let left: String = rest.drain(..).collect();
            let last = || text.chars().last().map_or(SOFT_HYPHEN.to_owned(), String::from);
            if left.is_empty() { last() } else { left }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glyph_without_a_character_reads_as_what_the_others_leave() {
        let mut texts = BTreeMap::from([(7, "\u{E32}".to_owned())]);
        share(&[3, 7], "\u{E49}\u{E33}", &mut texts);
        assert_eq!(texts[&3], "\u{E49}\u{E4D}");
        share(&[4, 5], "a", &mut texts);
        assert_eq!((texts[&4].as_str(), texts[&5].as_str()), ("a", "a"));
    }
}
