//! The command line: the only stage that reads the clock and the environment and talks to the terminal.
//! In: arguments. Out: an exit status: 0 fine, 1 findings of severity error or a leak, 2 could not run.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "this stage owns the clock, the environment and the terminal"
)]

mod anonymise;
mod arguments;
mod attach;
mod build;
mod change;
mod check;
mod completions;
mod confirm;
mod day;
mod erase;
mod explain;
mod export;
mod find;
mod git;
mod hook;
mod init;
mod letter;
mod man;
mod new;
mod refusal;
mod retention;
mod review;
mod serve;
mod set;
mod status;
mod terminal;
mod terms;

use std::ffi::OsString;
use std::fmt;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Fine,
    /// There are errors in the register, or a name would have left it.
    Findings,
}

impl Outcome {
    /// Tells why a command did nothing: something about a complaint stands in the way.
    fn refused(why: impl fmt::Display) -> Self {
        terminal::complain(&format!("fout: {why}"));
        Self::Findings
    }
}

/// Why a command could not run: a sentence in Dutch that names what stood in the way.
#[derive(Debug)]
struct Failure(String);

impl Failure {
    fn new(sentence: impl fmt::Display) -> Self {
        Self(sentence.to_string())
    }
}

/// Runs klacht with these arguments, the program's name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(outcome) = completions::answer(&arguments) {
        return exit_code(outcome);
    }
    match Arguments::try_parse_from(&arguments) {
        Ok(arguments) => exit_code(execute(&arguments)),
        Err(error) => refusal::tell(&error, &arguments),
    }
}

fn exit_code(outcome: Result<Outcome, Failure>) -> ExitCode {
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(Failure(sentence)) => {
            terminal::complain(&format!("fout: {sentence}"));
            ExitCode::from(2)
        }
    }
}

fn execute(arguments: &Arguments) -> Result<Outcome, Failure> {
    let register = arguments.register.as_path();
    let given = day::given(arguments.today)?;
    let today = || day::today(given);
    match &arguments.command {
        Command::Attach(options) => attach::run(register, today()?, options),
        Command::Check(options) => check::run(register, today()?, options),
        Command::Build(options) => build::run(register, today()?, options),
        Command::Anonymise(options) => anonymise::run(register, today()?, options),
        Command::Serve(options) => serve::run(register, given, options),
        Command::Init(options) => init::run(register, today()?, options),
        Command::New(options) => new::run(register, today()?, options),
        Command::Hook(options) => hook::run(register, today()?, options),
        Command::Review(options) => review::run(register, today()?, options),
        Command::Confirm(options) => confirm::run(register, today()?, options),
        Command::Letter(options) => letter::run(register, today()?, options),
        Command::Set(options) => set::run(register, today()?, options),
        Command::Terms(options) => terms::run(register, today()?, options),
        Command::Status(options) => status::run(register, today()?, options),
        Command::Retention => retention::run(register, today()?),
        Command::Erase(options) => erase::run(register, today()?, options),
        Command::Export(options) => export::run(register, today()?, options),
        Command::Explain(options) => explain::run(options),
        Command::Completions(options) => completions::run(options),
        Command::Man => man::run(),
    }
}
