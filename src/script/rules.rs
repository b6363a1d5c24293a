//! One row of typographic rules a script. In: a locale. Out: its script's row. Sizes and distances marked H are house
//! values; all others name their source.

use crate::geom::{Abs, Em};
use crate::locale::Locale;
use crate::style::Align;

/// How a script stresses words (`em`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Emphasis {
    /// By weight: scripts without an italic.
    Bold,
    /// By slope; upright within italic.
    Italic,
}

/// How a script marks the name of a law or a book (`cite`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CiteStyle {
    /// By slope.
    Italic,
    /// By weight.
    Bold,
    /// By a pair of marks, which become part of the text.
    Brackets(char, char),
}

impl CiteStyle {
    /// The marks of a name that stands within so many others; `None` where the script doesn't use any. Names in Chinese
    /// change between two pairs (GB/T 15834 4.15), those of other scripts keep to one.
    pub fn brackets(self, depth: usize) -> Option<(char, char)> {
        match self {
            CiteStyle::Brackets('《', '》') if depth % 2 == 1 => Some(('〈', '〉')),
            CiteStyle::Brackets(open, close) => Some((open, close)),
            CiteStyle::Italic | CiteStyle::Bold => None,
        }
    }
}

/// The least that the last line of a paragraph should hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Runt {
    /// So many letters.
    Letters(usize),
    /// So many words.
    Words(usize),
}

/// Between what lines of a script break.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Breaking {
    /// As UAX #14 says.
    Unicode,
    /// Between words only: at spaces and after hyphens, though UAX #14 would break between syllables.
    Spaces,
    /// Between any two characters, by the tables of Chinese and Japanese.
    Ideographs,
}

/// Where full-width pauses and stops stand in their square.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pauses {
    /// At its foot, left: the second half is blank.
    Corner,
    /// In the middle: a quarter is blank on each side.
    Centred,
}

/// What becomes of marks where a line starts and ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineEdge {
    /// They stand as they are.
    Plain,
    /// Small ones hang in the margin.
    Hang,
    /// The blank half of a full-width mark falls away.
    Half,
    /// That of an opening one falls away where a line starts; where one ends, it is the first to shrink.
    Shrink,
}

/// What stretches and shrinks in a justified line, in em.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Glue {
    /// How far a space may grow.
    pub stretch: Em,
    /// How far a space may shrink.
    pub shrink: Em,
    /// How far characters that have no space between them may move apart, once the spaces are spent; as good as a space.
    pub letters: Em,
    /// How far they may move apart or together as a last resort.
    pub tracking: Em,
}

/// What a script asks of typography.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ScriptRules {
    /// The script (ISO 15924); empty in the row for all others.
    pub script: &'static str,
    /// From baseline to baseline in body text, in em.
    pub leading: f64,
    /// From baseline to baseline in headings, in em.
    pub display_leading: f64,
    /// The smallest size of body text.
    pub floor: Abs,
    /// The smallest size of a number or an address, whose letters are Latin in every language.
    pub latin_floor: Abs,
    /// The size of body text that is aimed for.
    pub ideal: Abs,
    /// From the middle of a line's box down to the baseline, so that the text looks centred.
    pub baseline: Em,
    /// From the baseline up to what the eye takes for the top of a line.
    pub top: Em,
    /// How body text is aligned.
    pub align: Align,
    /// The measure from which body text is justified all the same.
    pub justify_from: Option<Em>,
    /// How `em` is set.
    pub emphasis: Emphasis,
    /// How `cite` is set.
    pub cite: CiteStyle,
    /// The least last line.
    pub runt: Runt,
    /// The space put between Han and Latin or digits where the text has none.
    pub gap_latin: Em,
    /// How wide that space may grow in a justified line.
    pub gap_latin_most: Em,
    /// What stretches and shrinks.
    pub glue: Glue,
    /// Between what lines break.
    pub breaking: Breaking,
    /// What becomes of marks where a line starts and ends.
    pub edge: LineEdge,
    /// Where pauses and stops stand in their square.
    pub pauses: Pauses,
}

impl ScriptRules {
    /// The rules of clear print in large type (docs/print.md, "Reading"): 16 pt at least, ragged, no italics.
    pub fn large_print(self) -> ScriptRules {
        let cite = if self.cite == CiteStyle::Italic { CiteStyle::Bold } else { self.cite };
        ScriptRules {
            floor: self.floor.max(LARGE),
            latin_floor: self.latin_floor.max(LARGE),
            ideal: self.ideal.max(LARGE),
            align: Align::Start,
            justify_from: None,
            emphasis: Emphasis::Bold,
            cite,
            ..self
        }
    }

