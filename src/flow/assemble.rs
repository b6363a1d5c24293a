//! Sections of the manifest into blocks, in the places that a layout has for them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::block::{Block, Story};
use super::figure::{Figure, Stand};
use super::flaw::Flaw;
use super::gap::{Gaps, gap_color};
use super::origin::addresses;
use super::shelf::Shelf;
use super::shown::{CodeSpec, CodeWords, Ground, Shown, logo_plate, shown_code};
use super::style::BlockStyle;
use crate::content::{Catalog, Mark};
use crate::font::Variant;
use crate::frame::{Art, Counting, Node, Ordinal, Role, Structure};
use crate::spec::{
    BlockSpec, Enclosure, LabelKind, Layout, LeafletSpec, Manifest, MessageRef, PictureSpec, Place, Section,
    TextEdge,
};
use crate::style::ParagraphStyle;
use crate::text::Paragraph;

/// What a leaflet is made of: who hands it out, the text, the pictures.
#[derive(Clone, Copy)]
pub struct Matter<'a> {
    /// The manifest.
    pub manifest: &'a Manifest,
    /// The messages of a language.
    pub catalog: &'a Catalog,
    /// The pictures by the names of their files.
    pub pictures: &'a BTreeMap<String, Art>,
    /// The organisation's logo.
    pub logo: Option<&'a Art>,
    /// What is said of a QR code, with `languages::ADDRESS` in the place of its address.
    pub qr_code: &'a str,
}

/// Assembles a leaflet's blocks.
///
/// # Errors
/// All that can't be set, one flaw at least.
pub fn assemble<'b>(
    leaflet: &LeafletSpec,
    layout: &Layout,
    matter: Matter<'_>,
    shelf: &mut Shelf<'b>,
    gaps: Option<Gaps<'_, 'b>>,
) -> Result<Story, Vec<Flaw>> {
    let mut assembler =
        Assembler { layout, matter, shelf, gaps, flaws: Vec::new(), sections: 0, numbered: 0 };
    let mut story =
        Story { blocks: BTreeMap::new(), structure: Structure::default(), title: leaflet.name.clone() };
    let last = assembler.last_before_logo(leaflet);
    for (at, section) in leaflet.sections.iter().enumerate() {
        assembler.add_section(section, &mut story);
        if Some(at) == last {
            assembler.add_logo(section, &mut story);
        }
    }
    assembler.add_credits(leaflet, &mut story);
    if assembler.flaws.is_empty() { Ok(story) } else { Err(assembler.flaws) }
}

struct Assembler<'a, 'b> {
    layout: &'a Layout,
    matter: Matter<'a>,
    shelf: &'a mut Shelf<'b>,
    gaps: Option<Gaps<'a, 'b>>,
    flaws: Vec<Flaw>,
    sections: usize,
    numbered: u32,
}

/// A message that becomes a block.
struct MessageBlock<'a> {
    role: Role,
    message: &'a MessageRef,
    place: u32,
    /// The block of the manifest that it is of.
    of: &'a BlockSpec,
}

/// What the blocks of a section share.
struct SectionContext<'a> {
    section: &'a Section,
    place: Place,
    /// What all its blocks stand in.
    within: Option<Enclosure>,
    numbered: bool,
    set_in: bool,
}

impl<'a, 'b> Assembler<'a, 'b> {
    fn add_section(&mut self, section: &Section, story: &mut Story) {
        let taken = self.blocks_of(section);
        if taken.is_empty() {
            return;
        }
        let Some(place) = self.place_for(section) else { return };
        self.sections += 1;
        self.add_blocks(section, place, &taken, story);
    }

