//! What goes beyond the bounds that a shop sets, measured on a file with all its type in it, whatever the press wants.

use std::collections::BTreeSet;

use super::making::{Finished, Making};
use crate::color::Profile;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::pdf::{self, Target};
use crate::preflight::{PressLine, SentFile, Verdict, Wish, examine_for_presses};
use crate::spec::PressLimits;

/// Warns of what goes beyond the bounds of the press in files that are for it, once for each wish that was not told yet of the
/// leaflet.
pub(super) fn check_limits(
    making: &Making<'_>,
    finished: &Finished,
    told: &mut BTreeSet<Wish>,
    diagnostics: &mut Diagnostics,
) {
    let press = &making.project.press;
    if press.limits == PressLimits::default() || finished.output.profile != Profile::Press {
        return;
    }
    let target = Target { output: finished.output, ..Target::default() };
    // A face that can't be embedded is told by what writes the file.
    let Ok(file) = pdf::write(&finished.leaflet, &making.project.fonts, target) else { return };
    // What else the press wants is made so.
    let (_, mut lines) = examine_for_presses(&file, SentFile::default(), &[press.bounds_alone()]);
    for line in lines.remove(0) {
        let is_bound = matches!(line.wish, Wish::Ink | Wish::Line | Wish::Type | Wish::Knockout | Wish::Safe);
        if is_bound && line.verdict == Verdict::Missed && told.insert(line.wish) {
            diagnostics.warn(beyond(making, &finished.leaflet.lang, line));
        }
    }
}

fn beyond(making: &Making<'_>, lang: &str, line: PressLine) -> Diagnostic {
    let (task, press) = (making.task, &making.project.press.name);
    let layout = task.layout_name();
    let PressLine { wish, wanted, found, how, .. } = line;
    let word = wish.word();
    let message = format!(
        "{lang}: “{layout}” on {} has {found} ({word}), and the press “{press}” wants {wanted}",
        task.paper
    );
    let mut wrong = Diagnostic::new(Code::PressLimit, message);
    let named = task.leaflet.layouts.iter().find(|known| known.name == layout);
    wrong.labels.extend(named.map(|known| (known.span, "named here".to_owned())));
    match how {
        Some(how) => wrong.help(format!("{how}; or ask the shop whether it takes it")),
        None => wrong,
    }
}
