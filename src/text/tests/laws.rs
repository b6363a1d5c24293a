//! Laws that hold for any text.

use proptest::prelude::*;

use crate::color::Color;
use crate::frame::{LineEnd, NodeId, Passage};
use crate::geom::{Abs, Em};
use crate::script::{Breaking, Typography};
use crate::style::{Align, LineStyle, ParagraphStyle};
use crate::text::testing::{BOOK, locale, plain};
use crate::text::{BreakOptions, Line, Paragraph, Shaper, break_lines, prepare, set_line};

const TAGS: &[&str] = &["en", "fr", "es", "tl", "ko", "th", "zh-Hans", "zh-Hant", "ar"];

/// Texts of what leaflets are made of: all scripts mixed, and the marks that matter to lines.
fn mixed_texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(" ".to_owned()),
        Just("\u{2028}".to_owned()),
        Just("\u{ad}".to_owned()),
        "[a-zà-ÿ’-]{1,12}",
        "[0-9.,%-]{1,8}",
        "[一-俿，。《》“”…—·]{1,8}",
        "[가-깋]{1,5}",
        "[ก-ฮะ-ฺเ-๎]{1,9}",
        "[ا-ي]{1,6}",
        Just("https://a.org/b?c=d".to_owned()),
        "[\\x20-\\x7e]{1,6}",
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn prepared(tag: &str, text: &str, display: bool) -> Option<Paragraph> {
    let style = ParagraphStyle { display, ..ParagraphStyle::default() };
    let locale = locale(tag);
    let typography = Typography::of(&locale);
    prepare(&mut Shaper::new(&BOOK, &locale, &typography), &plain(text), &style).ok()
}

/// Lines tile the text and keep to the measure; each cluster is set once, none is split.
fn check_lines(
    paragraph: &Paragraph,
    lines: &[Line],
    measure: f64,
    align: Align,
) -> Result<(), TestCaseError> {
    let text = &paragraph.text.text;
    let mut at = 0;
    for line in lines {
        prop_assert_eq!(line.text.start, at);
        prop_assert!(line.text.end > at && text.is_char_boundary(line.text.end));
        at = line.text.end;
        let set = check_set_line(paragraph, line, measure, align)?;
        // What shrinks is wider before it is set: flush lines, and marks in squares.
        let shrinks = align == Align::Justify || paragraph.rules.breaking == Breaking::Ideographs;
        let widest = if shrinks { set } else { set.max(line.width.to_em()) };
        prop_assert!(widest <= measure + 1e-5 || one_cluster(paragraph, line), "{widest} {measure}");
    }
    prop_assert_eq!(at, text.len());
    prop_assert_eq!(lines.last().map(|line| line.end), (!text.is_empty()).then_some(LineEnd::Paragraph));
    Ok(())
}

/// Whether a line holds a single grapheme cluster, which may be wider than its measure.
fn one_cluster(paragraph: &Paragraph, line: &Line) -> bool {
    let inside = |at: usize| at > line.text.start && at < line.text.end;
    let shown = paragraph.text.text[line.text.clone()].trim_end().trim_end_matches('\u{ad}');
    let trimmed = line.text.start + shown.len();
    let starts = paragraph.shaped.clusters.iter().zip(&paragraph.starts);
    !starts
        .into_iter()
        .any(|(cluster, grapheme)| *grapheme && inside(cluster.text.start) && cluster.text.start < trimmed)
}

/// The runs of a set line, by where they come from, tile its text; each holds its own, cluster by cluster. Gives its width
/// in em.
fn check_set_line(
    paragraph: &Paragraph,
    line: &Line,
    measure: f64,
    align: Align,
) -> Result<f64, TestCaseError> {
    let size = Abs::pt(10.0);
    let style = LineStyle { size, leading: Abs::pt(13.5), align, color: Color::BLACK };
    let passage = Passage { node: NodeId(3), paragraph: 1, start: 100, links: 0 };
    let set = set_line(paragraph, line, size * measure, &style, Some(passage));
    let mut tiles: Vec<_> =
        set.runs.iter().filter_map(|(_, run)| Some(run.origin.as_ref()?.text.clone())).collect();
    tiles.sort_by_key(|text| text.start);
    let mut at = 100 + line.text.start;
    for text in tiles {
        prop_assert_eq!(text.start, at);
        at = text.end;
    }
    prop_assert_eq!(at, 100 + line.text.end);
    for (_, run) in &set.runs {
        let origin = run.origin.as_ref().expect("the paragraph is of a node");
        prop_assert_eq!(&run.text, &paragraph.text.text[origin.text.start - 100..origin.text.end - 100]);
        let backward = run.runs_backward();
        let mut clusters: Vec<_> = run.glyphs.iter().map(|glyph| glyph.cluster.clone()).collect();
        clusters.dedup();
        if backward {
            clusters.reverse();
        }
        prop_assert!(clusters.windows(2).all(|pair| pair[0].end <= pair[1].start));
        prop_assert!(clusters.iter().all(|c| run.text.get(c.clone()).is_some()));
    }
    Ok(set.width / size)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_tile_the_paragraph_within_the_measure(
        text in mixed_texts(),
        tag in prop::sample::select(TAGS),
        measure in 0.5..30.0_f64,
        align in prop::sample::select(&[Align::Start, Align::Justify, Align::Center][..]),
        display in any::<bool>(),
    ) {
        let paragraph = prepared(tag, &text, display).expect("the shipped faces have all of it");
        let lines = break_lines(&paragraph, Em::new(measure), &BreakOptions { align, display, ..BreakOptions::default() });
        check_lines(&paragraph, &lines, measure, align)?;
    }

    #[test]
    fn no_text_panics(text in any::<String>(), tag in prop::sample::select(TAGS), measure in 0.0..30.0_f64) {
        if let Some(paragraph) = prepared(tag, &text, false) {
            let lines = break_lines(&paragraph, Em::new(measure), &BreakOptions::default());
            prop_assert_eq!(lines.last().map_or(0, |line| line.text.end), paragraph.text.text.len());
        }
    }
}
