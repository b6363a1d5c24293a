//! What leaflets need of a language: the messages that they print, with all that these use.

use std::collections::BTreeSet;

use crate::content::Catalog;
use crate::diag::Code;
use crate::source::Span;
use crate::spec::{BlockSpec, LeafletSpec, Manifest, MessageRef};

/// Messages that something prints.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    /// Their names.
    pub(super) ids: BTreeSet<String>,
    /// Where the manifest asks for them.
    pub(super) asked: BTreeSet<Span>,
}

impl Scope {
    /// What all leaflets of a project print, in any layout.
    pub(super) fn of_manifest(manifest: &Manifest) -> Scope {
        let mut scope = Scope::default();
        for leaflet in &manifest.leaflets {
            scope.take_leaflet(leaflet, |_| true);
        }
        scope.take(&manifest.draft);
        scope
    }

    /// What a leaflet prints in a layout, but for what its margin says.
    pub(super) fn of_leaflet(leaflet: &LeafletSpec, layout: &str) -> Scope {
        let mut scope = Scope::default();
        scope.take_leaflet(leaflet, |block| block.is_for(layout));
        scope
    }

    /// Takes what a leaflet prints of some of its blocks.
    pub(super) fn take_leaflet(&mut self, leaflet: &LeafletSpec, takes: impl Fn(&BlockSpec) -> bool) {
        let blocks = leaflet.sections.iter().flat_map(|section| &section.blocks);
        for block in blocks.filter(|block| takes(block)) {
            self.take(&block.messages);
            self.take(block.companions.iter().map(|(_, message)| message));
        }
    }

    /// Takes messages.
    pub(super) fn take<'a>(&mut self, messages: impl IntoIterator<Item = &'a MessageRef>) {
        for message in messages {
            self.ids.insert(message.id.clone());
            self.asked.insert(message.span);
        }
    }

    /// The messages that are printed, and all that a language’s own use.
    pub(super) fn needed(&self, catalog: &Catalog) -> BTreeSet<String> {
        catalog.needed(self.ids.iter().map(String::as_str))
    }
}

/// Whether messages can’t be read at all where that is wrong, and maybe not even their names.
pub(super) fn is_tear(code: Code) -> bool {
    matches!(code, Code::FluentSyntax | Code::Unreadable | Code::LinkOutside | Code::LocaleMissing)
}
