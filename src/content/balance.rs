//! Checks the markup of one pattern as it is written, before anything is put in: each pattern, and each case of a
//! select, has its tags closed within itself.

use std::ops::Range;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::characters::{MOST_FOUND, faults, is_blank, suspects, told, unbalanced, warned};
use crate::content::compose::is_isolate;
use crate::content::context::Context;
use crate::content::file::FluentFile;
use crate::content::markup::{
    LESS, MarkupToken, PLACEABLE, Problem, TAGS, is_sentinel, sentinel, tag_name, tokens,
};
use crate::content::rich::Mark;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// What the check of a pattern's markup found.
pub(super) struct Balance {
    /// What is wrong.
    pub(super) problems: Vec<Diagnostic>,
    /// What may be wrong.
    pub(super) doubts: Vec<Diagnostic>,
}

/// Checks the markup of a pattern, that of its placeables left out.
pub(super) fn check_markup(pattern: &Pattern<&str>, file: &FluentFile, context: &Context<'_>) -> Balance {
    let flat = Flat::new(pattern, file);
    let mut balance = Balance { problems: flat.forbidden_characters(), doubts: flat.doubts() };
    balance.problems.extend(flat.faults());
    let mut open: Vec<Opened> = Vec::new();
    // How many pieces had something to see so far.
    let mut seen = 0;
    // Names of opening tags that were reported: what closes them is not wrong once more.
    let mut excused: Vec<&str> = Vec::new();
    for (range, token) in tokens(&flat.text) {
        if balance.problems.len() >= MOST_FOUND || open.len() >= MOST_FOUND {
            break;
        }
        let span = flat.span(range.clone());
        if let Some(name) = closed_name(&token).filter(|name| open.iter().all(|opened| opened.name != *name))
            && let Some(at) = excused.iter().rposition(|excused| *excused == name)
        {
            excused.remove(at);
            continue;
        }
        match token {
            MarkupToken::Text => seen += usize::from(!is_blank(&flat.text[range])),
            MarkupToken::Entity(character) => seen += usize::from(!character.is_whitespace()),
            MarkupToken::Break => {}
            MarkupToken::Open(mark) => {
                balance.problems.extend(unknown_link(&mark, span, context));
                open.push(Opened { name: tag_name(&mark), span, crossed: None, seen });
            }
            MarkupToken::Close(name) => {
                let link = open.iter().rfind(|opened| name == "a" && opened.name == name);
                let wordless = link.filter(|link| link.seen == seen);
                balance.problems.extend(wordless.map(|link| wordless_link(link.span)));
                balance.problems.extend(close_tag(&mut open, name, span));
            }
            MarkupToken::Wrong(problem) => {
                excused.extend(opened_name(&flat.text[range]));
                balance.problems.push(explain_problem(problem, span));
            }
        }
    }
    balance.problems.extend(open.iter().map(unclosed_tag));
    balance
}

/// The name of the tag that a token closes, known or not.
fn closed_name(token: &MarkupToken) -> Option<&str> {
    match token {
        MarkupToken::Close(name) => Some(name),
        MarkupToken::Wrong(Problem::UnknownTag(name)) => name.strip_prefix('/'),
        _ => None,
    }
}

/// The name of the tag that a piece of text with sentinels was meant to open.
fn opened_name(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(LESS)?;
    let end = inside.find(|c: char| !c.is_alphanumeric()).unwrap_or(inside.len());
    (end > 0).then(|| &inside[..end])
}

/// The text of a pattern with sentinels, and where each of its characters stands in the file.
struct Flat {
    text: String,
    places: Vec<(usize, Span)>,
    forbidden: Vec<(char, Span)>,
    /// Signs of isolates, those that are written by their number too.
    isolates: Vec<(char, Span)>,
}