    /// The blocks of a section that stand where it does.
    fn blocks_of<'s>(&self, section: &'s Section) -> Vec<&'s BlockSpec> {
        let own = |block: &&BlockSpec| self.takes_block(block) && !self.is_credit(section, block);
        section.blocks.iter().filter(own).collect()
    }

    /// Whether a block is one of the credits that go last: a byline or a note of the cover.
    fn is_credit(&self, section: &Section, block: &BlockSpec) -> bool {
        let credits = self.layout.credits.is_some() && section.place == Place::Cover;
        credits && matches!(block.role, Role::Byline | Role::Note)
    }

    /// The credits, after all else in the place that the layout has for them, with the section that they follow.
    fn add_credits(&mut self, leaflet: &LeafletSpec, story: &mut Story) {
        let Some(place) = self.layout.credits else { return };
        for section in &leaflet.sections {
            let credits = |block: &&BlockSpec| self.takes_block(block) && self.is_credit(section, block);
            let taken: Vec<&BlockSpec> = section.blocks.iter().filter(credits).collect();
            let section = Section { place, blocks: Vec::new(), ..section.clone() };
            if let Some(place) = self.place_for(&section).filter(|_| !taken.is_empty()) {
                let before = self.section_before(place, story);
                let own = std::mem::replace(&mut self.sections, before);
                self.add_blocks(&section, place, &taken, story);
                self.sections = own;
            }
        }
    }

    /// The section that ends a place, or a new one where it is empty.
    fn section_before(&self, place: Place, story: &Story) -> usize {
        let last = story.blocks.get(&place).and_then(|blocks| blocks.last());
        last.map_or(self.sections + 1, |block| block.section)
    }

    /// Blocks of a section in its place.
    fn add_blocks(&mut self, section: &Section, place: Place, taken: &[&BlockSpec], story: &mut Story) {
        let boxed_roles = self.layout.look.boxed.as_ref().map_or(&[][..], |boxed| &boxed.roles);
        let boxed = place == Place::Body && taken.iter().any(|block| boxed_roles.contains(&block.role));
        let has = |role: Role| taken.iter().any(|block| block.role == role);
        // Where items are counted their section is not: two counts can't be told apart when somebody says “three”.
        let counted = has(Role::Heading) && !has(Role::Steps) && !boxed;
        let numbered = self.layout.look.numeral.is_some() && section.place == Place::Body && counted;
        if numbered {
            self.numbered += 1;
        }
        let within = boxed.then_some(Enclosure::Section);
        let set_in = numbered || self.is_set_in(place);
        let context = SectionContext { section, place, within, numbered, set_in };
        for &block in taken {
            if let Some(asked) = &block.code
                && let Some(code) = self.matter.manifest.codes.get(&asked.link)
            {
                self.add_code(CodeSpec { block, asked, code }, &context, story);
                continue;
            }
            for (place, message) in (1..).zip(&block.messages) {
                let own = MessageBlock { role: block.role, message, place, of: block };
                self.add_block(&own, &context, story);
            }
            for (role, message) in &block.companions {
                let coming = MessageBlock { role: *role, message, place: 1, of: block };
                self.add_block(&coming, &context, story);
            }
        }
    }

    /// Whether the text of a place is set in where it is not numbered, too.
    fn is_set_in(&self, place: Place) -> bool {
        let mut panels = self.layout.panels.iter().filter(|panel| panel.place == place);
        panels.any(|panel| panel.edge == TextEdge::Numbered)
    }

    fn takes_block(&self, block: &BlockSpec) -> bool {
        block.is_for(&self.layout.name)
    }

    /// The place that takes a section: its own, or the running text where the layout has no such panel.
    fn place_of(&self, section: &Section) -> Option<Place> {
        let has = |place: Place| self.layout.panels.iter().any(|panel| panel.place == place);
        [section.place, Place::Body].into_iter().find(|&place| has(place))
    }

    fn place_for(&mut self, section: &Section) -> Option<Place> {
        let place = self.place_of(section);
        if place.is_none() {
            self.flaws.push(Flaw::NoPanel { place: section.place, section: section.span });
        }
        place
    }

    fn add_block(&mut self, item: &MessageBlock<'_>, context: &SectionContext<'_>, story: &mut Story) {
        let &MessageBlock { role, message, place, of } = item;
        let is_fact = of.role == Role::Fact && self.layout.look.fact.is_some();
        let within = context.within.or(is_fact.then_some(Enclosure::Fact));
        let scheme = (role == Role::Contact).then(|| self.address_scheme(&message.id)).flatten();
        let look = self.layout.look.block(role, context.place, scheme.as_deref(), within);
        let field = if context.within.is_some() { None } else { self.layout.field(context.place) };
        let mut style = BlockStyle::of(&look, self.layout, field);
        if self.gaps.as_ref().is_some_and(|gaps| gaps.ids.contains(&message.id)) {
            style.color = gap_color(style.color, field.map(|name| self.layout.look.color(name)));
        }
        if let Some(picture) = of.picture.as_ref().filter(|_| role == Role::Picture) {
            self.add_picture(picture, item, style, context, story);
            return;
        }
        let (shelf, catalog) = self.tongue(&message.id);
        let shaped = shelf.message(message, catalog, &style.paragraph);
        let (voice, lang) = (shelf.voice, catalog.locale.tag.clone());
        let Some(paragraphs) = self.kept(shaped) else { return };
        let texts: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.text.as_str()).collect();
        if role == Role::Title {
            story.title = texts.join(" ").replace('\u{2028}', " ");
        }
        let counting = look.count.unwrap_or_default();
        let item = (role == Role::Steps).then_some(Ordinal { place, counting });
        let heads = role == Role::Heading && context.numbered;
        let section = Ordinal { place: self.numbered, counting: Counting::Figures };
        let node = story.structure.push(Node {
            role,
            section: context.section.name.clone(),
            lang,
            message: message.id.clone(),
            text: texts.join("\u{2029}"),
            number: item.or(heads.then_some(section)),
            alt: None,
            links: addresses(&paragraphs, &self.matter.manifest.links),
            echo_of: None,
        });
        let numeral = heads.then(|| self.shape_numeral(section, message)).flatten();
        let badged = style.label.as_ref().is_some_and(|label| label.kind == LabelKind::Badge);
        let badge = item.filter(|_| badged).and_then(|item| self.shape_numeral(item, message));
        story.blocks.entry(context.place).or_default().push(Block {
            role,
            node,
            message: message.clone(),
            paragraphs,
            figure: None,
            voice,
            style,
            section: self.sections,
            within,
            numeral,
            numbered: context.numbered,
            set_in: context.set_in,
            badge,
            optional: of.optional,
        });
    }

    /// A picture of the project, whose message says in words what it shows.
    fn add_picture(
        &mut self,
        picture: &PictureSpec,
        &MessageBlock { message, of, .. }: &MessageBlock<'_>,
        style: BlockStyle,
        context: &SectionContext<'_>,
        story: &mut Story,
    ) {
        let Some(art) = self.matter.pictures.get(&picture.file.name) else { return };
        let width = Some(picture.width);
        let figure = Figure { art: art.clone(), width, height: None, plate: None, stand: Stand::Below };
        let (_, catalog) = self.tongue(&message.id);
        let words = catalog.get(&message.id).map(|text| text.text.clone());
        let words = words.unwrap_or_default().replace(['\u{2028}', '\u{2029}'], " ");
        let shown = Shown { optional: of.optional, ..Shown::picture(figure, style, message.clone(), words) };
        self.add_figure(shown, context, story);
    }

    /// The language that a message is set in: its shelf and its texts.
    fn tongue(&mut self, id: &str) -> (&mut Shelf<'b>, &'a Catalog) {
        match &mut self.gaps {
            Some(gaps) if gaps.ids.contains(id) => (gaps.shelf, gaps.catalog),
            _ => (self.shelf, self.matter.catalog),
        }
    }

    /// A QR code with its address.
    fn add_code(&mut self, code: CodeSpec<'_>, context: &SectionContext<'_>, story: &mut Story) {
        let Matter { manifest, catalog, qr_code, .. } = self.matter;
        let ground = Ground { layout: self.layout, place: context.place, within: context.within };
        let caption = code.block.messages.first().map_or("", |message| message.id.as_str());
        let shown = match &mut self.gaps {
            Some(gaps) if gaps.ids.contains(caption) => {
                let words = CodeWords { catalog: gaps.catalog, links: &manifest.links, alt: qr_code };
                shown_code(code, words, ground, gaps.shelf)
            }
            _ => shown_code(
                code,
                CodeWords { catalog, links: &manifest.links, alt: qr_code },
                ground,
                self.shelf,
            ),
        };
        if let Some(shown) = self.kept(shown) {
            self.add_figure(shown, context, story);
        }
    }

    /// The section after which the organisation's logo stands: the last one in the layout's place for it.
    fn last_before_logo(&self, leaflet: &LeafletSpec) -> Option<usize> {
        let logo = self.layout.logo.as_ref().filter(|_| self.matter.logo.is_some())?;
        let holds = |section: &Section| {
            self.place_of(section) == Some(logo.place)
                && section.blocks.iter().any(|block| self.takes_block(block))
        };
        leaflet.sections.iter().rposition(holds)
    }

    /// The logo, after the last block of its place. In words it is the organisation's name, in every language.
    fn add_logo(&mut self, section: &Section, story: &mut Story) {
        let (Some(spec), Some(art)) = (&self.layout.logo, self.matter.logo) else { return };
        let organisation = &self.matter.manifest.organisation;
        let Some(file) = &organisation.logo else { return };
        let plate = logo_plate(self.layout, spec, art);
        let figure = Figure {
            art: art.clone(),
            width: Some(spec.width),
            height: Some(spec.height),
            plate,
            stand: Stand::Beside,
        };
        let style =
            BlockStyle::of(&self.layout.look.block(Role::Picture, spec.place, None, None), self.layout, None);
        let message = MessageRef { id: "$organisation".to_owned(), span: file.span };
        let context = SectionContext {
            section,
            place: spec.place,
            within: None,
            numbered: false,
            set_in: self.is_set_in(spec.place),
        };
        let shown = Shown::picture(figure, style, message, organisation.name.clone());
        self.add_figure(shown, &context, story);
    }

    /// A picture or a code with its words.
    fn add_figure(&mut self, shown: Shown, context: &SectionContext<'_>, story: &mut Story) {
        let Shown { role, figure, style, message, words, alt, paragraphs, links, optional } = shown;
        let (shelf, catalog) = self.tongue(&message.id);
        let (voice, lang) = (shelf.voice, catalog.locale.tag.clone());
        let node = story.structure.push(Node {
            role,
            section: context.section.name.clone(),
            lang,
            message: message.id.clone(),
            text: words,
            alt,
            links,
            number: None,
            echo_of: None,
        });
        story.blocks.entry(context.place).or_default().push(Block {
            role,
            node,
            message,
            paragraphs,
            figure: Some(figure),
            voice,
            style,
            section: self.sections,
            within: context.within,
            numeral: None,
            numbered: context.numbered,
            set_in: context.set_in,
            badge: None,
            optional,
        });
    }

    /// The scheme of the address that a contact line leads to.
    fn address_scheme(&mut self, id: &str) -> Option<String> {
        let (_, catalog) = self.tongue(id);
        let names: BTreeSet<&String> = catalog
            .get(id)?
            .marks
            .iter()
            .filter_map(|(_, mark)| if let Mark::Link(name) = mark { Some(name) } else { None })
            .collect();
        let address = self.matter.manifest.links.get(*names.first()?)?;
        address.split_once(':').map(|(scheme, _)| scheme.to_owned())
    }

    fn shape_numeral(&mut self, number: Ordinal, message: &MessageRef) -> Option<Arc<Paragraph>> {
        let style = ParagraphStyle { variant: Variant { bold: true, italic: false }, display: true };
        let shaped = self.shelf.words(&number.to_string(), &style, message.span);
        self.kept(shaped)
    }

    /// What was shaped; a flaw is noted.
    fn kept<T>(&mut self, shaped: Result<T, Flaw>) -> Option<T> {
        shaped.map_err(|flaw| self.flaws.push(flaw)).ok()
    }
}
