//! What lies between clusters: the gap between Han and Latin, and how far a justified line may open and close. In:
//! clusters and the script's row. Out: the glue after each cluster, in em.

use crate::script::{Breaking, ScriptRules, is_han, is_hangul, is_thai};
use crate::text::shape::Cluster;

/// What may stand after a cluster when another one follows on the line, in em.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Glue {
    /// Added in any case.
    pub(crate) gap: f64,
    /// How far it grows first: spaces, gaps.
    pub(crate) stretch: f64,
    /// How far it shrinks.
    pub(crate) shrink: f64,
    /// How far it grows last: between letters.
    pub(crate) letters: f64,
}

/// The glue after each cluster but the last, and none after that.
pub(crate) fn glue(text: &str, clusters: &[Cluster], rules: &ScriptRules) -> Vec<Glue> {
    let mut out: Vec<Glue> = clusters
        .windows(2)
        .map(|pair| {
            let first = text[pair[0].text.clone()].chars().next();
            let last = text[pair[0].text.clone()].chars().next_back();
            match (first, last, text[pair[1].text.clone()].chars().next()) {
                (Some(' '), ..) => space(rules),
                (_, Some(last), Some(next)) => {
                    let full = |at: usize| (pair[at].advance - 1.0).abs() < 0.01;
                    let closed = if full(0) && full(1) && closes_up(last, next, rules) { -0.5 } else { 0.0 };
                    let between = between(last, next, rules);
                    Glue { gap: between.gap + closed, ..between }
                }
                _ => Glue::default(),
            }
        })
        .collect();
    out.push(Glue::default());
    out
}

fn space(rules: &ScriptRules) -> Glue {
    let (stretch, shrink) = (rules.glue.stretch.to_em(), rules.glue.shrink.to_em());
    Glue { stretch, shrink, ..Glue::default() }
}

fn between(last: char, next: char, rules: &ScriptRules) -> Glue {
    if (is_han(last) && is_western(next)) || (is_western(last) && is_han(next)) {
        let gap = rules.gap_latin.to_em();
        return Glue { gap, stretch: rules.gap_latin_most.to_em() - gap, ..Glue::default() };
    }
    let native = match rules.breaking {
        Breaking::Ideographs => is_full_width,
        Breaking::Spaces => is_hangul,
        Breaking::Unicode => is_thai,
    };
    // Two dashes or two ellipses are one mark.
    let one_mark = last == next && matches!(last, '—' | '⸺' | '…' | '⋯');
    let letters = if native(last) && native(next) && !one_mark { rules.glue.letters.to_em() } else { 0.0 };
    Glue { letters, ..Glue::default() }
}

/// Whether two full-width marks are set half an em closer: each fills one half of its square, and the blank halves that
/// meet are too much (clreq 3.1.6.1). Commas and stops of Traditional Chinese stand in the middle and keep their square.
fn closes_up(last: char, next: char, rules: &ScriptRules) -> bool {
    const OPENERS: &str = "（《〈「『【〔［｛〖";
    const CLOSERS: &str = "）》〉」』】〕］｝〗";
    const STOPS: &str = "，。、；：！？．";
    let centred = rules.script == "Hant";
    let closes = |c: char| CLOSERS.contains(c) || (!centred && STOPS.contains(c));
    (closes(last) && (closes(next) || OPENERS.contains(next)))
        || (OPENERS.contains(last) && OPENERS.contains(next))
}

/// Whether the character is a letter or digit that Chinese sets off by a gap.
fn is_western(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c) && !is_hangul(c) && u32::from(c) < 0x1100
}

/// Whether the character is as wide as a Han character, marks included.
fn is_full_width(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}
