//! Places a line. In: a paragraph, one of its lines, the style at its size. Out: runs in visual order, from the start of
//! the measure, on the baseline, each with where it comes from. Runs tile the line's text.

use std::ops::Range;

use crate::frame::{Glyph, Ground, LineEnd, LinkId, Origin, Passage, TextRun};
use crate::geom::{Abs, Em};
use crate::locale::Direction;
use crate::script::Breaking;
use crate::style::{Align, LineStyle};
use crate::text::bidi::visual_order;
use crate::text::broken::Line;
use crate::text::edge::{Edge, end_edge, hangs, start_edge};
use crate::text::glue::{Joint, SARA_AM, Shrinks};
use crate::text::paragraph::{Break, Paragraph, Patch};
use crate::text::shape::{Shaped, ShapedCluster, ShapedGlyph};

/// A placed line.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct SetLine {
    /// Its runs from left to right, each with the x of its start; the baseline is y = 0. The space at the line's end is
    /// in the last one, without width.
    pub runs: Vec<(Abs, TextRun)>,
    /// How much of the measure it takes: without the space at its end, and without what hangs in the margin.
    pub width: Abs,
}

/// A cluster on its line.
struct Placed<'p> {
    cluster: &'p ShapedCluster,
    glyphs: &'p [ShapedGlyph],
    joint: Joint,
    /// Added after it.
    after: Em,
    /// Added before its last glyph.
    within: Em,
    /// Its embedding level on the line.
    level: u8,
}

impl<'p> Placed<'p> {
    fn new(
        paragraph: &'p Paragraph,
        shaped: &'p Shaped,
        cluster: &'p ShapedCluster,
        joint: Joint,
    ) -> Placed<'p> {
        let (glyphs, level) = (shaped.glyphs_of(cluster), paragraph.items[cluster.item].level);
        Placed { cluster, glyphs, joint, after: Em::ZERO, within: Em::ZERO, level }
    }

    fn width(&self) -> Em {
        self.cluster.advance + self.within + self.after
    }
}

/// Places a line within its measure. The line must be one of the paragraph's, broken at the same size. Where the paragraph
/// is of a node, `passage` says which one. Its runs stand on bare paper.
pub fn set_line(
    paragraph: &Paragraph,
    line: &Line,
    measure: Abs,
    style: &LineStyle,
    passage: Option<Passage>,
) -> SetLine {
    let mut placed = placed(paragraph, line);
    if let Some(last) = placed.last_mut() {
        last.joint = Joint::default();
    }
    let (first, last) = edges(paragraph, &placed);
    let flush = style.align == Align::Justify;
    let [hung_first, hung_last] = hangs(style.align, &first, &last);
    let hangs = (first.trim + hung_first, last.trim + hung_last);
    let natural: Em = placed.iter().map(|p| p.cluster.advance + p.joint.glue.gap).sum();
    let justified = flush && !matches!(line.end, LineEnd::Paragraph | LineEnd::Forced | LineEnd::Sentence);
    let slack = Em::new(measure / style.size) - (natural - hangs.0 - hangs.1);
    // Lines of characters are flush whatever it takes (clreq 3.1.6.5): their squares open, not their spaces.
    let may_be_ragged = paragraph.rules.breaking != Breaking::Ideographs;
    let spreads = (justified && !(may_be_ragged && is_torn(&placed, slack))) || slack < Em::ZERO;
    let taken = spread(&mut placed, if spreads { slack } else { Em::ZERO }, last.shrink);
    part_vowels(&paragraph.text.text, &mut placed);
    let whole: Em = placed.iter().map(Placed::width).sum();
    let width = (whole - hangs.0 - hangs.1 - taken).at(style.size);
    let free = (measure - width).max(Abs::ZERO);
    let x = match (style.align, paragraph.direction) {
        (Align::Center, _) => free / 2.0,
        (_, Direction::RightToLeft) => free,
        (_, Direction::LeftToRight) => Abs::ZERO,
    };
    // What hangs stands left of there; where lines run from the right, that is where they end.
    let before = match paragraph.direction {
        Direction::LeftToRight => hangs.0,
        Direction::RightToLeft => hangs.1 + taken,
    };
    placed.extend(trailing(paragraph, line));
    let set = place_runs(paragraph, &placed, x - before.at(style.size), style, passage);
    SetLine { width, ..set }
}

