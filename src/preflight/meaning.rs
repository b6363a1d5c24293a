//! ToUnicode (ISO 32000-1 9.10.3), read the other way round: which code shows a character.

use super::raw;

/// The code that shows a character; `None` when the map has none.
pub(super) fn code_of(map: &[u8], wanted: char) -> Option<u32> {
    let wanted = u32::from(wanted);
    let single = sections(map, b"beginbfchar", b"endbfchar").find_map(|section| {
        let numbers: Vec<u32> = words(section).collect();
        numbers.chunks_exact(2).find(|pair| pair[1] == wanted).map(|pair| pair[0])
    });
    let ranged = || {
        sections(map, b"beginbfrange", b"endbfrange").find_map(|section| {
            // A range into an array lists each; such arrays are rare and let pass.
            let numbers: Vec<u32> = words(section).collect();
            let (low, first) = numbers.chunks_exact(3).find_map(|range| {
                let last = range[2].saturating_add(range[1].saturating_sub(range[0]));
                (range[2] <= wanted && wanted <= last).then_some((range[0], range[2]))
            })?;
            low.checked_add(wanted - first)
        })
    };
    single.or_else(ranged)
}

fn sections<'a>(map: &'a [u8], start: &'a [u8], end: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    raw::places(map, start).map(move |at| {
        let rest = &map[at + start.len()..];
        &rest[..raw::find(rest, end).unwrap_or(rest.len())]
    })
}

/// The numbers in angle brackets; those too long to be one character stand for none.
fn words(section: &[u8]) -> impl Iterator<Item = u32> + '_ {
    section.split(|&byte| byte == b'<').skip(1).map(|part| {
        let digits = part.split(|&byte| byte == b'>').next().unwrap_or_default();
        let digits: String =
            digits.iter().filter(|byte| byte.is_ascii_hexdigit()).map(|&b| char::from(b)).collect();
        u32::from_str_radix(&digits, 16).unwrap_or(u32::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_by_its_character() {
        let map = b"2 beginbfchar\n<0001> <0041>\n<0002> <00660066>\nendbfchar\n1 beginbfrange\n<0010><0029><0061>\nendbfrange";
        assert_eq!(code_of(map, 'A'), Some(1));
        assert_eq!(code_of(map, 'x'), Some(0x10 + 23));
        assert_eq!(code_of(map, 'B'), None);
        assert_eq!(code_of(b"beginbfrange <0000> <ffffffff> <00000000>", 'x'), Some(0x78));
    }
}
