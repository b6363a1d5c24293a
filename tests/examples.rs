//! The projects under `examples/` build as they stand, with their plurals, variables and own contact.

use std::fs;

use crate::support::{names, program, root, run_of};

#[test]
fn the_clinic_builds_in_its_languages_and_layouts() {
    let out = tempfile::tempdir().unwrap();
    let project = root().join("examples/clinic");
    for format in ["pdf", "txt"] {
        let output = program()
            .current_dir(out.path())
            .args([
                "build",
                "--message-format",
                "json",
                "--format",
                format,
                "--project",
                project.to_str().unwrap(),
                "-o",
                "out",
            ])
            .output()
            .unwrap();
        let run = run_of(output, &out.path().join("out"));
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        assert_eq!(run.artifacts().len(), 3);
    }
    let text = |locale: &str| {
        fs::read_to_string(out.path().join(format!("out/clinic-{locale}-half-fold-letter.txt"))).unwrap()
    };
    let english = text("en");
    for words in ["Most people wait 20 minutes.", "It is 1 stop.", "Harbour Street Clinic", "416-555-0142"] {
        assert!(english.contains(words), "{words}");
    }
    // Pictures in words, in each language; the logo is the organisation's name.
    assert!(english.contains("[Map of the way: from the station, bus 29"));
    assert!(english.contains("[Harbour Street Community Clinic]"));
    assert!(text("es").contains("[Mapa del camino:") && text("zh-Hans").contains("[路线图："));
    assert!(text("es").contains("Es 1 parada."));
    assert!(text("zh-Hans").contains("坐1站"));
}

#[test]
fn the_clinic_names_nobody_of_the_factsheet_in_any_layout() {
    let out = tempfile::tempdir().unwrap();
    let project = root().join("examples/clinic");
    let layouts = "booklet,factsheet,half-fold,letter-fold,phone,z-fold,zine";
    for format in ["txt", "pdf"] {
        let status = program()
            .args([
                "build",
                "--project",
                project.to_str().unwrap(),
                "--layout",
                layouts,
                "--format",
                format,
                "-o",
            ])
            .arg(out.path())
            .status();
        assert!(status.unwrap().success());
    }
    let foreign = ["butterfly", "416-906-3098", "pcepa"];
    let mut texts = 0;
    for name in names(out.path()) {
        let path = out.path().join(name);
        let file = fs::read(&path).unwrap();
        let told = if path.extension().is_some_and(|ending| ending == "txt") {
            texts += 1;
            let text = String::from_utf8(file).unwrap();
            assert!(text.contains("416-555-0142"), "{}", path.display());
            text
        } else {
            // What the PDF says of itself stands in the clear.
            file.iter().map(|byte| char::from(*byte)).collect()
        };
        let told = told.to_lowercase();
        let said: Vec<_> = foreign.iter().filter(|name| told.contains(**name)).collect();
        assert!(said.is_empty(), "{} foreign {said:?}", path.display());
    }
    assert_eq!(texts, 3 * 7);
}

#[test]
fn another_organisation_takes_the_factsheet_over() {
    let folder = tempfile::tempdir().unwrap();
    let organisation = "[organisation]\nname = \"Elsewhere\"\nemail = \"a@b.example\"\nphone = \"604-555-0199\"\nwebsite = \"b.example\"\n";
    fs::write(folder.path().join("org.toml"), organisation).unwrap();
    let output = program()
        .current_dir(folder.path())
        .args(["build", "-l", "ko", "-L", "letter-fold", "--format", "txt", "--org", "org.toml"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(folder.path().join("out/factsheet-ko-letter-fold-letter-org.txt")).unwrap();
    assert!(text.contains("Elsewhere") && text.contains("604-555-0199") && !text.contains("416-906-3098"));
}
