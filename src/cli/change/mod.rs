//! A careful change of one complaint, for every command that records a step: read, edit, check, write, all
//! under the lock of the register, and tell what changed.

mod told;

use std::collections::BTreeMap;
use std::path::Path;

use super::{Failure, Outcome, find, terminal};
use crate::calendar::Date;
use crate::check;
use crate::edit::{self, Change};
use crate::finding::{Finding, Severity};
use crate::register::{self, LoadError, Record, Register};
use crate::report::{self, Human};
use crate::source::{RelPath, SourceFile};
use crate::store::Store;

/// What a command wants to change, or a sentence that tells why this complaint cannot be changed so.
pub(super) type Wanted = Result<Vec<Change>, String>;

/// Makes the changes that `wanted` asks for in the complaint with this number, and tells what changed.
/// Nothing is written when the complaint would have an error that it did not have.
///
/// # Errors
/// When there is no such complaint, `wanted` cannot be understood, or the file cannot be read or written.
pub(super) fn run(
    folder: &Path,
    today: Date,
    number: &str,
    wanted: impl FnOnce(&Register, &Record) -> Result<Wanted, Failure>,
) -> Result<Outcome, Failure> {
    if !folder.is_dir() {
        return Err(Failure::new(LoadError::NoFolder(folder.to_owned())));
    }
    let store = Store::open(folder).map_err(Failure::new)?;
    let mut register = register::load(folder, today).map_err(Failure::new)?;
    let record = find::record(&register, number)?;
    let path = record.file.path().clone();
    let earlier = findings_of(&register, record);
    let changes = match wanted(&register, record)? {
        Ok(changes) => changes,
        Err(refusal) => return Ok(Outcome::refused(refusal)),
    };
    let before = text_of(&store, &path)?;
    let after = match edit::apply(&before, &changes) {
        Ok(after) => after,
        Err(refusal) => return Ok(Outcome::refused(format_args!("{refusal}\nEr is niets veranderd."))),
    };
    if after == before {
        terminal::show("Dat stond er al; er is niets veranderd.\n");
        return Ok(Outcome::Fine);
    }
    register.reread(SourceFile::new(path.clone(), after.clone()));
    let Some(record) = register.record_at(&path) else {
        return Err(Failure::new("het klachtbestand zou daarna niet meer te lezen zijn; er is niets veranderd"));
    };
    let new = not_among(&earlier, findings_of(&register, record));
    let (errors, others): (Vec<_>, Vec<_>) = new.into_iter().partition(|finding| finding.severity == Severity::Error);
    if !errors.is_empty() {
        let told = excerpts(&register, record, folder, &errors);
        terminal::complain(&format!("{told}\nEr is niets veranderd: de klacht zou er een fout bij krijgen."));
        return Ok(Outcome::Findings);
    }
    store.replace(&path, before.as_bytes(), after.as_bytes()).map_err(Failure::new)?;
    terminal::show(&told::told(record, &register, &changes, &before, &after));
    let warnings: Vec<_> = others.into_iter().filter(|finding| finding.severity == Severity::Warning).collect();
    if !warnings.is_empty() {
        terminal::show(&format!("\n{}", excerpts(&register, record, folder, &warnings)));
    }
    Ok(Outcome::Fine)
}

fn text_of(store: &Store, path: &RelPath) -> Result<String, Failure> {
    let place = || store.place(path).display().to_string();
    let bytes = store.read(path).map_err(Failure::new)?;
    let bytes = bytes.ok_or_else(|| Failure::new(format!("{} is er niet meer", place())))?;
    String::from_utf8(bytes).map_err(|_| Failure::new(format!("{} is geen gewone tekst (UTF-8)", place())))
}

/// The findings of a complaint, and whether its text is still the one that someone read (K304): for that everyone in the
/// register is looked up, and only where someone did read it.
fn findings_of(register: &Register, record: &Record) -> Vec<Finding> {
    let reader = record.complaint.read.given().and_then(|_| check::reader(register));
    check::check_read(register, record, check::reading(reader.as_ref(), record))
}

/// The findings that were not there earlier. A missed term is told in other words once its step is done, and
/// is the same finding for all that.
fn not_among(earlier: &[Finding], mut now: Vec<Finding>) -> Vec<Finding> {
    let same = |finding: &Finding| {
        let words = if finding.code.is_about_a_term() { String::new() } else { finding.message.clone() };
        (finding.code, finding.severity, words)
    };
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in earlier {
        *known.entry(same(finding)).or_default() += 1;
    }
    now.retain(|finding| match known.get_mut(&same(finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    now
}

/// These findings of a record, as a check of the register would tell them.
fn excerpts(register: &Register, record: &Record, folder: &Path, findings: &[Finding]) -> String {
    let folder = folder.to_string_lossy();
    let (style, width) = (terminal::style(), terminal::width());
    let options = Human { style, width, register: &folder, protocol: register.protocol() };
    let file = |path: &RelPath| (path == record.file.path()).then_some(&record.file);
    format!("{}\n", report::excerpts(findings, file, &options).trim_end())
}
