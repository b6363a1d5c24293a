//! The checks by their names, and where the rule of each comes from.

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

            /// Where its rule comes from: a clause of a standard that anybody can look up, or the reason in plain words.
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
    /// Not all was looked at.
    Unlooked = "file/not-all-read", "what nobody looked at may hold anything";
    /// Something is beyond what the format can hold.
    Excess = "file/excess", "ISO 19005-2 6.1.13; ISO 32000-1 C.2";
    /// There is no page.
    NoPage = "box/no-page", "ISO 32000-1 7.7.3";
    /// A page has no TrimBox.
    Trim = "box/trim", "PDF/X-4, page boxes";
    /// A box is not within the one around it.
    Nested = "box/nested", "PDF/X-4, page boxes";
    /// There is less bleed than a guillotine needs.
    Bleed = "box/bleed", "print shops ask for 3 mm or 1/8 in";
    /// Pages are of several sizes.
    Alike = "box/alike", "sheets are cut and folded in one stack";
    /// The trimmed page is no paper that is sold.
    Paper = "box/paper", "ISO 216; Letter, Legal and Tabloid";
    /// Text stands where an office printer does not print.
    Margin = "box/margin", "office printers leave 6.35 mm (1/4 in) white";
    /// A face is not embedded.
    Embedded = "font/embedded", "ISO 19005-2 6.2.11.4.1; PDF/X-4, fonts";
    /// A face is embedded whole.
    Subset = "font/subset", "ISO 32000-1 9.6.4";
    /// Codes can't be turned into text.
    Unicode = "font/unicode", "ISO 14289-1 7.21.7; ISO 19005-2 6.2.11.7.2";
    /// Glyphs are programs of their own.
    Type3 = "font/type3", "ISO 32000-1 9.6.5";
    /// An embedded program can't be read.
    Damaged = "font/damaged", "ISO 19005-2 6.2.11.4.1";
    /// Type is too small to read.
    Small = "type/small", "print shops ask for 6 pt at least";
    /// A colour in RGB where there are inks.
    Rgb = "ink/rgb", "PDF/X-4, colour; print shops ask for process inks";
    /// More ink than the paper takes.
    Total = "ink/total", "print shops allow 250 % and more, by their paper";
    /// Text in several inks never registers.
    Text = "ink/text", "print shops ask for small text in black alone";
    /// A line is too thin for a press.
    Hairline = "ink/hairline", "print shops ask for lines of 0.25 pt, and of 0.5 pt in tints and several inks";
    /// The colour of marks, on the page.
    Registration = "ink/registration", "ISO 32000-1 8.6.6.4";
    /// A device's colours without an intent that says which device.
    Device = "ink/device", "PDF/X-4, colour; ISO 19005-2 6.2.4.3";
    /// No intent says which printing condition is meant.
    Intent = "ink/intent", "PDF/X-4, output intent; ISO 19005-2 6.2.3";
    /// A picture is too coarse.
    Resolution = "picture/resolution", "print shops ask for 300 ppi";
    /// A picture whose pixels can't be measured.
    Unmeasured = "picture/unmeasured", "print shops allow 250 % and more, by their paper";
    /// The file is not tagged.
    Tagged = "tag/tagged", "ISO 14289-1 6.2; ISO 19005-2 6.7.2.2";
    /// The tags are said not to be trusted.
    Suspects = "tag/suspects", "ISO 14289-1 7.1";
    /// Something is drawn that is neither read nor an artifact.
    Marked = "tag/marked", "ISO 14289-1 7.1";
    /// A piece of content is in no element, or the other way round.
    Parents = "tag/parents", "ISO 32000-1 14.7.4.4";
    /// Words of a line are read in another order than they stand in.
    Order = "tag/order", "ISO 14289-1 7.1; WCAG 2.2, 1.3.2";
    /// A type of element is no standard one and maps to none.
    Role = "tag/role", "ISO 14289-1 7.1; ISO 19005-2 6.7.3.4";
    /// A heading skips a level.
    Heading = "tag/heading", "ISO 14289-1 7.4.2";
    /// A figure has no words.
    Alt = "tag/alt", "ISO 14289-1 7.3";
    /// A link is in no element, or has no words.
    Link = "tag/link", "ISO 14289-1 7.18.5";
    /// A page with annotations does not follow the structure.
    Tabs = "tag/tabs", "ISO 14289-1 7.18.3";
    /// No language is told.
    Language = "doc/language", "ISO 14289-1 7.2; ISO 19005-2 6.7.4";
    /// There is no title, or it is not shown.
    Title = "doc/title", "ISO 14289-1 7.1";
    /// XMP is missing or broken, or says other than Info.
    Xmp = "doc/xmp", "ISO 19005-2 6.6.2.1; ISO 14289-1 5";
    /// Nothing tells whether traps are in.
    Trapped = "doc/trapped", "PDF/X-4, Trapped";
    /// The file does not say that it is PDF/X-4.
    Version = "doc/version", "PDF/X-4, identification";
    /// Printed to fit the page, every fold moves.
    Scaling = "doc/scaling", "ISO 32000-1 12.2, PrintScaling";
    /// Nothing tells along which edge the sheet is turned.
    Duplex = "doc/duplex", "ISO 32000-1 12.2, Duplex";
    /// Something to click where there is only paper.
    Annotation = "doc/annotation", "PDF/X-4, annotations";
    /// Scripts, launches, forms.
    Action = "doc/action", "ISO 19005-2 6.5.1";
    /// A file within the file.
    Attachment = "doc/attachment", "ISO 19005-2 6.8";
    /// Somebody's name.
    Person = "trace/person", "privacy: who made it";
    /// A folder of somebody's machine.
    Path = "trace/path", "privacy: on which machine";
    /// A machine's name or address.
    Host = "trace/host", "privacy: on which machine";
    /// A time of day.
    Clock = "trace/clock", "privacy: when";
    /// A time zone.
    Zone = "trace/zone", "privacy: when and where";
    /// An id made up at random, which ties copies together.
    Random = "trace/id", "privacy: which copies belong together";
    /// Which program made it.
    Software = "trace/software", "privacy: with which program";
    /// What a program keeps for itself in the file.
    Private = "trace/private", "ISO 32000-1 14.5";
    /// What a camera or scanner tells in a picture.
    Camera = "trace/camera", "privacy: with which camera";
    /// Where a picture was taken.
    Place = "trace/place", "privacy: where";
    /// A link that tells who follows it.
    Tracking = "trace/tracking", "privacy: who reads it";
    /// What was on the pages before they were changed.
    Revision = "trace/revision", "ISO 32000-1 7.5.6";
    /// What somebody filled into a form.
    FormValue = "trace/form", "privacy: who filled it in";
    /// The name of a layer.
    Layer = "trace/layer", "privacy: what it was called";
    /// A small picture that may be older than what it shows.
    Thumbnail = "trace/thumbnail", "ISO 32000-1 12.3.4";
    /// Text that nobody sees.
    HiddenText = "trace/hidden-text", "privacy: what nobody sees";
    /// What the mask of a picture hides.
    HiddenPixels = "trace/hidden-pixels", "privacy: what nobody sees";
    /// A part that could not be searched.
    Sealed = "trace/sealed", "privacy: what nobody can search";
}
