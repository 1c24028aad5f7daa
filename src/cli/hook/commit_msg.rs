//! `klacht hook commit-msg`: git's messages stay for ever, and everyone with a copy reads them. In: a message, and what
//! the register knows of those who complained. Out: leave, or which complaint shows through; never the words themselves.

use std::fmt::Write as _;
use std::path::Path;

use crate::anonymise::{Identity, OwnIdentities, Party};
use crate::calendar::Date;
use crate::check;
use crate::cli::{Failure, Outcome, git, terminal};
use crate::complaint::{self, Number};
use crate::publish::{FixedWords, Gate, Known, Own, Subject, What};
use crate::register::{self, Register};
use crate::source;

/// How the line ends from which git shows the changes themselves, which are no part of the message; a sign stands before it.
const SCISSORS: &str = " ------------------------ >8 ------------------------";

/// Words of git's own messages, and of those that offices write: nobody is betrayed by them.
const USUAL_WORDS: &str = "Merge branch into pull request Revert This reverts Initial commit Nieuwe klacht Klacht \
                           Bevestiging Oplossing Uitspraak Nazorg Voorbeeld Register Termijn Bijlage";

pub(super) fn run(folder: &Path, today: Date, file: &Path) -> Result<Outcome, Failure> {
    let bytes = std::fs::read(file).map_err(|error| {
        Failure::new(format!("het bericht {} is niet te lezen: {}", file.display(), source::reason(&error)))
    })?;
    let remark = if is_written_in_an_editor() { git::remark_sign(folder) } else { None };
    let message = message(&String::from_utf8_lossy(&bytes), remark.as_deref());
    let register = register::load(folder, today).map_err(Failure::new)?;
    let found = found(&register, &message);
    if found.is_empty() {
        return Ok(Outcome::Fine);
    }
    terminal::complain(&refusal(&found));
    Ok(Outcome::Findings)
}

/// Where nobody sees the message before git takes it, git itself adds no remarks, and keeps what begins with `#`.
fn is_written_in_an_editor() -> bool {
    std::env::var("GIT_EDITOR").map_or(true, |editor| editor != ":")
}

/// What git would keep of the file, where lines that begin with `remark` are its own; all of it where that is not known.
fn message(text: &str, remark: Option<&str>) -> String {
    let is_remark = |line: &str| remark.is_some_and(|sign| line.starts_with(sign));
    let is_cut = |line: &str| {
        let sign = line.strip_suffix(SCISSORS);
        sign.is_some_and(|sign| remark.map_or(sign.chars().count() == 1, |remark| sign == remark))
    };
    let lines = text.lines().take_while(|line| !is_cut(line));
    lines.filter(|line| !is_remark(line)).fold(String::new(), |text, line| text + line + "\n")
}

/// Whose datum stands in the message, and what it is.
fn found(register: &Register, message: &str) -> Vec<(Option<Number>, What)> {
    let people: Vec<(Option<&Number>, Vec<Identity>)> = register
        .records()
        .map(|record| (record.complaint.number.given(), of_complainant(&OwnIdentities::of(&record.complaint))))
        .collect();
    let subject =
        |number: Option<&Number>| number.map_or(Subject::Unnumbered, |number| Subject::Record(number.clone()));
    let known = people.iter().map(|(number, identities)| Known { subject: subject(*number), identities });
    let gate = Gate::new(&known.collect::<Vec<_>>(), fixed_words(register));
    let mut leaks = gate.search("", message.as_bytes(), None);
    for (number, identities) in &people {
        let own = number.map(|number| Own { number, identities });
        leaks.extend(gate.search("", message.as_bytes(), own));
    }
    let number = |subject| if let Subject::Record(number) = subject { Some(number) } else { None };
    let mut found: Vec<_> = leaks.into_iter().map(|leak| (number(leak.subject), leak.what)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn of_complainant(identities: &OwnIdentities<'_>) -> Vec<Identity> {
    let telling = |identity: &&Identity| matches!(identity.party, Party::Complainant | Party::Term);
    identities.all().iter().filter(telling).cloned().collect()
}

fn fixed_words(register: &Register) -> FixedWords {
    let protocol = register.protocol();
    let choices = [&protocol.kinds, &protocol.causes, &protocol.channels].into_iter().flatten().map(String::as_str);
    FixedWords::of(choices.chain(complaint::KEYS).chain([check::FIXED_WORDS, USUAL_WORDS]))
}

fn refusal(found: &[(Option<Number>, What)]) -> String {
    let mut text =
        "fout: in het bericht bij deze commit is een indiener te herkennen; er is niets in git vastgelegd".to_owned();
    for (number, what) in found {
        let whose = match number {
            Some(number) => format!("uit klacht {number}"),
            None => "uit een klacht zonder nummer".to_owned(),
        };
        let _: std::fmt::Result = write!(text, "\n  {} {whose}", what.phrase());
    }
    text + "\nhulp: noem alleen het nummer, zoals: 2026-014: bevestiging ingevuld. Een bericht blijft voor altijd te lezen"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_throws_away_is_no_part_of_a_message() {
        for (sign, remark, kept) in [
            ("#", Some("#"), "2026-014: gesloten\n"),
            ("#", None, "2026-014: gesloten\n# On branch main\n"),
            (";", Some(";"), "2026-014: gesloten\n"),
            ("//", Some("//"), "2026-014: gesloten\n"),
        ] {
            let text = format!("2026-014: gesloten\n{sign} On branch main\n{sign}{SCISSORS}\ndiff Fatima\n");
            assert_eq!(message(&text, remark), kept, "{sign}");
        }
        let text = "# Fatima belde\n; On branch main\n";
        assert_eq!(message(text, Some(";")), "# Fatima belde\n", "what git keeps is looked at");
    }
}
