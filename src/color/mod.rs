//! Colours. A colour is given once, for the screen and for the press, and the output picks a side: its profile says
//! which inks there are, and whether they are one.

mod light;
mod mix;
mod spot;

use light::{SOLIDS, linear, luminance};

pub use mix::{MOST_INK, ends, greys, limited, mix, separate, tints};
pub use spot::Spot;

/// A colour as a layout gives it: sRGB and the four process inks, each told and neither computed from the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Color {
    /// Red, green, blue of sRGB (IEC 61966-2-1), 0 to 255.
    pub srgb: [u8; 3],
    /// Cyan, magenta, yellow, black in percent, 0 to 100.
    pub cmyk: [u8; 4],
    /// What an office printer lays down instead, in sRGB; a field that would be a screen of dots under text is white there.
    pub office: Option<[u8; 3]>,
    /// The ink of its own that a press prints it with; `cmyk` is what stands for it where there is none.
    pub spot: Option<Spot>,
}

/// What a file is for (PRODUCT.md, Profiles).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub enum Profile {
    /// An office printer and a photocopier: sRGB, nothing where the machine can't print.
    #[default]
    Office,
    /// A print shop: process inks, bleed and marks.
    Press,
    /// A screen: sRGB, panel by panel.
    Screen,
}

impl Profile {
    /// The name that the command line and reports use.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Office => "office",
            Profile::Press => "press",
            Profile::Screen => "screen",
        }
    }
}

/// Which inks there are.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Inks {
    /// All.
    #[default]
    Colour,
    /// Black and its tints.
    Mono,
}

/// What a file is for, and the inks that it is printed with.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Output {
    /// What it is for.
    pub profile: Profile,
    /// The inks.
    pub inks: Inks,
}

/// A colour as a file holds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paint {
    /// From black at 0 to white at 255, on the scale of sRGB.
    Grey(u8),
    /// Red, green, blue of sRGB.
    Rgb([u8; 3]),
    /// Cyan, magenta, yellow, black in percent.
    Cmyk([u8; 4]),
    /// An ink of its own, and the process inks that stand for it.
    Spot {
        /// The ink.
        spot: Spot,
        /// Cyan, magenta, yellow, black in percent.
        cmyk: [u8; 4],
    },
}

impl Color {
    /// Text black: K alone, since small type in four inks never registers (PRINT.md).
    pub const BLACK: Color = Color::new([0, 0, 0], [0, 0, 0, 100]);
    /// Paper white.
    pub const WHITE: Color = Color::new([255, 255, 255], [0, 0, 0, 0]);
    /// On every plate of a press, for marks that tell whether the plates meet; nothing else may be of it.
    pub const REGISTRATION: Color = Color { spot: Some(Spot::ALL), ..Color::new([0; 3], [100; 4]) };

    /// A colour that is alike for all but the press, which prints it in process inks.
    pub const fn new(srgb: [u8; 3], cmyk: [u8; 4]) -> Color {
        Color { srgb, cmyk, office: None, spot: None }
    }

    /// A colour that is given on the screen alone, as drawings have it.
    pub fn of_srgb(srgb: [u8; 3]) -> Color {
        let percent = |ink: u8| u8::try_from((u16::from(ink) * 100 + 127) / 255).expect("255 is 100 %");
        Color::new(srgb, separate(srgb).map(percent))
    }

