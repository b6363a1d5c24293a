//! Text → operators. A run's glyphs are placed by the file's own integer widths and what corrects them.

use std::ops::Range;

use printpdf::{DictItem, Op};

use crate::color::{Color, Paint};
use crate::frame::TextRun;
use crate::geom::{Abs, Affine, Point};

use super::fonts::{Code, Embedded};
use super::marked::{Owner, Within};
use super::page::{Overprint, Painter};
use super::paint::narrow;
use super::pen::{Pen, text_matrix, thousandths};
use super::reading::{Cluster, clusters};

/// How far a glyph within a reversed word may be off, in thousandths of an em: less than 0.02 mm in a title of 18 pt.
const SLACK: f64 = 3.0;

impl<'a> Painter<'a> {
    /// Shows a run.
    pub(super) fn text(&mut self, run: &'a TextRun, to_page: &Affine, within: Within) {
        let Some(face) = self.means.faces.get(&run.font) else { return };
        if !self.state.in_text {
            self.end_mark();
            self.page.ops.push(Op::StartTextSection);
            self.state.in_text = true;
        }
        let all: Vec<Cluster> = clusters(run).collect();
        let (owner, text) = self.owner(run, within);
        if let Some(origin) = &run.origin {
            let at = origin.text.start;
            let top = to_page.apply(Point::new(Abs::ZERO, -face.face.ascent.at(run.size)));
            let start = self.page.starts.entry(origin.node).or_insert((at, top));
            // Its parts may be painted in any order.
            if at < start.0 {
                *start = (at, top);
            }
        }
        let paint = run.color.paint_text(run.ground.middle, self.means.output);
        let reads_right = |cluster: &Cluster| face.beside(cluster).is_none();
        let mut parts: Vec<&[Cluster]> = all.chunk_by(|a, b| reads_right(a) && reads_right(b)).collect();
        let reversed = run.runs_backward() && matches!(owner, Owner::Read(_));
        if reversed {
            parts = parts.into_iter().flat_map(|part| strings(part, face)).collect();
        }
        let slack = if reversed { SLACK } else { 0.0 };
        let mut pen = Pen { start: Some(text_matrix(to_page)), slack, ..Pen::default() };
        for (&span, part) in parts.iter().zip(tiles(&parts, &text)) {
            let actual = face.beside(&span[0]);
            match actual {
                Some(actual) => self.begin_actual(owner, part, actual),
                None if reversed => self.begin_reversed(owner, part),
                None => self.begin_mark(owner, part),
            }
            self.font(run, face);
            self.overprint(match paint == Paint::Cmyk(Color::BLACK.cmyk) {
                true => Overprint::On,
                false => Overprint::Off,
            });
            self.fill(paint);
            for cluster in span {
                self.show(cluster, run, &mut pen);
            }
            self.flush(&mut pen);
            if actual.is_some() {
                self.end_actual(owner);
            } else if reversed {
                self.end_reversed();
            }
        }
    }

    /// Adds a cluster to what is to be shown.
    fn show(&mut self, cluster: &Cluster, run: &TextRun, pen: &mut Pen) {
        let face = &self.means.faces[&run.font];
        let start = pen.wanted;
        for Code { code, offset: (right, up), advance } in face.codes(cluster) {
            self.rise(up.at(run.size), pen);
            pen.meet(right);
            pen.show(code, face.width(code));
            pen.wanted += thousandths(advance);
        }
        // A silent cluster shows nothing, yet may be wide.
        pen.wanted = start + thousandths(cluster.advance());
    }

    fn rise(&mut self, up: Abs, pen: &mut Pen) {
        let rise = narrow(up.to_pt());
        if rise != self.state.rise {
            self.flush(pen);
            self.page.ops.push(Op::SetLineOffset { multiplier: rise });
            self.state.rise = rise;
        }
    }

    fn flush(&mut self, pen: &mut Pen) {
        pen.close();
        if !pen.items.is_empty() {
            if let Some(matrix) = pen.start.take() {
                self.page.ops.push(Op::SetTextMatrix { matrix });
            }
            let items = std::mem::take(&mut pen.items);
            self.page.ops.push(Op::Unknown { key: "TJ".to_owned(), value: vec![DictItem::Array(items)] });
        }
    }

    fn font(&mut self, run: &TextRun, face: &Embedded) {
        if self.state.font != Some((run.font, run.size)) {
            // printpdf's own operator would ask for a face that printpdf was given.
            let name = DictItem::Name(face.resource.clone().into_bytes());
            let value = vec![name, DictItem::Real(narrow(run.size.to_pt()))];
            self.page.ops.push(Op::Unknown { key: "Tf".to_owned(), value });
            self.state.font = Some((run.font, run.size));
        }
    }
}

/// Clusters in pieces that are a string each: words with the space before them, as they stand, or less where a viewer's
/// place must be corrected within a word.
fn strings<'a, 'c>(clusters: &'a [Cluster<'c>], face: &Embedded) -> Vec<&'a [Cluster<'c>]> {
    let mut pen = Pen { slack: SLACK, ..Pen::default() };
    let mut starts = Vec::new();
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
    let ends = starts.iter().copied().chain([clusters.len()]);
    let starts = [0].into_iter().chain(starts.iter().copied());
    starts.zip(ends).map(|(start, end)| &clusters[start..end]).collect()
}

/// The bytes of each part of a run, which tile the run's `text`. Parts stand in visual order; an added hyphen is of none.
fn tiles(parts: &[&[Cluster]], text: &Range<usize>) -> Vec<Range<usize>> {
    let shown = |part: &[Cluster]| {
        part.iter()
            .map(|cluster| cluster.range)
            .filter(|range| !range.is_empty())
            .min_by_key(|range| range.start)
            .map_or(text.len(), |range| range.start)
    };
    let starts: Vec<usize> = parts.iter().map(|part| shown(part)).collect();
    let first = starts.iter().min().copied().unwrap_or_default();
    let tile = |&start: &usize| {
        let end =
            starts.iter().filter(|&&next| next > start).min().map_or(text.end, |next| text.start + next);
        let start = if start == first { text.start } else { text.start + start };
        start..end
    };
    starts.iter().map(tile).collect()
}
