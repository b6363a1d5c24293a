//! Pages as pictures. In: the PDF that was written. Out: a PNG file a page, with nothing in it but the pixels and how many
//! of them lie on an inch. Rendered without the processor's special instructions, so that every machine gets the same.

use std::collections::BTreeMap;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{self, Level, Pixmap, RasterizerSettings, RenderContext, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};

use crate::geom::whole_number;
use crate::picture::{Kind, Packing, pack};

/// The fewest and the most pixels to the inch; a sheet of Tabloid has 38 million then.
pub const PPI: [u16; 2] = [20, 450];
/// How many colours a palette holds.
const PALETTE: usize = 256;
/// How many of a channel's bits may be given up so that the colours of a page find room in a palette (H): two, which
/// nobody sees; more only where few pixels change, as at the edges of letters. Pages with photographs keep all their
/// colours.
const SPARED: [u8; 2] = [2, 4];
/// One pixel in so many may change then.
const FEW: usize = 10;

/// Renders every page of a PDF.
pub fn write(pdf: Vec<u8>, ppi: f64) -> Vec<Vec<u8>> {
    let pdf = Pdf::new(pdf).expect("the file was written by us");
    let cache = RenderCache::new();
    pdf.pages().iter().map(|page| png(&render(page, &cache, ppi / 72.0), ppi)).collect()
}

/// Pixels of a page, red, green, blue.
struct Pixels {
    width: u32,
    height: u32,
    samples: Vec<u8>,
}

fn render<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>, scale: f64) -> Pixels {
    let (width, height) = page.render_dimensions();
    let whole = |length: f32| pixels(f64::from(length) * scale);
    let (across, down) = (whole(width), whole(height));
    let plain = vello_cpu::RenderSettings { level: Level::baseline(), num_threads: 0 };
    let mut context = RenderContext::new_with(across, down, plain);
    // The page fills its pixels to the last, also where it is a fraction of one larger.
    let fill =
        Affine::scale_non_uniform(f64::from(across) / f64::from(width), f64::from(down) / f64::from(height));
    let to_pixels = fill * page.initial_transform(true).to_kurbo();
    // Hinted glyphs differ from the printed ones.
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    render_into(page, cache, &InterpreterSettings::default(), &settings, &mut context, to_pixels);
    context.flush();
    let mut pixmap = Pixmap::new(across, down);
    let target =
        RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
    context.render_with(&mut pixmap, &mut vello_cpu::Resources::default(), target);
    let samples = pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    Pixels { width: u32::from(across), height: u32::from(down), samples }
}

/// The nearest whole number of pixels.
fn pixels(length: f64) -> u16 {
    u16::try_from(whole_number(length.round()).max(1)).unwrap_or(u16::MAX)
}

/// A PNG file of a page, as small as it gets without a loss that is seen: greys, a palette, or all colours.
fn png(page: &Pixels, ppi: f64) -> Vec<u8> {
    let Pixels { width, height, samples } = page;
    let colours = samples.as_chunks::<3>().0;
    let file = |kind, samples: &[u8]| pack(Packing { width: *width, height: *height, kind, samples }, ppi);
    if colours.iter().all(|[red, green, blue]| red == green && green == blue) {
        let greys: Vec<u8> = colours.iter().map(|colour| colour[0]).collect();
        return file(Kind::Direct(1), &greys);
    }
    match (0..=SPARED[1]).find_map(|spared| palette(colours, spared)) {
        Some((palette, numbers)) => file(Kind::Palette(&palette), &numbers),
        None => file(Kind::Direct(3), samples),
    }
}

/// The colours of a page, the most frequent of those that differ in the spared bits alone standing for all of them, and
/// the number of each pixel's; `None` where they are too many.
fn palette(colours: &[[u8; 3]], spared: u8) -> Option<(Vec<u8>, Vec<u8>)> {
    let coarse = |colour: &[u8; 3]| colour.map(|level| level >> spared);
    let mut census: BTreeMap<[u8; 3], BTreeMap<[u8; 3], usize>> = BTreeMap::new();
    for same in colours.chunk_by(|a, b| a == b) {
        *census.entry(coarse(&same[0])).or_default().entry(same[0]).or_default() += same.len();
        if census.len() > PALETTE {
            return None;
        }
    }
    let most = |shades: BTreeMap<[u8; 3], usize>| shades.into_iter().max_by_key(|(_, count)| *count);
    let mut palette = Vec::new();
    let mut numbers = BTreeMap::new();
    let mut kept = 0;
    for (number, (key, shades)) in (0..=u8::MAX).zip(census) {
        let (shade, count) = most(shades)?;
        numbers.insert(key, number);
        palette.extend(shade);
        kept += count;
    }
    if spared > SPARED[0] && (colours.len() - kept) * FEW > colours.len() {
        return None;
    }
    let pixels = colours
        .chunk_by(|a, b| a == b)
        .flat_map(|same| std::iter::repeat_n(numbers[&coarse(&same[0])], same.len()));
    Some((palette, pixels.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_palette_holds_each_colour_once_and_spares_bits_only_where_it_must() {
        let few = [[0, 0, 0], [255, 0, 0], [0, 0, 0]];
        assert_eq!(palette(&few, 0), Some((vec![0, 0, 0, 255, 0, 0], vec![0, 1, 0])));
        let many: Vec<[u8; 3]> = (0..=255).flat_map(|level| [[level, 0, 0], [level, 1, 0]]).collect();
        assert_eq!(palette(&many, 0), None);
        let (colours, numbers) = palette(&many, 1).unwrap();
        assert_eq!((colours.len(), numbers.len()), (128 * 3, 512));
        for (number, colour) in numbers.iter().zip(&many) {
            let at = usize::from(*number) * 3;
            assert!(colours[at].abs_diff(colour[0]) <= 1 && colours[at + 1].abs_diff(colour[1]) <= 1);
        }
    }

    #[test]
    fn lengths_are_rounded_to_whole_pixels() {
        assert_eq!([0.2, 1.4, 1079.9999, 1080.0004, 1e9].map(pixels), [1, 1, 1080, 1080, u16::MAX]);
    }
}
