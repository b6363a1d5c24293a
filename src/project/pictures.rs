//! The pictures of a project: those that its leaflets show, and the organisation's logo.

use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::{fs, io};

use super::files::Files;
use super::load::Selection;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
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
pub(super) fn read(
    files: &Files,
    manifest: &Manifest,
    selection: &Selection,
    diagnostics: &mut Diagnostics,
) -> Result<Pictures, Reported> {
    let mut pictures = Pictures::default();
    let mut failed = None;
    let leaflets = manifest.leaflets.iter().filter(|leaflet| selection.takes(&leaflet.name));
    let blocks = leaflets.flat_map(|leaflet| &leaflet.sections).flat_map(|section| &section.blocks);
    for file in blocks.filter_map(|block| Some(&block.picture.as_ref()?.file)) {
        if !pictures.files.contains_key(&file.name) {
            match opened(file, of_project(files, &file.name), diagnostics) {
                Ok(art) => {
                    pictures.files.insert(file.name.clone(), art);
                }
                Err(reported) => failed = Some(reported),
            }
        }
    }
    if let Some(file) = &manifest.organisation.logo {
        // The logo lies beside the file that names it.
        let bytes = match &selection.organisation {
            Some((name, _)) => beside(Path::new(name), &file.name),
            None => of_project(files, &file.name),
        };
        match opened(file, bytes, diagnostics) {
            Ok(art) => pictures.logo = Some(art),
            Err(reported) => failed = Some(reported),
        }
    }
    failed.map_or(Ok(pictures), Err)
}

fn opened(
    file: &FileRef,
    bytes: io::Result<Vec<u8>>,
    diagnostics: &mut Diagnostics,
) -> Result<Art, Reported> {
    let art = bytes.map_err(|error| error.to_string()).and_then(|bytes| picture::open(&bytes));
    art.map_err(|reason| {
        let message = format!("{} can’t be used: {reason}", file.name);
        let wrong = Diagnostic::error(Code::PictureFile, message).label(file.span, "asked for here");
        diagnostics.push(wrong.help("pictures are plain SVG, PNG or JPEG files of the project"))
    })
}

fn missing() -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, "there is no such file")
}

fn of_project(files: &Files, name: &str) -> io::Result<Vec<u8>> {
    match files.on_disk(name) {
        Some(path) => bounded(&path),
        None => Files::built_in(name).map(<[u8]>::to_vec).ok_or_else(missing),
    }
}

/// A file beside another one, or in a folder there.
fn beside(other: &Path, name: &str) -> io::Result<Vec<u8>> {
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let path = other.with_file_name(name);
    if !inside || !path.is_file() {
        return Err(missing());
    }
    bounded(&path)
}

/// The bytes of a file that is no larger than a picture may be.
fn bounded(path: &Path) -> io::Result<Vec<u8>> {
    let length = fs::metadata(path)?.len();
    picture::bounded(usize::try_from(length).unwrap_or(usize::MAX)).map_err(io::Error::other)?;
    fs::read(path)
}
