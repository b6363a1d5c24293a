//! Pages as pictures. In: a PDF. Out: a PNG file for each page, which holds its pixels and their number to the inch, and nothing
//! else. Pages are rendered without special instructions of the processor, so that every machine makes the same file.

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

/// The fewest and the most pixels to the inch. At the most, a sheet of Tabloid has 38 million.
pub const PPI: [u16; 2] = [20, 450];
/// The most colours that a palette holds.
const PALETTE: usize = 256;
/// How many bits of each channel may be dropped so that the colours of a page find room in a palette (H). Two, which nobody
/// sees; up to four where few pixels change, as at the edges of letters. A page with a photograph keeps all its colours.
const SPARED: [u8; 2] = [2, 4];
/// One pixel in so many may change where more than two bits are dropped.
const FEW: usize = 10;

/// Renders every page of a PDF that this program wrote. `ppi` is pixels to the inch.
pub fn write(pdf: Vec<u8>, ppi: f64) -> Vec<Vec<u8>> {
    let pdf = Pdf::new(pdf).expect("the file was written by us");
    let cache = RenderCache::new();
    pdf.pages().iter().map(|page| pack_page(&render_page(page, &cache, ppi / 72.0), ppi)).collect()
}

/// A page as pixels.
struct PagePixels {
    width: u32,
    height: u32,
    /// Red, green and blue of each pixel, row by row.
    samples: Vec<u8>,
}

/// Renders a page with so many pixels to the point.
fn render_page<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>, scale: f64) -> PagePixels {
    let (width, height) = page.render_dimensions();
    let whole = |length: f32| pixels(f64::from(length) * scale);
    let (across, down) = (whole(width), whole(height));
    let plain = vello_cpu::RenderSettings { level: Level::baseline(), num_threads: 0 };
    let mut context = RenderContext::new_with(across, down, plain);
    // The page fills all of its pixels, though it may be a fraction of one wider or narrower.
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
    PagePixels { width: u32::from(across), height: u32::from(down), samples }
}

/// The nearest whole number of pixels.
fn pixels(length: f64) -> u16 {
    u16::try_from(whole_number(length.round()).max(1)).unwrap_or(u16::MAX)
}

/// The PNG file of a page, as small as can be without a loss that is seen: of greys, with a palette, or of all colours.
fn pack_page(page: &PagePixels, ppi: f64) -> Vec<u8> {
    let PagePixels { width, height, samples } = page;
    let colours = samples.as_chunks::<3>().0;
    let file = |kind, samples: &[u8]| pack(Packing { width: *width, height: *height, kind, samples }, ppi);
    if colours.iter().all(|[red, green, blue]| red == green && green == blue) {
        let greys: Vec<u8> = colours.iter().map(|colour| colour[0]).collect();
        return file(Kind::Direct(1), &greys);
    }
    match (0..=SPARED[1]).find_map(|spared| index_colours(colours, spared)) {
        Some(Indexed { palette, indices }) => file(Kind::Palette(&palette), &indices),
        None => file(Kind::Direct(3), samples),
    }
}

/// A page whose pixels are indices into a palette.
#[derive(PartialEq, Debug)]
struct Indexed {
    /// Red, green and blue of each colour.
    palette: Vec<u8>,
    /// The index of each pixel.
    indices: Vec<u8>,
}

/// Makes a palette of the colours of a page, with so many bits of each channel dropped: of the colours that become one, the
/// most frequent stands for all. `None` where too many are left, or where too many pixels would change.
fn index_colours(colours: &[[u8; 3]], spared: u8) -> Option<Indexed> {
    let coarse = |colour: &[u8; 3]| colour.map(|level| level >> spared);
    let mut census: BTreeMap<[u8; 3], BTreeMap<[u8; 3], usize>> = BTreeMap::new();
    for same in colours.chunk_by(|a, b| a == b) {
        *census.entry(coarse(&same[0])).or_default().entry(same[0]).or_default() += same.len();
        if census.len() > PALETTE {
            return None;
        }
    }
    let mut palette = Vec::new();
    let mut index_of = BTreeMap::new();
    let mut unchanged = 0;
    for (index, (key, shades)) in (0..=u8::MAX).zip(census) {
        let (shade, count) = shades.into_iter().max_by_key(|(_, count)| *count)?;
        index_of.insert(key, index);
        palette.extend(shade);
        unchanged += count;
    }
    if spared > SPARED[0] && (colours.len() - unchanged) * FEW > colours.len() {
        return None;
    }
    let pixels = colours.chunk_by(|a, b| a == b);
    let indices = pixels.flat_map(|same| std::iter::repeat_n(index_of[&coarse(&same[0])], same.len()));
    Some(Indexed { indices: indices.collect(), palette })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_palette_holds_each_colour_once_and_spares_bits_only_where_it_must() {
        let few = [[0, 0, 0], [255, 0, 0], [0, 0, 0]];
        let indexed = Indexed { palette: vec![0, 0, 0, 255, 0, 0], indices: vec![0, 1, 0] };
        assert_eq!(index_colours(&few, 0), Some(indexed));
        let many: Vec<[u8; 3]> = (0..=255).flat_map(|level| [[level, 0, 0], [level, 1, 0]]).collect();
        assert_eq!(index_colours(&many, 0), None);
        let Indexed { palette, indices } = index_colours(&many, 1).unwrap();
        assert_eq!((palette.len(), indices.len()), (128 * 3, 512));
        for (index, colour) in indices.iter().zip(&many) {
            let at = usize::from(*index) * 3;
            assert!(palette[at].abs_diff(colour[0]) <= 1 && palette[at + 1].abs_diff(colour[1]) <= 1);
        }
    }

    #[test]
    fn lengths_are_rounded_to_whole_pixels() {
        assert_eq!([0.2, 1.4, 1079.9999, 1080.0004, 1e9].map(pixels), [1, 1, 1080, 1080, u16::MAX]);
    }
}
