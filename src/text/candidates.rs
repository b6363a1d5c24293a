//! The lines of which the best ones are chosen. In: stops, measures, a model of what lines cost. Out: the lines that may start at a stop.

use crate::geom::Em;
use crate::script::Runt;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::cost::{BLANK_AT_LAST, LEANING, LineFit, MOST_TAKEN_BACK, Model, runt_demerits};
use crate::text::measure::Measures;
use crate::text::paragraph::Paragraph;
use crate::text::stop::Stop;
use crate::text::stops::candidate_line;

/// The most lines from one stop that are longer than another one and end no worse, for that one to be tried, too (H). No
/// column of words or of Chinese has so many lines more than half full; narrow letters with a place to break at each have
/// hundreds.
const MOST_RIVALS: usize = 24;

/// The most by which a line is wider than the clusters on it (H): a hyphen, letters shaped anew at both ends, the blank half of a
/// square.
const MOST_ADDED: Em = Em::new(2.0);

/// A line that may start at a stop.
pub(crate) struct NextLine {
    /// The stop at which it ends.
    pub(crate) to: usize,
    /// How it fits its measure.
    pub(crate) fit: LineFit,
}

/// A stretch between forced line ends, and what its lines are to be like.
#[derive(Clone, Copy)]
pub(crate) struct Candidates<'p> {
    /// What it is of.
    pub(crate) paragraph: &'p Paragraph,
    /// Where its lines may end; the first is where it starts.
    pub(crate) stops: &'p [Stop],
    /// How wide lines may be.
    pub(crate) measures: &'p Measures<'p>,
    /// How many lines the stretches before have.
    pub(crate) done: usize,
    /// By what lines are judged.
    pub(crate) model: Model,
    /// How they are aligned.
    pub(crate) align: Align,
}

impl Candidates<'_> {
    /// How the line between two stops fits its measure; `line` counts from the first of the stretch.
    pub(crate) fn line_fit(&self, from: usize, to: usize, line: usize) -> LineFit {
        let natural = candidate_line(self.paragraph, &self.stops[from], &self.stops[to], self.align);
        LineFit {
            width: natural.width,
            glue: natural.glue,
            measure: self.measures.line_measure(self.done + line),
            last: to + 1 == self.stops.len(),
        }
    }

    /// The fewest lines that hold the stretch, found by making each as long as it can be.
    ///
    /// First fit takes no line too many as long as a line that starts later also reaches as far, which shaping at line ends
    /// may break by the width of a hyphen. It is safe even then: there is a path of that many lines, the one found here, so
    /// `Solver::solve` does not come out empty. At worst a heading has one line more than it could have.
    pub(crate) fn fewest(&self) -> usize {
        let (mut from, mut lines, mut found) = (0, 0, Vec::new());
        while from + 1 < self.stops.len() {
            self.next(from, lines, &mut found);
            from = found.last().map_or(from + 1, |next| next.to);
            lines += 1;
        }
        lines
    }

    /// Finds the lines that may start at a stop, the shortest first: those that fit. Where none does, the line to the next stop.
    pub(crate) fn next(&self, from: usize, line: usize, found: &mut Vec<NextLine>) {
        // Lines less than half full are only worth a look in a heading, and where a paragraph ends.
        let half = self.measures.line_measure(self.done + line) / 2.0;
        let half_full = |next: &NextLine| next.fit.width >= half;
        found.clear();
        if self.model != Model::Balanced {
            self.add_lines(from, self.about_half_full(from, half), line, found);
        }
        if found.iter().any(half_full) {
            found.retain(|next| next.fit.last || half_full(next));
            self.leave_out_rivalled(found);
        } else {
            found.clear();
            self.add_lines(from, from + 1, line, found);
        }
        if found.is_empty() {
            let to = from + 1;
            found.push(NextLine { to, fit: self.line_fit(from, to, line) });
        }
    }

    /// Adds the lines from a stop that fit and end at another one or after it, the shortest first.
    fn add_lines(&self, from: usize, least: usize, line: usize, found: &mut Vec<NextLine>) {
        for to in least..self.stops.len() {
            let fit = self.line_fit(from, to, line);
            if fit.fits(self.model) {
                found.push(NextLine { to, fit });
            } else if fit.narrowest() > fit.measure + MOST_TAKEN_BACK {
                break;
            }
        }
    }

    /// A stop before which no line from another one is half full. Sums of advances alone are compared: a patch or an edge makes a
    /// line wider by less than `MOST_ADDED`.
    fn about_half_full(&self, from: usize, half: Em) -> usize {
        let sums = &self.paragraph.sums;
        let start = sums[self.stops[from].cluster];
        let is_short = |stop: &Stop| {
            let end = sums[stop.visible];
            end.advance - start.advance + (end.glue - start.glue).gap + MOST_ADDED < half
        };
        from + 1 + self.stops[from + 1..].partition_point(is_short)
    }

    /// Leaves out lines that are short beside many others from the same stop, `found` the shortest first.
    fn leave_out_rivalled(&self, found: &mut Vec<NextLine>) {
        if found.len() <= MOST_RIVALS {
            return;
        }
        let class = |next: &NextLine| self.stops[next.to].class;
        // The classes of the longest lines that are kept.
        let mut kept: Vec<BreakClass> = Vec::new();
        let mut out = Vec::new();
        for next in found.drain(..).rev() {
            if kept.iter().filter(|kept| **kept <= class(&next)).count() < MOST_RIVALS {
                kept.push(class(&next));
                out.push(next);
            }
        }
        found.extend(out.into_iter().rev());
    }

    /// What a line costs besides for where it ends: a last word that leans on the next one, a runt.
    pub(crate) fn blemish_demerits(&self, from: usize, to: usize, fit: &LineFit) -> f64 {
        let leaning = if self.stops[to].leaning { LEANING } else { 0.0 };
        let is_short = fit.last && from > 0 && fit.blank_share() > BLANK_AT_LAST;
        leaning + if is_short || self.is_stub(from, fit) { runt_demerits(self.model) } else { 0.0 }
    }

    /// Whether a line from a stop on is a last one after others, with less on it than the script asks for.
    pub(crate) fn is_stub(&self, from: usize, fit: &LineFit) -> bool {
        fit.last && from > 0 && self.leaves_runt(from)
    }

    /// Whether what is left from a stop on is less than a last line should hold.
    fn leaves_runt(&self, from: usize) -> bool {
        let end = self.stops[self.stops.len() - 1].at;
        let text = &self.paragraph.text.text[self.stops[from].at..end];
        match self.paragraph.rules.runt {
            Runt::Letters(least) => text.chars().filter(|c| c.is_alphanumeric()).take(least).count() < least,
            Runt::Words(least) => self.stops.len() - 1 - from < least,
        }
    }
}
