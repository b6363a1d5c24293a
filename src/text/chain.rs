//! Which face sets which characters. In: a stretch of one style. Out: its grapheme clusters with their faces, what no
//! face has, which faces can't be read. Fallback is by cluster, for Latin by word, so that no word is set from two faces.

use std::ops::Range;

use unicode_script::{Script, UnicodeScript};

use crate::font::{FontId, FontProblem};
use crate::text::shaper::{LangId, Shaper};
use crate::text::styles::Styled;

/// A grapheme cluster with the face that it is set in.
pub(crate) struct Faced {
    /// Its bytes.
    pub(crate) range: Range<usize>,
    /// The face.
    pub(crate) font: FontId,
}

/// The clusters of a stretch with their faces; none when the font manifest is empty.
pub(crate) fn assign_faces(
    shaper: &Shaper<'_>,
    text: &str,
    styled: &Styled,
    lang: LangId,
    problems: &mut Problems,
) -> Vec<Faced> {
    let chain: Vec<FontId> = shaper.chain(lang, styled.variant).collect();
    let mut out: Vec<Faced> = Vec::new();
    for word in word_clusters(shaper, text, styled.range.clone()) {
        let whole = &text[word[0].start..word[word.len() - 1].end];
        let shared = (word.len() > 1)
            .then(|| {
                latin_face(shaper, &chain, whole).or_else(|| first_covering(shaper, &chain, whole, problems))
            })
            .flatten();
        for range in word {
            let font = shared.or_else(|| first_covering(shaper, &chain, &text[range.clone()], problems));
            match font {
                Some(font) => out.push(Faced { range, font }),
                None => by_character(shaper, &chain, text, range, &mut out, problems),
            }
        }
    }
    join_spaces(shaper, text, &mut out);
    out
}

/// Sets a cluster of which no face has all by character; what no face has at all is an error.
fn by_character(
    shaper: &Shaper<'_>,
    chain: &[FontId],
    text: &str,
    cluster: Range<usize>,
    out: &mut Vec<Faced>,
    problems: &mut Problems,
) {
    for (at, c) in text[cluster.clone()].char_indices() {
        let range = cluster.start + at..cluster.start + at + c.len_utf8();
        let font = first_covering(shaper, chain, &text[range.clone()], problems).or_else(|| {
            problems.missing.get_or_insert(c);
            chain.first().copied()
        });
        out.extend(font.map(|font| Faced { range, font }));
    }
}

/// Gives a space between two words of one face to that face, where it has one.
fn join_spaces(shaper: &Shaper<'_>, text: &str, clusters: &mut [Faced]) {
    for at in 1..clusters.len().saturating_sub(1) {
        let (before, after) = (clusters[at - 1].font, clusters[at + 1].font);
        let space = &text[clusters[at].range.clone()];
        if before == after && space.trim().is_empty() && covers(shaper, before, space) == Ok(true) {
            clusters[at].font = before;
        }
    }
}

/// The grapheme clusters of a range, those of a Latin word together.
fn word_clusters(shaper: &Shaper<'_>, text: &str, range: Range<usize>) -> Vec<Vec<Range<usize>>> {
    let mut words: Vec<Vec<Range<usize>>> = Vec::new();
    let mut open = false;
    let mut start = range.start;
    for end in shaper.graphemes.segment_str(&text[range.clone()]).map(|end| range.start + end).skip(1) {
        // An apostrophe between letters is of their word.
        let apostrophe =
            open && &text[start..end] == "’" && text[end..range.end].chars().next().is_some_and(is_latin);
        let latin = apostrophe || text[start..end].chars().next().is_some_and(is_latin);
        match words.last_mut().filter(|_| open && latin) {
            Some(word) => word.push(start..end),
            None => words.push(std::iter::once(start..end).collect()),
        }
        (open, start) = (latin, end);
    }
    words
}

/// Whether a character is a letter of a Latin word.
fn is_latin(c: char) -> bool {
    c.script() == Script::Latin
}

/// The face for a Latin word with an apostrophe: that mark is a full square in faces of Chinese, so the word goes to a face
/// made for Latin.
fn latin_face(shaper: &Shaper<'_>, chain: &[FontId], word: &str) -> Option<FontId> {
    let made_for =
        |font: &FontId| shaper.face(*font).is_ok_and(|face| face.entry.scripts.iter().any(|s| s == "Latn"));
    let apostrophe = word.contains('’');
    chain
        .iter()
        .copied()
        .filter(|_| apostrophe)
        .find(|font| made_for(font) && covers(shaper, *font, word) == Ok(true))
}

fn first_covering(
    shaper: &Shaper<'_>,
    chain: &[FontId],
    text: &str,
    problems: &mut Problems,
) -> Option<FontId> {
    chain.iter().copied().find(|&font| {
        covers(shaper, font, text).unwrap_or_else(|damaged| {
            problems.damaged(damaged);
            false
        })
    })
}

/// Whether a face has glyphs for all of a text.
///
/// # Errors
/// The face can't be read.
fn covers<'f>(shaper: &Shaper<'f>, font: FontId, text: &str) -> Result<bool, &'f FontProblem> {
    let face = shaper.face(font)?;
    let has = |c: char| face.covers(c) || stand_in(c).is_some_and(|plain| face.covers(plain));
    Ok(text.chars().all(|c| is_invisible(c) || has(c)))
}

/// The plain character by means of which the shaper sets a space of another width, or a hyphen that doesn't break.
fn stand_in(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '\u{2011}' => Some('\u{2010}'),
        _ => None,
    }
}

/// Whether a character needs no glyph: controls, and what Unicode lets be ignored by default.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e0fff}')
}

/// What was found wrong with the faces for a paragraph.
#[derive(Default)]
pub(crate) struct Problems {
    /// Faces that can't be read, each once.
    pub(crate) damaged: Vec<FontProblem>,
    /// The first character that no face has. One is enough to see that the language needs another face.
    pub(crate) missing: Option<char>,
}

impl Problems {
    fn damaged(&mut self, problem: &FontProblem) {
        if !self.damaged.contains(problem) {
            self.damaged.push(problem.clone());
        }
    }
}
