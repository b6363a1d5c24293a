//! The graph of files: which file takes names from which. In: the files of a crate and their code. Out: an edge for each file
//! that another imports from or names in a path (`use super::x::Y`, `crate::room::file::f(…)`), and the cycles.
//!
//! A name belongs to the file of the deepest module on its path, so what a `mod.rs` re-exports is an edge to that `mod.rs`.
//! `mod child;` alone is no edge. What stands under `#[cfg(test)]` is left out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A module, as the path from the root of the crate: `["flow", "emit"]`. The root is empty.
type Module = Vec<String>;

/// Files, and the files that each of them names with one path that does so.
pub(super) struct Graph {
    edges: BTreeMap<String, BTreeMap<String, String>>,
}

impl Graph {
    /// The graph of the files of a crate, given by their paths from `src` (`flow/emit.rs`) with their code.
    pub(super) fn new(files: &[(String, String)]) -> Graph {
        let modules: BTreeMap<Module, &str> =
            files.iter().map(|(file, _)| (module_of(file), file.as_str())).collect();
        let edges = files.iter().map(|(file, code)| {
            let tokens: TokenStream = code.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
            let mut reader = Reader { modules: &modules, file, found: BTreeMap::new() };
            reader.read(tokens, &module_of(file));
            (file.clone(), reader.found)
        });
        Graph { edges: edges.collect() }
    }

    /// The files that a file names.
    #[cfg(test)]
    fn named_by(&self, file: &str) -> Vec<&str> {
        self.edges[file].keys().map(String::as_str).collect()
    }

    /// The shortest cycle of each knot, a knot being files that all lead to one another. A cycle names its first file again
    /// at its end.
    pub(super) fn cycles(&self) -> Vec<Vec<String>> {
        let mut knotted = BTreeSet::new();
        let mut cycles = Vec::new();
        for file in self.edges.keys() {
            if knotted.contains(file) {
                continue;
            }
            let onward = self.reached_from(file);
            let knot = onward.into_iter().filter(|other| self.reached_from(other).contains(file.as_str()));
            let knot: Vec<&str> = knot.collect();
            knotted.extend(knot.iter().map(|file| (*file).to_owned()));
            cycles.extend(knot.iter().filter_map(|file| self.way_back_to(file)).min_by_key(Vec::len));
        }
        cycles
    }

    /// A cycle, a line a step: the file, and the path in it that leads on.
    pub(super) fn told(&self, cycle: &[String]) -> String {
        let steps =
            cycle.windows(2).map(|step| format!("  {} names {}\n", step[0], self.edges[&step[0]][&step[1]]));
        steps.collect()
    }

    /// All files that can be reached from a file by an edge or more.
    fn reached_from(&self, file: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![file];
        while let Some(next) = waiting.pop() {
            for other in self.edges[next].keys() {
                if reached.insert(other.as_str()) {
                    waiting.push(other);
                }
            }
        }
        reached
    }

    /// The shortest way from a file back to it, breadth first.
    fn way_back_to(&self, file: &str) -> Option<Vec<String>> {
        let mut waiting = VecDeque::from([vec![file.to_owned()]]);
        let mut seen = BTreeSet::new();
        while let Some(way) = waiting.pop_front() {
            for next in self.edges[&way[way.len() - 1]].keys() {
                let longer = [way.as_slice(), std::slice::from_ref(next)].concat();
                if next == file {
                    return Some(longer);
                }
                if seen.insert(next) {
                    waiting.push_back(longer);
                }
            }
        }
        None
    }
}

/// The module that a file holds: `flow/emit.rs` is `flow::emit`, `flow/mod.rs` is `flow`, `lib.rs` is the root.
fn module_of(file: &str) -> Module {
    let mut path: Module = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if matches!(path.last().map(String::as_str), Some("mod" | "lib")) {
        path.pop();
    }
    path
}

/// Reads the code of one file.
struct Reader<'a> {
    modules: &'a BTreeMap<Module, &'a str>,
    file: &'a str,
    found: BTreeMap<String, String>,
}

