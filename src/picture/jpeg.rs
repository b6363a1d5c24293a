//! JPEG files (ITU-T T.81) as they are, less everything that is not needed to show them: Exif data, previews, profiles,
//! comments and whatever follows the picture go. Decoded once, to know that the file is whole.

use std::sync::Arc;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::error::{PictureError, Unusual};
use super::profile::{ToSrgb, ink_table};
use super::scan::check_scans;
use super::segments::{Broken, Segment, segments};
use super::{bounds, exif};
use crate::frame::{Channels, Pixels, Raster, Turn};

/// The most passes of a progressive file; programs write about ten.
const MOST_SCANS: usize = 32;

/// Reads a file.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(file: &[u8]) -> Result<Raster, PictureError> {
    let bare = strip_file(file)?;
    let BareFile { width, height, channels, inverted, turn, .. } = bare;
    check_scans(&bare.file)?;
    let mut samples = decode(&bare.file, channels, inverted)?;
    let pixels = match ToSrgb::by_icc(&bare.profile, channels) {
        Some(to_srgb) => {
            to_srgb.apply(&mut samples, channels);
            Pixels::Plain(samples)
        }
        None => Pixels::Jpeg { file: bare.file, inverted },
    };
    let inks = (channels == Channels::Cmyk).then(|| ink_table(&bare.profile)).flatten().map(Arc::new);
    Ok(Raster { width, height, turn, channels, pixels, alpha: None, inks })
}

/// Pixels that were packed, or are there already.
pub type Unpacked<'a> = std::borrow::Cow<'a, [u8]>;

/// The pixels of a picture, row by row; inks 255 where they are full.
pub fn unpack(raster: &Raster) -> Unpacked<'_> {
    match &raster.pixels {
        Pixels::Plain(samples) => samples.into(),
        Pixels::Jpeg { file, inverted } => {
            decode(file, raster.channels, *inverted).expect("it was decoded when it was read").into()
        }
    }
}

/// Decodes a stripped file. Without the processor's special instructions, so that every machine gets the same pixels.
fn decode(file: &[u8], channels: Channels, inverted: bool) -> Result<Vec<u8>, PictureError> {
    let out = match channels {
        Channels::Grey => ColorSpace::Luma,
        Channels::Rgb => ColorSpace::RGB,
        Channels::Cmyk => ColorSpace::CMYK,
    };
    let options = DecoderOptions::new_safe()
        .set_strict_mode(true)
        .jpeg_set_max_scans(MOST_SCANS)
        .jpeg_set_out_colorspace(out);
    // Four channels are decoded as they are stored; the decoder has no way from YCCK to inks.
    let transform = (channels == Channels::Cmyk).then(|| adobe_transform(file)).flatten();
    let plain = transform.map(|at| {
        let mut plain = file.to_vec();
        plain[at] = 0;
        plain
    });
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(plain.as_deref().unwrap_or(file)), options);
    let mut samples = decoder.decode().map_err(|error| {
        let reason = format!("{error:?}");
        PictureError::Undecodable(reason.lines().next().unwrap_or_default().to_owned())
    })?;
    let [across, down] = decoder.dimensions().map_or([0, 0], |(across, down)| [across, down]);
    if samples.len() != across * down * channels.count() {
        return Err(PictureError::Damaged);
    }
    if channels == Channels::Cmyk {
        if transform.is_some_and(|at| file[at] == 2) {
            inks_of_ycck(&mut samples);
        }
        if inverted {
            samples.iter_mut().for_each(|ink| *ink = 255 - *ink);
        }
    }
    Ok(samples)
}

/// Where the transform stands in the Adobe segment that `strip` writes first.
fn adobe_transform(file: &[u8]) -> Option<usize> {
    (file.get(2..11)? == b"\xFF\xEE\0\x0EAdobe").then_some(17)
}

/// YCCK to inks as stored (Adobe Technical Note 5116): the first three channels by the way of JFIF, turned over.
fn inks_of_ycck(samples: &mut [u8]) {
    let byte = |value: i32| u8::try_from((value + 32_768).clamp(0, 255 << 16) >> 16).unwrap_or(u8::MAX);
    for pixel in samples.as_chunks_mut::<4>().0 {
        let [y, cb, cr] = [pixel[0], pixel[1], pixel[2]].map(i32::from);
        let (y, cb, cr) = (y << 16, cb - 128, cr - 128);
        // 1.402, 0.344136, 0.714136 and 1.772 in sixteen bits (ITU-T T.871, 7).
        let rgb = [y + 91_881 * cr, y - 22_554 * cb - 46_802 * cr, y + 116_130 * cb];
        for (ink, light) in pixel.iter_mut().zip(rgb) {
            *ink = 255 - byte(light);
        }
    }
}

/// A file with nothing in it but the picture, and what was taken from the rest.
struct BareFile {
    file: Vec<u8>,
    width: u32,
    height: u32,
    channels: Channels,
    inverted: bool,
    turn: Turn,
    profile: Vec<u8>,
}

