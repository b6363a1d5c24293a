//! Damage done to files, the same at each run: what a disk, a sender or somebody with bad intent would do.

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

/// Pieces of PDF syntax that have broken readers.
const TOKENS: &[&[u8]] = &[
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
pub(crate) fn damaged(seed: u64, whole: &[u8]) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    let mut bytes = whole.to_vec();
    for _ in 0..=dice.below(4) {
        damage(&mut dice, &mut bytes);
    }
    bytes
}

fn damage(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let at = dice.below(bytes.len());
    match dice.below(14) {
        0 => bytes.truncate(at),
        1 | 2 => {
            for _ in 0..=dice.below(32) {
                let at = dice.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
        3 | 4 => splice(bytes, at, 0, dice.pick(TOKENS)),
        5 => {
            let token = dice.pick(TOKENS);
            splice(bytes, at, token.len(), token);
        }
        // A number made huge, nought or less.
        6 | 7 => number(dice, bytes, at),
        // One thing nested in itself, over and over.
        8 => {
            let open: &[u8] = dice.pick(&[b"[", b"<<", b"<</A", b"(", b"q ", b"[<<", b"BT "]);
            let deep = open.repeat(1 << dice.below(17));
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
        // A count or an offset of a binary format, most often in its head.
        11 | 12 => {
            let head = if dice.below(3) == 0 { bytes.len() } else { bytes.len().min(600) };
            let at = dice.below(head);
            let word = dice.pick(&[
                b"\xFF\xFF",
                b"\0\0",
                b"\x7F\xFF\xFF\xFF",
                b"\xFF\xFF\xFF\xFF",
                b"\0\0\0\0",
                b"\0\x01",
                b"\x80\0",
            ]);
            splice(bytes, at, word.len(), word);
        }
        _ => {
            let end = (at + dice.below(512)).min(bytes.len());
            bytes.drain(at.min(end)..end);
        }
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
