//! Blocks of the manifest as written: text, a picture or a QR code, in a role.

use serde::Deserialize;
use toml::Spanned;

use super::length::Length;
use super::manifest::{BlockSpec, CodeRef, FileRef, LayoutRef, MessageRef, PictureSpec};
use super::read::Reading;
#[cfg(test)]
use super::tests::schema::{BlockRole, keys_by_role};
use crate::diag::{Code, Diagnostic};
use crate::frame::Role;
use crate::geom::Abs;
use crate::source::Span;

/// A block: a message or several in one role, a picture, or a QR code.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(transform = keys_by_role))]
pub(super) struct BlockTable {
    /// What it is: this decides its look and its tag in the PDF.
    #[cfg_attr(test, schemars(with = "BlockRole"))]
    role: Spanned<String>,
    /// Its message; or `items`, not both.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    text: Option<Spanned<String>>,
    /// Its messages, each an item of a list or a paragraph.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    items: Vec<Spanned<String>>,
    /// The message that says whose words a quote is.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    by: Option<Spanned<String>>,
    /// The message that says what the figure of a fact stands for, and is read on from it; or what a code is for, above its
    /// address.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    caption: Option<Spanned<String>>,
    /// The message that says more of a fact, small.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    note: Option<Spanned<String>>,
    /// The file of a picture, an SVG, PNG or JPEG, named from the project's folder.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    file: Option<Spanned<String>>,
    /// The message that says in words what a picture shows, for those who don't see it.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    alt: Option<Spanned<String>>,
    /// The link that a QR code leads to, by its name: `website`, `email` or `phone` of the organisation, one of `[links]`, or
    /// a variable that is an address.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    link: Option<Spanned<String>>,
    /// The width of a picture: 3 mm or more, or 5 to 100 % of the measure. Of a code that of its modules, without the clear
    /// zone around it.
    #[cfg_attr(test, schemars(with = "Option<Length>"))]
    width: Option<Spanned<Length>>,
    /// Whether it is left out where a language does not fit.
    #[serde(default)]
    optional: bool,
    /// The layouts that take it; all without it.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    only: Vec<Spanned<String>>,
}

/// Reads a block; `None` where something is wrong with it, which is reported.
pub(super) fn read_block(table: Spanned<BlockTable>, file: &mut Reading<'_>) -> Option<BlockSpec> {
    let span = file.span(&table);
    let table = table.into_inner();
    let role = known_role(&table.role, file)?;
    match role {
        Role::Picture => return picture_block(table, span, file),
        Role::Code => return code_block(table, span, file),
        _ => {}
    }
    let messages: Vec<MessageRef> =
        table.text.iter().chain(&table.items).map(|id| message_ref(id, file)).collect();
    let wrong = match (table.text.is_some(), table.items.is_empty()) {
        (true, false) => Some(("a block has either text or items", "take one of the two out")),
        (false, true) => Some(("a block has text or items", "name a message: text = \"…\"")),
        (false, false) if role == Role::Fact => {
            Some(("a fact has one text, its figure", "write text = \"…\" in place of items"))
        }
        _ if table.by.is_some() && role != Role::Quote => {
            Some(("only a quote has by", "take by out, or write role = \"quote\""))
        }
        _ if role == Role::Fact && table.caption.is_none() => {
            Some(("a fact has a caption, which says what its figure stands for", "add caption = \"…\""))
        }
        _ if role != Role::Fact && (table.caption.is_some() || table.note.is_some()) => {
            Some(("only a fact has caption and note", "take them out, or write role = \"fact\""))
        }
        _ if table.file.is_some() || table.alt.is_some() || table.width.is_some() => Some((
            "only a picture has file, alt and width, and a code width",
            "take them out, or write role = \"picture\" and no text",
        )),
        _ => None,
    };
    if let Some((message, help)) = wrong {
        file.error(Diagnostic::new(Code::Manifest, message).label(span, "this block").help(help));
        return None;
    }
    if let Some(link) = &table.link {
        let wrong =
            Diagnostic::new(Code::Manifest, "only a code has link").label(file.span(link), "given here");
        file.error(wrong.help("write role = \"code\" and no text for a QR code, or take the link out"));
        return None;
    }
    let coming = [(Role::By, &table.by), (Role::Caption, &table.caption), (Role::Note, &table.note)];
    let companions =
        coming.into_iter().filter_map(|(role, id)| Some((role, message_ref(id.as_ref()?, file)))).collect();
    let only = table.only.iter().map(|name| layout_ref(name, file)).collect();
    Some(BlockSpec { role, messages, companions, picture: None, code: None, optional: table.optional, only })
}

