//! `polyleaf layouts`: what there is to choose from, and blank sheets to fold by hand.

use serde_json::Value;

use crate::support::Fixture;

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
