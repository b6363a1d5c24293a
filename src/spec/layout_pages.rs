//! How many pages a layout has that follows its text. In: the fewest and the most, as written. Out: the fewest.

use toml::Spanned;

use super::extent::page_step;
use super::layout::Layout;
use super::read::Reading;
use crate::diag::{Code, Diagnostic};
use crate::fold::Scheme;

/// The fewest pages of a layout whose panels are those of the most.
pub(super) fn checked_pages(
    pages: Spanned<[u32; 2]>,
    layout: &Layout,
    file: &mut Reading<'_>,
) -> Option<u32> {
    let span = file.span(&pages);
    let [fewest, most] = pages.into_inner();
    let last = layout.panels.iter().map(|panel| panel.cell).max().unwrap_or_default();
    let step = page_step(layout.fold);
    let wrong = if !matches!(layout.fold.scheme, Scheme::Booklet | Scheme::Pages) {
        Some("only the pages of booklets and of single sheets follow their text".to_owned())
    } else if fewest % step > 0 || fewest == 0 || most % step > 0 || fewest > most {
        Some(format!("its pages come in steps of {step}, the fewest first"))
    } else if most != last {
        Some(format!("the panels of this layout end on page {last}, not on page {most}"))
    } else {
        None
    };
    if let Some(message) = wrong {
        let help = match layout.fold.scheme {
            Scheme::Booklet | Scheme::Pages => {
                "give the fewest and the most, such as [4, 16]; the panels are those of the most"
            }
            _ => "take the line out, or choose another fold",
        };
        file.error(Diagnostic::new(Code::Layout, message).label(span, "given here").help(help));
        return None;
    }
    Some(fewest)
}
