//! Rows into columns of given heights. In: rows, the room of each column. Out: a range of rows for each column, either filled one after the
//! other or spread evenly.

use std::ops::Range;

use super::row::{Keep, Row, RowKind};
use crate::geom::Abs;
use crate::spec::Opening;

/// A stretch of rows in one column.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// The rows.
    pub rows: Range<usize>,
    /// The height that they take.
    pub height: Abs,
}

/// The room of a column.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Room {
    /// How high it may be.
    pub height: Abs,
    /// Where it starts.
    pub head: Head,
    /// What it may start with.
    pub opening: Opening,
}

/// Where a column starts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Head {
    /// On the panel of the column before it: the eye goes on to it.
    Beside,
    /// With a panel, to which a reader turns.
    Panel,
}

impl Room {
    /// A column of that height, on a panel that takes whatever comes.
    pub fn of_height(height: Abs) -> Room {
        Room { height, head: Head::Panel, opening: Opening::Text }
    }

    /// Whether a column may start at a row.
    fn may_start_at(&self, rows: &[Row], start: usize) -> bool {
        self.opening != Opening::Section || rows.get(start).is_none_or(|row| row.starts)
    }

    /// Whether the column before it may end before a row: the row above that one need not stay with it.
    fn may_follow(&self, rows: &[Row], end: usize) -> bool {
        let above = end.checked_sub(1).filter(|_| end < rows.len()).map_or(Keep::Free, |row| rows[row].keep);
        match above {
            Keep::Free => true,
            Keep::OnPanel => self.head == Head::Beside,
            Keep::InColumn => false,
        }
    }
}

/// What does not fit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Excess {
    /// The first row that has no column.
    pub row: usize,
    /// How much taller the last column would have to be to take all rows that are left.
    pub height: Abs,
}

/// Rounding of sums of heights, far below what prints.
const SLACK: Abs = Abs::pt(0.001);

/// What becomes of a column that nothing comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spare {
    /// It is there, and blank.
    Kept,
    /// It is there as a page, and blank: something had better stand on it.
    Page,
    /// It is left out with its page.
    Dropped,
}

/// The height of rows set as one column: without the space above the first, and without the blank at both ends.
pub fn column_height(rows: &[Row]) -> Abs {
    Stack::new(rows).height(0..rows.len())
}

/// The gap between a heading that is set again and the row with which its section goes on: that at which the section starts, and
/// no less than a box asks for.
pub(super) fn gap_below_heading(rows: &[Row], again: &Range<usize>, first: &Row) -> Abs {
    let starts = rows[again.end].above;
    if matches!(first.kind, RowKind::Box(_)) { starts.max(first.above) } else { starts }
}

/// Rows with prefix sums, which give the height of any stretch of them by a subtraction.
struct Stack<'a> {
    rows: &'a [Row],
    /// The height of the rows before each one, with the space above them.
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

    /// The height of a stretch of rows as a column, with the heading that is set again above it.
    fn height(&self, range: Range<usize>) -> Abs {
        let Some((first, last)) = self.rows[range.clone()].first().zip(self.rows[range.clone()].last())
        else {
            return Abs::ZERO;
        };
        let own = self.sums[range.end] - self.sums[range.start] - first.above - last.trim_bottom;
        match &first.again {
            Some(again) => own + self.head_height(again) + gap_below_heading(self.rows, again, first),
            None => own - first.trim_top,
        }
    }

    /// The height of rows from the top of a column.
    fn head_height(&self, range: &Range<usize>) -> Abs {
        let first = &self.rows[range.start];
        self.sums[range.end] - self.sums[range.start] - first.above - first.trim_top
    }

    /// A stretch of rows as a column.
    fn column(&self, range: Range<usize>) -> Column {
        Column { height: self.height(range.clone()), rows: range }
    }
}

/// Fills columns one after the other, each as far as it goes; before one that takes whole sections alone, as far as one goes.
///
/// # Errors
/// The excess where the rows do not fit. To fill greedily finds columns whenever there are any, since fewer rows never need
/// more height: a heading that is set again is no higher than what a column that started earlier holds of its section. Only where
/// columns that take whole sections alone are not the last ones, there may be others.
pub fn fill(rows: &[Row], rooms: &[Room]) -> Result<Vec<Column>, Excess> {
    let stack = Stack::new(rows);
    let mut columns = Vec::new();
    let mut start = 0;
    for (column, room) in rooms.iter().enumerate() {
        let last = if room.may_start_at(rows, start) { furthest_end(rows, start, column) } else { start };
        let mut ends = (start..=last).rev().filter(|&end| {
            (end == start || may_end_before(rows, end, rooms.get(column + 1)))
                && stack.height(start..end) <= room.height + SLACK
        });
        let next = rooms.get(column + 1).filter(|next| next.opening == Opening::Section);
        let whole = next.and_then(|next| ends.clone().find(|&end| next.may_start_at(rows, end)));
        let end = whole.or_else(|| ends.next()).expect("an empty column fits");
        columns.push(stack.column(start..end));
        start = end;
    }
    if start == rows.len() {
        return Ok(columns);
    }
    let left = stack.height(start..rows.len());
    let last = columns.last().map_or(start, |column| column.rows.start);
    let over = stack.height(last..rows.len()) - rooms.last().map(|room| room.height).unwrap_or_default();
    // A row that may not stand in the last column may well be low enough for it.
    Err(Excess { row: start, height: if over > Abs::ZERO { over } else { left } })
}

