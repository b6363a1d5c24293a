//! What people type: languages by any name, names in any case, near misses, help, completions, the manual.

use std::fs;
use std::process::Command;

use crate::support::{Fixture, Run, names, program, root};

/// A small project in eight languages.
fn eight_languages() -> Fixture {
    let text = include_str!("fixture/es.ftl");
    let others = ["fr", "ko", "th", "tl", "zh-Hans", "zh-Hant"];
    others.iter().fold(Fixture::new(), |fixture, tag| fixture.file(&format!("locales/{tag}/text.ftl"), text))
}

/// The languages that a command line builds.
fn languages(fixture: &Fixture, arguments: &[&str]) -> Vec<String> {
    let run = fixture.build(&[&["--format", "txt"], arguments].concat());
    assert_eq!(run.code, 0, "{arguments:?}: {:?} {}", run.lines, run.talk);
    let mut tags: Vec<String> =
        run.artifacts().iter().map(|made| made["locale"].as_str().unwrap().to_owned()).collect();
    tags.sort();
    tags
}

#[test]
fn a_language_is_named_by_tag_or_by_any_name() {
    let fixture = eight_languages();
    for (arguments, tags) in [
        (&["-l", "thai"][..], &["th"][..]),
        (&["-l", "THAI"], &["th"]),
        (&["-l", "ไทย"], &["th"]),
        (&["-l", "español"], &["es"]),
        (&["-l", "Espanol"], &["es"]),
        (&["-l", "한국어"], &["ko"]),
        (&["-l", "filipino"], &["tl"]),
        (&["-l", "tagalog/filipino"], &["tl"]),
        (&["-l", "fil"], &["tl"]),
        (&["-l", "Chinese, Traditional"], &["zh-Hant"]),
        (&["-l", "Chinese,", "Traditional"], &["zh-Hant"]),
        (&["-l", "traditional chinese"], &["zh-Hant"]),
        (&["-l", "simplified"], &["zh-Hans"]),
        (&["-l", "简体中文"], &["zh-Hans"]),
        (&["-l", "繁体"], &["zh-Hant"]),
        (&["-l", "ZH_hant"], &["zh-Hant"]),
        (&["-l", "zh-TW"], &["zh-Hant"]),
        (&["-l", "thai,中文"], &["th", "zh-Hans", "zh-Hant"]),
        (&["-l", "zh"], &["zh-Hans", "zh-Hant"]),
        (&["-l", "chinese"], &["zh-Hans", "zh-Hant"]),
    ] {
        assert_eq!(languages(&fixture, arguments), tags, "{arguments:?}");
    }
}

#[test]
fn several_languages_are_named_as_people_list_things() {
    let fixture = eight_languages();
    for arguments in [
        &["-l", "th,ko"][..],
        &["-l", "th, ko"],
        &["-l", "th", "ko"],
        &["-l", "th,", "ko"],
        &["-l", "th ko"],
        &["-l", "th", "-l", "ko"],
        &["th", "ko"],
        &["th,ko"],
        &["th", "-l", "ko"],
        &["--lang", "th", "--language", "korean"],
        &["--locale", "th;ko"],
        &["-l", "th、ko"],
    ] {
        assert_eq!(languages(&fixture, arguments), ["ko", "th"], "{arguments:?}");
    }
    assert_eq!(languages(&fixture, &["-l", "all"]).len(), 8);
    assert_eq!(languages(&fixture, &["ALL"]).len(), 8);
    assert_eq!(languages(&fixture, &["-l", "th", "all"]).len(), 8);
}

#[test]
fn all_commands_name_languages_alike() {
    let fixture = Fixture::new();
    for named in [&["es"][..], &["-l", "es"], &["--lang", "spanish"], &["Español"], &["-l", "en", "es"]] {
        for command in ["build", "check", "status"] {
            let run = fixture.run(&[&[command], named, &["--message-format", "json"]].concat());
            assert_eq!((run.code, run.problems()), (0, vec![]), "{command} {named:?}: {}", run.talk);
        }
    }
    let status = fixture.run(&["status", "spanish", "--message-format", "json"]);
    let locales = status.lines.iter().filter(|line| line["reason"] == "locale");
    assert_eq!(locales.map(|line| line["locale"].as_str().unwrap()).collect::<Vec<_>>(), ["es"]);
}