    /// Reads `#rrggbb`.
    pub fn parse_hex(text: &str) -> Option<[u8; 3]> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some([byte(0)?, byte(2)?, byte(4)?])
    }

    /// Its sRGB as `parse_hex` reads it.
    pub fn hex(&self) -> String {
        let [r, g, b] = self.srgb;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// The colour as a file of that output holds it. Greys of sRGB are grey, so that black text is black ink alone on an
    /// office printer too; of one ink, a colour is the tint that is as light as it.
    pub fn paint(&self, output: Output) -> Paint {
        let srgb = match output.profile {
            Profile::Office => self.office.unwrap_or(self.srgb),
            Profile::Press | Profile::Screen => self.srgb,
        };
        match (output.profile, output.inks) {
            (Profile::Press, Inks::Colour) => match self.spot {
                Some(spot) => Paint::Spot { spot, cmyk: self.cmyk },
                None => Paint::Cmyk(self.cmyk),
            },
            (Profile::Press, Inks::Mono) => Paint::Cmyk([0, 0, 0, tint(luminance(srgb))]),
            (Profile::Office | Profile::Screen, Inks::Mono) => Paint::Grey(grey(luminance(srgb))),
            (Profile::Office | Profile::Screen, Inks::Colour) => match srgb {
                [r, g, b] if r == g && g == b => Paint::Grey(r),
                _ => Paint::Rgb(srgb),
            },
        }
    }

    /// The colour as type has it on another. Several inks never register in letters, so on a press type is black ink alone
    /// on paper and light fields, whatever its tone, and is left out of dark ones (PRODUCT.md, Profiles: text K only). Tints
    /// of black and inks of their own stay.
    pub fn paint_text(&self, behind: Color, output: Output) -> Paint {
        let paint = self.paint(output);
        match paint {
            Paint::Cmyk([c, m, y, _]) if (c, m, y) != (0, 0, 0) => {
                let behind = behind.paint(output);
                let [black, white] = [Color::BLACK, Color::WHITE].map(|color| Paint::Cmyk(color.cmyk));
                if black.contrast(&behind) < white.contrast(&behind) { white } else { black }
            }
            other => other,
        }
    }

    /// All ink that a press lays down for it, in percent; `MOST_INK` at most.
    pub fn total_ink(&self) -> u16 {
        self.cmyk.iter().copied().map(u16::from).sum()
    }
}

impl Paint {
    /// The relative luminance (WCAG 2.1), the paper's being 1. Of process inks it is an estimate: that of the sixteen ways
    /// in which four solid inks lie over each other, by how often dots meet so (Neugebauer 1937), their square roots added
    /// up since dots spread (Yule and Nielsen 1951, n = 2). It is within 0.03 of the profile that the press file carries.
    pub fn luminance(&self) -> f64 {
        match *self {
            Paint::Grey(grey) => linear(grey),
            Paint::Rgb(srgb) => luminance(srgb),
            Paint::Cmyk(cmyk) | Paint::Spot { cmyk, .. } => {
                let share = |ink: u8, on: bool| {
                    let share = f64::from(ink) / 100.0;
                    if on { share } else { 1.0 - share }
                };
                let root: f64 = (0..16_u8)
                    .zip(SOLIDS)
                    .map(|(inks, solid)| {
                        let shares =
                            (0..4_u8).zip(cmyk).map(|(at, ink)| share(ink, inks >> (3 - at) & 1 == 1));
                        shares.product::<f64>() * solid.sqrt()
                    })
                    .sum();
                root * root
            }
        }
    }

    /// The contrast of two paints (WCAG 2.1, contrast ratio), 1 to 21.
    pub fn contrast(&self, other: &Paint) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}

/// The grey of sRGB that is as light.
fn grey(luminance: f64) -> u8 {
    let off = |grey: &u8| (linear(*grey) - luminance).abs();
    (0..=255).min_by(|a, b| off(a).total_cmp(&off(b))).expect("there are 256 greys")
}