/// Copies the segments that a decoder needs.
fn strip_file(file: &[u8]) -> Result<BareFile, PictureError> {
    let (mut kept, mut header) = (Vec::new(), Header::default());
    let (mut scans, mut coded_bytes) = (0, 0);
    for segment in segments(file) {
        let Segment { marker, body, coded } = segment.map_err(picture_error)?;
        match marker {
            // Tables, restarts, the frame.
            0xC4 | 0xDB | 0xDD => keep_segment(&mut kept, marker, body),
            0xC0..=0xC2 if header.frame.is_none() => {
                header.frame = Some(read_frame(body)?);
                keep_segment(&mut kept, marker, body);
            }
            0xDA => {
                scans += 1;
                if scans > MOST_SCANS {
                    return Err(PictureError::Unusual(Unusual::Passes(MOST_SCANS)));
                }
                coded_bytes += coded.len();
                keep_segment(&mut kept, marker, body);
                kept.extend_from_slice(coded);
            }
            0xE0..=0xEF => header.read_application(marker, body),
            0xFE => {}
            0xC3 | 0xC5..=0xCF => return Err(PictureError::Unusual(Unusual::Coding)),
            _ => return Err(PictureError::Unusual(Unusual::Parts)),
        }
    }
    // Every block takes a bit at least; decoders fill up what is missing with grey.
    let frame = header.frame.take().filter(|frame| scans > 0 && coded_bytes * 8 >= frame.blocks);
    let frame = frame.ok_or(PictureError::NoPicture)?;
    let (channels, transform) = header.colours(&frame.ids)?;
    let mut bare = vec![0xFF, 0xD8];
    // Said in so many words, so that no program has to guess how channels are mixed.
    if channels != Channels::Grey {
        keep_segment(&mut bare, 0xEE, &[b"Adobe\0\x64\0\0\0\0", &[transform][..]].concat());
    }
    bare.append(&mut kept);
    bare.extend([0xFF, 0xD9]);
    Ok(BareFile {
        file: bare,
        width: frame.width,
        height: frame.height,
        channels,
        inverted: channels == Channels::Cmyk && header.adobe.is_some(),
        turn: header.turn,
        profile: header.profile(),
    })
}

fn picture_error(broken: Broken) -> PictureError {
    match broken {
        Broken::CutShort => PictureError::CutShort,
        Broken::Damaged => PictureError::Damaged,
    }
}

fn keep_segment(kept: &mut Vec<u8>, marker: u8, body: &[u8]) {
    let length = u16::try_from(body.len() + 2).expect("a segment's length was read from two bytes");
    kept.extend([0xFF, marker]);
    kept.extend(length.to_be_bytes());
    kept.extend_from_slice(body);
}

/// What a frame header says (T.81, B.2.2).
struct FrameHeader {
    width: u32,
    height: u32,
    /// The names of the channels.
    ids: Vec<u8>,
    /// How many blocks of 8 by 8 pixels all channels have.
    blocks: usize,
}

fn read_frame(body: &[u8]) -> Result<FrameHeader, PictureError> {
    let [precision, high, low, wide, narrow, count] =
        *body.first_chunk::<6>().ok_or(PictureError::CutShort)?;
    if precision != 8 {
        return Err(PictureError::Unusual(Unusual::Depth));
    }
    let (height, width) = (u16::from_be_bytes([high, low]), u16::from_be_bytes([wide, narrow]));
    bounds::check_pixels(u32::from(width), u32::from(height))?;
    let channels = body[6..].as_chunks::<3>().0;
    if body.len() != 6 + 3 * usize::from(count) {
        return Err(PictureError::CutShort);
    }
    Ok(FrameHeader {
        width: u32::from(width),
        height: u32::from(height),
        ids: channels.iter().map(|channel| channel[0]).collect(),
        blocks: count_blocks(usize::from(width), usize::from(height), channels),
    })
}

/// How many blocks of 8 by 8 pixels channels have, each given by its name, its sampling factors and its table (T.81, A.1.1).
fn count_blocks(width: usize, height: usize, channels: &[[u8; 3]]) -> usize {
    let factors = || channels.iter().map(|channel| [channel[1] >> 4, channel[1] & 15].map(usize::from));
    let most = |axis: usize| factors().map(|factor| factor[axis]).max().unwrap_or(1).max(1);
    let [most_across, most_down] = [most(0), most(1)];
    let blocks = factors().map(|[across, down]| {
        (width * across).div_ceil(8 * most_across) * (height * down).div_ceil(8 * most_down)
    });
    blocks.sum()
}

/// What a file says before its pixels.
#[derive(Default)]
struct Header {
    frame: Option<FrameHeader>,
    /// The transform that Adobe's segment names.
    adobe: Option<u8>,
    jfif: bool,
    turn: Turn,
    /// Pieces of the profile by their numbers.
    pieces: Vec<(u8, Vec<u8>)>,
}

impl Header {
    fn read_application(&mut self, marker: u8, body: &[u8]) {
        match marker {
            0xE0 => self.jfif |= body.starts_with(b"JFIF\0"),
            0xE1 => {
                if let Some(data) = body.strip_prefix(b"Exif\0\0") {
                    self.turn = exif::turn(data);
                }
            }
            0xE2 => {
                if let Some([number, _, data @ ..]) = body.strip_prefix(b"ICC_PROFILE\0") {
                    self.pieces.push((*number, data.to_vec()));
                }
            }
            0xEE if body.starts_with(b"Adobe") => self.adobe = body.get(11).copied(),
            _ => {}
        }
    }

    fn profile(mut self) -> Vec<u8> {
        self.pieces.sort();
        self.pieces.into_iter().flat_map(|(_, data)| data).collect()
    }

    /// What a pixel holds, and how channels are mixed: as Adobe's segment says, by JFIF, or by the channels' names.
    fn colours(&self, ids: &[u8]) -> Result<(Channels, u8), PictureError> {
        match (ids.len(), self.adobe) {
            (1, _) => Ok((Channels::Grey, 0)),
            (3, Some(0)) if !self.jfif => Ok((Channels::Rgb, 0)),
            (3, None) if !self.jfif && ids == b"RGB" => Ok((Channels::Rgb, 0)),
            (3, _) => Ok((Channels::Rgb, 1)),
            (4, Some(2)) => Ok((Channels::Cmyk, 2)),
            (4, _) => Ok((Channels::Cmyk, 0)),
            (count, _) => Err(PictureError::Unusual(Unusual::Channels(count))),
        }
    }
}
