//! Which entries a text needs, and which entry a place is in. In: files as they were read. Out: what each entry uses, and where
//! each starts; an entry goes on until the next.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::Entry as Node;

use crate::content::entries::Entries;
use crate::content::file::FluentFile;
use crate::source::{SourceId, Span};

/// Where a language's entries stand and what they use.
#[derive(Clone, Default, Debug)]
pub(super) struct Reach {
    /// The keys of entries by file and first byte.
    starts: BTreeMap<(SourceId, usize), String>,
    /// What each entry uses itself.
    uses: BTreeMap<String, BTreeSet<String>>,
}

impl Reach {
    /// That of the entries of files.
    pub(super) fn of(files: &[FluentFile], entries: &Entries<'_>) -> Reach {
        let mut reach = Reach::default();
        for file in files {
            for (node, start) in file.resource.entries().zip(file.starts()) {
                let key = match node {
                    Node::Message(message) => message.id.name.to_owned(),
                    Node::Term(term) => format!("-{}", term.id.name),
                    Node::Comment(_)
                    | Node::GroupComment(_)
                    | Node::ResourceComment(_)
                    | Node::Junk { .. } => continue,
                };
                reach.starts.insert((file.source, start), key);
            }
            for (key, span) in &file.broken {
                reach.starts.insert((file.source, span.start), key.clone());
            }
        }
        for entry in &entries.list {
            let used = entry.facts.references.iter().map(|reference| base(&reference.key));
            reach.uses.entry(base(&entry.key)).or_default().extend(used);
        }
        reach
    }

    /// The entry that a place is in.
    pub(super) fn entry_at(&self, span: Span) -> Option<&str> {
        let (&(source, _), key) = self.starts.range(..=(span.source, span.start)).next_back()?;
        (source == span.source).then_some(key)
    }

    /// Those of these names, and all that they use, and what that uses.
    pub(super) fn needed<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
        let mut needed = BTreeSet::new();
        let mut open: Vec<String> = ids.into_iter().map(str::to_owned).collect();
        while let Some(key) = open.pop() {
            if needed.insert(key.clone()) {
                open.extend(self.uses.get(&key).into_iter().flatten().cloned());
            }
        }
        needed
    }
}

/// The message or term that a key is of.
fn base(key: &str) -> String {
    key.split_once('.').map_or(key, |(base, _)| base).to_owned()
}
