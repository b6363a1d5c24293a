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
    let mut out: Vec<Glue> = clusters.windows(2).map(|pair| after(text, &pair[0], &pair[1], rules)).collect();
    out.push(Glue::default());
    out
}

/// The glue between two clusters.
fn after(text: &str, cluster: &Cluster, following: &Cluster, rules: &ScriptRules) -> Glue {
    let last = text[cluster.text.clone()].chars().next_back();
    let next = text[following.text.clone()].chars().next();
    let (Some(last), Some(next)) = (last, next) else { return Glue::default() };
    let own = if last == ' ' { space(rules) } else { between(last, next, rules) };
    let is_full = |cluster: &Cluster| (cluster.advance - 1.0).abs() < 0.01;
    let closed = closed_up((last, is_full(cluster)), (next, is_full(following)), rules);
    Glue { gap: own.gap - closed, ..own }
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

/// How much closer two characters stand, in em, where full-width marks are among them: each fills one half of its square.
/// In Chinese the blank halves that meet are too much (clreq 3.1.6.1); commas and stops of Traditional Chinese stand in
/// the middle and keep their square. In Korean brackets are half as wide anywhere (KLReq 5.3.1).
fn closed_up((last, last_full): (char, bool), (next, next_full): (char, bool), rules: &ScriptRules) -> f64 {
    const OPENERS: &str = "（《〈「『【〔［｛〖";
    const CLOSERS: &str = "）》〉」』】〕］｝〗";
    const STOPS: &str = "，。、；：！？．";
    let opens = |c: char, full: bool| full && OPENERS.contains(c);
    let bracket = |c: char, full: bool| full && CLOSERS.contains(c);
    let closes =
        |c: char, full: bool| bracket(c, full) || (full && rules.script != "Hant" && STOPS.contains(c));
    let half = |holds: bool| if holds { 0.5 } else { 0.0 };
    match rules.breaking {
        Breaking::Ideographs => {
            let after_closer = closes(last, last_full) && (closes(next, next_full) || opens(next, next_full));
            half(after_closer || (opens(last, last_full) && opens(next, next_full)))
        }
        Breaking::Spaces => half(bracket(last, last_full)) + half(opens(next, next_full)),
        Breaking::Unicode => 0.0,
    }
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
