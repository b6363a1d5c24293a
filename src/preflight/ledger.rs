//! The ledger: each clause of PDF/X-4 (ISO 15930-7), PDF/X-1a (ISO 15930-1, 15930-4), PDF/X-3 (ISO 15930-3), PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) that touches what we write, and
//! how it is held: by the way that a file is made, by a check here, or by who writes the text. Clauses that only concern what
//! we never write (sound, forms, tables, optional content) stand together at the end of each part.
//! The clauses of ISO 15930-7 are named by their subject.

use super::check::Check;

/// A standard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standard {
    /// ISO 15930-7:2010.
    X4,
    /// ISO 15930-1:2001 and ISO 15930-4:2003.
    X1a,
    /// ISO 15930-3:2002.
    X3,
    /// ISO 14289-1:2014.
    Ua1,
    /// ISO 19005-2:2011, level A.
    A2a,
    /// What the house asks for beyond the standards (docs/print.md, "What printers ask" and "Careful by default").
    House,
}

impl Standard {
    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Standard::X4 => "PDF/X-4",
            Standard::X1a => "PDF/X-1a",
            Standard::X3 => "PDF/X-3",
            Standard::Ua1 => "PDF/UA-1",
            Standard::A2a => "PDF/A-2a",
            Standard::House => "Polyleaf",
        }
    }
}

/// How a clause is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Held {
    /// By the way that the file is made: the module that does it.
    Construction(&'static str),
    /// By that and by checks, which also examine files of other programs.
    Both(&'static str, &'static [Check]),
    /// By who writes the text or the layout: what is asked of them.
    User(&'static str),
}

/// A clause and how it is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clause {
    /// The standard.
    pub standard: Standard,
    /// The clause's number, or its subject.
    pub clause: &'static str,
    /// What it asks for.
    pub asks: &'static str,
    /// How it is held.
    pub held: Held,
}

const fn clause(standard: Standard, clause: &'static str, asks: &'static str, held: Held) -> Clause {
    Clause { standard, clause, asks, held }
}

use Held::{Both, Construction, User};
use Standard::{A2a, House, Ua1, X1a, X3, X4};

