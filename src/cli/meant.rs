//! What people call what our options take: `--for printer`, `--ink grey`, `--format jpg`, `--output`. In: a word. Out: the value, the
//! option or the command that was meant.

/// Words that people use, and what each group of them means.
type Meanings = &'static [(&'static str, &'static [&'static str])];

/// Values, by the options that take them.
const VALUES: &[(&str, Meanings)] = &[
    (
        "--for",
        &[
            (
                "office",
                &[
                    "printer",
                    "printers",
                    "copier",
                    "photocopier",
                    "copy",
                    "copyshop",
                    "home",
                    "desk",
                    "desktop",
                ],
            ),
            ("office", &["laser", "inkjet", "laserprinter", "officeprinter", "work", "school"]),
            ("press", &["printshop", "shop", "offset", "professional", "pro", "cmyk", "bleed"]),
            ("press", &["commercial", "publisher", "printhouse", "printingpress", "prepress"]),
            (
                "screen",
                &["web", "phone", "online", "mobile", "email", "mail", "internet", "website", "digital"],
            ),
            ("screen", &["monitor", "display", "whatsapp", "tablet", "reader", "rgb"]),
            ("all", &["every", "everything", "both", "any"]),
        ],
    ),
    (
        "--ink",
        &[
            (
                "mono",
                &["black", "grey", "gray", "bw", "blackandwhite", "blackwhite", "greyscale", "grayscale"],
            ),
            (
                "mono",
                &["monochrome", "one", "single", "k", "1", "copier", "photocopier", "nocolour", "nocolor"],
            ),
            (
                "colour",
                &[
                    "full",
                    "colours",
                    "colors",
                    "coloured",
                    "colored",
                    "fullcolour",
                    "fullcolor",
                    "cmyk",
                    "rgb",
                ],
            ),
            ("colour", &["4", "four", "process"]),
            ("all", &["both", "every", "everything"]),
        ],
    ),
    (
        "--format",
        &[
            ("png", &["jpg", "jpeg", "picture", "pictures", "image", "images", "gif", "tiff", "tif", "webp"]),
            ("png", &["photo", "bitmap", "bmp", "heic", "whatsapp", "svg"]),
            (
                "txt",
                &[
                    "word",
                    "docx",
                    "doc",
                    "odt",
                    "rtf",
                    "text",
                    "plain",
                    "plaintext",
                    "words",
                    "ascii",
                    "utf8",
                ],
            ),
            ("txt", &["md", "markdown", "html", "htm", "email"]),
            ("pdf", &["print", "printable", "acrobat", "adobe", "book", "pdfx", "pdfa", "pages"]),
            ("json", &["data", "positions", "csv", "xml", "yaml", "layout"]),
        ],
    ),
    (
        "--paper",
        &[
            (
                "letter",
                &["usletter", "us", "american", "northamerican", "85x11", "11x85", "ansia", "lettersize"],
            ),
            ("half-letter", &["statement", "55x85", "half", "memo", "halfletter", "invoice"]),
            ("legal", &["uslegal", "85x14", "14x85", "foolscap"]),
            ("tabloid", &["ledger", "11x17", "17x11", "ansib"]),
            ("a4", &["european", "europe", "iso", "210x297", "din", "dina4", "standard"]),
            ("a3", &["297x420", "dina3"]),
            ("a5", &["148x210", "dina5"]),
            ("a2", &["poster"]),
            ("phone", &["mobile", "screen", "whatsapp", "smartphone"]),
        ],
    ),
    (
        "--message-format",
        &[
            ("human", &["text", "txt", "plain", "people", "person", "words", "default", "pretty", "short"]),
            ("json", &["machine", "jsonl", "ndjson", "program", "ci", "data"]),
        ],
    ),
    (
        "<SHELL>",
        &[("powershell", &["pwsh", "ps", "windows"]), ("bash", &["sh", "shell", "linux"]), ("zsh", &["mac"])],
    ),
];

