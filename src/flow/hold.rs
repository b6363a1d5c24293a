//! Which blocks stand together over the end of a column, beyond the lines of one: a list is held like a paragraph. In: rows,
//! and which are of which block. Out: rows that may not end a column.

use std::ops::Range;

use super::row::{Keep, Row, RowKind};
use crate::frame::Role;
use crate::geom::Abs;

/// How many lines of a paragraph or a section stand behind the end of a column at least.
const LEAST_BEHIND: usize = 2;

/// How many do on a panel to which a reader turns, where fewer look lost.
const LEAST_ON_PANEL: usize = 3;

/// How a row keeps to the next one where so many lines are left of what they are of.
pub(super) fn hold_behind(lines: usize) -> Keep {
    match lines {
        0 => Keep::Free,
        1..LEAST_BEHIND => Keep::InColumn,
        LEAST_BEHIND..LEAST_ON_PANEL => Keep::OnPanel,
        _ => Keep::Free,
    }
}

/// The rows of a block.
pub(super) struct BlockRows {
    /// Them, by their indices.
    pub(super) rows: Range<usize>,
    /// How many lines they are.
    pub(super) lines: usize,
    /// What the block is.
    pub(super) role: Role,
    /// Its section.
    pub(super) section: usize,
}

impl BlockRows {
    /// Whether it goes on where another block ends: nothing stands between them, and they are of one section.
    fn follows(&self, other: &BlockRows) -> bool {
        self.rows.start == other.rows.end && self.section == other.section
    }

    /// Whether lines of it and of the next block of its kind are held as those of one are.
    fn is_in_row(&self) -> bool {
        self.is_item() || self.role == Role::Paragraph
    }

    fn is_item(&self) -> bool {
        matches!(self.role, Role::Steps | Role::Points)
    }

    fn heads(&self) -> bool {
        matches!(self.role, Role::Heading | Role::Subheading | Role::Title | Role::Lead)
    }
}

/// Keeps two lines at least together at each end of a list and after a heading, and as many as a paragraph leaves behind a
/// column where a section ends with less.
pub(super) fn hold_blocks(blocks: &[BlockRows], rows: &mut [Row]) {
    let mut keep = |block: &BlockRows, how: Keep| {
        if let Some(last) = rows[block.rows.clone()].last_mut() {
            last.keep = last.keep.max(how);
        }
    };
    let same_list =
        |one: &BlockRows, next: &BlockRows| next.follows(one) && one.is_in_row() && one.role == next.role;
    for list in blocks.chunk_by(same_list).filter(|list| list.len() > 1) {
        if list[0].lines == 1 {
            keep(&list[0], Keep::InColumn);
        }
        if list[list.len() - 1].lines == 1 {
            keep(&list[list.len() - 2], Keep::InColumn);
        }
    }
    let next = blocks.iter().skip(1).map(Some).chain([None]);
    let mut ended: Vec<&BlockRows> = Vec::new();
    for (block, next) in blocks.iter().zip(next) {
        ended.push(block);
        if next.is_some_and(|next| next.follows(block)) {
            continue;
        }
        // From the end of a section back, until there are lines enough. Whom to call may stand by itself.
        let mut lines = if block.role == Role::Contact { LEAST_ON_PANEL } else { 0 };
        for pair in ended.windows(2).rev() {
            lines += pair[1].lines;
            keep(pair[0], hold_behind(lines));
        }
        ended.clear();
    }
    for window in blocks.windows(3) {
        let [heading, first, next] = window else { continue };
        let alone = heading.heads() && first.follows(heading) && first.lines == 1 && !first.heads();
        if alone && next.follows(first) && !next.heads() {
            keep(first, Keep::InColumn);
        }
    }
}

/// Keeps each paragraph and each item whole that is not higher than `room`.
pub(super) fn hold_whole(blocks: &[BlockRows], rows: &mut [Row], room: Abs) {
    for block in blocks {
        let mut own = block.rows.clone();
        while let Some(first) = rows[own.clone()].first() {
            // Paragraphs of one message part, those of one item do not.
            let paragraph = |row: &Row| match &row.kind {
                RowKind::Line(line) if !block.is_item() => line.paragraph,
                _ => 0,
            };
            let same = paragraph(first);
            let count = rows[own.clone()].iter().take_while(|row| paragraph(row) == same).count();
            let whole = own.start..own.start + count;
            own.start = whole.end;
            // The heading above it, where the column goes on within a section.
            let again = first.again.clone().unwrap_or_default();
            let height = |rows: &[Row]| rows.iter().map(|row| row.above + row.height).sum::<Abs>();
            if height(&rows[again]) + height(&rows[whole.clone()]) <= room {
                rows[whole].iter_mut().rev().skip(1).for_each(|row| row.keep = Keep::InColumn);
            }
        }
    }
}

