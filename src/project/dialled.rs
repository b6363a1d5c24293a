//! Reports links that print a telephone number and dial another one.

use std::collections::BTreeMap;

use crate::content::{Catalog, OtherNumber, other_numbers, place_of_words};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::Sources;
use crate::spec;

/// Reports them in a language: `link/number`. `links` are the addresses by their names.
pub(super) fn report_other_numbers(
    catalog: &Catalog,
    links: &BTreeMap<String, String>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    for other in other_numbers(catalog, links) {
        diagnostics.error(told(&other, sources));
    }
}

fn told(other: &OtherNumber, sources: &Sources) -> Diagnostic {
    let OtherNumber { message, span, printed, link, dialled } = other;
    let words = place_of_words(*span, printed, sources);
    let text = format!("`{message}` prints {printed}, and its link dials {dialled}");
    let mut wrong =
        Diagnostic::new(Code::OtherNumber, text).label(words, "who reads this calls somebody else");
    let manifest = sources.find("polyleaf.toml");
    let address = manifest.and_then(|manifest| spec::value_span(sources, manifest, &["links", link]));
    wrong.labels.extend(address.map(|span| (span, "the link leads here".to_owned())));
    wrong.help(format!(
        "mend one of the two; to write it once, give it in polyleaf.toml as line = \"…\" under [variables] and as {link} = \
         \"tel:{{ $line }}\" under [links], and write {{ $line }} in the text"
    ))
}
