//! Stretches that a line must not break, or only at places of their own: addresses, phone numbers, dates, numbers with
//! their unit, names with their title. In: text. Out: ranges. It knows the words of all languages here at once; what it
//! doesn't know, UAX #14 decides.

use std::ops::Range;

use crate::script::dates::{date, time};
use crate::script::numbers::{amount, number};
use crate::script::references::{name, reference};
use crate::script::scan::{is_currency, is_digit, run};
use crate::script::{is_han, is_thai};

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Never broken, and one thing by itself: an e-mail address, a phone number, a date, a number with its unit.
    Whole,
    /// Never broken, but a part of what is said: a word with the number that it announces, a title with its name.
    Together,
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
        if self.kind != TokenKind::Url {
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

/// How far from its start a date or a reference has a digit at most, in bytes: after the longest of its words and
/// a space (“กุมภาพันธ์ พ.ศ. ”, H).
const FARTHEST: usize = 48;

/// The tokens of a text, in order, none overlapping.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut figure = text.find(is_digit);
    while at < text.len() {
        if figure.is_some_and(|figure| figure < at) {
            figure = text[at..].find(is_digit).map(|next| at + next);
        }
        let near = figure.map(|figure| figure - at).filter(|&distance| distance <= FARTHEST);
        let length = match token_at(text, at, near) {
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

/// The token that starts there; where words have spaces only at the start of one. `near` is how far off the next digit is
/// where it may be of the same token.
fn token_at(text: &str, at: usize, near: Option<usize>) -> Option<Token> {
    let before = text[..at].chars().next_back().unwrap_or(' ');
    let rest = &text[at..];
    let first = rest.chars().next()?;
    let spaced = |c: char| c.is_alphanumeric() && !is_han(c) && !is_thai(c);
    if spaced(before) && spaced(first) {
        return None;
    }
    let ascii = first.is_ascii_alphanumeric();
    let token = |length: usize, kind| Token { range: at..at + length, kind };
    None.or_else(|| email(rest).filter(|_| ascii).map(|length| token(length, TokenKind::Whole)))
        .or_else(|| url(rest).filter(|_| ascii).map(|length| token(length, TokenKind::Url)))
        .or_else(|| phrase(rest, first, near).map(|(length, kind)| token(length, kind)))
}

/// The length of a date, a time, a number, a reference or a title with its name, the longest of them, and which it is.
fn phrase(text: &str, first: char, near: Option<usize>) -> Option<(usize, TokenKind)> {
    let (unit, part) = match first {
        _ if is_digit(first) => ([date(text), time(text), number(text)], None),
        '+' | '(' => ([number(text), None, None], None),
        '第' => ([None; 3], reference(text)),
        _ if is_currency(first) => ([amount(text), None, None], None),
        _ if near.is_some() && (first.is_alphabetic() || first == '№') => {
            ([date(text), time(text), None], reference(text).or_else(|| name(text)))
        }
        _ if first.is_uppercase() => ([None; 3], name(text)),
        _ => return None,
    };
    let units = unit.into_iter().flatten().map(|length| (length, TokenKind::Whole));
    units.chain(part.map(|length| (length, TokenKind::Together))).max_by_key(|found| found.0)
}

/// The most characters of an e-mail address before its `@` (RFC 5321 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// The most characters of a domain (RFC 1035 2.3.4).
const LONGEST_DOMAIN: usize = 255;

/// The length of an e-mail address at the start.
fn email(text: &str) -> Option<usize> {
    let local = short_run(text, LONGEST_LOCAL, |c| c.is_ascii_alphanumeric() || b"._%+-".contains(&c))?;
    let domain = text[local..].strip_prefix('@')?;
    let length = short_run(domain, LONGEST_DOMAIN, |c| c.is_ascii_alphanumeric() || b".-".contains(&c))?;
    let name = domain[..length].trim_end_matches(['.', '-']);
    (local > 0 && name.contains('.')).then_some(local + 1 + name.len())
}

/// The length of the ASCII characters of a class at the start, if there are not more than `most`: a scan that starts at
/// each word of a long run must not read all of it.
fn short_run(text: &str, most: usize, class: impl Fn(u8) -> bool) -> Option<usize> {
    let length = text.bytes().take(most + 1).take_while(|&c| class(c)).count();
    (length <= most).then_some(length)
}

/// The length of a web address at the start: with its scheme, with `www.`, or a bare domain with or without a path.
fn url(text: &str) -> Option<usize> {
    let address = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    // These end a sentence, not an address.
    let ends = |c: char| ".,;:!?'".contains(c);
    let schemed = ["http://", "https://", "www."]
        .iter()
        .any(|start| text.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)));
    if !schemed {
        let host = short_run(text, LONGEST_DOMAIN, |c| c.is_ascii_alphanumeric() || b".-".contains(&c))?;
        let after = &text[host..];
        let path = after.starts_with(['/', '?', '#']);
        let goes_on = !path && after.trim_start_matches(ends).starts_with(address);
        let domain = if path { &text[..host] } else { text[..host].trim_end_matches('.') };
        if goes_on || !is_domain(domain) {
            return None;
        }
    }
    Some(text[..run(text, address)].trim_end_matches(ends).len())
}

/// Whether a host is a domain: labels, the last of them letters of one case.
fn is_domain(host: &str) -> bool {
    let mut labels = host.rsplit('.');
    let last = labels.next().is_some_and(|l| l.len() >= 2 && l.bytes().all(|c| c.is_ascii_lowercase()));
    // Initials such as `e.g` and abbreviations such as `St.ga` are none: the name before has three characters or more (H).
    let name = labels.next().is_some_and(|l| l.len() >= 3);
    last && name && labels.all(|l| !l.is_empty())
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
    fn what_is_kept_together_is_no_unit_by_itself() {
        let kinds = |text: &str| tokens(text).iter().map(|token| token.kind).collect::<Vec<_>>();
        for text in ["Article 12", "Dr. Lam", "No. 5", "第十二条", "S. Lam"] {
            assert_eq!(kinds(text), [TokenKind::Together], "{text}");
        }
        for text in ["November 3, 2015", "$500", "(416) 906-3098", "9:00", "a.b@c.org"] {
            assert_eq!(kinds(text), [TokenKind::Whole], "{text}");
        }
    }

    #[test]
    fn brackets_around_a_token_are_not_of_it() {
        assert_eq!(found("(1,000 شخص) (25 km)"), ["1,000", "25 km"]);
        assert_eq!(found("(call 416-555-0100) (416-555-0101)"), ["416-555-0100", "416-555-0101"]);
    }

    #[test]
    fn plain_numbers_and_abbreviations_are_no_tokens() {
        assert_eq!(found("In 2015, 11 women, e.g. 3 in one."), Vec::<&str>::new());
        assert_eq!(found("1. Recognise"), Vec::<&str>::new());
    }

    #[test]
    fn a_bare_domain_is_an_address_with_its_path_or_none() {
        assert_eq!(
            found("see butterflysw.org, or butterflysw.org/help?"),
            ["butterflysw.org", "butterflysw.org/help"]
        );
        assert_eq!(found("and/or/www.a.org butterflysw.org?a=b."), ["www.a.org", "butterflysw.org?a=b"]);
        assert_eq!(found("butterflysw.org's me@butterflysw and..com St.ga"), Vec::<&str>::new());
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
