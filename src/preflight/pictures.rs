//! Pictures of pixels: how many there are to the inch as placed, and how much ink the heaviest of them asks for.

use std::ops::Not;

use hayro_syntax::Filter;
use hayro_syntax::object::stream::ImageDecodeParams;
use hayro_syntax::object::{Array, Dict, Object, Stream};

use crate::color::Profile;
use crate::picture::Resolution;

use super::content::numbers;
use super::draw::{Drawn, Placed};
use super::paint::Matrix;
use super::report::{Check, Facts, Findings};
use super::space::Space;
use super::{exif, limits, raw};

/// What a stencil of one bit needs on a press, whose edges show (H).
const STENCIL: f64 = 600.0;

/// A picture as it is placed by a matrix.
pub(super) fn placed(image: &Stream<'_>, matrix: Matrix, spaces: &Dict<'_>, page: usize) -> Placed {
    let (ink, read) = match space(image, spaces) {
        Space::Cmyk | Space::Icc(4) => match heaviest(image) {
            Some(ink) => (Some(ink), true),
            None => (None, false),
        },
        Space::Indexed(base, table) if matches!(*base, Space::Cmyk | Space::Icc(4)) => {
            (Some(most(&table, as_it_is)), true)
        }
        _ => (None, true),
    };
    let side = |long: &str, short: &str| f64::from(number(image.dict(), long, short));
    Placed {
        pixels: [side("Width", "W"), side("Height", "H")],
        size: matrix.scales(),
        stencil: is_stencil(image),
        page,
        ink,
        read,
    }
}

/// The space of a picture's pixels.
pub(super) fn space(image: &Stream<'_>, spaces: &Dict<'_>) -> Space {
    let dict = image.dict();
    match dict.get::<Object<'_>>("ColorSpace").or_else(|| dict.get::<Object<'_>>("CS")) {
        Some(Object::Name(name)) => Space::named(name.as_ref(), spaces),
        Some(object) => Space::read(&object, spaces, 0),
        // JPEG 2000 tells its own.
        None => Space::Unknown,
    }
}

fn is_stencil(image: &Stream<'_>) -> bool {
    let dict = image.dict();
    dict.get::<bool>("ImageMask").or_else(|| dict.get::<bool>("IM")).unwrap_or(false)
}

fn number(dict: &Dict<'_>, long: &str, short: &str) -> u32 {
    dict.get::<u32>(long).or_else(|| dict.get::<u32>(short)).unwrap_or(0)
}

/// The most ink on a pixel of four inks, in percent; `None` where the pixels can't be read, or not within the limits.
fn heaviest(image: &Stream<'_>) -> Option<f64> {
    let dict = image.dict();
    let (width, height) = (number(dict, "Width", "W"), number(dict, "Height", "H"));
    let filters = image.filters();
    let is_jpeg = filters.contains(&Filter::DctDecode);
    let foreign =
        |filter: &Filter| matches!(filter, Filter::JpxDecode | Filter::Jbig2Decode | Filter::CcittFaxDecode);
    if filters.iter().any(foreign) || dict.get::<u32>("BitsPerComponent").is_some_and(|bits| bits != 8) {
        return None;
    }
    if is_jpeg && filters.len() > 1 || limits::picture(image, limits::STREAM / 2).is_none() {
        return None;
    }
    let said = usize::try_from(width).ok()?.checked_mul(usize::try_from(height).ok()?)?.checked_mul(4)?;
    let held = if is_jpeg { exif::samples(&image.raw_data())? } else { said };
    if said.max(held) > limits::STREAM / 2 {
        return None;
    }
    let params =
        ImageDecodeParams { width, height, bpc: Some(8), num_components: Some(4), ..Default::default() };
    let pixels = match is_jpeg {
        true => image.decoded_image(&params).ok()?.data.into_owned(),
        false => raw::unpacked(image)?.into_owned(),
    };
    let decode = dict.get::<Array<'_>>("Decode").map(|decode| numbers(&decode.iter().collect::<Vec<_>>()));
    let inverted = decode.is_some_and(|decode| decode.first().is_some_and(|first| *first > 0.5));
    let part = if inverted { u8::not } else { as_it_is };
    Some(most(&pixels[..pixels.len().min(said)], part))
}

