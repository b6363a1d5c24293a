//! What only tests need of the shapes of TOML files.

mod judged;
pub(super) mod schema;
