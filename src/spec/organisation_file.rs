//! `[organisation]` as written, and what its values may be: they are printed, and links are made of them.

use serde::Deserialize;
use toml::Spanned;

use super::block_file::file_ref;
use super::host::{is_email, is_website};
use super::manifest::Organisation;
use super::phone::dialled;
use super::read::Reading;
#[cfg(test)]
use super::tests::schema::Website;
use crate::characters::{is_blank, settled, written};
use crate::diag::{Code, Diagnostic};

/// The most characters of a value (H): more is no name, and no line holds it.
const MOST: usize = 200;

/// Who hands the leaflets out. Messages call these `{ $organisation }`, `{ $email }`, `{ $phone }` and `{ $website }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct OrganisationTable {
    /// Its name.
    #[cfg_attr(test, schemars(with = "String", length(min = 1)))]
    name: Spanned<String>,
    /// A short name for file names, of letters, digits and hyphens; without it that of its file.
    #[cfg_attr(test, schemars(with = "Option<String>", length(min = 1, max = 40)))]
    short: Option<Spanned<String>>,
    /// Its address for mail.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = r"^[^\s]*@[^\s]*$")))]
    email: Spanned<String>,
    /// Its telephone number; one abroad with its country, `+44 20 7946 0958`.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "[0-9]")))]
    phone: Spanned<String>,
    /// Its website, without `https://`.
    #[cfg_attr(test, schemars(with = "Website"))]
    website: Spanned<String>,
    /// Its logo, an SVG, PNG or JPEG: a file named from the folder of this one.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    logo: Option<Spanned<String>>,
    /// The shop that its files for a press are made for: layouts/press/NAME.toml.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    press: Option<Spanned<String>>,
}

/// Reports values that can't be meant: those that make links which lead nowhere or elsewhere.
pub(super) fn checked_organisation(table: OrganisationTable, file: &mut Reading<'_>) -> Organisation {
    if is_blank(table.name.get_ref()) {
        let help = "write the name as readers know it";
        file.error(wrong(&table.name, "the organisation has no name", file).help(help));
    }
    let phone = dialled(table.phone.get_ref(), None).err().map(|fault| {
        (format!("is no telephone number: {fault}"), "write it like 604-555-0100 or +44 20 7946 0958")
    });
    let email = (!is_email(&written(table.email.get_ref())))
        .then(|| ("is no e-mail address".to_owned(), "write one address, like mail@example.org"));
    let website = (!is_website(&written(table.website.get_ref())))
        .then(|| ("is no website".to_owned(), "write it like example.org, without https://"));
    for (value, flaw) in [(&table.phone, phone), (&table.email, email), (&table.website, website)] {
        if let Some((flaw, help)) = flaw {
            let message = format!("“{}” {flaw}", value.get_ref());
            file.error(wrong(value, &message, file).help(help));
        }
    }
    for value in [&table.name, &table.phone, &table.email, &table.website] {
        if value.get_ref().chars().count() > MOST {
            let message = format!("a value of the organisation has more than {MOST} characters");
            file.error(wrong(value, &message, file).help("shorten it"));
        }
    }
    let short = table.short.and_then(|short| checked_short(&short, file));
    let words = |value: Spanned<String>| settled(value.get_ref()).into_owned();
    let spans = [&table.name, &table.email, &table.phone, &table.website].map(|value| file.span(value));
    Organisation {
        spans,
        logo: table.logo.map(|name| file_ref(&name, file)),
        press: table.press.map(|name| (name.get_ref().clone(), file.span(&name))),
        short,
        name: words(table.name),
        email: words(table.email),
        phone: words(table.phone),
        website: words(table.website),
    }
}

/// The most characters of a short name (H): it stands in each file name beside five others.
const LONGEST_SHORT: usize = 40;

/// A short name that every disk takes, or what is wrong with it.
fn checked_short(short: &Spanned<String>, file: &mut Reading<'_>) -> Option<String> {
    let text = settled(short.get_ref()).into_owned();
    let is_plain = |c: char| c.is_alphanumeric() || c == '-';
    if !text.is_empty() && text.chars().count() <= LONGEST_SHORT && text.chars().all(is_plain) {
        return Some(text);
    }
    let message = format!("“{}” can’t be part of a file’s name", short.get_ref());
    let help =
        format!("write at most {LONGEST_SHORT} letters, digits and hyphens, like short = \"north-side\"");
    file.error(wrong(short, &message, file).help(help));
    None
}

fn wrong(value: &Spanned<String>, message: &str, file: &Reading<'_>) -> Diagnostic {
    Diagnostic::new(Code::Manifest, message).label(file.span(value), "given here")
}
