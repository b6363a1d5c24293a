//! Reads one Fluent file. In: its text. Out: its tree, whose slices give places, and what did not parse.

use std::collections::BTreeSet;
use std::ops::Range;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use fluent_syntax::parser::{ErrorKind, ParserError};

use crate::content::cases::with_cases;
use crate::content::odd::{Explained, odd_character};
use crate::content::syntax::explain;
use crate::content::unread::words;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceId, Sources, Span};

/// How many `{` and `(` one message may hold: the parser calls itself for each, and the stack is finite.
const MAX_OPENINGS: usize = 256;

/// A file that was read as far as it could be.
pub(super) struct FluentFile {
    /// Which source it is.
    pub(super) source: SourceId,
    /// Its name.
    pub(super) name: String,
    /// Its tree. The text under it is as long as the source's, byte by byte, so that places agree.
    pub(super) resource: FluentResource,
    /// The tree by which Fluent chooses cases, where there are any to choose by number.
    counting: Option<FluentResource>,
    /// What has a name and did not parse: messages, and terms with their `-`.
    pub(super) broken: Vec<(String, Span)>,
    /// The words in all that did not parse.
    pub(super) words: BTreeSet<String>,
}

impl FluentFile {
    /// Parses a source and reports what is not Fluent.
    pub(super) fn read(source: SourceId, sources: &Sources, diagnostics: &mut Diagnostics) -> FluentFile {
        let text = &sources.get(source).text;
        let (resource, errors) = parse(text);
        let mut broken = Vec::new();
        let mut unread = BTreeSet::new();
        let mut last_end = None;
        let mut problems: Vec<JunkTold> = Vec::new();
        for error in &errors {
            let junk = error.slice.clone().unwrap_or(error.pos.clone());
            unread.extend(words(&text[junk.clone()]).map(str::to_owned));
            let named = entry_name(&text[junk.clone()]).map(|name| junk.start..junk.start + name.len());
            // Lines of prose after a message that did not parse are that message's, and not wrong once more.
            let goes_on = named.is_none() && last_end == Some(junk.start) && is_prose(text, &junk);
            last_end = Some(junk.end);
            if let Some(problem) = problems.last_mut().filter(|_| goes_on) {
                problem.last_line = Some(first_line(text, &junk));
                continue;
            }
            problems
                .push(JunkTold { told: parse_problem(source, text, error, named.clone()), last_line: None });
            broken.extend(named.map(|name| (text[name.clone()].to_owned(), Span::new(source, name))));
        }
        problems.into_iter().for_each(|problem| {
            diagnostics.error(problem.whole(source));
        });
        for lone in crowded_comments(text) {
            diagnostics.warn(crowded_comment(Span::new(source, lone)));
        }
        let counting = with_cases(&resource);
        FluentFile {
            source,
            name: sources.get(source).name.clone(),
            resource,
            counting,
            broken,
            words: unread,
        }
    }

    /// The tree that messages are put together from.
    pub(super) fn printed(&self) -> &FluentResource {
        self.counting.as_ref().unwrap_or(&self.resource)
    }

    /// The place of a slice of the tree.
    pub(super) fn span(&self, slice: &str) -> Span {
        let base = self.resource.source().as_ptr().addr();
        let start = slice.as_ptr().addr().checked_sub(base).expect("slices of the tree borrow its text");
        Span::new(self.source, start..start + slice.len())
    }

    /// Where the entries start, in their order.
    pub(super) fn starts(&self) -> impl Iterator<Item = usize> {
        self.resource.entries().map(|entry| match entry {
            Entry::Message(message) => self.span(message.id.name).start,
            Entry::Term(term) => self.span(term.id.name).start - 1,
            Entry::Junk { content } => self.span(content).start,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {
                unreachable!("the parser for use, not for editing, skips comments")
            }
        })
    }
}

/// Something that did not parse, and where what goes on from it ends.
struct JunkTold {
    told: Diagnostic,
    last_line: Option<Range<usize>>,
}

impl JunkTold {
    fn whole(self, source: SourceId) -> Diagnostic {
        let JunkTold { mut told, last_line } = self;
        told.labels.extend(last_line.map(|line| (Span::new(source, line), "down to here".to_owned())));
        told
    }
}

/// Whether what did not parse may go on from what stands before it: no blank line parts the two, and no part such as `.title = …`
/// stands below its line.
fn is_prose(text: &str, junk: &Range<usize>) -> bool {
    let is_parted = text[..junk.start].lines().next_back().is_some_and(|line| line.trim().is_empty());
    let below = text[junk.clone()].split_once('\n').map_or("", |(_, below)| below.trim_start_matches(' '));
    !is_parted && !below.starts_with('.')
}

/// The first line of a stretch, without its end.
fn first_line(text: &str, stretch: &Range<usize>) -> Range<usize> {
    let line = text[stretch.clone()].lines().next().unwrap_or_default();
    stretch.start..stretch.start + line.len()
}

/// The signs of comments that no space follows (Fluent 1.0, CommentLine).
fn crowded_comments(text: &str) -> impl Iterator<Item = Range<usize>> {
    let lines = text.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some((*end - line.len(), line))
    });
    lines.filter_map(|(start, line)| {
        let rest = line.trim_start_matches('#');
        let signs = line.len() - rest.len();
        let is_comment = signs <= 3 && rest.starts_with([' ', '\r', '\n']) || rest.is_empty();
        (signs > 0 && !is_comment).then_some(start..start + signs)
    })
}

