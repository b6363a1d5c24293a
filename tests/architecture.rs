//! The import order of docs/architecture.md, the graph of files, the homes of outside crates, and the length of files.

mod graph;

use std::fs;
use std::path::{Path, PathBuf};

use self::graph::Graph;

/// Modules in import order: each imports only from those before it.
const ORDER: &[&str] = &[
    "geom",
    "color",
    "shown",
    "source",
    "diag",
    "characters",
    "languages",
    "locale",
    "fold",
    "font",
    "frame",
    "picture",
    "qr",
    "style",
    "content",
    "script",
    "spec",
    "exchange",
    "text",
    "flow",
    "fit",
    "handling",
    "sheet",
    "proof",
    "review",
    "preflight",
    "pdf",
    "raster",
    "text_out",
    "json_out",
    "project",
    "library",
];

/// Outside crates and the modules that may name them.
const HOMES: &[(&str, &[&str])] = &[
    ("calamine", &["exchange"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("codespan_reporting", &["cli"]),
    ("console", &["cli"]),
    ("css_color", &["picture"]),
    ("cssparser", &["picture"]),
    ("csv", &["exchange"]),
    ("encoding_rs", &["characters"]),
    ("flate2", &["picture"]),
    ("fluent", &["content", "handling"]),
    ("fluent_bundle", &["content", "handling"]),
    ("fluent_syntax", &["content"]),
    ("fst", &["script"]),
    ("harfrust", &["text"]),
    ("hayro", &["raster"]),
    ("hayro_cmap", &["preflight"]),
    ("hayro_syntax", &["preflight", "raster"]),
    ("hypher", &["script"]),
    ("icu_decimal", &["content"]),
    ("icu_locale", &["locale", "content"]),
    ("icu_plurals", &["content"]),
    ("icu_segmenter", &["script", "text"]),
    ("indicatif", &["cli"]),
    ("intl_memoizer", &["content"]),
    ("libm", &["color", "picture"]),
    ("lopdf", &["pdf"]),
    ("miniz_oxide", &["preflight"]),
    ("moxcms", &["picture", "color"]),
    ("open", &["cli"]),
    ("png", &["picture"]),
    ("precomputed_hash", &["picture"]),
    ("printpdf", &["pdf"]),
    ("qrcodegen", &["qr"]),
    ("rayon", &["project", "cli"]),
    ("resvg", &["picture"]),
    ("roxmltree", &["picture", "preflight", "exchange"]),
    ("rust_xlsxwriter", &["exchange"]),
    ("selectors", &["picture"]),
    (
        "serde",
        &[
            "languages",
            "font",
            "frame",
            "style",
            "spec",
            "handling",
            "proof",
            "preflight",
            "project",
            "library",
            "cli",
        ],
    ),
    ("serde_json", &["json_out", "project", "cli"]),
    ("sha2", &["preflight", "pdf", "project"]),
    ("similar", &["project"]),
    ("skrifa", &["font"]),
    ("subsetter", &["pdf"]),
    ("tempfile", &["project", "cli"]),
    ("thiserror", &["font", "picture", "qr", "spec", "exchange", "project", "library", "cli"]),
    ("toml", &["languages", "spec"]),
    ("unic_langid", &["locale", "content"]),
    ("unicode_bidi", &["text"]),
    ("unicode_normalization", &["characters", "content", "text", "project"]),
    ("unicode_script", &["characters", "script", "text"]),
    ("usvg", &["picture"]),
    ("whatlang", &["content"]),
    ("zip", &["exchange"]),
    ("zune_jpeg", &["picture"]),
];

fn source_files() -> Vec<PathBuf> {
    rust_files("src").into_iter().filter(|path| !is_test(path)).collect()
}

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Files of tests alone may use what they like.
fn is_test(path: &Path) -> bool {
    path.components()
        .any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs" | "testing.rs")))
}

/// The command line: the program's own, over the crate's door.
const PROGRAM: &str = "cli";

/// The top module that a file is of; `lib` and `main` stand outside the order.
fn module_of(file: &Path) -> Option<&'static str> {
    let inside = file.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
    ORDER.iter().chain([&PROGRAM]).find(|module| **module == first).copied()
}

/// The code of a file without comments, and without the tests at its end.
fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules that the code imports from, also where braces hold several.
fn imported(code: &str) -> Vec<&str> {
    let grouped = code.match_indices("crate::{").flat_map(|(at, _)| {
        let inside = code[at + "crate::{".len()..].split("};").next().unwrap_or_default();
        inside.split([',', '{', '}']).map(|part| part.trim().split("::").next().unwrap_or_default())
    });
    after(code, "crate::").into_iter().chain(grouped).collect()
}

/// The identifiers that follow `marker` in the code.
fn after<'a>(code: &'a str, marker: &str) -> Vec<&'a str> {
    let names = code.match_indices(marker).map(|(at, _)| &code[at + marker.len()..]);
    names
        .map(|rest| &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())])
        .collect()
}

