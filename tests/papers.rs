//! The papers: what the code cites is there, with that heading; links lead somewhere; and no message sends a user to them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use crate::support::root;

/// Rooms of `src` whose citations and messages are still of the old kind. None may be added.
const NOT_YET: &[&str] = &[];

/// Where citations are looked for.
const CITING: &[&str] = &[
    ".ci",
    "benches",
    "build.rs",
    "Cargo.toml",
    "docs",
    "examples",
    "fonts",
    "fuzz",
    "layouts",
    "locales",
    "src",
    "tests",
];

/// The files below a folder of the repository, or the file of that name, that end in one of these.
fn files(name: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join(name)];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let inside = fs::read_dir(&path).unwrap().flatten().map(|entry| entry.path());
            waiting.extend(inside.filter(|path| !path.ends_with("target")));
        } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The papers of the repository.
fn papers() -> Vec<PathBuf> {
    let top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|name| root().join(name));
    [top.to_vec(), files("docs", &[".md"])].concat()
}

/// The headings of a paper; what stands in a block of code is none.
fn headings(paper: &Path) -> Vec<String> {
    let text = fs::read_to_string(paper).unwrap();
    let prose = text.split("\n```").step_by(2);
    let lines = prose.flat_map(str::lines).filter(|line| line.starts_with('#'));
    lines.map(|line| line.trim_start_matches('#').trim().to_owned()).collect()
}

/// The name that a heading has in links, as forges make it.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Whether a file is of a room that is not done yet.
fn is_not_yet(file: &Path) -> bool {
    NOT_YET.iter().any(|room| file.starts_with(root().join(room)))
}

#[test]
fn links_of_the_papers_lead_somewhere() {
    for paper in papers() {
        let text = fs::read_to_string(&paper).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://")) {
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { paper.clone() } else { paper.parent().unwrap().join(file) };
            assert!(target.exists(), "{} links to {link}", paper.display());
            let known = || headings(&target).iter().any(|heading| anchor(heading) == place);
            assert!(place.is_empty() || known(), "{} links to {link}", paper.display());
        }
    }
}

/// The folders of the repository, as papers name what is in them.
const FOLDERS: &[&str] = &[
    ".ci/",
    "benches/",
    "docs/",
    "examples/",
    "fonts/",
    "fuzz/",
    "layouts/",
    "locales/en",
    "src/",
    "tests/",
];

