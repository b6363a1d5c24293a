//! Which case of a select is printed.

use std::collections::BTreeMap;

use super::{load, load_with};
use crate::content::Value;
use crate::diag::Code;

/// What message `a` of a text prints in a language when `$n` is a number.
fn printed(tag: &str, text: &str, number: f64) -> String {
    let loaded = load_with(tag, &[text], &BTreeMap::from([("n".to_owned(), Value::Number(number))]));
    assert_eq!(loaded.reports(), [], "{text}");
    loaded.text("a").to_owned()
}

#[test]
fn plural_cases_follow_the_language() {
    let text = "a = { $n ->\n  [one] { $n } one\n  [few] { $n } few\n  [many] { $n } many\n *[other] { $n } other\n}\n";
    for (tag, number, expected) in [
        ("en", 1.0, "1 one"),
        ("tl", 5.0, "5 one"),
        ("tl", 4.0, "4 other"),
        ("ko", 1.0, "1 other"),
        ("pl", 2.0, "2 few"),
        ("pl", 1.5, "1,5 other"),
        ("ar", 103.0, "103 few"),
        ("lt", 22.0, "22 few"),
        ("he", 20.0, "20 other"),
        ("es", 1_000_000.0, "1.000.000 many"),
    ] {
        assert_eq!(printed(tag, text, number), expected, "{tag}");
    }
}

#[test]
fn the_first_case_that_holds_is_taken() {
    let text = "a = { $n ->\n  [0] none\n  [1.0] single\n  [one] one\n *[other] many\n  [2] never\n}\n";
    for (number, expected) in [(0.0, "none"), (1.0, "single"), (2.0, "many"), (2.5, "many")] {
        assert_eq!(printed("en", text, number), expected, "{number}");
    }
}

#[test]
fn a_case_is_chosen_by_the_number_as_it_is_printed() {
    let text = |options: &str| format!("a = {{ NUMBER($n{options}) ->\n  [one] one\n *[other] other\n}}\n");
    for (options, number, expected) in [
        ("", 1.0, "one"),
        (", minimumFractionDigits: 1", 1.0, "other"),
        (", maximumFractionDigits: 0", 1.2, "one"),
        (", maximumSignificantDigits: 1", 1.2, "one"),
        (", minimumSignificantDigits: 2", 1.0, "other"),
        (", minimumIntegerDigits: 2", 1.0, "one"),
    ] {
        assert_eq!(printed("en", &text(options), number), expected, "{options}");
    }
    assert_eq!(printed("en", "a = { 1.0 ->\n  [one] one\n *[other] other\n}\n", 0.0), "other");
}

#[test]
fn ordinals_are_counted_as_ordinals() {
    let text = "a = { NUMBER($n, type: \"ordinal\") ->\n  [one] { $n }st\n  [two] { $n }nd\n  [few] { $n }rd\n *[other] { $n }th\n}\n";
    for (number, expected) in [(1.0, "1st"), (22.0, "22nd"), (103.0, "103rd"), (112.0, "112th")] {
        assert_eq!(printed("en", text, number), expected);
    }
}

#[test]
fn cases_within_cases_terms_and_attributes_are_chosen_alike() {
    let text = "-things = { $count ->\n  [one] thing\n *[other] things\n}\n    .kind = { \"\" ->\n *[one] few\n}\n\
                b =\n    .part = { $n ->\n        [0] no\n        [few] { -things.kind ->\n            [few] little\n           *[other] none\n        }\n       *[other] { -things(count: 1) }, { -things(count: 101) }\n    }\n\
                a = { b.part } { -things(count: \"one\") } { -things }\n";
    let text = text.replace("b =\n", "b = b\n");
    for (number, expected) in [(0.0, "no"), (2.0, "little"), (5.0, "thing, things")] {
        assert_eq!(printed("pl", &text, number), format!("{expected} thing things"), "{number}");
    }
}

#[test]
fn a_text_is_no_number() {
    let text = "a = { $n ->\n  [one] one\n  [woman] she\n  [1] 1\n *[other] they\n}\n";
    for (value, expected) in [("woman", "she"), ("one", "one"), ("1", "they"), ("few", "they")] {
        let variables = BTreeMap::from([("n".to_owned(), Value::Text(value.to_owned()))]);
        assert_eq!(load_with("en", &[text], &variables).text("a"), expected, "{value}");
    }
}

#[test]
fn options_that_number_does_not_follow_are_refused() {
    for (option, column) in [
        ("style: \"percent\"", 22),
        ("currency: \"EUR\"", 22),
        ("colour: \"red\"", 22),
        ("type: \"both\"", 29),
        ("useGrouping: 0", 35),
        ("minimumIntegerDigits: \"2\"", 45),
    ] {
        let loaded = load(&format!("a = {{ NUMBER($count, {option}) }}\n"));
        assert_eq!(loaded.reports(), [(Code::FluentSyntax, 1, column)], "{option}");
    }
}

#[test]
fn a_message_can_t_be_named_like_the_function_that_chooses_cases() {
    assert_eq!(load("CASE-OF-A-NUMBER = a\n").reports(), [(Code::DuplicateMessage, 1, 1)]);
    let refused = load("a = { CASE-OF-A-NUMBER($count, \"one\") }\n").reports();
    assert_eq!(refused, [(Code::Reference, 1, 7)]);
}

#[test]
fn a_case_that_no_number_is_of_is_told() {
    for (text, told) in [
        ("a = { $count ->\n  [oen] x\n *[other] y\n}\n", vec![(Code::MissingMessage, 2, 4)]),
        ("a = { NUMBER($count) ->\n  [one] x\n *[others] y\n}\n", vec![(Code::MissingMessage, 3, 4)]),
        ("a = { $count ->\n  [5] x\n  [one] x\n *[other] y\n}\n", vec![]),
        // Words have cases of their own.
        ("a = { $phone ->\n  [oen] x\n *[other] y\n}\n", vec![]),
    ] {
        let found = load(text).reports();
        assert_eq!(found, told, "{text}");
    }
}
