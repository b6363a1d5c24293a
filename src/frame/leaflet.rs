//! A finished leaflet.

use super::item::Frame;
use super::structure::Structure;
use crate::geom::{Abs, Size};

/// One printed side.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetSide {
    /// `outside` or `inside`, or the page's number where the sheet is not folded.
    pub name: String,
    /// The trimmed paper.
    pub trim: Size,
    /// How far ink reaches over the trim.
    pub bleed: Abs,
    /// How far the sheet goes on beyond the bleed, for marks.
    pub slug: Abs,
    /// What is printed.
    pub frame: Frame,
    /// Fold ticks, crop marks: around the leaflet, no part of it.
    pub marks: Frame,
}

/// A finished leaflet: every output is made from this alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Leaflet {
    /// The leaflet's title, plain.
    pub title: String,
    /// Its language, a tag.
    pub lang: String,
    /// Year and month (`2026-11`) or a whole date, from the manifest: the only date that a file may carry.
    pub date: String,
    /// The sides in print order.
    pub sides: Vec<SheetSide>,
    /// The blocks in reading order.
    pub structure: Structure,
    /// Which edge a two-sided printer turns the sheet over.
    pub duplex: Duplex,
    /// Whether a reader may jump from heading to heading.
    pub has_bookmarks: bool,
}

/// Which edge a two-sided printer turns the sheet over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Duplex {
    /// Printed on one side only, or no matter.
    Simplex,
    /// The short edge.
    FlipShort,
    /// The long edge.
    FlipLong,
}
