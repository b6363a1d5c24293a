//! Puts the marks into a text that its script asks for. In: rich text and the script's row. Out: rich text, marks and
//! isolates moved along.

use std::ops::Range;

use crate::content::{Mark, RichText};
use crate::script::{CiteStyle, ScriptRules};

/// A character to put in.
struct Insertion {
    at: usize,
    character: char,
    /// Whether it opens the mark rather than closing it.
    opens: bool,
    /// The mark that it belongs to, by its place in the list.
    mark: usize,
}

/// The text with brackets around what is cited, where the script uses brackets; they are part of `cite` and of the marks
/// around it, not of those within. What has its brackets already keeps them.
pub fn normalise(text: &RichText, rules: &ScriptRules) -> RichText {
    let CiteStyle::Brackets(open, close) = rules.cite else { return text.clone() };
    let cited = |range: &Range<usize>| {
        let words = text.text.get(range.clone()).unwrap_or("");
        let bracketed = words.starts_with(open) && words.ends_with(close);
        !words.is_empty() && !bracketed
    };
    let mut insertions: Vec<Insertion> = Vec::new();
    for (mark, (range, kind)) in text.marks.iter().enumerate() {
        if *kind == Mark::Cite && cited(range) {
            insertions.push(Insertion { at: range.start, character: open, opens: true, mark });
            insertions.push(Insertion { at: range.end, character: close, opens: false, mark });
        }
    }
    insertions.sort_by_key(|insertion| (insertion.at, insertion.opens));
    apply(text, &insertions)
}

fn apply(text: &RichText, insertions: &[Insertion]) -> RichText {
    let mut out = String::with_capacity(text.text.len() + 3 * insertions.len());
    let mut done = 0;
    for insertion in insertions {
        out.push_str(&text.text[done..insertion.at]);
        out.push(insertion.character);
        done = insertion.at;
    }
    out.push_str(&text.text[done..]);
    let moved = |range: &Range<usize>, mark: usize| moved(range, mark, insertions);
    RichText {
        text: out,
        marks: text.marks.iter().enumerate().map(|(i, (range, m))| (moved(range, i), m.clone())).collect(),
        isolates: text.isolates.iter().map(|range| moved(range, usize::MAX)).collect(),
        span: text.span,
    }
}

/// Where a range of the text lies after the insertions; `mark` is its place in the list of marks.
fn moved(range: &Range<usize>, mark: usize, insertions: &[Insertion]) -> Range<usize> {
    let shift = |counts: &dyn Fn(&Insertion) -> bool| -> usize {
        insertions.iter().filter(|i| counts(i)).map(|i| i.character.len_utf8()).sum()
    };
    let start = shift(&|i| i.at < range.start || (i.at == range.start && !(i.opens && mark <= i.mark)));
    let end = shift(&|i| i.at < range.end || (i.at == range.end && !i.opens && mark <= i.mark));
    range.start + start..(range.end + end).max(range.start + start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::rules;
    use crate::text::testing::{locale, plain};

    fn range(text: &str, of: &str) -> Range<usize> {
        let start = text.find(of).expect("the words are in the text");
        start..start + of.len()
    }

    #[test]
    fn brackets_are_of_the_citation_and_what_is_around_it() {
        let text = "见刑法。";
        let law = range(text, "刑法");
        let marks = vec![
            (law.clone(), Mark::Link("law".to_owned())),
            (law.clone(), Mark::Cite),
            (law.clone(), Mark::Strong),
            (range(text, "。"), Mark::Em),
        ];
        let given = RichText { marks, isolates: vec![law], ..plain(text) };
        let found = normalise(&given, rules(&locale("zh-Hans")));
        assert_eq!(found.text, "见《刑法》。");
        let words: Vec<&str> = found.marks.iter().map(|(range, _)| &found.text[range.clone()]).collect();
        assert_eq!(words, ["《刑法》", "《刑法》", "刑法", "。"]);
        assert_eq!(&found.text[found.isolates[0].clone()], "刑法");
    }

    #[test]
    fn citations_side_by_side_keep_to_themselves() {
        let text = "刑法宪法";
        let marks = vec![(range(text, "刑法"), Mark::Cite), (range(text, "宪法"), Mark::Cite)];
        let found = normalise(&RichText { marks, ..plain(text) }, rules(&locale("zh-Hans")));
        let words: Vec<&str> = found.marks.iter().map(|(range, _)| &found.text[range.clone()]).collect();
        assert_eq!((found.text.as_str(), words), ("《刑法》《宪法》", vec!["《刑法》", "《宪法》"]));
    }
}
