//! `klacht completions`: the script with which a shell fills in what is typed; and the answers that the program gives to
//! that script. Words are told apart by the name of their value, so that a new command gets them by itself.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{Arg, Args, CommandFactory, ValueEnum, ValueHint};
use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Shells};

use super::arguments::{ARGUMENTS, Arguments, OPTIONS};
use super::{Failure, Outcome, explain, terminal};
use crate::check::RULES;
use crate::complaint::Number;
use crate::edit;
use crate::register;
use crate::source;

/// Set by the script, to the name of its shell, when it asks what may follow.
const QUESTION: &str = "KLACHT_COMPLETE";

const PROGRAM: &str = "klacht";

/// The days that have a word, besides all dates.
const DAYS: [&str; 2] = ["vandaag", "gisteren"];

/// What the library's script for bash lacks.
const WHOLE_WORDS: &str = include_str!("completions.bash");

const EXAMPLES: &str = "Zet de regel voor uw shell in het bestand dat zij bij elke start leest:
  ~/.bashrc                    source <(klacht completions bash)
  ~/.zshrc, na compinit        source <(klacht completions zsh)
  ~/.config/fish/config.fish   klacht completions fish | source
  $PROFILE van PowerShell      klacht completions powershell | Out-String | Invoke-Expression";

#[derive(Args)]
#[command(next_help_heading = OPTIONS, after_help = EXAMPLES)]
pub(super) struct CompletionsOptions {
    /// De shell waarin u werkt: bash, zsh, fish of powershell
    #[arg(value_enum, value_name = "SHELL", hide_possible_values = true, help_heading = ARGUMENTS)]
    shell: Shell,
}

#[derive(Clone, Copy, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

impl Shell {
    fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
        }
    }
}

pub(super) fn run(options: &CompletionsOptions) -> Result<Outcome, Failure> {
    let shells = Shells::builtins();
    let completer = shells.completer(options.shell.name()).expect("the library knows the shells of the list");
    let mut script = Vec::new();
    completer
        .write_registration(QUESTION, PROGRAM, PROGRAM, PROGRAM, &mut script)
        .expect("writing to memory does not fail");
    if matches!(options.shell, Shell::Bash) {
        script.extend_from_slice(WHOLE_WORDS.as_bytes());
    }
    terminal::hand_over(&script)?;
    Ok(Outcome::Fine)
}

/// What may follow on what was typed, where a script asks for that and not a person for a command.
pub(super) fn answer(arguments: &[OsString]) -> Option<Result<Outcome, Failure>> {
    let shells = Shells::builtins();
    let shell = std::env::var(QUESTION).ok()?;
    let completer = shells.completer(&shell)?;
    let typed = arguments.iter().skip_while(|argument| *argument != "--").skip(1).cloned().collect();
    Some(candidates(completer, typed))
}

fn candidates(completer: &dyn EnvCompleter, typed: Vec<OsString>) -> Result<Outcome, Failure> {
    let register = register_in(&typed);
    let mut command = with_values(Arguments::command(), &register);
    command.build();
    let here = std::env::current_dir().ok();
    let mut answer = Vec::new();
    completer.write_complete(&mut command, typed, here.as_deref(), &mut answer).map_err(Failure::new)?;
    terminal::hand_over(&answer)?;
    Ok(Outcome::Fine)
}

/// The register that is named in what was typed.
fn register_in(typed: &[OsString]) -> PathBuf {
    let mut words = typed.iter();
    while let Some(word) = words.next() {
        let given = if word == "--register" {
            words.next().map(OsString::as_os_str)
        } else {
            word.to_str().and_then(|word| word.strip_prefix("--register=")).map(OsStr::new)
        };
        if let Some(given) = given {
            return PathBuf::from(given);
        }
    }
    PathBuf::from(super::arguments::REGISTER)
}

