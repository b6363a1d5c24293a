//! Rows into columns of given heights: as many as go, then as evenly as they go.

use std::ops::Range;

use super::row::Row;
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
    /// By how much the last column would have to be taller to take all that is left.
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
    for (column, &height) in heights.iter().enumerate() {
        let most = most(rows, start, column);
        let end = (start..=most).rev().find(|&end| {
            (end == start || may_end(rows, end)) && stack.height(start..end) <= height + Abs::pt(0.001)
        });
        let end = end.expect("an empty column fits");
        columns.push(stack.column(start..end));
        start = end;
    }
    match start == rows.len() {
        true => Ok(columns),
        false => {
            let left = stack.height(start..rows.len());
            let last = columns.last().map_or(start, |column| column.rows.start);
            let over = stack.height(last..rows.len()) - heights.last().copied().unwrap_or_default();
            // What may not stand in the last column may well be low enough for it.
            Err(Excess { row: start, height: if over > Abs::ZERO { over } else { left } })
        }
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
            let most = most(rows, start, c);
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

/// How far a column that starts at `start` may go: to the next row that heads a column, or that stands in another one.
fn most(rows: &[Row], start: usize, column: usize) -> usize {
    let stops = |at: usize, row: &Row| {
        (at > start && row.fresh) || row.within.as_ref().is_some_and(|within| !within.contains(&column))
    };
    let mut ahead = rows.iter().enumerate().skip(start);
    ahead.find(|(at, row)| stops(*at, row)).map_or(rows.len(), |(at, _)| at)
}

/// Whether a column may end before row `end`.
fn may_end(rows: &[Row], end: usize) -> bool {
    end == rows.len() || end == 0 || !rows[end - 1].keep
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::{BoxRow, RowKind};
    use crate::geom::Sides;

    /// A row of that height, which may stand in those columns.
    fn row(height: f64, within: Option<Range<usize>>) -> Row {
        Row {
            above: Abs::ZERO,
            stretch: 0.0,
            height: Abs::pt(height),
            trim_top: Abs::ZERO,
            trim_bottom: Abs::ZERO,
            starts: within.is_some(),
            keep: false,
            fresh: false,
            within,
            pin: false,
            kind: RowKind::Box(BoxRow { rows: Vec::new(), padding: Sides::default(), width: Abs::ZERO }),
        }
    }

    fn ends(columns: Option<Vec<Column>>) -> Option<Vec<usize>> {
        columns.map(|columns| columns.iter().map(|column| column.rows.end).collect())
    }

    #[test]
    fn what_is_too_much_is_what_the_last_column_lacks() {
        let kept = |at: usize| Row { keep: at > 0, ..row(4.0, None) };
        let rows: Vec<Row> = (0..4).map(kept).collect();
        let missing = |heights: &[Abs]| fill(&rows, heights).map_err(|excess| (excess.row, excess.height));
        // Rows that stay together all go over, though two points would do for them.
        assert_eq!(missing(&[Abs::pt(14.0)]), Err((1, Abs::pt(2.0))));
        assert_eq!(missing(&[Abs::pt(4.0), Abs::pt(11.0)]), Err((1, Abs::pt(1.0))));
    }

    #[test]
    fn a_row_waits_for_its_column_and_never_stands_in_a_later_one() {
        let heights = [Abs::pt(10.0); 3];
        let rows = |within| vec![row(4.0, None), row(4.0, None), row(4.0, within), row(4.0, None)];
        let both = |rows: &[Row]| (ends(fill(rows, &heights).ok()), ends(balance(rows, &heights)));
        let waiting = rows(Some(2..3));
        assert_eq!(ends(fill(&waiting, &heights).ok()), Some(vec![2, 2, 4]));
        assert_eq!(ends(balance(&waiting, &heights)).map(|ends| ends[1]), Some(2));
        assert_eq!(both(&rows(Some(0..1))), (None, None), "only two rows fit in the first column");
        assert_eq!(both(&rows(None)).0, Some(vec![2, 4, 4]));
    }
}
