//! `klacht explain`: the page of a rule, or the list of all. Needs no register.

use std::fmt::Write;

use super::arguments::ExplainOptions;
use super::{Failure, Outcome, terminal};
use crate::check::{RULES, Rule};
use crate::finding::Code;

pub(super) fn run(options: &ExplainOptions) -> Result<Outcome, Failure> {
    let Some(text) = &options.code else {
        terminal::show(&list());
        return Ok(Outcome::Fine);
    };
    let rule = Code::parse(text).and_then(Rule::with_code);
    let unknown = || Failure::new(format!("de code {text} bestaat niet; `klacht explain` noemt alle codes"));
    terminal::show(rule.ok_or_else(unknown)?.page);
    Ok(Outcome::Fine)
}

fn list() -> String {
    let mut list = String::new();
    for rule in &RULES {
        let title = rule.title();
        let _: std::fmt::Result = writeln!(list, "{title}");
    }
    list.push_str("\n`klacht explain CODE` legt een melding uit, zoals: klacht explain K103\n");
    list
}
