//! Rich text to a shaped paragraph: everything that does not depend on size or measure, done once a message.

use std::ops::Range;

use crate::content::RichText;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::style::ParagraphStyle;
use crate::text::bidi::levels;
use crate::text::breaks::{BreakClass, Opportunity, opportunities};
use crate::text::chain::Problems;
use crate::text::glue::glue;
use crate::text::itemize::itemize;
use crate::text::normalise::normalise;
use crate::text::paragraph::{Break, Paragraph, Patch, sums};
use crate::text::shape::{Cluster, Part, Shaped, ShapedGlyph, shape_part};
use crate::text::shaper::Shaper;
use crate::text::styles::styled;

/// Shapes one paragraph. U+2028 forces a line; U+2029 would too, but a paragraph has none.
///
/// # Errors
/// `font/missing-glyph` for each character that no face has, `font/damaged` for each face that can't be read,
/// `font/no-face` when there is no face at all.
pub fn prepare(
    shaper: &mut Shaper<'_>,
    text: &RichText,
    style: &ParagraphStyle,
    diagnostics: &mut Diagnostics,
) -> Result<Paragraph, Reported> {
    let rules = &shaper.typography.rules;
    let direction = shaper.locale.direction;
    let text = normalise(text, shaper.locale, rules);
    let levels = levels(&text.text, &text.isolates, direction);
    let mut found = Diagnostics::default();
    let mut problems = Problems { span: text.span, diagnostics: &mut found };
    let items = itemize(shaper, &text, &levels, &styled(&text, style.variant, rules), &mut problems);
    check(&text, items.is_empty(), &found, diagnostics)?;

    let mut shaped = Shaped::default();
    for (item, range) in items.iter().map(|item| item.range.clone()).enumerate() {
        shape_part(
            shaper,
            &Part { text: &text.text, items: &items, item, range, context: true },
            &mut shaped,
        );
    }
    let glue = glue(&text.text, &shaped.clusters, rules);
    let mut paragraph = Paragraph {
        direction,
        rules: *rules,
        sums: sums(&shaped, &glue),
        starts: grapheme_starts(shaper, &text.text, &shaped.clusters),
        breaks: Vec::new(),
        items,
        shaped,
        glue,
        text,
    };
    if !paragraph.text.text.is_empty() {
        let places = opportunities(shaper, &paragraph.text, rules, style.display);
        paragraph.breaks = places.iter().filter_map(|place| place_break(shaper, &paragraph, place)).collect();
    }
    Ok(paragraph)
}

/// Hands on what was found; an error among it ends the paragraph.
fn check(
    text: &RichText,
    bare: bool,
    found: &Diagnostics,
    diagnostics: &mut Diagnostics,
) -> Result<(), Reported> {
    let mut reported = None;
    for diagnostic in found.iter().cloned() {
        reported = Some(diagnostics.push(diagnostic));
    }
    if bare && !text.text.is_empty() {
        reported = Some(diagnostics.push(Diagnostic::error(Code::NoFace, "the font manifest lists no face")));
    }
    reported.map_or(Ok(()), Err)
}

/// For each cluster whether a grapheme cluster starts there too.
fn grapheme_starts(shaper: &Shaper<'_>, text: &str, clusters: &[Cluster]) -> Vec<bool> {
    let mut graphemes = shaper.graphemes.segment_str(text).peekable();
    let mut starts = |at: usize| {
        while graphemes.next_if(|&start| start < at).is_some() {}
        graphemes.peek() == Some(&at)
    };
    clusters.iter().map(|cluster| starts(cluster.text.start)).collect()
}

