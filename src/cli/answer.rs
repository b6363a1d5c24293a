//! What commands come to: what standard out carries, what is told of what is wrong, and the exit code.

use std::io;

use polyleaf::Problems;
use serde_json::Value;

use super::choice::MessageFormat;
use super::out::{print, talk};
use super::render;

/// What a command came to.
pub(super) struct Answer {
    /// What it has for standard out.
    pub(super) product: String,
    /// What is told people of what is wrong, after that.
    pub(super) told: Problems,
    /// How many problems that were.
    pub(super) verdict: String,
    /// What is said on standard out at the end.
    pub(super) closing: String,
    /// Its exit code.
    pub(super) code: u8,
}

impl Answer {
    /// All on standard out, for a program that reads what is wrong.
    pub(super) fn alone(product: String, problems: &Problems) -> Answer {
        let (verdict, closing) = (String::new(), String::new());
        Answer { product, told: Problems::default(), verdict, closing, code: code_of(problems) }
    }
}

/// What standard out carries: for programs, and for people.
pub(super) struct Product<'a> {
    pub(super) lines: &'a dyn Fn() -> Vec<Value>,
    pub(super) table: &'a dyn Fn() -> String,
    /// For people, when all else is said.
    pub(super) closing: &'a dyn Fn() -> String,
    /// Where people are told how many problems there are.
    pub(super) count: Count,
}

/// Where people are told how many problems there are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// After the last of them, on standard error, where there are any.
    WithProblems,
    /// On standard out, since that is what was asked.
    InClosing,
}

impl Product<'_> {
    pub(super) const NONE: Product<'static> =
        Product { lines: &Vec::new, table: &String::new, closing: &String::new, count: Count::WithProblems };
}

/// What a command comes to: for programs all on standard out, for people what is wrong between what was made and the count.
pub(super) fn finish(problems: Problems, format: MessageFormat, product: &Product<'_>) -> Answer {
    let code = code_of(&problems);
    match format {
        MessageFormat::Json => {
            let lines = [render::problem_lines(&problems), (product.lines)()].concat();
            Answer::alone(render::json_text(&lines), &problems)
        }
        MessageFormat::Human => {
            let (table, closing) = ((product.table)(), (product.closing)());
            let is_counted = product.count == Count::WithProblems && !problems.is_empty();
            let verdict = if is_counted { render::verdict(&problems) } else { String::new() };
            Answer { product: table, told: problems, verdict, closing, code }
        }
    }
}

/// The exit code that problems come to: who asks for what there is not has to change the command line, whatever is wrong besides.
pub(super) fn code_of(problems: &Problems) -> u8 {
    if problems.has_misuse() { 2 } else { u8::from(problems.has_errors()) }
}

/// Prints what commands came to, one after the other; the exit code of the worst.
pub(super) fn tell_all(answers: Vec<Answer>) -> io::Result<u8> {
    let mut worst = 0;
    for answer in answers {
        worst = worst.max(tell(&answer)?);
    }
    Ok(worst)
}

fn tell(answer: &Answer) -> io::Result<u8> {
    let printed = print(&answer.product);
    // What is wrong is told where standard out takes nothing, too, and stands last on the screen but for the count.
    render::human(&answer.told);
    talk(&answer.verdict);
    printed.and_then(|()| print(&answer.closing))?;
    Ok(answer.code)
}
