//! How well text stands out from what is behind it. In: a leaflet as it is placed, and what its file is for. Out: each
//! colour of text on each colour that it stands on, with their contrast in that file (WCAG 2.1, 1.4.6).

use crate::color::{Color, Output};
use crate::font::FontBook;
use crate::frame::{Frame, FrameItem, GroupKind, Leaflet, PanelTag, Path, Step, TextRun};
use crate::geom::{Abs, Affine, Point, Rect, Size};

/// From which size type is large, plain and bold (WCAG 2.1, large scale).
const LARGE: (Abs, Abs) = (Abs::pt(18.0), Abs::pt(14.0));
/// From which weight type is bold.
const BOLD: u16 = 700;

/// Text in one colour on another.
#[derive(Clone, PartialEq, Debug)]
pub struct Encounter {
    /// The panel's number and what it takes.
    pub panel: (u32, String),
    /// The text's colour.
    pub text: Color,
    /// What it stands on.
    pub behind: Color,
    /// What is to be read.
    pub kind: Kind,
    /// The contrast, 1 to 21.
    pub ratio: f64,
}

/// What is to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Type of reading size.
    Plain,
    /// Large type: from 18 pt, or from 14 pt where it is bold.
    Large,
    /// A numeral or badge beside text, which says no more than what its place says.
    Mark,
}

impl Kind {
    /// The contrast asked for, and the one below which few can read it (WCAG 2.1, 1.4.6 and 1.4.3).
    pub fn least(self) -> [f64; 2] {
        match self {
            Kind::Plain => [7.0, 4.5],
            Kind::Large | Kind::Mark => [4.5, 3.0],
        }
    }
}

/// Looks at all text of a leaflet; each encounter is told once for each panel.
pub fn measure(leaflet: &Leaflet, fonts: &FontBook, output: Output) -> Vec<Encounter> {
    let mut survey = Survey { fonts, output, ground: Ground::default(), found: Vec::new() };
    for side in &leaflet.sides {
        survey.ground = Ground::default();
        survey.frame(&side.frame, &Affine::IDENTITY, Within { panel: None, block: false });
    }
    survey.found
}

/// What a frame is of.
#[derive(Clone, Copy)]
struct Within<'a> {
    panel: Option<&'a PanelTag>,
    block: bool,
}

/// What is painted so far on a sheet, or on a page of a file: each filled outline by the box around it.
#[derive(Default)]
pub struct Ground {
    fields: Vec<(Rect, Color)>,
}

impl Ground {
    /// Adds an outline, where it is filled.
    pub fn paint(&mut self, path: &Path, placed: &Affine) {
        self.fields.extend(path.fill.map(|fill| (extent(path, placed), fill)));
    }

    /// The colour behind the middle of a run, which is painted in one colour wherever its ends stand.
    pub fn behind(&self, run: &TextRun, placed: &Affine) -> Color {
        self.at(placed.apply(along(run, 0.5)))
    }

    /// The colour at a place.
    fn at(&self, at: Point) -> Color {
        let holds = |rect: &Rect| {
            (rect.at.x..=rect.right()).contains(&at.x) && (rect.at.y..=rect.bottom()).contains(&at.y)
        };
        self.fields.iter().rfind(|(rect, _)| holds(rect)).map_or(Color::WHITE, |(_, color)| *color)
    }
}

/// A place along a run, at the height of its small letters.
fn along(run: &TextRun, share: f64) -> Point {
    Point::new(run.width() * share, run.size * -0.3)
}

struct Survey<'a> {
    fonts: &'a FontBook,
    output: Output,
    ground: Ground,
    found: Vec<Encounter>,
}

impl Survey<'_> {
    fn frame(&mut self, frame: &Frame, to_sheet: &Affine, within: Within<'_>) {
        for (at, item) in &frame.items {
            let placed = to_sheet.after(&Affine { shift: *at, ..Affine::IDENTITY });
            match item {
                FrameItem::Group(group) => {
                    let within = match &group.kind {
                        GroupKind::Panel(tag) => Within { panel: Some(tag), block: false },
                        GroupKind::Block(_) => Within { block: true, ..within },
                        GroupKind::Line(_)
                        | GroupKind::Plain
                        | GroupKind::Label(_)
                        | GroupKind::Head
                        | GroupKind::Foot
                        | GroupKind::Field => within,
                    };
                    self.frame(&group.frame, &placed.after(&group.transform), within);
                }
                FrameItem::Path(path) => self.ground.paint(path, &placed),
                FrameItem::Text(run) => self.text(run, &placed, within),
                FrameItem::Picture(_) | FrameItem::Link(_) => {}
            }
        }
    }

    /// Takes the start, the middle and the end of a run.
    fn text(&mut self, run: &TextRun, placed: &Affine, within: Within<'_>) {
        // What is in no panel repeats one.
        let Some(panel) = within.panel.map(|tag| (tag.panel, tag.place.clone())) else { return };
        let paint = run.color.paint_text(self.ground.behind(run, placed), self.output);
        for share in [0.02, 0.5, 0.98] {
            let behind = self.ground.at(placed.apply(along(run, share)));
            let ratio = paint.contrast(&behind.paint(self.output));
            let kind = self.kind(run, within);
            let encounter = Encounter { panel: panel.clone(), text: run.color, behind, kind, ratio };
            if !self.found.contains(&encounter) {
                self.found.push(encounter);
            }
        }
    }

    fn kind(&self, run: &TextRun, within: Within<'_>) -> Kind {
        let bold = self.fonts.entry(run.font).weight >= BOLD;
        match run.node {
            None if within.block => Kind::Mark,
            _ if run.size >= LARGE.0 || (bold && run.size >= LARGE.1) => Kind::Large,
            _ => Kind::Plain,
        }
    }
}

/// The box around an outline on the sheet.
fn extent(path: &Path, placed: &Affine) -> Rect {
    let ends = path.steps.iter().filter_map(|step| match *step {
        Step::Move(to) | Step::Line(to) | Step::Cubic(_, _, to) => Some(placed.apply(to)),
        Step::Close => None,
    });
    let low = |a: Point, b: Point| Point::new(a.x.min(b.x), a.y.min(b.y));
    let high = |a: Point, b: Point| Point::new(a.x.max(b.x), a.y.max(b.y));
    let reach = ends.map(|end| (end, end)).reduce(|(l, h), (a, b)| (low(l, a), high(h, b)));
    let (low, high) = reach.unwrap_or_default();
    Rect::new(low, Size::new(high.x - low.x, high.y - low.y))
}