/// The edges of a line: of its first and of its last cluster.
fn edges(paragraph: &Paragraph, placed: &[Placed<'_>]) -> (Edge, Edge) {
    let (Some(first), Some(last)) = (placed.first(), placed.last()) else { return Default::default() };
    let (text, rules) = (&paragraph.text.text, &paragraph.rules);
    (start_edge(text, first.cluster, rules), end_edge(text, last.cluster, rules))
}

/// Opens the Thai vowel of two glyphs between them, not before the first, which stands over the consonant.
fn part_vowels(text: &str, placed: &mut [Placed<'_>]) {
    for at in 1..placed.len() {
        let vowel = placed[at].glyphs.len() > 1 && text[placed[at].cluster.text.clone()].ends_with(SARA_AM);
        if vowel {
            placed[at].within = std::mem::take(&mut placed[at - 1].after);
        }
    }
}

/// What stands at the line's end without width: spaces, which part words for who reads the line, and hints that show
/// nowhere. It has the paragraph's own level (UAX #9, L1).
fn trailing<'p>(paragraph: &'p Paragraph, line: &Line) -> Vec<Placed<'p>> {
    let clusters = &paragraph.shaped.clusters;
    let (first, next) = (first_cluster(paragraph, line.text.start), first_cluster(paragraph, line.text.end));
    let visible = break_at(paragraph, line.text.end).map_or(next, |end| end.visible).max(first);
    let spaces = clusters.get(visible..next).unwrap_or_default().iter();
    let level = u8::from(paragraph.direction == Direction::RightToLeft);
    spaces
        .map(|cluster| {
            let placed = Placed::new(paragraph, &paragraph.shaped, cluster, Joint::default());
            Placed { after: -cluster.advance, level, ..placed }
        })
        .collect()
}

/// The clusters that show on the line, its ends as they look there.
fn placed<'p>(paragraph: &'p Paragraph, line: &Line) -> Vec<Placed<'p>> {
    let clusters = &paragraph.shaped.clusters;
    let first = first_cluster(paragraph, line.text.start);
    let end = break_at(paragraph, line.text.end);
    let cut = || first_cluster(paragraph, line.text.end);
    let visible = end.map_or_else(cut, |end| end.visible).max(first);
    let shown = |range: Range<usize>| {
        range.map(|at| {
            let cluster = &clusters[at];
            Placed::new(paragraph, &paragraph.shaped, cluster, paragraph.joints[at])
        })
    };
    // Where a line is so short that its patched ends meet, only the start is; an added hyphen stays.
    let tail = end.and_then(|end| end.end.as_ref()).filter(|patch| patch.clusters.start >= first);
    let tail_start = tail.map_or(visible, |patch| patch.clusters.start);
    let head = break_at(paragraph, line.text.start)
        .and_then(|start| start.start.as_ref())
        .filter(|patch| patch.clusters.end <= tail_start);
    let head_end = head.map_or(first, |patch| patch.clusters.end);
    let patched = |patch: &'p Patch| {
        let clusters = patch.shaped.clusters.iter();
        clusters.map(|cluster| Placed::new(paragraph, &patch.shaped, cluster, Joint::default()))
    };
    let mut out: Vec<Placed<'p>> = head.into_iter().flat_map(patched).collect();
    if let (Some(last), true) = (out.last_mut(), head_end > 0) {
        last.joint = paragraph.joints[head_end - 1];
    }
    out.extend(shown(head_end.min(tail_start)..tail_start));
    out.extend(tail.into_iter().flat_map(patched));
    if let (None, Some(patch)) = (tail, end.and_then(|end| end.end.as_ref())) {
        out.extend(patched(patch).filter(|placed| placed.cluster.text.is_empty()));
    }
    out
}

/// The cluster with which a line starts that starts at a byte.
fn first_cluster(paragraph: &Paragraph, at: usize) -> usize {
    let clusters = &paragraph.shaped.clusters;
    let next = || clusters.partition_point(|cluster| cluster.text.start < at);
    break_at(paragraph, at).map_or_else(next, |found| found.cluster)
}

fn break_at(paragraph: &Paragraph, at: usize) -> Option<&Break> {
    let found = paragraph.breaks.binary_search_by_key(&at, |place| place.at).ok()?;
    Some(&paragraph.breaks[found])
}

/// How much wider a place may become after all that it should (H): with what a space of Latin grows first, some three times
/// as wide as it is.
const TORN: Em = Em::new(0.4);

