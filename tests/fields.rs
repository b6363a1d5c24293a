//! Fields go to the fold; along the edge of the sheet to what an office printer leaves white, and on a press over the trim.

use std::fs;
use std::path::Path;

use lopdf::Document;
use serde_json::Value;

use crate::profiles::{near, painted, sides};
use crate::support::Fixture;

/// What an office printer leaves white, in points.
const UNPRINTED: f64 = 6.35 * 72.0 / 25.4;

/// The covers of the sides of a leaflet as `--format json` tells them: the page, and left, top, right, lower of the panel.
fn covers(placed: &Path) -> Vec<(usize, [f64; 4])> {
    let placed: Value = serde_json::from_str(&fs::read_to_string(placed).unwrap()).unwrap();
    let mut covers = Vec::new();
    for (page, side) in placed["pages"].as_array().unwrap().iter().enumerate() {
        for panel in side["panels"].as_array().unwrap().iter().filter(|panel| panel["place"] == "cover") {
            let [x, y, w, h] = ["x", "y", "w", "h"].map(|key| panel[key].as_f64().unwrap());
            // Turned panels are told by their corner, and no cover is turned.
            assert_eq!(panel["rotate"].as_f64().unwrap_or_default(), 0.0);
            covers.push((page, [x, y, x + w, y + h]));
        }
    }
    covers
}

#[test]
fn covers_reach_the_fold_the_margin_and_the_bleed() {
    let fixture = Fixture::with_sheets();
    let layouts = ["-L", "booklet,factsheet,half-fold,letter-fold,poster,z-fold,zine"];
    for form in [&layouts[..], &["-L", "booklet", "--large-print"]] {
        for files in [&["--format", "json"][..], &["--for", "office,press", "--press", "sheets"]] {
            let run = fixture.build(&[&["-l", "en"], form, files].concat());
            assert!(run.code == 0 && !run.written.is_empty(), "{}", run.talk);
        }
    }
    let mut seen = 0;
    for name in crate::support::names(&fixture.out()).iter().filter_map(|name| name.strip_suffix(".json")) {
        for (page, cover) in covers(&fixture.out().join(format!("{name}.json"))) {
            for (ending, press) in [("", false), ("-press-sheets", true)] {
                let document = Document::load(fixture.out().join(format!("{name}{ending}.pdf"))).unwrap();
                let id = document.page_iter().nth(page).unwrap();
                let [l, b, r, t] = sides(&document, id, "TrimBox");
                let bleed = sides(&document, id, "BleedBox");
                let edge =
                    if press { bleed } else { [l + UNPRINTED, b + UNPRINTED, r - UNPRINTED, t - UNPRINTED] };
                // Upwards as the file has it; a side along the edge of the sheet ends where that does.
                let own = [l + cover[0], t - cover[3], l + cover[2], t - cover[1]];
                let trim = [l, b, r, t];
                let wanted: Vec<f64> =
                    (0..4).map(|at| if near(own[at], trim[at]) { edge[at] } else { own[at] }).collect();
                let is_cover =
                    |sides: &[f64; 4]| sides.iter().zip(&wanted).all(|(one, other)| near(*one, *other));
                let fields: Vec<[f64; 4]> = painted(&document, id).iter().map(|item| item.sides).collect();
                assert!(fields.iter().any(is_cover), "{name}{ending}: no field is {wanted:?}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 2 * 8, "every layout has a cover, and the booklet one in large print");
}

#[test]
fn words_follow_the_field_that_a_layout_lays_under_them() {
    let page = "layouts/page.toml";
    let field = "place = \"body\"\nfill = { color = \"field\" }\n";
    let laid = || Fixture::new().with(page, "place = \"body\"\n", field);
    let run = laid().run(&["check", "--message-format", "json"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let black = laid().with(page, "[body]", "[style.on.field]\nblack = \"black\"\n\n[body]");
    let run = black.run(&["check", "--message-format", "json"]);
    let faint = run.problems().iter().filter(|problem| problem.starts_with("layout/contrast")).count();
    assert!(run.code == 1 && faint > 0, "{:?}", run.problems());
}
