//! docs/handleiding.md is played: every command in it is given, on the day that the manual tells, and answers as the manual
//! says. What is to be typed elsewhere is typed there. `KLACHT_UPDATE=1` writes the answers into the manual anew.

use std::fs;
use std::ops::Range;

use klacht::calendar::{Date, dutch};

use super::session::Terminal;
use super::{KLACHT, Office};
use crate::in_tree;

const MANUAL: &str = "docs/handleiding.md";

/// The chapter after the one in which the complaint lives.
const AFTERWARDS: &str = "5. Bewaren en wissen";

/// What happens on a way aside leaves no trace on the main road.
const ASIDE: &str = "Zijweg";

/// Stands for whatever is left out: in a line, or as a line of its own.
const LEFT_OUT: &str = "…";

/// The people of the story, and what would betray them.
const SECRETS: [&str; 9] =
    ["Postma", "Marieke", "Waterbedrijf", "12 34 56 78", "Wolters", "Brouwer", "Ilse", "Veldhuis", "Terpstra"];

/// What the manual says that matters to the play.
enum Part<'m> {
    Heading(usize, &'m str),
    Day(Date),
    Block(Block<'m>),
}

/// A block of code: what its first line says of it, and its lines without their indentation.
struct Block<'m> {
    kind: &'m str,
    indent: &'m str,
    lines: Vec<&'m str>,
    at: Range<usize>,
}

fn parts(manual: &str) -> Vec<Part<'_>> {
    let lines: Vec<&str> = manual.lines().collect();
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        let bare = line.trim_start();
        if let Some(kind) = bare.strip_prefix("```") {
            let end = at + lines[at..].iter().position(|line| line.trim() == "```").expect("a block ends");
            let indent = &line[..line.len() - bare.len()];
            let inside = lines[at..end].iter().map(|line| line.strip_prefix(indent).unwrap_or(line)).collect();
            parts.push(Part::Block(Block { kind, indent, lines: inside, at: at..end }));
            at = end + 1;
        } else if line.starts_with('#') {
            let title = line.trim_start_matches('#');
            parts.push(Part::Heading(line.len() - title.len(), title.trim()));
        } else if let Some((day, _)) = line.strip_prefix("**").and_then(|line| line.split_once(".**")) {
            parts.extend(date(day).map(Part::Day));
        }
    }
    parts
}

/// A day as the manual tells it: `Maandag 5 oktober 2026`.
fn date(words: &str) -> Option<Date> {
    let year: i32 = words.rsplit(' ').next()?.parse().ok()?;
    let mut days = Date::from_ymd_opt(year, 1, 1)?.iter_days().take(366);
    days.find(|day| dutch::long(*day) == words.to_lowercase())
}

/// The commands of a block, each with what the manual says that it answers.
fn commands<'b>(lines: &'b [&'b str]) -> Vec<(&'b str, &'b [&'b str])> {
    let starts: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("$ ")).collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts.iter().zip(ends).map(|(&start, end)| (&lines[start][2..], trimmed(&lines[start + 1..end]))).collect()
}