impl Reader<'_> {
    /// Reads the tokens that stand in the module `here`, which is the file's own or one written out in it.
    fn read(&mut self, tokens: TokenStream, here: &Module) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < trees.len() {
            at = match &trees[at] {
                TokenTree::Punct(_) if is_test_attribute(&trees[at..]) => after_item(&trees, at + 2),
                TokenTree::Punct(_) if is_double_colon(&trees[at..]) => path_at(&trees, at + 2).1.max(at + 2),
                TokenTree::Ident(word) if word == "use" && !captures(trees.get(at + 1)) => {
                    let end =
                        (at..trees.len()).find(|end| is_punct(&trees[*end], ';')).unwrap_or(trees.len());
                    self.read_use(&trees[at + 1..end], &[], here);
                    end
                }
                TokenTree::Ident(word)
                    if word == "pub" && is_group(trees.get(at + 1), Delimiter::Parenthesis) =>
                {
                    at + 2
                }
                TokenTree::Ident(word) if word == "mod" && is_group(trees.get(at + 2), Delimiter::Brace) => {
                    let inner = [here.as_slice(), &[trees[at + 1].to_string()]].concat();
                    self.read_group(&trees[at + 2], &inner);
                    at + 3
                }
                TokenTree::Ident(_) => {
                    let (path, end) = path_at(&trees, at);
                    if path.len() > 1 {
                        self.note(&path, here);
                    }
                    end
                }
                tree => {
                    self.read_group(tree, here);
                    at + 1
                }
            };
        }
    }

    /// Reads what is between brackets, if the token is such.
    fn read_group(&mut self, tree: &TokenTree, here: &Module) {
        if let TokenTree::Group(group) = tree {
            self.read(group.stream(), here);
        }
    }

    /// Reads what stands between `use` and `;`, or within its braces, after the path `before`.
    fn read_use(&mut self, trees: &[TokenTree], before: &[String], here: &Module) {
        for branch in trees.split(|tree| is_punct(tree, ',')) {
            let (path, end) = path_at(branch, 0);
            let mut whole = [before, &path].concat();
            let braces = branch.get(end + 2).filter(|tree| is_group(Some(tree), Delimiter::Brace));
            match braces {
                Some(TokenTree::Group(group)) => {
                    self.read_use(&group.stream().into_iter().collect::<Vec<_>>(), &whole, here);
                }
                _ if branch.is_empty() => {}
                _ => {
                    if whole.len() > 1 && whole.last().is_some_and(|last| last == "self") {
                        whole.pop();
                    }
                    self.note(&whole, here);
                }
            }
        }
    }

    /// Notes the file that a path leads to, if it is one of the crate and another one.
    fn note(&mut self, path: &[String], here: &Module) {
        let Some((mut module, rest)) = self.start(path, here) else { return };
        for name in rest {
            module.push(name.clone());
            if !self.modules.contains_key(&module) {
                module.pop();
                break;
            }
        }
        // A module that is written out in a file is that file's.
        let file = (0..=module.len()).rev().find_map(|length| self.modules.get(&module[..length]));
        if let Some(file) = file.filter(|file| **file != self.file) {
            self.found.entry((*file).to_owned()).or_insert_with(|| path.join("::"));
        }
    }

    /// The module where a path starts, and the names that follow; nothing for a path that doesn't start in the crate.
    fn start<'p>(&self, path: &'p [String], here: &Module) -> Option<(Module, &'p [String])> {
        match path[0].as_str() {
            "crate" => Some((Module::new(), &path[1..])),
            "self" | "super" => {
                let names = path.iter().take_while(|name| *name == "self" || *name == "super").count();
                let up = path.iter().take(names).filter(|name| *name == "super").count();
                Some((here[..here.len().checked_sub(up)?].to_vec(), &path[names..]))
            }
            child => {
                let is_child = self.modules.contains_key(&[here.as_slice(), &[child.to_owned()]].concat());
                is_child.then(|| (here.clone(), path))
            }
        }
    }
}

/// The names joined by `::` from a token on, and where what follows them starts.
fn path_at(trees: &[TokenTree], start: usize) -> (Module, usize) {
    let mut path = Module::new();
    let mut at = start;
    while let Some(TokenTree::Ident(name)) = trees.get(at) {
        path.push(name.to_string());
        at += 1;
        let goes_on = is_double_colon(&trees[at..]) && matches!(trees.get(at + 2), Some(TokenTree::Ident(_)));
        if !goes_on {
            break;
        }
        at += 2;
    }
    (path, at)
}

/// The place after the item that starts at a place: after its `;` or its braces.
fn after_item(trees: &[TokenTree], start: usize) -> usize {
    let ends = |tree: &TokenTree| is_punct(tree, ';') || is_group(Some(tree), Delimiter::Brace);
    (start..trees.len()).find(|at| ends(&trees[*at])).map_or(trees.len(), |at| at + 1)
}

/// Whether tokens start with `#[cfg(test)]`.
fn is_test_attribute(trees: &[TokenTree]) -> bool {
    is_punct(&trees[0], '#')
        && trees.get(1).is_some_and(|tree| tree.to_string().replace(' ', "") == "[cfg(test)]")
}

/// Whether a `use` lists what an opaque type captures (`impl Iterator + use<'_>`).
fn captures(after: Option<&TokenTree>) -> bool {
    after.is_some_and(|tree| is_punct(tree, '<'))
}

