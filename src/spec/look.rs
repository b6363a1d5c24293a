//! The look that a family of layouts shares: palette, type scale, labels, boxes. A layout names it and may override it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::length::{ratio, some_ratio};
use super::running::{RuleLook, RunningLine};
#[cfg(test)]
use super::tests::schema::Ratio;
use crate::color::Color;
use crate::frame::{Counting, Place, Role};
use crate::geom::Sides;
use crate::source::Span;
use crate::style::Align;

/// How blocks of a role look. What is not said is left to what is less particular: contact line < place < role.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BlockLook {
    /// Its size, the body's being 1.
    #[serde(deserialize_with = "some_ratio")]
    #[cfg_attr(test, schemars(with = "Option<Ratio>"))]
    pub size: Option<f64>,
    /// Whether it is bold.
    pub bold: Option<bool>,
    /// Whether it is set as a title: tight, balanced, no word split.
    pub display: Option<bool>,
    /// Its line height, the script's own being 1.
    #[serde(deserialize_with = "some_ratio")]
    #[cfg_attr(test, schemars(with = "Option<Ratio>"))]
    pub leading: Option<f64>,
    /// Its colour, by its name in the palette.
    pub color: Option<String>,
    /// Space above it, in em of the body.
    #[serde(deserialize_with = "some_ratio")]
    #[cfg_attr(test, schemars(with = "Option<Ratio>"))]
    pub before: Option<f64>,
    /// Space below it, in em of the body.
    #[serde(deserialize_with = "some_ratio")]
    #[cfg_attr(test, schemars(with = "Option<Ratio>"))]
    pub after: Option<f64>,
    /// How far it is set in, in em of the body; a label stands in that space.
    #[serde(deserialize_with = "some_ratio")]
    #[cfg_attr(test, schemars(with = "Option<Ratio>"))]
    pub indent: Option<f64>,
    /// What stands before it.
    pub label: Option<Label>,
    /// A line above it.
    pub rule: Option<RuleLook>,
    /// Whether it is set at the foot of its panel.
    pub pin: Option<bool>,
    /// How it is aligned; the script decides where nothing is said.
    pub align: Option<Align>,
    /// What the items of a list are counted by: figures, or letters, which nobody takes for sections.
    pub count: Option<Counting>,
}

impl BlockLook {
    /// This look, and what it leaves open from a less particular one.
    pub fn or(&self, general: &BlockLook) -> BlockLook {
        BlockLook {
            size: self.size.or(general.size),
            bold: self.bold.or(general.bold),
            display: self.display.or(general.display),
            leading: self.leading.or(general.leading),
            color: self.color.clone().or_else(|| general.color.clone()),
            before: self.before.or(general.before),
            after: self.after.or(general.after),
            indent: self.indent.or(general.indent),
            label: self.label.clone().or_else(|| general.label.clone()),
            rule: self.rule.clone().or_else(|| general.rule.clone()),
            pin: self.pin.or(general.pin),
            align: self.align.or(general.align),
            count: self.count.or(general.count),
        }
    }

    fn colors(&self) -> impl Iterator<Item = &String> {
        let label = self.label.iter().flat_map(|label| label.fill.iter().chain(&label.color));
        self.color.iter().chain(label).chain(self.rule.iter().map(|rule| &rule.color))
    }
}

/// What stands before a block, in the space that it is set in by.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Label {
    /// What it is.
    pub kind: LabelKind,
    /// The colour of its disc.
    #[serde(default)]
    pub fill: Option<String>,
    /// The colour of its number.
    #[serde(default)]
    pub color: Option<String>,
    /// Diameter of the disc or width of the drawing, in em of the body.
    #[serde(deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub width: f64,
    /// The drawing, a file beside the look.
    #[serde(default)]
    pub picture: Option<String>,
}

/// Kinds of labels; all are drawn, so that no face must have them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum LabelKind {
    /// The item's number or letter in a disc.
    Badge,
    /// A disc.
    Bullet,
    /// A drawing.
    Icon,
}

