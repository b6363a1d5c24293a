//! Marks to styled stretches. In: rich text, the block's style. Out: stretches that tile the text, each of one
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
    /// Its language, when it is not the paragraph's.
    pub(crate) lang: Option<String>,
    /// The link that it is part of, by its index among the text's links.
    pub(crate) link: Option<usize>,
}

/// The stretches of a text, in order.
pub(crate) fn styled(text: &RichText, base: Variant, rules: &ScriptRules) -> Vec<Styled> {
    let marks: Vec<(&Range<usize>, &Mark, usize)> = numbered(text).collect();
    let mut cuts: Vec<usize> = marks.iter().flat_map(|(range, ..)| [range.start, range.end]).collect();
    cuts.extend([0, text.text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let stretches = cuts.windows(2).map(|cut| {
        let mut styled = Styled { range: cut[0]..cut[1], variant: base, lang: None, link: None };
        for (_, mark, links) in
            marks.iter().filter(|(range, ..)| range.start <= cut[0] && cut[1] <= range.end)
        {
            apply(mark, *links, &mut styled, rules);
        }
        styled
    });
    stretches.collect()
}

/// The marks that cover text, each with how many links start before it in the list.
fn numbered(text: &RichText) -> impl Iterator<Item = (&Range<usize>, &Mark, usize)> {
    let mut links = 0;
    let marks = text.marks.iter().map(move |(range, mark)| {
        let before = links;
        links += usize::from(matches!(mark, Mark::Link(_)));
        (range, mark, before)
    });
    marks.filter(|(range, ..)| text.text.get((*range).clone()).is_some())
}

/// Adds what a mark says; a link is the one after `links` others.
fn apply(mark: &Mark, links: usize, styled: &mut Styled, rules: &ScriptRules) {
    let variant = &mut styled.variant;
    match mark {
        Mark::Strong => variant.bold = true,
        Mark::Em if rules.emphasis == Emphasis::Bold => variant.bold = true,
        Mark::Cite if rules.cite == CiteStyle::Bold => variant.bold = true,
        Mark::Cite if rules.cite != CiteStyle::Italic => {}
        // Within italic, what is stressed stands upright.
        Mark::Em | Mark::Cite => variant.italic = !variant.italic,
        Mark::Link(_) => styled.link = Some(links),
        Mark::Lang(tag) => styled.lang = Some(tag.clone()),
    }
}
