//! Pictures of pixels: fine enough for what the file is for, and with ink that can be measured.

use crate::color::Profile;
use crate::picture::Resolution;
use crate::preflight::faults::PictureFault;
use crate::preflight::finding::Findings;
use crate::preflight::read::{Drawn, PictureInk};

/// What a stencil of one bit needs on a press, whose edges show (H).
const STENCIL: Resolution = Resolution { good: 600.0, least: 0.0 };

/// Checks the pictures.
pub(in super::super) fn check_pictures(drawn: &Drawn, profile: Profile, findings: &mut Findings) {
    for picture in &drawn.pictures {
        let Some(ppi) = picture.resolution() else { continue };
        let is_stencil = profile == Profile::Press && picture.is_stencil;
        let wanted = if is_stencil { STENCIL } else { Resolution::of(profile) };
        let wanted_ppi = wanted.good;
        if wanted.refuses(ppi) {
            findings.add_on(picture.page, PictureFault::Broken { ppi, wanted_ppi });
        } else if wanted.wants_more(ppi) {
            findings.add_on(picture.page, PictureFault::Coarse { ppi, wanted_ppi });
        }
        if profile == Profile::Press && picture.ink == PictureInk::Unread {
            findings.add_on(picture.page, PictureFault::Unmeasured);
        }
    }
}
