//! What a press prints (docs/print.md, "What printers ask"): one place for what is built and for what is checked.

use crate::geom::Abs;

/// From which weight type is bold (OpenType 1.9, usWeightClass).
pub const BOLD: u16 = 700;

/// The most ink that a press lays down in all, in percent.
pub const MOST_INK: u16 = 240;

/// The same as a sum of levels, of which 255 are a full ink.
pub const MOST_LEVELS: u16 = MOST_INK * 255 / 100;

/// How much of an ink covers the paper, as a share (H).
const FULL: f64 = 0.85;

/// With what a line or a shape is inked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Inking {
    /// One ink that covers the paper.
    Solid,
    /// Several inks, or a tint: made of dots, which break a thin line up.
    Tinted,
}

impl Inking {
    /// That of inks, given as shares from 0 to 1.
    pub fn of(inks: &[f64]) -> Inking {
        let mut some = inks.iter().filter(|ink| **ink > 0.0);
        match (some.next(), some.next()) {
            (Some(only), None) if *only >= FULL => Inking::Solid,
            _ => Inking::Tinted,
        }
    }

    /// The thinnest line.
    pub const fn thinnest(self) -> Abs {
        match self {
            Inking::Solid => Abs::pt(0.25),
            Inking::Tinted => Abs::pt(0.5),
        }
    }

    /// Whether a line of so many points is too thin; what rounds to the thinnest is as wide. A plain number, since a file may
    /// hold any.
    pub fn is_too_thin(self, points: f64) -> bool {
        points < self.thinnest().to_pt() * 0.99
    }
}

/// The size from which bold type may be printed in several inks: where their plates do not quite meet, its strokes are wide
/// enough to hide it (H: strokes of 12 pt bold are about 0.7 mm, seven times what plates are off).
pub const LARGE_TYPE: Abs = Abs::pt(12.0);

/// What type is inked with on a press.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TypeInks {
    /// Black alone, or none.
    One,
    /// All that its colour has.
    Own,
}

impl TypeInks {
    /// Those of type of that size.
    pub fn of(size: Abs, weight: u16) -> TypeInks {
        if weight >= BOLD && size >= LARGE_TYPE { TypeInks::Own } else { TypeInks::One }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_bold_type_keeps_its_inks() {
        assert_eq!(TypeInks::of(Abs::pt(12.0), 700), TypeInks::Own);
        assert_eq!(TypeInks::of(Abs::pt(11.9), 700), TypeInks::One);
        assert_eq!(TypeInks::of(Abs::pt(40.0), 400), TypeInks::One);
    }

    #[test]
    fn one_full_ink_is_solid_and_dots_are_not() {
        assert_eq!(Inking::of(&[0.0, 0.0, 0.0, 1.0]), Inking::Solid);
        assert_eq!(Inking::of(&[0.85]), Inking::Solid);
        for dots in [&[0.0, 0.0, 0.0, 0.84][..], &[1.0, 0.0, 0.0, 0.1], &[0.0; 4], &[]] {
            assert_eq!(Inking::of(dots), Inking::Tinted, "{dots:?}");
        }
        assert!(!Inking::Solid.is_too_thin(0.249) && Inking::Tinted.is_too_thin(0.25));
    }
}
