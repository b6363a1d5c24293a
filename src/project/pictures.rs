//! The pictures of a project: those that its leaflets show, and the organisation's logo.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::disk::FileKind;
use super::files::{Files, Intake, OwnFile, PictureFault, without_links};
use super::selection::Selection;
use crate::diag::{Code, Diagnostic, Reported, Reporter};
use crate::frame::Art;
use crate::picture;
use crate::spec::{FileRef, Manifest};

/// The pictures, read once however often they are shown.
#[derive(Default)]
pub struct Pictures {
    /// Those of the leaflets, by the names of their files.
    pub files: BTreeMap<String, Art>,
    /// The logo of the organisation.
    pub logo: Option<Art>,
}

/// Reads the pictures of the leaflets asked for, and the logo.
///
/// # Errors
/// `picture/unusable`: all of them are reported before it gives up.
pub(super) fn read_pictures(
    intake: &mut Intake<'_>,
    manifest: &Manifest,
    selection: &Selection,
) -> Result<Pictures, Reported> {
    let mut pictures = Pictures::default();
    let mut reporter = Reporter::new(intake.diagnostics);
    let leaflets = manifest.leaflets.iter().filter(|leaflet| selection.takes_leaflet(&leaflet.name));
    let blocks = leaflets.flat_map(|leaflet| &leaflet.sections).flat_map(|section| &section.blocks);
    for file in blocks.filter_map(|block| Some(&block.picture.as_ref()?.file)) {
        if !pictures.files.contains_key(&file.name) {
            let art = open_picture(file, project_bytes(intake.files, &file.name), &mut reporter);
            pictures.files.extend(art.map(|art| (file.name.clone(), art)));
        }
    }
    if let Some(file) = &manifest.organisation.logo {
        // The logo lies beside the file that names it.
        let bytes = match &selection.organisation {
            Some(other) => bytes_beside(Path::new(&other.name), &file.name),
            None => project_bytes(intake.files, &file.name),
        };
        pictures.logo = open_picture(file, bytes, &mut reporter);
    }
    reporter.sound(pictures)
}

fn open_picture(
    file: &FileRef,
    bytes: Result<Vec<u8>, PictureFault>,
    reporter: &mut Reporter<'_>,
) -> Option<Art> {
    let art = bytes.and_then(|bytes| Ok(picture::open(&bytes)?));
    art.map_err(|fault| {
        let message = format!("{} can’t be used: {fault}", file.name);
        let wrong = Diagnostic::new(Code::PictureFile, message).label(file.span, "asked for here");
        reporter.error(wrong.help("pictures are plain SVG, PNG or JPEG files of the project"))
    })
    .ok()
}

fn project_bytes(files: &Files, name: &str) -> Result<Vec<u8>, PictureFault> {
    match files.own_file(name) {
        Some(file) => bounded_bytes(file),
        None => Files::built_in(name).map(<[u8]>::to_vec).ok_or(PictureFault::Missing),
    }
}

/// A file beside another one, or in a folder there.
fn bytes_beside(other: &Path, name: &str) -> Result<Vec<u8>, PictureFault> {
    let folder = other.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    OwnFile::in_folder(&without_links(folder), name).ok_or(PictureFault::Missing).and_then(bounded_bytes)
}

/// The bytes of a file that is no larger than a picture may be.
fn bounded_bytes(file: OwnFile) -> Result<Vec<u8>, PictureFault> {
    picture::check_size(usize::try_from(file.length()?).unwrap_or(usize::MAX))?;
    Ok(Arc::unwrap_or_clone(file.bytes(FileKind::Picture)?))
}
