//! `klacht hook`: what git runs at each commit. `install` puts two scripts in place; `commit-msg` is what one of them
//! asks of klacht.

mod commit_msg;
mod install;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::arguments::{ARGUMENTS, OPTIONS};
use super::{Failure, Outcome, terminal};
use crate::calendar::Date;

pub(super) use install::Installation;

#[derive(Args)]
#[command(next_help_heading = OPTIONS, subcommand_help_heading = "Opdrachten", disable_help_subcommand = true)]
pub(super) struct HookOptions {
    #[command(subcommand)]
    action: Action,
}

const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";

#[derive(Subcommand)]
enum Action {
    /// Laat git voor elke commit het register nakijken, en of er in het bericht geen indiener te herkennen is
    #[command(help_template = TEMPLATE, override_usage = "klacht hook install [OPTIES]")]
    Install,
    /// Kijkt na of er in het bericht bij een commit geen indiener te herkennen is
    #[command(hide = true, help_template = TEMPLATE, override_usage = "klacht hook commit-msg BESTAND [OPTIES]")]
    CommitMsg {
        /// Het bestand met het bericht
        #[arg(value_name = "BESTAND", help_heading = ARGUMENTS)]
        file: PathBuf,
    },
}

pub(super) fn run(register: &Path, today: Date, options: &HookOptions) -> Result<Outcome, Failure> {
    match &options.action {
        Action::Install => {
            Installation::plan(register)?.carry_out()?;
            terminal::show("Klacht kijkt voortaan elke commit en elk bericht na.\n");
            Ok(Outcome::Fine)
        }
        Action::CommitMsg { file } => commit_msg::run(register, today, file),
    }
}
