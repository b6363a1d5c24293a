//! Boxes, links and what a viewer is told: the dictionaries of pages and of the whole file (ISO 32000-1 7.7.2, 14.11).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::characters::in_ascii;
use crate::color::Profile;
use crate::frame::{Duplex, Leaflet, Structure};
use crate::geom::Abs;
use crate::locale::{Direction, Locale};
use crate::spec::PressStandard;

use super::document::{catalog_of, lengths, page_of, resources_of, text_string};
use super::inks::output_intents;
use super::page::{Area, Page};
use super::target::Target;

/// Gives each page its true boxes and its links. Returns the links' ids, page by page.
pub(super) fn complete_pages(
    document: &mut Document,
    ids: &[ObjectId],
    pages: &[Page],
    structure: &Structure,
) -> Vec<Vec<ObjectId>> {
    let mut links = Vec::new();
    for (&id, page) in ids.iter().zip(pages) {
        let annotations: Vec<ObjectId> = page
            .links
            .iter()
            .map(|area| document.add_object(annotation(area, structure.address(area.link))))
            .collect();
        let dictionary = page_of(document, id);
        let inside =
            |margin: Abs| lengths(&[margin, margin, page.media.width - margin, page.media.height - margin]);
        let [bleed, trim] = page.inside;
        let boxes = [("MediaBox", Abs::ZERO), ("CropBox", Abs::ZERO), ("BleedBox", bleed), ("TrimBox", trim)];
        for (name, margin) in boxes {
            dictionary.set(name, inside(margin));
        }
        dictionary.remove(b"Annots");
        if !annotations.is_empty() {
            let references = annotations.iter().map(|&link| Object::Reference(link)).collect();
            dictionary.set("Annots", Object::Array(references));
        }
        links.push(annotations);
    }
    links
}

/// Gives all pages one dictionary of faces; none where there are none.
pub(super) fn share_faces(document: &mut Document, ids: &[ObjectId], faces: Dictionary) {
    if faces.is_empty() {
        for &id in ids {
            resources_of(document, id).remove(b"Font");
        }
        return;
    }
    let faces = document.add_object(faces);
    for &id in ids {
        resources_of(document, id).set("Font", faces);
    }
}

/// A link that is printed as nothing and says where it leads (PDF/UA-1 7.18.5).
fn annotation(area: &Area, address: &str) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => lengths(&area.sides),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "Contents" => text_string(address),
        "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal(in_ascii(address)) },
    }
}

/// Fills the catalog: language, colour, and how to show and print the file.
pub(super) fn complete_catalog(document: &mut Document, leaflet: &Leaflet, target: Target) {
    let intents = output_intents(document, target);
    let catalog = catalog_of(document);
    catalog.remove(b"PageLayout");
    catalog.remove(b"PageMode");
    // What came after PDF 1.3 is left out of files that are written in terms of it.
    if knows_reading(target) {
        catalog.set("Lang", Object::string_literal(leaflet.lang.as_str()));
    }
    catalog.set("OutputIntents", intents);
    let preferences = preferences(leaflet, target);
    if !preferences.is_empty() {
        catalog.set("ViewerPreferences", preferences);
    }
}

/// What is printed at the office is told how: "fit to page" would move every fold.
fn preferences(leaflet: &Leaflet, target: Target) -> Dictionary {
    let mut preferences = Dictionary::new();
    if knows_reading(target) {
        preferences.set("DisplayDocTitle", true);
    }
    if target.output.profile == Profile::Office {
        let duplex = match leaflet.duplex {
            Duplex::Simplex => "Simplex",
            Duplex::FlipShort => "DuplexFlipShortEdge",
            Duplex::FlipLong => "DuplexFlipLongEdge",
        };
        preferences.set("PrintScaling", "None");
        preferences.set("PickTrayByPDFSize", true);
        preferences.set("Duplex", duplex);
    }
    if Locale::parse(&leaflet.lang).is_some_and(|locale| locale.direction == Direction::RightToLeft) {
        preferences.set("Direction", "R2L");
    }
    preferences
}

/// Whether the file's PDF knows languages, titles to be shown and XMP, which came with PDF 1.4 (PDF Reference 1.4, 1.3).
pub(super) fn knows_reading(target: Target) -> bool {
    match target.press_standard() {
        Some(PressStandard::X1a2001 | PressStandard::X3) => false,
        Some(PressStandard::X4 | PressStandard::X1a2003) | None => true,
    }
}
