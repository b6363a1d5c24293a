//! What a print shop wants of a file, and what it has of that: wish by wish, from the file alone, whichever program made it. In: what
//! was read of a PDF, and presses. Out: a line for each wish.

mod bounds;
mod folded;
mod judge;
mod line;
mod look;
mod paged;
#[cfg(test)]
mod tests;

pub use line::{PressLine, SentFile, Verdict, Wish};

use super::check::Check;
use super::facts::FileFacts;
use super::read::Document;
use crate::spec::{Press, PressRow};
use judge::{Case, judge};

/// Holds a file against a press.
pub(super) fn hold_against(
    document: &Document,
    facts: &FileFacts,
    file: SentFile<'_>,
    press: &Press,
) -> Vec<PressLine> {
    judge(&Case { document, facts, file, press })
}

/// What a press does not ask for, so that no file is judged by it.
pub fn unasked(press: &Press) -> Vec<Wish> {
    let limits = &press.limits;
    let asked = [
        (Wish::Imposed, press.stated.has(PressRow::Pages)),
        (Wish::Bleed, press.stated.has(PressRow::Bleed)),
        (Wish::Marks, press.stated.has(PressRow::Marks)),
        (Wish::Standard, press.stated.has(PressRow::Standard)),
        (Wish::Intent, press.intent.1.is_some() || press.stated.has(PressRow::Standard)),
        (Wish::Fonts, press.stated.has(PressRow::Fonts)),
        (Wish::Ink, limits.ink.is_some()),
        (Wish::Line, limits.line.is_some()),
        (Wish::Type, limits.type_size.is_some()),
        (Wish::Knockout, limits.knockout.is_some()),
        (Wish::Safe, limits.safe.is_some()),
    ];
    asked.into_iter().filter(|(_, is_asked)| !is_asked).map(|(wish, _)| wish).collect()
}

/// Whether a shop cares for what a check finds. How a file is read aloud and what it tells of its makers, it does not; what a press
/// says of bleed, size and standard is said there, and of faces where each of these presses speaks of them.
pub(super) fn concerns_a_shop(check: Check, presses: &[Press]) -> bool {
    let family = check.name().split('/').next().unwrap_or_default();
    let is_said = matches!(
        check,
        Check::Bleed | Check::Paper | Check::Unicode | Check::Subset | Check::Id | Check::Intent
    ) || check == Check::Embedded
        && presses.iter().all(|press| press.stated.has(PressRow::Fonts));
    matches!(family, "file" | "box" | "font" | "ink" | "picture" | "type") && !is_said
}
