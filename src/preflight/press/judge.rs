//! A file held against a press, wish by wish. In: what was read of the file. Out: lines of what is wanted and what is found.

use std::collections::BTreeSet;

use super::folded::{Folded, Folds};
use super::line::{PressLine, Verdict, Wish};
use super::look::{Around, Cut, Imposed, find_imposed, length, size};
use crate::fold::paper;
use crate::geom::Abs;
use crate::preflight::checks::paper_of;
use crate::preflight::facts::{FileFacts, press_standard};
use crate::preflight::quote::Quote;
use crate::preflight::read::Document;
use crate::spec::{Press, PressFonts, PressInk, PressMarks, PressPages, PressSplit, SHEETS};

/// What may be lost to rounding, in points: two hundredths of a millimetre.
pub(super) const SLACK: f64 = 0.057;
/// What is printed of a bleed without more words, in points: by the papers of inches, and by the others.
const USUAL_BLEED: [f64; 2] = [9.0, 3.0 * 72.0 / 25.4];

/// A file and a press.
pub(super) struct Case<'a> {
    /// What was read of the file.
    pub(super) document: &'a Document,
    /// The same in figures.
    pub(super) facts: &'a FileFacts,
    /// What the file is called.
    pub(super) name: &'a str,
    /// The press.
    pub(super) press: &'a Press,
}

/// What was found of a wish.
pub(super) struct Found {
    verdict: Verdict,
    text: String,
    how: Option<String>,
}

impl Found {
    pub(super) fn met(text: impl Into<String>) -> Found {
        Found { verdict: Verdict::Met, text: text.into(), how: None }
    }

    fn note(text: impl Into<String>, how: impl Into<String>) -> Found {
        Found { verdict: Verdict::Note, text: text.into(), how: Some(how.into()) }
    }

    pub(super) fn missed(text: impl Into<String>, how: impl Into<String>) -> Found {
        Found { verdict: Verdict::Missed, text: text.into(), how: Some(how.into()) }
    }

    pub(super) fn of(wish: Wish, wanted: impl Into<String>, found: Found) -> PressLine {
        PressLine { wish, wanted: wanted.into(), verdict: found.verdict, found: found.text, how: found.how }
    }
}

/// Holds a file against a press, in the order of the wishes; what the shop does not speak of has no line.
pub(super) fn judge(case: &Case<'_>) -> Vec<PressLine> {
    let cuts = case.cuts();
    if cuts.is_empty() {
        return Vec::new();
    }
    let lines = [
        case.imposed(&cuts),
        case.count(),
        case.size(&cuts),
        Some(case.bleed(&cuts)),
        Some(case.marks(&cuts)),
        Some(case.standard()),
        case.intent(),
        Some(case.fonts()),
        case.inks(),
        case.ink(),
        case.line(),
        case.type_size(),
        case.knockout(),
        case.safe(&cuts),
        case.folds(&cuts),
        case.bookmarks(),
        case.file_name(),
    ];
    lines.into_iter().flatten().collect()
}

