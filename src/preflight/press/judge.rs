//! A file held against a press, wish by wish. In: what was read of the file. Out: lines of what is wanted and what is found.

use super::folded::{crossed, fold_places, stray_mark};
use super::line::{PressLine, Verdict, Wish};
use super::look::{Around, Cut, Imposed, find_imposed, length, size, text_margin};
use crate::fold::paper;
use crate::geom::Abs;
use crate::preflight::checks::paper_of;
use crate::preflight::facts::{FileFacts, press_standard};
use crate::preflight::quote::Quote;
use crate::preflight::read::Document;
use crate::spec::{Press, PressFonts, PressMarks, PressPages, PressSplit};

/// What may be lost to rounding, in points: two hundredths of a millimetre.
const SLACK: f64 = 0.057;
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
struct Found {
    verdict: Verdict,
    text: String,
    how: Option<String>,
}

impl Found {
    fn met(text: impl Into<String>) -> Found {
        Found { verdict: Verdict::Met, text: text.into(), how: None }
    }

    fn note(text: impl Into<String>, how: impl Into<String>) -> Found {
        Found { verdict: Verdict::Note, text: text.into(), how: Some(how.into()) }
    }

    fn missed(text: impl Into<String>, how: impl Into<String>) -> Found {
        Found { verdict: Verdict::Missed, text: text.into(), how: Some(how.into()) }
    }

