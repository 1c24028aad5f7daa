//! `klacht confirm`: the confirmation of receipt (§2) as a draft; once it is sent, its day in the record.

use std::path::Path;

use clap::Args;

use super::arguments::OPTIONS;
use super::letter::{self, About};
use super::{Failure, Outcome};
use crate::calendar::Date;
use crate::letter::{Kind, NewDate};

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct ConfirmOptions {
    #[command(flatten)]
    about: About,
}

pub(super) fn run(folder: &Path, today: Date, options: &ConfirmOptions) -> Result<Outcome, Failure> {
    letter::write_or_record(folder, today, Kind::Confirmation, &options.about, &NewDate::default())
}
