//! Blank sheets of layouts, to be folded and cut by hand before anything is printed. In: a layout and a page. Out: a leaflet
//! with each panel’s outline, its number as its reader counts, and what it takes; ticks and cuts as on any sheet.

use std::collections::BTreeMap;

use super::impose::{duplex, impose};
use super::side::{Imposition, side_count};
use crate::color::{Color, Profile};
use crate::fit::SetPanel;
use crate::flow::{Flaw, Shelf};
use crate::font::FontBook;
use crate::frame::{
    Frame, FrameItem, Group, GroupKind, Leaflet, LineTag, Node, PanelTag, Passage, Place, Role, Stroke,
    Structure, rectangle, stroked,
};
use crate::geom::{Abs, Em, Point, Rect, Sides, Size};
use crate::handling::{Handling, Printed, Words};
use crate::locale::{Direction, Locale};
use crate::script::Typography;
use crate::source::{Sources, Span};
use crate::spec::{Height, Layout, Page, PlacedPanel, Press, overlapping_panels, place_panels};
use crate::style::{Align, LineStyle, ParagraphStyle};
use crate::text::{BreakOptions, break_lines, set_line};

/// The largest numbers, and the largest names of places.
const NUMBER: Abs = Abs::pt(72.0);
const NAME: Abs = Abs::pt(11.0);
/// The words on how the sheet is printed and folded: as large where they fit.
const HANDLING: Abs = Abs::pt(9.0);
/// Panels lower than this have little room for them.
const LOW: Abs = Abs::mm(70.0);
/// How far an outline stays inside its panel’s edges, so that those of neighbours and the ticks between are told apart:
/// at most so far, and at most that share of the panel’s lesser side.
const INSIDE: (Abs, f64) = (Abs::mm(2.0), 0.05);
const OUTLINE: Abs = Abs::pt(0.5);
/// Shares of its cell that a panel is drawn at whose height follows its text; the first that leaves room for the others.
const SHARES: [f64; 4] = [0.25, 0.15, 0.1, 0.05];

/// A panel of the sheet as it is drawn.
struct Field {
    cell: u32,
    number: u32,
    place: Option<Place>,
    /// What is written below the number.
    words: String,
    /// How the sheet is printed and folded, on the first panel.
    handling: Vec<String>,
    rect: Rect,
    span: Span,
}

/// The blank sheet of a layout on its page of that paper, dated as a leaflet is.
///
/// # Errors
/// The faces lack a figure or a letter of the panels' names.
pub fn dummy(
    layout: &Layout,
    page: &Page,
    paper: &str,
    fonts: &FontBook,
    date: &str,
    sources: &Sources,
) -> Result<Leaflet, Flaw> {
    let english = Locale::parse("en").expect("English has a tag");
    let typography = Typography::of(&english);
    let shelf = Shelf::new(fonts, &english, &typography, sources);
    let mut setter = Setter { shelf, structure: Structure::default() };
    let middle = typography.rules.baseline;
    let mut fields = dummy_fields(layout, page);
    let turned = duplex(layout, page);
    let printed = Printed { sides: side_count(layout, page), duplex: turned };
    let handling = Handling::of(layout, page, paper, Direction::LeftToRight, printed);
    if let Some(first) = fields.iter_mut().find(|field| field.number == 1) {
        first.handling = handling.lines(&Words::english());
    }
    let panels: Vec<SetPanel> =
        fields.iter().map(|field| setter.set_panel(field, middle)).collect::<Result<_, _>>()?;
    let structure = setter.structure;
    let press = Press::default();
    let sheets =
        Imposition { layout, page, panels: &panels, profile: Profile::Office, press: &press, slugs: &[] };
    let mut sides = impose(&sheets);
    for (number, side) in sides.iter_mut().enumerate() {
        draw_outlines(layout, page, &fields, number, &mut side.marks);
    }
    Ok(Leaflet {
        title: format!("Dummy of {}", layout.name),
        lang: english.tag,
        date: date.to_owned(),
        sides,
        structure,
        duplex: turned,
        has_bookmarks: true,
    })
}

