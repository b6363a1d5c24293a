//! Links of messages.

use super::load;
use crate::diag::Code;

#[test]
fn a_link_has_words() {
    let link = "<a data-l10n-name=\"phone\">";
    for (text, line, column) in [
        ("a = x LINK</a>\n", 1, 7),
        ("a = x LINK \u{200B} &nbsp;</a>\n", 1, 7),
        ("a = x LINK<strong>\u{AD}</strong><br/></a>\n", 1, 7),
        ("-t = x LINK\u{200B}</a>\na = x { -t }\n", 1, 8),
        ("a = { $count ->\n  [one] x\n *[other] LINK</a>\n}\n", 3, 11),
        // Known once it is put together: the name of the link is pointed at.
        ("a = x LINK{\"\u{2060}\"}</a>\n", 1, 26),
        ("a = x LINK{ -t }</a>\n-t = {\" \"}\u{200B}\n", 1, 26),
    ] {
        let text = text.replace("LINK", link);
        assert_eq!(load(&text).reports(), [(Code::EmptyMessage, line, column)], "{text}");
    }
    assert_eq!(load(&format!("a = {link}{{ $phone }}</a> {link}<em>5</em></a>\n")).reports(), []);
}
