//! The fewest lines that hold a paragraph, whatever they cost. In: a paragraph and a measure. Out: a number that no way to
//! break it is below, told in a small part of the time that the best way takes.

use crate::geom::Em;
use crate::text::cost::{LineFit, MOST_TAKEN_BACK, Model};
use crate::text::measure::{BreakOptions, Measures};
use crate::text::paragraph::Paragraph;
use crate::text::stop::Stop;
use crate::text::stops::{candidate_line, stops_by_stretch};

/// A number of lines that `break_lines` does not come below.
pub fn fewest_lines<'m>(
    paragraph: &Paragraph,
    measure: impl Into<Measures<'m>>,
    options: &BreakOptions,
) -> usize {
    let measures = measure.into();
    let widest = measures.first.iter().copied().fold(measures.rest, Em::max);
    let model = match Model::for_options(options) {
        // A heading of too many lines is set ragged, and what may shrink there does.
        Model::Balanced | Model::Ragged => Model::Ragged,
        Model::Justified => Model::Justified,
    };
    let stretches = stops_by_stretch(paragraph, &measures, options.align);
    let reach = |stops: &[Stop], from: usize, known: usize| {
        let mut reach = known.max(from + 1);
        for to in reach + 1..stops.len() {
            let natural = candidate_line(paragraph, &stops[from], &stops[to], options.align);
            let last = to + 1 == stops.len();
            let fit = LineFit { width: natural.width, glue: natural.glue, measure: widest, last };
            if fit.fits(model) {
                reach = to;
            } else if fit.narrowest() > fit.measure + MOST_TAKEN_BACK {
                break;
            }
        }
        reach
    };
    stretches
        .iter()
        .map(|stops| fewest_of_stretch(stops.len() - 1, |from, known| reach(stops, from, known)))
        .sum()
}

/// The fewest lines to the stop `last`. `reach` is the furthest stop to which a line from a stop comes, or the one known
/// before where that is further. A line that starts later may come less far, for what is set anew at its ends: each line is
/// taken to come as far as any that starts no later does, so that to go as far as possible is never too far.
fn fewest_of_stretch(last: usize, reach: impl Fn(usize, usize) -> usize) -> usize {
    let (mut at, mut known, mut seen, mut lines) = (0, 0, 0, 0);
    while at < last {
        while seen <= at {
            known = reach(seen, known);
            seen += 1;
        }
        at = known.min(last);
        lines += 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Align;
    use crate::text::break_lines;
    use crate::text::testing::{body, paragraph, plain};

    #[test]
    fn no_way_to_break_has_fewer_lines() {
        let english =
            "We are a clinic by and for sex workers: no questions, no names, and nobody is turned away. ";
        for (tag, text) in [
            ("en", english.repeat(3)),
            ("es", "Las trabajadoras sexuales tienen derecho a la salud y a la seguridad. ".repeat(3)),
            ("zh-Hans", "我们是由性工作者开办的诊所，“不问姓名”，不收费（任何人都可以来）。".repeat(3)),
            ("th", "คลินิกนี้เปิดทุกวันและไม่มีค่าใช้จ่ายสำหรับทุกคน ".repeat(3)),
            ("ko", "저희는 성노동자가 운영하는 진료소입니다(누구나 올 수 있습니다). ".repeat(3)),
            ("en", "a\u{ad}".repeat(300)),
            ("en", "a漢".repeat(150)),
            ("en", "-".repeat(200)),
        ] {
            for display in [false, true] {
                let style = crate::style::ParagraphStyle { display, ..Default::default() };
                let shaped = paragraph(tag, &plain(&text), &style);
                for align in [Align::Start, Align::Justify] {
                    let options = BreakOptions { align, display, ..BreakOptions::default() };
                    for measure in (2..60).map(|step| Em::new(f64::from(step) * 0.7)) {
                        let fewest = fewest_lines(&shaped, measure, &options);
                        let lines = break_lines(&shaped, measure, &options).len();
                        assert!(fewest <= lines, "{tag} {align:?} {display} {measure:?}: {fewest} {lines}");
                        assert!(
                            lines <= fewest + 2 + fewest / 3 || measure < Em::new(12.0),
                            "{tag} {measure:?}: {fewest} {lines}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_text_without_words_has_no_lines() {
        assert_eq!(fewest_lines(&body("en", ""), Em::new(9.0), &BreakOptions::default()), 0);
    }
}
