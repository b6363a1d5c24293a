//! Panels that open within a paragraph, and blank pages. In: text as it fits. Out: the same, in a setting that takes a little
//! less room, or with paragraphs parted where a sentence ends, so that there are fewer.
//!
//! Who opens a leaflet starts to read wherever a panel does. So first settings are tried that let panels end with a paragraph;
//! where none does, a paragraph that goes on behind a fold is parted before it, as two paragraphs without a gap are.

use std::borrow::Cow;

use super::group::SetGroup;
use super::job::FitJob;
use super::search::Range;
use crate::flow::{LineRow, Setting, Spare};
use crate::spec::{Place, PlacedPanel};

/// The running text at a setting that fits, and where the panels lie then.
pub(super) type Trial = (SetGroup, Vec<PlacedPanel>);

/// The share of the size that gives way so that fewer panels open within a paragraph (H: a reader doesn't see it); of this and the
/// next two no more than the layout gives.
const GIVEN: f64 = 0.01;
/// The same where a panel would open within a sentence (H: three tenths of a point in a booklet).
const GIVEN_FOR_SENTENCES: f64 = 0.03;
/// The same where a panel would open within a sentence even so (H).
const GIVEN_AT_LAST: f64 = 0.08;
/// The same where a page would stay blank (H: large type with an empty page behind it looks like a mistake).
const GIVEN_FOR_PAGES: f64 = 0.15;
/// At how many ends of sentences a paragraph is tried to be parted, the last ones before the panel ends (H); the first one
/// behind it is the last resort.
const ENDS_TRIED: usize = 2;

/// What comes of the first of those settings, grouped by size, that has fewer faults than `fewest`: of a size the loosest that
/// has as few as its tightest.
fn with_fewer<T>(
    sizes: &[Vec<Setting>],
    mut fewest: usize,
    attempt: impl Fn(&Setting) -> Option<T>,
    faults: impl Fn(&T) -> usize,
) -> Option<T> {
    let mut best = None;
    for settings in sizes {
        if fewest == 0 {
            break;
        }
        // The tightest leaves the most room: where it doesn't help, none of that size does.
        let tightest = settings.last().and_then(&attempt).filter(|found| faults(found) < fewest);
        if let Some(tightest) = tightest {
            fewest = faults(&tightest);
            let as_good = |setting| attempt(setting).filter(|found| faults(found) <= fewest);
            best = Some(settings.iter().find_map(as_good).unwrap_or(tightest));
        }
    }
    best
}

/// Text that follows the running text, in a setting that takes a little less room where that leaves fewer of its pages blank; else
/// as it is.
pub(super) fn with_fewer_blank(
    job: &FitJob<'_>,
    range: &Range,
    found: SetGroup,
    attempt: impl Fn(&Setting) -> Option<SetGroup>,
) -> SetGroup {
    let spread = |set: SetGroup| set.balanced(job.spare());
    let found = spread(found);
    if job.spare() != Spare::Page || found.blank_columns() == 0 {
        return found;
    }
    let sizes = range.smaller_settings(&found.setting, GIVEN_FOR_PAGES);
    let fewer = with_fewer(
        &sizes,
        found.blank_columns(),
        |setting| attempt(setting).map(spread),
        SetGroup::blank_columns,
    );
    fewer.unwrap_or(found)
}

fn torn_count(set: &SetGroup) -> usize {
    set.torn_openings().count()
}

/// The running text so that as few of its panels as can be open within a paragraph, or at least within a sentence; else as it is.
pub(super) fn with_whole_openings(
    job: &FitJob<'_>,
    place: Place,
    range: &Range,
    found: Trial,
    attempt: impl Fn(&FitJob<'_>, &Setting) -> Option<Trial>,
) -> Trial {
    let setting = found.0.setting;
    let fewer = |given: f64, fewest: usize| {
        let sizes = range.smaller_settings(&setting, given.min(range.body.give));
        with_fewer(&sizes, fewest, |setting| attempt(job, setting), |(set, _)| torn_count(set))
    };
    let whole = fewer(GIVEN, torn_count(&found.0)).unwrap_or(found);
    let parted = if job.layout.is_beside(place) {
        whole
    } else {
        parted_at_sentences(job, place, range, whole, &attempt)
    };
    fewer(GIVEN_AT_LAST, torn_count(&parted.0)).unwrap_or(parted)
}

/// Where a line starts in the running text: its block, paragraph and byte.
type Start = (usize, usize, usize);

fn start_of(line: &LineRow) -> Start {
    (line.block, line.paragraph, line.line.text.start)
}

/// The first panel that opens within a paragraph behind a place.
fn first_torn(set: &SetGroup, behind: Start) -> Option<Start> {
    set.torn_openings().map(start_of).find(|&start| start > behind)
}

/// The running text with paragraphs parted where a sentence ends, so that fewer panels open within one; from the first panel
/// on, since to part a paragraph moves all that follows.
fn parted_at_sentences(
    job: &FitJob<'_>,
    place: Place,
    range: &Range,
    found: Trial,
    attempt: impl Fn(&FitJob<'_>, &Setting) -> Option<Trial>,
) -> Trial {
    let least = found.0.setting.size * (1.0 - GIVEN_FOR_SENTENCES.min(range.body.give));
    let mut best = found.clone();
    let mut latest = (Cow::Borrowed(job.story), found);
    let mut behind = (0, 0, 0);
    while let Some(torn) = first_torn(&latest.1.0, behind) {
        let (block, paragraph, opening) = torn;
        let ends = latest.0.blocks[&place][block].paragraphs[paragraph].sentence_ends();
        let setting = latest.1.0.setting;
        // What panels before it took of the size is no longer there to be given.
        let given = 1.0 - least / setting.size;
        let sizes = [vec![vec![setting]], range.smaller_settings(&setting, given)].concat();
        let mends = |end: &usize| {
            let story = latest.0.parted(place, (block, paragraph), *end);
            let parted = FitJob { story: &story, ..*job };
            let is_mended = |trial: &Trial| first_torn(&trial.0, behind).is_none_or(|next| next > torn);
            let mut settings = sizes.iter().filter_map(|settings| settings.last());
            let trial = settings.find_map(|setting| attempt(&parted, setting).filter(is_mended))?;
            Some((Cow::Owned(story), trial))
        };
        let split = ends.partition_point(|&end| end <= opening);
        let (before, after) = ends.split_at(split);
        match before.iter().rev().take(ENDS_TRIED).chain(after.first()).find_map(mends) {
            Some(mended) => latest = mended,
            None => behind = torn,
        }
        if torn_count(&latest.1.0) < torn_count(&best.0) {
            best = latest.1.clone();
        }
    }
    best
}
