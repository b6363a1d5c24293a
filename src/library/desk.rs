//! A project where it lies, and what can be asked of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::problems::Problems;
use super::ready::{Choice, ReadyLeaflet};
use crate::project::{
    self, AddedLocale, Approval, Approved, Artifact, Dummy, Export, Exported, Files, Import, Imported,
    LayoutChoice, LayoutEntry, OrganisationFile, OutdatedMessage, Request, Selection, Status, Unmade,
    Watcher,
};
use crate::spec::Press;

/// A project: a folder with a `polyleaf.toml`, the factsheet that is built into the crate, or files in memory. It is read
/// anew by each call, and only as far as the call needs.
#[derive(Clone, Debug)]
pub struct Project {
    files: Files,
}

/// A folder is no project.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{} holds no polyleaf.toml, so it is no project", .0.display())]
pub struct NoProject(pub PathBuf);

/// What came of a call, and what is wrong: a language or a layout with faults does not stop the others.
#[derive(Clone, Debug)]
pub struct Outcome<T> {
    /// What came of it.
    pub made: T,
    /// What is wrong.
    pub problems: Problems,
}

/// What came of a build.
#[derive(Clone, Default, Debug)]
pub struct Built {
    /// What was written.
    pub artifacts: Vec<Artifact>,
    /// What was asked for and not written.
    pub unmade: Vec<Unmade>,
}

/// Reads a file whose `[organisation]` is to hand leaflets out in place of the project's own.
///
/// # Errors
/// It is not there, is no plain file of UTF-8, or too large.
pub fn open_organisation(path: impl AsRef<Path>) -> Result<OrganisationFile, Problems> {
    let mut problems = Problems::default();
    let Problems { sources, diagnostics } = &mut problems;
    project::open_organisation(path.as_ref(), sources, diagnostics).map_err(|_| problems)
}

impl Project {
    /// The factsheet that is built in, with its languages, layouts and fonts: leaflets `factsheet`, `card`, `zine` and `poster`.
    /// [`Project::languages`] and [`Project::layouts`] give what there is, by name.
    pub fn embedded() -> Project {
        Project { files: Files::embedded() }
    }

    /// The project in a folder. Layouts, looks and fonts that the folder lacks are the built-in ones.
    ///
    /// # Errors
    /// The folder holds no `polyleaf.toml`. One that can't be read is reported by what needs it.
    pub fn open(folder: impl AsRef<Path>) -> Result<Project, NoProject> {
        let folder = folder.as_ref();
        let files = Files::folder(folder);
        if files.owns_manifest() { Ok(Project { files }) } else { Err(NoProject(folder.to_owned())) }
    }

    /// A project held in memory: its files by their names in the project's folder, with `/`. Layouts, looks and fonts that
    /// are not among them are the built-in ones. `docs/product.md` in the repository describes the manifest and the messages.
    ///
    /// ```
    /// use polyleaf::{Choice, Project};
    ///
    /// let manifest = r#"
    ///     [project]
    ///     name = "hours"
    ///     source = "en"
    ///     paper = "a4"
    ///     edition = "1"
    ///     date = "2026-11"
    ///
    ///     [organisation]
    ///     name = "The clinic"
    ///     email = "clinic@example.org"
    ///     phone = "604-555-0100"
    ///     website = "example.org"
    ///
    ///     [[leaflet]]
    ///     name = "hours"
    ///     layouts = ["factsheet"]
    ///
    ///     [[leaflet.section]]
    ///     name = "hours"
    ///     place = "body"
    ///     blocks = [{ role = "title", text = "title" }, { role = "paragraph", text = "hours" }]
    /// "#;
    /// let words = "title = Come as you are\nhours = We are open every day from { 9 } to { 17 }.\n";
    /// let project = Project::in_memory([("polyleaf.toml", manifest), ("locales/en/hours.ftl", words)]);
    /// let leaflet = project.set(&Choice::new("hours", "en", "factsheet"))?;
    /// assert!(leaflet.text()?.contains("We are open every day from 9 to 17."));
    /// # Ok::<(), polyleaf::Problems>(())
    /// ```
    pub fn in_memory<N, B>(files: impl IntoIterator<Item = (N, B)>) -> Project
    where
        N: Into<String>,
        B: Into<Vec<u8>>,
    {
        let files = files.into_iter().map(|(name, bytes)| (name.into(), Arc::new(bytes.into())));
        Project { files: Files::in_memory(files.collect()) }
    }

