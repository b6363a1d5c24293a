//! Stretches that a line must not break, or only at places of their own: addresses, phone numbers, dates, numbers with
//! their unit. In: text. Out: ranges. It knows forms, not languages; what it doesn't know, UAX #14 decides.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Never broken: an e-mail address, a phone number, a date, a number with its unit.
    Whole,
    /// A web address: broken after `/` and before `. ? & #`, never with a hyphen.
    Url,
}

/// A stretch with rules of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// Where a web address may break, in bytes of the text; nowhere for other tokens.
    pub fn breaks(&self, text: &str) -> Vec<usize> {
        if self.kind == TokenKind::Whole {
            return Vec::new();
        }
        let range = self.range.clone();
        // Not within `https://` or right after it, and not before the last two characters.
        let host = text[range.clone()].find("//").map_or(range.start, |at| range.start + at + 2);
        let allowed = |at: usize| at > host + 1 && at + 1 < range.end;
        text[range.clone()]
            .char_indices()
            .map(|(at, c)| (range.start + at, c))
            .filter_map(|(at, c)| match c {
                '/' => Some(at + 1),
                '.' | '?' | '&' | '#' => Some(at),
                _ => None,
            })
            .filter(|&at| allowed(at))
            .collect()
    }
}

/// Units that stay with the number before them, a space between.
const UNITS: &[&str] = &[
    "%",
    "‰",
    "°C",
    "°F",
    "€",
    "$",
    "£",
    "mm",
    "cm",
    "m",
    "km",
    "mg",
    "g",
    "kg",
    "ml",
    "l",
    "L",
    "s",
    "min",
    "h",
    "am",
    "pm",
    "a.m.",
    "p.m.",
    "CAD",
    "USD",
    "บาท",
    "ปี",
    "คน",
    "วัน",
];

/// Measure words that stay with the number before them, no space between (clreq 3.1.4).
const MEASURES: &str =
    "年月日时時分秒点點个個名人岁歲元块塊万萬亿億次种種条條项項天周週号號页頁楼樓层層届屆成倍％";

/// The tokens of a text, in order, none overlapping.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let length = match token_at(text, at) {
            Some(token) => {
                let length = token.range.len();
                found.push(token);
                length
            }
            None => text[at..].chars().next().map_or(1, char::len_utf8),
        };
        at += length;
    }
    found
}

/// The token that starts there; only where no word goes on.
fn token_at(text: &str, at: usize) -> Option<Token> {
    let before = text[..at].chars().next_back();
    let first = text[at..].chars().next()?;
    let starts_word = first.is_ascii_alphanumeric() && !before.is_some_and(|c| c.is_ascii_alphanumeric());
    if !starts_word && !matches!(first, '+' | '(') {
        return None;
    }
    let token = |length: usize, kind| Token { range: at..at + length, kind };
    let rest = &text[at..];
    None.or_else(|| email(rest).map(|length| token(length, TokenKind::Whole)))
        .or_else(|| url(rest).map(|length| token(length, TokenKind::Url)))
        .or_else(|| number(rest).map(|length| token(length, TokenKind::Whole)))
}

/// The length of the characters of a class at the start.
fn run(text: &str, class: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !class(c)).unwrap_or(text.len())
}

/// The length of an e-mail address at the start.
fn email(text: &str) -> Option<usize> {
    let local = run(text, |c| c.is_ascii_alphanumeric() || "._%+-".contains(c));
    let domain = text[local..].strip_prefix('@')?;
    let length = run(domain, |c| c.is_ascii_alphanumeric() || ".-".contains(c));
    let name = domain[..length].trim_end_matches(['.', '-']);
    (local > 0 && name.contains('.')).then_some(local + 1 + name.len())
}

/// The length of a web address at the start: with its scheme, with `www.`, or a bare domain.
fn url(text: &str) -> Option<usize> {
    let length = run(text, |c| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c));
    let address = text[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    let schemed = ["http://", "https://", "www."].iter().any(|start| address.starts_with(start));
    (schemed || is_domain(address)).then_some(address.len())
}

