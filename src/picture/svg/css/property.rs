//! The properties of SVG that change what is painted (SVG 2, appendix G), and what their values may be.

use super::color::{Colour, read_color};
use super::transform::{Lengths, pixels, read_transform};
use super::value::{Least, are_filters, length, link, share};
use crate::picture::error::DrawingError;

/// A property.
#[derive(Clone, Copy, Debug)]
pub(super) struct Property {
    /// Its name.
    pub(super) name: &'static str,
    /// Whether an element has it from the one around it.
    pub(super) inherited: bool,
    /// What holds where nothing says otherwise.
    pub(super) initial: &'static str,
    /// What its values are.
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    /// A colour, `none`, or what `url(#…)` leads to.
    Paint,
    /// A colour.
    Color,
    /// A share, as a number or in percent.
    Share,
    /// A length that is not negative.
    Length,
    /// A length, which may be negative.
    Offset,
    /// Lengths, or `none`.
    Dashes,
    /// A number of 1 or more.
    Mitre,
    /// One of some words.
    Word(&'static [&'static str]),
    /// `none`, or what `url(#…)` leads to.
    Link,
    /// `none`, or filters.
    Filters,
    /// `none`, or a list of transforms.
    Transform,
    /// Any two lengths.
    Origin,
    /// The space of a screen, which all colours here are mixed in.
    Screen,
    /// What nothing but its initial value can be drawn of.
    Initial,
}

const fn row(name: &'static str, inherited: bool, initial: &'static str, kind: Kind) -> Property {
    Property { name, inherited, initial, kind }
}

const RULES: Kind = Kind::Word(&["nonzero", "evenodd"]);
const SPACES: Kind = Kind::Word(&["auto", "srgb", "linearrgb"]);
const RENDERINGS: Kind = Kind::Word(&[
    "auto",
    "optimizespeed",
    "optimizequality",
    "crispedges",
    "geometricprecision",
    "crisp-edges",
    "pixelated",
    "smooth",
]);

const PROPERTIES: &[Property] = &[
    row("fill", true, "black", Kind::Paint),
    row("fill-opacity", true, "1", Kind::Share),
    row("fill-rule", true, "nonzero", RULES),
    row("stroke", true, "none", Kind::Paint),
    row("stroke-opacity", true, "1", Kind::Share),
    row("stroke-width", true, "1", Kind::Length),
    row("stroke-linecap", true, "butt", Kind::Word(&["butt", "round", "square"])),
    row("stroke-linejoin", true, "miter", Kind::Word(&["miter", "round", "bevel"])),
    row("stroke-miterlimit", true, "4", Kind::Mitre),
    row("stroke-dasharray", true, "none", Kind::Dashes),
    row("stroke-dashoffset", true, "0", Kind::Offset),
    row("color", true, "black", Kind::Color),
    row("opacity", false, "1", Kind::Share),
    row("stop-color", false, "black", Kind::Color),
    row("stop-opacity", false, "1", Kind::Share),
    row("flood-color", false, "black", Kind::Color),
    row("flood-opacity", false, "1", Kind::Share),
    row("lighting-color", false, "white", Kind::Color),
    row("clip-rule", true, "nonzero", RULES),
    row("clip-path", false, "none", Kind::Link),
    row("mask", false, "none", Kind::Link),
    row("mask-type", false, "luminance", Kind::Word(&["luminance", "alpha"])),
    row("filter", false, "none", Kind::Filters),
    row("marker-start", true, "none", Kind::Link),
    row("marker-mid", true, "none", Kind::Link),
    row("marker-end", true, "none", Kind::Link),
    row(
        "display",
        false,
        "inline",
        Kind::Word(&["inline", "block", "none", "inline-block", "flex", "grid", "contents"]),
    ),
    row("visibility", true, "visible", Kind::Word(&["visible", "hidden", "collapse"])),
    row("overflow", false, "visible", Kind::Word(&["visible", "hidden", "scroll", "auto"])),
    row("paint-order", true, "normal", Kind::Word(PAINT_ORDERS)),
    row("mix-blend-mode", false, "normal", Kind::Word(BLENDS)),
    row("isolation", false, "auto", Kind::Word(&["auto", "isolate"])),
    row("color-interpolation", true, "srgb", Kind::Screen),
    row("color-interpolation-filters", true, "linearrgb", SPACES),
    row("shape-rendering", true, "auto", RENDERINGS),
    row("image-rendering", true, "auto", RENDERINGS),
    row("transform", false, "none", Kind::Transform),
    row("transform-origin", false, "0 0", Kind::Origin),
    row("font-size", true, "16px", Kind::Length),
    row("vector-effect", false, "none", Kind::Word(&["none", "non-scaling-stroke"])),
    row("all", false, "", Kind::Initial),
    row("animation", false, "none", Kind::Initial),
    row("animation-name", false, "none", Kind::Initial),
    row("backdrop-filter", false, "none", Kind::Initial),
    row("mask-image", false, "none", Kind::Initial),
    row("offset-path", false, "none", Kind::Initial),
    row("perspective", false, "none", Kind::Initial),
    row("rotate", false, "none", Kind::Initial),
    row("scale", false, "none", Kind::Initial),
    row("translate", false, "none", Kind::Initial),
    row("transform-box", false, "view-box", Kind::Initial),
    row("zoom", false, "1", Kind::Initial),
];

