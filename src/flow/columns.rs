//! Rows into columns of given heights: as many as go, then as evenly as they go.

use std::ops::Range;

use super::compose::Row;
use crate::geom::Abs;

/// A stretch of rows in one column.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// The rows.
    pub rows: Range<usize>,
    /// The height that they take.
    pub height: Abs,
}

/// How much does not fit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Excess {
    /// The first row that has no column.
    pub row: usize,
    /// The height of what has none.
    pub height: Abs,
}

/// The height of rows set as a column of their own: no space above the first, blank edges trimmed.
pub fn column_height(rows: &[Row]) -> Abs {
    let Some((first, last)) = rows.first().zip(rows.last()) else { return Abs::ZERO };
    let stacked: Abs = rows.iter().map(|row| row.above + row.height).sum();
    stacked - first.above - first.trim_top - last.trim_bottom
}

/// Fills columns one after the other, each as far as it goes.
///
/// # Errors
/// What is left when the columns are full. The greedy way finds columns whenever there are any, since less text never
/// needs more room.
pub fn fill(rows: &[Row], heights: &[Abs]) -> Result<Vec<Column>, Excess> {
    let mut columns = Vec::new();
    let mut start = 0;
    for &height in heights {
        let end = (start..=rows.len()).rev().find(|&end| {
            (end == start || may_end(rows, end))
                && column_height(&rows[start..end]) <= height + Abs::pt(0.001)
        });
        let end = end.expect("an empty column fits");
        columns.push(Column { rows: start..end, height: column_height(&rows[start..end]) });
        start = end;
    }
    match start == rows.len() {
        true => Ok(columns),
        false => Err(Excess { row: start, height: column_height(&rows[start..]) }),
    }
}

/// Spreads rows that `fill` found room for over all columns, so that the squares of what they leave blank, and what
/// torn sections cost, add up to the least: a shortest path over (column, row).
pub fn balance(rows: &[Row], heights: &[Abs]) -> Option<Vec<Column>> {
    let n = rows.len();
    // best[c][i]: the least cost of rows 0..i in columns 0..c, with the row at which column c−1 starts.
    let mut best: Vec<Vec<Option<(f64, usize)>>> = vec![vec![None; n + 1]; heights.len() + 1];
    best[0][0] = Some((0.0, 0));
    for (c, &height) in heights.iter().enumerate() {
        for start in 0..=n {
            let Some((cost, _)) = best[c][start] else { continue };
            for end in start..=n {
                let used = column_height(&rows[start..end]);
                if used > height + Abs::pt(0.001) {
                    break;
                }
                if end != start && !may_end(rows, end) {
                    continue;
                }
                let blank = (height - used).to_pt();
                let total = cost + blank * blank + torn(rows, end);
                if best[c + 1][end].is_none_or(|(known, _)| total < known) {
                    best[c + 1][end] = Some((total, start));
                }
            }
        }
    }
    let mut end = n;
    let mut columns = Vec::new();
    for c in (1..=heights.len()).rev() {
        let (_, start) = best[c][end]?;
        columns.push(Column { rows: start..end, height: column_height(&rows[start..end]) });
        end = start;
    }
    columns.reverse();
    Some(columns)
}

/// What it costs to end a column inside a section: as much as so many lines left blank, which readers mind less.
fn torn(rows: &[Row], end: usize) -> f64 {
    const LINES: f64 = 7.0;
    match rows.get(end) {
        Some(row) if end > 0 && !row.starts => (row.height.to_pt() * LINES) * (row.height.to_pt() * LINES),
        _ => 0.0,
    }
}

/// Whether a column may end before row `end`.
fn may_end(rows: &[Row], end: usize) -> bool {
    end == rows.len() || end == 0 || !rows[end - 1].keep
}
