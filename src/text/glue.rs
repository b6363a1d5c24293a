//! What lies between clusters: the gap between Han and Latin, blank halves of marks, and how far a justified line may
//! open and close. In: clusters and the script's row. Out: the joint after each cluster, in em.

use std::ops::{Add, Sub};

use unicode_script::{Script, UnicodeScript};

use crate::script::{Breaking, Mark, Pauses, ScriptRules, is_han, is_hangul, is_thai, mark};
use crate::text::shape::Cluster;

/// What may stand between clusters of a line, in em.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Glue {
    /// Added in any case.
    pub(crate) gap: f64,
    /// How far it grows first: spaces, gaps.
    pub(crate) stretch: f64,
    /// How far it shrinks.
    pub(crate) shrink: f64,
    /// How far it grows next: between characters of a script without spaces.
    pub(crate) letters: f64,
    /// How far it grows and shrinks last: between letters.
    pub(crate) tracking: f64,
}

impl Add for Glue {
    type Output = Glue;

    fn add(self, other: Glue) -> Glue {
        Glue {
            gap: self.gap + other.gap,
            stretch: self.stretch + other.stretch,
            shrink: self.shrink + other.shrink,
            letters: self.letters + other.letters,
            tracking: self.tracking + other.tracking,
        }
    }
}

impl Sub for Glue {
    type Output = Glue;

    fn sub(self, other: Glue) -> Glue {
        Glue {
            gap: self.gap - other.gap,
            stretch: self.stretch - other.stretch,
            shrink: self.shrink - other.shrink,
            letters: self.letters - other.letters,
            tracking: self.tracking - other.tracking,
        }
    }
}

/// What shrinks within a line, in the order in which it does (clreq 3.1.6.5), once the mark at its end has. The gap between
/// Han and Latin has its least width from the start.
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
    pub(crate) glue: Glue,
    /// What of it shrinks.
    pub(crate) shrinks: Shrinks,
}

/// The joint after each cluster but the last, and none after that. `starts` says where grapheme clusters start: none is
/// torn open.
pub(crate) fn joints(text: &str, clusters: &[Cluster], starts: &[bool], rules: &ScriptRules) -> Vec<Joint> {
    let pairs = clusters.windows(2).zip(starts.iter().skip(1)).enumerate();
    let mut out: Vec<Joint> = pairs
        .map(|(at, (pair, &parted))| {
            if let Some(typed) =
                at.checked_sub(1).and_then(|before| typed_gap(text, &clusters[before], pair, rules))
            {
                return typed;
            }
            let vowel = text[pair[1].text.clone()].ends_with(SARA_AM);
            if parted || vowel { after(text, &pair[0], &pair[1], rules) } else { Joint::default() }
        })
        .collect();
    out.push(Joint::default());
    out
}

/// The Thai vowel of two glyphs, a ring over the consonant and a stroke after it: what opens before it opens between them.
pub(crate) const SARA_AM: char = '\u{e33}';

/// The joint after a space that was typed between Han and Latin: as wide as the gap that stands there without.
fn typed_gap(text: &str, before: &Cluster, pair: &[Cluster], rules: &ScriptRules) -> Option<Joint> {
    let edge = |cluster: &Cluster| text[cluster.text.clone()].chars().next();
    let (last, space, next) = (edge(before)?, edge(&pair[0])?, edge(&pair[1])?);
    let meets = (is_han(last) && is_western(next)) || (is_western(last) && is_han(next));
    (space == ' ' && meets && rules.breaking == Breaking::Ideographs).then(|| {
        let gap = rules.gap_latin.to_em();
        let stretch = rules.gap_latin_most.to_em() - gap;
        Joint {
            glue: Glue { gap: gap - pair[0].advance, stretch, ..Glue::default() },
            shrinks: Shrinks::Space,
        }
    })
}

/// A character at an edge of a cluster, with what kind of full-width mark it is.
#[derive(Clone, Copy)]
struct Side {
    character: char,
    mark: Option<Mark>,
}

impl Side {
    fn new(character: char, cluster: &Cluster) -> Side {
        Side { character, mark: mark(character).filter(|_| is_square(cluster)) }
    }
}

/// Whether a cluster is as wide as a Han character.
pub(crate) fn is_square(cluster: &Cluster) -> bool {
    (cluster.advance - 1.0).abs() < 0.01
}

