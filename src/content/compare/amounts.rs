//! Numbers, telephone numbers and addresses in a text, in any of the forms that languages write them in.

use std::ops::Range;

/// What is counted on to be the same in every language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// An address of mail.
    Mail,
    /// An address of a page.
    Page,
    /// A telephone number.
    Phone,
    /// Any other number.
    Number,
}

impl Kind {
    /// In words, with its article.
    pub(super) fn words(self) -> &'static str {
        match self {
            Kind::Mail => "the e-mail address",
            Kind::Page => "the web address",
            Kind::Phone => "the telephone number",
            Kind::Number => "the number",
        }
    }
}

/// One of them, where it stands.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Amount {
    /// What it is.
    pub(super) kind: Kind,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// What it may mean: “1.234” is one or the other by the language, “7 p.m.” is 7 and 19.
    meanings: Meanings,
}

#[derive(Clone, PartialEq, Debug)]
enum Meanings {
    Name(String),
    Values(Vec<f64>),
}

impl Amount {
    /// Whether both may mean the same.
    pub(super) fn agrees(&self, other: &Amount) -> bool {
        self.kind == other.kind
            && match (&self.meanings, &other.meanings) {
                (Meanings::Name(one), Meanings::Name(two)) => one == two,
                (Meanings::Values(one), Meanings::Values(two)) => one
                    .iter()
                    .any(|value| two.iter().any(|other| (value - other).abs() < 1e-6 * value.abs().max(1.0))),
                _ => false,
            }
    }

    /// Whether it is a number that texts write as a word, too.
    pub(super) fn is_small(&self) -> bool {
        matches!(&self.meanings, Meanings::Values(values) if values.iter().all(|value| *value <= SPELLED))
    }
}

/// The largest number that is commonly written as a word (H).
const SPELLED: f64 = 12.0;

/// All of them in a text, in its order.
pub(super) fn amounts(text: &str) -> Vec<Amount> {
    let mut found = addresses(text);
    let taken: Vec<Range<usize>> = found.iter().map(|amount| amount.range.clone()).collect();
    let is_free = |at: usize| !taken.iter().any(|range| range.contains(&at));
    let mut at = 0;
    while let Some(start) = next_digit(text, at, &is_free) {
        let digits = Digits::read(text, start);
        at = digits.end();
        if text[..start].ends_with(|c: char| c.is_ascii_alphabetic()) {
            // A name, such as H1N1.
            at = digits.groups[0].0.end;
            continue;
        }
        match digits.phone() {
            Some(name) => {
                found.push(Amount { kind: Kind::Phone, range: start..at, meanings: Meanings::Name(name) });
            }
            None => {
                let first = digits.number();
                at = first.range.end;
                found.push(first);
            }
        }
    }
    found.sort_by_key(|amount| amount.range.start);
    found
}

fn next_digit(text: &str, from: usize, is_free: &impl Fn(usize) -> bool) -> Option<usize> {
    let found = text[from..].char_indices().find(|&(at, c)| digit(c).is_some() && is_free(from + at));
    found.map(|(at, _)| from + at)
}

/// The zeros of the digits that texts are written with (Unicode, general category Nd).
const ZEROS: [char; 14] = [
    '0', '\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{BE6}', '\u{C66}', '\u{E50}',
    '\u{ED0}', '\u{1040}', '\u{17E0}', '\u{FF10}',
];

/// The value of a digit of any script.
pub(in crate::content) fn digit(character: char) -> Option<u32> {
    let value = |zero: char| u32::from(character).checked_sub(u32::from(zero)).filter(|value| *value < 10);
    ZEROS.into_iter().find_map(value)
}

/// Addresses of mail and of pages.
fn addresses(text: &str) -> Vec<Amount> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "@.:/-_~%+#?=&".contains(c);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_part).map(|start| at + start) {
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |end| start + end);
        at = end;
        let word = text[start..end].trim_end_matches(['.', ':', '?', '/', '-', '&', '#']);
        if let Some((kind, name)) = address(word) {
            let range = start..start + word.len();
            found.push(Amount { kind, range, meanings: Meanings::Name(name) });
        }
    }
    found
}

/// What a word is an address of, and how it is compared.
fn address(word: &str) -> Option<(Kind, String)> {
    let lower = word.to_ascii_lowercase();
    if let Some((name, host)) = word.split_once('@') {
        return (!name.is_empty() && is_host(&host.to_ascii_lowercase())).then_some((Kind::Mail, lower));
    }
    let bare = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let (host, path) = bare.find('/').map_or((bare, ""), |at| bare.split_at(at));
    let is_plain =
        lower.contains("://") || lower.starts_with("www.") || word[..host.len().min(word.len())] == *host;
    (is_host(host) && is_plain).then(|| (Kind::Page, format!("{host}{path}")))
}

/// Whether it is the name of a machine in the net: at least two labels, the last of letters (RFC 1123, 2.1).
fn is_host(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let is_label =
        |label: &&str| label.len() > 1 && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    labels.len() > 1
        && labels.iter().all(is_label)
        && labels.last().is_some_and(|last| last.chars().all(|c| c.is_ascii_lowercase()))
}

