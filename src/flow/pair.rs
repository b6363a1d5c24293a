//! Two languages beside each other. Each block of the first one stands with its partner of the second in a row of its own:
//! whole, their first baselines level, as tall as the taller one. So both languages have equal rows and break alike.

use std::collections::BTreeMap;

use super::block::{Block, Story};
use super::compose::{Composer, goes_on};
use super::hold::{BlockRows, hold_blocks};
use super::row::{Gap, Row, RowKind, Setting, Slot};
use crate::frame::{Node, NodeId, Role, Structure};
use crate::geom::Abs;
use crate::spec::{Enclosure, Layout, Place};

/// The size of a title below that of the first language (H).
const SECOND_TITLE: f64 = 0.6;
/// Space above a block below its partner, in em of its size (H).
const BELOW: f64 = 0.28;

/// A block and its partner, by their indices; a contact line, a picture or a code stands alone.
type Pair = [Option<usize>; 2];

/// Two stories of one leaflet in one layout as one: each block, then its partner. The second language is set at the size
/// that is to the first one's as the sizes that their scripts would like. Contact lines, pictures and codes are the first
/// language's.
pub fn paired(first: Story, second: Story, layout: &Layout) -> Story {
    let mut structure = Structure::default();
    let mut ids: [BTreeMap<NodeId, NodeId>; 2] = Default::default();
    for (own, (one, other)) in
        (0..).map(NodeId).zip(first.structure.nodes.into_iter().zip(second.structure.nodes))
    {
        let once = matches!(one.role, Role::Contact | Role::Picture | Role::Code);
        let first = structure.push(one);
        ids[0].insert(own, first);
        if !once {
            ids[1].insert(own, structure.push(Node { echo_of: Some(first), ..other }));
        }
    }
    let mut blocks: BTreeMap<Place, Vec<Block>> = BTreeMap::new();
    let mut others = second.blocks;
    for (place, ones) in first.blocks {
        let own = blocks.entry(place).or_default();
        for (mut one, mut other) in ones.into_iter().zip(others.remove(&place).unwrap_or_default()) {
            other.voice.is_second = true;
            other.voice.scale = other.voice.rules.ideal / one.voice.rules.ideal;
            if !layout.is_beside(place) {
                subordinate(&mut other);
            }
            one.node = ids[0][&one.node];
            own.push(one);
            if let Some(&node) = ids[1].get(&other.node) {
                other.node = node;
                own.push(other);
            }
        }
    }
    Story { blocks, structure, title: first.title }
}

/// Sets a block below its partner: what the partner has once is not repeated.
fn subordinate(block: &mut Block) {
    block.numeral = None;
    block.style.rule = None;
    block.style.around[0] = BELOW * block.style.size;
    if block.role == Role::Title {
        block.voice.scale *= SECOND_TITLE;
    }
}

/// The rows of both languages in columns of that measure: as many, as tall, and kept together alike.
pub fn paired_rows(
    composer: &Composer<'_>,
    blocks: &[Block],
    measure: Abs,
    setting: &Setting,
) -> [Vec<Row>; 2] {
    let pairs = pairs(blocks, setting);
    let mut tracks = [Vec::new(), Vec::new()];
    let mut previous: Option<&Block> = None;
    let together = |one: &Pair, other: &Pair| match (one[0], other[0]) {
        (Some(one), Some(other)) => goes_on(&blocks[one], &blocks[other]),
        _ => false,
    };
    for section in pairs.chunk_by(together) {
        let first = section[0][0].map(|at| &blocks[at]);
        let last = section.last().and_then(|pair| pair[0]).map(|at| &blocks[at]);
        if let Some((first, enclosure)) = first.and_then(|first| Some((first, first.within?))) {
            let space = composer.space(enclosure, blocks, first, measure, setting);
            let gap = composer.gap(previous, first, setting);
            let inner = levels(composer, blocks, section, None, space.slot, setting);
            for (track, rows) in tracks.iter_mut().zip(inner) {
                track.push(composer.box_row(rows, &space, gap, setting));
            }
            previous = last.filter(|_| enclosure == Enclosure::Fact);
            continue;
        }
        let base = first.map_or(Abs::ZERO, |block| composer.base(block, setting));
        let slot = Slot { x: base, measure: measure - base };
        let rows = levels(composer, blocks, section, Some(previous), slot, setting);
        tracks.iter_mut().zip(rows).for_each(|(track, rows)| track.extend(rows));
        previous = last;
    }
    tracks
}

