//! Inline codes: what of a text is no words. In: a text of Fluent with tags. Out: its words, with placeables and tags as codes that
//! have numbers, those of a translation the numbers of the same codes in its source text.

use crate::content::placeable_length;

/// A part of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part<'a> {
    /// Words.
    Words(&'a str),
    /// A placeable, an empty tag, or a tag without its other half.
    Code(usize, &'a str),
    /// A tag that is opened.
    Open(usize, &'a str),
    /// The tag that closes it, under the same number.
    Close(usize, &'a str),
}

/// A code as it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Words,
    Alone,
    Opening,
    Closing,
}

/// The parts of a text, its codes numbered from 1.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    numbered(text, &mut Vec::new())
}

/// The parts of a source text and of its translation: what is the same code has the same number.
pub(super) fn parts_of_both<'a>(source: &'a str, translation: &'a str) -> [Vec<Part<'a>>; 2] {
    let source = parts(source);
    let mut known: Vec<(usize, &str)> = Vec::new();
    for part in &source {
        if let Part::Code(number, text) | Part::Open(number, text) = part {
            known.push((*number, text));
        }
    }
    let translation = numbered(translation, &mut known);
    [source, translation]
}

fn numbered<'a>(text: &'a str, known: &mut Vec<(usize, &'a str)>) -> Vec<Part<'a>> {
    let pieces = pieces(text);
    let pairs = pairs(&pieces);
    let mut next = known.iter().map(|(number, _)| *number).max().unwrap_or(0) + 1;
    let mut numbers = vec![0; pieces.len()];
    let mut parts = Vec::with_capacity(pieces.len());
    for (at, (kind, piece)) in pieces.iter().enumerate() {
        if *kind == Kind::Words {
            parts.push(Part::Words(piece));
            continue;
        }
        if *kind == Kind::Closing
            && let Some(open) = pairs[at]
        {
            parts.push(Part::Close(numbers[open], piece));
            continue;
        }
        let same = known.iter().position(|(_, text)| text == piece);
        numbers[at] = same.map_or(next, |same| known.remove(same).0);
        next += usize::from(same.is_none());
        parts.push(if pairs[at].is_some() {
            Part::Open(numbers[at], piece)
        } else {
            Part::Code(numbers[at], piece)
        });
    }
    parts
}

/// The other half of each tag.
fn pairs(pieces: &[(Kind, &str)]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; pieces.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, (kind, piece)) in pieces.iter().enumerate() {
        match kind {
            Kind::Opening => open.push(at),
            Kind::Closing => {
                if let Some(other) = open.pop_if(|other| name(pieces[*other].1) == name(piece)) {
                    pairs[at] = Some(other);
                    pairs[other] = Some(at);
                }
            }
            Kind::Words | Kind::Alone => {}
        }
    }
    pairs
}

/// The name of a tag.
fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())]
}

fn pieces(text: &str) -> Vec<(Kind, &str)> {
    let (mut pieces, mut words, mut at) = (Vec::new(), 0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let length = if rest.starts_with('{') { placeable_length(rest) } else { tag(rest) };
        let Some(length) = length else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        if words < at {
            pieces.push((Kind::Words, &text[words..at]));
        }
        let code = &rest[..length];
        pieces.push(match (code.starts_with("</"), code.starts_with('{') || code.ends_with("/>")) {
            (true, _) => (Kind::Closing, code),
            (_, true) => (Kind::Alone, code),
            _ => (Kind::Opening, code),
        });
        at += length;
        words = at;
    }
    if words < at {
        pieces.push((Kind::Words, &text[words..]));
    }
    pieces
}

/// The length of a tag that a text starts with.
fn tag(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<')?;
    let named = inside.strip_prefix('/').unwrap_or(inside);
    let end = inside.find('>')?;
    let is_tag = named.starts_with(|c: char| c.is_ascii_alphabetic()) && !inside[..end].contains(['<', '{']);
    is_tag.then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(parts: &[Part<'_>]) -> String {
        let told = |part: &Part<'_>| match part {
            Part::Words(words) => (*words).to_owned(),
            Part::Code(number, text) => format!("[{number} {text}]"),
            Part::Open(number, text) => format!("[{number}( {text}]"),
            Part::Close(number, text) => format!("[{number}) {text}]"),
        };
        parts.iter().map(told).collect()
    }

    #[test]
    fn codes_are_numbered_and_paired() {
        for (text, parted) in [
            ("plain < 3", "plain < 3"),
            ("<strong>{ $a }</strong> b<br/>", "[1( <strong>][2 { $a }][1) </strong>] b[3 <br/>]"),
            ("<em>a<strong>b</em></strong>", "[1 <em>]a[2( <strong>]b[3 </em>][2) </strong>]"),
            (r#"{"{"} {"#, r#"[1 {"{"}] {"#),
        ] {
            assert_eq!(told(&parts(text)), parted);
        }
    }

    #[test]
    fn a_translation_has_the_numbers_of_its_source() {
        let [_, parts] = parts_of_both("{ $a } <em>{ $b }</em> { $a }", "<em>{ $a }</em> { $b }{ $c }");
        assert_eq!(told(&parts), "[2( <em>][1 { $a }][2) </em>] [3 { $b }][5 { $c }]");
    }
}
