//! Where a text that does not fit gives a line for the fewest characters: in paragraphs whose last line is short. In: a story that is
//! overset. Out: how much each of its blocks would have to lose for all to fit, tried in the columns themselves.

use std::collections::BTreeMap;

use super::copyfit::{deciding_place, lowest_setting};
use super::group::{Composed, compose_place, row_characters};
use super::job::{FitJob, Overset};
use super::search::Failure;
use super::trial::place_all;
use crate::flow::{Block, BoxRow, Row, RowKind, fill};
use crate::frame::Role;

/// The most lines that are given up before it is said that the text is far too long (H).
const MOST_LINES: usize = 60;

/// What a block would have to lose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Saving {
    /// The block, by its index among those of its place.
    pub block: usize,
    /// About how many characters.
    pub characters: usize,
    /// How many lines fewer it then has.
    pub lines: usize,
}

/// What blocks of the place that is overset would have to lose for all of it to fit at the smallest and tightest setting, those that
/// lose least first: the shortest last lines, one after the other. None where that is not enough, or where two languages stand beside
/// each other.
pub fn savings(job: &FitJob<'_>, overset: &Overset) -> Vec<Saving> {
    if overset.is_hopeless() {
        return Vec::new();
    }
    let anchor = deciding_place(job);
    let place = if job.is_auto(overset.place) { anchor } else { overset.place };
    let composed = place_all(job, &lowest_setting(job, anchor))
        .and_then(|placed| compose_place(job, overset.place, &placed, &lowest_setting(job, place)));
    let Ok(Composed { tracks, rooms, .. }) = composed else { return Vec::new() };
    let Ok([mut rows]) = <[Vec<Row>; 1]>::try_from(tracks) else { return Vec::new() };
    let blocks = job.blocks(overset.place);
    let mut saved: BTreeMap<usize, Saving> = BTreeMap::new();
    for _ in 0..MOST_LINES {
        let Some(shortest) = last_lines(&rows, blocks).into_iter().min_by_key(|line| line.characters) else {
            break;
        };
        drop_line(&mut rows, &shortest);
        let LastLine { block, characters, .. } = shortest;
        let saving = saved.entry(block).or_insert(Saving { block, characters: 0, lines: 0 });
        saving.characters += characters;
        saving.lines += 1;
        if fill(&rows, &rooms).is_ok() {
            let mut saved: Vec<Saving> = saved.into_values().collect();
            saved.sort_by_key(|saving| saving.characters);
            return saved;
        }
    }
    Vec::new()
}

/// The last line of a paragraph of several.
struct LastLine {
    block: usize,
    paragraph: usize,
    characters: usize,
}

/// The last lines of paragraphs that a translator may shorten.
fn last_lines(rows: &[Row], blocks: &[Block]) -> Vec<LastLine> {
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match &row.kind {
            RowKind::Line(line) => {
                let own = (line.block, line.paragraph);
                let is_alone = at == 0 || paragraph_of(&rows[at - 1]) != Some(own);
                let is_last = rows.get(at + 1).and_then(paragraph_of) != Some(own);
                // Numbers and addresses are as long as they are.
                let is_fixed =
                    blocks[line.block].role == Role::Contact || blocks[line.block].figure.is_some();
                if is_last && !is_alone && !is_fixed {
                    let (block, paragraph) = own;
                    // The mark at its end stays, behind the line above.
                    found.push(LastLine { block, paragraph, characters: row_characters(row, blocks) + 1 });
                }
            }
            RowKind::Picture(_) => {}
            RowKind::Box(BoxRow { rows, .. }) | RowKind::Whole(rows) => {
                found.extend(last_lines(rows, blocks));
            }
        }
    }
    found
}

/// The block and paragraph that a line is of.
fn paragraph_of(row: &Row) -> Option<(usize, usize)> {
    match &row.kind {
        RowKind::Line(line) => Some((line.block, line.paragraph)),
        RowKind::Picture(_) | RowKind::Box(_) | RowKind::Whole(_) => None,
    }
}

/// Takes the last line of a paragraph out, and gives it back; the one above it then is the last.
fn drop_line(rows: &mut Vec<Row>, last: &LastLine) -> Option<Row> {
    let own = Some((last.block, last.paragraph));
    if let Some(at) = rows.iter().rposition(|row| paragraph_of(row) == own) {
        let dropped = rows.remove(at);
        if let Some(above) = at.checked_sub(1).and_then(|above| rows.get_mut(above)) {
            (above.keep, above.pin) = (dropped.keep, dropped.pin);
        }
        // Headings that are set again are known by their rows.
        for again in rows.iter_mut().filter_map(|row| row.again.as_mut()) {
            again.start -= usize::from(at < again.start);
            again.end -= usize::from(at < again.end);
        }
        return Some(dropped);
    }
    rows.iter_mut().find_map(|row| {
        let (RowKind::Box(BoxRow { rows: inner, .. }) | RowKind::Whole(inner)) = &mut row.kind else {
            return None;
        };
        let dropped = drop_line(inner, last)?;
        row.height = row.height - dropped.above - dropped.height;
        Some(dropped)
    })
}
