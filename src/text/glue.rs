//! What lies between clusters: the gap between Han and Latin, blank halves of marks, and how far a justified line may open
//! and close. In: clusters and the script's row. Out: the joint after each cluster.
//!
//! Widths are never put into the shaped advances. A joint says what its place adds to a line that goes on past it; at the
//! end of a line it falls away, and an `Edge` takes its place. So a paragraph is shaped once, and the width and the glue of
//! any line are differences of two sums.

use std::ops::{Add, Sub};

use unicode_script::{Script, UnicodeScript};

use crate::geom::Em;
use crate::script::{Breaking, Mark, Pauses, ScriptRules, is_han, is_hangul, is_thai, mark};
use crate::text::shape::ShapedCluster;

/// The glue between two clusters of a line, or the sum of several. TeX stretches all of it alike. Here it goes by turns:
/// spaces first, then characters of a script without spaces, letters last.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct LineGlue {
    /// What is added in any case; negative where clusters close up.
    pub(crate) gap: Em,
    /// How far it grows first: at spaces, and between Han and Latin.
    pub(crate) stretch: Em,
    /// How far it shrinks first.
    pub(crate) shrink: Em,
    /// How far it grows next: between characters of a script without spaces.
    pub(crate) letters: Em,
    /// How far it grows and shrinks last: between letters.
    pub(crate) tracking: Em,
}

impl Add for LineGlue {
    type Output = LineGlue;

    fn add(self, other: LineGlue) -> LineGlue {
        LineGlue {
            gap: self.gap + other.gap,
            stretch: self.stretch + other.stretch,
            shrink: self.shrink + other.shrink,
            letters: self.letters + other.letters,
            tracking: self.tracking + other.tracking,
        }
    }
}

impl Sub for LineGlue {
    type Output = LineGlue;

    fn sub(self, other: LineGlue) -> LineGlue {
        LineGlue {
            gap: self.gap - other.gap,
            stretch: self.stretch - other.stretch,
            shrink: self.shrink - other.shrink,
            letters: self.letters - other.letters,
            tracking: self.tracking - other.tracking,
        }
    }
}

/// What shrinks within a line, in this order (clreq 3.1.6.5), after the mark at its end. The gap between Han and Latin is
/// not among them: it has its least width from the start.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub(crate) enum Shrinks {
    /// Spaces between words.
    #[default]
    Space,
    /// Beside a dot between names.
    Interpunct,
    /// Beside brackets and quotes.
    Bracket,
    /// Beside pauses.
    Comma,
    /// After the end of a sentence.
    Stop,
}

impl Shrinks {
    /// All of them, the first to shrink first.
    pub(crate) const ORDER: [Shrinks; 5] =
        [Shrinks::Space, Shrinks::Interpunct, Shrinks::Bracket, Shrinks::Comma, Shrinks::Stop];
}

/// What lies between a cluster and the next one of its line.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Joint {
    pub(crate) glue: LineGlue,
    /// When it shrinks.
    pub(crate) shrinks: Shrinks,
}

/// The joint after each cluster; the last has none. `starts` says at which clusters a grapheme cluster starts, since none is
/// torn open.
pub(crate) fn joints(
    text: &str,
    clusters: &[ShapedCluster],
    starts: &[bool],
    rules: &ScriptRules,
) -> Vec<Joint> {
    let mut out = Vec::with_capacity(clusters.len() + 1);
    for (at, pair) in clusters.windows(2).enumerate() {
        let (cluster, following) = (&pair[0], &pair[1]);
        let before = at.checked_sub(1).map(|before| &clusters[before]);
        let typed = before.and_then(|before| typed_gap(text, [before, cluster, following], rules));
        // Sara am is no grapheme cluster of its own, but what opens before it is moved into it when the line is set.
        let opens = starts[at + 1] || text[following.text.clone()].ends_with(SARA_AM);
        out.push(match typed {
            Some(typed) => typed,
            None if opens => joint_between(text, cluster, following, rules),
            None => Joint::default(),
        });
    }
    out.push(Joint::default());
    out
}

/// The Thai vowel of two glyphs, a ring over the consonant and a stroke after it: what opens before it opens between them.
pub(crate) const SARA_AM: char = '\u{e33}';

/// The joint after a space that was typed between Han and Latin: `在 Ottawa` is set like `在Ottawa`, as wide as the gap that
/// stands there without. `None` for all other clusters.
fn typed_gap(text: &str, clusters: [&ShapedCluster; 3], rules: &ScriptRules) -> Option<Joint> {
    let [last, space, next] = clusters.map(|cluster| text[cluster.text.clone()].chars().next());
    let stands_between = space? == ' ' && is_han_beside_latin(last?, next?);
    (stands_between && rules.breaking == Breaking::Ideographs).then(|| {
        let glue = latin_gap(rules);
        Joint { glue: LineGlue { gap: glue.gap - clusters[1].advance, ..glue }, shrinks: Shrinks::Space }
    })
}

