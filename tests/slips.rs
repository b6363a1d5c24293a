//! Many problems of one slip of a translator are told at once; a leaflet needs its own messages alone.

use std::fs;

use serde_json::Value;

use crate::support::{Fixture, names, program, root};

/// The shipped project with a language that was copied from English, each line changed as told.
fn copied(tag: &str, change: impl Fn(&str, &str) -> String) -> Fixture {
    let manifest = fs::read(root().join("polyleaf.toml")).unwrap();
    let mut fixture = Fixture::empty().file("polyleaf.toml", manifest);
    for name in names(&root().join("locales/en")) {
        let text = fs::read_to_string(root().join("locales/en").join(&name)).unwrap();
        let changed: Vec<String> = text.lines().map(|line| change(&name, line)).collect();
        fixture = fixture.file(&format!("locales/en/{name}"), &text);
        fixture = fixture.file(&format!("locales/{tag}/{name}"), changed.join("\n") + "\n");
    }
    fixture
}

/// The same in a language that reads as if it were translated, with one more change.
fn translated(tag: &str, change: impl Fn(&str) -> String) -> Fixture {
    copied(tag, |_, line| {
        let is_plain = !line.contains(['#', '{', '<']) && !line.starts_with(' ');
        let line = change(line);
        match line.split_once(" = ").filter(|_| is_plain) {
            Some((id, text)) => {
                format!("{id} = {}", text.replace('a', "ă").replace('e', "ê").replace('o', "ơ"))
            }
            None => line,
        }
    })
}

/// A language of which 25 messages are translated.
fn begun(tag: &str) -> Fixture {
    let left = std::cell::Cell::new(25);
    copied(tag, |_, line| {
        let is_plain = !line.contains(['#', '{', '<']) && !line.starts_with(' ');
        match line.split_once(" = ").filter(|_| is_plain && left.get() > 0) {
            Some((id, text)) => {
                left.set(left.get() - 1);
                format!("{id} = Tôi {text}")
            }
            None => line.to_owned(),
        }
    })
}

/// What a command says on both, for people.
fn said(fixture: &Fixture, arguments: &[&str]) -> String {
    let output = program().current_dir(fixture.path()).args(arguments).output().unwrap();
    String::from_utf8([output.stderr, output.stdout].concat()).unwrap()
}

/// The diagnostics of a run, as objects.
fn facts(fixture: &Fixture, arguments: &[&str]) -> Vec<Value> {
    let arguments = [arguments, &["--message-format", "json"]].concat();
    let lines = fixture.run(&arguments).lines;
    lines.into_iter().filter(|line| line["reason"] == "diagnostic").collect()
}

#[test]
fn a_language_that_is_begun_is_told_on_one_screen_its_error_last() {
    let text = fs::read_to_string(root().join("locales/en/factsheet.ftl")).unwrap();
    let closing = text.lines().position(|line| line.contains("</strong>")).unwrap();
    let fixture = begun("vi");
    let path = "locales/vi/factsheet.ftl";
    let own = fs::read_to_string(fixture.path().join(path)).unwrap();
    let fixture = fixture.file(path, own.replacen("</strong>", "", 1));
    for arguments in
        [&["check", "vi"][..], &["build", "-l", "vi"], &["build", "-l", "vi", "-L", "letter-fold"]]
    {
        let output = program().current_dir(fixture.path()).args(arguments).output().unwrap();
        let mut said = String::from_utf8(output.stderr).unwrap();
        said += &String::from_utf8(output.stdout).unwrap();
        let lines: Vec<&str> = said.lines().collect();
        assert!(lines.len() < 40, "{arguments:?}: {} lines\n{said}", lines.len());
        assert!(lines.iter().all(|line| line.chars().count() <= 80), "{said}");
        let error = lines.iter().rposition(|line| line.starts_with("error[")).unwrap();
        assert!(lines[error].starts_with("error[markup/unclosed]"), "{said}");
        assert!(lines[error + 1].contains(&format!("{path}:{}:", closing + 1)), "{said}");
        assert!(!lines[error..].iter().any(|line| line.starts_with("warning")), "{said}");
        let count = lines.iter().position(|line| line.starts_with("1 error, ")).unwrap();
        assert!(count > error, "{said}");
        assert_eq!(said.matches("messages are still English").count(), 1, "{said}");
        // Programs are told of each.
        let facts = facts(&fixture, arguments);
        let copied = facts.iter().filter(|fact| fact["code"] == "locale/untranslated");
        let copied: Vec<&Value> = copied.collect();
        assert!(said.contains(&format!("{} of ", copied.len())), "{said}");
        assert!(copied.iter().all(|fact| fact["labels"].as_array().unwrap().len() == 2));
        // In the order of the files.
        let places: Vec<(&str, u64)> = copied
            .iter()
            .map(|fact| {
                (fact["labels"][0]["file"].as_str().unwrap(), fact["labels"][0]["line"].as_u64().unwrap())
            })
            .collect();
        assert!(places.is_sorted(), "{places:?}");
    }
}

