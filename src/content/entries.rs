//! Lists what a locale's files define: messages, terms, and the attributes of both, each under a key of its own:
//! `name`, `-term`, `name.attribute`, `-term.attribute`.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Attribute, Entry as Node, Pattern};

use crate::content::file::FluentFile;
use crate::content::plural::Plural;
use crate::content::syntax::CASE_FUNCTION;
use crate::diag::{Code, Diagnostic, Diagnostics, Slip};
use crate::source::Span;

/// Something that the files define.
pub(super) struct Entry<'r> {
    /// Its key.
    pub(super) key: String,
    /// The file that it stands in.
    pub(super) file: &'r FluentFile,
    /// Its name in the file.
    pub(super) id: Span,
    /// From its name to the end of its value, attributes left out.
    pub(super) whole: Span,
    /// Its value; `None` when there is none that could be read.
    pub(super) pattern: Option<&'r Pattern<&'r str>>,
    /// What its value was found to hold.
    pub(super) facts: ValueFacts,
    /// Whether something was reported about it, or about what it refers to.
    pub(super) broken: bool,
}

impl Entry<'_> {
    /// Whether it is a term, or an attribute of one.
    pub(super) fn is_term(&self) -> bool {
        self.key.starts_with('-')
    }

    /// Whether it is a message: neither a term nor an attribute.
    pub(super) fn is_message(&self) -> bool {
        !self.is_term() && !self.key.contains('.')
    }
}

/// What a value holds. After `graph` has followed its references, what these hold too.
#[derive(Clone, Default, Debug)]
pub(super) struct ValueFacts {
    /// What it refers to.
    pub(super) references: Vec<Reference>,
    /// Variables that it prints.
    pub(super) shown: BTreeSet<String>,
    /// Variables that decide between its cases.
    pub(super) selected: BTreeSet<String>,
    /// Its selects by plural category.
    pub(super) plurals: Vec<Plural>,
}

/// A use of another message or term.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    /// The key of what is used.
    pub(super) key: String,
    /// Where it is used.
    pub(super) span: Span,
    /// The names of the arguments that it is given.
    pub(super) given: BTreeSet<String>,
}

/// What a locale's files define, in their order.
#[derive(Default)]
pub(super) struct Entries<'r> {
    /// All of it.
    pub(super) list: Vec<Entry<'r>>,
    index: BTreeMap<String, usize>,
}

impl<'r> Entries<'r> {
    /// Lists the definitions of the files. Of two with one name the first counts, and the second is reported.
    pub(super) fn collect(files: &'r [FluentFile], diagnostics: &mut Diagnostics) -> Entries<'r> {
        let mut entries = Entries::default();
        for file in files {
            entries.add_file(file, diagnostics);
        }
        for file in files {
            for (key, id) in &file.broken {
                let whole = *id;
                entries.add(Entry { broken: true, ..entry(key.clone(), file, *id, whole, None) });
            }
        }
        entries
    }

    /// The place in the list of what has the key.
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        self.index.get(key).copied()
    }

    /// The attributes of what has the key: their names, with their places in the list.
    pub(super) fn attributes(&self, key: &str) -> impl Iterator<Item = (String, usize)> {
        let prefix = format!("{key}.");
        let from = self.index.range(prefix.clone()..);
        from.map_while(move |(key, &at)| Some((key.strip_prefix(&prefix)?.to_owned(), at)))
    }

    /// Whether the key names something that did not parse, or an attribute of it.
    pub(super) fn unreadable(&self, key: &str) -> bool {
        let base = key.split_once('.').map_or(key, |(base, _)| base);
        self.find(base).is_some_and(|at| self.list[at].pattern.is_none() && self.list[at].broken)
    }

    fn add_file(&mut self, file: &'r FluentFile, diagnostics: &mut Diagnostics) {
        let text = file.resource.source();
        let ends = file.starts().skip(1).chain([text.len()]);
        for (node, end) in file.resource.entries().zip(ends) {
            let (key, id, pattern, attributes) = match node {
                Node::Message(message) => {
                    (message.id.name.to_owned(), message.id.name, message.value.as_ref(), &message.attributes)
                }
                Node::Term(term) => {
                    (format!("-{}", term.id.name), term.id.name, Some(&term.value), &term.attributes)
                }
                Node::Comment(_) | Node::GroupComment(_) | Node::ResourceComment(_) | Node::Junk { .. } => {
                    continue;
                }
            };
            let id = file.span(id);
            let whole = whole_span(file, id, end, attributes);
            let mut entry = entry(key, file, id, whole, pattern);
            if let Some(diagnostic) = self.clash(&entry) {
                diagnostics.error(diagnostic);
                self.add(Entry { broken: true, pattern: None, ..entry });
                continue;
            }
            if pattern.is_none() {
                entry.broken = true;
                diagnostics.error(without_text(&entry.key, id, !attributes.is_empty()));
            }
            self.add_attributes(&entry, attributes, diagnostics);
            self.add(entry);
        }
    }

