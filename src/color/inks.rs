//! What process inks look like, as sRGB: a table of a profile for thirteen steps of each ink, and between them in proportion.
//! Whole numbers only, so that all machines agree.

use std::borrow::Cow;

/// The steps of an ink.
pub const INK_STEPS: usize = 13;
/// The distance between two of them, and the parts that one is cut into.
const PARTS: usize = 255;

/// The colours of inks by a profile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InkTable(Cow<'static, [u8]>);

/// Those of the profile that press files carry, relative colorimetric. The test `write_the_ink_table` makes it.
static PRESS: InkTable = InkTable(Cow::Borrowed(include_bytes!("tr006-light.bin")));

impl InkTable {
    /// That of the profile that press files carry (CGATS TR 006).
    pub fn press() -> &'static InkTable {
        &PRESS
    }

    /// A table made by a profile: `look` turns inks, four bytes each, 255 being full, into as many colours of sRGB.
    pub fn new(look: impl FnOnce(&[u8]) -> Option<Vec<u8>>) -> Option<InkTable> {
        let count = INK_STEPS.pow(4);
        let level = |step: usize| {
            u8::try_from((step * 255 + (INK_STEPS - 1) / 2) / (INK_STEPS - 1)).unwrap_or(u8::MAX)
        };
        let inks =
            (0..count).flat_map(|at| [3, 2, 1, 0].map(|ink| level(at / INK_STEPS.pow(ink) % INK_STEPS)));
        let table = look(&inks.collect::<Vec<u8>>())?;
        (table.len() == count * 3).then_some(InkTable(Cow::Owned(table)))
    }

    /// The colour of inks, 255 being full.
    pub fn srgb(&self, inks: [u8; 4]) -> [u8; 3] {
        let places = inks.map(|ink| usize::from(ink) * (INK_STEPS - 1));
        let mut sums = [0_usize; 3];
        // Between the sixteen nearest places of the table, by how near each of them is in all four inks.
        for corner in 0..16_usize {
            let mut weight = 1;
            let mut at = 0;
            for (ink, place) in places.iter().enumerate() {
                let above = corner >> ink & 1;
                let part = place % PARTS;
                weight *= if above == 1 { part } else { PARTS - part };
                at = at * INK_STEPS + (place / PARTS + above).min(INK_STEPS - 1);
            }
            if weight > 0 {
                for (sum, level) in sums.iter_mut().zip(&self.0[at * 3..at * 3 + 3]) {
                    *sum += weight * usize::from(*level);
                }
            }
        }
        let whole = PARTS.pow(4);
        sums.map(|sum| u8::try_from((sum + whole / 2) / whole).unwrap_or(u8::MAX))
    }
}

#[cfg(test)]
mod tests {
    use moxcms::{ColorProfile, Layout, RenderingIntent, TransformOptions};

    use super::*;

    fn made() -> InkTable {
        InkTable::new(|inks| {
            let press = ColorProfile::new_from_slice(include_bytes!("../pdf/tr006-coated.icc")).unwrap();
            let options = TransformOptions {
                rendering_intent: RenderingIntent::RelativeColorimetric,
                ..TransformOptions::default()
            };
            let screen = ColorProfile::new_srgb();
            let proof = press.create_transform_8bit(Layout::Rgba, &screen, Layout::Rgb, options).unwrap();
            let mut colors = vec![0; inks.len() / 4 * 3];
            proof.transform(inks, &mut colors).unwrap();
            Some(colors)
        })
        .unwrap()
    }

    #[test]
    fn the_ink_table_is_that_of_the_profile() {
        // Processors round the profile's own sums a step apart.
        let made = made();
        assert_eq!(made.0.len(), PRESS.0.len());
        assert!(made.0.iter().zip(PRESS.0.iter()).all(|(made, kept)| made.abs_diff(*kept) <= 2));
    }

    #[test]
    #[ignore = "makes the table anew, after a change of the profile"]
    fn write_the_ink_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/color/tr006-light.bin");
        std::fs::write(path, made().0).unwrap();
    }

    #[test]
    fn inks_look_as_the_profile_says() {
        // By LittleCMS from the profile itself, relative colorimetric; inks in percent.
        for (inks, srgb) in [
            ([0, 85, 70, 22], [193, 66, 63]),
            ([78, 0, 50, 45], [12, 115, 100]),
            ([85, 65, 0, 22], [53, 81, 139]),
            ([0, 0, 0, 0], [255, 255, 255]),
        ] {
            let bytes = inks.map(|ink: u16| u8::try_from((ink * 255 + 50) / 100).unwrap());
            let found = InkTable::press().srgb(bytes);
            let off = found.iter().zip(srgb).map(|(a, b): (&u8, u8)| a.abs_diff(b)).max();
            assert!(off <= Some(6), "{inks:?} is {found:?}, not {srgb:?}");
        }
    }
}
