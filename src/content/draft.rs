//! What a translator starts from. In: a file of the source language, and the same file of a translation, if there is one. Out: the
//! translation's file with what it lacks: each message as a comment, its text in the source language above a line `# name =` that is left to fill.
//!
//! Comments are Fluent, so that a half-done file can be read; and they are no messages, so that what is not filled in is told as missing,
//! and never printed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::content::entries::Entries;
use crate::content::file::FluentFile;
use crate::content::template::template;
use crate::diag::Diagnostics;
use crate::locale::Locale;
use crate::source::{SourceId, Sources};

/// What a file of a translation becomes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Its text.
    pub text: String,
    /// The messages and terms that were added, left to fill.
    pub added: Vec<String>,
}

/// A translation and the language that it is made from.
#[derive(Clone, Copy, Debug)]
pub struct Drafting<'a> {
    /// The source language.
    pub original: &'a Locale,
    /// The language of the translation.
    pub locale: &'a Locale,
    /// All texts.
    pub sources: &'a Sources,
}

/// A message or term in a file.
struct Part {
    /// Its name, a term's with its `-`.
    name: String,
    /// From its name to its end, attributes and all.
    whole: Range<usize>,
}

/// The names that files of a translation hold: as messages and terms, in what can't be read, and in lines `# name =` left to fill.
pub fn known_names(files: &[SourceId], sources: &Sources) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for &source in files {
        let mut unheard = Diagnostics::default();
        let file = [FluentFile::read(source, sources, &mut unheard)];
        names.extend(Entries::collect(&file, &mut unheard).list.into_iter().map(|entry| entry.key));
        names.extend(file[0].words.iter().cloned());
        names.extend(left_to_fill(&sources.get(source).text).into_iter().map(|part| part.name));
    }
    names
}

