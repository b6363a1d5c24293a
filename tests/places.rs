//! What is wrong is pointed at by its word, also where a layout and its look are laid over each other.

use crate::support::{Fixture, Run};

fn page(old: &str, new: &str) -> Fixture {
    Fixture::new().with("layouts/page.toml", old, new)
}

fn first(fixture: &Fixture) -> (Run, String) {
    let run = fixture.build(&[]);
    let first = run.problems()[0].clone();
    (run, first)
}

#[test]
fn words_of_a_layout_are_pointed_at() {
    let body = "[body]";
    for (fixture, place) in [
        (page("\"calm\"", "\"clam\""), "layout/invalid layouts/page.toml:2:8"),
        (page("max = 12", "max = 7"), "layout/invalid layouts/page.toml:9:7"),
        (
            page("name = \"text\"", "name = \"text\"\nfill = { color = \"mauve\" }"),
            "layout/invalid layouts/page.toml:15:18",
        ),
        (
            page(body, &format!("[style.role.heading]\nsize = 2\ncolor = \"mauve\"\n\n{body}")),
            "layout/invalid layouts/page.toml:10:9",
        ),
        (page("fold = \"none\"", "fold = \"shoe-cards\""), "layout/outside layouts/page.toml:3:8"),
        (
            page(
                body,
                &format!(
                    "[style.role.heading.label]\nkind = \"icon\"\nwidth = 1\npicture = \"none.svg\"\n\n{body}"
                ),
            ),
            "layout/picture layouts/page.toml:11:11",
        ),
    ] {
        let (run, first) = first(&fixture);
        assert_eq!(first, place, "{:?}", run.lines);
    }
}

#[test]
fn words_of_a_look_are_pointed_at_in_its_own_file() {
    let look = "[role.heading]\nsize = 2\ncolor = \"mauve\"\n";
    let (run, told) = first(&page("\"calm\"", "\"own\"").file("layouts/look/own.toml", look));
    assert_eq!(told, "layout/invalid layouts/look/own.toml:3:9", "{:?}", run.lines);
    let look = "[role.heading.label]\nkind = \"icon\"\nwidth = 1\npicture = \"none.svg\"\n";
    let (run, told) = first(&page("\"calm\"", "\"own\"").file("layouts/look/own.toml", look));
    assert_eq!(told, "layout/picture layouts/look/own.toml:4:11", "{:?}", run.lines);
}

#[test]
fn a_source_language_without_a_folder_is_pointed_at_where_it_is_named() {
    let (_, told) = first(&Fixture::new().with("polyleaf.toml", "source = \"en\"", "source = \"fr\""));
    assert_eq!(told, "locale/missing polyleaf.toml:3:10");
}

/// Nothing in the messages needs an Ethiopic face, but the language's own name, which a layout prints.
#[test]
fn a_name_that_no_face_has_is_told_as_the_name() {
    let fixture = page(
        "height = \"60mm\"\ninset = [\"10mm\", \"20mm\"]\n\n",
        "height = \"60mm\"\nhead = \"language\"\ninset = [\"10mm\", \"20mm\"]\n\n",
    );
    let english = include_str!("fixture/en.ftl");
    let run = fixture.file("locales/am/text.ftl", english).build(&["-l", "am"]);
    let told: Vec<&str> = run
        .lines
        .iter()
        .filter(|line| line["code"] == "font/missing-glyph")
        .map(|line| line["message"].as_str().unwrap())
        .collect();
    assert_eq!(told.len(), 1, "{:?}", run.lines);
    assert!(told[0].ends_with("which “አማርኛ” needs, the own name of Amharic"), "{told:?}");
}
