//! Lengths, rectangles and affine maps. Lengths are in points (1/72 in) or in em, and finite. The origin of a page is its
//! top left corner and y grows downwards; only `pdf` turns that over.

mod affine;
mod length;
mod number;
mod rect;

pub use affine::Affine;
pub use length::{Abs, Em};
pub use number::{single, whole_number};
pub use rect::{Point, Rect, Sides, Size};