/// Numerals of sections, which stand left of the text so that a worker can point at “3”.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NumeralLook {
    /// Its size, the body's being 1.
    #[serde(deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub size: f64,
    /// Its colour.
    pub color: String,
    /// How far the section's text is set in, in em of the body.
    #[serde(deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub indent: f64,
    /// Space above a section, in em of the body.
    #[serde(deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub before: f64,
    /// The leaf that they stand on; they stand by themselves when absent.
    #[serde(default)]
    pub leaf: Option<LeafLook>,
    /// A line above each section but the first of a column, in the middle of the space there, as long as the column.
    #[serde(default)]
    pub rule: Option<RuleLook>,
}

/// The leaf that a numeral stands on.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LeafLook {
    /// Its colour.
    pub fill: String,
    /// Its width and height, in em of the body.
    #[serde(deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub width: f64,
}

/// A line around a box.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OutlineLook {
    /// Its colour.
    pub color: String,
    /// Its thickness in points.
    #[serde(deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub width: f64,
    /// The radius of two of its corners, which makes a leaf of it, in em of the body.
    #[serde(default, deserialize_with = "ratio")]
    #[cfg_attr(test, schemars(with = "Ratio"))]
    pub corner: f64,
}

/// What blocks may stand in together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Enclosure {
    /// The box of the sections that hold certain roles.
    Section,
    /// A fact: its figure, what it says, a note.
    Fact,
}

/// What stands in one piece, and how: the box of the sections that hold certain roles (the call to act), a fact.
#[derive(Clone, PartialEq, Debug)]
pub struct BoxLook {
    /// A section with a block of one of these roles stands in a box, whole.
    pub roles: Vec<Role>,
    /// A line around it.
    pub outline: Option<OutlineLook>,
    /// A line along the side where its text starts.
    pub side: Option<OutlineLook>,
    /// The colour of the field.
    pub fill: Option<String>,
    /// A line along its top.
    pub rule: Option<RuleLook>,
    /// Space between its edges and the text, in points.
    pub padding: Sides,
    /// Space above it, in em of the body.
    pub before: f64,
    /// How roles look in it.
    pub blocks: BTreeMap<Role, BlockLook>,
}

/// The drawing of a look or a theme, which panels call “motif”.
#[derive(Clone, PartialEq, Debug)]
pub enum MotifChoice {
    /// There is none.
    None,
    /// A file of the project.
    File {
        /// Its name, from the project's folder.
        name: String,
        /// Where a theme names it.
        span: Option<Span>,
    },
    /// A file beside that of another organisation.
    Beside {
        /// Its name, from the folder of that file.
        name: String,
        /// Where it is named.
        span: Span,
    },
}

impl MotifChoice {
    pub(super) fn file(name: String, span: Option<Span>) -> MotifChoice {
        MotifChoice::File { name, span }
    }
}

/// A checked look.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Look {
    /// Colours by name; `black` and `white` are always there.
    pub palette: BTreeMap<String, Color>,
    /// Its drawing; none when absent.
    pub motif: Option<MotifChoice>,
    /// How roles look.
    pub roles: BTreeMap<Role, BlockLook>,
    /// How roles look in panels of a place.
    pub places: BTreeMap<Place, BTreeMap<Role, BlockLook>>,
    /// How contact lines look, by the scheme of their address: `tel`, `mailto`, `https`.
    pub contact: BTreeMap<String, BlockLook>,
    /// Numerals of sections; none when absent.
    pub numeral: Option<NumeralLook>,
    /// The box.
    pub boxed: Option<BoxLook>,
    /// Facts; they are set as other blocks are when absent.
    pub fact: Option<BoxLook>,
    /// Running lines that panels call by name.
    pub running: BTreeMap<String, RunningLine>,
    /// What the colours of words become on a field of a colour, all by their names.
    pub on: BTreeMap<String, BTreeMap<String, String>>,
}

impl Look {
    /// How a role looks in a place; `scheme` is that of a contact line's address, `within` what it stands in.
    pub fn block(
        &self,
        role: Role,
        place: Place,
        scheme: Option<&str>,
        within: Option<Enclosure>,
    ) -> BlockLook {
        let contact = scheme.and_then(|scheme| self.contact.get(scheme));
        let in_box = within.and_then(|within| self.enclosure(within)?.blocks.get(&role));
        let in_place = self.places.get(&place).and_then(|roles| roles.get(&role));
        [in_box, contact, in_place, self.roles.get(&role)]
            .into_iter()
            .flatten()
            .fold(BlockLook::default(), |particular, general| particular.or(general))
    }

