//! What is wrong, as commands of GitHub's workflows, which it shows beside the lines of a change.
//! (docs.github.com, "Workflow commands"; the escapes are those of `@actions/core`.)

use polyleaf::{Diagnostic, Problems, Severity, Sources, Told, shown};

use super::region::{Region, RepositoryPaths};

/// A line for each problem.
pub(super) fn github(problems: &Problems, paths: &RepositoryPaths) -> String {
    let line = |told| match told {
        Told::Problem(diagnostic) => annotation(diagnostic, &problems.sources, paths),
        Told::More(more) => {
            let file = more.file.map(|file| ("file", paths.path(file)));
            let line = more.message.map(|(_, line)| ("line", line.to_string()));
            let properties: Vec<_> = file.into_iter().chain(line).collect();
            command(more.severity, &properties, &more.to_string())
        }
        Told::Together(_) => unreachable!("programs are told of each problem"),
    };
    problems.told().into_iter().map(line).collect()
}

fn annotation(diagnostic: &Diagnostic, sources: &Sources, paths: &RepositoryPaths) -> String {
    let mut properties = Vec::new();
    if let Some((span, _)) = diagnostic.labels.first() {
        let Region { lines: [line, end_line], columns: [column, end_column] } = Region::of(*span, sources);
        properties.push(("file", paths.path(&sources.get(span.source).name)));
        properties.push(("line", line.to_string()));
        // It takes columns of one line alone.
        if line == end_line {
            properties.extend([("col", column.to_string()), ("endColumn", end_column.to_string())]);
        } else {
            properties.push(("endLine", end_line.to_string()));
        }
    }
    properties.push(("title", diagnostic.code.name().to_owned()));
    let help = diagnostic.help.as_deref().map(|help| format!("\n{help}")).unwrap_or_default();
    command(diagnostic.severity, &properties, &format!("{}{help}", diagnostic.message))
}

fn command(severity: Severity, properties: &[(&str, String)], message: &str) -> String {
    let properties: Vec<String> =
        properties.iter().map(|(key, value)| format!("{key}={}", escaped_property(&shown(value)))).collect();
    let space = if properties.is_empty() { "" } else { " " };
    let message: Vec<_> = message.split('\n').map(shown).collect();
    format!("::{}{space}{}::{}\n", severity.name(), properties.join(","), escaped_data(&message.join("\n")))
}

/// What stands after the second `::`.
fn escaped_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands before it, after a `=`.
fn escaped_property(text: &str) -> String {
    escaped_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_divides_a_command_is_escaped() {
        let properties = [("file", "a,b:c%.ftl".to_owned()), ("line", "1".to_owned())];
        assert_eq!(
            command(Severity::Error, &properties, "50 %: a, b\nmend it\u{1b}\r"),
            "::error file=a%2Cb%3Ac%25.ftl,line=1::50 %25: a, b%0Amend it··\n"
        );
        assert_eq!(command(Severity::Warning, &[], "%0A"), "::warning::%250A\n");
    }
}
