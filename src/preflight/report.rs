//! What is found: facts, and findings under the names of their checks.

use std::cmp::Reverse;

use serde::Serialize;

use crate::color::Profile;
use crate::diag::Severity;

/// Declares the checks with their names and the rules that they hold.
macro_rules! checks {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $clause:literal;)*) => {
        /// A check, by a stable name.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Check {
            $($(#[$doc])* $variant,)*
        }

        impl Check {
            /// Every check.
            pub const ALL: &'static [Check] = &[$(Check::$variant,)*];

            /// The name that its findings stand under.
            pub fn name(self) -> &'static str {
                match self { $(Check::$variant => $name,)* }
            }

            /// Where its rule comes from.
            pub fn clause(self) -> &'static str {
                match self { $(Check::$variant => $clause,)* }
            }
        }
    };
}

checks! {
    /// The file is no PDF, damaged, encrypted or hostile.
    Unreadable = "file/unreadable", "ISO 32000-1 7.5";
    /// The trailer has no pair of ids.
    Id = "file/id", "ISO 19005-2 6.1.3";
    /// A stream is packed with LZW.
    Lzw = "file/lzw", "ISO 19005-2 6.1.7.2";
    /// There is no page.
    NoPage = "box/no-page", "ISO 32000-1 7.7.3";
    /// A page has no TrimBox.
    Trim = "box/trim", "PDF/X-4, page boxes";
    /// A box is not within the one around it.
    Nested = "box/nested", "PDF/X-4, page boxes";
    /// There is less bleed than a guillotine needs.
    Bleed = "box/bleed", "PRINT.md, What printers ask: 3 mm";
    /// Pages are of several sizes.
    Alike = "box/alike", "PRINT.md, What printers ask";
    /// The trimmed page is no paper that is sold.
    Paper = "box/paper", "PRINT.md, Folds";
    /// Text stands where an office printer does not print.
    Margin = "box/margin", "PRINT.md, What printers ask: 6.35 mm";
    /// A face is not embedded.
    Embedded = "font/embedded", "ISO 19005-2 6.2.11.4.1, PDF/X-4, fonts";
    /// A face is embedded whole.
    Subset = "font/subset", "PDF.md, Fonts";
    /// Codes can't be turned into text.
    Unicode = "font/unicode", "ISO 14289-1 7.21.7, ISO 19005-2 6.2.11.7.2";
    /// Glyphs are programs of their own.
    Type3 = "font/type3", "PDF.md, Fonts";
    /// An embedded program can't be read.
    Damaged = "font/damaged", "ISO 19005-2 6.2.11.4.1";
    /// Type is too small to read.
    Small = "type/small", "LOOK.md, Hierarchy: 6 pt";
    /// A colour in RGB where there are inks.
    Rgb = "ink/rgb", "PDF/X-4, colour; PRODUCT.md, Profiles";
    /// More ink than the paper takes.
    Total = "ink/total", "PRINT.md, What printers ask: 240 %";
    /// Text in several inks never registers.
    Text = "ink/text", "PRINT.md, What printers ask";
    /// The colour of marks, on the page.
    Registration = "ink/registration", "PRINT.md, What printers ask";
    /// A device's colours without an intent that says which device.
    Device = "ink/device", "ISO 19005-2 6.2.4.3";
    /// No intent says which printing condition is meant.
    Intent = "ink/intent", "PDF/X-4, output intent; ISO 19005-2 6.2.3";
    /// A picture is too coarse.
    Resolution = "picture/resolution", "PRINT.md, What printers ask: 300 ppi";
    /// A picture whose pixels can't be measured.
    Unmeasured = "picture/unmeasured", "PRINT.md, What printers ask: 240 %";
    /// The file is not tagged.
    Tagged = "tag/tagged", "ISO 14289-1 6.2, ISO 19005-2 6.7.2.2";
    /// The tags are said not to be trusted.
    Suspects = "tag/suspects", "ISO 14289-1 7.1";
    /// Something is drawn that is neither read nor an artifact.
    Marked = "tag/marked", "ISO 14289-1 7.1";
    /// A piece of content is in no element, or the other way round.
    Parents = "tag/parents", "ISO 32000-1 14.7.4.4";
    /// A type of element is no standard one and maps to none.
    Role = "tag/role", "ISO 14289-1 7.1, ISO 19005-2 6.7.3.4";
    /// A heading skips a level.
    Heading = "tag/heading", "ISO 14289-1 7.4.2";
    /// A figure has no words.
    Alt = "tag/alt", "ISO 14289-1 7.3";
    /// A link is in no element, or has no words.
    Link = "tag/link", "ISO 14289-1 7.18.5";
    /// A page with annotations does not follow the structure.
    Tabs = "tag/tabs", "ISO 14289-1 7.18.3";
    /// No language is told.
    Language = "doc/language", "ISO 14289-1 7.2, ISO 19005-2 6.7.4";
    /// There is no title, or it is not shown.
    Title = "doc/title", "ISO 14289-1 7.1";
    /// XMP is missing, or says other than Info.
    Xmp = "doc/xmp", "ISO 19005-2 6.6.2.1, ISO 14289-1 5";
    /// Nothing tells whether traps are in.
    Trapped = "doc/trapped", "PDF/X-4, Trapped";
    /// The file does not say that it is PDF/X-4.
    Version = "doc/version", "PDF/X-4, identification";
    /// Printed to fit the page, every fold moves.
    Scaling = "doc/scaling", "PRINT.md, What printers ask";
    /// Nothing tells along which edge the sheet is turned.
    Duplex = "doc/duplex", "PRINT.md, What printers ask";
    /// Something to click where there is only paper.
    Annotation = "doc/annotation", "PDF/X-4, annotations";
    /// Scripts, launches, forms.
    Action = "doc/action", "ISO 19005-2 6.5.1";
    /// A file within the file.
    Attachment = "doc/attachment", "ISO 19005-2 6.8";
    /// Somebody's name.
    Person = "trace/person", "PRODUCT.md: who made it";
    /// A folder of somebody's machine.
    Path = "trace/path", "PRODUCT.md: on which machine";
    /// A machine's name or address.
    Host = "trace/host", "PRODUCT.md: on which machine";
    /// A time of day.
    Clock = "trace/clock", "PRODUCT.md: when";
    /// A time zone.
    Zone = "trace/zone", "PRODUCT.md: when";
    /// An id made up at random, which ties copies together.
    Random = "trace/id", "PRINT.md, Careful by default";
    /// Which program made it.
    Software = "trace/software", "PRODUCT.md: on which machine";
    /// What a program keeps for itself in the file.
    Private = "trace/private", "ISO 32000-1 14.5";
    /// What a camera or scanner tells in a picture.
    Camera = "trace/camera", "PRODUCT.md: on which machine";
    /// Where a picture was taken.
    Place = "trace/place", "PRODUCT.md: who made it";
    /// A link that tells who follows it.
    Tracking = "trace/tracking", "PRINT.md, Careful by default";
    /// What was on the pages before they were changed.
    Revision = "trace/revision", "ISO 32000-1 7.5.6";
    /// A part that could not be searched.
    Sealed = "trace/sealed", "PRODUCT.md: who made it";
}

