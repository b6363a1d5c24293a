//! What is TOML and not of the shape that a file has. In: the text, what serde says of it, and where. Out: what stands there, what
//! is wanted there, and how to write it.

use std::ops::Range;

use toml::de::DeValue;

use super::examples::{known_line, line_of, line_starting};
use super::explained::{Explained, nearest, shortened};
use super::found::Found;
use super::wanted::{Wanted, standing};

/// Explains why a text of sound TOML is not of the shape asked for; `None` where `why` is a sentence of our own.
pub(super) fn explain(text: &str, why: &str, place: Range<usize>) -> Option<Explained> {
    let found = Found::new(text, place);
    if let Some(rest) = why.strip_prefix("unknown field ") {
        return Some(unknown_name(&found, rest));
    }
    if let Some(rest) = why.strip_prefix("unknown variant ") {
        return Some(unknown_word(&found, rest));
    }
    if let Some(rest) = why.strip_prefix("missing field ") {
        return Some(missing(&found, in_ticks(rest).first().copied().unwrap_or_default()));
    }
    if why.starts_with("duplicate field ") {
        let help = "take one of the two out";
        return Some(Explained::new(
            format!("`{}` stands twice", found.name()),
            found.place,
            "again here",
            help,
        ));
    }
    let is_large = ["as i128", "as u128", "number overflowed", "value was too large"];
    if is_large.iter().any(|sign| why.contains(sign)) {
        return Some(too_large(&found));
    }
    if let Some(rest) = why.strip_prefix("invalid length ") {
        let (_, expected) = rest.split_once(", expected ")?;
        return Some(other_count(&found, expected));
    }
    let kinds = ["invalid type: ", "invalid value: "];
    if kinds.iter().any(|kind| why.starts_with(kind)) {
        let (_, expected) = why.rsplit_once(", expected ")?;
        let wanted = Wanted::read(expected);
        let is_whole = wanted == Wanted::WholeNumber && matches!(found.value, Some(DeValue::Integer(_)));
        let is_large = is_whole && !found.written().starts_with('-');
        return Some(if is_large { too_large(&found) } else { other_kind(&found, &wanted) });
    }
    if why.starts_with("wanted string or table") {
        return Some(other_kind(&found, &Wanted::Word));
    }
    let unnamed = ["data did not match any variant", "expected table", "wanted exactly"];
    unnamed.iter().any(|start| why.starts_with(start)).then(|| other_kind(&found, &Wanted::Known))
}

/// The most names that are listed of those that may stand in a place.
const MOST_NAMED: usize = 14;