/// All clauses, standard by standard and clause by clause.
#[rustfmt::skip]
pub const LEDGER: &[Clause] = &[
    // PDF/X-4.
    clause(X4, "identification", "GTS_PDFXVersion in XMP says PDF/X-4", Both("pdf::metadata", &[Check::Version])),
    clause(X4, "file structure", "no encryption; a trailer with ids", Both("pdf::metadata::fill_id", &[Check::Unreadable, Check::Id])),
    clause(X4, "page boxes", "a TrimBox in a BleedBox in a MediaBox on each page", Both("pdf::catalog::complete_pages", &[Check::NoPage, Check::Trim, Check::Nested])),
    clause(X4, "output intent", "one intent for a press, by name or with a profile", Both("pdf::catalog::complete_catalog", &[Check::Intent])),
    clause(X4, "colour", "a device’s colours only of the intent’s device", Both("pdf::content", &[Check::Rgb, Check::Device])),
    clause(X4, "fonts", "every face embedded", Both("pdf::fonts::embed_faces", &[Check::Embedded, Check::Damaged])),
    clause(X4, "Trapped", "True or False, never unknown", Both("pdf::metadata", &[Check::Trapped])),
    clause(X4, "annotations", "none on the page but traps and printers’ marks", Both("pdf::side", &[Check::Annotation])),
    clause(X4, "actions", "none, and no scripts", Both("pdf::catalog::complete_catalog", &[Check::Action])),
    clause(X4, "metadata", "title and dates, where Info and XMP have both, are alike", Both("pdf::metadata", &[Check::Xmp])),
    clause(X4, "overprint, layers, attachments", "only within bounds", Construction("pdf::run: small black text overprints; no layers, no files")),
    clause(X4, "transparency", "the space that it is mixed in is told", Construction("pdf::images: what is seen through is a picture with a soft mask, or stands in a drawing (`pdf::drawing`), and its page has a group")),

    // PDF/X-1a and PDF/X-3, which `standard` of a press asks for.
    clause(X1a, "identification", "Info says PDF/X-1:2001 with the conformance PDF/X-1a:2001, or PDF/X-1a:2003", Construction("pdf::metadata::add_metadata")),
    clause(X1a, "version", "written in terms of PDF 1.3 (2001) or 1.4 (2003): no packed objects, no later keys", Construction("pdf::save, pdf::catalog::knows_reading")),
    clause(X1a, "Info", "a title, both dates, Trapped True or False", Construction("pdf::metadata::add_metadata, spec::manifest_file: a project has a date")),
    clause(X1a, "trailer", "ids, no encryption", Construction("pdf::metadata::fill_id")),
    clause(X1a, "page boxes", "a TrimBox in a BleedBox in a MediaBox on each page", Construction("pdf::catalog::complete_pages")),
    clause(X1a, "output intent", "one of PDF/X, its condition by a name of the ICC’s registry", Construction("pdf::inks::output_intents")),
    clause(X1a, "colour", "process inks, greys and inks of their own, and no colours by a profile", Construction("pdf::content, pdf::images::Space")),
    clause(X1a, "fonts", "every face embedded, or none", Construction("pdf::fonts::embed_faces, pdf::outlined")),
    clause(X1a, "transparency", "no soft masks, no groups, no opacity", Construction("picture::opaque: pixels are laid on their ground; what can’t be is picture/see-through, and no PDF")),
    clause(X1a, "filters", "no LZW, no JPEG 2000, no JBIG2", Construction("pdf::images: zlib and JPEG alone")),
    clause(X1a, "annotations, actions, files", "none", Construction("pdf::marked: no links on a press, and nothing else is written")),
    clause(X3, "identification", "Info says PDF/X-3:2002", Construction("pdf::metadata::add_metadata")),
    clause(X3, "version", "written in terms of PDF 1.3: no packed objects, no later keys", Construction("pdf::save, pdf::catalog::knows_reading")),
    clause(X3, "Info, trailer, boxes, fonts, filters", "as PDF/X-1a", Construction("pdf::metadata::add_metadata, pdf::catalog::complete_pages")),
    clause(X3, "output intent", "one of PDF/X, with its profile or by a name of the registry", Construction("pdf::inks::output_intents")),
    clause(X3, "colour", "inks of the intent; colours by a profile would be let pass and are not written", Construction("pdf::content")),
    clause(X3, "transparency", "no soft masks, no groups, no opacity", Construction("picture::opaque: as for PDF/X-1a")),

    // PDF/UA-1.
    clause(Ua1, "5", "pdfuaid:part in XMP is a part that there is", Both("pdf::metadata::STANDARDS", &[Check::Xmp])),
    clause(Ua1, "6.2", "tagged as ISO 32000-1 14.8 says", Both("pdf::tree::add_tree", &[Check::Tagged])),
    clause(Ua1, "7.1 content", "all content is in the structure or an artifact", Both("pdf::marked", &[Check::Marked, Check::Parents])),
    clause(Ua1, "7.1 order", "the structure is in reading order", User("sections and blocks stand in polyleaf.toml as they are to be read")),
    clause(Ua1, "7.1 order of words", "the words of a line are read as they stand", Both("pdf::tags", &[Check::Order])),
    clause(Ua1, "7.1 roles", "types are standard, or map to standard ones", Both("pdf::tags", &[Check::Role])),
    clause(Ua1, "7.1 suspects", "Suspects is not true", Both("pdf::tree::add_tree", &[Check::Suspects])),
    clause(Ua1, "7.1 title", "a title, shown instead of the file’s name", Both("pdf::catalog::preferences", &[Check::Title])),
    clause(Ua1, "7.1 meaning", "nothing is told by colour, shape or place alone", User("say in words what a colour or a place means")),
    clause(Ua1, "7.2 language", "the language of all text is told", Both("pdf::catalog::complete_catalog, pdf::tags", &[Check::Language])),
    clause(Ua1, "7.2 parts", "words of another language are marked", User("mark them with <span lang=\"…\"> in the messages")),
    clause(Ua1, "7.3", "a figure has alternative text", Both("pdf::tags", &[Check::Alt])),
    clause(Ua1, "7.3 words", "the alternative text says what the figure says", User("write it in the messages")),
    clause(Ua1, "7.4.2", "headings skip no level", Both("pdf::tags", &[Check::Heading])),
    clause(Ua1, "7.6", "lists are tagged as lists", Construction("pdf::tags from the roles steps and points")),
    clause(Ua1, "7.16", "no encryption that shuts readers out", Both("pdf::save", &[Check::Unreadable])),
    clause(Ua1, "7.17", "an outline that follows the order", Construction("pdf::outline")),
    clause(Ua1, "7.18.3", "the tab key follows the structure", Both("pdf::tree::add_tree", &[Check::Tabs])),
    clause(Ua1, "7.18.5", "links are in Link elements and have words", Both("pdf::catalog::annotation, pdf::tags", &[Check::Link])),
    clause(Ua1, "7.21.4.1", "faces are embedded", Both("pdf::fonts::embed_faces", &[Check::Embedded])),
    clause(Ua1, "7.21.7", "codes can be turned into Unicode", Both("pdf::fonts", &[Check::Unicode])),
    clause(Ua1, "7.21.8", "no glyph is .notdef", Construction("text: a missing glyph is font/missing-glyph, and no PDF")),
    clause(Ua1, "7.5, 7.7–7.15, 7.18.4, 7.19, 7.20", "tables, formulas, notes, layers, scripts, forms, films", Construction("never written")),

    // PDF/A-2a.
    clause(A2a, "6.1.2", "the header, with a comment of four high bytes", Construction("lopdf")),
    clause(A2a, "6.1.3", "a trailer with ids and without encryption", Both("pdf::metadata::fill_id", &[Check::Id, Check::Unreadable])),
    clause(A2a, "6.1.7.2", "no LZW", Both("pdf::save", &[Check::Lzw])),
    clause(A2a, "6.1.13", "numbers, names and nesting within bounds", Both("geom: finite lengths on a page", &[Check::Excess])),
    clause(A2a, "6.2.3", "an output intent with its profile", Both("pdf::catalog::complete_catalog", &[Check::Intent])),
    clause(A2a, "6.2.4.3", "a device’s colours only with an intent for it", Both("pdf::content", &[Check::Device])),
    clause(A2a, "6.2.11.4.1", "every face that draws is embedded", Both("pdf::fonts::embed_faces", &[Check::Embedded, Check::Damaged])),
    clause(A2a, "6.2.11.5", "widths as in the program", Construction("pdf::fonts")),
    clause(A2a, "6.2.11.7.2", "ToUnicode for all codes", Both("pdf::fonts", &[Check::Unicode])),
    clause(A2a, "6.3", "annotations with their flags", Construction("pdf::catalog::annotation")),
    clause(A2a, "6.5.1", "no scripts or launches, on pages, in links or in the outline", Both("pdf::catalog::complete_catalog", &[Check::Action])),
    clause(A2a, "6.6.2.1", "an XMP packet whose title and dates are those of Info", Both("pdf::metadata", &[Check::Xmp])),
    clause(A2a, "6.6.2.3", "schemas of others are described", Construction("pdf::metadata::STANDARDS")),
    clause(A2a, "6.6.4", "pdfaid says part 2, conformance A", Construction("pdf::metadata::STANDARDS")),
    clause(A2a, "6.7.2.2", "MarkInfo says that it is tagged", Both("pdf::tree::add_tree", &[Check::Tagged])),
    clause(A2a, "6.7.3.4", "types map to standard ones", Both("pdf::tags", &[Check::Role])),
    clause(A2a, "6.7.4", "the language is told", Both("pdf::catalog::complete_catalog", &[Check::Language])),
    clause(A2a, "6.7.5", "alternative text where a picture speaks", Both("pdf::tags", &[Check::Alt])),
    clause(A2a, "6.7.7", "replacement text where glyphs are not the text", Construction("pdf::reading")),
    clause(A2a, "6.8", "no files within the file", Both("pdf::catalog::complete_catalog", &[Check::Attachment])),
    clause(A2a, "6.2.10", "transparency is mixed in a space that is told", Construction("pdf::images, pdf::drawing: soft masks and groups, and a group on their page")),
    clause(A2a, "6.2.5–6.2.9, 6.4, 6.9", "PostScript, pictures in JPEG 2000, forms, layers", Construction("never written")),

    // The house.
    clause(House, "bleed", "3 mm of it", Both("sheet", &[Check::Bleed])),
    clause(House, "sheets", "all alike, of a paper that is sold", Both("fold::PAPERS", &[Check::Alike, Check::Paper])),
    clause(House, "margin", "no text starts where an office printer does not print", Both("spec::geometry", &[Check::Margin])),
    clause(House, "line", "0.25 pt at least, 0.5 pt in tints and several inks", Both("proof::drawing", &[Check::Hairline])),
    clause(House, "ink", "240 % at most", Both("spec::look", &[Check::Total, Check::Unmeasured])),
    clause(House, "black", "small text in one ink, never in that of marks", Both("color::Color::BLACK", &[Check::Text, Check::Registration])),
    clause(House, "size", "no type under 6 pt", Both("fit", &[Check::Small])),
    clause(House, "resolution", "300 ppi on a press", Both("picture", &[Check::Resolution])),
    clause(House, "faces", "cut down to what is used, as outlines", Both("pdf::fonts::embed_faces", &[Check::Subset, Check::Type3])),
    clause(House, "printing", "at its own size, turned along the right edge", Both("pdf::catalog::preferences", &[Check::Scaling, Check::Duplex])),
    clause(House, "who", "no name of a person", Both("pdf::metadata", &[Check::Person, Check::Place])),
    clause(House, "where", "no folder, machine or camera", Both("pdf::metadata", &[Check::Path, Check::Host, Check::Software, Check::Camera, Check::Private])),
    clause(House, "when", "no time but the manifest’s date", Both("pdf::metadata::first_day", &[Check::Clock, Check::Zone])),
    clause(House, "which", "ids from the content alone, no tracking, no earlier state", Both("pdf::metadata::fill_id", &[Check::Random, Check::Tracking, Check::Revision, Check::Sealed])),
    clause(House, "hidden", "nothing that is not seen on its pages", Both("picture, pdf", &[Check::FormValue, Check::Layer, Check::Thumbnail, Check::HiddenText, Check::HiddenPixels])),
    clause(House, "whole", "nothing of a file goes unread", Both("preflight", &[Check::Unlooked])),
    clause(House, "address", "links go where they say", User("give whole addresses in polyleaf.toml, no shortened ones")),
];

