//! Finds a project, loads it, and runs its jobs in parallel: the only module below `cli` that touches files.

mod build;
mod files;
mod fonts;
mod job;
mod layouts;
mod load;
mod locales;
mod output;

pub use build::{Artifact, Format, PanelReport, Progress, Report, Request, build, check};
pub use files::Files;
pub use job::{Job, Prepared};
pub use layouts::LoadedLayout;
pub use load::{Project, Selection, load};
pub use locales::LoadedLocale;
