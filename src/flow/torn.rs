//! Columns that open within a paragraph. In: rows in columns. Out: the lines with which such columns start.

use super::columns::Column;
use super::row::{LineRow, Row, RowKind};

/// The lines with which columns open within a paragraph, whether they stand on a panel of their own or beside another one.
pub fn torn_openings<'r>(rows: &'r [Row], columns: &[Column]) -> impl Iterator<Item = &'r LineRow> {
    columns.iter().filter_map(|column| {
        let first = rows[column.rows.clone()].first().filter(|_| column.rows.start > 0)?;
        match &first.kind {
            RowKind::Line(line) if first.goes_on_within_paragraph() => Some(line),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use crate::color::Color;
    use crate::flow::row::Keep;
    use crate::frame::LineEnd;
    use crate::geom::{Abs, Em};
    use crate::style::{Align, LineStyle};
    use crate::text::Line;

    /// A row of four points.
    fn row(kind: RowKind) -> Row {
        Row {
            above: Abs::ZERO,
            stretch: 0.0,
            height: Abs::pt(4.0),
            trim_top: Abs::ZERO,
            trim_bottom: Abs::ZERO,
            starts: false,
            keep: Keep::Free,
            fresh: false,
            within: None,
            again: None,
            pin: false,
            kind,
        }
    }

    #[test]
    fn a_column_that_opens_within_a_paragraph_is_told_from_one_that_opens_with_it() {
        // A message of two paragraphs, of three lines each.
        let line = |at: usize| row(RowKind::Line(line_row(at / 3, at % 3)));
        let mut rows: Vec<Row> = (0..6).map(line).collect();
        let torn = |rows: &[Row], ends: [usize; 2]| {
            let column = |rows: Range<usize>| Column { rows, height: Abs::ZERO };
            torn_openings(rows, &[column(0..ends[0]), column(ends[0]..ends[1])]).count()
        };
        assert_eq!(torn(&rows, [4, 6]), 1);
        assert_eq!(torn(&rows, [3, 6]), 0, "with a paragraph");
        assert_eq!(torn(&rows, [0, 6]), 0, "the first one that has text");
        rows[4].fresh = true;
        assert_eq!(torn(&rows, [4, 6]), 0, "where a sentence ends");
    }

    /// A line of a paragraph of one block.
    fn line_row(paragraph: usize, line: usize) -> LineRow {
        let first = paragraph == 0 && line == 0;
        let line = Line { text: line..line + 1, width: Em::ZERO, ratio: 0.0, end: LineEnd::Word };
        let leading = Abs::pt(4.0);
        let style = LineStyle { size: leading, leading, align: Align::Start, color: Color::BLACK };
        let (x, measure, baseline) = (Abs::ZERO, Abs::pt(10.0), leading);
        LineRow { block: 0, paragraph, line, first, style, x, measure, baseline }
    }
}
