//! Colours. A colour is given once, for the screen and for the press, and the output's profile picks a side.

/// What a file is for (PRODUCT.md, Profiles).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Profile {
    /// An office printer, and the photocopier after it.
    Office,
    /// A print shop.
    Press,
    /// A telephone or a computer.
    Screen,
}

/// A colour as a layout gives it: sRGB and the four process inks, each told and neither computed from the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Color {
    /// Red, green, blue of sRGB (IEC 61966-2-1), 0 to 255.
    pub srgb: [u8; 3],
    /// Cyan, magenta, yellow, black in percent, 0 to 100.
    pub cmyk: [u8; 4],
}

impl Color {
    /// Text black: K alone, since small type in four inks never registers (PRINT.md).
    pub const BLACK: Color = Color { srgb: [0, 0, 0], cmyk: [0, 0, 0, 100] };
    /// Paper white.
    pub const WHITE: Color = Color { srgb: [255, 255, 255], cmyk: [0, 0, 0, 0] };

    /// Reads `#rrggbb`.
    pub fn parse_hex(text: &str) -> Option<[u8; 3]> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some([byte(0)?, byte(2)?, byte(4)?])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_is_six_digits_after_a_hash() {
        assert_eq!(Color::parse_hex("#4a1942"), Some([0x4a, 0x19, 0x42]));
        for wrong in ["4a1942", "#4a194", "#4a19zz", "#é1942", ""] {
            assert_eq!(Color::parse_hex(wrong), None, "{wrong}");
        }
    }
}
