//! Telephone numbers as they are printed beside those that their links dial. In: the messages of a language, the addresses of
//! links. Out: the links that print a number and dial another: who reads the paper reaches somebody else.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

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
    /// The number that it dials.
    pub dialled: String,
}

/// The fewest digits that are a number to call, where the link dials no shorter one (E.164 numbers of small countries have seven with
/// the area); less are opening hours or a year.
const FEWEST: usize = 7;

/// The fewest digits of what is printed of a number without its country and its area (H).
const LEAST_LOCAL: usize = 6;

/// The most groups of digits in a row that are looked at (H): no number has so many.
const MOST_GROUPS: usize = 40;

/// What people write between the groups of a number.
const SIGNS: &str = " \u{a0}\u{202f}\u{2009}\u{3000}-‐‑‒–—−－.．·・/()（）";

/// What is dialled before a number within its country, or to leave it, and is no part of it.
const PREFIXES: [&str; 7] = ["", "0", "1", "8", "06", "00", "011"];

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

/// The number among words of a link that is another one than it dials; `None` where one of them is the right one, or none is
/// surely a number.
fn other_number(words: &str, dialled: &str) -> Option<String> {
    let forms = forms_of(dialled);
    let chains = chains(words);
    let is_right = |chain: &Chain| chain.groups.len() > MOST_GROUPS || chain.has_any(&forms);
    if chains.iter().any(is_right) {
        return None;
    }
    let whole = digits(dialled.split(';').next().unwrap_or_default());
    // A number of three to six digits, such as 911, is meant where it is all that is printed.
    let is_short = |chain: &Chain| whole.len() < FEWEST && chains.len() == 1 && chain.length() >= 3;
    let other = chains.iter().find(|chain| is_short(chain) || chain.is_number());
    other.map(|chain| words[chain.range.clone()].to_owned())
}

/// All ways to print the number that is dialled: with or without its country and its area, and what is dialled before it.
fn forms_of(dialled: &str) -> Forms {
    let mut parts = dialled.split(";ext=");
    let main = parts.next().unwrap_or_default().split(';').next().unwrap_or_default();
    let extension = parts.next().map(digits).unwrap_or_default();
    let groups: Vec<String> = main.split('-').map(digits).filter(|group| !group.is_empty()).collect();
    let whole = groups.concat();
    // Where groups are not told apart, a country's code has up to three digits.
    let starts: Vec<usize> = match groups.len() {
        0 | 1 => (0..=3.min(whole.len())).collect(),
        _ => groups.iter().scan(0, |at, group| Some(std::mem::replace(at, *at + group.len()))).collect(),
    };
    let mut forms = Forms::default();
    let starts = starts.into_iter().enumerate();
    for (at, start) in starts.filter(|(_, start)| *start == 0 || whole.len() - start >= LEAST_LOCAL) {
        let known = if at <= 1 || groups.len() == 1 { &mut forms.whole } else { &mut forms.local };
        for prefix in PREFIXES {
            known.insert(format!("{prefix}{}", &whole[start..]));
            known.insert(format!("{prefix}{}{extension}", &whole[start..]));
        }
    }
    forms
}

/// The ways to print a number.
#[derive(Default)]
struct Forms {
    /// With its area at least: other figures may stand before it, such as those of a line or of a number before it.
    whole: BTreeSet<String>,
    /// Without its area: only where nothing else stands before it, which would be another area.
    local: BTreeSet<String>,
}

/// Groups of digits that stand beside each other as those of a number do.
struct Chain {
    /// The digits of each, letters by the keys that they stand on.
    groups: Vec<String>,
    /// Where they stand among the words, with a + or a bracket before them.
    range: Range<usize>,
    /// Whether a + stands before them.
    is_international: bool,
    /// Whether a word in capitals follows, which may be part of the number: 1 800 222 TIP.
    has_word: bool,
}

impl Chain {
    fn length(&self) -> usize {
        self.groups.iter().map(String::len).sum()
    }

    /// Whether some neighbouring groups are one of these numbers; “(0)” in “+44 (0)20” is passed over.
    fn has_any(&self, forms: &Forms) -> bool {
        let has = |groups: &[&String]| {
            (0..groups.len()).any(|first| {
                let mut number = String::new();
                groups[first..].iter().any(|group| {
                    number.push_str(group);
                    forms.whole.contains(&number) || first == 0 && forms.local.contains(&number)
                })
            })
        };
        let all: Vec<&String> = self.groups.iter().collect();
        let without_zeros: Vec<&String> = self.groups.iter().filter(|group| *group != "0").collect();
        has(&all) || has(&without_zeros)
    }

