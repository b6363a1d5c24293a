//! What a file would unpack to, counted before anything unpacks it: a kilobyte can hold a gigabyte. hayro-syntax unpacks whatever
//! it meets, whole, so a file that asks for too much is refused here.

use std::ops::Range;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use super::{ends, raw};

/// The largest file that is read, in bytes.
pub(super) const FILE: usize = 64 << 20;
/// The most that one stream may unpack to, in bytes: a page of the largest paper in four inks at 300 ppi, uncompressed.
pub(super) const STREAM: usize = 96 << 20;
/// The most that all streams may unpack to, in bytes.
const TOTAL: usize = 256 << 20;
/// How often a byte that was packed may at most come out again: deflate, LZW, run lengths (rounded up).
const DEFLATE: usize = 1032;
const LZW: usize = 1400;
const RUNS: usize = 64;

/// How far before `stream` its dictionary is looked for.
const DICTIONARY: usize = 4096;

/// Whether the streams of a file can be unpacked; the error says why not.
pub(super) fn check(bytes: &[u8]) -> Result<(), &'static str> {
    if bytes.len() > FILE {
        return Err("it is larger than 64 MB");
    }
    ends::check(bytes)?;
    let mut total = 0_usize;
    let ends: Vec<usize> = raw::places(bytes, b"endstream").collect();
    for start in raw::streams(bytes) {
        let end = ends.get(ends.partition_point(|end| *end < start)).copied().unwrap_or(bytes.len());
        let size = unpacked(bytes, start..end, TOTAL - total)?;
        total += size;
        if size > STREAM || total > TOTAL {
            return Err("it unpacks to more than a printed page can hold");
        }
    }
    Ok(())
}

/// How many bytes the stream that lies there unpacks to, or may.
fn unpacked(bytes: &[u8], place: Range<usize>, left: usize) -> Result<usize, &'static str> {
    let (start, length) = (place.start, place.len());
    let before = &bytes[start.saturating_sub(DICTIONARY)..start];
    let from = raw::rfind(before, b"obj").unwrap_or(0);
    let dictionary = plain(&before[from..]);
    let names: Vec<&str> = dictionary.split('/').skip(1).map(regular).collect();
    let has = |wanted: &[&str]| names.iter().filter(|name| wanted.contains(name)).count();
    let deflates = has(&["FlateDecode", "Fl"]);
    let (lzw, runs) = (has(&["LZWDecode", "LZW"]), has(&["RunLengthDecode", "RL"]));
    // A chain multiplies; nobody packs what is packed.
    if deflates + lzw + runs > 1 {
        return Err("its streams are packed twice over");
    }
    // A filter that is an object elsewhere may be any.
    let hidden = has(&["Filter", "F"]) > 0 && deflates + lzw + runs == 0 && refers(&dictionary);
    let ascii = has(&["ASCIIHexDecode", "AHx", "ASCII85Decode", "A85"]) > 0;
    let worst = |ratio: usize| length.saturating_mul(ratio);
    Ok(match (deflates > 0 || hidden, lzw > 0, runs > 0) {
        (true, ..) if ascii => worst(DEFLATE).min(STREAM + 1),
        (true, ..) => inflated(&bytes[start..], left.min(STREAM) + 1).unwrap_or_else(|| worst(DEFLATE)),
        (_, true, _) => worst(LZW),
        (_, _, true) => worst(RUNS),
        _ => 0,
    })
}

/// The start of a text up to the end of the name that it starts with.
fn regular(text: &str) -> &str {
    let end = text.find(|c: char| c.is_whitespace() || c == '\0' || "()<>[]{}/%".contains(c));
    &text[..end.unwrap_or(text.len())]
}

/// Whether a filter is an object elsewhere.
fn refers(dictionary: &str) -> bool {
    let after = |key| dictionary.split(key).nth(1).unwrap_or_default();
    let refers = |key| {
        after(key)
            .trim_start_matches(['[', ' ', '\r', '\n', '\t', '\0'])
            .starts_with(|c: char| c.is_ascii_digit())
    };
    refers("/Filter") || refers("/F ")
}

/// A dictionary's bytes with the escapes of names (`#46`) undone.
fn plain(bytes: &[u8]) -> String {
    let mut plain = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&first, more)) = rest.split_first() {
        let code = more.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) if first == b'#' => {
                plain.push(char::from(byte));
                rest = &more[2..];
            }
            _ => {
                plain.push(char::from(first));
                rest = more;
            }
        }
    }
    plain
}

/// How many bytes come out of deflated ones, or go in where that is more, counted up to a limit in a window of 32 KB; `None` when they are not deflated right.
fn inflated(packed: &[u8], limit: usize) -> Option<usize> {
    let zlib = matches!(packed, [first, second, ..]
        if first & 0x0F == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0 && second & 0x20 == 0);
    let mut rest = if zlib { &packed[2..] } else { packed };
    let mut window = vec![0; 1 << 15];
    let mut state = DecompressorOxide::new();
    let (mut size, mut read_over, mut at) = (0, 0, 0);
    loop {
        let flags = inflate_flags::TINFL_FLAG_IGNORE_ADLER32;
        let (status, read, written) = decompress(&mut state, rest, &mut window, at, flags);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// `count` bytes of nothing, deflated: stored blocks can't multiply, so a real packer is asked.
    fn packed(count: usize) -> Vec<u8> {
        miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; count], 9)
    }

    fn file(dictionary: &str, data: &[u8]) -> Vec<u8> {
        let head = format!("%PDF-1.7\n1 0 obj\n<< {dictionary} >>\nstream\n");
        [head.as_bytes(), data, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn what_unpacks_to_more_than_a_page_is_refused() {
        let small = packed(1 << 20);
        assert_eq!(inflated(&small, STREAM), Some(1 << 20));
        assert_eq!(check(&file("/Filter /FlateDecode", &small)), Ok(()));
        let bomb = packed(100 << 20);
        assert!(bomb.len() < 200_000);
        for filter in ["/Filter /FlateDecode", "/Filter [/Fl]", "/Filter /#46lateDecode", "/Filter 7 0 R"] {
            assert!(check(&file(filter, &bomb)).is_err(), "{filter}");
        }
    }

    #[test]
    fn what_is_packed_twice_is_refused() {
        let twice = miniz_oxide::deflate::compress_to_vec_zlib(&packed(64 << 20), 9);
        assert!(twice.len() < 1000);
        assert!(check(&file("/Filter [/FlateDecode /FlateDecode]", &twice)).is_err());
    }

    #[test]
    fn many_small_ones_add_up() {
        let one = file("/Filter /FlateDecode", &packed(90 << 20));
        assert_eq!(check(&one), Ok(()));
        assert!(check(&one.repeat(3)).is_err());
    }
}
