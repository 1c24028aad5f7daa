//! `klacht set`: records a step of a complaint in its file, and changes nothing else.

use std::path::Path;

use clap::Args;

use super::arguments::{ARGUMENTS, OPTIONS};
use super::{Failure, Outcome, change};
use crate::calendar::Date;
use crate::edit;

const EXAMPLES: &str = "Voorbeelden:
  klacht set 2026-014 behandelaar=\"Sanne Bakker\" contact=vandaag
  klacht set 2026-014 oorzaak=planning afgehandeld=gisteren
  klacht set 2026-014 beroep.ingesteld=23-11-2026
  klacht set 2026-014 maatregelen+=\"wat: Planbord aanvullen; wie: Jan de Vries; voor: 2026-12-18\"
  klacht set 2026-014 maatregelen.2.gereed=vandaag
  klacht set 2026-014 overschrijdingen+=\"termijn: afhandeling; reden: Ziekte; gemeld: vandaag; nieuwe-datum: 2026-12-01\"
  klacht set 2026-014 nazorg.datum=vandaag nazorg.tevreden=ja gesloten=vandaag

Een dag is vandaag, gisteren, of een datum als 2026-11-23 of 23-11-2026. Zonder waarde (gesloten=) gaat een veld weg.
Meer dan één waarde in een lijst: betrokken=\"Jan de Vries; Sanne Bakker\".";

#[derive(Args)]
#[command(next_help_heading = OPTIONS, after_help = EXAMPLES)]
pub(super) struct SetOptions {
    /// Het nummer van de klacht, zoals 2026-014
    #[arg(value_name = "NUMMER", display_order = 1, help_heading = ARGUMENTS)]
    number: String,

    /// Een veld met zijn nieuwe waarde, zoals gesloten=vandaag; += zet iets bij een lijst
    #[arg(value_name = "VELD=WAARDE", required = true, num_args = 1.., display_order = 2, help_heading = ARGUMENTS)]
    changes: Vec<String>,
}

pub(super) fn run(folder: &Path, today: Date, options: &SetOptions) -> Result<Outcome, Failure> {
    change::run(folder, today, &options.number, |register, _| {
        let read = |(at, typed): (usize, &String)| {
            edit::read(typed, register.protocol(), today).map_err(|unclear| {
                let which = if options.changes.len() > 1 { format!("verandering {}: ", at + 1) } else { String::new() };
                Failure::new(format!("{which}{unclear}"))
            })
        };
        options.changes.iter().enumerate().map(read).collect::<Result<_, _>>().map(Ok)
    })
}