/// Options, with the value that they need where one is meant.
const OPTIONS: Meanings = &[
    (
        "--out",
        &["output", "outdir", "outputdir", "output-dir", "out-dir", "dest", "destination", "target", "to"],
    ),
    ("--project", &["dir", "directory", "folder", "path", "root", "manifest", "manifest-path", "config"]),
    ("--org", &["organisation", "organization", "organisations", "organizations", "orgs", "group"]),
    ("--quiet", &["silent", "q"]),
    ("--verbose", &["debug", "details", "detail"]),
    ("--jobs", &["threads", "cores", "parallel", "workers", "j"]),
    ("--ppi", &["dpi", "resolution", "density"]),
    ("--press", &["shop", "printshop", "vendor"]),
    ("--paper", &["size", "papersize", "paper-size", "page-size", "format-paper", "sheet"]),
    ("--for", &["profile", "profiles", "target-profile", "purpose", "use"]),
    ("--ink", &["inks", "colour-mode", "color-mode", "colors", "colours"]),
    ("--ink mono", &["mono", "bw", "grayscale", "greyscale", "gray", "grey", "black"]),
    ("--with", &["bilingual", "beside", "and"]),
    ("--large-print", &["large", "big", "largeprint", "large-type", "accessible"]),
    ("--print-sheet", &["instructions", "sheet-of-print", "howto", "guide"]),
    ("--message-format json", &["json", "machine"]),
    ("--open", &["show", "view", "preview"]),
    ("--clean", &["clear", "purge", "delete", "prune"]),
    ("--proof", &["draft", "gaps", "partial"]),
    ("--layout", &["template", "templates", "fold", "style"]),
    ("--leaflet", &["document", "flyer", "doc", "name"]),
    ("--locale", &["tag", "language-tag", "tongue", "idioma"]),
    ("--dummy", &["blank", "sample", "mockup"]),
    ("--privacy", &["metadata", "private", "anonymous", "traces"]),
];

/// Commands.
const COMMANDS: Meanings = &[
    (
        "build",
        &[
            "make",
            "create",
            "print",
            "generate",
            "render",
            "compile",
            "run",
            "write",
            "pdf",
            "export-pdf",
            "go",
        ],
    ),
    ("check", &["verify", "validate", "lint", "test", "proofread", "errors", "doctor"]),
    ("status", &["progress", "stats", "state", "overview", "summary", "stat", "report"]),
    ("layouts", &["list", "ls", "templates", "folds", "formats"]),
    ("preflight", &["inspect", "info", "examine", "analyse", "analyze", "privacy"]),
    ("new", &["init", "start", "setup", "scaffold", "template"]),
    ("man", &["manual", "docs", "documentation"]),
    ("completions", &["completion", "complete", "autocomplete"]),
    ("help", &["usage", "hilfe", "aide", "ayuda"]),
];

/// The value of an option that a word means.
pub(super) fn value(option: &str, word: &str) -> Option<&'static str> {
    let (_, meanings) = VALUES.iter().find(|(known, _)| *known == option)?;
    meaning(meanings, word)
}

/// The option that a word means, with its value where the word means one: `--dpi`, `--grey`, `--printer`.
pub(super) fn option(word: &str) -> Option<String> {
    let named = meaning(OPTIONS, word).map(str::to_owned);
    named.or_else(|| {
        let values = ["--for", "--ink", "--format"].into_iter();
        values.filter_map(|option| Some(format!("{option} {}", value(option, word)?))).next()
    })
}

/// The command that a word means.
pub(super) fn command(word: &str) -> Option<&'static str> {
    meaning(COMMANDS, word)
}

fn meaning(meanings: Meanings, word: &str) -> Option<&'static str> {
    let word = plain(word);
    let is_known = |known: &&str| plain(known) == word;
    meanings.iter().find(|(_, words)| words.iter().any(is_known)).map(|(means, _)| *means)
}

/// A word by its letters and digits alone.
fn plain(word: &str) -> String {
    word.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
