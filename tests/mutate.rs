//! Damage done to files, the same at each run: what a disk, a sender or somebody with bad intent would do. One set of damages for
//! all kinds of files; what differs is the syntax that is put in.

pub(crate) mod texts;
pub(crate) mod vocabulary;

use crate::hostile::files::crc;

/// Numbers that look random and are the same at each run (Marsaglia 2003, xorshift64).
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `count`.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let high = usize::try_from(self.0 >> 16).unwrap();
        high % count.max(1)
    }

    fn pick<'a>(&mut self, things: &[&'a [u8]]) -> &'a [u8] {
        things[self.below(things.len())]
    }
}

/// What damage to a kind of file is made of.
pub(crate) struct Syntax {
    /// Pieces that have broken readers.
    tokens: &'static [&'static [u8]],
    /// What opens one thing within another; none where nothing nests.
    openers: &'static [&'static [u8]],
    /// Whether most readers stop at the first byte that is no text.
    is_text: bool,
    /// What is put right after the damage, so that it is not found by a sum.
    mended: fn(&mut [u8]),
}

/// PDF, ISO 32000-1.
pub(crate) const PDF: Syntax = Syntax {
    tokens: OBJECTS,
    openers: &[b"[", b"<<", b"<</A", b"(", b"q ", b"[<<", b"BT "],
    is_text: false,
    mended: |_| {},
};

/// SVG.
pub(crate) const SVG: Syntax = Syntax {
    tokens: ELEMENTS,
    openers: &[b"<g>", b"<g transform=\"scale(9)\">", b"<svg>", b"<a ", b"(", b"<!--", b"&#", b"<![CDATA["],
    is_text: true,
    mended: |_| {},
};

/// PNG, ISO/IEC 15948.
pub(crate) const PNG: Syntax = Syntax { tokens: WORDS, openers: &[], is_text: false, mended: sums };

/// JPEG, ITU T.81.
pub(crate) const JPEG: Syntax = Syntax { tokens: SEGMENTS, openers: &[], is_text: false, mended: |_| {} };

/// TrueType, OpenType and bare CFF.
pub(crate) const FACE: Syntax = Syntax { tokens: WORDS, openers: &[], is_text: false, mended: |_| {} };

/// Counts, offsets and levels at which sizes and signs turn.
const WORDS: &[&[u8]] = &[
    b"\xFF\xFF",
    b"\0\0",
    b"\x7F\xFF\xFF\xFF",
    b"\xFF\xFF\xFF\xFF",
    b"\0\0\0\0",
    b"\0\x01",
    b"\x80\0",
    b"\0",
    b"\x01",
    b"\x7F",
    b"\x80",
    b"\xFE",
    b"\xFF",
];

/// Markers of JPEG with the lengths that they are least ready for.
const SEGMENTS: &[&[u8]] = &[
    b"\xFF\xD8",
    b"\xFF\xD9",
    b"\xFF\xDA\0\x02",
    b"\xFF\xDA\0\x0C\x03\x01\0\x02\x11\x03\x11\0\x3F\0",
    b"\xFF\xC0\0\x0B\x08\xFF\xFF\xFF\xFF\x01\x01\x11\0",
    b"\xFF\xC2\0\x11\x08\xFF\xFF\xFF\xFF\x03\x01\x44\0\x02\x11\0\x03\x11\0",
    b"\xFF\xC4\0\x02",
    b"\xFF\xDB\0\x03\xFF",
    b"\xFF\xDD\0\x04\0\x01",
    b"\xFF\xD0",
    b"\xFF\xD7",
    b"\xFF\0",
    b"\xFF\xFE\xFF\xFF",
    b"\xFF\xE1\0\0",
    b"\xFF\xE2\0\x10ICC_PROFILE\0\xFF\xFF",
    b"\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0\x02",
    b"\x44",
    b"\x01",
    b"\0",
    b"\xFF",
];

