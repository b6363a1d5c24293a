//! `layouts/*.toml`: paper, fold, panels and their furniture.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::body::{BodyRange, Sections};
use super::length::{Length, seen};
use super::look::{Look, MotifChoice};
use super::running::RunningLine;
use crate::fold::{Fold, Scheme};
use crate::frame::Place;
use crate::geom::{Abs, Sides};
use crate::locale::Direction;
use crate::source::{SourceId, Span};

/// A checked layout.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Its name: that of its file.
    pub name: String,
    /// What it is for, in a line, for people who choose one.
    pub purpose: String,
    /// What is said of folding and cutting it, in place of what is said of its fold.
    pub finish: Option<String>,
    /// How the sheet is folded.
    pub fold: &'static Fold,
    /// Whether the sheet lies on its side.
    pub landscape: bool,
    /// The papers that it takes.
    pub papers: Vec<String>,
    /// What an office printer leaves white along each edge of the sheet.
    pub unprinted: Abs,
    /// The body's range.
    pub body: BodyRange,
    /// Where its largest size is given.
    pub max_span: Span,
    /// The panels in reading order.
    pub panels: Vec<PanelSpec>,
    /// The fewest pages that a booklet may have, where their number follows its text.
    pub fewest: Option<u32>,
    /// Where an organisation's logo stands; nowhere when `None`.
    pub logo: Option<LogoSpec>,
    /// Which kind of panel the cover's byline and notes end; the cover itself when `None`.
    pub credits: Option<Place>,
    /// The look, the family's with the layout's own laid over it.
    pub look: Look,
    /// Its other forms: layouts of the same paper and fold, with forms of their own no more.
    pub forms: BTreeMap<Form, Layout>,
    /// Colours that it adds to its look and that none of its words name: there for a drawing, or misspelt.
    pub idle_colors: Vec<(String, Span)>,
    /// Its file.
    pub source: SourceId,
}

/// What a leaflet is set for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub enum Form {
    /// One language at the size that fits.
    #[default]
    Plain,
    /// Two languages side by side.
    Bilingual,
    /// Clear print of 16 pt at least.
    LargePrint,
}

impl Form {
    /// The key of its table in a layout.
    pub(super) fn key(self) -> &'static str {
        match self {
            Form::Plain => "",
            Form::Bilingual => "bilingual",
            Form::LargePrint => "large-print",
        }
    }
}

impl Layout {
    /// The layout in that form; `None` where it does not declare it.
    pub fn form(&self, form: Form) -> Option<&Layout> {
        match form {
            Form::Plain => Some(self),
            Form::Bilingual | Form::LargePrint => self.forms.get(&form),
        }
    }

    /// The number that readers know a panel by, from 1: pages are numbered one by one, panels of a folded sheet by their cell.
    pub fn panel_number(&self, index: usize) -> u32 {
        if self.fold.scheme == Scheme::Pages {
            u32::try_from(index + 1).expect("a layout has few panels")
        } else {
            self.panels[index].cell
        }
    }

    /// The colour of the field that all panels of that place have, by its name.
    pub fn field(&self, place: Place) -> Option<&str> {
        let mut fields = self.panels.iter().filter(|panel| panel.place == place).map(|panel| &panel.fill);
        let first = fields.next()?.as_ref()?;
        fields
            .all(|other| other.as_ref().is_some_and(|other| other.color == first.color))
            .then_some(first.color.as_str())
    }

    /// Whether two languages stand beside each other in panels of that place.
    pub fn is_beside(&self, place: Place) -> bool {
        self.panels.iter().any(|panel| panel.place == place && panel.languages == Languages::Beside)
    }

