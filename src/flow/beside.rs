//! A logo beside the lines of a contact, so that it takes no height of its own. In: rows so far, a figure. Out: the same rows,
//! the last of these lines carrying the figure, or nothing where they leave too little room.

use std::ops::Range;

use super::figure::Figure;
use super::hold::BlockRows;
use super::row::{Keep, PictureRow, Row, RowKind, Setting};
use crate::frame::Role;
use crate::geom::{Abs, Size};

/// From the lines to the figure, in em of the body (H).
const GAP: f64 = 1.5;
/// The share of its own width that a figure keeps at least (H).
const LEAST: f64 = 0.5;

/// Stands a figure, which is block `block`, at the end of a measure beside the last lines of a contact; their foot is its foot.
/// Says whether there was room for it.
pub(super) fn stand_beside(
    figure: &Figure,
    block: usize,
    held: &[BlockRows],
    rows: &mut [Row],
    measure: Abs,
    setting: &Setting,
) -> Option<()> {
    let lines = last_contact(held)?;
    let own = figure.size(measure, setting);
    let fitted = |lines: &Range<usize>| {
        let lines = &rows[lines.clone()];
        let width = measure - width(lines)? - setting.size * GAP;
        let height = height(lines)?;
        Some(figure.size_in(Size::new(width.min(own.width), height.min(own.height))))
    };
    // Beside the fewest lines at which it is as large as it can be.
    let mut best: Option<(Range<usize>, Size)> = None;
    for start in lines.clone().rev() {
        let beside = start..lines.end;
        let Some(size) = fitted(&beside) else { continue };
        if best.as_ref().is_none_or(|(_, known)| size.width > known.width + Abs::pt(0.5)) {
            best = Some((beside, size));
        }
    }
    let (beside, size) = best.filter(|(_, size)| size.width >= own.width * LEAST)?;
    let (last, others) = rows[beside].split_last_mut().expect("there is a line");
    others.iter_mut().for_each(|row| row.keep = Keep::InColumn);
    carry(last, block, size, measure);
    Some(())
}

/// The rows of the last contact.
fn last_contact(held: &[BlockRows]) -> Option<Range<usize>> {
    let last = held.iter().rposition(|block| block.role == Role::Contact)?;
    let section = held[last].section;
    let run = held[..=last]
        .iter()
        .rev()
        .take_while(|block| block.role == Role::Contact && block.section == section);
    Some(held[last + 1 - run.count()].rows.start..held[last].rows.end)
}

/// How far lines reach; `None` where some row is no line.
fn width(rows: &[Row]) -> Option<Abs> {
    rows.iter().try_fold(Abs::ZERO, |widest, row| match &row.kind {
        RowKind::Line(line) => Some(widest.max(line.x + line.line.width.at(line.style.size))),
        RowKind::Box(_) | RowKind::Picture(_) | RowKind::Whole(_) => None,
    })
}

/// From the head of the first line to the foot of the last one.
fn height(rows: &[Row]) -> Option<Abs> {
    let (first, last) = rows.first().zip(rows.last())?;
    let all: Abs = rows.iter().map(|row| row.above + row.height).sum();
    Some(all - first.above - first.trim_top - last.trim_bottom)
}

/// Has a line carry a figure that rises from its foot.
fn carry(row: &mut Row, block: usize, size: Size, measure: Abs) {
    let line = Row { above: Abs::ZERO, ..row.clone() };
    let picture = Row {
        above: -(size.height + row.trim_bottom),
        height: size.height,
        kind: RowKind::Picture(PictureRow { block, x: measure - size.width, size }),
        ..line.clone()
    };
    row.kind = RowKind::Whole(vec![line, picture]);
}
