//! Finds a project, loads it, and runs its jobs in parallel: the only module below `cli` that touches files.

mod artifact;
mod build;
mod disk;
mod drafts;
mod dummy;
mod encoding;
mod extent;
mod files;
mod fit_all;
mod fonts;
mod job;
mod layouts;
mod list;
mod load;
mod locales;
mod making;
mod naming;
mod output;
mod pictures;
mod press;
mod request;
mod selection;
mod status;
mod strays;
mod task;
#[cfg(test)]
mod tests;
mod told;
mod unset;

pub use artifact::{Artifact, PanelReport, PressReport};
pub use build::{Progress, Watcher, build, check};
pub use disk::{FileFault, FileKind, read_file};
pub use dummy::{Dummy, dummies};
pub use encoding::{Encoding, Misencoded};
pub use extent::tasks;
pub use files::{Files, open_organisation};
pub use fit_all::fit_all;
pub use job::SetLeaflet;
pub use list::{LayoutEntry, PanelEntry, list_layouts};
pub use load::{Project, load};
pub use locales::{LoadedLocale, languages};
pub use making::Making;
pub use request::{Format, Request};
pub use selection::{LayoutChoice, OrganisationFile, Selection};
pub use status::{FitStatus, LocaleStatus, Status, status};
pub use task::Task;