/// The break at an opportunity; `None` inside what the shaper keeps together.
fn place_break(shaper: &mut Shaper<'_>, paragraph: &Paragraph, place: &Opportunity) -> Option<Break> {
    let clusters = &paragraph.shaped.clusters;
    let cluster = clusters.partition_point(|cluster| cluster.text.start < place.at);
    let whole =
        clusters.get(cluster).map_or(paragraph.text.text.len(), |cluster| cluster.text.start) == place.at;
    if !whole {
        return None;
    }
    let is_space = |cluster: &Cluster| {
        let words = &paragraph.text.text[cluster.text.clone()];
        words.chars().all(|c| c == '\u{200b}' || (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')))
    };
    let visible =
        clusters[..cluster].iter().rposition(|cluster| !is_space(cluster)).map_or(0, |last| last + 1);
    let (end, start) = patches(shaper, paragraph, place, visible..cluster);
    Some(Break { at: place.at, cluster, visible, class: place.class, leaning: place.leaning, end, start })
}

/// What the two ends beside a break look like where they differ from the unbroken text; `at` are the spaces between.
fn patches(
    shaper: &mut Shaper<'_>,
    paragraph: &Paragraph,
    place: &Opportunity,
    at: Range<usize>,
) -> (Option<Patch>, Option<Patch>) {
    let clusters = &paragraph.shaped.clusters;
    let inside = at.is_empty()
        && clusters.get(at.start).is_some_and(|next| next.unsafe_to_break && at.start > 0)
        && clusters[at.start - 1].item == clusters[at.start].item;
    if !inside && place.class != BreakClass::Hyphen {
        return (None, None);
    }
    let item = clusters[at.start.saturating_sub(1)].item;
    let joined = |cluster: &Cluster| cluster.item == item && cluster.unsafe_to_break;
    let first = clusters[..at.start].iter().rposition(|c| !joined(c)).unwrap_or(0);
    let first = if inside { first } else { at.start };
    let mut end = reshaped(shaper, paragraph, first..at.start);
    if place.class == BreakClass::Hyphen {
        push_hyphen(shaper, paragraph, item, &mut end);
    }
    let start = inside.then(|| {
        let after = clusters[at.start..].iter().skip(1).take_while(|c| joined(c)).count();
        reshaped(shaper, paragraph, at.start..at.start + 1 + after)
    });
    (Some(end), start)
}

/// Clusters of one item shaped as if a line ended on both sides of them.
fn reshaped(shaper: &mut Shaper<'_>, paragraph: &Paragraph, range: Range<usize>) -> Patch {
    let old = &paragraph.shaped.clusters[range.clone()];
    let mut shaped = Shaped::default();
    if let (Some(first), Some(last)) = (old.first(), old.last()) {
        let (item, range) = (first.item, first.text.start..last.text.end);
        let part = Part { text: &paragraph.text.text, items: &paragraph.items, item, range, context: false };
        shape_part(shaper, &part, &mut shaped);
    }
    let wider = shaped.width() - old.iter().map(|cluster| cluster.advance).sum::<f64>();
    Patch { clusters: range, shaped, wider }
}

/// Adds a hyphen that stands for no text.
fn push_hyphen(shaper: &mut Shaper<'_>, paragraph: &Paragraph, item: usize, patch: &mut Patch) {
    let font = paragraph.items[item].font;
    let Ok(face) = shaper.face(font) else { return };
    let charmap = face.font.charmap();
    let Some(glyph) = charmap.map_unicode('\u{2010}').or_else(|| charmap.map_unicode('-')) else { return };
    let advance = f64::from(face.font.glyph_metrics().h_advance(glyph)) / face.upem;
    let text = patch.shaped.clusters.last().map_or_else(
        || paragraph.shaped.clusters[..patch.clusters.end].last().map_or(0, |c| c.text.end),
        |cluster| cluster.text.end,
    );
    let first = patch.shaped.glyphs.len();
    patch.shaped.glyphs.push(ShapedGlyph {
        id: u16::try_from(glyph.to_u32()).unwrap_or(0),
        advance,
        offset: (0.0, 0.0),
    });
    patch.shaped.clusters.push(Cluster {
        text: text..text,
        item,
        glyphs: first..first + 1,
        advance,
        unsafe_to_break: false,
    });
    patch.wider += advance;
}