/// The best way to set the rows before some row in the columns before some column.
#[derive(Clone, Copy)]
struct Way {
    /// What it costs.
    cost: f64,
    /// The row at which the last of the columns starts.
    start: usize,
}

/// Spreads rows for which `fill` found room over all columns, so that none is left much emptier than the others. `None` where
/// they do not fit.
///
/// What a column leaves blank costs its square: two half-empty columns cost half as much as one full and one empty, unless
/// the empty one is dropped. A column that ends within a section costs more (`tear_cost`). The cost of a column depends on nothing but its two ends, so the best
/// way is a shortest path through a grid, column by column: `best[c][r]` is the best way to set the rows before `r` in the
/// first `c` columns. From each of these, every column that fits leads on to `best[c + 1]`; the path is read from its end. With
/// `n` rows, of which a panel has some tens, that is at most `n²` steps a column.
pub fn balance(rows: &[Row], rooms: &[Room], spare: Spare) -> Option<Vec<Column>> {
    let stack = Stack::new(rows);
    let costs = Costs { stack: &stack, spare };
    let mut best: Vec<Vec<Option<Way>>> = vec![vec![None; rows.len() + 1]; rooms.len() + 1];
    best[0][0] = Some(Way { cost: 0.0, start: 0 });
    for (column, room) in rooms.iter().enumerate() {
        let (before, after) = best.split_at_mut(column + 1);
        for (start, way) in before[column].iter().enumerate() {
            if let Some(way) = way {
                let end =
                    if room.may_start_at(rows, start) { furthest_end(rows, start, column) } else { start };
                costs.extend(way, start..end, (room, rooms.get(column + 1)), &mut after[0]);
            }
        }
    }
    let mut end = rows.len();
    let mut columns = Vec::new();
    for ways in best.iter().skip(1).rev() {
        let Way { start, .. } = ways[end]?;
        columns.push(stack.column(start..end));
        end = start;
    }
    columns.reverse();
    Some(columns)
}

/// What an empty page costs, the square of its height being 1 (H): nobody turns to one gladly.
const EMPTY: f64 = 1.5;

/// What ways cost.
struct Costs<'a> {
    stack: &'a Stack<'a>,
    spare: Spare,
}

impl Costs<'_> {
    /// Adds to the best ways those that go on from one of them with one more column: of that room, before the next one, from
    /// `reach.start` to any row up to `reach.end`.
    fn extend(
        &self,
        way: &Way,
        reach: Range<usize>,
        (room, next): (&Room, Option<&Room>),
        best: &mut [Option<Way>],
    ) {
        let (stack, start, height) = (self.stack, reach.start, room.height);
        for (end, known) in best.iter_mut().enumerate().take(reach.end + 1).skip(start) {
            let used = stack.height(start..end);
            if used > height + SLACK {
                break;
            }
            if end != start && !may_end_before(stack.rows, end, next) {
                continue;
            }
            let blank = (height - used).to_pt();
            let weight = match self.spare {
                Spare::Dropped if start == end => 0.0,
                Spare::Page if start == end => EMPTY,
                Spare::Dropped | Spare::Page | Spare::Kept => 1.0,
            };
            let cost = way.cost + weight * blank * blank + tear_cost(stack.rows, end, height);
            if known.is_none_or(|known| cost < known.cost) {
                *known = Some(Way { cost, start });
            }
        }
    }
}

/// What it costs to end a column of that height before a row that is inside a section: as much as so many blank lines (H), which
/// readers mind less, and no more than a third of the column, since on panels of a few lines every section goes on. Within a
/// paragraph it costs more: who opens a leaflet starts to read wherever a panel does.
fn tear_cost(rows: &[Row], end: usize, room: Abs) -> f64 {
    let Some(row) = rows.get(end).filter(|row| end > 0 && !row.starts) else { return 0.0 };
    let lines = if row.goes_on_within_paragraph() { 8.5 } else { 7.0 };
    let blank = (row.height * lines).min(room / 3.0).to_pt();
    blank * blank
}