fn crowded_comment(place: Span) -> Diagnostic {
    Diagnostic::new(Code::CrowdedComment, "no space follows the # of a comment")
        .label(place, "this sign")
        .help("write a space after it, and no more than three #: other programs take the line for a fault")
}

/// The diagnostic for something that did not parse.
fn parse_problem(
    source: SourceId,
    text: &str,
    error: &ParserError,
    named: Option<Range<usize>>,
) -> Diagnostic {
    let name = named.map(|range| (range.clone(), &text[range]));
    if let (
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. },
        Some((range, name)),
    ) = (&error.kind, name)
    {
        // The text may stand on the next line, which starts with what nobody sees.
        let next = range.end + text[range.end..].find('\n').map_or(0, |end| end + 1);
        let odd = text[next..].starts_with(|c: char| c.is_whitespace() && !matches!(c, ' ' | '\n' | '\r'));
        if let Some(odd) = odd_character(text, next).filter(|_| odd) {
            return told(source, odd);
        }
        return Diagnostic::new(Code::EmptyMessage, format!("`{name}` is empty"))
            .label(Span::new(source, range), "no text follows")
            .help("write its text after the `=`; each further line of it starts with a space");
    }
    let at = error.pos.start;
    if is_opening(text, at)
        && matches!(error.kind, ErrorKind::ExpectedInlineExpression | ErrorKind::UnbalancedClosingBrace)
    {
        return Diagnostic::new(
            Code::FluentSyntax,
            format!("more than {MAX_OPENINGS} braces in one message"),
        )
        .label(Span::new(source, at..at + 1), "one too many")
        .help("split the message into several");
    }
    told(source, explain(text, error))
}

fn told(source: SourceId, explained: Explained) -> Diagnostic {
    Diagnostic::new(Code::FluentSyntax, explained.message)
        .label(Span::new(source, explained.place), explained.label)
        .help(explained.help)
}

fn is_opening(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at), Some(b'{' | b'('))
}

/// The name with which a line starts that defines a message or, with its `-`, a term.
fn entry_name(line: &str) -> Option<&str> {
    let name = line.strip_prefix('-').unwrap_or(line);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(name.len());
    let defines = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name[end..].trim_start_matches(' ').starts_with('=');
    defines.then(|| &line[..line.len() - name.len() + end])
}

/// A change to a text that keeps its length: from which byte, and what is written there instead.
struct Overwrite {
    at: usize,
    instead: String,
}

/// Parses a text on which the parser itself would fail too, for it cuts characters in two after `\u` and has no
/// bound on its stack.
pub(super) fn parse(text: &str) -> (FluentResource, Vec<ParserError>) {
    let bom = text.starts_with('\u{FEFF}').then(|| Overwrite { at: 0, instead: "\n\n\n".to_owned() });
    let mut traps: Vec<Overwrite> = escapes(text).chain(openings(text)).collect();
    traps.sort_by_key(|edit| edit.at);
    traps.dedup_by_key(|edit| edit.at);
    let edited = apply_edits(text, bom.iter().chain(&traps));
    if traps.is_empty() {
        return try_parse(edited);
    }
    // Only where the parser stumbled over an edit was the original a trap; elsewhere it is text, and stays.
    let (_, errors) = try_parse(edited);
    let errors: BTreeSet<usize> = errors.iter().map(|error| error.pos.start).collect();
    let stumbled = |edit: &&Overwrite| errors.contains(&edit.at);
    try_parse(apply_edits(text, bom.iter().chain(traps.iter().filter(stumbled))))
}

fn try_parse(text: String) -> (FluentResource, Vec<ParserError>) {
    match FluentResource::try_new(text) {
        Ok(resource) => (resource, vec![]),
        Err((resource, errors)) => (resource, errors),
    }
}

/// The text with the edits made, which stand in their order.
fn apply_edits<'a>(text: &str, edits: impl Iterator<Item = &'a Overwrite>) -> String {
    let mut edited = String::with_capacity(text.len());
    for edit in edits {
        edited.push_str(&text[edited.len()..edit.at]);
        edited.push_str(&edit.instead);
    }
    edited.push_str(&text[edited.len()..]);
    edited
}

/// Characters of several bytes where the parser looks for a digit of `\uXXXX` or `\UXXXXXX`.
fn escapes(text: &str) -> impl Iterator<Item = Overwrite> {
    text.match_indices("\\u")
        .map(|(at, _)| (at, 4))
        .chain(text.match_indices("\\U").map(|(at, _)| (at, 6)))
        .filter_map(|(at, digits)| {
            let mut rest = text[at + 2..].char_indices().take(digits);
            let (end, stop) = rest.find(|(_, c)| !c.is_ascii_hexdigit())?;
            let instead = "?".repeat(stop.len_utf8());
            (stop.len_utf8() > 1).then_some(Overwrite { at: at + 2 + end, instead })
        })
}

/// Openings of a message after its first `MAX_OPENINGS`, which become something that the parser stops at.
fn openings(text: &str) -> impl Iterator<Item = Overwrite> {
    let mut line_start = 0;
    let mut count = 0;
    text.split_inclusive('\n').flat_map(move |line| {
        let start = line_start;
        line_start += line.len();
        // The parser passes no line that starts like this without being done with the entry before.
        if line.starts_with('#') || entry_name(line).is_some() {
            count = 0;
        }
        let mut edits = Vec::new();
        for (at, opening) in line.match_indices(['{', '(']) {
            count += 1;
            if count > MAX_OPENINGS {
                let instead = if opening == "{" { "}" } else { "!" };
                edits.push(Overwrite { at: start + at, instead: instead.to_owned() });
            }
        }
        edits
    })
}