#[test]
fn every_module_is_in_the_order() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let declared: Vec<&str> = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(declared, ORDER, "src/lib.rs declares the modules in import order");
}

#[test]
fn modules_import_only_from_those_before_them() {
    for file in source_files() {
        let Some(module) = module_of(&file) else { continue };
        let rank = ORDER.iter().position(|known| *known == module).unwrap_or(ORDER.len());
        for name in imported(&code_of(&file)) {
            if let Some(imported) = ORDER.iter().position(|known| *known == name) {
                assert!(imported <= rank, "{}: {module} imports from {name}", file.display());
            }
        }
    }
}

#[test]
fn no_file_imports_from_itself_by_way_of_others() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = source_files().into_iter().filter(|file| !file.ends_with("src/main.rs"));
    let files = files.map(|file| {
        let inside = file.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
        (inside, fs::read_to_string(&file).unwrap())
    });
    let graph = Graph::new(&files.collect::<Vec<_>>());
    let cycles = graph.cycles();
    let told: Vec<String> = cycles.iter().map(|cycle| graph.told(cycle)).collect();
    assert!(told.is_empty(), "cycles of files (a shortest one of each knot):\n{}", told.join("\n"));
}

#[test]
fn outside_crates_stay_at_home() {
    for file in source_files() {
        let Some(module) = module_of(&file) else { continue };
        let code = code_of(&file);
        for (outside, homes) in HOMES {
            let named = code.contains(&format!("{outside}::"));
            assert!(!named || homes.contains(&module), "{}: {outside} lives in {homes:?}", file.display());
        }
    }
}

/// Preflight has two floors: what reads a file knows no fault, and what judges it knows no PDF.
#[test]
fn preflight_reads_on_one_floor_and_judges_on_the_other() {
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/preflight");
    let floors: [(&str, &[&str]); 3] = [
        ("read", &["faults", "finding", "checks", "facts", "report"]),
        ("checks", &["hayro_syntax", "hayro_cmap", "roxmltree", "miniz_oxide"]),
        ("faults", &["hayro_syntax", "hayro_cmap", "roxmltree", "miniz_oxide"]),
    ];
    for file in source_files() {
        let Ok(inside) = file.strip_prefix(&room) else { continue };
        let Some((_, strangers)) = floors.iter().find(|(floor, _)| inside.starts_with(floor)) else {
            continue;
        };
        let code = code_of(&file);
        let known = strangers.iter().find(|stranger| code.contains(&format!("{stranger}::")));
        assert_eq!(known, None, "{}", file.display());
    }
}

#[test]
fn every_dependency_has_a_home() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let listed = manifest.split("[dependencies]\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let mut names: Vec<String> = listed
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.replace('-', "_"))
        .collect();
    names.sort();
    let homes: Vec<&str> = HOMES.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, homes);
}

#[test]
fn no_file_outgrows_400_lines() {
    let files = [rust_files("src"), rust_files("tests")].concat();
    for file in files {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 400, "{} has {lines} lines", file.display());
    }
}