impl Held {
    /// In words, for a listing.
    pub fn words(&self) -> String {
        let names = |checks: &[Check]| checks.iter().map(|check| check.name()).collect::<Vec<_>>().join(", ");
        match self {
            Construction(by) => format!("made so: {by}"),
            Both(by, checks) => format!("made so: {by}; checked: {}", names(checks)),
            User(asked) => format!("left to you: {asked}"),
        }
    }

    /// The checks that hold it.
    pub fn checks(&self) -> &'static [Check] {
        match self {
            Both(_, checks) => checks,
            Construction(_) | User(_) => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn no_clause_stands_twice() {
        let mut seen = BTreeSet::new();
        for clause in LEDGER {
            assert!(
                seen.insert((clause.standard, clause.clause)),
                "{} {}",
                clause.standard.name(),
                clause.clause
            );
        }
    }

    #[test]
    fn every_check_holds_a_clause() {
        let held: BTreeSet<Check> = LEDGER.iter().flat_map(|clause| clause.held.checks()).copied().collect();
        let idle: Vec<&str> =
            Check::ALL.iter().filter(|check| !held.contains(check)).map(|check| check.name()).collect();
        assert!(idle.is_empty(), "{idle:?}");
    }

    #[test]
    fn no_two_checks_have_one_name() {
        let names: BTreeSet<&str> = Check::ALL.iter().map(|check| check.name()).collect();
        assert_eq!(names.len(), Check::ALL.len());
    }

    /// The text of all files of a module: of `a::b`, of `a/b.rs`, or of `a.rs` and all in `a`.
    fn source(path: &Path) -> Option<String> {
        let file = path.with_extension("rs");
        let inside = std::fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
        let files = [file]
            .into_iter()
            .chain(inside)
            .filter(|file| file.is_file() && file.extension().is_some_and(|end| end == "rs"));
        let texts: Vec<String> = files.map(|file| std::fs::read_to_string(file).unwrap()).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    /// Whether a module, and what it is said to define, are there.
    fn is_there(holder: &str) -> bool {
        let steps: Vec<&str> = holder.split("::").collect();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let defines = |text: &str, item: &str| {
            ["fn", "const", "static", "struct", "enum", "mod"].iter().any(|kind| {
                text.match_indices(&format!("{kind} {item}")).any(|(at, found)| {
                    let next = text[at + found.len()..].chars().next();
                    next.is_some_and(|next| !next.is_alphanumeric() && next != '_')
                })
            })
        };
        // The longest start of the path that is a module; each step after it is defined there.
        (1..=steps.len())
            .rev()
            .find_map(|count| Some((count, source(&root.join(steps[..count].join("/")))?)))
            .is_some_and(|(count, text)| steps[count..].iter().all(|item| defines(&text, item)))
    }

    #[test]
    fn what_is_not_there_is_missed() {
        for there in ["pdf::tree::add_tree", "pdf::save", "fold::PAPERS", "color::Color::BLACK", "preflight"]
        {
            assert!(is_there(there), "{there}");
        }
        for not in ["pdf::tags::grow", "pdf::tree::add_tre", "nowhere", "color::Color::BLAC", "pdf::nothing"]
        {
            assert!(!is_there(not), "{not}");
        }
    }

    /// The modules and functions that are named are there.
    #[test]
    fn what_holds_by_construction_is_there() {
        // What others hold, and what is nowhere.
        let outside = ["lopdf", "never"];
        for clause in LEDGER {
            let (Construction(by) | Both(by, _)) = clause.held else { continue };
            // What comes after a colon or a space says how.
            let paths = by.split(": ").next().unwrap().split(", ");
            for path in paths.map(|path| path.split(' ').next().unwrap()) {
                assert!(outside.contains(&path) || is_there(path), "{path}");
            }
        }
    }
}
