//! Colours of other kinds into sRGB: matrix and curve profiles (ICC.1:2010, F.3), which cameras and screens have, and
//! PNG's gamma. Tables of other profiles of light are not read; such pictures are taken as sRGB, as most programs do. Profiles of
//! inks are read by moxcms.
//! Powers are those of `libm`, plain arithmetic that gives every machine the same bytes.

use libm::pow;
use moxcms::{ColorProfile, DataColorSpace, Layout, RenderingIntent, TransformOptions};

use crate::color::{InkTable, level_ends};
use crate::frame::Channels;

/// From XYZ by the light D50 to linear sRGB (IEC 61966-2-1, adapted by Bradford's matrix).
const TO_SRGB: [[f64; 3]; 3] = [
    [3.133_856_1, -1.616_866_7, -0.490_614_6],
    [-0.978_768_4, 1.916_141_5, 0.033_454_0],
    [0.071_945_3, -0.228_991_4, 1.405_242_7],
];

/// How far a colour may change before it is worth converting, of 255 (H: nobody sees it).
const UNSEEN: u8 = 2;

/// How pixels become sRGB.
pub(super) struct ToSrgb {
    /// The light of each level, by channel; grey pixels have the first alone.
    curves: [Vec<f64>; 3],
    /// From the light of the channels to that of sRGB.
    matrix: [[f64; 3]; 3],
    /// The light at which each level of sRGB ends.
    ends: Vec<f64>,
}

impl ToSrgb {
    /// Reads an ICC profile for such pixels. `None` where it is sRGB for the eye, or not of a kind that is read.
    pub(super) fn by_icc(data: &[u8], channels: Channels) -> Option<ToSrgb> {
        if data.get(36..40)? != b"acsp" {
            return None;
        }
        let (curves, matrix) = match (channels, data.get(16..20)?) {
            (Channels::Rgb, b"RGB ") => {
                let [r, g, b] = [b"rXYZ", b"gXYZ", b"bXYZ"].map(|name| xyz(tag(data, name)?));
                let [r, g, b] = [r?, g?, b?];
                let light = |row: [f64; 3]| {
                    [r, g, b].map(|column| row.iter().zip(column).map(|(a, b)| a * b).sum::<f64>())
                };
                let [rc, gc, bc] = [b"rTRC", b"gTRC", b"bTRC"].map(|name| curve(tag(data, name)?));
                ([rc?, gc?, bc?], TO_SRGB.map(light))
            }
            (Channels::Grey, b"GRAY") => {
                let grey = curve(tag(data, b"kTRC")?)?;
                ([grey.clone(), grey.clone(), grey], IDENTITY)
            }
            _ => return None,
        };
        ToSrgb { curves, matrix, ends: level_ends() }.if_seen(channels)
    }

    /// The profile of pixels that are sRGB but for their tone curve: PNG's `gAMA`, the exponent that they were stored by.
    pub(super) fn by_gamma(stored: f64, channels: Channels) -> Option<ToSrgb> {
        if !(0.1..=10.0).contains(&stored) {
            return None;
        }
        let curve: Vec<f64> = levels().map(|level| pow(level, 1.0 / stored)).collect();
        ToSrgb { curves: [curve.clone(), curve.clone(), curve], matrix: IDENTITY, ends: level_ends() }
            .if_seen(channels)
    }

    /// The profile where it changes what is seen.
    fn if_seen(self, channels: Channels) -> Option<ToSrgb> {
        let any = |test: &dyn Fn(u8) -> bool| [0, 51, 102, 153, 204, 255].into_iter().any(test);
        let differs = match channels {
            Channels::Grey => any(&|grey| self.changes(&[grey], channels)),
            Channels::Rgb => {
                any(&|red| any(&|green| any(&|blue| self.changes(&[red, green, blue], channels))))
            }
            Channels::Cmyk => false,
        };
        differs.then_some(self)
    }

    /// Whether somebody would see that a pixel was converted.
    fn changes(&self, before: &[u8], channels: Channels) -> bool {
        let mut after = before.to_vec();
        self.apply(&mut after, channels);
        before.iter().zip(after).any(|(&before, after)| before.abs_diff(after) > UNSEEN)
    }

