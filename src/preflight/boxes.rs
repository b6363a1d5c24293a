//! Page boxes (ISO 32000-1 14.11.2): there, one in the other, with bleed, and of a paper that is sold.

use hayro_syntax::object::Rect;
use hayro_syntax::page::Page;

use crate::color::Profile;
use crate::fold::PAPERS;

use super::file::File;
use super::report::{Check, Facts, Findings, PageFact};

/// What may be lost to rounding, in points: a hundredth of a millimetre.
const SLACK: f64 = 0.0284;
/// The bleed that a guillotine needs, in points (PRINT.md, What printers ask: 3 mm).
const BLEED: f64 = 3.0 * 72.0 / 25.4;
/// How far a sheet may be from its paper's measure, in points: half a millimetre.
const PAPER: f64 = 1.42;

/// The boxes of a page: left, low, right, high.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Boxes {
    /// The sheet.
    pub(super) media: [f64; 4],
    /// What is printed so that the cut shows no white.
    pub(super) bleed: [f64; 4],
    /// What is left when the sheet is cut.
    pub(super) trim: [f64; 4],
    /// Whether the page tells the last.
    pub(super) has_trim: bool,
}

/// The boxes of a page, with the defaults of the standard.
pub(super) fn of(page: &Page<'_>) -> Boxes {
    let sides = |rect: Rect| [rect.x0, rect.y0, rect.x1, rect.y1];
    let own = |key: &str| page.raw().get::<Rect>(key).map(sides);
    let crop = sides(page.crop_box());
    let trim = own("TrimBox").or_else(|| own("ArtBox"));
    Boxes {
        media: sides(page.media_box()),
        bleed: own("BleedBox").unwrap_or(crop),
        trim: trim.unwrap_or(crop),
        has_trim: trim.is_some(),
    }
}

/// Checks the boxes of all pages.
pub(super) fn check(file: &File<'_>, profile: Profile, facts: &mut Facts, findings: &mut Findings) {
    for (page, number) in file.pages().iter().zip(1..) {
        let boxes = of(page);
        check_page(&boxes, profile, number, findings);
        facts.pages.push(PageFact {
            media: extent(boxes.media),
            trim: extent(boxes.trim),
            bleed: beyond(boxes.bleed, boxes.trim),
        });
    }
    if facts.pages.is_empty() {
        findings.error(Check::NoPage, None, "there is no page");
    }
    check_sizes(profile, facts, findings);
}

fn check_page(boxes: &Boxes, profile: Profile, number: usize, findings: &mut Findings) {
    let page = Some(number);
    let pairs = [
        ("TrimBox", boxes.trim, "BleedBox", boxes.bleed),
        ("BleedBox", boxes.bleed, "MediaBox", boxes.media),
    ];
    for (inner, inner_box, outer, outer_box) in pairs {
        let out = -beyond(outer_box, inner_box);
        if out > SLACK {
            let message = format!("the {inner} is {:.2} mm outside the {outer}", mm(out));
            findings.error(Check::Nested, page, message);
        }
    }
    if profile != Profile::Press {
        return;
    }
    if !boxes.has_trim {
        findings.error(Check::Trim, page, "there is no TrimBox: nobody can tell where to cut");
    }
    let bleed = beyond(boxes.bleed, boxes.trim);
    if bleed < BLEED - SLACK {
        let message = format!("{:.2} mm of bleed, where 3 mm are needed", mm(bleed.max(0.0)));
        findings.error(Check::Bleed, page, message);
    }
}

/// Checks that what is printed is of one size, and one that is sold; panels shown on a screen need neither.
fn check_sizes(profile: Profile, facts: &Facts, findings: &mut Findings) {
    let Some(first) = facts.pages.first().filter(|_| profile != Profile::Screen) else { return };
    for (page, number) in facts.pages.iter().zip(1..) {
        if !alike(page.trim, first.trim, SLACK) {
            let message = format!("{}, but page 1 is {}", size(page.trim), size(first.trim));
            findings.warning(Check::Alike, Some(number), message);
        }
    }
    if paper(first.trim).is_none() {
        findings.warning(Check::Paper, Some(1), format!("{} is no paper that is sold", size(first.trim)));
    }
}

/// The name of the paper of that size, in either orientation.
pub(super) fn paper(size: [f64; 2]) -> Option<&'static str> {
    let is = |paper: &crate::fold::Paper| {
        let [width, height] = [paper.size.width.to_pt(), paper.size.height.to_pt()];
        alike(size, [width, height], PAPER) || alike(size, [height, width], PAPER)
    };
    PAPERS.iter().find(|paper| is(paper)).map(|paper| paper.name)
}

fn alike(one: [f64; 2], other: [f64; 2], slack: f64) -> bool {
    (one[0] - other[0]).abs() <= slack && (one[1] - other[1]).abs() <= slack
}

fn extent([left, low, right, high]: [f64; 4]) -> [f64; 2] {
    [right - left, high - low]
}

/// The least that a box reaches beyond another; negative where it does not.
fn beyond(outer: [f64; 4], inner: [f64; 4]) -> f64 {
    let sides = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
    sides.into_iter().fold(f64::INFINITY, f64::min)
}

/// A length for people.
pub fn mm(points: f64) -> f64 {
    points * 25.4 / 72.0
}

/// A size in millimetres, for people.
pub(super) fn size([width, height]: [f64; 2]) -> String {
    format!("{:.1} × {:.1} mm", mm(width), mm(height))
}
