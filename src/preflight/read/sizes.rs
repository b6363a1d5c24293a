//! How much comes out of packed bytes, counted without keeping it: deflate (RFC 1951), LZW (ISO 32000-1 7.4.4), run lengths (7.4.5).
//! Counting stops a little beyond a limit. No count is less than what was read, so that counting costs what it counts.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// The codes of LZW that clear its table and end its data, and how many codes its table can hold.
const CLEAR: usize = 256;
const END: usize = 257;
const CODES: usize = 4096;

/// How many bytes come out of deflated ones, each handed on as it comes; `None` when they are not deflated right.
pub(super) fn inflate_size(packed: &[u8], limit: usize, mut taken: impl FnMut(&[u8])) -> Option<usize> {
    let zlib = matches!(packed, [first, second, ..]
        if first & 0x0F == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0 && second & 0x20 == 0);
    let mut rest = if zlib { &packed[2..] } else { packed };
    let mut window = vec![0; 1 << 15];
    let mut state = DecompressorOxide::new();
    let (mut size, mut read_over, mut at) = (0, 0, 0);
    loop {
        let flags = inflate_flags::TINFL_FLAG_IGNORE_ADLER32;
        let (status, read, written) = decompress(&mut state, rest, &mut window, at, flags);
        taken(&window[at..at + written]);
        rest = &rest[read..];
        size += written;
        read_over += read;
        at = (at + written) & (window.len() - 1);
        match status {
            TINFLStatus::Done => return Some(size.max(read_over)),
            TINFLStatus::HasMoreOutput if size <= limit => {}
            TINFLStatus::HasMoreOutput => return Some(size),
            // What is cut off is read as far as it goes.
            TINFLStatus::FailedCannotMakeProgress => return Some(size.max(read_over)),
            _ => return None,
        }
    }
}

/// How many bytes come out of what LZW packed; codes may get longer one entry early or not, and the larger counts.
pub(super) fn lzw_size(packed: &[u8], limit: usize) -> usize {
    lzw_size_by(packed, limit, 1).max(lzw_size_by(packed, limit, 0))
}

fn lzw_size_by(packed: &[u8], limit: usize, early: usize) -> usize {
    // How long the text of each code is.
    let mut lengths = vec![1; END + 1];
    let (mut size, mut previous, mut at) = (0_usize, None::<usize>, 0);
    while size.max(at / 8) <= limit {
        let width = match lengths.len() + early {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        };
        let Some(code) = bits_at(packed, at, width) else { break };
        at += width;
        match code {
            CLEAR => {
                lengths.truncate(END + 1);
                previous = None;
            }
            END => break,
            _ => {
                if lengths.len() < CODES {
                    lengths.extend(previous.map(|before| lengths[before] + 1));
                }
                let Some(length) = lengths.get(code) else { break };
                size += length;
                previous = Some(code);
            }
        }
    }
    size.max(at / 8)
}

/// A number of at most 12 bits from a place counted in bits.
fn bits_at(packed: &[u8], at: usize, width: usize) -> Option<usize> {
    let byte = |offset: usize| packed.get(at / 8 + offset).map_or(0, |byte| usize::from(*byte));
    let word = byte(0) << 16 | byte(1) << 8 | byte(2);
    (at + width <= packed.len() * 8).then_some(word >> (24 - width - at % 8) & ((1 << width) - 1))
}

/// How many bytes come out of run lengths.
pub(super) fn runs_size(packed: &[u8], limit: usize) -> usize {
    let (mut size, mut at) = (0_usize, 0_usize);
    while let Some(&length) = packed.get(at).filter(|_| size.max(at) <= limit) {
        match usize::from(length) {
            128 => break,
            length @ 0..128 => (size, at) = (size + length + 1, at + length + 2),
            length => (size, at) = (size + 257 - length, at + 2),
        }
    }
    size.max(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_deflated_is_counted() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 1 << 20], 9);
        let mut taken = 0;
        assert_eq!(inflate_size(&packed, 1 << 22, |part| taken += part.len()), Some(1 << 20));
        assert_eq!(taken, 1 << 20);
        assert!(inflate_size(&packed, 1 << 16, |_| {}).unwrap() < 1 << 18);
        assert_eq!(inflate_size(b"\xFF\xD8\xFF\xE0", 99, |_| {}), None);
    }

    #[test]
    fn what_lzw_packed_is_counted() {
        // The example of ISO 32000-1 7.4.4.2: ten bytes from nine.
        assert_eq!(lzw_size(b"\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", 1000), 10);
        // A table that is filled with ever longer zeros, then its longest code again and again: more than 1 MB from 16 KB.
        let mut codes: Vec<(usize, usize)> = vec![(0, 9)];
        let width = |known: usize| match known + 1 {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        };
        codes.extend((258..CODES).map(|code| (code, width(code))));
        codes.extend([(CODES - 1, 12)].repeat(10_000 - codes.len()));
        let mut bits: Vec<u8> = Vec::new();
        for (code, width) in codes {
            bits.extend((0..width).rev().map(|bit| u8::from(code >> bit & 1 == 1)));
        }
        let packed: Vec<u8> =
            bits.chunks(8).map(|byte| byte.iter().fold(0, |all, bit| all << 1 | bit)).collect();
        assert!(lzw_size(&packed, usize::MAX / 2) > 20 << 20);
        assert!(lzw_size(&packed, 1000) < 10_000);
    }

    #[test]
    fn runs_are_counted() {
        assert_eq!(runs_size(&[4, 10, 11, 12, 13, 14, 253, 3, 128, 129, 0], 100), 9);
        assert_eq!(runs_size(&[129, 0].repeat(1000), usize::MAX), 128_000);
    }
}
