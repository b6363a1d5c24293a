//! What is said of a leaflet that is not set: one sentence, made where all is known.

use super::faceless::faceless;
use super::job::{Job, Shelves};
use super::load::Project;
use super::task::{Task, other_tasks};
use super::unset::{LongMessage, MessageSaving, OversetText, Unset};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::fit::Lack;
use crate::flow::Flaw;
use crate::locale::Locale;
use crate::picture::Obstacle;
use crate::source::Span;
use crate::spec::PressStandard;
use crate::text::Unshaped;

/// How many layouts are named that would hold what does not fit, the largest type first.
const NAMED: usize = 3;

/// Reports why a leaflet is not set, unless nobody asked for it or it is known already.
pub(super) fn report_unset(
    unset: &Unset,
    task: &Task<'_>,
    job: &Job<'_>,
    shelves: &mut Shelves<'_>,
    diagnostics: &mut Diagnostics,
) {
    match unset {
        Unset::Broken
        | Unset::Missing(_)
        | Unset::Untranslated(_)
        | Unset::NotFinal(_)
        | Unset::NotAsked
        | Unset::Coarse(_)
        | Unset::Unreadable(_) => {}
        Unset::Flawed { first, others } => {
            report_flaws(std::iter::once(&**first).chain(others), job, shelves, diagnostics);
        }
        Unset::TooSmall { .. } => {
            let (tag, layout) = (&job.locale.catalog.locale.tag, &job.layout.name);
            let message = format!("{tag}: layout “{layout}” sets {unset}");
            let wrong = Diagnostic::new(Code::Layout, message);
            let wrong = wrong.label(job.layout.max_span, "the largest size of the type");
            diagnostics.error(wrong.help("raise this number"));
        }
        Unset::Overset(overset) => {
            let advice = advice(task, job, overset.length, shelves);
            let word = overset.value_span.filter(|_| !overset.word.is_empty());
            let word = word.map(|value| shelves.place_of_words(value, &overset.word));
            let at = word.or(overset.message_span);
            diagnostics.error(told_overset(overset, at, job, &advice));
        }
    }
}

/// Reports what can't be set; letters that a whole language lacks once, and not one by one.
fn report_flaws<'f>(
    flaws: impl Iterator<Item = &'f Flaw>,
    job: &Job<'_>,
    shelves: &Shelves<'_>,
    diagnostics: &mut Diagnostics,
) {
    let is_missing = |flaw: &&Flaw| matches!(flaw, Flaw::Unshaped { why: Unshaped::MissingGlyph { .. }, .. });
    let (missing, others): (Vec<&Flaw>, Vec<&Flaw>) = flaws.partition(is_missing);
    let place = |message, words: &str| shelves.place_of_words(message, words);
    let mut each = missing;
    for locale in std::iter::once(job.locale).chain(&job.project.partner) {
        let is_of = |flaw: &&Flaw| match flaw {
            // The language's own name is asked for by the layout.
            Flaw::Unshaped { at, .. } => {
                at.source == job.layout.source || locale.catalog.sources().any(|source| source == at.source)
            }
            _ => false,
        };
        let wrong = each.iter().any(is_of).then(|| faceless(job.project, locale, place)).flatten();
        if let Some(wrong) = wrong {
            diagnostics.error(wrong);
            each.retain(|flaw| !is_of(flaw));
        }
    }
    for flaw in each.into_iter().chain(others) {
        match own_name_flaw(flaw, job) {
            Some(wrong) => diagnostics.error(wrong),
            None => flaw.report(&job.layout.name, diagnostics),
        };
    }
}

/// Reports that leaflets of a language are left out since most of their words wait for a translation.
pub(super) fn report_untranslated<'a>(
    project: &Project,
    locale: &Locale,
    tasks: impl Iterator<Item = &'a Task<'a>>,
    diagnostics: &mut Diagnostics,
) {
    let mut leaflets: Vec<&str> = tasks.map(|task| task.leaflet.name.as_str()).collect();
    leaflets.dedup();
    let (Some(source), false) = (&project.source, leaflets.is_empty()) else { return };
    let message = format!(
        "{} waits for its translation: most of {} is still {}",
        locale.english_name(),
        leaflets.join(", "),
        source.catalog.locale.english_name()
    );
    let help = format!(
        "translate it; until then `polyleaf build -l {} --proof` shows on its pages what is left",
        locale.tag
    );
    diagnostics.error(Diagnostic::new(Code::Untranslated, message).help(help));
}

/// A character of the language's own name that no face has: it stands in no message, but where a layout prints the name.
fn own_name_flaw(flaw: &Flaw, job: &Job<'_>) -> Option<Diagnostic> {
    let Flaw::Unshaped { why: Unshaped::MissingGlyph { character }, at } = flaw else { return None };
    let locale = &job.locale.catalog.locale;
    let name = locale.native_name();
    if at.source != job.layout.source || !name.contains(*character) {
        return None;
    }
    let tag = &locale.tag;
    let message = format!("{flaw}, which “{name}” needs, the own name of {}", locale.english_name());
    let help = format!(
        "put a face that has it into fonts/ and list it in fonts/fonts.toml, or give the language another name in \
         locales/{tag}/locale.toml"
    );
    Some(Diagnostic::new(Code::MissingGlyph, message).label(*at, "the name is printed here").help(help))
}

/// How long all texts together may be, in bytes, that are set only to tell which layouts would hold them (H): a factsheet in
/// Thai, of 16 kB, in sixty layouts.
const MOST_TRIED: usize = 1_000_000;

/// What may be done about a text that does not fit.
struct Advice<'a> {
    /// The other layouts that hold it, the largest type first.
    fitting: Vec<Fitting<'a>>,
    /// How many others were not tried, since the text is so long.
    untried: usize,
}

