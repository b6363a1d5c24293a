//! Blocks of the manifest as written: text or a picture, in a role.

use serde::Deserialize;
use toml::Spanned;

use super::length::Length;
use super::manifest::{Block, MessageRef, PictureSpec};
use super::manifest_file::Reader;
use crate::diag::{Code, Diagnostic};
use crate::frame::Role;
use crate::geom::Abs;
use crate::source::Span;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlockTable {
    role: Spanned<String>,
    text: Option<Spanned<String>>,
    #[serde(default)]
    items: Vec<Spanned<String>>,
    by: Option<Spanned<String>>,
    file: Option<Spanned<String>>,
    alt: Option<Spanned<String>>,
    width: Option<Spanned<Length>>,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    only: Vec<Spanned<String>>,
}

impl Reader<'_> {
    pub(super) fn block(&mut self, table: Spanned<BlockTable>) -> Option<Block> {
        let span = self.span(&table);
        let table = table.into_inner();
        let role = self.role(&table.role)?;
        if role == Role::Picture {
            return self.picture(table, span);
        }
        let messages: Vec<MessageRef> =
            table.text.iter().chain(&table.items).map(|id| self.message(id)).collect();
        let wrong = match (table.text.is_some(), table.items.is_empty()) {
            (true, false) => Some("a block has either text or items"),
            (false, true) => Some("a block has text or items"),
            _ if table.by.is_some() && role != Role::Quote => Some("only a quote has by"),
            _ if table.file.is_some() || table.alt.is_some() || table.width.is_some() => {
                Some("only a picture has file, alt and width")
            }
            _ => None,
        };
        if let Some(message) = wrong {
            self.fail(Diagnostic::error(Code::Manifest, message).label(span, "this block"));
            return None;
        }
        let by = table.by.map(|id| self.message(&id));
        let only = table.only.iter().map(|name| self.message(name)).collect();
        Some(Block { role, messages, by, picture: None, optional: table.optional, only })
    }

    /// A picture: a file, and the message that says in words what it shows.
    fn picture(&mut self, table: BlockTable, span: Span) -> Option<Block> {
        let other = table.text.is_some() || !table.items.is_empty() || table.by.is_some();
        let Some(file) = table.file.as_ref().filter(|_| !other) else {
            let wrong = Diagnostic::error(Code::Manifest, "a picture has a file and alt, and no other text");
            self.fail(wrong.label(span, "this block"));
            return None;
        };
        let Some(alt) = table.alt else {
            let wrong =
                Diagnostic::error(Code::PictureAlt, "a picture needs words for those who don’t see it");
            let help = "name a message that says what it shows: alt = \"…\"";
            self.fail(wrong.label(span, "this picture has no alt").help(help));
            return None;
        };
        let width = table.width.map_or(Length::Share(1.0), |width| self.width(&width));
        Some(Block {
            role: Role::Picture,
            messages: vec![self.message(&alt)],
            by: None,
            picture: Some(PictureSpec { file: self.file(file), width }),
            optional: table.optional,
            only: table.only.iter().map(|name| self.message(name)).collect(),
        })
    }

    /// A width that can be seen.
    fn width(&mut self, width: &Spanned<Length>) -> Length {
        let sound = match *width.get_ref() {
            Length::Share(share) => (0.05..=1.0).contains(&share),
            Length::Abs(length) => (Abs::mm(3.0)..=Abs::mm(1000.0)).contains(&length),
        };
        if !sound {
            let wrong = Diagnostic::error(Code::Manifest, "no picture is that wide");
            self.fail(wrong.label(self.span(width), "give 3 mm or more, or 5 to 100 % of the measure"));
        }
        *width.get_ref()
    }

    fn role(&mut self, name: &Spanned<String>) -> Option<Role> {
        let roles = || Role::NAMES.iter().filter(|(role, _)| *role != Role::By);
        let found = roles().find(|(_, known)| known == name.get_ref()).map(|(role, _)| *role);
        if found.is_none() {
            let known: Vec<&str> = roles().map(|(_, name)| *name).collect();
            let wrong =
                Diagnostic::error(Code::UnknownRole, format!("there is no role “{}”", name.get_ref()));
            self.fail(
                wrong.label(self.span(name), "named here").help(format!("roles are {}", known.join(", "))),
            );
        }
        found
    }
}
