//! Why a picture can't be used.

/// Why a picture can't be used, told in one line.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PictureError {
    /// It has another kind, or none.
    #[error("it is no SVG, PNG or JPEG")]
    Kind,
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

/// Why a drawing can't be drawn exactly.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DrawingError {
    /// It has a document type, by which an entity could reach for a file, or grow.
    #[error("it has a <!DOCTYPE>: save it as plain SVG without one")]
    Doctype,
    /// It is not XML, for this reason.
    #[error("it is not XML: {0}")]
    Xml(String),
    /// It is no SVG, for this reason.
    #[error("{0}")]
    Svg(String),
    /// Its elements lie deeper in each other than a reader by recursion bears.
    #[error("its elements lie more than {0} deep in each other")]
    Nesting(usize),
    /// It has too many elements, those that `<use>` repeats counted each time.
    #[error("it has more than {0} elements: simplify it")]
    Elements(u32),
    /// A `<use>` that leads back to itself.
    #[error("it uses itself")]
    UsesItself,
    /// A long chain of `<use>`.
    #[error("its elements use each other more than {0} deep")]
    UseDepth(usize),
    /// An element that is neither an outline nor holds or describes some.
    #[error("it holds a <{0}>, and only plain outlines can be drawn")]
    Element(String),
    /// It refers to something outside itself.
    #[error("it refers to `{0}` outside itself")]
    Outside(String),
    /// A class names a colour that the palette does not have.
    #[error("it asks for the colour `{0}`, which the palette does not have")]
    UnknownColour(String),
    /// An outline has a colour, in hexadecimal digits, that the palette does not have.
    #[error("it uses the colour {hex}, which the palette does not have{}", hint(hex))]
    OtherColour {
        /// The colour.
        hex: String,
    },
    /// It uses something that lets another thing through.
    #[error("it uses {0}, and only opaque outlines can be drawn")]
    Effect(&'static str),
    /// A colour that changes from place to place.
    #[error("it uses a gradient or a pattern, and only plain colours can be drawn")]
    Gradient,
    /// A broken stroke.
    #[error("it uses dashes, and only unbroken strokes can be drawn")]
    Dashes,
    /// A stroke of which the ends and the joins differ.
    #[error("its strokes must be round in both ends and joins, or in neither")]
    Ends,
    /// It holds a picture of pixels.
    #[error("it holds an image")]
    Image,
    /// It holds letters.
    #[error("it holds text")]
    Text,
    /// Nothing in it would be seen.
    #[error("it draws nothing")]
    Nothing,
}

fn hint(hex: &str) -> &'static str {
    if hex == "#000000" { " (an outline without a `fill-…` class is black)" } else { "" }
}