    /// Converts pixels in place.
    pub(super) fn apply(&self, pixels: &mut [u8], channels: Channels) {
        let light = |channel: usize, level: u8| self.curves[channel][usize::from(level)];
        match channels {
            Channels::Grey => pixels.iter_mut().for_each(|grey| *grey = self.level(light(0, *grey))),
            Channels::Rgb => {
                for pixel in pixels.as_chunks_mut::<3>().0 {
                    let lights = [light(0, pixel[0]), light(1, pixel[1]), light(2, pixel[2])];
                    *pixel = self
                        .matrix
                        .map(|row| self.level(row[0] * lights[0] + row[1] * lights[1] + row[2] * lights[2]));
                }
            }
            Channels::Cmyk => {}
        }
    }

    /// The level of sRGB that is nearest to a light.
    fn level(&self, light: f64) -> u8 {
        u8::try_from(self.ends.partition_point(|end| *end < light)).unwrap_or(u8::MAX)
    }
}

const IDENTITY: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// The levels of a byte, the last being 1.
/// What inks look like by a profile of an output (ICC.1:2010, 6.3.4.2), relative colorimetric. `None` where it is none.
pub(super) fn ink_table(data: &[u8]) -> Option<InkTable> {
    let profile = ColorProfile::new_from_slice(data).ok()?;
    if profile.color_space != DataColorSpace::Cmyk {
        return None;
    }
    let options = TransformOptions {
        rendering_intent: RenderingIntent::RelativeColorimetric,
        ..TransformOptions::default()
    };
    let screen = ColorProfile::new_srgb();
    let look = profile.create_transform_8bit(Layout::Rgba, &screen, Layout::Rgb, options).ok()?;
    InkTable::new(|inks| {
        let mut colors = vec![0; inks.len() / 4 * 3];
        look.transform(inks, &mut colors).ok()?;
        Some(colors)
    })
}

fn levels() -> impl Iterator<Item = f64> {
    (0..=255_u8).map(|level| f64::from(level) / 255.0)
}

fn tag<'a>(data: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    let count = long(data, 128)?.min(100);
    let entry = (0..count).map(|at| 132 + 12 * at).find(|&at| data.get(at..at + 4) == Some(name))?;
    let (start, length) = (long(data, entry + 4)?, long(data, entry + 8)?);
    data.get(start..start.checked_add(length)?)
}

fn long(data: &[u8], at: usize) -> Option<usize> {
    let bytes: [u8; 4] = data.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(bytes)).ok()
}

