//! What a value says in each of its cases, as a reader meets it: words without their tags, with the place of each in its file.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::content::check::key_text;
use crate::content::entries::Entries;
use crate::content::file::FluentFile;
use crate::content::markup::{MarkupToken, sentinel, tag_name, tokens, written_tag};
use crate::content::rich::Mark;
use crate::source::Span;

/// What stands for a variable in what is said: its value is not the translator’s.
pub(super) const VALUE: char = '\u{FFFC}';

/// How many readings of a value are looked at: cases within cases multiply (H).
const MOST_READINGS: usize = 64;

/// How deep references are followed; circles were reported (H).
const DEPTH: usize = 8;

/// How many bytes are said at most: terms within terms multiply (H).
const MOST_SAID: usize = 100_000;

/// What a value says when its selects take certain cases.
#[derive(Clone, Default, Debug)]
pub(super) struct Reading {
    /// The cases that it takes, from the outside in; none where there is nothing to choose.
    pub(super) choices: Vec<Choice>,
    /// Its words; `VALUE` stands for variables.
    pub(super) text: String,
    /// Its tags as they are written, with how many of each there are.
    pub(super) tags: BTreeMap<String, usize>,
    /// The variables that it prints, with those of the messages that it refers to.
    pub(super) shown: BTreeSet<String>,
    /// The messages and terms that it names itself, with where.
    pub(super) references: BTreeMap<String, Span>,
    /// The ranges of words that are marked as of another language.
    pub(super) foreign: Vec<Range<usize>>,
    chunks: Vec<Chunk>,
}

/// A case that a select takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Choice {
    /// What decides, as it is written: `$count`.
    pub(super) selector: String,
    /// The name of the case.
    pub(super) key: String,
    /// Whether it is the one for all else.
    pub(super) is_default: bool,
    /// Where its name is.
    pub(super) span: Span,
}

/// A stretch of words from one place.
#[derive(Clone, Debug)]
struct Chunk {
    /// Where it starts in the words.
    at: usize,
    /// Where it stands. As long as it is in the words, or the whole is meant by each of them.
    span: Span,
}

impl Reading {
    /// Where some of its words stand.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        let place = |at: usize| {
            let index = self.chunks.partition_point(|chunk| chunk.at <= at).checked_sub(1)?;
            let chunk = &self.chunks[index];
            let end = self.chunks.get(index + 1).map_or(self.text.len(), |next| next.at);
            let is_own = end - chunk.at == chunk.span.end - chunk.span.start;
            let start = chunk.span.start + at - chunk.at;
            Some(if is_own { Span::new(chunk.span.source, start..start) } else { chunk.span })
        };
        let first = place(range.start)?;
        let last_char = self.text[range.clone()].chars().next_back().map_or(0, char::len_utf8);
        let last = place(range.end - last_char)?;
        let end = if last.start == last.end { last.start + last_char } else { last.end };
        let is_whole = first.source == last.source && first.start <= end;
        Some(if is_whole { Span::new(first.source, first.start..end) } else { first })
    }

    /// Whether it takes the case for all else wherever there is a choice.
    pub(super) fn is_default(&self) -> bool {
        self.choices.iter().all(|choice| choice.is_default)
    }

    /// The name of the case that it takes by a selector.
    pub(super) fn key(&self, selector: &str) -> Option<&str> {
        let choice = self.choices.iter().find(|choice| choice.selector == selector)?;
        Some(&choice.key)
    }
}

/// What a value says, case by case, the one for all else first.
pub(super) fn readings(pattern: &Pattern<&str>, file: &FluentFile, entries: &Entries<'_>) -> Vec<Reading> {
    let mut readings = vec![Draft::default()];
    Reader { entries, depth: 0 }.pattern(pattern, file, &mut readings);
    let mut readings: Vec<Reading> = readings.into_iter().map(Draft::finish).collect();
    readings.sort_by_key(|reading| !reading.is_default());
    readings
}

/// A reading on its way: its text still holds its tags.
#[derive(Clone, Default)]
struct Draft {
    reading: Reading,
    flat: String,
    chunks: Vec<Chunk>,
}

impl Draft {
    fn push(&mut self, text: &str, span: Span) {
        if self.flat.len() + text.len() <= MOST_SAID {
            self.chunks.push(Chunk { at: self.flat.len(), span });
            self.flat.push_str(text);
        }
    }

