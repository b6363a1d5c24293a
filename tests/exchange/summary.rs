//! What is said of an import as a whole: other projects' files, texts that are not there, and that nothing was written.

use std::fs;

use super::{counts, exported, many_things, ran, read, rewritten, said};
use crate::support::{Fixture, Run};

/// Names of texts that are told of a file.
fn listed(run: &Run, what: &str) -> Vec<String> {
    let told = run.lines.iter().find(|line| line["reason"] == "imported").unwrap();
    told[what].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_file_of_another_project_is_one_error() {
    let rows: String = (0..40).map(|row| format!("other-{row},Texto {row}\n")).collect();
    for more in ["", "heading,Buenas\n"] {
        let fixture = Fixture::new().file("es.csv", format!("id,translation\n{rows}{more}"));
        let run = ran(&fixture, &["import", "es.csv", "--take", "file"]);
        assert_eq!((run.code, run.problems()), (1, vec!["exchange/unknown es.csv:2:1".to_owned()]), "{more}");
        assert!(
            run.lines[0]["message"].as_str().unwrap().contains("of another project"),
            "{:?}",
            run.lines[0]
        );
    }
    // A few are told each by itself, many as one.
    for (count, told) in [(3, 3), (30, 1)] {
        let known = "heading,Hola\n".repeat(30);
        let rows: String = (0..count).map(|row| format!("other-{row},Texto {row}\n")).collect();
        let fixture = Fixture::new().file("es.csv", format!("id,translation\n{known}{rows}"));
        assert_eq!(ran(&fixture, &["import", "es.csv"]).problems().len(), told, "{count}");
    }
}

#[test]
fn what_a_file_lacks_and_what_is_kept_is_listed() {
    let fixture = many_things();
    let file = exported(&fixture, "csv");
    let text = read(&fixture, &file);
    let start = text.find("text.ftl,'-clinic,").unwrap();
    let end = start + text[start..].find("\r\n").unwrap() + 2;
    let text = format!("{}{}", &text[..start], &text[end..]);
    let text = text.replace("Hello,Hola", "Hi,").replace("Una manzana.", "Una pera.");
    let fixture = fixture.file(&file, &text).with("locales/es/text.ftl", "Una manzana.", "Una uva.");
    let run = ran(&fixture, &["import", &file, "--take", "folder"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{:?}", run.lines);
    let lists = ["absent", "emptied", "sources", "kept"].map(|what| listed(&run, what).join(" "));
    assert_eq!(lists, ["-clinic", "heading", "heading", "apples[one]"]);
    let told = said(&fixture, &["import", &file, "--take", "folder"]);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in [
        "kept as they are: 1 (-clinic)",
        "kept as the folder has them: 1 (heading)",
        "not taken: 1 (heading)",
    ] {
        assert!(told.contains(line), "{told}");
    }
}

#[test]
fn an_export_of_one_leaflet_lacks_nothing() {
    let fixture = Fixture::with_gaps(&[]);
    assert_eq!(ran(&fixture, &["export", "fr", "--leaflet", "card", "--out", "fr-card.csv"]).code, 0);
    let run = ran(&fixture, &["import", "fr-card.csv"]);
    assert_eq!(listed(&run, "absent"), Vec::<String>::new());
}

#[test]
fn an_export_and_its_import_count_alike() {
    let fixture = many_things();
    for format in ["xlsx", "csv", "po", "xliff", "xliff2"] {
        let run = ran(&fixture, &["export", "es", "--format", format, "--replace"]);
        let exported = run.lines.iter().find(|line| line["reason"] == "exported").unwrap();
        let file = exported["path"].as_str().unwrap().to_owned();
        let counted: u64 = counts(&ran(&fixture, &["import", &file])).iter().sum();
        assert_eq!(exported["texts"].as_u64(), Some(counted), "{format}");
    }
}

#[test]
fn a_refused_case_leaves_the_summary() {
    let fixture = many_things()
        .with(
            "locales/es/text.ftl",
            "apples = { $apples ->\r\n    [one] Una manzana.\r\n   *[other] { $apples } manzanas.\r\n }\r\n",
            "",
        )
        .file("es.csv", "id,translation\napples[one],Una.\nheading,Buenas\n");
    let run = ran(&fixture, &["import", "es.csv", "--take", "file"]);
    assert_eq!((run.code, counts(&run)), (1, [0, 1, 0, 0, 1]), "{:?}", run.problems());
    assert!(run.lines[0]["help"].as_str().unwrap().contains("apples[other]"), "{:?}", run.lines[0]);
    let told = said(&fixture, &["import", "es.csv", "--take", "file"]);
    assert!(told.contains("Nothing was written"), "{told}");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_where_a_file_is_a_link() {
    let more = "more = More words.\n";
    let fixture = Fixture::new()
        .file("locales/en/more.ftl", more)
        .file("outside.ftl", "more = Más palabras.\n")
        .file("back.csv", "id,translation\nheading,Buenas\nmore,Otras palabras.\n");
    let outside = fixture.path().join("outside.ftl");
    fixture.link("locales/es/more.ftl", &outside);
    let before = read(&fixture, "locales/es/text.ftl");
    let run = ran(&fixture, &["import", "back.csv", "--locale", "es", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (1, vec!["project/link".to_owned()]), "{:?}", run.lines);
    assert_eq!(read(&fixture, "locales/es/text.ftl"), before);
    let told = said(&fixture, &["import", "back.csv", "--locale", "es", "--take", "file"]);
    assert!(told.contains("Nothing was written"), "{told}");
    assert_eq!(fs::read_to_string(outside).unwrap(), "more = Más palabras.\n");
}

#[test]
fn what_is_missing_is_told_by_its_row() {
    let fixture = many_things().with("locales/es/text.ftl", "-clinic = La clínica\r\n", "");
    let fixture = fixture.with("locales/es/text.ftl", "Y otro de { -clinic }.", "Y otro.");
    let file = exported(&fixture, "xlsx");
    rewritten(&fixture, &file, "Y otro.", "Y otro de { -clinic }.");
    let run = ran(&fixture, &["import", &file]);
    let told = run.lines[0].to_string();
    assert!(told.contains("cell D") && told.contains("take it out"), "{told}");
}

#[test]
fn a_name_of_no_format_is_refused() {
    let fixture = many_things();
    for (arguments, help) in [
        (&["export", "es", "-o", "es.ods"][..], ".xlsx"),
        (&["export", "es", "-o", "es.docx"], ".xlsx"),
        (&["export", "es", "--format", "csv", "-o", "es.xlsx"], ".csv"),
    ] {
        let run = fixture.run(arguments);
        assert!(run.code == 2 && run.talk.contains(help), "{arguments:?} {}", run.talk);
        assert!(!fixture.path().join(arguments[arguments.len() - 1]).exists());
    }
    for folder in ["v1.2", "my.texts/"] {
        assert_eq!(fixture.run(&["export", "es", "-o", folder]).code, 0, "{folder}");
        assert!(fixture.path().join(folder).join("es.xlsx").is_file());
    }
}
