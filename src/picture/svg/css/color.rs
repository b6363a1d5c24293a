//! The colours of CSS Color 4, as sRGB. What a screen could show and sRGB can't is clipped, as browsers do.

use css_color::{Srgb, parse_color};

use crate::geom::whole_number;

/// What a value is as a colour.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Colour {
    /// `#rrggbb`, or `rgba(r, g, b, a)` where it lets through.
    Known(String),
    /// The element's own.
    Current,
    /// None, as CSS has it.
    Invalid,
}

/// Reads a colour. `None` for what a browser can mix and this reader can't.
pub(super) fn read_color(value: &str) -> Option<Colour> {
    let small = value.trim().to_ascii_lowercase();
    if small == "currentcolor" {
        return Some(Colour::Current);
    }
    // Mixed of others, or taken from what the system has.
    let is_mixed =
        ["color-mix(", "light-dark(", "contrast-color(", "device-cmyk("].iter().any(|f| small.starts_with(f))
            || small.split_once('(').is_some_and(|(_, inside)| inside.trim_start().starts_with("from "));
    if is_mixed || SYSTEM.contains(&small.as_str()) {
        return None;
    }
    let Ok(read) = parse_color(&small) else { return Some(Colour::Invalid) };
    let [red, green, blue, alpha] = read.to_alpha_color::<Srgb>().components;
    let [r, g, b] = [red, green, blue].map(byte);
    Some(Colour::Known(if alpha < 1.0 {
        format!("rgba({r}, {g}, {b}, {})", alpha.max(0.0))
    } else {
        format!("#{r:02x}{g:02x}{b:02x}")
    }))
}

/// Colours of the system (CSS Color 4, 6.2), in small letters.
const SYSTEM: &[&str] = &[
    "accentcolor",
    "accentcolortext",
    "activetext",
    "buttonborder",
    "buttonface",
    "buttontext",
    "canvas",
    "canvastext",
    "field",
    "fieldtext",
    "graytext",
    "highlight",
    "highlighttext",
    "linktext",
    "mark",
    "marktext",
    "selecteditem",
    "selecteditemtext",
    "visitedtext",
];

/// A level from 0 to 1 as a byte. What single precision leaves a little below a half is one.
fn byte(level: f32) -> u8 {
    let level = (f64::from(level.clamp(0.0, 1.0)) * 255.0 + 0.01).round();
    u8::try_from(whole_number(level)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_browser() {
        // By Chromium's own canvas.
        for (value, expected) in [
            ("rebeccapurple", "#663399"),
            ("rgb(0 170 0 / 100%)", "#00aa00"),
            ("RGB(100%, 0%, 0%)", "#ff0000"),
            ("hsl(120deg 100% 25%)", "#008000"),
            ("hwb(0 0% 0%)", "#ff0000"),
            ("#abcd", "rgba(170, 187, 204, 0.86666673)"),
            ("transparent", "rgba(0, 0, 0, 0)"),
            ("oklch(62.8% 0.2577 29.23)", "#ff0000"),
            ("color(display-p3 0.8510 0.1176 0.2118)", "#ed002d"),
        ] {
            assert_eq!(read_color(value), Some(Colour::Known(expected.to_owned())), "{value}");
        }
        assert_eq!(read_color("nocolour"), Some(Colour::Invalid));
        assert_eq!(read_color("CurrentColor"), Some(Colour::Current));
        for mixed in
            ["color-mix(in srgb, red, blue)", "rgb(from red r g b)", "Canvas", "light-dark(red, blue)"]
        {
            assert_eq!(read_color(mixed), None, "{mixed}");
        }
    }
}
