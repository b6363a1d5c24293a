//! Addresses and names of organisations that are longer than the project's own.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{Fixture, LOCALES, Run, program, root, run_of};

/// An organisation's file.
fn organisation(name: &str, email: &str, website: &str) -> String {
    let values = [("name", name), ("email", email), ("phone", "604-555-0142"), ("website", website)];
    let lines: Vec<String> = values.iter().map(|(key, value)| format!("{key} = \"{value}\"\n")).collect();
    format!("[organisation]\n{}", lines.concat())
}

/// What comes of the shipped leaflets under the name of an organisation: their sizes, and what is refused.
fn built(file: &str, more: &[&str]) -> Run {
    let fixture = Fixture::empty().file("our.toml", file);
    let (org, out) = (fixture.path().join("our.toml"), fixture.out());
    let paths = ["--org", org.to_str().unwrap(), "--out", out.to_str().unwrap()];
    let run = program()
        .current_dir(root())
        .args(["build", "--format", "txt", "--message-format", "json"])
        .args(paths)
        .args(more)
        .output();
    run_of(run.unwrap(), &out)
}

/// The leaflets of a run by language.
fn by_language(run: &Run) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for artifact in run.artifacts() {
        *counts.entry(artifact["locale"].as_str().unwrap()).or_default() += 1;
    }
    counts
}

#[test]
fn long_addresses_fit_in_all_languages_and_layouts() {
    let (email, website) =
        ("hello-and-welcome@northside-cent.example", "northside-community-centre-toronto.example.ca");
    assert_eq!((email.len(), website.len()), (40, 45));
    let file = organisation("Northside Centre", email, website);
    for (paper, layouts) in [("letter", 9), ("a4", 9), ("half-letter", 1), ("a5", 1), ("phone", 1)] {
        let run = built(&file, &["--layout", "all", "--paper", paper]);
        assert_eq!(run.problems(), Vec::<String>::new(), "{paper}");
        let counts = by_language(&run);
        assert_eq!(counts.keys().copied().collect::<Vec<_>>(), LOCALES, "{paper}");
        assert!(counts.values().all(|count| *count == layouts), "{paper}: {counts:?}");
    }
}

#[test]
fn addresses_of_other_shapes_fit_the_smallest_leaflets() {
    for (name, email, website) in [
        (
            "Northside Centre",
            "info@northsidecommunitycentreoftoronto.ca",
            "northsidecommunitycentre.ca/get-help/today",
        ),
        (
            "Northside Centre",
            "a.b@one.two.three.four.five.six.sevens.org",
            "one.two.three.four.five.six.eights.org",
        ),
        ("Northside Centre", "the-very-long-local-part-of-this-mailbox@nc.org", "nc.org"),
        (
            "Northside Centre",
            "WWW.MMM.WWW.MMM.WWW.MMM@WWWMMMWWW.WWW.CA",
            "WWWMMM.WWWMMM.WWWMMM.WWWMMM.WWWMMM.WWWMMMM.CA",
        ),
        ("Northside Community Centre of Southern Ontario", "hello@northside-centre.northside.org", "nc.org"),
    ] {
        let run = built(
            &organisation(name, email, website),
            &["--leaflet", "card,poster", "--locale", "en,th,zh-Hant"],
        );
        assert_eq!((run.problems(), run.artifacts().len()), (vec![], 9), "{name} {email} {website}");
    }
}

#[test]
fn an_address_on_a_card_stands_on_one_line_beside_no_drawing() {
    let lines = |email: &str| {
        let fixture = Fixture::empty().file("our.toml", organisation("Northside", email, "nc.org"));
        let (org, out) = (fixture.path().join("our.toml"), fixture.out());
        let status = program()
            .current_dir(root())
            .args(["build", "--format", "json", "--leaflet", "card", "--layout", "card", "--locale", "en,ko"])
            .args(["--org", org.to_str().unwrap(), "--out", out.to_str().unwrap()])
            .status();
        assert!(status.unwrap().success());
        let lines = |locale: &str| {
            let json =
                std::fs::read_to_string(out.join(format!("card-{locale}-card-letter-our.json"))).unwrap();
            let placed: Value = serde_json::from_str(&json).unwrap();
            let blocks = placed["pages"][0]["panels"].as_array().unwrap().iter().flat_map(|panel| {
                panel["blocks"].as_array().unwrap().iter().filter(|block| block["message"] == "card-email")
            });
            let mut counts = blocks.map(|block| block["lines"].as_array().unwrap().clone());
            counts.next().unwrap().iter().map(|line| line["size"].as_f64().unwrap()).collect::<Vec<_>>()
        };
        [lines("en"), lines("ko")]
    };
    for email in ["hello@northside.org", "hello-and-welcome@northside-cent.example"] {
        for sizes in lines(email) {
            assert!(sizes.len() == 1 && sizes[0] >= 9.0, "{email}: {sizes:?}");
        }
    }
}

#[test]
fn what_is_too_long_is_told_where_it_is_given() {
    let name = format!("Centre{}", " of all the Towns".repeat(7));
    let run = built(&organisation(&name, "a@b.org", "b.org"), &["--leaflet", "card", "--locale", "th"]);
    assert_eq!(run.code, 1);
    let told = run.lines.iter().find(|line| line["code"] == "fit/overset").unwrap();
    let label = &told["labels"][0];
    assert!(label["file"].as_str().unwrap().ends_with("our.toml"), "{told}");
    assert_eq!((&label["line"], &label["column"]), (&2.into(), &8.into()));
    assert_eq!(label["text"], "the name has 125 characters");
    assert!(told["help"].as_str().unwrap().starts_with("give a shorter name, or "), "{told}");
}
