//! Font files (OpenType 1.9.1, "Organization of an OpenType font"): tables out of a file and into one, and numbers in them.

use std::collections::BTreeMap;

/// The tables of a file by their tags.
pub(super) type Tables = BTreeMap<[u8; 4], Vec<u8>>;

/// A number of two bytes.
pub(super) fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// A number of two bytes with a sign.
pub(super) fn signed(bytes: &[u8], at: usize) -> Option<i16> {
    number(bytes, at).map(u16::cast_signed)
}

/// An offset or a length of four bytes.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
}

/// Puts a number of two bytes in.
pub(super) fn set(bytes: &mut [u8], at: usize, value: u16) -> Option<()> {
    bytes.get_mut(at..at + 2)?.copy_from_slice(&value.to_be_bytes());
    Some(())
}

/// The tables of a file that holds one face; `None` where it is damaged.
pub(super) fn read(program: &[u8]) -> Option<Tables> {
    let count = usize::from(number(program, 4)?);
    let entries = program.get(12..12 + 16 * count)?.chunks(16);
    let table = |entry: &[u8]| {
        let (start, length) = (long(entry, 8)?, long(entry, 12)?);
        let bytes = program.get(start..start.checked_add(length)?)?;
        Some((entry.get(..4)?.try_into().ok()?, bytes.to_vec()))
    };
    entries.map(table).collect()
}

/// Puts tables into a file; the head gets the sum of all.
pub(super) fn write(tables: &mut Tables) -> Option<Vec<u8>> {
    tables.get_mut(b"head")?.get_mut(8..12)?.fill(0);
    let count = u16::try_from(tables.len()).ok()?;
    let selector = count.checked_ilog2()?;
    let range = 16_u16.checked_shl(selector)?;
    let mut file = vec![0, 1, 0, 0];
    for value in [count, range, u16::try_from(selector).ok()?, count.checked_mul(16)?.checked_sub(range)?] {
        file.extend(value.to_be_bytes());
    }
    let start = 12 + 16 * tables.len();
    let (mut body, mut adjustment) = (Vec::new(), None);
    for (name, table) in &*tables {
        let offset = start + body.len();
        if name == b"head" {
            adjustment = Some(offset + 8);
        }
        file.extend(name);
        file.extend(checksum(table).to_be_bytes());
        file.extend(u32::try_from(offset).ok()?.to_be_bytes());
        file.extend(u32::try_from(table.len()).ok()?.to_be_bytes());
        body.extend(table);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    file.extend(body);
    let rest = 0xB1B0_AFBA_u32.wrapping_sub(checksum(&file));
    let at = adjustment?;
    file.get_mut(at..at + 4)?.copy_from_slice(&rest.to_be_bytes());
    Some(file)
}

/// The sum of all words of four bytes, the last filled up with zeros.
fn checksum(bytes: &[u8]) -> u32 {
    let word = |chunk: &[u8]| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        u32::from_be_bytes(word)
    };
    bytes.chunks(4).map(word).fold(0, u32::wrapping_add)
}
