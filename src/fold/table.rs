//! The folds, one row each. To add one is to add a row here; a new way to arrange panels is a `Scheme`, too.

/// The width of a panel beside the others of its side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Width {
    /// The full width, the same for all open panels of a side.
    Open,
    /// A little narrower, since the panel is folded into the others.
    Tucked,
    /// That of one of two gates that meet in the middle: a quarter of the sheet less half a tuck.
    Gate,
    /// What two gates leave.
    Centre,
}

/// A panel's place in a fold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cell {
    /// Its number in reading order, from 1.
    pub panel: u32,
    /// Its width.
    pub width: Width,
}

/// How the panels of a leaflet lie on its sheets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    /// Side by side, folded along vertical lines: the outside and the inside, each from left to right as it faces the reader.
    Folded([&'static [Cell]; 2]),
    /// Each panel a side of its own, one after the other.
    Pages,
    /// Eight on one side, four by two, the upper ones upside down; folded after one cut.
    Zine,
    /// Two on each side; the sheets are nested and stitched in the fold.
    Booklet,
    /// Two copies side by side, front and back; cut apart.
    TwoUp,
    /// Ten copies of a card, front and back; cut apart.
    Cards,
    /// Three copies of a strip of four, front and back; cut apart and folded to the size of a card.
    ShoeCards,
    /// One poster, and below it ten copies of a strip that stands on its end, to be torn off.
    TearOff,
}

/// How a sheet is folded or cut.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fold {
    /// The name used in layouts.
    pub name: &'static str,
    /// Where its panels lie.
    pub scheme: Scheme,
}

const fn open(panel: u32) -> Cell {
    Cell { panel, width: Width::Open }
}

const fn tucked(panel: u32) -> Cell {
    Cell { panel, width: Width::Tucked }
}

const fn gate(panel: u32) -> Cell {
    Cell { panel, width: Width::Gate }
}

const fn centre(panel: u32) -> Cell {
    Cell { panel, width: Width::Centre }
}

/// The folds (docs/print.md, "Folds").
pub const FOLDS: &[Fold] = &[
    Fold { name: "none", scheme: Scheme::Pages },
    Fold { name: "half", scheme: Scheme::Folded([&[open(4), open(1)], &[open(2), open(3)]]) },
    Fold {
        name: "letter",
        scheme: Scheme::Folded([&[tucked(2), open(6), open(1)], &[open(3), open(4), tucked(5)]]),
    },
    Fold { name: "z", scheme: Scheme::Folded([&[open(5), open(6), open(1)], &[open(2), open(3), open(4)]]) },
    Fold {
        name: "gate",
        scheme: Scheme::Folded([&[gate(2), centre(6), gate(1)], &[gate(3), centre(4), gate(5)]]),
    },
    Fold { name: "zine", scheme: Scheme::Zine },
    Fold { name: "booklet", scheme: Scheme::Booklet },
    Fold { name: "two-up", scheme: Scheme::TwoUp },
    Fold { name: "cards", scheme: Scheme::Cards },
    Fold { name: "shoe-cards", scheme: Scheme::ShoeCards },
    Fold { name: "tear-off", scheme: Scheme::TearOff },
];

/// The fold of that name.
pub fn fold(name: &str) -> Option<&'static Fold> {
    FOLDS.iter().find(|fold| fold.name == name)
}