/// A layout that would hold a leaflet.
struct Fitting<'a> {
    layout: &'a str,
    paper: String,
    /// The body size, in points to the hundredth.
    size: f64,
}

/// The other layouts of the project that hold a task's leaflet, of that length, in a language.
fn advice<'a>(task: &Task<'a>, job: &Job<'a>, length: usize, shelves: &mut Shelves<'_>) -> Advice<'a> {
    let mut others = other_tasks(job.project, task);
    let untried = others.split_off((MOST_TRIED / length.max(1)).min(others.len())).len();
    let mut fitting = Vec::new();
    for other in others {
        if let Ok(draft) = other.job(job.project, job.locale).draft(shelves) {
            let size = draft.fitted.body.size.to_hundredths();
            fitting.push(Fitting { layout: other.layout_name(), paper: other.paper.clone(), size });
        }
    }
    fitting.sort_by(|one, other| other.size.total_cmp(&one.size));
    Advice { fitting, untried }
}

/// What does not fit, by how much, in which panel, and what to do.
fn told_overset(overset: &OversetText, at: Option<Span>, job: &Job<'_>, advice: &Advice<'_>) -> Diagnostic {
    let (tag, layout, floor) = (&job.locale.catalog.locale.tag, &job.layout.name, overset.floor.to_pt());
    let (subject, label, help) = match overset.lack {
        Lack::Height { .. } => (
            "the text is ",
            format!("from here on it does not fit at {floor} pt, the smallest size"),
            shortened(overset),
        ),
        Lack::Width { .. } => (
            "",
            format!("at {floor} pt, the smallest size, this is wider than a line"),
            "use a shorter word, put a soft hyphen (U+00AD) where it may be divided, or make the panel wider"
                .to_owned(),
        ),
        Lack::Neighbours => (
            "",
            "the text from here on makes it too tall".to_owned(),
            "shorten its text, or give it a fixed height".to_owned(),
        ),
    };
    let mut wrong = Diagnostic::new(Code::Overset, format!("{tag}: {subject}{overset} in “{layout}”"));
    let help = match &overset.long_value {
        Some(long) => {
            let fitting = match long.fitting {
                Some(most) => format!("; about {most} fit on one line here"),
                None => String::new(),
            };
            let what = format!("the {} has {} characters{fitting}", long.what, long.characters);
            wrong.labels.push((long.span, what));
            format!("give a shorter {}, or {help}", long.what)
        }
        None => help,
    };
    let help = match &overset.long_message {
        Some(long) => {
            let LongMessage { message, times, usual, characters, span } = long;
            let what =
                format!("{times:.1} times as long as its source; the others are {usual:.1} times as long");
            wrong.labels.push((*span, what));
            format!(
                "shorten {message} first: it is about {characters} characters longer than others in proportion; or {help}"
            )
        }
        None => help,
    };
    wrong.labels.extend(at.map(|span| (span, label)));
    let wrong = wrong.label(overset.panel_span, "it is set in this panel");
    let named = advice.fitting.iter().take(NAMED);
    let named: Vec<String> = named
        .map(|Fitting { layout, paper, size }| format!("“{layout}” on {paper} at {size:.2} pt"))
        .collect();
    wrong.help(match (named.is_empty(), advice.untried) {
        (true, 0) => format!("{help}; no other layout of the project holds it either"),
        (true, _) => help,
        (false, _) => format!("{help}, or set this language in {}", named.join(" or ")),
    })
}

/// How many messages are named that would have to lose something.
const NAMED_MESSAGES: usize = 8;

/// Which messages to shorten, and by how much.
fn shortened(overset: &OversetText) -> String {
    let characters = overset.characters();
    if characters == 0 {
        // Nothing but a picture or a code is left over.
        return "shorten the text, give its picture or code a smaller width, or have its code lead to a shorter address"
            .to_owned();
    }
    let all = format!("shorten the text by about {characters} characters");
    let named = overset.savings.iter().take(NAMED_MESSAGES);
    let mut named: Vec<String> =
        named.map(|MessageSaving { message, characters }| format!("{message} by {characters}")).collect();
    if named.is_empty() {
        return all;
    }
    let more = overset.savings.len() - named.len();
    named.extend(match more {
        0 => None,
        1 => Some("one more message".to_owned()),
        _ => Some(format!("{more} more messages")),
    });
    format!("{all}, which is least where last lines are short: {}", and(&named))
}

/// `a, b and c`.
fn and(parts: &[String]) -> String {
    match parts {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => parts.concat(),
    }
}

/// Says that a picture is seen through in a layout of that name, and can't be made opaque for a press: `picture/see-through`.
pub(super) fn told_see_through(
    why: Obstacle,
    standard: PressStandard,
    layout: &str,
    place: Option<Span>,
) -> Diagnostic {
    let what = match why {
        Obstacle::Drawing => "parts of this drawing are seen through",
        Obstacle::Ground => "this picture is seen through, and does not stand on one colour",
        Obstacle::Spot => "this picture is seen through, and stands on an ink of its own",
    };
    let message = format!("{what} in “{layout}”, which {} does not allow", standard.name());
    let mut wrong = Diagnostic::new(Code::SeeThrough, message);
    wrong.labels.extend(place.map(|place| (place, "asked for here".to_owned())));
    let way = match why {
        Obstacle::Drawing => "draw it in full colours, or save it as a PNG, which is laid on its ground here",
        Obstacle::Ground => "put it on one colour or on paper, or save it with a ground of its own",
        Obstacle::Spot => {
            "put it on paper, save it with a ground of its own, or give that colour no ink of its own"
        }
    };
    wrong.help(format!("{way}; where the shop takes PDF/X-4, write standard = \"x-4\""))
}
