//! Every rule of the register. In: a register, or one record of it. Out: findings, sorted. The day and
//! all other facts come in as data.

mod draft;
mod naming;
mod rules;
mod terms;

use rayon::prelude::*;

use crate::anonymise::{Anonymiser, Reading};
use crate::calendar::Date;
use crate::complaint::{Broken, Complaint, Number, Why};
use crate::finding::{Finding, Severity};
use crate::history::History;
use crate::protocol::{Loaded, Protocol, Staff};
use crate::register::{Entry, NoRecord, Record, Register, Settings};
use crate::source::SourceFile;

use draft::Draft;
pub use naming::names_someone;
pub use rules::{RULES, Rule};

/// The words of messages that are no ordinary words in small letters, the keys of a file aside: who is
/// called so is not betrayed by a message.
pub const FIXED_WORDS: &str = "Kies NUMMER aftercare confirm csv date delay explain git kB klachtbestand klachtenregister \
                               letter md new png reason ruling sent set solution svg yaml";

/// One record within its register: what a rule looks at.
#[derive(Clone, Copy)]
struct Case<'r> {
    register: &'r Register,
    record: &'r Record,
    reading: Reading,
    history: &'r History,
}

impl<'r> Case<'r> {
    fn complaint(&self) -> &'r Complaint {
        &self.record.complaint
    }

    /// The number, as a command takes it; what stands for it where there is none, or one that tells who someone is (K302).
    fn number(&self) -> &'r str {
        self.harmless_number().map_or("NUMMER", Number::as_str)
    }

    fn harmless_number(&self) -> Option<&'r Number> {
        let complaint = self.complaint();
        complaint.number.given().filter(|_| !naming::is_number_telling(complaint))
    }

    fn protocol(&self) -> &'r Protocol {
        self.register.protocol()
    }

    fn staff(&self) -> Option<&'r Staff> {
        self.register.staff()
    }

    fn today(&self) -> Date {
        self.register.today
    }

    /// What can never be cured is a warning until the team has discussed it, for that is what it was
    /// for; then it is a note.
    fn until_discussed(&self) -> Severity {
        if self.complaint().discussed.given().is_some() { Severity::Note } else { Severity::Warning }
    }
}