/// The layout’s panels, and the fold’s that carry nothing.
fn dummy_fields(layout: &Layout, page: &Page) -> Vec<Field> {
    let mut fields: Vec<Field> = placed_panels(layout, page)
        .into_iter()
        .map(|at| {
            let panel = &layout.panels[at.index];
            let number = layout.panel_number(at.index);
            let name = panel.place.name();
            let words = match panel.height {
                Height::Auto => format!("{name}, as high as its text"),
                Height::Free | Height::Fixed(_) => name.to_owned(),
            };
            let (place, rect, span) = (Some(panel.place), at.rect, panel.span);
            Field { cell: at.cell, number, place, words, handling: Vec::new(), rect, span }
        })
        .collect();
    let blank = |panel: u32| !layout.panels.iter().any(|spec| spec.cell == panel);
    for cell in page.cells.iter().filter(|cell| !cell.copy && blank(cell.panel)) {
        fields.push(Field {
            cell: cell.panel,
            number: cell.panel,
            place: None,
            words: "blank".to_owned(),
            handling: Vec::new(),
            rect: Rect::new(Point::default(), cell.size()),
            span: Span::new(layout.source, 0..0),
        });
    }
    fields.sort_by_key(|field| field.number);
    fields
}

/// Where the panels lie, those whose height follows their text at a share of their cell.
fn placed_panels(layout: &Layout, page: &Page) -> Vec<PlacedPanel> {
    let in_cell = |at: &PlacedPanel| {
        let cell = page.cell(at.cell).map(|cell| Rect::new(Point::default(), cell.size()));
        at.rect.size.height > Abs::ZERO && cell.is_some_and(|cell| cell.contains(&at.rect, Abs::mm(0.01)))
    };
    let fits = |placed: &Vec<PlacedPanel>| overlapping_panels(placed).is_none() && placed.iter().all(in_cell);
    let found = SHARES.into_iter().map(|share| placed_at_share(layout, page, share)).find(fits);
    found.unwrap_or_else(|| place_panels(layout, page, &BTreeMap::new()))
}

fn placed_at_share(layout: &Layout, page: &Page, share: f64) -> Vec<PlacedPanel> {
    let auto = layout.panels.iter().enumerate().filter(|(_, panel)| panel.height == Height::Auto);
    let heights =
        auto.filter_map(|(index, panel)| Some((index, page.cell(panel.cell)?.size().height * share)));
    place_panels(layout, page, &heights.collect())
}

/// Words on a panel.
struct Said<'t> {
    role: Role,
    text: &'t str,
    /// Their largest size.
    most: Abs,
    /// That of their first line, from the panel's top.
    baseline: Abs,
    room: LineRoom,
}

/// What words do that are wider than their panel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineRoom {
    /// They are set smaller, in one line.
    Line,
    /// They go on in the next line.
    Lines,
}

/// Sets what is written on the panels.
struct Setter<'a> {
    shelf: Shelf<'a>,
    structure: Structure,
}

