//! What colours mean: the output intents (ISO 32000-1 14.11.5), and on a press inks of their own and how inks lie over
//! each other.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::color::{Condition, Spot};
use crate::spec::PressStandard;

use super::document::resources_of;
use super::numbers::narrow;
use super::page::{KNOCK_OUT, OVER, Page, SpotInk, space_name};
use super::target::Target;

/// The profiles; their origin stands in the notice of this module's parent.
const SRGB: &[u8] = include_bytes!("srgb.icc");
const GRACOL: &[u8] = include_bytes!("tr006-coated.icc");
const COATED: &[u8] = include_bytes!("fogra39-coated.icc");
const UNCOATED: &[u8] = include_bytes!("fogra29-uncoated.icc");

/// What an intent says, and the profile that it holds, where it holds one, with how many channels that has.
struct Stated {
    name: &'static str,
    meaning: &'static str,
    profile: Option<(&'static [u8], i64)>,
}

const SCREEN: Stated =
    Stated { name: "sRGB IEC61966-2.1", meaning: "sRGB IEC61966-2.1", profile: Some((SRGB, 3)) };

/// What the intent of a file says. PDF/X-1a names a condition of the registry and holds no profile: shops that ask for it ask for none.
fn stated(target: Target) -> Stated {
    let Some(standard) = target.press_standard() else { return SCREEN };
    let intent = target.output.intent;
    let profile = match intent.condition {
        Condition::Gracol => GRACOL,
        Condition::Coated => COATED,
        Condition::Uncoated => UNCOATED,
    };
    let holds = match standard {
        PressStandard::X4 | PressStandard::X3 => intent.has_profile,
        PressStandard::X1a2001 | PressStandard::X1a2003 => false,
    };
    Stated { name: intent.identifier, meaning: intent.meaning, profile: holds.then_some((profile, 4)) }
}

/// The intents: that of PDF/A (ISO 19005-2 6.2.3), and on a press that of PDF/X with the same profile (ISO 15930-7 6.2.1).
pub(super) fn output_intents(document: &mut Document, target: Target) -> Vec<Object> {
    let condition = stated(target);
    let standards: &[&str] = match (target.press_standard(), target.is_tagged()) {
        (None, _) => &["GTS_PDFA1"],
        (Some(_), true) => &["GTS_PDFX", "GTS_PDFA1"],
        (Some(_), false) => &["GTS_PDFX"],
    };
    let stream = condition.profile.map(|(profile, channels)| {
        let stream = Stream::new(dictionary! { "N" => channels }, profile.to_vec());
        document.add_object(stream)
    });
    let intent = |standard: &&str| {
        let mut intent = dictionary! {
            "Type" => "OutputIntent",
            "S" => *standard,
            "OutputConditionIdentifier" => Object::string_literal(condition.name),
            "OutputCondition" => Object::string_literal(condition.meaning),
            "RegistryName" => Object::string_literal("http://www.color.org"),
            "Info" => Object::string_literal(condition.meaning),
        };
        if let Some(stream) = stream {
            intent.set("DestOutputProfile", stream);
        }
        Object::Dictionary(intent)
    };
    standards.iter().map(intent).collect()
}

/// Gives the pages of a press what their operators name: states and inks.
pub(super) fn add_inks(document: &mut Document, ids: &[ObjectId], pages: &[Page]) {
    let over =
        document.add_object(dictionary! { "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 1 });
    let alone =
        document.add_object(dictionary! { "Type" => "ExtGState", "OP" => false, "op" => false, "OPM" => 0 });
    let states = document.add_object(dictionary! { OVER => over, KNOCK_OUT => alone });
    let mut known: BTreeMap<Spot, ObjectId> = BTreeMap::new();
    for (&id, page) in ids.iter().zip(pages) {
        let mut spaces = Dictionary::new();
        for (index, &SpotInk { spot, cmyk }) in page.spots.iter().enumerate() {
            let separation =
                *known.entry(spot).or_insert_with(|| document.add_object(separation(spot, cmyk)));
            spaces.set(space_name(index), separation);
        }
        let resources = resources_of(document, id);
        resources.set("ExtGState", states);
        resources.set("ColorSpace", spaces);
    }
}

/// The colour space of an ink: its tints are those of the process inks that stand for it (ISO 32000-1 8.6.6.4).
fn separation(spot: Spot, cmyk: [u8; 4]) -> Object {
    let full = cmyk.iter().map(|&ink| Object::Real(narrow(f64::from(ink) / 100.0))).collect();
    let none = vec![Object::Integer(0); 4];
    let tints = dictionary! {
        "FunctionType" => 2,
        "Domain" => vec![0.into(), 1.into()],
        "C0" => none,
        "C1" => Object::Array(full),
        "N" => 1,
    };
    let name = Object::Name(spot.name().as_bytes().to_vec());
    Object::Array(vec!["Separation".into(), name, "DeviceCMYK".into(), Object::Dictionary(tints)])
}
