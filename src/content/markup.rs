//! Reads tags and entities off a text in which the `<`, `>` and `&` of patterns are sentinels: what a variable's
//! value brings in has none, and so is never markup.

use std::borrow::Cow;
use std::ops::Range;

use crate::content::rich::Mark;
use crate::locale::Locale;

/// A `<` that a pattern holds. The four sentinels are noncharacters, which a program may use for itself and no text
/// may hold (Unicode 23.7).
pub(super) const LESS: char = '\u{FDD0}';
/// A `>` that a pattern holds.
pub(super) const GREATER: char = '\u{FDD1}';
/// A `&` that a pattern holds.
pub(super) const AMPERSAND: char = '\u{FDD2}';
/// A placeable, where a pattern is looked at before values are put in.
pub(super) const PLACEABLE: char = '\u{FDD3}';

/// The tags that a message may hold, as a translator writes them.
pub(super) const TAGS: &str =
    "<strong>, <em>, <cite>, <br/>, <a data-l10n-name=\"...\"> and <span lang=\"...\">";

/// Whether it is one of the four sentinels.
pub(super) fn is_sentinel(character: char) -> bool {
    (LESS..=PLACEABLE).contains(&character)
}

/// Puts the sentinels into the text of a pattern.
pub(super) fn with_sentinels(text: &str) -> Cow<'_, str> {
    if text.contains(['<', '>', '&']) {
        Cow::Owned(text.chars().map(sentinel).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The sentinel of a character that markup is made of; any other character as it is.
pub(super) fn sentinel(character: char) -> char {
    match character {
        '<' => LESS,
        '>' => GREATER,
        '&' => AMPERSAND,
        other => other,
    }
}

/// The character that a sentinel stands for; any other character as it is.
pub(super) fn character(sentinel: char) -> char {
    match sentinel {
        LESS => '<',
        GREATER => '>',
        AMPERSAND => '&',
        other => other,
    }
}

/// A piece of a text with sentinels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum MarkupToken {
    /// Text, with the sentinels that make no markup.
    Text,
    /// The character that an entity stands for.
    Entity(char),
    /// A tag that is opened.
    Open(Mark),
    /// A tag that is closed, by its name.
    Close(&'static str),
    /// `<br/>`.
    Break,
    /// What looks like markup and is none.
    Wrong(Problem),
}

/// Why something is no markup.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Problem {
    /// No tag of that name may be used.
    UnknownTag(String),
    /// The tag may be used, but not with this in it.
    Attributes(&'static str),
    /// The tag has no `>`.
    NoEnd,
    /// A placeable stands inside the tag.
    Placeable,
    /// `lang` names no language.
    Language(String),
    /// No entity of that name may be used.
    Entity(String),
}

/// The name of the tag that makes the mark.
pub(super) fn tag_name(mark: &Mark) -> &'static str {
    match mark {
        Mark::Strong => "strong",
        Mark::Em => "em",
        Mark::Cite => "cite",
        Mark::Link(_) => "a",
        Mark::Lang(_) => "span",
    }
}

/// How a translator writes the tag of a mark.
pub(super) fn written_tag(mark: &Mark) -> String {
    match mark {
        Mark::Link(name) => format!("<a data-l10n-name=\"{name}\">"),
        Mark::Lang(tag) => format!("<span lang=\"{tag}\">"),
        Mark::Strong | Mark::Em | Mark::Cite => format!("<{}>", tag_name(mark)),
    }
}

/// The name as the constants of this module spell it, when a tag of that name may be used.
fn allowed(name: &str) -> Option<&'static str> {
    ["strong", "em", "cite", "a", "span", "br"].into_iter().find(|&tag| tag == name)
}

/// Cuts the text into pieces that tile it.
pub(super) fn tokens(text: &str) -> Vec<(Range<usize>, MarkupToken)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let (length, token) = match rest.chars().next() {
            Some(LESS) => tag(rest),
            Some(AMPERSAND) => entity(rest),
            _ => (rest.find([LESS, AMPERSAND]).unwrap_or(rest.len()), MarkupToken::Text),
        };
        tokens.push((at..at + length, token));
        at += length;
    }
    tokens
}

/// The tag that the text starts with, and its length in bytes. A `<` that no letter, `/` or `!` follows is text.
fn tag(text: &str) -> (usize, MarkupToken) {
    let sentinel = LESS.len_utf8();
    let body = &text[sentinel..];
    if !body.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '!')) {
        return (sentinel, MarkupToken::Text);
    }
    let end = body.find([LESS, GREATER]).unwrap_or(body.len());
    if !body[end..].starts_with(GREATER) {
        let name = body.find(|c: char| !c.is_alphanumeric() && c != '/').unwrap_or(body.len());
        return (sentinel + name.max(1), MarkupToken::Wrong(Problem::NoEnd));
    }
    let length = sentinel + end + GREATER.len_utf8();
    (length, inside_tag(&body[..end]).unwrap_or_else(MarkupToken::Wrong))
}

