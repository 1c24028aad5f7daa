//! `klacht explain`: the page of a rule or of a subject, or the list of all. Needs no register.

use std::fmt::Write;

use super::arguments::ExplainOptions;
use super::{Failure, Outcome, terminal};
use crate::check::{RULES, Rule};
use crate::finding::Code;

/// What can be explained besides the rules: its word, what it is about, and its page.
pub(super) const SUBJECTS: [(&str, &str, &str); 1] = [(
    "bewaren",
    "klachten bewaren en wissen, en waar de tekst daarna nog staat",
    include_str!("../../docs/bewaren.md"),
)];

pub(super) fn run(options: &ExplainOptions) -> Result<Outcome, Failure> {
    let Some(text) = &options.code else {
        terminal::show(&list());
        return Ok(Outcome::Fine);
    };
    let subject = SUBJECTS.iter().find(|(word, ..)| word.eq_ignore_ascii_case(text.trim()));
    let page = Code::parse(text).and_then(Rule::with_code).map(|rule| rule.page).or(subject.map(|(.., page)| *page));
    let unknown = || Failure::new(format!("de code {text} bestaat niet; `klacht explain` noemt alle codes"));
    terminal::show(page.ok_or_else(unknown)?);
    Ok(Outcome::Fine)
}

fn list() -> String {
    let mut list = String::new();
    for rule in &RULES {
        let title = rule.title();
        let _: std::fmt::Result = writeln!(list, "{title}");
    }
    for (word, about, _) in &SUBJECTS {
        let _: std::fmt::Result = writeln!(list, "{word}: {about}");
    }
    list.push_str("\n`klacht explain CODE` legt een melding uit, zoals: klacht explain K103\n");
    list
}
