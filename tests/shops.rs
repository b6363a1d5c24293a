//! `preflight --press NAME` and `--presses`: built files held against what print shops want.

use std::path::Path;

use crate::support::{Fixture, Run, program, root, run_of};

/// Examines all files of a folder against a press.
pub(crate) fn held(folder: &Path, arguments: &[&str]) -> Run {
    let files = crate::support::names(folder)
        .into_iter()
        // What shows all plates is for no shop.
        .filter(|name| name.ends_with(".pdf") && !name.ends_with("-preview.pdf"));
    let output = program()
        .current_dir(folder)
        .args(["preflight", "--message-format", "json"])
        .args(arguments)
        .args(files)
        .output()
        .unwrap();
    run_of(output, folder)
}

/// The wishes of a press that a run says are missed.
pub(crate) fn missed(run: &Run) -> Vec<String> {
    let wishes = run.lines.iter().filter(|line| line["verdict"] == "missed");
    wishes
        .map(|line| format!("{} {}", line["file"].as_str().unwrap(), line["wish"].as_str().unwrap()))
        .collect()
}

#[test]
fn each_shipped_press_is_met_by_what_is_built_for_it() {
    for entry in std::fs::read_dir(root().join("layouts/press")).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let Some(press) = name.strip_suffix(".toml") else { continue };
        let out = tempfile::tempdir().unwrap();
        let asked = ["-l", "en,th", "-L", "booklet,card,letter-fold,poster", "--press", press, "-o"];
        let built = program().current_dir(root()).arg("build").args(asked).arg(out.path()).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let run = held(out.path(), &["--press", press]);
        // A copy shop wants text farther from the edge than cards and the strips of a poster have it, Gelato than cards do, and no
        // margin line as small as ours.
        let known = |wish: &String| match press {
            "copier" => wish.ends_with("press/safe") && !wish.starts_with("factsheet"),
            "gelato" => {
                wish.ends_with("press/type") || wish.starts_with("card") && wish.ends_with("press/safe")
            }
            _ => false,
        };
        let missed: Vec<String> = missed(&run).into_iter().filter(|wish| !known(wish)).collect();
        assert_eq!(missed, Vec::<String>::new(), "{press}: {:?}", run.lines);
        assert!(run.lines.iter().any(|line| line["verdict"] == "met"), "{press}");
    }
}

