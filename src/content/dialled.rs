//! Telephone numbers as they are printed beside those that their links dial. In: the messages of a language, the addresses of
//! links. Out: the links that print a number and dial another: who reads the paper reaches somebody else.

use std::collections::BTreeMap;

use crate::content::catalog::Catalog;
use crate::content::compare::digit;
use crate::content::rich::Mark;
use crate::source::Span;

/// A link that prints another number than it dials.
#[derive(Clone, PartialEq, Debug)]
pub struct OtherNumber {
    /// The message.
    pub message: String,
    /// Where it stands.
    pub span: Span,
    /// The number as it is printed.
    pub printed: String,
    /// The link’s name.
    pub link: String,
    /// The number that it dials, as `[links]` writes it.
    pub dialled: String,
}

/// The fewest digits that are a number to call, where the link dials no shorter one (H): less are a year, or opening hours.
const FEWEST: usize = 6;

/// The most digits of a country’s code, with the zeros or the 011 that people dial before it.
const CODE: usize = 6;

/// The links of a language that print another number than they dial; `links` are the addresses by their names.
pub fn other_numbers(catalog: &Catalog, links: &BTreeMap<String, String>) -> Vec<OtherNumber> {
    let mut found = Vec::new();
    for (id, text) in catalog.texts() {
        for (range, mark) in &text.marks {
            let Mark::Link(link) = mark else { continue };
            let Some(dialled) = links.get(link).and_then(|address| number_of(address)) else { continue };
            if let Some(printed) = other_number(&text.text[range.clone()], dialled) {
                found.push(OtherNumber {
                    message: id.to_owned(),
                    span: text.span,
                    printed,
                    link: link.clone(),
                    dialled: dialled.to_owned(),
                });
            }
        }
    }
    found
}

