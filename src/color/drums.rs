//! The inks of a stencil duplicator, a drum each: which tones of them come nearest to a colour, and how tones look over each other.
//!
//! Such inks let light through, so one over another multiplies what is left of the paper's light. The nearest tones are searched for in
//! Oklab (Ottosson 2020), whose distances are about those that are seen. Neutral greys are of black alone.

use super::light::linear_light;
use super::paint::Paint;
use super::press::TypeInks;

/// The most drums of a leaflet: two passes through a machine that holds two (H).
pub const MOST_DRUMS: usize = 4;
/// What another ink must win in distance to be worth its misregister and its dots (H: half of what is just seen).
const WORTH: f64 = 0.01;
/// From which level of 255 small type takes an ink for full: a lighter one would be made of dots.
const FULL: u8 = 242;

/// The contrast that white type keeps (WCAG 2.1, 1.4.3).
const READ: f64 = 4.5;

/// How much of each ink lies somewhere: 0 is none, 255 is full.
pub type Tones = [u8; MOST_DRUMS];

/// Inks by what they look like on paper, black among them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Drums {
    inks: [[u8; 3]; MOST_DRUMS],
    count: usize,
    black: usize,
    areas: u8,
}

impl Drums {
    /// Inks in sRGB, of which the one at `black` sets type; fields and pixels have `areas` percent of an ink at most. `None` where there
    /// is none at that place or are more than `MOST_DRUMS`.
    pub fn new(colours: &[[u8; 3]], black: usize, areas: u8) -> Option<Drums> {
        let mut inks = [[255; 3]; MOST_DRUMS];
        let count = colours.len();
        inks.get_mut(..count)?.copy_from_slice(colours);
        (black < count).then_some(Drums { inks, count, black, areas: areas.min(100) })
    }

    /// What tones look like over each other.
    pub fn look(&self, tones: Tones) -> [u8; 3] {
        let mut seen = [255; 3];
        for (ink, tone) in self.inks.iter().zip(tones).take(self.count) {
            for (light, own) in seen.iter_mut().zip(ink) {
                let lets_through = 255 - rounded_product(tone, 255 - own);
                *light = rounded_product(*light, lets_through);
            }
        }
        seen
    }

    /// The tones that come nearest to a colour.
    pub fn tones(&self, srgb: [u8; 3]) -> Tones {
        let [red, green, blue] = srgb;
        if red == green && green == blue { self.grey(red) } else { self.nearest(srgb) }
    }

    /// The same within what fields and pixels may have.
    pub fn area_tones(&self, srgb: [u8; 3]) -> Tones {
        let most = u8::try_from(u16::from(self.areas) * 255 / 100).unwrap_or(u8::MAX);
        self.tones(srgb).map(|tone| tone.min(most))
    }

    /// Black in full, and no ink besides.
    fn black_alone(&self) -> Tones {
        self.only(self.black, u8::MAX)
    }

    /// The tones of type on a ground. Small type is of one ink in full, since drums never meet exactly and dots break thin strokes
    /// up: of its own where its colour is that, else of black, or of none where it stands on what is dark.
    pub fn type_tones(&self, srgb: [u8; 3], behind: [u8; 3], inks: TypeInks) -> Tones {
        let own = self.tones(srgb);
        let (black, none) = (self.black_alone(), Tones::default());
        let behind = Paint::Rgb(self.look(self.area_tones(behind)));
        let contrast = |tones| Paint::Rgb(self.look(tones)).contrast(&behind);
        let used: Vec<u8> = own.iter().copied().filter(|tone| *tone > 0).collect();
        // Grounds are not as dark in these inks as they were meant to be.
        let is_plain = match used[..] {
            [] => contrast(none) >= READ,
            [only] => only >= FULL || inks == TypeInks::Own,
            _ => inks == TypeInks::Own,
        };
        if is_plain {
            return own;
        }
        if contrast(black) < contrast(none) { none } else { black }
    }

    /// Whether type of these tones is laid over what it stands on: black hides what is below, and a hole for it in another ink would
    /// show where drums do not meet.
    pub fn is_laid_over(&self, tones: Tones) -> bool {
        tones == self.black_alone()
    }

    /// The tones where type lies, with those of the ground that it is laid over.
    pub fn type_over(&self, tones: Tones, behind: [u8; 3]) -> Tones {
        if !self.is_laid_over(tones) {
            return tones;
        }
        let mut all = self.area_tones(behind);
        all[self.black] = u8::MAX;
        all
    }

    /// Whether the plate of an ink has type of these tones.
    pub fn holds(&self, ink: usize, tones: Tones) -> bool {
        ink == self.black || !self.is_laid_over(tones)
    }

