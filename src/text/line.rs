//! Places a line. In: a paragraph, one of its lines, the style at its size. Out: runs in visual order, from the start of
//! the measure, on the baseline; areas of links.

use crate::font::FontId;
use crate::frame::{Glyph, LineEnd, NodeId, TextRun};
use crate::geom::{Abs, Em};
use crate::locale::Direction;
use crate::style::{Align, LineStyle};
use crate::text::bidi::visual_order;
use crate::text::compose::Line;
use crate::text::glue::Glue;
use crate::text::paragraph::{Break, Paragraph};
use crate::text::shape::{Cluster, ShapedGlyph};

/// A placed line.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct SetLine {
    /// Its runs from left to right, each with the x of its start; the baseline is y = 0. The space at the line's end is
    /// in the last one, without width.
    pub runs: Vec<(Abs, TextRun)>,
    /// The areas of links: name, x, width.
    pub links: Vec<(String, Abs, Abs)>,
}

/// A cluster on its line.
struct Placed<'p> {
    cluster: &'p Cluster,
    glyphs: &'p [ShapedGlyph],
    glue: Glue,
    /// Added after it, in em.
    after: f64,
}

/// Places a line within its measure. The line must be one of the paragraph's, broken at the same size.
pub fn set_line(
    paragraph: &Paragraph,
    line: &Line,
    measure: Abs,
    style: &LineStyle,
    node: Option<NodeId>,
) -> SetLine {
    let mut placed = placed(paragraph, line);
    if let Some(last) = placed.last_mut() {
        last.glue = Glue::default();
    }
    let natural: f64 = placed.iter().map(|p| p.cluster.advance + p.glue.gap).sum();
    let justified =
        style.align == Align::Justify && !matches!(line.end, LineEnd::Paragraph | LineEnd::Forced);
    let slack = measure / style.size - natural;
    spread(&mut placed, if justified || slack < 0.0 { slack } else { 0.0 });
    let width: f64 = placed.iter().map(|p| p.cluster.advance + p.after).sum();
    let free = (measure - Em::new(width).at(style.size)).max(Abs::ZERO);
    let x = match (style.align, paragraph.direction) {
        (Align::Center, _) => free / 2.0,
        (_, Direction::RightToLeft) => free,
        (_, Direction::LeftToRight) => Abs::ZERO,
    };
    placed.extend(trailing(paragraph, line));
    place_runs(paragraph, &placed, x, (style, node))
}

/// The space at the line's end, without width: it parts words for who reads the line, and shows nowhere.
fn trailing<'p>(paragraph: &'p Paragraph, line: &Line) -> Vec<Placed<'p>> {
    let clusters = &paragraph.shaped.clusters;
    let before = |at: usize| clusters.partition_point(|cluster| cluster.text.start < at);
    let (first, next) = (before(line.text.start), before(line.text.end));
    let visible = break_at(paragraph, line.text.end).map_or(next, |end| end.visible).max(first);
    let spaces = clusters.get(visible..next).unwrap_or_default().iter();
    spaces
        .filter(|cluster| paragraph.text.text[cluster.text.clone()].chars().all(|c| c == ' '))
        .map(|cluster| {
            let glyphs = paragraph.shaped.glyphs_of(cluster);
            Placed { cluster, glyphs, glue: Glue::default(), after: -cluster.advance }
        })
        .collect()
}

/// The clusters that show on the line, its ends as they look there.
fn placed<'p>(paragraph: &'p Paragraph, line: &Line) -> Vec<Placed<'p>> {
    let clusters = &paragraph.shaped.clusters;
    let first = clusters.partition_point(|cluster| cluster.text.start < line.text.start);
    let end = break_at(paragraph, line.text.end);
    let cut = || clusters.partition_point(|cluster| cluster.text.start < line.text.end);
    let visible = end.map_or_else(cut, |end| end.visible).max(first);
    let shown = |range: std::ops::Range<usize>| {
        range.map(|at| Placed {
            cluster: &clusters[at],
            glyphs: paragraph.shaped.glyphs_of(&clusters[at]),
            glue: paragraph.glue[at],
            after: 0.0,
        })
    };
    if visible == first {
        return Vec::new();
    }
    // Where a line is so short that its patched ends meet, only the end is patched.
    let tail = end.and_then(|end| end.end.as_ref()).filter(|patch| patch.clusters.start >= first);
    let tail_start = tail.map_or(visible, |patch| patch.clusters.start);
    let head = break_at(paragraph, line.text.start)
        .and_then(|start| start.start.as_ref())
        .filter(|patch| patch.clusters.end <= tail_start);
    let head_end = head.map_or(first, |patch| patch.clusters.end);
    let patched = |patch: &'p crate::text::paragraph::Patch| {
        patch.shaped.clusters.iter().map(|cluster| Placed {
            cluster,
            glyphs: patch.shaped.glyphs_of(cluster),
            glue: Glue::default(),
            after: 0.0,
        })
    };
    let mut out: Vec<Placed<'p>> = head.into_iter().flat_map(patched).collect();
    if let (Some(last), true) = (out.last_mut(), head_end > 0) {
        last.glue = paragraph.glue[head_end - 1];
    }
    out.extend(shown(head_end..tail_start));
    out.extend(tail.into_iter().flat_map(patched));
    out
}

