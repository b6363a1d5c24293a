//! Faces and type: embedded, cut down, with a way back to text, large enough, and not where a printer leaves the sheet white.

use crate::color::Profile;
use crate::preflight::faults::{FaceFault, PageFault};
use crate::preflight::finding::Findings;
use crate::preflight::measure::mm;
use crate::preflight::quote::Quote;
use crate::preflight::read::{Drawn, FaceFact};

/// The smallest type there may be, in points: 6, with a hundredth left to rounding (docs/print.md, "What printers ask").
const LEAST: f64 = 5.99;
/// What an office printer leaves white, in points: 6.35 mm (docs/print.md, "What printers ask"), with a twentieth left to rounding.
const MARGIN: f64 = 18.0 - 0.05;

/// Checks the faces, and the size and place of text.
pub(in super::super) fn check_faces(drawn: &Drawn, profile: Profile, findings: &mut Findings) {
    for (index, face) in drawn.faces.iter().enumerate() {
        if let Some(first) = drawn.texts.iter().find(|text| text.face == index) {
            check_face(face, first.page, findings);
            if drawn.mute_faces.contains(&index) {
                findings.add_on(first.page, FaceFault::NoCharacter { face: Quote::new(&face.name) });
            }
        }
    }
    let name = |face: usize| Quote::new(&drawn.faces[face].name);
    for text in drawn.texts.iter().filter(|text| text.is_kept && text.size < LEAST) {
        findings.add_on(text.page, FaceFault::Small { face: name(text.face), size_pt: text.size });
    }
    for damaged in drawn.smallest.iter().flat_map(|smallest| &smallest.damaged) {
        findings.add_on(damaged.page, FaceFault::DamagedProgram { face: name(damaged.face) });
    }
    if profile == Profile::Office {
        check_margins(drawn, findings);
    }
}

fn check_face(face: &FaceFact, page: usize, findings: &mut Findings) {
    let name = || Quote::new(&face.name);
    if face.kind == "Type3" {
        findings.add_on(page, FaceFault::Type3 { face: name() });
    }
    if !face.embedded {
        findings.add_on(page, FaceFault::NotEmbedded { face: name() });
    } else if !face.subset {
        findings.add_on(page, FaceFault::Whole { face: name() });
    }
    if !face.unicode {
        findings.add_on(page, FaceFault::NoUnicode { face: name() });
    }
}

fn check_margins(drawn: &Drawn, findings: &mut Findings) {
    for (marks, page) in drawn.pages.iter().zip(1..) {
        if let Some(margin) = marks.margin.filter(|margin| *margin < MARGIN) {
            findings.add_on(page, PageFault::Margin { margin_mm: mm(margin) });
        }
    }
}
