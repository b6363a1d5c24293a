//! Files that other tools wrote.

use std::fs;

use super::{counts, ran, read};
use crate::support::{Fixture, root};

/// The project that files of other tools are of.
fn of_others() -> Fixture {
    let fixture = |name: &str| fs::read(root().join("tests/fixture/exchange").join(name)).unwrap();
    Fixture::empty()
        .file("polyleaf.toml", fixture("polyleaf.toml"))
        .file("layouts/page.toml", include_str!("../fixture/page.toml"))
        .file("locales/en/text.ftl", fixture("en.ftl"))
        .file("locales/ru/text.ftl", fixture("ru.ftl"))
}

#[test]
fn files_of_other_tools_are_read() {
    let russian = fs::read_to_string(root().join("tests/fixture/exchange/ru.ftl")).unwrap();
    let greeted = russian.replace("Привет", "Здравствуйте");
    let more = "\nmore = Мы сказали «нет»; и потом = ничего.\n";
    for (name, counted) in [
        ("po2xliff.xliff", [1, 2, 5, 0, 0]),
        ("xliff2po.po", [1, 2, 5, 0, 0]),
        ("pomerge.po", [1, 2, 5, 0, 0]),
        ("msgcat.po", [1, 2, 5, 0, 0]),
        ("msgmerge.po", [1, 2, 5, 0, 0]),
        ("toolkit.csv", [1, 1, 6, 0, 0]),
        ("toolkit.xlf", [1, 1, 6, 0, 0]),
        ("toolkit2.xlf", [1, 1, 6, 0, 0]),
        ("openpyxl.xlsx", [1, 1, 6, 0, 0]),
        ("libreoffice.xlsx", [1, 1, 6, 0, 0]),
        ("libreoffice.csv", [1, 1, 6, 0, 0]),
        // What is marked as not done is left.
        ("weblate.xliff", [0, 1, 0, 1, 1]),
        ("pontoon.xliff", [1, 1, 1, 1, 0]),
        ("poedit.po", [0, 2, 2, 0, 1]),
    ] {
        let file = root().join("tests/fixture/exchange").join(name);
        let fixture = of_others();
        let run = ran(&fixture, &["import", file.to_str().unwrap(), "--locale", "ru"]);
        assert_eq!((run.code, counts(&run)), (0, counted), "{name} {:?} {}", run.problems(), run.talk);
        let mut expected = greeted.clone();
        if counted[1] == 2 {
            expected = expected.replace("яблока", "яблочка");
        }
        let text = read(&fixture, "locales/ru/text.ftl");
        assert!(text.starts_with(&expected), "{name} {text}");
        assert_eq!(text[expected.len()..].contains(more), counted[0] == 1, "{name} {text}");
    }
}

#[test]
fn plural_forms_that_a_tool_dropped_are_told() {
    for name in ["po2csv.csv", "csv2po.po"] {
        let file = root().join("tests/fixture/exchange").join(name);
        let run = ran(&of_others(), &["import", file.to_str().unwrap(), "--locale", "ru"]);
        assert_eq!((run.code, counts(&run)), (1, [1, 1, 4, 0, 1]), "{name}");
        assert!(run.problems()[0].starts_with("exchange/case"), "{:?}", run.problems());
    }
}