/// The number that an address dials, with its extension.
fn number_of(address: &str) -> Option<&str> {
    let (scheme, number) = address.split_once(':')?;
    let dials = ["tel", "sms"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    dials.then(|| number.split('?').next().unwrap_or(number))
}

/// The number among words of a link that is another one than it dials; `None` where one of them is the right one, or none is a
/// number.
fn other_number(words: &str, dialled: &str) -> Option<String> {
    let mut parts = dialled.split(";ext=");
    let main = digits(parts.next().unwrap_or_default().split(';').next().unwrap_or_default());
    let extended = format!("{main}{}", parts.next().map(digits).unwrap_or_default());
    let fewest = main.len().min(FEWEST);
    let numbers: Vec<String> = printed_numbers(words);
    let is_right = |number: &String| is_same(number, &main) || is_same(number, &extended);
    if numbers.iter().any(is_right)
        || is_same(&numbers.iter().map(|number| digits(number)).collect::<String>(), &extended)
    {
        return None;
    }
    numbers.into_iter().find(|number| digits(number).len() >= fewest.max(3))
}

/// Whether a number is the one that is dialled, with or without the code of its country or city.
fn is_same(printed: &str, dialled: &str) -> bool {
    // “+44 (0)20” has the 0 that is dialled within the country.
    let printed = digits(&printed.replace("(0)", ""));
    if printed.is_empty() {
        return false;
    }
    let ends = |number: &str| {
        let is_long = dialled.len().saturating_sub(number.len()) <= CODE && number.len() >= FEWEST;
        dialled.ends_with(number) && (is_long || number.len() == dialled.len())
    };
    // Within a country a 0, 1 or 8 is dialled first, to another one 011 or 00.
    let bare = printed.trim_start_matches("011").trim_start_matches('0');
    let first = printed.strip_prefix(['1', '8']);
    printed == dialled || ends(&printed) || ends(bare) || first.is_some_and(ends)
}

/// The numbers among words: figures with what people write between them, and letters of the keys among them.
fn printed_numbers(words: &str) -> Vec<String> {
    let is_within = |c: char| digit(c).is_some() || " \u{a0}\u{202f}\u{2009}-‐‑–().+・".contains(c);
    let mut found: Vec<String> = Vec::new();
    let mut chars = words.char_indices().peekable();
    while let Some(&(start, first)) = chars.peek() {
        let mut end = start;
        while let Some(&(at, c)) = chars.peek() {
            if !(is_within(c) || end > start && is_keyed(words, at)) {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        if end == start {
            end = start + first.len_utf8();
            chars.next();
        }
        let number = words[start..end]
            .trim_matches(|c: char| digit(c).is_none() && !c.is_ascii_uppercase() && !"(+".contains(c));
        if number.chars().any(|c| digit(c).is_some()) {
            found.push(number.to_owned());
        }
    }
    found
}

/// Whether a capital stands in a word of four and more that are keys: 1-800-FLOWERS.
fn is_keyed(words: &str, at: usize) -> bool {
    let is_key = |c: char| c.is_ascii_uppercase() || c == '-';
    let start = words[..at]
        .rfind(|c| !is_key(c))
        .map_or(0, |end| end + words[end..].chars().next().map_or(0, char::len_utf8));
    let end = words[at..].find(|c| !is_key(c)).map_or(words.len(), |end| at + end);
    words[at..].starts_with(|c: char| c.is_ascii_uppercase())
        && words[start..end].chars().filter(char::is_ascii_uppercase).count() >= 4
}

/// The digits of a number, in whatever script, letters by the keys that they stand on (ITU-T E.161).
fn digits(number: &str) -> String {
    let key = |c: char| match c {
        'A'..='C' => Some(2),
        'D'..='F' => Some(3),
        'G'..='I' => Some(4),
        'J'..='L' => Some(5),
        'M'..='O' => Some(6),
        'P'..='S' => Some(7),
        'T'..='V' => Some(8),
        'W'..='Z' => Some(9),
        _ => digit(c),
    };
    number.chars().filter_map(key).filter_map(|value| char::from_digit(value, 10)).collect()
}

#[cfg(test)]
mod tests {
    use super::other_number;

    #[test]
    fn the_number_that_is_dialled_is_right_however_it_is_written() {
        for (words, dialled) in [
            ("416-555-0107", "+1-416-555-0107"),
            ("(416) 555 0107", "+14165550107"),
            ("Call 416.555.0107 or come by", "+1-416-555-0107"),
            ("+1 416 555 0107", "+1-416-555-0107"),
            ("٤١٦-٥٥٥-٠١٠٧", "+1-416-555-0107"),
            ("๐๒-๑๒๓-๔๕๖๗", "+66-2-123-4567"),
            ("+44 (0)20 7946 0018", "+44-20-7946-0018"),
            ("8 (800) 555-01-07", "+7-800-555-01-07"),
            ("020 7946 0018", "+44-20-7946-0018"),
            ("011 44 20 7946 0018", "+44-20-7946-0018"),
            ("555-0107", "+1-416-555-0107"),
            ("416-555-0107 ext. 12", "+1-416-555-0107;ext=12"),
            ("416-555-0107", "+1-416-555-0107;ext=12"),
            ("1-800-FLOWERS", "+1-800-356-9377"),
            ("911", "911"),
            ("the clinic", "+1-416-555-0107"),
            ("Line 24/7", "+1-416-555-0107"),
            ("open since 2026", "+1-416-555-0107"),
            ("416-555-0109 or 416-555-0107", "+1-416-555-0107"),
        ] {
            assert_eq!(other_number(words, dialled), None, "{words} {dialled}");
        }
    }

    #[test]
    fn another_number_is_told_as_it_is_printed() {
        for (words, dialled, printed) in [
            ("416-555-0108", "+1-416-555-0107", "416-555-0108"),
            ("Call (416) 555-0170.", "+1-416-555-0107", "(416) 555-0170"),
            ("٤١٦-٥٥٥-٠١٠٩", "+1-416-555-0107", "٤١٦-٥٥٥-٠١٠٩"),
            ("211", "911", "211"),
            ("1-800-FLOWERS", "+1-800-356-9378", "1-800-FLOWERS"),
            ("555-0107", "+1-416-555-0170", "555-0107"),
        ] {
            assert_eq!(other_number(words, dialled).as_deref(), Some(printed), "{words} {dialled}");
        }
    }
}