    /// Whether it surely is a number to call: no date, no opening hours.
    fn is_number(&self) -> bool {
        let lengths: Vec<usize> = self.groups.iter().map(String::len).collect();
        let is_date = matches!(lengths[..], [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4] | [4, 4]);
        let is_time = lengths.len() <= 4 && lengths.iter().all(|length| *length <= 2);
        let is_long = self.is_international && self.length() >= LEAST_LOCAL || self.length() >= FEWEST;
        is_long && !is_date && !is_time && !self.has_word
    }
}

/// The chains of groups among words.
fn chains(words: &str) -> Vec<Chain> {
    let mut found: Vec<Chain> = Vec::new();
    let mut end = 0;
    while let Some((group, range)) = next_group(words, end) {
        let between = &words[end..range.start];
        let goes_on = between.chars().count() <= 3 && between.chars().all(|c| SIGNS.contains(c));
        match found.last_mut().filter(|_| goes_on) {
            Some(chain) => {
                chain.groups.push(group);
                chain.range.end = range.end;
            }
            None => {
                let before = words[end..range.start].trim_end_matches(['(', '（', '+', '＋']);
                let start = end + before.len();
                let is_international = words[start..range.start].contains(['+', '＋']);
                found.push(Chain {
                    groups: vec![group],
                    range: start..range.end,
                    is_international,
                    has_word: false,
                });
            }
        }
        end = range.end;
        let rest = words[end..].trim_start_matches(|c| SIGNS.contains(c));
        let capitals = rest.chars().take_while(char::is_ascii_uppercase).count();
        if let Some(chain) = found.last_mut() {
            chain.has_word = (2..=8).contains(&capitals);
        }
    }
    found
}

/// The next group from a place on: digits, or capitals of the keys straight after a digit or a hyphen, four and more: 1-800-FLOWERS.
fn next_group(words: &str, from: usize) -> Option<(String, Range<usize>)> {
    let start_of = |c: char| digit(c).is_some();
    let start = words[from..].find(|c: char| start_of(c) || c.is_ascii_uppercase()).map(|at| from + at)?;
    let is_digits = words[start..].starts_with(start_of);
    let is_own = |c: char| if is_digits { start_of(c) } else { c.is_ascii_uppercase() };
    let end = words[start..].find(|c| !is_own(c)).map_or(words.len(), |at| start + at);
    let before = words[..start].strip_suffix('-').unwrap_or(&words[..start]);
    let is_keyed = end - start >= 4 && from > 0 && before.len() == from && before.ends_with(start_of);
    if is_digits || is_keyed {
        return Some((digits(&words[start..end]), start..end));
    }
    // A word: what comes after it.
    let after = words[end..].find(start_of).map(|at| end + at)?;
    next_group(words, after).filter(|_| words[after..].starts_with(start_of))
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
            ("1-800-222-TIPS (8477)", "+1-800-222-8477"),
            ("1 800 222 TIP", "+1-800-222-847"),
            ("988 (24/7)", "988"),
            ("416-555-0107 – 24 hours", "+1-416-555-0107"),
            ("01 23 45 67 89 (0,15 €/min)", "+33-1-23-45-67-89"),
            ("0800 111 0 111 (24 h)", "+49-800-1110111"),
            ("416-555-0107 TOLL FREE", "+1-416-555-0107"),
            ("24-HOUR LINE 416-555-0107", "+1-416-555-0107"),
            ("02-123-4567-9", "+66-2-123-4567"),
            ("03-1234-5678・5679", "+81-3-1234-5678"),
            ("０３－１２３４－５６７８", "+81-3-1234-5678"),
            ("028 3823 4567 - 3823 4568", "+84-28-3823-4567"),
            ("030 123456-0", "+49-30-1234560"),
            ("416-555-0107 416-555-0108", "+1-416-555-0107"),
            ("Line 2 (416) 555-0107", "+1-416-555-0107"),
            ("9.00–17.00", "+1-416-555-0107"),
            ("2026-11-28", "+1-416-555-0107"),
            ("8 017 123-45-67", "+375-17-123-45-67"),
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
            ("416−555−0108", "+1-416-555-0107", "416−555−0108"),
            ("０３－１２３４－５６７９", "+81-3-1234-5678", "０３－１２３４－５６７９"),
            ("06·12·34·56·79", "+33-6-12-34-56-78", "06·12·34·56·79"),
            ("855-0107", "+1-416-555-0107", "855-0107"),
            ("155-0107", "+1-416-555-0107", "155-0107"),
            ("16-555-0107", "+1-416-555-0107", "16-555-0107"),
        ] {
            assert_eq!(other_number(words, dialled).as_deref(), Some(printed), "{words} {dialled}");
        }
    }
}
