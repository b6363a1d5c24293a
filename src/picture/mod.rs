//! Pictures. In: the bytes of an SVG, PNG or JPEG file. Out: outlines or pixels, and nothing else of the file. Files may
//! come from anywhere: what is too large, too deep, reaches outside itself or is cut short is refused in one line.

mod bounds;
mod error;
mod exif;
mod foreign;
mod hidden;
mod jpeg;
mod opaque;
mod pack;
mod pixels;
mod pixmap;
mod profile;
mod resolution;
mod scan;
mod segments;
mod svg;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::frame::Art;

pub use bounds::check_size;
pub use error::{DrawingError, PictureError};
pub use exif::tells_place;
pub use jpeg::unpack;
pub use opaque::{Obstacle, make_opaque};
pub use pack::{Kind, Packing, deflated, pack};
pub use resolution::Resolution;
pub use segments::{Segment, segments};
#[cfg(test)]
pub use svg::Palette;
pub use svg::{paint_patch, read, read_motif};

/// Reads a picture in colours of its own; its kind is told by its first bytes, not by its name.
///
/// # Errors
/// Why it can't be used; the caller reports it as `picture/unusable`.
pub fn open(file: &[u8]) -> Result<Art, PictureError> {
    check_size(file.len())?;
    if let Some(raster) = pixels::read(file)? {
        return Ok(Art::Raster(Arc::new(raster)));
    }
    if let Some(fault) = foreign::kind(file) {
        return Err(fault);
    }
    if svg::is_drawing(file) {
        return Ok(Art::Drawing(Arc::new(svg::read_own(file)?)));
    }
    Err(PictureError::Kind)
}
