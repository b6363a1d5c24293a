//! Whether pictures have pixels enough for the size that they are printed at.

use std::collections::BTreeMap;

use crate::color::Profile;
use crate::diag::{Code, Diagnostic, Severity};
use crate::fit::SetPanel;
use crate::frame::{FrameItem, NodeId, walk};
use crate::geom::Affine;
use crate::picture::Resolution;
use crate::source::Span;

/// A leaflet's panels, and where the manifest asks for each of its blocks.
#[derive(Clone, Copy)]
pub struct Exhibit<'a> {
    /// The panels.
    pub panels: &'a [SetPanel],
    /// The blocks' places.
    pub spans: &'a BTreeMap<NodeId, Span>,
}

/// A picture with fewer pixels than a profile asks for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct CoarsePicture {
    /// Where the manifest asks for it.
    pub span: Span,
    /// How many of its pixels lie on an inch.
    pub ppi: f64,
    /// What asks for more.
    pub profile: Profile,
}

/// Finds the pictures that are too coarse for a profile, in the order of the manifest: once for all languages of a leaflet,
/// by the one that sets it largest.
pub fn coarse_pictures<'a>(
    languages: impl Iterator<Item = Exhibit<'a>>,
    profile: Profile,
) -> Vec<CoarsePicture> {
    let mut coarsest: BTreeMap<Span, f64> = BTreeMap::new();
    for Exhibit { panels, spans } in languages {
        for panel in panels {
            walk(&panel.group.frame, &Affine::IDENTITY, |met| {
                let FrameItem::Picture(picture) = met.item else { return };
                let span = picture.node.and_then(|node| spans.get(&node));
                if let Some((span, ppi)) = span.zip(picture.ppi()) {
                    let known = coarsest.entry(*span).or_insert(ppi);
                    *known = known.min(ppi);
                }
            });
        }
    }
    let coarse = coarsest.into_iter().filter(|(_, ppi)| Resolution::of(profile).wants_more(*ppi));
    coarse.map(|(span, ppi)| CoarsePicture { span, ppi, profile }).collect()
}

impl CoarsePicture {
    /// Whether it looks broken at its size, so that the leaflet is not made.
    pub fn severity(&self) -> Severity {
        if Resolution::of(self.profile).refuses(self.ppi) { Severity::Error } else { Severity::Warning }
    }

    /// How many pixels are asked for.
    pub fn wanted(&self) -> f64 {
        Resolution::of(self.profile).good
    }

    /// What is said of it in a layout of that name: `picture/resolution`.
    pub fn diagnostic(&self, layout: &str) -> Diagnostic {
        let (ppi, wanted) = (self.ppi, self.wanted());
        let message = format!(
            "this picture has {ppi:.0} pixels to the inch in “{layout}”, fewer than the {wanted:.0} that `{}` asks for",
            self.profile.name()
        );
        let times = wanted / ppi;
        Diagnostic::new(Code::Resolution, message)
            .label(self.span, "asked for here")
            .help(format!("take one with {times:.1} times as many pixels across, or give it a smaller width"))
    }
}
