//! `klacht check`: validates the register and tells what it found.

use std::path::Path;

use super::arguments::CheckOptions;
use super::{Failure, Outcome, git, terminal};
use crate::calendar::Date;
use crate::finding::{Finding, Severity};
use crate::register;
use crate::source::RelPath;

pub(super) fn run(folder: &Path, today: Date, options: &CheckOptions) -> Result<Outcome, Failure> {
    let register = register::load(folder, today).map_err(Failure::new)?;
    let mut findings = crate::check::check(&register);
    if let Some(version) = &options.changed_since {
        let changed = changed_complaints(folder, version)?;
        findings.retain(|finding| changed(&finding.file));
    }
    for f in &findings {
        terminal::show(&format!(
            "{} {} {:?} {}:{}:{} {}\n   hulp: {}\n",
            f.code,
            f.rule,
            f.severity,
            f.file,
            f.place.start.line,
            f.place.start.column,
            f.message,
            f.help.as_deref().unwrap_or("")
        ));
    }
    Ok(outcome(&findings, options.strict))
}

fn outcome(findings: &[Finding], strict: bool) -> Outcome {
    let fails = |finding: &Finding| match finding.severity {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Note => false,
    };
    if findings.iter().any(fails) { Outcome::Findings } else { Outcome::Fine }
}

/// Tells of a file whether it changed, or something in the complaint's own folder did.
fn changed_complaints(folder: &Path, version: &str) -> Result<impl Fn(&RelPath) -> bool, Failure> {
    let changed = git::changed_since(folder, version)?;
    Ok(move |file: &RelPath| {
        let own_folder = format!("{}/", file.as_str().trim_end_matches(".md"));
        let attachments = changed.range(RelPath::new(own_folder.as_str())..);
        changed.contains(file) || attachments.take(1).any(|path| path.as_str().starts_with(&own_folder))
    })
}