/// One thing that is wrong.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// Which check found it.
    pub check: Check,
    /// How bad it is.
    pub severity: Severity,
    /// The page, from 1; `None` for the whole file.
    pub page: Option<usize>,
    /// What is wrong, with what was measured, in one line.
    pub message: String,
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn error(&mut self, check: Check, page: Option<usize>, message: impl Into<String>) {
        self.push(Finding { check, severity: Severity::Error, page, message: message.into() });
    }

    pub(super) fn warning(&mut self, check: Check, page: Option<usize>, message: impl Into<String>) {
        self.push(Finding { check, severity: Severity::Warning, page, message: message.into() });
    }

    /// Keeps a finding once; a hostile file can't have more of a kind than anybody would read.
    fn push(&mut self, finding: Finding) {
        let alike = self.0.iter().filter(|known| known.check == finding.check);
        if alike.count() < 50 && !self.0.contains(&finding) {
            self.0.push(finding);
        }
    }

    /// Errors first, then in the order of the checks and pages.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        self.0.sort_by_key(|finding| (Reverse(finding.severity), finding.check, finding.page));
        self.0
    }
}

/// What a file is, and what is wrong with it.
#[derive(Clone, PartialEq, Debug)]
pub struct Report {
    /// What it was examined for.
    pub profile: Profile,
    /// What it is.
    pub facts: Facts,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

impl Report {
    /// A file that could not even be fetched, and why.
    pub fn unread(profile: Option<Profile>, reason: String) -> Report {
        let mut findings = Findings::default();
        findings.error(Check::Unreadable, None, reason);
        let profile = profile.unwrap_or(Profile::Office);
        Report { profile, facts: Facts::default(), findings: findings.sorted() }
    }

