//! Layouts as written: the shapes of the TOML.

use serde::Deserialize;
use toml::Spanned;

use super::body::BodyRange;
use super::layout::{Languages, LogoSpec, PanelArt, TextEdge, VerticalAlign};
use super::length::{FixedLength, Length, SideLengths};
use super::look_file::LookTables;
use super::read::{words, words_where_said};
use super::running::RunningLine;
#[cfg(test)]
use super::tests::schema::{AutoWord, FoldName, PaperNames};
use crate::frame::Place;

/// A layout: paper, fold and panels, `layouts/NAME.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct LayoutFile {
    /// What the layout is for, in a line, for people who choose one.
    #[serde(deserialize_with = "words")]
    #[cfg_attr(test, schemars(with = "String", length(min = 1)))]
    pub(super) purpose: String,
    /// How its sheets are folded and cut, in a line for who does it, in place of what is said of its fold.
    #[serde(default, deserialize_with = "words_where_said")]
    #[cfg_attr(test, schemars(with = "Option<String>", length(min = 1)))]
    pub(super) finish: Option<String>,
    /// The look that it builds on: layouts/look/NAME.toml.
    // Read beforehand by `look_of`; named here so that it is no unknown key.
    #[serde(rename = "look")]
    _look: Option<String>,
    /// How the sheet is folded or cut.
    #[cfg_attr(test, schemars(with = "FoldName"))]
    pub(super) fold: Spanned<String>,
    /// Which way round the sheet lies.
    pub(super) orientation: Orientation,
    /// The papers that it takes, the one for a project whose own it does not take first.
    #[cfg_attr(test, schemars(with = "PaperNames"))]
    pub(super) papers: Spanned<Vec<String>>,
    /// What an office printer leaves white along each edge of the sheet.
    pub(super) unprinted: FixedLength,
    /// How far copy-fitting may go.
    #[cfg_attr(test, schemars(with = "BodyRange"))]
    pub(super) body: Spanned<BodyRange>,
    /// The panels in reading order.
    #[cfg_attr(test, schemars(with = "Vec<PanelTable>"))]
    pub(super) panel: Vec<Spanned<PanelTable>>,
    /// The fewest and the most pages, in fours of a booklet and in twos of single sheets: there are as few as hold the text at its
    /// largest size. The panels are those of the most; with fewer, pages between the first and the last are left out. Without it
    /// all are there.
    #[cfg_attr(test, schemars(with = "Option<[u32; 2]>"))]
    pub(super) pages: Option<Spanned<[u32; 2]>>,
    /// Where an organisation's logo stands, if it has one.
    pub(super) logo: Option<LogoSpec>,
    /// The kind of panel that the cover's byline and notes end, after all else there: credits at the end. They stand on the
    /// cover without it.
    pub(super) credits: Option<Place>,
    /// What it changes of its look.
    #[serde(default)]
    pub(super) style: LookTables,
    /// Its panels where it is set in two languages side by side; without them it can't be.
    pub(super) bilingual: Option<FormTable>,
    /// Its panels where it is set in large print; without them it can't be.
    pub(super) large_print: Option<FormTable>,
}

/// A form of a layout beside its own: what differs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FormTable {
    /// How far copy-fitting may go, where it is otherwise than in the layout itself.
    #[cfg_attr(test, schemars(with = "Option<BodyRange>"))]
    pub(super) body: Option<Spanned<BodyRange>>,
    /// Its panels in reading order, instead of the layout's own.
    #[cfg_attr(test, schemars(with = "Vec<PanelTable>"))]
    pub(super) panel: Vec<Spanned<PanelTable>>,
    /// The fewest and the most pages, in fours of a booklet and in twos of single sheets: there are as few as hold the text at its
    /// largest size. The panels are those of the most; with fewer, pages between the first and the last are left out. Without it
    /// all are there.
    #[cfg_attr(test, schemars(with = "Option<[u32; 2]>"))]
    pub(super) pages: Option<Spanned<[u32; 2]>>,
    /// The kind of panel that the cover's byline and notes end, where it is otherwise than in the layout itself.
    pub(super) credits: Option<Place>,
    /// What it changes of the layout's look.
    #[serde(default)]
    pub(super) style: LookTables,
}