impl Setter<'_> {
    /// A panel with its number and its place below that in its middle; `middle` is from the middle of figures to their baseline.
    fn set_panel(&mut self, field: &Field, middle: Em) -> Result<SetPanel, Flaw> {
        let Size { width, height } = field.rect.size;
        // A low panel has words on printing below a smaller number that stands higher.
        let is_tight = !field.handling.is_empty() && height < LOW;
        let (share, center) = if is_tight { (0.2, 0.3) } else { (0.4, 0.5) };
        let most = NUMBER.min(width.min(height) * share);
        let mut frame = Frame::new(field.rect.size);
        let name = NAME.min(most * 0.5);
        let baseline = height * center + middle.at(most) - name * 0.8;
        let number = Said {
            role: Role::Heading,
            text: &field.number.to_string(),
            most,
            baseline,
            room: LineRoom::Line,
        };
        self.set_words(field, &number, &mut frame)?;
        let baseline = baseline + name * 1.6;
        let words =
            Said { role: Role::Paragraph, text: &field.words, most: name, baseline, room: LineRoom::Line };
        let mut end = self.set_words(field, &words, &mut frame)?;
        for text in &field.handling {
            let most = HANDLING.min(height * 0.065);
            let baseline = end + most * 1.6;
            let said = Said { role: Role::Paragraph, text, most, baseline, room: LineRoom::Lines };
            end = self.set_words(field, &said, &mut frame)?;
        }
        let tag = PanelTag { panel: field.number, place: field.place, turn: 0, fill: 0.0, field: None };
        let group = Group::new(GroupKind::Panel(tag), frame);
        Ok(SetPanel { cell: field.cell, at: field.rect.at, group })
    }

    /// Centred words; gives the baseline of their last line.
    fn set_words(&mut self, field: &Field, said: &Said<'_>, frame: &mut Frame) -> Result<Abs, Flaw> {
        let Said { role, text, most, baseline, room } = *said;
        let style = ParagraphStyle { display: true, ..ParagraphStyle::default() };
        let words = self.shelf.words(text, &style, field.span)?;
        let measure = frame.size.width;
        let (size, wide) = match room {
            LineRoom::Line => (most.min(measure * 0.8 / words.width().to_em()), Em::new(10_000.0)),
            LineRoom::Lines => (most, Em::new(measure * 0.8 / most)),
        };
        let leading = size * 1.3;
        let options = BreakOptions { align: Align::Center, display: true, ..BreakOptions::default() };
        let node = self.structure.push(field_node(role, field, text.to_owned()));
        let style = LineStyle { size, leading, align: Align::Center, color: Color::BLACK };
        let mut block = Frame::new(frame.size);
        let mut at = baseline;
        for (number, line) in break_lines(&words, wide, &options).iter().enumerate() {
            at = baseline + leading * f64::from(u32::try_from(number).unwrap_or(u32::MAX));
            let set = set_line(&words, line, measure, &style, Some(Passage::first(node)));
            let tag = LineTag {
                text: line.text.clone(),
                measure,
                width: set.width,
                size,
                ratio: 0.0,
                end: line.end,
            };
            let mut runs = Frame::new(Size::new(measure, size));
            for (x, run) in set.runs {
                runs.push(Point::new(x, Abs::ZERO), FrameItem::Text(run));
            }
            block.push(Point::new(Abs::ZERO, at), FrameItem::Group(Group::new(GroupKind::Line(tag), runs)));
        }
        let block = Group::new(GroupKind::Block(node), block);
        frame.push(Point::default(), FrameItem::Group(block));
        Ok(at)
    }
}

fn field_node(role: Role, field: &Field, text: String) -> Node {
    let section = format!("panel-{}", field.number);
    Node {
        role,
        section,
        lang: "en".to_owned(),
        message: String::new(),
        text,
        links: Vec::new(),
        number: None,
        alt: None,
        echo_of: None,
    }
}

