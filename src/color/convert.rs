//! Colours that have no inks of their own, such as those of pictures: from sRGB to process inks or greys, and back.
//!
//! The inks are those of the profile that press files carry, by a table made from it: the four inks for 18 steps each of red,
//! green and blue, then the black ink for each grey. Whole numbers only, so that all machines agree.

use crate::color::condition::Condition;
use crate::color::light::{linear_light, solids};
use crate::color::press::MOST_LEVELS;

/// The steps of a channel.
const STEPS: usize = 18;
/// The distance between two of them.
const STEP: usize = 255 / (STEPS - 1);
/// The table. The test `write_the_table` makes it.
const TABLE: &[u8; STEPS * STEPS * STEPS * 4 + 256] = include_bytes!("tr006-inks.bin");

/// The inks of a colour that has none of its own: cyan, magenta, yellow, black, from 0 to 255. They add up to 240 % at most,
/// and neutral greys are of black alone.
pub fn separate(srgb: [u8; 3]) -> [u8; 4] {
    let [red, green, blue] = srgb.map(usize::from);
    if red == green && green == blue {
        return [0, 0, 0, TABLE[TABLE.len() - 256 + red]];
    }
    // Between the eight nearest places of the table, by how near each of them is in all three channels (trilinear).
    let mut inks = [0_usize; 4];
    for corner in 0..8 {
        let steps = [corner >> 2, corner >> 1 & 1, corner & 1];
        let levels = [red, green, blue];
        let weight: usize = levels.iter().zip(steps).map(|(&level, step)| step_weight(level, step)).product();
        if weight > 0 {
            let at = levels.iter().zip(steps).fold(0, |at, (&level, step)| at * STEPS + level / STEP + step);
            for (ink, own) in inks.iter_mut().zip(&TABLE[at * 4..at * 4 + 4]) {
                *ink += weight * usize::from(*own);
            }
        }
    }
    let whole = STEP * STEP * STEP;
    limit_inks(inks.map(|ink| u8::try_from((ink + whole / 2) / whole).unwrap_or(u8::MAX)))
}

/// How much the step at or below a level counts (`step` 0), or the one above it (1), in parts of `STEP`.
fn step_weight(level: usize, step: usize) -> usize {
    let above = (level - level / STEP * STEP) * usize::from(level < 255);
    if step == 0 { STEP - above } else { above }
}

/// Inks within what a press takes. Where there are too many, black stays and the coloured ones are reduced in proportion.
pub fn limit_inks(inks: [u8; 4]) -> [u8; 4] {
    let [.., black] = inks;
    let most = usize::from(MOST_LEVELS);
    let coloured: usize = inks[..3].iter().copied().map(usize::from).sum();
    let room = most - usize::from(black);
    if coloured <= room {
        return inks;
    }
    let share = |ink: u8| u8::try_from(usize::from(ink) * room / coloured).unwrap_or(u8::MAX);
    [share(inks[0]), share(inks[1]), share(inks[2]), black]
}

/// A function that finds the grey that is as light as a colour. It agrees with `Color::paint`, and is fast for many colours.
pub fn grey_finder() -> impl Fn([u8; 3]) -> u8 {
    level_finder(linear_light)
}

/// A function that finds the tint of black ink that is as light as a colour, from 0, all of the ink, to 255, none. It agrees
/// with `Color::paint` on a press, and is fast for many colours.
pub fn tint_finder(condition: Condition) -> impl Fn([u8; 3]) -> u8 {
    level_finder(move |level| {
        let paper = f64::from(level) / 255.0;
        let root = paper + (1.0 - paper) * solids(condition)[1].sqrt();
        root * root
    })
}

/// The light at which each level of sRGB but the last ends, half way to the next level.
pub fn level_ends() -> Vec<f64> {
    ends_between(linear_light)
}

/// The light half way between each level and the next one.
fn ends_between(light: impl Fn(u8) -> f64) -> Vec<f64> {
    (0..255_u8).map(|level| (light(level) + light(level + 1)) / 2.0).collect()
}

