//! The tables of carried inks against the profiles that they are made from.

use moxcms::{ColorProfile, Layout, RenderingIntent, TransformOptions};

use super::*;
use crate::color::light::solids;

fn profile(condition: Condition) -> &'static [u8] {
    match condition {
        Condition::Gracol => include_bytes!("../../pdf/tr006-coated.icc"),
        Condition::Coated => include_bytes!("../../pdf/fogra39-coated.icc"),
        Condition::Uncoated => include_bytes!("../../pdf/fogra29-uncoated.icc"),
    }
}

/// What inks look like by a profile, for `FINE` steps of each ink: CIELAB relative to the paper (D50).
struct Look(Vec<[f64; 3]>);

const FINE: usize = 17;

impl Look {
    fn of(condition: Condition) -> Look {
        let press = ColorProfile::new_from_slice(profile(condition)).unwrap();
        // A space that holds all that is printed, so that nothing is cut off on the way.
        let wide = ColorProfile::new_pro_photo_rgb();
        let options = TransformOptions {
            rendering_intent: RenderingIntent::RelativeColorimetric,
            ..TransformOptions::default()
        };
        let proof = press.create_transform_16bit(Layout::Rgba, &wide, Layout::Rgb, options).unwrap();
        let level = |step: usize| u16::try_from(step * 65535 / (FINE - 1)).unwrap();
        let inks: Vec<u16> = (0..FINE.pow(4))
            .flat_map(|at| [3, 2, 1, 0].map(|ink| level(at / FINE.pow(ink) % FINE)))
            .collect();
        let mut colors = vec![0; inks.len() / 4 * 3];
        proof.transform(&inks, &mut colors).unwrap();
        Look(colors.as_chunks::<3>().0.iter().map(|rgb| lab(*rgb)).collect())
    }

    /// The colour of inks, 255 being full.
    fn at(&self, inks: [f64; 4]) -> [f64; 3] {
        let places = inks.map(|ink| (ink / 255.0 * 16.0).clamp(0.0, 16.0));
        let mut sum = [0.0; 3];
        for corner in 0..16_usize {
            let (mut weight, mut at) = (1.0, 0);
            for (ink, place) in places.iter().enumerate() {
                let below = place.floor().min(15.0);
                let above = corner >> ink & 1;
                weight *= if above == 1 { place - below } else { 1.0 - (place - below) };
                at = at * FINE + usize::try_from(crate::geom::whole_number(below)).unwrap() + above;
            }
            if weight > 0.0 {
                for (sum, part) in sum.iter_mut().zip(self.0[at]) {
                    *sum += weight * part;
                }
            }
        }
        sum
    }
}

/// CIELAB of ProPhoto RGB (ISO 22028-2, with a plain power of 1.8 as moxcms has it), white being 100.
fn lab(rgb: [u16; 3]) -> [f64; 3] {
    let [r, g, b] = rgb.map(|part| (f64::from(part) / 65535.0).powf(1.8));
    let x = 0.797_674_9 * r + 0.135_191_7 * g + 0.031_353_4 * b;
    let y = 0.288_040_2 * r + 0.711_874_1 * g + 0.000_085_7 * b;
    let z = 0.825_21 * b;
    let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let [fx, fy, fz] = [f(x / 0.964_22), f(y), f(z / 0.825_21)];
    [116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)]
}

