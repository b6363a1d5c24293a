//! The crate's door: a project, what can be asked of it, and what comes back. All else of the crate is behind it.

mod desk;
pub mod inspect;
mod people;
mod problems;
mod ready;
mod report;

pub use desk::{Built, NoProject, Outcome, Project, open_organisation};
pub use problems::{Location, Problem, Problems};
pub use ready::{Choice, ReadyLeaflet};
pub use report::{More, Together, Told};