    /// Takes the tags out.
    fn finish(self) -> Reading {
        let Draft { mut reading, flat, chunks } = self;
        // Sentinels are longer than what they stand for: what is before them moves.
        let sentinels: String = flat.chars().map(sentinel).collect();
        let mut original = flat.chars();
        let (mut at, mut open): (usize, Vec<usize>) = (0, Vec::new());
        let mut copy = Copier { reading: &mut reading, chunks: &chunks };
        for (range, token) in tokens(&sentinels) {
            let length: usize =
                original.by_ref().take(sentinels[range.clone()].chars().count()).map(char::len_utf8).sum();
            match token {
                MarkupToken::Text => copy.text(&flat[at..at + length], at),
                MarkupToken::Entity(character) => copy.one(character, at..at + length),
                MarkupToken::Break => {
                    copy.one('\n', at..at + length);
                    *copy.reading.tags.entry("<br/>".to_owned()).or_default() += 1;
                }
                MarkupToken::Open(mark) => {
                    *copy.reading.tags.entry(written_tag(&mark)).or_default() += 1;
                    if matches!(mark, Mark::Lang(_)) {
                        open.push(copy.reading.text.len());
                    }
                }
                MarkupToken::Close(name) => {
                    if name == tag_name(&Mark::Lang(String::new()))
                        && let Some(start) = open.pop()
                    {
                        copy.reading.foreign.push(start..copy.reading.text.len());
                    }
                }
                MarkupToken::Wrong(_) => {}
            }
            at += length;
        }
        reading
    }
}

/// Copies words with their places.
struct Copier<'a> {
    reading: &'a mut Reading,
    chunks: &'a [Chunk],
}

impl Copier<'_> {
    /// Words of the flat text from a place on.
    fn text(&mut self, text: &str, at: usize) {
        let end = at + text.len();
        let first = self.chunks.partition_point(|chunk| chunk.at <= at).saturating_sub(1);
        for (index, chunk) in self.chunks.iter().enumerate().skip(first) {
            if chunk.at >= end {
                break;
            }
            let next = self.chunks.get(index + 1).map_or(usize::MAX, |next| next.at);
            let (from, to) = (chunk.at.max(at), next.min(end));
            if from >= to {
                continue;
            }
            let skipped = from - chunk.at;
            let is_own = next == usize::MAX && end - chunk.at <= chunk.span.end - chunk.span.start
                || next.wrapping_sub(chunk.at) == chunk.span.end - chunk.span.start;
            let start = chunk.span.start + skipped;
            let span =
                if is_own { Span::new(chunk.span.source, start..start + to - from) } else { chunk.span };
            self.reading.chunks.push(Chunk { at: self.reading.text.len(), span });
            self.reading.text.push_str(&text[from - at..to - at]);
        }
    }

    /// One character that the flat text spells in another way.
    fn one(&mut self, character: char, range: Range<usize>) {
        let index = self.chunks.partition_point(|chunk| chunk.at <= range.start).saturating_sub(1);
        if let Some(chunk) = self.chunks.get(index) {
            let start = (chunk.span.start + range.start - chunk.at).min(chunk.span.end);
            let span = Span::new(chunk.span.source, start..(start + range.len()).min(chunk.span.end));
            self.reading.chunks.push(Chunk { at: self.reading.text.len(), span });
        }
        self.reading.text.push(character);
    }
}

struct Reader<'a, 'r> {
    entries: &'a Entries<'r>,
    depth: usize,
}