/// Which way round the sheet lies.
#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) enum Orientation {
    Portrait,
    Landscape,
}

/// A panel: where text of one kind goes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct PanelTable {
    /// Its name within its cell, for neighbours and messages.
    pub(super) name: Option<String>,
    /// The panel of the fold or the page that it is in, from 1; or the first and the last of several.
    pub(super) cell: Cells,
    /// Whether what it keeps at its left and right changes sides in every other one of its cells, as pages that face each other
    /// do; the first is as it says.
    #[serde(default)]
    pub(super) mirror: bool,
    /// Which sections it takes.
    pub(super) place: Place,
    /// From its cell's left edge. Of left, right and width at most two are given.
    pub(super) left: Option<Length>,
    /// From its cell's right edge.
    pub(super) right: Option<Length>,
    /// Its width.
    pub(super) width: Option<Length>,
    /// From its cell's top; or `below`, not both.
    pub(super) top: Option<Length>,
    /// From its cell's foot; or `above`, not both.
    pub(super) bottom: Option<Length>,
    /// Its height; "auto" follows its text.
    pub(super) height: Option<HeightValue>,
    /// The panel of its cell that it starts below.
    pub(super) below: Option<String>,
    /// The panel of its cell that it ends above.
    pub(super) above: Option<String>,
    /// Space to the panel that it is below or above.
    pub(super) gap: Option<FixedLength>,
    /// From its edges to its text.
    #[serde(default)]
    pub(super) inset: SideLengths,
    /// Whether a section may go on in it that starts on another panel.
    #[serde(default = "yes")]
    pub(super) continues: bool,
    /// Where its text starts.
    #[serde(default)]
    pub(super) edge: TextEdge,
    /// How many columns its text runs in.
    #[serde(default = "one")]
    #[cfg_attr(test, schemars(range(min = 1, max = 6)))]
    pub(super) columns: u32,
    /// Between columns.
    pub(super) gutter: Option<FixedLength>,
    /// How two languages share it.
    #[serde(default)]
    pub(super) languages: Languages,
    /// Its field.
    pub(super) fill: Option<FillTable>,
    /// What becomes of space left over.
    #[serde(default)]
    pub(super) align: VerticalAlign,
    /// How much larger than the body's its type may grow to fill it.
    #[serde(default = "as_body")]
    #[cfg_attr(test, schemars(range(min = 0.5, max = 4.0)))]
    pub(super) grow: f64,
    /// Its drawing.
    pub(super) art: Option<PanelArt>,
    /// The line at its head, or the name of one of the look's.
    pub(super) head: Option<RunningRef>,
    /// The line at its foot, or the name of one of the look's.
    pub(super) foot: Option<RunningRef>,
}

/// The panel of the fold that a panel is in, or the first and the last of several that each have one like it.
#[derive(Clone, Copy)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub(super) enum Cells {
    One(#[cfg_attr(test, schemars(range(min = 1)))] u32),
    Several(#[cfg_attr(test, schemars(inner(range(min = 1))))] [u32; 2]),
}

/// A running line, or the name of one that the look has.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub(super) enum RunningRef {
    Named(String),
    Own(RunningLine),
}

/// A length, or "auto".
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub(super) enum HeightValue {
    Length(Length),
    Word(#[cfg_attr(test, schemars(with = "AutoWord"))] String),
}

/// A field behind a panel.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FillTable {
    /// Its colour, by its name in the palette.
    pub(super) color: String,
    /// How far it stays inside the panel's edges.
    #[serde(default)]
    pub(super) inset: SideLengths,
}

fn yes() -> bool {
    true
}

fn one() -> u32 {
    1
}

fn as_body() -> f64 {
    1.0
}