    /// The layout as a language of that direction has it: what a panel keeps at its left and right changes sides.
    pub fn facing(&self, direction: Direction) -> Cow<'_, Layout> {
        match direction {
            Direction::LeftToRight => Cow::Borrowed(self),
            Direction::RightToLeft => {
                let mut layout = self.clone();
                layout.panels.iter_mut().for_each(PanelSpec::turn_over);
                Cow::Owned(layout)
            }
        }
    }

    /// Whether running text goes on from panel to panel, so that what is on which depends on the language.
    pub fn flows(&self) -> bool {
        let body = self.panels.iter().filter(|panel| panel.place == Place::Body);
        self.body.sections == Sections::Flow && body.count() > 1
    }

    /// Whether words of the layout name that colour.
    pub(super) fn names_color(&self, color: &str) -> bool {
        let lines = self.panels.iter().flat_map(|panel| panel.head.iter().chain(&panel.foot));
        let mut of_lines =
            lines.flat_map(|line| [&line.color].into_iter().chain(line.rule.iter().map(|rule| &rule.color)));
        let mut fills = self.panels.iter().filter_map(|panel| panel.fill.as_ref());
        self.look.used_colors().contains(&color)
            || of_lines.any(|name| name == color)
            || fills.any(|fill| fill.color == color)
            || self.logo.iter().any(|logo| logo.plate.as_deref() == Some(color))
    }

    /// Where a theme has no motif, panels keep nothing free for it: what one at the side left to it goes to the text.
    pub(super) fn settle_art(&mut self) {
        if !matches!(self.look.motif, None | Some(MotifChoice::None)) {
            return;
        }
        for panel in &mut self.panels {
            if panel.art.as_ref().is_some_and(|art| art.picture == MOTIF) {
                panel.leave_out_art();
            }
        }
    }

    /// Whether a panel of it or of its forms shows the drawing of the theme.
    pub fn shows_motif(&self) -> bool {
        let shows = |panel: &PanelSpec| panel.art.as_ref().is_some_and(|art| art.picture == MOTIF);
        self.panels.iter().any(shows) || self.forms.values().any(Layout::shows_motif)
    }

    /// The drawings beside the looks that it uses, each with the place that asks for it.
    pub fn pictures(&self) -> BTreeMap<String, Span> {
        let whole = Span::new(self.source, 0..0);
        let icons = self.look.icons().map(|name| (name.clone(), whole));
        let art =
            self.panels.iter().filter_map(|panel| Some((panel.art.as_ref()?.picture.clone(), panel.span)));
        let art = art.filter(|(name, _)| name != MOTIF);
        let forms = self.forms.values().flat_map(Layout::pictures);
        icons.chain(art).chain(forms).collect()
    }
}

/// A panel: where text of one kind goes.
#[derive(Clone, Debug)]
pub struct PanelSpec {
    /// Its name within the layout.
    pub name: String,
    /// The panel of the fold, or the page of an unfolded sheet, that holds it.
    pub cell: u32,
    /// Whether it changes its sides from page to page.
    pub mirror: bool,
    /// Which sections it takes.
    pub place: Place,
    /// How it lies across its cell: left, right, width, of which at most two are given.
    pub across: [Option<Length>; 3],
    /// How it lies down its cell: top, bottom.
    pub down: [Option<Length>; 2],
    /// Its height.
    pub height: Height,
    /// It starts below this panel of its cell.
    pub below: Option<String>,
    /// It ends above this panel of its cell.
    pub above: Option<String>,
    /// Space to the panel that it is below or above.
    pub gap: Abs,
    /// From its edges to its text.
    pub inset: Sides,
    /// What its text may start with.
    pub opening: Opening,
    /// Where its text starts.
    pub edge: TextEdge,
    /// How many columns its text runs in.
    pub columns: u32,
    /// Between columns.
    pub gutter: Abs,
    /// How two languages share it.
    pub languages: Languages,
    /// Its field.
    pub fill: Option<Fill>,
    /// What becomes of space left over.
    pub align: VerticalAlign,
    /// How much larger than the body's its type may grow to fill it.
    pub grow: f64,
    /// Its drawing.
    pub art: Option<PanelArt>,
    /// The line at its head.
    pub head: Option<RunningLine>,
    /// The line at its foot.
    pub foot: Option<RunningLine>,
    /// Its place in the layout.
    pub span: Span,
}

