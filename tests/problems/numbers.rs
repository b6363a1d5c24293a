//! Telephone numbers that are not what they lead to.

use polyleaf::Code;

use super::{Case, case};
use crate::support::Fixture;

/// A link that prints another number than it dials, in both languages.
pub(super) fn other_number_case() -> Case {
    case(
        Code::OtherNumber,
        Fixture::new()
            .with("locales/en/text.ftl", "# $phone (String): the number\n", "")
            .with("locales/en/text.ftl", "{ $phone }", "416-555-0108")
            .with("locales/es/text.ftl", "{ $phone }", "416-555-0108")
            .with("polyleaf.toml", "\"tel:{ $phone }\"", "\"tel:+1-416-555-0107\""),
        "link/number locales/en/text.ftl:3:34",
        &[],
    )
}
