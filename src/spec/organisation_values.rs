//! What the values of an organisation may be. In: a name of a line and its value. Out: what is wrong with it, with a line that may be
//! written in its place.

use super::host::{is_email, is_website};
use super::phone::dialled;
use crate::characters::{is_blank, settled, written};

/// The names of the lines of an organisation.
pub(super) const KEYS: [&str; 7] = ["name", "email", "phone", "website", "logo", "press", "short"];

/// Those that each organisation needs, in the order in which they are written.
pub(super) const NEEDED: [&str; 4] = ["name", "email", "phone", "website"];

/// How addresses begin, and what stands for nothing more.
const STARTS: [&str; 8] =
    ["https:", "http:", "https://www.", "http://www.", "www.", "www", "mailto:", "tel:"];

/// The most characters of a value (H): more is no name, and no line holds it.
const MOST: usize = 200;

/// The most characters of a short name (H): it stands in each file name beside five others.
const LONGEST_SHORT: usize = 40;

/// A line with its value, as it may be written.
pub(super) fn line(key: &str, value: &str) -> String {
    let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    // Straight quotation marks, whatever stands between them.
    format!("{key} = \"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A value that stands for one that nobody has given yet.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "name" => "Our clinic",
        "email" => "mail@example.org",
        "phone" => "604-555-0100",
        "website" => "example.org",
        "press" => "portal",
        "short" => "north-side",
        _ => "logo.svg",
    }
}

/// What is wrong with a value, and what to do.
pub(super) fn fault(key: &str, value: &str) -> Option<(String, String)> {
    if NEEDED.contains(&key) && value.chars().count() > MOST {
        let message = format!("a value of the organisation has more than {MOST} characters");
        return Some((message, "shorten it".to_owned()));
    }
    let (what, how) = match key {
        "name" if is_blank(value) => {
            let help = format!("write the name as readers know it: {}", line(key, example(key)));
            return Some(("the organisation has no name".to_owned(), help));
        }
        "short" if !is_sound(key, value) => {
            let like = mended(key, value).unwrap_or_else(|| example(key).to_owned());
            let help = format!(
                "write at most {LONGEST_SHORT} letters, digits and hyphens, like {}",
                line(key, &like)
            );
            return Some((format!("“{value}” can’t be part of a file’s name"), help));
        }
        // What a backslash and a letter stand for.
        "logo" if value.contains(char::is_control) => {
            let plain = value.replace(['\t', '\n', '\r', '\u{8}', '\u{C}'], "\\x");
            return Some(("a backslash can’t be read in a value".to_owned(), path_help(&plain)));
        }
        "email" => ("e-mail address", "write one address".to_owned()),
        "phone" => (
            "telephone number",
            "write one number, such as +44 20 7946 0958 or 604-555-0100 ext 12, or".to_owned(),
        ),
        "website" => ("website", "write it without https://".to_owned()),
        _ => return None,
    };
    if is_sound(key, value) {
        return None;
    }
    let mended = mended(key, value);
    let home = NEEDED[1..].iter().find(|other| **other != key && is_told(other, value));
    let article = if key == "email" { "an" } else { "a" };
    let bare = written(value).to_lowercase();
    let is_start = !is_blank(value) && (bare.ends_with(':') || STARTS.contains(&bare.trim_end_matches('/')));
    let message = match (dialled(value, None), home) {
        _ if is_start => format!("“{value}” is only how {article} {what} begins: what follows is missing"),
        _ if is_blank(value) => format!("{article} {what} is wanted, and nothing stands here"),
        (_, Some(home)) => format!("“{value}” is no {what}: it belongs to `{home}`"),
        (Err(reason), None) if key == "phone" => format!("“{value}” is no telephone number: {reason}"),
        _ => format!("“{value}” is no {what}"),
    };
    let example = line(key, mended.as_deref().unwrap_or(example(key)));
    let help = match (home, mended.is_some()) {
        _ if is_start => format!("write the whole {what}, without {}: {example}", value.trim()),
        (Some(home), _) => {
            format!("write it as {}, and here {article} {what}: {example}", line(home, value.trim()))
        }
        (None, true) => format!("write {example}"),
        (None, false) => format!("{how}: {example}"),
    };
    Some((message, help))
}

/// How a path of Windows may be written.
pub(super) fn path_help(written: &str) -> String {
    let last = written.trim().rsplit(['\\', '/']).next().unwrap_or_default();
    let last = last.trim_matches(|c: char| c.is_whitespace() || "\"'“”".contains(c));
    let last = if last.is_empty() { example("logo") } else { last };
    format!("write / in its place or, simpler, put the file beside this one: {}", line("logo", last))
}

