//! What a print shop wants of a file, and what it has of that: wish by wish, from the file alone, whichever program made it. In: what
//! was read of a PDF, and presses. Out: a line for each wish.

mod bounds;
mod folded;
mod judge;
mod line;
mod look;
#[cfg(test)]
mod tests;

pub use line::{PressLine, Verdict, Wish};

use super::check::Check;
use super::facts::FileFacts;
use super::read::Document;
use crate::spec::Press;
use judge::{Case, judge};

/// Holds a file of that name against a press.
pub(super) fn hold_against(
    document: &Document,
    facts: &FileFacts,
    name: &str,
    press: &Press,
) -> Vec<PressLine> {
    judge(&Case { document, facts, name, press })
}

/// Whether a shop cares for what a check finds. How a file is read aloud and what it tells of its makers, it does not; what its press
/// says of bleed, size and standard is said there.
pub(super) fn concerns_a_shop(check: Check) -> bool {
    let family = check.name().split('/').next().unwrap_or_default();
    let is_said = matches!(
        check,
        Check::Bleed
            | Check::Paper
            | Check::Unicode
            | Check::Subset
            | Check::Id
            | Check::Embedded
            | Check::Intent
    );
    matches!(family, "file" | "box" | "font" | "ink" | "picture" | "type") && !is_said
}