    fn add_attributes(
        &mut self,
        owner: &Entry<'r>,
        attributes: &'r [Attribute<&'r str>],
        diagnostics: &mut Diagnostics,
    ) {
        for attribute in attributes {
            let id = owner.file.span(attribute.id.name);
            let key = format!("{}.{}", owner.key, attribute.id.name);
            if let Some(first) = self.find(&key) {
                let twice = format!("the part `.{}` of `{}` stands twice", attribute.id.name, owner.key);
                diagnostics.error(
                    Diagnostic::new(Code::DuplicateMessage, twice)
                        .label(id, "again here")
                        .label(self.list[first].id, "first here")
                        .help("take one of them out"),
                );
            }
            self.add(entry(key, owner.file, id, id, Some(&attribute.value)));
        }
    }

    fn add(&mut self, entry: Entry<'r>) {
        if self.find(&entry.key).is_none() {
            self.index.insert(entry.key.clone(), self.list.len());
            self.list.push(entry);
        }
    }

    /// What is wrong when the name is taken. Messages, terms and functions share their names in the Fluent library.
    fn clash(&self, entry: &Entry<'_>) -> Option<Diagnostic> {
        let name = entry.key.trim_start_matches('-');
        if ["NUMBER", CASE_FUNCTION].contains(&name) {
            let message = format!("`{name}` is the name of a function");
            return Some(
                Diagnostic::new(Code::DuplicateMessage, message)
                    .label(entry.id, "named like it")
                    .help("give it another name"),
            );
        }
        let term = format!("-{name}");
        let other = &self.list[self.find(name).or_else(|| self.find(&term))?];
        let (message, help) = if other.key == entry.key {
            (format!("`{}` stands twice", entry.key), "take one of them out, or give it another name")
        } else {
            (format!("a message and a term share the name `{name}`"), "give one of them another name")
        };
        let twice = Diagnostic::new(Code::DuplicateMessage, message)
            .label(entry.id, "again here")
            .label(other.id, "first here")
            .help(help);
        let (first, second) = (&other.file.name, &entry.file.name);
        Some(if first == second {
            twice
        } else {
            twice.slip(Slip {
                said: format!("{{count}} messages stand in {first} and again in {second}"),
                of: self.list.len(),
                name: None,
                help: "take one of the two files out, or these messages out of one of them".to_owned(),
            })
        })
    }
}

fn entry<'r>(
    key: String,
    file: &'r FluentFile,
    id: Span,
    whole: Span,
    pattern: Option<&'r Pattern<&'r str>>,
) -> Entry<'r> {
    Entry { key, file, id, whole, pattern, facts: ValueFacts::default(), broken: false }
}

/// From the name to the end of the value: what is neither attribute nor the comment of the next entry.
fn whole_span(file: &FluentFile, id: Span, end: usize, attributes: &[Attribute<&str>]) -> Span {
    let end = attributes.first().map_or(end, |first| file.span(first.id.name).start - 1);
    let text = &file.resource.source()[id.start..end];
    let text = text.find("\n#").map_or(text, |comment| &text[..comment]);
    let length = text.trim_end_matches([' ', '\t', '\r', '\n']).len();
    Span::new(file.source, id.start..id.start + length)
}

/// Says that a message has no text of its own.
fn without_text(key: &str, id: Span, has_parts: bool) -> Diagnostic {
    let (message, label, help) = if has_parts {
        let help = "write its text after the `=`: a leaflet prints texts, and parts such as `.title` only beside one";
        (format!("`{key}` has parts, and no text of its own"), "no text follows the `=`", help)
    } else {
        (format!("`{key}` is empty"), "no text follows", "write its text after the `=`")
    };
    Diagnostic::new(Code::EmptyMessage, message).label(id, label).help(help)
}