/// The tint of black ink that is as light, in percent; black ink is the darkest.
fn tint(luminance: f64) -> u8 {
    let off = |ink: &u8| (Paint::Cmyk([0, 0, 0, *ink]).luminance() - luminance).abs();
    (0..=100).min_by(|a, b| off(a).total_cmp(&off(b))).expect("there are 101 tints")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Color = Color::new([0x4a, 0x19, 0x42], [60, 95, 30, 50]);

    fn output(profile: Profile, inks: Inks) -> Output {
        Output { profile, inks }
    }

    #[test]
    fn hex_is_six_digits_after_a_hash() {
        assert_eq!(Color::parse_hex("#4a1942"), Some([0x4a, 0x19, 0x42]));
        for wrong in ["4a1942", "#4a194", "#4a19zz", "#é1942", ""] {
            assert_eq!(Color::parse_hex(wrong), None, "{wrong}");
        }
        assert_eq!(FIELD.hex(), "#4a1942");
    }

    #[test]
    fn the_output_picks_a_side() {
        let office = output(Profile::Office, Inks::Colour);
        let (press, screen) = (output(Profile::Press, Inks::Colour), output(Profile::Screen, Inks::Colour));
        assert_eq!(FIELD.paint(press), Paint::Cmyk([60, 95, 30, 50]));
        assert_eq!(FIELD.paint(screen), Paint::Rgb([0x4a, 0x19, 0x42]));
        assert_eq!(Color::BLACK.paint(press), Paint::Cmyk([0, 0, 0, 100]));
        assert_eq!(Color::BLACK.paint(office), Paint::Grey(0));
        let sand = Color { office: Some([255; 3]), ..Color::new([0xf7, 0xef, 0xe6], [0, 4, 8, 2]) };
        assert_eq!(sand.paint(office), Paint::Grey(255));
        assert_eq!(sand.paint(screen), Paint::Rgb([0xf7, 0xef, 0xe6]));
    }

    #[test]
    fn type_is_of_one_ink_on_a_press() {
        let (press, screen) = (output(Profile::Press, Inks::Colour), output(Profile::Screen, Inks::Colour));
        let middle = Color::new([0xd1, 0x80, 0x80], [15, 55, 40, 5]);
        for (color, behind, inks) in [
            (FIELD, Color::WHITE, Color::BLACK),
            (middle, Color::WHITE, Color::BLACK),
            (middle, FIELD, Color::WHITE),
            (FIELD, middle, Color::BLACK),
        ] {
            assert_eq!(color.paint_text(behind, press), Paint::Cmyk(inks.cmyk), "{color:?} on {behind:?}");
        }
        assert_eq!(FIELD.paint_text(Color::WHITE, screen), FIELD.paint(screen));
        let grey = Color::new([0x4d; 3], [0, 0, 0, 85]);
        assert_eq!(grey.paint_text(Color::WHITE, press), Paint::Cmyk([0, 0, 0, 85]));
        assert_eq!(Color::WHITE.paint_text(FIELD, press), Paint::Cmyk([0; 4]));
    }

    #[test]
    fn a_spot_is_an_ink_on_the_press_alone() {
        let spot = Spot::new("PANTONE 7627 C").unwrap();
        let color = Color { spot: Some(spot), ..FIELD };
        let press = output(Profile::Press, Inks::Colour);
        assert_eq!(color.paint(press), Paint::Spot { spot, cmyk: FIELD.cmyk });
        assert_eq!(spot.name(), "PANTONE 7627 C");
        for other in [output(Profile::Office, Inks::Colour), output(Profile::Press, Inks::Mono)] {
            assert_eq!(color.paint(other), FIELD.paint(other));
        }
        for wrong in ["", "All", "None", "Black", " x", "a\u{0}b", &"x".repeat(41)] {
            assert_eq!(Spot::new(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn one_ink_is_as_light_as_the_colour_was() {
        for profile in [Profile::Office, Profile::Screen, Profile::Press] {
            let mono = output(profile, Inks::Mono);
            assert!(Color::WHITE.paint(mono).luminance() == 1.0);
            for grey in (0..=255_u8).step_by(15) {
                let color = Color::new([grey, 0x49, 0x5b], [0; 4]);
                let paint = color.paint(mono);
                assert!(matches!(paint, Paint::Grey(_) | Paint::Cmyk([0, 0, 0, _])));
                assert!((paint.luminance() - luminance(color.srgb)).abs() < 0.01, "{color:?} is {paint:?}");
            }
        }
        assert_eq!(Color::BLACK.paint(output(Profile::Press, Inks::Mono)), Paint::Cmyk([0, 0, 0, 100]));
        assert_eq!(
            Color::REGISTRATION.paint(output(Profile::Press, Inks::Mono)),
            Paint::Cmyk([0, 0, 0, 100])
        );
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let contrast = |grey: u8| Paint::Grey(grey).contrast(&Paint::Grey(255));
        assert_eq!(contrast(0), 21.0);
        // #595959 is the lightest grey with 7:1 on white, #767676 that with 4.5:1.
        assert!(contrast(0x59) >= 7.0 && contrast(0x5a) < 7.0);
        assert!(contrast(0x76) >= 4.5 && contrast(0x77) < 4.5);
    }

    /// Luminance by LittleCMS from the profile itself, relative colorimetric.
    #[test]
    fn process_inks_are_about_as_light_as_the_profile_has_them() {
        let measured: [([u8; 4], f64); 8] = [
            ([0, 0, 0, 50], 0.3223),
            ([0, 0, 0, 80], 0.0989),
            ([0, 0, 0, 20], 0.6620),
            ([60, 95, 30, 50], 0.0420),
            ([5, 82, 50, 5], 0.2209),
            ([0, 4, 8, 2], 0.9020),
            ([50, 0, 0, 0], 0.5462),
            ([40, 40, 40, 0], 0.3319),
        ];
        for (inks, luminance) in measured {
            let off = (Paint::Cmyk(inks).luminance() - luminance).abs();
            assert!(off < 0.034, "{inks:?} is off by {off}");
        }
    }
}
