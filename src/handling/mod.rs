//! How a leaflet is printed, folded and cut, for who does it. In: a layout and its page. Out: facts, and the words for them in the
//! languages of those who print.

mod words;

use serde::Serialize;

pub use words::{WORD_TAGS, Words};

use crate::fold::{Scheme, paper};
use crate::frame::Duplex;
use crate::locale::Direction;
use crate::spec::{Layout, Page};

/// How a leaflet's sheets are printed, folded and cut.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Handling {
    /// The paper, as people write its name: `A4`.
    pub paper: String,
    /// Whether it is printed on both sides, and over which edge it is turned.
    pub sides: Sides,
    /// How many sheets make one leaflet.
    pub sheets: usize,
    /// How many leaflets a sheet makes.
    pub copies: usize,
    /// The name of the fold (docs/print.md, "Folds").
    pub fold: &'static str,
    /// Which panel is folded in first, where one is.
    pub first: FirstFold,
    /// What the layout itself says of folding and cutting, in place of what is said of the fold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finish: Option<String>,
}

/// Which sides of a sheet are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sides {
    /// One.
    One,
    /// Both, turned over the short edge.
    BothShort,
    /// Both, turned over the long edge.
    BothLong,
}

/// Which panel of the inside is folded in first, where one is: the one where reading ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FirstFold {
    /// The right one, of a leaflet that is read from the left.
    Right,
    /// The left one, of a leaflet that is read from the right.
    Left,
}

/// What is printed of a leaflet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Printed {
    /// How many sides it has.
    pub sides: usize,
    /// How its sheets are turned over.
    pub duplex: Duplex,
}

impl Handling {
    /// How a leaflet of a layout is handled, by its page on that paper for a language of that direction.
    pub fn of(layout: &Layout, page: &Page, paper: &str, direction: Direction, printed: Printed) -> Handling {
        let Printed { sides, duplex } = printed;
        let turned = match duplex {
            Duplex::Simplex => Sides::One,
            Duplex::FlipShort => Sides::BothShort,
            Duplex::FlipLong => Sides::BothLong,
        };
        Handling {
            paper: paper_label(paper),
            sides: if sides > 1 { turned } else { Sides::One },
            sheets: sides.div_ceil(2).max(1),
            copies: copies(layout, page),
            fold: layout.fold.name,
            first: match direction {
                Direction::LeftToRight => FirstFold::Right,
                Direction::RightToLeft => FirstFold::Left,
            },
            finish: layout.finish.clone(),
        }
    }

    /// How it is printed, then how it is folded and cut, where it is.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let mut lines = vec![self.printing(words)];
        lines.extend(self.finishing(words));
        lines
    }

    /// How it is printed.
    pub fn printing(&self, words: &Words) -> String {
        let paper = ("paper", self.paper.as_str().into());
        match self.sides {
            Sides::One => words.say("one-side", &[paper]),
            Sides::BothShort => words.say("both-sides", &[paper, ("edge", "short".into())]),
            Sides::BothLong => words.say("both-sides", &[paper, ("edge", "long".into())]),
        }
    }

    /// How it is folded and cut; `None` where neither is done.
    pub fn finishing(&self, words: &Words) -> Option<String> {
        if let Some(own) = &self.finish {
            return Some(own.clone());
        }
        let sheets = ("sheets", self.sheets.into());
        match self.fold {
            "none" => (self.sheets > 1).then(|| words.say("sheets", &[sheets])),
            fold => {
                let first = match self.first {
                    FirstFold::Right => "right",
                    FirstFold::Left => "left",
                };
                let values = [sheets, ("copies", self.copies.into()), ("first", first.into())];
                Some(words.say(&format!("fold-{fold}"), &values))
            }
        }
    }
}

