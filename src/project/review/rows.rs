//! What the rows of a review say: each message of a leaflet once, in the order of its sections; a row for each case.

use std::collections::BTreeMap;

use super::super::language::LoadedLocale;
use super::super::load::Project;
use super::super::reviews::Standing;
use super::labels::Labels;
use super::versions::{Texts, Version};
use crate::content::Mark;
use crate::frame::Role;
use crate::review::{ReviewRow, ReviewSection, ReviewSheet, Said, Sign, Tongue};
use crate::source::Sources;
use crate::spec::{LeafletSpec, Manifest, MessageRef, Review, Section};

/// The roles of a section that say what it is about, the first one first.
const HEADINGS: [Role; 4] = [Role::Heading, Role::Title, Role::Subheading, Role::Lead];

/// The review of a leaflet, from one language into another.
pub(super) fn review_of(
    project: &Project,
    leaflet: &LeafletSpec,
    [source, locale]: [&LoadedLocale; 2],
    sources: &Sources,
) -> ReviewSheet {
    let manifest = &project.manifest;
    let [span, ..] = manifest.organisation.spans;
    let (own, names) = (&source.catalog.locale, &locale.catalog.locale);
    let labels = Labels::new(names, span);
    let mut writer = Writer {
        locale,
        labels: &labels,
        source: Texts::new(Tongue::Source, &source.catalog, manifest, sources),
        translation: Texts::new(Tongue::Translation, &locale.catalog, manifest, sources),
        standings: BTreeMap::new(),
    };
    let mut sections: Vec<ReviewSection> =
        leaflet.sections.iter().filter_map(|section| writer.section(section)).collect();
    sections.extend(writer.margin(manifest));
    let rows = sections.iter().flat_map(|section| &section.rows);
    let said = rows.flat_map(|row| [&row.source, &row.translation]);
    let signs: Vec<Sign> = said.flat_map(|said| said.signs.iter().map(|(_, sign)| *sign)).collect();
    let native = (names.english_name() != names.native_name()).then(|| names.native_name());
    let named = |text: String| Said::beside(&text, native.map(|native| (names.tag.as_str(), native)), span);
    let caption = |name: &str, id: &str| {
        let mut said = labels.say(id, &[]);
        prefix(&mut said, &format!("{name}: "));
        said
    };
    // Its column holds one of the two words on a line.
    let mut initials = labels.say("review-initials", &[]);
    initials.text.text = initials.text.text.replace(" · ", " \u{2028}");
    ReviewSheet {
        title: format!("Review of {}: {}", leaflet.name, names.english_name()),
        running: named(format!("{}: {}", leaflet.name, names.english_name())),
        date: manifest.date.clone(),
        what: labels.say("review-title", &[]),
        name: named(names.english_name().to_owned()),
        facts: writer.facts(&leaflet.name),
        notes: labels.notes(&signs),
        captions: [
            labels.say("review-text", &[]),
            caption(own.english_name(), "review-source"),
            caption(names.english_name(), "review-translation"),
            initials,
        ],
        sections,
    }
}

/// Puts English words before others.
fn prefix(said: &mut Said, words: &str) {
    said.text.text.insert_str(0, words);
    let moved =
        |range: &mut std::ops::Range<usize>| *range = range.start + words.len()..range.end + words.len();
    said.text.marks.iter_mut().for_each(|(range, _)| moved(range));
    said.text.isolates.iter_mut().for_each(moved);
}

struct Writer<'a> {
    locale: &'a LoadedLocale,
    labels: &'a Labels,
    source: Texts<'a>,
    translation: Texts<'a>,
    /// How the messages stand that have a row.
    standings: BTreeMap<String, Standing>,
}

