//! What nobody sees of a picture: the colours of pixels that nothing is seen of. An eraser may have left them, and viewers
//! that mix neighbours would let them fringe what is seen. So each takes the colour of the nearest pixel that is seen.

use crate::frame::{Pixels, Raster};

/// The most of a pixel, of 255, of which nobody sees anything: a hundredth (H). What an eraser with a soft edge left is less.
const UNSEEN: u8 = 3;

/// Makes pixels of which nothing is seen wholly transparent, and gives each the colour of a nearest one that is seen; where
/// there is none, white.
pub(super) fn hide(raster: &mut Raster) {
    let (Some(alpha), Pixels::Plain(samples)) = (&mut raster.alpha, &mut raster.pixels) else { return };
    alpha.iter_mut().filter(|alpha| **alpha <= UNSEEN).for_each(|alpha| *alpha = 0);
    let (width, count) = (size(raster.width), raster.channels.count());
    let mut is_known: Vec<bool> = alpha.iter().map(|&alpha| alpha > 0).collect();
    if !is_known.contains(&true) {
        samples.fill(u8::MAX);
        return;
    }
    // From the edge of what is known, ring by ring.
    let mut ring: Vec<usize> = (0..is_known.len()).filter(|&at| is_known[at]).collect();
    ring.retain(|&at| neighbours(at, width, is_known.len()).any(|near| !is_known[near]));
    while !ring.is_empty() {
        let mut next = Vec::new();
        for &at in &ring {
            for near in neighbours(at, width, is_known.len()) {
                if !std::mem::replace(&mut is_known[near], true) {
                    samples.copy_within(at * count..(at + 1) * count, near * count);
                    next.push(near);
                }
            }
        }
        ring = next;
    }
}

/// The pixels beside, above and below one.
fn neighbours(at: usize, width: usize, all: usize) -> impl Iterator<Item = usize> {
    let column = at % width;
    let around = [
        at.checked_sub(width),
        at.checked_sub(1).filter(|_| column > 0),
        Some(at + 1).filter(|_| column + 1 < width),
        Some(at + width).filter(|below| *below < all),
    ];
    around.into_iter().flatten()
}

fn size(pixels: u32) -> usize {
    usize::try_from(pixels).expect("a size in pixels is counted in memory")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{Channels, Turn};

    fn shown(alpha: &[u8], samples: &[u8], width: u32) -> Vec<u8> {
        let height = u32::try_from(alpha.len()).unwrap() / width;
        let mut raster = Raster {
            width,
            height,
            turn: Turn::NONE,
            channels: Channels::Grey,
            pixels: Pixels::Plain(samples.to_vec()),
            alpha: Some(alpha.to_vec()),
            inks: None,
        };
        hide(&mut raster);
        let Pixels::Plain(samples) = raster.pixels else { panic!("it stays plain") };
        samples
    }

    #[test]
    fn what_is_erased_takes_the_colour_beside_it() {
        // One pixel of 200 is seen, faintly; the word that was there is gone.
        assert_eq!(shown(&[0, 1, 0, 3, 4, 0], &[1, 2, 3, 4, 200, 6], 3), [200; 6]);
        // Between two, the nearer one.
        assert_eq!(shown(&[255, 0, 0, 0, 255], &[10, 0, 0, 0, 20], 5), [10, 10, 10, 20, 20]);
        assert_eq!(shown(&[0, 0], &[7, 8], 2), [255, 255]);
        assert_eq!(shown(&[255, 0, 128], &[7, 8, 9], 1), [7, 7, 9]);
    }
}
