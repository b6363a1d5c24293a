//! PNG files (ISO/IEC 15948) of every kind into pixels of sRGB, eight bits a channel, with how opaque they are beside.

use std::io::Cursor;

use png::{ColorType, Decoder, Info, Limits, Transformations};

use super::error::PictureError;
use super::hidden::hide;
use super::profile::ToSrgb;
use super::{bounds, exif};
use crate::frame::{Channels, Pixels, Raster, Turn};

/// What a file may make the decoder hold beside the pixels: a row, a profile.
const WORKING: usize = 16 << 20;

/// Reads a file.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(file: &[u8]) -> Result<Raster, PictureError> {
    let damaged = |error: png::DecodingError| PictureError::Undecodable(error.to_string());
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: WORKING });
    decoder.set_ignore_text_chunk(true);
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let header = decoder.read_header_info().map_err(damaged)?;
    let (width, height) = (header.width, header.height);
    bounds::check_pixels(width, height)?;

    let mut reader = decoder.read_info().map_err(damaged)?;
    let size = reader.output_buffer_size().ok_or(PictureError::TooLarge)?;
    let mut bytes = vec![0; size];
    let output = reader.next_frame(&mut bytes).map_err(damaged)?;
    if (output.width, output.height) != (width, height) {
        return Err(PictureError::FirstFrame);
    }
    reader.finish().map_err(damaged)?;
    bytes.truncate(output.buffer_size());
    let (channels, mut samples, alpha) = split_opacity(bytes, output.color_type);
    let info = reader.info();
    if let Some(profile) = colour_profile(info, channels) {
        profile.apply(&mut samples, channels);
    }
    let (channels, samples) = thin_to_grey(channels, samples);
    let turn = info.exif_metadata.as_deref().map_or(Turn::NONE, exif::turn);
    let mut raster =
        Raster { width, height, turn, channels, pixels: Pixels::Plain(samples), alpha, inks: None };
    hide(&mut raster);
    Ok(raster)
}

/// Colour and opacity apart; the second only where something shows through.
fn split_opacity(bytes: Vec<u8>, kind: ColorType) -> (Channels, Vec<u8>, Option<Vec<u8>>) {
    let (channels, stride) = match kind {
        ColorType::Grayscale => return (Channels::Grey, bytes, None),
        // What is stored by a palette comes out as colours.
        ColorType::Rgb | ColorType::Indexed => return (Channels::Rgb, bytes, None),
        ColorType::GrayscaleAlpha => (Channels::Grey, 2),
        ColorType::Rgba => (Channels::Rgb, 4),
    };
    let alpha: Vec<u8> = bytes.iter().skip(stride - 1).step_by(stride).copied().collect();
    let samples = bytes.chunks_exact(stride).flat_map(|pixel| &pixel[..stride - 1]).copied().collect();
    let opaque = alpha.iter().all(|&alpha| alpha == u8::MAX);
    (channels, samples, Some(alpha).filter(|_| !opaque))
}

/// Colours that are all grey as grey.
fn thin_to_grey(channels: Channels, samples: Vec<u8>) -> (Channels, Vec<u8>) {
    let grey = |pixel: &[u8; 3]| pixel[0] == pixel[1] && pixel[1] == pixel[2];
    if channels == Channels::Rgb && samples.as_chunks::<3>().0.iter().all(grey) {
        (Channels::Grey, samples.into_iter().step_by(3).collect())
    } else {
        (channels, samples)
    }
}

/// How its pixels become sRGB, by the order of the standard (11.3.3): what says sRGB, a profile, a tone curve.
fn colour_profile(info: &Info, channels: Channels) -> Option<ToSrgb> {
    // The gamma that programs write beside sRGB, which is a little off it (11.3.3.5).
    const SRGB: f64 = 0.45455;
    if info.srgb.is_some() {
        return None;
    }
    if let Some(profile) = &info.icc_profile {
        return ToSrgb::by_icc(profile, channels);
    }
    let gamma = f64::from(info.gama_chunk?.into_value());
    ToSrgb::by_gamma(gamma, channels).filter(|_| (gamma - SRGB).abs() > 0.02)
}
