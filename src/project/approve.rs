//! Records reviews: who has read which messages of a language, and of which words. In: what is approved and by whom. Out: the
//! language's `status.toml`, and why other messages are not approved.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::asked::understood;
use super::disk::resolve;
use super::files::{Files, Intake};
use super::fonts::read_book;
use super::language::LoadedLocale;
use super::load::read_manifest;
use super::locales::{Languages, languages, read_locales};
use super::output::OutFolder;
use super::reviews::{Standing, digest_of};
use super::scope::Scope;
use super::selection::Selection;
use crate::content::Catalog;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported, Severity, Slip};
use crate::locale::Locale;
use crate::source::Sources;
use crate::spec::{self, LeafletSpec, Review, ReviewState};

/// What is approved, and by whom.
#[derive(Clone, Default, Debug)]
pub struct Approval {
    /// The language, as people type it.
    pub language: String,
    /// The messages; all that are sound when empty.
    pub messages: Vec<String>,
    /// Where no message is named, the leaflets whose messages are meant; all when empty.
    pub leaflets: Vec<String>,
    /// Who has read them.
    pub reviewer: String,
    /// The day of the review: `2026-11-27`.
    pub date: String,
    /// The last month in which it holds: `2027-05`.
    pub until: Option<String>,
    /// What the reviewer says of it.
    pub note: Option<String>,
}

/// What was approved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Approved {
    /// The language.
    pub locale: String,
    /// The file that says so, from the project's folder.
    pub file: String,
    /// The messages whose review was written there.
    pub messages: Vec<String>,
    /// Those of them that were out of date: they are approved against the words that the source language has now.
    pub outdated: Vec<String>,
    /// How many others were reviewed before as they stand, and stay so.
    pub kept: usize,
    /// How many were not approved.
    pub refused: usize,
}

