//! Panels of running text that no text comes to, and pages of booklets that stay blank.

use crate::diag::{Code, Diagnostic};
use crate::fit::SetPanel;
use crate::fold::Scheme;
use crate::frame::{GroupKind, Place};
use crate::source::Span;
use crate::spec::Layout;

/// Panels that stay empty on a folded sheet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EmptyPanels {
    /// The first of them, in its layout.
    pub first: Span,
    /// How many there are.
    pub count: usize,
}

/// Finds the panels of running text that stay empty, and in a booklet those for asides, too, whose page is then blank; single
/// pages without any text are not printed, so none of them counts.
/// `panels` are in the layout's order.
pub fn empty_panels(layout: &Layout, panels: &[SetPanel]) -> Option<EmptyPanels> {
    if layout.fold.scheme == Scheme::Pages {
        return None;
    }
    let is_empty = |panel: &SetPanel| matches!(&panel.group.kind, GroupKind::Panel(tag) if tag.fill == 0.0);
    let panels = layout.panels.iter().zip(panels);
    let is_blank = |place: Place| {
        place == Place::Body || (place == Place::Aside && layout.fold.scheme == Scheme::Booklet)
    };
    let mut empty = panels.filter(|(spec, panel)| is_blank(spec.place) && is_empty(panel));
    let (first, _) = empty.next()?;
    Some(EmptyPanels { first: first.span, count: 1 + empty.count() })
}

impl EmptyPanels {
    /// What is said of them in a leaflet and a layout of those names: `fit/empty-panel`, a warning.
    pub fn diagnostic(&self, leaflet: &str, layout: &str) -> Diagnostic {
        let message = format!("“{leaflet}” in “{layout}”: no text comes to {} of its panels", self.count);
        Diagnostic::new(Code::EmptyPanel, message)
            .label(self.first, "the first of them")
            .help("take a layout with fewer panels")
    }
}