impl Handling {
    /// How it is printed, folded and cut, in a few English words: `both sides, short edge, folded twice`. What a layout says itself
    /// of folding and cutting stands as it is.
    pub fn in_short(&self) -> String {
        let sides = match self.sides {
            Sides::One => "one side",
            Sides::BothShort => "both sides, short edge",
            Sides::BothLong => "both sides, long edge",
        };
        let finish = match (&self.finish, self.fold) {
            (Some(own), _) => own.as_str(),
            (None, "half") => "folded once",
            (None, "letter") => "folded twice",
            (None, "z") => "folded like a Z",
            (None, "gate") => "both ends folded in",
            (None, "zine") => "folded in eight, cut once",
            (None, "booklet") => "folded, stapled",
            (None, "two-up") => "cut in half",
            (None, "cards") => "cut apart",
            (None, "shoe-cards") => "cut apart, folded in zigzag",
            (None, "tear-off") => "cut",
            (None, _) => "",
        };
        if finish.is_empty() { sides.to_owned() } else { format!("{sides}, {finish}") }
    }
}

/// How many leaflets are cut from a sheet.
fn copies(layout: &Layout, page: &Page) -> usize {
    match layout.fold.scheme {
        Scheme::TwoUp | Scheme::Cards | Scheme::ShoeCards => {
            page.cells.iter().filter(|cell| cell.panel == 1).count().max(1)
        }
        Scheme::Folded(_) | Scheme::Pages | Scheme::Zine | Scheme::Booklet | Scheme::TearOff => 1,
    }
}

/// The name of a paper as people write it: `A4`, `Letter`, `18 × 24 in`, `A4`, too, where it is for cards of another size.
pub fn paper_label(name: &str) -> String {
    let sizes: Option<Vec<u32>> = name.split('x').map(|side| side.parse().ok()).collect();
    if let Some([width, height]) = sizes.as_deref() {
        return format!("{width} × {height} in");
    }
    // The size of the cards is the layout's affair.
    let sheet = name.split_once('-').map(|(sheet, _)| sheet).filter(|sheet| paper(sheet).is_some());
    let mut letters = sheet.unwrap_or(name).chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handling() -> Handling {
        Handling {
            paper: "A4".to_owned(),
            sides: Sides::BothShort,
            sheets: 1,
            copies: 1,
            fold: "letter",
            first: FirstFold::Right,
            finish: None,
        }
    }

    #[test]
    fn papers_are_called_as_people_call_them() {
        let names = ["a4", "letter", "half-letter", "18x24", "a4-90x50"].map(paper_label);
        assert_eq!(names, ["A4", "Letter", "Half-letter", "18 × 24 in", "A4"]);
    }

    #[test]
    fn a_sheet_is_turned_and_folded_as_its_layout_is_made() {
        let words = Words::english();
        assert_eq!(
            handling().lines(&words),
            [
                "A4 paper, both sides, flip on short edge, 100 % (not “fit to page”).",
                "Fold with the inside up: first the right panel, then the left one over it."
            ]
        );
        let mirrored = Handling { first: FirstFold::Left, ..handling() };
        assert!(mirrored.finishing(&words).unwrap().contains("first the left panel"));
        let long = Handling { sides: Sides::BothLong, fold: "cards", copies: 10, ..handling() };
        assert!(
            long.printing(&words).contains("long edge")
                && long.finishing(&words).unwrap().contains("10 cards")
        );
        let one = Handling { sides: Sides::One, fold: "none", ..handling() };
        assert_eq!(one.lines(&words), ["A4 paper, one side, 100 % (not “fit to page”)."]);
    }

    #[test]
    fn what_a_layout_says_of_itself_comes_first() {
        let own = Handling { finish: Some("Fold it into a boat.".to_owned()), ..handling() };
        assert_eq!(own.finishing(&Words::english()).unwrap(), "Fold it into a boat.");
    }

    #[test]
    fn what_is_said_of_a_sheet_fits_a_terminal() {
        let words = Words::english();
        for sides in [Sides::One, Sides::BothShort, Sides::BothLong] {
            let how = Handling { sides, paper: "Half-letter".to_owned(), ..handling() };
            assert!(how.printing(&words).chars().count() <= 78, "{}", how.printing(&words));
        }
    }

    #[test]
    fn what_is_done_to_a_sheet_is_said_in_short() {
        for fold in crate::fold::FOLDS {
            let how = Handling { fold: fold.name, copies: 10, ..handling() };
            let is_done = how.in_short() != "both sides, short edge";
            assert_eq!(is_done, fold.name != "none", "{} is said in short", fold.name);
        }
    }
}