/// Approves messages of a language. Where one is named that there is not, nothing is written.
///
/// # Errors
/// Nothing was asked for that can be done, or the file can't be written.
pub fn approve(
    files: &Files,
    approval: &Approval,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Approved, Reported> {
    check_request(approval, diagnostics)?;
    let Some(root) = files.root() else {
        let wrong = Diagnostic::new(Code::Unapproved, "the built-in leaflets can’t be approved");
        let help = "go to a project’s folder, or name it by --project";
        return Err(diagnostics.error(wrong.of_request().help(help)));
    };
    let asked = Selection {
        locales: vec![approval.language.clone()],
        leaflets: approval.leaflets.clone(),
        ..Selection::default()
    };
    let asked = understood(files, &asked, diagnostics)?;
    if asked.locales.len() != 1 {
        let wrong = Diagnostic::new(Code::LocaleSeveral, "a review is of one language");
        return Err(
            diagnostics.error(wrong.of_request().help("approve each language by a command of its own"))
        );
    }
    let intake = &mut Intake { files, sources, diagnostics };
    let manifest = read_manifest(intake, &asked)?;
    let fonts = read_book(intake)?;
    let Languages { mut locales, source } = read_locales(intake, &manifest, &fonts, &asked);
    let Some((locale, source)) = locales.pop().zip(source) else {
        return Err(told_unread(diagnostics));
    };
    let entries = sound_entries(&locale, sources, diagnostics)?;
    let leaflets = manifest.leaflets.iter().filter(|leaflet| asked.takes_leaflet(&leaflet.name));
    let languages = languages(files);
    let choice = Choice { approval, source: &source.catalog, locale: &locale, languages: &languages };
    let ids = choice.ids(leaflets, diagnostics)?;
    let mut reviews = entries.clone();
    let mut done = Approved {
        locale: locale.catalog.locale.tag.clone(),
        file: locale.reviews.file.clone(),
        messages: Vec::new(),
        outdated: Vec::new(),
        kept: 0,
        refused: 0,
    };
    for id in ids {
        match choice.verdict(&id) {
            Verdict::Sound { was, translation } => {
                reviews.insert(id.clone(), approval.review(was, &translation));
                if locale.reviews.standing(&id) == Standing::Outdated {
                    done.outdated.push(id.clone());
                }
                done.messages.push(id);
            }
            Verdict::Kept => done.kept += 1,
            Verdict::Refused(why) => {
                let severity = if approval.messages.is_empty() { Severity::Warning } else { Severity::Error };
                diagnostics.report(severity, choice.refused(&id, why));
                done.refused += 1;
            }
        }
    }
    if !done.messages.is_empty() {
        write(files, root, &done.file, &reviews, sources).map_err(|wrong| diagnostics.error(wrong))?;
    }
    Ok(done)
}

/// Reports what can't be meant of who reviewed when.
fn check_request(approval: &Approval, diagnostics: &mut Diagnostics) -> Result<(), Reported> {
    let Approval { reviewer, date, until, note, .. } = approval;
    let mut wrong = Vec::new();
    if !spec::is_line(reviewer) {
        wrong.push(("nobody is named as the reviewer".to_owned(), "say who has read it: --by \"A. F.\""));
    }
    if !spec::is_day(date) {
        wrong.push((format!("“{date}” is no day"), "write year, month and day: --date 2026-11-27"));
    }
    if let Some(until) = until.as_ref().filter(|until| !spec::is_month(until)) {
        let help = "write the year and the last month that it holds in: --until 2027-05";
        wrong.push((format!("“{until}” is no month"), help));
    }
    if let Some(until) =
        until.as_ref().filter(|until| spec::is_month(until) && date.as_str() > until.as_str())
        && !date.starts_with(until.as_str())
    {
        wrong.push((format!("{until} is past on {date}"), "name a month to come: --until 2027-05"));
    }
    if note.as_ref().is_some_and(|note| !spec::is_line(note)) {
        wrong.push((
            "the note is no words in one line".to_owned(),
            "write it in one line: --note \"law checked\"",
        ));
    }
    let mut last = Ok(());
    for (message, help) in wrong {
        last = Err(diagnostics.error(Diagnostic::new(Code::Unapproved, message).of_request().help(help)));
    }
    last
}

/// Says that the language can't be read, where that was not said.
fn told_unread(diagnostics: &mut Diagnostics) -> Reported {
    let wrong = Diagnostic::new(Code::Unapproved, "the messages of the language can’t be read");
    diagnostics.error(wrong.help("polyleaf check says what is wrong"))
}

/// The reviews that there are. A file that is broken, or holds more than reviews, is told and never written anew.
fn sound_entries<'a>(
    locale: &'a LoadedLocale,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<&'a BTreeMap<String, Review>, Reported> {
    let file = &locale.reviews.file;
    let entries = match &locale.reviews.entries {
        Ok(entries) => entries,
        Err(reported) => {
            let is_of_file = |wrong: &Diagnostic| {
                let named = wrong.labels.first().map(|(span, _)| &sources.get(span.source).name);
                named.map_or(wrong.message.contains(file.as_str()), |named| named == file)
            };
            let mut told = locale.diagnostics.clone();
            told.retain(is_of_file);
            diagnostics.extend(told);
            return Err(*reported);
        }
    };
    let text = sources.find(file).map(|source| &sources.get(source).text);
    if text.is_some_and(|text| spec::holds_comments(text, entries)) {
        let message = format!("{file} holds comments, which would be lost");
        let help = "take them out, or put them into the notes of reviews: note = \"law checked\"";
        return Err(diagnostics.error(Diagnostic::new(Code::LocaleStatus, message).help(help)));
    }
    Ok(entries)
}

impl Approval {
    fn review(&self, was: String, translation: &str) -> Review {
        let words = |text: &String| text.trim().to_owned();
        Review {
            state: ReviewState::Reviewed,
            reviewer: Some(words(&self.reviewer)),
            date: Some(self.date.clone()),
            until: self.until.clone(),
            until_span: None,
            note: self.note.as_ref().map(words),
            source: digest_of(&was),
            source_span: None,
            was,
            translation: Some(digest_of(translation)),
        }
    }
}

/// What comes of a message that is to be approved.
enum Verdict {
    /// It is approved, of these words.
    Sound { was: String, translation: String },
    /// It was reviewed as it stands.
    Kept,
    /// It is not approved.
    Refused(Refusal),
}

/// Why a message is not approved.
#[derive(Clone, Copy)]
enum Refusal {
    Missing,
    Wrong,
    Copied,
    Expired,
}

/// Which messages are approved.
struct Choice<'a> {
    approval: &'a Approval,
    source: &'a Catalog,
    locale: &'a LoadedLocale,
    /// The tags of all languages of the project.
    languages: &'a [String],
}