/// Has the heading of each section set again where a column goes on within it.
pub(super) fn repeat_headings(blocks: &[BlockRows], rows: &mut [Row]) {
    for section in blocks.chunk_by(|one, next| one.section == next.section) {
        let headings = section.iter().take_while(|block| block.role == Role::Heading);
        let Some(last) = headings.last() else { continue };
        let heading = section[0].rows.start..last.rows.end;
        for row in section
            .iter()
            .filter(|block| block.rows.start >= heading.end)
            .flat_map(|block| block.rows.clone())
        {
            rows[row].again = Some(heading.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::columns::{Head, Room, fill};
    use crate::flow::row::BoxRow;
    use crate::geom::Sides;
    use crate::spec::Enclosure;

    /// How many rows of ten points each column of that height takes, each on a panel of its own. A block is a role and how many
    /// lines it has; its own lines stand together.
    fn columns(blocks: &[(Role, usize)], height: f64, count: usize) -> Vec<usize> {
        in_rooms(blocks, &vec![Room::of_height(Abs::pt(height)); count])
    }

    fn in_rooms(blocks: &[(Role, usize)], rooms: &[Room]) -> Vec<usize> {
        let (mut rows, mut held) = (Vec::new(), Vec::new());
        for (role, lines) in blocks {
            let start = rows.len();
            for at in 0..*lines {
                let heads = matches!(role, Role::Heading | Role::Subheading);
                let keep = if at + 1 < *lines || heads { Keep::InColumn } else { Keep::Free };
                rows.push(row(keep));
            }
            held.push(BlockRows { rows: start..rows.len(), lines: *lines, role: *role, section: 1 });
        }
        hold_blocks(&held, &mut rows);
        let columns = fill(&rows, rooms).expect("there are columns enough");
        columns.iter().map(|column| column.rows.len()).collect()
    }

    fn row(keep: Keep) -> Row {
        Row {
            above: Abs::ZERO,
            stretch: 0.0,
            height: Abs::pt(10.0),
            trim_top: Abs::ZERO,
            trim_bottom: Abs::ZERO,
            starts: false,
            keep,
            fresh: false,
            within: None,
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

    const ITEM: (Role, usize) = (Role::Points, 1);

    #[test]
    fn the_last_item_of_a_list_does_not_head_a_column_alone() {
        assert_eq!(columns(&[ITEM, ITEM, ITEM, ITEM, ITEM], 40.0, 2), [2, 3]);
        assert_eq!(columns(&[ITEM, ITEM, ITEM, (Role::Points, 3)], 30.0, 2), [3, 3], "three lines may");
        assert_eq!(columns(&[ITEM, ITEM, ITEM, ITEM, (Role::Paragraph, 3)], 40.0, 2), [4, 3]);
    }

    #[test]
    fn the_first_item_of_a_list_does_not_end_a_column_alone() {
        assert_eq!(columns(&[(Role::Paragraph, 2), ITEM, ITEM, ITEM, ITEM, ITEM], 30.0, 3), [2, 2, 3]);
        let headed = [(Role::Paragraph, 1), (Role::Subheading, 1), ITEM, ITEM, ITEM, ITEM, ITEM];
        assert_eq!(columns(&headed, 30.0, 3), [1, 3, 3]);
    }

    #[test]
    fn paragraphs_of_a_line_stand_with_others_as_items_do() {
        const LINE: (Role, usize) = (Role::Paragraph, 1);
        let listed = [ITEM, ITEM, LINE, LINE, LINE, LINE, LINE];
        assert_eq!(columns(&listed, 30.0, 3), [2, 2, 3]);
        assert_eq!(columns(&[LINE, LINE, LINE, LINE, LINE], 40.0, 2), [2, 3]);
    }

    #[test]
    fn a_panel_starts_with_three_lines_of_a_section_a_column_beside_another_with_two() {
        let blocks = [(Role::Paragraph, 2), (Role::Paragraph, 2), (Role::Paragraph, 2)];
        let height = Abs::pt(40.0);
        let heads = |head: Head| [Room::of_height(height), Room { head, ..Room::of_height(height) }];
        assert_eq!(in_rooms(&blocks, &heads(Head::Panel)), [2, 4]);
        assert_eq!(in_rooms(&blocks, &heads(Head::Beside)), [4, 2]);
        assert_eq!([1, 2, 3].map(hold_behind), [Keep::InColumn, Keep::OnPanel, Keep::Free]);
    }

    #[test]
    fn whom_to_call_may_stand_by_itself() {
        let blocks = [(Role::Paragraph, 2), (Role::Contact, 1), (Role::Contact, 1)];
        assert_eq!(columns(&blocks, 20.0, 2), [2, 2]);
    }

    #[test]
    fn two_lines_follow_a_heading() {
        let blocks = [(Role::Paragraph, 1), (Role::Heading, 1), (Role::Paragraph, 1), (Role::Paragraph, 2)];
        assert_eq!(columns(&blocks, 40.0, 2), [1, 4]);
        // Two headings that follow each other hold nothing more.
        let blocks = [(Role::Heading, 1), (Role::Paragraph, 1), (Role::Heading, 1), (Role::Paragraph, 2)];
        assert_eq!(columns(&blocks, 30.0, 2), [2, 3]);
    }
}
