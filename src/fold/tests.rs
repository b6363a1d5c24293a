//! Folds held to their laws and to the tables of docs/print.md, "Folds", and folded in software.

use super::cells::Cut;
use super::{FOLDS, Fold, PAPERS, PlacedCell, Scheme, fold, paper};
use crate::geom::{Abs, Point, Rect, Size};
use crate::locale::Direction;

const BOTH: [Direction; 2] = [Direction::LeftToRight, Direction::RightToLeft];

/// The sheet of a paper, on its side.
fn landscape(name: &str) -> Size {
    let size = paper(name).expect("a paper").size;
    Size::new(size.height, size.width)
}

/// The panels of a fold on a paper, eight where the fold does not give their number.
fn cells_of(name: &str, on: &str, sheet: Size, direction: Direction) -> Vec<PlacedCell> {
    fold(name).expect("a fold").cells(sheet, paper(on).expect("a paper"), 8, direction)
}

fn is_near(found: Abs, millimetres: f64) -> bool {
    (found.to_mm() - millimetres).abs() < 0.01
}

/// The number of panels of a fold, eight where the fold does not give it.
fn panels_of(fold: &Fold) -> u32 {
    match fold.name {
        "half" => 4,
        "letter" | "z" | "gate" => 6,
        "two-up" | "cards" | "tear-off" => 2,
        _ => 8,
    }
}

/// The sheet of a paper, turned as a fold is printed.
fn sheet_of(fold: &Fold, paper: &super::Paper) -> Size {
    match fold.scheme {
        Scheme::Cards | Scheme::TearOff => paper.size,
        _ => Size::new(paper.size.height, paper.size.width),
    }
}

#[test]
fn each_fold_uses_each_panel_once_and_keeps_to_its_sheet() {
    // Cards of fixed sizes are cut from these papers; other folds take any.
    let holds = |fold: &Fold, name| {
        !matches!(fold.scheme, Scheme::Cards | Scheme::ShoeCards) || ["letter", "a4"].contains(&name)
    };
    for (fold, paper, direction) in all_cases().filter(|(fold, paper, _)| holds(fold, paper.name)) {
        let sheet = sheet_of(fold, paper);
        let cells = fold.cells(sheet, paper, 8, direction);
        let mut panels: Vec<u32> = cells.iter().filter(|cell| !cell.copy).map(|cell| cell.panel).collect();
        panels.sort_unstable();
        assert_eq!(panels, (1..=panels_of(fold)).collect::<Vec<u32>>(), "{}", fold.name);
        let (whole, slack) = (Rect::new(Point::default(), sheet), Abs::mm(0.001));
        assert!(
            cells.iter().all(|cell| whole.contains(&cell.rect, slack)),
            "{} on {}",
            fold.name,
            paper.name
        );
        for (at, one) in cells.iter().enumerate() {
            let lies_over =
                |other: &&PlacedCell| other.side == one.side && other.rect.overlaps(&one.rect, slack);
            assert_eq!(cells[at + 1..].iter().find(lies_over), None, "{}", fold.name);
        }
    }
}

/// Every fold on every paper in both directions.
fn all_cases() -> impl Iterator<Item = (&'static Fold, &'static super::Paper, Direction)> {
    let papers = || PAPERS.iter().flat_map(|paper| BOTH.map(|direction| (paper, direction)));
    FOLDS.iter().flat_map(move |fold| papers().map(move |(paper, direction)| (fold, paper, direction)))
}

#[test]
fn both_faces_of_a_panel_lie_back_to_back() {
    for (fold, paper, direction) in all_cases().filter(|(fold, ..)| matches!(fold.scheme, Scheme::Folded(_)))
    {
        let sheet = Size::new(paper.size.height, paper.size.width);
        let cells = fold.cells(sheet, paper, 8, direction);
        for face in cells.iter().filter(|cell| cell.side == 0) {
            let behind = sheet.width - face.rect.right();
            let back =
                cells.iter().find(|cell| cell.side == 1 && (cell.rect.at.x - behind).abs() < Abs::mm(0.001));
            assert!(
                back.is_some_and(|back| (back.rect.size.width - face.rect.size.width).abs() < Abs::mm(0.001)),
                "{} on {}",
                fold.name,
                paper.name
            );
        }
    }
}

