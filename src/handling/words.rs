//! The words of handling and of review pages, a Fluent file a language.

use fluent::{FluentArgs, FluentValue};
use fluent_bundle::{FluentBundle, FluentResource};

use crate::locale::Locale;

/// The languages that there are words in, with their files.
const FILES: [(&str, &str); 8] = [
    ("en", include_str!("words/en.ftl")),
    ("es", include_str!("words/es.ftl")),
    ("fr", include_str!("words/fr.ftl")),
    ("ko", include_str!("words/ko.ftl")),
    ("th", include_str!("words/th.ftl")),
    ("tl", include_str!("words/tl.ftl")),
    ("zh-Hans", include_str!("words/zh-Hans.ftl")),
    ("zh-Hant", include_str!("words/zh-Hant.ftl")),
];

/// The languages that there are words in.
pub const WORD_TAGS: [&str; FILES.len()] = {
    let mut tags = [""; FILES.len()];
    let mut at = 0;
    while at < FILES.len() {
        tags[at] = FILES[at].0;
        at += 1;
    }
    tags
};

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of a language, by its tag; `None` where there are none.
    pub fn of(tag: &str) -> Option<Words> {
        let (tag, text) = FILES.iter().find(|(own, _)| *own == tag)?;
        let resource = FluentResource::try_new((*text).to_owned()).expect("our own files are sound");
        let mut bundle = FluentBundle::new(vec![tag.parse().expect("our own tags are sound")]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("no message stands twice");
        Some(Words { bundle })
    }

    /// The words of a language, or of the same one elsewhere or in its script: those of `es` for `es-MX`.
    pub fn near(locale: &Locale) -> Option<Words> {
        let written = format!("{}-{}", locale.language, locale.script);
        [&locale.tag, &written, &locale.language].into_iter().find_map(|tag| Words::of(tag))
    }

    /// The English words.
    pub fn english() -> Words {
        Words::of("en").expect("English has words")
    }

    /// A message of `words/en.ftl`, which all languages have, with its values.
    ///
    /// # Panics
    /// There is no message of that name.
    pub fn say(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let message = self.bundle.get_message(id).and_then(|message| message.value());
        let pattern = message.expect("every language has every message");
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set((*name).to_owned(), value.clone());
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::FOLDS;

    #[test]
    fn every_language_says_all_that_english_says() {
        let ids = |text: &str| {
            let ids = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
            ids.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())).collect::<Vec<_>>()
        };
        // Every variable, in both of its cases.
        let values = |edge, first, side, count: usize| {
            [
                ("paper", FluentValue::from("A4")),
                ("file", "card.pdf".into()),
                ("edge", FluentValue::from(edge)),
                ("first", FluentValue::from(first)),
                ("side", FluentValue::from(side)),
                ("name", "Ana".into()),
                ("month", "2027-05".into()),
                ("case", "$count: one".into()),
                ("count", count.into()),
                ("sheets", count.into()),
                ("copies", count.into()),
            ]
        };
        let cases = [values("short", "left", "front", 1), values("long", "right", "back", 10)];
        for (tag, text) in FILES {
            assert_eq!(ids(text), ids(FILES[0].1), "{tag}");
            let words = Words::of(tag).unwrap();
            for (id, values) in ids(text).iter().flat_map(|id| cases.iter().map(move |values| (id, values))) {
                let said = words.say(id, values);
                // What has no value is shown by its name in braces.
                assert!(!said.is_empty() && !said.contains('{'), "{tag}: {id}: {said}");
            }
        }
    }

    #[test]
    fn every_fold_has_its_words() {
        let words = Words::english();
        for fold in FOLDS.iter().filter(|fold| fold.name != "none") {
            let values = [("sheets", 2.into()), ("copies", 10.into()), ("first", "right".into())];
            assert!(words.say(&format!("fold-{}", fold.name), &values).ends_with('.'), "{}", fold.name);
        }
    }
}
