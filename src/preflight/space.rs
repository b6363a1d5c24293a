//! Colour spaces (ISO 32000-1 8.6), down to the inks that they ask for.

use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::raw;

/// How deep spaces may stand in one another: indexed over separation over ICC.
const DEPTH: usize = 6;

/// How many inks a colour may have, and how many colours a table (ISO 32000-1 C.2, 8.6.6.3).
const PARTS: usize = 32;
const COLORS: usize = 256;

/// A colour space.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Space {
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
    Indexed(Box<Space>, Vec<u8>),
    /// Separation or DeviceN: the inks' names, and the space that stands in for them.
    Inks(Vec<String>, Box<Space>),
    /// Pattern.
    Pattern,
    /// Anything else.
    Unknown,
}

impl Space {
    /// The space of that name, in the colour spaces of the resources.
    pub(super) fn named(name: &[u8], spaces: &Dict<'_>) -> Space {
        match device(name, spaces) {
            Some(space) => space,
            None => match spaces.get::<Object<'_>>(name) {
                Some(object) => Space::read(&object, spaces, 0),
                None => Space::Unknown,
            },
        }
    }

    /// Reads a space.
    pub(super) fn read(object: &Object<'_>, spaces: &Dict<'_>, depth: usize) -> Space {
        match object {
            Object::Name(name) => device(name.as_ref(), spaces).unwrap_or(Space::Unknown),
            Object::Array(array) if depth < DEPTH => Space::of_array(array, spaces, depth),
            _ => Space::Unknown,
        }
    }

    fn of_array(array: &Array<'_>, spaces: &Dict<'_>, depth: usize) -> Space {
        let mut items = array.iter::<Object<'_>>();
        let Some(Object::Name(family)) = items.next() else { return Space::Unknown };
        let mut space =
            || items.next().map_or(Space::Unknown, |inner| Space::read(&inner, spaces, depth + 1));
        match family.as_ref() {
            b"ICCBased" => match items.next() {
                Some(Object::Stream(profile)) => {
                    let parts = profile.dict().get::<u32>("N").and_then(|parts| usize::try_from(parts).ok());
                    Space::Icc(parts.filter(|parts| matches!(parts, 1 | 3 | 4)).unwrap_or(3))
                }
                _ => Space::Unknown,
            },
            b"CalGray" => Space::Calibrated { name: "CalGray", parts: 1 },
            b"CalRGB" => Space::Calibrated { name: "CalRGB", parts: 3 },
            b"Lab" => Space::Calibrated { name: "Lab", parts: 3 },
            b"Indexed" | b"I" => {
                let base = space();
                let _highest = items.next();
                let table = match items.next() {
                    Some(Object::String(table)) => first(table.as_bytes()),
                    Some(Object::Stream(table)) => lookup(&table),
                    _ => Vec::new(),
                };
                Space::Indexed(Box::new(base), table)
            }
            b"Separation" | b"DeviceN" => {
                let names = match items.next() {
                    Some(Object::Name(name)) => vec![text(&name)],
                    Some(Object::Array(names)) => {
                        names.iter::<Name<'_>>().take(PARTS).map(|name| text(&name)).collect()
                    }
                    _ => Vec::new(),
                };
                let alternate =
                    items.next().map_or(Space::Unknown, |inner| Space::read(&inner, spaces, depth + 1));
                Space::Inks(names, Box::new(alternate))
            }
            b"Pattern" => Space::Pattern,
            name => device(name, spaces).unwrap_or(Space::Unknown),
        }
    }

    /// What it is called.
    pub(super) fn name(&self) -> String {
        match self {
            Space::Gray => "DeviceGray".to_owned(),
            Space::Rgb => "DeviceRGB".to_owned(),
            Space::Cmyk => "DeviceCMYK".to_owned(),
            Space::Calibrated { name, .. } => (*name).to_owned(),
            Space::Icc(1) => "ICC gray".to_owned(),
            Space::Icc(4) => "ICC CMYK".to_owned(),
            Space::Icc(_) => "ICC RGB".to_owned(),
            Space::Indexed(base, _) => format!("indexed {}", base.name()),
            Space::Inks(names, _) => format!("inks {}", names.join("+")),
            Space::Pattern => "pattern".to_owned(),
            Space::Unknown => "unknown".to_owned(),
        }
    }

    /// How many numbers a colour has.
    pub(super) fn parts(&self) -> usize {
        match self {
            Space::Gray | Space::Indexed(..) => 1,
            Space::Rgb => 3,
            Space::Cmyk => 4,
            Space::Calibrated { parts, .. } | Space::Icc(parts) => *parts,
            Space::Inks(names, _) => names.len(),
            Space::Pattern | Space::Unknown => 0,
        }
    }

    /// The colour that is set with the space (ISO 32000-1 8.6.5.3 and on).
    pub(super) fn initial(&self) -> Vec<f64> {
        match self {
            Space::Cmyk => vec![0.0, 0.0, 0.0, 1.0],
            Space::Inks(names, _) => vec![1.0; names.len()],
            _ => vec![0.0; self.parts()],
        }
    }

    /// Whether a colour is told as light and not as inks.
    pub(super) fn is_light(&self) -> bool {
        match self {
            Space::Rgb | Space::Calibrated { .. } | Space::Icc(3) => true,
            Space::Indexed(base, _) => base.is_light(),
            _ => false,
        }
    }

    /// The device whose colours these are, where it is one; of indexed and named inks what stands in for them.
    pub(super) fn device(&self) -> Option<&Space> {
        match self {
            Space::Gray | Space::Rgb | Space::Cmyk => Some(self),
            Space::Indexed(base, _) | Space::Inks(_, base) => base.device(),
            _ => None,
        }
    }

    /// The inks of a colour, each from 0 to 1; `None` where it is told as light. The name of all plates stands for marks.
    pub(super) fn inks(&self, parts: &[f64]) -> Option<Vec<f64>> {
        let part = |at: usize| parts.get(at).copied().unwrap_or(0.0).clamp(0.0, 1.0);
        match self {
            Space::Gray | Space::Icc(1) => Some(vec![1.0 - part(0)]),
            Space::Cmyk | Space::Icc(4) => Some((0..4).map(part).collect()),
            Space::Inks(names, _) if self.is_registration() => Some(vec![0.0; names.len()]),
            Space::Inks(names, _) => {
                let tint = |(at, name): (usize, &String)| if name == "None" { 0.0 } else { part(at) };
                Some(names.iter().enumerate().map(tint).collect())
            }
            Space::Indexed(base, table) => {
                let index = parts.first().copied().unwrap_or(0.0);
                let at =
                    (0_usize..=255).rev().find(|&at| f64::from(u8::try_from(at).unwrap_or(0)) <= index)?;
                let width = base.parts();
                let color = table.get(at * width..(at + 1) * width)?;
                base.inks(&color.iter().map(|&byte| f64::from(byte) / 255.0).collect::<Vec<f64>>())
            }
            _ => None,
        }
    }

    /// Whether it stands for all plates at once.
    pub(super) fn is_registration(&self) -> bool {
        matches!(self, Space::Inks(names, _) if names.iter().any(|name| name == "All"))
    }
}

/// A device's space by its name; `None` for another name. A default space of the resources takes its place.
fn device(name: &[u8], spaces: &Dict<'_>) -> Option<Space> {
    let (space, default) = match name {
        b"DeviceGray" | b"G" => (Space::Gray, "DefaultGray"),
        b"DeviceRGB" | b"RGB" => (Space::Rgb, "DefaultRGB"),
        b"DeviceCMYK" | b"CMYK" => (Space::Cmyk, "DefaultCMYK"),
        b"Pattern" => return Some(Space::Pattern),
        _ => return None,
    };
    match spaces.get::<Array<'_>>(default) {
        Some(array) => Some(Space::of_array(&array, &Dict::empty(), 1)),
        None => Some(space),
    }
}

/// The colours of an indexed space; more than its 256 are not kept.
fn lookup(table: &Stream<'_>) -> Vec<u8> {
    raw::unpacked(table).map(|data| first(&data)).unwrap_or_default()
}

fn text(name: &Name<'_>) -> String {
    String::from_utf8_lossy(name.as_ref()).into_owned()
}

/// What a table of colours can use of its bytes.
fn first(table: &[u8]) -> Vec<u8> {
    table[..table.len().min(COLORS * PARTS)].to_vec()
}