/// The rows of a section. `before` is the block above it; `None` where nothing is, for it starts a box.
fn levels(
    composer: &Composer<'_>,
    blocks: &[Block],
    section: &[Pair],
    before: Option<Option<&Block>>,
    slot: Slot,
    setting: &Setting,
) -> [Vec<Row>; 2] {
    let mut tracks = [Vec::new(), Vec::new()];
    let mut held: Vec<BlockRows> = Vec::new();
    let mut previous = before;
    for pair in section {
        let Some(first) = pair[0].map(|at| &blocks[at]) else { continue };
        let gap = previous.map_or_else(Gap::default, |previous| composer.gap(previous, first, setting));
        let sides = pair.map(|at| {
            at.map_or_else(Vec::new, |at| composer.block(blocks, at, slot, Gap::default(), setting))
        });
        let fresh = composer.is_fresh(gap.starts);
        let (at, lines) = (held.len(), sides.iter().map(Vec::len).max().unwrap_or_default());
        held.push(BlockRows { rows: at..at + 1, lines, role: first.role, section: first.section });
        for (track, row) in tracks.iter_mut().zip(level(sides, gap)) {
            track.push(Row { fresh, ..row });
        }
        previous = Some(Some(first));
    }
    tracks.iter_mut().for_each(|rows| hold_blocks(&held, rows));
    tracks
}

/// The blocks that are set, in pairs.
fn pairs(blocks: &[Block], setting: &Setting) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| setting.optional || !block.optional) {
        match pairs.last_mut() {
            Some(pair) if block.voice.is_second => pair[1] = Some(at),
            _ => pairs.push([Some(at), None]),
        }
    }
    pairs
}

/// The lines of a block and of its partner as two rows of one height, with their first baselines level.
fn level(sides: [Vec<Row>; 2], gap: Gap) -> [Row; 2] {
    let baseline = |rows: &[Row]| match rows.first().map(|row| &row.kind) {
        Some(RowKind::Line(line)) => line.baseline,
        _ => Abs::ZERO,
    };
    let deepest = sides.iter().map(|rows| baseline(rows)).fold(Abs::ZERO, Abs::max);
    let sides = sides.map(|mut rows| {
        let lead = deepest - baseline(&rows);
        if let Some(first) = rows.first_mut() {
            first.above = lead;
        }
        rows
    });
    let set = || sides.iter().filter(|rows| !rows.is_empty());
    let height = |rows: &Vec<Row>| rows.iter().map(|row| row.above + row.height).sum::<Abs>();
    let ink = |rows: &Vec<Row>| height(rows) - rows.last().map_or(Abs::ZERO, |row| row.trim_bottom);
    let blank = |rows: &Vec<Row>| rows.first().map_or(Abs::ZERO, |row| row.above + row.trim_top);
    let tallest = set().map(height).fold(Abs::ZERO, Abs::max);
    let lowest = set().map(ink).fold(Abs::ZERO, Abs::max);
    let row = Row {
        above: gap.above,
        stretch: gap.stretch,
        height: tallest,
        trim_top: set().map(blank).reduce(Abs::min).unwrap_or_default(),
        trim_bottom: tallest - lowest,
        starts: gap.starts,
        keep: set().filter_map(|rows| rows.last()).map(|row| row.keep).max().unwrap_or_default(),
        fresh: false,
        within: None,
        again: None,
        pin: set().flatten().any(|row| row.pin),
        kind: RowKind::Whole(Vec::new()),
    };
    sides.map(|rows| Row { kind: RowKind::Whole(rows), ..row.clone() })
}