    /// Sets one leaflet. The panels that its sections start on are those of all the project's languages together, so that
    /// it is the same whether it is set alone or with the others.
    ///
    /// # Errors
    /// The leaflet, the language or the layout is not there or has faults; the text does not fit.
    pub fn set(&self, choice: &Choice) -> Result<ReadyLeaflet, Problems> {
        ReadyLeaflet::set(&self.files, choice)
    }

    /// Builds leaflets into files, as `polyleaf build` does. `watcher` is told how far it is.
    pub fn build(&self, request: &Request, watcher: Watcher<'_>) -> Outcome<Built> {
        let mut problems = Problems::default();
        let report = project::build(&self.files, request, &mut problems.sources, watcher);
        problems.diagnostics = report.diagnostics;
        Outcome { made: Built { artifacts: report.artifacts, unmade: report.unmade }, problems }
    }

    /// Removes what earlier builds wrote into a folder and what is not among these files; gives the paths of what is gone. A file that
    /// was changed since stays.
    pub fn clean(&self, out: &Path, kept: &[Artifact]) -> Outcome<Vec<PathBuf>> {
        let mut problems = Problems::default();
        Outcome { made: project::clean(out, kept, &mut problems.diagnostics), problems }
    }

    /// Finds all that is wrong with a project, without writing anything.
    ///
    /// ```
    /// let problems = polyleaf::Project::embedded().check(&polyleaf::Selection::default(), None);
    /// assert!(problems.is_empty(), "{problems}");
    /// ```
    pub fn check(&self, selection: &Selection, paper: Option<&str>) -> Problems {
        let mut problems = Problems::default();
        problems.diagnostics = project::check(&self.files, selection, paper, &mut problems.sources);
        problems
    }

    /// Says how far each language is translated, and how each leaflet fits.
    pub fn status(&self, selection: &Selection, paper: Option<&str>) -> Outcome<Status> {
        let mut problems = Problems::default();
        let Problems { sources, diagnostics } = &mut problems;
        let made = project::status(&self.files, selection, paper, sources, diagnostics);
        Outcome { made, problems }
    }

    /// Adds a language to the project's folder, by its tag or a name, with every message of the source language left to fill; one that is
    /// there is given what it lacks. `None` where nothing could be done.
    ///
    /// ```
    /// let nowhere = polyleaf::Project::embedded().add_locale("vi");
    /// assert!(nowhere.made.is_none() && nowhere.problems.has_misuse());
    /// ```
    pub fn add_locale(&self, language: &str) -> Outcome<Option<AddedLocale>> {
        let mut problems = Problems::default();
        let Problems { sources, diagnostics } = &mut problems;
        let made = project::add_locale(&self.files, language, sources, diagnostics).ok();
        Outcome { made, problems }
    }

    /// The messages whose words changed since they were reviewed, and what changed; of all leaflets and languages where the
    /// selection names none.
    pub fn outdated(&self, selection: &Selection) -> Outcome<Vec<OutdatedMessage>> {
        let mut problems = Problems::default();
        let Problems { sources, diagnostics } = &mut problems;
        Outcome { made: project::outdated(&self.files, selection, sources, diagnostics), problems }
    }

    /// Records in the project's folder that somebody has reviewed messages of a language; nothing was made where that failed.
    pub fn approve(&self, approval: &Approval) -> Outcome<Option<Approved>> {
        let mut problems = Problems::default();
        let Problems { sources, diagnostics } = &mut problems;
        Outcome { made: project::approve(&self.files, approval, sources, diagnostics).ok(), problems }
    }

