//! Marks of punctuation: those that end a text, and those of another script.

use super::pair::{Translation, counterpart};
use crate::content::reading::{Reading, VALUE};
use crate::diag::{Code, Diagnostic, Diagnostics, Slip};
use crate::locale::Locale;
use crate::source::Span;

/// What a mark at the end of a text says, in whichever script.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    None,
    Stop,
    Question,
    Exclamation,
    Colon,
    Ellipsis,
}

impl End {
    /// What the marks at the end of a language are (Unicode, Sentence_Terminal and Terminal_Punctuation).
    fn of(mark: char) -> End {
        match mark {
            '.' | '。' | '．' | '｡' | '۔' | '।' | '॥' | '։' | '።' | '។' | '၊' | '။' => {
                End::Stop
            }
            '?' | '？' | '؟' | ';' | '\u{37E}' | '՞' | '፧' => End::Question,
            '!' | '！' | '՜' => End::Exclamation,
            ':' | '：' => End::Colon,
            '…' | '⋯' => End::Ellipsis,
            _ => End::None,
        }
    }

    fn words(self) -> &'static str {
        match self {
            End::None => "no mark",
            End::Stop => "a full stop",
            End::Question => "a question mark",
            End::Exclamation => "an exclamation mark",
            End::Colon => "a colon",
            End::Ellipsis => "an ellipsis",
        }
    }

    /// The mark as a language writes it.
    fn mark(self, locale: &Locale) -> &'static str {
        let wide = writes_han(locale);
        match self {
            End::None => "",
            End::Stop if wide => "。",
            End::Stop => match locale.script.as_str() {
                "Deva" | "Beng" => "।",
                "Armn" => "։",
                "Ethi" => "።",
                _ => ".",
            },
            End::Question if wide => "？",
            End::Question => match locale.script.as_str() {
                "Arab" => "؟",
                "Grek" => ";",
                _ => "?",
            },
            End::Exclamation => {
                if wide {
                    "！"
                } else {
                    "!"
                }
            }
            End::Colon => {
                if wide {
                    "："
                } else {
                    ":"
                }
            }
            End::Ellipsis => "…",
        }
    }
}

/// Scripts whose sentences end with a space, or in more than one way (H).
const WITHOUT_STOPS: [&str; 5] = ["Thai", "Laoo", "Khmr", "Mymr", "Tibt"];

/// Warns of marks that differ from the source language's at the end of a text, and of those of another script: `text/punctuation`.
pub(super) fn compare_marks(translation: &Translation<'_>, locale: &Locale, diagnostics: &mut Diagnostics) {
    let mut told: Vec<Span> = Vec::new();
    let mut warn = |found: Option<(Span, Diagnostic)>| {
        if let Some((place, diagnostic)) = found.filter(|(place, _)| !told.contains(place)) {
            told.push(place);
            diagnostics.warn(diagnostic);
        }
    };
    for reading in translation.translated {
        let original = counterpart(reading, translation.original);
        // A copy that waits for its translation is told as that.
        if original.text == reading.text {
            continue;
        }
        if !WITHOUT_STOPS.contains(&locale.script.as_str()) {
            warn(end_differs(translation, [original, reading], locale));
        }
        if writes_han(locale) {
            warn(narrow_mark(translation, reading));
        }
        if locale.language == "es" {
            warn(not_opened(translation, reading));
        }
    }
}

/// The last mark of a text, with its byte; what stands behind quotation marks and brackets belongs to these.
fn last(text: &str) -> Option<(usize, char)> {
    let is_closing = |c: char| c.is_whitespace() || "\"'”’»›)）]】」』》〉*_".contains(c);
    text.char_indices().rev().find(|(_, c)| !is_closing(*c))
}

/// Whether a text ends with a word that a stop shortens: “7 p.m.”.
fn ends_shortened(text: &str) -> bool {
    let Some(word) = text.trim_end().strip_suffix('.') else { return false };
    let mut letters = word.chars().rev();
    letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_none_or(|c| c == '.' || c.is_whitespace() || c.is_numeric())
}