impl PanelSpec {
    /// Leaves its drawing out; what is kept free for one at the side goes to the text.
    pub fn leave_out_art(&mut self) {
        match self.art.take().map(|art| art.place) {
            Some(ArtPlace::Right) => self.inset.right = self.inset.left,
            Some(ArtPlace::Left) => self.inset.left = self.inset.right,
            Some(ArtPlace::Above) | None => {}
        }
    }

    /// Makes of a left page a right one, or of a right one a left one.
    pub(super) fn face_about(&mut self) {
        self.turn_over();
        self.swap_running();
    }

    /// Changes the ends of its running lines, as pages do that face each other.
    fn swap_running(&mut self) {
        for line in self.head.iter_mut().chain(&mut self.foot) {
            std::mem::swap(&mut line.left, &mut line.right);
        }
    }

    /// Changes its sides.
    pub(super) fn turn_over(&mut self) {
        self.across.swap(0, 1);
        let fill = self.fill.as_mut().map(|fill| &mut fill.inset);
        for inset in [Some(&mut self.inset), fill].into_iter().flatten() {
            std::mem::swap(&mut inset.left, &mut inset.right);
        }
        if let Some(art) = &mut self.art {
            art.place = match art.place {
                ArtPlace::Right => ArtPlace::Left,
                ArtPlace::Left => ArtPlace::Right,
                ArtPlace::Above => ArtPlace::Above,
            };
        }
    }
}

/// How two languages share the panels of a place.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Languages {
    /// Each block of the second one follows its own of the first.
    #[default]
    Below,
    /// Each has every other column: of the panel, or of the pages that face each other.
    Beside,
}

/// What the text of a panel may start with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opening {
    /// Whatever comes: a section may go on in it that starts on another panel.
    Text,
    /// A section alone.
    Section,
}

/// How a panel gets its height.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Height {
    /// From where it starts and ends.
    Free,
    /// As given.
    Fixed(Length),
    /// From its text.
    Auto,
}

/// A field behind a panel.
#[derive(Clone, PartialEq, Debug)]
pub struct Fill {
    /// Its colour, by name.
    pub color: String,
    /// How far it stays inside the panel's edges.
    pub inset: Sides,
}

/// Where the text of a panel starts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum TextEdge {
    /// At the edge of its column; that of numbered sections is set in.
    #[default]
    Column,
    /// Where that of numbered sections does.
    Numbered,
}

/// What becomes of space left over in a panel.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum VerticalAlign {
    /// It stays at the foot.
    #[default]
    Top,
    /// Half above, half below.
    Middle,
    /// It goes above.
    Bottom,
    /// It goes between the blocks, as far as the body's range allows.
    Spread,
}

/// What panels call the drawing of the theme.
pub const MOTIF: &str = "motif";

/// A panel's drawing.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Art"))]
pub struct PanelArt {
    /// “motif”, the drawing of the project's theme, or a file beside the looks.
    pub picture: String,
    /// Where it stands.
    pub place: ArtPlace,
    /// Its largest width.
    #[serde(deserialize_with = "seen")]
    pub width: Length,
    /// The height that the text leaves to it at least.
    #[serde(default)]
    pub reserve: Length,
}

/// Where a panel's drawing stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum ArtPlace {
    /// In the space that the text leaves above it.
    Above,
    /// Right of the text, in the panel's inset.
    Right,
    /// Left of it.
    Left,
}

/// Where a layout has the logo of an organisation that has one: after all else that panels of a place take, as large as
/// goes into a box. Without a logo nothing is there, and nothing is kept free.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LogoSpec {
    /// The kind of panel that it stands in.
    pub place: Place,
    /// The width of the box; a share is one of the measure.
    #[serde(deserialize_with = "seen")]
    pub width: Length,
    /// The height of the box; a share is one of the measure, too.
    #[serde(deserialize_with = "seen")]
    pub height: Length,
    /// The colour of a plate under it in panels with a field that it does not stand out from; white without it.
    #[serde(default)]
    pub plate: Option<String>,
}
