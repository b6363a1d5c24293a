//! A file held against a press, wish by wish. In: what was read of the file. Out: lines of what is wanted and what is found.

use std::collections::BTreeSet;

use super::folded::{Folded, Folds};
use super::line::{PressLine, SentFile, Verdict, Wish};
use super::look::{Around, Cut, count_ticks};
use crate::color::Intent;
use crate::fold::paper;
use crate::geom::Abs;
use crate::preflight::checks::paper_of;
use crate::preflight::facts::FileFacts;
use crate::preflight::measure::length;
use crate::preflight::quote::Quote;
use crate::preflight::read::Document;
use crate::spec::{PREVIEW, Press, PressFonts, PressInk, PressMarks, PressPages, PressRow, SHEETS};

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
    /// What is known of it beside what it holds.
    pub(super) file: SentFile<'a>,
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

    pub(super) fn note(text: impl Into<String>, how: impl Into<String>) -> Found {
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
        case.count(&cuts),
        case.size(&cuts),
        case.bleed(&cuts),
        case.marks(&cuts),
        case.standard(),
        case.intent(),
        case.fonts(),
        case.inks(),
        case.plates(),
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
    /// The command that makes the same file for this press; of a file that is not ours, what to ask for, in words.
    pub(super) fn remake(&self, words: impl Into<String>) -> String {
        match self.file.build {
            Some(build) => format!("{build} --press {}", self.press.name),
            None => words.into(),
        }
    }

    /// Whether the press states a row that has a usual value.
    pub(super) fn states(&self, row: PressRow) -> bool {
        self.press.stated.has(row)
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

    /// Of these the one that is nearest to the bleed that a page has; where none is asked for, that one.
    pub(super) fn wanted_bleed(&self, cut: &Cut) -> f64 {
        if !self.states(PressRow::Bleed) {
            return cut.bleed;
        }
        let off = |bleed: &f64| (bleed - cut.bleed).abs();
        let bleeds = self.bleeds(cut.size()).into_iter();
        bleeds.min_by(|one, other| off(one).total_cmp(&off(other))).unwrap_or_default()
    }

    /// The bleed that is wanted of a page of that size, whatever one has.
    pub(super) fn likely_bleed(&self, trim: [f64; 2]) -> f64 {
        self.bleeds(trim).first().copied().unwrap_or_default()
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

    fn marks(&self, cuts: &[Cut]) -> Option<PressLine> {
        if !self.states(PressRow::Marks) {
            return None;
        }
        let drawn = &self.document.drawn;
        let numbered = cuts.iter().zip(1..);
        let around: Vec<Around> =
            numbered.map(|(cut, number)| Around::of(cut, &drawn.beside, number)).collect();
        let sum = |count: fn(&Around) -> usize| around.iter().map(count).sum::<usize>();
        let (cut_lines, others) = (sum(|around| around.cuts), sum(|around| around.others));
        let nearest = around.iter().filter_map(|around| around.nearest).min_by(f64::total_cmp);
        // Who draws them within the page has no TrimBox to tell them by.
        let is_registered = drawn.paints.iter().any(|paint| paint.is_kept && paint.space.is_registration());
        let ticks = count_ticks(cuts, &drawn.ticks);
        let on_page = is_registered || ticks > 0;
        let text = match nearest {
            Some(off) => {
                format!("{cut_lines} crop marks, {others} other marks, {} off the trim", length(off))
            }
            None if ticks > 0 => {
                format!("{} to fold or cut by on the page itself", counted(ticks, "mark"))
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
        let found = if is_met && !is_near {
            Found::met(text)
        } else if self.press.marks == PressMarks::None {
            Found::missed(text, self.remake("save it without marks, as large as its trim with bleed"))
        } else {
            Found::missed(text, self.remake(format!("save it with {wanted}")))
        };
        Some(Found::of(Wish::Marks, wanted, found))
    }

    fn standard(&self) -> Option<PressLine> {
        if !self.states(PressRow::Standard) {
            return None;
        }
        let (told, wanted) = (told_standard(self.document), self.press.standard.name());
        // There is a part of PDF/X-4 whose profile is elsewhere: PDF/X-4p.
        let is_met =
            |told: &str| told == wanted || !self.press.standard.is_opaque() && told.starts_with(wanted);
        let how = || self.remake(format!("save it as {wanted}"));
        let found = match told {
            Some(told) if is_met(&told) => Found::met(told),
            Some(told) => Found::missed(told, how()),
            None => Found::missed("no PDF/X", how()),
        };
        Some(Found::of(Wish::Standard, wanted, found))
    }

    fn intent(&self) -> Option<PressLine> {
        // Who names no condition takes any; PDF/X asks for one.
        let (intent, named) = self.press.intent;
        if named.is_none() && !self.states(PressRow::Standard) {
            return None;
        }
        let told = self.document.claims.press_intent().map(|intent| intent.condition.as_str());
        let is_met = |told: &str| named.is_none() || Intent::of(told) == Some(intent);
        let wanted = named.map_or("an output intent, as PDF/X has".to_owned(), |_| intent.title());
        let asked = named.map_or("the condition that the shop prints by".to_owned(), |_| intent.title());
        let how = || self.remake(format!("save it with {asked} as its output intent"));
        let found = match told {
            Some("") => Found::missed("an intent without a name", how()),
            Some(told) if is_met(told) => Found::met(told_intent(told)),
            Some(told) => Found::missed(told_intent(told), how()),
            None => Found::missed("none", how()),
        };
        Some(Found::of(Wish::Intent, wanted, found))
    }

    fn fonts(&self) -> Option<PressLine> {
        if !self.states(PressRow::Fonts) {
            return None;
        }
        let faces = &self.facts.fonts;
        let bare = faces.iter().filter(|face| !face.embedded).count();
        let text = format!("{}, {} not embedded", counted(faces.len(), "face"), bare);
        let (wanted, found) = match self.press.fonts {
            PressFonts::Outlines if faces.is_empty() => ("outlines", Found::met("no faces")),
            PressFonts::Outlines => {
                ("outlines", Found::missed(text, self.remake("turn all type into outlines")))
            }
            PressFonts::Embedded if bare == 0 => ("all embedded", Found::met(text)),
            PressFonts::Embedded => ("all embedded", Found::missed(text, "embed all faces when you save")),
        };
        Some(Found::of(Wish::Fonts, wanted, found))
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
            Found::missed(others.join(", "), self.remake("turn all colours into greys of one ink"))
        };
        Some(Found::of(Wish::Inks, "one ink, as greys", found))
    }

    /// Where each ink is a file, those of the others lie beside it.
    fn plates(&self) -> Option<PressLine> {
        let inks = self.press.inks.as_ref().filter(|_| self.press.ink == PressInk::Plates)?;
        let words: Vec<String> = inks.file_words().collect();
        let stem = self.file.name.strip_suffix(".pdf").unwrap_or(self.file.name);
        let of_ink = |word: &String| stem.strip_suffix(word.as_str())?.strip_suffix('-').map(str::to_owned);
        let wanted = format!("a file of greys for each ink, ending in -{}.pdf", words.join(".pdf, -"));
        let found = match words.iter().find_map(of_ink) {
            Some(base) => {
                let names = words.iter().map(|word| format!("{base}-{word}.pdf"));
                let absent: Vec<String> =
                    names.filter(|name| name != self.file.name && !self.file.beside.contains(name)).collect();
                if absent.is_empty() {
                    Found::met("all beside this one")
                } else {
                    let missing = format!("no {} beside this one", absent.join(", "));
                    Found::missed(missing, self.remake("ask for the files of the other inks"))
                }
            }
            None if stem.ends_with(&format!("-{PREVIEW}")) => Found::missed(
                "the preview of all inks, which is for people",
                "send the files of the inks, which lie beside it",
            ),
            None => {
                Found::missed("a name that tells no ink", self.remake("ask for a file an ink, named by it"))
            }
        };
        Some(Found::of(Wish::Plates, wanted, found))
    }

    fn folds(&self, cuts: &[Cut]) -> Option<PressLine> {
        let folds = Folds::of(self.press, paper_of(cuts[0].size())?, &cuts[0])?;
        if cuts.len() > 2 {
            return None;
        }
        let wanted = folds.wanted().iter().map(|fold| length(*fold)).collect::<Vec<_>>().join(", ");
        let how = || self.remake(format!("lay the panels out for folds at {wanted}, seen from inside"));
        let found = match folds.judge(self.document, cuts) {
            Folded::Otherwise => return None,
            Folded::Over(texts) => Found::missed(format!("{} over a fold", counted(texts, "text")), how()),
            Folded::Stray(at) => Found::missed(format!("a fold mark at {}", length(at)), how()),
            Folded::So => Found::met("no text lies over them"),
        };
        Some(Found::of(Wish::Folds, format!("folds at {wanted}, seen from inside"), found))
    }

    fn bookmarks(&self) -> Option<PressLine> {
        if self.press.has_bookmarks {
            return None;
        }
        let found = if self.document.claims.has_bookmarks {
            Found::missed("there are some", self.remake("save it without bookmarks"))
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
        let stem = self.file.name.strip_suffix(".pdf").or_else(|| self.file.name.strip_suffix(".PDF"));
        let found = match stem {
            Some(stem) if pattern.takes(stem) || sheets(stem).is_some_and(|stem| pattern.takes(&stem)) => {
                Found::met(self.file.name)
            }
            _ => {
                let rename = "give it a name of that kind";
                let build = self.file.build.map(|_| format!("{rename}, or {}", self.remake("")));
                Found::missed(self.file.name, build.unwrap_or_else(|| rename.to_owned()))
            }
        };
        Some(Found::of(Wish::Name, format!("{}.pdf", pattern.text), found))
    }
}

/// The standard for presses that a file says it keeps, as a report may show it.
fn told_standard(document: &Document) -> Option<String> {
    document.claims.press_standard().map(|name| Quote::new(name).to_string())
}

/// A printing condition that a file names, as a report may show it: as shops call it, if it is known.
fn told_intent(told: &str) -> String {
    Intent::of(told).map_or_else(|| Quote::new(told).to_string(), Intent::title)
}

/// Whether a size is one of whole sixteenths of an inch.
fn is_inches(size: [f64; 2]) -> bool {
    size.iter().all(|side| (side / 4.5 - (side / 4.5).round()).abs() * 4.5 < SLACK)
}

/// So many of something.
pub(super) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