    /// How body text is aligned at a measure.
    pub fn aligned(&self, measure: Em) -> Align {
        if self.justify_from.is_some_and(|least| measure >= least) { Align::Justify } else { self.align }
    }
}

/// The smallest size of large print (docs/print.md, "Reading").
pub const LARGE: Abs = Abs::pt(16.0);

/// Latin, and Greek and Cyrillic with it.
const LATN: ScriptRules = ScriptRules {
    script: "Latn",
    // H; within Bringhurst's 1.2–1.45 for a measure of 45–75 letters.
    leading: 1.35,
    // H: headings of large type need less, as long as descenders and accents of two lines don't touch.
    display_leading: 1.18,
    // H: the least, and the aim, for what is read in the hand.
    floor: Abs::pt(9.0),
    latin_floor: Abs::pt(9.0),
    ideal: Abs::pt(11.0),
    // Half of Noto Sans's capital, .714 em.
    baseline: Em::new(0.357),
    top: Em::new(0.714),
    align: Align::Start,
    // H: wider than any column of ours, so that languages of one leaflet don't differ, and beyond the 75 letters of which
    // a ragged edge is out of sight (Bringhurst 2.1.2).
    justify_from: Some(Em::new(36.0)),
    emphasis: Emphasis::Italic,
    cite: CiteStyle::Italic,
    // H: a short word by itself looks like a remnant.
    runt: Runt::Letters(8),
    gap_latin: Em::ZERO,
    gap_latin_most: Em::ZERO,
    // Knuth and Plass (1981): a space of a third, stretching by half and shrinking by a third of it; here of a quarter.
    // Tracking of 1.5 % at most goes unseen (H; microtype's default is 2 %).
    glue: Glue {
        stretch: Em::new(0.125),
        shrink: Em::new(0.08),
        letters: Em::ZERO,
        tracking: Em::new(0.015),
    },
    breaking: Breaking::Unicode,
    edge: LineEdge::Hang,
    pauses: Pauses::Corner,
};

/// Simplified Chinese: clreq, GB/T 15834.
const HANS: ScriptRules = ScriptRules {
    script: "Hans",
    // clreq 3.4: line gap of half to one character; H within it.
    leading: 1.65,
    // H.
    display_leading: 1.4,
    // H: 10.5 pt is 五号, the size of books (GB/T 9704 asks for more in official papers); 9 pt is 小五.
    floor: Abs::pt(9.0),
    latin_floor: Abs::pt(9.0),
    ideal: Abs::pt(10.5),
    // The em box stands .88 above the baseline and .12 below (OpenType `ideo`, Noto Sans CJK).
    baseline: Em::new(0.38),
    top: Em::new(0.88),
    // clreq 3.1.6: lines end flush.
    align: Align::Justify,
    justify_from: None,
    emphasis: Emphasis::Bold,
    // GB/T 15834 4.15.
    cite: CiteStyle::Brackets('《', '》'),
    // clreq 3.1.7: no single character on a last line; H: no two either.
    runt: Runt::Letters(3),
    // clreq 3.2.2 asks for up to a quarter; H an eighth, to a third.
    gap_latin: Em::new(0.125),
    gap_latin_most: Em::new(1.0 / 3.0),
    // H: a twentieth between characters is not seen as a gap.
    glue: Glue { stretch: Em::new(0.125), shrink: Em::new(0.08), letters: Em::new(0.05), tracking: Em::ZERO },
    breaking: Breaking::Ideographs,
    // GB/T 15834 5.1.10: a mark at a line's end takes half a square.
    edge: LineEdge::Half,
    pauses: Pauses::Corner,
};

/// Traditional Chinese: clreq, the Ministry of Education's handbook of punctuation.
///
/// H: its characters have more strokes, and stops in the middle of their square; hence the leading.
const HANT: ScriptRules = ScriptRules {
    script: "Hant",
    leading: 1.7,
    // clreq 3.1.6.3: marks at a line's end keep their square, unless the line has to shrink.
    edge: LineEdge::Shrink,
    pauses: Pauses::Centred,
    ..HANS
};

/// Japanese, not yet shipped: JLReq. Leading: H, within its line gap of half to one character.
const JPAN: ScriptRules =
    ScriptRules { script: "Jpan", leading: 1.7, cite: CiteStyle::Brackets('『', '』'), ..HANS };

