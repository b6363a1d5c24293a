//! Texts that are damaged or mean harm, through the crate's door: a project in memory is checked, built and set. What is refused
//! is pointed at, what is written is sound.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::sync::LazyLock;

use lopdf::Document;
use polyleaf::{
    Choice, Code, Format, Inks, OrganisationFile, Output, Problems, Profile, Project, Request, Selection,
    open_organisation,
};
use tempfile::TempDir;

use super::{Trial, shipped, survive};
use crate::mutate::texts::damaged_text;
use crate::mutate::vocabulary::{FLUENT, Language, TOML};
use crate::pictures::stripes;

/// What is wrong with a file as a whole, which has no place within one: with a picture's or a face's bytes, with a file's name.
const PLACELESS: &[Code] = &[Code::Unreadable, Code::FontDamaged, Code::FileName, Code::Stale, Code::Output];

/// How they are printed, in turn.
const OUTPUTS: [Output; 4] = [
    Output::of(Profile::Office, Inks::Colour),
    Output::of(Profile::Press, Inks::Colour),
    Output::of(Profile::Screen, Inks::Colour),
    Output::of(Profile::Press, Inks::Mono),
];

/// One in so many is asked for once more, by other ways into the crate, and once more from outside.
const ASKED_TWICE: u64 = 16;

const MANIFEST: &str = "polyleaf.toml";
const LAYOUT: &str = "layouts/page.toml";
const LOOK: &str = "layouts/look/own.toml";
const SETTINGS: &str = "locales/th/locale.toml";
const ORGANISATION: &str = "organisation.toml";
const LOGO: &str = "logo.svg";
/// A picture of the project's.
pub(super) const PICTURE: &str = "way.png";

/// A project that has some of everything, in English and, in turn, Thai and Arabic.
pub(super) fn project(seed: u64) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut put = |name: &str, bytes: Vec<u8>| drop(files.insert(name.to_owned(), bytes));
    let fixture = |name: &str| shipped(&format!("tests/fixture/hostile/{name}"));
    put(MANIFEST, fixture("polyleaf.toml"));
    put(LAYOUT, fixture("page.toml"));
    put(LOOK, shipped("layouts/look/calm.toml"));
    put(LOGO, shipped("examples/clinic/logo.svg"));
    put(PICTURE, stripes(256, 8));
    put("locales/en/text.ftl", fixture("en.ftl"));
    if seed.is_multiple_of(2) {
        put(SETTINGS, fixture("locale.toml"));
        put("locales/th/text.ftl", fixture("th.ftl"));
    } else {
        put("locales/ar/text.ftl", fixture("ar.ftl"));
        for face in ["Regular", "Bold"] {
            let name = format!("fonts/extra/NotoNaskhArabic-{face}.ttf");
            put(&name, shipped(&name));
        }
    }
    files
}

/// Builds a project, and fails where what is refused has no place, or what is written is not sound. Says whether nothing was
/// refused.
pub(super) fn judge(seed: u64, project: &Project, selection: &Selection) -> bool {
    let turn = usize::try_from(seed / 2).unwrap() % OUTPUTS.len();
    let folder = tempfile::tempdir().unwrap();
    let request = Request {
        selection: selection.clone(),
        outputs: vec![OUTPUTS[turn]],
        out: Some(folder.path().to_owned()),
        paper: None,
        format: Format::Pdf,
        ppi: None,
        print_sheet: None,
    };
    let outcome = project.build(&request, &|_| {});
    pointed_at(&outcome.problems);
    for artifact in &outcome.made.artifacts {
        let file = fs::read(&artifact.path).unwrap();
        let document = Document::load_mem(&file).unwrap();
        assert_eq!(document.get_pages().len(), artifact.pages);
        if seed.is_multiple_of(ASKED_TWICE) && !outcome.problems.has_errors() {
            sound_for_others(&artifact.path);
            let choice = Choice {
                organisation: selection.organisation.clone(),
                ..Choice::new(&artifact.leaflet, &artifact.locale, &artifact.layout)
            };
            let ready =
                project.set(&choice).unwrap_or_else(|problems| panic!("built, and not set: {problems}"));
            assert!(ready.pdf(OUTPUTS[turn]).is_ok_and(|bytes| bytes == file), "built and set otherwise");
        }
    }
    if seed.is_multiple_of(ASKED_TWICE) || outcome.made.artifacts.is_empty() && !outcome.problems.has_errors()
    {
        let checked = project.check(selection, None);
        pointed_at(&checked);
        let fails = outcome.problems.has_errors();
        assert!(checked.has_errors() || !fails || turn > 0, "checked, and not built: {}", outcome.problems);
        assert!(fails || !outcome.made.artifacts.is_empty(), "nothing is wrong, and nothing is written");
    }
    !outcome.problems.has_errors()
}

