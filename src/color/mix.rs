//! Colours that come without inks of their own, as those of pictures do: sRGB → process inks or greys, and back.

use super::{SOLIDS, linear};

/// The inks of a colour that has none of its own: cyan, magenta, yellow, black, 255 being full. The conversion of ISO
/// 32000-1 10.3.4 with all grey in black: at most two inks beside black, 200 % in all, and neutral greys in black alone.
pub fn separate([red, green, blue]: [u8; 3]) -> [u8; 4] {
    let lightest = red.max(green).max(blue);
    [lightest - red, lightest - green, lightest - blue, 255 - lightest]
}

/// The sRGB of inks, by the way back from `separate`.
pub fn mix([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    [cyan, magenta, yellow].map(|ink| 255 - ink.saturating_add(black))
}

/// What finds the grey that is as light as a colour, as `Color::paint` does, for many of them.
pub fn greys() -> impl Fn([u8; 3]) -> u8 {
    nearest(linear)
}

/// What finds the tint of black ink that is as light as a colour, as `Color::paint` does on a press, for many of them: 0 is
/// all of the ink, 255 none.
pub fn tints() -> impl Fn([u8; 3]) -> u8 {
    nearest(|level| {
        let paper = f64::from(level) / 255.0;
        let root = paper + (1.0 - paper) * SOLIDS[1].sqrt();
        root * root
    })
}

/// The light at which each level of sRGB ends, half way to the next.
pub fn ends() -> Vec<f64> {
    between(linear)
}

fn between(light: impl Fn(u8) -> f64) -> Vec<f64> {
    (0..255_u8).map(|level| (light(level) + light(level + 1)) / 2.0).collect()
}

/// What finds the level whose light is nearest to that of a colour.
fn nearest(light: impl Fn(u8) -> f64) -> impl Fn([u8; 3]) -> u8 {
    let (lights, ends): (Vec<f64>, _) = ((0..=255).map(linear).collect(), between(light));
    move |srgb: [u8; 3]| {
        let [red, green, blue] = srgb.map(|channel| lights[usize::from(channel)]);
        let light = red * 0.2126 + green * 0.7152 + blue * 0.0722;
        u8::try_from(ends.partition_point(|end| *end < light)).unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{grey, luminance, tint};
    use super::*;

    #[test]
    fn separations_are_grey_in_black_alone_and_within_240_percent() {
        let (levels, as_light, as_inked) = ((0..=255).step_by(15), greys(), tints());
        for red in levels.clone() {
            assert_eq!(separate([red; 3]), [0, 0, 0, 255 - red]);
            assert_eq!(as_light([red; 3]), red);
            for (green, blue) in levels.clone().flat_map(|g| levels.clone().map(move |b| (g, b))) {
                let inks = separate([red, green, blue]);
                assert!(inks.into_iter().map(u32::from).sum::<u32>() <= 510, "{red} {green} {blue}");
                assert_eq!(mix(inks), [red, green, blue]);
                assert_eq!(as_light([red, green, blue]), grey(luminance([red, green, blue])));
                let inked = f64::from(tint(luminance([red, green, blue])));
                let off = f64::from(255 - as_inked([red, green, blue])) / 2.55 - inked;
                assert!(off.abs() < 0.75, "{red} {green} {blue} is off by {off} %");
            }
        }
    }
}