/// Korean: KLReq.
const KORE: ScriptRules = ScriptRules {
    script: "Kore",
    // H: words have spaces, which lead the eye as in Latin, but letters are square.
    leading: 1.6,
    display_leading: 1.35,
    align: Align::Start,
    // Hangul orthography (2014), appendix: 낫표 for the names of laws.
    cite: CiteStyle::Brackets('「', '」'),
    // H: three syllables are about a word, an ending more often.
    runt: Runt::Letters(4),
    gap_latin: Em::ZERO,
    gap_latin_most: Em::ZERO,
    glue: Glue { stretch: Em::new(0.125), shrink: Em::new(0.08), letters: Em::ZERO, tracking: Em::new(0.02) },
    // KLReq 3.3.1: by word, the usual way of horizontal text.
    breaking: Breaking::Spaces,
    ..HANS
};

/// Thai.
const THAI: ScriptRules = ScriptRules {
    script: "Thai",
    // H: a vowel under one line and a tone over the next must not touch.
    leading: 1.6,
    // The worst ink of Noto Sans Thai Looped Bold, a vowel under and a tone over another, is 1.64 em high.
    display_leading: 1.65,
    // H: with marks above and below, its letters are small on their body.
    floor: Abs::pt(10.0),
    ideal: Abs::pt(12.0),
    // The ink of that face reaches 1.153 em up and .484 em down: a heading's line holds both.
    baseline: Em::new(0.33),
    top: Em::new(1.0),
    align: Align::Start,
    justify_from: None,
    emphasis: Emphasis::Bold,
    cite: CiteStyle::Bold,
    // H.
    runt: Runt::Words(2),
    // H: spaces part phrases and may be wide; three hundredths between clusters don't show.
    glue: Glue { stretch: Em::new(0.25), shrink: Em::new(0.05), letters: Em::new(0.03), tracking: Em::ZERO },
    edge: LineEdge::Plain,
    ..LATN
};

/// Letters that join, or hang from one line, are never moved apart.
const JOINED: Glue = Glue { tracking: Em::ZERO, ..LATN.glue };

/// Arabic: no italic, tall strokes (Noto Naskh Arabic's own line is 1.7 em). Sizes, last line and middle of the line: H.
const ARAB: ScriptRules = ScriptRules {
    script: "Arab",
    leading: 1.7,
    display_leading: 1.7,
    floor: Abs::pt(10.0),
    ideal: Abs::pt(12.0),
    baseline: Em::new(0.28),
    top: Em::new(0.75),
    justify_from: None,
    emphasis: Emphasis::Bold,
    cite: CiteStyle::Bold,
    runt: Runt::Words(2),
    glue: JOINED,
    edge: LineEdge::Plain,
    ..LATN
};

/// Hebrew: no italic. Leading: H, between Latin and scripts with marks.
const HEBR: ScriptRules = ScriptRules {
    script: "Hebr",
    leading: 1.4,
    display_leading: 1.25,
    justify_from: None,
    edge: LineEdge::Plain,
    emphasis: Emphasis::Bold,
    cite: CiteStyle::Bold,
    // H: vowels are not written.
    runt: Runt::Letters(5),
    ..LATN
};

/// All others (Devanagari, Khmer, Burmese, Ethiopic): marks above and below, no italic, room enough for any of them (H).
const OTHER: ScriptRules = ScriptRules {
    script: "",
    leading: 1.7,
    display_leading: 1.7,
    floor: Abs::pt(10.0),
    ideal: Abs::pt(12.0),
    baseline: Em::new(0.3),
    top: Em::new(0.9),
    justify_from: None,
    emphasis: Emphasis::Bold,
    cite: CiteStyle::Bold,
    runt: Runt::Letters(3),
    glue: JOINED,
    ..LATN
};

const ROWS: &[ScriptRules] = &[LATN, HANS, HANT, JPAN, KORE, THAI, ARAB, HEBR, OTHER];

/// The rules of Latin.
pub fn latin_rules() -> &'static ScriptRules {
    &ROWS[0]
}

/// The rules of a locale's script.
///
/// ```text
/// assert_eq!(script::rules(&Locale::parse("zh-TW").unwrap()).script, "Hant");
/// assert_eq!(script::rules(&Locale::parse("uk").unwrap()).script, "Latn");
/// assert_eq!(script::rules(&Locale::parse("my").unwrap()).script, "");
/// ```
pub fn rules(locale: &Locale) -> &'static ScriptRules {
    let script = match locale.script.as_str() {
        "Grek" | "Cyrl" | "Armn" => "Latn",
        "Hani" => "Hans",
        "Hang" => "Kore",
        "Aran" => "Arab",
        other => other,
    };
    ROWS.iter().find(|row| row.script == script).unwrap_or(&OTHER)
}