fn short(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(data.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// A number of 16 bits before and after the point (ICC.1:2010, 4.6).
fn fixed(data: &[u8], at: usize) -> Option<f64> {
    let bytes: [u8; 4] = data.get(at..at.checked_add(4)?)?.try_into().ok()?;
    Some(f64::from(i32::from_be_bytes(bytes)) / 65536.0)
}

fn xyz(tag: &[u8]) -> Option<[f64; 3]> {
    (tag.get(..4)? == b"XYZ ").then_some(())?;
    Some([fixed(tag, 8)?, fixed(tag, 12)?, fixed(tag, 16)?])
}

/// The light of each level by a curve tag (ICC.1:2010, 10.5 and 10.15).
fn curve(tag: &[u8]) -> Option<Vec<f64>> {
    match tag.get(..4)? {
        b"curv" => match long(tag, 8)? {
            0 => Some(levels().collect()),
            1 => {
                let gamma = f64::from(short(tag, 12)?) / 256.0;
                Some(levels().map(|level| pow(level, gamma)).collect())
            }
            count => {
                let table = tag.get(12..12_usize.checked_add(count.checked_mul(2)?)?)?;
                (0..=255).map(|level| sampled(table, count, level)).collect()
            }
        },
        b"para" => {
            // The parameters g a b c d e f, of which each kind has more than the one before.
            let kind = usize::from(short(tag, 8)?);
            let count = *[1, 3, 4, 5, 7].get(kind)?;
            let mut given = [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0];
            for (at, value) in given.iter_mut().enumerate().take(count) {
                *value = fixed(tag, 12 + 4 * at)?;
            }
            Some(levels().map(|level| parametric(kind, given, level)).collect())
        }
        _ => None,
    }
}

/// The light of a level between the entries of a table.
fn sampled(table: &[u8], count: usize, level: usize) -> Option<f64> {
    let (whole, rest) = (level * (count - 1) / 255, level * (count - 1) % 255);
    let low = f64::from(short(table, 2 * whole)?);
    let high = short(table, 2 * whole + 2).map_or(low, f64::from);
    let share = f64::from(u8::try_from(rest).ok()?) / 255.0;
    Some((low + (high - low) * share) / 65535.0)
}

fn parametric(kind: usize, [g, a, b, c, d, e, f]: [f64; 7], x: f64) -> f64 {
    let curve = |x: f64| pow((a * x + b).max(0.0), g);
    let shift = if kind == 2 { c } else { 0.0 };
    let light = match kind {
        0 => pow(x, g),
        1 | 2 if a != 0.0 && x >= -b / a => curve(x) + shift,
        1 | 2 => shift,
        // Kind 3 has neither e nor f, which are 0 then.
        _ if x >= d => curve(x) + e,
        _ => c * x + f,
    };
    if light.is_finite() { light.clamp(0.0, 1.0) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn srgb_is_left_alone_and_linear_light_is_not() {
        let srgb = include_bytes!("../pdf/srgb.icc");
        assert!(ToSrgb::by_icc(srgb, Channels::Rgb).is_none(), "sRGB changes nothing");
        let linear = ToSrgb::by_gamma(1.0, Channels::Grey).unwrap();
        let mut greys = [0, 55, 128, 255];
        linear.apply(&mut greys, Channels::Grey);
        assert_eq!(greys, [0, 128, 188, 255]);
    }

    #[test]
    fn a_wider_space_makes_colours_stronger() {
        // Display P3: sRGB's curve, primaries of its own (SMPTE EG 432-1), adapted to D50.
        let data = p3();
        let profile = ToSrgb::by_icc(&data, Channels::Rgb).expect("it differs from sRGB");
        // What a browser shows for color(display-p3 .8 .2 .2) in sRGB: 221, 14, 41 or nearly so.
        let mut pixel = [204, 51, 51];
        profile.apply(&mut pixel, Channels::Rgb);
        assert!(pixel[0] > 215 && pixel[1] < 30 && pixel[2].abs_diff(43) < 8, "{pixel:?}");
        let mut white = [255, 255, 255];
        profile.apply(&mut white, Channels::Rgb);
        assert!(white.iter().all(|&level| level >= 254), "{white:?}");
        for cut in 0..data.len() {
            // A damaged profile is none.
            let _ = ToSrgb::by_icc(&data[..cut], Channels::Rgb);
        }
    }

    fn p3() -> Vec<u8> {
        let mut data = vec![0; 128];
        data[16..20].copy_from_slice(b"RGB ");
        data[36..40].copy_from_slice(b"acsp");
        let fixed = |value: f64| {
            let scaled = format!("{:.0}", value * 65536.0).parse::<i32>().unwrap();
            scaled.to_be_bytes()
        };
        let xyz = |values: [f64; 3]| {
            let mut tag = b"XYZ \0\0\0\0".to_vec();
            tag.extend(values.iter().flat_map(|&value| fixed(value)));
            tag
        };
        let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
        curve.extend([2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045].iter().flat_map(|&v| fixed(v)));
        let tags = [
            (b"rXYZ", xyz([0.515_12, 0.241_2, -0.001_05])),
            (b"gXYZ", xyz([0.291_98, 0.692_25, 0.041_89])),
            (b"bXYZ", xyz([0.157_10, 0.066_57, 0.784_07])),
            (b"rTRC", curve.clone()),
            (b"gTRC", curve.clone()),
            (b"bTRC", curve),
        ];
        let mut offset = u32::try_from(132 + 12 * tags.len()).unwrap();
        data.extend(u32::try_from(tags.len()).unwrap().to_be_bytes());
        let mut bodies = Vec::new();
        for (name, body) in tags {
            let length = u32::try_from(body.len()).unwrap();
            data.extend(name);
            data.extend(offset.to_be_bytes());
            data.extend(length.to_be_bytes());
            offset += length;
            bodies.extend(body);
        }
        data.extend(bodies);
        data
    }
}
