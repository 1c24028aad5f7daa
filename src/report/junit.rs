//! Findings as a JUnit report of tests, which GitLab, Jenkins and most others show. In: findings and the files that were
//! looked at. Out: one XML document, in which every file is at least one test.
//!
//! Servers group tests by their `classname` and tell them apart by their name, so the first is the complaint and the
//! second the rule; they have no warnings, so what does not fail the run is a test that was skipped.

use std::collections::{BTreeMap, HashMap};
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{message_with_help, path_from, printable, sorted};
use crate::check::Rule;
use crate::finding::{Finding, Severity};
use crate::source::RelPath;

const SUITE: &str = "klacht check";
const IN_MEMORY: &str = "writing to memory does not fail";

/// What a report of tests has to know besides the findings.
#[derive(Clone, Copy, Debug)]
pub struct Junit<'r> {
    /// The folder of the register, relative to the root of the repository and with `/` between its parts.
    pub register: &'r str,
    /// Whether warnings fail the run, and so their tests.
    pub strict: bool,
}

/// The findings as a report of tests; a file of `checked` without any is a test that passed.
#[must_use]
pub fn junit<'f>(findings: &'f [Finding], checked: impl Iterator<Item = &'f RelPath>, options: Junit<'_>) -> String {
    let tests = tests(findings, checked, options);
    let mut report = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut report, &tests).expect(IN_MEMORY);
    let mut bytes = report.into_inner();
    bytes.push(b'\n');
    String::from_utf8(bytes).expect("an XML document of texts is text")
}

struct Test {
    /// The path of the file without its end, with full stops: servers make folders of it.
    class: String,
    name: String,
    file: String,
    line: usize,
    outcome: Outcome,
}

enum Outcome {
    Passed,
    /// Its one-line summary and its text.
    Skipped(String, String),
    /// Likewise.
    Failed(String, String),
}

fn tests<'f>(findings: &'f [Finding], checked: impl Iterator<Item = &'f RelPath>, options: Junit<'_>) -> Vec<Test> {
    let mut by_file: BTreeMap<&RelPath, Vec<&Finding>> = checked.map(|file| (file, Vec::new())).collect();
    for finding in sorted(findings) {
        by_file.entry(&finding.file).or_default().push(finding);
    }
    let of_file = |(file, findings): (&RelPath, Vec<&Finding>)| {
        let shown = findings.first().map_or(file, |finding| finding.shown_file());
        let class = printable(shown.as_str().trim_end_matches(".md").trim_end_matches(".yaml")).replace('/', ".");
        let path = path_from(options.register, file);
        let shown = path_from(options.register, shown);
        let test = |name, line, outcome| Test { class: class.clone(), name, file: path.clone(), line, outcome };
        if findings.is_empty() {
            return vec![test("alles in orde".to_owned(), 1, Outcome::Passed)];
        }
        let mut names = HashMap::new();
        findings
            .into_iter()
            .map(|finding| {
                let line = finding.place.start.line;
                let outcome = outcome(finding, &format!("{shown}:{line}"), options.strict);
                test(name(finding, &mut names), line, outcome)
            })
            .collect::<Vec<_>>()
    };
    by_file.into_iter().flat_map(of_file).collect()
}

/// The rule's title; the second of its kind in a file is told apart by a number.
fn name(finding: &Finding, names: &mut HashMap<String, usize>) -> String {
    let title = Rule::with_code(finding.code).map_or_else(|| finding.code.to_string(), |rule| rule.title().to_owned());
    let count = names.entry(title.clone()).or_default();
    *count += 1;
    if *count == 1 { title } else { format!("{title} ({count})") }
}

fn outcome(finding: &Finding, place: &str, strict: bool) -> Outcome {
    let (word, fails) = match finding.severity {
        Severity::Error => ("fout", true),
        Severity::Warning => ("waarschuwing", strict),
        Severity::Note => ("aantekening", false),
    };
    let summary = format!("{word}: {}", printable(&finding.message).replace('\n', " "));
    let text = format!("{word}: {}\n{place}\nuitleg: klacht explain {}", message_with_help(finding), finding.code);
    if fails { Outcome::Failed(summary, text) } else { Outcome::Skipped(summary, text) }
}

