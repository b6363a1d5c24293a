//! Text that is too much like what is behind it, in any of the files that are asked for.

use super::contrast::{Encounter, Lettering, measure_contrast};
use crate::color::{Inks, Output};
use crate::diag::{Code, Diagnostic, Severity};
use crate::font::FontBook;
use crate::frame::Leaflet;
use crate::source::Span;
use crate::spec::Layout;

/// Text whose contrast is less than it should be.
#[derive(Clone, PartialEq, Debug)]
pub struct FaintText {
    /// The text, and what it stands on.
    pub encounter: Encounter,
    /// The file in which the contrast is least.
    pub output: Output,
    /// The first panel that has it, in its layout.
    pub panel: Option<Span>,
}

/// Finds text whose contrast is less than it should be in the files of a leaflet, each pair of colours once: the first
/// panel that has it is named, and of the files the one in which it is least.
pub fn faint_text(layout: &Layout, leaflets: &[(Output, &Leaflet)], fonts: &FontBook) -> Vec<FaintText> {
    let mut found: Vec<FaintText> = Vec::new();
    for (output, leaflet) in leaflets {
        let encounters = measure_contrast(leaflet, fonts, *output);
        let faint = encounters.into_iter().filter(|e| e.ratio < e.lettering.good_contrast());
        for encounter in faint {
            match found.iter_mut().find(|known| is_alike(&known.encounter, &encounter)) {
                Some(known) if known.encounter.ratio <= encounter.ratio => {}
                // The first panel is the one to name, whichever file is the worst.
                Some(known) => (known.encounter, known.output) = (encounter, *output),
                None => {
                    let panel = panel_span(layout, &encounter);
                    found.push(FaintText { encounter, output: *output, panel });
                }
            }
        }
    }
    found
}

fn is_alike(one: &Encounter, other: &Encounter) -> bool {
    (one.text, one.behind, one.lettering) == (other.text, other.behind, other.lettering)
}

fn panel_span(layout: &Layout, encounter: &Encounter) -> Option<Span> {
    let mut panels = layout.panels.iter().enumerate();
    let panel = panels.find(|(index, panel)| {
        layout.panel_number(*index) == encounter.panel && Some(panel.place) == encounter.place
    });
    panel.map(|(_, panel)| panel.span)
}

impl FaintText {
    /// Whether few could read it, so that the leaflet is not made.
    pub fn severity(&self) -> Severity {
        let Encounter { ratio, lettering, .. } = self.encounter;
        if ratio < lettering.least_contrast() { Severity::Error } else { Severity::Warning }
    }

    /// What is said of it: `layout/contrast`.
    pub fn diagnostic(&self) -> Diagnostic {
        let Encounter { text, behind, lettering, ratio, .. } = &self.encounter;
        let what = match lettering {
            Lettering::Plain => "text",
            Lettering::Large => "large type",
            Lettering::Mark => "a numeral",
        };
        let ink = if self.output.inks == Inks::Mono { " in one ink" } else { "" };
        let message = format!(
            "{what} of {} on {} has a contrast of {:.1}:1 in `{}`{ink}",
            text.hex(),
            behind.hex(),
            (ratio * 10.0).floor() / 10.0,
            self.output.profile.name()
        );
        let mut wrong = Diagnostic::new(Code::Contrast, message);
        wrong.labels.extend(self.panel.map(|panel| (panel, "in this panel".to_owned())));
        let asked = lettering.good_contrast();
        wrong.help(format!("{asked}:1 is asked for: make one darker or the other lighter in the palette"))
    }
}
