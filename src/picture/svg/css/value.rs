//! Values of properties by themselves: links, shares, lengths, filters.

/// The id that `url(#…)` leads to, and what follows it.
pub(super) fn link(value: &str) -> Option<(&str, &str)> {
    let inside = value.trim().get(4..)?;
    let (inside, rest) = inside.split_once(')')?;
    let id = inside.trim().trim_matches(['"', '\'']).trim().strip_prefix('#')?;
    let plain = !id.is_empty() && !id.contains(['"', '\'', '(', '#', '<', '&', ';', ' ']);
    plain.then(|| (id, rest.trim()))
}

/// A share from 0 to 1, given as a number or in percent.
pub(super) fn share(value: &str) -> Option<f64> {
    let number = |text: &str| text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    let share = match value.strip_suffix('%') {
        Some(percent) => number(percent)? / 100.0,
        None => number(value)?,
    };
    Some(share.clamp(0.0, 1.0))
}

/// The least length that a property takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Least {
    /// Any.
    None,
    /// Those that are not negative.
    Zero,
}

/// A length in a unit that SVG 1.1 has, where the value is one.
///
/// # Errors
/// It is a length in a unit that SVG 1.1 has not.
pub(super) fn length(value: &str, least: Least) -> Result<Option<String>, ()> {
    let value = value.trim();
    let is_part = |(at, c): &(usize, char)| {
        let exponent = matches!(c, 'e' | 'E')
            && value[at + 1..].trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit());
        c.is_ascii_digit() || matches!(c, '+' | '-' | '.') || exponent
    };
    let digits: usize = value.char_indices().take_while(is_part).map(|(_, c)| c.len_utf8()).sum();
    let (number, unit) = value.split_at(digits);
    let Ok(size) = number.parse::<f64>() else { return Ok(None) };
    if !size.is_finite() || (size < 0.0 && least == Least::Zero) {
        return Ok(None);
    }
    match unit.to_ascii_lowercase().as_str() {
        "" | "px" | "%" | "mm" | "cm" | "in" | "pt" | "pc" | "em" | "ex" => {
            Ok(Some(value.to_ascii_lowercase()))
        }
        // A quarter of a millimetre (CSS Values 4, 6.2).
        "q" => Ok(Some(format!("{}mm", size / 4.0))),
        "rem" | "ch" | "ic" | "lh" | "rlh" | "cap" | "vw" | "vh" | "vi" | "vb" | "vmin" | "vmax" => Err(()),
        _ => Ok(None),
    }
}

/// Whether all functions of a list are filters (Filter Effects 1, 4).
pub(super) fn are_filters(value: &str) -> bool {
    const FILTERS: &[&str] = &[
        "url",
        "blur",
        "brightness",
        "contrast",
        "drop-shadow",
        "grayscale",
        "hue-rotate",
        "invert",
        "opacity",
        "saturate",
        "sepia",
        "rgb",
        "rgba",
        "hsl",
        "hsla",
    ];
    let mut functions =
        value.split('(').map(|before| before.rsplit([' ', ')', ',']).next().unwrap_or_default());
    let last = value.matches('(').count();
    last > 0 && functions.by_ref().take(last).all(|name| FILTERS.contains(&name.trim()))
}