    /// Whether there is an error among the findings.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// What a file is. Lengths are in points.
#[derive(Clone, PartialEq, Default, Debug, Serialize)]
pub struct Facts {
    /// The file's size.
    pub bytes: usize,
    /// The standards that it says it keeps.
    pub standards: Vec<String>,
    /// The pages in their order.
    pub pages: Vec<PageFact>,
    /// The faces that text is set in.
    pub fonts: Vec<FontFact>,
    /// The colour spaces that something is painted in.
    pub spaces: Vec<String>,
    /// The most ink that is put on one place by one colour, in percent; `None` where no colour is in inks.
    pub ink: Option<f64>,
    /// The smallest type.
    pub smallest: Option<Smallest>,
    /// How many pictures of pixels are placed.
    pub pictures: usize,
    /// The coarsest of them, in pixels to the inch.
    pub resolution: Option<f64>,
    /// Elements of the structure tree; 0 where there is none.
    pub elements: usize,
    /// The language of the whole.
    pub language: Option<String>,
    /// The title of the whole.
    pub title: Option<String>,
    /// How much was searched for traces.
    pub searched: Searched,
}

/// The boxes of a page, as width and height.
#[derive(Clone, Copy, PartialEq, Default, Debug, Serialize)]
pub struct PageFact {
    /// The MediaBox.
    pub media: [f64; 2],
    /// The TrimBox; the CropBox where there is none.
    pub trim: [f64; 2],
    /// The least that the BleedBox reaches beyond the TrimBox.
    pub bleed: f64,
}

/// A face.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug, Serialize)]
pub struct FontFact {
    /// Its name, with the tag of a subset.
    pub name: String,
    /// Its kind, such as `CIDFontType2`.
    pub kind: String,
    /// Whether its program is in the file.
    pub embedded: bool,
    /// Whether only the glyphs used are.
    pub subset: bool,
    /// Whether its codes can be turned into text.
    pub unicode: bool,
}

/// The smallest type of a file.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Smallest {
    /// Its size as it is printed.
    pub size: f64,
    /// The height of its x; `None` where the face has none, or it can't be measured.
    pub x_height: Option<f64>,
    /// Whether the height was measured on the embedded outline, and not taken from what the file says.
    pub measured: bool,
    /// Its face.
    pub font: String,
    /// The page, from 1.
    pub page: usize,
}

/// How much was searched for traces.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
pub struct Searched {
    /// Objects, also those that nothing refers to any more.
    pub objects: usize,
    /// Strings.
    pub strings: usize,
    /// Streams that were unpacked.
    pub streams: usize,
    /// Streams of packed pixels, searched as they are.
    pub packed: usize,
    /// Bytes in all of them, unpacked.
    pub bytes: usize,
    /// Whether the file's id was found to be the hash of the rest, so that it tells nothing else.
    pub id_is_hash: bool,
}
