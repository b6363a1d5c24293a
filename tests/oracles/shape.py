#!/usr/bin/env python3
"""Figures about the shape of the Rust code, counted over its syntax trees.   usage: shape.py [--list KIND] [SRC]

SRC is a folder of Rust files, `src` of this project without it. Files of tests and what stands under `#[cfg(test)]` are left out.
A function goes from `fn` to its closing brace; a module is a file; lines of code are neither blank nor a comment.
With --list the places of one kind are printed, a line each, for somebody to look at: functions (all, longest first), long (those
over 60 lines), closures, long-closures, words, types, tuples, matches, strings, collects, formats, floats, files.
Needs PyPI's tree-sitter==0.26.1 and tree-sitter-rust==0.24.2."""
import argparse
import collections
import math
import pathlib
import re
import sys

import tree_sitter
import tree_sitter_rust

LONG_FUNCTION, LONG_CLOSURE, LONG_FILE = 60, 3, 300
TEST_NAMES = {"tests", "tests.rs", "testing.rs"}
TYPES = {"struct_item", "enum_item", "union_item", "trait_item", "type_item"}
COMMENTS = {"line_comment", "block_comment"}
parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_rust.language()))


def text(node):
    return node.text.decode("utf8")


def field(node, name):
    """The text of a field of a node, or nothing."""
    child = node.child_by_field_name(name)
    return text(child) if child else ""


def walk(node):
    """The node and all below it, without items under `#[cfg(test)]`."""
    yield node
    skipped = False
    for child in node.children:
        if child.type == "attribute_item" and "".join(text(child).split()) == "#[cfg(test)]":
            skipped = True
        elif skipped and child.type != "attribute_item" and child.type not in COMMENTS:
            skipped = False
        elif not skipped:
            yield from walk(child)


def lines_of_function(node):
    """From the word `fn` to the closing brace."""
    start = next(child for child in node.children if child.type == "fn")
    return node.end_point.row - start.start_point.row + 1


def is_tuple(node):
    """A tuple of two or more, or a reference to one."""
    while node.type == "reference_type":
        node = node.child_by_field_name("type")
    return node.type == "tuple_type" and node.named_child_count > 1


def is_closure(node):
    """A closure, also one that is borrowed or stands in parentheses."""
    while node.type in ("reference_expression", "parenthesized_expression"):
        node = node.named_children[-1]
    return node.type == "closure_expression"


def is_match_on_bool(node):
    """A match one of whose arms is `true` or `false` and nothing else."""
    patterns = (field(arm, "pattern") for arm in node.child_by_field_name("body").named_children if arm.type == "match_arm")
    return any(pattern in ("true", "false") for pattern in patterns)


def result_of(node):
    """The `Result<…>` that a function gives back, also within an `Option`, an iterator and the like; or nothing."""
    given = node.child_by_field_name("return_type")
    for part in walk(given) if given else ():
        if part.type == "generic_type" and field(part, "type").split("::")[-1] == "Result":
            return part
        if text(part) in ("fmt::Result", "io::Result"):
            return part
    return None


def fails_with_string(result):
    arguments = result.child_by_field_name("type_arguments")
    errors = [part for part in arguments.named_children if part.type != "lifetime"][1:] if arguments else []
    return any("".join(text(error).split()) in ("String", "&str", "&'staticstr") for error in errors)


