//! Turns marks into styled stretches. In: rich text, the style of its block. Out: stretches that tile the text, each of one
//! weight, slope, language and link.

use std::ops::Range;

use crate::content::{Mark, RichText};
use crate::font::Variant;
use crate::script::{CiteStyle, Emphasis, ScriptRules};

/// A stretch of one style.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Styled {
    /// Its bytes.
    pub(crate) range: Range<usize>,
    /// Its weight and slope.
    pub(crate) variant: Variant,
    /// The tag of its language, where it has one of its own.
    pub(crate) lang: Option<String>,
    /// The link that it is part of, by its index among the text's links.
    pub(crate) link: Option<usize>,
}

/// The stretches of a text, in order; `base` is the weight and slope of text without marks.
pub(crate) fn styled_stretches(text: &RichText, base: Variant, rules: &ScriptRules) -> Vec<Styled> {
    let marks: Vec<NumberedMark<'_>> = numbered_marks(text).collect();
    let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]).collect();
    cuts.extend([0, text.text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let stretches = cuts.windows(2).map(|cut| {
        let mut styled = Styled { range: cut[0]..cut[1], variant: base, lang: None, link: None };
        for mark in marks.iter().filter(|mark| mark.range.start <= cut[0] && cut[1] <= mark.range.end) {
            apply_mark(mark, &mut styled, rules);
        }
        styled
    });
    stretches.collect()
}

/// A mark of a text.
struct NumberedMark<'t> {
    range: &'t Range<usize>,
    mark: &'t Mark,
    /// The number of links before it in the list of marks: its own index among the links if it is one.
    links: usize,
}

/// The marks of a text that cover some of it, in the order of their list.
fn numbered_marks(text: &RichText) -> impl Iterator<Item = NumberedMark<'_>> {
    let mut links = 0;
    let marks = text.marks.iter().map(move |(range, mark)| {
        let before = links;
        links += usize::from(matches!(mark, Mark::Link(_)));
        NumberedMark { range, mark, links: before }
    });
    marks.filter(|mark| text.text.get(mark.range.clone()).is_some())
}

/// Adds what a mark says to the style of a stretch.
fn apply_mark(marked: &NumberedMark<'_>, styled: &mut Styled, rules: &ScriptRules) {
    let variant = &mut styled.variant;
    match marked.mark {
        Mark::Strong => variant.bold = true,
        Mark::Em if rules.emphasis == Emphasis::Bold => variant.bold = true,
        Mark::Cite if rules.cite == CiteStyle::Bold => variant.bold = true,
        Mark::Cite if rules.cite != CiteStyle::Italic => {}
        // Within italic, what is stressed stands upright.
        Mark::Em | Mark::Cite => variant.italic = !variant.italic,
        Mark::Link(_) => styled.link = Some(marked.links),
        Mark::Lang(tag) => styled.lang = Some(tag.clone()),
    }
}
