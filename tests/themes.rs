//! Themes: a project's colours and drawing on all layouts, and nobody's else; what is wrong in one is told where it stands.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use lopdf::Document;
use lopdf::content::Content;
use polyleaf::Code;

use crate::support::{Fixture, Run, names, program, root, run_of};

const LAYOUTS: &str = "booklet,factsheet,half-fold,letter-fold,phone,z-fold,zine";

/// The colours that a file sets, as it has them, and the operators of its longer outlines.
#[derive(Default)]
struct Painted {
    colors: BTreeSet<String>,
    outlines: BTreeSet<String>,
}

fn painted(file: &Path) -> Painted {
    let document = Document::load(file).unwrap();
    let mut painted = Painted::default();
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let pages = document.get_pages().into_values().map(|page| document.get_page_content(page));
    let forms = streams.filter_map(|stream| {
        let is_form = stream.dict.get(b"Subtype").and_then(|name| name.as_name()).ok() == Some(b"Form");
        is_form.then(|| stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()))
    });
    for content in pages.chain(forms) {
        let mut outline = String::new();
        for operation in Content::decode(&content).unwrap().operations {
            match operation.operator.as_str() {
                "rg" | "k" => {
                    let numbers = operation.operands.iter().map(|number| number.as_float().unwrap());
                    let numbers: Vec<String> = numbers.map(|number| format!("{number:.2}")).collect();
                    painted.colors.insert(numbers.join(" "));
                }
                drawn @ ("m" | "c" | "l" | "h") => outline.push_str(drawn),
                _ => {
                    if outline.matches('c').count() > 5 {
                        painted.outlines.insert(outline.clone());
                    }
                    outline.clear();
                }
            }
        }
    }
    painted
}

fn build(project: &Path, out: &Path, arguments: &[&str]) -> Run {
    let output = program()
        .args(["build", "--message-format", "json", "--project", project.to_str().unwrap(), "-o"])
        .arg(out)
        .args(arguments)
        .output()
        .unwrap();
    run_of(output, out)
}

/// What all files of a folder paint.
fn all_painted(folder: &Path) -> Painted {
    let mut all = Painted::default();
    for name in names(folder) {
        let one = painted(&folder.join(name));
        all.colors.extend(one.colors);
        all.outlines.extend(one.outlines);
    }
    all
}

/// Plum, coral and blush in sRGB and in process inks, as `painted` tells them.
const BUTTERFLY: [&str; 6] = [
    "0.29 0.10 0.26",
    "0.80 0.25 0.33",
    "0.94 0.72 0.64",
    "0.60 0.95 0.30 0.50",
    "0.12 0.92 0.60 0.12",
    "0.00 0.32 0.30 0.00",
];

