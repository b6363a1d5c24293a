//! What a file is for, where nobody says it: as it tells itself.

use super::checks::paper_of;
use super::read::{Claims, PdfPage};
use crate::color::Profile;

/// The profile of a file: for the press when it has a press's intent; for a screen when its first page is a phone's or no paper at
/// all, or when we made it and did not say how to print it.
pub(super) fn guess_profile(claims: &Claims, pages: &[PdfPage]) -> Profile {
    let is_shown = |page: &PdfPage| paper_of(page.boxes.trim_size()).is_none_or(|paper| paper == "phone");
    let is_ours = claims.info("Producer").is_some_and(|program| program.starts_with("Polyleaf "));
    if claims.press_intent().is_some() {
        Profile::Press
    } else if is_ours && !claims.tells_printing() || pages.first().is_some_and(is_shown) {
        Profile::Screen
    } else {
        Profile::Office
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preflight::tests::small::{examined, page};

    #[test]
    fn a_sheet_that_we_made_for_a_screen_is_told() {
        let told = |view: &str, info: &str| {
            let view = format!("/ViewerPreferences<<{view}>>");
            examined(&page(&view, info, "", &[])).profile
        };
        assert_eq!(told("", "/Producer(Polyleaf 1)"), Profile::Screen);
        assert_eq!(told("/PrintScaling/None", "/Producer(Polyleaf 1)"), Profile::Office);
        assert_eq!(told("", "/Producer(Word 16)"), Profile::Office);
    }
}