/// A picture: a file, and the message that says in words what it shows.
fn picture_block(table: BlockTable, span: Span, file: &mut Reading<'_>) -> Option<BlockSpec> {
    let words = [&table.text, &table.by, &table.caption, &table.note, &table.link];
    let other = words.iter().any(|words| words.is_some()) || !table.items.is_empty();
    let Some(name) = table.file.as_ref().filter(|_| !other) else {
        let wrong = Diagnostic::new(Code::Manifest, "a picture has a file and alt, and no other text");
        let help =
            "write { role = \"picture\", file = \"…\", alt = \"…\" }, and its text in a block of its own";
        file.error(wrong.label(span, "this block").help(help));
        return None;
    };
    let Some(alt) = table.alt else {
        let wrong = Diagnostic::new(Code::PictureAlt, "a picture needs words for those who don’t see it");
        let help = "name a message that says what it shows: alt = \"…\"";
        file.error(wrong.label(span, "this picture has no alt").help(help));
        return None;
    };
    let width = table.width.map_or(Length::Share(1.0), |width| visible_width(&width, "picture", file));
    Some(BlockSpec {
        role: Role::Picture,
        messages: vec![message_ref(&alt, file)],
        companions: Vec::new(),
        picture: Some(PictureSpec { file: file_ref(name, file), width }),
        code: None,
        optional: table.optional,
        only: table.only.iter().map(|name| layout_ref(name, file)).collect(),
    })
}

/// A QR code: a link, and perhaps a message that says what it is for.
fn code_block(table: BlockTable, span: Span, file: &mut Reading<'_>) -> Option<BlockSpec> {
    let words = [&table.text, &table.by, &table.note, &table.file, &table.alt];
    let other = words.iter().any(|words| words.is_some()) || !table.items.is_empty();
    let Some(link) = table.link.as_ref().filter(|_| !other) else {
        let wrong = Diagnostic::new(Code::Manifest, "a code has a link, and no text but a caption");
        let help = "name where it leads: { role = \"code\", link = \"website\" }";
        file.error(wrong.label(span, "this block").help(help));
        return None;
    };
    let (link, place) = (link.get_ref().clone(), file.span(link));
    let width = table.width.map(|width| visible_width(&width, "code", file));
    Some(BlockSpec {
        role: Role::Code,
        messages: table.caption.iter().map(|id| message_ref(id, file)).collect(),
        companions: Vec::new(),
        picture: None,
        code: Some(CodeRef { link, span: place, width }),
        optional: table.optional,
        only: table.only.iter().map(|name| layout_ref(name, file)).collect(),
    })
}

/// A width at which something can be seen.
fn visible_width(width: &Spanned<Length>, what: &str, file: &mut Reading<'_>) -> Length {
    let sound = match *width.get_ref() {
        Length::Share(share) => (0.05..=1.0).contains(&share),
        Length::Abs(length) => (Abs::mm(3.0)..=Abs::mm(1000.0)).contains(&length),
    };
    if !sound {
        let wrong = Diagnostic::new(Code::Manifest, format!("no {what} is that wide"));
        let help = "give 3 mm or more, or 5 to 100 % of the measure";
        file.error(wrong.label(file.span(width), "given here").help(help));
    }
    *width.get_ref()
}

fn known_role(name: &Spanned<String>, file: &mut Reading<'_>) -> Option<Role> {
    let roles = || Role::NAMES.iter().filter(|(role, _)| !Role::COMING.contains(role));
    let found = roles().find(|(_, known)| known == name.get_ref()).map(|(role, _)| *role);
    if found.is_none() {
        let known: Vec<&str> = roles().map(|(_, name)| *name).collect();
        let wrong = Diagnostic::new(Code::UnknownRole, format!("there is no role “{}”", name.get_ref()))
            .label(file.span(name), "named here");
        file.error(wrong.help(format!("roles are {}", known.join(", "))));
    }
    found
}

/// A message that the file asks for.
pub(super) fn message_ref(id: &Spanned<String>, file: &Reading<'_>) -> MessageRef {
    MessageRef { id: id.get_ref().clone(), span: file.span(id) }
}

/// A layout that the file names.
pub(super) fn layout_ref(name: &Spanned<String>, file: &Reading<'_>) -> LayoutRef {
    LayoutRef { name: name.get_ref().clone(), span: file.span(name) }
}

/// A file that the file names.
pub(super) fn file_ref(name: &Spanned<String>, file: &Reading<'_>) -> FileRef {
    FileRef { name: name.get_ref().clone(), span: file.span(name) }
}
