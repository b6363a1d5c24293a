//! Cuts a paragraph into items: stretches that are shaped as one. In: text, levels, styles. Out: items that tile the
//! text, each of one level, script (UAX #24), face, style, language and link.

use std::ops::Range;

use unicode_script::{Script, UnicodeScript};

use crate::content::RichText;
use crate::font::FontId;
use crate::text::chain::{Problems, assign_faces};
use crate::text::shaper::{LangId, Shaper};
use crate::text::styles::Styled;

/// A stretch that is shaped as one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Item {
    /// Its bytes.
    pub(crate) range: Range<usize>,
    /// Its embedding level; odd runs from the right.
    pub(crate) level: u8,
    /// Its script (ISO 15924).
    pub(crate) script: [u8; 4],
    /// Its face.
    pub(crate) font: FontId,
    /// Its language.
    pub(crate) lang: LangId,
    /// The tag of its language.
    pub(crate) tag: String,
    /// The link that it is part of, by its index among the text's links.
    pub(crate) link: Option<usize>,
    /// Which styled stretch it is of: neighbours of two are two items.
    stretch: usize,
}

/// The items of a text, in logical order.
pub(crate) fn itemize(
    shaper: &mut Shaper<'_>,
    text: &RichText,
    levels: &[u8],
    styled: &[Styled],
    problems: &mut Problems,
) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (stretch, styled) in styled.iter().enumerate() {
        let lang = styled.lang.as_deref().map_or(0, |tag| shaper.lang_id(tag));
        let mut scripts = Scripts::new(&text.text[styled.range.clone()], &shaper.lang(lang).locale.script);
        for cluster in assign_faces(shaper, &text.text, styled, lang, problems) {
            let level = levels.get(cluster.range.start).copied().unwrap_or(0);
            let script = scripts.next(&text.text[cluster.range.clone()]);
            let (range, font) = (cluster.range, cluster.font);
            let goes_on = |item: &&mut Item| {
                (item.level, item.script, item.font, item.stretch) == (level, script, font, stretch)
            };
            match items.last_mut().filter(goes_on) {
                Some(item) => item.range.end = range.end,
                None => {
                    let tag = shaper.lang(lang).locale.tag.clone();
                    items.push(Item { range, level, script, font, lang, tag, link: styled.link, stretch });
                }
            }
        }
    }
    items
}

/// Resolves the script of characters that many scripts share to the one before them, at the start to the next one.
struct Scripts {
    current: Script,
}

impl Scripts {
    fn new(text: &str, fallback: &str) -> Scripts {
        let own = match fallback {
            "Hans" | "Hant" | "Jpan" => Script::Han,
            "Kore" => Script::Hangul,
            other => Script::from_short_name(other).unwrap_or(Script::Latin),
        };
        Scripts { current: text.chars().map(|c| c.script()).find(|s| is_real(*s)).unwrap_or(own) }
    }

    fn next(&mut self, cluster: &str) -> [u8; 4] {
        let script = cluster.chars().next().map_or(Script::Common, |c| c.script());
        if is_real(script) {
            self.current = script;
        }
        self.current.as_iso15924_tag().to_be_bytes()
    }
}

fn is_real(script: Script) -> bool {
    !matches!(script, Script::Common | Script::Inherited | Script::Unknown)
}