/// Whether a line has so few places that open that it had better be set from its start than be flush.
fn is_torn(placed: &[Placed<'_>], slack: Em) -> bool {
    let room = |p: &Placed<'_>| p.joint.glue.stretch + p.joint.glue.letters + p.joint.glue.tracking;
    let opens =
        |p: &Placed<'_>| if p.joint.glue.stretch + p.joint.glue.letters > Em::ZERO { 1.0 } else { 0.0 };
    let places: f64 = placed.iter().map(opens).sum();
    slack - placed.iter().map(room).sum() > TORN * places
}

/// Sets what is added after each cluster: its gap, and its part of the slack; gives back what the mark at the line's end
/// takes of it, which may shrink by `end`. What shrinks does so in its order, then letters close up. Spaces and gaps open
/// first, then letters; what is left goes to all of them alike, so that no single gap is torn open.
fn spread(placed: &mut [Placed<'_>], slack: Em, end: Em) -> Em {
    placed.iter_mut().for_each(|p| p.after = p.joint.glue.gap);
    if slack < Em::ZERO {
        shrink(placed, -slack, end)
    } else {
        stretch(placed, slack);
        Em::ZERO
    }
}

/// Narrows a line by `wanted`, as far as it goes.
fn shrink(placed: &mut [Placed<'_>], mut wanted: Em, end: Em) -> Em {
    let taken = wanted.min(end);
    wanted -= taken;
    for step in Shrinks::ORDER {
        let of = |p: &Placed<'_>| if p.joint.shrinks == step { p.joint.glue.shrink } else { Em::ZERO };
        wanted -= share_out(placed, wanted, of, -1.0);
    }
    share_out(placed, wanted, |p| p.joint.glue.tracking, -1.0);
    taken
}

/// Widens a line by `wanted`.
fn stretch(placed: &mut [Placed<'_>], mut wanted: Em) {
    wanted -= share_out(placed, wanted, |p| p.joint.glue.stretch, 1.0);
    wanted -= share_out(placed, wanted, |p| p.joint.glue.letters, 1.0);
    wanted -= share_out(placed, wanted, |p| p.joint.glue.tracking, 1.0);
    let opens =
        |p: &Placed<'_>| if p.joint.glue.stretch + p.joint.glue.letters > Em::ZERO { 1.0 } else { 0.0 };
    let places: f64 = placed.iter().map(opens).sum();
    if places > 0.0 {
        placed.iter_mut().for_each(|p| p.after += wanted * opens(p) / places);
    }
}

/// Gives each cluster its part of what is wanted, by the room that it has, and not more than that; gives back how much
/// was given.
fn share_out(placed: &mut [Placed<'_>], wanted: Em, room: impl Fn(&Placed<'_>) -> Em, sign: f64) -> Em {
    let total: Em = placed.iter().map(&room).sum();
    if total <= Em::ZERO || wanted <= Em::ZERO {
        return Em::ZERO;
    }
    let given = wanted.min(total);
    placed.iter_mut().for_each(|p| p.after += room(p) * sign * given.to_em() / total.to_em());
    given
}

/// Runs of one item each, in visual order.
fn place_runs(
    paragraph: &Paragraph,
    placed: &[Placed<'_>],
    mut x: Abs,
    style: &LineStyle,
    passage: Option<Passage>,
) -> SetLine {
    let groups: Vec<&[Placed<'_>]> =
        placed.chunk_by(|a, b| (a.cluster.item, a.level) == (b.cluster.item, b.level)).collect();
    let levels: Vec<u8> = groups.iter().map(|group| group[0].level).collect();
    let mut set = SetLine::default();
    for group in visual_order(&levels).into_iter().map(|at| groups[at]) {
        let item = &paragraph.items[group[0].cluster.item];
        let start = group[0].cluster.text.start;
        let end = group[group.len() - 1].cluster.text.end;
        let run = TextRun {
            font: item.font,
            size: style.size,
            color: style.color,
            ground: Ground::PAPER,
            text: paragraph.text.text[start..end].to_owned(),
            lang: item.tag.clone(),
            glyphs: glyphs(group, start, group[0].level % 2 == 1),
            origin: passage.map(|passage| origin(&passage, start..end, item.link)),
        };
        let width = run.width();
        set.runs.push((x, run));
        x += width;
    }
    set
}

/// The glyphs of clusters in visual order. What is added after a cluster lies to its left where text runs from the right:
/// there the glyphs are shifted by it.
fn glyphs(group: &[Placed<'_>], start: usize, backward: bool) -> Vec<Glyph> {
    let mut out = Vec::new();
    let mut push = |p: &Placed<'_>| {
        let cluster = p.cluster.text.start - start..p.cluster.text.end - start;
        for (at, glyph) in p.glyphs.iter().enumerate() {
            let last = at + 1 == p.glyphs.len();
            let after = if backward && at == 0 || !backward && last { p.after } else { Em::ZERO };
            let shift = if backward { p.after } else { Em::ZERO };
            let within = if at + 2 == p.glyphs.len() { p.within } else { Em::ZERO };
            out.push(Glyph {
                id: glyph.id,
                advance: glyph.advance + after + within,
                x_offset: glyph.x_offset + shift,
                y_offset: glyph.y_offset,
                cluster: cluster.clone(),
            });
        }
    };
    if backward {
        group.iter().rev().for_each(&mut push);
    } else {
        group.iter().for_each(&mut push);
    }
    out
}

/// Where bytes of a passage, and a link of it, are in its node.
fn origin(passage: &Passage, text: Range<usize>, link: Option<usize>) -> Origin {
    let &Passage { node, paragraph, start, links } = passage;
    let link = link.map(|index| LinkId { node, index: links + index });
    Origin { node, paragraph, text: start + text.start..start + text.end, link }
}
