//! What a file would unpack to, counted before anything unpacks it: a kilobyte can hold a gigabyte. hayro-syntax unpacks whatever
//! it meets, whole, so a file that asks for too much is refused here. The dictionaries are read as hayro-syntax reads them, from
//! the same places, so that no way of writing one hides a packing.

use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Dict, FromBytes, MaybeRef, Name, Object, Stream};

use super::hostile::Hostile;
use super::{ends, raw, sizes};

/// The largest file that is read, in bytes.
pub(super) const FILE: usize = 64 << 20;
/// The most that one stream may unpack to, in bytes: a page of the largest paper in four inks at 300 ppi, uncompressed.
pub(super) const STREAM: usize = 96 << 20;
/// The most that all streams may unpack to, in bytes.
const TOTAL: usize = 256 << 20;
/// The most objects that a file may hold; each costs readers a place in a table.
const OBJECTS: usize = 500_000;
/// The most names that objects may hold, so that no dictionary is larger than the file itself.
const NAMES: usize = 2_000_000;
/// How often a byte that was deflated may at most come out again (rounded up), and one that was written as text.
const DEFLATE: usize = 1032;
const ASCII: usize = 4;

/// Whether a file can be unpacked at a bounded price; the error says why not.
pub(super) fn check_file(bytes: &[u8]) -> Result<(), Hostile> {
    if bytes.len() > FILE {
        return Err(Hostile::TooLarge);
    }
    if raw::find_all(bytes, b"obj").count() > 2 * OBJECTS || count_names(bytes) > NAMES {
        return Err(Hostile::TooManyObjects);
    }
    ends::check_objects(bytes)?;
    let ends: Vec<usize> = raw::find_all(bytes, b"endstream").collect();
    let mut total = 0_usize;
    for at in raw::object_starts(bytes) {
        let Some((dict, start)) = stream_at(bytes, at) else { continue };
        let length = longest_length(&dict, start, &ends, bytes.len());
        let packing = StreamPacking::read(&dict);
        let size = packing.unpacked_size(&bytes[start..], length, (TOTAL - total).min(STREAM) + 1)?;
        total += size;
        if size > STREAM || total > TOTAL {
            return Err(Hostile::UnpacksTooFar);
        }
        if dict.contains_key("First") {
            packing.check_objects(&bytes[start..])?;
        }
    }
    Ok(())
}

/// How long the data of a stream may be: by its dictionary or by its end, whichever is later; one whose length stands elsewhere
/// in the file may reach to the last end of all.
fn longest_length(dict: &Dict<'_>, start: usize, ends: &[usize], size: usize) -> usize {
    let next = ends.get(ends.partition_point(|end| *end < start)).copied().unwrap_or(size);
    let end = match dict.get::<u32>("Length").and_then(|length| usize::try_from(length).ok()) {
        Some(length) => next.max(start.saturating_add(length).min(size)),
        None if dict.contains_key("Length") => ends.last().copied().unwrap_or(size).max(start),
        None => next,
    };
    end - start
}

/// The dictionary of the stream that starts there, and where its data do.
fn stream_at(bytes: &[u8], at: usize) -> Option<(Dict<'_>, usize)> {
    let from = |at: usize| bytes.len() - raw::after_space(&bytes[at..]).len();
    let start = from(at);
    let dict = Dict::from_bytes(bytes.get(start..).filter(|rest| rest.starts_with(b"<<"))?)?;
    let keyword = from(start + dict.data().len());
    let data = bytes[keyword..].strip_prefix(b"stream")?;
    let line = match data {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    Some((dict, bytes.len() - data.len() + line))
}

/// How many names bytes can hold.
fn count_names(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'/').count()
}

/// How many bytes a picture's stream unpacks to, or may; `None` when that is more than a limit. Those within pages’ contents
/// are not met before.
pub(super) fn picture_size(image: &Stream<'_>, limit: usize) -> Option<usize> {
    let packing = StreamPacking { filters: image.filters().to_vec(), told: true };
    let data = image.raw_data();
    packing.unpacked_size(&data, data.len(), limit + 1).ok().filter(|size| *size <= limit)
}

/// How a stream is packed.
#[derive(Clone, PartialEq, Debug)]
struct StreamPacking {
    /// What its dictionary names, under either key.
    filters: Vec<Filter>,
    /// Whether that is all: what stands elsewhere in the file may be any.
    told: bool,
}

