//! Colours as a look writes them. In: a value of the palette. Out: a colour that screens, office printers and presses
//! can all show.

use serde::Deserialize;

use super::length::exactly;
use super::read::Reading;
#[cfg(test)]
use super::tests::schema::Percent;
use crate::color::{Color, MOST_INK, Spot};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// A colour: on screens alone, its inks being computed, or on screens and on presses.
#[derive(Deserialize, Clone)]
#[serde(
    untagged,
    expecting = "write a colour like \"#4a1942\", or { srgb = \"#4a1942\", cmyk = [60, 95, 30, 50] }"
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) enum ColorValue {
    /// On a screen; a press has the inks that come nearest.
    Screen(#[cfg_attr(test, schemars(regex(pattern = "^#[0-9A-Fa-f]{6}$")))] String),
    /// Both.
    Both(ColorTable),
}

/// A colour on screens and on presses.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ColorTable {
    /// On a screen: # and six hexadecimal digits.
    #[cfg_attr(test, schemars(regex(pattern = "^#[0-9A-Fa-f]{6}$")))]
    srgb: String,
    /// Inks in percent: cyan, magenta, yellow, black; 240 in all at most.
    #[serde(deserialize_with = "exactly")]
    #[cfg_attr(test, schemars(with = "[Percent; 4]"))]
    cmyk: [u8; 4],
    /// What an office printer lays down instead: white for a field that would be a screen of dots under text.
    #[cfg_attr(test, schemars(regex(pattern = "^#[0-9A-Fa-f]{6}$")))]
    office: Option<String>,
    /// The name of an ink of its own that a press prints it with, such as “PANTONE 7627 C”; cmyk is what stands for it.
    spot: Option<String>,
}

/// Checks a colour that stands at a place; `None` where something is wrong with it, which is reported.
pub(super) fn read_color(value: &ColorValue, span: Span, file: &mut Reading<'_>) -> Option<Color> {
    let checked = match value {
        ColorValue::Screen(hex) => screen_color(hex).map(Color::of_srgb),
        ColorValue::Both(table) => checked_color(table),
    };
    let told = |flaw: ColorFlaw| {
        let wrong = Diagnostic::new(flaw.code, flaw.message).label(span, "this colour");
        file.error(wrong.help(flaw.help));
    };
    checked.map_err(told).ok()
}

/// What is wrong with a colour.
struct ColorFlaw {
    code: Code,
    message: String,
    help: &'static str,
}

fn screen_color(hex: &str) -> Result<[u8; 3], ColorFlaw> {
    let message = || format!("“{hex}” is no colour");
    Color::parse_hex(hex).ok_or_else(|| ColorFlaw {
        code: Code::Layout,
        message: message(),
        help: "write it like #4a1942",
    })
}

fn checked_color(table: &ColorTable) -> Result<Color, ColorFlaw> {
    let ColorTable { srgb, cmyk, office, spot } = table;
    let flaw = |message: String, help| ColorFlaw { code: Code::Layout, message, help };
    let office = office.as_ref().map(|hex| screen_color(hex)).transpose()?;
    let srgb = screen_color(srgb)?;
    let unknown_ink = |name: &String| {
        flaw(
            format!("“{name}” is no name of an ink"),
            "give the name that it is sold by, at most 40 letters, and none of the process inks",
        )
    };
    let spot = spot.as_ref().map(|name| Spot::new(name).ok_or_else(|| unknown_ink(name))).transpose()?;
    if cmyk.iter().any(|&ink| ink > 100) {
        return Err(flaw(
            "inks are given in percent, 0 to 100".to_owned(),
            "give no ink more than 100, such as [60, 95, 30, 50]",
        ));
    }
    let color = Color { srgb, cmyk: *cmyk, office, spot };
    if color.total_ink() > MOST_INK {
        let message = format!("a colour of {} % ink never dries", color.total_ink());
        let help = "lay down 240 % at most, cyan, magenta, yellow and black together";
        return Err(ColorFlaw { code: Code::Ink, message, help });
    }
    Ok(color)
}
