//! The papers that a press prints on, as the profiles of its conditions have them, and the inks that make a colour the same on each.
//!
//! Looks give their inks for coated paper after GRACoL. For another condition a table says which inks look like them there: made from the
//! profiles of both, for nine steps of each ink, and read in proportion between them. Black alone stays black alone, as light as it was; its
//! full tone stays full. Whole numbers only, so that all machines agree.

/// What a press prints on, and how.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub enum Condition {
    /// Coated paper after GRACoL 2006 (CGATS TR 006).
    #[default]
    Gracol,
    /// Coated paper after ISO 12647-2 (FOGRA39).
    Coated,
    /// Uncoated white paper after ISO 12647-2 (FOGRA29).
    Uncoated,
}

/// The steps of an ink.
const STEPS: usize = 9;
/// The parts that the distance between two of them is cut into.
const PARTS: usize = 255;

/// From inks for GRACoL to those of another condition. The test `write_the_carried_inks` makes them.
const COATED: &[u8; 4 * STEPS.pow(4)] = include_bytes!("fogra39-carried.bin");
const UNCOATED: &[u8; 4 * STEPS.pow(4)] = include_bytes!("fogra29-carried.bin");

impl Condition {
    /// The most ink that is laid down in all, in percent: on uncoated paper less by as much as a shop that tells both takes less there (H;
    /// 280 % and 320 %, drukarnia-suchecki.pl).
    pub fn most_ink(self) -> u16 {
        match self {
            Condition::Gracol | Condition::Coated => super::press::MOST_INK,
            Condition::Uncoated => 210,
        }
    }

    /// The inks that look here as these do on coated paper after GRACoL; 255 is full.
    pub fn carry(self, inks: [u8; 4]) -> [u8; 4] {
        let table = match self {
            Condition::Gracol => return inks,
            Condition::Coated => COATED,
            Condition::Uncoated => UNCOATED,
        };
        let places = inks.map(|ink| usize::from(ink) * (STEPS - 1));
        let mut sums = [0_usize; 4];
        // Between the sixteen nearest places of the table, by how near each of them is in all four inks.
        for corner in 0..16_usize {
            let (mut weight, mut at) = (1, 0);
            for (ink, place) in places.iter().enumerate() {
                let above = corner >> ink & 1;
                let part = place % PARTS;
                weight *= if above == 1 { part } else { PARTS - part };
                at = at * STEPS + (place / PARTS + above).min(STEPS - 1);
            }
            if weight > 0 {
                for (sum, level) in sums.iter_mut().zip(&table[at * 4..at * 4 + 4]) {
                    *sum += weight * usize::from(*level);
                }
            }
        }
        let whole = PARTS.pow(4);
        sums.map(|sum| u8::try_from((sum + whole / 2) / whole).unwrap_or(u8::MAX))
    }

    /// The same for inks in percent.
    pub fn carry_percent(self, percent: [u8; 4]) -> [u8; 4] {
        if self == Condition::Gracol {
            return percent;
        }
        let level = |percent: u8| u8::try_from((u16::from(percent) * 255 + 50) / 100).unwrap_or(u8::MAX);
        let share = |level: u8| u8::try_from((u16::from(level) * 100 + 127) / 255).unwrap_or(100);
        self.carry(percent.map(level)).map(share)
    }
}

#[cfg(test)]
mod tests;
