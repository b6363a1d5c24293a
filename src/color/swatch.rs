//! A colour as a layout gives it, and what becomes of it in a file.

use crate::color::convert::separate;
use crate::color::drums::{Drums, MOST_DRUMS, Tones};
use crate::color::light::luminance;
use crate::color::output::{Inks, Output, Profile};
use crate::color::paint::{Paint, nearest_grey, nearest_tint};
use crate::color::press::TypeInks;
use crate::color::spot::Spot;

/// A colour as a layout gives it: in sRGB and in the four process inks, neither computed from the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Color {
    /// Red, green, blue of sRGB (IEC 61966-2-1), 0 to 255.
    pub srgb: [u8; 3],
    /// Cyan, magenta, yellow, black in percent, 0 to 100.
    pub cmyk: [u8; 4],
    /// The colour for an office printer in sRGB, where it differs: such a printer makes a light field of dots, so under text
    /// the field is left white.
    pub office: Option<[u8; 3]>,
    /// The spot ink that a press prints it with. `cmyk` stands for it on a press without that ink.
    pub spot: Option<Spot>,
}

impl Color {
    /// The black of text: black ink alone, since the plates of four inks never meet exactly in small type (docs/print.md,
    /// "What printers ask").
    pub const BLACK: Color = Color::new([0, 0, 0], [0, 0, 0, 100]);
    /// Paper white.
    pub const WHITE: Color = Color::new([255, 255, 255], [0, 0, 0, 0]);
    /// All inks of a press, for marks that show whether the plates meet. Nothing else may have it.
    pub const REGISTRATION: Color = Color { spot: Some(Spot::ALL), ..Color::new([0; 3], [100; 4]) };

    /// A colour that a press prints in process inks, and that is the same in sRGB for all other outputs.
    pub const fn new(srgb: [u8; 3], cmyk: [u8; 4]) -> Color {
        Color { srgb, cmyk, office: None, spot: None }
    }

    /// A colour that is given in sRGB alone, like those of drawings.
    pub fn of_srgb(srgb: [u8; 3]) -> Color {
        let percent = |ink: u8| u8::try_from((u16::from(ink) * 100 + 127) / 255).expect("255 is 100 %");
        Color::new(srgb, separate(srgb).map(percent))
    }

    /// Reads `#rrggbb`: `#4a1942` is `[0x4a, 0x19, 0x42]`. `None` where the text is not of that form.
    pub fn parse_hex(text: &str) -> Option<[u8; 3]> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some([byte(0)?, byte(2)?, byte(4)?])
    }

    /// Its sRGB in the form that `parse_hex` reads.
    pub fn hex(&self) -> String {
        let [r, g, b] = self.srgb;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// The colour as a file for that output holds it. Greys of sRGB are written as greys, so that black text is black ink
    /// alone on an office printer, too. With one ink, a colour becomes the tint that is as light.
    pub fn paint(&self, output: Output) -> Paint {
        let drums = output.inks.drums();
        if let Some(paint) = drums.and_then(|drums| output.inks.toned(self.tones(drums))) {
            return paint;
        }
        let srgb = match output.profile {
            Profile::Office => self.office.unwrap_or(self.srgb),
            Profile::Press | Profile::Screen => self.srgb,
        };
        match (output.profile, output.inks) {
            (Profile::Press, Inks::Colour | Inks::Drums(_) | Inks::Plate(..)) => match self.spot {
                Some(Spot::ALL) => Paint::Spot { spot: Spot::ALL, cmyk: self.cmyk },
                Some(spot) => Paint::Spot { spot, cmyk: output.condition().carry_percent(self.cmyk) },
                None => Paint::Cmyk(output.condition().carry_percent(self.cmyk)),
            },
            (Profile::Press, Inks::Mono) => {
                Paint::Cmyk([0, 0, 0, nearest_tint(luminance(srgb), output.condition())])
            }
            (Profile::Office | Profile::Screen, Inks::Mono) => Paint::Grey(nearest_grey(luminance(srgb))),
            (Profile::Office | Profile::Screen, _) => match srgb {
                [r, g, b] if r == g && g == b => Paint::Grey(r),
                _ => Paint::Rgb(srgb),
            },
        }
    }

    /// Its tones of the inks of drums; a mark that shows whether they meet has all.
    fn tones(&self, drums: Drums) -> Tones {
        if self.spot == Some(Spot::ALL) { [u8::MAX; MOST_DRUMS] } else { drums.tones(self.srgb) }
    }

    /// The same of a field, which a duplicator takes no full ink for.
    pub fn paint_area(&self, output: Output) -> Paint {
        let drums = output.inks.drums();
        let toned = drums.and_then(|drums| output.inks.toned(drums.area_tones(self.srgb)));
        toned.unwrap_or_else(|| self.paint(output))
    }

    /// The colour of type that stands on the colour `behind`. The plates of several inks never meet exactly in letters. So a
    /// press sets type in black ink alone on paper and light fields, and leaves it white in dark ones, whatever its colour
    /// (docs/product.md, "Profiles"). Tints of black and spot inks stay, and so does large bold type.
    pub fn paint_text(&self, behind: Color, output: Output, inks: TypeInks) -> Paint {
        let drums = output.inks.drums();
        let tones =
            drums.map(|drums| drums.type_over(drums.type_tones(self.srgb, behind.srgb, inks), behind.srgb));
        if let Some(paint) = tones.and_then(|tones| output.inks.toned(tones)) {
            return paint;
        }
        let paint = self.paint(output);
        match paint {
            Paint::Cmyk([c, m, y, _]) if (c, m, y) != (0, 0, 0) && inks == TypeInks::One => {
                let behind = behind.paint(output);
                let [black, white] = [Color::BLACK, Color::WHITE].map(|color| Paint::Cmyk(color.cmyk));
                let contrast = |paint: Paint| paint.contrast_by(&behind, output.condition());
                if contrast(black) < contrast(white) { white } else { black }
            }
            other => other,
        }
    }

    /// Whether a file has type of this colour on that one: the plate of another ink has none that black is laid over it.
    pub fn has_type(&self, behind: Color, output: Output, inks: TypeInks) -> bool {
        match output.inks {
            Inks::Plate(drums, ink) => drums.holds(ink, drums.type_tones(self.srgb, behind.srgb, inks)),
            Inks::Colour | Inks::Mono | Inks::Drums(_) => true,
        }
    }

    /// The sum of its process inks, in percent. A press takes `MOST_INK` at most.
    pub fn total_ink(&self) -> u16 {
        self.cmyk.iter().copied().map(u16::from).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Color = Color::new([0x4a, 0x19, 0x42], [60, 95, 30, 50]);

    fn output(profile: Profile, inks: Inks) -> Output {
        Output::of(profile, inks)
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
            assert_eq!(
                color.paint_text(behind, press, TypeInks::One),
                Paint::Cmyk(inks.cmyk),
                "{color:?} on {behind:?}"
            );
        }
        assert_eq!(FIELD.paint_text(Color::WHITE, screen, TypeInks::One), FIELD.paint(screen));
        let grey = Color::new([0x4d; 3], [0, 0, 0, 85]);
        assert_eq!(FIELD.paint_text(Color::WHITE, press, TypeInks::Own), FIELD.paint(press));
        assert_eq!(grey.paint_text(Color::WHITE, press, TypeInks::One), Paint::Cmyk([0, 0, 0, 85]));
        assert_eq!(Color::WHITE.paint_text(FIELD, press, TypeInks::One), Paint::Cmyk([0; 4]));
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
}
