//! Any PDF → what is in it, and what is wrong with it for what it is for. In: bytes, and a profile. Out: facts and findings
//! as plain data. Reads with hayro-syntax, which shares no code with the writer; nothing is trusted that the file says of itself.
//!
//! PDF/X-4 is ISO 15930-7, PDF/UA-1 is ISO 14289-1, PDF/A-2a is ISO 19005-2; `ledger` says how each of their clauses is held.

mod actions;
mod boxes;
mod catalog;
mod color;
mod content;
mod draw;
mod ends;
mod exif;
mod file;
mod fonts;
pub mod ledger;
mod limits;
mod meaning;
mod paint;
mod pictures;
mod raw;
mod report;
mod sizes;
mod space;
mod tags;
mod telltale;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod traces;
mod typeface;

use crate::color::Profile;

use file::File;
use report::Findings;

pub use crate::diag::Severity;
pub use boxes::mm;
pub use report::{Check, Facts, Finding, FontFact, PageFact, Report, Searched, Smallest};

/// What is asked of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Everything.
    Whole,
    /// Only what it tells of who made it, where and when.
    Privacy,
}

/// Examines a file; `profile` is told from the file itself where it is not given. A file that can't be read has one finding, which
/// says why.
pub fn examine(bytes: &[u8], profile: Option<Profile>, scope: Scope) -> Report {
    let mut findings = Findings::default();
    let mut facts = Facts { bytes: bytes.len(), ..Facts::default() };
    let profile = match File::open(bytes) {
        Ok(file) => {
            let profile = profile.unwrap_or_else(|| catalog::told(&file));
            read(&file, profile, scope, &mut facts, &mut findings);
            profile
        }
        Err(reason) => {
            findings.error(Check::Unreadable, None, reason.to_string());
            profile.unwrap_or(Profile::Office)
        }
    };
    Report { profile, facts, findings: findings.sorted() }
}

fn read(file: &File<'_>, profile: Profile, scope: Scope, facts: &mut Facts, findings: &mut Findings) {
    facts.searched = traces::check(file, findings);
    if scope == Scope::Privacy {
        return;
    }
    catalog::check(file, profile, facts, findings);
    actions::check(file, findings);
    boxes::check(file, profile, facts, findings);

    // What the pages draw, read once for all checks of it.
    let drawn = draw::pages(file);
    fonts::check(&drawn, facts, findings);
    typeface::check(&drawn, profile, facts, findings);
    color::check(file, &drawn, profile, facts, findings);
    pictures::check(&drawn, profile, facts, findings);
    tags::check(file, &drawn, facts, findings);
}
