//! What glyphs read as when text is searched, copied or read aloud. A code has one text for the whole file (ToUnicode,
//! ISO 32000-1 9.10.3), and no viewer agrees with another on codes without a text. So each cluster has a code of its
//! own, which draws all its glyphs; where a face takes no new glyphs, its text lies beside it (ActualText, 14.9.4).

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::characters::readable;
use crate::font::{Face, FontBook, FontId, FontProblem};
use crate::frame::{Frame, FrameItem, Glyph, Leaflet, TextRun, walk};
use crate::geom::{Affine, Em};

use super::composite::Part;
use super::numbers::whole_units;

/// What an added hyphen reads as: a soft hyphen, which searching and reading aloud pass over.
const SOFT_HYPHEN: &str = "\u{AD}";

/// What forces a line to end, which reads as a space.
const FORCED: &str = "\u{2028}";

/// Glyphs that stand for one piece of text together.
#[derive(Clone)]
pub(super) struct Cluster<'a> {
    /// The glyphs, in visual order; at least one.
    pub(super) glyphs: &'a [Glyph],
    /// The text as it is read; empty where nothing of it is seen.
    pub(super) text: Cow<'a, str>,
    /// The bytes of the run's text that they stand for; empty for an added hyphen.
    pub(super) range: &'a Range<usize>,
}

impl Cluster<'_> {
    /// Whether the text is a mere hint for line breaking or direction: nothing is drawn for it, and nothing read.
    pub(super) fn silent(&self) -> bool {
        self.text.is_empty()
    }

    /// How far the next cluster starts from this one.
    pub(super) fn advance(&self) -> Em {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    /// What a code for it draws from where it starts, on the baseline: offsets are of the drawing, since a viewer that is
    /// moved to where a mark stands takes the way back for a space. `None` where it lies farther out than a face reaches.
    fn sign(&self, upem: f64) -> Option<Sign> {
        let units = |em: Em| whole_units((em.to_em() * upem).round());
        let mut pen = Em::ZERO;
        let mut parts = Vec::new();
        for glyph in self.glyphs {
            parts.push(Part {
                glyph: glyph.id,
                x: units(pen + glyph.x_offset)?,
                y: units(glyph.y_offset)?,
                spacing: glyph.advance != Em::ZERO,
            });
            pen += glyph.advance;
        }
        Some(Sign { parts, text: self.text.clone().into_owned() })
    }
}

/// The clusters of a run, in visual order.
pub(super) fn clusters(run: &TextRun) -> impl Iterator<Item = Cluster<'_>> {
    let together = |a: &Glyph, b: &Glyph| !a.cluster.is_empty() && a.cluster == b.cluster;
    run.glyphs.chunk_by(together).map(|glyphs| {
        let range = &glyphs[0].cluster;
        let text = match run.text.get(range.clone()).unwrap_or_default() {
            "" => Cow::Borrowed(SOFT_HYPHEN),
            FORCED => Cow::Borrowed(" "),
            text => readable(text),
        };
        Cluster { glyphs, text, range }
    })
}

/// What a code draws, and what it reads as.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Sign {
    parts: Vec<Part>,
    text: String,
}

/// All that is drawn of one face.
pub(super) struct Signs {
    upem: f64,
    /// The glyphs, each with the text that it most often stands for.
    own: BTreeMap<u16, String>,
    /// Those of them that stand for nothing alone.
    parts: BTreeSet<u16>,
    /// What no glyph draws alone and where it stands, or not with that text; sorted.
    added: Vec<Sign>,
}

impl Signs {
    /// The glyphs.
    pub(super) fn glyphs(&self) -> impl Iterator<Item = u16> {
        self.own.keys().copied()
    }

    /// What a glyph reads as.
    pub(super) fn of(&self, glyph: u16) -> &str {
        &self.own[&glyph]
    }

    /// Whether a glyph stands for text only together with others.
    pub(super) fn is_part(&self, glyph: u16) -> bool {
        self.parts.contains(&glyph)
    }

    /// The parts of each drawing that has to be added to the face.
    pub(super) fn added(&self) -> impl Iterator<Item = &[Part]> {
        self.added.iter().map(|sign| sign.parts.as_slice())
    }

    /// What each of these reads as.
    pub(super) fn added_texts(&self) -> impl Iterator<Item = &str> {
        self.added.iter().map(|sign| sign.text.as_str())
    }

    /// Which of these a cluster has; `None` where its glyph is enough.
    pub(super) fn number(&self, cluster: &Cluster) -> Option<usize> {
        self.added.binary_search(&cluster.sign(self.upem)?).ok()
    }