impl Reader<'_, '_> {
    fn pattern(&self, pattern: &Pattern<&str>, file: &FluentFile, drafts: &mut Vec<Draft>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    let span = file.span(value);
                    drafts.iter_mut().for_each(|draft| draft.push(value, span));
                }
                PatternElement::Placeable { expression } => self.expression(expression, file, drafts),
            }
        }
    }

    fn expression(&self, expression: &Expression<&str>, file: &FluentFile, drafts: &mut Vec<Draft>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, file, drafts),
            Expression::Select { selector, variants } => {
                let selector = selector_text(selector);
                let all = self.depth == 0 && drafts.len() * variants.len() <= MOST_READINGS;
                let is_kept = |variant: &&Variant<&str>| variant.default || all;
                let kept: Vec<&Variant<&str>> = variants.iter().filter(is_kept).collect();
                let before = std::mem::take(drafts);
                for variant in kept {
                    let mut branch = before.clone();
                    let key = key_text(&variant.key);
                    let choice = Choice {
                        selector: selector.clone(),
                        key: key.to_owned(),
                        is_default: variant.default,
                        span: file.span(key),
                    };
                    // What was decided once is decided alike again.
                    branch.retain(|draft| draft.reading.key(&selector).is_none_or(|known| known == key));
                    for draft in &mut branch {
                        if self.depth == 0 && draft.reading.key(&selector).is_none() {
                            draft.reading.choices.push(choice.clone());
                        }
                    }
                    self.pattern(&variant.value, file, &mut branch);
                    drafts.extend(branch);
                }
                if drafts.is_empty() {
                    *drafts = before;
                }
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<&str>, file: &FluentFile, drafts: &mut Vec<Draft>) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                let (text, span) = (unescape_unicode_to_string(value), file.span(value));
                // What is quoted is never a tag.
                let text: String = text.chars().map(|c| if sentinel(c) == c { c } else { ' ' }).collect();
                drafts.iter_mut().for_each(|draft| draft.push(&text, span));
            }
            InlineExpression::NumberLiteral { value } => {
                drafts.iter_mut().for_each(|draft| draft.push(value, file.span(value)));
            }
            InlineExpression::VariableReference { id } => show(id.name, file.span(id.name), drafts),
            InlineExpression::FunctionReference { id, arguments } => {
                let shown = arguments.positional.iter().find_map(|argument| match argument {
                    InlineExpression::VariableReference { id } => Some(id.name),
                    _ => None,
                });
                match shown {
                    Some(name) => show(name, file.span(name), drafts),
                    None => drafts.iter_mut().for_each(|draft| draft.push("\u{FFFC}", file.span(id.name))),
                }
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.reference("", id.name, attribute.as_ref().map(|part| part.name), file, drafts);
            }
            InlineExpression::TermReference { id, attribute, .. } => {
                self.reference("-", id.name, attribute.as_ref().map(|part| part.name), file, drafts);
            }
            InlineExpression::Placeable { expression } => self.expression(expression, file, drafts),
        }
    }

    /// What another message or term says in its case for all else.
    fn reference(&self, sign: &str, name: &str, part: Option<&str>, file: &FluentFile, drafts: &mut [Draft]) {
        let key = [sign, name, part.map_or("", |_| "."), part.unwrap_or_default()].concat();
        let span = Span::new(file.source, file.span(name).start - sign.len()..file.span(name).end);
        let used = self.entries.find(&key).map(|at| &self.entries.list[at]).filter(|_| self.depth < DEPTH);
        let said = used.and_then(|entry| {
            let mut said = vec![Draft::default()];
            let reader = Reader { entries: self.entries, depth: self.depth + 1 };
            reader.pattern(entry.pattern?, entry.file, &mut said);
            said.pop()
        });
        for draft in drafts {
            draft.reading.references.entry(key.clone()).or_insert(span);
            match &said {
                Some(said) => {
                    draft.push(&said.flat, span);
                    if sign.is_empty() {
                        draft.reading.shown.extend(said.reading.shown.iter().cloned());
                    }
                }
                None => draft.push("\u{FFFC}", span),
            }
        }
    }
}

fn show(name: &str, span: Span, drafts: &mut [Draft]) {
    for draft in drafts {
        draft.push("\u{FFFC}", span);
        draft.reading.shown.insert(name.to_owned());
    }
}

/// What decides between cases, as it is written.
fn selector_text(selector: &InlineExpression<&str>) -> String {
    match selector {
        InlineExpression::VariableReference { id } => format!("${}", id.name),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.first().map(selector_text).unwrap_or_default()
        }
        InlineExpression::TermReference { id, attribute, .. } => {
            format!("-{}.{}", id.name, attribute.as_ref().map_or("", |part| part.name))
        }
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            (*value).to_owned()
        }
        InlineExpression::MessageReference { id, .. } => id.name.to_owned(),
        InlineExpression::Placeable { .. } => String::new(),
    }
}