/// Whether an address without a scheme is a domain, with or without a path: labels, the last of them letters of one case.
fn is_domain(address: &str) -> bool {
    let host = &address[..address.find(['/', '?', '#']).unwrap_or(address.len())];
    let labels: Vec<&str> = host.split('.').collect();
    let label = |l: &&str| !l.is_empty() && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let last = labels.last().is_some_and(|l| l.len() >= 2 && l.chars().all(|c| c.is_ascii_lowercase()));
    // Initials such as `e.g` and abbreviations such as `St.ga` are none: the name before has three characters or more.
    let name = labels.len() >= 2 && labels[labels.len() - 2].len() >= 3;
    labels.iter().all(label) && last && name
}

/// The length of a number at the start that belongs together: groups of digits with single marks between them (a
/// phone number, a date, thousands), and its unit.
fn number(text: &str) -> Option<usize> {
    let groups = digit_groups(text);
    let bare = run(text, |c| c.is_ascii_digit() || "+()".contains(c));
    let whole = if is_one_number(&text[..groups]) { groups } else { bare };
    let whole = whole.min(text.len());
    if !text[..whole].contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let unit = unit(&text[whole..]).unwrap_or(0);
    let length = whole + unit;
    (unit > 0 || whole > bare).then_some(length)
}

/// The length of digits at the start with single marks or spaces, or a bracket and a space, between groups.
fn digit_groups(text: &str) -> usize {
    let mut end = 0;
    let mut gap = 0;
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' | ')' | '+' | '(' => (end, gap) = (at + c.len_utf8(), 0),
            '-' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2011}' | '–' | '/' | ',' => gap += 1,
            _ => break,
        }
        if gap > 1 {
            break;
        }
    }
    text[..end].trim_end_matches(['(', '+']).trim_end().len()
}

/// Whether groups of digits are one phone number, date or number of thousands: spaces only where all of it is long.
fn is_one_number(groups: &str) -> bool {
    let digits = groups.chars().filter(char::is_ascii_digit).count();
    match groups.contains(' ') {
        true => (7..=15).contains(&digits) || is_thousands(groups),
        false => digits >= 3,
    }
}

/// Whether a number has a space before each three digits: `1 000 000`.
fn is_thousands(groups: &str) -> bool {
    let mut parts = groups.split(' ');
    let head = parts.next().is_some_and(|head| (1..=3).contains(&head.len()));
    head && parts.all(|part| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()))
}

/// The length of a unit that follows a number, the space between included.
fn unit(text: &str) -> Option<usize> {
    if let Some(measure) = text.chars().next().filter(|&c| MEASURES.contains(c)) {
        return Some(measure.len_utf8());
    }
    let rest = text.strip_prefix([' ', '\u{a0}', '\u{202f}'])?;
    let space = text.len() - rest.len();
    let ends = |unit: &str| rest[unit.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    UNITS.iter().filter(|unit| rest.starts_with(**unit) && ends(unit)).map(|unit| space + unit.len()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|token| &text[token.range]).collect()
    }

    #[test]
    fn addresses_and_numbers_are_whole() {
        assert_eq!(found("Call 416-906-3098 or +1 (416) 906 3098."), ["416-906-3098", "+1 (416) 906 3098"]);
        assert_eq!(found("(416) 906-3098"), ["(416) 906-3098"]);
        assert_eq!(found("On 2015-11-03, 03/11/2015: 1 000 000"), ["2015-11-03", "03/11/2015", "1 000 000"]);
        assert_eq!(found("write to a.b@c.org."), ["a.b@c.org"]);
        assert_eq!(found("25 km, 30 %, 11名女性"), ["25 km", "30 %", "11名"]);
    }

    #[test]
    fn plain_numbers_and_abbreviations_are_no_tokens() {
        assert_eq!(found("In 2015, 11 women, e.g. 3 in one."), Vec::<&str>::new());
        assert_eq!(found("1. Recognise"), Vec::<&str>::new());
    }

    #[test]
    fn a_web_address_breaks_after_slashes_and_before_marks() {
        let text = "https://butterflysw.org/help?lang=en#top";
        let [token] = &tokens(text)[..] else { panic!("one token") };
        let mut marked = text.to_owned();
        token.breaks(text).iter().rev().for_each(|&at| marked.insert(at, '|'));
        assert_eq!(marked, "https://butterflysw|.org/|help|?lang=en|#top");
    }
}
