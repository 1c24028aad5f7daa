//! The file of a new complaint. In: answers, number and day. Out: its text: the fields in the order of the format,
//! with a comment at each that is still to come.

use super::{Answers, Question};
use crate::calendar::{Date, dutch};
use crate::complaint::{Number, SectionKind};
use crate::edit::{self, Change, Key, Value};
use crate::markdown;
use crate::protocol::{Protocol, Step};
use crate::source;

const TEMPLATE: &str = include_str!("new.md");

const SECTIONS: [SectionKind; 4] =
    [SectionKind::Description, SectionKind::Cause, SectionKind::Solution, SectionKind::Lessons];

/// The text of the file. An answer that is wrong stands there as it was given.
pub(super) fn text(answers: &Answers, number: &Number, protocol: &Protocol, today: Date) -> String {
    let received = answers.get(Question::Received).and_then(|day| crate::yaml::date(day.reveal()).ok());
    let until = |step| match received {
        Some(received) => format!("; uiterlijk {}", dutch::long(protocol.deadline(step, received).due)),
        None => String::new(),
    };
    let template = TEMPLATE
        .replace("{bevestiging}", &until(Step::Confirmation))
        .replace("{afhandeling}", &until(Step::Handling))
        .replace("{oorzaken}", &causes(protocol));
    let text = edit::apply(&template, &changes(answers, number, today));
    let text = text.expect("each field stands in the template once and empty, and any words can be quoted");
    with_description(&text, answers.get(Question::Description).map_or("", |words| words.reveal()))
}

fn changes(answers: &Answers, number: &Number, today: Date) -> Vec<Change> {
    let change = |field: &str, value| {
        let key = Key::parse(field).expect("the fields of the template are those of the format");
        Change::Set(key, value)
    };
    let answer = |question: Question| {
        let words = answers.get(question)?.reveal();
        Some(change(question.field(), value(question, words)))
    };
    let fields = Question::ALL.into_iter().filter(|question| *question != Question::Description);
    let mut changes =
        vec![change("nummer", Value::text(number.as_str())), change("geregistreerd", Value::text(today.to_string()))];
    changes.extend(fields.filter_map(answer));
    changes
}

fn value(question: Question, words: &str) -> Value {
    let several: Vec<&str> = words.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
    match (question, several.as_slice()) {
        (Question::Kinds, [_, _, ..]) => Value::List(several.into_iter().map(Value::text).collect()),
        (Question::Kinds, [one]) => Value::text(*one),
        _ => Value::text(words),
    }
}

/// The causes to choose from, each as it is to be typed. One may have any form, and a comment ends with its line.
fn causes(protocol: &Protocol) -> String {
    protocol.causes.iter().map(|cause| edit::plain_or_quoted(cause)).collect::<Vec<_>>().join(", ")
}

/// Puts the description in its place. It is somebody's mail as often as not: a line in it that would make a heading
/// of its own, or hide the headings below it, gets a backslash, so that it shows as it was written.
fn with_description(text: &str, description: &str) -> String {
    let (before, after) = text.rsplit_once("{omschrijving}\n\n").expect("the template has a place for it");
    let description = description.replace("\r\n", "\n").replace('\r', "\n");
    let filled = |description: &str| match description.trim_end() {
        "" => format!("{before}{after}"),
        words => format!("{before}{words}\n\n{after}"),
    };
    let plain = filled(&description);
    if has_the_sections(&plain) { plain } else { filled(&harmless(&description)) }
}

/// Whether the file has its own headings and no other, and no mark of a merge that went wrong.
fn has_the_sections(text: &str) -> bool {
    let Ok(halves) = source::split(text) else { return false };
    let document = markdown::read(text, halves.body);
    let titles = document.sections.iter().map(|section| section.title.as_str());
    titles.eq(SECTIONS.map(SectionKind::title)) && !text.lines().any(is_conflict_mark)
}

fn is_conflict_mark(line: &str) -> bool {
    line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>")
}

/// The same words, without a line that opens a heading, a block of code or HTML.
fn harmless(description: &str) -> String {
    let line = |line: &str| {
        let at = if is_conflict_mark(line) { 0 } else { content_start(line) };
        let (container, content) = line.split_at(at);
        let opens = content.starts_with(['#', '<', '>', '`', '~']) || is_underline(content);
        let backslash = if opens { "\\" } else { "" };
        format!("{container}{backslash}{content}\n")
    };
    description.lines().map(line).collect()
}

/// Where a line's own words begin: behind the marks of a quotation or a list.
fn content_start(line: &str) -> usize {
    let mut rest = line.trim_start();
    while !is_underline(rest) {
        let number = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let numbered = (number.len() < rest.len()).then(|| number.strip_prefix(['.', ')'])).flatten();
        let marked = rest.strip_prefix('>').or_else(|| {
            let listed = numbered.or_else(|| rest.strip_prefix(['-', '*', '+']))?;
            listed.starts_with(char::is_whitespace).then_some(listed)
        });
        match marked {
            Some(inner) => rest = inner.trim_start(),
            None => break,
        }
    }
    line.len() - rest.len()
}

/// Whether a line of these words makes a heading of the line above it.
fn is_underline(words: &str) -> bool {
    let words = words.trim_end();
    ['-', '='].iter().any(|sign| words.starts_with(*sign) && words.chars().all(|own| own == *sign))
}
