//! Attributes of shapes: lengths, and how many steps an outline has. In: an attribute as it is written. Out: what SVG 1.1
//! says for it, or why it can't be heeded.

use super::value::{Least, length};
use crate::picture::error::{DrawingError, shortened};

/// Attributes that are lengths.
const LENGTHS: &[&str] = &[
    "x",
    "y",
    "width",
    "height",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "x1",
    "y1",
    "x2",
    "y2",
    "fx",
    "fy",
    "fr",
    "refX",
    "refY",
    "markerWidth",
    "markerHeight",
];

/// The value of an attribute that no style sheet stands above; `None` for one that is none of its attribute's.
///
/// # Errors
/// Browsers reckon it out, or it depends on a screen.
pub(super) fn read_attribute(name: &str, value: &str) -> Result<Option<String>, DrawingError> {
    let Some(name) = LENGTHS.iter().find(|known| **known == name) else { return Ok(Some(value.to_owned())) };
    let plain = value.trim();
    if plain == "auto" || plain.starts_with("auto-") {
        return Ok(Some(plain.to_owned()));
    }
    if plain.contains('(') {
        return Err(DrawingError::Declaration { name, value: shortened(value) });
    }
    length(value, Least::None).map_err(|()| DrawingError::Length(shortened(value)))
}

/// The fewest steps that the outline of an attribute has; none where it holds no outline. They are counted before any is
/// made: each takes a hundred times the memory of its letters.
pub(super) fn count_steps(name: &str, value: &str) -> usize {
    match name {
        "points" => Numbers { rest: value }.count() / 2,
        "d" => count_segments(value),
        _ => 0,
    }
}

/// The segments of a path (SVG 2, 9.3); an arc over more than half of its ellipse is of three curves at least.
fn count_segments(path: &str) -> usize {
    let is_command = |c: char| "MmZzLlHhVvCcSsQqTtAa".contains(c);
    let mut count = 0;
    let mut rest = path;
    while let Some(at) = rest.find(is_command) {
        let command = rest.as_bytes()[at].to_ascii_lowercase();
        let after = &rest[at + 1..];
        let end = after.find(is_command).unwrap_or(after.len());
        let own = &after[..end];
        count += match command {
            b'z' => 1,
            b'h' | b'v' => Numbers { rest: own }.count(),
            b'm' | b'l' | b't' => Numbers { rest: own }.count() / 2,
            b'q' | b's' => Numbers { rest: own }.count() / 4,
            b'c' => Numbers { rest: own }.count() / 6,
            _ => count_curves(own),
        };
        rest = &after[end..];
    }
    count
}

/// The curves of arcs. Their flags are written without anything between: `a9 9 0 011 1`.
fn count_curves(arcs: &str) -> usize {
    let mut numbers = Numbers { rest: arcs };
    let mut count = 0;
    while numbers.by_ref().take(3).count() == 3 {
        let is_large = numbers.flag() == Some(true);
        numbers.flag();
        if numbers.by_ref().take(2).count() < 2 {
            break;
        }
        count += if is_large { 3 } else { 1 };
    }
    count
}

/// Numbers with blanks, commas or nothing between: `1-2.5.5`.
struct Numbers<'t> {
    rest: &'t str,
}

impl Numbers<'_> {
    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
    }

    /// A flag of an arc.
    fn flag(&mut self) -> Option<bool> {
        self.skip_blanks();
        let flag = self.rest.chars().next().filter(|c| matches!(c, '0' | '1'))?;
        self.rest = &self.rest[1..];
        Some(flag == '1')
    }
}

impl Iterator for Numbers<'_> {
    type Item = ();

    fn next(&mut self) -> Option<()> {
        self.skip_blanks();
        let (mut has_digit, mut has_point, mut last) = (false, false, 'e');
        let end = self.rest.find(|c: char| {
            let goes_on = match c {
                '0'..='9' => true,
                '.' => !has_point,
                '+' | '-' => matches!(last, 'e' | 'E'),
                'e' | 'E' => has_digit,
                _ => false,
            };
            has_digit |= c.is_ascii_digit();
            has_point |= matches!(c, '.' | 'e' | 'E');
            last = c;
            !goes_on
        });
        self.rest = &self.rest[end.unwrap_or(self.rest.len())..];
        (has_digit && end != Some(0)).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted_as_they_are_written() {
        for (path, steps) in [
            ("M0 0L1 1 2 2z", 4),
            ("m0,0h1v1h-1z", 5),
            ("M1-2.5.5.5", 2),
            ("M1e3-1e-3L5 5", 2),
            ("M0 0C1 1 2 2 3 3 4 4 5 5 6 6", 3),
            ("M0 0q1 1 2 2t3 3s1 1 2 2", 4),
            ("M0 0a9 9 0 1 0 1 1 9 9 0 1 0 1 1", 7),
            ("M0 0a9 9 0 011 1a9,9,0,101,1", 5),
            ("M0 0a9 9 0 0 1", 1),
            ("", 0),
            ("no path", 0),
        ] {
            assert_eq!(count_steps("d", path), steps, "{path}");
        }
        assert_eq!(count_steps("points", "0,0 10,0 10,10"), 3);
        assert_eq!(count_steps("id", "0,0 10,0 10,10"), 0);
    }

    #[test]
    fn what_has_to_be_reckoned_out_is_refused() {
        for value in ["calc(10px + 5%)", "min(1px, 2px)", "round(2.5px)", "var(--a)"] {
            let refused = DrawingError::Declaration { name: "width", value: value.to_owned() };
            assert_eq!(read_attribute("width", value), Err(refused));
        }
        assert_eq!(read_attribute("rx", "auto"), Ok(Some("auto".to_owned())));
        assert_eq!(read_attribute("width", "wide"), Ok(None));
        assert_eq!(read_attribute("viewBox", "0 0 1 1"), Ok(Some("0 0 1 1".to_owned())));
    }
}
