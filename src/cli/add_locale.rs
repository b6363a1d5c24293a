//! What is said of a language that was added: its files, how it is set, and what is left to do.

use polyleaf::{AddedFile, AddedLocale, shown};

use super::answer::{Answer, Product, finish};
use super::misuse::{Misuse, project};
use super::render;
use super::translator_args::AddLocaleArgs;
use super::wrap::{columns, wrapped};

/// Adds a language to a project.
pub(super) fn add_locale(args: &AddLocaleArgs) -> Result<Answer, Misuse> {
    let outcome = project(&args.project)?.add_locale(&args.language);
    let made = outcome.made.as_ref();
    let lines = || made.map(|added| render::lines("locale", std::slice::from_ref(added))).unwrap_or_default();
    let table = || made.map(told).unwrap_or_default();
    Ok(finish(
        outcome.problems,
        args.message_format,
        &Product { lines: &lines, table: &table, ..Product::NONE },
    ))
}

fn told(added: &AddedLocale) -> String {
    let mut lines: Vec<String> = added.note.iter().cloned().collect();
    lines.extend(added.files.iter().map(file));
    if added.files.is_empty() {
        lines.push(format!("{} has all that there is to translate: nothing was written", added.folder));
    }
    lines.push(setting(added));
    lines.push(match &added.faces_help {
        None => format!("faces: {}", added.families.join(", ")),
        Some(help) => format!("faces: none of this project has the script {}; {help}", added.script),
    });
    if !added.files.is_empty() {
        lines.push(String::new());
        lines.extend(left_to_do(added));
    }
    let columns = columns();
    lines.iter().map(|line| format!("{}\n", wrapped(&shown(line), columns, 0, "   "))).collect()
}

fn file(file: &AddedFile) -> String {
    let path = file.path.display();
    match (file.is_new, file.messages.len()) {
        (true, 0) => format!("{path}: written, for the language’s names"),
        (true, count) => format!("{path}: written, {count} texts to translate"),
        (false, count) => format!("{path}: {count} texts to translate were added, all else is as it was"),
    }
}

fn setting(added: &AddedLocale) -> String {
    let AddedLocale { english, native, locale, script, direction, sizes: [floor, ideal], leading, .. } =
        added;
    let names = if english == native { english.clone() } else { format!("{english} {native}") };
    format!(
        "{names} ({locale}): script {script}, {direction}, text of {ideal} pt and {floor} pt at least, lines {leading} em apart; {}/locale.toml \
         changes that",
        added.folder
    )
}

fn left_to_do(added: &AddedLocale) -> [String; 5] {
    let AddedLocale { folder, locale, .. } = added;
    [
        format!("1. Open the files in {folder} in a plain text editor. Above each line “# name =” stands what it says now."),
        "2. Take the “# ” off that line, and write the translation after the “=”. Keep { $phone } and the like, and tags.".to_owned(),
        format!("3. `polyleaf check {locale}` says what is missing or mistyped, with file and line."),
        format!("4. `polyleaf build {locale} --proof` shows on the pages what is done; the rest stands there between [[ and ]]."),
        format!("5. When nothing is missing, `polyleaf build {locale}` makes the leaflets; have somebody else read them."),
    ]
}