/// How a rule is applied.
enum Check {
    /// To a file that is no complaint, protocol or staff list.
    File(fn(&NoRecord) -> Draft),
    /// To each problem of a key or value, in complaints and settings files alike.
    Problem(fn(&crate::yaml::Problem) -> Option<Draft>),
    /// To a record.
    Record(fn(&Case<'_>, &mut Vec<Draft>)),
    /// To a record, and to each problem of a value in a settings file.
    RecordAndProblem(fn(&Case<'_>, &mut Vec<Draft>), fn(&crate::yaml::Problem) -> Option<Draft>),
}

/// All findings of a register, sorted by file, line, column and code.
#[must_use]
pub fn check(register: &Register) -> Vec<Finding> {
    check_with(register, &History::default())
}

/// The same, with what git knows of the register's files (K401).
#[must_use]
pub fn check_with(register: &Register, history: &History) -> Vec<Finding> {
    let reader = reader(register);
    check_by(register, |record| {
        check_case(&Case { register, record, reading: reading(reader.as_ref(), record), history })
    })
}

/// All findings of a register, sorted, where those of each complaint come from elsewhere.
#[must_use]
pub fn check_by(register: &Register, of_record: impl Fn(&Record) -> Vec<Finding> + Sync) -> Vec<Finding> {
    let of_entry = |entry: &Entry| match entry {
        Entry::Broken { file, why } => check_broken(file, why),
        Entry::Record(record) => of_record(record),
    };
    let mut findings: Vec<Finding> = register.entries.par_iter().flat_map_iter(of_entry).collect();
    findings.extend(check_settings(Some(&register.protocol)));
    findings.extend(check_settings(register.staff.as_ref()));
    findings.extend(rules::orphans(register));
    findings.extend(check_erased(register));
    findings.sort_by(Finding::order);
    findings
}

/// The findings of one complaint file, sorted; K304 aside.
#[must_use]
pub fn check_entry(register: &Register, entry: &Entry) -> Vec<Finding> {
    match entry {
        Entry::Broken { file, why } => check_broken(file, why),
        Entry::Record(record) => check_record(register, record),
    }
}

/// The findings of one complaint, sorted; K304 aside, for which everyone in the register must be known.
#[must_use]
pub fn check_record(register: &Register, record: &Record) -> Vec<Finding> {
    check_read(register, record, Reading::None)
}

/// What tells of each record whether its text is still the one that someone read; none where nobody has
/// read any, for then everyone in the register would be looked up in vain.
#[must_use]
pub fn reader(register: &Register) -> Option<Anonymiser> {
    let is_any_read = register.records().any(|record| record.complaint.read.given().is_some());
    is_any_read.then(|| {
        let complaints: Vec<_> = register.records().map(|record| &record.complaint).collect();
        Anonymiser::new(&complaints, register.staff())
    })
}

/// Whether someone has read the text of this record as it is now.
#[must_use]
pub fn reading(reader: Option<&Anonymiser>, record: &Record) -> Reading {
    reader.map_or(Reading::None, |reader| reader.reading(record.file.text(), &record.complaint))
}

/// The findings of one complaint of which is known whether someone has read its text, sorted.
#[must_use]
pub fn check_read(register: &Register, record: &Record, reading: Reading) -> Vec<Finding> {
    check_case(&Case { register, record, reading, history: &History::default() })
}

fn check_case(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut drafts = Vec::new();
    let shown_as = naming::path_without_names(case.record);
    for rule in &RULES {
        match rule.check {
            Check::Record(check) | Check::RecordAndProblem(check, _) => check(case, &mut drafts),
            Check::Problem(check) => drafts.extend(case.complaint().problems.iter().filter_map(check)),
            Check::File(_) => {}
        }
        let number = case.harmless_number().map(ToString::to_string);
        let finish = |draft: Draft| draft.finish(rule, &case.record.file, number.clone());
        findings.extend(drafts.drain(..).map(|draft| Finding { shown_as: shown_as.clone(), ..finish(draft) }));
    }
    findings.sort_by(Finding::order);
    findings
}

fn check_broken(file: &SourceFile, why: &NoRecord) -> Vec<Finding> {
    let shown_as = naming::path_by_number(file.path());
    let about = |rule: &Rule| match rule.check {
        Check::File(check) => Some(Finding { shown_as: shown_as.clone(), ..check(why).finish(rule, file, None) }),
        Check::Problem(_) | Check::Record(_) | Check::RecordAndProblem(..) => None,
    };
    RULES.iter().filter_map(about).collect()
}

fn check_erased(register: &Register) -> Vec<Finding> {
    let Some(file) = &register.erased.file else { return Vec::new() };
    register.erased.wrong.iter().flat_map(|&line| check_broken(file, &NoRecord::ErasedLine(line))).collect()
}

fn check_settings<T>(settings: Option<&Settings<T>>) -> Vec<Finding> {
    let Some(Settings { file: Some(file), loaded: Loaded { problems, fault, .. } }) = settings else {
        return Vec::new();
    };
    if let Some(fault) = fault {
        return check_broken(file, &NoRecord::Broken(Broken { at: fault.at, why: Why::Yaml(fault.kind) }));
    }
    let about = |rule: &'static Rule| match rule.check {
        Check::Problem(check) | Check::RecordAndProblem(_, check) => {
            problems.iter().filter_map(check).map(|draft| draft.finish(rule, file, None)).collect()
        }
        Check::File(_) | Check::Record(_) => Vec::new(),
    };
    RULES.iter().flat_map(about).collect()
}
