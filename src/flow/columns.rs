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
    Stack::new(rows).height(0..rows.len())
}

/// Rows with sums that give the height of any stretch of them at once.
struct Stack<'a> {
    rows: &'a [Row],
    /// The height of all rows before each one, the space above them included.
    sums: Vec<Abs>,
}

impl Stack<'_> {
    fn new(rows: &[Row]) -> Stack<'_> {
        let mut sums = vec![Abs::ZERO];
        for (at, row) in rows.iter().enumerate() {
            sums.push(sums[at] + row.above + row.height);
        }
        Stack { rows, sums }
    }

    fn height(&self, range: Range<usize>) -> Abs {
        let Some((first, last)) = self.rows[range.clone()].first().zip(self.rows[range.clone()].last())
        else {
            return Abs::ZERO;
        };
        self.sums[range.end] - self.sums[range.start] - first.above - first.trim_top - last.trim_bottom
    }

    fn column(&self, range: Range<usize>) -> Column {
        Column { height: self.height(range.clone()), rows: range }
    }
}

/// Fills columns one after the other, each as far as it goes.
///
/// # Errors
/// What is left when the columns are full. The greedy way finds columns whenever there are any, since less text never
/// needs more room.
pub fn fill(rows: &[Row], heights: &[Abs]) -> Result<Vec<Column>, Excess> {
    let stack = Stack::new(rows);
    let mut columns = Vec::new();
    let mut start = 0;
    for &height in heights {
        // Nothing goes on beyond the next row that heads a column.
        let most = next_fresh(rows, start);
        let end = (start..=most).rev().find(|&end| {
            (end == start || may_end(rows, end)) && stack.height(start..end) <= height + Abs::pt(0.001)
        });
        let end = end.expect("an empty column fits");
        columns.push(stack.column(start..end));
        start = end;
    }
    match start == rows.len() {
        true => Ok(columns),
        false => Err(Excess { row: start, height: stack.height(start..rows.len()) }),
    }
}

/// Spreads rows that `fill` found room for over all columns, so that the squares of what they leave blank, and what
/// torn sections cost, add up to the least: a shortest path over (column, row).
pub fn balance(rows: &[Row], heights: &[Abs]) -> Option<Vec<Column>> {
    let (n, stack) = (rows.len(), Stack::new(rows));
    // best[c][i]: the least cost of rows 0..i in columns 0..c, with the row at which column c−1 starts.
    let mut best: Vec<Vec<Option<(f64, usize)>>> = vec![vec![None; n + 1]; heights.len() + 1];
    best[0][0] = Some((0.0, 0));
    for (c, &height) in heights.iter().enumerate() {
        let (done, ahead) = best.split_at_mut(c + 1);
        for (start, way) in done[c].iter().enumerate() {
            let Some((cost, _)) = *way else { continue };
            let most = next_fresh(rows, start);
            for (end, known) in ahead[0].iter_mut().enumerate().take(most + 1).skip(start) {
                let used = stack.height(start..end);
                if used > height + Abs::pt(0.001) {
                    break;
                }
                if end != start && !may_end(rows, end) {
                    continue;
                }
                let blank = (height - used).to_pt();
                let total = cost + blank * blank + torn(rows, end);
                if known.is_none_or(|(least, _)| total < least) {
                    *known = Some((total, start));
                }
            }
        }
    }
    let mut end = n;
    let mut columns = Vec::new();
    for c in (1..=heights.len()).rev() {
        let (_, start) = best[c][end]?;
        columns.push(stack.column(start..end));
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

/// The next row after `start` that heads a column, or the end.
fn next_fresh(rows: &[Row], start: usize) -> usize {
    let after = rows.iter().enumerate().skip(start + 1);
    after.filter(|(_, row)| row.fresh).map(|(at, _)| at).next().unwrap_or(rows.len())
}

/// Whether a column may end before row `end`.
fn may_end(rows: &[Row], end: usize) -> bool {
    end == rows.len() || end == 0 || !rows[end - 1].keep
}
