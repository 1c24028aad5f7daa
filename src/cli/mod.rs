//! The command line: the only stage that reads the clock and the environment and talks to the terminal.
//! In: arguments. Out: an exit status: 0 fine, 1 findings of severity error or a leak, 2 could not run.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "this stage owns the clock, the environment and the terminal"
)]

mod anonymise;
mod arguments;
mod build;
mod check;
mod day;
mod explain;
mod git;
mod refusal;
mod serve;
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
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return refusal::tell(&error),
    };
    match execute(&arguments) {
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
    let today = || day::today(arguments.today);
    match &arguments.command {
        Command::Check(options) => check::run(register, today()?, options),
        Command::Build(options) => build::run(register, today()?, options),
        Command::Anonymise(options) => anonymise::run(register, today()?, options),
        Command::Serve(options) => serve::run(register, arguments.today, options),
        Command::Terms(options) => terms::run(register, options),
        Command::Explain(options) => explain::run(options),
    }
}
