//! What is fitted, and why it may not fit.

use super::assignment::Assignment;
use super::search::Range;
use crate::flow::{Block, Composer, RunningLines, Story};
use crate::geom::Abs;
use crate::script::ScriptRules;
use crate::spec::{Height, Layout, Page, Place};

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

    /// What makes rows of its blocks.
    pub(super) fn composer(&self) -> Composer<'a> {
        let (look, sections) = (&self.layout.look, self.layout.body.sections);
        Composer { look, sections, floor: self.rules.floor }
    }

    /// The settings that the running text may have.
    pub(super) fn range(&self) -> Range {
        let max = Abs::pt(self.layout.body.max);
        Range { floor: self.rules.floor, ideal: self.rules.ideal.min(max), max, body: self.layout.body }
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

/// What text that does not fit lacks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Lack {
    /// Height for all its rows.
    Height {
        /// How much taller the last column would have to be.
        by: Abs,
        /// About how many characters have no room; none where only a picture is left over.
        characters: usize,
    },
    /// Width for a word, which would be cut.
    Width,
    /// Room for other panels: those that are as high as their text leave none.
    Neighbours,
}
