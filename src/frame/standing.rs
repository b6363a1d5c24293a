//! How well a picture stands out from what it is laid on. In: a picture, a colour behind it. Out: how much of it is seen.

use super::drawing::{Ink, Piece};
use super::picture::Art;
use super::raster::{Channels, Pixels, Raster};
use crate::color::{Color, Paint};

/// The contrast from which a shape stands out (WCAG 2.1, 1.4.11).
const GOOD: f64 = 3.0;
/// The contrast below which nobody sees a shape (H).
const SEEN: f64 = 1.8;
/// How opaque a pixel is, of 255, to be seen at all (H).
const OPAQUE: u8 = 64;
/// The share of its pixels that may stand out less: those along its outlines (H).
const EDGES: f64 = 0.06;

/// How a picture stands out from a colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// All of it does.
    Whole,
    /// Some of it does, or it has a ground of its own.
    Partly,
    /// Nobody would see it.
    Lost,
}

impl Art {
    /// How it stands out from a colour that it is laid on.
    pub fn standing(&self, ground: Color) -> Standing {
        let ground = Paint::Rgb(ground.srgb);
        match self {
            Art::Drawing(drawing) => {
                let mut contrasts = Vec::new();
                let mut pixels = false;
                drawing.each_piece(&mut |piece| match piece {
                    Piece::Outline(outline) => match &outline.ink {
                        Ink::Plain(color) => contrasts.push(Paint::Rgb(color.srgb).contrast(&ground)),
                        Ink::Gradient(gradient) => contrasts.extend(
                            gradient.stops.iter().map(|stop| Paint::Rgb(stop.color.srgb).contrast(&ground)),
                        ),
                        // What it repeats is looked at by itself.
                        Ink::Pattern(_) => {}
                    },
                    Piece::Inlay(_) | Piece::Patch(_) => pixels = true,
                    Piece::Layer(_) => {}
                });
                if pixels { Standing::Partly } else { judged(&contrasts, 0.0) }
            }
            Art::Raster(raster) => visible_contrasts(raster, &ground)
                .map_or(Standing::Partly, |contrasts| judged(&contrasts, EDGES)),
        }
    }
}

/// The contrast of each pixel that is seen; `None` where the picture has a ground of its own, or can't be looked at.
fn visible_contrasts(raster: &Raster, ground: &Paint) -> Option<Vec<f64>> {
    let (Some(alpha), Pixels::Plain(samples)) = (&raster.alpha, &raster.pixels) else { return None };
    let paint = |pixel: &[u8]| match (raster.channels, pixel) {
        (Channels::Grey, [grey]) => Some(Paint::Grey(*grey)),
        (Channels::Rgb, [r, g, b]) => Some(Paint::Rgb([*r, *g, *b])),
        _ => None,
    };
    let pixels = samples.chunks_exact(raster.channels.count()).zip(alpha);
    pixels
        .filter(|(_, alpha)| **alpha >= OPAQUE)
        .map(|(pixel, _)| paint(pixel).map(|paint| paint.contrast(ground)))
        .collect()
}

/// What contrasts come to, where a share of them may be less.
fn judged(contrasts: &[f64], spare: f64) -> Standing {
    let count = |least: f64| contrasts.iter().filter(|contrast| **contrast < least).count();
    let [all, weak, unseen] = [contrasts.len(), count(GOOD), count(SEEN)].map(share);
    if weak <= all * spare {
        Standing::Whole
    } else if unseen >= all * (1.0 - spare) {
        Standing::Lost
    } else {
        Standing::Partly
    }
}

fn share(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::frame::Turn;

    fn pixels(samples: &[[u8; 3]], alpha: Option<&[u8]>) -> Art {
        let width = u32::try_from(samples.len()).unwrap();
        Art::Raster(Arc::new(Raster {
            width,
            height: 1,
            turn: Turn::NONE,
            channels: Channels::Rgb,
            pixels: Pixels::Plain(samples.concat()),
            alpha: alpha.map(<[u8]>::to_vec),
            inks: None,
        }))
    }

    #[test]
    fn what_is_seen_of_a_logo_decides() {
        let plum = Color::of_srgb([0x4a, 0x19, 0x42]);
        let light = pixels(&[[255; 3], [0, 0, 0]], Some(&[255, 0]));
        assert_eq!((light.standing(plum), light.standing(Color::WHITE)), (Standing::Whole, Standing::Lost));
        let dark = pixels(&[[0; 3], [0x20, 0x20, 0x60]], Some(&[255, 255]));
        assert_eq!((dark.standing(plum), dark.standing(Color::WHITE)), (Standing::Lost, Standing::Whole));
        let both = pixels(&[[255; 3], [0x4a, 0x19, 0x42]], Some(&[255, 255]));
        assert_eq!(both.standing(plum), Standing::Partly);
        assert_eq!(pixels(&[[255; 3]], None).standing(plum), Standing::Partly, "it brings its own ground");
    }
}
