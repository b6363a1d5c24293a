//! A text of TOML as a value of a given shape, with all that is of another one. In: the text. Out: the value, and its mistakes in the
//! order in which they stand, what is missing last.
//!
//! A reader stops at the first mistake. What is wrong is told and taken out of the tree, and the rest is read again, until nothing is
//! wrong any more, or something is missing that nobody can make up. What is missing because it was taken out is not told.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Deserializer};

use super::wording::{Explained, NO_HEADING, explain, meant_name};

/// The most mistakes of one file that are looked for (H): each takes a reading of the whole.
const MOST: usize = 50;

/// A text as it was read.
pub(super) struct Shaped<T> {
    /// The value, without what is wrong in it; `None` where there is no making one.
    pub(super) value: Option<T>,
    /// What is wrong.
    pub(super) mistakes: Vec<Explained>,
    /// What was left out for that.
    pub(super) left_out: LeftOut,
}

/// The names of values that were left out, each with those that lead to it.
#[derive(Clone, Default, Debug)]
pub(super) struct LeftOut(BTreeSet<Vec<String>>);

impl LeftOut {
    /// Whether a value was left out, or one of several within it.
    pub(super) fn holds(&self, path: &[&str]) -> bool {
        self.0.iter().any(|known| known.iter().zip(path).all(|(known, name)| known == name))
    }
}

/// Reads a text as a value of type `T`.
pub(super) fn read_shape<T: DeserializeOwned>(text: &str) -> Shaped<T> {
    let mut shaped = Shaped { value: None, mistakes: Vec::new(), left_out: LeftOut::default() };
    let mut tree = match DeTable::parse(text) {
        Ok(tree) => tree,
        Err(error) => {
            shaped.mistakes.push(explain(text, &error));
            return shaped;
        }
    };
    let mut absent = Vec::new();
    while shaped.mistakes.len() + absent.len() < MOST {
        let error = match T::deserialize(Deserializer::from(tree.clone())) {
            Ok(value) => {
                shaped.value = Some(value);
                break;
            }
            Err(error) => error,
        };
        let Some(place) = error.span() else {
            shaped.mistakes.push(explain(text, &error));
            break;
        };
        let missing =
            error.message().trim().strip_prefix("missing field ").map(|name| name.trim_matches('`'));
        let is_whole = missing.is_some() && place == tree.span();
        let mut taken = if is_whole { Some(Vec::new()) } else { take_out(tree.get_mut(), &place) };
        let is_known = missing.zip(taken.clone()).is_some_and(|(missing, mut path)| {
            path.push(missing.to_owned());
            shaped.left_out.0.contains(&path)
        });
        let told = explain(text, &error);
        // One heading above the first of several lines is one above all.
        let is_loose = shaped.mistakes.iter().any(|mistake| mistake.label == NO_HEADING);
        if !is_known && !(is_loose && (is_whole || told.label == NO_HEADING)) {
            let list = if missing.is_some() { &mut absent } else { &mut shaped.mistakes };
            list.push(told);
        }
        let Some(path) = taken.take_if(|_| !is_whole) else { break };
        // Who misspells a name does not leave it out.
        if let Some(meant) = meant_name(&error) {
            let tables = &path[..path.len().saturating_sub(1)];
            shaped.left_out.0.insert([tables, &[meant]].concat());
        }
        shaped.left_out.0.insert(path);
    }
    shaped.mistakes.sort_by_key(|mistake| mistake.place.start);
    shaped.mistakes.extend(absent);
    shaped
}

/// Takes the innermost named value at a place out of a table, and says by which names it was found.
fn take_out(table: &mut DeTable<'_>, place: &Range<usize>) -> Option<Vec<String>> {
    let found = table.iter().find(|(key, value)| holds(&key.span(), place) || is_in(value, place));
    let (name, is_name) = found.map(|(key, _)| (key.get_ref().to_string(), holds(&key.span(), place)))?;
    let mut path = vec![name.clone()];
    if !is_name
        && let Some(value) = table.get_mut(name.as_str())
        && let Some(inner) = take_within(value, place)
    {
        path.extend(inner);
        return Some(path);
    }
    table.remove(name.as_str());
    Some(path)
}