/// Whether one of two characters is Han, and the other a letter or digit of the West.
fn is_han_beside_latin(last: char, next: char) -> bool {
    (is_han(last) && is_western(next)) || (is_western(last) && is_han(next))
}

/// The gap between Han and Latin.
fn latin_gap(rules: &ScriptRules) -> LineGlue {
    let gap = rules.gap_latin;
    LineGlue { gap, stretch: rules.gap_latin_most - gap, ..LineGlue::default() }
}

/// A character on one side of a joint, and which full-width mark it is.
#[derive(Clone, Copy)]
struct Side {
    character: char,
    mark: Option<Mark>,
}

impl Side {
    fn new(character: char, cluster: &ShapedCluster) -> Side {
        Side { character, mark: mark(character).filter(|_| is_square(cluster)) }
    }
}

/// The blank half of the square of a full-width mark.
pub(crate) const HALF: Em = Em::new(0.5);

/// Whether a cluster is as wide as a Han character. A mark of the West has the same code in `“`, but no square.
pub(crate) fn is_square(cluster: &ShapedCluster) -> bool {
    (cluster.advance - Em::new(1.0)).abs() < Em::new(0.01)
}

/// The joint between two clusters: how much closer they stand, which blank may shrink, what may open.
fn joint_between(
    text: &str,
    cluster: &ShapedCluster,
    following: &ShapedCluster,
    rules: &ScriptRules,
) -> Joint {
    let last = text[cluster.text.clone()].chars().next_back();
    let next = text[following.text.clone()].chars().next();
    let (Some(last), Some(next)) = (last, next) else { return Joint::default() };
    let (last, next) = (Side::new(last, cluster), Side::new(next, following));
    let closed = closed_up(last.mark, next.mark, rules);
    if matches!(last.character, ' ' | '\u{a0}') {
        let (stretch, shrink) = (rules.glue.stretch, space_shrink(cluster.advance, rules));
        let glue = LineGlue { gap: -closed, stretch, shrink, ..LineGlue::default() };
        return Joint { glue, shrinks: Shrinks::Space };
    }
    // A blank that was closed up is not there to shrink.
    let blank = if closed > Em::ZERO { Blank::default() } else { blank_between(last.mark, next.mark, rules) };
    let own = glue_between(last, next, rules);
    Joint { glue: LineGlue { gap: own.gap - closed, shrink: blank.width, ..own }, shrinks: blank.shrinks }
}

/// The least width of a space among Chinese characters (H): clreq 3.1.6.5 takes it down to a quarter of an em, which the faces'
/// own is less than already, and words run into one another soon after.
const LEAST_SPACE: Em = Em::new(0.2);

/// How much a space of that width shrinks.
fn space_shrink(width: Em, rules: &ScriptRules) -> Em {
    match rules.breaking {
        Breaking::Ideographs => rules.glue.shrink.min((width - LEAST_SPACE).max(Em::ZERO)),
        Breaking::Spaces | Breaking::Unicode => rules.glue.shrink,
    }
}

/// The glue between two characters of which the first is no space: the gap between Han and Latin, or what opens once the
/// spaces have.
fn glue_between(last: Side, next: Side, rules: &ScriptRules) -> LineGlue {
    let (a, b) = (last.character, next.character);
    if is_han_beside_latin(a, b) {
        return latin_gap(rules);
    }
    let native = match rules.breaking {
        Breaking::Ideographs => is_full_width,
        Breaking::Spaces | Breaking::Unicode => stands_alone,
    };
    // Two dashes or two ellipses are one mark, and marks keep to the character that they belong to.
    let one_mark = a == b && matches!(a, '—' | '⸺' | '…' | '⋯');
    let hugs = last.mark == Some(Mark::Opener)
        || matches!(next.mark, Some(Mark::Closer | Mark::Comma | Mark::Stop | Mark::Interpunct));
    if one_mark || hugs || b == ' ' || !(native(a) && native(b)) {
        return LineGlue::default();
    }
    LineGlue { letters: rules.glue.letters, tracking: rules.glue.tracking, ..LineGlue::default() }
}

