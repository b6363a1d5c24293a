mod names;
mod pages;
mod right_to_left;
#[path = "../../../tests/tag_tree.rs"]
#[expect(dead_code, reason = "the tests of whole files use more of it")]
mod tag_tree;
