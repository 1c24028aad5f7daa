//! `klacht status`: what must be done, by day, for one person or for all. It names who handles a complaint: whoever may
//! read the register may know that.

mod person;
mod told;

use std::path::Path;

use clap::{Args, ValueEnum};

use super::arguments::OPTIONS;
use super::{Failure, Outcome, terminal};
use crate::calendar::Date;
use crate::check;
use crate::personal::Disclosure;
use crate::register;
use crate::views::compose;

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct StatusOptions {
    /// Alleen wat deze medewerker moet doen: een naam, een deel ervan, of een functie zoals directeur
    #[arg(long, value_name = "NAAM")]
    mine: Option<String>,

    /// De vorm van de uitkomst: human (voor mensen), markdown (voor een bericht) of json
    #[arg(
        long,
        value_enum,
        value_name = "VORM",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: StatusFormat,
}

#[derive(Clone, Copy, ValueEnum)]
enum StatusFormat {
    Human,
    Markdown,
    Json,
}

pub(super) fn run(folder: &Path, today: Date, options: &StatusOptions) -> Result<Outcome, Failure> {
    let register = register::load(folder, today).map_err(Failure::new)?;
    let person = options.mine.as_deref().map(|typed| person::find(&register, typed)).transpose()?;
    let findings = |record: &_| check::check_record(&register, record);
    let agenda =
        compose::agenda(&register, register.records(), findings, person.as_ref(), &Disclosure::to_management());
    match options.format {
        StatusFormat::Human => terminal::show(&told::human(&agenda, terminal::width())),
        StatusFormat::Markdown => terminal::hand_over(told::markdown(&agenda, today).as_bytes())?,
        StatusFormat::Json => terminal::hand_over(told::json(&agenda).as_bytes())?,
    }
    let unseen = register.entries.iter().filter(|entry| entry.record().is_none_or(|it| register.row(it).is_none()));
    match unseen.count() {
        0 => {}
        1 => terminal::complain("let op: 1 klachtbestand is niet te lezen en staat hier niet bij; zie `klacht check`"),
        many => terminal::complain(&format!(
            "let op: {many} klachtbestanden zijn niet te lezen en staan hier niet bij; zie `klacht check`"
        )),
    }
    Ok(Outcome::Fine)
}