fn break_at(paragraph: &Paragraph, at: usize) -> Option<&Break> {
    let found = paragraph.breaks.binary_search_by_key(&at, |place| place.at).ok()?;
    Some(&paragraph.breaks[found])
}

/// Sets what is added after each cluster: its gap, and its part of the slack. Spaces and gaps open first, then letters;
/// what is left goes to all of them alike, so that no single gap is torn open.
fn spread(placed: &mut [Placed<'_>], slack: f64) {
    let total = |of: fn(&Glue) -> f64| -> f64 { placed.iter().map(|p| of(&p.glue)).sum() };
    let (stretch, shrink, letters) = (total(|g| g.stretch), total(|g| g.shrink), total(|g| g.letters));
    let opens = |p: &Placed<'_>| p.glue.stretch + p.glue.letters > 0.0;
    let places = placed.iter().filter(|p| opens(p)).fold(0.0, |sum, _| sum + 1.0);
    let share = |part: f64, room: f64| if room > 0.0 { part / room } else { 0.0 };
    let narrower = share(slack.min(0.0), shrink).max(-1.0);
    let first = slack.clamp(0.0, stretch);
    let second = (slack - first).clamp(0.0, letters);
    let rest = share((slack - first - second).max(0.0), places);
    let (wider, looser) = (share(first, stretch), share(second, letters));
    for p in placed {
        let rest = if opens(p) { rest } else { 0.0 };
        let glue = p.glue;
        p.after = glue.gap + narrower * glue.shrink + wider * glue.stretch + looser * glue.letters + rest;
    }
}

/// Runs of one item each, in visual order.
fn place_runs(
    paragraph: &Paragraph,
    placed: &[Placed<'_>],
    mut x: Abs,
    (style, node): (&LineStyle, Option<NodeId>),
) -> SetLine {
    let groups: Vec<&[Placed<'_>]> = placed.chunk_by(|a, b| a.cluster.item == b.cluster.item).collect();
    let levels: Vec<u8> = groups.iter().map(|group| paragraph.items[group[0].cluster.item].level).collect();
    let mut set = SetLine::default();
    for group in visual_order(&levels).into_iter().map(|at| groups[at]) {
        let item = &paragraph.items[group[0].cluster.item];
        let start = group[0].cluster.text.start;
        let end = group[group.len() - 1].cluster.text.end;
        let font: FontId = item.font;
        let run = TextRun {
            font,
            size: style.size,
            color: style.color,
            text: paragraph.text.text[start..end].to_owned(),
            lang: item.tag.clone(),
            glyphs: glyphs(group, start, item.level % 2 == 1),
            node,
        };
        let width = run.width();
        if let Some(name) = &item.link {
            push_link(&mut set.links, name, x, width);
        }
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
            let after = if backward && at == 0 || !backward && last { p.after } else { 0.0 };
            let shift = if backward { p.after } else { 0.0 };
            out.push(Glyph {
                id: glyph.id,
                advance: Em::new(glyph.advance + after),
                x_offset: Em::new(glyph.offset.0 + shift),
                y_offset: Em::new(glyph.offset.1),
                cluster: cluster.clone(),
            });
        }
    };
    match backward {
        true => group.iter().rev().for_each(&mut push),
        false => group.iter().for_each(&mut push),
    }
    out
}

/// Adds the area of a link, joined to the one before it where they touch.
fn push_link(links: &mut Vec<(String, Abs, Abs)>, name: &str, x: Abs, width: Abs) {
    let touches =
        |last: &&mut (String, Abs, Abs)| last.0 == name && (last.1 + last.2 - x).abs() < Abs::pt(0.01);
    match links.last_mut().filter(touches) {
        Some(last) => last.2 += width,
        None => links.push((name.to_owned(), x, width)),
    }
}