#[test]
fn what_a_shop_does_not_want_is_told_with_what_gets_it() {
    let fixture = Fixture::with_sheets();
    let run = fixture.build(&["-l", "en", "-L", "booklet,card", "--press", "sheets"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let run = held(&fixture.out(), &["--press", "gelato"]);
    assert_eq!(run.code, 1);
    for file in ["card-en-card", "factsheet-en-booklet"] {
        for wish in ["imposed", "size", "bleed", "marks"] {
            let told = format!("{file}-letter-press-sheets.pdf press/{wish}");
            assert!(missed(&run).contains(&told), "{told}: {:?}", missed(&run));
        }
    }
    let line = run.lines.iter().find(|line| line["wish"] == "press/imposed").unwrap();
    assert_eq!(line["found"], "the same 10 times on a page");
    // People get the same, and last where it was read.
    let output = program()
        .current_dir(fixture.out())
        .args(["preflight", "--press", "gelato", "factsheet-en-booklet-letter-press-sheets.pdf"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("error[press/bleed]: wanted 4.00 mm on all sides; found 3.175 mm — "));
    assert!(
        text.trim_end()
            .ends_with("as read 2026-11 at https://support.gelato.com/en/articles/8996349; ask the shop"),
        "{text}"
    );
}

/// What a run says of how to mend each file, where it is a command.
fn commands(run: &Run) -> std::collections::BTreeSet<(String, String)> {
    let told = |line: &serde_json::Value| {
        let how = line["how"].as_str().filter(|how| how.starts_with("polyleaf "))?;
        Some((line["file"].as_str().unwrap().to_owned(), how.to_owned()))
    };
    run.lines.iter().filter_map(told).collect()
}

#[test]
fn the_command_that_is_told_makes_that_file_for_the_press() {
    let out = tempfile::tempdir().unwrap();
    let asked = ["-l", "th", "-L", "booklet,card", "--paper", "a4", "--ink", "mono", "-o"];
    let built = program().current_dir(root()).arg("build").args(asked).arg(out.path()).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let run = held(out.path(), &["--press", "offset-eu", "--project", root().to_str().unwrap()]);
    let told = commands(&run);
    assert_eq!(told.len(), 2, "{told:?}");
    for (file, command) in told {
        let words: Vec<&str> = command.split(' ').skip(1).collect();
        let again = tempfile::tempdir().unwrap();
        let built = program().current_dir(root()).args(words).arg("-o").arg(again.path()).output().unwrap();
        assert!(built.status.success(), "{command}: {}", String::from_utf8_lossy(&built.stderr));
        let wanted = file.replace("-a4-mono.pdf", "-a4-press-offset-eu-mono.pdf");
        assert_eq!(crate::support::names(again.path()), [wanted], "{command}");
        let run = held(again.path(), &["--press", "offset-eu"]);
        assert_eq!((run.code, missed(&run)), (0, vec![]), "{command}: {:?}", run.lines);
    }
    // Of a file that is none of ours it is said in words.
    std::fs::rename(out.path().join("card-th-card-a4-mono.pdf"), out.path().join("card (final).pdf"))
        .unwrap();
    std::fs::remove_file(out.path().join("factsheet-th-booklet-a4-mono.pdf")).unwrap();
    let run = held(out.path(), &["--press", "offset-eu"]);
    assert!(commands(&run).is_empty() && run.code == 1, "{:?}", run.lines);
    assert!(run.lines.iter().any(|line| line["how"] == "save it as PDF/X-4"), "{:?}", run.lines);
}

#[test]
fn the_plates_of_all_inks_are_looked_for() {
    let out = tempfile::tempdir().unwrap();
    let asked = ["-l", "en", "-L", "card", "--press", "riso", "-o"];
    let built = program().current_dir(root()).arg("build").args(asked).arg(out.path()).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    assert_eq!(missed(&held(out.path(), &["--press", "riso"])), Vec::<String>::new());
    std::fs::remove_file(out.path().join("card-en-card-letter-press-riso-black.pdf")).unwrap();
    let run = held(out.path(), &["--press", "riso"]);
    assert_eq!(missed(&run), ["card-en-card-letter-press-riso-bright-red.pdf press/plates"]);
    let line = run.lines.iter().find(|line| line["wish"] == "press/plates").unwrap();
    assert_eq!(line["found"], "no card-en-card-letter-press-riso-black.pdf beside this one");
}

#[test]
fn the_presses_that_take_a_file_are_listed() {
    let fixture = Fixture::new();
    assert_eq!(fixture.build(&["-l", "en", "--for", "press"]).code, 0);
    let run = held(&fixture.out(), &["--presses"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    let taken = |press: &str| {
        run.lines.iter().find(|line| line["reason"] == "press" && line["press"] == press).unwrap()["taken"]
            .clone()
    };
    assert_eq!(
        (taken("portal"), taken("gelato"), taken("offset-na")),
        (true.into(), false.into(), false.into())
    );
    let output = program()
        .current_dir(fixture.out())
        .args(["preflight", "--presses", "small-en-page-letter-press.pdf"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let is_taken = text.lines().any(|line| line.split_whitespace().eq(["portal", "yes"]));
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_told = words.join(" ").contains("bleed (wanted 4.00 mm on all sides; found 3.175 mm)");
    assert!(is_taken && is_told, "{text}");
}

#[test]
fn the_slug_and_marks_are_no_type_and_no_ink_of_the_leaflet() {
    let fixture = Fixture::with_sheets();
    assert_eq!(fixture.build(&["-l", "en", "-L", "letter-fold", "--press", "sheets"]).code, 0);
    let run = held(&fixture.out(), &["--for", "press"]);
    let facts = &run.lines.iter().find(|line| line["reason"] == "preflight").unwrap()["facts"];
    assert!(facts["smallest"]["size"].as_f64().unwrap() > 6.1, "the slug is of 6 pt: {}", facts["smallest"]);
    assert!(
        facts["spaces"].as_array().unwrap().contains(&"inks All (marks only)".into()),
        "{}",
        facts["spaces"]
    );
}

#[test]
fn a_press_that_there_is_not_is_told_and_one_of_the_project_is_taken() {
    let fixture = Fixture::with_sheets();
    assert_eq!(fixture.build(&["-l", "en", "-L", "letter-fold", "--press", "sheets"]).code, 0);
    let file = "out/factsheet-en-letter-fold-letter-press-sheets.pdf";
    let run = fixture.run(&["preflight", "--press", "sheets", file, "--message-format", "json"]);
    assert_eq!((run.code, missed(&run)), (0, vec![]), "{:?}", run.lines);
    let run = fixture.run(&["preflight", "--press", "shets", file, "--message-format", "json"]);
    assert_eq!((run.code, run.problems()), (2, vec!["project/unknown-press".to_owned()]));
    assert_eq!(fixture.run(&["preflight", "--press", "sheets", "--for", "office", file]).code, 2);
}

/// A press of the small project's own, with these rows.
pub(crate) fn with_press(rows: &str) -> Fixture {
    let text = format!("source = \"https://example.org/print\"\nread = \"2026-11\"\n{rows}\n");
    Fixture::new().file("layouts/press/own.toml", text)
}

#[test]
fn files_are_parted_and_called_as_a_press_asks() {
    let page = include_str!("fixture/page.toml").replace("fold = \"none\"", "fold = \"two-up\"");
    let names = |rows: &str, arguments: &[&str]| {
        let fixture = with_press(rows).file("layouts/page.toml", &page);
        let run = fixture.build(&[&["--press", "own"], arguments].concat());
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        if !arguments.contains(&"--format") {
            let wishes = held(&fixture.out(), &["--project", "..", "--press", "own"]);
            assert_eq!((wishes.code, missed(&wishes)), (0, vec![]), "{rows}: {:?}", wishes.lines);
        }
        run.written
    };
    let both = ["small-en-page-letter-press-own.pdf", "small-es-page-letter-press-own.pdf"];
    assert_eq!(names("", &[]), both);
    assert_eq!(names("files = \"page\"", &["-l", "en"]), ["small-en-page-letter-press-own-1.pdf"]);
    assert_eq!(
        names("name = \"{leaflet}_{locale}.{paper}\"", &[]),
        ["small_en.letter.pdf", "small_es.letter.pdf"]
    );
    assert_eq!(names("files = \"side\"\nname = \"page{n}\"", &["-l", "es"]), ["page1.pdf"]);
    assert_eq!(names("pages = \"both\"\nname = \"{locale}\"", &["-l", "es"]), ["es-sheets.pdf", "es.pdf"]);
    assert_eq!(
        names("pages = \"both\"\nname = \"page{n}\"", &["-l", "es"]),
        ["page1-sheets.pdf", "page1.pdf"]
    );
    assert_eq!(names("bleed = { default = \"1mm\", page = \"2mm\" }", &[]), both);
    // Pictures and texts are no files for a shop.
    assert_eq!(
        names("name = \"{locale}\"", &["-l", "es", "--format", "png"]),
        ["small-es-page-letter-press-own-1.png"]
    );
}

#[test]
fn a_leaflet_page_by_page_holds_each_page_once() {
    let row = "source = \"https://example.org\"\nread = \"2026-11\"\nfiles = \"page\"\nname = \"page{n}\"\nbookmarks = false\n";
    let fixture = Fixture::with_sheets().file("layouts/press/own.toml", row);
    let run = fixture.build(&["-l", "th", "-L", "booklet", "--press", "own"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let mut wanted: Vec<String> = (1..=8).map(|page| format!("page{page}.pdf")).collect();
    wanted.sort();
    assert_eq!(run.written, wanted);
    for name in &wanted {
        let document = lopdf::Document::load(fixture.out().join(name)).unwrap();
        assert_eq!(document.get_pages().len(), 1, "{name}");
    }
    let run = held(&fixture.out(), &["--project", "..", "--press", "own"]);
    assert_eq!((run.code, missed(&run)), (0, vec![]), "{:?}", run.lines);
    let run = held(&fixture.out(), &["--for", "press"]);
    assert_eq!(run.code, 0, "each is right by itself: {:?}", run.lines);
}

#[test]
fn names_that_clash_are_told_before_anything_is_written() {
    let problem = |rows: &str, arguments: &[&str]| {
        let page = include_str!("fixture/page.toml");
        let fixture = with_press(rows).file("layouts/page.toml", page);
        let run = fixture.build(&[&["--press", "own"], arguments].concat());
        assert!(run.code == 1 && run.written.is_empty(), "{rows} {:?}", run.written);
        let told = run.lines.iter().find(|line| line["severity"] == "error").unwrap().clone();
        assert_eq!(told["code"], "output/name");
        let label = &told["labels"][0];
        let place = format!("{} {}", label["file"].as_str().unwrap(), label["line"]);
        format!("{place} {} {}", told["message"].as_str().unwrap(), told["help"].as_str().unwrap())
    };
    let told = problem("name = \"{leaflet}\"", &[]);
    assert!(
        told.contains("would be one file, small.pdf")
            && told.contains("put {locale} into the name")
            && told.starts_with("layouts/press/own.toml 3"),
        "{told}"
    );
    let told = problem("name = \"card\"", &["-l", "en", "--ink", "colour,mono"]);
    assert!(told.contains("card.pdf") && told.contains("a folder of its own: --out"), "{told}");
    // The one field that is there is not advised again.
    let told = problem("files = \"page\"\nname = \"page{n}\"", &[]);
    assert!(told.contains("put {locale} into") && !told.contains("{n} into"), "{told}");
}

#[test]
fn files_of_another_leaflet_are_kept_where_names_do_not_tell_them_apart() {
    let row = rows("files = \"page\"\nname = \"page{n}\"");
    let fixture = Fixture::with_sheets().file("layouts/press/own.toml", row);
    let build = |arguments: &[&str]| fixture.build(&[&["--press", "own"], arguments].concat());
    let read = |name: &str| std::fs::read(fixture.out().join(name)).unwrap();
    assert_eq!(build(&["-l", "en", "-L", "letter-fold"]).code, 0);
    let kept = [read("page1.pdf"), read("page2.pdf")];
    // The same again, also where it is not the same to the byte.
    std::fs::write(fixture.out().join("page2.pdf"), &kept[0]).unwrap();
    assert_eq!(build(&["-l", "en", "-L", "letter-fold"]).code, 0);
    assert_eq!(read("page2.pdf"), kept[1]);
    // Another language, leaflet or layout, and what is no PDF.
    for other in
        [["-l", "th", "-L", "letter-fold"], ["-l", "en", "-L", "card"], ["-l", "en", "-L", "booklet"]]
    {
        let run = build(&other);
        assert_eq!((run.code, run.problems().len()), (1, 1), "{other:?} {}", run.talk);
        assert!(
            run.problems()[0].starts_with("output/name layouts/press/own.toml:4"),
            "{:?}",
            run.problems()
        );
        let told = run.lines.iter().find(|line| line["severity"] == "error").unwrap();
        let message = told["message"].as_str().unwrap();
        assert!(message.contains("page1.pdf and 1 more"), "{message}");
        assert!(told["help"].as_str().unwrap().contains("{leaflet}, {locale}, {layout}"), "{told}");
        assert_eq!([read("page1.pdf"), read("page2.pdf")], kept, "{other:?}");
        assert_eq!(crate::support::names(&fixture.out()), ["page1.pdf", "page2.pdf"], "{other:?}");
    }
    std::fs::write(fixture.out().join("page1.pdf"), "my notes").unwrap();
    assert_eq!(build(&["-l", "en", "-L", "letter-fold"]).code, 1);
    assert_eq!(read("page1.pdf"), b"my notes");
}

/// The rows of a press, with where they were read.
pub(crate) fn rows(rows: &str) -> String {
    format!("source = \"https://example.org\"\nread = \"2026-11\"\n{rows}\n")
}

#[test]
fn names_of_all_ways_to_have_pages_are_told_apart_before_anything_is_written() {
    // Of a booklet page by page there is one file, and of its sheets there are four.
    let booklet = |row: &str| {
        let row = rows(&format!("pages = \"both\"\nfiles = \"side\"\n{row}"));
        let fixture = Fixture::with_sheets().file("layouts/press/own.toml", row);
        let run = fixture.build(&["-l", "en", "-L", "booklet", "--press", "own"]);
        let told = run.lines.iter().find(|line| line["severity"] == "error").cloned();
        (run.written, told.map_or(String::new(), |told| told["message"].as_str().unwrap().to_owned()))
    };
    let (written, told) = booklet("name = \"page\"");
    assert!(written.is_empty() && told.contains("would be one file, page-sheets.pdf"), "{written:?} {told}");
    assert!(told.contains("(en, sheets, file 1)") && told.contains("(en, sheets, file 2)"), "{told}");
    let (written, told) = booklet("name = \"{n}\"");
    let wanted = ["1-sheets.pdf", "1.pdf", "2-sheets.pdf", "3-sheets.pdf", "4-sheets.pdf"];
    assert_eq!((written, told.as_str()), (wanted.map(str::to_owned).to_vec(), ""));
    // What is added to a name counts.
    let long = "x".repeat(248);
    let (written, told) = booklet(&format!("name = \"{{n}}{long}\""));
    assert!(written.is_empty() && told.contains("has 260 bytes, more than 255"), "{written:?} {told}");
}

#[test]
fn what_is_beyond_a_bound_is_told_once_for_all_files_of_a_leaflet() {
    let told = |row: &str, arguments: &[&str]| {
        let fixture = Fixture::with_sheets().file("layouts/press/own.toml", rows(row));
        let run = fixture.build(&[&["-l", "en", "-L", "booklet", "--press", "own"], arguments].concat());
        assert_eq!(run.code, 0, "{}", run.talk);
        (run.written.len(), run.problems().iter().filter(|code| code.starts_with("press/limit")).count())
    };
    let bound = "limits = { type = \"9pt\" }";
    assert_eq!(told(bound, &[]), (1, 1));
    assert_eq!(told(&format!("pages = \"both\"\n{bound}"), &["--ink", "colour,mono"]), (4, 1));
}

#[test]
fn both_lay_outs_are_made_where_they_differ() {
    let row = "source = \"https://example.org\"\nread = \"2026-11\"\npages = \"both\"\n";
    let fixture = Fixture::with_sheets().file("layouts/press/both.toml", row);
    let run = fixture.build(&["-l", "en", "-L", "booklet,letter-fold", "--press", "both"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let pages = |name: &str| {
        lopdf::Document::load(fixture.out().join(name))
            .unwrap_or_else(|_| panic!("{:?}", run.written))
            .get_pages()
            .len()
    };
    assert_eq!(run.written.len(), 3);
    assert_eq!(pages("factsheet-en-booklet-letter-press-both.pdf"), 8);
    assert_eq!(pages("factsheet-en-booklet-letter-press-both-sheets.pdf"), 4);
    assert_eq!(pages("factsheet-en-letter-fold-letter-press-both.pdf"), 2);
}

#[test]
fn panels_are_as_wide_as_a_shop_has_them() {
    let row = "source = \"https://example.org\"\nread = \"2026-11\"\nmarks = \"all\"\nfolds.letter.a4 = [\"100mm\", \"100mm\", \"97mm\"]\n";
    let fixture = Fixture::with_sheets().file("layouts/press/own.toml", row);
    let run = fixture.build(&["-L", "letter-fold", "--paper", "a4", "--press", "own", "-l", "en,th"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let wishes = held(&fixture.out(), &["--project", "..", "--press", "own"]);
    assert_eq!((wishes.code, missed(&wishes)), (0, vec![]), "{:?}", wishes.lines);
    assert!(wishes.lines.iter().any(|line| line["wish"] == "press/folds" && line["verdict"] == "met"));
    // Our own widths have a fold mark that is a third of a millimetre and more off.
    let narrow = row.replace("\"100mm\", \"100mm\", \"97mm\"", "\"101mm\", \"101mm\", \"95mm\"");
    let fixture = fixture.file("layouts/press/own.toml", narrow);
    let wishes = held(&fixture.out(), &["--project", "..", "--press", "own"]);
    assert_eq!(wishes.code, 1);
    assert!(missed(&wishes).iter().all(|wish| wish.ends_with("press/folds")), "{:?}", missed(&wishes));
}

#[test]
fn a_shop_that_forbids_bookmarks_gets_none() {
    let fixture = with_press("bookmarks = false");
    assert_eq!(fixture.build(&["-l", "en", "--for", "office,press", "--press", "own"]).code, 0);
    let outlines = |name: &str| {
        let document = lopdf::Document::load(fixture.out().join(name)).unwrap();
        document.catalog().unwrap().has(b"Outlines")
    };
    assert!(outlines("small-en-page-letter.pdf") && !outlines("small-en-page-letter-press-own.pdf"));
}
