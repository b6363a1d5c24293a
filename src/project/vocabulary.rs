//! The names that there are, of every kind, as people type them: in any case and spacing, languages by tag or by any of their
//! names. In: a word. Out: what it names, or what was probably meant.

use unicode_normalization::UnicodeNormalization;

use super::collections::{LAYOUTS, PRESSES};
use super::files::{FileScope, Files, Intake};
use super::layouts::REVIEW;
use super::load::read_manifest;
use super::locales::languages;
use super::selection::Selection;
use crate::diag::Diagnostics;
use crate::fold::PAPERS;
use crate::languages::given_name;
use crate::locale::Locale;
use crate::source::Sources;
use crate::spec;

/// What a name may be the name of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NameKind {
    /// A leaflet of the project.
    Leaflet,
    /// A layout.
    Layout,
    /// A paper.
    Paper,
    /// What leaflets are made for.
    Profile,
    /// The inks.
    Ink,
    /// What is written.
    Format,
    /// A print shop.
    Press,
}

impl NameKind {
    /// What one is called, what several are, and the option that takes it.
    fn words(self) -> [&'static str; 3] {
        match self {
            NameKind::Leaflet => ["a leaflet", "leaflets", "--leaflet"],
            NameKind::Layout => ["a layout", "layouts", "-L"],
            NameKind::Paper => ["a paper", "papers", "--paper"],
            NameKind::Profile => ["what leaflets are made for", "purposes", "--for"],
            NameKind::Ink => ["a choice of inks", "inks", "--ink"],
            NameKind::Format => ["a format", "formats", "--format"],
            NameKind::Press => ["a press", "presses", "--press"],
        }
    }
}

/// Names that are of no project.
const FIXED: &[(NameKind, &[&str])] = &[
    (NameKind::Profile, &["office", "press", "screen"]),
    (NameKind::Ink, &["colour", "mono"]),
    (NameKind::Format, &["pdf", "png", "txt", "json"]),
];

/// What stands for all that there is of a kind.
pub(super) const ALL: &str = "all";

/// What people call shipped layouts, by their names.
const CALLED: &[(&str, &[&str])] = &[
    ("letter-fold", &["trifold", "threefold", "cfold", "brochure", "pamphlet", "leaflet", "sixpanel"]),
    ("z-fold", &["zigzag", "accordion", "fanfold", "concertina"]),
    ("half-fold", &["bifold", "singlefold", "twofold", "greetingcard"]),
    ("handbill", &["flyer", "flier", "handout"]),
    ("card", &["wallet", "walletcard", "businesscard", "palmcard"]),
    ("booklet", &["book", "magazine", "stitched"]),
    ("zine", &["minizine", "eightfold"]),
    ("phone", &["whatsapp", "mobile", "instagram", "story"]),
    ("poster", &["tearoff", "wall", "placard"]),
];

/// The names that there are.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// The languages of the project, with the names that it gives them.
    pub(super) languages: Vec<Locale>,
    /// Whether it is a folder or files of somebody's, and not what is built in.
    pub(super) is_own: bool,
    /// All other names.
    names: Vec<(NameKind, String)>,
}

impl Vocabulary {
    /// The names of a project. What is wrong with its files is told by what needs them.
    pub(super) fn read(files: &Files) -> Vocabulary {
        let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
        let mut intake = Intake { files, sources: &mut sources, diagnostics: &mut unheard };
        let mut names = Vec::new();
        if let Ok(manifest) = read_manifest(&mut intake, &Selection::default()) {
            names.extend(manifest.leaflets.into_iter().map(|leaflet| (NameKind::Leaflet, leaflet.name)));
        }
        let layouts = LAYOUTS.names(&mut intake, FileScope::WithBuiltIn);
        let layouts = layouts.into_iter().flatten().filter(|name| name != REVIEW).chain([REVIEW.to_owned()]);
        names.extend(layouts.map(|name| (NameKind::Layout, name)));
        names.extend(PAPERS.iter().map(|paper| (NameKind::Paper, paper.name.to_owned())));
        for (kind, fixed) in FIXED {
            names.extend(fixed.iter().map(|name| (*kind, (*name).to_owned())));
        }
        let presses = PRESSES.names(&mut intake, FileScope::WithBuiltIn);
        names.extend(presses.into_iter().flatten().map(|name| (NameKind::Press, name)));
        Vocabulary {
            is_own: !files.is_embedded(),
            languages: languages(files).iter().filter_map(|tag| language(files, tag)).collect(),
            names,
        }
    }

    /// The names of a kind.
    pub(super) fn of_kind(&self, kind: NameKind) -> Vec<&str> {
        self.names.iter().filter(|(known, _)| *known == kind).map(|(_, name)| name.as_str()).collect()
    }

    /// The name of that kind that a word is, in whichever case and spacing.
    pub(super) fn named(&self, kind: NameKind, word: &str) -> Option<&str> {
        let of_kind = self.of_kind(kind);
        let exact = of_kind.iter().find(|name| **name == word);
        exact.or_else(|| of_kind.iter().find(|name| plain(name) == plain(word))).copied()
    }