fn trimmed<'b>(lines: &'b [&'b str]) -> &'b [&'b str] {
    let end = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    &lines[..end]
}

fn is_as_told(told: &[&str], shown: &[&str]) -> bool {
    match told {
        [] => shown.is_empty(),
        [LEFT_OUT, rest @ ..] => (0..=shown.len()).any(|skipped| is_as_told(rest, &shown[skipped..])),
        [line, rest @ ..] => {
            let is_line = |own: &str| match line.split_once(LEFT_OUT) {
                Some((head, tail)) => {
                    own.len() >= head.len() + tail.len() && own.starts_with(head) && own.ends_with(tail)
                }
                None => own == *line,
            };
            shown.split_first().is_some_and(|(own, others)| is_line(own) && is_as_told(rest, others))
        }
    }
}

/// A question that a person answers on this line, and the answer.
fn answer(line: &str) -> Option<(&str, &str)> {
    match line.strip_prefix("> ") {
        Some(line) => line.find(['?', ':']).map(|end| (&line[..=end], line[end + 1..].trim())),
        None => line.contains("Typ ").then(|| line.rsplit_once(": ")).flatten(),
    }
}

/// An office on a day.
struct Life {
    office: Office,
    day: Date,
}

impl Life {
    fn begin() -> Self {
        let office = Office::repository();
        fs::create_dir(office.path("Downloads")).unwrap();
        fs::write(office.path("Downloads/Mail van mevrouw Postma.pdf"), "%PDF-1.7").unwrap();
        Self { office, day: Date::default() }
    }

    /// Another office in which all is as it is here.
    fn aside(&self) -> Self {
        let aside = Self { office: Office::empty(), day: self.day };
        let here = self.office.path("");
        for entry in walkdir::WalkDir::new(&here).min_depth(1).into_iter().map(Result::unwrap) {
            let there = aside.office.path("").join(entry.path().strip_prefix(&here).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir(there).unwrap();
            } else if entry.file_type().is_file() {
                fs::copy(entry.path(), there).unwrap();
            }
        }
        aside
    }

    /// The day, as programs take it.
    fn clock(&self) -> String {
        self.day.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp().to_string()
    }

    /// The lines that a command answers.
    fn give(&self, command: &str, told: &[&str]) -> Vec<String> {
        let answers: Vec<_> = told.iter().filter_map(|line| answer(line)).collect();
        let shown = if answers.is_empty() { self.run(command) } else { self.talk(command, &answers) };
        shown.lines().map(|line| line.trim_end().to_owned()).collect()
    }

    fn run(&self, command: &str) -> String {
        let line = format!("{{ {command}\n}} 2>&1");
        let output = self.office.command("sh", &["-c", &line]).env("SOURCE_DATE_EPOCH", self.clock()).output().unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{command}: {shown}");
        shown.trim_end().to_owned()
    }

    /// Gives a command at a terminal, and these answers to its questions.
    fn talk(&self, command: &str, answers: &[(&str, &str)]) -> String {
        let line = command.replacen("klacht", KLACHT, 1);
        let line = format!("SOURCE_DATE_EPOCH={} {line}", self.clock());
        let terminal = Terminal::run(&self.office, (300, 100), &line);
        for &(question, answer) in answers {
            terminal.sees(question);
            if ["Hoe kwam", "Wie ontving", "Waar gaat"].iter().any(|choice| question.starts_with(choice)) {
                choose(&terminal, answer);
            } else {
                terminal.presses(&["-l", answer]);
            }
            terminal.presses(&["Enter"]);
        }
        terminal.sees("status 0").split("status 0").next().unwrap().trim_end().to_owned()
    }

    /// Does what a block says; its lines as they should be, where they are other ones.
    fn play(&self, block: &Block<'_>) -> Option<Vec<String>> {
        let text = || block.lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        let (kind, place) = block.kind.split_once(' ').unwrap_or((block.kind, ""));
        match place.split_once('=') {
            Some(("bestand", path)) => fs::write(self.office.path(path), text()).unwrap(),
            Some(("erbij", path)) => {
                fs::write(self.office.path(path), format!("{}\n{}", self.office.read(path), text())).unwrap();
            }
            Some(("kopje", path)) => {
                fs::write(self.office.path(path), with_sections(&self.office.read(path), &text())).unwrap();
            }
            _ => {}
        }
        if kind != "console" {
            return None;
        }
        let mut is_right = true;
        let mut right = Vec::new();
        for (command, told) in commands(&block.lines) {
            let shown = self.give(command, told);
            right.push(format!("$ {command}"));
            if is_as_told(told, &shown.iter().map(String::as_str).collect::<Vec<_>>()) {
                right.extend(told.iter().map(|line| (*line).to_owned()));
            } else {
                is_right = false;
                right.extend(shown);
            }
        }
        (!is_right).then_some(right)
    }

    /// The complaint has lived: nothing is left to do, it is on the site, and nobody is.
    fn is_whole(&self) {
        assert_eq!(self.run("klacht check --strict"), "1 klacht gecontroleerd: alles in orde.");
        self.run("klacht build");
        assert!(self.office.read("site/klachten/2026-002.html").contains("planbord"));
        for entry in walkdir::WalkDir::new(self.office.path("site")).into_iter().map(Result::unwrap) {
            if entry.file_type().is_file() {
                let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
                let told = SECRETS.iter().find(|secret| text.contains(**secret));
                assert_eq!(told, None, "{}", entry.path().display());
            }
        }
    }
}

/// Puts the cursor on a choice, with a cross where more than one may be chosen.
fn choose(terminal: &Terminal<'_>, answer: &str) {
    let screen = terminal.sees(&format!(" {answer}"));
    let lines: Vec<&str> = screen.lines().collect();
    let begin = lines.iter().rposition(|line| line.starts_with("? ")).unwrap() + 1;
    let own = lines[begin..].iter().position(|line| line.ends_with(&format!(" {answer}"))).unwrap();
    let cursor = lines[begin..].iter().position(|line| line.starts_with("> ")).unwrap();
    let down = own.checked_sub(cursor).expect("the choice lies below");
    terminal.presses(&vec!["Down"; down]);
    if lines[begin + own].contains("[ ]") {
        terminal.presses(&["Space"]);
    }
}

/// A complaint's text with these sections in the place of its own.
fn with_sections(text: &str, sections: &str) -> String {
    sections.split("## ").skip(1).fold(text.to_owned(), |text, section| {
        let heading = format!("## {}\n", section.lines().next().unwrap());
        let start = text.find(&heading).unwrap();
        let after = start + heading.len();
        let end = text[after..].find("\n## ").map_or(text.len(), |length| after + length + 1);
        format!(
            "{}## {}\n{}",
            &text[..start],
            section.trim_end(),
            if end == text.len() { String::new() } else { format!("\n{}", &text[end..]) }
        )
    })
}

#[test]
fn a_complaint_lives_its_whole_life_by_the_commands_of_the_manual() {
    let manual = fs::read_to_string(in_tree(MANUAL)).unwrap();
    let mut main = Life::begin();
    let mut aside: Option<(usize, Life)> = None;
    let mut wrong = Vec::new();
    for part in parts(&manual) {
        let life = aside.as_mut().map_or(&mut main, |(_, life)| life);
        match part {
            Part::Day(day) => {
                assert!(day >= life.day, "{day} comes before {}", life.day);
                life.day = day;
            }
            Part::Block(block) => wrong.extend(life.play(&block).map(|right| (block.at, block.indent, right))),
            Part::Heading(level, title) => {
                aside = aside.filter(|(own, _)| level > *own);
                if title.starts_with(ASIDE) {
                    aside = Some((level, main.aside()));
                }
                if title == AFTERWARDS {
                    main.is_whole();
                }
            }
        }
    }
    assert!(!main.office.path("complaints/2026/2026-002.md").exists(), "and in the end it is erased");
    if std::env::var_os("KLACHT_UPDATE").is_some() {
        update(&manual, &wrong);
    } else if let Some((at, _, right)) = wrong.first() {
        panic!("{MANUAL}:{}: klacht answers otherwise (KLACHT_UPDATE=1 mends it):\n{}", at.start, right.join("\n"));
    }
}

fn update(manual: &str, wrong: &[(Range<usize>, &str, Vec<String>)]) {
    let mut lines: Vec<String> = manual.lines().map(str::to_owned).collect();
    for (at, indent, right) in wrong.iter().rev() {
        let right = right.iter().map(|line| format!("{indent}{line}").trim_end().to_owned());
        lines.splice(at.clone(), right.collect::<Vec<_>>());
    }
    fs::write(in_tree(MANUAL), lines.join("\n") + "\n").unwrap();
}
