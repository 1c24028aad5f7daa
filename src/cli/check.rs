//! `klacht check`: validates the register and tells what it found.

use std::collections::HashMap;
use std::path::Path;

use super::arguments::{CheckFormat, CheckOptions};
use super::{Failure, Outcome, git, terminal};
use crate::calendar::Date;
use crate::finding::{Finding, Severity};
use crate::history::History;
use crate::register::{self, Register};
use crate::report::{self, Checked, Human, Junit};
use crate::source::{RelPath, SourceFile};

pub(super) fn run(folder: &Path, today: Date, options: &CheckOptions) -> Result<Outcome, Failure> {
    let register = register::load(folder, today).map_err(Failure::new)?;
    let history = if options.git { history(folder) } else { History::default() };
    let mut findings = crate::check::check_with(&register, &history);
    let mut checked: Vec<&RelPath> = register.entries.iter().map(|entry| entry.file().path()).collect();
    if let Some(version) = &options.changed_since {
        let changed = changed_complaints(folder, version)?;
        findings.retain(|finding| changed(&finding.file));
        checked.retain(|file| changed(file));
    }
    let text = match options.format {
        CheckFormat::Human => human(&register, folder, &findings, checked.len()),
        CheckFormat::Json => report::json(&findings),
        CheckFormat::Github => report::github(&findings, &in_repository(folder)),
        CheckFormat::Gitlab => report::gitlab(&findings, &in_repository(folder)),
        CheckFormat::Sarif => report::sarif(&findings, &in_repository(folder)),
        CheckFormat::Junit => {
            let options = Junit { register: &in_repository(folder), strict: options.strict };
            report::junit(&findings, checked.into_iter(), options)
        }
    };
    match options.format {
        CheckFormat::Human => terminal::show(&text),
        _ => terminal::hand_over(text.as_bytes())?,
    }
    let outcome = outcome(&findings, options.strict);
    // The system takes the memory back at once; freeing it record by record would cost a large run a twentieth.
    std::mem::forget(register);
    Ok(outcome)
}

fn human(register: &Register, folder: &Path, findings: &[Finding], complaints: usize) -> String {
    let files: HashMap<&RelPath, &SourceFile> = register.files().map(|file| (file.path(), file)).collect();
    let style = terminal::style();
    let folder = folder.to_string_lossy();
    let options = Human { style, width: terminal::width(), register: &folder, protocol: register.protocol() };
    let checked = Checked { complaints, all: register.entries.len() };
    report::human(findings, |path| files.get(path).copied(), &options, checked)
}

/// What git knows; where it knows nothing, that is said and the other rules go on.
fn history(folder: &Path) -> History {
    git::history(folder).unwrap_or_else(|Failure(reason)| {
        terminal::complain(&format!(
            "let op: sinds wanneer een klacht in git staat (K401), is niet nagegaan: {reason}"
        ));
        History::default()
    })
}

/// Where the register lies in its repository; outside a repository, as it was given.
fn in_repository(folder: &Path) -> String {
    git::prefix(folder).unwrap_or_else(|| folder.to_string_lossy().into_owned())
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
        let own_folder = format!("{}/", file.own_folder());
        let mut attachments = changed.range(RelPath::new(own_folder.as_str())..);
        changed.contains(file) || attachments.next().is_some_and(|path| path.as_str().starts_with(&own_folder))
    })
}
