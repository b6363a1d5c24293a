//! Lengths as layouts write them: `"6.35mm"`, `"0.25in"`, `"12pt"`, `"50%"`.

use serde::{Deserialize, Deserializer, de::Error};

use crate::geom::{Abs, Sides};

/// The longest side that any sheet has (H): A0 is 1189 mm.
const LONGEST: Abs = Abs::mm(1500.0);

/// More than any length has of any unit; an infinite number is no length.
const MOST: f64 = 1e6;

/// A length, or a share of what it is measured against.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Length {
    /// A length.
    Abs(Abs),
    /// A share of the whole, 1 being all of it.
    Share(f64),
}

impl Length {
    /// The length, given the whole that a share is measured against.
    pub fn of(self, whole: Abs) -> Abs {
        match self {
            Length::Abs(length) => length,
            Length::Share(share) => whole * share,
        }
    }

    pub(super) fn parse(text: &str) -> Option<Length> {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        let number = digits.trim().parse().ok().filter(|number| (0.0..=MOST).contains(number))?;
        let length = match &text[digits.len()..] {
            "mm" => Length::Abs(Abs::mm(number)),
            "in" => Length::Abs(Abs::inches(number)),
            "pt" => Length::Abs(Abs::pt(number)),
            "%" => Length::Share(number / 100.0),
            _ => return None,
        };
        length.is_sound().then_some(length)
    }

    /// Whether it is on some paper: no less than nothing, no more than the largest sheet is long, nor than four times the whole.
    fn is_sound(self) -> bool {
        match self {
            Length::Abs(length) => (Abs::ZERO..=LONGEST).contains(&length),
            Length::Share(share) => (0.0..=4.0).contains(&share),
        }
    }
}

/// The length that was meant by what is none: `2,5 mm`, `3 cm`, `1/8"`; a number alone is one of millimetres.
fn mended(text: &str) -> Option<String> {
    let plain = text.trim().to_lowercase().replace(',', ".");
    let end =
        plain.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '/' | ' ')).unwrap_or(plain.len());
    let (digits, unit) = (plain[..end].trim(), plain[end..].trim());
    let number: f64 = match digits.split_once('/') {
        Some((over, under)) => over.trim().parse::<f64>().ok()? / under.trim().parse::<f64>().ok()?,
        None => digits.parse().ok()?,
    };
    let (number, unit) = match unit {
        "" | "mm" | "millimetre" | "millimetres" | "millimeter" | "millimeters" => (number, "mm"),
        "cm" | "centimetre" | "centimetres" => (number * 10.0, "mm"),
        "in" | "inch" | "inches" | "\"" | "″" | "”" | "''" => (number, "in"),
        "pt" | "point" | "points" => (number, "pt"),
        _ => return None,
    };
    let meant = format!("{:.4}", number);
    let meant = format!("{}{unit}", meant.trim_end_matches('0').trim_end_matches('.'));
    Length::parse(&meant).map(|_| meant)
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Length, D::Error> {
        let text = String::deserialize(deserializer)?;
        Length::parse(&text).ok_or_else(|| {
            D::Error::custom(match mended(&text) {
                Some(meant) => format!("“{text}” is no length: write it with its unit, \"{meant}\""),
                None => format!(
                    "“{text}” is no length: write a number from 0 with mm, in, pt or %, no longer than a sheet"
                ),
            })
        })
    }
}

/// A length that is no share of anything.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct FixedLength(pub(super) Abs);

impl<'de> Deserialize<'de> for FixedLength {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FixedLength, D::Error> {
        match Length::deserialize(deserializer)? {
            Length::Abs(length) => Ok(FixedLength(length)),
            Length::Share(_) => Err(D::Error::custom("this length is given in mm, in or pt")),
        }
    }
}

/// Reads the length of something that is seen: a tenth of a millimetre, or a hundredth, at least.
pub(super) fn seen<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Length, D::Error> {
    let length = Length::deserialize(deserializer)?;
    let least = match length {
        Length::Abs(length) => length >= Abs::mm(0.1),
        Length::Share(share) => share >= 0.01,
    };
    if least {
        Ok(length)
    } else {
        Err(D::Error::custom("nobody sees what is so small: give 0.1 mm or 1 % at least"))
    }
}

