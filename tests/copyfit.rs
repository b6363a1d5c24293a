//! What is told of a text that does not fit is enough: whoever does what is advised has one that fits.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::support::{Fixture, names, program, root};

/// The shipped project with English and another language, whose longer messages are longer still.
fn lengthened(tag: &str, more: &str, most: usize) -> Fixture {
    let mut fixture = Fixture::empty().file("polyleaf.toml", fs::read(root().join("polyleaf.toml")).unwrap());
    for own in ["en", tag] {
        for name in names(&root().join("locales").join(own)) {
            let text = fs::read_to_string(root().join("locales").join(own).join(&name)).unwrap();
            let mut left = if own == tag && name == "factsheet.ftl" { most } else { 0 };
            let lines = text.lines().map(|line| match line.split_once(" = ") {
                Some((id, value)) if left > 0 && value.chars().count() > 30 && !id.starts_with("cover") => {
                    left -= 1;
                    format!("{line}{}", more.repeat(3))
                }
                _ => line.to_owned(),
            });
            let lines: Vec<String> = lines.collect();
            fixture = fixture.file(&format!("locales/{own}/{name}"), lines.join("\n") + "\n");
        }
    }
    fixture
}

/// What is told of a layout that a language does not fit: its message and its help.
fn overset(fixture: &Fixture, tag: &str, layout: &str) -> Option<(String, String)> {
    let asked = ["build", tag, "--leaflet", "factsheet", "--layout", layout, "--message-format", "json"];
    let output = program().current_dir(fixture.path()).args(asked).output().unwrap();
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    let facts: Vec<Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let told = facts.iter().find(|fact| fact["code"] == "fit/overset")?;
    Some((told["message"].as_str().unwrap().to_owned(), told["help"].as_str().unwrap().to_owned()))
}

/// The messages that are to lose so many characters, of a help that names them all.
fn advised(help: &str) -> BTreeMap<String, usize> {
    let (_, list) = help.split_once("last lines are short: ").unwrap();
    let list = list.split(", or ").next().unwrap();
    let parts = list.split(", ").flat_map(|part| part.split(" and "));
    let pairs = parts.map(|part| part.split_once(" by ").unwrap_or_else(|| panic!("{part} in {help}")));
    pairs.map(|(id, count)| (id.to_owned(), count.parse().unwrap())).collect()
}

/// A line without so many characters at its end, in whole words.
fn shorter(line: &str, count: usize) -> String {
    let kept = line.trim_end().chars().count() - count;
    let cut: String = line.chars().take(kept).collect();
    format!("{}.", cut.rsplit_once(' ').unwrap().0.trim_end_matches([',', '.']))
}

#[test]
fn messages_that_lose_what_is_advised_make_the_text_fit() {
    for (tag, more, most) in [
        ("es", " Además, esto ocurre todos los días y en todas las ciudades donde vivimos.", 8),
        ("en", " And this happens every day, in every town where we live and work.", 16),
        ("ko", " 이런 일은 우리가 사는 모든 도시에서 날마다 일어납니다.", 17),
    ] {
        let mut fixture = lengthened(tag, more, most);
        let (message, help) = overset(&fixture, tag, "letter-fold").expect(tag);
        let advised = advised(&help);
        let all: usize = advised.values().sum();
        let told = format!("(about {all} characters) too tall");
        assert!(
            message.contains(&told) && help.contains(&format!("about {all} characters")),
            "{message} {help}"
        );
        assert!((2..=8).contains(&advised.len()), "{help}");
        let path = format!("locales/{tag}/factsheet.ftl");
        let text = fs::read_to_string(fixture.path().join(&path)).unwrap();
        let lines =
            text.lines().map(|line| match line.split_once(" = ").and_then(|(id, _)| advised.get(id)) {
                Some(count) => shorter(line, *count),
                None => line.to_owned(),
            });
        let lines: Vec<String> = lines.collect();
        fixture = fixture.file(&path, lines.join("\n") + "\n");
        assert_eq!(overset(&fixture, tag, "letter-fold"), None, "{tag}: {help}");
    }
}

/// The room of each message, by the table that translators are sent.
fn rooms(fixture: &Fixture, tag: &str) -> BTreeMap<String, i64> {
    let file = fixture.path().join("rooms.csv");
    let asked = ["export", tag, "--format", "csv", "--replace", "--out", file.to_str().unwrap()];
    assert!(program().current_dir(fixture.path()).args(asked).output().unwrap().status.success());
    let mut table = csv::Reader::from_path(file).unwrap();
    let at = table.headers().unwrap().iter().position(|head| head == "length left").unwrap();
    let rows = table.records().map(Result::unwrap);
    rows.filter_map(|row| Some((row[1].to_owned(), row[at].parse().ok()?))).collect()
}