/// What stands between back ticks.
pub(super) fn in_ticks(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// What is said of a line that belongs below a heading.
pub(in crate::spec) const NO_HEADING: &str = "no heading above it";

/// A name that no such place has.
fn unknown_name(found: &Found<'_>, rest: &str) -> Explained {
    let names = in_ticks(rest);
    let (name, known) = names.split_first().map_or(("", &[][..]), |(name, known)| (*name, known));
    let place = found.place.clone();
    // What stands above every heading belongs below one.
    let is_loose = found.depth() == 1 && !found.is_heading() && known.contains(&"organisation");
    if is_loose {
        let message = format!("`{name}` stands under no heading");
        let is_of_organisation = ["email", "phone", "website", "logo"].contains(&name)
            || name == "name" && !known.contains(&"project");
        let help = if is_of_organisation {
            format!("write [organisation] in a line of its own above `{name}`")
        } else {
            format!("write the heading that it belongs to in a line of its own above it: {}", headings(known))
        };
        return Explained::new(message, place, NO_HEADING, help);
    }
    // The heading of a manifest, in a press's own file.
    if name == "press" && found.depth() == 1 && known.contains(&"bleed") {
        let help = "take this line out; the lines below it stay as they are";
        return Explained::new("the file of a press has no heading [press]", place, "not needed", help);
    }
    let message = format!("there is no `{}` here", shortened(name));
    let all = match known {
        [] => "nothing more may stand here".to_owned(),
        known if found.depth() == 1 && found.is_heading() => format!("headings are {}", headings(known)),
        known if known.len() > MOST_NAMED => {
            format!("what may stand here is {} and others", known[..MOST_NAMED].join(", "))
        }
        known => format!("what may stand here is {}", known.join(", ")),
    };
    let help = match nearest(name, known) {
        Some(near) if known.len() > MOST_NAMED => format!("did you mean `{near}`?"),
        Some(near) => format!("did you mean `{near}`? {all}"),
        None => format!("take it out, or correct it: {all}"),
    };
    Explained::new(message, place, "not known", help)
}

fn headings(known: &[&str]) -> String {
    let heading = |name: &&str| match known_line(name) {
        None => Some(format!("[{name}]")),
        Some(line) => line.starts_with('[').then(|| line.to_owned()),
    };
    known.iter().filter_map(heading).collect::<Vec<_>>().join(", ")
}

/// A word that is none of those that a value may be.
fn unknown_word(found: &Found<'_>, rest: &str) -> Explained {
    let words = in_ticks(rest);
    let (word, known) = words.split_first().map_or(("", &[][..]), |(word, known)| (*word, known));
    let message = format!("“{}” is nothing that `{}` can be", shortened(word), found.name());
    let help = match nearest(word, known) {
        Some(near) => format!("did you mean \"{near}\"? It is one of {}", known.join(", ")),
        None => format!("write one of {}", known.join(", ")),
    };
    Explained::new(message, found.place.clone(), "this word", help)
}

/// A name that has to stand somewhere and does not.
fn missing(found: &Found<'_>, name: &str) -> Explained {
    let line = line_of(name);
    let (place, inside) = found.table_head();
    let in_braces = inside.starts_with('{');
    let help = if line.starts_with('[') {
        format!("add the heading {line}, with its lines below it")
    } else if in_braces {
        format!("write it between the braces: {{ …, {line} }}")
    } else {
        format!("add a line {line}")
    };
    let message = if in_braces || inside.is_empty() {
        format!("`{name}` is missing here")
    } else {
        format!("`{name}` is missing under {inside}")
    };
    Explained::new(message, place, "it belongs here", help)
}

/// A number of more digits than any number here can have.
fn too_large(found: &Found<'_>) -> Explained {
    let raw = shortened(found.written());
    let name = found.name();
    let help = format!("write fewer digits; in quotation marks it is text: {name} = \"{raw}\"");
    Explained::new(format!("{raw} is too large a number"), found.place.clone(), "this number", help)
}

/// A list of more or fewer values than are wanted.
fn other_count(found: &Found<'_>, expected: &str) -> Explained {
    let count = expected.rsplit(' ').next().and_then(|count| count.parse::<usize>().ok());
    let message = match count {
        Some(count) => format!("`{}` has {count} values, no more and no fewer", found.name()),
        None => format!("`{}` has another number of values", found.name()),
    };
    let help = format!("write it like {}", example(found, &Wanted::Pair(count.unwrap_or_default())));
    Explained::new(message, found.place.clone(), "these", help)
}

/// A value of another kind than is wanted.
fn other_kind(found: &Found<'_>, wanted: &Wanted) -> Explained {
    let name = found.name();
    let is_heading = found.is_heading();
    let stands = match (&found.value, is_heading) {
        (_, true) => "a heading",
        (Some(DeValue::Integer(_)), _) if found.written().starts_with('-') => "a number below 0",
        (Some(value), _) => standing(value),
        (None, _) => "something else",
    };
    // `[leaflet]` and `[[organisation]]`.
    let is_double = is_heading && found.written().starts_with("[[");
    if is_heading && (is_double || matches!(wanted, Wanted::List)) {
        let path = found.path_text();
        let (brackets, right) = if is_double {
            ("two brackets at each side, and one is wanted", format!("[{path}]"))
        } else {
            ("one bracket at each side, and two are wanted", format!("[[{path}]]"))
        };
        let message = format!("the heading of `{name}` has {brackets}");
        return Explained::new(message, found.place.clone(), "this heading", format!("write it as {right}"));
    }
    let message = format!("`{name}` is {stands}, and {} wanted there", wanted.words());
    let help = match found.value.as_ref().and_then(|value| mended(found, value, wanted)) {
        Some((how, line)) => format!("{how}: {line}"),
        None => format!("write it like {}", example(found, wanted)),
    };
    Explained::new(message, found.place.clone(), format!("this is {stands}"), help)
}

/// How the value may be written.
fn example(found: &Found<'_>, wanted: &Wanted) -> String {
    let name = found.name();
    let of_kind =
        if found.is_in_list { line_starting(name, &['[']) } else { line_starting(name, wanted.starts()) };
    match (wanted, of_kind) {
        _ if found.is_within("palette") && *wanted == Wanted::Group => {
            format!("{name} = {{ srgb = \"#5b2a86\", cmyk = [60, 90, 0, 10] }}")
        }
        (_, Some(line)) => line.to_owned(),
        (Wanted::TextOrNumber | Wanted::Told(_) | Wanted::Known, None) => line_of(name),
        _ => format!("{name} = {}", wanted.blank()),
    }
}

/// The unit of the length that stands in a line.
fn unit_of(line: &'static str) -> Option<&'static str> {
    let value = line.split('"').nth(1)?;
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    (unit.len() < value.len() && ["mm", "pt", "in"].contains(&unit)).then_some(unit)
}

/// The value in the form that is wanted, and how it comes to it; `None` where it has none.
fn mended(found: &Found<'_>, value: &DeValue<'_>, wanted: &Wanted) -> Option<(&'static str, String)> {
    let (name, raw) = (found.name(), shortened(found.written()));
    let line = |value: &str| if found.is_in_list { value.to_owned() } else { format!("{name} = {value}") };
    let example =
        if found.is_in_list { line_starting(name, &['[']) } else { line_starting(name, wanted.starts()) };
    match (wanted, value) {
        (Wanted::Text | Wanted::Told(_), DeValue::Integer(_) | DeValue::Float(_))
            if !raw.starts_with('-') && example.is_some_and(|line| unit_of(line).is_some()) =>
        {
            let unit = example.and_then(unit_of)?;
            Some(("write it in quotation marks, with its unit", line(&format!("\"{raw}{unit}\""))))
        }
        (
            Wanted::Text | Wanted::TextOrNumber,
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_),
        ) => Some(("write it in quotation marks", line(&format!("\"{raw}\"")))),
        (Wanted::Text | Wanted::TextOrNumber, DeValue::Array(values)) => {
            let first = values.iter().next()?;
            let one = match first.get_ref() {
                DeValue::String(_) => shortened(found.written_at(first.span())),
                DeValue::Integer(_) | DeValue::Float(_) if *wanted == Wanted::TextOrNumber => {
                    shortened(found.written_at(first.span()))
                }
                _ => "\"…\"".to_owned(),
            };
            Some(("write one value, without [ and ]", line(&one)))
        }
        (Wanted::YesNo, DeValue::String(text)) => {
            let is_no = ["false", "no", "off", "0"].contains(&text.to_lowercase().as_str());
            Some(("write true or false, without quotation marks", line(if is_no { "false" } else { "true" })))
        }
        (Wanted::YesNo, _) => Some(("write true or false", line("true"))),
        (Wanted::Number | Wanted::WholeNumber, DeValue::String(text)) => {
            let number = text.trim().replacen(',', ".", 1);
            let number = number.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%').trim_end();
            let is_number = match wanted {
                Wanted::WholeNumber => number.parse::<u32>().is_ok(),
                _ => number.parse::<f64>().is_ok_and(f64::is_finite),
            };
            is_number.then(|| ("write the number alone, without quotation marks", line(number)))
        }
        (Wanted::WholeNumber, DeValue::Float(_)) => {
            let whole = raw.split('.').next().filter(|whole| whole.parse::<u32>().is_ok())?;
            Some(("write it without a point", line(whole)))
        }
        (Wanted::List, DeValue::String(_)) => {
            let of_texts = example.is_none_or(|line| line.contains("[\""));
            of_texts.then(|| ("write it in brackets", line(&format!("[{raw}]"))))
        }
        _ => None,
    }
}