    /// Writes the texts of a language into a file for translators, with what they are translated from; `None` where nothing was written.
    pub fn export(&self, export: &Export) -> Outcome<Option<Exported>> {
        let mut problems = Problems::default();
        let Problems { sources, diagnostics } = &mut problems;
        Outcome { made: project::export(&self.files, export, sources, diagnostics).ok(), problems }
    }

    /// Writes what translators did into the files of the project, or says what is wrong with it: where there is an error, nothing is
    /// written. What came of each file, in the order of the languages.
    pub fn import(&self, import: &Import) -> Outcome<Vec<Imported>> {
        let mut problems = Problems::default();
        let Problems { sources, diagnostics } = &mut problems;
        Outcome { made: project::import(&self.files, import, sources, diagnostics), problems }
    }

    /// Lists the layouts, the built-in ones too.
    pub fn layouts(&self) -> Outcome<Vec<LayoutEntry>> {
        let mut problems = Problems::default();
        let listing = project::list_layouts(&self.files, &mut problems.sources);
        problems.diagnostics = listing.diagnostics;
        Outcome { made: listing.layouts, problems }
    }

    /// Reads a press, which says what a print shop wants of the files that it is sent.
    ///
    /// # Errors
    /// There is none of that name, or something is wrong with its file.
    pub fn press(&self, name: &str) -> Result<Press, Problems> {
        let mut problems = Problems::default();
        let Problems { sources, diagnostics } = &mut problems;
        project::one_press(&self.files, name, sources, diagnostics).map_err(|_| problems)
    }

    /// Reads all presses, the built-in ones too, in the order of their names.
    pub fn presses(&self) -> Outcome<Vec<Press>> {
        let mut problems = Problems::default();
        let Problems { sources, diagnostics } = &mut problems;
        let presses = project::every_press(&self.files, sources, diagnostics);
        Outcome { made: presses, problems }
    }

    /// The arguments of `polyleaf build` that make a file of that name, as far as a name of ours tells them; a press is not among
    /// them. `None` for the names of other files.
    ///
    /// ```
    /// let told = polyleaf::Project::embedded().remake_arguments("card-ko-card-a4-press.pdf");
    /// assert_eq!(told.as_deref(), Some("--leaflet card --locale ko --layout card --paper a4"));
    /// ```
    pub fn remake_arguments(&self, name: &str) -> Option<String> {
        project::remake_arguments(&self.files, name)
    }

    /// Writes a blank sheet of each layout into a folder, to be folded and cut by hand before anything is printed.
    pub fn dummies(&self, layouts: &LayoutChoice, paper: Option<&str>, out: &Path) -> Outcome<Vec<Dummy>> {
        let mut problems = Problems::default();
        let dummies = project::dummies(&self.files, layouts, paper, out, &mut problems.sources);
        problems.diagnostics = dummies.diagnostics;
        Outcome { made: dummies.written, problems }
    }

    /// The languages that the project has folders for, by their tags; what is wrong with a folder is said by what reads it.
    pub fn languages(&self) -> Vec<String> {
        project::languages(&self.files)
    }

    /// What a word is the name of, in any case and spacing, and how the command line takes it; `None` where it is none.
    ///
    /// ```
    /// let meaning = polyleaf::Project::embedded().meaning("Letter Fold");
    /// assert_eq!(meaning.as_deref(), Some("`letter-fold` is a layout: say -L letter-fold"));
    /// ```
    pub fn meaning(&self, word: &str) -> Option<String> {
        project::meaning(&self.files, word)
    }

    /// The families of typefaces that the project has, in order; none where their list can't be read.
    pub fn families(&self) -> Vec<String> {
        project::families(&self.files)
    }

    /// The files, for those that look closer.
    pub(super) fn files(&self) -> &Files {
        &self.files
    }
}
