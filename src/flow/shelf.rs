//! Shaped paragraphs of one language, each shaped once whatever the number of layouts that set it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::{Catalog, RichText, place_of};
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::font::FontBook;
use crate::locale::{Direction, Locale};
use crate::script::{ScriptRules, Typography};
use crate::source::{Sources, Span};
use crate::style::ParagraphStyle;
use crate::text::{self, Paragraph, Shaper};

/// The paragraphs of a message: all share one style.
pub type Paragraphs = Arc<[Arc<Paragraph>]>;

/// Shaped paragraphs by message and style.
pub struct Shelf<'a> {
    shaper: Shaper<'a>,
    sources: &'a Sources,
    messages: BTreeMap<(String, bool, bool), Result<Paragraphs, Reported>>,
    /// How its language is set.
    pub voice: Voice,
    /// The shelf of the language that is set beside this one.
    pub partner: Option<Box<Shelf<'a>>>,
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
        Shelf { shaper, sources, messages: BTreeMap::new(), voice, partner: None }
    }

    /// The paragraphs of a message in a style.
    ///
    /// # Errors
    /// `font/missing-glyph`, `font/damaged`; an error that `catalog` already reported for the message.
    pub fn message(
        &mut self,
        id: &str,
        catalog: &Catalog,
        style: &ParagraphStyle,
        diagnostics: &mut Diagnostics,
    ) -> Result<Paragraphs, Reported> {
        let key = (id.to_owned(), style.variant.bold, style.display);
        if let Some(known) = self.messages.get(&key) {
            return known.clone();
        }
        let shaped = match catalog.get(id) {
            Some(text) => self.shape(text, style, diagnostics),
            None => Err(Reported::again(diagnostics)),
        };
        self.messages.insert(key, shaped.clone());
        shaped
    }

    /// A paragraph of words that are in no message: a numeral, a name in the margin.
    ///
    /// # Errors
    /// `font/missing-glyph`, `font/damaged`.
    pub fn words(
        &mut self,
        words: &str,
        style: &ParagraphStyle,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) -> Result<Arc<Paragraph>, Reported> {
        let text = RichText { text: words.to_owned(), marks: Vec::new(), isolates: Vec::new(), span };
        text::prepare(&mut self.shaper, &text, style, diagnostics).map(Arc::new)
    }

    fn shape(
        &mut self,
        text: &RichText,
        style: &ParagraphStyle,
        diagnostics: &mut Diagnostics,
    ) -> Result<Paragraphs, Reported> {
        let mut shaped = Vec::new();
        let mut own = Diagnostics::default();
        for (_, paragraph) in text.paragraphs() {
            shaped.extend(text::prepare(&mut self.shaper, &paragraph, style, &mut own).map(Arc::new));
        }
        if own.has_errors() {
            for diagnostic in own.iter() {
                diagnostics.push(self.pointed(diagnostic.clone(), text));
            }
            return Err(Reported::again(diagnostics));
        }
        Ok(shaped.into())
    }

    /// A missing glyph's diagnostic with the place of the character itself.
    fn pointed(&self, mut diagnostic: Diagnostic, text: &RichText) -> Diagnostic {
        let character = diagnostic.message.split('“').nth(1).and_then(|rest| rest.chars().next());
        if let (Some(character), Some(label)) = (character, diagnostic.labels.first_mut()) {
            label.0 = place_of(text, character, self.sources);
        }
        diagnostic
    }
}