    /// A tone of one ink.
    fn only(&self, ink: usize, tone: u8) -> Tones {
        let mut tones = Tones::default();
        tones[ink] = tone;
        tones
    }

    /// The tone of black alone that is nearest to a grey.
    fn grey(&self, level: u8) -> Tones {
        if self.inks[self.black] == [0; 3] {
            return self.only(self.black, 255 - level);
        }
        let wanted = oklab([level; 3]);
        let off = |tone: &u8| distance(oklab(self.look(self.only(self.black, *tone))), wanted);
        let nearest = (0..=255).min_by(|a, b| off(a).total_cmp(&off(b))).expect("there are 256 tones");
        self.only(self.black, nearest)
    }

    /// The nearest tones: those of each set of inks, of which a smaller one is taken where another ink wins too little.
    fn nearest(&self, srgb: [u8; 3]) -> Tones {
        let wanted = oklab(srgb);
        let sets = (0..1_usize << self.count).map(|set| self.climb(set, wanted));
        let found = sets.map(|tones| (tones, self.cost(tones, wanted)));
        found.min_by(|a, b| a.1.total_cmp(&b.1)).expect("no ink is a set").0
    }

    /// The tones of a set of inks, a bit each, that no step betters: from half of each, by ever smaller steps.
    fn climb(&self, set: usize, wanted: [f64; 3]) -> Tones {
        let inks: Vec<usize> = (0..self.count).filter(|ink| set >> ink & 1 == 1).collect();
        let mut tones = Tones::default();
        for ink in &inks {
            tones[*ink] = 128;
        }
        let off = |tones: Tones| distance(oklab(self.look(tones)), wanted);
        let mut nearest = off(tones);
        for step in [48_u8, 16, 5, 2, 1] {
            loop {
                let moved = steps(&inks, tones, step).map(|tones| (tones, off(tones)));
                match moved.min_by(|a, b| a.1.total_cmp(&b.1)) {
                    Some(better) if better.1 < nearest => (tones, nearest) = better,
                    _ => break,
                }
            }
        }
        tones
    }

    fn cost(&self, tones: Tones, wanted: [f64; 3]) -> f64 {
        let used: f64 = tones.iter().filter(|tone| **tone > 0).map(|_| WORTH).sum();
        distance(oklab(self.look(tones)), wanted) + used
    }
}

/// One ink more, one less, or one for another.
fn steps(inks: &[usize], from: Tones, step: u8) -> impl Iterator<Item = Tones> {
    inks.iter().flat_map(move |up| {
        inks.iter().flat_map(move |down| {
            let (mut changed, mut less) = (from, from);
            less[*down] = from[*down].saturating_sub(step);
            changed[*down] = less[*down];
            changed[*up] = from[*up].saturating_add(step);
            [changed, less]
        })
    })
}

/// How many steps of a channel a finder looks up, and the parts that the distance between two of them is cut into.
const STEPS: usize = 12;
const PARTS: usize = 255;

/// Finds the tones of many colours, such as those of a picture: in proportion between those of a table.
pub struct ToneFinder {
    drums: Drums,
    table: Vec<Tones>,
}

impl ToneFinder {
    /// One for these inks.
    pub fn new(drums: Drums) -> ToneFinder {
        let level =
            |step: usize| u8::try_from((step * PARTS + (STEPS - 1) / 2) / (STEPS - 1)).unwrap_or(u8::MAX);
        let places = (0..STEPS.pow(3)).map(|at| [2, 1, 0].map(|part| level(at / STEPS.pow(part) % STEPS)));
        ToneFinder { drums, table: places.map(|srgb| drums.area_tones(srgb)).collect() }
    }

    /// The tones of a colour in a picture.
    pub fn tones(&self, srgb: [u8; 3]) -> Tones {
        let [red, green, blue] = srgb;
        if red == green && green == blue {
            return self.drums.area_tones(srgb);
        }
        let places = srgb.map(|level| usize::from(level) * (STEPS - 1));
        let mut sums = [0_usize; MOST_DRUMS];
        for corner in 0..8_usize {
            let (mut weight, mut at) = (1, 0);
            for (part, place) in places.iter().enumerate() {
                let above = corner >> part & 1;
                let share = place % PARTS;
                weight *= if above == 1 { share } else { PARTS - share };
                at = at * STEPS + (place / PARTS + above).min(STEPS - 1);
            }
            for (sum, tone) in sums.iter_mut().zip(self.table[at]) {
                *sum += weight * usize::from(tone);
            }
        }
        let whole = PARTS.pow(3);
        sums.map(|sum| u8::try_from((sum + whole / 2) / whole).unwrap_or(u8::MAX))
    }
}

/// The product of two shares of 255.
fn rounded_product(one: u8, other: u8) -> u8 {
    u8::try_from((u16::from(one) * u16::from(other) + 127) / 255).expect("shares are 255 at most")
}

fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

/// A colour in Oklab; cube roots are those of `libm`, the same on every machine.
fn oklab(srgb: [u8; 3]) -> [f64; 3] {
    const TO_CONES: [[f64; 3]; 3] = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const TO_LAB: [[f64; 3]; 3] = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    let weigh = |rows: [[f64; 3]; 3], parts: [f64; 3]| {
        rows.map(|row| row.iter().zip(parts).map(|(weight, part)| weight * part).sum::<f64>())
    };
    let cones = weigh(TO_CONES, srgb.map(linear_light));
    weigh(TO_LAB, cones.map(libm::cbrt))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: [u8; 3] = [0xff, 0x4c, 0x65];
    const BLUE: [u8; 3] = [0x00, 0x78, 0xbf];

    fn drums() -> Drums {
        Drums::new(&[[0; 3], RED, BLUE], 0, 85).unwrap()
    }

    #[test]
    fn inks_themselves_are_solids_and_their_tints_are_tints() {
        let drums = drums();
        assert_eq!(drums.tones([0; 3]), [255, 0, 0, 0]);
        assert_eq!(drums.tones([255; 3]), [0; 4]);
        assert_eq!(drums.tones([0x80; 3]), [127, 0, 0, 0]);
        assert_eq!(drums.tones(RED), [0, 255, 0, 0]);
        assert_eq!(drums.tones(BLUE), [0, 0, 255, 0]);
        for tones in [[0, 128, 0, 0], [0, 0, 90, 0], [60, 200, 0, 0], [0, 120, 200, 0]] {
            let found = drums.tones(drums.look(tones));
            let off = found.iter().zip(tones).map(|(a, b): (&u8, u8)| a.abs_diff(b)).max().unwrap();
            assert!(off <= 12, "{tones:?} is found as {found:?}");
        }
        assert_eq!(drums.look([0, 255, 255, 0]), [0, 0x24, 0x4c], "one over another multiplies");
    }

    /// No mix of a coarse grid, looked through whole, is nearer than what is found by steps, but by what an ink is worth.
    #[test]
    fn no_other_mix_is_nearer() {
        let drums = drums();
        let grid = || (0..=255_u8).step_by(17);
        for srgb in
            [[0x4a, 0x19, 0x42], [0x1e, 0x88, 0x55], [0xf7, 0xef, 0xe6], [200, 180, 40], [90, 120, 160]]
        {
            let wanted = oklab(srgb);
            let all = grid().flat_map(|a| grid().flat_map(move |b| grid().map(move |c| [a, b, c, 0])));
            let least = all.map(|tones| drums.cost(tones, wanted)).min_by(f64::total_cmp).unwrap();
            let found = drums.cost(drums.tones(srgb), wanted);
            assert!(found <= least + 0.003, "{srgb:?}: {found} and {least}");
        }
    }

    #[test]
    fn small_type_is_of_one_ink_in_full() {
        let drums = drums();
        let white = [255; 3];
        let (plum, field) = ([0x4a, 0x19, 0x42], [0x20, 0x10, 0x30]);
        assert_eq!(drums.type_tones(plum, white, TypeInks::One), [255, 0, 0, 0]);
        assert_eq!(drums.type_tones([0x4d; 3], white, TypeInks::One), [255, 0, 0, 0]);
        assert_eq!(drums.type_tones([0xf0, 0xd0, 0xe0], field, TypeInks::One), [0; 4]);
        assert_eq!(drums.type_tones(RED, white, TypeInks::One), [0, 255, 0, 0]);
        assert_eq!(drums.type_tones(plum, white, TypeInks::Own), drums.tones(plum));
    }

    #[test]
    fn fields_and_pixels_are_no_fuller_than_an_area_may_be() {
        let (drums, finder) = (drums(), ToneFinder::new(drums()));
        assert_eq!(drums.area_tones([0; 3]), [216, 0, 0, 0]);
        assert_eq!(finder.tones([0; 3]), [216, 0, 0, 0]);
        for srgb in [[255, 128, 0], [40, 90, 130], [250, 250, 240]] {
            assert!(finder.tones(srgb).iter().all(|tone| *tone <= 216));
            let [one, other] =
                [finder.tones(srgb), drums.area_tones(srgb)].map(|tones| oklab(drums.look(tones)));
            assert!(distance(one, other) < 0.06, "{srgb:?} {}", distance(one, other));
        }
    }

    #[test]
    fn there_is_a_black_among_at_most_four() {
        assert_eq!(Drums::new(&[], 0, 85), None);
        assert_eq!(Drums::new(&[RED], 1, 85), None);
        assert_eq!(Drums::new(&[RED; 5], 0, 85), None);
    }
}
