//! The messages of one locale.

use std::collections::{BTreeMap, BTreeSet};

use crate::characters::is_blank;
use crate::content::balance::wordless_link;
use crate::content::check::check_patterns;
use crate::content::compose::{Unsound, rich_text_of};
use crate::content::context::Context;
use crate::content::entries::{Entries, Entry, ValueFacts};
use crate::content::file::FluentFile;
use crate::content::format::Formatter;
use crate::content::graph::follow_references;
use crate::content::odd::indented_names;
use crate::content::reach::Reach;
use crate::content::reading::{Reading, readings};
use crate::content::rich::RichText;
use crate::content::unread::Unread;
use crate::content::written::written_patterns;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::source::{SourceId, Sources, Span};

/// The messages of one locale, put together and ready to be set.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The locale.
    pub locale: Locale,
    pub(super) messages: BTreeMap<String, Message>,
    /// The terms, by their names with the `-`.
    pub(super) terms: BTreeMap<String, Part>,
    /// The names of its files.
    pub(super) files: BTreeMap<SourceId, String>,
    /// Names of messages that are set in, and so stand within others, with their places.
    pub(super) indented: BTreeMap<String, Span>,
    /// What messages and terms are, as they are written.
    pub(super) written: BTreeMap<String, String>,
    reach: Reach,
    pub(super) unread: Unread,
}

/// A message of a locale.
#[derive(Clone, Debug)]
pub(super) struct Message {
    /// Its name in its file.
    pub(super) id: Span,
    /// Its text; `None` when something was reported about it.
    pub(super) text: Option<RichText>,
    /// What it holds, with all that it uses.
    pub(super) facts: ValueFacts,
    /// What it says, case by case; none when something was reported about it.
    pub(super) readings: Vec<Reading>,
    /// Its attributes by name.
    pub(super) attributes: BTreeMap<String, Part>,
}

/// An attribute of a message or term, or a term.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its name in its file.
    pub(super) id: Span,
    /// What it says, case by case; none when something was reported about it.
    pub(super) readings: Vec<Reading>,
}

impl Catalog {
    /// Reads the locale's files. Reports all that is wrong with them, each thing once and with its place, and goes on.
    ///
    /// # Errors
    /// Reports `fluent/syntax`, `fluent/duplicate`, `fluent/empty`, `fluent/unknown-variable`, `fluent/reference`,
    /// `markup/unclosed`, `markup/unknown-tag`, `markup/unknown-link` and, for `<span lang>`, `locale/tag`.
    pub fn load(
        locale: Locale,
        files: &[SourceId],
        sources: &Sources,
        context: &Context<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Catalog {
        let names = files.iter().map(|&file| (file, sources.get(file).name.clone())).collect();
        let files: Vec<FluentFile> =
            files.iter().map(|&source| FluentFile::read(source, sources, diagnostics)).collect();
        let mut entries = Entries::collect(&files, diagnostics);
        check_patterns(&mut entries, context, diagnostics);
        follow_references(&mut entries, diagnostics);

        let indented = indented(&entries, sources);
        for (name, span) in indented.iter().filter(|(name, _)| name.contains('-')) {
            diagnostics.error(looks_like_message(name, *span));
        }
        let formatter = Formatter::new(&locale, &files, context);
        let mut messages = BTreeMap::new();
        for entry in entries.list.iter().filter(|entry| entry.is_message()) {
            let text = rich_text(entry, &formatter, diagnostics);
            let attributes = entries.attributes(&entry.key);
            let attributes = attributes.map(|(name, at)| (name, part(&entries.list[at], &entries)));
            let message = Message {
                id: entry.id,
                text,
                facts: entry.facts.clone(),
                readings: said(entry, &entries),
                attributes: attributes.collect(),
            };
            messages.insert(entry.key.clone(), message);
        }
        let terms = entries.list.iter().filter(|entry| entry.is_term() && !entry.key.contains('.'));
        let terms = terms.map(|entry| (entry.key.clone(), part(entry, &entries))).collect();
        let reach = Reach::of(&files, &entries);
        let words = files.iter().flat_map(|file| file.words.iter().cloned()).collect();
        let unread = Unread { names: words, files: Vec::new() };
        let written = written_patterns(&entries);
        Catalog { locale, messages, terms, files: names, indented, written, reach, unread }
    }

    /// The text of a message; `None` when there is none of that name, or something was reported about it.
    pub fn get(&self, id: &str) -> Option<&RichText> {
        self.messages.get(id)?.text.as_ref()
    }

    /// The messages that have a sound text, by their names.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &RichText)> {
        self.messages.iter().filter_map(|(id, message)| Some((id.as_str(), message.text.as_ref()?)))
    }

    /// Where the name of a message stands, also when something was reported about the message.
    pub fn span(&self, id: &str) -> Option<Span> {
        self.messages.get(id).map(|message| message.id)
    }

    /// The same between marks, to be shown where a translation is missing.
    #[must_use]
    pub fn as_gaps(&self, marks: [&str; 2]) -> Catalog {
        let mut gaps = self.clone();
        for text in gaps.messages.values_mut().filter_map(|message| message.text.as_mut()) {
            *text = text.between(marks);
        }
        gaps
    }