fn with_values(command: clap::Command, register: &Path) -> clap::Command {
    let of_argument = |argument: Arg| {
        if !argument.get_action().takes_values() {
            return argument;
        }
        let register = register.to_owned();
        match argument.get_value_names().and_then(<[_]>::first).map(|name| name.as_str()) {
            Some("NUMMER") => argument.add(ArgValueCandidates::new(move || numbers(&register))),
            Some("VELD=WAARDE") => argument.add(ArgValueCompleter::new(move |typed: &OsStr| changes(&register, typed))),
            Some("DAG") => argument.add(ArgValueCandidates::new(|| DAYS.map(CompletionCandidate::new).into())),
            Some("CODE") => argument.add(ArgValueCandidates::new(codes)),
            Some("MAP") => argument.value_hint(ValueHint::DirPath),
            Some("BESTAND") => argument.value_hint(ValueHint::FilePath),
            Some(_) => argument.value_hint(ValueHint::Other),
            None => argument,
        }
    };
    command.mut_args(of_argument).mut_subcommands(|command| with_values(command, register))
}

/// The numbers of the complaints, by the names of their files. What a complaint is about would be of help, and is not
/// for everyone who looks along.
fn numbers(register: &Path) -> Vec<CompletionCandidate> {
    let files = source::discover(register).map(|discovery| discovery.complaints).unwrap_or_default();
    let numbers = files.iter().rev().filter_map(|found| Number::in_name(found.path.file_name()));
    numbers.map(|number| CompletionCandidate::new(number.as_str())).collect()
}

/// What may be typed for `set`, with the choices of this register and the names of those who work there: first the fields,
/// and once a field is typed its values.
fn changes(register: &Path, typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let protocol = register::protocol(register).map(|loaded| loaded.value).unwrap_or_default();
    let staff = register::staff(register).ok().flatten();
    let members = staff.iter().flat_map(|loaded| loaded.value.members());
    let names: Vec<&str> = members.filter(|member| member.until.is_none()).map(|member| member.name.reveal()).collect();
    let mut offers = edit::suggestions(&protocol, &names);
    if !typed.contains('=') {
        let field = |offer: &String| offer.split_inclusive('=').next().unwrap_or_default().to_owned();
        let fields: Vec<String> = offers.iter().map(field).collect();
        let is_only = |name: &String| fields.iter().filter(|other| *other == name).count() == 1;
        offers =
            fields.iter().zip(offers).map(|(name, offer)| if is_only(name) { offer } else { name.clone() }).collect();
        offers.dedup();
    }
    offers.into_iter().filter(|offer| offer.starts_with(typed)).map(CompletionCandidate::new).collect()
}

fn codes() -> Vec<CompletionCandidate> {
    let candidate = |rule: &crate::check::Rule| {
        let title = rule.title().split_once(": ").map(|(_, title)| title);
        CompletionCandidate::new(rule.code.to_string()).help(title.map(Into::into))
    };
    let subjects =
        explain::SUBJECTS.iter().map(|(word, about, _)| CompletionCandidate::new(word).help(Some((*about).into())));
    RULES.iter().map(candidate).chain(subjects).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_is_the_one_that_was_typed() {
        for (typed, register) in [
            ("klacht set 2026", "complaints"),
            ("klacht --register ander set 2026", "ander"),
            ("klacht set --register=ander 2026", "ander"),
            ("klacht --register", "complaints"),
        ] {
            let typed: Vec<OsString> = typed.split(' ').map(Into::into).collect();
            assert_eq!(register_in(&typed), Path::new(register));
        }
    }

    #[test]
    fn numbers_are_those_of_the_register_the_newest_first() {
        let values = |register: &str| -> Vec<String> {
            let values = numbers(Path::new(register)).into_iter();
            values.map(|candidate| candidate.get_value().to_string_lossy().into_owned()).collect()
        };
        assert_eq!(values("tests/rules/k006/right"), ["2026-015", "2026-014"]);
        assert!(values("bestaat-niet").is_empty());
    }
}
