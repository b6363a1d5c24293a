//! Imposition. In: set panels, a layout, a page, what the file is for. Out: the sides of the sheets in print order, with
//! the marks that show where to fold and cut; or, for a screen, the panels one by one in reading order. Blank sheets, to be
//! folded by hand, and the line that a press sheet says of itself are made here, too.

mod dummy;
mod field;
mod guide;
mod impose;
mod marks;
mod office;
mod press;
mod screen;
mod side;
mod slug;

pub use dummy::dummy;
pub use guide::guided;
pub use impose::{duplex, impose};
pub use press::{comes_apart, press_page_count};
pub use side::{Imposition, side_count};
pub use slug::{SlugFacts, slug_lines};
