//! The QR codes that blocks ask for. In: the names of links, and what the project knows by such names. Out: each address with
//! its code, and as people read it.

use std::collections::BTreeMap;

use super::address::filled_address;
use super::manifest::{CodeRef, LeafletSpec, LinkCode};
use super::read::Reading;
use super::variable_file::way_out;
use crate::content::Value;
use crate::diag::{Code, Diagnostic};
use crate::qr;
use crate::source::Span;

/// What the organisation's own values lead to where `[links]` says nothing else.
const OWN: [(&str, &str); 3] =
    [("website", "https://{ $website }"), ("email", "mailto:{ $email }"), ("phone", "tel:{ $phone }")];

/// What a project knows by a name.
pub(super) struct Known<'a> {
    /// `[links]`, variables put in.
    pub(super) links: &'a BTreeMap<String, String>,
    /// What messages may ask for.
    pub(super) variables: &'a BTreeMap<String, Value>,
    /// Where `[variables]` gives them.
    pub(super) places: &'a BTreeMap<String, Span>,
    /// The kinds of addresses that the project names.
    pub(super) schemes: &'a [String],
}

/// The codes of all leaflets, by the names of their links; none where something is wrong with it, which is reported.
pub(super) fn read_codes(
    leaflets: &[LeafletSpec],
    known: &Known<'_>,
    file: &mut Reading<'_>,
) -> BTreeMap<String, LinkCode> {
    let mut codes = BTreeMap::new();
    let blocks = leaflets.iter().flat_map(|leaflet| &leaflet.sections).flat_map(|section| &section.blocks);
    for asked in blocks.filter_map(|block| block.code.as_ref()) {
        if !codes.contains_key(&asked.link) {
            let code = known.address(asked, file).and_then(|address| code_of(address, asked, file));
            codes.extend(code.map(|code| (asked.link.clone(), code)));
        }
    }
    codes
}

impl Known<'_> {
    /// The address of that name.
    fn address(&self, asked: &CodeRef, file: &mut Reading<'_>) -> Option<String> {
        let name = asked.link.as_str();
        if let Some(address) = self.links.get(name) {
            return Some(address.clone());
        }
        let own = OWN.iter().find(|(known, _)| *known == name).map(|(_, template)| (*template).to_owned());
        let variable = || self.variables.contains_key(name).then(|| format!("{{ ${name} }}"));
        let Some(template) = own.or_else(variable) else {
            let message = format!("there is no link “{name}”");
            let wrong = Diagnostic::new(Code::CodeLink, message).label(asked.span, "asked for here");
            file.error(wrong.help(format!("there are {}", self.names().join(", "))));
            return None;
        };
        let found = filled_address(&template, self.variables, self.schemes);
        found
            .map_err(|fault| {
                let help = format!("{}, or name another link", way_out(&fault, self.variables));
                let wrong = Diagnostic::new(Code::CodeLink, fault.to_string());
                let wrong = match self.places.get(name) {
                    Some(place) => wrong
                        .label(*place, "this is no address")
                        .label(asked.span, "a code of it is asked for here"),
                    None => wrong.label(asked.span, "asked for here"),
                };
                file.error(wrong.help(help));
            })
            .ok()
    }

    /// The names of all that is an address.
    fn names(&self) -> Vec<String> {
        let own = OWN.iter().map(|(name, _)| *name);
        let is_address =
            |name: &&String| filled_address(&format!("{{ ${name} }}"), self.variables, self.schemes).is_ok();
        let given = self.links.keys().chain(self.places.keys().filter(is_address)).map(String::as_str);
        let mut names: Vec<String> = own.chain(given).map(str::to_owned).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

fn code_of(address: String, asked: &CodeRef, file: &mut Reading<'_>) -> Option<LinkCode> {
    let symbol = qr::symbol(&address).map_err(|fault| {
        let wrong = Diagnostic::new(Code::CodeLink, fault.to_string());
        let wrong = wrong.label(asked.span, format!("it has {} characters", address.chars().count()));
        file.error(wrong.help("give the page a shorter address of its own"));
    });
    Some(LinkCode { printed: printed(&address), symbol: symbol.ok()?, address })
}

/// An address as people read it, and type it.
fn printed(address: &str) -> String {
    let (scheme, rest) = address.split_once(':').unwrap_or(("", address));
    let without_query = || rest.split('?').next().unwrap_or_default();
    match scheme {
        "https" => {
            let site = rest.trim_start_matches('/');
            let host = site.strip_suffix('/').filter(|host| !host.contains(['/', '?', '#']));
            host.unwrap_or(site).to_owned()
        }
        "mailto" => without_query().to_owned(),
        // An extension is a parameter of the number (RFC 3966).
        "tel" | "sms" => match without_query().split_once(';') {
            Some((number, more)) => match more.strip_prefix("ext=") {
                Some(extension) => format!("{number} ext. {extension}"),
                None => number.to_owned(),
            },
            None => without_query().to_owned(),
        },
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_printed_as_people_type_it() {
        for (address, wanted) in [
            ("https://example.org", "example.org"),
            ("https://example.org/", "example.org"),
            ("https://example.org/a/", "example.org/a/"),
            ("https://example.org/?a=1", "example.org/?a=1"),
            ("http://example.org/a", "http://example.org/a"),
            ("mailto:mail@example.org?subject=Hello", "mail@example.org"),
            ("tel:+1-604-555-0100", "+1-604-555-0100"),
            ("sms:211?body=Hi", "211"),
            ("tel:604-555-0100;ext=12", "604-555-0100 ext. 12"),
            ("tel:555-0100;phone-context=+1", "555-0100"),
            ("signal:group", "signal:group"),
        ] {
            assert_eq!(printed(address), wanted, "{address}");
        }
    }
}
