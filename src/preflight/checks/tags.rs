//! The structure tree (ISO 32000-1 14.7, 14.8): that there is one, that all content is in it or an artifact, and that it reads.

use std::collections::BTreeSet;

use crate::preflight::faults::{FileFault, TagFault};
use crate::preflight::finding::Findings;
use crate::preflight::quote::Quote;
use crate::preflight::read::{Document, PageMarks, PdfPage, TagElement, Tags, Unlooked};

/// Checks the tags.
pub(in super::super) fn check_tags(document: &Document, findings: &mut Findings) {
    let Some(tags) = &document.tags else { return findings.add(TagFault::Untagged) };
    if tags.is_cut {
        findings.add(FileFault::NotAllRead { part: Unlooked::Tags });
    }
    if tags.has_suspects {
        findings.add(TagFault::Suspects);
    }
    if tags.elements.is_empty() {
        findings.add(TagFault::Empty);
    }
    for role in &tags.unknown_roles {
        findings.add(TagFault::UnknownRole { role: Quote::new(role) });
    }
    check_headings(&tags.elements, findings);
    check_words(&tags.elements, findings);
    let marks = &document.drawn.pages;
    check_pieces(tags, marks, findings);
    check_pages(&document.pages, marks, findings);
}

/// Headings skip no level.
fn check_headings(elements: &[TagElement], findings: &mut Findings) {
    let mut last = None;
    for element in elements {
        let level = element.role.strip_prefix('H').and_then(|level| level.parse::<u32>().ok());
        let Some(level) = level else { continue };
        let fault = match last.replace(level) {
            None if level > 1 => TagFault::FirstHeading { level },
            Some(after) if level > after + 1 => TagFault::Heading { level, after },
            _ => continue,
        };
        add_for(element, fault, findings);
    }
}

/// What is drawn has words.
fn check_words(elements: &[TagElement], findings: &mut Findings) {
    for element in elements.iter().filter(|element| element.is_drawn && !element.has_words) {
        add_for(element, TagFault::NoAlt { role: element.role.to_lowercase() }, findings);
    }
}

fn add_for(element: &TagElement, fault: TagFault, findings: &mut Findings) {
    match element.page {
        Some(page) => findings.add_on(page, fault),
        None => findings.add(fault),
    }
}

/// What is drawn is in the tree, or an artifact; what is in the tree is drawn.
fn check_pieces(tags: &Tags, marks: &[PageMarks], findings: &mut Findings) {
    let mut known = vec![BTreeSet::new(); marks.len()];
    for piece in &tags.pieces {
        if let Some(known) = known.get_mut(piece.page - 1) {
            known.insert(piece.id);
        }
    }
    for ((marks, known), page) in marks.iter().zip(known).zip(1..) {
        if !marks.unmarked.is_empty() {
            findings.add_on(page, TagFault::Unmarked { what: marks.unmarked.clone() });
        }
        let loose = marks.pieces.difference(&known).count();
        if loose > 0 {
            findings.add_on(page, TagFault::LoosePieces { pieces: loose });
        }
        let missing = known.difference(&marks.pieces).count();
        if missing > 0 {
            findings.add_on(page, TagFault::MissingPieces { pieces: missing });
        }
    }
}

/// The pages lead back to the tree, and their links too.
fn check_pages(pages: &[PdfPage], marks: &[PageMarks], findings: &mut Findings) {
    let mut keys = BTreeSet::new();
    for ((page, marks), number) in pages.iter().zip(marks).zip(1..) {
        match page.structure_key {
            None if !marks.pieces.is_empty() => findings.add_on(number, TagFault::NoStructParents),
            Some(key) if !keys.insert(key) => findings.add_on(number, TagFault::SameStructParents),
            _ => {}
        }
        let annotations = &page.annotations;
        if annotations.links_without_element > 0 {
            findings.add_on(number, TagFault::LinkWithoutElement);
        }
        if annotations.links_without_words > 0 {
            findings.add_on(number, TagFault::LinkWithoutWords);
        }
        if annotations.links > 0 && page.tab_order.as_deref() != Some("S") {
            findings.add_on(number, TagFault::Tabs);
        }
    }
}