class Shape:
    """What was found: places by kind, and how many there are of what they are a part of."""

    def __init__(self):
        self.places = collections.defaultdict(list)
        self.of = collections.Counter()
        self.lines_of_functions = []
        self.types = collections.defaultdict(list)
        self.code_lines = 0

    def read(self, path, name):
        """Reads a file."""
        code = path.read_bytes()
        tree = parser.parse(code)
        if tree.root_node.has_error:
            sys.exit(f"{path}: can't be parsed")
        self.of["files"] += 1
        rows, last = set(), 0
        for node in walk(tree.root_node):
            if not node.children and not is_in_comment(node):
                rows.update(range(node.start_point.row, node.end_point.row + 1))
            if node.type != "source_file":
                last = max(last, node.end_point.row + 1)
            self.look(node, name)
        self.code_lines += len(rows)
        if last > LONG_FILE:
            self.places["files"].append((name, 1, f"{last} lines"))

    def note(self, kind, name, node, words):
        self.places[kind].append((name, node.start_point.row + 1, words))

    def look(self, node, name):
        """Looks at one node."""
        kind = node.type
        if kind == "function_item":
            self.function(node, name)
        elif kind == "let_declaration":
            self.of["closures"] += 1
            value = node.child_by_field_name("value")
            if value and is_closure(value):
                self.note("closures", name, node, field(node, "pattern"))
                if (lines := value.end_point.row - value.start_point.row + 1) > LONG_CLOSURE:
                    self.note("long-closures", name, node, f"{field(node, 'pattern')}, {lines} lines")
        elif kind in TYPES and node.parent.type != "declaration_list":
            self.types[field(node, "name")].append((name, node.start_point.row + 1))
        elif kind == "match_expression" and is_match_on_bool(node):
            self.note("matches", name, node, field(node, "value"))
        elif kind == "identifier" and text(node) == "format" and node.next_sibling and node.next_sibling.type == "!":
            self.note("formats", name, node, "format!")
        elif kind in ("field_identifier", "identifier") and text(node) == "collect" and node.prev_sibling and text(node.prev_sibling) == ".":
            self.note("collects", name, node, "collect")
        elif kind == "field_declaration":
            self.of["floats"] += 1
            if re.search(r"\bf64\b", field(node, "type")):
                self.note("floats", name, node, " ".join(text(node).split()))

    def function(self, node, name):
        """Looks at a function."""
        called = field(node, "name")
        lines = lines_of_function(node)
        self.lines_of_functions.append(lines)
        self.note("functions", name, node, f"{called}, {lines} lines")
        if lines > LONG_FUNCTION:
            self.note("long", name, node, f"{called}, {lines} lines")
        if "_" not in called.strip("_"):
            self.note("words", name, node, called)
        parameters = node.child_by_field_name("parameters").named_children
        if any(child.type == "parameter" and is_tuple(child.child_by_field_name("type")) for child in parameters):
            self.note("tuples", name, node, called + " ".join(field(node, "parameters").split()))
        result = result_of(node)
        if result:
            self.of["strings"] += 1
            if fails_with_string(result):
                self.note("strings", name, node, f"{called} -> {' '.join(field(node, 'return_type').split())}")

    def twice(self):
        """Names of types that two or more files define, with the places."""
        return {name: places for name, places in sorted(self.types.items()) if len({file for file, _ in places}) > 1}


def is_in_comment(node):
    """A comment or a part of one."""
    return node.type in COMMENTS or (node.parent is not None and is_in_comment(node.parent))


def percentile(values, share):
    """The smallest value that is not less than a share of all."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def table(shape):
    """Rows of what is counted, and the figure."""
    functions = shape.lines_of_functions

    def part(kind, whole):
        count = len(shape.places[kind])
        return f"{count} of {whole} ({100 * count / max(whole, 1):.1f} %)"

    def rate(kind):
        return f"{1000 * len(shape.places[kind]) / shape.code_lines:.1f}"

    yield "files", shape.of["files"]
    yield f"files over {LONG_FILE} lines", part("files", shape.of["files"])
    yield "lines of code (neither blank nor a comment)", shape.code_lines
    yield "functions", len(functions)
    yield "lines of a function: median, 90 %, most", f"{percentile(functions, 0.5)}, {percentile(functions, 0.9)}, {max(functions)}"
    yield f"functions over {LONG_FUNCTION} lines", part("long", len(functions))
    yield "functions named by one word", part("words", len(functions))
    yield "closures with a name, of all `let`s", part("closures", shape.of["closures"])
    yield f"closures with a name and over {LONG_CLOSURE} lines", len(shape.places["long-closures"])
    yield "type names in two or more modules", len(shape.twice())
    yield "functions with a tuple as parameter", len(shape.places["tuples"])
    yield "`match` on a `bool`", len(shape.places["matches"])
    yield "functions that fail with a string, of those that can fail", part("strings", shape.of["strings"])
    yield "`collect` per 1,000 lines of code", rate("collects")
    yield "`format!` per 1,000 lines of code", rate("formats")
    yield "fields with a name that hold a bare `f64`", part("floats", shape.of["floats"])


def listed(shape, kind):
    """The lines for --list."""
    if kind == "types":
        for name, places in shape.twice().items():
            yield f"{name}: " + " ".join(f"{file}:{line}" for file, line in places)
        return
    places = shape.places[kind]
    if kind in ("functions", "long", "long-closures"):
        places = sorted(places, key=lambda place: -int(place[2].split()[-2]))
    for file, line, words in places:
        yield f"{file}:{line}: {words}"


def main():
    kinds = "functions long closures long-closures words types tuples matches strings collects formats floats files".split()
    arguments = argparse.ArgumentParser(description="Figures about the shape of the code.")
    arguments.add_argument("--list", choices=kinds, metavar="KIND", help="print the places of one kind: " + ", ".join(kinds))
    arguments.add_argument("src", nargs="?", type=pathlib.Path, default=pathlib.Path(__file__).parents[2] / "src")
    asked = arguments.parse_args()
    shape = Shape()
    for path in sorted(asked.src.rglob("*.rs")):
        inside = path.relative_to(asked.src)
        if not TEST_NAMES & set(inside.parts):
            shape.read(path, str(inside))
    if asked.list:
        print("\n".join(listed(shape, asked.list)))
        return
    rows = list(table(shape))
    wide = max(len(name) for name, _ in rows)
    for name, figure in rows:
        print(f"{name:{wide}}  {figure}")


if __name__ == "__main__":
    main()
