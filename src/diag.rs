//! What is wrong with the user's input: collected here by every stage, rendered by `cli` alone. Who reports an error gets
//! a `Reported`, which nothing else makes: a function that returns `Err(Reported)` has said why.

use std::collections::{BTreeMap, HashSet};

use crate::source::{SourceId, Sources, Span};

mod severity;
mod slip;

pub use severity::Severity;
pub use slip::Slip;

/// Declares the codes with the names that they are printed under.
macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What is wrong, as a stable name.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// Every code; a test holds a fixture for each.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The name that the code is printed under.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }
        }
    };
}

codes! {
    /// No such leaflet in the manifest.
    UnknownLeaflet = "project/unknown-leaflet",
    /// No such layout in the project.
    UnknownLayout = "project/unknown-layout",
    /// There is no press of a name.
    UnknownPress = "project/unknown-press",
    /// A file of the project can't be read.
    Unreadable = "project/unreadable",
    /// A link leads out of the project.
    LinkOutside = "project/link",
    /// A TOML file is not TOML, or not of the shape asked for.
    Toml = "manifest/toml",
    /// A block has a role that there is not.
    UnknownRole = "manifest/unknown-role",
    /// A manifest says something that can't be meant.
    Manifest = "manifest/invalid",
    /// A locale has no folder, or one without messages.
    LocaleMissing = "locale/missing",
    /// A language can't be set beside itself.
    Partner = "locale/partner",
    /// Not a language tag.
    LocaleTag = "locale/tag",
    /// A language's settings say something that can't be meant.
    LocaleSettings = "locale/settings",
    /// Nobody knows a language's own name.
    UnnamedLanguage = "locale/name",
    /// A message stands there as in the source language.
    Untranslated = "locale/untranslated",
    /// Not Fluent.
    FluentSyntax = "fluent/syntax",
    /// The same message stands twice in a locale.
    DuplicateMessage = "fluent/duplicate",
    /// The locale lacks a message of the source language.
    MissingMessage = "fluent/missing",
    /// The locale has a message that the source language lacks.
    ObsoleteMessage = "fluent/obsolete",
    /// No leaflet prints a message.
    UnprintedMessage = "fluent/unprinted",
    /// The manifest asks for a message that no locale has.
    UnknownMessage = "fluent/unknown-message",
    /// A message asks for a variable that there is not, or other ones than the source language.
    UnknownVariable = "fluent/unknown-variable",
    /// A message or term refers to one that there is not, or to itself.
    Reference = "fluent/reference",
    /// A text holds a character that can't be meant.
    ForbiddenCharacter = "text/character",
    /// A text was read in another encoding than it was written in.
    Encoding = "text/encoding",
    /// Letters look like others, and aren't found by who types those.
    LookAlike = "text/look-alike",
    /// A message is empty.
    EmptyMessage = "fluent/empty",
    /// A tag is opened and not closed, or the reverse.
    UnclosedTag = "markup/unclosed",
    /// A tag that is not of the few allowed.
    UnknownTag = "markup/unknown-tag",
    /// A link's name has no address in the manifest.
    UnknownLink = "markup/unknown-link",
    /// The tags of a message differ from the source language's.
    MarkupDiffers = "markup/differs",
    /// Two panels share a place.
    Overlap = "layout/overlap",
    /// A panel lies outside its page.
    OutsidePage = "layout/outside",
    /// A layout says something that can't be meant.
    Layout = "layout/invalid",
    /// A leaflet goes beyond what a print shop sets bounds to.
    PressLimit = "press/limit",
    /// A colour asks for more ink than a press dries.
    Ink = "layout/ink",
    /// Text is too much like what is behind it.
    Contrast = "layout/contrast",
    /// The layout does not take the paper.
    Paper = "layout/paper",
    /// The layout holds no two languages, or no large print.
    NoForm = "layout/no-form",
    /// No panel takes a section's place.
    NoPanel = "layout/no-panel",
    /// A drawing can't be read.
    Picture = "layout/picture",
    /// A picture's file can't be used.
    PictureFile = "picture/unusable",
    /// A picture has no words for those who don't see it.
    PictureAlt = "picture/alt",
    /// A picture has too few pixels for its size.
    Resolution = "picture/resolution",
    /// A line of a drawing is too thin for a press.
    Hairline = "picture/hairline",
    /// Nothing of a picture is seen on what is behind it.
    FaintPicture = "picture/faint",
    /// A picture is seen through, and the press takes nothing that is.
    SeeThrough = "picture/see-through",
    /// A part of a drawing is shown as pixels.
    MadePixels = "picture/pixels",
    /// A QR code leads to no address.
    CodeLink = "code/link",
    /// The modules of a QR code are too small to be read.
    CodeSmall = "code/small",
    /// Something stands in the clear zone of a QR code.
    CodeCrowded = "code/crowded",
    /// A font file is cut short, or another one than the manifest says.
    FontDamaged = "font/damaged",
    /// No face of the locale's has the character.
    MissingGlyph = "font/missing-glyph",
    /// No face is listed for a script.
    NoFace = "font/no-face",
    /// The text does not fit.
    Overset = "fit/overset",
    /// Sections stand on other panels from language to language.
    NotParallel = "fit/not-parallel",
    /// No text comes to a panel.
    EmptyPanel = "fit/empty-panel",
    /// Two files would have one name, or one that is too long.
    FileName = "output/name",
    /// A file is left from an earlier build in place of one that was not made.
    Stale = "output/stale",
    /// A file or folder can't be written.
    Output = "output/unwritable",
}

