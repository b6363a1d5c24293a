//! Text → operators. A run's glyphs are placed by the file's own integer widths and what corrects them.

use std::ops::Range;

use crate::color::{Color, Paint, TypeInks};
use crate::frame::{Met, TextRun};
use crate::geom::{Abs, Affine, Point};

use super::content::{Content, Overprint, Properties};
use super::fonts::{Code, Embedded};
use super::marked::{Owner, Painter, actual_text};
use super::numbers::narrow;
use super::page::{Artifact, Start};
use super::pen::{Pen, thousandths};
use super::reading::{Cluster, clusters};

/// How far a glyph within a reversed word may be off, in thousandths of an em: less than 0.02 mm in a title of 18 pt.
const SLACK: f64 = 3.0;

/// Shows a run; what no node reads is an artifact of that kind where no group around it says more.
pub(super) fn show_run<'a>(
    painter: &mut Painter<'a>,
    run: &'a TextRun,
    met: &Met<'a, '_>,
    else_is: Artifact,
) {
    let Some(face) = painter.means.faces.get(&run.font) else { return };
    painter.content.enter_text();
    if let Some(origin) = met.origin(run) {
        let top = met.placed.apply(Point::new(Abs::ZERO, -face.face.ascent.at(run.size)));
        let own = Start { byte: origin.text.start, top };
        painter.page.note_start(origin.node, own);
    }
    let (owner, text) = Owner::of_run(run, met, &painter.means, else_is);
    let all: Vec<Cluster> = clusters(run).collect();
    let reads_right = |cluster: &Cluster| face.beside(cluster).is_none();
    let mut parts: Vec<&[Cluster]> = all.chunk_by(|a, b| reads_right(a) && reads_right(b)).collect();
    let reversed = run.runs_backward() && matches!(owner, Owner::Read(_));
    if reversed {
        parts = parts.into_iter().flat_map(|part| strings_of(part, face)).collect();
    }
    let (output, inks) = (painter.means.target.output, TypeInks::of(run.size, face.weight));
    if !run.color.has_type(run.ground.middle, output, inks) {
        return;
    }
    let paint = run.color.paint_text(run.ground.middle, output, inks);
    let slack = if reversed { SLACK } else { 0.0 };
    let mut line = Line { run, face, paint, to_page: &met.placed, pen: Pen::new(slack), started: false };
    for (part, text) in parts.iter().zip(tiles(&parts, &text)) {
        match (owner, face.beside(&part[0])) {
            (Owner::Read(mark), Some(actual)) => {
                painter.mark_actual(mark, text, actual);
                line.show(part, &mut painter.content);
            }
            (Owner::Read(mark), None) if reversed => {
                painter.mark_alone(mark, text);
                let content = &mut painter.content;
                content.nest("ReversedChars", Properties::new(), |content| line.show(part, content));
            }
            (_, None) => {
                painter.mark(owner, text);
                line.show(part, &mut painter.content);
            }
            (Owner::Unread(_), Some(actual)) => {
                painter.mark(owner, text);
                let content = &mut painter.content;
                content.nest("Span", actual_text(actual), |content| line.show(part, content));
            }
        }
    }
}

/// A run that is being shown, part by part.
struct Line<'a> {
    run: &'a TextRun,
    face: &'a Embedded<'a>,
    paint: Paint,
    to_page: &'a Affine,
    pen: Pen,
    /// Whether something of it was shown, so that the viewer's place is known.
    started: bool,
}

impl Line<'_> {
    fn show(&mut self, clusters: &[Cluster], content: &mut Content) {
        content.font(&self.face.resource, self.run.size);
        // Black lies over what is below it, so that no white shows around it where plates don't meet.
        let is_black = self.paint == Paint::Cmyk(Color::BLACK.cmyk);
        content.overprint(if is_black { Overprint::On } else { Overprint::Off });
        content.fill(self.paint);
        for cluster in clusters {
            let start = self.pen.wanted;
            for Code { code, offset: (right, up), advance } in self.face.codes(cluster) {
                self.rise(up.at(self.run.size), content);
                self.pen.meet(right);
                self.pen.show(code, self.face.width(code));
                self.pen.wanted += thousandths(advance);
            }
            // A silent cluster shows nothing, yet may be wide.
            self.pen.wanted = start + thousandths(cluster.advance());
        }
        self.flush(content);
    }

    fn rise(&mut self, up: Abs, content: &mut Content) {
        let rise = narrow(up.to_pt());
        if rise != content.rise() {
            self.flush(content);
            content.set_rise(rise);
        }
    }

    fn flush(&mut self, content: &mut Content) {
        let strings = self.pen.take();
        if !strings.is_empty() {
            if !std::mem::replace(&mut self.started, true) {
                content.text_matrix(self.to_page);
            }
            content.show(strings);
        }
    }
}

/// Clusters in pieces that are a string each: words with the space before them, as they stand, or less where a viewer's
/// place must be corrected within a word.
fn strings_of<'a, 'c>(clusters: &'a [Cluster<'c>], face: &Embedded) -> Vec<&'a [Cluster<'c>]> {
    let mut pen = Pen::new(SLACK);
    let mut starts = vec![0];
    for (at, cluster) in clusters.iter().enumerate() {
        let codes = face.codes(cluster);
        let first = codes.first().map(|code| code.offset.0);
        if at > 0 && (cluster.text == " " || first.is_some_and(|right| pen.parts(right))) {
            starts.push(at);
            pen.close();
        }
        for Code { code, offset: (right, _), .. } in codes {
            pen.meet(right);
            pen.show(code, face.width(code));
        }
        pen.wanted += thousandths(cluster.advance());
    }
    let ends = starts.iter().skip(1).copied().chain([clusters.len()]);
    starts.iter().zip(ends).map(|(&start, end)| &clusters[start..end]).collect()
}

/// The bytes of each part of a run, which tile the run's `text`. Parts stand in visual order; an added hyphen is of none.
fn tiles(parts: &[&[Cluster]], text: &Range<usize>) -> Vec<Range<usize>> {
    let first_byte = |part: &&[Cluster]| {
        let shown = part.iter().map(|cluster| cluster.range).filter(|range| !range.is_empty());
        shown.map(|range| range.start).min().unwrap_or(text.len())
    };
    let starts: Vec<usize> = parts.iter().map(first_byte).collect();
    let first = starts.iter().min().copied().unwrap_or_default();
    let tile = |&start: &usize| {
        let next = starts.iter().filter(|&&next| next > start).min();
        let end = next.map_or(text.end, |next| text.start + next);
        if start == first { text.start..end } else { text.start + start..end }
    };
    starts.iter().map(tile).collect()
}