/// Draws the outlines of the panels of a side, each copy’s too, as far as an office printer reaches.
fn draw_outlines(layout: &Layout, page: &Page, fields: &[Field], side: usize, marks: &mut Frame) {
    let sheet = Rect::new(Point::default(), page.size).inset(Sides::all(layout.unprinted));
    let stroke = Stroke::plain(Color::BLACK, OUTLINE);
    for cell in page.cells.iter().filter(|cell| cell.side == side) {
        let to_sheet = cell.to_sheet();
        for field in fields.iter().filter(|field| field.cell == cell.panel) {
            let Size { width, height } = field.rect.size;
            let inner = field.rect.inset(Sides::all(INSIDE.0.min(width.min(height) * INSIDE.1)));
            let ends = [inner.at, Point::new(inner.right(), inner.bottom())].map(|end| to_sheet.apply(end));
            let (left, right) = (ends[0].x.min(ends[1].x), ends[0].x.max(ends[1].x));
            let (top, bottom) = (ends[0].y.min(ends[1].y), ends[0].y.max(ends[1].y));
            let at = Point::new(left.max(sheet.at.x), top.max(sheet.at.y));
            let end = Point::new(right.min(sheet.right()), bottom.min(sheet.bottom()));
            if at.x < end.x && at.y < end.y {
                let size = Size::new(end.x - at.x, end.y - at.y);
                marks.push(at, stroked(&rectangle(size), stroke.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::frame::SheetSide;
    use crate::frame::Step;
    use crate::project::{Files, LayoutChoice, Selection, load};

    /// The words of each panel of a side, with the quarter turns that it is turned by, in the order of the panels.
    fn words(side: &SheetSide) -> Vec<(u32, u8, String)> {
        fn text(frame: &Frame, words: &mut Vec<String>) {
            for (_, item) in &frame.items {
                match item {
                    FrameItem::Group(group) => text(&group.frame, words),
                    FrameItem::Text(run) => words.push(run.text.clone()),
                    FrameItem::Path(_) | FrameItem::Picture(_) | FrameItem::Link(_) => {}
                }
            }
        }
        let panels = side.frame.items.iter().filter_map(|(_, item)| match item {
            FrameItem::Group(Group { kind: GroupKind::Panel(tag), frame, .. }) => {
                let mut words = Vec::new();
                text(frame, &mut words);
                Some((tag.panel, tag.turn, words.join(" ")))
            }
            _ => None,
        });
        let mut panels: Vec<_> = panels.collect();
        panels.sort();
        panels
    }

    /// The sides of a dummy of the built-in layout, changed as `change` says.
    fn sides(change: impl Fn(&mut Layout)) -> Vec<SheetSide> {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let layouts = LayoutChoice::Named(vec!["letter-fold".to_owned()]);
        let selection = Selection { locales: vec!["en".to_owned()], layouts, ..Selection::default() };
        let project = load(&Files::embedded(), &selection, &mut sources, &mut diagnostics).unwrap();
        let mut layout = project.layouts["letter-fold"].layout.clone();
        change(&mut layout);
        let page = Page::new(&layout, "letter", Direction::LeftToRight).unwrap();
        dummy(&layout, &page, "letter", &project.fonts, "2026-11", &sources).unwrap().sides
    }

    #[test]
    fn each_panel_says_its_number_and_its_place() {
        let sides = sides(|_| {});
        let first = |side: usize| {
            words(&sides[side]).into_iter().map(|(_, _, words)| words).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(
            first(0),
            "1 cover Letter paper, both sides, flip on short  edge, 100 % (not “fit to page”). Fold with the inside \
             up: first the right  panel, then the left one over it., 2 aside, as high as its text, 2 body, 6 back, \
             as high as its text, 6 body"
        );
        assert_eq!(first(1), "3 body, 4 body, 5 body");
    }

    #[test]
    fn numbers_are_turned_with_their_panels_and_blank_ones_say_so() {
        let sides = sides(|layout| {
            layout.fold = crate::fold::fold("zine").unwrap();
            layout.panels.retain(|panel| panel.cell < 6);
        });
        let turns: Vec<(u32, u8)> = words(&sides[0]).iter().map(|(panel, turn, _)| (*panel, *turn)).collect();
        assert_eq!(turns, [(1, 0), (2, 0), (2, 0), (3, 0), (4, 2), (5, 2), (6, 2), (7, 2), (8, 0)]);
        assert_eq!(words(&sides[0])[6].2, "6 blank");
    }

    #[test]
    fn outlines_keep_to_what_a_printer_reaches_and_ticks_stay() {
        let plain = sides(|_| {});
        for side in &plain {
            let outlines: Vec<Rect> = side
                .marks
                .items
                .iter()
                .filter_map(|(at, item)| match item {
                    FrameItem::Path(path) if path.steps.len() == 5 => match path.steps[2] {
                        Step::Line(end) => Some(Rect::new(*at, Size::new(end.x, end.y))),
                        _ => None,
                    },
                    _ => None,
                })
                .collect();
            assert_eq!(outlines.len(), words(side).len());
            assert!(side.marks.items.len() > outlines.len());
            let reach = Rect::new(Point::default(), side.trim).inset(Sides::all(Abs::mm(6.35)));
            assert!(outlines.iter().all(|outline| reach.contains(outline, Abs::mm(0.01))));
        }
    }
}
