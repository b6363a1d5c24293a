//! Values that are no TOML because they have no quotation marks, or have more behind them. In: what is around the place where the
//! reader stopped. Out: what to write.

use super::examples::{known_line, line_starting};
use super::explained::{Explained, shortened};
use super::scan::Spot;

/// Words for yes and no.
pub(super) fn yes_or_no(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    let word = spot.word();
    let meant = match word.to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" => "true",
        "false" | "no" | "off" | "n" => "false",
        _ => return None,
    };
    let key = spot.key()?;
    let message = format!("`{word}` is not understood as a value");
    let help =
        format!("for yes or no write {key} = {meant}; words stand in quotation marks: {key} = \"{word}\"");
    Some(Explained::new(message, spot.word.clone(), "this value", help))
}

const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/// What starts as a number does and is none.
pub(super) fn number(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    let (word, key) = (spot.word(), spot.key()?);
    let is_start = word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '-'));
    if !is_start {
        return None;
    }
    let plain = word.trim_start_matches('+').replacen(',', ".", 1);
    let plain = match plain.strip_prefix('.') {
        Some(decimals) => format!("0.{decimals}"),
        None => plain.trim_end_matches('.').to_owned(),
    };
    let is_number =
        plain.parse::<f64>().is_ok_and(f64::is_finite) && !plain.starts_with('0') || plain.starts_with("0.");
    let digits = plain.trim_end_matches(|c: char| c.is_alphabetic() || c == '%').trim_end();
    let is_counted = line_starting(key, &DIGITS).is_some_and(|line| known_line(key) == Some(line));
    let is_measured = is_counted && digits != plain && digits.parse::<f64>().is_ok();
    let help = if is_number {
        format!("write it like {key} = {plain}")
    } else if is_measured {
        format!("write the number alone: {key} = {digits}")
    } else {
        format!("anything but a plain number stands in quotation marks: {}", written(Some(key), word))
    };
    Some(Explained::new(format!("`{}` is no number", shortened(word)), spot.word.clone(), "this value", help))
}

/// Something behind a value that is whole.
pub(super) fn behind_value(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    let before = spot.text[spot.line.start..spot.at.min(spot.line.end)].trim_end();
    let is_whole = before.contains('=') && before.ends_with(['"', '\'', ']', '}']) && spot.open.is_empty();
    let rest = spot.at..spot.line.end.max(spot.at);
    let is_more = !spot.text[rest.clone()].trim().is_empty();
    let help = "take it out, or put it within the quotation marks; a remark starts with #";
    (is_whole && is_more).then(|| Explained::new("something stands behind the value", rest, "this", help))
}

/// Words without quotation marks.
pub(super) fn bare_words(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    let word = spot.word();
    let is_bare = !word.is_empty() && !word.starts_with(['"', '\'', '[', '{', '=', ']', '}', ',']);
    let in_list = !spot.open.is_empty() && !word.contains('=');
    let key = spot.key();
    let help = format!(
        "put \" before and after it: {}",
        match key {
            Some(_) => written(key, word),
            None => format!("\"{}\"", shortened(word)),
        }
    );
    (is_bare && (key.is_some() || in_list)).then(|| {
        Explained::new("a value in words needs quotation marks", spot.word.clone(), "this value", help)
    })
}

/// A line with a value in quotation marks.
pub(super) fn written(key: Option<&str>, value: &str) -> String {
    let value = shortened(value);
    match key {
        Some(key) => format!("{key} = \"{value}\""),
        None => format!("\"{value}\""),
    }
}
