//! Why a picture can't be used.

/// Why a picture can't be used, told in one line.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PictureError {
    /// It has another kind, or none.
    #[error("it is no SVG, PNG or JPEG")]
    Kind,
    /// It is known to be of another kind.
    #[error("it is {0}, and no SVG, PNG or JPEG: {1}")]
    Foreign(&'static str, &'static str),
    /// Its file is larger than any picture has to be.
    #[error("it has {found} MB, more than {most}")]
    FileSize {
        /// How large it is, in whole megabytes.
        found: usize,
        /// How large it may be.
        most: usize,
    },
    /// It has no width or no height.
    #[error("it has no pixels")]
    NoPixels,
    /// It would take too much memory.
    #[error("it has {width} × {height} pixels, more than {} million: make it smaller", most / 1_000_000)]
    Pixels {
        /// How many pixels it has across.
        width: u32,
        /// How many it has down.
        height: u32,
        /// How many it may have in all.
        most: u64,
    },
    /// It ends before its picture does.
    #[error("it is cut short")]
    CutShort,
    /// It ends before its picture starts, or soon after.
    #[error("it is cut short: it holds no picture")]
    NoPicture,
    /// It is not as its kind of file has to be.
    #[error("it is damaged")]
    Damaged,
    /// A decoder gave up, for this reason.
    #[error("it is damaged or cut short: {0}")]
    Undecodable(String),
    /// A PNG whose pixels can't be counted.
    #[error("it is too large")]
    TooLarge,
    /// A PNG whose first frame does not fill it.
    #[error("its first picture is smaller than the file says")]
    FirstFrame,
    /// A JPEG of a kind that few programs read.
    #[error("it {0}: save it as a plain JPEG or as a PNG")]
    Unusual(Unusual),
    /// A drawing that can't be drawn exactly.
    #[error(transparent)]
    Drawing(#[from] DrawingError),
}

/// What makes a JPEG one that few programs read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unusual {
    /// Its coding is lossless, hierarchical or arithmetic.
    #[error("is coded in a way that few programs read")]
    Coding,
    /// It has segments of a kind that is not looked at.
    #[error("has parts that few programs read")]
    Parts,
    /// Its levels are finer than a byte holds.
    #[error("has more than eight bits a channel")]
    Depth,
    /// It is neither grey nor of three or four colours.
    #[error("has {0} channels")]
    Channels(usize),
    /// It comes in too many passes.
    #[error("is drawn in more than {0} passes")]
    Passes(usize),
}

/// Why a drawing can't be drawn as it is meant.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DrawingError {
    /// Its text is too long.
    #[error("it is longer than {most} MB: simplify its outlines, or save it as a PNG")]
    Long {
        /// The most, in megabytes.
        most: usize,
    },
    /// It is packed, and can't be unpacked.
    #[error("it is packed and can’t be unpacked: save it as plain SVG")]
    Packed,
    /// Its bytes are no text.
    #[error("it is not written in UTF-8: save it as plain SVG")]
    Encoding,
    /// Its document type declares more than short names for words.
    #[error("its <!DOCTYPE> declares more than short words: save it as plain SVG without one")]
    Doctype,
    /// It declares names of elements again and again.
    #[error("it has more than {0} attributes in one element or `xmlns` in all: save it as plain SVG")]
    Attributes(usize),
    /// It is not XML, for this reason.
    #[error("it is not XML: {0}")]
    Xml(String),
    /// It is no SVG, for this reason.
    #[error("{0}")]
    Svg(String),
    /// Its elements lie deeper in each other than a reader by recursion bears.
    #[error("its elements lie more than {0} deep in each other")]
    Nesting(usize),
    /// It has too many elements, those that others repeat counted each time.
    #[error("it has more than {0} elements: simplify it, or save it as a PNG")]
    Elements(u32),
    /// Its filters take too long.
    #[error("its shadows and other filters would take long: simplify them, or save it as a PNG")]
    Effort,
    /// Its style sheets have too many rules for its elements.
    #[error("its style sheets have too many rules: save it as plain SVG, without style sheets")]
    Rules,
    /// Its outlines have too many steps.
    #[error("its outlines have more than {0} points: simplify it, or save it as a PNG")]
    Steps(usize),
    /// An element that refers to itself.
    #[error("it uses itself")]
    UsesItself,
    /// A long chain of elements that refer to each other.
    #[error("its elements use each other more than {0} deep")]
    UseDepth(usize),
    /// An element that can't be drawn.
    #[error("it holds a <{0}>, which can’t be printed: save it as plain SVG of outlines, or as a PNG")]
    Element(String),
    /// It refers to something outside itself.
    #[error("it refers to `{0}` outside itself: put that into the drawing")]
    Outside(String),
    /// A rule of its style sheet that browsers heed and this reader can't.
    #[error(
        "its style sheet has `{0}`, which can’t be heeded here: save it as plain SVG, without style sheets"
    )]
    Rule(String),
    /// A declaration that browsers heed and this reader can't.
    #[error("it says `{name}: {value}`, which can’t be heeded here: save it as plain SVG, without that")]
    Declaration {
        /// The property.
        name: &'static str,
        /// Its value.
        value: String,
    },
    /// A length in a unit that paper does not have.
    #[error("it has the length `{0}`, which depends on a screen: give it in px or mm")]
    Length(String),
    /// It goes far beyond its canvas.
    #[error("it has points more than {0} times its size away: cut off what lies outside its canvas")]
    Far(u32),
    /// A number of it is far too large or too small.
    #[error("it has {0} far too large or too small for its canvas, or far away from it: simplify it")]
    Extreme(&'static str),
    /// A pattern that is finer than the pixels of which it would be made.
    #[error("it has a pattern of more than {0} tiles across: make its tiles larger, or take a plain colour")]
    Fine(u32),
    /// A class names a colour that the palette does not have.
    #[error("it asks for the colour `{0}`, which the palette does not have")]
    UnknownColour(String),
    /// An outline has a colour, in hexadecimal digits, that the palette does not have.
    #[error("it uses the colour {hex}, which the palette does not have{}", hint(hex))]
    OtherColour {
        /// The colour.
        hex: String,
    },
    /// It has something that a drawing of a look can't have.
    #[error("it uses {0}, and a look draws with opaque outlines in the colours of its palette alone")]
    Effect(&'static str),
    /// It holds a picture of a kind that is not read.
    #[error(
        "it holds a picture of another kind, `{0}`: turn it into a PNG or a JPEG and put that into the drawing"
    )]
    InlayKind(String),
    /// A picture of pixels within it can't be used.
    #[error("it holds a picture that can’t be used: {0}")]
    Inlay(String),
    /// It holds letters.
    #[error(
        "it holds text: turn the text into outlines (Inkscape: Path, Object to Path; Illustrator: Type, Create Outlines)"
    )]
    Text,
    /// Nothing in it would be seen.
    #[error("it draws nothing")]
    Nothing,
}

/// The start of a text, to be shown.
pub(super) fn shortened(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    if short.len() < text.len() { short + "…" } else { short }
}

fn hint(hex: &str) -> &'static str {
    if hex == "#000000" { " (an outline without a `fill-…` class is black)" } else { "" }
}
