//! Pictures of pixels.

use std::sync::Arc;

use crate::color::InkTable;
use crate::geom::{Abs, Affine, Point};

/// Pixels, with nothing kept of the file but what is seen: no profile, no comment, no camera, no place, no time.
#[derive(Clone, PartialEq, Debug)]
pub struct Raster {
    /// How many pixels a row has, as stored.
    pub width: u32,
    /// How many rows there are, as stored.
    pub height: u32,
    /// Which way round it is seen.
    pub turn: Turn,
    /// What a pixel holds.
    pub channels: Channels,
    /// The pixels.
    pub pixels: Pixels,
    /// How opaque each pixel is, 255 being fully, row by row; `None` where all are.
    pub alpha: Option<Vec<u8>>,
    /// What its inks look like by its own profile; `None` where it has none, or no inks.
    pub inks: Option<Arc<InkTable>>,
}

impl Raster {
    /// How many pixels it has across and down, as it is seen.
    pub fn seen(&self) -> [u32; 2] {
        if self.turn.swaps() { [self.height, self.width] } else { [self.width, self.height] }
    }
}

/// What a pixel holds, a byte each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Channels {
    /// Grey of sRGB's tone curve, 255 being white.
    Grey,
    /// Red, green, blue of sRGB.
    Rgb,
    /// Cyan, magenta, yellow, black ink, 255 being full.
    Cmyk,
}

impl Channels {
    /// How many bytes a pixel has.
    pub fn count(self) -> usize {
        match self {
            Channels::Grey => 1,
            Channels::Rgb => 3,
            Channels::Cmyk => 4,
        }
    }
}

/// Pixels, plain or packed.
#[derive(Clone, PartialEq, Debug)]
pub enum Pixels {
    /// Row by row from the top, each from the left.
    Plain(Vec<u8>),
    /// A JPEG file of the bare picture (ITU-T T.81), known to be whole; inks are stored inverted where `inverted`.
    Jpeg {
        /// The file.
        file: Vec<u8>,
        /// Whether 0 is full ink, as Adobe's programs write it.
        inverted: bool,
    },
}

/// Which way round stored pixels are seen, by the numbers of Exif's orientation tag (Exif 2.32, 4.6.4 A).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn(u8);

impl Default for Turn {
    fn default() -> Turn {
        Turn::NONE
    }
}

impl Turn {
    /// As stored.
    pub const NONE: Turn = Turn(1);

    /// The turn of that number; as stored where there is no such.
    pub fn new(number: u16) -> Turn {
        u8::try_from(number).ok().filter(|number| (1..=8).contains(number)).map_or(Turn::NONE, Turn)
    }

    /// Whether rows are seen as columns.
    pub fn swaps(self) -> bool {
        self.0 >= 5
    }

    /// From places in the stored picture to places in the one that is seen, both 1 wide and 1 high, y downwards.
    pub fn map(self) -> Affine {
        let (linear, [x, y]) = match self.0 {
            2 => ([-1.0, 0.0, 0.0, 1.0], [1.0, 0.0]),
            3 => ([-1.0, 0.0, 0.0, -1.0], [1.0, 1.0]),
            4 => ([1.0, 0.0, 0.0, -1.0], [0.0, 1.0]),
            5 => ([0.0, 1.0, 1.0, 0.0], [0.0, 0.0]),
            6 => ([0.0, 1.0, -1.0, 0.0], [1.0, 0.0]),
            7 => ([0.0, -1.0, -1.0, 0.0], [1.0, 1.0]),
            8 => ([0.0, -1.0, 1.0, 0.0], [0.0, 1.0]),
            _ => ([1.0, 0.0, 0.0, 1.0], [0.0, 0.0]),
        };
        Affine { linear, shift: Point::new(Abs::pt(x), Abs::pt(y)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_pixel_is_seen_where_exif_says() {
        // Where row 0 and column 0 are seen, by the table of Exif 2.32.
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let upper_left = [corners[0], corners[1], corners[2], corners[3]];
        for (number, (x, y)) in (1..).zip(upper_left.into_iter().chain(upper_left)) {
            let seen = Turn::new(number).map().apply(Point::default());
            assert_eq!((seen.x.to_pt(), seen.y.to_pt()), (x, y), "{number}");
            assert_eq!(Turn::new(number).swaps(), number > 4);
        }
        assert_eq!((Turn::new(0), Turn::new(9)), (Turn::NONE, Turn::NONE));
    }
}