#[test]
fn each_file_that_a_paper_names_is_there() {
    let mut missing = Vec::new();
    for paper in papers() {
        let text = fs::read_to_string(&paper).unwrap();
        let prose: String = text.split("\n```").step_by(2).collect();
        for span in prose.split('`').skip(1).step_by(2) {
            // What stands for a name, or holds several, is no file.
            let is_name = !span.contains(['<', '*', '{', '…', ' ']) && !span.contains("NAME");
            let is_ours = is_name && FOLDERS.iter().any(|folder| span.starts_with(folder));
            if is_ours && !root().join(span).exists() {
                missing.push(format!("{} names {span}", paper.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn the_guide_names_every_oracle() {
    let guide = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let oracles = files("tests/oracles", &[".py", "compose.rs"]).into_iter();
    let named =
        |path: &PathBuf| guide.contains(&format!("`{}`", path.file_name().unwrap().to_string_lossy()));
    assert_eq!(oracles.filter(|path| !named(path)).collect::<Vec<_>>(), Vec::<PathBuf>::new());
}

/// The papers that a text cites, each with the heading: `docs/print.md, "Folds"`, in papers `[print.md](print.md), "Folds"`.
fn citations(text: &str) -> Vec<(String, Option<String>)> {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
    let found = text.match_indices(".md").filter_map(|(at, _)| {
        let name = text[..at].rsplit(|c| !word(c)).next().unwrap_or_default();
        let rest = text[at + 3..].trim_start_matches(')');
        let bare = rest.strip_prefix(", ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
        assert!(!bare || !name.starts_with("docs/"), "the heading stands in quotes: {name}.md{rest:.40}");
        let quoted = rest.strip_prefix(", ").and_then(|rest| rest.trim_start_matches('\\').strip_prefix('"'));
        let heading = quoted.and_then(|rest| rest.split(['"', '\\']).next()).map(one_line);
        (!name.is_empty()).then(|| (format!("{name}.md"), heading))
    });
    found.collect()
}

/// A text that may go over lines of comments, in one.
fn one_line(text: &str) -> String {
    text.lines().map(|line| line.trim_start_matches(['/', '!', '#', ' '])).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_cited_is_there_with_that_heading() {
    let endings = ["rs", "toml", "ftl", "py", "md", "run", "make", "sh"];
    let mut cited = BTreeSet::new();
    let citing = CITING.iter().flat_map(|name| files(name, &endings));
    for file in citing.filter(|file| !is_not_yet(file) && !file.ends_with("tests/papers.rs")) {
        for (name, heading) in citations(&fs::read_to_string(&file).unwrap()) {
            let places = [file.parent().unwrap().join(&name), root().join(&name)];
            let paper = places.into_iter().find(|place| place.exists());
            let paper = paper.unwrap_or_else(|| panic!("{} cites {name}", file.display()));
            if let Some(heading) = heading {
                assert!(headings(&paper).contains(&heading), "{} cites {name}, {heading:?}", file.display());
                cited.insert((name, heading));
            }
        }
    }
    assert!(cited.len() > 5, "{cited:?}");
}

/// The strings of a file's code; those of comments are no part of it.
fn strings(tokens: TokenStream, found: &mut Vec<String>) {
    let mut after_hash = false;
    for tree in tokens {
        match &tree {
            // An attribute: a comment of documentation is one.
            TokenTree::Group(_) if after_hash => {}
            TokenTree::Group(group) => strings(group.stream(), found),
            TokenTree::Literal(literal) => found.push(literal.to_string()),
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
        after_hash = matches!(&tree, TokenTree::Punct(punct) if matches!(punct.as_char(), '#' | '!') && (after_hash || punct.as_char() == '#'));
    }
}

#[test]
fn users_are_never_sent_to_a_paper() {
    let is_test = |file: &PathBuf| file.iter().any(|part| part == "tests" || part == "tests.rs");
    let mut old: BTreeSet<&str> = BTreeSet::new();
    for file in files("src", &[".rs"]).into_iter().filter(|file| !is_test(file)) {
        let mut found = Vec::new();
        strings(fs::read_to_string(&file).unwrap().parse().unwrap(), &mut found);
        let sends = found.iter().find(|text| text.contains(".md") && !text.contains("README.md"));
        if is_not_yet(&file) {
            old.extend(
                sends.and_then(|_| NOT_YET.iter().copied().find(|room| file.starts_with(root().join(room)))),
            );
        } else {
            assert_eq!(sends, None, "{}", file.display());
        }
    }
    assert_eq!(old.into_iter().collect::<Vec<_>>(), NOT_YET, "a room that is done is taken out of NOT_YET");
}

#[test]
fn citations_are_found_with_their_headings() {
    let cases = [
        ("as docs/print.md has it", vec![("docs/print.md", None)]),
        ("(docs/print.md, \"What printers ask\": 3 mm)", vec![("docs/print.md", Some("What printers ask"))]),
        (
            "/// (docs/print.md, \"What printers\n    /// ask\")",
            vec![("docs/print.md", Some("What printers ask"))],
        ),
        ("\"docs/look.md, \\\"Hierarchy\\\"\"", vec![("docs/look.md", Some("Hierarchy"))]),
        ("see [print.md](print.md), \"Folds\"", vec![("print.md", None), ("print.md", Some("Folds"))]),
        ("LOOK.md, Hierarchy", vec![("LOOK.md", None)]),
    ];
    for (text, expected) in cases {
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(name, heading)| (name.to_owned(), heading.map(str::to_owned)))
            .collect();
        assert_eq!(citations(text), expected, "{text}");
    }
}
