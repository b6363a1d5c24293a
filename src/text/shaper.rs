//! What shaping needs and keeps between paragraphs: languages with their families, faces, shaping plans. One plan a face,
//! script, language and direction: the language picks the forms of Han characters (locl).

use std::collections::BTreeMap;
use std::str::FromStr;

use harfrust::{
    Buffer, BufferFlags, ClusterLevel, Direction as ShapeDirection, Language as ShapeLanguage, Script,
    ShapeOptions, ShapePlan, ShaperFont, shape,
};
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{
    GraphemeClusterSegmenter, GraphemeClusterSegmenterBorrowed, LineSegmenter, LineSegmenterBorrowed,
};

use crate::font::{Face, FamilyId, FontBook, FontId, FontProblem, Variant};
use crate::geom::Em;
use crate::locale::Locale;
use crate::script::Typography;

/// Which language of a job; an index into its list, the first being the locale's own.
pub(crate) type LangId = usize;

/// A language that occurs in a job.
pub(crate) struct Lang {
    /// The language.
    pub(crate) locale: Locale,
    /// The families to be asked, in order.
    chain: Vec<FamilyId>,
    shaping: Option<ShapeLanguage>,
}

/// What a plan is made for: face, script, language, whether it runs from the right.
type PlanKey = (FontId, [u8; 4], LangId, bool);

/// Shapes all paragraphs of a job.
pub struct Shaper<'a> {
    /// The faces.
    pub book: &'a FontBook,
    /// The language that the job sets.
    pub locale: &'a Locale,
    /// How that language is set.
    pub typography: &'a Typography,
    pub(crate) lines: LineSegmenterBorrowed<'static>,
    pub(crate) graphemes: GraphemeClusterSegmenterBorrowed<'static>,
    langs: Vec<Lang>,
    fonts: BTreeMap<FontId, ShaperFont<'a, 'static>>,
    plans: BTreeMap<PlanKey, ShapePlan>,
    hyphens: BTreeMap<FontId, Option<(u16, Em)>>,
    buffer: Buffer,
}

/// A piece of text to be shaped as one.
pub(crate) struct Piece<'t> {
    /// The text before it, which may change how it joins.
    pub(crate) before: &'t str,
    /// The text.
    pub(crate) text: &'t str,
    /// The text after it.
    pub(crate) after: &'t str,
    /// Face, script, language, direction.
    pub(crate) key: PlanKey,
}

/// A glyph as the shaper leaves it, in design units.
pub(crate) struct RawGlyph {
    pub(crate) id: u16,
    /// The byte of the piece at which its cluster starts.
    pub(crate) cluster: usize,
    pub(crate) advance: i32,
    pub(crate) offset: (i32, i32),
    /// Whether a line that breaks before the cluster must be shaped anew.
    pub(crate) unsafe_to_break: bool,
}

impl<'a> Shaper<'a> {
    /// A shaper for one locale.
    pub fn new(book: &'a FontBook, locale: &'a Locale, typography: &'a Typography) -> Shaper<'a> {
        let mut buffer = Buffer::new();
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let mut shaper = Shaper {
            book,
            locale,
            typography,
            lines: LineSegmenter::new_neo_for_non_complex_scripts(LineBreakOptions::default()),
            graphemes: GraphemeClusterSegmenter::new(),
            langs: Vec::new(),
            fonts: BTreeMap::new(),
            plans: BTreeMap::new(),
            hyphens: BTreeMap::new(),
            buffer,
        };
        shaper.add_lang(locale.clone());
        shaper
    }

    fn add_lang(&mut self, locale: Locale) -> LangId {
        // What the locale prefers is for its own language; words of another one are set in faces made for that.
        let preferred = if self.langs.is_empty() { &self.typography.families[..] } else { &[] };
        let chain = self.book.chain(&locale, preferred);
        let shaping = ShapeLanguage::new(locale.library_tag());
        self.langs.push(Lang { locale, chain, shaping });
        self.langs.len() - 1
    }

    /// The language of a tag; the job's own for a tag that is none.
    pub(crate) fn lang_id(&mut self, tag: &str) -> LangId {
        let Some(locale) = Locale::parse(tag) else { return 0 };
        match self.langs.iter().position(|lang| lang.locale == locale) {
            Some(id) => id,
            None => self.add_lang(locale),
        }
    }

    /// A language of the job.
    pub(crate) fn lang(&self, id: LangId) -> &Lang {
        &self.langs[id]
    }

    /// The faces to be asked for a language, in order.
    pub(crate) fn chain(&self, lang: LangId, variant: Variant) -> impl Iterator<Item = FontId> + use<'_, 'a> {
        self.langs[lang].chain.iter().map(move |&family| self.book.select(family, variant))
    }

    /// The face.
    ///
    /// # Errors
    /// As `FontBook::face`.
    pub(crate) fn face(&self, font: FontId) -> Result<&'a Face, &'a FontProblem> {
        self.book.face(font)
    }

    /// The glyph of a face that stands where a word is divided, and its advance.
    pub(crate) fn hyphen(&mut self, font: FontId) -> Option<(u16, Em)> {
        let book = self.book;
        *self.hyphens.entry(font).or_insert_with(|| {
            let face = book.face(font).ok()?;
            let charmap = face.font.charmap();
            let glyph = charmap.map_unicode('\u{2010}').or_else(|| charmap.map_unicode('-'))?;
            let units = f64::from(face.font.glyph_metrics().h_advance(glyph));
            let advance = Em::from_units(units, face.upem);
            Some((u16::try_from(glyph.to_u32()).ok()?, advance))
        })
    }

    /// The glyph of a face that is a space.
    pub(crate) fn space(&self, font: FontId) -> Option<u16> {
        let glyph = self.book.face(font).ok()?.font.charmap().map_unicode(' ')?;
        u16::try_from(glyph.to_u32()).ok()
    }

    /// Shapes a piece; the glyphs stand in visual order. Nothing where the face can't be read.
    pub(crate) fn shape(&mut self, piece: &Piece<'_>) -> Vec<RawGlyph> {
        let (font, script_tag, lang, backward) = piece.key;
        let Ok(face) = self.book.face(font) else { return Vec::new() };
        let tag = String::from_utf8_lossy(&script_tag);
        let script = Script::from_str(&tag).ok();
        let direction = if backward { ShapeDirection::RightToLeft } else { ShapeDirection::LeftToRight };
        let language = self.langs[lang].shaping.as_ref();
        let shaper_font = self.fonts.entry(font).or_insert_with(|| ShaperFont::new(&face.font));
        let plan = self
            .plans
            .entry(piece.key)
            .or_insert_with(|| ShapePlan::new(&face.font, direction, script, language, &[]));
        let buffer = &mut self.buffer;
        buffer.clear();
        buffer.set_pre_context(piece.before);
        buffer.push_str(piece.text);
        buffer.set_post_context(piece.after);
        buffer.set_direction(direction);
        buffer.set_script(script);
        buffer.set_language(language.cloned());
        shape(shaper_font, buffer, ShapeOptions::new().plan(Some(plan)))
            .expect("the plan is made for this direction and script");
        raw_glyphs(buffer)
    }
}

fn raw_glyphs(buffer: &Buffer) -> Vec<RawGlyph> {
    let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
    glyphs
        .map(|(info, position)| RawGlyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            cluster: usize::try_from(info.cluster).expect("32 bits fit"),
            advance: position.x_advance,
            offset: (position.x_offset, position.y_offset),
            unsafe_to_break: info.unsafe_to_break(),
        })
        .collect()
}
