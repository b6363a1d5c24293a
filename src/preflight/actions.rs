//! What in a file acts: scripts, programs that are started, forms, and files within the file (ISO 32000-1 12.6). Looked for in the
//! catalog, the pages, what is clicked on them, and the outline.

use hayro_syntax::object::{Array, Dict, Object};

use super::catalog::shown;
use super::file::{File, name};
use super::report::{Check, Findings};

/// Actions that lead a reader somewhere, and do no more: within the file, and to an address.
const LINKS: &[&str] = &["GoTo", "URI", "Named", "Thread"];
/// How many actions are followed of a chain, annotations of a page, and entries of an outline.
const CHAIN: usize = 64;
const ANNOTATIONS: usize = 2000;
const ENTRIES: usize = 5000;

/// Looks for all that acts.
pub(super) fn check(file: &File<'_>, findings: &mut Findings) {
    whole(&file.catalog(), findings);
    for (page, number) in file.pages().iter().zip(1..) {
        let page = page.raw();
        triggered(page, "the page", Some(number), findings);
        let annotations = page.get::<Array<'_>>("Annots").into_iter();
        for annotation in
            annotations.flat_map(|all| all.iter::<Dict<'_>>().take(ANNOTATIONS).collect::<Vec<_>>())
        {
            started(&annotation, "A", "what is clicked", Some(number), findings);
            triggered(&annotation, "what is clicked", Some(number), findings);
        }
    }
    let mut entries: Vec<Dict<'_>> = outline(&file.catalog(), "Outlines").into_iter().collect();
    // A hostile outline may be a ring.
    for _ in 0..ENTRIES {
        let Some(entry) = entries.pop() else { break };
        started(&entry, "A", "the outline", None, findings);
        triggered(&entry, "the outline", None, findings);
        entries.extend(["Next", "First"].into_iter().filter_map(|key| outline(&entry, key)));
    }
}

fn outline<'a>(dict: &Dict<'a>, key: &str) -> Option<Dict<'a>> {
    dict.get::<Dict<'a>>(key)
}

/// What the file holds as a whole.
fn whole(catalog: &Dict<'_>, findings: &mut Findings) {
    let names = catalog.get::<Dict<'_>>("Names").unwrap_or_default();
    let opened = match catalog.get::<Object<'_>>("OpenAction") {
        Some(Object::Dict(action)) => name(&action, "S").filter(|kind| kind != "GoTo"),
        _ => None,
    };
    let found = [
        (opened.is_some(), "something is run when it is opened"),
        (catalog.contains_key("AA"), "something is run when it is printed or closed"),
        (names.contains_key("JavaScript"), "it holds a script"),
        (catalog.contains_key("AcroForm"), "it holds a form to fill in"),
    ];
    for (_, message) in found.iter().filter(|(found, _)| *found) {
        findings.error(Check::Action, None, *message);
    }
    if names.contains_key("EmbeddedFiles") || catalog.contains_key("AF") {
        findings.error(Check::Attachment, None, "another file is attached to it");
    }
}

/// Actions that nobody has to click for (`AA`, ISO 32000-1 12.6.3): whatever they are, they are none of a leaflet’s.
fn triggered(dict: &Dict<'_>, place: &str, page: Option<usize>, findings: &mut Findings) {
    if dict.contains_key("AA") {
        let message = format!("{place} runs something by itself (AA)");
        findings.error(Check::Action, page, message);
    }
}

/// An action and those that follow it, none of which may be more than a link.
fn started(dict: &Dict<'_>, key: &str, place: &str, page: Option<usize>, findings: &mut Findings) {
    let mut actions: Vec<Dict<'_>> = dict.get::<Dict<'_>>(key).into_iter().collect();
    for _ in 0..CHAIN {
        let Some(action) = actions.pop() else { return };
        let kind = name(&action, "S").unwrap_or_default();
        if !LINKS.contains(&kind.as_str()) {
            let message = format!("{place} does more than lead to a place ({})", shown(&kind));
            findings.error(Check::Action, page, message);
        }
        match action.get::<Object<'_>>("Next") {
            Some(Object::Dict(next)) => actions.push(next),
            Some(Object::Array(next)) => actions.extend(next.iter::<Dict<'_>>().take(CHAIN)),
            _ => {}
        }
    }
    findings.error(Check::Action, page, format!("{place} starts a chain of actions without end"));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{examined, messages, page};
    use super::*;

    fn found(catalog: &str, leaf: &str, more: &[&str]) -> Vec<String> {
        let report = examined(&page(catalog, "", leaf, more));
        assert!(messages(&report, Check::Unreadable).is_empty(), "{report:?}");
        messages(&report, Check::Action).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn links_lead_and_do_no_more() {
        let link = |action: &str| format!("/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<<{action}>>>>]");
        for action in ["/S/URI/URI(https://example.org)", "/S/GoTo/D[4 0 R/Fit]", "/S/Named/N/NextPage"] {
            assert_eq!(found("", &link(action), &[]), [""; 0], "{action}");
        }
        for action in [
            "/S/Launch/F(a.exe)",
            "/S/JavaScript/JS(x)",
            "/S/URI/URI(x)/Next[<</S/Launch>>]",
            "/S/URI/Next 5 0 R",
        ] {
            let more = ["<</S/SubmitForm>>"];
            assert_eq!(found("", &link(action), &more).len(), 1, "{action}");
        }
        // A ring comes to an end, and so does a crowd.
        assert_eq!(found("", &link("/S/URI/Next 5 0 R"), &["<</S/URI/Next 5 0 R>>"]), [""; 0]);
        let crowd = found("", &link(&format!("/S/URI/Next[{}]", "<</S/URI>>".repeat(70))), &[]);
        assert_eq!(crowd, ["what is clicked starts a chain of actions without end"]);
    }

    #[test]
    fn what_runs_by_itself_is_found() {
        assert_eq!(
            found("", "/AA<</O<</S/JavaScript/JS(x)>>>>", &[]),
            ["the page runs something by itself (AA)"]
        );
        assert_eq!(found("", "/Annots[<</Subtype/Link/AA<</E<</S/Launch>>>>>>]", &[]).len(), 1);
    }

    #[test]
    fn the_outline_is_looked_through() {
        let entries =
            ["<</First 6 0 R>>", "<</Title(a)/Next 7 0 R>>", "<</Title(b)/A<</S/Launch>>/Next 6 0 R>>"];
        assert_eq!(
            found("/Outlines 5 0 R", "", &entries),
            ["the outline does more than lead to a place (Launch)"]
        );
    }
}
