//! What people say on the command line, by example: shown by `--help`, by the manual, and where nothing is said.

use super::wrap::wrapped;

/// A command line, and what it does.
pub(super) type Example = [&'static str; 2];

/// What those say first who hand leaflets out.
pub(super) const FIRST: &[Example] = &[
    ["polyleaf build thai", "all leaflets in Thai, ready to print, into the folder “out”"],
    ["polyleaf build -l th,ko --leaflet card", "wallet cards in Thai and in Korean"],
    [
        "polyleaf build tagalog -L letter-fold --paper A4 --open",
        "the folded leaflet on A4, opened to look at",
    ],
    ["polyleaf build --org our.toml", "with the name and telephone of your own organisation"],
    ["polyleaf build chinese --with english", "Chinese beside English, paragraph by paragraph"],
];

/// Examples by command.
const EXAMPLES: &[(&str, &[Example])] = &[
    (
        "build",
        &[
            ["polyleaf build -l thai,korean", "all leaflets in two languages"],
            ["polyleaf build -L letter-fold --paper A4 --open", "one layout on A4, opened to look at"],
            ["polyleaf build es --org our.toml", "with your own organisation’s name and telephone"],
            ["polyleaf build thai -L review", "the Thai beside the English, to correct with a pen"],
            [
                "polyleaf build chinese --with english --for press",
                "two languages side by side, for a print shop",
            ],
        ],
    ),
    (
        "check",
        &[
            ["polyleaf check", "everything in the project"],
            ["polyleaf check vi", "the Vietnamese translation alone"],
            ["polyleaf check tagalog,korean --paper A4", "two languages, and whether they fit on A4"],
            ["polyleaf check qps-ploc", "what still fits when words are longer than in English"],
            ["polyleaf check --format github", "in a workflow: what is wrong, beside the lines of a change"],
        ],
    ),
    (
        "status",
        &[
            ["polyleaf status", "how far each language is, and where it fits"],
            ["polyleaf status thai -L all", "in which layouts the Thai text fits"],
            ["polyleaf status --leaflet card", "how the wallet card fits in each language"],
            ["polyleaf status --diff thai", "what changed since the Thai text was reviewed"],
        ],
    ),
    (
        "approve",
        &[
            ["polyleaf approve th --by \"A. F.\"", "all of the Thai text that is sound"],
            ["polyleaf approve th act-heading --by Ana", "one message, by its name"],
            ["polyleaf approve th --leaflet card --by Ana", "the messages of the wallet card"],
            [
                "polyleaf approve th law-powers --by Ana --until 2027-05 --note \"law checked\"",
                "a message to be checked again",
            ],
        ],
    ),
    (
        "new",
        &[
            ["polyleaf new our-leaflet", "a small leaflet in English, to write over"],
            ["polyleaf new ours --from factsheet", "the text that is built in, in all its languages"],
        ],
    ),
    (
        "add-locale",
        &[
            ["polyleaf add-locale vietnamese", "a folder locales/vi, with every text to translate"],
            ["polyleaf add-locale fil", "what Tagalog lacks, where it is there already"],
        ],
    ),
    (
        "export",
        &[
            ["polyleaf export thai", "a spreadsheet th.xlsx with all texts, to be sent to a translator"],
            ["polyleaf export th --format po -o weblate", "for a translation tool, into a folder"],
            ["polyleaf export th --leaflet card", "the texts of the wallet card alone"],
        ],
    ),
    (
        "import",
        &[
            ["polyleaf import th.xlsx --dry-run", "what would change, and what is wrong with it"],
            ["polyleaf import th.xlsx", "the translations, into locales/th"],
            ["polyleaf import cards.csv --locale ko --take file", "the file’s words, where both changed"],
        ],
    ),
    (
        "layouts",
        &[
            ["polyleaf layouts", "which layouts there are, and which leaflets go into them"],
            ["polyleaf layouts --verbose", "how each is printed, folded and cut"],
            ["polyleaf layouts --dummy letter-fold", "a blank sheet to try the folding with"],
            ["polyleaf layouts --dummy half-fold,zine --paper A4", "two of them, on A4"],
        ],
    ),
    (
        "preflight",
        &[
            ["polyleaf preflight out/card-th-card-letter.pdf", "whether a file prints well"],
            ["polyleaf preflight flyer.pdf --for press", "whether a print shop can take it"],
            ["polyleaf preflight flyer.pdf --presses", "which print shops take it as it is"],
            ["polyleaf preflight flyer.pdf --privacy", "what it tells of who made it"],
        ],
    ),
    (
        "completions",
        &[
            ["polyleaf completions bash >> ~/.bash_completion", "for bash, from its next start on"],
            ["polyleaf completions fish > ~/.config/fish/completions/polyleaf.fish", "for fish"],
        ],
    ),
    (
        "man",
        &[
            ["polyleaf man | man -l -", "the manual, to read now"],
            ["polyleaf man ~/.local/share/man/man1", "all pages, so that `man polyleaf-build` finds them"],
        ],
    ),
];

/// What the program's end means to other programs.
pub(super) const EXIT_CODES: &[[&str; 2]] = &[
    ["0", "done"],
    ["1", "a file of the project or a PDF has problems"],
    ["2", "the command line has an option, a name or a file that there is not"],
    ["3", "standard out could not be written, being full or closed"],
];

/// The examples of a command; the first of all for the program itself.
pub(super) fn examples(command: &str) -> &'static [Example] {
    EXAMPLES.iter().find(|(name, _)| *name == command).map_or(FIRST, |(_, examples)| examples)
}

/// The end of a command's help.
pub(super) fn of(command: &str) -> String {
    format!("Examples:\n{}", listed(examples(command)))
}

/// The end of the program's help.
pub(super) fn and_exit_codes() -> String {
    let codes: String = EXIT_CODES.iter().map(|[code, means]| format!("  {code}  {means}\n")).collect();
    format!("Examples:\n{}\nExit codes:\n{}", listed(FIRST), codes.trim_end())
}

/// What is said where nothing was.
pub(super) fn short_help(columns: usize) -> String {
    let head = "polyleaf sets one text in many languages into leaflets to print. For example:";
    let foot = "`polyleaf --help` lists the commands, `polyleaf build --help` what it takes.";
    // A command stays on its line, so that it can be copied.
    let examples =
        FIRST.iter().map(|[line, does]| format!("  {line}\n      {}\n", wrapped(does, columns, 6, "      ")));
    let examples: String = examples.collect();
    format!("{}\n\n{examples}\n{}\n", wrapped(head, columns, 0, ""), wrapped(foot, columns, 0, ""))
}

fn listed(examples: &[Example]) -> String {
    examples.iter().map(|[line, does]| format!("  {line}\n      {does}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_help_keeps_to_narrow_terminals_but_for_commands() {
        for columns in [40, 50, 80] {
            let help = short_help(columns);
            let wide: Vec<&str> = help
                .lines()
                .filter(|line| line.chars().count() > columns && !line.starts_with("  polyleaf "))
                .collect();
            assert_eq!(wide, Vec::<&str>::new(), "{columns}");
        }
    }
}
