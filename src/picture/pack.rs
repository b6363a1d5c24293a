//! Pixels packed: by PNG's filters and zlib, which PDF has too (FlateDecode with predictors, ISO 32000-1 7.4.4.4), and as
//! whole PNG files.

use png::{BitDepth, ColorType, Compression, Encoder, Filter, PixelDimensions, Unit};

use crate::geom::whole_number;

/// Pixels to be packed, eight bits a channel.
#[derive(Clone, Copy)]
pub struct Packing<'a> {
    /// How many pixels a row has.
    pub width: u32,
    /// How many rows there are.
    pub height: u32,
    /// What a pixel is.
    pub kind: Kind<'a>,
    /// The pixels, row by row.
    pub samples: &'a [u8],
}

/// What a pixel is.
#[derive(Clone, Copy)]
pub enum Kind<'a> {
    /// That many bytes: 1, 3 or 4.
    Direct(usize),
    /// The number of a colour, red, green, blue by the number.
    Palette(&'a [u8]),
}

/// A PNG file that holds the pixels, and how many of them lie on an inch: nothing else.
pub fn pack(pixels: Packing<'_>, ppi: f64) -> Vec<u8> {
    // The nearest whole number of pixels a metre.
    let metre = whole_number((ppi / 0.0254).round()).clamp(0, i64::from(u16::MAX));
    let metre = u32::try_from(metre).expect("it was bounded");
    encode(pixels, Some(PixelDimensions { xppu: metre, yppu: metre, unit: Unit::Meter }))
}

/// The pixels as a stream of PNG's filters and zlib.
pub fn deflated(pixels: Packing<'_>) -> Vec<u8> {
    let file = encode(pixels, None);
    // The data chunks of the file, one after the other (ISO/IEC 15948, 5.3).
    let (mut stream, mut at) = (Vec::new(), 8);
    while let Some((length, kind)) = chunk(&file, at) {
        if kind == b"IDAT" {
            stream.extend_from_slice(&file[at + 8..at + 8 + length]);
        }
        at += length + 12;
    }
    stream
}

fn chunk(file: &[u8], at: usize) -> Option<(usize, &[u8])> {
    let length: [u8; 4] = file.get(at..at + 4)?.try_into().ok()?;
    Some((usize::try_from(u32::from_be_bytes(length)).ok()?, file.get(at + 4..at + 8)?))
}

fn encode(pixels: Packing<'_>, dimensions: Option<PixelDimensions>) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width, pixels.height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_pixel_dims(dimensions);
    match pixels.kind {
        Kind::Palette(palette) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette);
            // Neighbouring numbers are no neighbouring colours.
            encoder.set_filter(Filter::NoFilter);
        }
        Kind::Direct(count) => {
            encoder.set_color(match count {
                1 => ColorType::Grayscale,
                3 => ColorType::Rgb,
                _ => ColorType::Rgba,
            });
            encoder.set_filter(Filter::Adaptive);
        }
    }
    let mut writer = encoder.write_header().expect("memory takes all that is written to it");
    writer.write_image_data(pixels.samples).expect("the pixels are as many as the header says");
    writer.finish().expect("memory takes all that is written to it");
    file
}
