//! A project folder made for a test, and the program run on it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// The repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The locales that ship.
pub(crate) const LOCALES: [&str; 8] = ["en", "es", "fr", "ko", "th", "tl", "zh-Hans", "zh-Hant"];

/// A project folder that lives as long as the test.
pub(crate) struct Fixture {
    folder: TempDir,
}

/// What a run of the program left.
pub(crate) struct Run {
    /// Its exit code.
    pub code: i32,
    /// Standard error.
    pub talk: String,
    /// The lines of standard out that are JSON.
    pub lines: Vec<Value>,
    /// The names in the output folder.
    pub written: Vec<String>,
}

impl Fixture {
    /// A small project of one leaflet in English and Spanish that is all right.
    pub(crate) fn new() -> Fixture {
        let fixture = Fixture { folder: tempfile::tempdir().unwrap() };
        fixture
            .file("polyleaf.toml", include_str!("fixture/polyleaf.toml"))
            .file("layouts/page.toml", include_str!("fixture/page.toml"))
            .file("locales/en/text.ftl", include_str!("fixture/en.ftl"))
            .file("locales/es/text.ftl", include_str!("fixture/es.ftl"))
    }

    /// An empty folder.
    pub(crate) fn empty() -> Fixture {
        Fixture { folder: tempfile::tempdir().unwrap() }
    }

    /// A project in Arabic and English, with the faces that Arabic needs.
    pub(crate) fn right_to_left() -> Fixture {
        let mut fixture = Fixture { folder: tempfile::tempdir().unwrap() }
            .file("polyleaf.toml", include_str!("fixture/rtl/polyleaf.toml"))
            .file("layouts/page.toml", include_str!("fixture/rtl/page.toml"))
            .file("locales/en/text.ftl", include_str!("fixture/rtl/en.ftl"))
            .file("locales/ar/text.ftl", include_str!("fixture/rtl/ar.ftl"));
        for face in ["Regular", "Bold"] {
            let name = format!("fonts/extra/NotoNaskhArabic-{face}.ttf");
            fixture = fixture.file(&name, fs::read(root().join(&name)).unwrap());
        }
        fixture
    }

    /// A project whose translations are in every state that a review shows, with the faces that Arabic needs.
    pub(crate) fn under_review() -> Fixture {
        let mut fixture = Fixture { folder: tempfile::tempdir().unwrap() }
            .file("polyleaf.toml", include_str!("fixture/review/polyleaf.toml"))
            .file("locales/en/text.ftl", include_str!("fixture/review/en.ftl"))
            .file("locales/es/text.ftl", include_str!("fixture/review/es.ftl"))
            .file("locales/ar/text.ftl", include_str!("fixture/review/ar.ftl"));
        for face in ["Regular", "Bold"] {
            let name = format!("fonts/extra/NotoNaskhArabic-{face}.ttf");
            fixture = fixture.file(&name, fs::read(root().join(&name)).unwrap());
        }
        for (language, by, ids) in [
            ("es", "Ana Flores", ["title", "help-heading", "help-call", "help-wait"]),
            ("ar", "Huda", ["title", "help-heading", "help-call", "help-law"]),
        ] {
            let until = ["--by", by, "--until", "2027-05", "--date", "2026-10-01"];
            let run = fixture.run(&[&["approve", language], &ids[..], &until[..]].concat());
            assert_eq!(run.code, 0, "{}", run.talk);
        }
        fixture
            .with("locales/en/text.ftl", "You can stay", "You may stay here")
            .with("locales/en/text.ftl", "The call is free", "The call costs nothing")
            .with("locales/en/text.ftl", "within an hour", "in an hour")
            .with("locales/es/text.ftl", "= Ayuda", "= Ayuda ahora")
            .with("locales/ar/text.ftl", "يحميك", "يحميك دائما")
    }

    /// The repository's own project with a press of its own, `sheets`: sheets as they are folded or cut, with all marks.
    pub(crate) fn with_sheets() -> Fixture {
        let row = "source = \"https://example.org/print\"\nread = \"2026-11\"\nmarks = \"all\"\npages = \"sheet\"\n";
        let mut fixture = Fixture::empty().file("layouts/press/sheets.toml", row);
        fixture = fixture.file("polyleaf.toml", fs::read(root().join("polyleaf.toml")).unwrap());
        for locale in LOCALES {
            let folder = root().join("locales").join(locale);
            for name in names(&folder) {
                let text = fs::read(folder.join(&name)).unwrap();
                fixture = fixture.file(&format!("locales/{locale}/{name}"), text);
            }
        }
        fixture
    }

    /// The repository's own project, each translation of its factsheet without the messages named.
    pub(crate) fn with_gaps(gaps: &[&str]) -> Fixture {
        let manifest = fs::read(root().join("polyleaf.toml")).unwrap();
        let mut fixture = Fixture::empty().file("polyleaf.toml", manifest);
        for locale in LOCALES {
            let folder = root().join("locales").join(locale);
            for name in names(&folder) {
                let text = fs::read_to_string(folder.join(&name)).unwrap();
                let kept = if locale == "en" { text } else { without(&text, gaps) };
                fixture = fixture.file(&format!("locales/{locale}/{name}"), kept);
            }
        }
        fixture
    }