/// Whether a value can stand where it is.
pub(super) fn is_sound(key: &str, value: &str) -> bool {
    match key {
        "name" => !is_blank(value),
        "email" => is_email(&written(value)),
        "phone" => dialled(value, None).is_ok(),
        "website" => is_website(&written(value)),
        "short" => {
            let text = settled(value);
            let is_plain = |c: char| c.is_alphanumeric() || c == '-';
            !text.is_empty() && text.chars().count() <= LONGEST_SHORT && text.chars().all(is_plain)
        }
        _ => true,
    }
}

/// Whether a value is surely of that kind: a few digits may be anything.
pub(super) fn is_told(key: &str, value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    is_sound(key, value) && (key != "phone" || digits >= 7)
}

/// What was meant by a value that can't stand there.
pub(super) fn mended(key: &str, value: &str) -> Option<String> {
    let value = value.trim().trim_matches(|c| "<>“”„«»‘’\"'".contains(c));
    let candidates = match key {
        "email" => emails(value),
        "phone" => numbers(value),
        "website" => vec![without_scheme(value)],
        "short" => {
            let parts = value.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
            vec![parts.collect::<Vec<_>>().join("-")]
        }
        _ => Vec::new(),
    };
    candidates.into_iter().find(|candidate| is_told(key, candidate))
}

fn emails(value: &str) -> Vec<String> {
    let bare = value.strip_prefix("mailto:").unwrap_or(value);
    let parts = bare.split([',', ';', ' ', '<', '>', '?']).filter(|part| part.contains('@'));
    let closed: String = bare.split_whitespace().collect();
    let told = [" at ", "(at)", "[at]", " (at) ", " [at] "].map(|word| {
        let told: String = bare.replacen(word, "@", 1);
        told.split_whitespace().collect::<String>()
    });
    parts.map(str::to_owned).chain([closed]).chain(told).collect()
}

fn numbers(value: &str) -> Vec<String> {
    let bare = value.strip_prefix("tel:").unwrap_or(value).replace("%20", " ");
    let is_digit = |c: char| c.is_numeric();
    let is_start = |c: char| is_digit(c) || matches!(c, '+' | '(');
    let spanned = |text: &str| {
        let from = text.find(is_start)?;
        let (last, c) = text.char_indices().rfind(|(_, c)| is_digit(*c))?;
        text.get(from..last + c.len_utf8()).map(str::to_owned)
    };
    let parts = [" / ", " or ", ",", ";", " & ", "/"].map(|between| bare.split(between).next());
    let parts = parts.into_iter().flatten().map(str::to_owned);
    let slips = bare.replace(['O', 'o'], "0").replace(['I', 'l'], "1");
    let whole: Vec<String> = [bare.clone()].into_iter().chain(parts).chain([slips]).collect();
    whole.iter().filter_map(|text| spanned(text)).collect()
}

fn without_scheme(value: &str) -> String {
    let rest = value.split_once("//").map_or(value, |(_, rest)| rest);
    rest.trim().trim_end_matches(['/', '.', ',']).replace(' ', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_can_stand_there() {
        for (key, value, meant) in [
            ("website", "https://example.org/", Some("example.org")),
            ("website", "HTTP://www.example.org/a", Some("www.example.org/a")),
            ("website", "www. example.org", Some("www.example.org")),
            ("website", "our website", None),
            ("website", "https://", None),
            ("website", "www.", None),
            ("email", "mailto:a@b.org", Some("a@b.org")),
            ("email", "Ana <a@b.org>", Some("a@b.org")),
            ("email", "a @ b.org", Some("a@b.org")),
            ("email", "hello at example.org", Some("hello@example.org")),
            ("email", "a@b.org, c@d.org", Some("a@b.org")),
            ("email", "ask us", None),
            ("phone", "tel:604-555-0100", Some("604-555-0100")),
            ("phone", "Call 604-555-0100!", Some("604-555-0100")),
            ("phone", "604-555-0100 / 604-555-0101", Some("604-555-0100")),
            ("phone", "604-555-O1OO", Some("604-555-0100")),
            ("phone", "call me", None),
            ("phone", "12", None),
        ] {
            assert_eq!(mended(key, value).as_deref(), meant, "{value}");
            assert!(fault(key, value).is_some(), "{value}");
        }
    }

    #[test]
    fn a_value_in_the_place_of_another_is_told_where_it_belongs() {
        for (key, value, home) in [
            ("phone", "a@b.org", "email = \"a@b.org\""),
            ("email", "604-555-0100", "phone = \"604-555-0100\""),
            ("email", "example.org", "website = \"example.org\""),
            ("website", "a@b.org", "email = \"a@b.org\""),
        ] {
            let (message, help) = fault(key, value).expect("it is wrong");
            assert!(message.contains("it belongs to") && help.contains(home), "{message} {help}");
        }
    }
}