/// Digits with what stands between them, up to a word, a space too many or the end.
struct Digits<'a> {
    text: &'a str,
    start: usize,
    /// Groups of digits: their bytes in the text, and their digits.
    groups: Vec<(Range<usize>, String)>,
}

/// What may stand between the groups of a telephone number.
const DIALLED: &str = " -.()/\u{A0}\u{202F}\u{2009}\u{2010}\u{2011}\u{2013}";

/// What may stand between the groups of a number; after `,` and `.` digits may be decimals.
const GROUPING: &str = ",. '’\u{A0}\u{202F}\u{2009}\u{66C}\u{66B}\u{FF0C}\u{FF0E}";

/// What may stand before decimals.
const POINTS: &str = ",.\u{66B}\u{FF0E}";

impl Digits<'_> {
    fn read(text: &str, start: usize) -> Digits<'_> {
        let mut groups = Vec::new();
        let mut at = start;
        loop {
            let digits: String =
                text[at..].chars().map_while(digit).filter_map(|value| char::from_digit(value, 10)).collect();
            let length: usize =
                text[at..].chars().take_while(|c| digit(*c).is_some()).map(char::len_utf8).sum();
            groups.push((at..at + length, digits));
            let end = at + length;
            let between: String = text[end..].chars().take_while(|c| digit(*c).is_none()).take(3).collect();
            let next = end + between.len();
            let is_joined = between.chars().count() < 3
                && !between.is_empty()
                && text[next..].starts_with(|c| digit(c).is_some())
                && between.chars().all(|c| DIALLED.contains(c) || GROUPING.contains(c));
            if !is_joined {
                return Digits { text, start, groups };
            }
            at = next;
        }
    }

    fn end(&self) -> usize {
        self.groups.last().map_or(self.start, |(range, _)| range.end)
    }

    fn between(&self, index: usize) -> &str {
        &self.text[self.groups[index].0.end..self.groups[index + 1].0.start]
    }

    /// The digits of a telephone number, as they are dialled at home, where it is one: seven and more, in groups that no number and no
    /// date has.
    fn phone(&self) -> Option<String> {
        let digits: String = self.groups.iter().map(|(_, digits)| digits.as_str()).collect();
        let is_dialled =
            (0..self.groups.len() - 1).all(|index| self.between(index).chars().all(|c| DIALLED.contains(c)));
        let lengths: Vec<usize> = self.groups.iter().map(|(_, digits)| digits.len()).collect();
        let is_number = lengths.len() > 1
            && lengths[0] <= 3
            && lengths[1..].iter().all(|length| *length == 3)
            && (0..lengths.len() - 1).all(|index| self.between(index).chars().all(char::is_whitespace));
        let is_date = matches!(lengths[..], [4, 4] | [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4]);
        let is_long = (7..=15).contains(&digits.len());
        let is_phone = is_long && is_dialled && !is_number && !is_date && lengths.len() > 1;
        let is_plain = is_long && lengths.len() == 1 && self.text[..self.start].ends_with(['+', '(']);
        let home = match digits.len() {
            11 if digits.starts_with('1') => digits[1..].to_owned(),
            _ => digits,
        };
        (is_phone || is_plain).then_some(home)
    }

    /// The number at the start; what follows it is another.
    fn number(&self) -> Amount {
        let mut taken = 1;
        while taken < self.groups.len() && self.joins(taken) {
            taken += 1;
        }
        let range = self.start..self.groups[taken - 1].0.end;
        let mut values = self.values(taken);
        let after = self.text[range.end..].trim_start();
        if let Some((_, factor)) = MULTIPLES.iter().find(|(word, _)| after.to_lowercase().starts_with(word)) {
            values.iter_mut().for_each(|value| *value *= factor);
        }
        values.extend(self.other_hours(&values, after));
        values.extend(
            values
                .clone()
                .into_iter()
                .filter(|year| (2400.0..2700.0).contains(year))
                .map(|year| year - BUDDHIST),
        );
        Amount { kind: Kind::Number, range, meanings: Meanings::Values(values) }
    }

    /// Whether a group goes on with the number before it.
    fn joins(&self, index: usize) -> bool {
        let (between, digits) = (self.between(index - 1), self.groups[index].1.as_str());
        let is_one = between.chars().count() == 1 && between.chars().all(|c| GROUPING.contains(c));
        let is_point = between.chars().all(|c| POINTS.contains(c));
        is_one && (digits.len() == 3 || is_point)
    }

    /// What so many groups may mean.
    fn values(&self, taken: usize) -> Vec<f64> {
        let groups: Vec<&str> = self.groups[..taken].iter().map(|(_, digits)| digits.as_str()).collect();
        let whole = groups.concat().parse().ok();
        let (last, before) = groups.split_last().expect("there is a group");
        let decimal = (taken > 1 && self.between(taken - 2).chars().all(|c| POINTS.contains(c)))
            .then(|| format!("{}.{last}", before.concat()).parse().ok())
            .flatten();
        let is_grouped =
            taken > 1 && groups[1..].iter().all(|group| matches!(group.len(), 2 | 3)) && last.len() == 3;
        let whole = whole.filter(|_| taken == 1 || is_grouped);
        whole.into_iter().chain(decimal).collect()
    }

    /// The same hour of a clock of twelve or of twenty-four hours.
    fn other_hours(&self, values: &[f64], after: &str) -> Vec<f64> {
        let [hour] = values[..] else { return vec![] };
        let minutes = |text: &str| {
            text.trim_start_matches(|c: char| c == ':' || digit(c).is_some()).trim_start().to_lowercase()
        };
        let mut rest = minutes(after);
        // In “from 6 to 8 p.m.” both are in the evening.
        let mut to = UNTIL.iter().filter_map(|word| rest.strip_prefix(word)).map(str::trim_start);
        if let Some(end) = to.find(|end| end.starts_with(|c| digit(c).is_some())) {
            rest = minutes(end);
        }
        let is_marked = |marks: &[&str]| marks.iter().any(|mark| rest.starts_with(mark));
        if (1.0..=12.0).contains(&hour) && is_marked(&["p.m", "pm", "p. m"]) {
            return vec![hour + 12.0];
        }
        let is_clock =
            after.starts_with(':') || is_marked(&["h", "시", "点", "點", "時", "น.", "นาฬิกา", "uhr"]);
        if (13.0..=23.0).contains(&hour) && is_clock { vec![hour - 12.0] } else { vec![] }
    }
}

