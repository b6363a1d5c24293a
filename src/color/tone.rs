//! Colours made of others: paler ones for fields and tints, darker ones that words can be read on. The inks of a colour made
//! here are computed, as are those of drawings.

use crate::color::paint::Paint;
use crate::color::swatch::Color;

/// In how many steps a colour is mixed.
const STEPS: u16 = 64;

impl Color {
    /// The colour mixed with white, `share` of `STEPS` being white.
    fn mixed_with_white(self, share: u16) -> Color {
        self.mixed(share, 255)
    }

    fn mixed(self, share: u16, end: u16) -> Color {
        let channel = |own: u8| {
            let sum = u16::from(own) * (STEPS - share) + end * share;
            u8::try_from((sum + STEPS / 2) / STEPS).expect("a mean of two bytes is one")
        };
        Color::of_srgb(self.srgb.map(channel))
    }

    /// The first of its tints, from more than half white on, that has that contrast on a darker colour; white where none has.
    pub fn paler_on(self, field: Color, contrast: f64) -> Color {
        let tints = (STEPS * 9 / 16..=STEPS).map(|share| self.mixed_with_white(share));
        let stands_out = |tint: &Color| tint.least_contrast(&field) >= contrast;
        tints.into_iter().find(stands_out).unwrap_or(Color::WHITE)
    }

    /// The colour itself, or the first darker one on which white has that contrast.
    pub fn darker_under_white(self, contrast: f64) -> Color {
        let mut shades = (1..=STEPS).map(|share| self.mixed(share, 0));
        let stands_out = |shade: &Color| shade.least_contrast(&Color::WHITE) >= contrast;
        if stands_out(&self) { self } else { shades.find(stands_out).unwrap_or(Color::BLACK) }
    }

    /// A tint of it for fields under dark text, white in an office print.
    pub fn faintest(self) -> Color {
        self.mixed_with_white(STEPS * 15 / 16).under_text()
    }

    /// The same, but white in an office print, whose printers make a light field of dots.
    pub fn under_text(self) -> Color {
        Color { office: Some([255; 3]), ..self }
    }

    /// The contrast with another colour on a screen or on a press, whichever is less.
    pub fn least_contrast(&self, other: &Color) -> f64 {
        let on_screen = Paint::Rgb(self.srgb).contrast(&Paint::Rgb(other.srgb));
        let on_press = Paint::Cmyk(self.cmyk).contrast(&Paint::Cmyk(other.cmyk));
        on_screen.min(on_press)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_keep_their_contrast_whatever_they_are_made_of() {
        for hex in ["#ffd200", "#e67e22", "#0b6e4f", "#cc4055", "#808080", "#ffffff", "#000000"] {
            let color = Color::of_srgb(Color::parse_hex(hex).unwrap());
            for asked in [4.5, 7.0] {
                let dark = color.darker_under_white(asked);
                assert!(dark.least_contrast(&Color::WHITE) >= asked, "{hex} becomes {}", dark.hex());
            }
            for field in ["#0a3d62", "#26343f", "#4a1942"] {
                let field = Color::of_srgb(Color::parse_hex(field).unwrap());
                assert!(color.paler_on(field, 4.5).least_contrast(&field) >= 4.5, "{hex}");
            }
            let sand = color.faintest();
            assert!(sand.least_contrast(&Color::BLACK) > 12.0, "{hex} {}", sand.hex());
            assert_eq!(sand.office, Some([255; 3]));
        }
        let petrol = Color::of_srgb([0x0b, 0x4f, 0x6c]);
        assert_eq!(petrol.darker_under_white(4.5), petrol, "what is dark enough stays");
    }
}
