//! Marked content: what each stretch of operators is of (ISO 32000-1 14.6). Text lies in sequences of its node, which the
//! tags order; everything else is an artifact of its kind (14.8.2.2).
//!
//! A sequence holds text that goes on in the order of its node: what is painted in another order, as words on a line that
//! runs from the right are, lies in sequences of its own, which the tags put in order. Within a word from the right the codes
//! stand from left to right, since programs that know no tags expect that; `ReversedChars` says so (14.8.2.3.3). Of what
//! else a file can say, this reads best. What the readers made of each way, in lines of Arabic, of Hebrew, and of both with
//! a Latin word and a number (poppler 22.12, MuPDF 1.28.5, pypdf 7.1.1):
//!
//! | | `pdfinfo -struct-text` | `pdftotext -raw` | MuPDF | pypdf |
//! |---|---|---|---|---|
//! | plain codes, a sequence a run | runs in order, their letters backwards | right | right | right |
//! | `ReversedChars` around each run | the same | right | right | right |
//! | **`ReversedChars` around each word** | words in order, their letters backwards | right | right | right |
//! | `ActualText` in the content, a run or a word | the same as without | backwards | backwards, words lost | right |
//! | `ActualText` of an element around each run | the same as without | right | backwards, words lost | right |
//! | codes in the order of the text, each placed by itself | right | a line a letter | lines torn, a word backwards | backwards |
//!
//! Poppler and MuPDF turn what stands in `ActualText` over once more; none of the three reads `ReversedChars`, which
//! programs that do (ISO 32000-1) need to put letters in order.

use std::collections::BTreeMap;
use std::ops::Range;

use printpdf::DictItem;

use crate::color::Profile;
use crate::font::FontId;
use crate::frame::{GroupKind, Met, NodeId, Role, Structure, TextRun};

use super::content::{Content, Properties};
use super::document::utf16;
use super::drawing::Shown;
use super::fonts::Embedded;
use super::images::Images;
use super::numbers::narrow;
use super::outlined::Drawn;
use super::page::{Artifact, Mark, Page, Part, Sequence, sides_of};
use super::target::Target;

/// What a side is painted with.
#[derive(Clone, Copy)]
pub(super) struct Means<'a> {
    /// The blocks.
    pub(super) structure: &'a Structure,
    /// The faces.
    pub(super) faces: &'a BTreeMap<FontId, Embedded<'a>>,
    /// The glyphs, where type is outlines.
    pub(super) glyphs: &'a Drawn,
    /// The pictures of pixels.
    pub(super) images: &'a Images,
    /// The drawings.
    pub(super) drawings: &'a [Shown],
    /// What the file is to be.
    pub(super) target: Target,
}

impl Means<'_> {
    /// Whether links lead anywhere: a press can't follow any (ISO 15930-7 6.17).
    pub(super) fn has_links(&self) -> bool {
        self.target.output.profile != Profile::Press
    }
}

/// Whose a stretch of operators is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Owner<'a> {
    /// A node's.
    Read(Mark<'a>),
    /// Nobody's.
    Unread(Artifact),
}

impl<'a> Owner<'a> {
    /// Whose a drawing is, which is an artifact of the kind `else_is` where no group around it says more.
    pub(super) fn of_drawing(met: &Met<'_, '_>, structure: &Structure, else_is: Artifact) -> Owner<'a> {
        match label_around(met, structure) {
            Some(node) => Owner::Read(Mark::plain(node, Part::Bullet)),
            None => Owner::Unread(artifact_around(met).unwrap_or(else_is)),
        }
    }

    /// Whose text a run is, and which bytes of it.
    pub(super) fn of_run(
        run: &'a TextRun,
        met: &Met<'a, '_>,
        means: &Means<'a>,
        else_is: Artifact,
    ) -> (Owner<'a>, Range<usize>) {
        if let Some(node) = label_around(met, means.structure) {
            return (Owner::Read(Mark::plain(node, Part::Number)), 0..run.text.len());
        }
        let Some(origin) = met.origin(run) else {
            return (Owner::Unread(artifact_around(met).unwrap_or(else_is)), 0..0);
        };
        let link = origin.link.filter(|_| means.has_links());
        let own = means.structure.node(origin.node);
        let lang = Some(run.lang.as_str()).filter(|lang| own.lang != *lang);
        let mark = Mark { node: origin.node, part: Part::Paragraph(origin.paragraph), link, lang };
        (Owner::Read(mark), origin.text.clone())
    }
}

/// The node whose label an item is of, where that is read: numbers and bullets of items and headings, not icons beside
/// contact lines, nor what is printed again beside the second language of an item.
fn label_around(met: &Met<'_, '_>, structure: &Structure) -> Option<NodeId> {
    let node = met.around().find_map(|group| match group.kind {
        GroupKind::Label(node) => Some(*node),
        _ => None,
    })?;
    let is_read = match structure.node(node).role {
        Role::Steps | Role::Points => structure.node(node).echo_of.is_none(),
        Role::Title | Role::Heading | Role::Subheading => true,
        Role::Subtitle
        | Role::Byline
        | Role::Lead
        | Role::Paragraph
        | Role::Quote
        | Role::By
        | Role::Fact
        | Role::Caption
        | Role::Contact
        | Role::Note
        | Role::Picture
        | Role::Code => false,
    };
    is_read.then_some(node)
}

