//! Shaped paragraphs of one language, each shaped once whatever the number of layouts that set it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::content::{Catalog, Mark, RichText, place_of, place_of_words};
use crate::font::FontBook;
use crate::locale::{Direction, Locale};
use crate::script::{ScriptRules, Typography};
use crate::source::{Sources, Span};
use crate::spec::MessageRef;
use crate::style::ParagraphStyle;
use crate::text::{Paragraph, Shaper, Unshaped, prepare};

use super::flaw::Flaw;

/// The paragraphs of a message: all share one style.
pub type Paragraphs = Arc<[Arc<Paragraph>]>;

/// Shaped paragraphs by message and style.
pub struct Shelf<'a> {
    shaper: Shaper<'a>,
    sources: &'a Sources,
    messages: BTreeMap<(String, bool, bool), Result<Paragraphs, Flaw>>,
    /// How its language is set.
    pub voice: Voice,
}

/// How the language of a block is set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Voice {
    /// Its script's rules.
    pub rules: ScriptRules,
    /// Which way its lines run.
    pub direction: Direction,
    /// Its size over the leaflet's: 1 but for the second of two languages.
    pub scale: f64,
    /// Whether it is the second of two languages.
    pub is_second: bool,
}

impl<'a> Shelf<'a> {
    /// An empty shelf for a language.
    pub fn new(
        fonts: &'a FontBook,
        locale: &'a Locale,
        typography: &'a Typography,
        sources: &'a Sources,
    ) -> Shelf<'a> {
        let direction = locale.direction;
        let voice = Voice { rules: typography.rules, direction, scale: 1.0, is_second: false };
        let shaper = Shaper::new(fonts, locale, typography);
        Shelf { shaper, sources, messages: BTreeMap::new(), voice }
    }

    /// The paragraphs of a message in a style.
    ///
    /// # Errors
    /// `catalog` has no sound text for the message, or one of its paragraphs can't be shaped.
    pub fn message(
        &mut self,
        message: &MessageRef,
        catalog: &Catalog,
        style: &ParagraphStyle,
    ) -> Result<Paragraphs, Flaw> {
        let key = (message.id.clone(), style.variant.bold, style.display);
        if let Some(known) = self.messages.get(&key) {
            return known.clone();
        }
        let shaped = match catalog.get(&message.id) {
            Some(text) => self.shape(text, style),
            None => Err(Flaw::NoText(message.clone())),
        };
        self.messages.insert(key, shaped.clone());
        shaped
    }

    /// A paragraph of words that are in no message: a numeral, a name in the margin. `span` is where they are asked for.
    ///
    /// # Errors
    /// The words can't be shaped.
    pub fn words(&mut self, words: &str, style: &ParagraphStyle, span: Span) -> Result<Arc<Paragraph>, Flaw> {
        self.parts(words, Vec::new(), style, span)
    }

    /// The same of words of which some parts are read each by itself, in whichever direction: their bytes.
    ///
    /// # Errors
    /// The words can't be shaped.
    pub fn parts(
        &mut self,
        words: &str,
        parts: Vec<Range<usize>>,
        style: &ParagraphStyle,
        span: Span,
    ) -> Result<Arc<Paragraph>, Flaw> {
        let text = RichText { text: words.to_owned(), marks: Vec::new(), isolates: parts, span };
        let shaped = prepare(&mut self.shaper, &text, style);
        shaped.map(Arc::new).map_err(|why| Flaw::Unshaped { why, at: span })
    }

    /// A paragraph that is an address and leads there; `link` is the name that it has. It is read from the left, whatever stands
    /// around it.
    ///
    /// # Errors
    /// It can't be shaped.
    pub fn address(
        &mut self,
        printed: &str,
        link: &str,
        style: &ParagraphStyle,
        span: Span,
    ) -> Result<Arc<Paragraph>, Flaw> {
        let whole = 0..printed.len();
        let text = RichText {
            text: printed.to_owned(),
            marks: vec![(whole.clone(), Mark::Link(link.to_owned()))],
            isolates: vec![whole],
            span,
        };
        let shaped = prepare(&mut self.shaper, &text, style);
        shaped.map(Arc::new).map_err(|why| Flaw::Unshaped { why, at: span })
    }

    /// The paragraphs of a text in a style, however many there are.
    ///
    /// # Errors
    /// One of them can't be shaped.
    pub fn shaped(&mut self, text: &RichText, style: &ParagraphStyle) -> Result<Vec<Paragraph>, Flaw> {
        let paragraphs = text.paragraphs();
        let shaped = paragraphs.iter().map(|(_, own)| prepare(&mut self.shaper, own, style));
        shaped.collect::<Result<_, _>>().map_err(|why| self.unshaped(why, text))
    }

    /// The tag of its language.
    pub fn tag(&self) -> &str {
        &self.shaper.locale.tag
    }

    /// Where words of a message are written.
    pub fn place_of_words(&self, message: Span, words: &str) -> Span {
        place_of_words(message, words, self.sources)
    }

    fn shape(&mut self, text: &RichText, style: &ParagraphStyle) -> Result<Paragraphs, Flaw> {
        let paragraphs = text.paragraphs();
        let shaped = paragraphs.iter().map(|(_, text)| prepare(&mut self.shaper, text, style).map(Arc::new));
        shaped.collect::<Result<_, _>>().map_err(|why| self.unshaped(why, text))
    }

    /// Why a text can't be shaped, and where.
    fn unshaped(&self, why: Unshaped, text: &RichText) -> Flaw {
        let at = match why {
            Unshaped::MissingGlyph { character } => place_of(text.span, character, self.sources),
            Unshaped::Damaged { .. } | Unshaped::NoFace => text.span,
        };
        Flaw::Unshaped { why, at }
    }
}
