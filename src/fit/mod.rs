//! Copy-fitting. In: a story, a layout and a paper. Out: each panel set at the largest size at which nothing is overset, or
//! what does not fit, as data. `copyfit` fits one language, `parallel` chooses the panels for all languages of a leaflet,
//! `panels` makes frames of what came of it.

mod addresses;
mod assignment;
mod copyfit;
mod group;
mod job;
mod openings;
mod panels;
mod parallel;
mod rooms;
mod savings;
mod search;
mod trial;

pub use addresses::{characters_on_a_line, with_room_for_addresses};
pub use assignment::Assignment;
pub use copyfit::{Fitted, fit};
pub use job::{FitJob, Lack, Overset, Tall, Unfit};
pub use panels::{SetPanel, Trimmings, emit_panels, page_numbers};
pub use parallel::{Vote, assign};
pub use rooms::rooms;
pub use savings::{Saving, savings};
