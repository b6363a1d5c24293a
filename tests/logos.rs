//! The logo of an organisation: beside the contact, which keeps its size; on a ground that it stands out from; and what is told
//! of a file that can't be had.

use std::fs;

use lopdf::Document;
use lopdf::content::Content;

use crate::support::{Fixture, program, root, run_of};

const DARK: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 132 50\"><path fill=\"#0b4f6c\" d=\"M8 44V8h26v36z\"/><path fill=\"#8a3112\" d=\"M44 14h80v7H44z\"/></svg>";
const LIGHT: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 132 50\"><path fill=\"#ffffff\" d=\"M8 44V8h26v36z\"/><path fill=\"#ffe9c9\" d=\"M44 14h80v7H44z\"/></svg>";

/// The file of an organisation with a logo of that name.
fn organisation(logo: &str) -> String {
    format!(
        "[organisation]\nname = \"Elsewhere\"\nemail = \"a@b.example\"\nphone = \"604-555-0199\"\nwebsite = \"b.example\"\n{logo}"
    )
}

/// What a build of the factsheet for another organisation tells of each leaflet: its file, its size, the shares of its panels.
fn built(logo: Option<&str>, arguments: &[&str]) -> (tempfile::TempDir, Vec<[String; 3]>) {
    let out = tempfile::tempdir().unwrap();
    fs::write(out.path().join("mark.svg"), logo.unwrap_or(DARK)).unwrap();
    let line = logo.map_or("", |_| "logo = \"mark.svg\"\n");
    fs::write(out.path().join("org.toml"), organisation(line)).unwrap();
    let folder = out.path().join("out");
    let output = program()
        .current_dir(root())
        .args(["build", "--message-format", "json", "--leaflet", "factsheet", "-o"])
        .arg(&folder)
        .arg("--org")
        .arg(out.path().join("org.toml"))
        .args(arguments)
        .output()
        .unwrap();
    let run = run_of(output, &folder);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let told = |key: &str, artifact: &serde_json::Value| artifact[key].to_string();
    let artifacts = run.artifacts();
    let rows = artifacts.iter().map(|one| ["layout", "locale", "body_pt"].map(|key| told(key, one)));
    let rows = rows.collect();
    (out, rows)
}

#[test]
fn a_logo_takes_no_size_from_the_text() {
    let arguments = ["-L", "letter-fold,z-fold,half-fold,factsheet,booklet", "-l", "en,th,ko,tl"];
    let (_without, plain) = built(None, &arguments);
    assert_eq!(plain.len(), 20);
    for logo in [DARK, LIGHT] {
        let (_with, shown) = built(Some(logo), &arguments);
        assert_eq!(shown, plain);
    }
}

/// The operators of each outline that is filled on a page.
fn outlines(folder: &std::path::Path, file: &str, page: u32) -> Vec<String> {
    let document = Document::load(folder.join("out").join(file)).unwrap();
    let content = document.get_page_content(document.get_pages()[&page]);
    let (mut outline, mut outlines) = (String::new(), Vec::new());
    for operation in Content::decode(&content).unwrap().operations {
        match operation.operator.as_str() {
            drawn @ ("m" | "l" | "c" | "h") => outline.push_str(drawn),
            "f" => outlines.push(std::mem::take(&mut outline)),
            _ => outline.clear(),
        }
    }
    outlines
}

#[test]
fn a_logo_stands_on_a_field_by_its_own_colours_or_on_a_plate() {
    // Leaves: numerals stand on some, too.
    let leaves = |file: &str, page: u32, logo: Option<&str>| {
        let (out, _) = built(logo, &["-L", "factsheet,letter-fold", "-l", "en"]);
        outlines(out.path(), file, page).iter().filter(|outline| **outline == "mlcllch").count()
    };
    let plate = |file: &str, page: u32, logo: &str| {
        let [with, without] = [Some(logo), None].map(|logo| leaves(file, page, logo));
        assert!(without > 0, "{file}");
        with - without
    };
    let (on_field, on_paper) =
        ("factsheet-en-factsheet-letter-org.pdf", "factsheet-en-letter-fold-letter-org.pdf");
    assert_eq!(plate(on_field, 2, LIGHT), 0, "it stands on the field itself");
    assert_eq!(plate(on_field, 2, DARK), 1);
    assert_eq!(plate(on_paper, 1, DARK), 0);
    assert_eq!(plate(on_paper, 1, LIGHT), 1, "white on paper would not be seen");
}

