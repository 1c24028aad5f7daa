//! The program `klacht`: everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    klacht::cli::run(std::env::args_os())
}
