//! Looks as written, and how they become checked ones.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::length::{SideLengths, ratio};
use super::look::{BlockLook, BoxLook, Look, MotifChoice, NumeralLook, OutlineLook};
use super::palette::{ColorValue, read_color};
use super::read::Reading;
use super::running::{RuleLook, RunningLine};
#[cfg(test)]
use super::tests::schema::{ByPlace, ByRole, Ratio, RoleName};
use crate::diag::{Code, Diagnostic};
use crate::frame::{Place, Role};

/// The look that a family of layouts shares: `layouts/look/NAME.toml`, or what a layout changes of it under `[style]`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct LookTables {
    /// Colours by name.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, ColorValue>"))]
    pub(super) palette: BTreeMap<Spanned<String>, Spanned<ColorValue>>,
    /// The drawing that panels call “motif”: a file beside the looks, or “none”. A project's theme has one of its own.
    motif: Option<String>,
    /// How roles look.
    #[cfg_attr(test, schemars(with = "ByRole"))]
    role: BTreeMap<Spanned<String>, BlockLook>,
    /// How roles look in panels of a place.
    #[cfg_attr(test, schemars(with = "ByPlace"))]
    place: BTreeMap<Place, BTreeMap<Spanned<String>, BlockLook>>,
    /// How contact lines look, by the scheme of their address: tel, mailto, https.
    contact: BTreeMap<String, BlockLook>,
    /// Numerals of sections; none when absent.
    numeral: Option<NumeralLook>,
    /// The box of the sections that hold certain roles: the call to act.
    #[serde(rename = "box")]
    boxed: Option<BoxTable>,
    /// A fact that stands out: its figure, what it says, a note.
    fact: Option<BoxTable>,
    /// Running lines that panels call by name.
    running: BTreeMap<String, RunningLine>,
    /// What the colours of words become in panels with a field of a colour: by the field's colour, then by the words'.
    on: BTreeMap<String, BTreeMap<String, String>>,
}

/// What stands in one piece, and how.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct BoxTable {
    /// A section with a block of one of these roles stands in a box, whole; not of a fact.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<RoleName>"))]
    roles: Vec<Spanned<String>>,
    /// The colour of the field, by its name in the palette.
    fill: Option<String>,
    /// A line along its top.
    rule: Option<RuleLook>,
    /// A line around it.
    outline: Option<OutlineLook>,
    /// A line along the side where its text starts.
    side: Option<OutlineLook>,
    /// Space between its edges and the text.
    #[serde(default)]
    padding: SideLengths,
    /// Space above it, in em of the body.
    #[serde(default, deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    before: f64,
    /// How roles look in it.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "ByRole"))]
    role: BTreeMap<Spanned<String>, BlockLook>,
}

/// Checks names of roles and colours; reports what it does not know and goes on.
pub(super) fn checked_look(tables: LookTables, file: &mut Reading<'_>) -> Look {
    let mut look = Look::default();
    for (name, color) in &tables.palette {
        let span = file.span(color);
        look.palette
            .extend(read_color(color.get_ref(), span, file).map(|color| (name.get_ref().clone(), color)));
    }
    look.motif = tables.motif.map(|name| match name.as_str() {
        "none" => MotifChoice::None,
        _ => MotifChoice::file(format!("layouts/look/{name}"), None),
    });
    look.roles = by_role(tables.role, file);
    look.places = tables.place.into_iter().map(|(place, roles)| (place, by_role(roles, file))).collect();
    look.contact = tables.contact;
    look.numeral = tables.numeral;
    look.running = tables.running;
    look.on = tables.on;
    look.boxed = tables.boxed.map(|table| box_look(table, file));
    look.fact = tables.fact.map(|table| box_look(table, file));
    look
}

fn box_look(table: BoxTable, file: &mut Reading<'_>) -> BoxLook {
    BoxLook {
        roles: table.roles.iter().filter_map(|name| known_role(name, file)).collect(),
        outline: table.outline,
        side: table.side,
        fill: table.fill,
        rule: table.rule,
        padding: table.padding.sides(),
        before: table.before,
        blocks: by_role(table.role, file),
    }
}

fn by_role(
    tables: BTreeMap<Spanned<String>, BlockLook>,
    file: &mut Reading<'_>,
) -> BTreeMap<Role, BlockLook> {
    tables.into_iter().filter_map(|(name, look)| Some((known_role(&name, file)?, look))).collect()
}

fn known_role(name: &Spanned<String>, file: &mut Reading<'_>) -> Option<Role> {
    let found = Role::NAMES.iter().find(|(_, known)| known == name.get_ref()).map(|(role, _)| *role);
    if found.is_none() {
        let known: Vec<&str> = Role::NAMES.iter().map(|(_, name)| *name).collect();
        let wrong = Diagnostic::new(Code::UnknownRole, format!("there is no role “{}”", name.get_ref()))
            .label(file.span(name), "named here");
        file.error(wrong.help(format!("roles are {}", known.join(", "))));
    }
    found
}
