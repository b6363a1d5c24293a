//! What is wrong with layouts, looks, colours, fonts and numbers.

use polyleaf::Code;

use super::{Case, case};
use crate::support::Fixture;

pub(super) fn layout_cases() -> Vec<Case> {
    let new = Fixture::new;
    let page = "layouts/page.toml";
    let fonts = include_str!("../../fonts/fonts.toml");
    let start = fonts.find("\n[[font]]").unwrap();
    vec![
        case(Code::Overlap, new().with(page, "top = \"70mm\"", "top = \"40mm\""), "layout/overlap layouts/page.toml:20:1", &[]),
        case(Code::OutsidePage, new().with(page, "top = \"70mm\"", "top = \"270mm\""), "layout/outside layouts/page.toml:20:1", &[]),
        case(Code::Layout, new().with(page, "\"none\"", "\"crumple\""), "layout/invalid layouts/page.toml:3:8", &[]),
        Case { arguments: &["--paper", "a3"], ..case(Code::Paper, new(), "layout/paper", &[]) },
        Case { arguments: &["-L", "phone", "--for", "press"], ..case(Code::Paper, new(), "layout/paper", &[]) },
        Case { arguments: &["--paper", "a5", "-L", "zine"], ..case(Code::Paper, new(), "layout/paper", &[]) },
        Case { arguments: &["-l", "en", "-L", "half-fold"], ..case(Code::EmptyPanel, new(), "fit/empty-panel layouts/half-fold.toml:43:1", &["small-en-half-fold-letter.pdf"]) },
        Case { arguments: &["--large-print", "-L", "page"], ..case(Code::NoForm, new(), "layout/no-form", &[]) },
        Case { arguments: &["--with", "es", "-l", "en,es", "-L", "factsheet"], ..case(Code::Partner, new(), "locale/partner", &["small-en+es-factsheet-letter.pdf"]) },
        case(Code::NoPanel, new().with(page, "place = \"body\"", "place = \"cover\""), "layout/no-panel polyleaf.toml:21:1", &[]),
        case(Code::Picture, new().with(page, "height = \"60mm\"\ninset = [\"10mm\", \"20mm\"]\n\n", "height = \"60mm\"\ninset = [\"10mm\", \"20mm\"]\nart = { picture = \"no.svg\", place = \"above\", width = \"50%\" }\n\n"), "layout/picture layouts/page.toml:19:19", &[]),
        case(Code::FontDamaged, new().file("fonts/NotoSans-Regular.ttf", b"cut short"), "font/damaged", &[]),
        font_case("postscript_name = \"", "postscript_name = \"\\u0000", Code::Toml, "manifest/toml fonts/fonts.toml:8:19"),
        font_case("postscript_name = \"", "postscript_name = \"é", Code::Toml, "manifest/toml fonts/fonts.toml:8:19"),
        font_case("postscript_name = \"", &format!("postscript_name = \"{}", "x".repeat(400)), Code::Toml, "manifest/toml fonts/fonts.toml:8:19"),
        font_case("weight = 700", "weight = 0", Code::Toml, "manifest/toml fonts/fonts.toml:13:10"),
        case(Code::NoFace, new().file("fonts/fonts.toml", fonts[..start].to_owned() + "font = []\n"), "font/no-face fonts/fonts.toml:1:1", &[]),
    ]
}

/// A font manifest with something else in the place of what stands in it first.
fn font_case(from: &str, with: &str, code: Code, problem: &'static str) -> Case {
    let fonts = include_str!("../../fonts/fonts.toml").replacen(from, with, 1);
    case(code, Fixture::new().file("fonts/fonts.toml", fonts), problem, &[])
}

/// Numbers that no page can have, wherever a layout takes one.
pub(super) fn number_cases() -> Vec<Case> {
    let numbers = ["nan", "inf", "-1.0", "1e308", "1e-320"];
    let places = [
        "[style.role]\nheading = { before = # }",
        "[style.numeral]\ncolor = \"black\"\nindent = 1.0\nbefore = 1.0\nsize = #",
        "[style.box]\nroles = [\"steps\"]\nbefore = #",
    ];
    let problems = [
        "manifest/toml layouts/page.toml:9:22",
        "manifest/toml layouts/page.toml:12:8",
        "manifest/toml layouts/page.toml:10:10",
    ];
    let page = "layouts/page.toml";
    let length = |with: &str| {
        let problem = "manifest/toml layouts/page.toml:6:13";
        case(Code::Toml, Fixture::new().with(page, "unprinted = \"6.35mm\"", with), problem, &[])
    };
    let mut cases: Vec<Case> =
        ["-5mm", "1e4mm", "nanmm", "12"].map(|wrong| length(&format!("unprinted = \"{wrong}\""))).into();
    cases.push(case(
        Code::Toml,
        Fixture::new().with(page, "purpose = \"", "purpose = \"\" # "),
        "manifest/toml layouts/page.toml:1:11",
        &[],
    ));
    for (place, problem) in places.into_iter().zip(problems) {
        for number in numbers {
            let style = format!("{}\n\n[body]", place.replace('#', number));
            let fixture = Fixture::new().with("layouts/page.toml", "[body]", &style);
            cases.push(case(Code::Toml, fixture, problem, &[]));
        }
    }
    cases
}

/// Two layouts that share a look with a fault in it: it is told once, and neither is built.
pub(super) fn look_case() -> Case {
    let page = include_str!("../fixture/page.toml").replace("\"calm\"", "\"own\"");
    let fixture = Fixture::new()
        .file("layouts/page.toml", &page)
        .file("layouts/other.toml", &page)
        .file("layouts/look/own.toml", "[role]\nheadin = { size = 2 }\n")
        .with("polyleaf.toml", "[\"page\"]", "[\"page\", \"other\"]");
    case(Code::UnknownRole, fixture, "manifest/unknown-role layouts/look/own.toml:2:1", &[])
}

pub(super) fn color_cases() -> Vec<Case> {
    let styled = |style: &str| {
        let page = include_str!("../fixture/page.toml").to_owned() + style;
        Fixture::new().file("layouts/page.toml", page)
    };
    let mud = styled("\n[style.palette]\nmud = { srgb = \"#000000\", cmyk = [90, 80, 70, 60] }\n");
    let faint = styled("\n[style.role]\nparagraph = { color = \"blush\" }\n");
    vec![
        case(Code::Ink, mud, "layout/ink layouts/page.toml:29:7", &[]),
        case(Code::Contrast, faint, "layout/contrast layouts/page.toml:13:1", &[]),
    ]
}