/// One thing that is wrong, with its places.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// The places, the first being the main one, each with what it has to do with it.
    pub labels: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
    /// The one slip that makes it and others like it.
    pub slip: Option<Box<Slip>>,
    /// Whether the request is wrong, and no file: it asks for something by a name that there is not.
    pub of_request: bool,
}

impl Diagnostic {
    /// Something wrong without a place. How bad it is says who reports it: see `Diagnostics`.
    pub fn new(code: Code, message: impl Into<String>) -> Diagnostic {
        let (message, labels, severity) = (message.into(), Vec::new(), Severity::Error);
        Diagnostic { code, severity, message, labels, help: None, slip: None, of_request: false }
    }

    /// Adds a place and what it has to do with it.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push((span, text.into()));
        self
    }

    /// Says that the request is wrong, and no file.
    pub fn of_request(self) -> Diagnostic {
        Diagnostic { of_request: true, ..self }
    }

    /// Says what to do.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Says of which slip it comes.
    pub fn slip(mut self, slip: Slip) -> Diagnostic {
        self.slip = Some(Box::new(slip));
        self
    }
}

/// Proof that an error was reported; only `Diagnostics::error` makes one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reported(());

/// The most problems that are kept (H): a report tells far fewer, and a damaged file can have a million.
const MOST_KEPT: usize = 10_000;

/// What went wrong so far, in the order in which it was found. After so many that nobody reads them all, problems are counted
/// and not kept.
#[derive(Clone, Default, Debug)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// The same, to find one by; never gone through, since its order is none.
    known: HashSet<Diagnostic>,
    /// How many that bad were not kept, by the file that they are in.
    beyond: BTreeMap<(Severity, Option<SourceId>), usize>,
}

impl Diagnostics {
    /// Reports an error, once however often it is found.
    pub fn error(&mut self, diagnostic: Diagnostic) -> Reported {
        self.take(Diagnostic { severity: Severity::Error, ..diagnostic });
        Reported(())
    }

    /// Reports what may be meant, once however often it is found.
    pub fn warn(&mut self, diagnostic: Diagnostic) {
        self.take(Diagnostic { severity: Severity::Warning, ..diagnostic });
    }

    /// Reports what is as bad as that; the proof where it is an error.
    pub fn report(&mut self, severity: Severity, diagnostic: Diagnostic) -> Option<Reported> {
        match severity {
            Severity::Error => Some(self.error(diagnostic)),
            Severity::Warning => {
                self.warn(diagnostic);
                None
            }
        }
    }

    /// Takes all of another collection in.
    pub fn extend(&mut self, other: Diagnostics) {
        for diagnostic in other.list {
            self.take(diagnostic);
        }
        for (key, count) in other.beyond {
            *self.beyond.entry(key).or_default() += count;
        }
    }

