//! What is wrong with a file, in words for somebody who never saw TOML; and the nearest of the names that there are.

use std::ops::Range;

/// Something that is wrong, as it is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::spec) struct Explained {
    /// What is wrong.
    pub(in crate::spec) message: String,
    /// The bytes to point at.
    pub(in crate::spec) place: Range<usize>,
    /// What to say there.
    pub(in crate::spec) label: String,
    /// What to do.
    pub(in crate::spec) help: String,
}

impl Explained {
    /// What is wrong at a place, and what to do.
    pub(super) fn new(
        message: impl Into<String>,
        place: Range<usize>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> Explained {
        Explained { message: message.into(), place, label: label.into(), help: help.into() }
    }
}

/// A value as it may be written again on its line: no more than a line holds.
pub(super) fn shortened(written: &str) -> String {
    const MOST: usize = 60;
    let line = written.lines().next().unwrap_or_default().trim_end();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// The name that was probably meant: one that differs by two letters at most, and not in more than half of them.
pub(super) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let plain = |name: &str| name.to_lowercase().replace('_', "-");
    let word = plain(word);
    let far = |name: &&&str| distance(&word, &plain(name));
    let near =
        known.iter().min_by_key(far).filter(|name| far(name) <= (word.chars().count() / 2).clamp(1, 2));
    near.copied()
}

/// How many letters are put in, left out, exchanged or turned about between two words.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) =
        (one.chars().take(64).collect(), other.chars().take(64).collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (rows[i][j] + usize::from(a != b)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_one_that_looks_alike() {
        let known = ["email", "name", "organisation", "large-print", "logo"];
        for (word, near) in [
            ("emial", Some("email")),
            ("e-mail", Some("email")),
            ("Name", Some("name")),
            ("organization", Some("organisation")),
            ("large_print", Some("large-print")),
            ("fax", None),
            ("lgo", Some("logo")),
            ("fone", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, &known), near, "{word}");
        }
    }
}