#[test]
fn a_project_names_its_languages_itself() {
    let fixture =
        Fixture::new().file("locales/es/locale.toml", "name = [\"Castellano de aquí\", \"Our Spanish\"]\n");
    for name in ["our spanish", "castellano de aqui", "spanish"] {
        assert_eq!(fixture.build(&["-l", name]).written.len(), 1, "{name}");
    }
}

/// What is told of what was asked for. The texts of all languages are Spanish there, which is told, too.
fn asked(run: &Run) -> Vec<String> {
    run.problems().into_iter().filter(|problem| !problem.starts_with("text/script")).collect()
}

#[test]
fn a_name_of_several_languages_takes_all_and_says_so() {
    let fixture = eight_languages();
    let run = fixture.build(&["-l", "mandarin"]);
    assert_eq!((run.code, asked(&run)), (0, vec!["locale/several".to_owned()]));
    let said = run.lines.iter().find(|line| line["code"] == "locale/several").unwrap().to_string();
    assert!(said.contains("zh-Hans") && said.contains("zh-Hant") && said.contains("say -l"), "{said}");
    // One alone is no question, and beside another language only one can stand.
    assert_eq!(asked(&fixture.build(&["-l", "zh-Hans"])), Vec::<String>::new());
    let run = eight_languages().build(&["-l", "en", "--with", "chinese"]);
    assert_eq!((run.code, run.problems(), run.written.len()), (2, vec!["locale/partner".to_owned()], 0));
}

#[test]
fn nothing_is_set_beside_itself() {
    for arguments in [&["--with", "es", "-l", "es"][..], &["--with", "Spanish", "español"]] {
        let run = Fixture::new().build(arguments);
        assert_eq!((run.code, run.written.len()), (2, 0), "{arguments:?}");
        assert_eq!(run.problems(), ["locale/partner"]);
    }
    let alone = Fixture::new().without("locales/es").build(&["--with", "en"]);
    assert_eq!((alone.code, alone.problems()), (2, vec!["locale/partner".to_owned()]));
}

#[test]
fn names_are_taken_in_any_case_and_spacing() {
    for arguments in [
        &["th", "-L", "Letter-Fold", "--leaflet", "Factsheet", "--paper", "A4"][..],
        &["th", "-L", "letter fold", "--leaflet", "FACTSHEET", "--paper", "a4"],
        &["th", "-L", "LETTER_FOLD", "--paper", "A4", "--for", "Office", "--ink", "Colour"],
    ] {
        let fixture = Fixture::empty();
        let run = fixture.build(&[arguments, &["--format", "TXT"]].concat());
        assert_eq!(run.written, ["factsheet-th-letter-fold-a4.txt"], "{arguments:?}: {}", run.talk);
    }
    let fixture = Fixture::empty();
    let run = fixture.build(&["th", "--leaflet", "Card", "--for", "ALL", "--ink", "All", "--format", "png"]);
    assert!(run.code == 0 && run.written.len() >= 6, "{:?} {}", run.written, run.talk);
    let run = Fixture::empty().build(&["th", "--leaflet", "ALL", "--format", "txt"]);
    assert!(run.written.iter().any(|name| name.starts_with("zine-th")), "{:?}", run.written);
    let run = Fixture::empty().run(&["layouts", "--dummy", "Card,ZINE", "--message-format", "json"]);
    assert_eq!((run.code, run.written.len()), (0, 2), "{}", run.talk);
}