/// Pieces of SVG.
const ELEMENTS: &[&[u8]] = &[
    b"1e308",
    b"-1e308",
    b"1e-320",
    b"NaN",
    b"99999999999999999999",
    b"%",
    b"0",
    b"-",
    b",",
    b"M0 0",
    b"A1 1 0 0 0 0 0",
    b"a1e30 1e-30 9 1 1 1e30 1",
    b"Q1 1",
    b"zzzz",
    b"h1e38v1e38",
    b"\"",
    b"'",
    b">",
    b"/>",
    b"</g>",
    b"</svg>",
    b"<style>*{fill:red}</style>",
    b"<use href=\"#a\"/>",
    b"<g id=\"a\"><use href=\"#a\"/></g>",
    b"<image href=\"data:image/png;base64,\"/>",
    b"<clipPath id=\"a\" clip-path=\"url(#a)\"/>",
    b" transform=\"matrix(0 0 0 0 0 0)\"",
    b" transform=\"scale(1e20)\"",
    b" viewBox=\"0 0 0 0\"",
    b" viewBox=\"0 0 1e38 1e-38\"",
    b" width=\"100%\" height=\"1e9mm\"",
    b" stroke-width=\"1e38\" stroke-dasharray=\"1e-9 1e-9\" stroke=\"#000\"",
    b" stroke-linejoin=\"miter\" stroke-miterlimit=\"1e38\" stroke=\"#fff\"",
    b" fill-rule=\"evenodd\"",
    b" id=\"a\"",
    b" font-size=\"1e30em\"",
    b"&amp;",
    b"&#1114112;",
    b"<!DOCTYPE svg [",
    b"<?xml version=\"1.1\" encoding=\"UTF-16\"?>",
    b"\xEF\xBB\xBF",
];

/// Pieces of PDF.
const OBJECTS: &[&[u8]] = &[
    b"99999999999999999999",
    b"-1",
    b"0",
    b"2147483648",
    b"1e400",
    b".",
    b"--5",
    b"4294967295",
    b"65536",
    b"<<",
    b">>",
    b"[",
    b"]",
    b"(",
    b")",
    b"<",
    b">",
    b"stream\n",
    b"endstream",
    b"endobj",
    b"null",
    b"true",
    b"/",
    b"/#00",
    b"%",
    b"R",
    b" 0 R",
    b"obj",
    b"/Kids[1 0 R 2 0 R 3 0 R]",
    b"/Parent 1 0 R",
    b"/Length 999999999",
    b"/Length 1 0 R",
    b"/Prev 0",
    b"/Prev 9",
    b"/XRefStm 0",
    b"/W[1 8 8]",
    b"/W[0 0 0]",
    b"/Index[0 999999999]",
    b"/Size 999999999",
    b"/N 999999999",
    b"/First 999999999",
    b"/Extends 1 0 R",
    b"/Filter[/FlateDecode/FlateDecode]",
    b"/Filter/LZWDecode",
    b"/Filter/RunLengthDecode",
    b"/Filter/ASCII85Decode",
    b"/Filter/DCTDecode",
    b"/Filter/CCITTFaxDecode",
    b"/Filter/JBIG2Decode",
    b"/Filter/JPXDecode",
    b"/Filter/Crypt",
    b"/Filter 4 0 R",
    b"/DecodeParms<</Predictor 12/Columns 2147483647>>",
    b"/DecodeParms<</Predictor 2/Colors 999999/BitsPerComponent 16/Columns 999999>>",
    b"/Encrypt 1 0 R",
    b"/Encrypt<</V 5/R 6/Length 256>>",
    b"/Type/ObjStm",
    b"/Type/XRef",
    b"/Type/Pages",
    b"/Type/Page",
    b"/Width 65535/Height 65535",
    b"/ColorSpace[/Indexed[/Indexed/DeviceCMYK 1 (a)] 255 <00>]",
    b"/ColorSpace 1 0 R",
    b"/Resources 1 0 R",
    b"/K 1 0 R",
    b"/K[1 0 R 1 0 R]",
    b"/RoleMap<</P/Q/Q/P>>",
    b"BT",
    b"ET",
    b"q q q q",
    b"Q Q Q",
    b"BI /W 9 ID x EI",
    b"1e38 0 0 1e38 0 0 cm",
    b"0 0 0 0 0 0 cm",
    b"/Fm Do",
    b"/X0 Do",
    b"9 Tr",
    b"BDC",
    b"EMC",
];

