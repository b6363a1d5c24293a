//! Plural categories and digits against tables of CLDR, which other tools wrote (`tests/oracles/cldr.py`).

use std::collections::{BTreeMap, BTreeSet};

use super::load_with;

/// The rows of a table, split at their tabs.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().map(|line| line.split('\t').collect())
}

/// The numbers of a row: `0-9 11 1.5` are twelve.
fn numbers(members: &str) -> Vec<String> {
    let range = |member: &str| match member.split_once('-') {
        Some((first, last)) => {
            let bounds: [u32; 2] = [first, last].map(|bound| bound.parse().expect(member));
            (bounds[0]..=bounds[1]).map(|number| number.to_string()).collect()
        }
        None => vec![member.to_owned()],
    };
    members.split(' ').flat_map(range).collect()
}

#[test]
fn selects_take_the_category_that_cldr_names() {
    let mut languages: BTreeMap<&str, Vec<(String, &str, &str)>> = BTreeMap::new();
    for row in rows(include_str!("../../../tests/cldr/plurals.tsv")) {
        let [tag, kind, category, members] = row[..] else { panic!("{row:?}") };
        let counted = numbers(members).into_iter().map(|number| (number, kind, category));
        languages.entry(tag).or_default().extend(counted);
    }
    assert!(languages.len() >= 40, "{} languages", languages.len());
    for (tag, facts) in languages {
        let message = |(at, (number, kind, _)): (usize, &(String, &str, &str))| {
            let cases =
                ["zero", "one", "two", "few", "many"].map(|name| format!("    [{name}] {name}\n")).concat();
            format!("m{at} = {{ NUMBER({number}, type: \"{kind}\") ->\n{cases}   *[other] other\n}}\n")
        };
        let text: String = facts.iter().enumerate().map(message).collect();
        let loaded = load_with(tag, &[&text], &BTreeMap::new());
        for (at, (number, kind, category)) in facts.iter().enumerate() {
            assert_eq!(loaded.text(&format!("m{at}")), *category, "{tag}, {kind} {number}");
        }
    }
}

#[test]
fn numbers_are_written_as_cldr_says() {
    let mut tags = BTreeSet::new();
    for row in rows(include_str!("../../../tests/cldr/digits.tsv")) {
        let [tag, number, written] = row[..] else { panic!("{row:?}") };
        let loaded = load_with(tag, &[&format!("a = {{ {number} }}\n")], &BTreeMap::new());
        // Groups are parted by narrow spaces.
        assert_eq!(loaded.text("a"), written.replace('\u{a0}', "\u{202f}"), "{tag}, {number}");
        tags.insert(tag);
    }
    assert!(tags.len() >= 50, "{} languages", tags.len());
}
