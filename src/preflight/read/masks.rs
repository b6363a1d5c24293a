//! What a mask hides of a picture (ISO 32000-1 8.9.6.3, 11.6.5.3): pixels that nobody sees are still in the file. In: a picture
//! with its mask. Out: whether there is something behind it.

use std::collections::VecDeque;

use hayro_syntax::Filter;
use hayro_syntax::object::stream::ImageDecodeParams;
use hayro_syntax::object::{Array, Dict, Object, Stream};

use super::file::File;
use super::values::{name, numbers};
use super::{limits, notes, raw};

/// The most samples of all pictures that are looked at behind their masks.
const SAMPLES: usize = 200 << 20;
/// How far a packing with losses lets colours run behind a mask, in pixels, and how far apart they may be then.
const RUN: usize = 8;
const APART: u8 = 48;

/// What was found behind masks.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Masks {
    /// How many pictures have something behind their mask.
    pub(crate) hiding: usize,
    /// How many masked pictures could not be looked at.
    pub(crate) unread: usize,
}

/// Looks behind the masks of all pictures of a file.
pub(crate) fn look_behind_masks(file: &File<'_>) -> Masks {
    let (mut masks, mut left) = (Masks::default(), SAMPLES);
    for object in file.objects() {
        let Object::Stream(image) = object else { continue };
        if name(image.dict(), "Subtype").as_deref() != Some("Image") {
            continue;
        }
        let Some((mask, kind)) = mask_of(image.dict()) else { continue };
        match hides(&image, &mask, kind, &mut left) {
            Some(true) => masks.hiding += 1,
            Some(false) => {}
            None => masks.unread += 1,
        }
    }
    masks
}

/// A picture’s mask, and which of its samples hide.
fn mask_of<'a>(image: &Dict<'a>) -> Option<(Stream<'a>, Hides)> {
    let soft = image.get::<Stream<'a>>("SMask").map(|mask| (mask, Hides::Noughts));
    soft.or_else(|| image.get::<Stream<'a>>("Mask").map(|mask| (mask, Hides::Ones)))
}

/// Which samples of a mask hide, where it doesn't turn them over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Hides {
    Noughts,
    Ones,
}

/// Samples, row by row.
struct Samples {
    width: usize,
    height: usize,
    parts: usize,
    values: Vec<u8>,
    is_lossy: bool,
}

impl Samples {
    fn at(&self, x: usize, y: usize) -> &[u8] {
        let start = (y * self.width + x) * self.parts;
        self.values.get(start..start + self.parts).unwrap_or_default()
    }
}

fn hides(image: &Stream<'_>, mask: &Stream<'_>, kind: Hides, left: &mut usize) -> Option<bool> {
    let (colors, alpha) = (samples(image, left)?, samples(mask, left)?);
    let decode = mask.dict().get::<Array<'_>>("Decode");
    let decode = decode.map(|decode| numbers(&decode.iter().collect::<Vec<_>>()));
    let is_turned = decode.is_some_and(|decode| decode.first().is_some_and(|first| *first > 0.5));
    let hiding = if (kind == Hides::Ones) == is_turned { 0 } else { u8::MAX };
    let side = |at: usize, of: usize, to: usize| at * to / of;
    let hidden: Vec<bool> = (0..colors.width * colors.height)
        .map(|at| {
            let (x, y) = (at % colors.width, at / colors.width);
            let (x, y) = (side(x, colors.width, alpha.width), side(y, colors.height, alpha.height));
            alpha.at(x, y).first() == Some(&hiding)
        })
        .collect();
    Some(if colors.is_lossy { varies_far_behind(&colors, &hidden) } else { holds_more(&colors, &hidden) })
}

/// Whether hidden pixels hold more than one colour and more than what is seen beside them: those that go on from a pixel that is
/// seen, in its colour, tell nothing.
fn holds_more(colors: &Samples, hidden: &[bool]) -> bool {
    let (width, height) = (colors.width, colors.height);
    let color = |at: usize| colors.at(at % width, at / width);
    let mut all = (0..hidden.len()).filter(|&at| hidden[at]);
    let Some(first) = all.next() else { return false };
    if all.all(|at| color(at) == color(first)) {
        return false;
    }
    let mut known: Vec<bool> = hidden.iter().map(|hidden| !hidden).collect();
    let mut next: VecDeque<usize> = (0..hidden.len()).filter(|&at| known[at]).collect();
    while let Some(at) = next.pop_front() {
        let (x, y) = (at % width, at / width);
        for (x, y) in (y.saturating_sub(1)..(y + 2).min(height))
            .flat_map(|y| (x.saturating_sub(1)..(x + 2).min(width)).map(move |x| (x, y)))
        {
            let beside = y * width + x;
            if !known[beside] && color(beside) == color(at) {
                known[beside] = true;
                next.push_back(beside);
            }
        }
    }
    known.contains(&false)
}

