//! The manual as pages for `man`, from the arguments: of the program, and of each command.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use tempfile::Builder;

use super::args::Cli;
use super::examples::{EXIT_CODES, examples};

/// A page by the name of its file: `polyleaf-build.1`.
type NamedPage = (String, Vec<u8>);

/// The page of the program itself.
pub(super) fn first_page() -> Vec<u8> {
    page(&whole_command())
}

/// Writes all pages to a folder, each whole or not at all.
///
/// # Errors
/// The folder can't be made, or a file can't be written.
pub(super) fn write_pages(folder: &Path) -> io::Result<Vec<String>> {
    if folder.is_file() {
        return Err(io::Error::other("it is a file, not a folder"));
    }
    fs::create_dir_all(folder)?;
    let mut written = Vec::new();
    for (name, page) in pages() {
        let path = folder.join(&name);
        let mut partial = partial_builder().tempfile_in(folder)?;
        partial.write_all(&page)?;
        partial.persist(&path).map_err(|failed| failed.error)?;
        written.push(path.display().to_string());
    }
    Ok(written)
}

/// What makes files as a program makes them by default: a page is for all who use the machine, as far as the user's mask lets them.
fn partial_builder() -> Builder<'static, 'static> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "permissions are of Unix"))]
    let mut builder = Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

fn pages() -> Vec<NamedPage> {
    let whole = whole_command();
    let commands = [&whole].into_iter().chain(whole.get_subcommands().filter(|one| one.get_name() != "help"));
    commands.map(|command| (Man::new(command.clone()).get_filename(), page(command))).collect()
}

fn whole_command() -> Command {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    command
}

fn page(command: &Command) -> Vec<u8> {
    let mut page = Vec::new();
    render_sections(command, &mut page).expect("a vector takes all");
    let shown = examples(command.get_name()).iter().map(|[line, does]| tagged(line, does));
    page.extend(format!(".SH EXAMPLES\n{}", shown.collect::<String>()).into_bytes());
    let codes = EXIT_CODES.iter().map(|[code, means]| tagged(code, means));
    page.extend(format!(".SH \"EXIT STATUS\"\n{}", codes.collect::<String>()).into_bytes());
    page
}

/// The sections that follow from the arguments.
fn render_sections(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let man = Man::new(command.clone()).source(concat!("polyleaf ", env!("CARGO_PKG_VERSION")));
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(page)?;
    }
    Ok(())
}

/// A paragraph under a line of its own.
fn tagged(line: &str, says: &str) -> String {
    format!(".TP\n\\fB{}\\fR\n{}\n", escaped(line), escaped(says))
}

/// Text as roff takes it; no line of ours begins with one of its marks.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-").replace('~', "\\(ti").replace('`', "\\(ga")
}