impl Case<'_> {
    /// The command that builds for this press.
    fn build(&self) -> String {
        format!("polyleaf build --press {}", self.press.name)
    }

    /// The bleeds that may be wanted of a page, in points. Which layout it is nobody can tell from a file, but for one card a page.
    fn bleeds(&self, trim: [f64; 2]) -> Vec<f64> {
        let known = paper_of(trim).and_then(paper);
        let is_card = known.is_none() && trim[0].max(trim[1]) < 300.0;
        let is_metric =
            known.map_or_else(|| !is_inches(trim), |paper| paper.bleed.to_pt() < USUAL_BLEED[0] - SLACK);
        let usual = Abs::pt(USUAL_BLEED[usize::from(is_metric)]);
        let likely = self.press.bleed_of(if is_card { "card" } else { "" }, usual);
        std::iter::once(likely).chain(self.press.own_bleeds()).map(Abs::to_pt).collect()
    }

    /// Of these the one that is nearest to the bleed that a page has.
    fn wanted_bleed(&self, cut: &Cut) -> f64 {
        let off = |bleed: &f64| (bleed - cut.bleed).abs();
        let bleeds = self.bleeds(cut.size()).into_iter();
        bleeds.min_by(|one, other| off(one).total_cmp(&off(other))).unwrap_or_default()
    }

    /// Where each page is cut.
    fn cuts(&self) -> Vec<Cut> {
        let pages = self.document.pages.iter();
        let cut = pages.map(|page| {
            let size = page.boxes.media_size();
            // Of a page that tells no trim, what its paper would be bled by is tried.
            let by_trim = if page.boxes.has_trim { page.boxes.trim_size() } else { size };
            let cut_by = |trim: [f64; 2]| {
                let mut cuts = self.bleeds(trim).into_iter().map(|bleed| Cut::of(page, bleed));
                cuts.find(|cut| cut.size() != size).unwrap_or_else(|| Cut::of(page, 0.0))
            };
            cut_by(cut_by(by_trim).size())
        });
        cut.collect()
    }

    fn imposed(&self, cuts: &[Cut]) -> Option<PressLine> {
        if self.press.pages != PressPages::Single {
            return None;
        }
        let pages = cuts.len();
        let found = match find_imposed(self.document, cuts) {
            None => Found::met(counted(pages, "page")),
            Some(Imposed::Spreads) => Found::missed(
                format!("{} of two pages beside each other", counted(pages, "sheet")),
                self.build(),
            ),
            Some(Imposed::Copies(copies)) => {
                Found::missed(format!("the same {copies} times on a page"), self.build())
            }
        };
        Some(Found::of(Wish::Imposed, "single pages, in the order in which they are read", found))
    }

    fn count(&self) -> Option<PressLine> {
        let pages = self.document.pages.len();
        let (wanted, is_met) = match self.press.files {
            PressSplit::Page => ("a page a file", pages == 1),
            PressSplit::Side => ("a side a file, or a booklet", pages == 1 || pages > 2),
            PressSplit::Leaflet if pages > 2 && self.press.pages == PressPages::Single => {
                ("a multiple of 4 pages, if they are stitched", pages.is_multiple_of(4))
            }
            PressSplit::Leaflet => return None,
        };
        let text = counted(pages, "page");
        let found = match (is_met, self.press.files) {
            (true, _) => Found::met(text),
            (false, PressSplit::Leaflet) => {
                Found::note(text, "add blank pages before the last one, if it is a booklet")
            }
            (false, _) => Found::missed(text, self.build()),
        };
        Some(Found::of(Wish::Count, wanted, found))
    }

    fn size(&self, cuts: &[Cut]) -> Option<PressLine> {
        if self.press.marks != PressMarks::None {
            return None;
        }
        let exact = |cut: &Cut| cut.size().map(|side| side + self.wanted_bleed(cut) * 2.0);
        let is_off = |cut: &&Cut| {
            let wanted = exact(cut);
            (cut.page[0] - wanted[0]).abs() > SLACK * 2.0 || (cut.page[1] - wanted[1]).abs() > SLACK * 2.0
        };
        let cut = cuts.iter().find(is_off).unwrap_or(&cuts[0]);
        let text = format!("a page of {}", size(cut.page));
        let found = if is_off(&cut) { Found::missed(text, self.build()) } else { Found::met(text) };
        Some(Found::of(Wish::Size, format!("{}, trim and bleed", size(exact(cut))), found))
    }

    fn bleed(&self, cuts: &[Cut]) -> PressLine {
        let short = |cut: &&Cut| cut.bleed < self.wanted_bleed(cut) - SLACK;
        let long = |cut: &&Cut| cut.bleed > self.wanted_bleed(cut) + SLACK;
        let cut = cuts.iter().find(short).or_else(|| cuts.iter().find(long)).unwrap_or(&cuts[0]);
        let text = length(cut.bleed);
        let has_trim = self.document.pages.iter().all(|page| page.boxes.has_trim);
        let found = if short(&cut) || long(&cut) && !has_trim {
            Found::missed(text, self.build())
        } else if long(&cut) {
            Found::note(text, format!("the TrimBox says where to cut; for the exact amount {}", self.build()))
        } else {
            Found::met(text)
        };
        Found::of(Wish::Bleed, format!("{} on all sides", length(self.wanted_bleed(cut))), found)
    }

    fn marks(&self, cuts: &[Cut]) -> PressLine {
        let beside = &self.document.drawn.beside;
        let numbered = cuts.iter().zip(1..);
        let around: Vec<Around> = numbered.map(|(cut, number)| Around::of(cut, beside, number)).collect();
        let sum = |count: fn(&Around) -> usize| around.iter().map(count).sum::<usize>();
        let (cut_lines, others) = (sum(|around| around.cuts), sum(|around| around.others));
        let nearest = around.iter().filter_map(|around| around.nearest).min_by(f64::total_cmp);
        // Who draws them within the page has no TrimBox to tell them by.
        let on_page =
            self.document.drawn.paints.iter().any(|paint| paint.is_kept && paint.space.is_registration());
        let text = match nearest {
            Some(off) => {
                format!("{cut_lines} crop marks, {others} other marks, {} off the trim", length(off))
            }
            None if on_page => "marks on the page itself".to_owned(),
            None => "none".to_owned(),
        };
        let wanted_off = self.press.offset.map(|offset| offset.to_pt());
        let (wanted, is_met) = match self.press.marks {
            PressMarks::None => ("none".to_owned(), nearest.is_none() && !on_page),
            PressMarks::Crop => ("crop marks and no others".to_owned(), cut_lines > 0 && others == 0),
            PressMarks::All => ("crop and fold marks".to_owned(), cut_lines > 0),
        };
        let least = wanted_off.filter(|_| self.press.marks != PressMarks::None);
        let is_near = least.zip(nearest).is_some_and(|(least, off)| off < least - SLACK);
        let wanted =
            wanted + &least.map_or(String::new(), |off| format!(", {} or more off the trim", length(off)));
        let found = if is_met && !is_near { Found::met(text) } else { Found::missed(text, self.build()) };
        Found::of(Wish::Marks, wanted, found)
    }

    fn standard(&self) -> PressLine {
        let (told, wanted) = (told_standard(self.document), self.press.standard.name());
        // There is a part of PDF/X-4 whose profile is elsewhere: PDF/X-4p.
        let is_met =
            |told: &str| told == wanted || !self.press.standard.is_opaque() && told.starts_with(wanted);
        let found = match told {
            Some(told) if is_met(&told) => Found::met(told),
            Some(told) => Found::missed(told, self.build()),
            None => Found::missed("no PDF/X", self.build()),
        };
        Found::of(Wish::Standard, wanted, found)
    }

    fn intent(&self) -> Option<PressLine> {
        let told =
            self.document.claims.press_intent().map(|intent| Quote::new(&intent.condition).to_string());
        // Who names no condition takes any.
        let (intent, named) = self.press.intent;
        let is_met = |told: &str| !told.is_empty() && (named.is_none() || told == intent.identifier);
        let wanted = named.map_or("an output intent", |_| intent.identifier);
        let found = match told {
            Some(told) if is_met(&told) => Found::met(told),
            Some(told) if told.is_empty() => Found::missed("an intent without a name", self.build()),
            Some(told) => Found::missed(told, self.build()),
            None => Found::missed("none", self.build()),
        };
        Some(Found::of(Wish::Intent, wanted, found))
    }

    fn fonts(&self) -> PressLine {
        let faces = &self.facts.fonts;
        let bare = faces.iter().filter(|face| !face.embedded).count();
        let text = format!("{}, {} not embedded", counted(faces.len(), "face"), bare);
        let (wanted, found) = match self.press.fonts {
            PressFonts::Outlines if faces.is_empty() => ("outlines", Found::met("no faces")),
            PressFonts::Outlines => ("outlines", Found::missed(text, self.build())),
            PressFonts::Embedded if bare == 0 => ("all embedded", Found::met(text)),
            PressFonts::Embedded => ("all embedded", Found::missed(text, "embed all faces when you save")),
        };
        Found::of(Wish::Fonts, wanted, found)
    }

    /// Where a shop puts in an ink of its own, all is grey; marks that are on every plate are cut off.
    fn inks(&self) -> Option<PressLine> {
        if self.press.ink == PressInk::Cmyk {
            return None;
        }
        let paints = self.document.drawn.paints.iter();
        let printed = paints.filter(|paint| paint.is_kept || !paint.space.is_registration());
        let others: BTreeSet<String> =
            printed.filter(|paint| !paint.space.is_grey()).map(|paint| paint.space.name()).collect();
        let found = if others.is_empty() {
            Found::met("greys alone")
        } else {
            let others: Vec<String> = others.iter().map(|name| Quote::new(name).to_string()).collect();
            Found::missed(others.join(", "), self.build())
        };
        Some(Found::of(Wish::Inks, "one ink, as greys", found))
    }

    fn folds(&self, cuts: &[Cut]) -> Option<PressLine> {
        let folds = Folds::of(self.press, paper_of(cuts[0].size())?, &cuts[0])?;
        if cuts.len() > 2 {
            return None;
        }
        let wanted = folds.wanted().iter().map(|fold| length(*fold)).collect::<Vec<_>>().join(", ");
        let found = match folds.judge(self.document, cuts) {
            Folded::Otherwise => return None,
            Folded::Over(texts) => {
                Found::missed(format!("{} over a fold", counted(texts, "text")), self.build())
            }
            Folded::Stray(at) => Found::missed(format!("a fold mark at {}", length(at)), self.build()),
            Folded::So => Found::met("no text lies over them"),
        };
        Some(Found::of(Wish::Folds, format!("folds at {wanted}, seen from inside"), found))
    }

    fn bookmarks(&self) -> Option<PressLine> {
        if self.press.has_bookmarks {
            return None;
        }
        let found = if self.document.claims.has_bookmarks {
            Found::missed("there are some", self.build())
        } else {
            Found::met("none")
        };
        Some(Found::of(Wish::Bookmarks, "none", found))
    }

    fn file_name(&self) -> Option<PressLine> {
        let pattern = self.press.file_names.as_ref()?;
        // What we call sheets where both are wanted.
        let is_both = self.press.pages == PressPages::Both;
        let sheets = |stem: &'_ str| stem.strip_suffix(SHEETS).filter(|_| is_both).map(str::to_owned);
        let stem = self.name.strip_suffix(".pdf").or_else(|| self.name.strip_suffix(".PDF"));
        let found = match stem {
            Some(stem) if pattern.takes(stem) || sheets(stem).is_some_and(|stem| pattern.takes(&stem)) => {
                Found::met(self.name)
            }
            _ => Found::missed(self.name, format!("give it another name, or {}", self.build())),
        };
        Some(Found::of(Wish::Name, format!("{}.pdf", pattern.text), found))
    }
}

/// The standard for presses that a file says it keeps, as a report may show it.
fn told_standard(document: &Document) -> Option<String> {
    press_standard(document).map(|name| Quote::new(name).to_string())
}

/// Whether a size is one of whole sixteenths of an inch.
fn is_inches(size: [f64; 2]) -> bool {
    size.iter().all(|side| (side / 4.5 - (side / 4.5).round()).abs() * 4.5 < SLACK)
}

/// So many of something.
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