impl StreamPacking {
    fn read(dict: &Dict<'_>) -> StreamPacking {
        let mut packing = StreamPacking { filters: Vec::new(), told: true };
        for key in ["F", "Filter"] {
            match dict.get_raw::<Object<'_>>(key) {
                Some(MaybeRef::NotRef(Object::Name(name))) => packing.add_filter(&name),
                Some(MaybeRef::NotRef(Object::Array(names))) => packing.add_filters(&names),
                Some(MaybeRef::Ref(_)) => packing.told = false,
                _ => {}
            }
        }
        packing
    }

    fn add_filters(&mut self, names: &Array<'_>) {
        for name in names.raw_iter() {
            match name {
                MaybeRef::NotRef(Object::Name(name)) => self.add_filter(&name),
                _ => self.told = false,
            }
        }
    }

    fn add_filter(&mut self, name: &Name<'_>) {
        self.filters.extend(match name.as_ref() {
            b"FlateDecode" | b"Fl" => Some(Filter::FlateDecode),
            b"LZWDecode" | b"LZW" => Some(Filter::LzwDecode),
            b"RunLengthDecode" | b"RL" => Some(Filter::RunLengthDecode),
            b"ASCIIHexDecode" | b"AHx" => Some(Filter::AsciiHexDecode),
            b"ASCII85Decode" | b"A85" => Some(Filter::Ascii85Decode),
            // Pixels are only unpacked once their size is known.
            _ => None,
        });
    }

    /// How many bytes come out of a stream of that length, or may.
    fn unpacked_size(&self, data: &[u8], length: usize, limit: usize) -> Result<usize, Hostile> {
        let count = |wanted: &[Filter]| self.filters.iter().filter(|filter| wanted.contains(filter)).count();
        let packed = count(&[Filter::FlateDecode, Filter::LzwDecode, Filter::RunLengthDecode]);
        // A chain multiplies; nobody packs what is packed.
        if packed > 1 || packed == 1 && !self.told {
            return Err(Hostile::PackedTwice);
        }
        if !self.told {
            return Ok(inflated_size(data, length, limit)
                .max(sizes::lzw_size(data, limit))
                .max(sizes::runs_size(data, limit))
                .min(limit));
        }
        let ascii = count(&[Filter::AsciiHexDecode, Filter::Ascii85Decode]);
        Ok(match self.filters.iter().find(|filter| !is_ascii(filter)) {
            Some(_) if ascii > 0 => length.saturating_mul(ASCII * DEFLATE).min(limit),
            Some(Filter::FlateDecode) => inflated_size(data, length, limit),
            Some(Filter::LzwDecode) => sizes::lzw_size(data, limit),
            Some(Filter::RunLengthDecode) => sizes::runs_size(data, limit),
            _ if ascii > 0 => length.saturating_mul(ASCII),
            _ => 0,
        })
    }

    /// Whether what an object stream holds are plain objects, few enough: a stream in it would be one that nobody has counted.
    fn check_objects(&self, data: &[u8]) -> Result<(), Hostile> {
        let mut inner = Vec::new();
        match self.filters[..] {
            _ if !self.told => return Err(Hostile::HiddenPacking),
            [] => return Ok(()),
            [Filter::FlateDecode] => {
                sizes::inflate_size(data, STREAM, |part| inner.extend_from_slice(part));
            }
            _ => return Err(Hostile::OddPacking),
        }
        if holds_stream(&inner) {
            return Err(Hostile::NestedStreams);
        }
        if count_names(&inner) > NAMES { Err(Hostile::TooManyObjects) } else { Ok(()) }
    }
}

/// How many bytes come out of deflated data, or may: what is deflated wrong is read on by some programs. No block is of the kind
/// 3, with which a JPEG would start.
fn inflated_size(data: &[u8], length: usize, limit: usize) -> usize {
    let is_none = data.first().is_none_or(|first| first & 0b110 == 0b110);
    let worst = if is_none { 0 } else { length.saturating_mul(DEFLATE) };
    sizes::inflate_size(data, limit, |_| {}).unwrap_or(worst)
}

/// Whether a stream starts somewhere: its keyword stands before the end of a line.
fn holds_stream(bytes: &[u8]) -> bool {
    raw::stream_starts(bytes).any(|start| matches!(bytes[..start], [.., b'\r' | b'\n']))
}

fn is_ascii(filter: &Filter) -> bool {
    matches!(filter, Filter::AsciiHexDecode | Filter::Ascii85Decode)
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
        assert_eq!(check_file(&file("/Filter /FlateDecode", &small)), Ok(()));
        let bomb = packed(100 << 20);
        assert!(bomb.len() < 200_000);
        let far = format!("/Filter /FlateDecode /A ({})", "x".repeat(5000));
        for filter in [
            "/Filter /FlateDecode",
            "/Filter [/Fl]",
            "/Filter /#46lateDecode",
            "/Filter 7 0 R",
            "/F\n7 0 R",
            "/F[7 0 R]",
            "/Filter [ % \n 7 0 R ]",
            "/F /None /Filter [/Fl]",
            "/Filter /Fl /A (obj)",
            "/Filter /Fl % obj\n",
            "/A << /Filter /None >> /Filter /Fl",
            "/Length 9 0 R /Filter/Fl>>% >>",
            &far,
        ] {
            assert!(check_file(&file(filter, &bomb)).is_err(), "{filter}");
            assert_eq!(check_file(&file(filter, &small)), Ok(()), "{filter}");
        }
    }

    #[test]
    fn what_is_packed_twice_is_refused() {
        let twice = miniz_oxide::deflate::compress_to_vec_zlib(&packed(64 << 20), 9);
        assert!(twice.len() < 1000);
        for filters in ["[/FlateDecode /FlateDecode]", "[7 0 R /Fl]"] {
            assert!(check_file(&file(&format!("/Filter {filters}"), &twice)).is_err(), "{filters}");
        }
    }

    #[test]
    fn streams_within_object_streams_are_refused() {
        let objects = |text: &str| {
            let data = miniz_oxide::deflate::compress_to_vec_zlib(text.as_bytes(), 9);
            file("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &data)
        };
        assert_eq!(check_file(&objects("1 0 <</A(a stream of words)>>")), Ok(()));
        assert!(check_file(&objects("1 0 <</Filter/Fl>>%\nstream\nx")).is_err());
    }

    #[test]
    fn many_small_ones_add_up() {
        let one = file("/Filter /FlateDecode", &packed(90 << 20));
        assert_eq!(check_file(&one), Ok(()));
        assert!(check_file(&one.repeat(3)).is_err());
    }

    #[test]
    fn tables_of_millions_are_refused() {
        assert_eq!(check_file(b"1 0 obj 5 endobj ".repeat(1000).as_slice()), Ok(()));
        assert!(check_file(b"1 0 obj 5 endobj ".repeat(600_000).as_slice()).is_err());
        assert!(
            check_file([b"<<".as_slice(), &b"/a 1".repeat(2_100_000), b">>"].concat().as_slice()).is_err()
        );
    }
}