#[test]
fn a_build_speaks_of_what_it_builds() {
    let fixture = begun("vi");
    let files = |arguments: &[&str]| {
        let facts = facts(&fixture, arguments);
        let files = facts.iter().filter_map(|fact| Some(fact["labels"][0]["file"].as_str()?.to_owned()));
        let mut files: Vec<String> = files.filter(|file| file.ends_with(".ftl")).collect();
        files.dedup();
        files
    };
    // The card prints the draft’s note, which stands in the factsheet’s file.
    assert_eq!(
        files(&["build", "-l", "vi", "--leaflet", "card"]),
        ["locales/vi/card.ftl", "locales/vi/factsheet.ftl"]
    );
    assert_eq!(files(&["build", "-l", "vi", "-L", "letter-fold"]), ["locales/vi/factsheet.ftl"]);
    assert_eq!(files(&["check", "vi"]).len(), 3);
}

#[test]
fn a_leaflet_needs_the_messages_that_it_prints() {
    let without = translated("vi", |line| {
        if line.starts_with("who-confusion =") { "# gone".to_owned() } else { line.to_owned() }
    });
    let card = without.build(&["-l", "vi", "--leaflet", "card"]);
    assert!(card.written.iter().any(|name| name.starts_with("card-vi-")), "{:?}", card.talk);
    let problems = card.problems();
    assert!(!problems.iter().any(|problem| problem.starts_with("fluent/missing")), "{problems:?}");
    assert_eq!(card.code, 0);
    let both = without.build(&["-l", "vi", "--leaflet", "card,factsheet", "-L", "card,letter-fold"]);
    assert!(both.problems().iter().any(|problem| problem.starts_with("fluent/missing")));
    assert!(!both.written.iter().any(|name| name.starts_with("factsheet-vi")), "{:?}", both.written);

    let broken =
        translated("vi", |line| line.replacen("</strong>", "", usize::from(line.starts_with("by-line"))));
    assert_eq!(broken.build(&["-l", "vi", "--leaflet", "card"]).code, 0);
}

#[test]
fn a_file_that_is_not_there_is_one_error() {
    for tag in ["vi", "id"] {
        let fixture = copied(tag, |_, line| line.to_owned());
        let fixture = fixture.without(&format!("locales/{tag}/zine.ftl"));
        let said = said(&fixture, &["check", tag]);
        assert_eq!(said.matches("error[").count(), 1, "{said}");
        assert!(said.contains(&format!("locales/{tag}/zine.ftl is missing, with its ")), "{said}");
    }
}

#[test]
fn a_message_that_no_leaflet_prints_is_a_warning() {
    let fixture =
        Fixture::new().with("locales/en/text.ftl", "heading = Hello", "heading = Hello\nextra = More");
    let run = fixture.run(&["check", "--message-format", "json"]);
    assert_eq!(
        run.problems(),
        ["fluent/unprinted locales/en/text.ftl:2:1", "fluent/missing locales/en/text.ftl:2:1"]
    );
    assert_eq!(run.code, 0, "neither keeps a leaflet from being printed");
    assert_eq!(fixture.build(&[]).written.len(), 2);
}

#[test]
fn a_translated_name_is_linked_to_the_one_that_is_missing() {
    let fixture = Fixture::new().with("locales/es/text.ftl", "body = Un", "cuerpo = Un");
    let facts = facts(&fixture, &["check"]);
    assert_eq!(facts.len(), 1, "{facts:?}");
    assert_eq!(facts[0]["code"], "fluent/missing");
    assert_eq!(facts[0]["labels"][0]["text"], "is this `body`?");
    assert_eq!(facts[0]["labels"][0]["file"], "locales/es/text.ftl");
    assert_eq!(facts[0]["labels"][1]["file"], "locales/en/text.ftl");
}

