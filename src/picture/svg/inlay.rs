//! Pictures of pixels within a drawing. What of one lies outside of the canvas or a clip is not kept: it may have been cut off
//! for a reason.

use std::sync::Arc;

use usvg::Image;

use super::outline::{length, rect};
use crate::frame::{Inlay, Piece, Pixels, Raster, Turn};
use crate::geom::{Abs, Affine, Point, Rect, Size, whole_number};
use crate::picture::error::DrawingError;
use crate::picture::{jpeg, pixels};

/// The share of a picture that has to be hidden before it is cut (H): a JPEG that is cut is no JPEG any more, and larger.
const WORTH: f64 = 0.02;

/// A picture, where any of it lies in `visible`.
///
/// # Errors
/// It can't be used.
pub(super) fn read_inlay(
    image: &Image,
    place: &Affine,
    visible: Rect,
) -> Result<Option<Piece>, DrawingError> {
    if !place.extent_of(&rect(image.bounding_box())).touches(&visible) {
        return Ok(None);
    }
    let (usvg::ImageKind::PNG(file) | usvg::ImageKind::JPEG(file)) = image.kind() else { return Ok(None) };
    let Some(raster) = pixels::read(file).map_err(|error| DrawingError::Inlay(error.to_string()))? else {
        return Ok(None);
    };
    if raster.turn.swaps() {
        // Others take its sides as they are stored, and browsers as they are seen.
        let reason = "its camera was held upright: save it turned in a picture program";
        return Err(DrawingError::Inlay(reason.to_owned()));
    }
    let size = Size::new(length(image.size().width()), length(image.size().height()));
    Ok(Some(Piece::Inlay(cropped(Inlay { raster: Arc::new(raster), size, place: *place }, visible))))
}

/// The picture without the rows and columns of which nothing is seen.
fn cropped(inlay: Inlay, visible: Rect) -> Inlay {
    let Some(back) = inlay.place.inverse() else { return inlay };
    let whole = Rect::new(Point::default(), inlay.size);
    let seen = back.extent_of(&visible).common(&whole);
    let area = |rect: Rect| rect.size.width.to_pt() * rect.size.height.to_pt();
    if inlay.raster.turn != Turn::NONE || area(seen) > area(whole) * (1.0 - WORTH) {
        return inlay;
    }
    let raster = &inlay.raster;
    let [columns, rows] = [
        window(seen.at.x / inlay.size.width, seen.right() / inlay.size.width, raster.width),
        window(seen.at.y / inlay.size.height, seen.bottom() / inlay.size.height, raster.height),
    ];
    let unit = |count: u32, of: Abs| of * (1.0 / f64::from(count));
    let [across, down] = [unit(raster.width, inlay.size.width), unit(raster.height, inlay.size.height)];
    let corner = Point::new(across * f64::from(columns[0]), down * f64::from(rows[0]));
    let size = Size::new(across * f64::from(columns[1]), down * f64::from(rows[1]));
    let place = inlay.place.after(&Affine { shift: corner, ..Affine::IDENTITY });
    Inlay { raster: Arc::new(cut(raster, columns, rows)), size, place }
}

/// The pixels of a side that lie between two shares of it, with one more at each end: the first, and how many.
fn window(from: f64, to: f64, count: u32) -> [u32; 2] {
    let whole = |share: f64| u32::try_from(whole_number(share * f64::from(count))).unwrap_or(0);
    let first = whole(from).saturating_sub(1).min(count - 1);
    let last = (whole(to) + 2).min(count);
    [first, last.saturating_sub(first).max(1)]
}

/// Some columns and rows of a picture, each given by the first and how many.
fn cut(raster: &Raster, [left, width]: [u32; 2], [top, height]: [u32; 2]) -> Raster {
    let size = |pixels: u32| usize::try_from(pixels).expect("a size in pixels is counted in memory");
    let stride = size(raster.width);
    let part = |samples: &[u8], count: usize| -> Vec<u8> {
        let rows = samples.chunks_exact(stride * count).skip(size(top)).take(size(height));
        rows.flat_map(|row| &row[size(left) * count..size(left + width) * count]).copied().collect()
    };
    Raster {
        width,
        height,
        pixels: Pixels::Plain(part(&jpeg::unpack(raster), raster.channels.count())),
        alpha: raster.alpha.as_ref().map(|alpha| part(alpha, 1)),
        ..raster.clone()
    }
}
