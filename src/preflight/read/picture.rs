//! Pictures as they are placed: how many pixels they have and how large they come out, and how much ink the heaviest pixel asks for.

use std::ops::Not;

use hayro_syntax::Filter;
use hayro_syntax::object::stream::ImageDecodeParams;
use hayro_syntax::object::{Array, Dict, Object, Stream, dict_or_stream};

use super::matrix::Matrix;
use super::space::ColorSpace;
use super::values::numbers;
use super::{limits, notes, raw};

/// A picture of pixels as it is placed.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct PlacedPicture {
    /// Its pixels, across and down.
    pub(crate) pixels: [f64; 2],
    /// Its size on paper, in points.
    pub(crate) size: [f64; 2],
    /// Whether it is a stencil of one bit.
    pub(crate) is_stencil: bool,
    /// The page, from 1.
    pub(crate) page: usize,
    /// How much ink it asks for.
    pub(crate) ink: PictureInk,
}

/// How much ink a picture asks for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum PictureInk {
    /// It is told as light, or in one ink.
    Light,
    /// The most on a pixel, in percent.
    Most(f64),
    /// Its pixels are inks and can't be read.
    Unread,
}

impl PlacedPicture {
    /// A picture as it is placed by a matrix.
    pub(super) fn new(image: &Stream<'_>, matrix: Matrix, ink: PictureInk, page: usize) -> PlacedPicture {
        let side = |long: &str, short: &str| f64::from(side_of(image.dict(), long, short));
        PlacedPicture {
            pixels: [side("Width", "W"), side("Height", "H")],
            size: matrix.scales(),
            is_stencil: is_stencil(image),
            page,
            ink,
        }
    }

    /// The coarser of its two resolutions, in pixels to the inch; `None` for one without pixels or of no size.
    pub(crate) fn resolution(&self) -> Option<f64> {
        let along = |axis: usize| self.pixels[axis] / (self.size[axis] / 72.0);
        let found = along(0).min(along(1));
        (found.is_finite() && found > 0.0).then_some(found)
    }
}

/// How much ink a picture asks for.
pub(super) fn picture_ink(image: &Stream<'_>, spaces: &Dict<'_>) -> PictureInk {
    match pixel_space(image, spaces) {
        ColorSpace::Cmyk | ColorSpace::Icc(4) => {
            heaviest_pixel(image).map_or(PictureInk::Unread, PictureInk::Most)
        }
        ColorSpace::Indexed(base, table) if matches!(*base, ColorSpace::Cmyk | ColorSpace::Icc(4)) => {
            PictureInk::Most(most_ink(&table, as_it_is))
        }
        _ => PictureInk::Light,
    }
}

/// How many pixels a picture says it has.
pub(super) fn pixel_count(image: &Stream<'_>) -> usize {
    let side =
        |long: &str, short: &str| usize::try_from(side_of(image.dict(), long, short)).unwrap_or(usize::MAX);
    side("Width", "W").saturating_mul(side("Height", "H"))
}

/// The space of a picture's pixels.
pub(super) fn pixel_space(image: &Stream<'_>, spaces: &Dict<'_>) -> ColorSpace {
    let dict = image.dict();
    match dict.get::<Object<'_>>("ColorSpace").or_else(|| dict.get::<Object<'_>>("CS")) {
        Some(Object::Name(name)) => ColorSpace::named(name.as_ref(), spaces),
        Some(object) => ColorSpace::read(&object, spaces, 0),
        // JPEG 2000 tells its own.
        None => ColorSpace::Unknown,
    }
}

fn is_stencil(image: &Stream<'_>) -> bool {
    let dict = image.dict();
    dict.get::<bool>("ImageMask").or_else(|| dict.get::<bool>("IM")).unwrap_or(false)
}

fn side_of(dict: &Dict<'_>, long: &str, short: &str) -> u32 {
    dict.get::<u32>(long).or_else(|| dict.get::<u32>(short)).unwrap_or(0)
}