fn difference(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// The table that two profiles give.
fn make_table(condition: Condition) -> Vec<u8> {
    let (from, to) = (Look::of(Condition::Gracol), Look::of(condition));
    let level = |step: usize| f64::from(u32::try_from(step).unwrap()) * 255.0 / 8.0;
    let black: Vec<f64> = (0..STEPS).map(|step| same_black(&from, &to, level(step))).collect();
    let most = f64::from(condition.most_ink()) * 2.55;
    let mut table = Vec::new();
    for at in 0..STEPS.pow(4) {
        let [c, m, y, k] = [3, 2, 1, 0].map(|ink| at / STEPS.pow(ink) % STEPS);
        let own = [c, m, y, k].map(level);
        let inks = matched(own, black[k], from.at(own), &to, most);
        table.extend(inks.map(|ink| u8::try_from(crate::geom::whole_number(ink.round())).unwrap()));
    }
    table
}

/// The black ink that is as light as so much of it is on the other paper.
fn same_black(from: &Look, to: &Look, black: f64) -> f64 {
    let wanted = from.at([0.0, 0.0, 0.0, black])[0];
    let off = |ink: &f64| (to.at([0.0, 0.0, 0.0, *ink])[0] - wanted).abs();
    if black >= 255.0 {
        return 255.0;
    }
    (0..=255_u8).map(f64::from).min_by(|a, b| off(a).total_cmp(&off(b))).unwrap()
}

/// The inks with that black that are nearest to a colour. An ink that the other paper does without is taken only where that shows.
fn matched(own: [f64; 4], black: f64, wanted: [f64; 3], to: &Look, most: f64) -> [f64; 4] {
    let [c, m, y, _] = own;
    if c + m + y == 0.0 {
        return [0.0, 0.0, 0.0, black];
    }
    let cost = |inks: [f64; 3]| {
        let stray: f64 = inks.iter().zip(own).filter(|(_, own)| *own == 0.0).map(|(ink, _)| ink / 2.55).sum();
        difference(to.at([inks[0], inks[1], inks[2], black]), wanted) + 0.1 * stray
    };
    let room = most - black;
    let scale = (room / (c + m + y)).min(1.0);
    let mut best = [c, m, y].map(|ink| (ink * scale).floor());
    let mut least = cost(best);
    let mut step = 32.0;
    while step >= 1.0 {
        let mut found = false;
        for (first, second) in [(0, 0), (1, 1), (2, 2), (0, 1), (1, 2), (0, 2)] {
            for (one, other) in [(1.0, 1.0), (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0)] {
                let mut tried = best;
                tried[first] = (tried[first] + step * one).clamp(0.0, 255.0);
                if second != first {
                    tried[second] = (tried[second] + step * other).clamp(0.0, 255.0);
                }
                let is_within = tried.iter().sum::<f64>() <= room;
                let tried_cost = cost(tried);
                if is_within && tried_cost < least - 1e-9 {
                    (best, least, found) = (tried, tried_cost, true);
                }
            }
        }
        if !found {
            step /= 2.0;
        }
    }
    [best[0], best[1], best[2], black]
}

const OTHERS: [(Condition, &str, &[u8]); 2] =
    [(Condition::Coated, "fogra39", COATED), (Condition::Uncoated, "fogra29", UNCOATED)];

#[test]
fn carried_inks_look_the_same_where_the_paper_can_show_them() {
    let from = Look::of(Condition::Gracol);
    // Of colours: inks in percent, and how far CIELAB may be off on coated and on uncoated paper, which shows no deep ones.
    for (percent, most) in [
        ([0, 0, 0, 50], [1.5, 2.0]),
        ([0, 4, 8, 2], [1.5, 3.0]),
        ([30, 10, 40, 0], [2.5, 3.5]),
        ([5, 82, 50, 5], [3.0, 14.0]),
        ([60, 95, 30, 50], [3.0, 20.0]),
    ] {
        let level = |percent: u8| f64::from(percent) * 2.55;
        for ((condition, name, _), most) in OTHERS.iter().zip(most) {
            let carried = condition.carry_percent(percent);
            let off = difference(from.at(percent.map(level)), Look::of(*condition).at(carried.map(level)));
            assert!(off <= most, "{percent:?} is {carried:?} by {name}, off by {off:.1}");
        }
    }
}

#[test]
fn carried_inks_keep_black_alone_and_the_limit() {
    for (condition, name, table) in OTHERS {
        assert_eq!(condition.carry([0; 4]), [0; 4]);
        assert_eq!(condition.carry([0, 0, 0, 255]), [0, 0, 0, 255]);
        for black in 0..=255 {
            assert_eq!(condition.carry([0, 0, 0, black])[..3], [0; 3], "{name}");
        }
        let most = u32::from(condition.most_ink()) * 255 / 100;
        for inks in table.as_chunks::<4>().0 {
            assert!(inks.iter().copied().map(u32::from).sum::<u32>() <= most + 2, "{name} {inks:?}");
        }
    }
}

#[test]
fn the_solid_inks_are_those_of_the_profiles() {
    for condition in [Condition::Gracol, Condition::Coated, Condition::Uncoated] {
        let look = Look::of(condition);
        let found = (0..16_u8).map(|at| {
            let inks = [8, 4, 2, 1].map(|bit| if at & bit == 0 { 0.0 } else { 255.0 });
            let lightness = look.at(inks)[0];
            let root = (lightness + 16.0) / 116.0;
            if lightness > 8.0 { root.powi(3) } else { lightness / 903.3 }
        });
        let found: Vec<f64> = found.collect();
        let off = found.iter().zip(solids(condition)).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        assert!(off < 0.006, "{condition:?} {found:.4?}");
    }
}

#[test]
fn the_carried_inks_are_those_of_the_profiles() {
    for (condition, name, kept) in OTHERS {
        let made = make_table(condition);
        let off = made.iter().zip(kept).filter(|(made, kept)| made.abs_diff(**kept) > 4).count();
        assert!(made.len() == kept.len() && off * 200 < kept.len(), "{name}: {off}");
    }
}

#[test]
#[ignore = "makes the tables anew, after a change of a profile"]
fn write_the_carried_inks() {
    for (condition, name, _) in OTHERS {
        let path = format!("{}/src/color/{name}-carried.bin", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, make_table(condition)).unwrap();
    }
}
