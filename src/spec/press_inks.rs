//! The inks of a duplicator. In: `inks` and `areas` of a press. Out: drums with their names, a file of the leaflet each.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::read::Reading;
use super::wording::near_name;
use crate::color::{Color, Drums, MOST_DRUMS};
use crate::diag::{Code, Diagnostic};

/// The ink that sets type.
const BLACK: &str = "black";
/// The file that shows all inks over each other, beside those of the inks.
pub const PREVIEW: &str = "preview";
/// The longest name of an ink (H: it is part of a file's name).
const LONGEST: usize = 30;

/// What the inks of Riso look like on white paper, as a screen shows them (stencil.wiki/colors).
const KNOWN: [(&str, [u8; 3]); 24] = [
    ("black", [0x00, 0x00, 0x00]),
    ("burgundy", [0x91, 0x4e, 0x72]),
    ("blue", [0x00, 0x78, 0xbf]),
    ("green", [0x00, 0xa9, 0x5c]),
    ("medium blue", [0x32, 0x55, 0xa4]),
    ("bright red", [0xf1, 0x50, 0x60]),
    ("federal blue", [0x3d, 0x55, 0x88]),
    ("purple", [0x76, 0x5b, 0xa7]),
    ("teal", [0x00, 0x83, 0x8a]),
    ("flat gold", [0xbb, 0x8b, 0x41]),
    ("hunter green", [0x40, 0x70, 0x60]),
    ("red", [0xff, 0x66, 0x5e]),
    ("brown", [0x92, 0x5f, 0x52]),
    ("yellow", [0xff, 0xe8, 0x00]),
    ("marine red", [0xd2, 0x51, 0x5e]),
    ("orange", [0xff, 0x6c, 0x2f]),
    ("fluorescent pink", [0xff, 0x48, 0xb0]),
    ("light grey", [0x88, 0x89, 0x8a]),
    ("metallic gold", [0xac, 0x93, 0x6e]),
    ("crimson", [0xe4, 0x5d, 0x50]),
    ("fluorescent orange", [0xff, 0x74, 0x77]),
    ("cornflower", [0x62, 0xa8, 0xe5]),
    ("sky blue", [0x49, 0x82, 0xcf]),
    ("lake", [0x23, 0x5b, 0xa8]),
];

/// Which inks a file is in.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[cfg_attr(test, derive(Deserialize, schemars::JsonSchema), serde(rename_all = "kebab-case"))]
pub enum PressInk {
    /// The process inks, and those of their own.
    #[default]
    Cmyk,
    /// One, as greys: whichever ink the shop puts in.
    #[cfg_attr(test, serde(alias = "gray"))]
    Grey,
    /// Those of the drums of a duplicator: a file an ink, as greys, and one that shows them over each other.
    Plates,
}

/// What it may be called, in any case.
const INK_WORDS: [(&str, PressInk); 4] = [
    ("cmyk", PressInk::Cmyk),
    ("grey", PressInk::Grey),
    ("gray", PressInk::Grey),
    ("plates", PressInk::Plates),
];

/// Reads which inks a file is in. Who names an ink means a duplicator.
pub(super) fn press_ink<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Spanned<PressInk>>, D::Error> {
    let written = Spanned::<String>::deserialize(deserializer)?;
    let (place, word) = (written.span(), written.get_ref().to_lowercase());
    if let Some((_, ink)) = INK_WORDS.iter().find(|(known, _)| *known == word) {
        return Ok(Some(Spanned::new(place, *ink)));
    }
    let names: Vec<&str> = INK_WORDS.iter().map(|(known, _)| *known).collect();
    let help = match (known_colour(&word), near_name(&word, &names)) {
        (Some(_), _) if word == BLACK => "write ink = \"grey\" for one ink".to_owned(),
        (Some(_), _) => format!("of a duplicator write ink = \"plates\", and below it inks = [\"black\", \"{word}\"]"),
        (None, Some(near)) => format!("did you mean \"{near}\"?"),
        (None, None) => "write \"cmyk\" for process inks, or \"grey\" for one ink; of a duplicator \"plates\", and below it inks = [\"black\", \"bright red\"]".to_owned(),
    };
    Err(D::Error::custom(format!("“{}” is nothing that `ink` can be: {help}", written.get_ref())))
}

/// The colour of a drum of that name, in small letters.
fn known_colour(name: &str) -> Option<[u8; 3]> {
    let name = name.replace("gray", "grey");
    KNOWN.iter().find(|(known, _)| *known == name).map(|(_, colour)| *colour)
}

/// The inks of a leaflet, in the order in which they are named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PressInks {
    names: Vec<String>,
    colours: Vec<[u8; 3]>,
    black: usize,
}

impl PressInks {
    /// The inks as those of drums, of which fields and pixels have so many percent at most.
    pub fn drums(&self, areas: u8) -> Drums {
        Drums::new(&self.colours, self.black, areas).expect("inks were checked when they were read")
    }

    /// What ends the names of their files: `bright-red`.
    pub fn file_words(&self) -> impl Iterator<Item = String> {
        self.names.iter().map(|name| name.replace(' ', "-"))
    }
}

/// The inks as written: drums that are known by name, `["black", "fluorescent pink"]`, or each with its colour,
/// `{ black = "#000000", red = "#ff4c65" }`.
#[derive(Debug)]
pub(super) struct InksValue(Vec<(Spanned<String>, Option<Spanned<String>>)>);

