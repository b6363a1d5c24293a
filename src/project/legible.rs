//! Says where text is too much like what is behind it, in any of the files that are asked for.

use crate::color::{Inks, Output};
use crate::contrast::{Encounter, Kind, measure};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported, Reporter};
use crate::font::FontBook;
use crate::frame::Leaflet;
use crate::spec::Layout;

/// Reports text whose contrast is less than it should be, each pair of colours once: the first panel that has it is named,
/// and of the files the one in which it is least.
///
/// # Errors
/// `layout/contrast`, where few could read it.
pub(super) fn check_contrast(
    layout: &Layout,
    leaflets: &[(Output, &Leaflet)],
    fonts: &FontBook,
    diagnostics: &mut Diagnostics,
) -> Result<(), Reported> {
    let mut worst: Vec<(Output, Encounter)> = Vec::new();
    for (output, leaflet) in leaflets {
        let faint = measure(leaflet, fonts, *output).into_iter().filter(|e| e.ratio < e.kind.least()[0]);
        for encounter in faint {
            let same = |other: &Encounter| {
                (other.text, other.behind, other.kind) == (encounter.text, encounter.behind, encounter.kind)
            };
            match worst.iter_mut().find(|(_, other)| same(other)) {
                Some(known) if known.1.ratio <= encounter.ratio => {}
                // The first panel is the one to name, whichever file is the worst.
                Some(known) => {
                    *known = (*output, Encounter { panel: known.1.panel, place: known.1.place, ..encounter });
                }
                None => worst.push((*output, encounter)),
            }
        }
    }
    let mut reporter = Reporter::new(diagnostics);
    for (output, encounter) in worst {
        let told = told_faint(layout, output, &encounter);
        if encounter.ratio < encounter.kind.least()[1] {
            reporter.error(told);
        } else {
            reporter.warn(told);
        }
    }
    reporter.sound(())
}

fn told_faint(layout: &Layout, output: Output, encounter: &Encounter) -> Diagnostic {
    let what = match encounter.kind {
        Kind::Plain => "text",
        Kind::Large => "large type",
        Kind::Mark => "a numeral",
    };
    let ink = if output.inks == Inks::Mono { " in one ink" } else { "" };
    let message = format!(
        "{what} of {} on {} has a contrast of {:.1}:1 in `{}`{ink}",
        encounter.text.hex(),
        encounter.behind.hex(),
        (encounter.ratio * 10.0).floor() / 10.0,
        output.profile.name()
    );
    let mut wrong = Diagnostic::new(Code::Contrast, message);
    let panel = layout.panels.iter().enumerate().find(|(index, panel)| {
        layout.panel_number(*index) == encounter.panel && Some(panel.place) == encounter.place
    });
    wrong.labels.extend(panel.map(|(_, panel)| (panel.span, "in this panel".to_owned())));
    let [asked, _] = encounter.kind.least();
    wrong.help(format!("{asked}:1 is asked for: make one darker or the other lighter in the palette"))
}