impl Flat {
    fn new(pattern: &Pattern<&str>, file: &FluentFile) -> Flat {
        let mut flat = Flat { text: String::new(), places: vec![], forbidden: vec![], isolates: vec![] };
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => flat.push_text(value, file.span(value)),
                PatternElement::Placeable { expression } => {
                    if let Expression::Inline(InlineExpression::StringLiteral { value }) = expression {
                        let signs = unescape_unicode_to_string(value);
                        let signs = signs.chars().filter(|&c| is_isolate(c));
                        flat.isolates.extend(signs.map(|sign| (sign, file.span(value))));
                    }
                    let end = flat.places.last().map_or(0, |(_, span)| span.end);
                    flat.push(PLACEABLE, Span::new(file.source, end..end));
                }
            }
        }
        flat
    }

    fn push_text(&mut self, value: &str, place: Span) {
        for (at, character) in value.char_indices() {
            let start = place.start + at;
            let span = Span::new(place.source, start..start + character.len_utf8());
            if is_sentinel(character) {
                // Who mends the first thousand looks again.
                if self.forbidden.len() < MOST_FOUND {
                    self.forbidden.push((character, span));
                }
                self.push(char::REPLACEMENT_CHARACTER, span);
            } else {
                self.push(sentinel(character), span);
            }
            if is_isolate(character) {
                self.isolates.push((character, span));
            }
        }
    }

    fn push(&mut self, character: char, span: Span) {
        self.places.push((self.text.len(), span));
        self.text.push(character);
    }

    /// The place in the file of a piece of the text that is not empty.
    fn span(&self, range: Range<usize>) -> Span {
        let first = self.places.partition_point(|(at, _)| *at < range.start);
        let last = self.places.partition_point(|(at, _)| *at < range.end) - 1;
        let (start, end) = (self.places[first].1, self.places[last].1);
        Span::new(start.source, start.start..end.end.max(start.end))
    }

    /// Characters that can't be meant, and isolates that are open at the end.
    fn faults(&self) -> Vec<Diagnostic> {
        let forbidden = |span: Span| self.forbidden.iter().any(|(_, known)| *known == span);
        let found = faults(&self.text).into_iter().map(|found| (found.fault, self.span(found.range)));
        let told = found.filter(|(_, span)| !forbidden(*span)).map(|(fault, span)| told(&fault, span));
        let signs: String = self.isolates.iter().map(|(sign, _)| *sign).collect();
        let lone = unbalanced(&signs).and_then(|at| self.isolates.get(signs[..at].chars().count()));
        told.chain(lone.map(|(_, span)| lone_isolate(*span))).collect()
    }

    /// Letters that look like others.
    fn doubts(&self) -> Vec<Diagnostic> {
        suspects(&self.text)
            .iter()
            .take(MOST_FOUND)
            .map(|suspect| warned(suspect, self.span(suspect.range.clone())))
            .collect()
    }

    fn forbidden_characters(&self) -> Vec<Diagnostic> {
        self.forbidden.iter().map(|&(character, span)| forbidden_character(character, span)).collect()
    }
}

/// The diagnostic for an isolate without its other end.
fn lone_isolate(span: Span) -> Diagnostic {
    let message = "an isolate is opened and not closed, or closed and not opened";
    let help = "write U+2068 before and U+2069 after the words that run the other way, or take both out";
    Diagnostic::new(Code::ForbiddenCharacter, message).label(span, "this one has no other end").help(help)
}

/// The diagnostic for a character that this program needs for itself.
pub(super) fn forbidden_character(character: char, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::FluentSyntax,
        format!("the character U+{:04X} can't be printed", u32::from(character)),
    )
    .label(span, "here")
    .help("take it out")
}

