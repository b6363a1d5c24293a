//! The segments of a unit of XLIFF 1.2 and 2.x (OASIS). In: a unit's parts and their translations. Out: whether all of it is
//! translated, and what its state says of that.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::unit::Doubt;

/// What of a unit is translated: how many of its segments that have words.
#[derive(Default)]
pub(super) struct Segments {
    /// Those that have a translation.
    pub(super) done: usize,
    /// All.
    pub(super) of: usize,
    /// The first state that says that it is not done.
    mark: Option<String>,
}

impl Segments {
    /// Takes a part of a unit that has words, and its translation, which has some.
    pub(super) fn take(&mut self, part: Node<'_, '_>, target: Node<'_, '_>) {
        self.done += 1;
        self.mark = self.mark.take().or_else(|| mark_of(part, target));
        let [of, done] = marked_segments(part, target);
        if of > 0 {
            (self.of, self.done) = (of, done);
        }
    }

    /// Why the unit is not done.
    pub(super) fn doubt(self) -> Option<Doubt> {
        match self.mark {
            Some(mark) => Some(Doubt::Marked(mark)),
            None => {
                (0 < self.done && self.done < self.of).then_some(Doubt::Half { done: self.done, of: self.of })
            }
        }
    }
}

/// The child of an element that has a name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|node| node.tag_name().name() == name)
}

/// What says of a text that it is not done: its state in XLIFF 1.2 (5.2, `state`) and 2.x (4.3.1, `state` and `subState`). What a tool
/// gives no state may well be done, and `approved="no"` is only what XLIFF 1.2 has where nothing is said.
fn mark_of(part: Node<'_, '_>, target: Node<'_, '_>) -> Option<String> {
    const WORDS: [&str; 5] = ["fuzzy", "needs", "outdated", "rejected", "unconfirmed"];
    if part.tag_name().name() == "segment" {
        let sub = part.attribute("subState").filter(|state| WORDS.iter().any(|word| state.contains(word)));
        return part.attribute("state").filter(|state| *state == "initial").or(sub).map(str::to_owned);
    }
    let state = target.attribute("state");
    state.filter(|state| *state == "new" || state.starts_with("needs-")).map(str::to_owned)
}

/// Of a unit of XLIFF 1.2 that is parted into segments by marks: how many have words, and how many of those have a translation.
fn marked_segments(unit: Node<'_, '_>, target: Node<'_, '_>) -> [usize; 2] {
    let Some(parted) = child(unit, "seg-source") else { return [0, 0] };
    let words = |node: Node<'_, '_>| {
        node.descendants().filter_map(|node| node.text()).any(|text| text.contains(char::is_alphanumeric))
    };
    let filled = |whole: Node<'_, '_>| -> BTreeSet<String> {
        let marks = whole.descendants().filter(|node| node.attribute("mtype") == Some("seg"));
        let marks = marks.filter(|node| words(*node));
        marks.filter_map(|node| node.attribute("mid").map(str::to_owned)).collect()
    };
    let (of, done) = (filled(parted), filled(target));
    // A tool that took the marks away has the text as one.
    let is_one = done.is_empty() && words(target);
    [of.len(), if is_one { of.len() } else { of.intersection(&done).count() }]
}