const PAINT_ORDERS: &[&str] = &[
    "normal",
    "fill",
    "stroke",
    "markers",
    "fill stroke",
    "fill markers",
    "stroke fill",
    "stroke markers",
    "markers fill",
    "markers stroke",
    "fill stroke markers",
    "fill markers stroke",
    "stroke fill markers",
    "stroke markers fill",
    "markers fill stroke",
    "markers stroke fill",
];

const BLENDS: &[&str] = &[
    "normal",
    "multiply",
    "screen",
    "overlay",
    "darken",
    "lighten",
    "color-dodge",
    "color-burn",
    "hard-light",
    "soft-light",
    "difference",
    "exclusion",
    "hue",
    "saturation",
    "color",
    "luminosity",
    "plus-lighter",
];

/// Functions whose value a browser reckons out (CSS Values 4, 10).
const RECKONED: &[&str] = &[
    "calc(", "min(", "max(", "clamp(", "round(", "mod(", "rem(", "sin(", "cos(", "tan(", "pow(", "sqrt(",
    "hypot(", "log(", "exp(", "abs(", "sign(", "env(", "attr(",
];

/// Values that are written with capitals where they are attributes of SVG.
const CAPITALS: &[(&str, &str)] = &[
    ("srgb", "sRGB"),
    ("linearrgb", "linearRGB"),
    ("optimizespeed", "optimizeSpeed"),
    ("optimizequality", "optimizeQuality"),
    ("crispedges", "crispEdges"),
    ("geometricprecision", "geometricPrecision"),
];

/// What a value is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Value {
    /// The value, as SVG 1.1 writes it.
    Plain(String),
    /// None of that property, so that the declaration does not hold.
    Invalid,
}

impl Property {
    /// The property of that name.
    pub(super) fn named(name: &str) -> Option<&'static Property> {
        let name = name.strip_prefix("-webkit-").unwrap_or(name);
        PROPERTIES.iter().find(|property| property.name == name)
    }

    /// Whether it can be an attribute, too.
    pub(super) fn is_attribute(&self) -> bool {
        !matches!(self.kind, Kind::Initial)
            && !matches!(self.name, "mix-blend-mode" | "isolation" | "transform")
    }

    /// Reads a value; `lengths` says whether a number without a unit is a length.
    ///
    /// # Errors
    /// A browser would take it, and this reader can't.
    pub(super) fn read(&self, value: &str, lengths: Lengths) -> Result<Value, DrawingError> {
        let refused = || DrawingError::Declaration { name: self.name, value: value.to_owned() };
        let small = value.to_ascii_lowercase();
        if RECKONED.iter().any(|function| small.contains(function)) {
            return Err(refused());
        }
        let plain = |holds: bool, text: String| if holds { Value::Plain(text) } else { Value::Invalid };
        Ok(match self.kind {
            Kind::Paint => read_paint(value, refused)?,
            // Between colours of the newer kinds browsers go another way than between those of sRGB.
            Kind::Color if self.name == "stop-color" && is_newer(&small) => return Err(refused()),
            Kind::Color => plain_color(value, refused)?,
            Kind::Share => share(&small).map_or(Value::Invalid, |share| Value::Plain(share.to_string())),
            Kind::Length => plain_length(&small, Least::Zero, refused)?,
            Kind::Offset => plain_length(&small, Least::None, refused)?,
            Kind::Dashes if small == "none" => Value::Plain(small),
            Kind::Dashes => {
                let parts = small.split([',', ' ', '\t', '\n']).filter(|part| !part.is_empty());
                let parts: Result<Vec<Option<String>>, ()> =
                    parts.map(|part| length(part, Least::Zero)).collect();
                let parts: Option<Vec<String>> = parts.map_err(|()| refused())?.into_iter().collect();
                parts.map_or(Value::Invalid, |parts| Value::Plain(parts.join(" ")))
            }
            Kind::Mitre => plain(small.parse().is_ok_and(|limit: f64| limit >= 1.0), small),
            Kind::Word(words) => {
                let small = small.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
                let known = words.contains(&small.as_str());
                let written = CAPITALS.iter().find(|(word, _)| *word == small);
                plain(known, written.map_or(small, |(_, capitals)| (*capitals).to_owned()))
            }
            Kind::Link if small == "none" => Value::Plain(small),
            Kind::Link => match link(value) {
                Some((id, "")) => Value::Plain(format!("url(#{id})")),
                _ if small.contains('(') => return Err(refused()),
                _ => Value::Invalid,
            },
            Kind::Filters => plain(small == "none" || are_filters(&small), value.to_owned()),
            Kind::Transform if small == "none" => Value::Plain(String::new()),
            Kind::Transform => Value::Plain(read_transform(value, lengths).ok_or_else(refused)?),
            Kind::Origin => origin(&small, lengths).ok_or_else(refused)?,
            Kind::Screen if small == "linearrgb" => return Err(refused()),
            Kind::Screen => plain(matches!(small.as_str(), "auto" | "srgb"), "sRGB".to_owned()),
            Kind::Initial if small == self.initial => Value::Plain(small),
            Kind::Initial => return Err(refused()),
        })
    }
}