fn write(report: &mut Writer<Vec<u8>>, tests: &[Test]) -> io::Result<()> {
    let count = |is: fn(&Outcome) -> bool| tests.iter().filter(|test| is(&test.outcome)).count().to_string();
    let failures = count(|outcome| matches!(outcome, Outcome::Failed(..)));
    let skipped = count(|outcome| matches!(outcome, Outcome::Skipped(..)));
    let all = tests.len().to_string();
    let totals = [("name", SUITE), ("tests", &all), ("failures", &failures), ("errors", "0")];
    report.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    report.create_element("testsuites").with_attributes(totals).write_inner_content(|report| {
        let suite = report.create_element("testsuite").with_attributes(totals);
        suite
            .with_attribute(("skipped", skipped.as_str()))
            .write_inner_content(|report| tests.iter().try_for_each(|test| write_test(report, test)))?;
        Ok(())
    })?;
    Ok(())
}

fn write_test(report: &mut Writer<Vec<u8>>, test: &Test) -> io::Result<()> {
    let line = test.line.to_string();
    let attributes = [("classname", &test.class), ("name", &test.name), ("file", &test.file), ("line", &line)];
    let element =
        report.create_element("testcase").with_attributes(attributes.map(|(key, value)| (key, value.as_str())));
    let (kind, summary, text) = match &test.outcome {
        Outcome::Passed => return element.write_empty().map(|_| ()),
        Outcome::Skipped(summary, text) => ("skipped", summary, text),
        Outcome::Failed(summary, text) => ("failure", summary, text),
    };
    element.write_inner_content(|report| {
        let element = report.create_element(kind).with_attribute(("message", summary.as_str()));
        element.write_text_content(BytesText::new(text)).map(|_| ())
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use junit_parser::{TestCase, TestStatus};

    use super::*;
    use crate::report::samples;

    fn report(strict: bool) -> String {
        let checked = [RelPath::new("2026/2026-014.md"), RelPath::new("2026/2026-015.md")];
        junit(&samples::listing(), checked.iter(), Junit { register: "complaints", strict })
    }

    /// The tests as a reader sees them that shares nothing with the writer.
    fn read(report: &str) -> (u64, Vec<TestCase>) {
        let mut suites = junit_parser::from_reader(report.as_bytes()).unwrap().suites;
        let suite = suites.pop().unwrap();
        assert_eq!(suite.tests, u64::try_from(suite.cases.len()).unwrap());
        (suite.failures, suite.cases)
    }

    #[test]
    fn junit_is_one_suite_with_every_file_in_it() {
        assert_eq!(report(false), include_str!("../../tests/report/listing.junit"));
    }

    #[test]
    fn what_fails_the_run_fails_as_a_test_and_nothing_else_does() {
        for (strict, failures) in [(false, 2), (true, 3)] {
            let (counted, cases) = read(&report(strict));
            let failed = cases.iter().filter(|case| case.status.is_failure()).count();
            assert_eq!((counted, failed), (failures, usize::try_from(failures).unwrap()), "strict: {strict}");
            let right: Vec<_> = cases.iter().filter(|case| case.status.is_success()).collect();
            assert_eq!(right.len(), 1, "a file without findings is a test that passed");
            assert_eq!(right[0].classname.as_deref(), Some("2026.2026-015"));
        }
    }

    #[test]
    fn the_same_rule_twice_in_a_file_gives_two_names() {
        let twice = [samples::finding(103), samples::finding(103)];
        let (_, cases) = read(&junit(&twice, std::iter::empty(), Junit { register: "", strict: false }));
        assert_ne!(cases[0].original_name, cases[1].original_name);
    }

    #[test]
    fn no_finding_can_break_out_of_its_test() {
        let message = "</failure> & <x a=\"'\u{1b}\u{fffe}\u{0}";
        let hostile = Finding { message: message.to_owned(), file: RelPath::new("a\"<&>.md"), ..samples::finding(103) };
        let (_, cases) = read(&junit(&[hostile], std::iter::empty(), Junit { register: "", strict: false }));
        let TestStatus::Failure(failure) = &cases[0].status else { panic!("it failed") };
        assert!(failure.message.ends_with("</failure> & <x a=\"'\u{fffd}\u{fffd}\u{fffd}"), "{}", failure.message);
        assert_eq!(cases[0].file.as_deref(), Some("a\"<&>.md"));
    }
}