#[test]
fn files_that_are_not_read_are_a_line_each_and_a_copy_is_one_error() {
    let text = include_str!("fixture/es.ftl");
    for (name, to) in [
        ("text.ftl.txt", "text.ftl"),
        ("text.flt", "text.ftl"),
        ("text.ftl.bak", "text.ftl"),
        ("text.FTL", "text.ftl"),
    ] {
        let path = format!("locales/es/{name}");
        let facts = facts(&Fixture::new().file(&path, text), &["check"]);
        assert_eq!(facts.len(), 1, "{facts:?}");
        assert_eq!(facts[0]["severity"], "warning");
        assert!(facts[0]["message"].as_str().unwrap().starts_with(&path), "{facts:?}");
        assert!(facts[0]["help"].as_str().unwrap().contains(&format!("rename it to {to}")), "{facts:?}");
        // In the place of the file: what it is called is told, and what is missing is one error.
        let said = said(&Fixture::new().without("locales/es/text.ftl").file(&path, text), &["check"]);
        assert!(said.contains(&path) && said.matches("error[").count() == 1, "{said}");
    }
    assert_eq!(facts(&Fixture::new().file("locales/es/text.ftl~", text), &["check"]).len(), 0);
    let copy = Fixture::new().file("locales/es/text copy.ftl", text);
    let said = said(&copy, &["check"]);
    assert_eq!(said.matches("error[").count(), 1, "{said}");
    assert!(said.contains("3 messages stand in locales/es/text copy.ftl and again"), "{said}");
}

#[test]
fn a_country_is_no_language() {
    let text = include_str!("fixture/es.ftl");
    for (code, severity, words) in [
        ("vn", "error", "vn is the country code of Vietnam; Vietnamese is vi"),
        ("jp", "error", "jp is the country code of Japan; Japanese is ja"),
        ("cn", "error", "cn is the country code of China; Chinese, Simplified is zh-Hans"),
        ("kr", "warning", "kr is the country code of South Korea; Korean is ko"),
        ("se", "warning", "se is the country code of Sweden; Swedish is sv"),
    ] {
        let fixture = Fixture::new().file(&format!("locales/{code}/text.ftl"), text);
        let facts = facts(&fixture, &["check", code]);
        let told = facts.iter().find(|fact| fact["code"] == "locale/tag").unwrap();
        assert_eq!((told["severity"].as_str(), told["message"].as_str()), (Some(severity), Some(words)));
    }
}

#[test]
fn lines_of_old_machines_are_lines() {
    let text = include_str!("fixture/es.ftl").replace('\n', "\r");
    let run = Fixture::new().file("locales/es/text.ftl", text).run(&["check", "--message-format", "json"]);
    assert_eq!((run.code, run.problems()), (0, vec![]));
}

#[test]
fn what_is_missing_is_told_beside_what_can_not_be_read() {
    let slips = |line: &str| match line.split_once(" = ") {
        Some(("cover-title", text)) => format!("cover-title\t= {text}"),
        Some(("act-heading", text)) => format!(" act-heading = {text}"),
        Some(("law-powers", text)) => format!("law-powers {text}"),
        Some(("who-confusion" | "testimony-heading", _)) => "# gone".to_owned(),
        _ => line.to_owned(),
    };
    let fixture = translated("vi", slips);
    let missing = |facts: &[Value]| -> Vec<String> {
        let missing = facts.iter().filter(|fact| fact["code"] == "fluent/missing");
        missing.map(|fact| fact["message"].as_str().unwrap().to_owned()).collect()
    };
    let told = facts(&fixture, &["check", "vi"]);
    assert_eq!(
        missing(&told),
        ["`testimony-heading` is missing in Vietnamese", "`who-confusion` is missing in Vietnamese"]
    );
    let syntax = told.iter().filter(|fact| fact["code"] == "fluent/syntax").count();
    assert_eq!(syntax, 3, "{told:?}");
    // Another leaflet’s file is not spoken of where the own one is not there.
    let fixture = fixture.without("locales/vi/card.ftl");
    let told = facts(&fixture, &["build", "-l", "vi", "--leaflet", "card"]);
    let codes: Vec<&str> = told.iter().map(|fact| fact["code"].as_str().unwrap()).collect();
    assert!(codes.iter().all(|code| *code == "fluent/missing"), "{codes:?}");
    let said = said(&fixture, &["build", "-l", "vi", "--leaflet", "card"]);
    assert!(said.contains("11 of its messages are missing"), "{said}");
}

#[test]
fn a_file_that_can_not_be_read_hides_its_own_messages_alone() {
    let fixture = translated("vi", |line| {
        if line.starts_with("who-confusion =") { "# gone".to_owned() } else { line.to_owned() }
    });
    let mut bytes = fs::read(fixture.path().join("locales/vi/card.ftl")).unwrap();
    bytes.push(0xE9);
    let told = facts(&fixture.file("locales/vi/card.ftl", bytes), &["check", "vi"]);
    let codes: Vec<(&str, &str)> = told
        .iter()
        .filter(|fact| fact["severity"] == "error")
        .map(|fact| (fact["code"].as_str().unwrap(), fact["message"].as_str().unwrap()))
        .collect();
    assert!(codes.contains(&("fluent/missing", "`who-confusion` is missing in Vietnamese")), "{codes:?}");
    assert_eq!(codes.iter().filter(|(code, _)| *code == "fluent/missing").count(), 1, "{codes:?}");
    assert_eq!(codes.iter().filter(|(code, _)| *code == "project/unreadable").count(), 1, "{codes:?}");
}

