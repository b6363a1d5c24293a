//! Colour spaces (ISO 32000-1 8.6), down to the inks that they ask for.

use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::raw;
use super::values::name_text;
use crate::geom::whole_number;

/// How deep spaces may stand in one another: indexed over separation over ICC.
const DEPTH: usize = 6;

/// How many inks a colour may have, and how many colours a table (ISO 32000-1 C.2, 8.6.6.3).
const PARTS: usize = 32;
const COLORS: usize = 256;

/// A colour space.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum ColorSpace {
    /// DeviceGray.
    Gray,
    /// DeviceRGB.
    Rgb,
    /// DeviceCMYK.
    Cmyk,
    /// CalGray, CalRGB or Lab.
    Calibrated { name: &'static str, parts: usize },
    /// ICCBased, by the number of its components.
    Icc(usize),
    /// Indexed: a space, and its colours one after the other.
    Indexed(Box<ColorSpace>, Vec<u8>),
    /// Separation or DeviceN: the inks' names, and the space that stands in for them.
    Inks(Vec<String>, Box<ColorSpace>),
    /// Pattern.
    Pattern,
    /// Anything else.
    Unknown,
}

impl ColorSpace {
    /// The space of that name, in the colour spaces of the resources.
    pub(super) fn named(name: &[u8], spaces: &Dict<'_>) -> ColorSpace {
        match device_space(name, spaces) {
            Some(space) => space,
            None => match spaces.get::<Object<'_>>(name) {
                Some(object) => ColorSpace::read(&object, spaces, 0),
                None => ColorSpace::Unknown,
            },
        }
    }

    /// Reads a space.
    pub(super) fn read(object: &Object<'_>, spaces: &Dict<'_>, depth: usize) -> ColorSpace {
        match object {
            Object::Name(name) => device_space(name.as_ref(), spaces).unwrap_or(ColorSpace::Unknown),
            Object::Array(array) if depth < DEPTH => ColorSpace::from_array(array, spaces, depth),
            _ => ColorSpace::Unknown,
        }
    }

    fn from_array(array: &Array<'_>, spaces: &Dict<'_>, depth: usize) -> ColorSpace {
        let mut items = array.iter::<Object<'_>>();
        let Some(Object::Name(family)) = items.next() else { return ColorSpace::Unknown };
        match family.as_ref() {
            b"ICCBased" => items.next().map_or(ColorSpace::Unknown, |profile| icc_space(&profile)),
            b"CalGray" => ColorSpace::Calibrated { name: "CalGray", parts: 1 },
            b"CalRGB" => ColorSpace::Calibrated { name: "CalRGB", parts: 3 },
            b"Lab" => ColorSpace::Calibrated { name: "Lab", parts: 3 },
            b"Indexed" | b"I" => {
                let base = inner_space(items.next(), spaces, depth);
                let _highest = items.next();
                let table = match items.next() {
                    Some(Object::String(table)) => kept_table(table.as_bytes()),
                    Some(Object::Stream(table)) => read_table(&table),
                    _ => Vec::new(),
                };
                ColorSpace::Indexed(Box::new(base), table)
            }
            b"Separation" | b"DeviceN" => {
                let names = items.next().map(|names| ink_names(&names)).unwrap_or_default();
                ColorSpace::Inks(names, Box::new(inner_space(items.next(), spaces, depth)))
            }
            b"Pattern" => ColorSpace::Pattern,
            name => device_space(name, spaces).unwrap_or(ColorSpace::Unknown),
        }
    }

    /// What it is called.
    pub(crate) fn name(&self) -> String {
        match self {
            ColorSpace::Gray => "DeviceGray".to_owned(),
            ColorSpace::Rgb => "DeviceRGB".to_owned(),
            ColorSpace::Cmyk => "DeviceCMYK".to_owned(),
            ColorSpace::Calibrated { name, .. } => (*name).to_owned(),
            ColorSpace::Icc(1) => "ICC gray".to_owned(),
            ColorSpace::Icc(4) => "ICC CMYK".to_owned(),
            ColorSpace::Icc(_) => "ICC RGB".to_owned(),
            ColorSpace::Indexed(base, _) => format!("indexed {}", base.name()),
            ColorSpace::Inks(names, _) => format!("inks {}", names.join("+")),
            ColorSpace::Pattern => "pattern".to_owned(),
            ColorSpace::Unknown => "unknown".to_owned(),
        }
    }

    /// How many numbers a colour has.
    pub(super) fn parts(&self) -> usize {
        match self {
            ColorSpace::Gray | ColorSpace::Indexed(..) => 1,
            ColorSpace::Rgb => 3,
            ColorSpace::Cmyk => 4,
            ColorSpace::Calibrated { parts, .. } | ColorSpace::Icc(parts) => *parts,
            ColorSpace::Inks(names, _) => names.len(),
            ColorSpace::Pattern | ColorSpace::Unknown => 0,
        }
    }

    /// The colour that is set with the space (ISO 32000-1 8.6.5.3 and on).
    pub(super) fn initial(&self) -> Vec<f64> {
        match self {
            ColorSpace::Cmyk => vec![0.0, 0.0, 0.0, 1.0],
            ColorSpace::Inks(names, _) => vec![1.0; names.len()],
            _ => vec![0.0; self.parts()],
        }
    }

    /// Whether a colour is told as light and not as inks.
    pub(crate) fn is_light(&self) -> bool {
        match self {
            ColorSpace::Rgb | ColorSpace::Calibrated { .. } | ColorSpace::Icc(3) => true,
            ColorSpace::Indexed(base, _) => base.is_light(),
            _ => false,
        }
    }

    /// Whether it has greys alone; what a pattern is of has spaces of its own.
    pub(crate) fn is_grey(&self) -> bool {
        match self {
            ColorSpace::Gray
            | ColorSpace::Icc(1)
            | ColorSpace::Calibrated { parts: 1, .. }
            | ColorSpace::Pattern => true,
            ColorSpace::Indexed(base, _) => base.is_grey(),
            _ => false,
        }
    }

    /// The device whose colours these are, where it is one; of indexed and named inks what stands in for them.
    pub(crate) fn device(&self) -> Option<&ColorSpace> {
        match self {
            ColorSpace::Gray | ColorSpace::Rgb | ColorSpace::Cmyk => Some(self),
            ColorSpace::Indexed(base, _) | ColorSpace::Inks(_, base) => base.device(),
            _ => None,
        }
    }

    /// The inks of a colour, each from 0 to 1; `None` where it is told as light. The name of all plates stands for marks.
    pub(crate) fn inks(&self, parts: &[f64]) -> Option<Vec<f64>> {
        let part = |at: usize| parts.get(at).copied().unwrap_or(0.0).clamp(0.0, 1.0);
        match self {
            ColorSpace::Gray | ColorSpace::Icc(1) => Some(vec![1.0 - part(0)]),
            ColorSpace::Cmyk | ColorSpace::Icc(4) => Some((0..4).map(part).collect()),
            ColorSpace::Inks(names, _) if self.is_registration() => Some(vec![0.0; names.len()]),
            ColorSpace::Inks(names, _) => {
                let tint = |(at, name): (usize, &String)| if name == "None" { 0.0 } else { part(at) };
                Some(names.iter().enumerate().map(tint).collect())
            }
            ColorSpace::Indexed(base, table) => {
                let index = whole_number(parts.first().copied().unwrap_or(0.0)).clamp(0, 255);
                let (at, width) = (usize::try_from(index).ok()?, base.parts());
                let color = table.get(at * width..(at + 1) * width)?;
                base.inks(&color.iter().map(|&byte| f64::from(byte) / 255.0).collect::<Vec<f64>>())
            }
            _ => None,
        }
    }

    /// Whether it stands for all plates at once.
    pub(crate) fn is_registration(&self) -> bool {
        matches!(self, ColorSpace::Inks(names, _) if names.iter().any(|name| name == "All"))
    }
}