/// What the groups around an item say that it is where no node reads it.
fn artifact_around(met: &Met<'_, '_>) -> Option<Artifact> {
    met.around().find_map(|group| match group.kind {
        GroupKind::Head => Some(Artifact::Header),
        GroupKind::Foot => Some(Artifact::Footer),
        GroupKind::Field => Some(Artifact::Background(sides_of(group.size, &group.placed))),
        GroupKind::Plain
        | GroupKind::Panel(_)
        | GroupKind::Block(_)
        | GroupKind::Line(_)
        | GroupKind::Label(_)
        | GroupKind::Copy => None,
    })
}

/// The sequence that is open.
#[derive(Clone, Copy, PartialEq)]
struct Open<'a> {
    owner: Owner<'a>,
    /// Where its text ends so far.
    end: usize,
}

/// A page under way, with the sequences of what is painted on it.
pub(super) struct Painter<'a> {
    /// What it is painted with.
    pub(super) means: Means<'a>,
    /// Its operators.
    pub(super) content: Content,
    /// What else is known of it.
    pub(super) page: Page<'a>,
    open: Option<Open<'a>>,
}

impl<'a> Painter<'a> {
    /// A page of that size, empty.
    pub(super) fn new(means: Means<'a>, page: Page<'a>) -> Painter<'a> {
        Painter { means, content: Content::new(means.target), page, open: None }
    }

    /// The page.
    pub(super) fn finish(self) -> Page<'a> {
        let (ops, spots) = self.content.finish();
        Page { ops, spots, ..self.page }
    }

    /// Opens the sequence of an owner, or goes on with it where the text goes on, too: so its parts are in the order of the
    /// text, wherever they are painted.
    pub(super) fn mark(&mut self, owner: Owner<'a>, text: Range<usize>) {
        let goes_on = self.open == Some(Open { owner, end: text.start });
        if !(goes_on && self.content.is_marked()) {
            return self.mark_anew(owner, text, Properties::new());
        }
        if let (Owner::Read(_), Some(sequence)) = (owner, self.page.sequences.last_mut()) {
            sequence.text.end = text.end;
        }
        self.open = Some(Open { owner, end: text.end });
    }

    /// Opens a sequence that nothing goes on with, since its text reads as `actual`.
    pub(super) fn mark_actual(&mut self, mark: Mark<'a>, text: Range<usize>, actual: &str) {
        self.mark_anew(Owner::Read(mark), text, actual_text(actual));
        self.open = None;
    }

    /// Opens a sequence that nothing goes on with.
    pub(super) fn mark_alone(&mut self, mark: Mark<'a>, text: Range<usize>) {
        self.mark_anew(Owner::Read(mark), text, Properties::new());
        self.open = None;
    }

    fn mark_anew(&mut self, owner: Owner<'a>, text: Range<usize>, mut properties: Properties) {
        let end = text.end;
        match owner {
            Owner::Read(mark) => {
                // A plain paragraph needs no more than its number; what says more of itself is a span.
                let tag = if properties.is_empty() { "P" } else { "Span" };
                let number = self.page.sequences.len();
                let number = i64::try_from(number).expect("a page has fewer than 2^63 sequences");
                properties.insert("MCID".to_owned(), DictItem::Int(number));
                self.page.sequences.push(Sequence { mark, text });
                self.content.mark(tag, properties);
            }
            Owner::Unread(artifact) => self.content.mark("Artifact", artifact_properties(artifact)),
        }
        self.open = Some(Open { owner, end });
    }
}

/// What replaces content for who reads it (ISO 32000-1 14.9.4).
pub(super) fn actual_text(text: &str) -> Properties {
    Properties::from([("ActualText".to_owned(), DictItem::String { data: utf16(text), literal: false })])
}

/// The property list that types an artifact (ISO 32000-1 14.8.2.2.2).
fn artifact_properties(artifact: Artifact) -> Properties {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let (kind, more) = match artifact {
        Artifact::Layout => ("Layout", None),
        Artifact::Sheet => ("Page", None),
        Artifact::Header => ("Pagination", Some(("Subtype", name("Header")))),
        Artifact::Footer => ("Pagination", Some(("Subtype", name("Footer")))),
        Artifact::Background(sides) => {
            let sides = sides.iter().map(|side| DictItem::Real(narrow(side.to_pt())));
            ("Background", Some(("BBox", DictItem::Array(sides.collect()))))
        }
    };
    [("Type", name(kind))].into_iter().chain(more).map(|(key, value)| (key.to_owned(), value)).collect()
}
