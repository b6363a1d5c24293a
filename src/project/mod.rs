//! Finds a project, loads it, and runs its jobs in parallel: the only module below `cli` that touches files.

mod build;
mod clear_print;
mod dummy;
mod files;
mod fonts;
mod job;
mod layouts;
mod legible;
mod list;
mod load;
mod locales;
mod output;
mod set;
mod slug;
mod status;
mod task;

pub use build::{Artifact, Format, PanelReport, Progress, Report, Request, build, check};
pub use clear_print::ClearPrint;
pub use dummy::{Dummies, Dummy, dummies};
pub use files::Files;
pub use job::{Job, Prepared};
pub use layouts::LoadedLayout;
pub use list::{LayoutEntry, Listing, PanelEntry, list_layouts};
pub use load::{Project, Selection, load};
pub use locales::{Coverage, LoadedLocale};
pub use status::{FitStatus, LocaleStatus, Status, status};
