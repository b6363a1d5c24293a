//! The way of a file: opened, read, and checked by all checks one after the other.

use super::checks::{
    check_actions, check_boxes, check_document, check_faces, check_hidden, check_inks, check_order,
    check_pictures, check_tags, check_traces,
};
use super::facts::FileFacts;
use super::faults::FileFault;
use super::finding::Findings;
use super::press::{PressLine, SentFile, concerns_a_shop, hold_against};
use super::purpose::guess_profile;
use super::read::{Document, File, Searched, look_behind_masks, read_claims, read_document, read_pages};
use super::report::PreflightReport;
use crate::color::Profile;
use crate::spec::Press;

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
        Err(unread) => return unread_report(bytes.len(), profile, unread.into()),
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

/// Holds a file against presses. The report is that for a press, of what shops care for; beside it stand the lines of
/// each press, none where the file can't be read.
pub fn examine_for_presses(
    bytes: &[u8],
    sent: SentFile<'_>,
    presses: &[Press],
) -> (PreflightReport, Vec<Vec<PressLine>>) {
    let file = match File::open(bytes) {
        Ok(file) => file,
        Err(unread) => {
            let report = unread_report(bytes.len(), Some(Profile::Press), unread.into());
            return (report, vec![Vec::new(); presses.len()]);
        }
    };
    let mut findings = Findings::default();
    let document = read_document(&file, read_claims(&file), read_pages(&file));
    check_whole(&document, Profile::Press, &mut findings);
    let facts = FileFacts::new(&document, Searched::default(), bytes.len());
    let lines = presses.iter().map(|press| hold_against(&document, &facts, sent, press)).collect();
    let mut findings = findings.sorted();
    findings.retain(|finding| concerns_a_shop(finding.check(), presses));
    (PreflightReport { profile: Profile::Press, facts, findings }, lines)
}

/// A file that can't be read has one finding, which says why.
fn unread_report(bytes: usize, profile: Option<Profile>, fault: FileFault) -> PreflightReport {
    let mut findings = Findings::default();
    findings.add(fault);
    let facts = FileFacts { bytes, ..FileFacts::default() };
    PreflightReport { profile: profile.unwrap_or_default(), facts, findings: findings.sorted() }
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
