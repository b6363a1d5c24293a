//! A shop's own widths of panels. In: `folds` of a press, by fold and paper. Out: widths, by which sheets are made.

use std::collections::BTreeMap;

use toml::Spanned;

use super::length::FixedLength;
use super::read::Reading;
use crate::diag::{Code, Diagnostic};
use crate::fold::{FOLDS, Scheme, fold, paper};
use crate::geom::Abs;

/// The narrowest panel that takes text, with room at its sides (H).
const NARROWEST: Abs = Abs::mm(25.0);
/// What widths may be off their paper by rounding.
const SLACK: Abs = Abs::mm(0.2);

/// Widths of the panels of a fold on a paper, from the left as the inside of the sheet is seen.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct PressFolds(BTreeMap<(String, String), Vec<Abs>>);

/// The widths as written: `folds.letter.a4 = ["100mm", "100mm", "97mm"]`.
pub(super) type FoldsTable = BTreeMap<String, BTreeMap<String, Spanned<Vec<FixedLength>>>>;

impl PressFolds {
    /// The widths of a fold's panels on a paper, where the shop has its own.
    pub fn widths(&self, fold: &str, paper: &str) -> Option<&[Abs]> {
        self.0.get(&(fold.to_owned(), paper.to_owned())).map(Vec::as_slice)
    }

    /// These widths, and the others' where there are none of a fold on a paper.
    pub fn over(self, other: PressFolds) -> PressFolds {
        PressFolds(other.0.into_iter().chain(self.0).collect())
    }

    /// All widths, with the paper that they are of.
    pub fn by_paper(&self) -> impl Iterator<Item = (&str, &[Abs])> {
        self.0.iter().map(|((_, paper), widths)| (paper.as_str(), widths.as_slice()))
    }
}

/// Checks the widths: of a fold and a paper that there are, as many as a side has panels, as wide as the paper together.
pub(super) fn checked_folds(table: &FoldsTable, file: &mut Reading<'_>) -> PressFolds {
    let mut folds = BTreeMap::new();
    for (name, papers) in table {
        for (sheet, value) in papers {
            let widths: Vec<Abs> = value.get_ref().iter().map(|width| width.0).collect();
            if let Some(fault) = widths_fault(name, sheet, &widths) {
                let wrong = Diagnostic::new(Code::Layout, fault).label(file.span(value), "these widths");
                let help = "write the widths of the panels from the left as the inside of the sheet is seen: letter = { a4 = [\"100mm\", \"100mm\", \"97mm\"] }";
                file.error(wrong.help(help));
            }
            folds.insert((name.clone(), sheet.clone()), widths);
        }
    }
    PressFolds(folds)
}

/// What is wrong with widths.
fn widths_fault(name: &str, sheet: &str, widths: &[Abs]) -> Option<String> {
    let Some(Scheme::Folded([side, _])) = fold(name).map(|fold| fold.scheme) else {
        let folded = FOLDS.iter().filter(|fold| matches!(fold.scheme, Scheme::Folded(_)));
        let known: Vec<&str> = folded.map(|fold| fold.name).collect();
        return Some(format!("no sheet is folded as “{name}”: folds are {}", known.join(", ")));
    };
    let Some(paper) = paper(sheet) else { return Some(format!("there is no paper “{sheet}”")) };
    if widths.len() != side.len() {
        return Some(format!(
            "a side of “{name}” has {} panels, and {} widths stand here",
            side.len(),
            widths.len()
        ));
    }
    if widths.iter().any(|width| *width < NARROWEST) {
        return Some(format!("a panel is {:.0} mm wide or more", NARROWEST.to_mm()));
    }
    let sum = widths.iter().fold(Abs::ZERO, |sum, width| sum + *width);
    let sides = [paper.size.width, paper.size.height];
    let is_side = sides.iter().any(|side| (sum - *side).max(*side - sum) <= SLACK);
    (!is_side).then(|| {
        let [width, height] = sides.map(Abs::to_mm);
        format!("the widths come to {:.2} mm, and {sheet} is {width:.2} by {height:.2} mm", sum.to_mm())
    })
}