/// Reads what stands between `<` and `>`.
fn inside_tag(inside: &str) -> Result<MarkupToken, Problem> {
    if inside.contains(PLACEABLE) {
        return Err(Problem::Placeable);
    }
    if let Some(name) = inside.strip_prefix('/') {
        let name = name.trim();
        return match allowed(name) {
            Some("br") => Err(Problem::Attributes("br")),
            Some(name) => Ok(MarkupToken::Close(name)),
            None => Err(Problem::UnknownTag(format!("/{name}"))),
        };
    }
    let (inside, empty) = match inside.strip_suffix('/') {
        Some(inside) => (inside, "/"),
        None => (inside, ""),
    };
    let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    match (allowed(name), attributes.trim(), empty) {
        (Some("strong"), "", "") => Ok(MarkupToken::Open(Mark::Strong)),
        (Some("em"), "", "") => Ok(MarkupToken::Open(Mark::Em)),
        (Some("cite"), "", "") => Ok(MarkupToken::Open(Mark::Cite)),
        (Some("br"), "", _) => Ok(MarkupToken::Break),
        (Some("a"), given, "") => {
            let name = attribute(given, "data-l10n-name").ok_or(Problem::Attributes("a"))?;
            Ok(MarkupToken::Open(Mark::Link(name.to_owned())))
        }
        (Some("span"), given, "") => {
            let tag = attribute(given, "lang").ok_or(Problem::Attributes("span"))?;
            let locale = Locale::parse(tag).ok_or_else(|| Problem::Language(tag.to_owned()))?;
            Ok(MarkupToken::Open(Mark::Lang(locale.tag)))
        }
        (Some(name), ..) => Err(Problem::Attributes(name)),
        (None, ..) => Err(Problem::UnknownTag(name.to_owned())),
    }
}

/// The value of the attribute, when it is the only one and is written in straight quotes.
fn attribute<'a>(given: &'a str, name: &str) -> Option<&'a str> {
    let quoted = given.strip_prefix(name)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = quoted.strip_prefix(quote)?.strip_suffix(quote)?;
    let plain = !value.contains(|c| c == quote || is_sentinel(c));
    plain.then_some(value)
}

/// The entity that the text starts with, and its length in bytes. A `&` without a name and `;` is text.
fn entity(text: &str) -> (usize, MarkupToken) {
    let sentinel = AMPERSAND.len_utf8();
    let body = &text[sentinel..];
    let end = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(body.len());
    if end == 0 || !body[end..].starts_with(';') {
        return (sentinel, MarkupToken::Text);
    }
    let token = match &body[..end] {
        "amp" => MarkupToken::Entity('&'),
        "lt" => MarkupToken::Entity('<'),
        "gt" => MarkupToken::Entity('>'),
        "quot" => MarkupToken::Entity('"'),
        "nbsp" => MarkupToken::Entity('\u{A0}'),
        other => MarkupToken::Wrong(Problem::Entity(other.to_owned())),
    };
    (sentinel + end + 1, token)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<MarkupToken> {
        tokens(&with_sentinels(text)).into_iter().map(|(_, token)| token).collect()
    }

    #[test]
    fn tags_and_entities_are_read() {
        let link = MarkupToken::Open(Mark::Link("phone".to_owned()));
        let english = MarkupToken::Open(Mark::Lang("en".to_owned()));
        assert_eq!(
            read("<strong>a</strong>"),
            [MarkupToken::Open(Mark::Strong), MarkupToken::Text, MarkupToken::Close("strong")]
        );
        assert_eq!(read("<a data-l10n-name=\"phone\"></a>"), [link.clone(), MarkupToken::Close("a")]);
        assert_eq!(read("<a\ndata-l10n-name = 'phone' >"), [link]);
        assert_eq!(read("<span lang=\"en\">"), [english]);
        assert_eq!(read("<br/><br /><br>"), [MarkupToken::Break, MarkupToken::Break, MarkupToken::Break]);
        assert_eq!(read("&lt;&nbsp;"), [MarkupToken::Entity('<'), MarkupToken::Entity('\u{A0}')]);
    }

    #[test]
    fn marks_of_arithmetic_are_text() {
        for text in ["3 < 4", "a <3", "x > y", "R&D", "Q & A;", "<", "&"] {
            assert!(read(text).iter().all(|token| *token == MarkupToken::Text), "{text}");
        }
    }

    #[test]
    fn what_is_no_markup_says_why() {
        for (text, problem) in [
            ("<b>", Problem::UnknownTag("b".to_owned())),
            ("</b>", Problem::UnknownTag("/b".to_owned())),
            ("<strong class=\"x\">", Problem::Attributes("strong")),
            ("<a href=\"x\">", Problem::Attributes("a")),
            ("<a data-l10n-name=“x”>", Problem::Attributes("a")),
            ("<strong", Problem::NoEnd),
            ("<a\u{FDD3}>", Problem::Placeable),
            ("<span lang=\"no tag\">", Problem::Language("no tag".to_owned())),
            ("&copy;", Problem::Entity("copy".to_owned())),
        ] {
            assert_eq!(read(text), [MarkupToken::Wrong(problem)], "{text}");
        }
    }
}