#[test]
fn the_factsheets_butterfly_and_plum_are_on_no_layout_of_another_organisation() {
    let out = tempfile::tempdir().unwrap();
    let of_factsheet = out.path().join("factsheet");
    let run = build(root(), &of_factsheet, &["-l", "en", "-L", "letter-fold", "--for", "office,press"]);
    assert_eq!(run.written.len(), 2, "{}", run.talk);
    let butterfly = all_painted(&of_factsheet);
    assert!(BUTTERFLY.iter().all(|color| butterfly.colors.contains(*color)), "{:?}", butterfly.colors);
    assert!(!butterfly.outlines.is_empty());

    let clinic = root().join("examples/clinic");
    let manifest = fs::read_to_string(clinic.join("polyleaf.toml")).unwrap();
    let theme = manifest.split("[theme]").nth(1).unwrap().split("\n\n").next().unwrap();
    let neutral = Fixture::empty()
        .file("polyleaf.toml", manifest.replace(&format!("[theme]{theme}"), "").replace("logo = ", "# "))
        .file("pictures/way.png", fs::read(clinic.join("pictures/way.png")).unwrap())
        .file("locales/en/clinic.ftl", fs::read(clinic.join("locales/en/clinic.ftl")).unwrap());
    let organisation = "[organisation]\nname = \"Elsewhere\"\nemail = \"a@b.example\"\nphone = \"604-555-0199\"\nwebsite = \"b.example\"\n";
    fs::write(out.path().join("org.toml"), organisation).unwrap();
    let other = out.path().join("org.toml");
    let every = ["--for", "office,press,screen", "-l", "en"];
    for (name, project, more) in [
        ("clinic", clinic.as_path(), vec!["-L", LAYOUTS]),
        ("neutral", neutral.path(), vec!["-L", LAYOUTS]),
        ("other", root(), vec!["-L", "all", "--org", other.to_str().unwrap()]),
        ("large", root(), vec!["-L", "booklet", "--large-print", "--org", other.to_str().unwrap()]),
    ] {
        let folder = out.path().join(name);
        let run = build(project, &folder, &[&every[..], &more].concat());
        assert!(run.written.len() >= 3, "{name}: {}", run.talk);
        let painted = all_painted(&folder);
        let shown: Vec<_> = BUTTERFLY.iter().filter(|color| painted.colors.contains(**color)).collect();
        assert!(shown.is_empty(), "{name} shows {shown:?}");
        assert!(painted.outlines.is_disjoint(&butterfly.outlines), "{name} shows the butterfly");
        // It is no bare field that is left.
        assert!(name == "large" || !painted.outlines.is_empty(), "{name} shows no drawing");
    }
}

