//! All integration tests, in one binary: they run the library and the program as their users do.

// A test that can't read its own fixture has failed; there is nobody to report it to.
#![allow(clippy::unwrap_used)]

mod add_locale;
mod addresses;
mod annotations;
mod architecture;
mod begin;
mod built;
mod characters;
mod codes;
mod copyfit;
mod examples;
mod fields;
mod files;
mod forms;
mod golden;
mod handling;
mod hostile;
mod layouts;
mod locales;
mod logos;
mod mutate;
mod pages;
mod papers;
mod parallel;
mod pictures;
mod places;
mod planted;
mod plates;
mod preflight;
mod press_files;
mod presses;
mod print_sheets;
mod problems;
mod profiles;
mod proofs;
mod readme;
mod record;
mod review;
mod review_pages;
mod runs;
mod sameness;
mod shops;
mod slips;
mod standards;
mod status;
mod support;
mod tag_order;
mod tag_tree;
mod terminal;
mod themes;
mod translations;
mod variables;
mod words;
mod wrong_use;