/// How much closer two marks stand than their squares, each of which the mark fills by half. In Chinese the blank halves
/// that meet are too much (clreq 3.1.6.1): `）「` and `。」` lose one of them. Pauses and stops of Traditional Chinese stand in
/// the middle and keep their square. In Korean brackets are half as wide anywhere (KLReq 5.3.1).
fn closed_up(last: Option<Mark>, next: Option<Mark>, rules: &ScriptRules) -> Em {
    let opens = |mark: Option<Mark>| mark == Some(Mark::Opener);
    let half = |holds: bool| if holds { HALF } else { Em::ZERO };
    match rules.breaking {
        Breaking::Ideographs => {
            let closing = |mark| is_blank_behind(mark, rules);
            half((closing(last) && (closing(next) || opens(next))) || (opens(last) && opens(next)))
        }
        Breaking::Spaces => half(last == Some(Mark::Closer)) + half(opens(next)),
        Breaking::Unicode => Em::ZERO,
    }
}

/// Whether the second half of a mark's square is blank.
fn is_blank_behind(mark: Option<Mark>, rules: &ScriptRules) -> bool {
    match mark {
        Some(Mark::Closer) => true,
        Some(Mark::Comma | Mark::Stop) => !is_centred(rules),
        Some(Mark::Opener | Mark::Interpunct) | None => false,
    }
}

/// Whether pauses and stops stand in the middle of their square.
fn is_centred(rules: &ScriptRules) -> bool {
    rules.pauses == Pauses::Centred
}

/// How much of the blank half beside a mark a line may take back. clreq 3.1.6.5 lets it take all; H half of it, so that a
/// pause stays one.
const SHRINKABLE: Em = Em::new(0.25);

/// The same for marks in the middle of their square, which have half as much on either side.
const SHRINKABLE_CENTRED: Em = Em::new(0.125);

/// The blank beside a mark that a line may take back.
#[derive(Clone, Copy, Default)]
struct Blank {
    width: Em,
    shrinks: Shrinks,
}

/// The blank between two characters that a line may take back.
fn blank_between(last: Option<Mark>, next: Option<Mark>, rules: &ScriptRules) -> Blank {
    if rules.breaking != Breaking::Ideographs {
        return Blank::default();
    }
    let centred = is_centred(rules);
    let pause = if centred { SHRINKABLE_CENTRED } else { SHRINKABLE };
    let blank = |width, shrinks| Blank { width, shrinks };
    let before = match next {
        Some(Mark::Opener) => blank(SHRINKABLE, Shrinks::Bracket),
        Some(Mark::Interpunct) => blank(SHRINKABLE_CENTRED, Shrinks::Interpunct),
        Some(Mark::Comma) if centred => blank(pause, Shrinks::Comma),
        Some(Mark::Stop) if centred => blank(pause, Shrinks::Stop),
        _ => Blank::default(),
    };
    let after = match last {
        Some(Mark::Closer) => blank(SHRINKABLE, Shrinks::Bracket),
        Some(Mark::Interpunct) => blank(SHRINKABLE_CENTRED, Shrinks::Interpunct),
        Some(Mark::Comma) => blank(pause, Shrinks::Comma),
        Some(Mark::Stop) => blank(pause, Shrinks::Stop),
        _ => Blank::default(),
    };
    // Where two blanks meet, the pair shrinks when the later of the two does.
    Blank { width: before.width + after.width, shrinks: before.shrinks.max(after.shrinks) }
}

/// Whether the character is a letter or digit that Chinese sets off by a gap: of any script that comes before Hangul in
/// Unicode.
fn is_western(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c) && !is_hangul(c) && u32::from(c) < 0x1100
}

/// Whether a letter or digit looks the same when it is moved away from its neighbours. Letters that join do not.
fn stands_alone(c: char) -> bool {
    let scripts =
        [Script::Latin, Script::Greek, Script::Cyrillic, Script::Hangul, Script::Thai, Script::Common];
    (c.is_alphanumeric() || is_thai(c)) && scripts.contains(&c.script())
}

/// Whether the character is as wide as a Han character, as full-width marks are.
fn is_full_width(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::script;

    #[test]
    fn spaces_among_chinese_characters_stay_spaces() {
        let shrink = |tag: &str, width: f64| {
            let rules = script::rules(&Locale::parse(tag).expect("a tag"));
            space_shrink(Em::new(width), rules).to_em()
        };
        assert!((shrink("zh-Hant", 0.224) - 0.024).abs() < 1e-9, "“Protection Act” stays two words");
        assert_eq!(shrink("zh-Hans", 0.15), 0.0, "a narrow one does not shrink");
        assert_eq!(shrink("zh-Hans", 0.5), 0.08);
        assert_eq!(shrink("en", 0.26), 0.08);
    }
}