#[test]
fn a_shared_theme_goes_with_other_organisations_and_their_own_goes_before_it() {
    let organisation = "[organisation]\nname = \"Elsewhere\"\nemail = \"a@b.example\"\nphone = \"604-555-0199\"\nwebsite = \"b.example\"\n";
    let own = format!("{organisation}[theme]\nfield = \"#123456\"\nmotif = \"mark.svg\"\n");
    let page = "look = \"calm\"";
    let field = |theme: &str, organisation: &str| {
        let fixture = Fixture::new()
            .with("polyleaf.toml", "[links]", &format!("[theme]\nfield = \"#0f4c4a\"\n{theme}\n[links]"))
            .with("layouts/page.toml", page, page)
            .file("elsewhere/org.toml", organisation)
            .file("elsewhere/mark.svg", crate::pictures::DOT);
        let run = fixture.build(&["-l", "en", "--org", "elsewhere/org.toml"]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        all_painted(&fixture.out()).colors
    };
    let has = |colors: &BTreeSet<String>, color: &str| colors.contains(color);
    let (clinic, neutral, elsewhere) = ("0.06 0.30 0.29", "0.15 0.20 0.25", "0.07 0.20 0.34");
    assert!(has(&field("", organisation), neutral));
    assert!(has(&field("shared = true", organisation), clinic));
    assert!(has(&field("shared = true", &own), elsewhere));
}

/// The small project with a field and a motif, and that theme.
fn themed(theme: &str) -> Fixture {
    let art = "inset = [\"10mm\", \"20mm\"]\nfill = { color = \"field\" }\nart = { picture = \"motif\", place = \"above\", width = \"40%\" }\n\n[[panel]]\nname = \"rest\"";
    Fixture::new()
        .with("polyleaf.toml", "[links]", &format!("[theme]\n{theme}\n\n[links]"))
        .with("layouts/page.toml", "inset = [\"10mm\", \"20mm\"]\n\n[[panel]]\nname = \"rest\"", art)
        .file("drawings/mark.svg", crate::pictures::DOT)
}

#[test]
fn a_layouts_own_colours_lie_over_the_theme_and_the_theme_over_the_look() {
    let colors = |fixture: Fixture| {
        let run = fixture.build(&["-l", "en"]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        all_painted(&fixture.out()).colors
    };
    let theme = "field = \"#0f4c4a\"\nmotif = \"drawings/mark.svg\"";
    let plain = colors(themed(theme));
    // The field, and the drawing in colours of its own.
    assert!(plain.contains("0.06 0.30 0.29") && plain.contains("0.07 0.20 0.34"), "{plain:?}");
    let own = "[style.palette]\nfield = \"#5b1f1a\"\n\n[body]";
    let styled = colors(themed(theme).with("layouts/page.toml", "[body]", own));
    assert!(styled.contains("0.36 0.12 0.10") && !styled.contains("0.06 0.30 0.29"), "{styled:?}");
    let named = colors(themed("name = \"harbour\"\naccent = \"#8a3112\""));
    assert!(named.contains("0.06 0.18 0.34"), "{named:?}");
    // An own look of the project's keeps its colours where no theme is named.
    let look = fs::read_to_string(root().join("layouts/look/calm.toml")).unwrap();
    let look = look.replace("\"#26343f\"", "\"#264010\"");
    let unnamed = themed("").with("polyleaf.toml", "[theme]\n\n", "").file("layouts/look/calm.toml", look);
    assert!(
        colors(
            unnamed.file("layouts/look/sprig.svg", fs::read(root().join("layouts/look/sprig.svg")).unwrap())
        )
        .contains("0.15 0.25 0.06")
    );
    // Without a drawing nothing is drawn.
    let fixture = themed("motif = \"none\"");
    assert_eq!(fixture.build(&["-l", "en"]).code, 0);
    assert!(all_painted(&fixture.out()).outlines.is_empty());
}

#[test]
fn what_is_wrong_with_a_theme_is_told_where_it_stands() {
    let gradient = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><linearGradient id=\"a\"><stop/><stop offset=\"1\" stop-color=\"#fff\"/></linearGradient><rect width=\"20\" height=\"9\" fill=\"url(#a)\"/></svg>";
    for (theme, code, place, words) in [
        ("feild = \"#0f4c4a\"", Code::Layout, "15:1", "a theme has no “feild”"),
        ("name = \"plum\"", Code::Layout, "15:8", "themes are butterfly, clay, grove, harbour"),
        ("name = \"../look/calm\"", Code::Layout, "15:8", "themes are butterfly"),
        ("name = true", Code::Toml, "15:8", "the name of a ready theme in quotation marks"),
        ("accent = 5", Code::Toml, "15:10", "write a colour like"),
        ("shared = \"yes\"", Code::Toml, "15:10", "true or false"),
        ("purpose = \"red\"", Code::Layout, "15:1", "a theme has no “purpose”"),
        ("accent = \"teal\"", Code::Layout, "15:10", "“teal” is no colour"),
        ("accent = { srgb = \"#0f4c4a\", cmyk = [90, 90, 90, 90] }", Code::Ink, "15:10", "360 % ink"),
        ("accent = \"#ffd200\"", Code::Contrast, "15:10", "make “accent” darker, like #"),
        ("field = \"#88aacc\"", Code::Contrast, "15:9", "make “field” darker, like #"),
        ("field = \"#0f4c4a\"\nblush = \"#14504e\"", Code::Contrast, "16:9", "make “blush” paler, like #"),
        ("motif = \"drawings/none.svg\"", Code::Picture, "15:9", "there is no such file"),
        ("motif = \"\"", Code::Picture, "15:9", "motif = \"none\" does without"),
        ("motif = \"drawings/soft.svg\"", Code::Picture, "15:9", "a gradient"),
    ] {
        let fixture = themed(theme).file("drawings/soft.svg", gradient);
        let run = fixture.build(&["-l", "en"]);
        assert_eq!(
            run.problems(),
            [format!("{} polyleaf.toml:{place}", code.name())],
            "{theme}: {}",
            run.talk
        );
        let told = serde_json::to_string(&run.lines).unwrap().replace("\\\"", "\"");
        assert!(told.contains(words), "{theme}: {told}");
        assert!(run.written.is_empty(), "{theme}");
    }
}

#[test]
fn a_colour_that_nothing_is_printed_in_is_an_error() {
    let page = "layouts/page.toml";
    let add = |colour: &str| themed("motif = \"none\"").with(page, "[body]", &format!("{colour}\n\n[body]"));
    for wrong in ["[style.palette]\nfeild = \"#0f4c4a\"", "[large-print.style.palette]\nfeild = \"#0f4c4a\""]
    {
        let fixture = if wrong.starts_with("[large") {
            let page_now = fs::read_to_string(themed("").path().join(page)).unwrap();
            themed("motif = \"none\"").file(
                page,
                format!("{page_now}\n{wrong}\n[[large-print.panel]]\ncell = 1\nplace = \"body\"\n"),
            )
        } else {
            add(wrong)
        };
        let run = fixture.build(&["-l", "en"]);
        let problems = run.problems();
        assert_eq!(
            (problems.len(), problems[0].starts_with("layout/invalid layouts/page.toml:")),
            (1, true),
            "{}",
            run.talk
        );
        let told = serde_json::to_string(&run.lines).unwrap();
        assert!(
            told.contains("“feild”") && told.contains("colours are accent, black, blush, deep, field"),
            "{told}"
        );
    }
    // A colour of its own is used by a word, or by a drawing.
    let used = add(
        "[style.palette]\nleaf = \"#0f4c4a\"\n\n[style.role]\nheading = { rule = { color = \"leaf\", width = 1, gap = 0.3 } }",
    );
    assert_eq!(used.build(&["-l", "en"]).problems(), Vec::<String>::new());
    let drawing = crate::pictures::DOT.replace("fill=\"#123456\"", "class=\"fill-leaf\"");
    let drawn = add("[style.palette]\nleaf = \"#0f4c4a\"")
        .with(page, "picture = \"motif\"", "picture = \"leaf.svg\"")
        .file("layouts/look/leaf.svg", drawing);
    assert_eq!(drawn.build(&["-l", "en"]).problems(), Vec::<String>::new());
}

#[test]
fn every_ready_theme_can_be_read_and_printed() {
    let out = tempfile::tempdir().unwrap();
    let clinic = root().join("examples/clinic");
    let manifest = fs::read_to_string(clinic.join("polyleaf.toml")).unwrap();
    let theme = manifest.split("[theme]").nth(1).unwrap().split("\n\n").next().unwrap();
    let themes: Vec<String> = crate::support::names(&root().join("layouts/theme"));
    let names: Vec<&str> = themes.iter().filter_map(|name| name.strip_suffix(".toml")).collect();
    assert!(names.len() >= 4, "{names:?}");
    for name in names.into_iter().chain(["neutral"]) {
        let named = if name == "neutral" { String::new() } else { format!("name = \"{name}\"") };
        let project = Fixture::empty()
            .file("polyleaf.toml", manifest.replace(theme, &format!("\n{named}")))
            .file("logo.svg", fs::read(clinic.join("logo.svg")).unwrap())
            .file("pictures/way.png", fs::read(clinic.join("pictures/way.png")).unwrap())
            .file("locales/en/clinic.ftl", fs::read(clinic.join("locales/en/clinic.ftl")).unwrap());
        let folder = out.path().join(name);
        for ink in ["colour", "mono"] {
            let run = build(
                project.path(),
                &folder,
                &["-L", "booklet,factsheet,zine", "--for", "office,press,screen", "--ink", ink, "-l", "en"],
            );
            let faint: Vec<String> = run
                .problems()
                .into_iter()
                .filter(|problem| {
                    problem.contains("contrast") || problem.contains("ink") || problem.contains("faint")
                })
                .collect();
            assert_eq!(faint, Vec::<String>::new(), "{name}, {ink}");
            assert!(run.written.len() >= 9, "{name}: {}", run.talk);
        }
        let files: Vec<String> =
            crate::support::names(&folder).into_iter().filter(|name| name.ends_with("-press.pdf")).collect();
        let output = program()
            .current_dir(&folder)
            .args(["preflight", "--message-format", "json", "--for", "press"])
            .args(&files)
            .output()
            .unwrap();
        let errors = String::from_utf8(output.stdout).unwrap();
        assert!(!errors.contains("\"severity\":\"error\""), "{name}: {errors}");
    }
}
