//! Dates as manifests and presses have them.

/// `YYYY-MM` or `YYYY-MM-DD`, a day that the calendar has, in a year that a leaflet may be of.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, length: usize| {
        let digits = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (year, month, day) = match parts[..] {
        [year, month] => (year, month, "01"),
        [year, month, day] => (year, month, day),
        _ => return false,
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1900..=2199).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_months_or_days() {
        assert!(is_date("2026-11") && is_date("2026-11-23") && is_date("2028-02-29"));
        for wrong in [
            "2026-02-31",
            "2026-02-29",
            "2100-02-29",
            "2026-04-31",
            "0000-01",
            "9999-01",
            "2026",
            "2026-13",
            "2026-11-32",
            "26-11",
            "2026-+1",
            "2026-11-23-1",
            "",
        ] {
            assert!(!is_date(wrong), "{wrong}");
        }
    }
}
