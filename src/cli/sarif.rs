//! What is wrong, as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), which forges and editors read.

use std::collections::BTreeSet;
use std::fmt::Write;

use polyleaf::{Code, Diagnostic, Problems, Severity, Sources, Span, Told, escaped_json};
use serde_json::{Value, json};

use super::region::{Region, RepositoryPaths};

/// Where its schema is.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What files are named from.
const TOP: &str = "%SRCROOT%";

/// The file that what lies in no text is said of, for forges leave out what lies nowhere.
const MANIFEST: &str = "polyleaf.toml";

/// The whole log, in one run.
pub(super) fn sarif(problems: &Problems, paths: &RepositoryPaths) -> String {
    let told = problems.told();
    let diagnostics = || {
        told.iter().filter_map(|told| match told {
            Told::Problem(diagnostic) => Some(*diagnostic),
            Told::More(_) | Told::Together(_) => None,
        })
    };
    let codes: Vec<Code> =
        diagnostics().map(|diagnostic| diagnostic.code).collect::<BTreeSet<_>>().into_iter().collect();
    let writer = Writer { sources: &problems.sources, paths, codes: &codes };
    let more: Vec<Value> = told
        .iter()
        .filter_map(|told| match told {
            Told::More(more) => {
                Some(json!({ "level": more.severity.name(), "message": { "text": more.to_string() } }))
            }
            Told::Problem(_) | Told::Together(_) => None,
        })
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            } },
            "columnKind": "utf16CodeUnits",
            "originalUriBaseIds": { TOP: { "description": { "text": "The top of the repository that the project is in." } } },
            "invocations": [{ "executionSuccessful": true, "toolExecutionNotifications": more }],
            "results": diagnostics().map(|diagnostic| writer.result(diagnostic)).collect::<Vec<_>>(),
        }],
    });
    format!("{}\n", escaped_json(&log.to_string()))
}

fn rule(code: Code) -> Value {
    json!({ "id": code.name(), "shortDescription": { "text": code.description() } })
}

struct Writer<'a> {
    sources: &'a Sources,
    paths: &'a RepositoryPaths,
    /// The codes that occur, in the order of the rules.
    codes: &'a [Code],
}

impl Writer<'_> {
    fn result(&self, diagnostic: &Diagnostic) -> Value {
        let help = diagnostic.help.as_deref().map(|help| format!("\n{help}")).unwrap_or_default();
        let mut labels = diagnostic.labels.iter();
        let first = labels.next().map_or_else(
            || json!({ "physicalLocation": { "artifactLocation": self.artifact(MANIFEST) } }),
            |label| self.location(label),
        );
        let others = labels.enumerate().map(|(at, label)| {
            let mut location = self.location(label);
            location["id"] = json!(at + 1);
            location
        });
        let level = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        json!({
            "ruleId": diagnostic.code.name(),
            "ruleIndex": self.codes.iter().position(|code| *code == diagnostic.code),
            "level": level,
            "message": { "text": format!("{}{help}", diagnostic.message) },
            "locations": [first],
            "relatedLocations": others.collect::<Vec<_>>(),
        })
    }

    fn location(&self, (span, text): &(Span, String)) -> Value {
        let Region { lines, columns } = Region::of(*span, self.sources);
        let mut location = json!({
            "physicalLocation": {
                "artifactLocation": self.artifact(&self.sources.get(span.source).name),
                "region": {
                    "startLine": lines[0], "startColumn": columns[0], "endLine": lines[1], "endColumn": columns[1],
                },
            },
        });
        if !text.is_empty() {
            location["message"] = json!({ "text": text });
        }
        location
    }

    fn artifact(&self, name: &str) -> Value {
        json!({ "uri": encoded(&self.paths.path(name)), "uriBaseId": TOP })
    }
}

/// A relative path as a URI: all is encoded byte by byte that RFC 3986 does not leave as it is in every segment.
fn encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_percent_encoded() {
        assert_eq!(encoded("locales/zh-Hant/a b:ไ%.ftl"), "locales/zh-Hant/a%20b%3A%E0%B9%84%25.ftl");
    }
}
