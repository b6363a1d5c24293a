//! What only tests need of the shapes of TOML files.

pub(super) mod schema;
