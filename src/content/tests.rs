//! Fixtures: a Fluent text, and each thing that is reported with its line and column.

mod cases;
mod cldr;
mod compared;
mod links;
mod odd;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::content::{Catalog, Context, Mark, Value, compare, place_of};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::source::Sources;

/// A code with line and column of its main place.
type Report = (Code, usize, usize);

struct Loaded {
    catalog: Catalog,
    sources: Sources,
    diagnostics: Diagnostics,
}

impl Loaded {
    fn reports(&self) -> Vec<Report> {
        reports(&self.diagnostics, &self.sources)
    }

    fn text(&self, id: &str) -> &str {
        &self.catalog.get(id).expect(id).text
    }
}

fn reports(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Report> {
    let report = |diagnostic: &Diagnostic| {
        let (line, column) = sources.position(diagnostic.labels[0].0);
        (diagnostic.code, line, column)
    };
    diagnostics.iter().map(report).collect()
}

fn variables() -> BTreeMap<String, Value> {
    let texts =
        ["organisation", "phone", "email", "website"].map(|name| (name, Value::Text(name.to_uppercase())));
    let number = ("count", Value::Number(1234.0));
    texts.into_iter().chain([number]).map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The names of all messages, as if leaflets printed them all.
fn all(catalog: &Catalog) -> BTreeSet<String> {
    catalog.ids().map(str::to_owned).collect()
}

fn load_with(tag: &str, files: &[&str], variables: &BTreeMap<String, Value>) -> Loaded {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let ids: Vec<_> = files.iter().map(|text| sources.add("a.ftl", *text)).collect();
    let links: BTreeSet<String> = ["phone", "email", "website"].map(str::to_owned).into();
    let context = Context { variables, links: &links };
    let locale = Locale::parse(tag).expect(tag);
    let catalog = Catalog::load(locale, &ids, &sources, &context, &mut diagnostics);
    Loaded { catalog, sources, diagnostics }
}

fn load(text: &str) -> Loaded {
    load_with("en", &[text], &variables())
}

#[test]
fn each_problem_is_reported_once_at_its_place() {
    for (text, expected) in [
        ("a = x\nb = { $phone\nc = y\n", (Code::FluentSyntax, 2, 5)),
        ("a = x\n  y } z\n", (Code::FluentSyntax, 2, 5)),
        ("a = x\nprose at the margin\nb = y\n", (Code::FluentSyntax, 2, 1)),
        ("a = x\n\ty\n", (Code::FluentSyntax, 2, 1)),
        ("a = { some words }\n", (Code::FluentSyntax, 1, 12)),
        ("a = { \"x }\n", (Code::FluentSyntax, 1, 7)),
        ("a = { \"\\u00é\" }\n", (Code::FluentSyntax, 1, 12)),
        ("a = { $count ->\n   [one] x\n   [other] y\n}\n", (Code::FluentSyntax, 4, 1)),
        ("a = { 1234567890123456 }\n", (Code::FluentSyntax, 1, 7)),
        ("a = { NUMBER($phone) }\n", (Code::FluentSyntax, 1, 14)),
        ("a = { NUMBER($count, minimumFractionDigits: 999) }\n", (Code::FluentSyntax, 1, 45)),
        ("a = x\u{FDD0}y\n", (Code::FluentSyntax, 1, 6)),
        ("a = { \"\\uFDD1\" }\n", (Code::FluentSyntax, 1, 8)),
        ("a = x\nb = y\na = z\n", (Code::DuplicateMessage, 3, 1)),
        ("-a = x\na = y\n", (Code::DuplicateMessage, 2, 1)),
        ("NUMBER = y\n", (Code::DuplicateMessage, 1, 1)),
        ("a = { $count ->\n  [one] x\n  [one] y\n *[other] z\n}\n", (Code::DuplicateMessage, 3, 4)),
        ("a = call { $fon }\n", (Code::UnknownVariable, 1, 12)),
        ("a = { $fon ->\n *[other] x\n}\n", (Code::UnknownVariable, 1, 7)),
        ("-t = { $phone }\na = { -t }\n", (Code::UnknownVariable, 1, 8)),
        ("-t = { $case }\na = x { -t } { -t(case: \"y\") }\n", (Code::UnknownVariable, 2, 9)),
        ("-t = { a }\na = { $phone }\n", (Code::UnknownVariable, 1, 8)),
        ("a = see { b }\n", (Code::Reference, 1, 11)),
        ("a = see { -b }\n", (Code::Reference, 1, 11)),
        ("a = x\nb = { a.title }\n", (Code::Reference, 2, 7)),
        ("a = { DATETIME($phone) }\n", (Code::Reference, 1, 7)),
        ("a = { a }\n", (Code::Reference, 1, 7)),
        ("a = { b }\nb = { -c }\n-c = { a }\n", (Code::Reference, 3, 8)),
        ("a = x\nb =\n", (Code::EmptyMessage, 2, 1)),
        ("a = { \"\" }\n", (Code::EmptyMessage, 1, 1)),
        ("a = <em></em>\n", (Code::EmptyMessage, 1, 1)),
        ("a =\n  .title = x\n", (Code::EmptyMessage, 1, 1)),
        ("a = <strong>x\n", (Code::UnclosedTag, 1, 5)),
        ("a = x</strong>\n", (Code::UnclosedTag, 1, 6)),
        ("a =\n  one\n\n  two <em>three\n", (Code::UnclosedTag, 4, 7)),
        ("a = <strong>x<em>y</strong>z</em>\n", (Code::UnclosedTag, 1, 29)),
        ("a = ไทย <strong\n", (Code::UnclosedTag, 1, 9)),
        ("a = { $count ->\n  [one] <em>x</em>\n *[other] <em>y\n}\n", (Code::UnclosedTag, 3, 11)),
        ("a = <em>{ $count ->\n *[other] y</em>\n}</em>\n", (Code::UnclosedTag, 2, 12)),
        ("a = x <b>y\n", (Code::UnknownTag, 1, 7)),
        ("a = <strong class=\"x\">y</strong>\n", (Code::UnknownTag, 1, 5)),
        ("a = <a href=\"x\">y</a>\n", (Code::UnknownTag, 1, 5)),
        ("a = <b>x</b> <em>y</em>\n", (Code::UnknownTag, 1, 5)),
        ("a = <em>x <strong y</strong></em>\n", (Code::UnclosedTag, 1, 11)),
        ("a = x</b>\n", (Code::UnknownTag, 1, 6)),
        ("-t = { NUMBER($n) }\na = { -t(n: \"x\") }\n", (Code::FluentSyntax, 1, 15)),
        ("a = x &copy; y\n", (Code::UnknownTag, 1, 7)),
        ("a = <a data-l10n-name=\"{ $phone }\">x</a>\n", (Code::UnknownTag, 1, 5)),
        ("a = <a\n  data-l10n-name=\"fax\">x</a>\n", (Code::UnknownLink, 1, 5)),
        ("a = <span lang=\"no tag\">x</span>\n", (Code::LocaleTag, 1, 5)),
    ] {
        let loaded = load(text);
        assert_eq!(loaded.reports(), [expected], "{text:?}");
        assert!(loaded.diagnostics.iter().all(|diagnostic| diagnostic.help.is_some()), "{text:?}");
    }
}

#[test]
fn what_is_wrong_is_known_by_name_and_has_no_text() {
    let loaded = load("a = { b }\nb = <b>\nc = { $phone\nd = fine\n");
    for id in ["a", "b", "c"] {
        assert!(loaded.catalog.get(id).is_none() && loaded.catalog.span(id).is_some(), "{id}");
    }
    assert_eq!(loaded.text("d"), "fine");
    assert_eq!(loaded.sources.position(loaded.catalog.span("c").unwrap()), (3, 1));
    assert_eq!(loaded.catalog.ids().collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    assert_eq!(loaded.diagnostics.len(), 2);
}

#[test]
fn two_files_of_a_locale_are_one_catalog() {
    let loaded = load_with("en", &["a = { b }\n", "b = x\na = y\n"], &variables());
    assert_eq!(loaded.text("a"), "x");
    assert_eq!(loaded.reports(), [(Code::DuplicateMessage, 2, 1)]);
}

#[test]
fn a_message_is_put_together() {
    let text = "# for whom\na =\n    <strong>{ $organisation }:</strong> 1 < 2 &amp; R&D\n    \
                { $count } { -t(case: \"x\") }\n\n    <a data-l10n-name=\"phone\">{ $phone }</a>\n    .title = T\n\
                -t = <cite>Act</cite> { $case }\n";
    let loaded = load(text);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let rich = loaded.catalog.get("a").unwrap();
    assert_eq!(rich.text, "ORGANISATION: 1 < 2 & R&D 1,234 Act x\u{2029}PHONE");
    let at = |part: &str| rich.text.find(part).map(|start| start..start + part.len()).unwrap();
    let link = Mark::Link("phone".to_owned());
    assert_eq!(
        rich.marks,
        [(at("ORGANISATION:"), Mark::Strong), (at("Act"), Mark::Cite), (at("PHONE"), link)]
    );
    assert_eq!(rich.isolates, [at("ORGANISATION"), at("1,234"), at("x"), at("PHONE")]);
    let source = &text[rich.span.range()];
    assert!(source.starts_with("a =") && source.ends_with("</a>"), "{source:?}");
    assert_eq!(loaded.sources.position(place_of(rich.span, '&', &loaded.sources)), (3, 47));
    assert_eq!(place_of(rich.span, 'H', &loaded.sources), rich.span);
}

#[test]
fn numbers_that_nobody_counts_with_do_no_harm() {
    for number in [f64::NAN, f64::INFINITY, 1e300, -1e300, 1e-300, 0.1 + 0.2] {
        let variables = BTreeMap::from([("count".to_owned(), Value::Number(number))]);
        let loaded = load_with("ar", &["a = { $count ->\n  [one] x\n *[other] { $count }\n}\n"], &variables);
        assert!(loaded.catalog.get("a").is_some());
    }
}

#[test]
fn a_mark_of_byte_order_and_windows_line_ends_are_let_pass() {
    let loaded = load("\u{FEFF}a =\r\n  one\r\n  two\r\n\r\n  three\r\nb = { $fon }\r\n");
    assert_eq!(loaded.text("a"), "one two\u{2029}three");
    assert_eq!(loaded.reports(), [(Code::UnknownVariable, 6, 7)]);
}

#[test]
fn depth_length_and_number_have_bounds() {
    let chain: String = (0..20_000).map(|at| format!("m{at} = {{ m{} }}\n", at + 1)).collect();
    let laughs: String =
        (0..12).map(|at| format!("l{at} = {}\n", format!("{{ l{} }}", at + 1).repeat(9))).collect();
    for text in [
        "a = ".to_owned() + &"{".repeat(100_000),
        "a = {".to_owned() + &"FOO(".repeat(100_000),
        "a = {".to_owned() + &"{ $count ->\n*[x] {".repeat(50_000),
        "a = ".to_owned() + &"{ \"}\" ".repeat(100_000),
        "a = {\n".to_owned() + &"FOO(\n".repeat(100_000),
        "a = ".to_owned() + &"{ 1 -> \n *[x] ".repeat(120) + "x" + &"\n }".repeat(120) + "\n",
        chain + "m20000 = x\n",
        laughs.clone() + "l12 = x\n",
        laughs + "l12 = x\nm = { { l0 } }\n",
    ] {
        assert!(!load(&text).diagnostics.is_empty());
    }
    assert!(load(&("# ".to_owned() + &"{".repeat(1000) + "\na = x\n")).diagnostics.is_empty());
    assert_eq!(load(&format!("a = {}\n", "(".repeat(300))).text("a").len(), 300);
    assert_eq!(load("a = \\u00é\n").text("a"), "\\u00é");
}

/// Pieces that Fluent and markup are made of, so that arbitrary text comes near to both.
fn fluent_like() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "b = ",
        "-t = ",
        "\n",
        "\n ",
        "\n\n  ",
        "{ ",
        " }",
        "$phone",
        "$count",
        " ->\n",
        "[one] ",
        "*[other] ",
        "-t",
        "-t.x",
        ".x = ",
        "<strong>",
        "</strong>",
        "<em>",
        "</em>",
        "<a data-l10n-name=\"phone\">",
        "</a>",
        "<br/>",
        "<",
        ">",
        "&",
        ";",
        "&lt;",
        "\"",
        "\\u00",
        "\\",
        "(",
        ")",
        ",",
        "NUMBER(",
        ": 1",
        "1.5",
        "#",
        "é",
        "说",
        "e\u{301}",
        "\u{2068}",
        "\u{2069}",
        "\u{FDD0}",
        "\u{E000}",
        "\r\n",
        "\t",
        "\u{2029}",
        "\u{FEFF}",
        " ",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

fn sound(loaded: &Loaded) {
    for id in loaded.catalog.ids() {
        let Some(rich) = loaded.catalog.get(id) else { continue };
        assert!(unicode_normalization::is_nfc(&rich.text));
        assert!(
            !rich.text.contains(
                |c| ('\u{2066}'..='\u{2069}').contains(&c) || ('\u{FDD0}'..='\u{FDD3}').contains(&c)
            )
        );
        assert_eq!(rich.text.trim(), rich.text);
        for range in rich.marks.iter().map(|(range, _)| range).chain(&rich.isolates) {
            assert!(!rich.text[range.clone()].is_empty());
        }
        assert!(!rich.paragraphs().is_empty());
        place_of(rich.span, 'x', &loaded.sources);
    }
    for diagnostic in loaded.diagnostics.iter() {
        for (span, _) in &diagnostic.labels {
            assert!(loaded.sources.get(span.source).text.get(span.range()).is_some(), "{diagnostic:?}");
        }
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>()) {
        sound(&load(&text));
        sound(&load(&format!("a = {text}\n")));
    }

    #[test]
    fn no_text_near_fluent_panics(text in fluent_like(), other in fluent_like()) {
        let mut loaded = load(&text);
        sound(&loaded);
        let with_name = load(&format!("a = {other}\n"));
        sound(&with_name);
        compare(&loaded.catalog, &with_name.catalog, &all(&loaded.catalog), &[], &mut loaded.diagnostics);
    }

    #[test]
    fn markup_in_a_value_is_text(value in "[a-z<>&;/\"= \u{FDD0}\u{2069}]{1,12}|<strong>|&lt;|</em>|<br/>") {
        let plain: String = value.chars().filter(|c| c.is_ascii()).collect();
        let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
        let variables = BTreeMap::from([("phone".to_owned(), Value::Text(value))]);
        let loaded = load_with("en", &["a = <em>(</em>{ $phone })"], &variables);
        let rich = loaded.catalog.get("a").expect("nothing is wrong");
        let inside = &rich.text[1..rich.text.len() - 1];
        prop_assert_eq!(inside.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>(), words);
        prop_assert_eq!(&rich.marks, &[(0..1, Mark::Em)]);
    }
}
