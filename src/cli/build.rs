//! `polyleaf build`: for each organisation that is named, what is asked for, and what came of it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use polyleaf::{
    Artifact, Built, Format, OrganisationFile, Outcome, Problems, Profile, Progress, Project, Request,
    Selection, open_organisation,
};
use rayon::ThreadPoolBuilder;
use serde_json::json;

use super::absent::{called_alike, no_file, no_organisations};
use super::answer::{Answer, Product, finish};
use super::args::BuildArgs;
use super::choice::MessageFormat;
use super::misuse::{Misuse, check_folder, layout_choice, project};
use super::{built, render, table, viewer, wrap};

/// Builds for the project's own organisation, or for each of those named, one after the other.
pub(super) fn build(args: &BuildArgs) -> Result<Vec<Answer>, Misuse> {
    let project = project(&args.project)?;
    check_folder(&args.out())?;
    if let Some(jobs) = args.jobs {
        // A thread sets a language: more of them would have nothing to do.
        let most = project.languages().len().max(1);
        let pool = ThreadPoolBuilder::new().num_threads(jobs.get().min(most)).build_global();
        pool.map_err(|error| Misuse::Threads { count: jobs, error })?;
    }
    if args.ppi.is_some() && Format::from(args.format) != Format::Png {
        return Err(Misuse::Ppi);
    }
    if args.press.is_some() && args.outputs().iter().all(|output| output.profile != Profile::Press) {
        return Err(Misuse::Press);
    }
    let mut runs = Vec::new();
    for organisation in organisations(&args.org)? {
        runs.push(match organisation.file.transpose() {
            Ok(file) => {
                let Outcome { made, problems } = build_for(args, &project, file)?;
                Run { name: organisation.name, made, problems }
            }
            Err(problems) => Run { name: organisation.name, made: Built::default(), problems },
        });
    }
    let kept: Vec<Artifact> = runs.iter().flat_map(|run| run.made.artifacts.clone()).collect();
    let is_sound = runs.iter().all(|run| !run.problems.has_errors());
    let mut answers = told_runs(args, runs);
    if let Some(last) = answers.last_mut().filter(|_| args.open) {
        last.verdict += &viewer::open_built(&kept, &args.out());
    }
    if args.clean {
        answers.push(if is_sound { clean(args, &project, &kept) } else { nothing_removed(args) });
    }
    Ok(answers)
}

/// A build for one organisation.
struct Run {
    /// The file that names the organisation; the project's own where there is none.
    name: Option<PathBuf>,
    made: Built,
    problems: Problems,
}

/// Builds for one organisation; the project's own where none is named.
fn build_for(
    args: &BuildArgs,
    project: &Project,
    organisation: Option<OrganisationFile>,
) -> Result<Outcome<Built>, Misuse> {
    let request = Request {
        selection: Selection {
            locales: args.languages.named(),
            layouts: layout_choice(&args.layout)?,
            leaflets: args.leaflet.clone(),
            organisation,
            form: args.form(),
            with: args.with.clone(),
            press: args.press.clone(),
            is_final: args.is_final,
            proof: args.proof,
        },
        paper: args.paper.clone(),
        outputs: args.outputs(),
        format: args.format.into(),
        ppi: args.ppi,
        print_sheet: args.print_sheet.clone(),
        out: Some(args.out()),
    };
    let bar = progress_bar(args.message_format);
    let built = project.build(&request, &|progress| advance(&bar, progress));
    bar.finish_and_clear();
    Ok(built)
}

/// What is said of builds: first all that was made, then what is wrong with each, then what was not made and how many were.
fn told_runs(args: &BuildArgs, runs: Vec<Run>) -> Vec<Answer> {
    if args.message_format == MessageFormat::Json {
        let told = |Run { made, problems, .. }: Run| {
            let lines = || {
                [render::lines("artifact", &made.artifacts), render::lines("unmade", &made.unmade)].concat()
            };
            finish(problems, args.message_format, &Product { lines: &lines, ..Product::NONE })
        };
        return runs.into_iter().map(told).collect();
    }
    let columns = wrap::columns();
    let failed: Vec<String> = runs
        .iter()
        .filter(|run| run.problems.has_errors())
        .filter_map(|run| Some(run.name.as_ref()?.display().to_string()))
        .collect();
    let mut all = Built::default();
    for run in &runs {
        all.artifacts.extend(run.made.artifacts.iter().cloned());
        all.unmade.extend(run.made.unmade.iter().cloned());
    }
    let spoken = |text: String| if args.quiet { String::new() } else { text };
    let sizes = if args.verbose { table::artifacts(&all.artifacts, columns) } else { String::new() };
    let first =
        Product { table: &|| spoken(built::leaflets(&all.artifacts, columns) + &sizes), ..Product::NONE };
    let mut answers = vec![finish(Problems::default(), args.message_format, &first)];
    answers.extend(runs.into_iter().map(|run| finish(run.problems, args.message_format, &Product::NONE)));
    let closing = || spoken(built::closing(&all, &failed, args.print_sheet.as_deref(), &args.out(), columns));
    answers.push(finish(
        Problems::default(),
        args.message_format,
        &Product { closing: &closing, ..Product::NONE },
    ));
    answers
}

