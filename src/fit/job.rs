//! What is fitted, and why it may not fit.

use super::assignment::Assignment;
use super::search::{Failure, Range};
use crate::flow::{Block, Composer, RunningLines, Spare, Story};
use crate::fold::Scheme;
use crate::geom::Abs;
use crate::script::ScriptRules;
use crate::spec::{Height, Layout, Page, Place, Sections};
use crate::style::Edges;

/// All that a fit needs, none of which depends on the size.
#[derive(Clone, Copy)]
pub struct FitJob<'a> {
    /// The text.
    pub story: &'a Story,
    /// The layout.
    pub layout: &'a Layout,
    /// The sheet.
    pub page: &'a Page,
    /// The panels' running lines, which take room from their text.
    pub furniture: &'a [RunningLines],
    /// The script's rules.
    pub rules: &'a ScriptRules,
    /// The panel that each section of the running text has to start on; any when `None`.
    pub sections: Option<&'a Assignment>,
    /// What becomes of a paragraph that is to stay whole and is higher than a column.
    pub tall: Tall,
    /// How lines of squares end.
    pub edges: Edges,
}

/// What becomes of a paragraph that is to stay whole and is higher than a column.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Tall {
    /// It does not fit.
    #[default]
    Refused,
    /// It goes on in the next one.
    Torn,
}

impl<'a> FitJob<'a> {
    /// The blocks of a place; none where no text goes there.
    pub(super) fn blocks(&self, place: Place) -> &'a [Block] {
        self.story.blocks.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Whether a panel of that place is as high as its text.
    pub(super) fn is_auto(&self, place: Place) -> bool {
        self.layout.panels.iter().any(|panel| panel.place == place && panel.height == Height::Auto)
    }

    /// What becomes of a column that nothing comes to: on pages of their own, where each section starts one, its page is left
    /// out.
    pub(super) fn spare(&self) -> Spare {
        match (self.layout.fold.scheme, self.layout.body.sections) {
            (Scheme::Pages, Sections::Apart) => Spare::Dropped,
            (Scheme::Booklet | Scheme::ShoeCards, _) => Spare::Page,
            _ => Spare::Kept,
        }
    }

    /// What makes rows of its blocks.
    pub(super) fn composer(&self) -> Composer<'a> {
        let (look, body) = (&self.layout.look, self.layout.body);
        Composer { look, body, room: Abs::pt(f64::MAX), floor: self.rules.floor, edges: self.edges }
    }

    /// The settings that the running text may have.
    pub(super) fn range(&self) -> Range {
        let max = Abs::pt(self.layout.body.max);
        let has_optional = self.story.blocks.values().flatten().any(|block| block.optional);
        let (floor, ideal) = (self.rules.floor, self.rules.ideal.min(max));
        Range { floor, ideal, max, body: self.layout.body, has_optional }
    }
}

/// Why a story can't be set in a layout.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Unfit {
    /// It does not fit, even at the script's smallest size.
    Overset(Overset),
    /// The layout's largest size is below the script's smallest.
    TooSmall {
        /// The largest size of the layout.
        max: Abs,
        /// The smallest size of the script.
        floor: Abs,
    },
}

/// Text that does not fit at some size.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Overset {
    /// The kind of panel whose text it is.
    pub place: Place,
    /// The first block that has no room, by its index among those of its place.
    pub block: usize,
    /// What it lacks.
    pub lack: Lack,
}

/// How many times the room the text may take too much at the largest size before it is asked first whether it fits at the
/// smallest (H): from 14 pt down to 9 pt text shrinks to four tenths.
const FAR: f64 = 2.0;

impl Failure for Overset {
    fn is_far(&self) -> bool {
        match self.lack {
            Lack::Height { by, room, .. } => by > room * FAR,
            Lack::Width { .. } => true,
            Lack::Neighbours => false,
        }
    }

    fn is_hopeless(&self) -> bool {
        match self.lack {
            Lack::Height { by, room, .. } => by > room / 2.0,
            Lack::Width { .. } => true,
            Lack::Neighbours => false,
        }
    }
}

/// What text that does not fit lacks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Lack {
    /// Height for all its rows.
    Height {
        /// How much taller the last column would have to be.
        by: Abs,
        /// About how many characters have no room; none where only a picture is left over.
        characters: usize,
        /// How high all columns are together.
        room: Abs,
    },
    /// Width for a word, which would be cut.
    Width {
        /// The paragraph of its block.
        paragraph: usize,
        /// The byte of the paragraph at which it starts.
        start: usize,
        /// The byte at which it ends.
        end: usize,
    },
    /// Room for other panels: those that are as high as their text leave none.
    Neighbours,
}
