//! The way of a file: opened, read, and checked by all checks one after the other.

use super::checks::{
    check_actions, check_boxes, check_document, check_faces, check_hidden, check_inks, check_order,
    check_pictures, check_tags, check_traces,
};
use super::facts::FileFacts;
use super::faults::FileFault;
use super::finding::Findings;
use super::purpose::guess_profile;
use super::read::{Document, File, look_behind_masks, read_claims, read_document, read_pages};
use super::report::PreflightReport;
use crate::color::Profile;

/// What is asked of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Examination {
    /// Everything.
    Whole,
    /// Only what it tells of who made it, where and when.
    Privacy,
}

/// Examines a file; `profile` is told from the file itself where it is not given. A file that can't be read has one finding, which
/// says why.
pub fn examine(bytes: &[u8], profile: Option<Profile>, examination: Examination) -> PreflightReport {
    let mut findings = Findings::default();
    let file = match File::open(bytes) {
        Ok(file) => file,
        Err(unread) => {
            findings.add(FileFault::from(unread));
            let facts = FileFacts { bytes: bytes.len(), ..FileFacts::default() };
            return PreflightReport {
                profile: profile.unwrap_or_default(),
                facts,
                findings: findings.sorted(),
            };
        }
    };
    let (claims, pages) = (read_claims(&file), read_pages(&file));
    let profile = profile.unwrap_or_else(|| guess_profile(&claims, &pages));
    let searched = check_traces(&file, &claims, &mut findings);
    let document = read_document(&file, claims, pages);
    check_hidden(&document.drawn, look_behind_masks(&file), &mut findings);
    let facts = match examination {
        Examination::Privacy => FileFacts { bytes: bytes.len(), searched, ..FileFacts::default() },
        Examination::Whole => {
            check_whole(&document, profile, &mut findings);
            FileFacts::new(&document, searched, bytes.len())
        }
    };
    PreflightReport { profile, facts, findings: findings.sorted() }
}

/// Checks all but what a file tells of who made it.
fn check_whole(document: &Document, profile: Profile, findings: &mut Findings) {
    check_document(document, profile, findings);
    check_actions(&document.acts, findings);
    check_boxes(&document.pages, profile, findings);
    check_faces(&document.drawn, profile, findings);
    check_inks(document, profile, findings);
    check_pictures(&document.drawn, profile, findings);
    check_tags(document, findings);
    if let Some(tags) = &document.tags {
        check_order(tags, &document.drawn.stretches, document.claims.language.as_deref(), findings);
    }
}