/// The most ink on a pixel of four inks, in percent; `None` where the pixels can't be read, or not within the limits.
fn heaviest_pixel(image: &Stream<'_>) -> Option<f64> {
    let dict = image.dict();
    let (width, height) = (side_of(dict, "Width", "W"), side_of(dict, "Height", "H"));
    let filters = image.filters();
    let is_jpeg = filters.contains(&Filter::DctDecode);
    if filters.iter().any(is_foreign) || dict.get::<u32>("BitsPerComponent").is_some_and(|bits| bits != 8) {
        return None;
    }
    if is_jpeg && filters.len() > 1 || limits::picture_size(image, limits::STREAM / 2).is_none() {
        return None;
    }
    let said = pixel_count(image).checked_mul(4)?;
    let held = if is_jpeg { notes::count_samples(&image.raw_data())? } else { said };
    if said.max(held) > limits::STREAM / 2 {
        return None;
    }
    let params =
        ImageDecodeParams { width, height, bpc: Some(8), num_components: Some(4), ..Default::default() };
    let pixels = if is_jpeg {
        image.decoded_image(&params).ok()?.data.into_owned()
    } else {
        raw::unpack(image)?.into_owned()
    };
    let decode = dict.get::<Array<'_>>("Decode").map(|decode| numbers(&decode.iter().collect::<Vec<_>>()));
    let inverted = decode.is_some_and(|decode| decode.first().is_some_and(|first| *first > 0.5));
    let part = if inverted { u8::not } else { as_it_is };
    Some(most_ink(&pixels[..pixels.len().min(said)], part))
}

/// Whether pixels are packed in a way that is not unpacked here.
fn is_foreign(filter: &Filter) -> bool {
    matches!(filter, Filter::JpxDecode | Filter::Jbig2Decode | Filter::CcittFaxDecode)
}

/// A byte of ink where the file inverts none.
fn as_it_is(part: u8) -> u8 {
    part
}

/// The largest sum of four bytes in a row, in percent of one full ink; `ink` tells how much of it a byte stands for.
fn most_ink(pixels: &[u8], ink: fn(u8) -> u8) -> f64 {
    let sum = |pixel: &[u8]| pixel.iter().map(|&part| u32::from(ink(part))).sum();
    f64::from(pixels.chunks_exact(4).map(sum).max().unwrap_or(0_u32)) / 255.0 * 100.0
}

/// The space of a gradient, and the colours at its ends; one of no colours where they are given in samples.
pub(super) fn gradient_colors(
    shading: &Object<'_>,
    spaces: &Dict<'_>,
) -> Option<(ColorSpace, Vec<Vec<f64>>)> {
    let (dict, _) = dict_or_stream(shading)?;
    let space = match dict.get::<Object<'_>>("ColorSpace") {
        Some(Object::Name(name)) => ColorSpace::named(name.as_ref(), spaces),
        Some(other) => ColorSpace::read(&other, spaces, 0),
        None => ColorSpace::Unknown,
    };
    let mut ends = Vec::new();
    if let Some(Object::Dict(function)) = dict.get::<Object<'_>>("Function") {
        gradient_ends(&function, &mut ends, 0);
    }
    if ends.is_empty() {
        ends.push(Vec::new());
    }
    Some((space, ends))
}

/// The colours at the ends of a gradient (ISO 32000-1 7.10.3, 7.10.4); of one that is given in samples, none.
fn gradient_ends(function: &Dict<'_>, ends: &mut Vec<Vec<f64>>, depth: usize) {
    match function.get::<i32>("FunctionType") {
        Some(2) => {
            for key in ["C0", "C1"] {
                if let Some(end) = function.get::<Array<'_>>(key) {
                    ends.push(numbers(&end.iter().take(32).collect::<Vec<_>>()));
                }
            }
        }
        Some(3) if depth < 4 => {
            let parts = function.get::<Array<'_>>("Functions").into_iter();
            for part in parts.flat_map(|parts| parts.iter::<Dict<'_>>().take(64).collect::<Vec<_>>()) {
                gradient_ends(&part, ends, depth + 1);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use hayro_syntax::object::FromBytes;

    use super::*;

    #[test]
    fn ink_adds_up_over_the_plates() {
        assert_eq!(most_ink(&[255, 0, 0, 0, 255, 255, 255, 0], as_it_is), 300.0);
        assert_eq!(most_ink(&[255, 255, 255, 255], u8::not), 0.0);
    }

    #[test]
    fn a_bomb_within_a_page_is_not_unpacked() {
        let image = |count: usize| {
            let data = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; count], 9);
            [b"<</W 8/H 8/BPC 8/CS/CMYK/F/Fl/Length 9>>\nstream\n".as_slice(), &data, b"\nendstream"].concat()
        };
        let read = |bytes: &[u8]| match Object::from_bytes(bytes) {
            Some(Object::Stream(stream)) => heaviest_pixel(&stream),
            _ => panic!("no stream"),
        };
        assert_eq!(read(&image(256)), Some(0.0));
        assert_eq!(read(&image(60 << 20)), None);
    }

    #[test]
    fn the_coarser_side_counts() {
        let placed = PlacedPicture {
            pixels: [300.0, 300.0],
            size: [72.0, 144.0],
            is_stencil: false,
            page: 1,
            ink: PictureInk::Light,
        };
        assert_eq!(placed.resolution(), Some(150.0));
        assert_eq!(PlacedPicture { size: [0.0, 72.0], ..placed }.resolution(), Some(300.0));
    }
}
