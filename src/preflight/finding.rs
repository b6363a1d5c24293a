//! Findings: which fault was found on which page. What a fault is called and how bad it is follows from the fault.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::check::Check;
use super::faults::Fault;
use crate::diag::Severity;

/// How many findings of a check are kept: a hostile file can't have more than anybody would read.
const KEPT: usize = 50;

/// One thing that is wrong.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// The page, from 1; `None` for the whole file.
    pub page: Option<usize>,
    /// What is wrong, with what was measured.
    pub fault: Fault,
}

impl Finding {
    /// The check that found it.
    pub fn check(&self) -> Check {
        self.fault.check()
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.fault.severity()
    }

    /// What is wrong, in one line.
    pub fn message(&self) -> String {
        self.fault.to_string()
    }
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Findings {
    found: Vec<Finding>,
    /// How many there are of each check.
    counts: BTreeMap<Check, usize>,
}

impl Findings {
    /// Notes a fault of the whole file, once.
    pub(super) fn add(&mut self, fault: impl Into<Fault>) {
        self.push(Finding { page: None, fault: fault.into() });
    }

    /// Notes a fault of a page, once.
    pub(super) fn add_on(&mut self, page: usize, fault: impl Into<Fault>) {
        self.push(Finding { page: Some(page), fault: fault.into() });
    }

    fn push(&mut self, finding: Finding) {
        let count = self.counts.entry(finding.check()).or_default();
        if *count < KEPT && !self.found.contains(&finding) {
            *count += 1;
            self.found.push(finding);
        }
    }

    /// Errors first, then in the order of the checks and pages.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        self.found.sort_by_key(|finding| (Reverse(finding.severity()), finding.check(), finding.page));
        self.found
    }
}
