//! Colours. A colour is given once, for the screen and for the press, and the output's profile picks a side.

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

    /// A colour that is given on the screen alone, as drawings have it.
    pub fn of_srgb(srgb: [u8; 3]) -> Color {
        let percent = |ink: u8| u8::try_from((u16::from(ink) * 100 + 127) / 255).expect("255 is 100 %");
        Color { srgb, cmyk: separate(srgb).map(percent) }
    }

    /// Reads `#rrggbb`.
    pub fn parse_hex(text: &str) -> Option<[u8; 3]> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some([byte(0)?, byte(2)?, byte(4)?])
    }
}

/// The inks of a colour that has none of its own: cyan, magenta, yellow, black, 255 being full. The conversion of ISO
/// 32000-1 10.3.4 with all grey in black: at most two inks beside black, 200 % in all, and neutral greys in black alone.
pub fn separate([red, green, blue]: [u8; 3]) -> [u8; 4] {
    let lightest = red.max(green).max(blue);
    [lightest - red, lightest - green, lightest - blue, 255 - lightest]
}

/// The sRGB of inks, by the way back from `separate`.
pub fn mix([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    [cyan, magenta, yellow].map(|ink| 255 - ink.saturating_add(black))
}

/// The grey of a colour: the luma of Rec. 709 (ITU-R BT.709-6, 3.2), 255 being white.
pub fn grey([red, green, blue]: [u8; 3]) -> u8 {
    let weighed = u32::from(red) * 2126 + u32::from(green) * 7152 + u32::from(blue) * 722;
    u8::try_from((weighed + 5000) / 10_000).expect("weights add up to one")
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

    #[test]
    fn separations_are_grey_in_black_alone_and_within_240_percent() {
        let levels = (0..=255).step_by(15);
        for red in levels.clone() {
            assert_eq!(separate([red; 3]), [0, 0, 0, 255 - red]);
            assert_eq!(grey([red; 3]), red);
            for (green, blue) in levels.clone().flat_map(|g| levels.clone().map(move |b| (g, b))) {
                let inks = separate([red, green, blue]);
                assert!(inks.into_iter().map(u32::from).sum::<u32>() <= 510, "{red} {green} {blue}");
                assert_eq!(mix(inks), [red, green, blue]);
            }
        }
    }
}
