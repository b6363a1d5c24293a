//! What is looked at in a picture's Exif data: which way round it is seen, and whether it tells where it was taken.

use crate::frame::Turn;

/// The tag of the orientation (Exif 2.32, 4.6.4 A).
const ORIENTATION: u16 = 0x0112;
/// The tag that leads to the table of the place (Exif 2.32, 4.6.3).
const PLACE: u16 = 0x8825;

/// The orientation that Exif data gives. As stored where it gives none, or is damaged.
pub(super) fn turn(data: &[u8]) -> Turn {
    orientation(data).map_or(Turn::NONE, Turn::new)
}

fn orientation(data: &[u8]) -> Option<u16> {
    let directory = Directory::first(data)?;
    directory.short(directory.value(ORIENTATION)?)
}

/// Whether Exif data, after the six bytes of its name, has a table of the place with an entry in it.
pub fn tells_place(data: &[u8]) -> bool {
    place_entries(data).is_some_and(|entries| entries > 0)
}

fn place_entries(data: &[u8]) -> Option<u16> {
    let directory = Directory::first(data)?;
    directory.short(directory.long(directory.value(PLACE)?)?)
}

/// The first directory of data in the form of TIFF (TIFF 6.0, 2), as Exif data is.
struct Directory<'a> {
    data: &'a [u8],
    is_little: bool,
    /// Where its entries start, and how many there are.
    start: usize,
    entries: usize,
}

impl<'a> Directory<'a> {
    fn first(data: &'a [u8]) -> Option<Directory<'a>> {
        let is_little = match data.get(..2)? {
            b"II" => true,
            b"MM" => false,
            _ => return None,
        };
        let header = Directory { data, is_little, start: 0, entries: 0 };
        let start = header.long(4)?;
        let entries = usize::from(header.short(start)?);
        Some(Directory { start: start.checked_add(2)?, entries, ..header })
    }

    /// Where the value of a tag stands: in the last four bytes of its entry of twelve.
    fn value(&self, tag: u16) -> Option<usize> {
        let mut entries = (0..self.entries).map(|entry| self.start.saturating_add(12 * entry));
        let entry = entries.find(|&entry| self.short(entry) == Some(tag))?;
        entry.checked_add(8)
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = *self.data.get(at..)?.first_chunk()?;
        Some(if self.is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes = *self.data.get(at..)?.first_chunk()?;
        usize::try_from(if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
            .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orientation_is_read_in_both_byte_orders() {
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        let big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0";
        assert_eq!((turn(little), turn(big)), (Turn::new(6), Turn::new(8)));
        for cut in 0..22 {
            assert_eq!(turn(&little[..cut.min(17)]), Turn::NONE);
        }
        assert_eq!(turn(b"MM\0*\xFF\xFF\xFF\xFF"), Turn::NONE);
    }

    #[test]
    fn a_place_is_a_table_with_an_entry() {
        // One directory of one entry, which leads to a table of so many entries.
        let data = |entries: u8| {
            let head = b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1A\0\0\0\0\0";
            [&head[..], &[entries], &[0; 12]].concat()
        };
        assert!(tells_place(&data(1)));
        assert!(!tells_place(&data(0)));
        for cut in 0..28 {
            assert!(!tells_place(&data(1)[..cut.min(27)]));
        }
        let nowhere = [&b"II*\0\xFF\xFF\xFF\xFF"[..], &[0xFF; 40]].concat();
        assert!(!tells_place(&nowhere));
    }
}