#[test]
fn what_is_not_there_is_answered_by_what_is() {
    let fixture = Fixture::empty();
    for (arguments, told) in [
        (&["build", "-l", "letter-fold"][..], "`letter-fold` is a layout: say -L letter-fold"),
        (&["build", "Booklet"], "`booklet` is a layout: say -L booklet"),
        (&["check", "zine"], "`zine` is a leaflet: say --leaflet zine"),
        (&["status", "gelato"], "`gelato` is a press: say --press gelato"),
        (&["build", "-L", "thai"], "`thai` is a language, Thai: say -l th"),
        (&["build", "-L", "a4"], "`a4` is a paper: say --paper a4"),
        (&["build", "--leaflet", "z-fold"], "`z-fold` is a layout: say -L z-fold"),
        (&["build", "--leaflet", "chinese"], "say -l zh-Hans,zh-Hant"),
        (&["build", "--for", "mono"], "`mono` is a choice of inks: say --ink mono"),
        (&["build", "--paper", "thai"], "`thai` is a language, Thai: say -l th"),
        (&["build", "--format", "poster"], "`poster` is a leaflet: say --leaflet poster"),
        (&["build", "--thai"], "`thai` is a language, Thai: say -l th"),
        (&["build", "-l", "tahi"], "did you mean Thai (th)?"),
        (&["build", "-l", "koraen"], "did you mean Korean (ko)?"),
        (&["build", "-l", "chineese"], "did you mean Chinese, Simplified (zh-Hans) or Chinese"),
        (&["build", "--with", "englsh", "-l", "th"], "did you mean English (en)?"),
        (&["build", "-l", "xyzzy"], "languages here are English (en), Spanish (es)"),
        (&["build", "-l", "vietnamese"], "this project has no Vietnamese (vi)"),
        (&["build", "-l", "ja"], "this project has no Japanese (ja)"),
        (&["build", "-l", "cn"], "for Chinese say -l zh-Hans or -l zh-Hant"),
        (&["build", "-l", "kr"], "for Korean say -l ko"),
        (&["build", "-l", "jp"], "its language, Japanese, is ja"),
        (&["build", "-L", "brochure"], "layouts are booklet, card, factsheet"),
        (&["build", "-L", "leter-fold"], "did you mean “letter-fold”?"),
        (&["build", "--leaflet", "zien"], "did you mean “zine”?"),
        (&["buid"], "did you mean “build”?"),
        (&["chekc"], "did you mean “check”?"),
        (&["thai"], "`thai` is a language, Thai: say -l th"),
        (&["build", "--jobs", "0"], "at least 1"),
        (&["build", "-o", "-"], "name a folder"),
    ] {
        let run = fixture.run(arguments);
        // Sentences are wrapped to the width of the terminal.
        let talk = run.talk.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(talk.contains(told), "{arguments:?}: {talk}");
        assert_eq!((run.code, run.written.len()), (2, 0), "{arguments:?}");
        assert!(!talk.contains("use '-- "), "{arguments:?}: {talk}");
    }
}

#[test]
fn what_else_was_asked_for_is_still_made() {
    let run = eight_languages().build(&["-l", "th,tahi"]);
    assert_eq!((run.code, asked(&run)), (2, vec!["locale/missing".to_owned()]));
    assert_eq!(run.written, ["small-th-page-letter.pdf"]);
}

#[test]
fn a_file_is_no_folder_to_write_to() {
    let fixture = Fixture::empty().file("leaflets", "mine");
    for arguments in [
        &["build", "-o", "leaflets"][..],
        &["build", "-o", "leaflets/thai"],
        &["layouts", "--dummy", "card", "-o", "leaflets"],
        &["man", "leaflets"],
    ] {
        let run = fixture.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.talk.contains("is a file, not a folder"), "{arguments:?}: {}", run.talk);
    }
    assert_eq!(fs::read(fixture.path().join("leaflets")).unwrap(), b"mine");
}

#[test]
fn a_pdf_that_is_not_there_is_told_once() {
    let output =
        program().current_dir(Fixture::empty().path()).args(["preflight", "nope.pdf"]).output().unwrap();
    let told = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(
        (output.status.code(), told.matches("polyleaf: ").count(), told.matches("nope.pdf").count()),
        (Some(2), 1, 1)
    );
}

/// The commands, as the help of the program lists them.
const COMMANDS: [&str; 12] = [
    "build",
    "check",
    "status",
    "new",
    "add-locale",
    "approve",
    "export",
    "import",
    "layouts",
    "preflight",
    "completions",
    "man",
];

