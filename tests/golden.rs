//! The net under every change: where each line of the shipped leaflets stands, and in which order a reader of the PDF
//! hears messages that are hard to order. The files are in `tests/golden`. A change that moves a line fails here and
//! shows what moved; to accept all of it, and then to review it as a difference of files:
//!
//! ```sh
//! POLYLEAF_ACCEPT=1 cargo test --release --test main golden::
//! git diff tests/golden
//! ```

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{Fixture, Run, names, program, root};
use crate::tag_tree::tag_tree;

/// How many lines of a file that differs are shown.
const SHOWN: usize = 8;

/// A folder of golden files, held against what the program does now.
struct Net {
    folder: PathBuf,
    held: Vec<String>,
    differences: String,
}

impl Net {
    fn new(folder: &str) -> Net {
        let folder = root().join("tests/golden").join(folder);
        Net { folder, held: Vec::new(), differences: String::new() }
    }

    /// Holds a text against the file of that name, or writes it there where it is accepted.
    fn hold(&mut self, name: &str, text: &str) {
        let path = self.folder.join(name);
        self.held.push(name.to_owned());
        if std::env::var_os("POLYLEAF_ACCEPT").is_some() {
            fs::create_dir_all(&self.folder).unwrap();
            fs::write(path, text).unwrap();
            return;
        }
        let golden = fs::read_to_string(path).unwrap_or_default();
        if golden != text {
            writeln!(self.differences, "{name}:\n{}", first_differences(&golden, text)).unwrap();
        }
    }

    /// Fails when a file differs, or when one is left over.
    fn close(self) {
        let left_over = names(&self.folder).into_iter().filter(|name| !self.held.contains(name));
        let left_over: Vec<String> = left_over.collect();
        assert!(left_over.is_empty(), "nothing makes {left_over:?}; delete them");
        assert!(
            self.differences.is_empty(),
            "{}\nTo accept: POLYLEAF_ACCEPT=1 cargo test --release --test main golden::",
            self.differences
        );
    }
}

/// The lines at which two texts differ, `-` as accepted, `+` as it is now.
fn first_differences(golden: &str, text: &str) -> String {
    let mut shown = String::new();
    let (golden, text): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), text.lines().collect());
    let differing = (0..golden.len().max(text.len())).filter(|&at| golden.get(at) != text.get(at));
    for at in differing.clone().take(SHOWN) {
        for (sign, side) in [('-', &golden), ('+', &text)] {
            let line = side.get(at).unwrap_or(&"(no such line)");
            writeln!(shown, "  {sign} {}: {line}", at + 1).unwrap();
        }
    }
    let more = differing.count().saturating_sub(SHOWN);
    if more > 0 {
        writeln!(shown, "  and {more} lines more").unwrap();
    }
    shown
}

/// How many bytes of each block's text have been placed, by its section, message, language and role.
type Placed = BTreeMap<[String; 4], usize>;

/// The placed lines of a leaflet: a header for each page, panel and block, and for each line `x y`, its size, the bytes of
/// the block's text that it covers, and why it ends. Points from the top left of the page.
fn line_dump(leaflet: &Value) -> String {
    let mut dump = String::new();
    let mut panels: Vec<(&Value, &Value)> = Vec::new();
    for page in leaflet["pages"].as_array().unwrap() {
        panels.extend(page["panels"].as_array().unwrap().iter().map(|panel| (page, panel)));
    }
    // A block that goes on in another panel goes on in reading order.
    panels.sort_by_key(|(_, panel)| panel["panel"].as_u64());
    let mut placed = Placed::new();
    for (page, panel) in panels {
        let number = |key: &str| panel[key].as_f64().unwrap();
        writeln!(
            dump,
            "panel {} {} on {}: {:.2} {:.2} {:.2} × {:.2}, turned {}, {:.3} full",
            panel["panel"],
            panel["place"].as_str().unwrap(),
            page["side"].as_str().unwrap(),
            number("x"),
            number("y"),
            number("w"),
            number("h"),
            panel["rotate"],
            number("fill"),
        )
        .unwrap();
        for block in panel["blocks"].as_array().unwrap() {
            block_dump(block, &mut placed, &mut dump);
        }
    }
    dump
}

