//! A language against the source language.

use super::{all, load, load_with, variables};
use crate::content::compare;
use crate::diag::{Code, Diagnostics, Severity};

fn compared(source: &str, tag: &str, translated: &str) -> Vec<(Code, Severity)> {
    let (source, locale) = (load(source), load_with(tag, &[translated], &variables()));
    assert!(source.diagnostics.is_empty() && locale.diagnostics.is_empty(), "{:?}", locale.diagnostics);
    let mut diagnostics = Diagnostics::default();
    compare(&source.catalog, &locale.catalog, &all(&source.catalog), &[], &mut diagnostics);
    diagnostics.iter().map(|diagnostic| (diagnostic.code, diagnostic.severity)).collect()
}

#[test]
fn a_locale_is_compared_with_the_source_language() {
    let (missing, obsolete) = (Code::MissingMessage, Code::ObsoleteMessage);
    let (variable, markup) = (Code::UnknownVariable, Code::MarkupDiffers);
    let (reference, case) = (Code::Reference, Code::Case);
    let (error, warning) = (Severity::Error, Severity::Warning);
    let plural = "a = { $count ->\n  [one] x\n *[other] { $count } y\n}\n";
    for (source, tag, translated, expected) in [
        ("a = x\nb = y\n", "fr", "a = x\n", vec![(missing, error)]),
        ("a = x\n", "fr", "a = x\nb = y\n-t = z\n", vec![(obsolete, warning), (obsolete, warning)]),
        ("a = { $phone }\n", "fr", "a = x\n", vec![(variable, error)]),
        ("a = x\n", "fr", "a = { $phone }\n", vec![(variable, warning)]),
        ("a = { b }\nb = { $phone }\n", "fr", "a = { $phone }\nb = { $phone }\n", vec![(reference, warning)]),
        (plural, "ko", "a = { $count } y\n", vec![]),
        ("a = { $count } y\n", "fr", plural, vec![]),
        ("a = { $count ->\n  [one] x\n *[other] y\n}\n", "ko", "a = y\n", vec![]),
        ("a = { $count ->\n  [one] x\n *[other] y\n}\n", "fr", "a = y\n", vec![(variable, warning)]),
        ("a = <em>x</em>\n", "fr", "a = x\n", vec![(markup, error)]),
        ("a = <em>x</em>\n", "fr", "a = <strong>x</strong>\n", vec![(markup, error)]),
        ("a = x\n", "fr", "a = x<br/>y\n", vec![(markup, warning)]),
        ("a = x\n", "fr", "a = <span lang=\"en\">x</span>\n", vec![]),
        (
            "a = <a data-l10n-name=\"phone\">x</a>\n",
            "fr",
            "a = <a data-l10n-name=\"email\">x</a>\n",
            vec![(markup, error)],
        ),
        (
            "a = { -t }\n-t = <cite>x</cite>\n",
            "fr",
            "a = <cite>x</cite>\n",
            vec![(reference, warning), (missing, warning)],
        ),
        ("a = x\n  .t = y\n", "fr", "a = x\n", vec![(missing, error)]),
        ("a = x\n", "fr", "a = x\n  .t = y\n", vec![(obsolete, warning)]),
        (plural, "pl", plural, vec![(missing, warning)]),
        (plural, "fr", plural, vec![]),
        (plural, "en", "a = { $count ->\n  [1] x\n *[other] { $count } y\n}\n", vec![]),
        (
            plural,
            "en",
            "a = { $count ->\n  [1] x\n  [few] { $count } z\n *[other] { $count } y\n}\n",
            vec![(case, warning)],
        ),
    ] {
        assert_eq!(compared(source, tag, translated), expected, "{source:?} {translated:?}");
    }
}

#[test]
fn what_was_reported_is_not_called_missing() {
    let (source, locale) =
        (load("a = x\nb = { $phone }\nc = x\n"), load("a = { $\nb = <b>\n-c = x\nc = x\n"));
    let mut diagnostics = Diagnostics::default();
    compare(&source.catalog, &locale.catalog, &all(&source.catalog), &[], &mut diagnostics);
    // Terms are others than messages of their name.
    let told: Vec<&str> = diagnostics.iter().map(|told| told.message.as_str()).collect();
    assert_eq!(told, ["the term `-c` is not in English"]);
}

#[test]
fn shipped_locales_are_clean() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let read = |folder: &std::path::Path| -> Option<String> {
        std::fs::read_to_string(folder.join("factsheet.ftl")).ok()
    };
    let english = load(&read(&folder.join("en")).expect("the source language is shipped"));
    for entry in std::fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        let Some(text) = read(&entry.path()) else { continue };
        let mut variables = variables();
        variables.remove("count");
        let mut loaded = load_with(entry.file_name().to_str().unwrap(), &[&text], &variables);
        compare(&english.catalog, &loaded.catalog, &all(&english.catalog), &[], &mut loaded.diagnostics);
        assert!(!loaded.diagnostics.has_errors(), "{:?}: {:#?}", entry.path(), loaded.diagnostics);
        assert!(loaded.catalog.ids().all(|id| loaded.catalog.get(id).is_some()));
    }
}
