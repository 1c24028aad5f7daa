//! `klacht serve`: the anonymised site beside who works on the register, made anew at every change. It stays
//! in memory; nothing is written.

mod round;
mod told;

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::arguments::OPTIONS;
use super::{Failure, Outcome, build, day, terminal};
use crate::calendar::Date;
use crate::register::LoadError;
use crate::serve::{self, Address, Board, Changes, End};

use round::Maker;

/// How often the clock is looked at: at midnight a term may have passed.
const MINUTE: Duration = Duration::from_secs(60);

/// How long a browser may take to start before it is taken to be starting.
const OPENING: Duration = Duration::from_secs(2);

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct ServeOptions {
    /// De poort waarop de site te lezen is; anders 8017, of de eerste vrije daarna
    #[arg(long, value_name = "POORT", value_parser = port)]
    port: Option<u16>,

    /// Opent de site in een browser
    #[arg(long)]
    open: bool,
}

pub(super) fn run(folder: &Path, given: Option<Date>, options: &ServeOptions) -> Result<Outcome, Failure> {
    let today = day::today(given)?;
    if !folder.is_dir() {
        return Err(Failure::new(LoadError::NoFolder(folder.to_owned())));
    }
    // Before the first site is made: no change goes by unseen.
    let changes = Changes::of(folder, build::templates(folder)).map_err(Failure::new)?;
    let address = Address::at(options.port).map_err(Failure::new)?;
    let url = address.url();
    let (board, readers) = serve::board();
    let folder = folder.to_owned();
    let begun = || {
        terminal::show(&told::begun(&url));
        if options.open {
            let url = url.clone();
            std::thread::spawn(move || open(&url));
        }
        std::thread::spawn(move || keep_up(folder, given, today, board, changes));
    };
    match serve::serve(address, readers, begun) {
        // Whatever is being made is in memory, and ends with the program.
        Ok(End::Stopped) => Ok(Outcome::Fine),
        Ok(End::Abandoned) => Err(Failure::new(told::ABANDONED)),
        Err(error) => Err(Failure::new(told::no_server(&error))),
    }
}

/// Makes a site now, and again whenever the register changes or a day begins.
fn keep_up(folder: PathBuf, given: Option<Date>, mut today: Date, mut board: Board, mut changes: Changes) {
    let mut maker = Maker::new(folder);
    loop {
        maker.go_round(today, &mut board);
        // The environment was read once already, so that the day is known.
        let now = || day::today(given).unwrap_or(today);
        while !changes.wait(MINUTE) && now() == today {}
        today = now();
    }
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "schrijf een getal tot en met 65535, zoals 8017".to_owned())
}

fn open(url: &str) {
    if open::that_detached_with_timeout(url, OPENING).is_err() {
        terminal::complain(&told::no_browser(url));
    }
}