    /// What to say of a word that is no name of a kind: what it is the name of, or which names there are.
    pub(super) fn instead(&self, kind: NameKind, word: &str) -> String {
        let [_, several, _] = kind.words();
        let known = self.of_kind(kind);
        let called = CALLED.iter().find(|(_, words)| words.contains(&plain(word).as_str()));
        let called = called.filter(|(name, _)| kind == NameKind::Layout && known.contains(name));
        self.of_another(Some(kind), word).unwrap_or_else(|| match called {
            Some((name, _)) => format!("did you mean “{name}”? {several} are {}", known.join(", ")),
            None => spec::which_of(word, &known, several),
        })
    }

    /// What a word is the name of, other than of that kind, and how it is said: “`letter-fold` is a layout: say -L letter-fold”.
    pub(super) fn of_another(&self, kind: Option<NameKind>, word: &str) -> Option<String> {
        let other =
            self.names.iter().find(|(known, name)| Some(*known) != kind && plain(name) == plain(word));
        if let Some((other, name)) = other {
            let [one, _, option] = other.words();
            return Some(format!("`{name}` is {one}: say {option} {name}"));
        }
        let languages = self.languages_named(word);
        let [first, ..] = languages[..] else { return None };
        let tags: Vec<&str> = languages.iter().map(|language| language.tag.as_str()).collect();
        Some(format!("`{}` is a language, {}: say -l {}", word.trim(), first.english_name(), tags.join(",")))
    }

    /// The languages of the project that a word names: by a tag one, or all of a language where that is in several scripts; by a
    /// name those that have it, or else those of whose names it is a part.
    pub(super) fn languages_named(&self, word: &str) -> Vec<&Locale> {
        let word = word.trim();
        let with = |takes: &dyn Fn(&&Locale) -> bool| self.languages.iter().filter(takes).collect::<Vec<_>>();
        let tagged = Locale::parse(word).map_or_else(Vec::new, |asked| {
            let is_bare = !word.contains(['-', '_']);
            let exact =
                with(&|known| known.tag == if is_bare { asked.language.as_str() } else { &asked.tag });
            if exact.is_empty() && is_bare { with(&|known| known.language == asked.language) } else { exact }
        });
        if !tagged.is_empty() {
            return tagged;
        }
        let asked = words_of(word);
        if asked.is_empty() {
            return Vec::new();
        }
        let same = with(&|known| known.names().into_iter().any(|name| words_of(name) == asked));
        if !same.is_empty() {
            return same;
        }
        with(&|known| known.names().into_iter().any(|name| is_part(&asked, name)))
    }

    /// The languages: `Thai (th), Korean (ko)`.
    pub(super) fn language_list(&self) -> String {
        self.languages.iter().map(told).collect::<Vec<_>>().join(", ")
    }

    /// The languages of the project whose tag or name is most like a word.
    pub(super) fn nearest_languages(&self, word: &str) -> Vec<&Locale> {
        let names = self.languages.iter().flat_map(|known| known.names());
        let known: Vec<&str> = names.chain(self.languages.iter().map(|known| known.tag.as_str())).collect();
        spec::near_name(word, &known).map_or_else(Vec::new, |near| self.languages_named(near))
    }
}

/// A language by its English name and its tag.
pub(super) fn told(locale: &Locale) -> String {
    match locale.english_name() {
        name if name == locale.tag => name.to_owned(),
        name => format!("{name} ({})", locale.tag),
    }
}

/// A language with the names that the project gives it.
fn language(files: &Files, tag: &str) -> Option<Locale> {
    let mut locale = Locale::parse(tag)?;
    if files.owns_manifest() {
        let text = files.text(&format!("locales/{tag}/locale.toml"));
        locale.name = text.and_then(Result::ok).and_then(|text| given_name(&text));
    }
    Some(locale)
}

/// A name by its letters and digits alone, without accents.
pub(super) fn plain(name: &str) -> String {
    words_of(name).concat()
}

/// The words of a name in order of their letters, without accents and capitals: “Chinese, Traditional” is “Traditional Chinese”.
fn words_of(name: &str) -> Vec<String> {
    let is_accent = |c: &char| ('\u{300}'..='\u{36F}').contains(c);
    let text: String = name.nfkd().filter(|c| !is_accent(c)).flat_map(char::to_lowercase).collect();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    words.sort();
    words
}

/// The fewest letters that are asked for where a script puts no spaces between words.
const LEAST_PART: usize = 2;

/// Whether words are some of those of a name; in scripts without spaces, whether they stand in it.
fn is_part(asked: &[String], name: &str) -> bool {
    let words = words_of(name);
    let stands_in = |asked: &String| {
        !asked.is_ascii()
            && asked.chars().count() >= LEAST_PART
            && words.iter().any(|word| word.contains(asked.as_str()))
    };
    asked.iter().all(|asked| words.contains(asked) || stands_in(asked))
}
