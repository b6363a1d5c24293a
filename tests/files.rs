//! What lies where a project's file should, and what lies where a build writes: pipes, links, folders, damaged and endless
//! files, and other runs.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Fixture, names, program, run_of};

/// A pipe, which is waited for when it is opened.
fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// What `check` says of a project, each problem by its code and message.
fn told(fixture: &Fixture) -> Vec<String> {
    let run = fixture.run(&["check", "--message-format", "json"]);
    let told = run
        .lines
        .iter()
        .map(|line| format!("{} {}", line["code"].as_str().unwrap(), line["message"].as_str().unwrap()));
    let told: Vec<String> = told.collect();
    assert_eq!(run.code, i32::from(!told.is_empty()), "{told:?} {}", run.talk);
    told
}

/// One problem of a project that was made worse by `worsen`.
fn one_problem(worsen: impl Fn(&Fixture)) -> String {
    let fixture = Fixture::new();
    worsen(&fixture);
    let told = told(&fixture);
    assert_eq!(told.len(), 1, "{told:?}");
    told[0].clone()
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_told_by_its_name() {
    for name in ["layouts/other.toml", "layouts/page.toml", "locales/es/more.ftl", "locales/es/locale.toml"] {
        let piped = one_problem(|fixture| {
            let _ = fs::remove_file(fixture.path().join(name));
            pipe(&fixture.path().join(name));
        });
        assert_eq!(piped, format!("project/unreadable {name} can’t be read: it is a pipe and no plain file"));
        let dangling = one_problem(|fixture| {
            let _ = fs::remove_file(fixture.path().join(name));
            fixture.link(name, Path::new("nowhere"));
        });
        assert_eq!(
            dangling,
            format!("project/unreadable {name} can’t be read: it is a link that leads nowhere")
        );
        let folder = one_problem(|fixture| {
            let _ = fs::remove_file(fixture.path().join(name));
            fs::create_dir(fixture.path().join(name)).unwrap();
        });
        assert_eq!(
            folder,
            format!("project/unreadable {name} can’t be read: it is a folder and no plain file")
        );
    }
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_else() {
    let elsewhere = Fixture::new().file("secret.ftl", "this-is = a secret\n}{");
    let secret = elsewhere.path().join("secret.ftl");
    let line = "can’t be read: it is a link that leads out of the project’s folder";
    for name in ["locales/es/secret.ftl", "locales/es/locale.toml", "layouts/other.toml", "fonts/fonts.toml"]
    {
        let told = one_problem(|fixture| {
            fs::create_dir_all(fixture.path().join("fonts")).unwrap();
            fixture.link(name, &secret);
        });
        assert_eq!(told, format!("project/link {name} {line}"));
    }
    let folder = one_problem(|fixture| {
        fs::remove_dir_all(fixture.path().join("locales/es")).unwrap();
        fixture.link("locales/es", &elsewhere.path().join("locales/es"));
    });
    assert_eq!(folder, format!("project/link locales/es {line}"));
    let missing = one_problem(|fixture| fixture.link("locales/fr", Path::new("nowhere")));
    assert_eq!(missing, "project/unreadable locales/fr can’t be read: it is a link that leads nowhere");
}

#[cfg(unix)]
#[test]
fn links_within_a_project_are_followed_and_the_project_may_be_one() {
    let fixture = Fixture::new();
    fs::rename(fixture.path().join("locales/es/text.ftl"), fixture.path().join("es.ftl")).unwrap();
    fixture.link("locales/es/text.ftl", Path::new("../../es.ftl"));
    assert_eq!(told(&fixture), Vec::<String>::new());
    let above = Fixture::empty();
    above.link("project", fixture.path());
    let run = above.run(&["build", "--project", "project"]);
    assert_eq!((run.code, run.written.len(), names(&fixture.out()).len()), (0, 0, 2), "{}", run.talk);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_can_not_be_told_are_told_all_the_same() {
    use std::os::unix::ffi::OsStrExt;
    for (folder, name, shown) in [
        (
            "layouts",
            &b"a\xFF.toml"[..],
            "project/unreadable layouts/a\u{FFFD}.toml can’t be read: its name is not UTF-8",
        ),
        (
            "locales/es",
            b"a\xFF.ftl",
            "project/unreadable locales/es/a\u{FFFD}.ftl can’t be read: its name is not UTF-8",
        ),
        (
            "layouts",
            b"a\nb.toml",
            "layout/invalid layouts/a\nb.toml: a layout's name has letters, digits and hyphens alone",
        ),
        (
            "layouts",
            b"a\x1b[2J.toml",
            "layout/invalid layouts/a\u{1b}[2J.toml: a layout's name has letters, digits and hyphens alone",
        ),
    ] {
        let told = one_problem(|fixture| {
            let layout = fs::read(fixture.path().join("layouts/page.toml")).unwrap();
            fs::write(fixture.path().join(folder).join(OsStr::from_bytes(name)), layout).unwrap();
        });
        assert_eq!(told, shown);
    }
}

#[test]
fn files_are_no_larger_than_anybody_writes() {
    let long = |name: &str, megabytes: usize| {
        let spaces = "#".repeat(megabytes << 20);
        one_problem(|fixture| {
            fs::write(fixture.path().join(name), &spaces).unwrap();
        })
    };
    let line = "can’t be read: it is larger than";
    assert_eq!(long("locales/es/more.ftl", 5), format!("project/unreadable locales/es/more.ftl {line} 4 MB"));
    assert_eq!(long("layouts/other.toml", 2), format!("project/unreadable layouts/other.toml {line} 1 MB"));
    assert_eq!(long("polyleaf.toml", 2), format!("project/unreadable polyleaf.toml {line} 1 MB"));
    for line in ["\n", "# x\n", "?\n", "a = b\n"] {
        let lines = one_problem(|fixture| {
            fs::write(fixture.path().join("locales/es/more.ftl"), line.repeat(100_001)).unwrap();
        });
        let told = "project/unreadable locales/es/more.ftl can’t be read: it has more than 100,000 lines";
        assert_eq!(lines, told);
    }
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_not_read() {
    let fixture = Fixture::new();
    for (arguments, code) in [
        (&["build", "--org", "/dev/zero"][..], 1),
        (&["preflight", "/dev/zero"], 2),
        (&["preflight", "pipe"], 2),
    ] {
        if !fixture.path().join("pipe").exists() {
            pipe(&fixture.path().join("pipe"));
        }
        assert_eq!(fixture.run(arguments).code, code, "{arguments:?}");
    }
    let long = fs::File::create(fixture.path().join("long.pdf")).unwrap();
    long.set_len(3 << 30).unwrap();
    let run = fixture.run(&["preflight", "--message-format", "json", "long.pdf"]);
    assert_eq!((run.code, run.lines[0]["message"].as_str()), (1, Some("it is larger than 64 MB")));
}

#[test]
fn text_of_another_encoding_is_told_with_its_place() {
    let organisation = "[organisation]\nname = \"caf\u{e9}\"\n";
    let latin: Vec<u8> = organisation.chars().map(|c| u8::try_from(c).unwrap()).collect();
    let wide: Vec<u8> = organisation.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, place) in [(latin, "org.toml:2:12"), ([b"\xFF\xFE".to_vec(), wide].concat(), "org.toml:1:1")]
    {
        let run = Fixture::new().file("org.toml", bytes).build(&["--org", "org.toml"]);
        assert_eq!((run.code, run.problems()), (1, vec![format!("project/unreadable {place}")]));
        assert!(run.lines[0]["help"].as_str().unwrap().contains("UTF-8"));
    }
}

#[cfg(unix)]
#[test]
fn what_lies_where_files_are_made_is_neither_followed_nor_waited_for() {
    let fixture = Fixture::new().file("victim", "mine");
    let victim = fixture.path().join("victim");
    fs::create_dir(fixture.out()).unwrap();
    fixture.link("out/.small-en-page-letter.pdf.partial", &victim);
    fixture.link("out/small-es-page-letter.pdf", &victim);
    pipe(&fixture.out().join(".small-es-page-letter.pdf.partial"));
    pipe(&fixture.out().join("small-en-page-letter.pdf"));
    let run = fixture.build(&[]);
    assert_eq!(run.code, 0, "{}", run.talk);
    assert_eq!(fs::read(&victim).unwrap(), b"mine");
    for name in ["small-en-page-letter.pdf", "small-es-page-letter.pdf"] {
        assert!(fs::symlink_metadata(fixture.out().join(name)).unwrap().is_file(), "{name}");
    }
}

#[test]
fn a_file_that_may_not_be_changed_is_kept_and_the_others_are_written() {
    let fixture = Fixture::new().file("out/small-en-page-letter.pdf", "signed");
    let path = fixture.out().join("small-en-page-letter.pdf");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let run = fixture.build(&[]);
    assert_eq!(
        (run.code, run.problems(), run.artifacts().len()),
        (1, vec!["output/unwritable".to_owned()], 1)
    );
    assert_eq!(fs::read(&path).unwrap(), b"signed");
}

#[test]
fn what_a_killed_run_left_goes_with_the_next() {
    let fixture = Fixture::new().file("out/.polyleaf-0123456789ab.partial", "half");
    assert_eq!(fixture.build(&[]).written, ["small-en-page-letter.pdf", "small-es-page-letter.pdf"]);
    let sheets = fixture.file("out/.polyleaf-0123456789ab.partial", "half");
    let out = program().current_dir(sheets.path()).args(["layouts", "--dummy", "page"]).output().unwrap();
    assert_eq!(run_of(out, &sheets.out()).code, 0);
    assert!(!names(&sheets.out()).iter().any(|name| name.starts_with('.')));
}

#[test]
fn names_that_no_disk_takes_are_told_before_anything_is_set() {
    let named = |letters: usize| {
        Fixture::new().with(
            "polyleaf.toml",
            "name = \"small\"\nlayouts",
            &format!("name = \"{}\"\nlayouts", "x".repeat(letters)),
        )
    };
    let rest = "-en-page-letter.pdf".len();
    let longest = named(255 - rest).build(&[]);
    assert_eq!((longest.code, longest.written.len()), (0, 2), "{}", longest.talk);
    for arguments in [&[][..], &["--format", "png"]] {
        let run = named(256 - rest).build(arguments);
        assert_eq!((run.code, run.written.len()), (1, 0), "{}", run.talk);
        assert_eq!(run.problems()[0], "output/name polyleaf.toml:19:12");
    }
    assert_eq!(named(256 - rest).run(&["check"]).code, 1);
}

#[test]
fn leaflets_whose_files_some_disk_takes_for_one_are_told() {
    let fixture = Fixture::new();
    let manifest = fs::read_to_string(fixture.path().join("polyleaf.toml")).unwrap();
    let leaflet = &manifest[manifest.find("[[leaflet]]").unwrap()..];
    let fixture =
        fixture.file("polyleaf.toml", format!("{manifest}\n{}", leaflet.replace("\"small\"", "\"SMALL\"")));
    let run = fixture.build(&[]);
    assert_eq!((run.code, run.written.len(), run.problems().len()), (1, 0, 2), "{:?}", run.problems());
    let told = run.lines[0]["message"].as_str().unwrap();
    assert!(
        told.starts_with("“small” in “page” (en) and “SMALL” in “page” (en) would be one file"),
        "{told}"
    );
    assert_eq!(fixture.build(&["--leaflet", "SMALL"]).code, 0);
}

#[test]
fn check_finds_what_a_build_could_not_write() {
    let fixture = Fixture::new().file("locales/es/text.ftl", format!("heading = a{}\nbody = un <strong>texto</strong>.\ncall = <a data-l10n-name=\"phone\">{{ $phone }}</a>\n", "\u{301}".repeat(141)));
    for command in ["check", "build"] {
        let run = fixture.run(&[command, "--message-format", "json"]);
        assert_eq!(
            (run.code, run.problems()),
            (1, vec!["text/character locales/es/text.ftl:1:11".to_owned()])
        );
    }
}

#[test]
fn what_is_passed_over_is_told() {
    for (name, why) in [
        ("locales/es/B.FTL", "its name does not end in .ftl"),
        ("locales/es/more.ftl.txt", "its name does not end in .ftl"),
        ("locales/es/old/more.ftl", "a folder within that of a language"),
        ("locales/es/Locale.toml", "the settings of a language are called locale.toml"),
        ("locales/es.ftl", "it lies in no language’s folder"),
        ("layouts/Other.TOML", "its name does not end in .toml"),
        ("layouts/look/x.toml.txt", "its name does not end in .toml"),
    ] {
        let fixture = Fixture::new().file(name, "what = ever {\n");
        let run = fixture.run(&["check", "--message-format", "json"]);
        let told: Vec<&str> = run.lines.iter().map(|line| line["message"].as_str().unwrap()).collect();
        let shown = if name.contains("/old/") { "locales/es/old" } else { name };
        assert_eq!((run.code, told), (0, vec![format!("{shown} is not read: {why}").as_str()]), "{name}");
    }
    for name in ["locales/es/text.ftl~", "locales/es/.more.FTL", "locales/es/notes.txt", "layouts/notes.txt"]
    {
        let fixture = Fixture::new().file(name, "what = ever {\n");
        assert_eq!(told(&fixture), [""; 0], "{name}");
    }
}

#[cfg(unix)]
#[test]
fn what_lies_in_the_place_of_a_folder_is_told() {
    let fixture = Fixture::new().file("fonts", "not a folder");
    let run = fixture.run(&["check", "--message-format", "json"]);
    let told_of: Vec<&str> = run.lines.iter().map(|line| line["message"].as_str().unwrap()).collect();
    assert_eq!((run.code, told_of), (0, vec!["fonts is not read: it is a file and no folder"]));
    let fixture = Fixture::new();
    fs::create_dir_all(fixture.path().join("layouts/look")).unwrap();
    fixture.link("layouts/look/x.toml", Path::new("nowhere"));
    let run = fixture.run(&["check", "--message-format", "json"]);
    assert_eq!((run.code, run.lines.len()), (0, 1), "{:?}", run.lines);
    // One error, and not that a language's folder is missing besides.
    let instead = one_problem(|fixture| {
        fs::remove_dir_all(fixture.path().join("locales")).unwrap();
        fs::write(fixture.path().join("locales"), "x").unwrap();
    });
    assert!(instead.starts_with("project/unreadable locales can’t be read"), "{instead}");
}

#[test]
fn line_ends_of_old_macintoshes_are_line_ends() {
    let fixture = Fixture::new();
    for name in ["polyleaf.toml", "layouts/page.toml", "locales/es/text.ftl"] {
        let path = fixture.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace('\n', "\r")).unwrap();
    }
    assert_eq!(told(&fixture), [""; 0]);
}

#[test]
fn an_organisation_in_a_document_is_told_what_that_is_and_how_the_file_looks() {
    for (bytes, told) in [
        (&b"{\\rtf1\\ansi [organisation]\\par}"[..], "a text of a word processor (RTF)"),
        (b"PK\x03\x04\x14\0\x06\0", "a document of Word, Pages or LibreOffice"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", "a document of Word"),
        (b"<!DOCTYPE html>\n<html><body>[organisation]", "a page of the web (HTML)"),
        (b"\xEF\xBB\xBF<html>", "a page of the web (HTML)"),
        (b"%PDF-1.7", "a PDF"),
    ] {
        let run = Fixture::new().file("org.toml", bytes).build(&["--org", "org.toml"]);
        assert_eq!(run.problems().len(), 1, "{}", run.talk);
        let lines = serde_json::to_string(&run.lines).unwrap();
        assert!(lines.contains(told) && lines.contains("[organisation]\\nname = "), "{lines}");
        assert!(run.written.is_empty());
    }
}
