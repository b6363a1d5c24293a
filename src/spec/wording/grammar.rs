//! What is no TOML. In: a text, and where its reader stopped and why. Out: what its writer has to mend, which mostly stands
//! before that place: a quotation mark, a bracket, a comma. Each rule looks for one mistake; the first that finds its own tells.

use std::ops::Range;

use super::bare::{bare_words, behind_value, number, written, yes_or_no};
use super::examples::{known_line, line_of};
use super::explained::{Explained, shortened};
use super::scan::Spot;
use crate::characters::is_blank;

type Rule = fn(&Spot<'_>, &str) -> Option<Explained>;

/// From what is surely meant to what may be.
const RULES: [Rule; 17] = [
    unseen,
    curly_quotes,
    backslash,
    unclosed_quote,
    unclosed_bracket,
    quotes_within,
    wide_sign,
    colon,
    foreign_comment,
    repeated,
    comma,
    yes_or_no,
    number,
    behind_value,
    bare_words,
    half_a_line,
    name,
];

/// Explains why a text is no TOML.
pub(super) fn explain(text: &str, why: &str, place: Range<usize>) -> Explained {
    let spot = Spot::new(text, place.start.min(text.len()));
    RULES.iter().find_map(|rule| rule(&spot, why)).unwrap_or_else(|| {
        let help = "a line is a name, = and its value, such as name = \"Our clinic\", or a heading in brackets, such as \
                    [organisation]";
        Explained::new("this is not understood", spot.here(), "here", help)
    })
}

/// A control character, or a blank that only looks like a space.
fn unseen(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    let c = spot.character().filter(|c| !matches!(c, ' ' | '\t' | '\n' | '\r'))?;
    let is_unseen = c.is_control() || is_blank(c.encode_utf8(&mut [0; 4]));
    let message = format!("a character that can’t be seen (U+{:04X}) stands here", u32::from(c));
    let help = "take it out, and type a space in its place where one is meant";
    is_unseen.then(|| Explained::new(message, spot.here(), "here", help))
}

const CURLY: &[char] =
    &['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '‹', '›', '″', '＂', '「', '」', '`', '´'];

/// Quotation marks as text programs type them.
fn curly_quotes(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    let word = spot.word();
    let opens = word.starts_with(CURLY).then_some(spot.word.start);
    let from = spot.unclosed.filter(|quote| spot.line.contains(quote));
    let closes = from.and_then(|from| Some(from + spot.text[from..spot.line.end].rfind(CURLY)?));
    let at = opens.or(closes)?;
    let quote = spot.text[at..].chars().next()?;
    let from = opens.or(from)?;
    let inside =
        spot.text[from..spot.line.end].trim().trim_matches(|c| c == '"' || c == '\'' || CURLY.contains(&c));
    let inside =
        if spot.open.is_empty() { inside } else { word.trim_matches(|c| c == '"' || CURLY.contains(&c)) };
    let key = spot.key().or_else(|| Spot::new(spot.text, from).key());
    let help = format!("type straight quotation marks around a value: {}", written(key, inside));
    let message = format!("the quotation mark {quote} is not the straight one, \"");
    Some(Explained::new(message, at..at + quote.len_utf8(), "this one", help))
}

/// A backslash in a path of Windows.
fn backslash(spot: &Spot<'_>, why: &str) -> Option<Explained> {
    let about =
        ["missing escaped value", "too few unicode", "invalid value, expected unicode", "invalid escape"];
    let is_escape = about.iter().any(|start| why.starts_with(start));
    let before = spot.text[spot.line.start..spot.at.min(spot.line.end)].rfind('\\')?;
    let at = spot.line.start + before;
    let inside = spot.word().trim_matches('"').replace('\\', "/");
    let help = format!("write / in its place: {}", written(spot.key(), &inside));
    is_escape.then(|| Explained::new("a backslash can’t be read in a value", at..at + 1, "this one", help))
}

/// A quotation mark that nothing closes.
fn unclosed_quote(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    let at = spot.unclosed?;
    let opened = Spot::new(spot.text, at);
    let quote = spot.text[at..].chars().next()?;
    let line = &spot.text[at..opened.line.end];
    let end = line.rfind(" #").unwrap_or(line.len());
    let inside = line[..end].trim().trim_matches(quote).trim_end_matches([',', ']', '}', ' ']);
    let help = format!("put a {quote} where the value ends: {}", written(opened.key(), inside));
    Some(Explained::new("a quotation mark is opened and not closed", at..at + 1, "opened here", help))
}

/// Brackets and braces that are not closed, or that close nothing.
fn unclosed_bracket(spot: &Spot<'_>, why: &str) -> Option<Explained> {
    let c = spot.character();
    let Some(&(at, open)) = spot.open.last() else {
        let closing = c.filter(|c| matches!(c, ']' | '}'))?;
        let message = format!("this {closing} closes nothing");
        return Some(Explained::new(
            message,
            spot.here(),
            "here",
            "take it out, or put the other one before the values",
        ));
    };
    let close = if open == '[' { ']' } else { '}' };
    if open == '{' && c == Some('{') && spot.text[at + 1..spot.at].trim().is_empty() {
        let help = "a list of several stands in brackets: [{ … }, { … }]";
        return Some(Explained::new("braces stand directly within braces", at..at + 1, "opened here", help));
    }
    let is_below = at < spot.line.start;
    let is_cut = c.is_none()
        || c.is_some_and(|c| matches!(c, ']' | '}') && c != close)
        || c == Some('{') && open == '{' && (is_below || why.contains("comma"))
        || is_below && (spot.is_heading() || open == '[' && is_assignment(spot.line()));
    let is_heading = !is_below && spot.is_heading() && matches!(c, None | Some('\n' | '\r' | '#'));
    let message = format!("a {open} is opened and not closed");
    let help = match (open, is_heading) {
        (_, true) => format!("put a {close} at the end of the heading"),
        ('[', _) => "put a ] after the last value of the list".to_owned(),
        _ => "put a } after the last value that belongs together".to_owned(),
    };
    let ends = is_cut || is_heading || why.starts_with("unclosed");
    ends.then(|| Explained::new(message, at..at + 1, "opened here", help))
}

fn is_assignment(line: &str) -> bool {
    line.split_once('=').is_some_and(|(name, _)| is_name(name.trim()))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// Quotation marks within a value that has such marks around it.
fn quotes_within(spot: &Spot<'_>, why: &str) -> Option<Explained> {
    let before = spot.text[spot.line.start..spot.at.min(spot.line.end)].trim_end();
    let quote = before.chars().next_back().filter(|c| matches!(c, '"' | '\''))?;
    let starts = spot.character().is_some_and(|c| c.is_alphanumeric());
    let rest = &spot.text[spot.at..spot.line.end];
    let is_within = starts && !why.starts_with("missing comma") && rest.contains(quote);
    let end = spot.line.start + before.len();
    let inside = spot.word().trim_matches(quote);
    let mended = inside.replace('"', "\\\"");
    let help = if quote == '"' {
        format!("put a backslash before each that is part of the value: {}", written(spot.key(), &mended))
    } else {
        format!("put \" around the value: {}", written(spot.key(), &mended))
    };
    is_within.then(|| {
        Explained::new("the value ends here, and words follow", end - 1..end, "this mark ends it", help)
    })
}

/// Signs that keyboards of Chinese and Japanese give.
fn wide_sign(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    const WIDE: [(char, &str); 8] = [
        ('＝', "="),
        ('［', "["),
        ('］', "]"),
        ('｛', "{"),
        ('｝', "}"),
        ('，', ","),
        ('：', "="),
        ('＃', "#"),
    ];
    let (at, wide) = spot.line().char_indices().find(|(_, c)| WIDE.iter().any(|(wide, _)| wide == c))?;
    let plain = WIDE.iter().find(|(known, _)| *known == wide)?.1;
    let at = spot.line.start + at;
    // Within quotation marks it is text.
    let is_text = Spot::new(spot.text, at + wide.len_utf8()).unclosed.is_some();
    let message = format!("the sign {wide} is not the narrow one");
    let help = format!("write {plain} in its place");
    (!is_text).then(|| Explained::new(message, at..at + wide.len_utf8(), "this one", help))
}

/// `name: value`.
fn colon(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    let (name, value) = spot.line().split_once(':')?;
    let name = name.trim().trim_matches(['"', ' ', '{', ',']);
    let at = spot.line.start + spot.line().find(':')?;
    let help = format!(
        "write = in its place: {}",
        written(Some(name), value.trim().trim_matches(['"', ',', '}', ' ']))
    );
    (is_name(name) && !value.starts_with('/'))
        .then(|| Explained::new("a : stands where = is wanted", at..at + 1, "here", help))
}

/// Comments as other languages have them.
fn foreign_comment(spot: &Spot<'_>, _: &str) -> Option<Explained> {
    let line = spot.line().trim_start();
    let sign = ["//", "/*", "--", ";", "<!--", "%"].into_iter().find(|sign| line.starts_with(sign))?;
    let start = spot.line.start + spot.line().len() - line.len();
    let help = "a comment starts with #";
    Some(Explained::new("this line is not understood", start..start + sign.len(), "here", help))
}

/// A name or a heading that stands twice.
fn repeated(spot: &Spot<'_>, why: &str) -> Option<Explained> {
    let line = spot.line();
    let place = if spot.is_heading() { trimmed(spot) } else { name_at(spot) };
    let named = spot.text[place.clone()].to_owned();
    if why.starts_with("duplicate") {
        let message = format!("`{named}` stands twice");
        let help = if line.trim_start().starts_with('[') {
            "put the lines of both under one of them, and take the other out"
        } else {
            "take one of the two out, or write the heading between them that the second belongs under"
        };
        return Some(Explained::new(message, place, "again here", help));
    }
    why.starts_with("cannot extend").then(|| {
        let help = "take one of the two out, or give it another name";
        Explained::new(format!("`{named}` was given before, as something else"), place, "again here", help)
    })
}

fn trimmed(spot: &Spot<'_>) -> Range<usize> {
    let start = spot.line.start + spot.line().len() - spot.line().trim_start().len();
    let line = spot.text[start..spot.line.end].split('#').next().unwrap_or_default().trim_end();
    start..start + line.len()
}

/// The name that starts at the place.
fn name_at(spot: &Spot<'_>) -> Range<usize> {
    let rest = &spot.text[spot.at..spot.line.end.max(spot.at)];
    let end = rest.find(|c: char| c == '=' || c == ']' || c.is_whitespace()).unwrap_or(rest.len());
    spot.at..spot.at + end
}

/// Commas between values: one is missing, or one too many is there.
fn comma(spot: &Spot<'_>, why: &str) -> Option<Explained> {
    if why.starts_with("extra comma") {
        return Some(Explained::new(
            "a comma has no value before it",
            spot.here(),
            "this one",
            "take it out",
        ));
    }
    // `size = 1,5` and `a = 1, b = 2`.
    if spot.open.is_empty() && spot.character() == Some(',') {
        let word = spot.word();
        let number = word.replacen(',', ".", 1);
        let is_number = number.parse::<f64>().is_ok();
        let help = if is_number {
            format!("write a point: {} = {number}", spot.key().unwrap_or("size"))
        } else {
            "start a line of its own for what follows; a list stands in brackets: [\"one\", \"two\"]"
                .to_owned()
        };
        return Some(Explained::new("a comma can’t stand here", spot.here(), "this one", help));
    }
    let missing = why.starts_with("missing comma") && spot.word().starts_with(['"', '\'', '{', '[']);
    let missing =
        missing || why.starts_with("missing comma") && !spot.word().starts_with(|c: char| c.is_alphabetic());
    let help = "put a , between each value and the next: [\"one\", \"two\"] or { role = \"title\", text = \"cover-title\" }";
    (missing || why.starts_with("missing comma between key"))
        .then(|| Explained::new("a comma is missing", spot.here(), "before this", help))
}

/// A name without a value, a value without a name, a line of prose.
fn half_a_line(spot: &Spot<'_>, why: &str) -> Option<Explained> {
    let line = spot.line().split('#').next().unwrap_or_default().trim();
    let whole = trimmed(spot);
    if let Some(value) = line.strip_prefix('=') {
        let help = format!(
            "write what it is before the =: {}",
            written(Some("name"), value.trim().trim_matches('"'))
        );
        return Some(Explained::new("a value has no name", whole, "here", help));
    }
    if let Some(key) = line.strip_suffix('=').map(str::trim).filter(|key| is_name(key)) {
        let help = format!("write its value after the =: {}", line_of(key));
        return Some(Explained::new(format!("`{key}` has no value"), whole, "nothing follows", help));
    }
    if why.starts_with("extra `=`")
        || why.starts_with("extra assignment")
        || why.starts_with("unexpected `=`")
    {
        return Some(Explained::new(
            "an = too many stands here",
            spot.here(),
            "this one",
            "take it out, or put the value in quotation marks",
        ));
    }
    if line.contains('=') || line.starts_with(['[', '"']) || !spot.open.is_empty() {
        return None;
    }
    let (key, value) = line.split_once(' ').unwrap_or((line, ""));
    if is_name(key) && value.trim().starts_with(['"', '\'', '[', '{']) {
        let help = format!("put it between the two: {key} = {}", shortened(value.trim()));
        return Some(Explained::new(format!("a = is missing after `{key}`"), whole, "in this line", help));
    }
    let help = match known_line(line) {
        Some(heading) if heading.starts_with('[') => format!("a heading stands in brackets: {heading}"),
        _ => {
            let example = known_line(key).unwrap_or("name = \"Our clinic\"");
            format!("a line is a name, = and its value: {example}; a remark starts with #")
        }
    };
    Some(Explained::new("this line says neither what it is nor its value", whole, "this line", help))
}

/// Names before `=` and in headings.
fn name(spot: &Spot<'_>, why: &str) -> Option<Explained> {
    let named = spot.line().split('=').next().unwrap_or_default().trim();
    let help = "before the = stands one name of letters a to z, digits and hyphens, without blanks; a heading is one in brackets";
    if spot.is_heading() || spot.line().trim_start().starts_with('[') {
        let label = "in this heading";
        let help = "write a heading in a line of its own, such as [organisation] or [[leaflet]]";
        return Some(Explained::new("this heading is not understood", trimmed(spot), label, help));
    }
    let is_wrong = why.contains("key") && !named.is_empty() && !is_name(named);
    let start = spot.line.start + spot.line().find(named)?;
    is_wrong.then(|| {
        Explained::new(
            format!("`{}` can’t be a name", shortened(named)),
            start..start + named.len(),
            "this name",
            help,
        )
    })
}
