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
    pub(in crate::spec) fn new(
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

/// The name that was probably meant: one of which the word is a part, or the reverse; else one that differs by two letters at most, and
/// not in more than half of them.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = plain(word.rsplit_once('/').map_or(word, |(_, last)| last));
    let far = |name: &&&str| distance(&word, &plain(name));
    let begins = |known: &str| known.starts_with(&word) && word.len() >= LEAST_PART;
    let goes_on = |known: &str| word.starts_with(known) && known.len() >= LEAST_PART;
    let same = known.iter().find(|name| plain(name) == word);
    let whole = same.or_else(|| known.iter().find(|name| begins(&plain(name))));
    let part = known.iter().filter(|name| goes_on(&plain(name))).max_by_key(|name| name.len());
    let near =
        known.iter().min_by_key(far).filter(|name| far(name) <= (word.chars().count() / 2).clamp(1, 2));
    let close = near.filter(|name| far(name) < 2);
    whole.or(close).or(part).or(near).copied()
}

/// The fewest letters of a name that stand for it.
const LEAST_PART: usize = 2;

/// A name by its letters and digits alone, since hyphens are forgotten.
fn plain(name: &str) -> String {
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Which names there are, the one first that was probably meant: “did you mean “gelato”? presses are gelato, portal”.
pub fn which_of<S: AsRef<str>>(word: &str, known: &[S], several: &str) -> String {
    let known: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
    let all = format!("{several} are {}", known.join(", "));
    match nearest(word, &known) {
        Some(near) => format!("did you mean “{near}”? {all}"),
        None => all,
    }
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
    fn a_part_of_a_name_or_one_that_goes_on_means_it() {
        let standards = ["x-4", "x-1a:2001", "x-1a:2003", "x-3:2002"];
        for (word, near) in
            [("x-3", "x-3:2002"), ("PDF/X-3", "x-3:2002"), ("X1a", "x-1a:2001"), ("x-4:2010", "x-4")]
        {
            assert_eq!(nearest(word, &standards), Some(near), "{word}");
        }
        let names = ["half", "letter", "z"];
        assert_eq!(nearest("letter-fold", &names), Some("letter"));
        assert_eq!(which_of("lettr", &names, "folds"), "did you mean “letter”? folds are half, letter, z");
        assert_eq!(which_of("crumple", &names, "folds"), "folds are half, letter, z");
    }

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
            ("org", Some("organisation")),
            ("names", Some("name")),
            ("", None),
        ] {
            assert_eq!(nearest(word, &known), near, "{word}");
        }
    }
}