#[test]
fn letter_folds_are_those_of_the_table() {
    let table = [
        ("letter", [93.6625, 92.075], [92.075, 185.7375], [93.6625, 187.325]),
        ("legal", [119.0625, 117.475], [117.475, 236.5375], [119.0625, 238.125]),
        ("a4", [99.667, 97.667], [97.667, 197.333], [99.667, 199.333]),
    ];
    for (name, [wide, flap], outside, inside) in table {
        let cells = cells_of("letter", name, landscape(name), Direction::LeftToRight);
        for cell in &cells {
            let width = if [2, 5].contains(&cell.panel) { flap } else { wide };
            assert!(is_near(cell.rect.size.width, width), "{name} {}", cell.panel);
        }
        let folds = |side: usize| {
            cells.iter().filter(move |cell| cell.side == side).skip(1).map(|cell| cell.rect.at.x)
        };
        assert!(folds(0).zip(outside).all(|(found, wanted)| is_near(found, wanted)), "{name}");
        assert!(folds(1).zip(inside).all(|(found, wanted)| is_near(found, wanted)), "{name}");
    }
}

#[test]
fn cards_and_zines_are_those_of_the_table() {
    for (name, card, at, page) in [
        ("letter", [88.9, 50.8], [19.05, 12.7], [69.85, 107.95]),
        ("a4", [85.0, 55.0], [20.0, 11.0], [74.25, 105.0]),
    ] {
        let cards = cells_of("cards", name, paper(name).expect("a paper").size, Direction::LeftToRight);
        let first = cards.first().expect("cards").rect;
        assert!(is_near(first.size.width, card[0]) && is_near(first.size.height, card[1]), "{name}");
        assert!(is_near(first.at.x, at[0]) && is_near(first.at.y, at[1]), "{name}: {:?}", first.at);
        let zine = cells_of("zine", name, landscape(name), Direction::LeftToRight);
        assert!(
            zine.iter()
                .all(|cell| is_near(cell.rect.size.width, page[0]) && is_near(cell.rect.size.height, page[1]))
        );
    }
}

#[test]
fn strips_are_those_of_the_table_and_keep_clear_of_the_edges() {
    for (name, width) in [("letter", 20.32), ("a4", 19.73)] {
        let sheet = paper(name).unwrap().size;
        let cells = cells_of("tear-off", name, sheet, Direction::LeftToRight);
        let strips: Vec<&PlacedCell> = cells.iter().filter(|cell| cell.panel == 2).collect();
        assert!(strips.iter().all(|cell| is_near(cell.rect.size.width, width)), "{name}");
        assert!(is_near(strips[0].rect.at.x, 6.35) && is_near(sheet.width - strips[9].rect.right(), 6.35));
        // A cut between each two.
        let cuts = fold("tear-off").unwrap().cuts(sheet);
        let between: Vec<bool> =
            cuts.iter().zip(&strips[1..]).map(|(cut, strip)| touch(cut.ends[0].x, strip.rect.at.x)).collect();
        assert_eq!(between, [true; 9], "{name}");
    }
}

/// The leaves of a strip that is folded along vertical lines, as it lies open with its inside up: the panel inside and the one
/// outside of each.
fn leaves(name: &str, direction: Direction) -> Vec<(u32, u32)> {
    let cells = cells_of(name, "letter", landscape("letter"), direction);
    let row = |side: usize| {
        let mut row: Vec<&PlacedCell> = cells.iter().filter(|cell| cell.side == side).collect();
        row.sort_by(|a, b| a.rect.at.x.to_pt().total_cmp(&b.rect.at.x.to_pt()));
        row.into_iter().map(|cell| cell.panel).collect::<Vec<u32>>()
    };
    // Turned over its short edge, the outside shows the leaves from the other end.
    row(1).into_iter().zip(row(0).into_iter().rev()).collect()
}

/// The panels of a folded leaflet as a reader comes upon them. The first leaf is the one under the cover.
fn reading_order(name: &str, leaves: &[(u32, u32)]) -> Vec<u32> {
    match (name, leaves) {
        // The cover opens; inside; the back.
        ("half", [a, b]) => vec![a.1, a.0, b.0, b.1],
        // The last leaf was folded in first, so its outside is seen when the cover opens.
        ("letter", [a, b, c]) => vec![a.1, c.1, a.0, b.0, c.0, b.1],
        // Drawn out like a concertina, then turned over.
        ("z", [a, b, c]) => vec![a.1, a.0, b.0, c.0, c.1, b.1],
        // The two gates stand side by side in front.
        ("gate", [a, b, c]) => vec![a.1, c.1, a.0, b.0, c.0, b.1],
        _ => panic!("{name}"),
    }
}

#[test]
fn a_folded_leaflet_is_read_in_the_order_of_its_panels() {
    for name in ["half", "letter", "z", "gate"] {
        let found = reading_order(name, &leaves(name, Direction::LeftToRight));
        assert_eq!(found, (1..=u32::try_from(found.len()).unwrap()).collect::<Vec<_>>(), "{name}");
        // From the right, the cover is on the leaf at the other end.
        let mut mirrored = leaves(name, Direction::RightToLeft);
        mirrored.reverse();
        assert_eq!(reading_order(name, &mirrored), found, "{name} from the right");
    }
}

