//! PdfPage boxes (ISO 32000-1 14.11.2): there, one in the other, with bleed, and of a paper that is sold.

use crate::color::Profile;
use crate::fold::{PAPERS, Paper};
use crate::preflight::faults::PageFault;
use crate::preflight::finding::Findings;
use crate::preflight::measure::{mm, size_mm};
use crate::preflight::read::{Boxes, PdfPage, reach};

/// What may be lost to rounding, in points: a hundredth of a millimetre.
const SLACK: f64 = 0.0284;
/// The bleed that a guillotine needs, in points: 3 mm (docs/print.md, "What printers ask").
const BLEED: f64 = 3.0 * 72.0 / 25.4;
/// How far a sheet may be from its paper's measure, in points: half a millimetre.
const PAPER: f64 = 1.42;

/// Checks the boxes of all pages.
pub(in super::super) fn check_boxes(pages: &[PdfPage], profile: Profile, findings: &mut Findings) {
    if pages.is_empty() {
        findings.add(PageFault::NoPage);
    }
    for (page, number) in pages.iter().zip(1..) {
        check_nesting(&page.boxes, number, findings);
        if profile == Profile::Press {
            check_cut(&page.boxes, number, findings);
        }
    }
    // Panels shown on a screen need neither one size nor a paper.
    if profile != Profile::Screen {
        check_sizes(pages, findings);
    }
}

/// Each box is within the one around it.
fn check_nesting(boxes: &Boxes, number: usize, findings: &mut Findings) {
    let pairs = [
        ("TrimBox", boxes.trim, "BleedBox", boxes.bleed),
        ("BleedBox", boxes.bleed, "MediaBox", boxes.media),
    ];
    for (inner, inner_box, outer, outer_box) in pairs {
        let out = -reach(outer_box, inner_box);
        if out > SLACK {
            findings.add_on(number, PageFault::Nested { inner, outer, out_mm: mm(out) });
        }
    }
}

/// A guillotine knows where to cut, and has ink on both sides of the cut.
fn check_cut(boxes: &Boxes, number: usize, findings: &mut Findings) {
    if !boxes.has_trim {
        findings.add_on(number, PageFault::NoTrim);
    }
    let bleed = boxes.bleed_width();
    if bleed < BLEED - SLACK {
        findings.add_on(number, PageFault::Bleed { bleed_mm: mm(bleed.max(0.0)) });
    }
}

/// What is printed is of one size, and one that is sold.
fn check_sizes(pages: &[PdfPage], findings: &mut Findings) {
    let Some(first) = pages.first().map(|page| page.boxes.trim_size()) else { return };
    for (page, number) in pages.iter().zip(1..) {
        let size = page.boxes.trim_size();
        if !is_alike(size, first, SLACK) {
            findings.add_on(number, PageFault::Alike { size_mm: size_mm(size), first_mm: size_mm(first) });
        }
    }
    if !is_sold(first) {
        findings.add_on(1, PageFault::Paper { size_mm: size_mm(first) });
    }
}

/// The name of the paper of that size, in either orientation.
pub(in super::super) fn paper_of(size: [f64; 2]) -> Option<&'static str> {
    PAPERS.iter().find(|paper| is_of_size(paper, size)).map(|paper| paper.name)
}

/// Whether something of that size is a paper or a card that is sold.
pub(in super::super) fn is_sold(size: [f64; 2]) -> bool {
    paper_of(size).is_some() || is_card(size)
}

/// Whether something is as large as the cards that are cut from a paper.
fn is_card(size: [f64; 2]) -> bool {
    PAPERS.iter().any(|paper| is_of_size(&Paper { size: paper.card, ..*paper }, size))
}

fn is_of_size(paper: &Paper, size: [f64; 2]) -> bool {
    let [width, height] = [paper.size.width.to_pt(), paper.size.height.to_pt()];
    is_alike(size, [width, height], PAPER) || is_alike(size, [height, width], PAPER)
}

fn is_alike(one: [f64; 2], other: [f64; 2], slack: f64) -> bool {
    (one[0] - other[0]).abs() <= slack && (one[1] - other[1]).abs() <= slack
}
