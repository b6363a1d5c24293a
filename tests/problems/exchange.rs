//! Translators' files that something is wrong with.

use polyleaf::Code;

use super::{Case, case};
use crate::support::Fixture;

const CSV: &[&str] = &["import", "es.csv"];
const PO: &[&str] = &["import", "es.po"];

/// The command, the file's text, and what is told of it.
type Wrong = (Code, &'static [&'static str], &'static str, &'static str);

const WRONG: &[Wrong] = &[
    (Code::ExchangeFile, CSV, "context,target\nheading,\"Buenos días\n", "exchange/file es.csv:2:9"),
    (Code::ExchangeLanguage, PO, "msgid \"\"\nmsgstr \"Language: ko\\n\"\n", "exchange/language es.po:2:8"),
    (
        Code::ExchangeUnknown,
        CSV,
        "context,target\nheading,Hola\nheadline,Buenos días\n",
        "exchange/unknown es.csv:3:1",
    ),
    (Code::ExchangeCase, CSV, "context,target\nheading[one],Buenos días\n", "exchange/case es.csv:2:1"),
    (
        Code::ExchangeTwice,
        CSV,
        "context,target\nheading,Buenos días\nheading,Buenas\n",
        "exchange/twice es.csv:3:9",
    ),
    (
        Code::ExchangeConflict,
        CSV,
        "context,target,made from\nheading,Buenos días,000000000000-000000000000\n",
        "exchange/conflict es.csv:2:9",
    ),
    (
        Code::ExchangeOutdated,
        CSV,
        "context,source,target\nheading,Hi,Buenos días\n",
        "exchange/outdated es.csv:2:12",
    ),
    (
        Code::ExchangeUnsure,
        PO,
        "#, fuzzy\nmsgctxt \"heading\"\nmsgid \"Hello\"\nmsgstr \"Buenas\"\n",
        "exchange/unsure es.po:4:8",
    ),
];

pub(super) fn exchange_cases() -> Vec<Case> {
    let of = |(code, arguments, text, problem): &Wrong| Case {
        arguments,
        ..case(*code, Fixture::new().file(arguments[1], text), problem, &[])
    };
    WRONG.iter().map(of).collect()
}
