mod right_to_left;
#[path = "../../../tests/tag_tree.rs"]
mod tag_tree;
