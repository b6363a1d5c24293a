//! Polyleaf sets one text in many languages into print-ready leaflets: folded leaflets, factsheets, booklets, zines, wallet
//! cards, posters.
//!
//! A [`Project`] is a folder of plain files (a manifest, messages in Fluent, layouts in TOML), the factsheet that is built
//! into the crate, or files in memory. [`Project::set`] sets one leaflet in one language and layout and gives a
//! [`ReadyLeaflet`], which is written as PDF, PNG, text or JSON. [`Project::build`], [`check`](Project::check),
//! [`status`](Project::status) and [`layouts`](Project::layouts) do what the commands of those names do. [`preflight`] looks
//! into any PDF. What is wrong comes back as [`Problems`]: each with a code that stays, its places and what to do.
//!
//! # Examples
//!
//! The built-in factsheet in Thai, as the bytes of a PDF for an office printer and of one for a print shop:
//!
//! ```
//! use polyleaf::{Choice, Inks, Output, Profile, Project};
//!
//! let leaflet = Project::embedded().set(&Choice::new("factsheet", "th", "letter-fold"))?;
//! assert!(leaflet.body_size() >= 10.0);
//! let office = leaflet.pdf(Output::default())?;
//! let press = leaflet.pdf(Output::of(Profile::Press, Inks::Colour))?;
//! assert!(office.starts_with(b"%PDF") && press.starts_with(b"%PDF"));
//! # Ok::<(), polyleaf::Problems>(())
//! ```
//!
//! A project in memory with a mistake, and what is said of it:
//!
//! ```
//! use polyleaf::{Choice, Project};
//!
//! let wrong = Project::in_memory([("polyleaf.toml", "[project]\nname = 5\n")]);
//! let problems = wrong.set(&Choice::new("factsheet", "en", "letter-fold")).err().expect("5 is no name");
//! let first = problems.iter().next().expect("there is a problem");
//! assert_eq!((first.code.name(), first.places[0].file, first.places[0].line), ("manifest/toml", "polyleaf.toml", 2));
//! ```
//!
//! A whole project in memory is in [`Project::in_memory`]. `docs/architecture.md` in the repository shows what is behind the
//! door.

mod geom;

mod color;

mod shown;

mod source;

mod diag;

mod characters;

mod languages;

mod locale;

mod fold;

mod font;

mod frame;

mod picture;

mod qr;

mod style;

mod content;

mod script;

mod spec;

mod exchange;

mod text;

mod flow;

mod fit;

mod handling;

mod sheet;

mod proof;

mod review;

pub mod preflight;

mod pdf;

mod raster;

mod text_out;

mod json_out;

mod project;

mod library;

pub use color::{Condition, INTENTS, Inks, Intent, Output, Profile};
pub use diag::{Code, Diagnostic, Diagnostics, Severity, Slip};
pub use fold::PAPERS;
pub use frame::Place;
pub use handling::{FirstFold, Handling, Sides, WORD_TAGS, Words, paper_label};
pub use library::{
    Built, Choice, Location, More, NoProject, Outcome, Problem, Problems, Project, ReadyLeaflet, Together,
    Told, inspect, open_organisation,
};
pub use locale::{Direction, Locale};
pub use project::{
    AddedFile, AddedLocale, Approval, Approved, Artifact, Change, ChangeKind, Dummy, Encoding,
    ExchangeFormat, Export, Exported, FileFault, FileKind, FilePlace, FitStatus, Format, Import, Imported,
    ImportedText, LayoutChoice, LayoutEntry, LocaleStatus, Misencoded, NotBegun, OrganisationFile,
    OutdatedMessage, PanelEntry, PanelReport, PressReport, Progress, Readability, Request, Selection, Start,
    Status, Take, Unmade, Watcher, begin, read_file,
};
pub use proof::ClearPrint;
pub use raster::PPI;
pub use shown::{escaped_json, shown};
pub use source::{Source, SourceId, Sources, Span};
pub use spec::{Form, Press, PressSource, nearest, which_of};
