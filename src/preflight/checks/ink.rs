//! Colours as they are painted: no light where there are inks, no more ink than paper takes, small text in one ink.

use crate::color::{MOST_INK, Profile};
use crate::preflight::faults::{InkFault, Painted};
use crate::preflight::finding::Findings;
use crate::preflight::quote::Quote;
use crate::preflight::read::{ColorSpace, Document, Drawn, Onto, PaintUse, PictureInk};

/// Less than this of an ink is none (a byte's step is 0.4 %).
const TRACE: f64 = 0.004;

/// Whether ink is more than a press lays down, in percent; a half is left to rounding.
fn is_too_much(ink: f64) -> bool {
    ink > f64::from(MOST_INK) + 0.5
}

/// Checks the colours.
pub(in super::super) fn check_inks(document: &Document, profile: Profile, findings: &mut Findings) {
    if profile == Profile::Press {
        check_press(&document.drawn, findings);
    }
    for (marks, page) in document.drawn.pages.iter().zip(1..) {
        if marks.has_bare_line {
            findings.add_on(page, InkFault::BareLine);
        }
    }
    check_devices(document, findings);
}

fn check_press(drawn: &Drawn, findings: &mut Findings) {
    for paint in &drawn.paints {
        check_light(paint, findings);
        check_amount(paint, findings);
    }
    for line in &drawn.lines {
        if line.inking.is_too_thin(line.width) {
            let (width, least) = (line.width, line.inking.thinnest().to_pt());
            findings.add_on(line.page, InkFault::Hairline { width, least });
        }
    }
    for picture in &drawn.pictures {
        if let PictureInk::Most(ink) = picture.ink
            && is_too_much(ink)
        {
            findings.add_on(picture.page, InkFault::Total { onto: Painted::Picture, ink });
        }
    }
}

/// The ink of a colour, in percent; `None` for light, and for pictures, which are measured by their pixels.
pub(in super::super) fn paint_ink(paint: &PaintUse) -> Option<f64> {
    let inks = if paint.parts.is_empty() { None } else { paint.space.inks(&paint.parts) };
    inks.map(|inks| inks.iter().sum::<f64>() * 100.0)
}

/// A press has no light, and knows a device's light least.
fn check_light(paint: &PaintUse, findings: &mut Findings) {
    let (onto, space) = (Painted::from(paint.onto), Quote::new(&paint.space.name()));
    let is_rgb = |space: &ColorSpace| space.device() == Some(&ColorSpace::Rgb);
    match &paint.space {
        light if light.is_light() && is_rgb(light) => {
            findings.add_on(paint.page, InkFault::Rgb { onto, space });
        }
        light if light.is_light() => findings.add_on(paint.page, InkFault::Light { onto, space }),
        ColorSpace::Inks(_, alternate) if is_rgb(alternate) => {
            findings.add_on(paint.page, InkFault::RgbAlternate { space });
        }
        _ => {}
    }
}

/// Paper takes so much ink; on the page none is that of marks, and small text is of one.
fn check_amount(paint: &PaintUse, findings: &mut Findings) {
    let (page, onto) = (paint.page, Painted::from(paint.onto));
    if let Some(ink) = paint_ink(paint).filter(|ink| is_too_much(*ink)) {
        findings.add_on(page, InkFault::Total { onto, ink });
    }
    if !paint.is_kept {
        return;
    }
    if paint.space.is_registration() {
        findings.add_on(page, InkFault::Registration { onto });
    }
    let inks = paint.space.inks(&paint.parts).unwrap_or_default();
    let inks = inks.iter().filter(|ink| **ink > TRACE).count();
    if paint.onto == Onto::SmallText && inks > 1 {
        findings.add_on(page, InkFault::SeveralInks { inks });
    }
}

/// A device's colours need an intent for that device (ISO 19005-2 6.2.4.3, PDF/X-4); grey goes with any, and older PDF/X may name the
/// condition alone.
fn check_devices(document: &Document, findings: &mut Findings) {
    let intents = &document.claims.intents;
    for paint in &document.drawn.paints {
        let (components, device) = match paint.space.device() {
            Some(ColorSpace::Rgb) => (3, "DeviceRGB"),
            Some(ColorSpace::Cmyk) if document.claims.has_named_condition() => continue,
            Some(ColorSpace::Cmyk) => (4, "DeviceCMYK"),
            Some(ColorSpace::Gray) if intents.is_empty() => (0, "DeviceGray"),
            _ => continue,
        };
        if !intents.iter().any(|intent| intent.components == components) {
            findings.add_on(paint.page, InkFault::Device { device });
            return;
        }
    }
}
