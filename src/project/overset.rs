//! What is said of a text that does not fit: where, by how much, which messages could give it, and whether a value of the
//! organisation is what is too long.

use std::collections::{BTreeMap, BTreeSet};

use super::language::LoadedLocale;
use super::load::Project;
use super::unset::{LongMessage, LongValue, MessageSaving, OversetText};
use crate::content::Catalog;
use crate::fit::{FitJob, Lack, Overset, Saving, characters_on_a_line, savings};
use crate::flow::Block;
use crate::frame::Role;
use crate::spec::{Height, Place};

/// The most characters of a name, a number or an address that are not said to be many (H).
const LONG: usize = 30;

/// A message is far longer than its source where it is so many times as long as the others of its leaflet are, in the middle (H).
const FAR: f64 = 1.8;
/// Of shorter messages of the source it says little how many times as long they are (H).
const TELLING: usize = 20;
/// So many messages at least tell how long a language is (H).
const ENOUGH: usize = 5;

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
        long_message: long_message(project, locale, job, &overset),
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

/// The message in the place that is overset, or in panels that take room from others, that is most of all longer than it would be
/// if it were to its source as the leaflet's others are; none where none is far longer, or it is by little of what is lacking.
fn long_message(
    project: &Project,
    locale: &LoadedLocale,
    job: &FitJob<'_>,
    overset: &Overset,
) -> Option<LongMessage> {
    let Lack::Height { characters: lacking, .. } = overset.lack else { return None };
    let source = project.source.as_ref().filter(|source| source.catalog.locale != locale.catalog.locale)?;
    let length = |catalog: &Catalog, id: &str| Some(catalog.get(id)?.text.chars().count());
    let lengths = |block: &Block| {
        let id = block.message.id.clone();
        let (of, own) = (length(&source.catalog, &id)?, length(&locale.catalog, &id)?);
        (of >= TELLING).then_some((id, (of, own)))
    };
    let all: BTreeMap<String, (usize, usize)> =
        job.story.blocks.values().flatten().filter_map(lengths).collect();
    let times = |(of, own): (usize, usize)| share(own, of);
    let mut sorted: Vec<f64> = all.values().map(|lengths| times(*lengths)).collect();
    sorted.sort_by(f64::total_cmp);
    let usual = *sorted.get(sorted.len() / 2).filter(|_| sorted.len() >= ENOUGH)?;
    let places = crowded(job, overset);
    let blocks = job.story.blocks.iter().filter(|(place, _)| places.contains(place));
    let far = blocks
        .flat_map(|(_, blocks)| blocks)
        .filter_map(lengths)
        .filter(|(_, own)| times(*own) >= usual * FAR);
    let excess =
        |(of, own): (usize, usize)| (0..own).rev().take_while(|shorter| share(*shorter, of) >= usual).count();
    let (message, own) = far.max_by_key(|(_, own)| excess(*own))?;
    // One that could not give half of what is lacking is not to blame.
    if excess(own) < TELLING.max(lacking / 2) {
        return None;
    }
    let span = locale.catalog.span(&message)?;
    Some(LongMessage { span, times: times(own), usual, characters: excess(own), message })
}

/// The places of the panels that take room from each other where text is overset.
fn crowded(job: &FitJob<'_>, overset: &Overset) -> BTreeSet<Place> {
    let auto = job.layout.panels.iter().filter(|panel| panel.height == Height::Auto);
    auto.map(|panel| panel.place).chain([overset.place]).collect()
}

/// How many times as many characters.
fn share(own: usize, of: usize) -> f64 {
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    count(own) / count(of.max(1))
}

/// The longest value of the organisation in the place that is overset, or in panels that take room from others, where it may
/// be what is too much: an address that no line holds, or words as long as what has no room. `word` is what is too wide.
fn long_value(project: &Project, job: &FitJob<'_>, overset: &Overset, word: &str) -> Option<LongValue> {
    let places = crowded(job, overset);
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
