//! Finds a project, loads it, and runs its jobs in parallel: the only module below `cli` that touches files.

mod artifact;
mod build;
mod drafts;
mod dummy;
mod files;
mod fit_all;
mod fonts;
mod job;
mod layouts;
mod list;
mod load;
mod locales;
mod output;
mod pictures;
mod request;
mod selection;
mod status;
mod task;
mod told;
mod unset;

pub use artifact::{Artifact, PanelReport};
pub use build::{Progress, Report, build, check};
pub use dummy::{Dummies, Dummy, dummies};
pub use files::Files;
pub use job::{Draft, Job, SetLeaflet, Shelves};
pub use layouts::LoadedLayout;
pub use list::{LayoutEntry, Listing, PanelEntry, list_layouts};
pub use load::{Project, load};
pub use locales::{Coverage, LoadedLocale};
pub use pictures::Pictures;
pub use request::{Format, Request};
pub use selection::{LayoutChoice, OrganisationFile, Selection};
pub use status::{FitStatus, LocaleStatus, Status, status};
pub use unset::{Overset, Unset};