/// What stands between the first and the last hour.
const UNTIL: [&str; 8] = ["to", "till", "until", "and", "-", "–", "—", "~"];

/// How many years the Buddhist calendar of Thailand is ahead.
const BUDDHIST: f64 = 543.0;

/// Words after a number that multiply it, in the languages that are shipped and their neighbours; longer ones first.
const MULTIPLES: [(&str, f64); 24] = [
    ("百万", 1e6),
    ("百萬", 1e6),
    ("백만", 1e6),
    ("千万", 1e7),
    ("千萬", 1e7),
    ("万", 1e4),
    ("萬", 1e4),
    ("만", 1e4),
    ("亿", 1e8),
    ("億", 1e8),
    ("억", 1e8),
    ("千", 1e3),
    ("천", 1e3),
    ("ล้าน", 1e6),
    ("แสน", 1e5),
    ("หมื่น", 1e4),
    ("พัน", 1e3),
    ("million", 1e6),
    ("millón", 1e6),
    ("millones", 1e6),
    ("milyon", 1e6),
    ("milhões", 1e6),
    ("thousand", 1e3),
    ("triệu", 1e6),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        amounts(text).into_iter().map(|amount| (amount.kind, &text[amount.range])).collect()
    }

    #[test]
    fn they_are_found_where_they_stand() {
        assert_eq!(
            kinds(
                "Call 1-800-555-0199 or (604) 555 0100, write to us@help.example.org, see https://example.org/a."
            ),
            [
                (Kind::Phone, "1-800-555-0199"),
                (Kind::Phone, "604) 555 0100"),
                (Kind::Mail, "us@help.example.org"),
                (Kind::Page, "https://example.org/a"),
            ]
        );
        assert_eq!(
            kinds("in 2015 et 2015-2017, 1 000 000 $, H1N1, 9 a.m. e.g. this"),
            [
                (Kind::Number, "2015"),
                (Kind::Number, "2015"),
                (Kind::Number, "2017"),
                (Kind::Number, "1 000 000"),
                (Kind::Number, "9"),
            ]
        );
        assert_eq!(
            kinds("打电话给我们 604-555-0199，或看example.org。"),
            [(Kind::Phone, "604-555-0199"), (Kind::Page, "example.org"),]
        );
    }

    #[test]
    fn the_forms_of_languages_agree() {
        for (one, two) in [
            ("1,234.5", "1.234,5"),
            ("1,234.5", "1 234,5"),
            ("10,000", "1万"),
            ("3 million", "300만"),
            ("2015", "๒๕๕๘"),
            ("2015", "2558"),
            ("7 p.m.", "19 h"),
            ("7:30 pm", "19:30"),
            ("6 to 8 p.m.", "18 a 20 h"),
            ("6–8 pm", "18:00"),
            ("6:30 till 8 p.m.", "18:30"),
            ("15", "１５"),
            ("1,234,567", "12,34,567"),
            ("+1 604 555 0199", "604-555-0199"),
            ("https://www.example.org/", "example.org"),
        ] {
            let [a, b] = [one, two].map(|text| amounts(text).remove(0));
            assert!(a.agrees(&b), "{one} {two}: {a:?} {b:?}");
        }
        for (one, two) in [
            ("11", "12"),
            ("1,000", "10,000"),
            ("604-555-0199", "604-555-0991"),
            ("9 a.m.", "19 h"),
            ("6 to 8 a.m.", "18 a 20 h"),
        ] {
            let [a, b] = [one, two].map(|text| amounts(text).remove(0));
            assert!(!a.agrees(&b), "{one} {two}: {a:?} {b:?}");
        }
    }
}