#[test]
fn a_copy_of_the_source_language_is_no_translation() {
    let fixture = copied("vi", |_, line| line.to_owned());
    let plain = fixture.build(&["-l", "vi", "-L", "letter-fold,card"]);
    assert_eq!((plain.code, plain.written.len()), (1, 0), "{}", plain.talk);
    let told: Vec<&Value> = plain.lines.iter().filter(|line| line["severity"] == "error").collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["code"], "locale/untranslated");
    assert!(told[0]["help"].as_str().unwrap().contains("--proof"));
    let proof = fixture.build(&["-l", "vi", "-L", "letter-fold,card", "--proof"]);
    assert_eq!((proof.code, proof.written.len()), (0, 2), "{}", proof.talk);
    // English of another country says most in the same words.
    let country = copied("en-CA", |_, line| line.to_owned());
    assert_eq!(country.build(&["-l", "en-CA", "-L", "letter-fold"]).code, 0);
}

/// How many blocks of that severity are told, those counted that are not told one by one.
fn blocks(said: &str, severity: &str) -> usize {
    let heads = said.lines().filter(|line| line.starts_with(&format!("{severity}["))).count();
    let rest = said.lines().filter_map(|line| line.strip_prefix("note: and ")?.split_once(" more "));
    let rest = rest.filter(|(_, words)| words.starts_with(severity));
    heads + rest.map(|(count, _)| count.parse::<usize>().unwrap()).sum::<usize>()
}

/// The counts at the end, errors and warnings.
fn verdict(said: &str) -> [usize; 2] {
    let is_verdict = |line: &&str| line.contains(" error") && line.contains(", ") && !line.contains('[');
    let line = said.lines().rfind(|line| is_verdict(line) && line.contains("warning")).expect(said);
    let numbers = line.split([',', ' ']).filter_map(|word| word.parse().ok());
    let numbers: Vec<usize> = numbers.collect();
    [numbers[0], numbers[1]]
}

#[test]
fn the_count_at_the_end_is_that_of_the_blocks() {
    let lost = translated("vi", str::to_owned).without("locales/vi/card.ftl");
    let many = format!("heading = H\ncall = c\nbody = {}\n", "<strong>".repeat(1000));
    let broken = Fixture::new().file("locales/es/text.ftl", many);
    for (fixture, tag, errors) in [(&begun("vi"), "vi", None), (&lost, "vi", Some(1)), (&broken, "es", None)]
    {
        let said = said(fixture, &["check", tag]);
        assert_eq!(verdict(&said), [blocks(&said, "error"), blocks(&said, "warning")], "{said}");
        assert!(errors.is_none_or(|errors| verdict(&said)[0] == errors), "{said}");
    }
    // Programs are told of each message.
    let missing =
        facts(&lost, &["check", "vi"]).iter().filter(|fact| fact["code"] == "fluent/missing").count();
    assert!(said(&lost, &["check", "vi"]).contains(&format!("with its {missing} messages")) && missing > 1);
}

#[test]
fn what_stands_in_the_table_of_status_is_counted_beside_what_is_told() {
    let fixture = Fixture::new().with("locales/es/text.ftl", "heading = ", "heading = <strong>");
    let clean = said(&fixture, &["status", "es"]);
    assert!(!clean.contains("0 errors") && clean.contains("What is wrong: polyleaf check es"), "{clean}");
    let fixture = fixture.with("locales/en/text.ftl", "heading = ", "spare = Spare\nheading = ");
    let told = said(&fixture, &["status", "es", "-L", "page", "--paper", "tabloid"]);
    assert!(told.contains("above; in the table 1 error"), "{told}");
}

#[test]
fn a_few_more_than_usual_are_listed_all() {
    for (count, listed) in [(45, 45), (60, 40)] {
        let messages: String = (0..count).map(|number| format!("spare{number} = Spare\n")).collect();
        let fixture = Fixture::new();
        let own = fs::read_to_string(fixture.path().join("locales/en/text.ftl")).unwrap();
        let said = said(&fixture.file("locales/en/text.ftl", own + &messages), &["check", "en"]);
        let last = format!("spare{}", listed - 1);
        assert_eq!(said.contains(", and "), count > listed, "{said}");
        assert!(said.matches("spare").count() == listed, "{last}: {said}");
    }
}
