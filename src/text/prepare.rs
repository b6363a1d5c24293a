//! Rich text to a shaped paragraph: everything that does not depend on size or measure, done once a message.

use std::ops::Range;

use crate::content::RichText;
use crate::font::FontProblem;
use crate::geom::Em;
use crate::locale::Direction;
use crate::script::{Token, TokenKind, has_arabic_digits, tokens};
use crate::style::ParagraphStyle;
use crate::text::bidi::levels;
use crate::text::breaks::{BreakClass, Opportunity, opportunities};
use crate::text::broken::KeptLines;
use crate::text::chain::Problems;
use crate::text::edge::{end_edge, start_edge};
use crate::text::glue::joints;
use crate::text::itemize::itemize;
use crate::text::normalise::normalise;
use crate::text::paragraph::{Break, Paragraph, Patch, prefix_sums};
use crate::text::shape::{ItemPart, Shaped, ShapedCluster, ShapedGlyph, shape_part};
use crate::text::shaper::Shaper;
use crate::text::stop::KeptStops;
use crate::text::styles::styled_stretches;

/// Why a paragraph can't be shaped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unshaped {
    /// Faces that would be asked can't be read; what else is missing may be in one of them.
    Damaged {
        /// The first of them.
        first: FontProblem,
        /// The others.
        others: Vec<FontProblem>,
    },
    /// No face has a glyph for it.
    MissingGlyph {
        /// The first such character of the paragraph.
        character: char,
    },
    /// There is no face at all.
    NoFace,
}

/// Shapes one paragraph. U+2028 forces a line; U+2029 would too, but a paragraph has none.
///
/// # Errors
/// A face can't be read, or none has a glyph for some character.
pub fn prepare(
    shaper: &mut Shaper<'_>,
    text: &RichText,
    style: &ParagraphStyle,
) -> Result<Paragraph, Unshaped> {
    let rules = &shaper.typography.rules;
    let direction = shaper.locale.direction;
    let text = normalise(text, shaper.locale, shaper.typography);
    let levels = levels(&text.text, &isolates(&text, shaper), direction);
    let mut problems = Problems::default();
    let items =
        itemize(shaper, &text, &levels, &styled_stretches(&text, style.variant, rules), &mut problems);
    check_faces(problems, items.is_empty() && !text.text.is_empty())?;

    let mut shaped = Shaped::default();
    for (item, range) in items.iter().map(|item| item.range.clone()).enumerate() {
        shape_part(
            shaper,
            &ItemPart { text: &text.text, items: &items, item, range, context: true },
            &mut shaped,
        );
    }
    let starts = grapheme_starts(shaper, &text.text, &shaped.clusters);
    let joints = joints(&text.text, &shaped.clusters, &starts, rules);
    let mut paragraph = Paragraph {
        direction,
        rules: *rules,
        sums: prefix_sums(&shaped, &joints),
        starts,
        breaks: Vec::new(),
        addresses: Vec::new(),
        kept: KeptLines::default(),
        stops: KeptStops::default(),
        items,
        shaped,
        joints,
        text,
    };
    if !paragraph.text.text.is_empty() {
        let ends = opportunities(shaper, &paragraph.text, rules, style);
        paragraph.addresses = ends.addresses;
        paragraph.breaks = ends.places.iter().map(|place| place_break(shaper, &paragraph, place)).collect();
    }
    Ok(paragraph)
}

/// What is set as if it stood by itself: values of variables and, where text runs from the right, phone numbers and
/// addresses, whose parts would change places (UAX #9, W2: a hyphen between Arabic numbers is neutral).
fn isolates(text: &RichText, shaper: &Shaper<'_>) -> Vec<Range<usize>> {
    let tokens = match shaper.locale.direction {
        Direction::LeftToRight => Vec::new(),
        Direction::RightToLeft => tokens(&text.text, &shaper.typography.lexicon),
    };
    let apart = |range: &Range<usize>| {
        !text.isolates.iter().any(|known| known.start < range.end && range.start < known.end)
    };
    // Digits of Arabic and their marks are left to the algorithm, which sets their ranges from the right.
    let stands_alone = |token: &Token| {
        token.kind != TokenKind::Together && !has_arabic_digits(&text.text[token.range.clone()])
    };
    let whole = tokens.into_iter().filter(stands_alone);
    let tokens = whole.map(|token| token.range).filter(apart);
    text.isolates.iter().cloned().chain(tokens).collect()
}

