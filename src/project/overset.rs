//! What is said of a text that does not fit: where, by how much, which messages could give it, and whether a value of the
//! organisation is what is too long.

use std::collections::BTreeSet;

use super::load::Project;
use super::locales::LoadedLocale;
use super::unset::{LongValue, MessageSaving, OversetText};
use crate::fit::{FitJob, Lack, Overset, Saving, characters_on_a_line, savings};
use crate::flow::Block;
use crate::frame::Role;
use crate::spec::{Height, Place};

/// The most characters of a name, a number or an address that are not said to be many (H).
const LONG: usize = 30;

/// What does not fit, with its places.
pub(super) fn overset_text(
    project: &Project,
    locale: &LoadedLocale,
    job: &FitJob<'_>,
    overset: Overset,
) -> OversetText {
    let mut panels = job.layout.panels.iter();
    let panel = panels.rfind(|panel| panel.place == overset.place);
    let panel = panel.expect("text stands in a place that has panels");
    let blocks = job.story.blocks.get(&overset.place);
    let block = blocks.and_then(|blocks| blocks.get(overset.block));
    let word = match overset.lack {
        Lack::Width { paragraph, start, end } => block
            .and_then(|block| block.paragraphs.get(paragraph)?.text.text.get(start..end))
            .unwrap_or_default(),
        Lack::Height { .. } | Lack::Neighbours => "",
    };
    OversetText {
        panel: panel.name.clone(),
        panel_span: panel.span,
        message_span: block.map(|block| {
            // A code's address is no message.
            locale.catalog.span(&block.message.id).unwrap_or(block.message.span)
        }),
        value_span: block.and_then(|block| Some(locale.catalog.get(&block.message.id)?.span)),
        word: word.to_owned(),
        long_value: long_value(project, job, &overset, word),
        lack: overset.lack,
        savings: message_savings(job, &overset),
        floor: job.rules.floor,
        length: job.story.text_length(),
    }
}

/// What its messages would have to lose.
fn message_savings(job: &FitJob<'_>, overset: &Overset) -> Vec<MessageSaving> {
    let Lack::Height { .. } = overset.lack else { return Vec::new() };
    let blocks = job.story.blocks.get(&overset.place).map_or(&[][..], Vec::as_slice);
    let mut found: Vec<MessageSaving> = Vec::new();
    for Saving { block, characters, .. } in savings(job, overset) {
        let message = &blocks[block].message.id;
        match found.iter_mut().find(|known| known.message == *message) {
            Some(known) => known.characters += characters,
            None => found.push(MessageSaving { message: message.clone(), characters }),
        }
    }
    found
}

/// The longest value of the organisation in the place that is overset, or in panels that take room from others, where it may
/// be what is too much: an address that no line holds, or words as long as what has no room. `word` is what is too wide.
fn long_value(project: &Project, job: &FitJob<'_>, overset: &Overset, word: &str) -> Option<LongValue> {
    let place = overset.place;
    let auto = job.layout.panels.iter().filter(|panel| panel.height == Height::Auto);
    let places: BTreeSet<Place> = auto.map(|panel| panel.place).chain([place]).collect();
    let blocks = job.story.blocks.iter().filter(|(place, _)| places.contains(place));
    let blocks: Vec<(Place, &Block)> =
        blocks.flat_map(|(place, blocks)| blocks.iter().map(|block| (*place, block))).collect();
    let holding = |value: &str| {
        let holds = |block: &Block| block.paragraphs.iter().any(|shaped| shaped.text.text.contains(value));
        blocks.iter().copied().find(|(_, block)| holds(block))
    };
    let values = project.manifest.organisation.values().into_iter();
    let found = values.filter_map(|(what, value, span)| {
        let (place, block) = holding(value)?;
        let characters = value.chars().count();
        let line = (block.role == Role::Contact).then_some((place, block));
        let fitting = line.map(|line| characters_on_a_line(job.layout, job.page, line, job.rules.floor));
        let is_too_much = match overset.lack {
            Lack::Width { .. } => word.contains(value) || value.contains(word),
            Lack::Height { characters: lacking, .. } => {
                fitting.map_or(lacking <= characters, |most| characters > most)
            }
            Lack::Neighbours => fitting.is_some_and(|most| characters > most),
        };
        is_too_much.then_some(LongValue { what, span, characters, fitting })
    });
    found.filter(|value| value.characters > LONG).max_by_key(|value| value.characters)
}
