//! PressLine: one of a shop's wishes, and what a file has of it; what is known of the file beside.

use serde::Serialize;

/// Declares the wishes with the names that reports use.
macro_rules! wishes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $word:literal;)*) => {
        /// What a shop can wish of a file, by a stable name.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum Wish {
            $($(#[$doc])* $variant,)*
        }

        impl Wish {
            /// Every wish, in the order in which they are told.
            pub const ALL: &'static [Wish] = &[$(Wish::$variant,)*];

            /// The name that reports use.
            pub fn name(self) -> &'static str {
                match self { $(Wish::$variant => $name,)* }
            }

            /// The same in a word, for a list.
            pub fn word(self) -> &'static str {
                match self { $(Wish::$variant => $word,)* }
            }
        }
    };
}

wishes! {
    /// Single pages, not several on a sheet.
    Imposed = "press/imposed", "pages";
    /// As many pages as can be stitched, or as belong in a file.
    Count = "press/count", "count";
    /// A page that is as large as its trim with bleed.
    Size = "press/size", "size";
    /// Ink over the trimmed edge.
    Bleed = "press/bleed", "bleed";
    /// What stands around the trim.
    Marks = "press/marks", "marks";
    /// The standard.
    Standard = "press/standard", "standard";
    /// The printing condition, by its name.
    Intent = "press/intent", "intent";
    /// Faces: embedded, or none.
    Fonts = "press/fonts", "fonts";
    /// Greys alone.
    Inks = "press/inks", "inks";
    /// A file for each ink.
    Plates = "press/plates", "plates";
    /// The most ink on one spot.
    Ink = "press/ink", "ink";
    /// The thinnest line.
    Line = "press/line", "line";
    /// The smallest type.
    Type = "press/type", "type";
    /// The smallest type that is left out of a field.
    Knockout = "press/knockout", "knockout";
    /// Text off the trimmed edge.
    Safe = "press/safe", "safe zone";
    /// Where the sheet is folded.
    Folds = "press/folds", "folds";
    /// Jumps from heading to heading.
    Bookmarks = "press/bookmarks", "bookmarks";
    /// What the file is called.
    Name = "press/name", "name";
}

/// Whether a wish is met.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is.
    Met,
    /// Not to the letter, but the shop can make it so.
    Note,
    /// It is not.
    Missed,
}

/// One of a shop's wishes, and what a file has of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PressLine {
    /// The wish.
    pub wish: Wish,
    /// Whether it is met.
    pub verdict: Verdict,
    /// What the shop wants.
    pub wanted: String,
    /// What the file has.
    pub found: String,
    /// What gets it: a command, or what to change; none where it is met.
    pub how: Option<String>,
}

/// What is known of a file beside what it holds.
#[derive(Clone, Copy, Default, Debug)]
pub struct SentFile<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The command that made it, without the press; none where it is not known.
    pub build: Option<&'a str>,
    /// The names of the files that lie beside it.
    pub beside: &'a [String],
}