fn said(arguments: &[&str]) -> String {
    let output = program().current_dir(root()).args(arguments).output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn help_has_examples_and_no_line_over_80_columns() {
    let mut helps = vec![said(&[]), said(&["-h"]), said(&["--help"])];
    for command in COMMANDS {
        assert!(helps[2].contains(&format!("\n  {command} ")), "{command}");
        helps.extend([said(&[command, "-h"]), said(&[command, "--help"])]);
    }
    assert!(helps[2].contains("Exit codes:\n  0  done\n"));
    for help in &helps {
        let examples = help.lines().filter(|line| line.starts_with("  polyleaf ")).count();
        assert!((2..=5).contains(&examples), "{help}");
        let wide: Vec<&str> = help.lines().filter(|line| line.chars().count() > 80).collect();
        assert_eq!(wide, Vec::<&str>::new());
    }
    assert!(said(&[]).matches("\n  polyleaf ").count() == 5);
    assert_eq!(program().output().unwrap().status.code(), Some(2));
}

#[test]
fn the_examples_are_taken_as_they_stand() {
    let our = "[organisation]\nemail = \"a@centre.org\"\nname = \"Our centre\"\nphone = \"604-555-0142\"\n\
               website = \"example.org\"\n";
    let fixture =
        eight_languages().file("our.toml", our).file("locales/vi/text.ftl", include_str!("fixture/es.ftl"));
    // The messages that `approve` names are the factsheet’s.
    let commands = COMMANDS.into_iter().filter(|command| *command != "approve");
    for command in commands.map(Some).chain([None]) {
        let help = said(&command.into_iter().chain(["--help"]).collect::<Vec<_>>());
        for line in help.lines().filter_map(|line| line.strip_prefix("  polyleaf ")) {
            let line = line.split(['|', '>']).next().unwrap();
            // Viewers stay closed, and home is elsewhere.
            let words = line.split_whitespace().filter(|word| *word != "--open");
            let words: Vec<String> = words.map(|word| word.replace('~', "home")).collect();
            let output = program().current_dir(fixture.path()).args(&words).output().unwrap();
            let talk = String::from_utf8(output.stderr).unwrap();
            assert!(!talk.contains(" takes no ") && !talk.contains("there is no command"), "{line}: {talk}");
            // The small project has no card, and no PDF and no translator’s file lies there.
            let is_elsewhere = ["--leaflet card", ".pdf", "import "].iter().any(|part| line.contains(part));
            assert!(is_elsewhere || output.status.code() != Some(2), "{line}: {talk}");
        }
    }
}

#[test]
fn the_long_version_says_what_is_built_in() {
    assert_eq!(said(&["-V"]), format!("polyleaf {}\n", env!("CARGO_PKG_VERSION")));
    let told = said(&["--version"]);
    for part in ["8 languages: en English", "zh-Hant", "letter-fold", "gelato", "Noto Sans Thai Looped"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
}

#[test]
fn shells_are_given_words_to_complete() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish", "Bash"] {
        let script = said(&["completions", shell]);
        for word in ["build", "large-print", "preflight"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("polyleaf.bash");
    fs::write(&file, said(&["completions", "bash"])).unwrap();
    if let Ok(checked) = Command::new("bash").arg("-n").arg(&file).output() {
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    }
}

#[test]
fn the_manual_has_a_page_of_each_command() {
    let folder = tempfile::tempdir().unwrap();
    let told = said(&["man", folder.path().to_str().unwrap()]);
    let mut pages: Vec<String> = COMMANDS.map(|command| format!("polyleaf-{command}.1")).to_vec();
    pages.push("polyleaf.1".to_owned());
    pages.sort();
    assert_eq!(names(folder.path()), pages, "{told}");
    assert_eq!(fs::read_to_string(folder.path().join("polyleaf.1")).unwrap(), said(&["man"]));
    for page in pages {
        let path = folder.path().join(&page);
        let text = fs::read_to_string(&path).unwrap();
        for part in [".SH NAME", ".SH SYNOPSIS", ".SH EXAMPLES", ".SH \"EXIT STATUS\""] {
            assert!(text.contains(part), "{page}: {part}");
        }
        let mut groff = Command::new("groff");
        groff.args(["-k", "-man", "-Tutf8", "-rLL=78n", "-ww", "-P-cbu"]).arg(&path);
        let Ok(shown) = groff.output() else { continue };
        let (shown, told) =
            (String::from_utf8(shown.stdout).unwrap(), String::from_utf8(shown.stderr).unwrap());
        assert_eq!(told, "", "{page}");
        let wide = shown.lines().find(|line| line.chars().count() > 80);
        assert_eq!(wide, None, "{page}");
    }
}

/// The mask of this process is not known, so a page is compared with a file that is made in the plain way.
#[cfg(unix)]
#[test]
fn the_manual_may_be_read_by_whom_the_mask_lets() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    said(&["man", folder.path().to_str().unwrap()]);
    fs::write(folder.path().join("plain"), "x").unwrap();
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("polyleaf-build.1"), mode("plain"));
}

// Elsewhere a viewer might open.
#[cfg(target_os = "linux")]
#[test]
fn where_nothing_can_open_a_leaflet_it_is_said_where_it_is() {
    let fixture = Fixture::empty();
    let mut run = program();
    // No viewer is found on an empty path.
    run.current_dir(fixture.path()).env("PATH", "").env_remove("BROWSER");
    let output = run
        .args(["build", "th", "-L", "card", "--leaflet", "card", "--format", "txt", "--open"])
        .output()
        .unwrap();
    let talk = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{talk}");
    assert!(talk.contains("card-th-card-letter.txt\n"), "{talk}");
}