impl Drafting<'_> {
    /// A file of a translation with texts that it lacks: where they wait as comments in their place, the others beside their neighbours in
    /// the source language. A file that there is not yet has the source language's comments, and these texts alone.
    pub fn filled(
        &self,
        original: SourceId,
        own: Option<SourceId>,
        texts: &BTreeMap<String, String>,
    ) -> Draft {
        let (text, file) = self.read(original);
        let mut known: BTreeSet<String> =
            parts(&file).into_iter().map(|part| part.name).filter(|name| !texts.contains_key(name)).collect();
        let write = |part: &Part| texts[&part.name].clone();
        let Some(own) = own else {
            let draft = Draft { text: String::new(), added: Vec::new() };
            let draft = Writing { text, file: &file, write: &write }.new_file(draft, &known);
            return with_line_ends(draft, text);
        };
        let own_text = &self.sources.get(own).text;
        let line = if own_text.contains("\r\n") { "\r\n" } else { "\n" };
        let (mut filled, mut done, mut added) = (String::new(), 0, Vec::new());
        let mut waiting: Vec<(Part, &String)> = Vec::new();
        for part in left_to_fill(own_text) {
            if let Some(text) = texts.get(&part.name).filter(|_| known.insert(part.name.clone())) {
                waiting.push((part, text));
            }
        }
        for (part, text) in waiting {
            filled.push_str(&own_text[done..part.whole.start]);
            filled.push_str(&text.replace('\n', line));
            done = part.whole.end;
            added.push(part.name);
        }
        filled.push_str(&own_text[done..]);
        let mut sources = self.sources.clone();
        let own = sources.add("filled", filled);
        let drafting = Drafting { sources: &sources, ..*self };
        let (text, file) = drafting.read(original);
        let draft = drafting.completed_by(&Writing { text, file: &file, write: &write }, own, &known);
        Draft { text: draft.text, added: [added, draft.added].concat() }
    }

    /// A file of a translation that there is not yet, after that of the source language: its comments as they are, and all that is not
    /// among `known` left to fill.
    pub fn new_file(&self, original: SourceId, known: &BTreeSet<String>) -> Draft {
        let (text, file) = self.read(original);
        let draft = Draft { text: self.instructions(), added: Vec::new() };
        let write = |part: &Part| self.unfilled(text, &file, part);
        with_line_ends(Writing { text, file: &file, write: &write }.new_file(draft, known), text)
    }

    /// A file of a translation that there is, with what it lacks of the source language's put in beside its neighbours. All else stays byte
    /// for byte.
    pub fn completed(&self, original: SourceId, own: SourceId, known: &BTreeSet<String>) -> Draft {
        let (text, file) = self.read(original);
        let write = |part: &Part| self.unfilled(text, &file, part);
        self.completed_by(&Writing { text, file: &file, write: &write }, own, known)
    }

    fn completed_by(&self, writing: &Writing<'_>, own: SourceId, known: &BTreeSet<String>) -> Draft {
        let Writing { text, file, write } = writing;
        let (own_text, own_file) = self.read(own);
        let mut there = parts(&own_file);
        there.extend(left_to_fill(own_text));
        let parts = parts(file);
        let mut inserts: Vec<(usize, String)> = Vec::new();
        let mut added = Vec::new();
        let place = |name: &str| {
            there.iter().find(|part| part.name == name).map(|part| line_end(own_text, part.whole.end))
        };
        let (mut at, mut done) = (None, 0);
        for part in &parts {
            let between = &text[done..part.whole.start];
            done = part.whole.end;
            if let Some(found) = place(&part.name) {
                at = Some(found);
                continue;
            }
            if known.contains(&part.name) {
                continue;
            }
            let block = format!("{}{}", lead(between, own_text), write(part));
            inserts.push((at.unwrap_or_else(|| before_first(own_text, &there)), block));
            added.push(part.name.clone());
        }
        let line = if own_text.contains("\r\n") { "\r\n" } else { "\n" };
        Draft { text: with_inserts(own_text, &inserts, line), added }
    }

    fn read(&self, source: SourceId) -> (&str, FluentFile) {
        let file = FluentFile::read(source, self.sources, &mut Diagnostics::default());
        (&self.sources.get(source).text, file)
    }

    /// What stands at the head of a new file.
    fn instructions(&self) -> String {
        let name = self.locale.english_name();
        let tag = &self.original.tag;
        format!(
            "# To translate into {name}: below each text after “{tag}:”, take the “# ” off the line of its name, and write the\n\
             # translation after the “=”. Each further line of it starts with four spaces. What is not done yet stays as it is.\n\n"
        )
    }

    /// A message or term as a comment: its text, and below it what is left to fill.
    fn unfilled(&self, text: &str, file: &FluentFile, part: &Part) -> String {
        let whole = &text[part.whole.clone()];
        let value = whole.split_once('=').map_or("", |(_, value)| value);
        let value = value.strip_prefix(' ').unwrap_or(value);
        let mut lines =
            vec![format!("# {}: {}", self.original.tag, value.lines().next().unwrap_or_default())];
        lines.extend(value.lines().skip(1).map(|line| format!("# {line}")));
        let filled = template(file, &part.name, text, self.locale);
        lines.extend(filled.note.map(|note| format!("# {note}")));
        lines.push(format!("# {} =", part.name));
        lines.extend(filled.lines.into_iter().map(|line| format!("# {line}")));
        lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
    }
}

/// What is put into a file of a translation, and after which file of the source language.
struct Writing<'a> {
    text: &'a str,
    file: &'a FluentFile,
    /// What stands there of a message or term.
    write: &'a dyn Fn(&Part) -> String,
}

impl Writing<'_> {
    /// A new file: the comments of the source language, and all that is not known.
    fn new_file(&self, mut draft: Draft, known: &BTreeSet<String>) -> Draft {
        let text = self.text;
        let mut done = 0;
        for part in parts(self.file) {
            let between = &text[done..part.whole.start];
            done = part.whole.end;
            if known.contains(&part.name) {
                draft.text.push_str(&between[..between.len() - own_comment(between).len()]);
                continue;
            }
            draft.text.push_str(between);
            draft.text.push_str(&(self.write)(&part));
            draft.added.push(part.name);
            // Comments that touch one another are one comment.
            if text[done..].trim_start_matches(['\r', ' ']).starts_with('\n') && !starts_blank(&text[done..])
            {
                draft.text.push('\n');
            }
        }
        draft.text.push_str(&text[done..]);
        draft
    }
}