    /// How what stands in one piece is set.
    pub fn enclosure(&self, enclosure: Enclosure) -> Option<&BoxLook> {
        match enclosure {
            Enclosure::Section => self.boxed.as_ref(),
            Enclosure::Fact => self.fact.as_ref(),
        }
    }

    fn enclosures(&self) -> impl Iterator<Item = &BoxLook> {
        self.boxed.iter().chain(&self.fact)
    }

    /// The colour of that name; black where there is none, which reading the layout reports.
    pub fn color(&self, name: &str) -> Color {
        self.palette.get(name).copied().unwrap_or(Color::BLACK)
    }

    /// The colour of words of that name (black where they have none) on a field.
    pub fn words(&self, name: Option<&str>, field: Option<&str>) -> Color {
        let name = name.unwrap_or("black");
        let instead = field.and_then(|field| self.on.get(field)?.get(name));
        self.color(instead.map_or(name, String::as_str))
    }

    /// A colour of a drawing on a field: what words of that colour become there.
    pub fn drawn_on(&self, color: Color, field: Option<&str>) -> Color {
        let words = field.and_then(|field| self.on.get(field));
        let named = words.into_iter().flatten().find(|(name, _)| self.palette.get(*name) == Some(&color));
        named.map_or(color, |(_, instead)| self.color(instead))
    }

    /// Every drawing that a label uses.
    pub(super) fn icons(&self) -> impl Iterator<Item = &String> {
        let boxed = self.enclosures().flat_map(|own| own.blocks.values());
        let blocks = self.roles.values().chain(self.places.values().flat_map(BTreeMap::values));
        let labels =
            blocks.chain(self.contact.values()).chain(boxed).filter_map(|block| block.label.as_ref());
        labels.filter_map(|label| label.picture.as_ref())
    }

    /// This look with everything that another one says laid over it.
    pub(super) fn overlaid(mut self, over: Look) -> Look {
        self.palette.extend(over.palette);
        self.palette.entry("black".to_owned()).or_insert(Color::BLACK);
        self.palette.entry("white".to_owned()).or_insert(Color::WHITE);
        self.motif = over.motif.or(self.motif);
        lay_over(&mut self.roles, over.roles);
        for (place, roles) in over.places {
            lay_over(self.places.entry(place).or_default(), roles);
        }
        lay_over(&mut self.contact, over.contact);
        self.numeral = over.numeral.or(self.numeral);
        self.boxed = over.boxed.or(self.boxed);
        self.fact = over.fact.or(self.fact);
        self.running.extend(over.running);
        for (field, words) in over.on {
            self.on.entry(field).or_default().extend(words);
        }
        self
    }

    /// Every colour's name that the look uses.
    pub(super) fn used_colors(&self) -> Vec<&str> {
        let of_boxes = self.enclosures().flat_map(|own| {
            let lines = own.outline.iter().chain(&own.side).map(|line| &line.color);
            own.fill.iter().chain(own.rule.iter().map(|rule| &rule.color)).chain(lines)
        });
        let blocks = self.roles.values().chain(self.places.values().flat_map(BTreeMap::values));
        let blocks =
            blocks.chain(self.contact.values()).chain(self.enclosures().flat_map(|own| own.blocks.values()));
        let numerals = self.numeral.iter().flat_map(|numeral| {
            let leaf = numeral.leaf.iter().map(|leaf| &leaf.fill);
            leaf.chain(numeral.rule.iter().map(|rule| &rule.color)).chain([&numeral.color])
        });
        let on = self
            .on
            .iter()
            .flat_map(|(field, words)| [field].into_iter().chain(words.keys()).chain(words.values()));
        blocks
            .flat_map(BlockLook::colors)
            .chain(of_boxes)
            .chain(numerals)
            .chain(on)
            .map(String::as_str)
            .collect()
    }
}

/// Lays looks over those of the same key.
fn lay_over<K: Ord>(under: &mut BTreeMap<K, BlockLook>, over: BTreeMap<K, BlockLook>) {
    for (key, look) in over {
        let merged = look.or(under.get(&key).unwrap_or(&BlockLook::default()));
        under.insert(key, merged);
    }
}
