//! Colours as a look writes them. In: a table of the palette. Out: a colour that screens, office printers and presses
//! can all show.

use serde::Deserialize;
use toml::Spanned;

use super::look::LookReader;
use super::read::span_of;
#[cfg(test)]
use super::tests::schema::Percent;
use crate::color::{Color, MOST_INK, Spot};
use crate::diag::{Code, Diagnostic};

/// A colour on screens and on presses.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ColorTable {
    /// On a screen: # and six hexadecimal digits.
    #[cfg_attr(test, schemars(regex(pattern = "^#[0-9A-Fa-f]{6}$")))]
    srgb: String,
    /// Inks in percent: cyan, magenta, yellow, black; 240 in all at most.
    #[cfg_attr(test, schemars(with = "[Percent; 4]"))]
    cmyk: [u8; 4],
    /// What an office printer lays down instead: white for a field that would be a screen of dots under text.
    #[cfg_attr(test, schemars(regex(pattern = "^#[0-9A-Fa-f]{6}$")))]
    office: Option<String>,
    /// The name of an ink of its own that a press prints it with, such as “PANTONE 7627 C”; cmyk is what stands for it.
    spot: Option<String>,
}

impl LookReader<'_> {
    /// Checks a colour; `None` where something is wrong with it, which is reported.
    pub(super) fn color(&mut self, table: &Spanned<ColorTable>) -> Option<Color> {
        let ColorTable { srgb, cmyk, office, spot } = table.get_ref();
        let span = span_of(self.source, table);
        let mut fail = |code, message: String, label: &str| {
            self.diagnostics.push(Diagnostic::error(code, message).label(span, label));
        };
        let mut hex = |text: &String| {
            let read = Color::parse_hex(text);
            if read.is_none() {
                fail(Code::Layout, format!("“{text}” is no colour"), "write it like #4a1942");
            }
            read
        };
        let (srgb, office) = (hex(srgb)?, office.as_ref().map(&mut hex));
        if office == Some(None) {
            return None;
        }
        let named = spot.as_deref().map(Spot::new);
        if named == Some(None) {
            let message = format!("“{}” is no name of an ink", spot.as_deref().unwrap_or_default());
            fail(Code::Layout, message, "40 letters at most, and none of the process inks");
            return None;
        }
        let color = Color { srgb, cmyk: *cmyk, office: office.flatten(), spot: named.flatten() };
        if cmyk.iter().any(|&ink| ink > 100) {
            fail(Code::Layout, "inks are given in percent, 0 to 100".to_owned(), "this colour");
            return None;
        }
        if color.total_ink() > MOST_INK {
            let message = format!("a colour of {} % ink never dries", color.total_ink());
            fail(Code::Ink, message, "lay down 240 % at most, cyan, magenta, yellow and black together");
            return None;
        }
        Some(color)
    }
}