impl Writer<'_> {
    /// A section, where it says something that was not said before.
    fn section(&mut self, section: &Section) -> Option<ReviewSection> {
        let mut rows = Vec::new();
        for block in &section.blocks {
            let companions = block.companions.iter().map(|(_, message)| message);
            for message in block.messages.iter().chain(companions) {
                rows.extend(self.message(message));
            }
        }
        let heading = HEADINGS.iter().find_map(|role| {
            let block = section.blocks.iter().find(|block| block.role == *role)?;
            let first = block.messages.first()?;
            let version = self.source.versions(&first.id, first.span).into_iter().next()?;
            (!version.is_broken).then_some(version.said)
        });
        let heading = heading.map(|mut said| {
            said.text =
                said.text.with_characters(|c| if matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c });
            said.text.marks.retain(|(_, mark)| matches!(mark, Mark::Lang(_) | Mark::Cite));
            said.signs.clear();
            said
        });
        let heading = heading.unwrap_or_else(|| {
            let is_contact = section.blocks.iter().all(|block| block.role == Role::Contact);
            let part = if is_contact { "contact" } else { section.place.name() };
            self.labels.say("review-section", &[("part", part)])
        });
        (!rows.is_empty()).then_some(ReviewSection { name: section.name.clone(), heading, rows })
    }

    /// What margins say of drafts.
    fn margin(&mut self, manifest: &Manifest) -> Option<ReviewSection> {
        let rows = self.message(manifest.draft.as_ref()?);
        let heading = self.labels.say("review-margin", &[]);
        (!rows.is_empty()).then(|| ReviewSection { name: "margin".to_owned(), heading, rows })
    }

    /// The rows of a message; none where it has some already.
    fn message(&mut self, message: &MessageRef) -> Vec<ReviewRow> {
        let id = message.id.as_str();
        if self.standings.contains_key(id) {
            return Vec::new();
        }
        let standing = self.locale.reviews.standing(id);
        let mut said = self.source.versions(id, message.span);
        let own = self.translation.versions(id, message.span);
        let standing =
            if standing == Standing::Missing && !own.is_empty() { Standing::Draft } else { standing };
        self.standings.insert(id.to_owned(), standing);
        let review = self.locale.reviews.entries.as_ref().ok().and_then(|entries| entries.get(id));
        if let (Standing::Outdated, Some(review)) = (standing, review) {
            self.source.mark_changes(id, &review.was, &mut said);
        }
        let states = self.states(standing, review);
        let pairs = paired(said, &own);
        let row = |(one, other): (Option<Version>, Option<Version>)| {
            self.row(message, one, other, &states, standing)
        };
        pairs.into_iter().map(row).collect()
    }

    fn row(
        &self,
        message: &MessageRef,
        one: Option<Version>,
        other: Option<Version>,
        states: &[Said],
        standing: Standing,
    ) -> ReviewRow {
        let mut states = states.to_vec();
        let case = one.as_ref().or(other.as_ref()).and_then(|version| version.case.clone());
        states.extend(case.map(|case| self.labels.say("review-case", &[("case", &case)])));
        if other.as_ref().is_some_and(|version| version.is_broken) {
            states.push(self.labels.say("review-broken", &[]));
        }
        let is_blank = standing == Standing::Missing;
        let lacking = match standing {
            Standing::Missing if self.locale.hidden.contains(&message.id) => "review-unread",
            Standing::Missing => "review-missing",
            _ => "review-no-case",
        };
        let note = |id: &str| Said { is_aside: true, ..self.labels.say(id, &[]) };
        ReviewRow {
            id: message.id.clone(),
            states,
            source: one.map_or_else(|| note("review-no-case"), |version| version.said),
            translation: other.map_or_else(|| note(lacking), |version| version.said),
            is_blank,
            is_changed: matches!(standing, Standing::Outdated | Standing::Changed),
        }
    }

    /// How a message stands, in words.
    fn states(&self, standing: Standing, review: Option<&Review>) -> Vec<Said> {
        let say = |id: &str| self.labels.say(id, &[]);
        let by = review.and_then(|review| review.reviewer.as_deref());
        let by = by.map(|name| self.labels.say("review-approved", &[("name", name)]));
        let until = review.and_then(|review| review.until.as_deref());
        let until = until.map(|month| self.labels.say("review-until", &[("month", month)]));
        match standing {
            // The box says so.
            Standing::Missing => Vec::new(),
            Standing::Draft => vec![say("review-draft")],
            Standing::Changed => by.into_iter().chain([say("review-changed")]).collect(),
            Standing::Outdated => {
                by.or_else(|| Some(say("review-draft"))).into_iter().chain([say("review-outdated")]).collect()
            }
            Standing::Expired => by.into_iter().chain(until).chain([say("review-expired")]).collect(),
            Standing::Reviewed => by.into_iter().chain(until).collect(),
        }
    }

    /// Which leaflet it is, and how far its messages are.
    fn facts(&self, leaflet: &str) -> Vec<Said> {
        let count = |standings: &[Standing]| {
            self.standings.values().filter(|own| standings.contains(own)).count().to_string()
        };
        let all = self.standings.len().to_string();
        let [drafts, outdated, missing] =
            [Standing::Draft, Standing::Outdated, Standing::Missing].map(|standing| count(&[standing]));
        let mut facts = vec![self.labels.say("review-leaflet", &[("name", leaflet)])];
        facts.extend(self.labels.line(&[
            ("review-messages", ("count", all.as_str())),
            ("review-drafts", ("count", drafts.as_str())),
            ("review-outdated-count", ("count", outdated.as_str())),
            ("review-missing-count", ("count", missing.as_str())),
        ]));
        facts
    }
}

/// What two languages say side by side, case by case: those of the first one, then what the second one has beside them. Where one of
/// them has no cases, what it says is said for all else.
fn paired(one: Vec<Version>, other: &[Version]) -> Vec<(Option<Version>, Option<Version>)> {
    let is_same = |a: &Version, b: &Version| match (&a.case, &b.case) {
        (Some(a), Some(b)) => a == b,
        (None, _) | (_, None) => a.is_default && b.is_default,
    };
    let rest: Vec<Version> =
        other.iter().filter(|own| !one.iter().any(|known| is_same(known, own))).cloned().collect();
    let beside = one.into_iter().map(|own| {
        let partner = other.iter().find(|known| is_same(&own, known)).cloned();
        (Some(own), partner)
    });
    let mut pairs: Vec<_> = beside.collect();
    pairs.extend(rest.into_iter().map(|own| (None, Some(own))));
    pairs
}