    fn of(wish: Wish, wanted: impl Into<String>, found: Found) -> PressLine {
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

    /// The bleed that is wanted of a page, in points. Which layout it is nobody can tell from a file, but for one card a page.
    fn wanted_bleed(&self, trim: [f64; 2]) -> f64 {
        let known = paper_of(trim).and_then(paper);
        let is_card = known.is_none() && trim[0].max(trim[1]) < 300.0;
        let is_metric =
            known.map_or_else(|| !is_inches(trim), |paper| paper.bleed.to_pt() < USUAL_BLEED[0] - SLACK);
        let usual = Abs::pt(USUAL_BLEED[usize::from(is_metric)]);
        self.press.bleed_of(if is_card { "card" } else { "" }, usual).to_pt()
    }

    /// Where each page is cut.
    fn cuts(&self) -> Vec<Cut> {
        let pages = self.document.pages.iter();
        let cut = pages.map(|page| {
            let size = page.boxes.media_size();
            // Of a page that tells no trim, what its paper would be bled by is tried.
            let by_trim = if page.boxes.has_trim { page.boxes.trim_size() } else { size };
            let tried = Cut::of(page, self.wanted_bleed(by_trim));
            Cut::of(page, self.wanted_bleed(tried.size()))
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
        let exact = |cut: &Cut| cut.size().map(|side| side + self.wanted_bleed(cut.size()) * 2.0);
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
        let short = |cut: &&Cut| cut.bleed < self.wanted_bleed(cut.size()) - SLACK;
        let long = |cut: &&Cut| cut.bleed > self.wanted_bleed(cut.size()) + SLACK;
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
        Found::of(Wish::Bleed, format!("{} on all sides", length(self.wanted_bleed(cut.size()))), found)
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

    fn ink(&self) -> Option<PressLine> {
        let most = self.press.limits.ink?;
        let found = match self.facts.ink {
            Some(ink) if ink > most + 0.5 => Found::missed(
                format!("{ink:.0} %"),
                "use lighter colours, or have pictures converted for less ink",
            ),
            Some(ink) => Found::met(format!("{ink:.0} %")),
            None => Found::met("none in inks"),
        };
        Some(Found::of(Wish::Ink, format!("{most:.0} % at most"), found))
    }

    fn line(&self) -> Option<PressLine> {
        let least = self.press.limits.line?.to_pt();
        let drawn = &self.document.drawn;
        let bare = drawn.pages.iter().any(|page| page.has_bare_line).then_some(0.0);
        let thinnest = drawn.lines.iter().map(|line| line.width).chain(bare).min_by(f64::total_cmp);
        let found = match thinnest {
            Some(width) if width < least * 0.99 => Found::missed(
                format!("{width:.2} pt"),
                "draw lines wider: in a look or layout, or in the drawing",
            ),
            Some(width) => Found::met(format!("{width:.2} pt")),
            None => Found::met("no lines"),
        };
        Some(Found::of(Wish::Line, format!("{least:.2} pt or more"), found))
    }

    fn type_size(&self) -> Option<PressLine> {
        let least = self.press.limits.type_size?.to_pt();
        let found = match &self.facts.smallest {
            Some(smallest) if smallest.size < least - 0.01 => Found::missed(
                format!("{:.2} pt on page {}", smallest.size, smallest.page),
                "take a layout with more room, fewer words, or a larger size in the look",
            ),
            Some(smallest) => Found::met(format!("{:.2} pt", smallest.size)),
            None => Found::met("no text"),
        };
        Some(Found::of(Wish::Type, format!("{least:.2} pt or more inside the trim"), found))
    }

    fn knockout(&self) -> Option<PressLine> {
        let least = self.press.limits.knockout?.to_pt();
        let left_out = self.document.drawn.texts.iter().filter(|text| text.is_kept && text.is_left_out);
        let found = match left_out.map(|text| text.size).min_by(f64::total_cmp) {
            Some(size) if size < least - 0.01 => {
                Found::missed(format!("{size:.2} pt"), "set such text larger, or in black on a light field")
            }
            Some(size) => Found::met(format!("{size:.2} pt")),
            None => Found::met("none"),
        };
        Some(Found::of(Wish::Type, format!("{least:.2} pt or more where text is left out of a field"), found))
    }

    fn safe(&self, cuts: &[Cut]) -> Option<PressLine> {
        let least = self.press.limits.safe?.to_pt();
        let pages = cuts.iter().zip(1..);
        let margins = pages.filter_map(|(cut, page)| Some((text_margin(self.document, cut, page)?, page)));
        let found = match margins.min_by(|one, other| one.0.total_cmp(&other.0)) {
            Some((margin, page)) if margin < least - SLACK => Found::missed(
                format!("text {} from the edge of page {page}", length(margin)),
                "give the panels of the layout wider insets",
            ),
            Some((margin, _)) => Found::met(length(margin)),
            None => Found::met("no text"),
        };
        Some(Found::of(Wish::Safe, format!("{} or more from the trim to text", length(least)), found))
    }

    fn folds(&self, cuts: &[Cut]) -> Option<PressLine> {
        let trim = cuts[0].size();
        let sheet = paper_of(trim)?;
        let of_paper = self.press.folds.by_paper().filter(|(paper, _)| *paper == sheet);
        let folds: Vec<Vec<f64>> = of_paper.map(|(_, widths)| fold_places(widths)).collect();
        let (first, is_two) = (folds.first()?, cuts.len() <= 2);
        let wanted = first.iter().map(|fold| length(*fold)).collect::<Vec<_>>().join(", ");
        if !is_two {
            return None;
        }
        let crossed = folds.iter().map(|folds| crossed(self.document, cuts, folds)).min().unwrap_or_default();
        let strays =
            folds.iter().filter_map(|folds| stray_mark(&self.document.drawn.beside, &cuts[0], folds));
        let stray = strays.min_by(f64::total_cmp);
        let found = if crossed > 0 {
            Found::missed(format!("{} over a fold", counted(crossed, "text")), self.build())
        } else if let Some(at) = stray {
            Found::missed(format!("a fold mark at {}", length(at)), self.build())
        } else {
            Found::met("no text lies over them")
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
        let stem = self.name.strip_suffix(".pdf").or_else(|| self.name.strip_suffix(".PDF"));
        let found = match stem {
            Some(stem) if pattern.takes(stem) => Found::met(self.name),
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
