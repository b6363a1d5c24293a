//! The report on a file: what it is, and what is wrong with it.

use super::facts::FileFacts;
use super::faults::FileFault;
use super::finding::{Finding, Findings};
use crate::color::Profile;
use crate::diag::Severity;

/// What a file is, and what is wrong with it.
#[derive(Clone, PartialEq, Debug)]
pub struct PreflightReport {
    /// What it was examined for.
    pub profile: Profile,
    /// What it is.
    pub facts: FileFacts,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

impl PreflightReport {
    /// A file that could not even be fetched, and why.
    pub fn unread(profile: Option<Profile>, reason: String) -> PreflightReport {
        let mut findings = Findings::default();
        findings.add(FileFault::Missing { reason });
        PreflightReport {
            profile: profile.unwrap_or_default(),
            facts: FileFacts::default(),
            findings: findings.sorted(),
        }
    }

    /// Whether there is an error among the findings.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }
}