/// A file with one to four damages.
pub(crate) fn damaged(seed: u64, whole: &[u8], syntax: &Syntax) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    let mut bytes = whole.to_vec();
    for _ in 0..=dice.below(4) {
        damage(&mut dice, &mut bytes, syntax);
    }
    // With wrong sums only the outermost reader is tried, which is worth a quarter.
    if dice.below(4) > 0 {
        (syntax.mended)(&mut bytes);
    }
    bytes
}

fn damage(dice: &mut Dice, bytes: &mut Vec<u8>, syntax: &Syntax) {
    let at = dice.below(bytes.len());
    match dice.below(14) {
        0 => bytes.truncate(at),
        1 | 2 => flip(dice, bytes, if syntax.is_text { 7 } else { 8 }),
        3 | 4 => splice(bytes, at, 0, dice.pick(syntax.tokens)),
        5 => {
            let token = dice.pick(syntax.tokens);
            splice(bytes, at, token.len(), token);
        }
        // A number made huge, nought or less.
        6 | 7 => number(dice, bytes, at),
        // One thing nested in itself, over and over.
        8 if !syntax.openers.is_empty() => {
            let deep = dice.pick(syntax.openers).repeat(1 << dice.below(17));
            splice(bytes, at, 0, &deep);
        }
        9 => references(dice, bytes),
        // A piece moved or doubled.
        10 => {
            let end = (at + dice.below(4096)).min(bytes.len());
            let piece = bytes[at.min(end)..end].to_vec();
            let to = dice.below(bytes.len());
            splice(bytes, to, if dice.below(2) == 0 { 0 } else { piece.len() }, &piece);
        }
        8 | 11 | 12 if !syntax.is_text => {
            // What stands first in a binary format are sizes, counts and offsets.
            let head = bytes.len().min([64, 600, bytes.len()][dice.below(3)]);
            let word = dice.pick(WORDS);
            splice(bytes, dice.below(head), word.len(), word);
        }
        _ => {
            let end = (at + dice.below(512)).min(bytes.len());
            bytes.drain(at.min(end)..end);
        }
    }
}

/// Turns one to 32 of the lowest bits of bytes.
fn flip(dice: &mut Dice, bytes: &mut [u8], bits: usize) {
    for _ in 0..=dice.below(32) {
        let at = dice.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << dice.below(bits);
        }
    }
}

/// Puts the sums of a PNG file's chunks right, as far as they are chunks.
fn sums(file: &mut [u8]) {
    let mut at = 8;
    while let Some(length) = file.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().unwrap());
        let Some(end) = usize::try_from(length).ok().and_then(|length| length.checked_add(at + 8)) else {
            return;
        };
        let Some(sum) = file.get(at + 4..end).map(crc) else { return };
        let Some(place) = file.get_mut(end..end + 4) else { return };
        place.copy_from_slice(&sum.to_be_bytes());
        at = end + 4;
    }
}

fn splice(bytes: &mut Vec<u8>, at: usize, over: usize, piece: &[u8]) {
    let at = at.min(bytes.len());
    let end = (at + over).min(bytes.len());
    bytes.splice(at..end, piece.iter().copied());
}

/// Replaces the next number by one that nobody expects.
fn number(dice: &mut Dice, bytes: &mut Vec<u8>, at: usize) {
    let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|gap| at + gap) else { return };
    let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let new = dice.pick(&[
        b"0",
        b"1",
        b"-1",
        b"7",
        b"255",
        b"65535",
        b"2147483647",
        b"4294967296",
        b"99999999999999999999999",
    ]);
    splice(bytes, start, length, new);
}

/// Points references elsewhere: to each other, to themselves, to nothing.
fn references(dice: &mut Dice, bytes: &mut Vec<u8>) {
    for _ in 0..=dice.below(6) {
        let from = dice.below(bytes.len());
        let Some(at) = bytes[from..].windows(4).position(|window| window == b" 0 R").map(|gap| from + gap)
        else {
            return;
        };
        let digits = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let target = (1 + dice.below(60)).to_string();
        splice(bytes, at - digits, digits, target.as_bytes());
    }
}
