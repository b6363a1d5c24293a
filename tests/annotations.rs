//! What `check` says to forges and editors: commands of GitHub's workflows, and SARIF 2.1.0, held against its schema.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{Fixture, program, root};

/// Runs `check` in a folder; its exit code and standard out.
fn check(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = program().current_dir(folder).arg("check").args(arguments).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

/// A project whose Spanish has a tag that is not closed, after a character of two UTF-16 units, and lacks a message.
fn wrong() -> Fixture {
    let text = "heading = 🦋 <strong>Hola\nlink = <a data-l10n-name=\"web\">example.org</a>\n";
    Fixture::new().file("locales/es/a b,%.ftl", text).without("locales/es/text.ftl")
}

/// The log, sound by its schema.
fn log(folder: &Path, arguments: &[&str]) -> (i32, Value) {
    let (code, text) = check(folder, &[&["--format", "sarif"], arguments].concat());
    let log: Value = serde_json::from_str(&text).unwrap();
    let schema = fs::read_to_string(root().join("tests/sarif/sarif-schema-2.1.0.json")).unwrap();
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.enable_format_assertions();
    compiler.add_resource("mem:///sarif", serde_json::from_str(&schema).unwrap()).unwrap();
    let schema = compiler.compile("mem:///sarif", &mut schemas).unwrap();
    if let Err(wrong) = schemas.validate(&log, schema) {
        panic!("{wrong}\n{text}");
    }
    (code, log)
}

#[test]
fn the_schema_tells_a_wrong_log() {
    let schema = fs::read_to_string(root().join("tests/sarif/sarif-schema-2.1.0.json")).unwrap();
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.add_resource("mem:///sarif", serde_json::from_str(&schema).unwrap()).unwrap();
    let schema = compiler.compile("mem:///sarif", &mut schemas).unwrap();
    assert!(schemas.validate(&serde_json::json!({ "version": "2.1.0" }), schema).is_err());
}

#[test]
fn github_is_told_each_problem_in_a_command() {
    let fixture = wrong();
    let (code, text) = check(fixture.path(), &["es", "--format", "github"]);
    assert_eq!(code, 1, "{text}");
    let expected = "::error file=locales/es/a b%2C%25.ftl,line=1,col=14,endColumn=22,title=markup/unclosed::";
    assert!(text.lines().any(|line| line.starts_with(expected)), "{text}");
    let commands = text.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning "));
    assert!(commands, "{text}");
    let helped =
        text.lines().filter(|line| line.contains("title=markup/unclosed::")).all(|line| line.contains("%0A"));
    assert!(helped, "{text}");
    let (code, text) = check(Fixture::new().path(), &["--format", "github"]);
    assert_eq!((code, text.as_str()), (0, ""));
}

#[test]
fn sarif_keeps_its_schema_and_names_rules_and_places() {
    let fixture = wrong();
    let (code, log) = log(fixture.path(), &["es"]);
    assert_eq!(code, 1);
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let driver = &run["tool"]["driver"];
    assert_eq!(
        (driver["name"].as_str(), driver["version"].as_str()),
        (Some("polyleaf"), Some(env!("CARGO_PKG_VERSION")))
    );
    let results = run["results"].as_array().unwrap();
    let rules = driver["rules"].as_array().unwrap();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["shortDescription"]["text"].as_str().unwrap().ends_with('.'));
    }
    let unclosed = results.iter().find(|result| result["ruleId"] == "markup/unclosed").unwrap();
    let place = &unclosed["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "locales/es/a%20b%2C%25.ftl");
    let region = serde_json::json!({ "startLine": 1, "startColumn": 14, "endLine": 1, "endColumn": 22 });
    assert_eq!((&place["region"], &unclosed["level"]), (&region, &Value::from("error")));
    assert!(unclosed["message"]["text"].as_str().unwrap().contains('\n'), "{unclosed}");
    let missing = results.iter().filter(|result| result["ruleId"] == "fluent/missing");
    let related =
        |result: &Value| result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone();
    let files: Vec<Value> = missing
        .flat_map(|result| {
            [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone(), related(result)]
        })
        .collect();
    assert!(files.contains(&Value::from("locales/en/text.ftl")), "{files:?}");
}

#[test]
fn sarif_of_nothing_wrong_and_of_what_lies_nowhere_keeps_its_schema() {
    let (code, sound) = log(Fixture::new().path(), &[]);
    assert_eq!((code, sound["runs"][0]["results"].as_array().map(Vec::len)), (0, Some(0)));
    let (code, nowhere) = log(Fixture::new().path(), &["klingon"]);
    assert_eq!(code, 2);
    let place = &nowhere["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(
        (place["artifactLocation"]["uri"].as_str(), &place["region"]),
        (Some("polyleaf.toml"), &Value::Null)
    );
}

#[test]
fn what_is_counted_only_is_a_notification() {
    let text = format!("heading = Hola\nbody = {}\n", "<b>x</b> ".repeat(30));
    let (_, log) = log(Fixture::new().file("locales/es/text.ftl", text).path(), &["es"]);
    let notes = log["runs"][0]["invocations"][0]["toolExecutionNotifications"].to_string();
    assert!(notes.contains("more errors in message `body`"), "{notes}");
}

#[test]
fn files_are_named_from_the_top_of_the_repository_and_no_path_of_the_machine_is_told() {
    let inner = wrong();
    let outer = Fixture::empty();
    for name in ["polyleaf.toml", "layouts/page.toml", "locales/en/text.ftl", "locales/es/a b,%.ftl"] {
        let to = outer.path().join("a sub/leaflets").join(name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(inner.path().join(name), to).unwrap();
    }
    let machine = fs::canonicalize(outer.path()).unwrap().display().to_string();
    let named = |folder: &Path, arguments: &[&str], file: &str, uri: &str| {
        let (_, github) = check(folder, &[arguments, &["--format", "github"]].concat());
        assert!(github.contains(&format!("file={file}locales/es/")), "{github}");
        let (_, log) = log(folder, arguments);
        let log = log.to_string();
        assert!(log.contains(&format!("\"uri\":\"{uri}locales/es/")), "{log}");
        assert!(!log.contains(&machine) && !github.contains(&machine), "{log}");
    };
    let project = outer.path().join("a sub/leaflets");
    let above = &["--project", "a sub/leaflets"];
    // Without a repository, from where the program runs.
    named(outer.path(), above, "a sub/leaflets/", "a%20sub/leaflets/");
    named(&project, &[], "", "");
    named(Fixture::empty().path(), &["--project", project.to_str().unwrap()], "", "");
    // With one, from its top, wherever the program runs.
    fs::create_dir(outer.path().join(".git")).unwrap();
    named(outer.path(), above, "a sub/leaflets/", "a%20sub/leaflets/");
    named(&project, &[], "a sub/leaflets/", "a%20sub/leaflets/");
    named(&project.join("locales"), &["--project", ".."], "a sub/leaflets/", "a%20sub/leaflets/");
}

#[test]
fn the_older_option_says_the_same_and_not_both_may_be_said() {
    let fixture = wrong();
    assert_eq!(
        check(fixture.path(), &["--format", "json"]),
        check(fixture.path(), &["--message-format", "json"])
    );
    let both = fixture.run(&["check", "--format", "json", "--message-format", "json"]);
    assert_eq!(both.code, 2);
}
