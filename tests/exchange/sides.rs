//! Texts that changed on both sides, or on one.

use super::{FORMATS, counts, exported, many_things, ran, read, rewritten};
use crate::support::Fixture;

#[test]
fn what_changed_on_both_sides_is_a_conflict() {
    for format in FORMATS {
        let fixture = many_things();
        let file = exported(&fixture, format);
        rewritten(&fixture, &file, "Hola", "Buenos días");
        let fixture = fixture.with("locales/es/text.ftl", "Hola", "Salud");
        let run = ran(&fixture, &["import", &file]);
        let told = run.problems();
        assert!(
            told.len() == 1 && told[0].starts_with(&format!("exchange/conflict {file}:")),
            "{format} {told:?}"
        );
        assert_eq!((run.code, counts(&run)[4]), (1, 1), "{format}");
        let labels = run.lines[0]["labels"].to_string();
        assert!(labels.contains("“Buenos días”") && labels.contains("“Salud”"), "{labels}");
        assert!(read(&fixture, "locales/es/text.ftl").contains("Salud"));
        let run = ran(&fixture, &["import", &file, "--take", "folder"]);
        assert_eq!((run.code, counts(&run)), (0, [0, 0, 7, 0, 0]), "{format}");
        let run = ran(&fixture, &["import", &file, "--take", "file"]);
        assert_eq!((run.code, counts(&run)), (0, [0, 1, 6, 0, 0]), "{format} {:?}", run.problems());
        assert!(read(&fixture, "locales/es/text.ftl").contains("Buenos días"));
    }
}

#[test]
fn what_changed_in_the_folder_alone_stays() {
    for format in FORMATS {
        let fixture = many_things();
        let file = exported(&fixture, format);
        let fixture = fixture.with("locales/es/text.ftl", "Hola", "Salud");
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, run.problems(), counts(&run)), (0, vec![], [0, 0, 7, 0, 0]), "{format}");
        assert!(read(&fixture, "locales/es/text.ftl").contains("Salud"));
    }
}

#[test]
fn a_changed_source_text_is_told() {
    for format in FORMATS {
        let fixture = many_things();
        let file = exported(&fixture, format);
        rewritten(&fixture, &file, "Hola", "Buenos días");
        let fixture = fixture.with("locales/en/text.ftl", "Hello", "Good day");
        let run = ran(&fixture, &["import", &file]);
        let told = run.problems();
        assert!(
            told.len() == 1 && told[0].starts_with(&format!("exchange/outdated {file}:")),
            "{format} {told:?}"
        );
        assert_eq!((run.code, counts(&run)), (0, [0, 1, 6, 0, 0]), "{format}");
    }
}

#[test]
fn an_import_approves_nothing() {
    for format in FORMATS {
        let fixture = many_things();
        assert_eq!(ran(&fixture, &["approve", "es", "--by", "Ana"]).code, 0);
        let before = read(&fixture, "locales/es/status.toml");
        let file = exported(&fixture, format);
        rewritten(&fixture, &file, "Hola", "Buenos días");
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{format}");
        assert_eq!(read(&fixture, "locales/es/status.toml"), before);
        let status = ran(&fixture, &["status", "es"]);
        let told = status.lines.iter().find(|line| line["reason"] == "locale").unwrap();
        assert_eq!((told["changed"].as_u64(), told["reviewed"].as_u64()), (Some(1), Some(4)), "{told}");
    }
}

#[test]
fn what_is_out_of_date_is_said_in_each_format() {
    let fixture = many_things();
    assert_eq!(ran(&fixture, &["approve", "es", "--by", "Ana"]).code, 0);
    let fixture = fixture.with("locales/en/text.ftl", "Hello", "Good day");
    for (format, told) in [
        ("csv", "heading,Good day,Hola,\"What we say\r\n"),
        ("po", "#, fuzzy\n#| msgid \"Hello\"\nmsgctxt \"heading\"\nmsgid \"Good day\"\n"),
        ("xliff", "<target state=\"needs-review-translation\">Hola</target>"),
        ("xliff2", "<segment state=\"translated\" subState=\"polyleaf:outdated\">"),
    ] {
        let file = exported(&fixture, format);
        let text = read(&fixture, &file);
        assert!(text.contains(told) || format == "csv" && text.contains("outdated"), "{format} {text}");
        // And what it says comes back as it went.
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, counts(&run)), (0, [0, 0, 7, 0, 0]), "{format}");
    }
}

#[test]
fn several_files_are_one_import() {
    let fixture = Fixture::new()
        .file("one.csv", "context,target\nheading,Buenos días\n")
        .file("two.csv", "context,target\nbody,Un <strong>texto.\n");
    let before = read(&fixture, "locales/es/text.ftl");
    let run = ran(&fixture, &["import", "one.csv", "two.csv", "-l", "es", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (1, vec!["markup/unclosed two.csv:2:6".to_owned()]));
    assert_eq!(read(&fixture, "locales/es/text.ftl"), before);
    let fixture = fixture.file("two.csv", "context,target\nbody,Un <strong>texto</strong>.\n");
    let run = ran(&fixture, &["import", "one.csv", "two.csv", "-l", "es", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (0, vec![]));
    let after = read(&fixture, "locales/es/text.ftl");
    assert!(after.starts_with("heading = Buenos días\nbody = Un <strong>texto</strong>.\n"), "{after}");
}
