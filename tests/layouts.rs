//! `polyleaf layouts`: what there is to choose from, and blank sheets to fold by hand.

use serde_json::Value;

use crate::support::{Fixture, program, root};

fn listed(fixture: &Fixture) -> Vec<Value> {
    let run = fixture.run(&["layouts", "--message-format", "json"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    run.lines.into_iter().filter(|line| line["reason"] == "layout").collect()
}

#[test]
fn layouts_are_listed_with_their_panels_and_purpose() {
    let listed = listed(&Fixture::new());
    let page = listed.iter().find(|layout| layout["name"] == "page").unwrap();
    assert_eq!(
        (&page["fold"], &page["papers"], &page["purpose"]),
        (&"none".into(), &vec!["letter", "a4"].into(), &"one page for tests".into())
    );
    let panels = page["panels"].as_array().unwrap();
    let panels: Vec<_> =
        panels.iter().map(|panel| (panel["panel"].as_u64(), panel["place"].as_str())).collect();
    assert_eq!(panels, [(Some(1), Some("body")), (Some(1), Some("aside"))]);
    assert!(listed.iter().any(|layout| layout["name"] == "letter-fold"), "the built-in ones are there too");
}

#[test]
fn a_broken_layout_does_not_hide_the_others() {
    let run = Fixture::new().with("layouts/page.toml", "\"none\"", "\"crumple\"").run(&[
        "layouts",
        "--message-format",
        "json",
    ]);
    assert_eq!((run.code, run.problems()), (1, vec!["layout/invalid layouts/page.toml:3:8".to_owned()]));
    assert!(run.lines.iter().any(|line| line["name"] == "letter-fold"));
}

#[test]
fn broken_texts_do_not_stop_a_blank_sheet() {
    let fixture = Fixture::new().with("locales/en/text.ftl", "heading = ", "heading ");
    let out = fixture.out();
    let dummy = |more: &[&str]| {
        let mut arguments = vec!["layouts", "--message-format", "json", "--out", out.to_str().unwrap()];
        arguments.extend(more);
        fixture.run(&arguments)
    };
    let run = dummy(&["--dummy", "letter-fold,page"]);
    assert_eq!((run.code, run.problems()), (0, vec![]));
    assert_eq!(run.written, ["letter-fold-letter-dummy.pdf", "page-letter-dummy.pdf"]);
    let sheets: Vec<_> = run.artifacts().iter().map(|sheet| sheet["pages"].as_u64()).collect();
    assert_eq!(sheets, [Some(2), Some(1)]);
    let again = dummy(&["--dummy", "letter-fold,page"]);
    assert_eq!(run.artifacts(), again.artifacts(), "same input, same bytes");
    let other = dummy(&["--dummy", "page", "--paper", "a3"]);
    assert_eq!((other.code, other.problems()), (1, vec!["layout/paper".to_owned()]));
    let unknown = dummy(&["--dummy", "nope"]);
    assert_eq!((unknown.code, unknown.problems()), (2, vec!["project/unknown-layout".to_owned()]));
}

/// What is listed of the shipped layouts, on so many columns at most.
fn said(arguments: &[&str]) -> String {
    let output = program().current_dir(root()).arg("layouts").args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
    said
}

#[test]
fn layouts_are_listed_in_short_with_their_leaflets() {
    let (short, long) = (said(&[]), said(&["--verbose"]));
    // A head or two for each part, and what is no layout.
    assert!(short.lines().count() <= 2 * 11 + 4 + 4, "{short}");
    let (usual, others) = short.split_once("\nMade with -L NAME:\n").unwrap();
    for (part, expected) in [
        (
            usual,
            "  -L shoe-card: a card that folds small enough for a shoe, three on a sheet\n    card on letter, a4; both sides, short edge, cut apart",
        ),
        (
            usual,
            "  -L handbill: a handbill of one small sheet, printed on both sides\n    zine on half-letter, a5; both sides, long edge\n",
        ),
        (
            others,
            "  -L z-fold: six panels on one sheet, folded like a Z\n    factsheet on letter, legal, a4; both sides, short edge",
        ),
        (others, "  -L phone: pages for the screen of a phone, a section each\n    factsheet, for screens\n"),
    ] {
        assert!(part.contains(expected), "{expected}: {part}");
    }
    assert!(long.contains("Fold at the ticks like a Z, with the cover on top."), "{long}");
}

#[test]
fn leaflets_are_listed_where_a_build_makes_them() {
    let other = "\n[[leaflet]]\nname = \"second\"\nlayouts = [\"letter-fold\"]\n[[leaflet.section]]\nname = \"s\"\n\
                 place = \"body\"\nblocks = [{ role = \"heading\", text = \"heading\" }]\n";
    let fixture = Fixture::new();
    let manifest = std::fs::read_to_string(fixture.path().join("polyleaf.toml")).unwrap();
    let fixture = fixture.file("polyleaf.toml", &(manifest + other));
    let listed = listed(&fixture);
    let made = |arguments: &[&str]| {
        let run = fixture.build(arguments);
        let made =
            run.artifacts().into_iter().chain(run.lines.iter().filter(|line| line["reason"] == "unmade"));
        let mut made: Vec<String> = made.map(|made| made["leaflet"].as_str().unwrap().to_owned()).collect();
        made.sort();
        made.dedup();
        made
    };
    for layout in ["letter-fold", "page", "z-fold"] {
        let entry = listed.iter().find(|entry| entry["name"] == layout).unwrap();
        let mut named: Vec<&str> =
            entry["named"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        named.sort_unstable();
        assert_eq!(made(&["-L", layout]), named, "{layout}");
    }
    let usual = |name: &str| listed.iter().find(|entry| entry["name"] == name).unwrap()["usual"].clone();
    assert_eq!(usual("letter-fold"), serde_json::json!(["second"]));
    assert_eq!(usual("z-fold"), serde_json::json!([]));
}