impl Default for Length {
    fn default() -> Length {
        Length::Abs(Abs::ZERO)
    }
}

/// A number as a sentence holds it: 1e300, not three hundred zeros.
pub(super) fn in_short(number: f64) -> String {
    let is_long = number != 0.0 && number.is_finite() && !(1e-6..1e16).contains(&number.abs());
    if is_long { format!("{number:e}") } else { number.to_string() }
}

/// Reads a number that sizes and gaps are multiplied by: none, or from a thousandth to a hundred.
pub(super) fn ratio<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let number = f64::deserialize(deserializer)?;
    if number == 0.0 || (0.001..=100.0).contains(&number) {
        Ok(number)
    } else {
        Err(D::Error::custom(format!("{} is no size here: give 0, or 0.001 to 100", in_short(number))))
    }
}

/// Reads such a number where one may be left out.
pub(super) fn some_ratio<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    ratio(deserializer).map(Some)
}

/// Reads a list of so many values: a list reader of its own leaves what is too much alone, and nobody would be told.
pub(super) fn exactly<'de, D: Deserializer<'de>, T: Deserialize<'de>, const N: usize>(
    deserializer: D,
) -> Result<[T; N], D::Error> {
    let values = Vec::<T>::deserialize(deserializer)?;
    let count = values.len();
    values
        .try_into()
        .map_err(|_| D::Error::invalid_length(count, &format!("an array of length {N}").as_str()))
}

/// Lengths for four sides, written like a style sheet's: one for all, two for upright and across, or four from the top clockwise.
#[derive(Clone, Copy, PartialEq, Debug, Default, Deserialize)]
#[serde(try_from = "Vec<Length>")]
pub(super) struct SideLengths(Sides);

impl SideLengths {
    pub(super) fn sides(self) -> Sides {
        self.0
    }
}

/// Why lengths are none of four sides.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub(super) enum SidesError {
    #[error("the sides of a panel are given in mm, in or pt")]
    Share,
    #[error("give one length, two, or four")]
    Count,
}

impl TryFrom<Vec<Length>> for SideLengths {
    type Error = SidesError;

    fn try_from(lengths: Vec<Length>) -> Result<SideLengths, SidesError> {
        let mut fixed = Vec::new();
        for length in lengths {
            match length {
                Length::Abs(length) => fixed.push(length),
                Length::Share(_) => return Err(SidesError::Share),
            }
        }
        match fixed[..] {
            [all] => Ok(SideLengths(Sides::all(all))),
            [upright, across] => {
                Ok(SideLengths(Sides { top: upright, right: across, bottom: upright, left: across }))
            }
            [top, right, bottom, left] => Ok(SideLengths(Sides { top, right, bottom, left })),
            _ => Err(SidesError::Count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_length_is_told_as_one_where_it_can_be_meant() {
        for (written, meant) in [
            ("3", Some("3mm")),
            ("2,5 mm", Some("2.5mm")),
            ("3cm", Some("30mm")),
            ("1/8\"", Some("0.125in")),
            ("0.125 inch", Some("0.125in")),
            ("6 PT", Some("6pt")),
            ("-3mm", None),
            ("wide", None),
            ("1/0", None),
            ("9000", None),
        ] {
            assert_eq!(mended(written).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn a_length_is_a_number_with_a_unit() {
        assert_eq!(Length::parse("72pt"), Some(Length::Abs(Abs::inches(1.0))));
        assert_eq!(Length::parse("50%"), Some(Length::Share(0.5)));
        for wrong in [
            "-5mm", "-50%", "1e4mm", "500%", "12", "mm", "infmm", "nanpt", "1e9mm", "1e308mm", "1e400in",
            "-1e400pt", "1e400%", "12 px", "",
        ] {
            assert_eq!(Length::parse(wrong), None, "{wrong}");
        }
    }
}
