//! Erasing what is past retention: what goes, what stays, and figures that do not change by it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use klacht::calendar::Date;
use klacht::complaint::{AppealOutcome, Number, Satisfaction, Status, TermOutcome};
use klacht::figures::{Figures, PeriodFigures};
use klacht::protocol::{Protocol, Step};
use klacht::register::{
    self, Cause, ERASED, ErasedList, Kind, LeadTime, Register, Row, RowAppeal, RowTerm, erased_header, erased_line,
};
use klacht::source::{RelPath, SourceFile};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::in_tree;

/// More than two years after the first complaints of the example register were closed.
const LATER: &str = "2027-09-15";

fn later() -> Date {
    LATER.parse().unwrap()
}

fn klacht(register: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(["--today", LATER, "--register"])
        .arg(register)
        .args(arguments)
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A copy of a register that tests may change.
fn copy_of(register: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = in_tree(register);
    for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
        let to = folder.path().join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    folder
}

/// All figures, as text. Which causes recur hangs on days, and of what was erased the months alone are known.
fn counted(rows: &[Row], protocol: &Protocol, today: Date) -> String {
    let figures = Figures::of(rows, (protocol.kinds.len(), protocol.causes.len()), today);
    let periods = [&figures.year, &figures.year_before, &figures.since_meeting].into_iter();
    let periods = periods.chain(figures.quarters.iter().filter_map(|&quarter| figures.quarter(quarter)));
    let periods = periods.map(|period| {
        let mut period: PeriodFigures = period.clone();
        period.recurring.clear();
        period
    });
    let kinds = (0..protocol.kinds.len()).map(|kind| {
        let counts = (0..protocol.causes.len()).map(|cause| figures.count(Kind(kind), Cause(cause)));
        counts.collect::<Vec<_>>()
    });
    let (periods, kinds) = (periods.collect::<Vec<_>>(), kinds.collect::<Vec<_>>());
    format!("{:?}", (&figures.quarters, &figures.years, figures.last_meeting, periods, kinds))
}

fn figures(register: &Register) -> String {
    let rows = register.records().filter_map(|record| register.row(record));
    let rows: Vec<Row> = rows.chain(register.erased.rows.iter().cloned()).collect();
    counted(&rows, register.protocol(), register.today)
}

/// The numbers of all closed or ended complaints that may go.
fn all_that_may_go(register: &Register) -> Vec<String> {
    let numbers = register.records().filter(|record| !record.status.is_open());
    let numbers = numbers.filter_map(|record| record.complaint.number.given());
    numbers.filter(|number| register.erasure(number).is_ok()).map(ToString::to_string).collect()
}

#[test]
fn what_is_erased_is_gone_and_goes_on_counting() {
    let folder = copy_of("complaints");
    let path = folder.path();
    let before = register::load(path, later()).unwrap();
    let numbers = all_that_may_go(&before);
    assert!(numbers.len() >= 8 && numbers.contains(&"2024-001".to_owned()));

    let arguments: Vec<&str> = ["erase", "--yes"].into_iter().chain(numbers.iter().map(String::as_str)).collect();
    let output = klacht(path, &arguments);
    assert!(output.status.success(), "{}", stderr(&output));

    let after = register::load(path, later()).unwrap();
    assert!(figures(&before) == figures(&after), "figures have changed");
    assert_eq!(after.erased.rows.len(), numbers.len());
    assert_eq!(after.erased.wrong, []);
    for number in &numbers {
        let own = path.join(&number[..4]).join(number);
        assert!(!own.with_extension("md").exists() && !own.exists(), "{number}");
    }
    assert_eq!(after.entries.len(), before.entries.len() - numbers.len());
    let told = String::from_utf8(output.stdout).unwrap();
    for place in ["geschiedenis", "andere computers", "GitHub of GitLab", "`klacht explain bewaren`"] {
        assert!(told.contains(place), "{place}");
    }
    let table = fs::read_to_string(path.join(ERASED)).unwrap();
    for name in ["Amrani", "@", "Jan", "Sanne"] {
        assert!(!table.contains(name), "{name}");
    }
    let check = klacht(path, &["check", "--format", "json"]);
    assert!(!String::from_utf8_lossy(&check.stdout).contains("K006"));
}

#[test]
fn erasing_that_was_interrupted_is_finished_by_another_run() {
    let folder = copy_of("complaints");
    let path = folder.path();
    let file = path.join("2024/2024-001.md");
    let text = fs::read(&file).unwrap();
    assert!(klacht(path, &["erase", "2024-001", "--yes"]).status.success());
    let table = fs::read(path.join(ERASED)).unwrap();
    // As a run leaves it that is killed once the line is written.
    fs::write(&file, &text).unwrap();

    let check = klacht(path, &["check"]);
    assert!(String::from_utf8_lossy(&check.stdout).contains("K006"));
    assert!(String::from_utf8_lossy(&klacht(path, &["retention"]).stdout).contains("het klachtbestand is er nog"));
    let again = klacht(path, &["erase", "2024-001", "--yes"]);
    assert!(again.status.success(), "{}", stderr(&again));
    assert!(!file.exists());
    assert_eq!(fs::read(path.join(ERASED)).unwrap(), table, "no line is written twice");
    let once_more = klacht(path, &["erase", "2024-001", "--yes"]);
    assert!(once_more.status.success() && stderr(&once_more).contains("al gewist"));

    // Another complaint that was given the number is no rest of the erased one.
    let other =
        String::from_utf8(text).unwrap().replace("kanaal:", "bewaren-tot: 2024-12-31\nbewaren-reden: x\nkanaal:");
    let other = other.replace("ontvangen: 2024-", "ontvangen: 2023-");
    fs::write(&file, &other).unwrap();
    let refused = klacht(path, &["erase", "2024-001", "--yes"]);
    assert_eq!(refused.status.code(), Some(1), "{}", stderr(&refused));
    assert_eq!(fs::read_to_string(&file).unwrap(), other);
}

#[test]
fn a_complaint_that_must_stay_stays_and_so_do_all_that_were_named_with_it() {
    let text = fs::read_to_string(in_tree("complaints/2024/2024-001.md")).unwrap();
    let with = |lines: &str| text.replacen("kanaal:", &format!("{lines}kanaal:"), 1);
    let hold = "bewaren-reden: De rechter doet nog uitspraak\n";
    for (text, why) in [
        (with(&format!("bewaren-tot: 2027-09-15\n{hold}")), "bewaren-tot"),
        (with("bewaren-tot: 2027-09-15\n"), "bewaren-tot"),
        (with(&format!("bewaren-tot: volgend jaar\n{hold}")), "klopt een veld niet"),
        (with(hold), "klopt een veld niet"),
        (with(&format!("bewaren-tod: 2031-01-15\n{hold}")), "klopt een veld niet"),
        (text.replace("nummer: 2024-001", "nummer: 2024-002"), "twee klachten"),
        (text.replacen("---", "--", 1), "niet te lezen"),
    ] {
        let folder = copy_of("complaints");
        let path = folder.path();
        fs::write(path.join("2024/2024-001.md"), &text).unwrap();
        let number = if why == "twee klachten" { "2024-002" } else { "2024-001" };
        let output = klacht(path, &["erase", "2024-003", number, "--yes"]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        assert!(stderr(&output).contains(why), "{why}: {}", stderr(&output));
        assert_eq!(fs::read_to_string(path.join("2024/2024-001.md")).unwrap(), text, "{why}");
        assert!(path.join("2024/2024-003.md").exists() && !path.join(ERASED).exists(), "{why}");
        assert!(!stderr(&output).contains("rechter"), "the reason may name someone");
    }
}

#[test]
fn nothing_goes_before_its_line_is_written() {
    let folder = copy_of("complaints");
    let path = folder.path();
    let file = path.join("2024/2024-001.md");
    for (table, status, why) in [("kapot\n", 1, "vernietigd.csv klopt iets niet"), ("", 2, "koppeling")] {
        let list = path.join(ERASED);
        if table.is_empty() {
            let elsewhere = path.join("elders.txt");
            fs::write(&elsewhere, "").unwrap();
            fs::remove_file(&list).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink(&elsewhere, &list).unwrap();
        } else {
            fs::write(&list, table).unwrap();
        }
        let output = klacht(path, &["erase", "2024-001", "--yes"]);
        assert_eq!(output.status.code(), Some(status), "{}", stderr(&output));
        assert!(stderr(&output).contains(why) && file.exists(), "{}", stderr(&output));
    }
}

#[test]
fn without_a_terminal_and_without_leave_nothing_goes() {
    let folder = copy_of("complaints");
    let output = klacht(folder.path(), &["erase", "2024-001"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--yes") && folder.path().join("2024/2024-001.md").exists());
}

#[test]
fn lines_are_added_as_the_file_has_them() {
    let folder = copy_of("complaints");
    let path = folder.path();
    let list = path.join(ERASED);
    fs::write(&list, format!("{}\r\n", erased_header())).unwrap();
    assert!(klacht(path, &["erase", "2024-003", "2024-001", "2024-003", "--yes"]).status.success());
    let text = fs::read_to_string(&list).unwrap();
    let numbers: Vec<&str> = text.split("\r\n").map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(numbers, ["nummer", "2024-001", "2024-003", ""]);
}

prop_compose! {
    fn past_day()(days in 0_i64..1700) -> Date {
        // Retention ended before the day, so that all that happened lies more than two years back.
        Date::from_ymd_opt(2026, 11, 20).unwrap() - chrono::Duration::days(731 + days) - chrono::Duration::days(7)
    }
}

prop_compose! {
    fn term()(day in past_day(), due in past_day(), kind in 0..5) -> (Date, TermOutcome) {
        let outcome = match kind {
            0 => TermOutcome::Open,
            1 => TermOutcome::Unknown,
            2 => TermOutcome::Missed(None),
            3 => TermOutcome::Missed(Some(day)),
            _ => TermOutcome::Met(day),
        };
        (due, outcome)
    }
}

fn appeal() -> impl Strategy<Value = Option<RowAppeal>> {
    let outcomes = AppealOutcome::WORDS.map(|(_, outcome)| outcome).to_vec();
    let outcome = prop::option::of(prop::sample::select(outcomes));
    let appeal = (prop::option::of(past_day()), prop::option::of(past_day()), outcome);
    prop::option::of(appeal.prop_map(|(lodged, ruling, outcome)| RowAppeal { lodged, ruling, outcome }))
}

/// Complaints of which everything happened before retention began to count, however odd.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let days = (
        prop::option::of(past_day()),
        prop::option::of(past_day()),
        prop::option::of(past_day()),
        prop::option::of(past_day()),
    );
    let choices = prop::collection::vec(0_usize..3, 0..3);
    let satisfied = prop::option::of(prop::sample::select(Satisfaction::WORDS.map(|(_, word)| word).to_vec()));
    let terms = prop::collection::vec(term(), Step::ALL.len());
    let parts = (days, choices.clone(), choices, satisfied, terms, appeal(), any::<bool>());
    let row =
        parts.prop_map(|((received, handled, after_care, end), kinds, causes, satisfaction, terms, appeal, closed)| {
            Row {
                number: Number::parse("2020-001").unwrap(),
                received,
                kinds: kinds.into_iter().map(Kind).collect(),
                causes: causes.into_iter().map(Cause).collect(),
                status: if closed { Status::Closed } else { Status::Ended },
                terms: Step::ALL
                    .into_iter()
                    .zip(terms)
                    .map(|(step, (due, outcome))| RowTerm { step, due, outcome, agreed: None })
                    .collect(),
                handled,
                appeal,
                after_care,
                satisfaction,
                discussed: None,
                is_discussed: false,
                closed: end.filter(|_| closed),
                ended: end.filter(|_| !closed),
                lead: LeadTime::ByDays,
            }
        });
    prop::collection::vec(row, 2..12).prop_map(|mut rows| {
        // The team still meets.
        rows[0].discussed = Date::from_ymd_opt(2026, 10, 12);
        for (at, row) in rows.iter_mut().enumerate() {
            row.number = Number::parse(&format!("2020-{:03}", at + 1)).unwrap();
        }
        rows
    })
}

proptest! {
    #[test]
    fn no_figure_changes_when_a_complaint_is_erased(rows in rows(), kept in 1_usize..12) {
        let (protocol, today) = (Protocol::default(), Date::from_ymd_opt(2026, 11, 20).unwrap());
        let (kept, erased) = rows.split_at(kept.min(rows.len()));
        let lines: Vec<String> = erased.iter().map(|row| erased_line(row, &protocol, today)).collect();
        let text = format!("{}\n{}\n", erased_header(), lines.join("\n"));
        let list = ErasedList::load(SourceFile::new(RelPath::new(ERASED), text), &protocol);
        prop_assert_eq!(&list.wrong, &[]);
        let after: Vec<Row> = kept.iter().cloned().chain(list.rows).collect();
        prop_assert!(counted(&rows, &protocol, today) == counted(&after, &protocol, today));
    }
}
