//! On which panel each section of the running text starts.

/// The panel that each section of the running text starts on, by its index in the layout.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assignment {
    /// The panels, section by section.
    pub(super) panels: Vec<usize>,
}

impl Assignment {
    /// The panel of a section; `None` for one that is in no other language.
    pub fn panel(&self, section: usize) -> Option<usize> {
        self.panels.get(section).copied()
    }
}
