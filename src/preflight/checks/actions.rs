//! What acts: a leaflet's links lead somewhere, and nothing in it does more.

use crate::preflight::faults::ActionFault;
use crate::preflight::finding::Findings;
use crate::preflight::quote::Quote;
use crate::preflight::read::{Act, Acts, Start};

/// Actions that lead a reader somewhere, and do no more: within the file, and to an address (ISO 32000-1 12.6.4).
const LINKS: &[&str] = &["GoTo", "URI", "Named", "Thread"];

/// Checks all that acts.
pub(in super::super) fn check_actions(acts: &Acts, findings: &mut Findings) {
    let whole = [
        (acts.on_opening.is_some(), ActionFault::OnOpening),
        (acts.has_triggers, ActionFault::OnClosing),
        (acts.has_scripts, ActionFault::Script),
        (acts.has_form, ActionFault::Form),
        (acts.has_attachment, ActionFault::Attachment),
    ];
    for (_, fault) in whole.into_iter().filter(|(is_found, _)| *is_found) {
        findings.add(fault);
    }
    for act in &acts.started {
        if let Some(fault) = fault_of(act) {
            match act.page {
                Some(page) => findings.add_on(page, fault),
                None => findings.add(fault),
            }
        }
    }
}

/// What is wrong with what is started; nothing with what leads somewhere.
fn fault_of(act: &Act) -> Option<ActionFault> {
    let place = act.place;
    match &act.start {
        Start::Trigger => Some(ActionFault::Trigger { place }),
        Start::Address(address) => Some(ActionFault::Address { place, address: Quote::new(address) }),
        Start::EndlessChain => Some(ActionFault::EndlessChain { place }),
        Start::Action(kind) if LINKS.contains(&kind.as_str()) => None,
        Start::Action(kind) => Some(ActionFault::Action { place, action: Quote::new(kind) }),
    }
}

#[cfg(test)]
mod tests {
    use crate::preflight::check::Check;
    use crate::preflight::tests::small::{examined, messages, page};

    fn found(catalog: &str, leaf: &str, more: &[&str]) -> Vec<String> {
        let report = examined(&page(catalog, "", leaf, more));
        assert!(messages(&report, Check::Unreadable).is_empty(), "{report:?}");
        messages(&report, Check::Action)
    }

    #[test]
    fn links_lead_and_do_no_more() {
        let link = |action: &str| format!("/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<<{action}>>>>]");
        for action in [
            "/S/URI/URI(https://example.org)",
            "/S/URI/URI(tel:+1-604-555-0100)",
            "/S/URI/URI(signal:x)",
            "/S/GoTo/D[4 0 R/Fit]",
            "/S/Named/N/NextPage",
        ] {
            assert_eq!(found("", &link(action), &[]), [""; 0], "{action}");
        }
        for action in [
            "/S/Launch/F(a.exe)",
            "/S/JavaScript/JS(x)",
            "/S/URI/URI(tel:211)/Next[<</S/Launch>>]",
            "/S/URI/URI(javascript:app.alert\\(1\\))",
            "/S/URI/URI(java\nscript:x)",
            "/S/URI/URI(JAVASCRIPT:x)",
            "/S/URI/URI(file:///etc/passwd)",
            "/S/URI/URI(../../x.exe)",
            "/S/URI/URI(\\\\evil\\share)",
            "/S/URI/URI(C:\\x.exe)",
            "/S/URI/Next 5 0 R",
        ] {
            let more = ["<</S/SubmitForm>>"];
            assert_eq!(found("", &link(action), &more).len(), 1, "{action}");
        }
        // A ring comes to an end, and so does a crowd.
        assert_eq!(found("", &link("/S/URI/Next 5 0 R"), &["<</S/URI/Next 5 0 R>>"]), [""; 0]);
        let crowd = found("", &link(&format!("/S/URI/Next[{}]", "<</S/URI>>".repeat(70))), &[]);
        assert_eq!(crowd, ["a link or another annotation starts a chain of actions without end"]);
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