fn end_differs(
    translation: &Translation<'_>,
    [original, reading]: [&Reading; 2],
    locale: &Locale,
) -> Option<(Span, Diagnostic)> {
    let (_, before) = last(&original.text)?;
    let (at, after) = last(&reading.text)?;
    let [wanted, given] = [before, after].map(|mark| if mark == VALUE { End::None } else { End::of(mark) });
    let is_short = [&original.text, &reading.text].into_iter().any(|text| ends_shortened(text));
    // What a value ends with is not known here, nor whether the stop of “p.m.” ends the text; in Greek alone `;` asks.
    if is_short
        || before == VALUE
        || after == VALUE
        || wanted == given
        || after == ';' && locale.script != "Grek"
    {
        return None;
    }
    let place = reading.span(at..at + after.len_utf8())?;
    let message = format!(
        "`{}` ends with {} where the source language has {}",
        translation.name,
        given.words(),
        wanted.words()
    );
    let help = match wanted {
        End::None => "take the mark out, or add one to the source language".to_owned(),
        _ => format!("end it with {}", wanted.mark(locale)),
    };
    let differs = Diagnostic::new(Code::Punctuation, message)
        .label(place, "this end")
        .label(translation.source_id, "in the source language");
    let slip = Slip::of_kind(
        "{count} messages end with other marks than in the source language",
        Some(translation.name.clone()),
        "end them as the source language does, each language with its own marks",
    );
    Some((place, differs.help(help).slip(slip)))
}

/// A mark of Latin text between Han characters.
fn narrow_mark(translation: &Translation<'_>, reading: &Reading) -> Option<(Span, Diagnostic)> {
    let characters: Vec<(usize, char)> = reading.text.char_indices().collect();
    let is_foreign = |at: usize| reading.foreign.iter().any(|range| range.contains(&at));
    let wide = |mark: char| match mark {
        ',' => Some('，'),
        '.' => Some('。'),
        ':' => Some('：'),
        ';' => Some('；'),
        '?' => Some('？'),
        '!' => Some('！'),
        '(' => Some('（'),
        ')' => Some('）'),
        _ => None,
    };
    characters.iter().enumerate().find_map(|(index, &(at, mark))| {
        let own = wide(mark).filter(|_| !is_foreign(at))?;
        let before = index.checked_sub(1).map(|before| characters[before].1);
        let after = characters.get(index + 1).map(|next| next.1);
        let is_between = match mark {
            // A bracket belongs to what it opens before.
            '(' => after.is_some_and(is_han) && before.is_none_or(|c| is_han(c) || c.is_whitespace()),
            ')' => before.is_some_and(is_han),
            _ => before.is_some_and(is_han) && after.is_none_or(|c| is_han(c) || c.is_whitespace()),
        };
        let place = is_between.then(|| reading.span(at..at + mark.len_utf8())).flatten()?;
        let message = format!("`{}` has a narrow {mark} in Chinese or Japanese text", translation.name);
        let wrong = Diagnostic::new(Code::Punctuation, message).label(place, "of Latin text");
        let slip = Slip::of_kind(
            "{count} messages have narrow marks in Chinese or Japanese text",
            Some(mark.to_string()),
            "write the wide ones: ，。：；？！（）",
        );
        Some((place, wrong.help(format!("write {own}")).slip(slip)))
    })
}

/// Whether the language is written in Han characters, with kana or without.
fn writes_han(locale: &Locale) -> bool {
    matches!(locale.script.as_str(), "Hans" | "Hant" | "Hani" | "Jpan")
}

/// Whether it is a Han character or kana, or a mark of theirs.
fn is_han(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' | '\u{FF00}'..='\u{FF65}')
}

/// A Spanish question or exclamation that nothing opens.
fn not_opened(translation: &Translation<'_>, reading: &Reading) -> Option<(Span, Diagnostic)> {
    [('?', '¿'), ('!', '¡')].into_iter().find_map(|(close, open)| {
        let mut depth = 0usize;
        let lone = reading.text.char_indices().find_map(|(at, c)| {
            if c == open {
                depth += 1;
            } else if c == close {
                if depth == 0 {
                    return Some(at);
                }
                // “¿…?!” and “?? ” close what one mark opened.
                let follows = reading.text[at + 1..].starts_with(close);
                depth -= usize::from(!follows);
            }
            None
        })?;
        if reading.foreign.iter().any(|range| range.contains(&lone)) {
            return None;
        }
        let place = reading.span(lone..lone + 1)?;
        let message = format!("`{}` has a {close} that no {open} opens", translation.name);
        let wrong = Diagnostic::new(Code::Punctuation, message).label(place, "closed here");
        Some((place, wrong.help(format!("put {open} where the sentence or the part of it begins"))))
    })
}
