//! `[variables]` in a file for `--org`: what an organisation says in place of the project.

use std::fs;

use crate::support::{Fixture, Run};

const OURS: &str = "[organisation]\nname = \"Ours\"\nemail = \"us@southside.org\"\nphone = \"604-555-0123\"\n\
                    website = \"southside.org\"\n";

/// A project that says how long people wait and what they pay, built for an organisation with those lines in its file.
fn build(own: &str, lines: &str) -> (Fixture, Run) {
    let fixture = Fixture::new();
    let read = |name: &str| fs::read_to_string(fixture.path().join(name)).unwrap();
    let manifest = read("polyleaf.toml").replacen("[[leaflet]]", &format!("{own}\n[[leaflet]]"), 1);
    let says = |text: String, words: &str| {
        let kept = text.lines().filter(|line| !line.starts_with("body = "));
        kept.map(|line| format!("{line}\n")).collect::<String>() + words
    };
    let english = says(read("locales/en/text.ftl"), WORDS);
    let spanish = says(read("locales/es/text.ftl"), WORDS);
    let fixture = fixture
        .file("polyleaf.toml", manifest)
        .file("locales/en/text.ftl", english)
        .file("locales/es/text.ftl", spanish)
        .file("our.toml", format!("{OURS}{lines}"));
    let organisation = fixture.path().join("our.toml");
    let run = fixture.build(&["-l", "en", "--format", "txt", "--org", organisation.to_str().unwrap()]);
    (fixture, run)
}

const WORDS: &str = "body = { $wait ->\n    [one] Wait a minute, { $price }.\n   *[other] Wait { $wait } minutes, { $price }.\n }\n";
const OWN: &str = "[variables]\nwait = 20\nprice = \"free of charge\"\n";

/// The text that was written.
fn text(fixture: &Fixture, run: &Run) -> String {
    let name = run.written.iter().find(|name| name.ends_with(".txt")).expect(&run.talk);
    fs::read_to_string(fixture.out().join(name)).unwrap()
}

#[test]
fn an_organisation_gives_variables_its_own_values() {
    for (lines, said) in [
        ("", "Wait 20 minutes, free of charge."),
        ("[variables]\nwait = 1\n", "Wait a minute, free of charge."),
        ("[variables]\nwait = 45\nprice = \"five dollars\"\n", "Wait 45 minutes, five dollars."),
        ("[theme]\nmotif = \"none\"\n[variables]\nprice = \"<b>\"\n", "Wait 20 minutes, <b>."),
    ] {
        let (fixture, run) = build(OWN, lines);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{lines}: {}", run.talk);
        let text = text(&fixture, &run).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn what_no_variable_of_the_project_can_be_is_told_at_its_line() {
    for (own, lines, place, message, help) in [
        (OWN, "[variables]\nwaits = 4\n", "7:1", "there is no variable `waits`", "did you mean “wait”?"),
        (
            OWN,
            "[variables]\nhours = \"9\"\n",
            "7:1",
            "there is no variable `hours`",
            "variables are price, wait",
        ),
        (
            "",
            "[variables]\nwait = 4\n",
            "7:1",
            "there is no variable `wait`",
            "the project has no [variables]",
        ),
        (OWN, "[variables]\nwait = \"30\"\n", "7:8", "`wait` is a number in this project", "wait = 30"),
        (OWN, "[variables]\nwait = \"long\"\n", "7:8", "`wait` is a number in this project", "wait = 20"),
        (OWN, "[variables]\nprice = 5\n", "7:9", "`price` is words in this project", "price = \"5\""),
        (OWN, "[variables]\nprice = [5]\n", "7:9", "is a list", "without [ and ]"),
        (OWN, "[variables]\nprice = five\n", "7:9", "needs quotation marks", "price = \"five\""),
        (OWN, "[variables]\nwait = -1\n", "7:8", "no number that a leaflet can say", "give 0 or more"),
        (
            OWN,
            "[variables]\nphone = \"911\"\n",
            "7:1",
            "$phone comes from [organisation]",
            "write it in [organisation]",
        ),
        (OWN, "[Variables]\nwait = 4\n", "6:1", "is not written as it has to be", "write [variables]"),
    ] {
        let (_fixture, run) = build(own, lines);
        let told: Vec<_> = run.lines.iter().filter(|line| line["reason"] == "diagnostic").collect();
        let of_file: Vec<_> = told
            .iter()
            .filter(|line| line["labels"][0]["file"].as_str().is_some_and(|file| file.ends_with("our.toml")))
            .collect();
        assert_eq!((run.code, of_file.len()), (1, 1), "{lines}: {told:?}");
        let label = &of_file[0]["labels"][0];
        assert_eq!(format!("{}:{}", label["line"], label["column"]), place, "{lines}: {told:?}");
        assert!(of_file[0]["message"].as_str().unwrap().contains(message), "{told:?}");
        assert!(of_file[0]["help"].as_str().unwrap().contains(help), "{told:?}");
        assert!(run.written.is_empty(), "{lines}: {:?}", run.written);
    }
}