fn block_dump(block: &Value, placed: &mut Placed, dump: &mut String) {
    let key = ["section", "message", "lang", "role"].map(|key| block[key].as_str().unwrap().to_owned());
    writeln!(dump, "  {} {} {}", key[3], key[1], key[2]).unwrap();
    if let Some(picture) = block.get("picture") {
        writeln!(dump, "    {picture}").unwrap();
    }
    let start = placed.entry(key).or_default();
    for line in block["lines"].as_array().unwrap() {
        let number = |key: &str| line[key].as_f64().unwrap();
        let end = *start + line["text"].as_str().unwrap().len();
        writeln!(
            dump,
            "    {:.2} {:.2} {:.2} {start}..{end} {}",
            number("x"),
            number("y"),
            number("size"),
            line["end"].as_str().unwrap(),
        )
        .unwrap();
        *start = end;
    }
}

/// The leaflets that a run of the program places, dumped, held under their names in a folder.
fn hold_lines(folder: &str, arguments: &[&str]) {
    let out = tempfile::tempdir().unwrap();
    let output = program()
        .current_dir(root())
        .args(["build", "--format", "json", "--out", out.path().to_str().unwrap()])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    hold_placed(folder, out.path());
}

/// The placed leaflets in `out`, dumped, held under their names in a folder.
fn hold_placed(folder: &str, out: &Path) {
    let mut net = Net::new(folder);
    for name in names(out) {
        let placed = serde_json::from_str(&fs::read_to_string(out.join(&name)).unwrap()).unwrap();
        net.hold(&name.replace(".json", ".txt"), &line_dump(&placed));
    }
    net.close();
}

#[test]
fn every_line_of_every_layout_stands_where_it_stood() {
    hold_lines("lines", &["-L", "all"]);
}

#[test]
fn every_line_of_a_review_stands_where_it_stood() {
    let fixture = Fixture::under_review();
    let run = fixture.build(&["-L", "review", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    hold_placed("review", &fixture.out());
}

#[test]
fn every_line_of_a_form_stands_where_it_stood() {
    hold_lines("with-en", &["--with", "en", "-L", "factsheet,booklet"]);
    hold_lines("large-print", &["--large-print", "-L", "booklet"]);
}

#[test]
fn every_line_of_hard_messages_stands_where_it_stood() {
    let project = Fixture::hard_to_order();
    let run = project.build(&["--format", "json"]);
    assert_eq!((run.code, wrong(&run)), (0, vec![]), "{}", run.talk);
    hold_placed("hard", &project.out());
}

#[test]
fn every_line_of_a_proof_stands_where_it_stood() {
    let project =
        Fixture::with_gaps(&["cover-subtitle", "testimony-text", "act-heading", "act-peers", "law-powers"]);
    let run = project.build(&["--proof", "--format", "json", "-l", "ko,th", "-L", "letter-fold"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    hold_placed("proof", &project.out());
}

/// What is wrong with a project whose languages say different things, each for its own direction.
fn wrong(run: &Run) -> Vec<String> {
    let differs =
        |problem: &String| ["text/number ", "text/address "].iter().any(|code| problem.starts_with(code));
    run.problems().into_iter().filter(|problem| !differs(problem)).collect()
}

#[test]
fn hard_messages_are_read_in_the_order_of_their_text() {
    let project = Fixture::hard_to_order();
    let mut net = Net::new("tags");
    for (form, arguments) in [("alone", &[][..]), ("with-en", &["--with", "en"])] {
        let run = project.build(arguments);
        assert_eq!((run.code, wrong(&run)), (0, vec![]), "{}", run.talk);
        for artifact in run.artifacts() {
            let bytes = fs::read(project.path().join(artifact["path"].as_str().unwrap())).unwrap();
            net.hold(&format!("{}-{form}.txt", artifact["locale"].as_str().unwrap()), &tag_tree(&bytes));
        }
        fs::remove_dir_all(project.out()).unwrap();
    }
    net.close();
}

#[test]
fn a_line_that_moved_is_shown() {
    let shown = first_differences("a\nb\nc\n", "a\nx\nc\nd\n");
    assert_eq!(shown, "  - 2: b\n  + 2: x\n  - 4: (no such line)\n  + 4: d\n");
    assert_eq!(first_differences("a\n", "a\n"), "");
}
