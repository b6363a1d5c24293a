//! JPEG segments (ITU T.81 annex B): what cameras and programs leave beside the pixels (EXIF 2.3, XMP, IPTC, comments).

/// What a JPEG tells beside its pixels.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Told {
    /// Kinds of notes that it holds.
    pub(super) notes: Vec<&'static str>,
    /// Whether one of them says where it was taken.
    pub(super) place: bool,
    /// Texts in them, to be searched as others are.
    pub(super) texts: Vec<Vec<u8>>,
}

/// The segments before the pixels, each with its marker.
fn segments(jpeg: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = jpeg.strip_prefix(&[0xFF, 0xD8]).unwrap_or_default();
    std::iter::from_fn(move || {
        while let [0xFF, 0xFF, ..] = rest {
            rest = &rest[1..];
        }
        let [0xFF, marker, high, low, ..] = *rest else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let data = rest.get(4..2 + length)?;
        rest = &rest[2 + length..];
        // What follows are the pixels.
        (marker != 0xDA).then_some((marker, data))
    })
}

/// How many samples a JPEG holds; `None` when it does not say.
pub(super) fn samples(jpeg: &[u8]) -> Option<usize> {
    let frame = segments(jpeg).find(|(marker, _)| matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB));
    let [_, h1, h0, w1, w0, parts, ..] = *frame?.1 else { return None };
    let side = |high, low| usize::from(u16::from_be_bytes([high, low]));
    side(h1, h0).checked_mul(side(w1, w0))?.checked_mul(usize::from(parts))
}

/// Reads what a JPEG tells.
pub(super) fn read(jpeg: &[u8]) -> Told {
    let mut told = Told::default();
    for (marker, data) in segments(jpeg) {
        let note = match marker {
            0xE1 if data.starts_with(b"Exif\0") => {
                told.place |= has_place(data.get(6..).unwrap_or_default());
                "EXIF"
            }
            0xE1 if data.starts_with(b"http://ns.adobe.com/xap/") => "XMP",
            0xED => "IPTC",
            0xFE => "a comment",
            _ => continue,
        };
        told.notes.push(note);
        told.texts.push(data.to_vec());
    }
    told
}

/// Whether EXIF has a table of places with an entry in it (EXIF 2.3 4.6.3).
fn has_place(tiff: &[u8]) -> bool {
    let big = tiff.starts_with(b"MM");
    let short = |at: usize| {
        let pair = <[u8; 2]>::try_from(tiff.get(at..at.checked_add(2)?)?).ok()?;
        Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    let long = |at: usize| {
        let four = <[u8; 4]>::try_from(tiff.get(at..at.checked_add(4)?)?).ok()?;
        usize::try_from(if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }).ok()
    };
    let find = || {
        let table = long(4)?;
        let count = usize::from(short(table)?);
        let entry =
            (0..count).map(|index| table + 2 + index * 12).find(|&entry| short(entry) == Some(0x8825))?;
        short(long(entry + 8)?)
    };
    find().is_some_and(|count| count > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], data].concat()
    }

    #[test]
    fn notes_and_places_are_found() {
        // One table of one entry, which leads to a table of places with one entry.
        let tiff =
            [&b"MM\0\x2A\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1A\0\0\0\0\0\x01"[..], &[0; 12]]
                .concat();
        let exif = segment(0xE1, &[b"Exif\0\0", &tiff[..]].concat());
        let frame = segment(0xC0, &[8, 0, 10, 0, 20, 3, 0, 0, 0]);
        let jpeg =
            [&[0xFF, 0xD8][..], &exif, &segment(0xFE, b"made by me"), &frame, &segment(0xDA, &[]), &exif]
                .concat();
        let told = read(&jpeg);
        assert_eq!((told.notes, told.place), (vec!["EXIF", "a comment"], true));
        assert_eq!(samples(&jpeg), Some(600));
        assert!(
            !read(&[&[0xFF, 0xD8][..], &segment(0xE1, b"Exif\0\0MM\0\x2A\0\0\0\x08\0\0")].concat()).place
        );
    }

    #[test]
    fn a_table_that_leads_nowhere_is_none() {
        for at in 0..40 {
            let tiff = [&b"II\x2A\0\xFF\xFF\xFF\xFF"[..], &[0xFF; 40]].concat();
            assert!(!has_place(&tiff[..at]));
        }
    }
}
