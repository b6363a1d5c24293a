//! `polyleaf status`: what is translated, and what fits.

use serde_json::Value;

use crate::support::{Fixture, LOCALES, Run, program, root, run_of};

fn status(fixture: &Fixture, more: &[&str]) -> Run {
    let mut arguments = vec!["status", "--message-format", "json"];
    arguments.extend(more);
    fixture.run(&arguments)
}

/// The lines of that reason.
fn lines<'r>(run: &'r Run, reason: &str) -> Vec<&'r Value> {
    run.lines.iter().filter(|line| line["reason"] == reason).collect()
}

/// Messages, translated, copied, missing and errors of a language.
fn counts(run: &Run, locale: &str) -> Vec<u64> {
    let line = lines(run, "locale").into_iter().find(|line| line["locale"] == locale).unwrap();
    let columns = ["messages", "translated", "copied", "missing", "errors"];
    columns.iter().map(|column| line[*column].as_u64().unwrap()).collect()
}

#[test]
fn the_factsheet_is_whole_and_fits_as_it_is_built() {
    let run = |command: &str| {
        let out = tempfile::tempdir().unwrap();
        let mut all = vec![command, "--message-format", "json"];
        if command == "build" {
            all.extend(["--out", out.path().to_str().unwrap()]);
        }
        run_of(program().current_dir(root()).args(all).output().unwrap(), out.path())
    };
    let (status, build) = (run("status"), run("build"));
    assert_eq!(status.code, 0, "{}", status.talk);
    let locales: Vec<&str> =
        lines(&status, "locale").iter().map(|line| line["locale"].as_str().unwrap()).collect();
    assert_eq!(locales, LOCALES);
    let key = |line: &Value| {
        ["leaflet", "locale", "layout", "paper", "body_pt", "ideal_pt"].map(|key| line[key].to_string())
    };
    let mut fits: Vec<_> = lines(&status, "fit").into_iter().map(key).collect();
    let mut built: Vec<_> = build.artifacts().into_iter().map(key).collect();
    fits.sort();
    built.sort();
    assert_eq!(fits, built);
}

#[test]
fn messages_are_counted_against_the_source_language() {
    let es = "locales/es/text.ftl";
    let whole = status(&Fixture::new(), &[]);
    assert_eq!(
        (whole.code, counts(&whole, "en"), counts(&whole, "es")),
        (0, vec![3, 3, 0, 0, 0], vec![3, 3, 0, 0, 0])
    );
    let fixture = Fixture::new().with(es, "heading = Hola\n", "");
    let missing = status(&fixture, &[]);
    assert_eq!((missing.code, counts(&missing, "es")), (1, vec![3, 2, 0, 1, 0]));
    let copied = status(
        &Fixture::new().with(
            es,
            "Un <strong>texto</strong> corto de un párrafo.",
            "A short <strong>text</strong> of one paragraph.",
        ),
        &[],
    );
    assert_eq!((copied.code, counts(&copied, "es")), (0, vec![3, 2, 1, 0, 0]));
    let broken = status(&Fixture::new().with(es, "</strong>", ""), &[]);
    assert_eq!((broken.code, counts(&broken, "es")), (1, vec![3, 3, 0, 0, 1]));
    assert_eq!(lines(&broken, "fit")[1]["problem"], "its messages have errors");
    let empty = status(&Fixture::new().with(es, "heading = Hola", "heading ="), &[]);
    assert_eq!((empty.code, counts(&empty, "es")), (1, vec![3, 2, 0, 1, 1]));
    let other = status(&fixture, &["-l", "en"]);
    assert_eq!((other.code, lines(&other, "locale").len()), (0, 1));
}

#[test]
fn what_does_not_fit_says_by_how_much_and_the_others_go_on() {
    let fixture = Fixture::new().with("locales/en/text.ftl", "A short", &"A long ".repeat(900));
    let run = status(&fixture, &[]);
    assert_eq!((run.code, run.written.len()), (1, 0));
    let fits = lines(&run, "fit");
    let problem = fits[0]["problem"].as_str().unwrap();
    let (number, rest) = problem.split_once(" pt ").unwrap();
    assert!(
        number.parse::<f64>().unwrap() > 100.0 && rest.ends_with(" characters) too tall for panel “text”"),
        "{problem}"
    );
    assert_eq!((&fits[0]["body_pt"], &fits[1]["problem"]), (&Value::Null, &Value::Null));
    assert!(fits[1]["body_pt"].as_f64().unwrap() >= 9.0);
    assert!((0.0..=1.0).contains(&fits[1]["fill"].as_f64().unwrap()));
}

#[test]
fn why_a_leaflet_is_not_set_is_said_in_short() {
    let new = Fixture::new;
    let (english, page) = ("locales/en/text.ftl", "layouts/page.toml");
    let last = "  { role = \"contact\", text = \"call\" },\n]";
    let shown = "{ role = \"picture\", file = \"dot.png\", alt = \"body\" },\n]";
    let picture = last.replace(']', shown);
    let cases = [
        (new().with(english, "Hello", "Hello \u{12000}"), "no face has “\u{12000}” (U+12000)"),
        (
            new().with(english, "A short", "A Honorificabilitudinitatibusnesses short").with(
                page,
                "place = \"body\"\nheight = \"60mm\"\ninset = [\"10mm\", \"20mm\"]",
                "place = \"body\"\nheight = \"60mm\"\ninset = [\"10mm\", \"85mm\"]",
            ),
            "a word is wider than panel “text”",
        ),
        (
            new().with(page, "place = \"body\"", "place = \"cover\""),
            "no panel for “body” and none for running text",
        ),
        (new().with(page, "max = 12", "max = 6"), "at most 6 pt, but this script needs 9"),
        (
            new().with("polyleaf.toml", last, &picture).file("dot.png", crate::pictures::stripes(100, 4)),
            "a picture has 15 pixels to the inch, fewer than 150",
        ),
    ];
    for (fixture, short) in cases {
        let run = status(&fixture, &["-l", "en"]);
        assert_eq!((run.code, lines(&run, "fit")[0]["problem"].as_str()), (1, Some(short)), "{}", run.talk);
    }
}

#[test]
fn all_layouts_are_those_that_have_a_panel_for_each_section() {
    let cover = include_str!("fixture/page.toml").replace("\"body\"", "\"cover\"");
    let fixture = Fixture::new().file("layouts/cover.toml", cover);
    let run = status(&fixture, &["-L", "all", "-l", "en"]);
    let layouts: Vec<&str> = lines(&run, "fit").iter().map(|fit| fit["layout"].as_str().unwrap()).collect();
    assert!(layouts.contains(&"page") && layouts.contains(&"letter-fold"), "{layouts:?}");
    assert!(!layouts.contains(&"cover"), "{layouts:?}");
}
