//! How much longer each block may get by itself before its place holds no more, at the smallest and tightest setting. In: a story that
//! fits. Out: about so many characters a block, tried in the columns themselves.

use super::copyfit::{deciding_place, lowest_setting};
use super::group::{Composed, compose_place, row_characters};
use super::job::FitJob;
use super::trial::place_all;
use crate::flow::{Block, BoxRow, LineRow, Room, Row, RowKind, fill};
use crate::frame::Role;
use crate::geom::{Abs, whole_number};
use crate::script::Breaking;
use crate::spec::Place;

/// The most lines that a block is tried to be longer (H): nobody writes so many more.
const MOST_LINES: usize = 40;

/// How much of a line is filled, since it ends with a word (H).
const FILLED: f64 = 0.9;

/// How much longer a block may get.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BlockRoom {
    /// Its place.
    pub place: Place,
    /// The block, by its index among those of its place.
    pub block: usize,
    /// About how many characters.
    pub characters: i64,
}

/// The room of all blocks of text but numbers and addresses. None where two languages stand beside each other.
pub fn rooms(job: &FitJob<'_>) -> Vec<BlockRoom> {
    let anchor = deciding_place(job);
    let Ok(placed) = place_all(job, &lowest_setting(job, anchor)) else { return Vec::new() };
    let mut found = Vec::new();
    for (&place, blocks) in &job.story.blocks {
        let own = if place == anchor || job.is_auto(place) { anchor } else { place };
        let composed = compose_place(job, place, &placed, &lowest_setting(job, own));
        let Ok(Composed { tracks, rooms, .. }) = composed else { continue };
        let Ok([rows]) = <[Vec<Row>; 1]>::try_from(tracks) else { continue };
        let is_text = |block: &Block| block.role != Role::Contact && block.figure.is_none();
        let texts = blocks.iter().enumerate().filter(|(_, block)| is_text(block));
        let room =
            |block| Some(BlockRoom { place, block, characters: block_room(&rows, &rooms, blocks, block)? });
        found.extend(texts.filter_map(|(block, _)| room(block)));
    }
    found
}

/// The room of a block; `None` where it is not set.
fn block_room(rows: &[Row], rooms: &[Room], blocks: &[Block], block: usize) -> Option<i64> {
    let mut lines = Vec::new();
    lines_of(rows, block, &mut lines);
    let (row, last) = *lines.last()?;
    let count = |row: &Row| f64::from(u32::try_from(row_characters(row, blocks)).unwrap_or(u32::MAX));
    let others = &lines[..lines.len() - 1];
    let share = (last.line.width.at(last.style.size) / last.measure).clamp(0.05, 1.0);
    // As many squares as a line takes; as many letters as the shortest of the lines before has, or as this one would have if it
    // were full.
    let full = match blocks[block].voice.rules.breaking {
        Breaking::Ideographs => last.measure / last.style.size,
        _ => others.iter().map(|(row, _)| count(row)).reduce(f64::min).unwrap_or(count(row) / share),
    };
    let fits = |more: usize| {
        let mut longer = rows.to_vec();
        repeat_line(&mut longer, block, row, more);
        fill(&longer, rooms).is_ok()
    };
    let (mut least, mut most) = (0, MOST_LINES + 1);
    while least + 1 < most {
        let middle = least + (most - least) / 2;
        if fits(middle) { least = middle } else { most = middle }
    }
    let lines = f64::from(u32::try_from(least).unwrap_or(u32::MAX));
    let left = full * (1.0 - share);
    Some(whole_number(((lines * full + left) * FILLED).floor()))
}

/// The lines of a block, in order.
fn lines_of<'r>(rows: &'r [Row], block: usize, lines: &mut Vec<(&'r Row, &'r LineRow)>) {
    for row in rows {
        match &row.kind {
            RowKind::Line(line) if line.block == block => lines.push((row, line)),
            RowKind::Line(_) | RowKind::Picture(_) => {}
            RowKind::Box(BoxRow { rows, .. }) | RowKind::Whole(rows) => lines_of(rows, block, lines),
        }
    }
}

/// Sets a line of a block so many times more before its last one. Says whether the block is there.
fn repeat_line(rows: &mut Vec<Row>, block: usize, line: &Row, times: usize) -> bool {
    let is_own = |row: &Row| matches!(&row.kind, RowKind::Line(line) if line.block == block);
    if let Some(at) = rows.iter().rposition(is_own) {
        let more = Row { above: Abs::ZERO, starts: false, fresh: false, again: None, ..line.clone() };
        rows.splice(at..at, std::iter::repeat_n(more, times));
        for again in rows.iter_mut().filter_map(|row| row.again.as_mut()) {
            again.start += if at < again.start { times } else { 0 };
            again.end += if at < again.end { times } else { 0 };
        }
        return true;
    }
    for row in rows {
        if let RowKind::Box(BoxRow { rows: inner, .. }) | RowKind::Whole(inner) = &mut row.kind
            && repeat_line(inner, block, line, times)
        {
            row.height += line.height * f64::from(u32::try_from(times).unwrap_or(u32::MAX));
            return true;
        }
    }
    false
}
