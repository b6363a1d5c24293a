//! A shop's own widths of panels. In: `folds` of a press, by fold and paper. Out: widths, by which sheets are made.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::geometry::WIDTHS;
use super::length::FixedLength;
use super::read::Reading;
use super::wording::which_of;
use crate::diag::{Code, Diagnostic};
use crate::fold::{Cell, FOLDS, Fold, PAPERS, Paper, Scheme, Width, fold, paper};
use crate::geom::{Abs, Size};
use crate::locale::Direction;
use crate::source::Span;

/// The narrowest panel that takes text, with room at its sides (H).
const NARROWEST: Abs = Abs::mm(25.0);

/// Widths of the panels of a fold on a paper, from the left as the inside of the sheet is seen, with their place.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct PressFolds(BTreeMap<(String, &'static str), (Vec<Abs>, Span)>);

/// The widths as written: `folds.letter.a4 = ["100mm", "100mm", "97mm"]`.
pub(super) type FoldsTable = BTreeMap<String, PapersValue>;

/// Those of a fold, by paper.
pub(super) struct PapersValue(Vec<(String, Spanned<Vec<FixedLength>>)>);

/// All of them for the schema.
#[cfg(test)]
pub(super) type FoldsShape = BTreeMap<String, BTreeMap<String, Vec<FixedLength>>>;

impl<'de> Deserialize<'de> for PapersValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PapersValue, D::Error> {
        deserializer.deserialize_any(PapersVisitor)
    }
}

/// Takes widths by paper; of widths alone it tells which paper they are of.
struct PapersVisitor;