/// A tag that was opened, and the tag around it that was closed since.
struct Opened {
    name: &'static str,
    span: Span,
    crossed: Option<(&'static str, Span)>,
    /// How many pieces before it had something to see.
    seen: usize,
}

/// Takes the innermost tag of that name off those that are open, and says what is wrong with that.
fn close_tag(open: &mut Vec<Opened>, name: &'static str, span: Span) -> Option<Diagnostic> {
    let Some(at) = open.iter().rposition(|opened| opened.name == name) else {
        let message = format!("the tag </{name}> closes nothing");
        return Some(
            Diagnostic::new(Code::UnclosedTag, message)
                .label(span, "nothing is open here")
                .help(format!("put <{name}> where it should start, or take </{name}> out")),
        );
    };
    let closed = open.remove(at);
    for inner in &mut open[at..] {
        inner.crossed.get_or_insert((name, span));
    }
    let (outer, at) = closed.crossed?;
    let message = format!("the tags <{outer}> and <{name}> overlap");
    Some(
        Diagnostic::new(Code::UnclosedTag, message)
            .label(span, format!("<{name}> is closed here"))
            .label(at, format!("but <{outer}>, which was opened before it, here already"))
            .help(format!("put </{name}> before </{outer}>")),
    )
}

fn unclosed_tag(opened: &Opened) -> Diagnostic {
    let name = opened.name;
    let part = match name {
        "strong" => "the bold part",
        "cite" => "the title",
        "a" => "the link",
        "span" => "the other language",
        _ => "the stressed part",
    };
    Diagnostic::new(Code::UnclosedTag, format!("the tag <{name}> is opened here and not closed"))
        .label(opened.span, "opened here")
        .help(format!("put </{name}> where {part} ends"))
}

/// The diagnostic for a link that shows nothing: nobody finds it, and no reader is told where it leads.
pub(super) fn wordless_link(span: Span) -> Diagnostic {
    Diagnostic::new(Code::EmptyMessage, "a link without words")
        .label(span, "nothing is seen between this tag and its </a>")
        .help("write words between <a …> and </a>, such as { $phone }, or take both tags out")
}

fn unknown_link(mark: &Mark, span: Span, context: &Context<'_>) -> Option<Diagnostic> {
    let Mark::Link(name) = mark else { return None };
    if context.links.contains(name) {
        return None;
    }
    let known: Vec<&str> = context.links.iter().map(String::as_str).collect();
    let help = match known[..] {
        [] => "take the link out: polyleaf.toml gives no addresses".to_owned(),
        _ => format!("the links are {}", known.join(", ")),
    };
    Some(
        Diagnostic::new(Code::UnknownLink, format!("there is no link named `{name}`"))
            .label(span, "no address is known for it")
            .help(help),
    )
}

/// Says why something is no markup, and what to write instead.
fn explain_problem(problem: Problem, span: Span) -> Diagnostic {
    let (code, message, label, help) = match problem {
        Problem::UnknownTag(name) => {
            let help = match name.trim_start_matches('/') {
                "b" => "for bold, write <strong> and </strong>".to_owned(),
                "i" => "write <em> for what is stressed, <cite> for the name of a law or book".to_owned(),
                "p" => "leave an empty line between paragraphs".to_owned(),
                _ => format!("the tags are {TAGS}; to print a <, write &lt;"),
            };
            (Code::UnknownTag, format!("there is no tag <{name}>"), "not known", help)
        }
        Problem::Attributes(name) => {
            let form = match name {
                "a" => {
                    "<a data-l10n-name=\"...\">, with straight quotation marks; its address is in polyleaf.toml"
                }
                "span" => "<span lang=\"...\">, with straight quotation marks",
                "br" => "<br/>",
                "strong" => "<strong>",
                "em" => "<em>",
                _ => "<cite>",
            };
            let message = format!("the tag <{name}> is not written like this");
            (Code::UnknownTag, message, "not understood", format!("write {form}"))
        }
        Problem::NoEnd => {
            let help = "put > at its end; to print a <, write &lt;".to_owned();
            (Code::UnclosedTag, "the tag that starts here has no >".to_owned(), "starts here", help)
        }
        Problem::Placeable => {
            let help = "write the tag out; { and } stand between tags, not in them".to_owned();
            (Code::UnknownTag, "a tag can't hold { and }".to_owned(), "this tag", help)
        }
        Problem::Language(tag) => {
            let help = "write the tag of a language, such as en, fr or zh-Hant".to_owned();
            (Code::LocaleTag, format!("`{tag}` is no language tag"), "in this tag", help)
        }
        Problem::Entity(name) => {
            let help =
                "write the character itself; of these names only &amp; &lt; &gt; &quot; &nbsp; are known";
            (Code::UnknownTag, format!("&{name}; is not known"), "not known", help.to_owned())
        }
    };
    Diagnostic::new(code, message).label(span, label).help(help)
}