/// Whether pixels far behind the mask differ by more than a packing with losses makes them.
fn varies_far_behind(colors: &Samples, hidden: &[bool]) -> bool {
    let (width, height) = (colors.width, colors.height);
    let mut ends = vec![[u8::MAX, 0]; colors.parts];
    // How many hidden pixels lie in a row and above one another up to each.
    let mut above = vec![0_usize; width];
    for y in 0..height {
        let mut before = 0;
        for x in 0..width {
            let is_hidden = hidden[y * width + x];
            (before, above[x]) = if is_hidden { (before + 1, above[x] + 1) } else { (0, 0) };
            let is_far =
                before > RUN && above[x] > RUN && far_from_what_follows(hidden, [x, y], [width, height]);
            if is_far {
                for (end, value) in ends.iter_mut().zip(colors.at(x, y)) {
                    *end = [end[0].min(*value), end[1].max(*value)];
                }
            }
        }
    }
    ends.iter().any(|[low, high]| high.saturating_sub(*low) > APART)
}

fn far_from_what_follows(hidden: &[bool], [x, y]: [usize; 2], [width, height]: [usize; 2]) -> bool {
    let right = (x..(x + RUN).min(width)).all(|x| hidden[y * width + x]);
    right && (y..(y + RUN).min(height)).all(|y| hidden[y * width + x])
}

/// The samples of a picture, brought to bytes; `None` where they can't be read, or not within the limits.
fn samples(image: &Stream<'_>, left: &mut usize) -> Option<Samples> {
    let dict = image.dict();
    let side =
        |key: &str| dict.get::<u32>(key).and_then(|side| usize::try_from(side).ok()).filter(|side| *side > 0);
    let (width, height) = (side("Width")?, side("Height")?);
    let filters = image.filters();
    let is_lossy = filters.contains(&Filter::DctDecode);
    let is_foreign =
        |filter: &Filter| matches!(filter, Filter::JpxDecode | Filter::Jbig2Decode | Filter::CcittFaxDecode);
    if filters.iter().any(is_foreign) || is_lossy && filters.len() > 1 {
        return None;
    }
    let count = width.checked_mul(height)?;
    *left = left.checked_sub(count.checked_mul(4)?)?;
    if is_lossy {
        if notes::count_samples(&image.raw_data())? > limits::STREAM / 2 {
            return None;
        }
        let size = [width, height].map(|side| u32::try_from(side).ok());
        let params =
            ImageDecodeParams { width: size[0]?, height: size[1]?, bpc: Some(8), ..Default::default() };
        let values = image.decoded_image(&params).ok()?.data.into_owned();
        let parts = values.len() / count;
        return (parts > 0).then_some(Samples { width, height, parts, values, is_lossy });
    }
    let is_stencil = dict.get::<bool>("ImageMask") == Some(true);
    let bits = if is_stencil { 1 } else { dict.get::<usize>("BitsPerComponent")? };
    limits::picture_size(image, limits::STREAM / 2)?;
    let data = raw::unpack(image)?;
    // Rows start with a byte of their own (ISO 32000-1 8.9.3); what a pixel has of parts follows from their length.
    let parts = (1..=32).find(|parts| (width * parts * bits).div_ceil(8) == data.len() / height)?;
    let row = (width * parts * bits).div_ceil(8);
    let values = match bits {
        8 => (0..height).flat_map(|y| data[y * row..y * row + width * parts].iter().copied()).collect(),
        16 => (0..height).flat_map(|y| data[y * row..(y + 1) * row].iter().step_by(2).copied()).collect(),
        1 | 2 | 4 => {
            let largest = (1_u8 << bits) - 1;
            let sample = |y: usize, at: usize| {
                let bit = at * bits;
                (data[y * row + bit / 8] >> (8 - bits - bit % 8) & largest) * (u8::MAX / largest)
            };
            (0..height)
                .flat_map(|y| (0..width * parts).map(move |at| sample(y, at)).collect::<Vec<_>>())
                .collect()
        }
        _ => return None,
    };
    Some(Samples { width, height, parts, values, is_lossy })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture by letters, each a colour; what is hidden is a small letter.
    fn hides(rows: &[&str]) -> bool {
        let letters: Vec<char> = rows.iter().flat_map(|row| row.chars()).collect();
        let values = letters.iter().map(|c| u8::try_from(c.to_ascii_uppercase()).unwrap()).collect();
        let samples = Samples { width: rows[0].len(), height: rows.len(), parts: 1, values, is_lossy: false };
        holds_more(&samples, &letters.iter().map(char::is_ascii_lowercase).collect::<Vec<_>>())
    }

    #[test]
    fn one_colour_and_what_goes_on_from_what_is_seen_tell_nothing() {
        assert!(!hides(&["aaaa", "aBBa", "aaaa"]));
        assert!(!hides(&["bbcc", "bBCc", "bbcc"]));
        assert!(!hides(&["AB", "AB"]));
        assert!(!hides(&["ab", "ab"].map(|_| "aa")));
        assert!(hides(&["aaaaa", "abaBB", "aaaBB"]));
        assert!(hides(&["WWwwww", "WWwbww", "WWwwww"]));
        assert!(hides(&["ab"]));
    }
}
