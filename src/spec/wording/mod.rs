//! What is wrong with a file of TOML, in words for somebody who never saw TOML. In: its text, and what its reader says. Out: what
//! stands there, what is wanted, and how to write it. All files go this way: manifests, files of `--org`, layouts, looks,
//! settings of a language, the list of faces.

mod bare;
mod examples;
mod explained;
mod found;
mod grammar;
mod scan;
mod shape;
#[cfg(test)]
mod tests;
mod wanted;

use examples::line_of;
pub(super) use explained::Explained;
pub(crate) use explained::nearest as near_name;
pub use explained::nearest;
pub use explained::which_of;
use found::Found;
pub(super) use shape::NO_HEADING;
pub(super) use wanted::TEXT_OR_NUMBER;

/// The name that was probably meant by one that there is not.
pub(super) fn meant_name(error: &toml::de::Error) -> Option<String> {
    let names = shape::in_ticks(error.message().trim().strip_prefix("unknown field ")?);
    let (name, known) = names.split_first()?;
    near_name(name, known).map(str::to_owned)
}

/// Explains why a text can't be read as what it should be.
pub(super) fn explain(text: &str, error: &toml::de::Error) -> Explained {
    let why = error.message().trim();
    let place = error.span().unwrap_or(0..0);
    if toml::de::DeTable::parse(text).is_err() {
        return grammar::explain(text, why, place);
    }
    shape::explain(text, why, place.clone()).unwrap_or_else(|| {
        // A sentence of our own says what to do after its colon.
        let help = || {
            let found = Found::new(text, place.clone());
            let is_color = found.is_within("palette");
            let color = || format!("{} = \"#4a1942\"", found.name());
            format!("write it like {}", if is_color { color() } else { line_of(found.name()) })
        };
        let (message, help) = match why.split_once(": ") {
            Some((message, help)) => (message, help.to_owned()),
            None => (why, help()),
        };
        Explained::new(message, place.clone(), "here", help)
    })
}