fn is_double_colon(trees: &[TokenTree]) -> bool {
    trees.len() > 1 && is_punct(&trees[0], ':') && is_punct(&trees[1], ':')
}

fn is_punct(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_group(tree: Option<&TokenTree>, delimiter: Delimiter) -> bool {
    matches!(tree, Some(TokenTree::Group(group)) if group.delimiter() == delimiter)
}

/// The graph of files given as path and code.
#[cfg(test)]
fn graph(files: &[(&str, &str)]) -> Graph {
    let files: Vec<_> = files.iter().map(|(file, code)| ((*file).to_owned(), (*code).to_owned())).collect();
    Graph::new(&files)
}

#[test]
fn each_way_to_name_a_file_is_an_edge() {
    let cases = [
        ("use super::b::Thing;", vec!["room/b.rs"]),
        (
            "use super::{b::Thing, deep::{self, low::f}};",
            vec!["room/b.rs", "room/deep/low.rs", "room/deep/mod.rs"],
        ),
        ("use crate::{other, room::b as bee};", vec!["other.rs", "room/b.rs"]),
        ("use super::Exported;", vec!["room/mod.rs"]),
        ("use crate::room::Exported;", vec!["room/mod.rs"]),
        ("pub(in super::super) fn f() { super::b::g(1) }", vec!["room/b.rs"]),
        ("fn f() { println!(\"{}\", crate::room::deep::low::N) }", vec!["room/deep/low.rs"]),
        ("fn f() { use super::super::other::g; g::<u8>() }", vec!["other.rs"]),
        ("fn f() -> impl Fn() + use<'_> { super::b::g }", vec!["room/b.rs"]),
        ("mod inside { use super::super::b::Thing; }", vec!["room/b.rs"]),
        ("mod inside { use super::Own; } struct Own;", vec![]),
        ("pub(super) struct S; use std::fmt; fn f() { fmt::b::g(); <u8 as T>::b::h() }", vec![]),
        ("/// Like [`super::b::Thing`].\nconst S: &str = \"super::b::Thing\"; // super::b", vec![]),
        ("#[cfg(test)] mod tests { use super::super::b; }", vec![]),
        ("#[cfg(test)] use super::b::Thing; use crate::other::f;", vec!["other.rs"]),
        (
            "#[cfg(test)] #[rustfmt::skip] const N: [u8; 2] = super::b::N; use crate::other::f;",
            vec!["other.rs"],
        ),
    ];
    for (code, named) in cases {
        let room = [
            ("lib.rs", ""),
            ("other.rs", ""),
            ("room/mod.rs", ""),
            ("room/a.rs", code),
            ("room/b.rs", ""),
            ("room/deep/mod.rs", ""),
            ("room/deep/low.rs", ""),
        ];
        assert_eq!(graph(&room).named_by("room/a.rs"), named, "{code}");
    }
}

#[test]
fn a_mod_file_names_its_children_where_it_takes_names_from_them() {
    let cases = [
        ("mod a; mod b;", vec![]),
        ("mod a; mod b; pub use a::Thing;", vec!["room/a.rs"]),
        ("mod a; mod b; pub(crate) use self::b::{Thing, f};", vec!["room/b.rs"]),
        ("mod a; mod b; fn f() { a::g() + b::N }", vec!["room/a.rs", "room/b.rs"]),
    ];
    for (code, named) in cases {
        let room = [("lib.rs", "pub mod room;"), ("room/mod.rs", code), ("room/a.rs", ""), ("room/b.rs", "")];
        assert_eq!(graph(&room).named_by("room/mod.rs"), named, "{code}");
    }
}

#[test]
fn a_cycle_is_found_by_way_of_the_mod_file() {
    let files = [
        ("lib.rs", ""),
        ("room/mod.rs", "mod a; mod b; pub use a::Thing;"),
        ("room/a.rs", "use super::b::Part; pub struct Thing(Part);"),
        ("room/b.rs", "pub struct Part; fn f(_: super::Thing) {}"),
        ("room/c.rs", "use super::Thing;"),
    ];
    let graph = graph(&files);
    let cycles = graph.cycles();
    assert_eq!(cycles, [["room/a.rs", "room/b.rs", "room/mod.rs", "room/a.rs"]]);
    assert_eq!(
        graph.told(&cycles[0]),
        "  room/a.rs names super::b::Part\n  room/b.rs names super::Thing\n  room/mod.rs names a::Thing\n"
    );
}

#[test]
fn files_that_import_downwards_are_no_cycle() {
    let files = [
        ("lib.rs", ""),
        ("a.rs", "use crate::b::f; use crate::c::g;"),
        ("b.rs", "use crate::c::g;"),
        ("c.rs", ""),
    ];
    assert!(graph(&files).cycles().is_empty());
}
