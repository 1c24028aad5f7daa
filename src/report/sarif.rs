//! Findings in SARIF 2.1.0, which GitHub's code scanning and editors read. In: findings and where the register lies in
//! the repository. Out: one JSON document with a run, its rules and their pages.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::fingerprint::Fingerprints;
use super::{message_with_help, path_from, sorted};
use crate::check::Rule;
use crate::finding::{Code, Finding, Severity};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What stands for the root of the repository by common use.
const ROOT: &str = "%SRCROOT%";

/// All but what RFC 3986 lets stand in a path.
const NOT_IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The findings as a SARIF log. `register` is the folder of the register, relative to the root of the repository and
/// with `/` between its parts.
#[must_use]
pub fn sarif(findings: &[Finding], register: &str) -> String {
    let findings = sorted(findings);
    let codes: BTreeSet<Code> = findings.iter().map(|finding| finding.code).collect();
    let rules: Vec<&Rule> = codes.into_iter().filter_map(Rule::with_code).collect();
    let mut fingerprints = Fingerprints::new(register);
    let results: Vec<Value> = findings
        .into_iter()
        .map(|finding| {
            let index = rules.iter().position(|rule| rule.code == finding.code);
            result(finding, index, register, &fingerprints.next(finding))
        })
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "klacht",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": "nl",
                "rules": rules.into_iter().map(descriptor).collect::<Vec<_>>(),
            }},
            "language": "nl",
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn descriptor(rule: &Rule) -> Value {
    let title = rule.title();
    let title = title.split_once(": ").map_or(title, |(_, title)| title);
    json!({
        "id": rule.code.to_string(),
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": what_it_is(rule.page).unwrap_or(title)},
        "help": {"text": rule.page, "markdown": rule.page},
    })
}

/// The first section of a rule's page.
fn what_it_is(page: &str) -> Option<&str> {
    let (_, section) = page.split_once("\n## ")?;
    let (_, text) = section.split_once('\n')?;
    Some(text.split("\n## ").next().unwrap_or(text).trim())
}

fn result(finding: &Finding, rule: Option<usize>, register: &str, fingerprint: &str) -> Value {
    let (start, end) = (finding.place.start, finding.place.end);
    let mut result = json!({
        "ruleId": finding.code.to_string(),
        "level": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "message": {"text": message_with_help(finding)},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": location(&path_from(register, &finding.file)),
                "region": {
                    "startLine": start.line,
                    "startColumn": start.column,
                    "endLine": end.line,
                    "endColumn": end.column,
                },
            },
        }],
        "partialFingerprints": {"klacht/v1": fingerprint},
    });
    if let Some(rule) = rule {
        result["ruleIndex"] = rule.into();
    }
    result
}

/// A register outside any repository may be named by a path from the root of the disk.
fn location(path: &str) -> Value {
    let path = path.replace('\\', "/");
    let encoded = utf8_percent_encode(&path, NOT_IN_PATHS);
    if path.starts_with('/') {
        json!({"uri": format!("file://{encoded}")})
    } else if path.as_bytes().get(1) == Some(&b':') {
        json!({"uri": format!("file:///{encoded}")})
    } else {
        json!({"uri": encoded.to_string(), "uriBaseId": ROOT})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples;
    use crate::source::RelPath;

    /// The schema that OASIS publishes; `tests/report/README.md` says where it comes from.
    fn complaints_of_the_schema(log: &str) -> String {
        let schema = serde_json::from_str(include_str!("../../tests/report/sarif-schema-2.1.0.json")).unwrap();
        let mut compiler = boon::Compiler::new();
        compiler.enable_format_assertions();
        compiler.add_resource("urn:sarif", schema).unwrap();
        let mut schemas = boon::Schemas::new();
        let index = compiler.compile("urn:sarif", &mut schemas).unwrap();
        let log = serde_json::from_str(log).unwrap();
        schemas.validate(&log, index).map_or_else(|error| format!("{error:#}"), |()| String::new())
    }

    #[test]
    fn sarif_is_one_run_with_a_result_a_finding() {
        let log: Value = serde_json::from_str(&sarif(&samples::listing(), "complaints")).unwrap();
        assert_eq!(format!("{:#}\n", log["runs"][0]["results"]), include_str!("../../tests/report/listing.sarif"));
    }

    #[test]
    fn every_log_is_as_the_published_schema_says() {
        for findings in [samples::listing(), Vec::new()] {
            assert_eq!(complaints_of_the_schema(&sarif(&findings, "complaints")), "");
        }
        let wrong = sarif(&samples::listing(), "complaints").replace("startLine", "firstLine");
        assert_ne!(complaints_of_the_schema(&wrong), "", "the schema is really asked");
    }

    /// GitHub refuses a log with a result that has no place.
    #[test]
    fn every_result_names_a_file_a_region_and_its_rule() {
        let log: Value = serde_json::from_str(&sarif(&samples::listing(), "complaints")).unwrap();
        let run = &log["runs"][0];
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), samples::listing().len());
        for result in results {
            let place = &result["locations"][0]["physicalLocation"];
            assert!(place["artifactLocation"]["uri"].as_str().unwrap().starts_with("complaints/"), "{result}");
            assert!(place["region"]["startLine"].as_u64().unwrap() >= 1, "{result}");
            let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(rule["help"]["markdown"].as_str().unwrap().contains("## Zo lost u het op"));
            let what = rule["fullDescription"]["text"].as_str().unwrap();
            assert!(!what.is_empty() && !what.contains("\n## "), "{what}");
        }
    }

    #[test]
    fn a_path_becomes_an_address_whatever_stands_in_it() {
        let uri = |register: &str, file: &str| {
            let finding = Finding { file: RelPath::new(file), ..samples::finding(103) };
            let log: Value = serde_json::from_str(&sarif(&[finding], register)).unwrap();
            let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
            (place["uri"].as_str().unwrap().to_owned(), place["uriBaseId"].is_string())
        };
        for (register, file, expected, relative) in [
            ("", "2026/2026-014.md", "2026/2026-014.md", true),
            ("onze klachten", "é#?%:.md", "onze%20klachten/%C3%A9%23%3F%25%3A.md", true),
            ("/srv/register", "2026/2026-014.md", "file:///srv/register/2026/2026-014.md", false),
            ("C:\\register", "2026/2026-014.md", "file:///C%3A/register/2026/2026-014.md", false),
        ] {
            assert_eq!(uri(register, file), (expected.to_owned(), relative));
        }
    }
}
