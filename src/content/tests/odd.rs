//! Characters that nobody sees and lines that look like messages: each named, at its place, with what to do.

use super::load;
use crate::diag::Diagnostic;

/// What is said first of a text: place, sentence, and what to do.
fn said(text: &str) -> (usize, usize, String, String) {
    let loaded = load(text);
    let all: Vec<&Diagnostic> = loaded.diagnostics.iter().collect();
    let first = all.first().unwrap_or_else(|| panic!("nothing is said of {text:?}"));
    let (line, column) = loaded.sources.position(first.labels[0].0);
    (line, column, first.message.clone(), first.help.clone().unwrap_or_default())
}

#[test]
fn what_nobody_sees_is_named_where_it_stands() {
    for (text, place, words) in [
        ("ab\t= x\n", (1, 3), "a tab stands before the ="),
        ("ab \t= x\n", (1, 4), "a tab stands before the ="),
        ("ab\u{A0}= x\n", (1, 3), "a no-break space (U+00A0) stands before the ="),
        ("ab \u{200B}= x\n", (1, 4), "a zero-width space (U+200B) stands before the ="),
        ("ab\u{3000}= x\n", (1, 3), "a full-width space (U+3000) stands before the ="),
        ("ab＝x\n", (1, 3), "a full-width ＝ stands for the ="),
        ("\u{200B}ab = x\n", (1, 1), "a zero-width space (U+200B) starts this line"),
        ("ab =\n\tx\n", (2, 1), "a tab starts this line"),
        ("ab = x\n\ty\n", (2, 1), "a tab starts this line"),
        ("ab = {\u{A0}$phone }\n", (1, 7), "a no-break space (U+00A0) stands here"),
        ("ab = { $ph\u{A0}one }\n", (1, 11), "a no-break space (U+00A0) stands here"),
        ("ab = { $count ->\n\t[one] x\n *[other] y\n }\n", (2, 1), "a tab starts this line"),
    ] {
        let (line, column, message, help) = said(text);
        assert_eq!(((line, column), message.as_str()), (place, words), "{text:?}");
        assert!(!help.is_empty(), "{text:?}");
    }
}

#[test]
fn signs_and_names_that_are_typed_for_others_are_told() {
    for (text, place, words, way) in [
        (
            "ab = { $count ->\n  (one) x\n *[other] y\n }\n",
            (2, 3),
            "a case stands in [ and ]",
            "write [one] for (one)",
        ),
        (
            "ab = { $count =>\n  [one] x\n *[other] y\n }\n",
            (1, 15),
            "=> stands for the arrow ->",
            "write -> ",
        ),
        ("ab = { $count →\n  [one] x\n *[other] y\n }\n", (1, 15), "→ stands for the arrow ->", "write -> "),
        ("ai-tiêu-đề = x\n", (1, 6), "`ai-tiêu-đề` is no name of a message", "don’t translate the name"),
        ("đầu = x\n", (1, 1), "`đầu` is no name of a message", "don’t translate the name"),
        (
            " who-we = x\n",
            (1, 2),
            "this line looks like a message, but starts with a space",
            "start the line with the name",
        ),
        (
            "ab = x\n who-we = y\n",
            (2, 2),
            "the line of `who-we` looks like a message, but starts with a space",
            "start the line with the name",
        ),
    ] {
        let (line, column, message, help) = said(text);
        assert_eq!(((line, column), message.as_str()), (place, words), "{text:?}");
        assert!(help.contains(way), "{text:?}: {help}");
    }
}

#[test]
fn prose_with_an_equals_sign_is_prose() {
    for text in
        ["ab = x\n  one = two\n", "ab = x\n  a + b = c\n", "ab = x\n  E=mc\n", "ab = ＝ x\tx\u{A0}x\n"]
    {
        assert!(!load(text).diagnostics.has_errors(), "{text:?}");
    }
}

/// The lines of all places of what is said of a text.
fn lines_told(text: &str) -> Vec<Vec<usize>> {
    let loaded = load(text);
    let line = |label: &(crate::source::Span, String)| loaded.sources.position(label.0).0;
    loaded.diagnostics.iter().map(|told| told.labels.iter().map(line).collect()).collect()
}

#[test]
fn each_thing_that_did_not_parse_is_told_and_prose_once_from_end_to_end() {
    assert_eq!(lines_told("a = x\nprose\nand more\nat the margin\nb = y\n"), [[2, 4]]);
    assert_eq!(lines_told("one\n\ntwo\na = x\n"), [[1], [3]]);
    assert_eq!(lines_told("one\n  \ntwo\na = x\n"), [[1], [3]]);
    assert_eq!(lines_told("one\r\n\r\ntwo\r\na = x\r\n"), [[1], [3]]);
    assert_eq!(lines_told("key\n    .attr = A\nother\n    .attr = B\na = x\n"), [[1], [3]]);
}

#[test]
fn a_message_of_parts_alone_is_not_called_empty() {
    let (.., message, help) = said("a =\n  .title = x\n");
    assert_eq!(message, "`a` has parts, and no text of its own");
    assert!(help.contains("after the `=`"), "{help}");
    let (line, column, message, _) = said("a = { -t(n: -1) }\n");
    assert_eq!((line, column, message.as_str()), (1, 13, "a number below zero can’t be given here"));
}
