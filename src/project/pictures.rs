//! The pictures of a project: those that its leaflets show, and the organisation's logo.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path};
use std::sync::Arc;

use super::disk::{FileFault, FileKind, in_other_case, read_file};
use super::files::{Files, Intake, OwnFile, PictureFault, without_links};
use super::selection::Selection;
use crate::diag::{Code, Diagnostic, Reported, Reporter};
use crate::frame::Art;
use crate::picture;
use crate::spec::{FileRef, Manifest, which_of};

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
    art.map_err(|fault| reporter.error(unusable_file(Code::PictureFile, file, &fault))).ok()
}

/// What is said of a picture's file that can't be used.
pub(super) fn unusable_file(code: Code, file: &FileRef, fault: &PictureFault) -> Diagnostic {
    let message = match fault {
        PictureFault::Unnamed => "no file is named here".to_owned(),
        _ => format!("{} can’t be used: {fault}", file.name),
    };
    let last = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let help = match fault {
        PictureFault::Unnamed => "name a file that lies beside this one, or take the line out".to_owned(),
        PictureFault::Elsewhere => format!("copy it beside this file and write \"{last}\""),
        PictureFault::NotThere { help, .. } => help.clone(),
        PictureFault::OtherCase(right) => format!("write \"{right}\""),
        PictureFault::Missing => {
            "it was looked for from the folder of this file on: put it there, or mend its name".to_owned()
        }
        PictureFault::Unreadable(fault) => fault.help(),
        PictureFault::Unusable(_) => "pictures are plain SVG, PNG or JPEG files of the project".to_owned(),
    };
    Diagnostic::new(code, message).label(file.span, "asked for here").help(help)
}

fn project_bytes(files: &Files, name: &str) -> Result<Vec<u8>, PictureFault> {
    check_name(name)?;
    match files.own_file(name) {
        Some(file) => bounded_bytes(file),
        None => Files::built_in(name).map(<[u8]>::to_vec).ok_or_else(|| missing(files.root(), name)),
    }
}

/// A file that is named by another one which the user named, from its folder on: like that, it may lie anywhere.
pub(super) fn bytes_beside(other: &Path, name: &str) -> Result<Vec<u8>, PictureFault> {
    if name.trim().is_empty() {
        return Err(PictureFault::Unnamed);
    }
    let folder = other.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let path = without_links(folder).join(name);
    let bytes = read_file(&path, FileKind::Picture).map_err(|fault| match fault {
        FileFault::System(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            not_there(&path, name)
        }
        fault => fault.into(),
    })?;
    picture::check_size(bytes.len())?;
    Ok(bytes)
}

/// Says where no file is, and which are near.
fn not_there(path: &Path, name: &str) -> PictureFault {
    let folder = without_links(path.parent().unwrap_or(path));
    let last = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let place = folder.join(&last).display().to_string();
    let is_of_windows =
        name.contains('\\') || name.split_once(':').is_some_and(|(drive, _)| drive.len() == 1);
    let help = if is_of_windows && !cfg!(windows) {
        let last = name.rsplit(['/', '\\', ':']).next().unwrap_or_default();
        format!("this is a path of Windows: put the file beside this one and write \"{last}\"")
    } else if let Ok(entries) = fs::read_dir(&folder) {
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut pictures: Vec<String> = names.filter(|name| is_picture(name)).collect();
        pictures.sort();
        nearest_pictures(&last, &pictures)
    } else {
        "there is no such folder: put the file beside this one, and write its name alone".to_owned()
    };
    PictureFault::NotThere { place, help }
}

/// Which of the pictures of a folder was probably meant; which there are.
fn nearest_pictures(name: &str, pictures: &[String]) -> String {
    const MOST: usize = 8;
    let stem = |name: &str| name.split('.').next().unwrap_or_default().to_lowercase();
    // `logo.svg.svg`, as a system writes that hides the ends of names, and `logo.png` for `logo.svg`.
    let meant = pictures.iter().find(|known| stem(known) == stem(name));
    match meant {
        _ if pictures.is_empty() => {
            "no SVG, PNG or JPEG lies in that folder: put the file there, or mend its name".to_owned()
        }
        Some(meant) => format!("did you mean “{meant}”, which lies there?"),
        None => which_of(name, &pictures[..pictures.len().min(MOST)], "pictures there"),
    }
}

fn is_picture(name: &str) -> bool {
    let end = name.rsplit_once('.').map_or(String::new(), |(_, end)| end.to_lowercase());
    ["svg", "png", "jpg", "jpeg", "svgz"].contains(&end.as_str())
}

/// Refuses names of nothing, and of what lies elsewhere.
pub(super) fn check_name(name: &str) -> Result<(), PictureFault> {
    if name.trim().is_empty() {
        return Err(PictureFault::Unnamed);
    }
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let is_path = name.contains('\\') || name.split_once(':').is_some_and(|(drive, _)| drive.len() == 1);
    if inside && !is_path { Ok(()) } else { Err(PictureFault::Elsewhere) }
}

/// Why there is no file of that name in a folder.
pub(super) fn missing(root: Option<&Path>, name: &str) -> PictureFault {
    root.and_then(|root| in_other_case(root, name)).map_or(PictureFault::Missing, PictureFault::OtherCase)
}

/// The bytes of a file that is no larger than a picture may be.
fn bounded_bytes(file: OwnFile) -> Result<Vec<u8>, PictureFault> {
    picture::check_size(usize::try_from(file.length()?).unwrap_or(usize::MAX))?;
    Ok(Arc::unwrap_or_clone(file.bytes(FileKind::Picture)?))
}