/// Says that nothing is removed after a build that failed: what it would leave may be all that there is.
fn nothing_removed(args: &BuildArgs) -> Answer {
    let words = "Nothing was removed, since something is wrong: mend it, and build with --clean again.";
    let closing = || if args.quiet { String::new() } else { built::line(words, "", wrap::columns()) };
    finish(Problems::default(), args.message_format, &Product { closing: &closing, ..Product::NONE })
}

/// Removes what earlier builds wrote, and says what.
fn clean(args: &BuildArgs, project: &Project, kept: &[Artifact]) -> Answer {
    let Outcome { made, problems } = project.clean(&args.out(), kept);
    let paths: Vec<String> = made.iter().map(|path| path.display().to_string()).collect();
    let lines = || paths.iter().map(|path| json!({ "reason": "removed", "path": path })).collect();
    let product = Product {
        lines: &lines,
        closing: &|| if args.quiet { String::new() } else { built::removed(&paths, wrap::columns()) },
        ..Product::NONE
    };
    finish(problems, args.message_format, &product)
}

/// An organisation that leaflets are built for.
struct Asked {
    /// Its file; the project's own where there is none.
    name: Option<PathBuf>,
    file: Option<Result<OrganisationFile, Problems>>,
}

/// The organisations named, those of folders in the order of their names; the project's own where none is named.
fn organisations(named: &[PathBuf]) -> Result<Vec<Asked>, Misuse> {
    if named.is_empty() {
        return Ok(vec![Asked { name: None, file: None }]);
    }
    let mut files = Vec::new();
    for path in named {
        let Ok(entries) = fs::read_dir(path) else {
            files.push(path.clone());
            continue;
        };
        let paths = entries.flatten().map(|entry| entry.path());
        let mut own: Vec<PathBuf> =
            paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
        if own.is_empty() {
            return Err(Misuse::Said(no_organisations(path)));
        }
        own.sort();
        files.extend(own);
    }
    let mut asked: Vec<Asked> = Vec::new();
    let mut known: BTreeMap<String, PathBuf> = BTreeMap::new();
    for name in files {
        let is_same = |other: &Asked| {
            let paths =
                [other.name.as_ref(), Some(&name)].map(|path| path.and_then(|path| path.canonicalize().ok()));
            paths[0].is_some() && paths[0] == paths[1]
        };
        if asked.iter().any(is_same) {
            continue;
        }
        let file = organisation(&name)?;
        let called = file.as_ref().map(|file| file.called().to_lowercase());
        if let Ok(word) = called
            && let Some(first) = known.insert(word.clone(), name.clone())
        {
            return Err(Misuse::Said(called_alike(&first, &name, &word)));
        }
        asked.push(Asked { file: Some(file), name: Some(name) });
    }
    Ok(asked)
}

/// The file of another organisation: one that is not there is a misuse, one that is of no use a problem.
fn organisation(file: &Path) -> Result<Result<OrganisationFile, Problems>, Misuse> {
    match fs::symlink_metadata(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(Misuse::Said(no_file(file, "--org", ".toml")))
        }
        _ => Ok(open_organisation(file)),
    }
}

/// Moves the bar on.
fn advance(bar: &ProgressBar, progress: Progress) {
    match progress {
        Progress::Planned(count) => bar.set_length(u64::try_from(count).expect("64 bits fit")),
        Progress::Done => bar.inc(1),
    }
}

/// A bar on a terminal, nothing elsewhere.
fn progress_bar(format: MessageFormat) -> ProgressBar {
    let bar = ProgressBar::new(0);
    let style =
        ProgressStyle::with_template("{bar:30} {pos}/{len} leaflets").expect("the template is a constant");
    bar.set_style(style);
    if format == MessageFormat::Json || !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    bar
}
