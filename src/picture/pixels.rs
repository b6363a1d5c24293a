//! Pictures of pixels, their kind told by their first bytes.

use super::error::PictureError;
use super::{jpeg, pixmap};
use crate::frame::Raster;

/// Reads a PNG or a JPEG; `None` where a file is neither.
///
/// # Errors
/// Why it can't be used.
pub(super) fn read(file: &[u8]) -> Result<Option<Raster>, PictureError> {
    if file.starts_with(b"\x89PNG\r\n\x1a\n") {
        return pixmap::read(file).map(Some);
    }
    if file.starts_with(b"\xFF\xD8") {
        return jpeg::read(file).map(Some);
    }
    Ok(None)
}