/// A byte of ink where the file inverts none.
fn as_it_is(part: u8) -> u8 {
    part
}

/// The largest sum of four bytes in a row, in percent of one full ink; `ink` tells how much of it a byte stands for.
fn most(pixels: &[u8], ink: fn(u8) -> u8) -> f64 {
    let sum = |pixel: &[u8]| pixel.iter().map(|&part| u32::from(ink(part))).sum();
    f64::from(pixels.chunks_exact(4).map(sum).max().unwrap_or(0_u32)) / 255.0 * 100.0
}

/// The colours at the ends of a gradient (ISO 32000-1 7.10.3, 7.10.4); of one that is given in samples, none.
pub(super) fn ends(function: &Dict<'_>, ends: &mut Vec<Vec<f64>>, depth: usize) {
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
                self::ends(&part, ends, depth + 1);
            }
        }
        _ => {}
    }
}

/// Checks the pictures.
pub(super) fn check(drawn: &Drawn<'_>, profile: Profile, facts: &mut Facts, findings: &mut Findings) {
    facts.pictures = drawn.pictures.len();
    for placed in &drawn.pictures {
        let Some(found) = resolution(placed) else { continue };
        facts.resolution = Some(facts.resolution.map_or(found, |known: f64| known.min(found)));
        let page = Some(placed.page);
        let message = |wanted: f64| format!("a picture of {found:.0} ppi, where {wanted:.0} are wanted");
        let wanted = match (profile, placed.stencil) {
            (Profile::Press, true) => Resolution { good: STENCIL, least: 0.0 },
            _ => Resolution::of(profile),
        };
        if wanted.refuses(found) {
            findings.error(Check::Resolution, page, message(wanted.good));
        } else if wanted.wants_more(found) {
            findings.warning(Check::Resolution, page, message(wanted.good));
        }
        if profile == Profile::Press && !placed.read {
            findings.warning(Check::Unmeasured, page, "the ink of a picture can’t be measured");
        }
    }
}

/// The coarser of a picture's two resolutions; `None` for one without pixels or of no size.
fn resolution(placed: &Placed) -> Option<f64> {
    let across = |at: usize| placed.pixels[at] / (placed.size[at] / 72.0);
    let found = across(0).min(across(1));
    (found.is_finite() && found > 0.0).then_some(found)
}

#[cfg(test)]
mod tests {
    use hayro_syntax::object::FromBytes;

    use super::*;

    #[test]
    fn ink_adds_up_over_the_plates() {
        assert_eq!(most(&[255, 0, 0, 0, 255, 255, 255, 0], as_it_is), 300.0);
        assert_eq!(most(&[255, 255, 255, 255], u8::not), 0.0);
    }

    #[test]
    fn a_bomb_within_a_page_is_not_unpacked() {
        let image = |count: usize| {
            let data = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; count], 9);
            [b"<</W 8/H 8/BPC 8/CS/CMYK/F/Fl/Length 9>>\nstream\n".as_slice(), &data, b"\nendstream"].concat()
        };
        let read = |bytes: &[u8]| match Object::from_bytes(bytes) {
            Some(Object::Stream(stream)) => heaviest(&stream),
            _ => panic!("no stream"),
        };
        assert_eq!(read(&image(256)), Some(0.0));
        assert_eq!(read(&image(60 << 20)), None);
    }

    #[test]
    fn the_coarser_side_counts() {
        let placed = Placed {
            pixels: [300.0, 300.0],
            size: [72.0, 144.0],
            stencil: false,
            page: 1,
            ink: None,
            read: true,
        };
        assert_eq!(resolution(&placed), Some(150.0));
        assert_eq!(resolution(&Placed { size: [0.0, 72.0], ..placed }), Some(300.0));
    }
}