/// Whether two panels of a sheet share a side that is not cut.
fn are_joined(one: &PlacedCell, other: &PlacedCell, cuts: &[Cut]) -> bool {
    let (a, b) = (one.rect, other.rect);
    let level = touch(a.at.y, b.at.y) && (touch(a.right(), b.at.x) || touch(b.right(), a.at.x));
    let stacked = touch(a.at.x, b.at.x) && (touch(a.bottom(), b.at.y) || touch(b.bottom(), a.at.y));
    let shared = a.at.y.max(b.at.y);
    level || (stacked && !cuts.iter().any(|cut| parts(cut, &a, shared)))
}

/// Whether a cut runs along the whole width of a panel, at a height.
fn parts(cut: &Cut, panel: &Rect, y: Abs) -> bool {
    let [from, to] = cut.ends;
    touch(from.y, y) && from.x <= panel.at.x + Abs::mm(0.01) && to.x >= panel.right() - Abs::mm(0.01)
}

/// Whether two lengths are one but for rounding.
fn touch(one: Abs, other: Abs) -> bool {
    (one - other).abs() < Abs::mm(0.01)
}

#[test]
fn pages_of_a_zine_meet_in_their_order() {
    for direction in BOTH {
        let cells = cells_of("zine", "letter", landscape("letter"), direction);
        let cuts = fold("zine").unwrap().cuts(landscape("letter"));
        let page = |panel: u32| cells.iter().find(|cell| cell.panel == panel).unwrap();
        for panel in 1..=8 {
            let next = panel % 8 + 1;
            assert!(are_joined(page(panel), page(next), &cuts), "{panel} and {next}");
            // Heads point to one side of the book: panels over each other lie head to head.
            let stacked = page(panel).rect.at.y != page(next).rect.at.y;
            assert_eq!(stacked, page(panel).turn != page(next).turn);
        }
        assert!(!are_joined(page(1), page(6), &cuts) && !are_joined(page(2), page(5), &cuts));
    }
}

#[test]
fn pages_of_a_booklet_follow_each_other_when_its_sheets_are_nested() {
    for pages in [4, 6, 8, 12, 16] {
        let paper = paper("letter").unwrap();
        let cells = fold("booklet").unwrap().cells(landscape("letter"), paper, pages, Direction::LeftToRight);
        let sides: Vec<[u32; 2]> = cells.chunks(2).map(|pair| [pair[0].panel, pair[1].panel]).collect();
        let sheets: Vec<&[[u32; 2]]> = sides.chunks(2).collect();
        // The right half of each sheet, outermost first: front, then behind it the left half of the back.
        let mut read: Vec<u32> = sheets.iter().flat_map(|sheet| [sheet[0][1], sheet[1][0]]).collect();
        // Then the left halves, innermost first.
        read.extend(sheets.iter().rev().flat_map(|sheet| [sheet[1][1], sheet[0][0]]));
        assert_eq!(read, (1..=pages.div_ceil(4) * 4).collect::<Vec<_>>());
    }
}

#[test]
fn a_card_has_its_back_behind_it() {
    let sheet = paper("letter").unwrap().size;
    for name in ["cards", "two-up"] {
        let cells = cells_of(name, "letter", sheet, Direction::LeftToRight);
        for front in cells.iter().filter(|cell| cell.side == 0) {
            let x = sheet.width - front.rect.right();
            let at = |cell: &&PlacedCell| {
                (cell.rect.at.x - x).abs() < Abs::mm(0.01) && cell.rect.at.y == front.rect.at.y
            };
            let back = cells.iter().filter(|cell| cell.side == 1).find(at).expect("a back");
            assert_eq!((front.panel, back.panel, front.copy == back.copy), (1, 2, true));
        }
    }
}

#[test]
fn a_turned_panel_keeps_its_corners_on_the_sheet() {
    for (fold, paper, direction) in all_cases() {
        for cell in fold.cells(paper.size, paper, 8, direction) {
            let size = cell.size();
            let corners = [Point::default(), Point::new(size.width, size.height)]
                .map(|corner| cell.to_sheet().apply(corner));
            let (left, right) = (corners[0].x.min(corners[1].x), corners[0].x.max(corners[1].x));
            let (top, bottom) = (corners[0].y.min(corners[1].y), corners[0].y.max(corners[1].y));
            let close = |a: Abs, b: Abs| (a - b).abs() < Abs::pt(1e-6);
            assert!(close(left, cell.rect.at.x) && close(right, cell.rect.right()), "{}", fold.name);
            assert!(close(top, cell.rect.at.y) && close(bottom, cell.rect.bottom()), "{}", fold.name);
        }
    }
}