/// The joint between two clusters.
fn after(text: &str, cluster: &Cluster, following: &Cluster, rules: &ScriptRules) -> Joint {
    let last = text[cluster.text.clone()].chars().next_back();
    let next = text[following.text.clone()].chars().next();
    let (Some(last), Some(next)) = (last, next) else { return Joint::default() };
    let (last, next) = (Side::new(last, cluster), Side::new(next, following));
    let closed = closed_up(last.mark, next.mark, rules);
    if matches!(last.character, ' ' | '\u{a0}') {
        return space(rules, closed);
    }
    let (blank, shrinks) =
        if closed > 0.0 { (0.0, Shrinks::Space) } else { blank(last.mark, next.mark, rules) };
    let own = between(last, next, rules);
    Joint { glue: Glue { gap: own.gap - closed, shrink: blank, ..own }, shrinks }
}

fn space(rules: &ScriptRules, closed: f64) -> Joint {
    let (stretch, shrink) = (rules.glue.stretch.to_em(), rules.glue.shrink.to_em());
    Joint { glue: Glue { gap: -closed, stretch, shrink, ..Glue::default() }, shrinks: Shrinks::Space }
}

fn between(last: Side, next: Side, rules: &ScriptRules) -> Glue {
    let (a, b) = (last.character, next.character);
    if (is_han(a) && is_western(b)) || (is_western(a) && is_han(b)) {
        let gap = rules.gap_latin.to_em();
        return Glue { gap, stretch: rules.gap_latin_most.to_em() - gap, ..Glue::default() };
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
        return Glue::default();
    }
    Glue { letters: rules.glue.letters.to_em(), tracking: rules.glue.tracking.to_em(), ..Glue::default() }
}

/// How much closer two marks stand than their squares: each fills one half of its own. In Chinese the blank halves that
/// meet are too much (clreq 3.1.6.1); pauses and stops of Traditional Chinese stand in the middle and keep their square. In
/// Korean brackets are half as wide anywhere (KLReq 5.3.1).
fn closed_up(last: Option<Mark>, next: Option<Mark>, rules: &ScriptRules) -> f64 {
    let closes = |mark: Option<Mark>| match mark {
        Some(Mark::Closer) => true,
        Some(Mark::Comma | Mark::Stop) => !is_centred(rules),
        _ => false,
    };
    let opens = |mark: Option<Mark>| mark == Some(Mark::Opener);
    let half = |holds: bool| if holds { 0.5 } else { 0.0 };
    match rules.breaking {
        Breaking::Ideographs => {
            half((closes(last) && (closes(next) || opens(next))) || (opens(last) && opens(next)))
        }
        Breaking::Spaces => half(last == Some(Mark::Closer)) + half(opens(next)),
        Breaking::Unicode => 0.0,
    }
}

/// Whether pauses and stops stand in the middle of their square.
fn is_centred(rules: &ScriptRules) -> bool {
    rules.pauses == Pauses::Centred
}

/// How much of the blank half beside a mark a line may take back. clreq 3.1.6.5 lets it take all; H half of it, so that a
/// pause stays one.
const BLANK: f64 = 0.25;

/// The blank between two characters that a line may take back, and its place in the order.
fn blank(last: Option<Mark>, next: Option<Mark>, rules: &ScriptRules) -> (f64, Shrinks) {
    if rules.breaking != Breaking::Ideographs {
        return (0.0, Shrinks::Space);
    }
    let centred = is_centred(rules);
    let pause = if centred { BLANK / 2.0 } else { BLANK };
    let before = match next {
        Some(Mark::Opener) => (BLANK, Shrinks::Bracket),
        Some(Mark::Interpunct) => (BLANK / 2.0, Shrinks::Interpunct),
        Some(Mark::Comma) if centred => (pause, Shrinks::Comma),
        Some(Mark::Stop) if centred => (pause, Shrinks::Stop),
        _ => (0.0, Shrinks::Space),
    };
    let after = match last {
        Some(Mark::Closer) => (BLANK, Shrinks::Bracket),
        Some(Mark::Interpunct) => (BLANK / 2.0, Shrinks::Interpunct),
        Some(Mark::Comma) => (pause, Shrinks::Comma),
        Some(Mark::Stop) => (pause, Shrinks::Stop),
        _ => (0.0, Shrinks::Space),
    };
    // Where two blanks meet, the pair shrinks as the later of the two.
    (before.0 + after.0, before.1.max(after.1))
}

/// Whether the character is a letter or digit that Chinese sets off by a gap.
fn is_western(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c) && !is_hangul(c) && u32::from(c) < 0x1100
}

/// Whether a letter or digit keeps its look when it is moved away from its neighbours: not where letters join.
fn stands_alone(c: char) -> bool {
    let scripts =
        [Script::Latin, Script::Greek, Script::Cyrillic, Script::Hangul, Script::Thai, Script::Common];
    (c.is_alphanumeric() || is_thai(c)) && scripts.contains(&c.script())
}

/// Whether the character is as wide as a Han character, marks included.
fn is_full_width(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}