/// A function that finds the level whose light is nearest to that of a colour.
fn level_finder(light: impl Fn(u8) -> f64) -> impl Fn([u8; 3]) -> u8 {
    let (lights, ends): (Vec<f64>, _) = ((0..=255).map(linear_light).collect(), ends_between(light));
    move |srgb: [u8; 3]| {
        let [red, green, blue] = srgb.map(|channel| lights[usize::from(channel)]);
        let light = red * 0.2126 + green * 0.7152 + blue * 0.0722;
        u8::try_from(ends.partition_point(|end| *end < light)).unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use moxcms::{ColorProfile, Layout, RenderingIntent, TransformOptions};

    use super::*;
    use crate::color::light::luminance;
    use crate::color::paint::{nearest_grey, nearest_tint};

    /// The table that the profile gives.
    fn make_table() -> Vec<u8> {
        let press = ColorProfile::new_from_slice(include_bytes!("../pdf/tr006-coated.icc")).unwrap();
        let screen = ColorProfile::new_srgb();
        let options = TransformOptions {
            rendering_intent: RenderingIntent::RelativeColorimetric,
            ..TransformOptions::default()
        };
        let separation = screen.create_transform_8bit(Layout::Rgb, &press, Layout::Rgba, options).unwrap();
        let proof = press.create_transform_8bit(Layout::Rgba, &screen, Layout::Rgb, options).unwrap();

        let levels = || (0..STEPS).map(|step| u8::try_from(step * STEP).unwrap());
        let places = levels().flat_map(|r| levels().flat_map(move |g| levels().flat_map(move |b| [r, g, b])));
        let places: Vec<u8> = places.collect();
        let mut inks = vec![0; places.len() / 3 * 4];
        separation.transform(&places, &mut inks).unwrap();
        let (inks, _) = inks.as_chunks::<4>();
        let mut table: Vec<u8> = inks.iter().flat_map(|inks| limit_inks(*inks)).collect();

        let blacks: Vec<u8> = (0..=255).flat_map(|black| [0, 0, 0, black]).collect();
        let mut proofs = vec![0; 256 * 3];
        proof.transform(&blacks, &mut proofs).unwrap();
        let lights: Vec<f64> = proofs.as_chunks::<3>().0.iter().map(|srgb| luminance(*srgb)).collect();
        let darkest = lights[255];
        table.extend((0..=255_u8).map(|level| {
            // Black ink is the darkest that there is: greys end there.
            let wanted = darkest + linear_light(level) * (1.0 - darkest);
            let off = |black: &u8| (lights[usize::from(*black)] - wanted).abs();
            (0..=255).rev().min_by(|a, b| off(a).total_cmp(&off(b))).unwrap()
        }));
        table
    }

    #[test]
    fn the_table_is_that_of_the_profile() {
        let made = make_table();
        assert_eq!(made.len(), TABLE.len());
        // Processors round the profile's own sums a step apart.
        assert!(made.iter().zip(TABLE).all(|(made, kept)| made.abs_diff(*kept) <= 2));
    }

    #[test]
    #[ignore = "makes the table anew, after a change of the profile"]
    fn write_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/color/tr006-inks.bin");
        std::fs::write(path, make_table()).unwrap();
    }

    #[test]
    fn separations_are_grey_in_black_alone_and_within_240_percent() {
        let (levels, as_light, as_inked) =
            ((0..=255).step_by(15), grey_finder(), tint_finder(Condition::Gracol));
        for red in levels.clone() {
            assert_eq!(separate([red; 3])[..3], [0; 3]);
            assert_eq!(as_light([red; 3]), red);
            for (green, blue) in levels.clone().flat_map(|g| levels.clone().map(move |b| (g, b))) {
                let inks = separate([red, green, blue]);
                assert!(inks.into_iter().map(u32::from).sum::<u32>() <= 612, "{red} {green} {blue}");
                assert_eq!(as_light([red, green, blue]), nearest_grey(luminance([red, green, blue])));
                let inked = f64::from(nearest_tint(luminance([red, green, blue]), Condition::Gracol));
                let off = f64::from(255 - as_inked([red, green, blue])) / 2.55 - inked;
                assert!(off.abs() < 0.75, "{red} {green} {blue} is off by {off} %");
            }
        }
        assert_eq!((separate([255; 3]), separate([0; 3])), ([0; 4], [0, 0, 0, 255]));
        assert_eq!(limit_inks([255, 255, 255, 255]), [119, 119, 119, 255]);
        assert_eq!(limit_inks([10, 20, 30, 40]), [10, 20, 30, 40]);
    }
}
