//! Lines as they may be written, by the names that files know.

/// For each name a line with a value, or a heading. A name that is given otherwise in another kind of file stands twice.
const LINES: &[(&str, &str)] = &[
    // Manifests, and files of `--org`.
    ("project", "[project]"),
    ("organisation", "[organisation]"),
    ("leaflet", "[[leaflet]]"),
    ("section", "[[leaflet.section]]"),
    ("name", "name = \"Our clinic\""),
    ("source", "source = \"en\""),
    ("paper", "paper = \"letter\""),
    ("edition", "edition = \"1\""),
    ("date", "date = \"2026-11\""),
    ("draft", "draft = \"margin-draft\""),
    ("schemes", "schemes = [\"signal\"]"),
    ("email", "email = \"mail@example.org\""),
    ("phone", "phone = \"604-555-0100\""),
    ("website", "website = \"example.org\""),
    ("logo", "logo = \"logo.svg\""),
    ("layouts", "layouts = [\"letter-fold\"]"),
    ("place", "place = \"body\""),
    ("blocks", "blocks = [{ role = \"title\", text = \"cover-title\" }]"),
    ("role", "role = \"paragraph\""),
    ("text", "text = \"cover-title\""),
    ("items", "items = [\"first\", \"second\"]"),
    ("by", "by = \"said-by\""),
    ("caption", "caption = \"fact-caption\""),
    ("note", "note = \"fact-note\""),
    ("file", "file = \"way.svg\""),
    ("alt", "alt = \"way-words\""),
    ("link", "link = \"website\""),
    ("width", "width = \"20mm\""),
    ("optional", "optional = true"),
    ("only", "only = [\"letter-fold\"]"),
    // Reviews of messages.
    ("state", "state = \"reviewed\""),
    ("reviewer", "reviewer = \"Ana\""),
    ("until", "until = \"2027-05\""),
    ("was", "was = \"the source language’s words\""),
    // Layouts and looks.
    ("finish", "finish = \"Cut off the coupon, then fold once.\""),
    ("purpose", "purpose = \"for handing out in the street\""),
    ("look", "look = \"calm\""),
    ("fold", "fold = \"letter\""),
    ("orientation", "orientation = \"portrait\""),
    ("papers", "papers = [\"letter\", \"a4\"]"),
    ("unprinted", "unprinted = \"6.35mm\""),
    ("body", "[body]"),
    ("panel", "[[panel]]"),
    ("max", "max = 12"),
    ("leading", "leading = [0.95, 1.1]"),
    ("gaps", "gaps = [0.8, 1.2]"),
    ("sections", "sections = \"flow\""),
    ("cell", "cell = 1"),
    ("columns", "columns = 2"),
    ("grow", "grow = 1.2"),
    ("height", "height = \"80mm\""),
    ("inset", "inset = [\"5mm\", \"20mm\"]"),
    ("fill", "fill = { color = \"sand\" }"),
    ("art", "art = { picture = \"butterfly.svg\", place = \"above\", width = \"20mm\" }"),
    ("head", "head = { left = \"{native}\", size = 0.6, color = \"grey\", gap = 0.4 }"),
    ("foot", "foot = { left = \"{edition}\", size = 0.6, color = \"grey\", gap = 0.4 }"),
    ("left", "left = \"{native}\""),
    ("size", "size = 1.2"),
    ("color", "color = \"black\""),
    ("gap", "gap = 0.4"),
    ("before", "before = 0.5"),
    ("after", "after = 0.5"),
    ("indent", "indent = 1.5"),
    ("length", "length = 0.5"),
    ("bold", "bold = true"),
    ("label", "label = { kind = \"bullet\", fill = \"accent\", width = 0.3 }"),
    ("kind", "kind = \"bullet\""),
    ("picture", "picture = \"butterfly.svg\""),
    ("roles", "roles = [\"steps\"]"),
    ("rule", "rule = { color = \"grey\", width = 0.5 }"),
    ("srgb", "srgb = \"#5b2a86\""),
    ("cmyk", "cmyk = [60, 90, 0, 10]"),
    // Presses.
    ("bleed", "bleed = \"3mm\""),
    ("marks", "marks = \"crop\""),
    ("offset", "offset = \"4mm\""),
    ("pages", "[pages]"),
    ("pages", "pages = \"single\""),
    ("intent", "intent = \"FOGRA39\""),
    ("standard", "standard = \"x-4\""),
    ("fonts", "fonts = \"embedded\""),
    ("ink", "ink = \"cmyk\""),
    ("ink", "ink = 300"),
    ("inks", "inks = [\"black\", \"bright red\"]"),
    ("areas", "areas = 85"),
    ("bookmarks", "bookmarks = false"),
    ("files", "files = \"page\""),
    ("limits", "limits = { ink = 280, type = \"6pt\" }"),
    ("type", "type = \"6pt\""),
    ("line", "line = \"0.25pt\""),
    ("safe", "safe = \"3mm\""),
    ("knockout", "knockout = \"6pt\""),
    ("read", "read = \"2026-11\""),
    // How a language is set.
    ("name", "name = [\"Español\", \"Spanish\"]"),
    ("size", "size = { floor = 9, ideal = 11 }"),
    ("leading", "leading = 1.4"),
    ("display-leading", "display-leading = 1.2"),
    ("gap", "gap = \"4mm\""),
    ("width", "width = 0.5"),
    ("floor", "floor = 9"),
    ("ideal", "ideal = 11"),
    ("align", "align = \"start\""),
    ("hyphenate", "hyphenate = false"),
    ("fonts", "fonts = [\"Noto Sans\"]"),
    ("glossary", "glossary = [\"Butterfly\"]"),
    // The list of faces.
    ("font", "[[font]]"),
    ("family", "family = \"Noto Sans\""),
    ("postscript_name", "postscript_name = \"NotoSans-Bold\""),
    ("scripts", "scripts = [\"Latn\"]"),
    ("langs", "langs = [\"*\"]"),
    ("weight", "weight = 700"),
    ("style", "style = \"normal\""),
    ("sha256", "sha256 = \"…\""),
];

/// How a name may be given whose value starts so.
pub(super) fn line_starting(name: &str, starts: &[char]) -> Option<&'static str> {
    let fits = |line: &&str| match line.split_once(" = ") {
        Some((_, value)) => value.starts_with(starts),
        None => starts.contains(&'{'),
    };
    LINES.iter().filter(|(known, _)| *known == name).map(|(_, line)| *line).find(fits)
}

/// How a name may be given.
pub(super) fn line_of(name: &str) -> String {
    match known_line(name) {
        Some(line) => line.to_owned(),
        None if name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)) && !name.is_empty() => {
            format!("{name} = \"…\"")
        }
        None => "name = \"Our clinic\"".to_owned(),
    }
}

/// The line of a name that files know.
pub(super) fn known_line(name: &str) -> Option<&'static str> {
    LINES.iter().find(|(known, _)| *known == name).map(|(_, line)| *line)
}