    /// A message as it is written, and on lines of their own the terms and messages that it uses; `None` where it is not there or
    /// can’t be read.
    pub fn written(&self, id: &str) -> Option<String> {
        let mut text = self.written.get(id)?.clone();
        let used = self.needed([id]);
        for (key, used) in
            used.iter().filter(|key| *key != id).filter_map(|key| self.written.get_key_value(key))
        {
            text += &format!("\n{key} = {used}");
        }
        Some(text)
    }

    /// Those of these messages, and all messages and terms that they use.
    pub fn needed<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
        self.reach.needed(ids)
    }

    /// The message or term that a place is in: from its name to the next one's.
    pub fn entry_at(&self, span: Span) -> Option<&str> {
        self.reach.entry_at(span)
    }

    /// Its files.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> {
        self.files.keys().copied()
    }

    /// Notes files of the language that could not be read, or its folder.
    pub fn note_unread(&mut self, files: Vec<String>) {
        self.unread.files.extend(files);
    }

    /// Whether a message may stand in what could not be read.
    pub fn may_hold(&self, id: &str) -> bool {
        self.unread.names.contains(id) || !self.unread.files.is_empty()
    }

    /// The messages of this language that another one lacks, and may have in what could not be read.
    pub fn hidden_in(&self, other: &Catalog) -> BTreeSet<String> {
        let files: BTreeSet<&str> = self.files.values().map(String::as_str).collect();
        let lacking = self.messages.iter().filter(|(id, _)| !other.messages.contains_key(*id));
        let hidden = lacking
            .filter(|(id, message)| other.unread.may_hold(id, &self.files[&message.id.source], &files));
        hidden.map(|(id, _)| id.clone()).collect()
    }

    /// The names of all messages in their order, also of those that something was reported about.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }
}

/// What an entry says, where nothing was reported about it.
fn said(entry: &Entry<'_>, entries: &Entries<'_>) -> Vec<Reading> {
    let pattern = entry.pattern.filter(|_| !entry.broken);
    pattern.map_or_else(Vec::new, |pattern| readings(pattern, entry.file, entries))
}

fn part(entry: &Entry<'_>, entries: &Entries<'_>) -> Part {
    Part { id: entry.id, readings: said(entry, entries) }
}

/// Names within the texts of messages and terms that look like names of messages.
fn indented(entries: &Entries<'_>, sources: &Sources) -> BTreeMap<String, Span> {
    let values = entries.list.iter().filter(|entry| !entry.key.contains('.') && entry.pattern.is_some());
    let names = values.flat_map(|entry| {
        let text = sources.get(entry.whole.source).text.get(entry.whole.range()).unwrap_or_default();
        indented_names(text).map(|(name, place)| {
            let [start, end] = [place.start, place.end].map(|at| entry.whole.start + at);
            (name.to_owned(), Span::new(entry.whole.source, start..end))
        })
    });
    names.collect()
}

/// Says that a line looks like a message and is none.
pub(super) fn looks_like_message(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::FluentSyntax,
        format!("the line of `{name}` looks like a message, but starts with a space"),
    )
    .label(span, "so it is text of the message above")
    .help("start the line with the name, without a space")
}

/// The text of a message that nothing was reported about so far.
fn rich_text(
    entry: &Entry<'_>,
    formatter: &Formatter<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<RichText> {
    if entry.broken {
        return None;
    }
    let id = &entry.key;
    let formatted = match formatter.format(id) {
        Ok(formatted) => formatted,
        Err(reason) => {
            let message = format!("`{id}` can't be put together: {reason}");
            let wrong = Diagnostic::new(Code::Reference, message).label(entry.id, "this message");
            diagnostics.error(wrong.help("write its text out here, without what it takes from elsewhere"));
            return None;
        }
    };
    let text = match rich_text_of(&formatted, entry.whole) {
        Ok(text) => text,
        Err(Unsound::Torn) => {
            let message = format!("the tags of `{id}` don't fit what is put into it");
            let torn = Diagnostic::new(Code::UnclosedTag, message).label(entry.id, "this message");
            diagnostics.error(torn.help("write each tag whole in one message; to print a <, write &lt;"));
            return None;
        }
        Err(Unsound::WordlessLink(name)) => {
            diagnostics.error(wordless_link(link_span(entry, &name)));
            return None;
        }
    };
    if is_blank(&text.text) {
        diagnostics.error(
            Diagnostic::new(Code::EmptyMessage, format!("`{id}` is empty"))
                .label(entry.id, "nothing is printed for it")
                .help("write its text after the `=`"),
        );
        return None;
    }
    Some(text)
}

/// Where a message names a link; its own name where it takes the link from another message.
fn link_span(entry: &Entry<'_>, link: &str) -> Span {
    let text = &entry.file.resource.source()[entry.whole.range()];
    let named = ["\"", "'"].iter().find_map(|quote| text.find(&format!("{quote}{link}{quote}")));
    named.map_or(entry.id, |at| {
        let start = entry.whole.start + at + 1;
        Span::new(entry.whole.source, start..start + link.len())
    })
}