/// Gives up where the faces do not serve; `bare` is text that no face was found for.
fn check_faces(problems: Problems, bare: bool) -> Result<(), Unshaped> {
    let mut damaged = problems.damaged.into_iter();
    match (damaged.next(), problems.missing) {
        (Some(first), _) => Err(Unshaped::Damaged { first, others: damaged.collect() }),
        (None, Some(character)) => Err(Unshaped::MissingGlyph { character }),
        (None, None) if bare => Err(Unshaped::NoFace),
        (None, None) => Ok(()),
    }
}

/// For each cluster whether a grapheme cluster starts there too.
fn grapheme_starts(shaper: &Shaper<'_>, text: &str, clusters: &[ShapedCluster]) -> Vec<bool> {
    let mut graphemes = shaper.graphemes.segment_str(text).peekable();
    let mut starts = |at: usize| {
        while graphemes.next_if(|&start| start < at).is_some() {}
        graphemes.peek() == Some(&at)
    };
    clusters.iter().map(|cluster| starts(cluster.text.start)).collect()
}

/// The break at an opportunity. Where both sides of it are in one cluster (a ligature), that cluster is shaped anew in two.
fn place_break(shaper: &mut Shaper<'_>, paragraph: &Paragraph, place: &Opportunity) -> Break {
    let clusters = &paragraph.shaped.clusters;
    let next = clusters.partition_point(|cluster| cluster.text.start < place.at);
    let inside = next > 0 && clusters[next - 1].text.end > place.at;
    let cluster = if inside { next - 1 } else { next };
    let is_space = |cluster: &ShapedCluster| {
        let words = &paragraph.text.text[cluster.text.clone()];
        words.chars().all(|c| c == '\u{200b}' || (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')))
    };
    let last_seen = clusters[..cluster].iter().rposition(|cluster| !is_space(cluster));
    let visible = if inside { cluster } else { last_seen.map_or(0, |last| last + 1) };
    let (end, start) = patches(shaper, paragraph, place, visible..cluster);
    let (text, rules) = (&paragraph.text.text, &paragraph.rules);
    let last = end.as_ref().and_then(|patch| patch.shaped.clusters.last());
    let last = last.or_else(|| clusters[..visible].last());
    let first = start.as_ref().and_then(|patch| patch.shaped.clusters.first());
    let first = first.or_else(|| clusters.get(cluster));
    let edges = [
        last.map(|last| end_edge(text, last, rules)).unwrap_or_default(),
        first.map(|first| start_edge(text, first, rules)).unwrap_or_default(),
    ];
    let Opportunity { at, class, leaning, tight } = *place;
    Break { at, cluster, visible, edges, class, leaning, tight, end, start }
}

/// How many clusters on either side of a break are shaped anew at most. No word of any language hangs together farther (H);
/// a number of fifty thousand digits does, and each place in it would have all of them shaped again.
const FARTHEST: usize = 64;

/// What the two ends beside a break look like where they differ from the unbroken text; `spaces` are the clusters between.
fn patches(
    shaper: &mut Shaper<'_>,
    paragraph: &Paragraph,
    place: &Opportunity,
    spaces: Range<usize>,
) -> (Option<Patch>, Option<Patch>) {
    let clusters = &paragraph.shaped.clusters;
    let at = spaces.start;
    let inside = clusters.get(at).is_some_and(|next| next.text.start < place.at && place.at < next.text.end);
    let joined = spaces.is_empty()
        && clusters.get(at).is_some_and(|next| next.unsafe_to_break && at > 0)
        && clusters[at - 1].item == clusters[at].item;
    let hyphen = place.class == BreakClass::Hyphen;
    if !inside && !joined && !hyphen {
        return (None, None);
    }
    let item = clusters[if inside { at } else { at.saturating_sub(1) }].item;
    let unsafe_here = |cluster: &ShapedCluster| cluster.item == item && cluster.unsafe_to_break;
    // Back to the last cluster before which the shaper would have the line break as it is.
    let first = if inside || joined { safe_start(clusters, at, unsafe_here) } else { at };
    let first = if at - first > FARTHEST { at } else { first };
    let mut end = reshaped(shaper, paragraph, first..at, first_byte(clusters, first)..place.at);
    if hyphen {
        push_hyphen(shaper, paragraph, item, &mut end);
    }
    let start = (inside || joined).then(|| {
        let after = clusters[at..].iter().skip(1).take(FARTHEST + 1).take_while(|c| unsafe_here(c)).count();
        let after = if after > FARTHEST { 0 } else { after };
        let last = at + 1 + after;
        reshaped(shaper, paragraph, at..last, place.at..clusters[last - 1].text.end)
    });
    (Some(end), start)
}

/// The cluster at which what ends before `at` may be shaped by itself.
fn safe_start(clusters: &[ShapedCluster], at: usize, is_unsafe: impl Fn(&ShapedCluster) -> bool) -> usize {
    if clusters.get(at).is_some_and(|cluster| !is_unsafe(cluster)) {
        return at;
    }
    clusters[..at].iter().rev().take(FARTHEST + 1).position(|c| !is_unsafe(c)).map_or(0, |back| at - 1 - back)
}

fn first_byte(clusters: &[ShapedCluster], at: usize) -> usize {
    clusters.get(at).map_or(0, |cluster| cluster.text.start)
}

/// A stretch of one item shaped as if a line ended on both sides of it, in the place of some clusters.
fn reshaped(
    shaper: &mut Shaper<'_>,
    paragraph: &Paragraph,
    replaced: Range<usize>,
    range: Range<usize>,
) -> Patch {
    let old = &paragraph.shaped.clusters[replaced.clone()];
    let mut shaped = Shaped::default();
    if let (Some(first), false) = (paragraph.shaped.clusters.get(replaced.start), range.is_empty()) {
        let item = first.item;
        let part =
            ItemPart { text: &paragraph.text.text, items: &paragraph.items, item, range, context: false };
        shape_part(shaper, &part, &mut shaped);
    }
    let joints = &paragraph.joints[replaced.start..replaced.end.saturating_sub(1).max(replaced.start)];
    let gaps: Em = joints.iter().map(|joint| joint.glue.gap).sum();
    let wider = shaped.width() - old.iter().map(|cluster| cluster.advance).sum::<Em>() - gaps;
    Patch { clusters: replaced, shaped, wider }
}

/// Adds a hyphen that stands for no text. Where the face has none, the word is divided without.
fn push_hyphen(shaper: &mut Shaper<'_>, paragraph: &Paragraph, item: usize, patch: &mut Patch) {
    let Some((id, advance)) = shaper.hyphen(paragraph.items[item].font) else { return };
    let text = patch.shaped.clusters.last().map_or_else(
        || paragraph.shaped.clusters[..patch.clusters.end].last().map_or(0, |c| c.text.end),
        |cluster| cluster.text.end,
    );
    let first = patch.shaped.glyphs.len();
    patch.shaped.glyphs.push(ShapedGlyph { id, advance, x_offset: Em::ZERO, y_offset: Em::ZERO });
    patch.shaped.clusters.push(ShapedCluster {
        text: text..text,
        item,
        glyphs: first..first + 1,
        advance,
        unsafe_to_break: false,
    });
    patch.wider += advance;
}
