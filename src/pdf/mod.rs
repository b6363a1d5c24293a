//! Leaflet → PDF. Each printed side is a page. printpdf writes pages and operators; what it lacks or gets wrong
//! (faces, boxes, metadata, intent, outline, links, tags) is put into its lopdf document afterwards.
//! Same leaflet, same bytes: no clock, no path, no random id.
//!
//! NOTICE: `srgb.icc` is the sRGB IEC61966-2.1 profile that Graeme W. Gill made and released into the public domain; the time of day is
//! taken out of its header.
//! NOTICE: `fogra39-coated.icc` and `fogra29-uncoated.icc` were made by Argyll's colprof from FOGRA39L and FOGRA29L, characterization data of
//! Fogra as Debian's icc-profiles-free holds it (zlib licence).
//! NOTICE: `tr006-coated.icc` was made from the CGATS/GRACoL TR 006 characterization data, whose terms allow that if TR 006 is
//! named.

mod catalog;
mod composite;
mod content;
mod document;
mod drawing;
mod figure;
mod fonts;
mod form;
mod gradient;
mod headings;
mod images;
mod inks;
mod lines;
mod marked;
mod metadata;
mod numbers;
mod outline;
mod outlined;
mod outlined_run;
mod page;
mod pen;
mod reading;
mod run;
mod sfnt;
mod shape;
mod side;
mod tags;
mod target;
#[cfg(test)]
mod tests;
mod tree;
mod unicode;

use lopdf::xref::XrefType;
use lopdf::{Document, ObjectId, SaveOptions};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};

use crate::color::Profile;
use crate::font::{FontBook, FontProblem};
use crate::frame::Leaflet;

use catalog::{complete_catalog, complete_pages, share_faces};
use drawing::{embed_drawings, gather_drawings};
use fonts::{add_faces, embed_faces};
use headings::heading_levels;
use images::{Space, embed_images, gather_images, name_pictures};
use inks::add_inks;
use marked::Means;
use metadata::{add_metadata, fill_id, reserve_id};
use outline::add_outline;
use outlined::{Drawn, embed_glyphs, gather_glyphs};
use page::Page;
use reading::{Readings, read_glyphs};
use side::paint_side;
use tags::{Marked, tag_tree};
pub use target::Target;
use tree::add_tree;

/// Writes a leaflet for a target, which picks the colours and what the file says of itself.
///
/// # Errors
/// A face that the leaflet uses can't be read or cut down; the caller reports it as `font/damaged`.
pub fn write(leaflet: &Leaflet, fonts: &FontBook, target: Target) -> Result<Vec<u8>, FontProblem> {
    let output = target.output;
    // What is drawn and how it reads, and the faces cut down to that; or the glyphs as outlines.
    let is_outlined = target.is_outlined();
    let readings = if is_outlined { Readings::new() } else { read_glyphs(&[leaflet], fonts)? };
    let faces = embed_faces(fonts, &readings)?;
    let glyphs = if is_outlined { gather_glyphs(leaflet, fonts)? } else { Drawn::default() };

    // The sides as operators.
    let images = gather_images(leaflet);
    let drawings = gather_drawings(leaflet);
    let means = Means {
        structure: &leaflet.structure,
        faces: &faces,
        glyphs: &glyphs,
        images: &images,
        drawings: &drawings,
        target,
    };
    let pages: Vec<Page> = leaflet.sides.iter().map(|side| paint_side(side, means)).collect();
    let mut document = convert_pages(&pages);

    // What printpdf lacks.
    let ids: Vec<ObjectId> = document.page_iter().collect();
    let resources = add_faces(&mut document, &faces);
    share_faces(&mut document, &ids, resources);
    let mut pictures = embed_drawings(&mut document, &drawings, target);
    embed_images(&mut document, &images, output, &mut pictures);
    embed_glyphs(&mut document, &glyphs, &mut pictures);
    name_pictures(&mut document, &ids, &pages, &pictures, Space::of(output));
    let links = complete_pages(&mut document, &ids, &pages, &leaflet.structure);
    if output.profile == Profile::Press {
        add_inks(&mut document, &ids, &pages);
    }
    add_reading(&mut document, leaflet, &ids, &pages, &links, target);
    complete_catalog(&mut document, leaflet, target);
    add_metadata(&mut document, leaflet, target);
    Ok(save(document, target))
}

/// What keeps faces out of files of those leaflets, each face once: some whose faces are embedded, and some whose glyphs are drawn.
pub fn embedding_problems(
    embedded: &[&Leaflet],
    outlined: &[&Leaflet],
    fonts: &FontBook,
) -> Vec<FontProblem> {
    let mut problems: Vec<FontProblem> =
        outlined.iter().filter_map(|leaflet| gather_glyphs(leaflet, fonts).err()).take(1).collect();
    match read_glyphs(embedded, fonts) {
        Ok(readings) => {
            let alone = readings.into_iter().map(|face| Readings::from([face]));
            problems.extend(alone.filter_map(|face| embed_faces(fonts, &face).err()));
        }
        Err(problem) => problems.push(problem),
    }
    problems
}

/// Adds what is read aloud and jumped to: tags and the outline.
fn add_reading(
    document: &mut Document,
    leaflet: &Leaflet,
    ids: &[ObjectId],
    pages: &[Page],
    links: &[Vec<ObjectId>],
    target: Target,
) {
    let is_printed = |node| pages.iter().any(|page| page.starts.contains_key(&node));
    let levels = heading_levels(&leaflet.structure, is_printed);
    if target.is_tagged() {
        let marked = Marked { leaflet, pages, links, levels: &levels };
        add_tree(document, ids, pages, &tag_tree(&marked));
    }
    // Places to jump to are no actions, and every version of PDF/X leaves them alone.
    if leaflet.has_bookmarks {
        add_outline(document, ids, leaflet, pages, &levels);
    }
}

/// Hands pages to printpdf; the boxes that it makes are replaced by `complete_pages`.
fn convert_pages(pages: &[Page]) -> Document {
    let mut document = PdfDocument::new("");
    let paper = Mm(0.0);
    document.pages = pages.iter().map(|page| PdfPage::new(paper, paper, page.ops.clone())).collect();
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        // `true` would drop the operators of paths without a word.
        secure: false,
        image_optimization: None,
    };
    document.to_lopdf_document(&options, &mut Vec::new())
}

/// Compresses, saves, and puts the hash of all that in as the file's id.
fn save(mut document: Document, target: Target) -> Vec<u8> {
    document.version = target.pdf_version().to_owned();
    if !target.packs_objects() {
        document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
    }
    reserve_id(&mut document);
    document.prune_objects();
    document.renumber_objects();
    document.compress();
    let mut bytes = Vec::new();
    let options = SaveOptions::builder()
        .use_object_streams(target.packs_objects())
        .use_xref_streams(target.packs_objects())
        .max_objects_per_stream(200)
        .compression_level(9)
        .build();
    document.save_with_options(&mut bytes, options).expect("memory takes all that is written to it");
    fill_id(&mut bytes);
    bytes
}
