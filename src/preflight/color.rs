//! Colours as they are painted: no light where there are inks, no more ink than paper takes, small text in one ink.

use crate::color::{MOST_INK, Profile};

use super::catalog;
use super::draw::{Drawn, Onto, Paint};
use super::file::File;
use super::report::{Check, Facts, Findings};
use super::space::Space;

/// Less than this of an ink is none (a byte's step is 0.4 %).
const TRACE: f64 = 0.004;

/// Whether ink is more than a press lays down, in percent; a half is left to rounding.
fn is_too_much(ink: f64) -> bool {
    ink > f64::from(MOST_INK) + 0.5
}

/// Checks the colours.
pub(super) fn check(
    file: &File<'_>,
    drawn: &Drawn<'_>,
    profile: Profile,
    facts: &mut Facts,
    findings: &mut Findings,
) {
    for paint in &drawn.paints {
        facts.spaces.push(paint.space.name());
        let total = total(paint);
        raise(&mut facts.ink, total);
        if profile == Profile::Press {
            press(paint, total, findings);
        }
    }
    facts.spaces.sort();
    facts.spaces.dedup();
    for placed in &drawn.pictures {
        raise(&mut facts.ink, placed.ink);
        if let Some(ink) = placed.ink.filter(|ink| is_too_much(*ink) && profile == Profile::Press) {
            findings.error(
                Check::Total,
                Some(placed.page),
                format!("{ink:.0} % ink in a picture, where 240 % dry"),
            );
        }
    }
    devices(file, drawn, findings);
}

fn raise(most: &mut Option<f64>, ink: Option<f64>) {
    if let Some(ink) = ink {
        *most = Some(most.map_or(ink, |known| known.max(ink)));
    }
}

/// The ink of a colour, in percent; `None` for light, and for pictures, which are measured by their pixels.
fn total(paint: &Paint) -> Option<f64> {
    let inks = if paint.parts.is_empty() { None } else { paint.space.inks(&paint.parts) };
    inks.map(|inks| inks.iter().sum::<f64>() * 100.0)
}

fn press(paint: &Paint, total: Option<f64>, findings: &mut Findings) {
    let page = Some(paint.page);
    let name = paint.space.name();
    match &paint.space {
        Space::Rgb => findings.error(Check::Rgb, page, format!("{} in {name}", on(paint.onto))),
        space if space.is_light() => {
            let message = format!(
                "{} in {name}, which the print shop’s program turns into inks as it likes",
                on(paint.onto)
            );
            let severe = space.device() == Some(&Space::Rgb);
            if severe {
                findings.error(Check::Rgb, page, message);
            } else {
                findings.warning(Check::Rgb, page, message);
            }
        }
        Space::Inks(_, base) if base.device() == Some(&Space::Rgb) => {
            findings.warning(Check::Rgb, page, format!("{name} is stood in for by DeviceRGB"));
        }
        _ => {}
    }
    if let Some(total) = total.filter(|total| is_too_much(*total)) {
        findings.error(
            Check::Total,
            page,
            format!("{total:.0} % ink in {}, where 240 % dry", on(paint.onto)),
        );
    }
    if paint.space.is_registration() && paint.kept {
        findings.error(
            Check::Registration,
            page,
            format!("{} in the colour of registration marks", on(paint.onto)),
        );
    }
    let inks = paint.space.inks(&paint.parts).unwrap_or_default();
    let several = inks.iter().filter(|ink| **ink > TRACE).count();
    if paint.onto == Onto::SmallText && several > 1 && paint.kept {
        findings.error(
            Check::Text,
            page,
            format!("small text in {several} inks, which never lie exactly on each other"),
        );
    }
}

fn on(onto: Onto) -> &'static str {
    match onto {
        Onto::Shape => "a shape",
        Onto::SmallText | Onto::LargeText => "text",
        Onto::Picture => "a picture or gradient",
    }
}

/// A device's colours need an intent for that device (ISO 19005-2 6.2.4.3, PDF/X-4); grey goes with any.
fn devices(file: &File<'_>, drawn: &Drawn<'_>, findings: &mut Findings) {
    let intents = catalog::intents(file);
    for paint in &drawn.paints {
        let (wanted, name) = match paint.space.device() {
            Some(Space::Rgb) => (3, "DeviceRGB"),
            Some(Space::Cmyk) => (4, "DeviceCMYK"),
            Some(Space::Gray) if intents.is_empty() => (0, "DeviceGray"),
            _ => continue,
        };
        if !intents.iter().any(|intent| intent.parts == wanted) {
            let message = format!("{name} without an output intent that says which device is meant");
            findings.warning(Check::Device, Some(paint.page), message);
            return;
        }
    }
}
