//! Why something of a leaflet can't be set, as data, and what is said of it.

use std::fmt;

use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::source::Span;
use crate::spec::{MessageRef, Place};
use crate::text::Unshaped;

/// Something of a leaflet that can't be set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// The language has no sound text for a message.
    NoText(MessageRef),
    /// No panel takes a section, and none takes running text.
    NoPanel {
        /// The kind of panel that the section asks for.
        place: Place,
        /// The section in the manifest.
        section: Span,
    },
    /// Words can't be shaped.
    Unshaped {
        /// Why not.
        why: Unshaped,
        /// Where they are asked for: of a message the very character that has no glyph, where it is written there.
        at: Span,
    },
}

impl Flaw {
    /// Reports it: `fluent/missing`, `layout/no-panel`, `font/missing-glyph`, `font/no-face`, or `font/damaged` for each face
    /// that can't be read.
    pub fn report(&self, layout: &str, diagnostics: &mut Diagnostics) -> Reported {
        match self {
            Flaw::NoText(message) => {
                let missing = Diagnostic::new(Code::MissingMessage, self.to_string());
                let help = "write it in each language, or take it out of the manifest";
                diagnostics.error(missing.label(message.span, "asked for here").help(help))
            }
            Flaw::NoPanel { section, .. } => {
                let missing = Diagnostic::new(Code::NoPanel, format!("layout “{layout}” has {self}"));
                let help = "add a [[panel]] of that place to the layout, or give the section another place";
                diagnostics.error(missing.label(*section, "this section").help(help))
            }
            Flaw::Unshaped { why: Unshaped::MissingGlyph { .. }, at } => {
                let missing = Diagnostic::new(Code::MissingGlyph, self.to_string());
                diagnostics.error(missing.label(*at, "it is needed here").help(
                    "take the character out, or put a face that has it into fonts/ and list it in \
                     fonts/fonts.toml",
                ))
            }
            Flaw::Unshaped { why: Unshaped::NoFace, .. } => {
                let wrong = Diagnostic::new(Code::NoFace, self.to_string());
                diagnostics.error(wrong.help("list a face that has the script in fonts/fonts.toml"))
            }
            Flaw::Unshaped { why: Unshaped::Damaged { first, others }, .. } => {
                let reported = diagnostics.error(first.diagnostic());
                for other in others {
                    diagnostics.error(other.diagnostic());
                }
                reported
            }
        }
    }
}

/// In short: `no face has “𒀀” (U+12000)`.
impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flaw::NoText(message) => write!(f, "no text for the message “{}”", message.id),
            Flaw::NoPanel { place, .. } => {
                write!(f, "no panel for “{}” and none for running text", place.name())
            }
            Flaw::Unshaped { why: Unshaped::MissingGlyph { character }, .. } => {
                write!(f, "no face has “{character}” (U+{:04X})", u32::from(*character))
            }
            Flaw::Unshaped { why: Unshaped::NoFace, .. } => f.write_str("the font manifest lists no face"),
            Flaw::Unshaped { why: Unshaped::Damaged { first, .. }, .. } => {
                write!(f, "fonts/{} can’t be used: {}", first.file, first.fault)
            }
        }
    }
}