/// The same within a value; `None` where the value as a whole is meant.
fn take_within(value: &mut Spanned<DeValue<'_>>, place: &Range<usize>) -> Option<Vec<String>> {
    let is_itself = value.span() == *place;
    match value.get_mut() {
        DeValue::Table(table) if !is_itself => take_out(table, place),
        DeValue::Array(items) => {
            let at = items.iter().position(|item| is_in(item, place) && item.get_ref().is_table())?;
            let item = items.get_mut(at)?;
            // Items have no names; their places tell them apart.
            let mut path = vec![format!("@{}", item.span().start)];
            if let Some(inner) = take_within(item, place) {
                path.extend(inner);
                return Some(path);
            }
            let all = std::mem::replace(items, DeArray::new());
            let kept = all.into_iter().enumerate().filter(|(index, _)| *index != at);
            *items = kept.map(|(_, item)| item).collect();
            Some(path)
        }
        _ => None,
    }
}

fn holds(span: &Range<usize>, place: &Range<usize>) -> bool {
    span.start <= place.start && place.end <= span.end
}

/// Whether a place is in a value, wherever the value goes on: headings below a table are not within its own place.
fn is_in(value: &Spanned<DeValue<'_>>, place: &Range<usize>) -> bool {
    let within = match value.get_ref() {
        DeValue::Table(table) => {
            table.iter().any(|(key, value)| holds(&key.span(), place) || is_in(value, place))
        }
        DeValue::Array(items) => items.iter().any(|item| is_in(item, place)),
        _ => false,
    };
    within || holds(&value.span(), place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Deserialize, Debug)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "it is its shape that counts")]
    struct Thing {
        name: String,
        size: Option<u8>,
        part: Vec<Part>,
        #[serde(default)]
        widths: BTreeMap<String, Vec<u8>>,
    }

    #[derive(Deserialize, Debug)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "it is its shape that counts")]
    struct Part {
        id: Spanned<u8>,
        kind: Option<bool>,
    }

    /// Where mistakes stand, and whether there is a value without them.
    fn told(text: &str) -> (Vec<&str>, bool) {
        let shaped = read_shape::<Thing>(text);
        let places = shaped.mistakes.iter().map(|mistake| &text[mistake.place.clone()]).collect();
        (places, shaped.value.is_some())
    }

    #[test]
    fn all_mistakes_are_told_and_none_that_follows_from_another() {
        for (text, places, has_value) in [
            ("name = 'a'\npart = []\n", vec![], true),
            ("name = 1\npart = []\nsize = 'x'\nhue = 3\n", vec!["1", "'x'", "hue"], false),
            ("name = 'a'\npart = []\nsize = 300\nhue.deep = 3\n[sky]\n", vec!["300", "hue", "sky"], true),
            (
                "name = 'a'\npart = [{ id = 1, kind = 2 }, { id = 'a' }, { kind = true }]\n",
                vec!["2", "'a'", "{ kind = true }"],
                true,
            ),
            (
                "name = 'a'\n[[part]]\nid = 'x'\nkin = 1\n[[part]]\nkind = 1\n[[part]]\nid = 2\n",
                vec!["'x'", "kin", "1", "[[part]]"],
                true,
            ),
            ("name = 'a'\npart = []\nwidths = { a = ['x', 3], b = 1 }\n", vec!["'x'", "1"], true),
            ("name = 'a'\npart = []\n[widths]\na = ['x', 3]\nb = [1]\nc.d = 4\n", vec!["'x'", "c"], true),
            ("nam = 'a'\npart = []\nsise = 3\n", vec!["nam", "sise"], false),
            ("name = \npart = 3", vec!["name = "], false),
        ] {
            let (found, made) = told(text);
            assert_eq!((found.len(), made), (places.len(), has_value), "{text} {found:?}");
            for (found, place) in found.iter().zip(&places) {
                assert!(found.starts_with(place) || place.starts_with(found), "{text} {found} {place}");
            }
        }
        assert_eq!(told("size = 'x'\n").0.len(), 2, "what is missing in all is told once");
    }

    #[test]
    fn what_is_left_out_is_known_by_its_names() {
        let shaped = read_shape::<Thing>("name = 'a'\npart = [{ id = 'x' }]\n[widths]\na = ['x']\n");
        assert!(shaped.left_out.holds(&["widths", "a"]) && shaped.left_out.holds(&["part"]));
        assert!(!shaped.left_out.holds(&["widths", "b"]) && !shaped.left_out.holds(&["name"]));
    }
}
