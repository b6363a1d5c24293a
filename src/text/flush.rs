//! Whether a paragraph is flush on both sides. In: a paragraph, a measure, how it is to be aligned. Out: its lines, and how they
//! are aligned.
//!
//! Chinese is set in squares, which are flush almost by themselves. A long name of Latin letters or marks that keep to their
//! words may leave a line short by several of them, and to open all its squares shows: the line falls apart beside its
//! neighbours. Such a paragraph is set from its start, all of it, so that no line differs from the others.

use crate::script::Breaking;
use crate::style::Align;
use crate::text::broken::Line;
use crate::text::linebreak::break_paragraph;
use crate::text::measure::{BreakOptions, Measures};
use crate::text::paragraph::Paragraph;

/// A paragraph in lines.
#[derive(Clone, PartialEq, Debug)]
pub struct AlignedLines {
    /// Them.
    pub lines: Vec<Line>,
    /// How all of them are aligned.
    pub align: Align,
}

/// How far the glue of a line of squares may be stretched, 1 being as far as it should (H): at 1.5 a line of 15 squares lacks
/// one, and they stand 0.075 em apart. A second one that is missing shows.
const LOOSEST: f64 = 1.5;

/// Breaks a paragraph into lines, as `break_lines` does, and aligns them: as is asked, but from their start where a line of
/// squares would be torn open, or the last one be a stub that there is none of then. One that is short and no stub stays: to
/// part with both edges for it shows more.
pub fn align_lines<'m>(
    paragraph: &Paragraph,
    measure: impl Into<Measures<'m>>,
    options: &BreakOptions,
) -> AlignedLines {
    let measures = measure.into();
    let asked = break_paragraph(paragraph, measures, options);
    let is_flush = options.align == Align::Justify && paragraph.rules.breaking == Breaking::Ideographs;
    let torn = asked.lines.iter().any(|line| line.ratio > LOOSEST);
    if is_flush && (torn || asked.stub) {
        let align = Align::Start;
        let ragged = break_paragraph(paragraph, measures, &BreakOptions { align, ..*options });
        if torn || !ragged.stub {
            return AlignedLines { lines: ragged.lines, align };
        }
    }
    AlignedLines { lines: asked.lines, align: options.align }
}
