//! What a text states in figures and addresses: who calls a number with two digits exchanged reaches somebody else.

use super::amounts::{Amount, Kind, amounts};
use super::pair::{Translation, counterpart};
use crate::content::reading::Reading;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity, Slip};
use crate::source::Span;

/// Reports numbers and addresses that differ from the source language's: `text/number`, `text/address`.
pub(super) fn compare_stated(
    translation: &Translation<'_>,
    source_name: &str,
    diagnostics: &mut Diagnostics,
) {
    let mut told: Vec<(Span, String)> = Vec::new();
    for reading in translation.translated {
        let original = counterpart(reading, translation.original);
        let [before, after] = [original, reading].map(|reading| amounts(&reading.text));
        for kind in [Kind::Phone, Kind::Mail, Kind::Page, Kind::Number] {
            let [lost, gained] =
                [(&before, &after), (&after, &before)].map(|(own, other)| left(own, other, kind));
            let statement = Statement { translation, reading, original, source_name, kind };
            for (severity, place, diagnostic) in statement.compare(&lost, &gained) {
                // The same of several cases, and the same number again, is told once.
                let is_known = |known: &(Span, String)| known.0 == place || known.1 == diagnostic.message;
                if !told.iter().any(is_known) {
                    told.push((place, diagnostic.message.clone()));
                    diagnostics.report(severity, diagnostic);
                }
            }
        }
    }
}

/// Those of a kind that have no like among others.
fn left<'a>(own: &'a [Amount], others: &[Amount], kind: Kind) -> Vec<&'a Amount> {
    let of_kind = own.iter().filter(|amount| amount.kind == kind);
    of_kind.filter(|amount| !others.iter().any(|other| amount.agrees(other))).collect()
}

struct Statement<'a> {
    translation: &'a Translation<'a>,
    reading: &'a Reading,
    original: &'a Reading,
    source_name: &'a str,
    kind: Kind,
}

impl Statement<'_> {
    /// What differs, with its place.
    fn compare(&self, lost: &[&Amount], gained: &[&Amount]) -> Vec<(Severity, Span, Diagnostic)> {
        let mut found = Vec::new();
        for (index, new) in gained.iter().enumerate() {
            let old = lost.get(index).copied();
            if old.is_some() || !new.is_small() {
                found.extend(self.differs(old, new));
            }
        }
        for old in lost.iter().skip(gained.len()).filter(|old| !old.is_small()) {
            found.extend(self.lost(old));
        }
        found
    }

    fn code(&self) -> Code {
        if self.kind == Kind::Number { Code::Number } else { Code::Address }
    }

    fn severity(&self) -> Severity {
        if self.kind == Kind::Number { Severity::Warning } else { Severity::Error }
    }

    fn differs(&self, old: Option<&Amount>, new: &Amount) -> Option<(Severity, Span, Diagnostic)> {
        let place = self.reading.span(new.range.clone())?;
        let (name, words) = (&self.translation.name, self.kind.words());
        let written = &self.reading.text[new.range.clone()];
        let Some(old) = old else {
            let message = format!("`{name}` has {words} {written}, and {} has not", self.source_name);
            let gained = Diagnostic::new(self.code(), message)
                .label(place, "only here")
                .label(self.translation.source_id, "in the source language")
                .help("take it out, or add it to the source language too");
            // A helpline of the readers’ own country may be meant.
            return Some((Severity::Warning, place, gained));
        };
        let before = &self.original.text[old.range.clone()];
        let message = format!("`{name}` has {written} where {} has {before}", self.source_name);
        let at = self.original.span(old.range.clone()).unwrap_or(self.translation.source_id);
        let differs = Diagnostic::new(self.code(), message)
            .label(place, format!("not {words} of the source language"))
            .label(at, "in the source language");
        let slip = Slip::of_kind(
            &format!("{{count}} numbers or addresses are others than in {}", self.source_name),
            Some(format!("{written} for {before}")),
            "write those of the source language, or mend them there",
        );
        let help = format!("write {before}, or mend the source language if that is wrong");
        Some((self.severity(), place, differs.help(help).slip(slip)))
    }

    fn lost(&self, old: &Amount) -> Option<(Severity, Span, Diagnostic)> {
        let before = &self.original.text[old.range.clone()];
        let at = self.original.span(old.range.clone()).unwrap_or(self.translation.source_id);
        let message = format!("`{}` lacks {} {before}", self.translation.name, self.kind.words());
        let lost = Diagnostic::new(self.code(), message)
            .label(self.translation.id, "this message")
            .label(at, "in the source language")
            .help("write it where it belongs")
            .slip(Slip::of_kind(
                &format!("{{count}} numbers or addresses of {} are lacking", self.source_name),
                Some(before.to_owned()),
                "write them where they belong",
            ));
        // A variable may stand there, or a number of the readers’ own.
        Some((Severity::Warning, at, lost))
    }
}