/// The layouts that a language does not fit.
fn unfit(fixture: &Fixture, tag: &str) -> Vec<String> {
    let output =
        program().current_dir(fixture.path()).args(["status", tag, "--message-format", "json"]).output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    let facts = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let unset = facts.filter(|fact| fact["reason"] == "fit" && !fact["problem"].is_null());
    unset.map(|fact| fact["layout"].as_str().unwrap().to_owned()).collect()
}

/// The project, messages of a language longer by so many characters, in words of the language.
fn grown(tag: &str, words: &str, more: &BTreeMap<&str, usize>) -> Fixture {
    let mut fixture = lengthened(tag, "", 0);
    for name in names(&root().join("locales").join(tag)) {
        let path = format!("locales/{tag}/{name}");
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let lines = text.lines().map(|line| match line.split_once(" = ").and_then(|(id, _)| more.get(id)) {
            Some(count) => {
                let added: String = words.chars().cycle().take(*count).collect();
                format!("{line}{}", added.trim_end())
            }
            None => line.to_owned(),
        });
        let lines: Vec<String> = lines.collect();
        fixture = fixture.file(&path, lines.join("\n") + "\n");
    }
    fixture
}

#[test]
fn a_message_may_get_longer_by_the_room_that_is_told_and_not_by_much_more() {
    // Of places and leaflets that take no room from each other.
    let chosen = ["act-repeal", "zine-who-text", "card-help"];
    for (tag, words) in [("es", " y todas las personas"), ("zh-Hans", "，每个人都应得到尊重")] {
        let rooms = rooms(&lengthened(tag, "", 0), tag);
        let by = |count: &dyn Fn(i64) -> i64| {
            chosen.iter().map(|id| (*id, usize::try_from(count(rooms[*id])).unwrap())).collect()
        };
        assert!(chosen.iter().all(|id| rooms[*id] > 20), "{tag}: {rooms:?}");
        assert_eq!(
            unfit(&grown(tag, words, &by(&|room| room)), tag),
            Vec::<String>::new(),
            "{tag}: {rooms:?}"
        );
        let unfit = unfit(&grown(tag, words, &by(&|room| room * 5 / 4 + 90)), tag);
        assert!(unfit.len() >= 3, "{tag}: {unfit:?} {rooms:?}");
    }
}

#[test]
fn what_does_not_fit_has_less_than_no_room() {
    let fixture =
        lengthened("es", " Además, esto ocurre todos los días y en todas las ciudades donde vivimos.", 8);
    let rooms = rooms(&fixture, "es");
    assert!(rooms["law-allies"] < 0 && rooms["raids-lead"] <= 0 && rooms["zine-who-text"] > 0, "{rooms:?}");
}

/// The shipped project with a Spanish message of its factsheet said so many times.
fn repeated(id: &str, times: usize) -> Fixture {
    let fixture = Fixture::with_gaps(&[]);
    let file = "locales/es/factsheet.ftl";
    let text = fs::read_to_string(fixture.path().join(file)).unwrap();
    let line = text.lines().find(|line| line.starts_with(&format!("{id} = "))).unwrap();
    let (_, value) = line.split_once(" = ").unwrap();
    let more = format!("{line}{}", format!(" {value}").repeat(times - 1));
    fixture.with(file, &format!("{line}\n"), &format!("{more}\n"))
}

/// Where one message is far longer than its source it is named before those that could lose a word, and by how much.
#[test]
fn the_message_that_is_far_too_long_is_named_first() {
    let fixture = repeated("law-allies", 11);
    let (_, help) = overset(&fixture, "es", "letter-fold").unwrap();
    let (first, rest) = help.split_once("; or ").unwrap();
    let characters: usize = first
        .strip_prefix("shorten law-allies first: it is about ")
        .and_then(|rest| rest.strip_suffix(" characters longer than others in proportion"))
        .unwrap_or_else(|| panic!("{help}"))
        .parse()
        .unwrap();
    // It was said ten times more than once, in 279 characters.
    assert!((2700..2900).contains(&characters) && rest.starts_with("shorten the text by about"), "{help}");
    // Where all are longer alike, none is.
    let more = " Además, esto ocurre todos los días.";
    let (_, help) = overset(&lengthened("es", more, 40), "es", "letter-fold").unwrap();
    assert!(help.starts_with("shorten the text by about"), "{help}");
}

/// Of eight languages the one is named that is not as the others.
#[test]
fn languages_that_are_apart_from_most_are_named() {
    let run = repeated("law-allies", 9).build(&["es", "--leaflet", "factsheet", "--layout", "letter-fold"]);
    let told = run.lines.iter().find(|line| line["code"] == "fit/not-parallel").unwrap();
    let message = told["message"].as_str().unwrap();
    assert!(message.ends_with("sections start on other panels in es than in most languages"), "{message}");
}