fn plain_color(value: &str, refused: impl Fn() -> DrawingError) -> Result<Value, DrawingError> {
    Ok(match read_color(value).ok_or_else(refused)? {
        Colour::Known(text) => Value::Plain(text),
        Colour::Current => Value::Plain("currentColor".to_owned()),
        Colour::Invalid => Value::Invalid,
    })
}

fn plain_length(
    value: &str,
    least: Least,
    refused: impl Fn() -> DrawingError,
) -> Result<Value, DrawingError> {
    let length = length(value, least).map_err(|()| refused())?;
    Ok(length.map_or(Value::Invalid, Value::Plain))
}

fn read_paint(value: &str, refused: impl Fn() -> DrawingError) -> Result<Value, DrawingError> {
    let small = value.to_ascii_lowercase();
    if matches!(small.as_str(), "none" | "context-fill" | "context-stroke") {
        return Ok(Value::Plain(small));
    }
    if !small.starts_with("url(") {
        // SVG 1.1 allows the colour of a profile after one of sRGB.
        let plain = small.find(" icc-color(").map_or(value, |at| value[..at].trim_end());
        return plain_color(plain, refused);
    }
    let Some((id, fallback)) = link(value) else { return Err(refused()) };
    let fallback = match fallback {
        "" => Value::Plain(String::new()),
        other => read_paint(other, refused)?,
    };
    Ok(match fallback {
        Value::Plain(fallback) => Value::Plain(format!("url(#{id}) {fallback}").trim_end().to_owned()),
        Value::Invalid => Value::Invalid,
    })
}

fn is_newer(color: &str) -> bool {
    ["lab(", "lch(", "oklab(", "oklch(", "color("].iter().any(|function| color.starts_with(function))
}

fn origin(value: &str, lengths: Lengths) -> Option<Value> {
    let parts: Vec<&str> = value.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    let plain = |part: &&str| pixels(part, lengths);
    match parts.as_slice() {
        [x, y] | [x, y, "0" | "0px"] => {
            let [x, y] = [plain(x)?, plain(y)?];
            Some(Value::Plain(format!("{x} {y}")))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, value: &str) -> Result<Value, DrawingError> {
        Property::named(name).unwrap().read(value, Lengths::WithUnits)
    }

    fn plain(text: &str) -> Result<Value, DrawingError> {
        Ok(Value::Plain(text.to_owned()))
    }

    #[test]
    fn values_are_as_svg_writes_them() {
        for (name, value, expected) in [
            ("fill", "#c60 icc-color(acme, 0.1, 0.2)", "#cc6600"),
            ("fill", "url( '#a' ) Red", "url(#a) #ff0000"),
            ("fill-opacity", "50%", "0.5"),
            ("fill-opacity", "7", "1"),
            ("stroke-dasharray", "1, 2px 4Q", "1 2px 1mm"),
            ("color-interpolation-filters", "sRGB", "sRGB"),
            ("paint-order", "Stroke  fill", "stroke fill"),
            ("stroke-width", "1e1px", "1e1px"),
        ] {
            assert_eq!(read(name, value), plain(expected), "{name}: {value}");
        }
    }

    #[test]
    fn what_is_no_value_does_not_hold_and_what_is_too_new_is_refused() {
        for (name, value) in [
            ("fill", "nocolour"),
            ("stroke-width", "-1"),
            ("stroke-width", "thick"),
            ("stroke-linecap", "sharp"),
            ("stroke-miterlimit", "0.5"),
            ("opacity", "half"),
            ("clip-path", "shape"),
        ] {
            assert_eq!(read(name, value), Ok(Value::Invalid), "{name}: {value}");
        }
        for (name, value) in [
            ("fill", "color-mix(in srgb, red, blue)"),
            ("stroke-width", "calc(1px + 2px)"),
            ("stroke-width", "1rem"),
            ("clip-path", "circle(50%)"),
            ("animation", "turn 1s"),
            ("rotate", "45deg"),
            ("fill", "url(other.svg#a)"),
        ] {
            let name = Property::named(name).unwrap().name;
            let refused = DrawingError::Declaration { name, value: value.to_owned() };
            assert_eq!(read(name, value), Err(refused), "{name}: {value}");
        }
    }
}