/// The last row before which a column that starts at `start` may end: the next one that heads a column or belongs in another.
fn furthest_end(rows: &[Row], start: usize, column: usize) -> usize {
    let stops = |at: usize, row: &Row| {
        (at > start && row.fresh) || row.within.as_ref().is_some_and(|within| !within.contains(&column))
    };
    let mut ahead = rows.iter().enumerate().skip(start);
    ahead.find(|(at, row)| stops(*at, row)).map_or(rows.len(), |(at, _)| at)
}

/// Whether a column may end before a row, `next` being the one after it.
fn may_end_before(rows: &[Row], end: usize, next: Option<&Room>) -> bool {
    next.unwrap_or(&Room::of_height(Abs::ZERO)).may_follow(rows, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::BoxRow;
    use crate::geom::Sides;
    use crate::spec::Enclosure;

    /// A row of that height, which may stand in those columns.
    fn row(height: f64, within: Option<Range<usize>>) -> Row {
        Row {
            above: Abs::ZERO,
            stretch: 0.0,
            height: Abs::pt(height),
            trim_top: Abs::ZERO,
            trim_bottom: Abs::ZERO,
            starts: within.is_some(),
            keep: Keep::Free,
            fresh: false,
            within,
            again: None,
            pin: false,
            kind: RowKind::Box(BoxRow {
                enclosure: Enclosure::Section,
                x: Abs::ZERO,
                rows: Vec::new(),
                padding: Sides::default(),
                width: Abs::ZERO,
            }),
        }
    }

    /// The row before which each column ends.
    fn ends_of(columns: Option<Vec<Column>>) -> Option<Vec<usize>> {
        columns.map(|columns| columns.iter().map(|column| column.rows.end).collect())
    }

    #[test]
    fn the_excess_is_what_the_last_column_lacks() {
        let kept =
            |at: usize| Row { keep: if at > 0 { Keep::InColumn } else { Keep::Free }, ..row(4.0, None) };
        let rows: Vec<Row> = (0..4).map(kept).collect();
        let missing = |heights: &[Abs]| {
            let rooms: Vec<Room> = heights.iter().copied().map(Room::of_height).collect();
            fill(&rows, &rooms).map_err(|excess| (excess.row, excess.height))
        };
        // Rows that stay together all go over, though two points would do for them.
        assert_eq!(missing(&[Abs::pt(14.0)]), Err((1, Abs::pt(2.0))));
        assert_eq!(missing(&[Abs::pt(4.0), Abs::pt(11.0)]), Err((1, Abs::pt(1.0))));
    }

    #[test]
    fn a_row_waits_for_its_column_and_never_stands_in_a_later_one() {
        let rooms = [Room::of_height(Abs::pt(10.0)); 3];
        let rows = |within| vec![row(4.0, None), row(4.0, None), row(4.0, within), row(4.0, None)];
        let both =
            |rows: &[Row]| (ends_of(fill(rows, &rooms).ok()), ends_of(balance(rows, &rooms, Spare::Kept)));
        let waiting = rows(Some(2..3));
        assert_eq!(ends_of(fill(&waiting, &rooms).ok()), Some(vec![2, 2, 4]));
        assert_eq!(ends_of(balance(&waiting, &rooms, Spare::Kept)).map(|ends| ends[1]), Some(2));
        assert_eq!(both(&rows(Some(0..1))), (None, None), "only two rows fit in the first column");
        assert_eq!(both(&rows(None)).0, Some(vec![2, 4, 4]));
    }

    #[test]
    fn a_column_that_takes_whole_sections_alone_starts_with_one() {
        let rooms = [
            Room::of_height(Abs::pt(10.0)),
            Room { opening: Opening::Section, ..Room::of_height(Abs::pt(20.0)) },
        ];
        let rows = |second: usize, count: usize| -> Vec<Row> {
            (0..count).map(|at| Row { starts: at == 0 || at == second, ..row(4.0, None) }).collect()
        };
        let ends =
            |rows: &[Row]| (ends_of(fill(rows, &rooms).ok()), ends_of(balance(rows, &rooms, Spare::Kept)));
        assert_eq!(ends(&rows(1, 4)), (Some(vec![1, 4]), Some(vec![1, 4])));
        assert_eq!(ends(&rows(9, 2)).0, Some(vec![2, 2]), "what fits before it need not start one");
        assert_eq!(
            ends(&rows(3, 4)),
            (Some(vec![0, 4]), Some(vec![0, 4])),
            "the first section is longer than the column before"
        );
    }
}