/// A device's space by its name; `None` for another name. A default space of the resources takes its place.
fn device_space(name: &[u8], spaces: &Dict<'_>) -> Option<ColorSpace> {
    let (space, default) = match name {
        b"DeviceGray" | b"G" => (ColorSpace::Gray, "DefaultGray"),
        b"DeviceRGB" | b"RGB" => (ColorSpace::Rgb, "DefaultRGB"),
        b"DeviceCMYK" | b"CMYK" => (ColorSpace::Cmyk, "DefaultCMYK"),
        b"Pattern" => return Some(ColorSpace::Pattern),
        _ => return None,
    };
    match spaces.get::<Array<'_>>(default) {
        Some(array) => Some(ColorSpace::from_array(&array, &Dict::empty(), 1)),
        None => Some(space),
    }
}

/// The space that another stands on.
fn inner_space(object: Option<Object<'_>>, spaces: &Dict<'_>, depth: usize) -> ColorSpace {
    object.map_or(ColorSpace::Unknown, |object| ColorSpace::read(&object, spaces, depth + 1))
}

fn icc_space(object: &Object<'_>) -> ColorSpace {
    let Object::Stream(profile) = object else { return ColorSpace::Unknown };
    let parts = profile.dict().get::<u32>("N").and_then(|parts| usize::try_from(parts).ok());
    ColorSpace::Icc(parts.filter(|parts| matches!(parts, 1 | 3 | 4)).unwrap_or(3))
}

/// The names of the inks of a space of one or several.
fn ink_names(object: &Object<'_>) -> Vec<String> {
    match object {
        Object::Name(name) => vec![name_text(name)],
        Object::Array(names) => names.iter::<Name<'_>>().take(PARTS).map(|name| name_text(&name)).collect(),
        _ => Vec::new(),
    }
}

/// The colours of an indexed space; more than its 256 are not kept.
fn read_table(table: &Stream<'_>) -> Vec<u8> {
    raw::unpack(table).map(|data| kept_table(&data)).unwrap_or_default()
}

/// What a table of colours can use of its bytes.
fn kept_table(table: &[u8]) -> Vec<u8> {
    table[..table.len().min(COLORS * PARTS)].to_vec()
}