/// A new file with the line ends of another one.
fn with_line_ends(mut draft: Draft, text: &str) -> Draft {
    if text.contains("\r\n") {
        draft.text = draft.text.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    draft
}

/// The messages and terms of a file, in their order.
fn parts(file: &FluentFile) -> Vec<Part> {
    let text = file.resource.source();
    let starts: Vec<usize> = file.starts().collect();
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    let part = |(&start, end): (&usize, usize)| {
        let whole = &text[start..end];
        // No line of a text starts so.
        let whole = whole.find("\n#").map_or(whole, |comment| &whole[..comment]);
        let whole = whole.trim_end_matches([' ', '\t', '\r', '\n']);
        let (name, _) = whole.split_once('=')?;
        let name = name.trim_end_matches(' ');
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        is_name.then(|| Part { name: name.to_owned(), whole: start..start + whole.len() })
    };
    starts.iter().zip(ends).filter_map(part).collect()
}

/// What is left to fill in a file: from a line `# name =` to the end of the comment below it that is set in.
fn left_to_fill(text: &str) -> Vec<Part> {
    let (mut found, mut start): (Vec<Part>, usize) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        let comment = line.strip_prefix("# ");
        let name = comment.and_then(|line| line.split_once('=')).map(|(name, _)| name.trim_end_matches(' '));
        let is_name = |name: &&str| {
            let letters = name.strip_prefix('-').unwrap_or(name);
            letters.starts_with(|c: char| c.is_ascii_alphabetic())
                && letters.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        };
        if let Some(name) = name.filter(is_name) {
            found.push(Part { name: name.to_owned(), whole: start..end });
        } else if let Some(last) = found.last_mut()
            && comment.is_some_and(|line| line.starts_with([' ', '}']))
            && text[last.whole.end..start].trim_matches(['\n', '\r']).is_empty()
        {
            last.whole.end = end;
        }
        start += line.len();
    }
    found
}

/// The comment that stands right above an entry, without a blank line between; the end of what stands before it.
fn own_comment(before: &str) -> &str {
    let start = before.rfind("\n\n").map(|at| at + 2).or(before.rfind("\r\n\r\n").map(|at| at + 4));
    let comment = &before[start.unwrap_or(0)..];
    let comment = comment.trim_start_matches(['\n', '\r']);
    if comment.starts_with('#') && !comment.starts_with("##") { comment } else { "" }
}

/// What stands above a message that is put into another file: the headings that this lacks, and the message's own comment.
fn lead(before: &str, own_text: &str) -> String {
    let headings: Vec<&str> = before.lines().filter(|line| line.starts_with("##")).collect();
    let is_known = headings.iter().all(|heading| own_text.lines().any(|line| line == *heading));
    let mut lead = if is_known { String::new() } else { format!("{}\n\n", headings.join("\n")) };
    lead.push_str(own_comment(before));
    lead
}

/// The end of the line that a byte is on.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    if text[at..end].ends_with('\r') { end - 1 } else { end }
}

/// Before the first message of a file and its comment.
fn before_first(text: &str, there: &[Part]) -> usize {
    let Some(first) = there.iter().map(|part| part.whole.start).min() else { return text.trim_end().len() };
    let before = &text[..first];
    before[..before.len() - own_comment(before).len()].trim_end().len()
}

fn starts_blank(rest: &str) -> bool {
    rest.lines().nth(1).is_none_or(|line| line.trim().is_empty())
}

/// A text with blocks put in, each between blank lines.
fn with_inserts(text: &str, inserts: &[(usize, String)], line: &str) -> String {
    let mut places: Vec<usize> = inserts.iter().map(|(at, _)| *at).collect();
    places.sort_unstable();
    places.dedup();
    let (mut result, mut done) = (String::with_capacity(2 * text.len()), 0);
    for at in places {
        result.push_str(&text[done..at]);
        done = at;
        for (_, block) in inserts.iter().filter(|(place, _)| *place == at) {
            if !result.is_empty() && result != "\u{FEFF}" {
                result.push_str(line);
                result.push_str(line);
            }
            result.push_str(&block.replace("\r\n", "\n").replace('\n', line));
        }
        let rest = &text[at..];
        let breaks = match rest.trim_start_matches('\r').starts_with('\n') {
            true if starts_blank(rest) => 0,
            true => 1,
            false if rest.is_empty() => 1,
            false => 2,
        };
        (0..breaks).for_each(|_| result.push_str(line));
    }
    result.push_str(&text[done..]);
    result
}

#[cfg(test)]
mod tests;
