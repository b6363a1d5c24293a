//! The stable names of all that can be wrong.

/// Declares the codes with the names that they are printed under.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)*) => {
        /// What is wrong, as a stable name.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)*
        }

        impl Code {
            /// Every code; a test holds a fixture for each.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The name that the code is printed under.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// What is wrong where it is reported, in a sentence.
            pub fn description(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc),+).trim(),)* }
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
    /// A name stands for several languages of the project.
    LocaleSeveral = "locale/several",
    /// Not a language tag.
    LocaleTag = "locale/tag",
    /// A language's folder has another name than the one that the language goes by.
    LocaleFolder = "locale/folder",
    /// A language's settings say something that can't be meant.
    LocaleSettings = "locale/settings",
    /// Nobody knows a language's own name.
    UnnamedLanguage = "locale/name",
    /// A message stands there as in the source language.
    Untranslated = "locale/untranslated",
    /// A part of a message stands there as in the source language.
    HalfTranslated = "locale/half-translated",
    /// The source language's words changed since a message was reviewed.
    Outdated = "locale/outdated",
    /// The review of a message held until a month that is past.
    Expired = "locale/expired",
    /// The reviews of a language say something that can't be meant.
    LocaleStatus = "locale/status",
    /// A message can't be approved as it is.
    Unapproved = "locale/unapproved",
    /// A leaflet that is to be final has messages that nobody has reviewed as they are.
    NotFinal = "locale/not-final",
    /// Not Fluent.
    FluentSyntax = "fluent/syntax",
    /// No space follows the sign of a comment.
    CrowdedComment = "fluent/comment",
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
    /// A case of a select is never printed, or all say the same.
    Case = "fluent/case",
    /// A number differs from the source language's.
    Number = "text/number",
    /// A telephone number or an address differs from the source language's.
    Address = "text/address",
    /// A text ends with another mark than the source language's, or has marks of another script.
    Punctuation = "text/punctuation",
    /// A text is in another language than its folder's.
    OtherLanguage = "text/language",
    /// The same words of the source language are translated in two ways.
    Inconsistent = "text/inconsistent",
    /// A term of the glossary is translated in another way.
    Term = "text/term",
    /// Something waits to be written, or is of another format.
    Placeholder = "text/placeholder",
    /// Characters of the other Chinese script.
    Script = "text/script",
    /// A long stretch of Thai has no word that is known.
    Unbroken = "text/unbroken",
    /// A message is empty.
    EmptyMessage = "fluent/empty",
    /// A tag is opened and not closed, or the reverse.
    UnclosedTag = "markup/unclosed",
    /// A tag that is not of the few allowed.
    UnknownTag = "markup/unknown-tag",
    /// A link's name has no address in the manifest.
    UnknownLink = "markup/unknown-link",
    /// A link prints a telephone number and dials another one.
    OtherNumber = "link/number",
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
    /// A translator's file can't be read, or an export can't be written.
    ExchangeFile = "exchange/file",
    /// A translator's file is in no language of the project, or in another one.
    ExchangeLanguage = "exchange/language",
    /// A translator's file has a text that the project has not.
    ExchangeUnknown = "exchange/unknown",
    /// The cases of a text are others in a translator's file than in the project.
    ExchangeCase = "exchange/case",
    /// A text is translated in two ways in translators' files.
    ExchangeTwice = "exchange/twice",
    /// A text changed in a translator's file and in the project.
    ExchangeConflict = "exchange/conflict",
    /// A text was translated from other words than the source language has now.
    ExchangeOutdated = "exchange/outdated",
    /// A text is marked as not done in a translator's file.
    ExchangeUnsure = "exchange/unsure",
    /// A file or folder can't be written.
    Output = "output/unwritable",
}
