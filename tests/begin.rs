//! `polyleaf new`: a project that builds at once, written where nothing is lost; and where builds of a project go.

use std::fs;

use crate::support::{Fixture, Run, names, program, root};

/// What is said on standard out.
fn said(fixture: &Fixture, arguments: &[&str]) -> String {
    let output = program().current_dir(fixture.path()).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_new_project_is_sound_and_builds_at_once() {
    let fixture = Fixture::empty();
    let told = said(&fixture, &["new", "ours/leaflet"]);
    assert!(told.contains("polyleaf build --project ours/leaflet"), "{told}");
    let home = fixture.path().join("ours/leaflet");
    assert_eq!(names(&home), ["README.md", "locales", "our.toml", "polyleaf.toml"]);
    let readme = fs::read_to_string(home.join("README.md")).unwrap();
    assert!(readme.lines().count() <= 12);
    assert_eq!(said(&fixture, &["check", "--project", "ours/leaflet"]), "no problems\n");
    said(&fixture, &["status", "--project", "ours/leaflet", "-q"]);
    for paper in ["letter", "a4"] {
        said(&fixture, &["build", "--project", "ours/leaflet", "--paper", paper]);
    }
    // Builds of a project that is named go into it; nothing is written here.
    let built = ["kitchen-en-half-fold-a4.pdf", "kitchen-en-half-fold-letter.pdf"];
    assert_eq!(
        (names(&home.join("out")), names(fixture.path())),
        (built.map(str::to_owned).into(), vec!["ours".into()])
    );
    // What its README says works, in its folder.
    for line in readme.split('`').skip(1).step_by(2).filter_map(|line| line.strip_prefix("polyleaf ")) {
        let arguments: Vec<&str> = line.split(' ').collect();
        if line.ends_with(" vi") {
            fs::create_dir_all(home.join("locales/vi")).unwrap();
            let text = fs::read_to_string(home.join("locales/en/leaflet.ftl")).unwrap();
            fs::write(home.join("locales/vi/leaflet.ftl"), text).unwrap();
        }
        let output = program().current_dir(&home).args(&arguments).output().unwrap();
        let _ = fs::remove_dir_all(home.join("locales/vi"));
        // A copy that nobody has translated yet is told as that.
        assert!(
            output.status.success() || line.ends_with(" vi"),
            "{line}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn the_built_in_text_can_be_started_from() {
    let fixture = Fixture::empty();
    said(&fixture, &["new", "ours", "--from", "Factsheet"]);
    let home = fixture.path().join("ours");
    assert_eq!(names(&home.join("locales")), names(&root().join("locales")));
    assert_eq!(said(&fixture, &["check", "--project", "ours"]), "no problems\n");
    let [own, built_in] =
        [&["build", "--project", "ours", "th", "-L", "card"][..], &["build", "th", "-L", "card"]];
    said(&fixture, own);
    said(&fixture, built_in);
    let card = "card-th-card-letter.pdf";
    assert_eq!(fs::read(home.join("out").join(card)).unwrap(), fs::read(fixture.out().join(card)).unwrap());
}

#[test]
fn nothing_that_is_there_is_changed() {
    for (there, folder, told) in [
        ("ours/polyleaf.toml", "ours", "it is a project already"),
        ("ours/our.toml", "ours", "our.toml is there already"),
        ("ours/locales/vi/a.ftl", "ours", "locales is there already"),
        ("ours", "ours", "ours is no folder"),
        ("ours", "ours/leaflet", "ours is no folder"),
    ] {
        let fixture = Fixture::empty().file(there, "mine");
        let run: Run = fixture.run(&["new", folder]);
        assert!(run.code == 2 && run.talk.contains(told), "{there}: {}", run.talk);
        assert!(run.talk.contains("nothing was written"), "{}", run.talk);
        assert_eq!(fs::read(fixture.path().join(there)).unwrap(), b"mine");
        let home = fixture.path().join("ours");
        assert!(home.is_file() || names(&home).len() == 1, "{:?}", names(&home));
    }
    // What else lies in the folder stays beside it.
    let fixture = Fixture::empty().file("ours/notes.txt", "mine");
    said(&fixture, &["new", "ours", "-q"]);
    assert_eq!(names(&fixture.path().join("ours")).len(), 5);
    let run = fixture.run(&["new"]);
    assert!(run.code == 2 && run.talk.contains("new wants a DIR"), "{}", run.talk);
}

#[cfg(unix)]
#[test]
fn what_can_not_be_written_leaves_nothing() {
    use std::os::unix::fs::symlink;
    let fixture = Fixture::empty().file("ours/notes.txt", "mine");
    // A link that leads nowhere is there, too.
    symlink("nowhere", fixture.path().join("ours/our.toml")).unwrap();
    let run = fixture.run(&["new", "ours"]);
    assert!(run.code == 2 && run.talk.contains("our.toml is there already"), "{}", run.talk);
    assert_eq!(names(&fixture.path().join("ours")), ["notes.txt", "our.toml"]);
}

#[test]
fn builds_of_a_project_that_is_named_go_into_it() {
    let fixture = Fixture::empty().file("here.txt", "");
    said(&fixture, &["new", "ours", "-q"]);
    said(&fixture, &["layouts", "--dummy", "card", "--project", "ours"]);
    said(&fixture, &["build", "--project", "ours", "-o", "elsewhere", "-q"]);
    assert_eq!(names(&fixture.path().join("ours/out")), ["card-letter-dummy.pdf"]);
    assert_eq!(names(&fixture.path().join("elsewhere")).len(), 1);
    assert!(!fixture.out().exists());
}
