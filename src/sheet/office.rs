//! Sheets for an office printer: fields stop where the printer does, and marks stand in what it leaves white.

use super::field::Reach;
use super::marks::office_marks;
use super::side::{Imposition, side_count, side_frame, side_name};
use crate::frame::SheetSide;
use crate::geom::{Abs, Rect};

/// The sides in print order.
pub(super) fn office_sides(imposition: &Imposition<'_>) -> Vec<SheetSide> {
    let Imposition { layout, page, .. } = *imposition;
    let edge = Rect { size: page.size, ..Rect::default() };
    let reach = Reach { edge, near: layout.unprinted, over: -layout.unprinted };
    let mut sides = Vec::new();
    for side in 0..side_count(layout, page) {
        sides.push(SheetSide {
            name: side_name(layout, side),
            trim: page.size,
            bleed: Abs::ZERO,
            slug: Abs::ZERO,
            frame: side_frame(imposition, side, reach),
            marks: office_marks(layout, page, side),
        });
    }
    sides
}
