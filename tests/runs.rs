//! Several runs in one folder, and runs that are killed. A few rounds of each are made in every run;
//! `POLYLEAF_ROUNDS=200 cargo test --release --test main runs:: -- --test-threads 1 --nocapture` does it at length.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Fixture, names, program};

/// How many rounds are made where nobody says.
const QUICK: u64 = 4;
/// How many languages and layouts the project has.
const LAYOUTS: usize = 7;

fn rounds() -> u64 {
    std::env::var("POLYLEAF_ROUNDS").map_or(QUICK, |count| count.parse().unwrap())
}

/// A project of 84 files: two languages in seven layouts for three profiles, in two inks.
fn many_files() -> Fixture {
    let page = include_str!("fixture/page.toml");
    let layouts: Vec<String> = (0..LAYOUTS).map(|number| format!("page{number}")).collect();
    let mut fixture = Fixture::new().with("polyleaf.toml", "[\"page\"]", &format!("{layouts:?}"));
    for layout in &layouts {
        fixture = fixture.file(&format!("layouts/{layout}.toml"), page);
    }
    fixture
}

const ALL: [&str; 5] = ["build", "--for", "office,press,screen", "--ink", "colour,mono"];

fn start(fixture: &Fixture, arguments: &[&str]) -> Child {
    let mut command = program();
    command.current_dir(fixture.path()).args(arguments).stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

/// Whether a PDF is whole: to its last line, and for qpdf where that is there.
fn is_whole(path: &Path) -> bool {
    let bytes = fs::read(path).unwrap();
    let ends = bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF");
    let checked =
        Command::new("qpdf").arg("--check").arg(path).stdout(Stdio::null()).stderr(Stdio::null()).status();
    ends && checked.is_ok_and(|status| status.success()) | !has_qpdf()
}

fn has_qpdf() -> bool {
    Command::new("qpdf").arg("--version").stdout(Stdio::null()).status().is_ok()
}

#[test]
fn two_builds_into_one_folder_do_each_other_no_harm() {
    let fixture = Fixture::new();
    let other = Fixture::new().with("locales/en/text.ftl", "heading = ", "heading = Another one: ");
    let out = fixture.out();
    for round in 0..rounds() {
        let runs =
            [&fixture, &other].map(|project| start(project, &["build", "--out", out.to_str().unwrap()]));
        for run in runs {
            let output = run.wait_with_output().unwrap();
            assert!(output.status.success(), "round {round}: {}", String::from_utf8_lossy(&output.stderr));
        }
        let written = names(&fixture.out());
        assert_eq!(written, ["small-en-page-letter.pdf", "small-es-page-letter.pdf"], "round {round}");
        for name in written {
            assert!(is_whole(&fixture.out().join(&name)), "round {round}: {name}");
        }
    }
}

/// The files are the same in every run, so that one that is not whole differs.
#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_whole_files_and_nothing_after_the_next() {
    let fixture = many_files();
    let began = Instant::now();
    assert!(start(&fixture, &ALL).wait().unwrap().success());
    let whole = fixture.path().join("whole");
    fs::rename(fixture.out(), &whole).unwrap();
    let all = names(&whole);
    assert_eq!(all.len(), 12 * LAYOUTS);
    let longest = began.elapsed();
    let (mut amid, mut left_over) = (0, 0);
    // Moments that have nothing to do with the program's own pace: by the golden section.
    let mut share = 0.0;
    for round in 0..rounds() {
        let _ = fs::remove_dir_all(fixture.out());
        let mut run = start(&fixture, &ALL);
        while names(&fixture.out()).is_empty() && run.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_micros(200));
        }
        share = (share + 0.618_034) % 1.0;
        thread::sleep(longest.mul_f64(share * 0.5));
        // On Unix this is SIGKILL.
        run.kill().unwrap();
        run.wait().unwrap();
        let (partial, finals): (Vec<String>, Vec<String>) =
            names(&fixture.out()).into_iter().partition(|name| name.starts_with('.'));
        amid += u32::from(!finals.is_empty() && finals.len() < all.len());
        left_over += u32::from(!partial.is_empty());
        for name in &finals {
            let same = fs::read(fixture.out().join(name)).unwrap() == fs::read(whole.join(name)).unwrap();
            assert!(same, "round {round}: {name}");
        }
        assert!(start(&fixture, &["build", "-l", "en", "-L", "page0"]).wait().unwrap().success());
        assert!(!names(&fixture.out()).iter().any(|name| name.starts_with('.')), "round {round}");
    }
    println!("{amid} of {} kills fell amid the files; {left_over} left one behind", rounds());
    assert!(amid > 0, "no run was killed amid its files");
}
