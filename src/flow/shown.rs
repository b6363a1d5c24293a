//! Pictures, logos and QR codes as blocks that are no messages. In: what a manifest asks for, what they are laid on. Out: figures
//! with their words.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::code::plate_on;
use super::figure::{Figure, Stand};
use super::flaw::Flaw;
use super::origin::addresses;
use super::shelf::{Paragraphs, Shelf};
use super::style::BlockStyle;
use crate::color::Color;
use crate::content::Catalog;
use crate::frame::{Art, Role, Standing};
use crate::languages::ADDRESS;
use crate::spec::{BlockSpec, CodeRef, Enclosure, Layout, LinkCode, LogoSpec, MessageRef, Place};
use crate::text::Paragraph;

/// A picture or a code that becomes a block.
pub(super) struct Shown {
    pub(super) role: Role,
    pub(super) figure: Figure,
    pub(super) style: BlockStyle,
    pub(super) message: MessageRef,
    /// What a picture shows; what stands beside a code.
    pub(super) words: String,
    /// What a code is, for those who don't see it.
    pub(super) alt: Option<String>,
    /// The text beside a code.
    pub(super) paragraphs: Paragraphs,
    /// The addresses that links in it lead to.
    pub(super) links: Vec<String>,
    pub(super) optional: bool,
}

impl Shown {
    /// A picture, with the words that say what it shows.
    pub(super) fn picture(figure: Figure, style: BlockStyle, message: MessageRef, words: String) -> Shown {
        let (paragraphs, links) = (Paragraphs::from([]), Vec::new());
        let role = Role::Picture;
        Shown { role, figure, style, message, words, alt: None, paragraphs, links, optional: false }
    }
}

/// A QR code that the manifest asks for.
#[derive(Clone, Copy)]
pub(super) struct CodeSpec<'a> {
    pub(super) block: &'a BlockSpec,
    pub(super) asked: &'a CodeRef,
    pub(super) code: &'a LinkCode,
}

/// The words of a language for codes.
#[derive(Clone, Copy)]
pub(super) struct CodeWords<'a> {
    /// Its messages.
    pub(super) catalog: &'a Catalog,
    /// Where the links of messages lead.
    pub(super) links: &'a BTreeMap<String, String>,
    /// What is said of a code, with `ADDRESS` in it.
    pub(super) alt: &'a str,
}

/// What a block is laid on.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) layout: &'a Layout,
    pub(super) place: Place,
    pub(super) within: Option<Enclosure>,
}

impl Ground<'_> {
    /// The field of its panel, where nothing encloses it there.
    fn field(&self) -> Option<&str> {
        self.layout.field(self.place).filter(|_| self.within.is_none())
    }

    /// What a code lies on that is not paper.
    fn color(&self) -> Option<Color> {
        let look = &self.layout.look;
        let enclosed = self.within.and_then(|within| look.enclosure(within)?.fill.as_deref());
        // What encloses it may have no field of its own.
        enclosed.or_else(|| self.layout.field(self.place)).map(|ground| look.color(ground))
    }
}

/// A QR code: what it is for, where the manifest has that, then its address.
///
/// # Errors
/// Its text can't be set.
pub(super) fn shown_code(
    spec: CodeSpec<'_>,
    words: CodeWords<'_>,
    ground: Ground<'_>,
    shelf: &mut Shelf<'_>,
) -> Result<Shown, Flaw> {
    let CodeSpec { block, asked, code } = spec;
    let look = ground.layout.look.block(Role::Code, ground.place, None, ground.within);
    let style = BlockStyle::of(&look, ground.layout, ground.field());
    let caption = block.messages.first();
    let mut paragraphs: Vec<Arc<Paragraph>> = match caption {
        Some(message) => shelf.message(message, words.catalog, &style.paragraph)?.to_vec(),
        None => Vec::new(),
    };
    let mut links = addresses(&paragraphs, words.links);
    links.push(code.address.clone());
    paragraphs.push(shelf.address(&code.printed, &asked.link, &style.paragraph, asked.span)?);
    let texts: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.text.as_str()).collect();
    let id = caption.map_or_else(|| format!("${}", asked.link), |message| message.id.clone());
    let figure = Figure {
        art: Art::Drawing(Arc::clone(&code.symbol.drawing)),
        width: asked.width,
        height: None,
        plate: ground.color().and_then(plate_on),
        stand: Stand::Code(code.symbol.modules),
    };
    Ok(Shown {
        role: Role::Code,
        figure,
        style,
        message: MessageRef { id, span: asked.span },
        words: texts.join("\u{2029}"),
        alt: Some(words.alt.replace(ADDRESS, &code.printed)),
        paragraphs: paragraphs.into(),
        links,
        optional: block.optional,
    })
}

/// The colour of the plate under a logo, where it does not stand out from what it is laid on: on a field that of the layout,
/// else white; on paper, for a logo that is made for fields, that of fields.
pub(super) fn logo_plate(layout: &Layout, spec: &LogoSpec, art: &Art) -> Option<Color> {
    let look = &layout.look;
    match layout.field(spec.place).map(|field| look.color(field)) {
        Some(field) if art.standing(field) != Standing::Whole => {
            Some(spec.plate.as_ref().map_or(Color::WHITE, |name| look.color(name)))
        }
        None if art.standing(Color::WHITE) == Standing::Lost => look.palette.get("field").copied(),
        Some(_) | None => None,
    }
}