fn pointed_at(problems: &Problems) {
    let nowhere =
        problems.iter().find(|problem| problem.places.is_empty() && !PLACELESS.contains(&problem.code));
    assert!(nowhere.is_none(), "without a place: {}", nowhere.unwrap());
    // What is told can be told.
    assert_eq!(problems.to_string().is_empty(), problems.is_empty());
}

/// Asks qpdf, where there is one.
fn sound_for_others(path: &str) {
    if let Ok(output) = Command::new("qpdf").args(["--check", path]).output() {
        assert!(output.status.success(), "qpdf: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Damages texts of one kind; `names` gives the text's name in the project, and where it is in the repository.
fn survive_texts(
    kind: &'static str,
    language: &'static Language,
    texts: &'static [(&'static str, &'static str)],
) {
    let whole = |path: &str| String::from_utf8(shipped(path)).unwrap();
    let wholes: Vec<String> = texts.iter().map(|(_, path)| whole(path)).collect();
    let others: Vec<String> = [
        "tests/fixture/hostile/en.ftl",
        "tests/fixture/hostile/ar.ftl",
        "tests/fixture/hostile/page.toml",
        "tests/fixture/hostile/polyleaf.toml",
        "tests/fixture/hostile/organisation.toml",
        "layouts/look/calm.toml",
        "layouts/letter-fold.toml",
    ]
    .map(whole)
    .to_vec();
    let make = move |seed| {
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        damaged_text(seed, &wholes[turn(seed, wholes.len())], language, &others)
    };
    let read = move |seed, bytes| text_holds(seed, texts[turn(seed, texts.len())].0, bytes);
    survive(Trial { kind, rarity: 20, make, read });
}

/// Which of so many texts a seed damages.
fn turn(seed: u64, count: usize) -> usize {
    usize::try_from(seed).unwrap() % count
}

/// Builds the project with another text in the place of one, and says whether nothing was refused.
fn text_holds(seed: u64, name: &str, text: Vec<u8>) -> bool {
    // Which of the languages is in the project is the text's choice where it is one of theirs.
    let parity = match name {
        "locales/ar/text.ftl" => 1,
        "locales/th/text.ftl" | SETTINGS => 0,
        _ => seed / 8,
    };
    let mut files = project(parity);
    let mut selection = Selection::default();
    if name == ORGANISATION {
        match organisation(text) {
            Ok(file) => selection.organisation = Some(file),
            Err(problems) => {
                pointed_at(&problems);
                return false;
            }
        }
    } else {
        files.insert(name.to_owned(), text);
    }
    judge(seed, &Project::in_memory(files), &selection)
}

/// A folder with what the file of another organisation has beside it: its logo is read from the disk.
static ITS_FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(LOGO), shipped("examples/clinic/logo.svg")).unwrap();
    folder
});

/// The file of another organisation; one that is no text is read from the disk, as such a file would be.
fn organisation(text: Vec<u8>) -> Result<OrganisationFile, Problems> {
    let path = ITS_FOLDER.path().join(ORGANISATION);
    match String::from_utf8(text) {
        Ok(text) => Ok(OrganisationFile { name: path.display().to_string(), text }),
        Err(error) => {
            fs::write(&path, error.into_bytes()).unwrap();
            open_organisation(path)
        }
    }
}

#[test]
fn damaged_messages_are_set_or_pointed_at() {
    let texts = &[
        ("locales/en/text.ftl", "tests/fixture/hostile/en.ftl"),
        ("locales/th/text.ftl", "tests/fixture/hostile/th.ftl"),
        ("locales/ar/text.ftl", "tests/fixture/hostile/ar.ftl"),
    ];
    survive_texts("messages", &FLUENT, texts);
}

#[test]
fn damaged_manifests_are_set_or_pointed_at() {
    survive_texts("manifests", &TOML, &[(MANIFEST, "tests/fixture/hostile/polyleaf.toml")]);
}

#[test]
fn damaged_layouts_are_set_or_pointed_at() {
    let texts = &[
        (LAYOUT, "tests/fixture/hostile/page.toml"),
        (LAYOUT, "layouts/card.toml"),
        (LAYOUT, "tests/fixture/hostile/page.toml"),
        (LAYOUT, "layouts/half-fold.toml"),
    ];
    survive_texts("layouts", &TOML, texts);
}

#[test]
fn damaged_looks_are_set_or_pointed_at() {
    survive_texts("looks", &TOML, &[(LOOK, "layouts/look/calm.toml")]);
}

#[test]
fn damaged_settings_of_languages_are_set_or_pointed_at() {
    survive_texts("settings", &TOML, &[(SETTINGS, "tests/fixture/hostile/locale.toml")]);
}

#[test]
fn damaged_organisations_are_set_or_pointed_at() {
    survive_texts("organisations", &TOML, &[(ORGANISATION, "tests/fixture/hostile/organisation.toml")]);
}