impl<'de> Visitor<'de> for PapersVisitor {
    type Value = PapersValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a paper with its widths, { a4 = [\"100mm\", \"100mm\", \"97mm\"] },")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<PapersValue, A::Error> {
        let mut papers = Vec::new();
        while let Some(entry) = table.next_entry()? {
            papers.push(entry);
        }
        Ok(PapersValue(papers))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<PapersValue, A::Error> {
        let mut widths: Vec<Abs> = Vec::new();
        while let Some(FixedLength(width)) = list.next_element()? {
            widths.push(width);
        }
        let sum: Abs = widths.iter().copied().sum();
        let paper = PAPERS.iter().find(|paper| side_of(paper, sum).is_some());
        let name = paper.map_or("a4", |paper| paper.name);
        let help = format!("put the paper before them, in braces: {{ {name} = {} }}", written(&widths));
        Err(A::Error::custom(format!("it isn’t said of which paper these widths are: {help}")))
    }
}

impl PressFolds {
    /// The widths of a fold's panels on a paper, where the shop has its own.
    pub fn widths(&self, fold: &str, paper: &str) -> Option<&[Abs]> {
        let of_fold = self.0.iter().find(|((name, sheet), _)| name == fold && *sheet == paper);
        of_fold.map(|(_, (widths, _))| widths.as_slice())
    }

    /// These widths, and the others' where there are none of a fold on a paper.
    pub fn over(self, other: PressFolds) -> PressFolds {
        PressFolds(other.0.into_iter().chain(self.0).collect())
    }

    /// All widths, with the paper that they are of.
    pub fn by_paper(&self) -> impl Iterator<Item = (&str, &[Abs])> {
        self.0.iter().map(|((_, paper), (widths, _))| (*paper, widths.as_slice()))
    }

    /// What is wrong with widths that no sheet of a project has: `widths_of` gives those of the sheets that are folded so.
    pub(crate) fn unused(&self, widths_of: impl Fn(&str, &str) -> Vec<Abs>) -> Vec<Diagnostic> {
        let mut wrong = Vec::new();
        for ((fold_name, sheet), (widths, place)) in &self.0 {
            let sum: Abs = widths.iter().copied().sum();
            let sheets = widths_of(fold_name, sheet);
            let Some(wide) =
                sheets.first().filter(|_| sheets.iter().all(|wide| (*wide - sum).abs() > WIDTHS))
            else {
                continue;
            };
            let what = format!(
                "these widths come to {}, and the sheets of {sheet} that are folded as “{fold_name}” are {} wide",
                in_mm(sum),
                in_mm(*wide)
            );
            let told = Diagnostic::new(Code::Layout, what).label(*place, "no sheet is made by them");
            let usual =
                fold(fold_name).zip(paper(sheet)).map(|(fold, paper)| usual_widths(fold, paper, *wide));
            wrong.push(told.help(format!(
                "write widths that come to {}, such as {}",
                in_mm(*wide),
                written(&usual.unwrap_or_default())
            )));
        }
        wrong
    }
}

/// Checks the widths: of a fold and a paper that there are, as many as a side has panels, as wide as the paper together, the flap at its
/// own end.
pub(super) fn checked_folds(table: &FoldsTable, file: &mut Reading<'_>) -> PressFolds {
    let mut folds = BTreeMap::new();
    for (name, PapersValue(papers)) in table {
        for (sheet, value) in papers {
            let widths: Vec<Abs> = value.get_ref().iter().map(|width| width.0).collect();
            match sound_widths(name, sheet, &widths) {
                Ok(paper) => {
                    folds.insert((name.clone(), paper.name), (widths, file.span(value)));
                }
                Err(fault) => {
                    let wrong = Diagnostic::new(Code::Layout, fault.what);
                    file.error(wrong.label(file.span(value), "these widths").help(fault.help));
                }
            }
        }
    }
    PressFolds(folds)
}

/// What is wrong with widths, and what to do.
struct WidthsFault {
    what: String,
    help: String,
}

impl WidthsFault {
    fn new(what: String, help: impl Into<String>) -> WidthsFault {
        WidthsFault { what, help: help.into() }
    }
}

/// The paper of widths that are right.
fn sound_widths(name: &str, sheet: &str, widths: &[Abs]) -> Result<&'static Paper, WidthsFault> {
    let folded = fold(name).and_then(|fold| match fold.scheme {
        Scheme::Folded([_, inside]) => Some((fold, inside)),
        _ => None,
    });
    let Some((fold, inside)) = folded else {
        let folded = FOLDS.iter().filter(|fold| matches!(fold.scheme, Scheme::Folded(_)));
        let known: Vec<&str> = folded.map(|fold| fold.name).collect();
        let what = format!("no sheet is folded as “{name}”");
        return Err(WidthsFault::new(what, which_of(name, &known, "folds")));
    };
    let Some(paper) = paper(sheet) else {
        let known: Vec<&str> = PAPERS.iter().map(|paper| paper.name).collect();
        return Err(WidthsFault::new(
            format!("there is no paper “{sheet}”"),
            which_of(sheet, &known, "papers"),
        ));
    };
    let sum: Abs = widths.iter().copied().sum();
    let wide = side_of(paper, sum);
    let long = paper.size.width.max(paper.size.height);
    let usual = format!(
        "write the widths of the panels from the left as the inside of the sheet is seen, such as {}",
        written(&usual_widths(fold, paper, wide.unwrap_or(long)))
    );
    if widths.len() != inside.len() {
        let what =
            format!("a side of “{name}” has {} panels, and {} widths stand here", inside.len(), widths.len());
        return Err(WidthsFault::new(what, usual));
    }
    if widths.iter().any(|width| *width < NARROWEST) {
        return Err(WidthsFault::new(format!("a panel is {:.0} mm wide or more", NARROWEST.to_mm()), usual));
    }
    if wide.is_none() {
        let [width, height] = [paper.size.width, paper.size.height].map(Abs::to_mm);
        let what =
            format!("the widths come to {:.2} mm, and {sheet} is {width:.2} by {height:.2} mm", sum.to_mm());
        return Err(WidthsFault::new(what, usual));
    }
    let turned: Vec<Abs> = widths.iter().rev().copied().collect();
    match flap_fault(inside, widths) {
        None => Ok(paper),
        Some(what) if flap_fault(inside, &turned).is_none() => {
            Err(WidthsFault::new(what.to_owned(), format!("turn them round: {}", written(&turned))))
        }
        Some(what) => Err(WidthsFault::new(what.to_owned(), usual)),
    }
}

/// Why panels of these widths don't fold into each other.
fn flap_fault(inside: &[Cell], widths: &[Abs]) -> Option<&'static str> {
    let of = |kind: Width| {
        inside.iter().zip(widths).filter(move |(cell, _)| cell.width == kind).map(|(_, width)| *width)
    };
    let flap = of(Width::Tucked).reduce(Abs::max);
    let open = of(Width::Open).reduce(Abs::min);
    let gates: Abs = of(Width::Gate).sum();
    if flap.zip(open).is_some_and(|(flap, open)| flap > open) {
        return Some("the last panel is folded in, and is wider here than one that it is folded into");
    }
    of(Width::Centre).next().is_some_and(|centre| gates > centre + WIDTHS).then_some(
        "the first and the last panel are folded onto the one between them, and are wider here than it is",
    )
}

/// The side of a paper that is so long.
fn side_of(paper: &Paper, sum: Abs) -> Option<Abs> {
    [paper.size.width, paper.size.height].into_iter().find(|side| (sum - *side).abs() <= WIDTHS)
}

/// The widths that panels have without a shop's own, from the left as the inside of the sheet is seen.
fn usual_widths(fold: &Fold, paper: &Paper, wide: Abs) -> Vec<Abs> {
    let sheet = Size::new(wide, paper.size.width + paper.size.height - wide);
    let mut cells = fold.cells(sheet, paper, 1, Direction::LeftToRight);
    cells.retain(|cell| cell.side == 1);
    cells.sort_by(|one, other| one.rect.at.x.to_pt().total_cmp(&other.rect.at.x.to_pt()));
    cells.iter().map(|cell| cell.rect.size.width).collect()
}

/// Widths as a file has them.
fn written(widths: &[Abs]) -> String {
    let all: Vec<String> =
        widths.iter().map(|width| format!("\"{}\"", in_mm(*width).replace(' ', ""))).collect();
    format!("[{}]", all.join(", "))
}

/// A length to a hundredth: `97.67 mm`.
fn in_mm(length: Abs) -> String {
    let text = format!("{:.2}", length.to_mm());
    format!("{} mm", text.trim_end_matches('0').trim_end_matches('.'))
}