    /// A project of messages that are hard to read in order, in both directions, with the faces that they need.
    pub(crate) fn hard_to_order() -> Fixture {
        let mut fixture = Fixture { folder: tempfile::tempdir().unwrap() }
            .file("polyleaf.toml", include_str!("fixture/order/polyleaf.toml"));
        for locale in ["ar", "en", "fr", "he", "th"] {
            let name = format!("locales/{locale}/text.ftl");
            let path = root().join("tests/fixture/order").join(&name);
            fixture = fixture.file(&name, fs::read(path).unwrap());
        }
        for face in [
            "NotoNaskhArabic-Regular",
            "NotoNaskhArabic-Bold",
            "NotoSansHebrew-Regular",
            "NotoSansHebrew-Bold",
        ] {
            let name = format!("fonts/extra/{face}.ttf");
            fixture = fixture.file(&name, fs::read(root().join(&name)).unwrap());
        }
        fixture
    }

    /// Writes a file.
    pub(crate) fn file(self, name: &str, text: impl AsRef<[u8]>) -> Fixture {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Replaces text that stands once in a file.
    pub(crate) fn with(self, name: &str, old: &str, new: &str) -> Fixture {
        let text = fs::read_to_string(self.path().join(name)).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old:?} in {name}");
        self.file(name, text.replace(old, new))
    }

    /// Makes a link to a path.
    pub(crate) fn link(&self, name: &str, target: &Path) {
        #[cfg(unix)]
        std::os::unix::fs::symlink(target, self.path().join(name)).unwrap();
        #[cfg(windows)]
        std::os::windows::fs::symlink_file(target, self.path().join(name)).unwrap();
    }

    /// Removes a file or folder.
    pub(crate) fn without(self, name: &str) -> Fixture {
        let path = self.path().join(name);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
        self
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The output folder.
    pub(crate) fn out(&self) -> PathBuf {
        self.path().join("out")
    }

    /// Runs `build` with more arguments.
    pub(crate) fn build(&self, arguments: &[&str]) -> Run {
        let out = self.out();
        let mut all = vec!["build", "--message-format", "json", "--out", out.to_str().unwrap()];
        all.extend(arguments);
        self.run(&all)
    }

    /// Runs the program in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let output = program().current_dir(self.path()).args(arguments).output().unwrap();
        run_of(output, &self.out())
    }
}

/// The text of a file of messages without some of them.
fn without(text: &str, gaps: &[&str]) -> String {
    let mut is_gap = false;
    let mut kept = String::new();
    for line in text.lines() {
        if let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '#'])) {
            is_gap = gaps.contains(&id);
        }
        if !is_gap {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The program, with an environment of its own.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_polyleaf"));
    command.env("NO_COLOR", "1");
    command
}

/// What a tool of others says; `None` where it is not installed, which is told aloud and fails under `.ci/run`, which installs all.
pub(crate) fn outside(command: &mut Command) -> Option<Output> {
    match command.output() {
        Ok(output) => Some(output),
        Err(fault) => {
            let tool = command.get_program().to_string_lossy().into_owned();
            assert!(std::env::var_os("POLYLEAF_TOOLS").is_none(), "{tool}: {fault}");
            // Past the harness, which keeps what a test that passes prints.
            let _ = writeln!(std::io::stderr(), "SKIPPED a check: {tool} can’t be run: {fault}");
            None
        }
    }
}

/// What a run left, with the names in `out`.
pub(crate) fn run_of(output: Output, out: &Path) -> Run {
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    Run {
        code: output.status.code().unwrap_or(-1),
        talk: String::from_utf8(output.stderr).unwrap(),
        lines,
        written: names(out),
    }
}

/// The names in a folder, in order, without the record that builds keep of it; none when it is not there.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.retain(|name| name != "manifest.json");
    names.sort();
    names
}

impl Run {
    /// The diagnostics as `code file:line:column`, the first place of each. Each says what to do.
    pub(crate) fn problems(&self) -> Vec<String> {
        let diagnostics = self.lines.iter().filter(|line| line["reason"] == "diagnostic");
        let advises = |line: &Value| line["help"].as_str().is_some_and(|help| !help.trim().is_empty());
        let silent: Vec<&Value> = diagnostics.clone().filter(|line| !advises(line)).collect();
        assert!(silent.is_empty(), "nothing is said of what to do: {silent:?}");
        let place = |line: &Value| {
            let label = &line["labels"][0];
            match label["file"].as_str() {
                Some(file) => format!(" {file}:{}:{}", label["line"], label["column"]),
                None => String::new(),
            }
        };
        diagnostics.map(|line| format!("{}{}", line["code"].as_str().unwrap(), place(line))).collect()
    }

    /// The artifacts.
    pub(crate) fn artifacts(&self) -> Vec<&Value> {
        self.lines.iter().filter(|line| line["reason"] == "artifact").collect()
    }
}

/// Builds the shipped factsheet into a folder of its own; more arguments as given.
pub(crate) fn build_factsheet(arguments: &[&str]) -> (TempDir, Run) {
    let out = tempfile::tempdir().unwrap();
    let output = program()
        .current_dir(root())
        .args(["build", "--leaflet", "factsheet", "--message-format", "json"])
        .args(["--out", out.path().to_str().unwrap()])
        .args(arguments)
        .output()
        .unwrap();
    let run = run_of(output, out.path());
    (out, run)
}