/// The same for the schema.
#[cfg(test)]
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub(super) enum InksShape {
    /// By the names of drums.
    #[expect(dead_code, reason = "it is its schema that counts")]
    Known(Vec<String>),
    /// Each with its colour, `#rrggbb`.
    #[expect(dead_code, reason = "it is its schema that counts")]
    Coloured(std::collections::BTreeMap<String, String>),
}

impl<'de> Deserialize<'de> for InksValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<InksValue, D::Error> {
        deserializer.deserialize_any(InksVisitor)
    }
}

/// Takes a list or a table, and where each of their parts stands.
struct InksVisitor;

impl<'de> Visitor<'de> for InksVisitor {
    type Value = InksValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the names of drums like [\"black\", \"bright red\"], or { black = \"#000000\", red = \"#ff4c65\" }")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<InksValue, A::Error> {
        let mut inks = Vec::new();
        while let Some(name) = list.next_element()? {
            inks.push((name, None));
        }
        Ok(InksValue(inks))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<InksValue, A::Error> {
        let mut inks = Vec::new();
        while let Some((name, colour)) = table.next_entry()? {
            inks.push((name, Some(colour)));
        }
        Ok(InksValue(inks))
    }
}

/// Checks inks: drums that are known or have a colour, one of them black, no more than there can be.
pub(super) fn checked_inks(value: &Spanned<InksValue>, file: &mut Reading<'_>) -> Option<PressInks> {
    let InksValue(written) = value.get_ref();
    let (mut names, mut colours, mut met) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (name, colour) in written {
        let plain = name.get_ref().to_lowercase().replace("gray", "grey");
        check_name(name, met.insert(plain.replace(' ', "-")), file);
        colours.push(checked_colour(name, colour.as_ref(), file).unwrap_or_default());
        names.push(plain);
    }
    let whole = file.span(value);
    if names.len() > MOST_DRUMS {
        let what = format!("a leaflet has {MOST_DRUMS} inks at most, and {} are named", names.len());
        let wrong = Diagnostic::new(Code::Layout, what).label(whole, "these");
        file.error(wrong.help("take the least needed out: colours are mixed of those that are left"));
        return None;
    }
    let Some(black) = names.iter().position(|name| name == BLACK) else {
        let wrong = Diagnostic::new(Code::Layout, "no ink is called black, which sets small type");
        let help = "name the ink of small type black, whatever its colour: inks = { black = \"#3255a4\", pink = \"#ff48b0\" }";
        file.error(wrong.label(whole, "black is missing").help(help));
        return None;
    };
    Some(PressInks { names, colours, black })
}

/// Checks the name of an ink, which is part of a file's name.
fn check_name(name: &Spanned<String>, is_new: bool, file: &mut Reading<'_>) {
    let text = name.get_ref();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == ' ' || c == '-';
    let sound = (1..=LONGEST).contains(&text.len()) && text.chars().all(is_plain) && text.trim() == text;
    let what = match text.to_lowercase().as_str() {
        _ if !sound => format!(
            "“{text}” can’t be the name of an ink: a file is called by it, of letters a to z, digits, spaces and hyphens, {LONGEST} at most"
        ),
        PREVIEW => "no ink is called preview: so is the file that shows all of them".to_owned(),
        _ if !is_new => format!("the ink “{text}” is named twice"),
        _ => return,
    };
    let wrong = Diagnostic::new(Code::Layout, what).label(file.span(name), "named here");
    file.error(wrong.help("call each ink as the shop calls its drum, in plain letters"));
}

/// The colour of an ink: the one that is given, or that of the drum of that name.
fn checked_colour(
    name: &Spanned<String>,
    colour: Option<&Spanned<String>>,
    file: &mut Reading<'_>,
) -> Option<[u8; 3]> {
    let Some(given) = colour else {
        let wanted = name.get_ref().to_lowercase();
        let known = known_colour(&wanted);
        if known.is_none() {
            let names: Vec<&str> = KNOWN.iter().map(|(known, _)| *known).collect();
            let wrong = Diagnostic::new(
                Code::Layout,
                format!("the colour of the ink “{}” is not known", name.get_ref()),
            );
            let near = near_name(&wanted, &names).map(|near| format!("did you mean \"{near}\"? "));
            let help = format!(
                "{}known are {}; of another ink say its colour: inks = {{ black = \"#000000\", mint = \"#82d8d5\" }}",
                near.unwrap_or_default(),
                names.join(", ")
            );
            file.error(wrong.label(file.span(name), "named here").help(help));
        }
        return known;
    };
    let found = Color::parse_hex(given.get_ref());
    if found.is_none() {
        let wrong = Diagnostic::new(Code::Layout, format!("“{}” is not a colour", given.get_ref()));
        let help = "write what the ink looks like on white paper as # and six digits: red = \"#ff4c65\"";
        file.error(wrong.label(file.span(given), "written here").help(help));
    }
    found
}

/// Checks how full fields and pixels may be, in percent.
pub(super) fn checked_areas(value: &Spanned<i64>, file: &mut Reading<'_>) -> Option<u8> {
    let percent = u8::try_from(*value.get_ref()).ok().filter(|percent| (50..=100).contains(percent));
    if percent.is_none() {
        let wrong = Diagnostic::new(Code::Layout, "areas have 50 to 100 percent of an ink at most");
        let help = "write a whole number, such as areas = 85";
        file.error(wrong.label(file.span(value), "another number is asked for").help(help));
    }
    percent
}
