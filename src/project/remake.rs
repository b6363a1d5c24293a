//! The command that makes a file anew, told from its name alone. In: the name of a file that a build wrote, and what leaflets, layouts
//! and languages a project has. Out: arguments of `polyleaf build`, without a press.

use super::files::{Files, Intake};
use super::load::read_design;
use super::locales::languages;
use super::selection::{LayoutChoice, Selection};
use super::task::PHONE;
use crate::diag::Diagnostics;
use crate::fold::PAPERS;
use crate::source::Sources;

/// What the names of a project's files are made of.
struct Names {
    leaflets: Vec<String>,
    locales: Vec<String>,
    layouts: Vec<String>,
}

/// The arguments that make a file of that name for a press: `--leaflet card --locale en --layout card --paper a4`. `None` where the
/// name is none that a build of this project gives, or may be that of two.
pub fn remake_arguments(files: &Files, name: &str) -> Option<String> {
    let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
    let every = Selection { layouts: LayoutChoice::Every, ..Selection::default() };
    let mut intake = Intake { files, sources: &mut sources, diagnostics: &mut unheard };
    let design = read_design(&mut intake, &every).ok()?;
    let leaflets = design.manifest.leaflets.iter().map(|leaflet| leaflet.name.clone()).collect();
    let layouts = design.layouts.into_keys().collect();
    Names { leaflets, locales: languages(files), layouts }.arguments(name)
}

impl Names {
    /// Each part of a name in turn, in all ways in which it can be read.
    fn arguments(&self, name: &str) -> Option<String> {
        let stem = name.strip_suffix(".pdf")?;
        let mut found = Vec::new();
        for (leaflet, rest) in starts(stem, &self.leaflets) {
            for (locale, rest) in begins(rest, &self.locales) {
                for (partner, rest) in self.partners(rest) {
                    let Some(rest) = rest.strip_prefix('-') else { continue };
                    for (layout, rest) in starts(rest, &self.layouts) {
                        let with = partner.map_or(String::new(), |partner| format!(" --with {partner}"));
                        let whole = format!("--leaflet {leaflet} --locale {locale}{with} --layout {layout}");
                        found.extend(paper_and_more(rest).map(|more| format!("{whole}{more}")));
                    }
                }
            }
        }
        found.pop().filter(|_| found.is_empty())
    }

    /// The language beside which a text is set, if any.
    fn partners<'a>(&'a self, rest: &'a str) -> Vec<(Option<&'a str>, &'a str)> {
        match rest.strip_prefix('+') {
            Some(rest) => begins(rest, &self.locales).map(|(tag, rest)| (Some(tag), rest)).collect(),
            None => vec![(None, rest)],
        }
    }
}

/// The names that a text begins with, each with what is behind it.
fn begins<'a>(text: &'a str, names: &'a [String]) -> impl Iterator<Item = (&'a str, &'a str)> {
    names.iter().filter_map(move |name| Some((name.as_str(), text.strip_prefix(name.as_str())?)))
}

/// The same, with a hyphen between.
fn starts<'a>(text: &'a str, names: &'a [String]) -> impl Iterator<Item = (&'a str, &'a str)> {
    begins(text, names).filter_map(|(name, rest)| Some((name, rest.strip_prefix('-')?)))
}

/// The paper, and what else a name tells of how a file was asked for: of papers that begin alike the longest.
fn paper_and_more(text: &str) -> Option<String> {
    let papers = PAPERS.iter().map(|paper| paper.name).filter(|paper| *paper != PHONE);
    let of_paper = papers.filter_map(|paper| Some((paper, text.strip_prefix(paper)?)));
    let read = of_paper.filter_map(|(paper, rest)| Some((paper, more(rest)?)));
    read.max_by_key(|(paper, _)| paper.len()).map(|(paper, more)| format!(" --paper {paper}{more}"))
}

/// What stands behind the paper; which page, press, ink or sheets a file is of is decided by the press.
fn more(text: &str) -> Option<String> {
    let (large, rest) = match text.strip_prefix("-large") {
        Some(rest) => (" --large-print", rest),
        None => ("", text),
    };
    let is_known = ["-press", "-screen", "-mono", "-proof"]
        .iter()
        .any(|head| rest.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')));
    let (unnumbered, _) = rest.rsplit_once('-').filter(|(_, end)| is_number(end)).unwrap_or((rest, ""));
    let (unmarked, proof) = match unnumbered.strip_suffix("-proof") {
        Some(unmarked) => (unmarked, " --proof"),
        None => (unnumbered, ""),
    };
    let mono = if unmarked.ends_with("-mono") { " --ink mono" } else { "" };
    (rest.is_empty() || is_known).then(|| format!("{large}{mono}{proof}"))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_command() {
        let all = |names: &str| names.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let names = Names {
            leaflets: all("card card-en fact"),
            locales: all("en zh-Hans zh es"),
            layouts: all("card letter-fold letter"),
        };
        for (name, told) in [
            (
                "fact-en-letter-fold-letter.pdf",
                "--leaflet fact --locale en --layout letter-fold --paper letter",
            ),
            (
                "fact-zh-Hans-card-a4-90x50-press.pdf",
                "--leaflet fact --locale zh-Hans --layout card --paper a4-90x50",
            ),
            ("card-es-card-a4-screen.pdf", "--leaflet card --locale es --layout card --paper a4"),
            (
                "card-es+zh-card-a4-press-sheets.pdf",
                "--leaflet card --locale es --with zh --layout card --paper a4",
            ),
            (
                "fact-en-letter-a4-large-press-my-shop-mono.pdf",
                "--leaflet fact --locale en --layout letter --paper a4 --large-print --ink mono",
            ),
            (
                "fact-en-letter-a4-press-riso-bright-red.pdf",
                "--leaflet fact --locale en --layout letter --paper a4",
            ),
            (
                "fact-en-letter-a4-press-mono-proof.pdf",
                "--leaflet fact --locale en --layout letter --paper a4 --ink mono --proof",
            ),
            ("fact-en-letter-a4-proof.pdf", "--leaflet fact --locale en --layout letter --paper a4 --proof"),
            (
                "fact-en-letter-a4-press-x-mono-12.pdf",
                "--leaflet fact --locale en --layout letter --paper a4 --ink mono",
            ),
            ("fact-en-letter-a4-press-x-12.pdf", "--leaflet fact --locale en --layout letter --paper a4"),
            ("card-en-en-letter-a4.pdf", "--leaflet card-en --locale en --layout letter --paper a4"),
        ] {
            assert_eq!(names.arguments(name).as_deref(), Some(told), "{name}");
        }
        for name in [
            "page1.pdf",
            "fact-ko-letter-a4.pdf",
            "fact-en-letter-a9.pdf",
            "fact-en-letter-phone.pdf",
            "fact-en-letter-a4-final.pdf",
            "fact-en-letter-a4 (1).pdf",
            "other-en-letter-a4.pdf",
            "fact-en-letter-a4.txt",
        ] {
            assert_eq!(names.arguments(name), None, "{name}");
        }
    }
}
