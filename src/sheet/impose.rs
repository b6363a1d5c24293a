//! The sides of all sheets, whatever they are for.

use super::office::office_sides;
use super::press::press_sides;
use super::screen::screen_pages;
use super::side::{Imposition, side_count};
use crate::color::Profile;
use crate::fold::Scheme;
use crate::frame::{Duplex, Frame, FrameItem, SheetSide, walk};
use crate::geom::Affine;
use crate::spec::{Layout, Page, PressInk};

/// The sides of the sheets in print order: outside, inside; or page by page where nothing is folded.
pub fn impose(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    let mut sides = match imposition.profile {
        Profile::Office => office_sides(imposition),
        // A duplicator leaves the edge white, and prints on whole sheets, as an office does.
        Profile::Press if imposition.press.ink == PressInk::Plates => office_sides(imposition),
        Profile::Press => press_sides(imposition),
        Profile::Screen => screen_pages(imposition),
    };
    // What is no part of a sheet that is folded or cut is not printed or sent for nothing.
    if imposition.layout.fold.scheme == Scheme::Pages || imposition.profile == Profile::Screen {
        sides.retain(|side| !is_blank(&side.frame));
    }
    sides
}

/// Whether nothing is painted.
fn is_blank(frame: &Frame) -> bool {
    let mut blank = true;
    walk(frame, &Affine::IDENTITY, |met| {
        blank &= matches!(met.item, FrameItem::Group(_) | FrameItem::Link(_));
    });
    blank
}

/// Which edge the sheet is turned over so that both tops are up: the short one of a sheet that lies on its side, the long
/// one of a sheet that stands (docs/print.md, "What printers ask").
pub fn duplex(layout: &Layout, page: &Page) -> Duplex {
    match (side_count(layout, page), layout.landscape) {
        (1, _) => Duplex::Simplex,
        (_, true) => Duplex::FlipShort,
        (_, false) => Duplex::FlipLong,
    }
}
