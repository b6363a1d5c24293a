//! The segments of a JPEG file (ITU-T T.81, B.1.1), for those who show pictures and for those who search them for what cameras
//! left in them.

/// A segment: a marker, and what follows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Segment<'a> {
    /// The second byte of the marker.
    pub marker: u8,
    /// What the segment holds, after its length.
    pub body: &'a [u8],
    /// The coded pixels after the header of a scan, restarts included; nothing after other segments.
    pub coded: &'a [u8],
}

/// Why a segment can't be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Broken {
    /// The file ends in it.
    CutShort,
    /// It does not start with a marker.
    Damaged,
}

/// The segments of a file up to the end of its picture. The last item is an error where the file has no such end.
pub fn segments(file: &[u8]) -> impl Iterator<Item = Result<Segment<'_>, Broken>> {
    let mut at = Some(0);
    std::iter::from_fn(move || {
        let start = at.take()?;
        match segment(file, start) {
            Ok(Some((segment, end))) => {
                at = Some(end);
                Some(Ok(segment))
            }
            Ok(None) => None,
            Err(broken) => Some(Err(broken)),
        }
    })
}

/// The segment that starts at a place, and where the next one does; `None` at the end of the picture.
fn segment(file: &[u8], start: usize) -> Result<Option<(Segment<'_>, usize)>, Broken> {
    // The start of the picture is a marker alone.
    let mut at = if start == 0 && file.starts_with(b"\xFF\xD8") { 2 } else { start };
    match file.get(at) {
        None => return Err(Broken::CutShort),
        Some(0xFF) if at > 0 => {}
        Some(_) => return Err(Broken::Damaged),
    }
    // Any number of 0xFF may stand before a marker (T.81, B.1.1.2).
    while file.get(at + 1) == Some(&0xFF) {
        at += 1;
    }
    let marker = *file.get(at + 1).ok_or(Broken::CutShort)?;
    if marker == 0xD9 {
        return Ok(None);
    }
    let length = file.get(at + 2..).and_then(|rest| rest.first_chunk()).ok_or(Broken::CutShort)?;
    let end = at + 2 + usize::from(u16::from_be_bytes(*length));
    let body = file.get(at + 4..end).ok_or(Broken::CutShort)?;
    let coded = if marker == 0xDA { coded(&file[end..]) } else { &[] };
    Ok(Some((Segment { marker, body, coded }, end + coded.len())))
}

/// The coded pixels that bytes start with: up to the next marker that is no restart.
fn coded(rest: &[u8]) -> &[u8] {
    let ends = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7 | 0xFF);
    &rest[..rest.windows(2).position(ends).unwrap_or(rest.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_follow_each_other_to_the_end_of_the_picture() {
        let file = b"\xFF\xD8\xFF\xFE\0\x04hi\xFF\xFF\xDA\0\x02ab\xFF\0c\xFF\xD0d\xFF\xFE\0\x02\xFF\xD9rest";
        let found: Vec<_> = segments(file).map(|segment| segment.unwrap()).collect();
        let none = Segment { marker: 0xFE, body: b"", coded: b"" };
        let scan = Segment { marker: 0xDA, body: b"", coded: b"ab\xFF\0c\xFF\xD0d" };
        assert_eq!(found, [Segment { body: b"hi", ..none }, scan, none]);
    }

    #[test]
    fn a_file_without_an_end_says_so_once() {
        for (file, broken) in [
            (&b""[..], Broken::CutShort),
            (b"\xFF\xD8", Broken::CutShort),
            (b"\xFF\xD8\xFF", Broken::CutShort),
            (b"\xFF\xD8\xFF\xFE\0\x09hi", Broken::CutShort),
            (b"\xFF\xD8\xFF\xFE\0\0", Broken::CutShort),
            (b"\xFF\xD8hi", Broken::Damaged),
            (b"hi", Broken::Damaged),
            (b"\xFF\xFE\0\x02", Broken::Damaged),
        ] {
            assert_eq!(segments(file).collect::<Vec<_>>(), [Err(broken)], "{file:?}");
        }
    }
}
