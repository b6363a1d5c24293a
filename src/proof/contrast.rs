//! How well text stands out from what is behind it. In: a leaflet as it is placed, and what its file is for. Out: each
//! colour of text on each colour that it stands on, with their contrast in that file (WCAG 2.1, 1.4.6).

use crate::color::{BOLD, Color, Output, TypeInks};
use crate::font::FontBook;
use crate::frame::{FrameItem, Ground, GroupKind, Leaflet, PanelTag, Place, TextRun, walk};
use crate::geom::{Abs, Affine};

/// From which size type is large, plain and bold (WCAG 2.1, large scale).
const LARGE: (Abs, Abs) = (Abs::pt(18.0), Abs::pt(14.0));

/// Text in one colour on another.
#[derive(Clone, PartialEq, Debug)]
pub struct Encounter {
    /// The panel's number.
    pub panel: u32,
    /// What the panel takes.
    pub place: Option<Place>,
    /// The text's colour.
    pub text: Color,
    /// What it stands on.
    pub behind: Color,
    /// What is to be read.
    pub lettering: Lettering,
    /// The contrast, 1 to 21.
    pub ratio: f64,
}

/// What is to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lettering {
    /// Type of reading size.
    Plain,
    /// Large type: from 18 pt, or from 14 pt where it is bold.
    Large,
    /// A numeral or badge beside text, which says no more than what its place says.
    Mark,
}

impl Lettering {
    /// The contrast asked for (WCAG 2.1, 1.4.6).
    pub fn good_contrast(self) -> f64 {
        match self {
            Lettering::Plain => 7.0,
            Lettering::Large | Lettering::Mark => 4.5,
        }
    }

    /// The contrast below which few can read it (WCAG 2.1, 1.4.3).
    pub fn least_contrast(self) -> f64 {
        match self {
            Lettering::Plain => 4.5,
            Lettering::Large | Lettering::Mark => 3.0,
        }
    }
}

/// Looks at all text of a leaflet; each encounter is told once for each panel.
pub fn measure_contrast(leaflet: &Leaflet, fonts: &FontBook, output: Output) -> Vec<Encounter> {
    let mut survey = ContrastSurvey { fonts, output, seen: Vec::new(), found: Vec::new() };
    for side in &leaflet.sides {
        walk(&side.frame, &Affine::IDENTITY, |met| {
            // What is in no panel repeats one.
            if let (FrameItem::Text(run), Some(panel)) = (met.item, met.panel()) {
                let running =
                    met.around().any(|group| matches!(group.kind, GroupKind::Head | GroupKind::Foot));
                let is_mark = run.origin.is_none() && !running;
                survey.text(run, panel, is_mark);
            }
        });
    }
    survey.found
}

/// A panel's number, and what it takes.
type PanelPlace = (u32, Option<Place>);

struct ContrastSurvey<'a> {
    fonts: &'a FontBook,
    output: Output,
    /// What was looked at: most runs of a panel are alike.
    seen: Vec<(PanelPlace, Lettering, TypeInks, Color, Ground)>,
    found: Vec<Encounter>,
}

impl ContrastSurvey<'_> {
    /// Takes the middle and the ends of a run.
    fn text(&mut self, run: &TextRun, tag: &PanelTag, is_mark: bool) {
        let &PanelTag { panel, place, .. } = tag;
        let lettering = if is_mark { Lettering::Mark } else { self.lettering(run) };
        let inks = TypeInks::of(run.size, self.fonts.entry(run.font).weight);
        let look = ((panel, place), lettering, inks, run.color, run.ground);
        if self.seen.contains(&look) {
            return;
        }
        self.seen.push(look);
        let paint = run.color.paint_text(run.ground.middle, self.output, inks);
        for behind in [run.ground.ends, run.ground.middle] {
            let ratio = paint.contrast_by(&behind.paint_area(self.output), self.output.condition());
            let encounter = Encounter { panel, place, text: run.color, behind, lettering, ratio };
            if !self.found.contains(&encounter) {
                self.found.push(encounter);
            }
        }
    }

    /// How large type is.
    fn lettering(&self, run: &TextRun) -> Lettering {
        let bold = self.fonts.entry(run.font).weight >= BOLD;
        let from = if bold { LARGE.1 } else { LARGE.0 };
        if run.size >= from { Lettering::Large } else { Lettering::Plain }
    }
}