impl Choice<'_> {
    /// The messages that are meant.
    fn ids<'l>(
        &self,
        leaflets: impl Iterator<Item = &'l LeafletSpec>,
        diagnostics: &mut Diagnostics,
    ) -> Result<BTreeSet<String>, Reported> {
        let known: Vec<&str> = self.source.ids().collect();
        if self.approval.messages.is_empty() {
            let mut scope = Scope::default();
            leaflets.for_each(|leaflet| scope.take_leaflet(leaflet, |_| true));
            let is_meant = |id: &&str| self.approval.leaflets.is_empty() || scope.ids.contains(*id);
            return Ok(known.into_iter().filter(is_meant).map(str::to_owned).collect());
        }
        let (mut ids, mut last) = (BTreeSet::new(), None);
        for id in self.approval.messages.iter().map(|id| id.trim()).filter(|id| !id.is_empty()) {
            if known.contains(&id) {
                ids.insert(id.to_owned());
                continue;
            }
            let tag = &self.source.locale.tag;
            let wrong = Diagnostic::new(Code::UnknownMessage, format!("no message “{id}” in locales/{tag}"));
            let help = match spec::near_name(id, &known) {
                _ if self.is_language(id) => format!(
                    "a review is of one language: approve “{id}” by a command of its own; nothing was approved"
                ),
                Some(near) => format!("did you mean “{near}”? Nothing was approved"),
                None => format!(
                    "the names of messages stand in locales/{tag} before each `=`; nothing was approved"
                ),
            };
            last = Some(diagnostics.error(wrong.of_request().help(help)));
        }
        last.map_or(Ok(ids), Err)
    }

    /// Whether a word is the name of a language that the project has.
    fn is_language(&self, word: &str) -> bool {
        let known = [Locale::parse(word), Locale::named(word)];
        known.into_iter().flatten().any(|locale| self.languages.contains(&locale.tag))
    }

    fn verdict(&self, id: &str) -> Verdict {
        let catalog = &self.locale.catalog;
        if catalog.span(id).is_none() {
            return Verdict::Refused(Refusal::Missing);
        }
        let needed = catalog.needed([id]);
        let about = |diagnostic: &Diagnostic, is_meant: &dyn Fn(&str) -> bool| {
            let named = diagnostic.labels.iter().filter_map(|(span, _)| catalog.entry_at(*span));
            named.into_iter().any(is_meant)
        };
        let errors = self.locale.diagnostics.iter().filter(|wrong| wrong.severity == Severity::Error);
        let is_wrong = errors.into_iter().any(|wrong| about(wrong, &|key| needed.contains(key)));
        let (was, translation) = match (self.source.written(id), catalog.written(id)) {
            (Some(was), Some(own)) if catalog.get(id).is_some() && !is_wrong => (was, own),
            _ => return Verdict::Refused(Refusal::Wrong),
        };
        let mut copied = self.locale.diagnostics.iter().filter(|wrong| wrong.code == Code::Untranslated);
        if copied.any(|wrong| about(wrong, &|key| key == id)) {
            return Verdict::Refused(Refusal::Copied);
        }
        let is_named = !self.approval.messages.is_empty();
        match self.locale.reviews.standing(id) {
            Standing::Reviewed if !is_named => Verdict::Kept,
            Standing::Expired if !is_named && self.approval.until.is_none() => {
                Verdict::Refused(Refusal::Expired)
            }
            _ => Verdict::Sound { was, translation },
        }
    }

    fn refused(&self, id: &str, why: Refusal) -> Diagnostic {
        let tag = &self.locale.catalog.locale.tag;
        let english = self.source.locale.english_name();
        let (one, many, help) = match why {
            Refusal::Missing => {
                ("is missing".to_owned(), "are missing".to_owned(), "translate it first".to_owned())
            }
            Refusal::Wrong => (
                "has errors".to_owned(),
                "have errors".to_owned(),
                format!("mend what polyleaf check {tag} says of it first"),
            ),
            Refusal::Copied => (
                format!("is still {english}"),
                format!("are still {english}"),
                "translate it first; words that stay as they are go into <span lang=\"...\">".to_owned(),
            ),
            Refusal::Expired => (
                "was approved until a month that is past".to_owned(),
                "were approved until a month that is past".to_owned(),
                "name it, or say until when it holds now: --until YYYY-MM".to_owned(),
            ),
        };
        let mut wrong = Diagnostic::new(Code::Unapproved, format!("`{id}` is not approved: it {one}"));
        let place = self.locale.catalog.span(id).or(self.source.span(id));
        wrong.labels.extend(place.map(|span| (span, "this message".to_owned())));
        let slip = Slip {
            said: format!("{{count}} of {{of}} messages are not approved: they {many}"),
            of: self.source.ids().count(),
            name: Some(id.to_owned()),
            help: help.clone(),
        };
        wrong.help(help).slip(slip)
    }
}

/// Writes the file anew, whole or not at all, unless somebody else wrote it meanwhile.
fn write(
    files: &Files,
    root: &std::path::Path,
    file: &str,
    reviews: &BTreeMap<String, Review>,
    sources: &Sources,
) -> Result<(), Diagnostic> {
    let refused = |wrong: Diagnostic| wrong.help("make the file and its folder writable, and say it again");
    let known = sources.find(file).map(|source| sources.get(source).text.clone());
    let now = files.own_file(file).and_then(|_| files.text(file)?.ok());
    if known != now {
        let wrong = Diagnostic::new(Code::Output, format!("{file} was written by somebody else meanwhile"));
        return Err(wrong.help("nothing was approved: say it again"));
    }
    let (folder, name) = file.rsplit_once('/').unwrap_or((".", file));
    let folder = resolve(root, folder).map_err(|fault| {
        refused(Diagnostic::new(Code::Output, format!("{file} can’t be written: {fault}")))
    })?;
    let out = OutFolder::open(&folder).map_err(refused)?;
    out.write(name, spec::written_reviews(reviews).as_bytes()).map_err(refused)?;
    out.sync().map_err(refused)
}
