//! The one thing that is taken from a picture's Exif data: which way round it is seen.

use crate::frame::Turn;

/// The tag of the orientation (Exif 2.32, 4.6.4 A).
const ORIENTATION: u16 = 0x0112;

/// The orientation that Exif data gives: a TIFF header and its first directory (TIFF 6.0, 2). As stored where it gives
/// none, or is damaged.
pub(super) fn turn(data: &[u8]) -> Turn {
    orientation(data).map_or(Turn::NONE, Turn::new)
}

fn orientation(data: &[u8]) -> Option<u16> {
    let little = match data.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = data.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes: [u8; 4] = data.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let directory = usize::try_from(long(4)?).ok()?;
    let entries = usize::from(short(directory)?);
    let mut places = (0..entries).map(|entry| directory + 2 + 12 * entry);
    let place = places.find(|&place| short(place) == Some(ORIENTATION))?;
    short(place + 8)
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
}