    /// Keeps only those that are meant.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
        self.known = self.list.iter().cloned().collect();
    }

    /// The same, and says of how many things those are that come of one slip.
    pub fn narrow(&mut self, keep: impl FnMut(&Diagnostic) -> bool, of: usize) {
        let slips = self.list.iter_mut().filter_map(|diagnostic| diagnostic.slip.as_mut());
        slips.for_each(|slip| slip.of = of);
        self.retain(keep);
    }

    /// Puts what was kept in the order of files and lines; what has no place comes first.
    pub fn sort_by_place(&mut self, sources: &Sources) {
        self.list.sort_by_cached_key(|diagnostic| {
            let (span, _) = diagnostic.labels.first()?;
            Some((sources.get(span.source).name.clone(), span.start))
        });
    }

    fn take(&mut self, diagnostic: Diagnostic) {
        if self.list.len() >= MOST_KEPT {
            let source = diagnostic.labels.first().map(|(span, _)| span.source);
            *self.beyond.entry((diagnostic.severity, source)).or_default() += 1;
        } else if !self.known.contains(&diagnostic) {
            self.known.insert(diagnostic.clone());
            self.list.push(diagnostic);
        }
    }

    /// Whether an error is among them.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many are that bad.
    pub fn count(&self, severity: Severity) -> usize {
        let kept = self.list.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        kept + self.beyond().filter(|(bad, ..)| *bad == severity).map(|(_, _, count)| count).sum::<usize>()
    }

    /// How many that bad were not kept, by the file that they are in.
    pub fn beyond(&self) -> impl Iterator<Item = (Severity, Option<SourceId>, usize)> {
        self.beyond.iter().map(|(&(severity, source), &count)| (severity, source, count))
    }

    /// All that were kept.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// How many were kept.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// Reports what is wrong with one thing and remembers whether anything was, so that a reader can go on after an error,
/// report all of them, and give the thing only if it is sound.
///
/// ```text
///
/// let mut diagnostics = Diagnostics::default();
/// let mut reporter = Reporter::new(&mut diagnostics);
/// assert!(reporter.is_sound());
/// reporter.error(Diagnostic::new(Code::Layout, "two panels have one name"));
/// reporter.error(Diagnostic::new(Code::Layout, "a panel has no place"));
/// assert!(reporter.sound("the layout").is_err());
/// assert_eq!(diagnostics.len(), 2);
/// ```
#[derive(Debug)]
pub struct Reporter<'d> {
    diagnostics: &'d mut Diagnostics,
    failed: Option<Reported>,
}

impl<'d> Reporter<'d> {
    /// Reports to a collection; nothing is wrong yet.
    pub fn new(diagnostics: &'d mut Diagnostics) -> Reporter<'d> {
        Reporter { diagnostics, failed: None }
    }

    /// Reports an error.
    pub fn error(&mut self, diagnostic: Diagnostic) -> Reported {
        let reported = self.diagnostics.error(diagnostic);
        self.failed = Some(reported);
        reported
    }

    /// Reports what is as bad as that; a warning makes nothing unsound.
    pub fn report(&mut self, severity: Severity, diagnostic: Diagnostic) {
        self.failed = self.diagnostics.report(severity, diagnostic).or(self.failed);
    }

    /// Whether no error was reported through it.
    pub fn is_sound(&self) -> bool {
        self.failed.is_none()
    }

    /// The thing that was looked at.
    ///
    /// # Errors
    /// An error was reported through this reporter.
    pub fn sound<T>(self, thing: T) -> Result<T, Reported> {
        self.failed.map_or(Ok(thing), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_is_reported_once() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.error(Diagnostic::new(Code::Toml, "no"));
        diagnostics.error(Diagnostic::new(Code::Toml, "no"));
        assert_eq!((diagnostics.len(), diagnostics.count(Severity::Error)), (1, 1));
    }

    #[test]
    fn a_warning_makes_nothing_unsound() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.warn(Diagnostic::new(Code::Toml, "hm"));
        assert!(!diagnostics.has_errors());
        let mut reporter = Reporter::new(&mut diagnostics);
        assert!(reporter.is_sound());
        let reported = reporter.error(Diagnostic::new(Code::Toml, "no"));
        assert_eq!(reporter.sound(()), Err(reported));
        assert!(diagnostics.has_errors());
    }

    #[test]
    fn no_two_codes_have_one_name() {
        let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
