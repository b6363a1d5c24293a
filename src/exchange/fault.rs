//! What is wrong with a translator's file itself, before anything is known of its texts.

use std::ops::Range;

/// Something that is wrong, with its place in the text of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where.
    pub place: Range<usize>,
    /// The cell of a table that it is about: `D5`.
    pub cell: Option<String>,
}

/// What can be wrong.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FaultKind {
    /// It is of a format that is not read.
    #[error("it is {0}")]
    OtherFormat(&'static str),
    /// It is cut short or damaged.
    #[error("it can’t be read as {0}: {1}")]
    Damaged(&'static str, String),
    /// It unpacks to more than anybody writes.
    #[error("it unpacks to more than {0} MB")]
    TooLarge(u64),
    /// It has more rows or columns than anybody writes.
    #[error("it has more than {0}")]
    TooMany(&'static str),
    /// No column of a table tells which text is which.
    #[error("no column holds the names of the texts")]
    NoIds,
    /// No column of a table holds translations.
    #[error("no column is called “translation”")]
    NoTranslations,
    /// A cell holds what is no text.
    #[error("this cell holds {0}, and no text")]
    NoText(&'static str),
    /// A cell holds a formula.
    #[error("this cell holds a formula, and no text")]
    Formula,
    /// Cells are merged.
    #[error("cells are merged here, so that some have no text of their own")]
    Merged,
    /// A row has more cells than the heading.
    #[error("this row has more cells than the first one")]
    MoreCells,
    /// A quotation mark is opened and not closed.
    #[error("a quotation mark is opened and not closed")]
    Unclosed,
    /// A line of a PO file means nothing.
    #[error("this line means nothing in a PO file")]
    StrangeLine,
    /// A backslash of a PO file means nothing.
    #[error("this backslash means nothing in a PO file")]
    StrangeEscape,
    /// A text of a PO file has no original.
    #[error("a translation stands here without its msgid")]
    NoOriginal,
    /// A text of a PO file has no translation line.
    #[error("no msgstr follows this msgid")]
    NoMsgstr,
    /// A rule for plural forms can't be meant.
    #[error("the Plural-Forms of its header can’t be understood")]
    PluralForms,
    /// A plural form is missing or is one too many.
    #[error("there is no plural form {0} in this language")]
    PluralForm(usize),
    /// An XML file is another one.
    #[error("it is XML, and no XLIFF 1.2 or 2")]
    OtherXml,
    /// An inline code stands for something that nobody knows.
    #[error("the inline code “{0}” stands for nothing that the source text has")]
    UnknownCode(String),
    /// The file says that it is in another encoding.
    #[error("it says that it is written in {0}, and not in UTF-8")]
    Charset(String),
}

impl FaultKind {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            FaultKind::OtherFormat(_) => {
                "in the spreadsheet program, say “Save as” and choose XLSX or CSV UTF-8; PO and XLIFF files are read as they are"
            }
            FaultKind::Damaged(..) => "save or download it again, or export anew and fill it in once more",
            FaultKind::TooLarge(_) | FaultKind::TooMany(_) => {
                "take out what does not belong to the texts, or copy the table into a new file"
            }
            FaultKind::NoIds => {
                "leave the column “id” as it was exported; the order of rows and columns does not matter"
            }
            FaultKind::NoTranslations => {
                "write “translation” into the first row, above the column with the translations"
            }
            FaultKind::NoText(_) => "format the cell as text and write the words once more",
            FaultKind::Formula => {
                "put the words themselves there: copy the cell, and paste it into itself as a value (“Paste special”)"
            }
            FaultKind::Merged => {
                "split the cells again (“Unmerge cells”), and write each text into its own row"
            }
            FaultKind::MoreCells => {
                "a comma or semicolon within a text parts it in CSV: put the whole text in quotation marks, or send the XLSX"
            }
            FaultKind::Unclosed => {
                "put a \" where the text ends; a \" within a text is written twice in CSV, and as \\\" in PO"
            }
            FaultKind::StrangeLine => {
                "a line starts with #, msgctxt, msgid, msgstr or a quotation mark; take it out, or put it into quotation marks"
            }
            FaultKind::StrangeEscape => {
                "write \\\\ for a backslash, \\n for a line end and \\\" for a quotation mark"
            }
            FaultKind::NoOriginal => "write the msgid above it, or take it out",
            FaultKind::NoMsgstr => "write msgstr \"\" below it, or take it out",
            FaultKind::PluralForms => "take the header of a file that was exported for this language",
            FaultKind::PluralForm(_) => "export anew, and fill in the forms that stand there",
            FaultKind::OtherXml => "export from the translation tool as XLIFF, or as PO",
            FaultKind::UnknownCode(_) => {
                "take the inline codes from the source text, by the tool’s own command for that"
            }
            FaultKind::Charset(_) => "save it as UTF-8, and write UTF-8 into its header",
        }
    }
}

impl FaultKind {
    /// In a cell of a table.
    pub(super) fn in_cell(self, place: Range<usize>, cell: String) -> Fault {
        Fault { cell: Some(cell), ..self.at(place) }
    }

    /// At a place.
    pub(super) fn at(self, place: Range<usize>) -> Fault {
        Fault { kind: self, place, cell: None }
    }
}