    /// The text that must lie beside a cluster since its glyphs, one by one, read otherwise; `None` where they read
    /// right. A space is a space for a reader, whatever its width.
    pub(super) fn beside<'a>(&self, cluster: &'a Cluster<'_>) -> Option<&'a str> {
        if cluster.silent() {
            return None;
        }
        let read: String = cluster.glyphs.iter().map(|glyph| self.of(glyph.id)).collect();
        let blank = |text: &str| text.chars().all(char::is_whitespace);
        (read != cluster.text && !(blank(&read) && blank(&cluster.text))).then_some(&*cluster.text)
    }
}

/// All that leaflets draw, by face.
pub(super) type Readings = BTreeMap<FontId, Signs>;

/// Reads all runs of leaflets.
///
/// # Errors
/// A face can't be read.
pub(super) fn read_glyphs(leaflets: &[&Leaflet], fonts: &FontBook) -> Result<Readings, FontProblem> {
    let mut census = BTreeMap::new();
    for side in leaflets.iter().flat_map(|leaflet| &leaflet.sides) {
        take_clusters(&side.frame, &mut census);
        take_clusters(&side.marks, &mut census);
    }
    let settle = |(font, clusters): (FontId, Vec<Cluster>)| {
        let face = fonts.face(font).map_err(Clone::clone)?;
        Ok((font, settle(&clusters, face)))
    };
    census.into_iter().map(settle).collect()
}

/// Adds the clusters of a frame that are read.
fn take_clusters<'a>(frame: &'a Frame, census: &mut BTreeMap<FontId, Vec<Cluster<'a>>>) {
    walk(frame, &Affine::IDENTITY, |met| {
        if let FrameItem::Text(run) = met.item {
            let read = clusters(run).filter(|cluster| !cluster.silent());
            census.entry(run.font).or_default().extend(read);
        }
    });
}

fn settle(clusters: &[Cluster], face: &Face) -> Signs {
    // What glyphs that are clusters of their own read as. A hyphen is a hyphen, however often it is an added one.
    let mut counts: BTreeMap<u16, BTreeMap<&str, usize>> = BTreeMap::new();
    for cluster in clusters {
        if let [glyph] = cluster.glyphs {
            *counts.entry(glyph.id).or_default().entry(&cluster.text).or_default() += 1;
        }
    }
    let most = |texts: BTreeMap<&str, usize>| {
        let rank = |&(text, count): &(&str, usize)| (text != SOFT_HYPHEN, count, Reverse(text.to_owned()));
        texts.into_iter().max_by_key(rank).map_or_else(String::new, |(text, _)| text.to_owned())
    };
    let mut own: BTreeMap<u16, String> =
        counts.into_iter().map(|(glyph, texts)| (glyph, most(texts))).collect();

    // What others read as alone, which shows only where the face takes no new glyphs.
    let all =
        clusters.iter().flat_map(|cluster| cluster.glyphs.iter().map(|glyph| (glyph.id, &*cluster.text)));
    let rest: BTreeMap<u16, &str> = all.filter(|(glyph, _)| !own.contains_key(glyph)).collect();
    let nominal = nominal(face, &rest.keys().copied().collect());
    let parts = rest.keys().copied().collect();
    for (glyph, text) in rest {
        let text = nominal.get(&glyph).copied().or_else(|| text.chars().last());
        own.insert(glyph, text.map_or_else(String::new, String::from));
    }

    let alone = |sign: &Sign| match sign.parts.as_slice() {
        [Part { glyph, x: 0, y: 0, .. }] => own[glyph] == sign.text,
        _ => false,
    };
    let signs = clusters.iter().filter_map(|cluster| cluster.sign(face.upem));
    let added: BTreeSet<Sign> = signs.filter(|sign| !alone(sign)).collect();
    Signs { upem: face.upem, own, parts, added: added.into_iter().collect() }
}

/// The first character that the face draws each glyph for, where it draws it for any.
fn nominal(face: &Face, glyphs: &BTreeSet<u16>) -> BTreeMap<u16, char> {
    let private = 0xE000..=0xF8FF;
    let mut characters = BTreeMap::new();
    for (code, glyph) in face.font.charmap().unicodes().filter(|(code, _)| !private.contains(code)) {
        let glyph = u16::try_from(glyph.to_u32()).ok().filter(|glyph| glyphs.contains(glyph));
        if let (Some(glyph), Some(character)) = (glyph, char::from_u32(code)) {
            let first: &mut char = characters.entry(glyph).or_insert(character);
            *first = character.min(*first);
        }
    }
    characters
}
