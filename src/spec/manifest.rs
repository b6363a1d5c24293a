//! `polyleaf.toml`: what the leaflets say, in which order and role. It holds no text.

use std::collections::BTreeMap;

use super::length::Length;
use super::press::PressRows;
use super::theme::Theme;
use crate::content::Value;
use crate::frame::{Place, Role};
use crate::locale::Locale;
use crate::qr::Symbol;
use crate::source::Span;

/// A checked manifest.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The language that the others are translated from.
    pub source: Locale,
    /// The paper where none is asked for.
    pub paper: String,
    /// The edition, for the margin line.
    pub edition: String,
    /// The only date that an output carries: `2026-11` or `2026-11-23`.
    pub date: String,
    /// The message that says in the margin that a translation is a draft.
    pub draft: Option<MessageRef>,
    /// The press that files for a print shop are made for, the organisation's own first, and where it is named.
    pub press: Option<(String, Span)>,
    /// The rows of it that the project changes.
    pub press_rows: PressRows,
    /// Who hands the leaflets out.
    pub organisation: Organisation,
    /// The colours and the drawing of its leaflets.
    pub theme: Theme,
    /// What messages may ask for: the organisation's lines and `[variables]`.
    pub variables: BTreeMap<String, Value>,
    /// Addresses by the names that messages use, variables put in.
    pub links: BTreeMap<String, String>,
    /// The QR codes that blocks ask for, by the names of their links.
    pub codes: BTreeMap<String, LinkCode>,
    /// The leaflets.
    pub leaflets: Vec<LeafletSpec>,
}

/// Who hands the leaflets out; its values are data, never markup.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Organisation {
    /// Its name, `{ $organisation }`.
    pub name: String,
    /// The word that files made for it are called by.
    pub short: Option<String>,
    /// Its address for mail, `{ $email }`.
    pub email: String,
    /// Its telephone number, `{ $phone }`.
    pub phone: String,
    /// Its website without `https://`, `{ $website }`.
    pub website: String,
    /// Its logo, a file beside the one that names it, and where it is named.
    pub logo: Option<FileRef>,
    /// The press that files for a print shop are made for, and where it is named.
    pub press: Option<(String, Span)>,
    /// Where its name, address for mail, number and website are given.
    pub spans: [Span; 4],
}

impl Organisation {
    /// What is printed of it: what it is, in words, the value, and where that is given.
    pub fn values(&self) -> [(&'static str, &str, Span); 4] {
        let [name, email, phone, website] = self.spans;
        [
            ("name", &self.name, name),
            ("e-mail address", &self.email, email),
            ("telephone number", &self.phone, phone),
            ("website", &self.website, website),
        ]
    }
}

/// A leaflet: sections in reading order.
#[derive(Clone, Debug)]
pub struct LeafletSpec {
    /// Its name, the first part of its files' names.
    pub name: String,
    /// The layouts that a bare `build` makes.
    pub layouts: Vec<LayoutRef>,
    /// The sections.
    pub sections: Vec<Section>,
}

/// A section: blocks that are read in one go.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// Which kind of panel takes it.
    pub place: Place,
    /// Its blocks.
    pub blocks: Vec<BlockSpec>,
    /// Its place in the manifest.
    pub span: Span,
}

/// A block: messages in one role.
#[derive(Clone, Debug)]
pub struct BlockSpec {
    /// What it is.
    pub role: Role,
    /// Its message, or the items of its list.
    pub messages: Vec<MessageRef>,
    /// What comes with it, in roles of `Role::COMING` and others: who said a quote, what a fact says.
    pub companions: Vec<(Role, MessageRef)>,
    /// The file of a picture, whose one message says in words what it shows.
    pub picture: Option<PictureSpec>,
    /// The link of a QR code, whose one message, where it has one, says what it is for.
    pub code: Option<CodeRef>,
    /// Whether it is left out where a language does not fit.
    pub optional: bool,
    /// The layouts that take it; all when empty.
    pub only: Vec<LayoutRef>,
}

impl BlockSpec {
    /// Whether a layout of that name takes it.
    pub fn is_for(&self, layout: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only.name == layout)
    }
}

/// A picture of the project, and how wide it is.
#[derive(Clone, PartialEq, Debug)]
pub struct PictureSpec {
    /// Its file.
    pub file: FileRef,
    /// Its width; a share is one of the measure.
    pub width: Length,
}

/// A QR code that a block asks for.
#[derive(Clone, PartialEq, Debug)]
pub struct CodeRef {
    /// The name of its link.
    pub link: String,
    /// Where that is named.
    pub span: Span,
    /// Its width without the quiet zone; a share is one of the measure. As its text asks for where it is not given.
    pub width: Option<Length>,
}

/// A link with its QR code.
#[derive(Clone, PartialEq, Debug)]
pub struct LinkCode {
    /// The address.
    pub address: String,
    /// The same as people read it: `example.org`.
    pub printed: String,
    /// Its code.
    pub symbol: Symbol,
}

/// A file that a manifest names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileRef {
    /// Its name, from the folder of the file that names it, with `/`.
    pub name: String,
    /// Where it is named.
    pub span: Span,
}

/// A message that the manifest asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MessageRef {
    /// Its name.
    pub id: String,
    /// Where it is asked for.
    pub span: Span,
}

/// A layout that the manifest names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LayoutRef {
    /// Its name.
    pub name: String,
    /// Where it is named.
    pub span: Span,
}
