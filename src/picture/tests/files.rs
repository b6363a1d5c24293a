//! Pictures made in code, for these tests and for those that damage them (tests/hostile.rs).

use png::{BitDepth, ColorType, Encoder};

/// What a PNG file stores.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Grey,
    /// Grey of sixteen bits.
    Deep,
    GreyAlpha,
    Rgb,
    Rgba,
    /// Numbers of two colours.
    Palette,
}

/// A PNG file of one row.
pub(crate) fn png(kind: Kind, samples: &[u8]) -> Vec<u8> {
    let (color, depth, stride) = match kind {
        Kind::Grey => (ColorType::Grayscale, BitDepth::Eight, 1),
        Kind::Deep => (ColorType::Grayscale, BitDepth::Sixteen, 2),
        Kind::GreyAlpha => (ColorType::GrayscaleAlpha, BitDepth::Eight, 2),
        Kind::Rgb => (ColorType::Rgb, BitDepth::Eight, 3),
        Kind::Rgba => (ColorType::Rgba, BitDepth::Eight, 4),
        Kind::Palette => (ColorType::Indexed, BitDepth::Eight, 1),
    };
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, u32::try_from(samples.len() / stride).unwrap(), 1);
    encoder.set_color(color);
    encoder.set_depth(depth);
    if kind == Kind::Palette {
        encoder.set_palette(&[255, 0, 0, 9, 8, 7][..]);
    }
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(samples).unwrap();
    writer.finish().unwrap();
    file
}

/// The sum of a chunk (ISO/IEC 15948, annex D).
pub(crate) fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(
            sum ^ u32::from(byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 },
        )
    })
}

/// A segment of a JPEG file.
pub(crate) fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker][..], &length, body].concat()
}

/// A JPEG file of blocks of 8 by 8 pixels beside each other, each of one colour, of that many channels.
pub(crate) fn jpeg(blocks: &[[u8; 4]], channels: u8) -> Vec<u8> {
    jpeg_with(blocks, channels, &[])
}

/// The same with segments put in before the picture.
pub(crate) fn jpeg_with(blocks: &[[u8; 4]], channels: u8, segments: &[u8]) -> Vec<u8> {
    let mut file = vec![0xFF, 0xD8];
    file.extend(segments);
    // Quantised by 8, the first coefficient of a block is its level less 128.
    file.extend(segment(0xDB, &[&[0][..], &[8; 64]].concat()));
    let width = u16::try_from(blocks.len() * 8).unwrap().to_be_bytes();
    let parts = (1..=channels).flat_map(|id| [id, 0x11, 0]);
    let frame = [8, 0, 8, width[0], width[1], channels].into_iter().chain(parts);
    file.extend(segment(0xC0, &frame.collect::<Vec<u8>>()));
    // Twelve codes of four bits for sizes, and one of one bit for "nothing more".
    let sizes: Vec<u8> = [0, 0, 0, 0, 12].into_iter().chain([0; 12]).chain(0..12).collect();
    file.extend(segment(0xC4, &sizes));
    file.extend(segment(0xC4, &[&[0x10, 1][..], &[0; 15], &[0]].concat()));
    let parts = (1..=channels).flat_map(|id| [id, 0]);
    let scan = [channels].into_iter().chain(parts).chain([0, 63, 0]);
    file.extend(segment(0xDA, &scan.collect::<Vec<u8>>()));
    let mut bits = Vec::new();
    let mut last = [0_i32; 4];
    for block in blocks {
        for channel in 0..usize::from(channels) {
            let level = i32::from(block[channel]) - 128;
            let step = level - last[channel];
            last[channel] = level;
            let size = 32 - step.unsigned_abs().leading_zeros();
            let value = if step < 0 { step - 1 } else { step };
            push(&mut bits, i32::try_from(size).unwrap(), 4);
            push(&mut bits, value, size);
            push(&mut bits, 0, 1);
        }
    }
    while bits.len() % 8 != 0 {
        bits.push(true);
    }
    for byte in bits.chunks(8) {
        let byte = byte.iter().fold(0_u8, |byte, &bit| byte << 1 | u8::from(bit));
        file.push(byte);
        if byte == 0xFF {
            file.push(0);
        }
    }
    file.extend([0xFF, 0xD9]);
    file
}

fn push(bits: &mut Vec<bool>, value: i32, count: u32) {
    bits.extend((0..count).rev().map(|bit| value >> bit & 1 == 1));
}
