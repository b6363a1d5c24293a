//! All integration tests, in one binary: they run the library and the program as their users do.

mod architecture;
mod built;
mod examples;
mod problems;
mod sameness;
mod support;
mod translations;
