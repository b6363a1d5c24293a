//! Puts into a text the marks and spaces that its script and language ask for. In: rich text and its locale. Out: rich
//! text, marks and isolates moved along.

use std::ops::Range;

use crate::content::{Mark, RichText};
use crate::locale::Locale;
use crate::script::{ScriptRules, Typography};
use crate::text::edit::{Edit, MarkEnd};
use crate::text::spaces::mark_spaces;

/// The text with brackets around what is cited, where the script uses brackets, and with the spaces that its language has beside marks. Brackets
/// are part of `cite` and of the marks around it, not of those within; what has its brackets already keeps them.
pub fn normalise(text: &RichText, locale: &Locale, typography: &Typography) -> RichText {
    let mut edits = brackets(text, &typography.rules);
    edits.extend(mark_spaces(text, locale, typography));
    if edits.is_empty() {
        return text.clone();
    }
    // What closes comes before what opens, and of what closes the inner before the outer.
    edits.sort_by_key(|edit| match edit.end {
        Some(MarkEnd::Close(mark)) => (edit.range.start, 0, usize::MAX - mark),
        None => (edit.range.start, 1, 0),
        Some(MarkEnd::Open(mark)) => (edit.range.start, 2, mark),
    });
    apply(text, &edits)
}

/// The brackets that names lack.
fn brackets(text: &RichText, rules: &ScriptRules) -> Vec<Edit> {
    let mut around: Vec<Range<usize>> = Vec::new();
    let mut edits = Vec::new();
    for (mark, (range, kind)) in text.marks.iter().enumerate() {
        let words = text.text.get(range.clone()).unwrap_or("");
        if *kind != Mark::Cite || words.is_empty() || is_bracketed(words, rules) {
            continue;
        }
        let within = around.iter().filter(|outer| outer.start <= range.start && range.end <= outer.end);
        let depth = within.count() + open_brackets(&text.text[..range.start]);
        let Some((open, close)) = rules.cite.brackets(depth) else { continue };
        let edit = |at: usize, with, end| Edit { range: at..at, with, end: Some(end) };
        edits.push(edit(range.start, open, MarkEnd::Open(mark)));
        edits.push(edit(range.end, close, MarkEnd::Close(mark)));
        around.push(range.clone());
    }
    edits
}

/// Whether words have the brackets of a name, of either pair.
fn is_bracketed(words: &str, rules: &ScriptRules) -> bool {
    let pairs = [rules.cite.brackets(0), rules.cite.brackets(1)];
    pairs.into_iter().flatten().any(|(open, close)| words.starts_with(open) && words.ends_with(close))
}

/// How many brackets of names a text opens and doesn't close.
fn open_brackets(text: &str) -> usize {
    text.chars().fold(0_usize, |open, c| match c {
        '《' | '〈' => open + 1,
        '》' | '〉' => open.saturating_sub(1),
        _ => open,
    })
}

fn apply(text: &RichText, edits: &[Edit]) -> RichText {
    let mut out = String::with_capacity(text.text.len() + 3 * edits.len());
    let mut done = 0;
    for edit in edits {
        out.push_str(&text.text[done..edit.range.start]);
        out.push(edit.with);
        done = edit.range.end;
    }
    out.push_str(&text.text[done..]);
    let moved = |range: &Range<usize>, mark: usize| moved(range, mark, edits);
    RichText {
        text: out,
        marks: text.marks.iter().enumerate().map(|(i, (range, m))| (moved(range, i), m.clone())).collect(),
        isolates: text.isolates.iter().map(|range| moved(range, usize::MAX)).collect(),
        span: text.span,
    }
}

/// Where a range of the text lies after the edits; `mark` is its place in the list of marks.
fn moved(range: &Range<usize>, mark: usize, edits: &[Edit]) -> Range<usize> {
    let opens = |edit: &Edit| matches!(edit.end, Some(MarkEnd::Open(of)) if mark <= of);
    let closes = |edit: &Edit| matches!(edit.end, Some(MarkEnd::Close(of)) if mark <= of);
    let start = shifted(range.start, edits, |edit| !opens(edit));
    let end = shifted(range.end, edits, closes);
    start..end.max(start)
}

/// Where a byte lies after the edits; `before` says of what is put in right there whether it comes before.
fn shifted(at: usize, edits: &[Edit], before: impl Fn(&Edit) -> bool) -> usize {
    let counts = |edit: &&Edit| {
        edit.range.start < at && edit.range.end <= at || edit.range == (at..at) && before(edit)
    };
    let (added, taken) = edits
        .iter()
        .filter(counts)
        .fold((0, 0), |(added, taken), edit| (added + edit.with.len_utf8(), taken + edit.range.len()));
    at + added - taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testing::{locale, plain};

    fn range(text: &str, of: &str) -> Range<usize> {
        let start = text.find(of).expect("the words are in the text");
        start..start + of.len()
    }

    #[test]
    fn brackets_are_of_the_citation_and_what_is_around_it() {
        let (zh, text) = (locale("zh-Hans"), "见刑法。");
        let law = range(text, "刑法");
        let marks = vec![
            (law.clone(), Mark::Link("law".to_owned())),
            (law.clone(), Mark::Cite),
            (law.clone(), Mark::Strong),
            (range(text, "。"), Mark::Em),
        ];
        let given = RichText { marks, isolates: vec![law], ..plain(text) };
        let found = normalise(&given, &zh, &Typography::of(&zh));
        assert_eq!(found.text, "见《刑法》。");
        let words: Vec<&str> = found.marks.iter().map(|(range, _)| &found.text[range.clone()]).collect();
        assert_eq!(words, ["《刑法》", "《刑法》", "刑法", "。"]);
        assert_eq!(&found.text[found.isolates[0].clone()], "刑法");
    }

    #[test]
    fn citations_side_by_side_keep_to_themselves() {
        let (zh, text) = (locale("zh-Hans"), "刑法宪法");
        let marks = vec![(range(text, "刑法"), Mark::Cite), (range(text, "宪法"), Mark::Cite)];
        let found = normalise(&RichText { marks, ..plain(text) }, &zh, &Typography::of(&zh));
        let words: Vec<&str> = found.marks.iter().map(|(range, _)| &found.text[range.clone()]).collect();
        assert_eq!((found.text.as_str(), words), ("《刑法》《宪法》", vec!["《刑法》", "《宪法》"]));
    }

    #[test]
    fn names_within_names_take_the_single_pair() {
        let zh = locale("zh-Hans");
        let nested = |text: &str, marks: &[&str]| {
            let marks = marks.iter().map(|of| (range(text, of), Mark::Cite)).collect();
            normalise(&RichText { marks, ..plain(text) }, &zh, &Typography::of(&zh))
        };
        let found = nested("读刑法释义与宪法", &["刑法释义", "刑法", "宪法"]);
        assert_eq!(found.text, "读《〈刑法〉释义》与《宪法》");
        let words: Vec<&str> = found.marks.iter().map(|(range, _)| &found.text[range.clone()]).collect();
        assert_eq!(words, ["《〈刑法〉释义》", "〈刑法〉", "《宪法》"]);
        assert_eq!(nested("释刑法", &["释刑法", "刑法"]).text, "《释〈刑法〉》");
        assert_eq!(nested("刑法", &["刑法", "刑法"]).text, "《〈刑法〉》");
        assert_eq!(nested("《评刑法》", &["刑法"]).text, "《评〈刑法〉》");
        assert_eq!(nested("《评〈刑法〉》", &["《评〈刑法〉》", "〈刑法〉"]).text, "《评〈刑法〉》");
    }
}