#[test]
fn what_a_logo_can_not_be_is_told_with_what_to_do() {
    let own = [
        ("", "no file is named here", "take the line out"),
        ("../mark.svg", "only a file in the same folder", "copy it beside this file and write \"mark.svg\""),
        ("/etc/mark.svg", "only a file in the same folder", "write \"mark.svg\""),
        ("C:\\\\Users\\\\me\\\\mark.svg", "only a file in the same folder", "write \"mark.svg\""),
        ("Mark.SVG", "but there is “mark.svg”: capital and small letters", "write \"mark.svg\""),
        ("art/Mark.svg", "there is “art/mark.svg”", "write \"art/mark.svg\""),
        ("mark.png", "there is no such file", "looked for from the folder of this file"),
        ("mark.pdf", "it is a PDF, or a drawing of Illustrator", "pictures are plain SVG, PNG or JPEG"),
    ];
    let others = [
        ("", "no file is named here", "take the line out"),
        ("../mark.svg", "there is no file /", "no SVG, PNG or JPEG lies in that folder"),
        ("/nowhere/mark.svg", "there is no file /nowhere/mark.svg", "there is no such folder"),
        (
            "C:\\\\Users\\\\me\\\\mark.svg",
            "there is no file /",
            "path of Windows: put the file beside this one and write \"mark.svg\"",
        ),
        ("Mark.SVG", "there is no file /", "did you mean “mark.svg”, which lies there?"),
        ("art/Mark.svg", "/art/Mark.svg", "did you mean “mark.svg”, which lies there?"),
        ("mark.png", "there is no file /", "did you mean “mark.svg”, which lies there?"),
        ("logo.png", "there is no file /", "pictures there are mark.svg"),
        ("mark.pdf", "it is a PDF, or a drawing of Illustrator", "export it as SVG"),
        (".", "it is a folder", "put a plain file"),
    ];
    let cases = own.map(|case| (case, false)).into_iter().chain(others.map(|case| (case, true)));
    for ((logo, message, help), other) in cases {
        let line = format!("logo = \"{logo}\"\n");
        let fixture = Fixture::new()
            .file("here/mark.svg", DARK)
            .file("here/mark.pdf", "%PDF-1.7")
            .file("here/art/mark.svg", DARK)
            .file("here/org.toml", organisation(&line))
            .file("mark.svg.txt", DARK)
            .file("mark.svg", DARK)
            .file("mark.pdf", "%PDF-1.7")
            .file("art/mark.svg", DARK);
        if logo == "../mark.svg" && other {
            fs::remove_file(fixture.path().join("mark.svg")).unwrap();
        }
        let website = "website = \"example.org\"\n";
        let run = if other {
            fixture.build(&["-l", "en", "--org", "here/org.toml"])
        } else {
            fixture.with("polyleaf.toml", website, &format!("{website}{line}")).build(&["-l", "en"])
        };
        let place = if other { "org.toml:6:8" } else { "polyleaf.toml:13:8" };
        let problems = run.problems();
        assert!(problems.len() == 1 && problems[0].ends_with(place), "{logo}: {problems:?} {}", run.talk);
        let told = serde_json::to_string(&run.lines).unwrap().replace("\\\"", "\"");
        assert!(told.contains(message) && told.contains(help), "{logo}: {told}");
        assert!(run.written.is_empty(), "{logo}");
    }
}

#[test]
fn a_logo_of_an_organisation_may_lie_anywhere() {
    let out = tempfile::tempdir().unwrap();
    fs::write(out.path().join("far.svg"), DARK).unwrap();
    let far = out.path().join("far.svg").display().to_string();
    let near = "near.svg".to_owned();
    let written = [near, "../up.svg".to_owned(), "../../up.svg".to_owned(), far].map(|logo| {
        let fixture = Fixture::new()
            .with(
                "layouts/page.toml",
                "[body]",
                "[logo]\nplace = \"body\"\nwidth = \"30mm\"\nheight = \"9mm\"\n\n[body]",
            )
            .file("orgs/here/near.svg", DARK)
            .file("orgs/up.svg", DARK)
            .file("up.svg", DARK)
            .file("orgs/here/org.toml", organisation(&format!("logo = \"{logo}\"\n")));
        let run = fixture.build(&["-l", "en", "--org", "orgs/here/org.toml"]);
        assert!(run.problems().is_empty(), "{logo}: {}", run.talk);
        let mut files = fs::read_dir(fixture.out()).unwrap().map(|entry| entry.unwrap().path());
        fs::read(files.find(|path| path.extension().is_some_and(|end| end == "pdf")).unwrap()).unwrap()
    });
    assert!(written.iter().all(|file| *file == written[0]), "wherever it lies, it is the same picture");
}
