//! One round of `klacht serve`. In: the register as it lies there now. Out: the next stand: a new site, or
//! the last good one with what keeps it from being made anew.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use super::super::arguments::Audience;
use super::super::build::{Reprint, Shelf, Stopped};
use super::super::{Failure, terminal};
use super::told;
use crate::calendar::Date;
use crate::check;
use crate::register::{self, Register, UnsafeEntry};
use crate::serve::{Board, Notice, Stand};

/// Makes one site after another.
pub(super) struct Maker {
    folder: PathBuf,
    /// The register as it was last read.
    register: Option<Register>,
    /// The last site that could be made, and what it was made from.
    last: Option<Shelf>,
    /// Whether every complaint was in it. Only a site that is not may be replaced by one that is not.
    is_whole: bool,
}

impl Maker {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, register: None, last: None, is_whole: false }
    }

    /// Reads the register, makes what can be made of it, and posts that.
    pub(super) fn go_round(&mut self, today: Date, board: &mut Board) {
        let begin = Instant::now();
        let notices = match register::load_after(self.register.take(), &self.folder, today) {
            Ok(register) => {
                let notices = self.make(&register);
                self.register = Some(register);
                notices
            }
            Err(error) => vec![told::failure(&Failure::new(error))],
        };
        let told = told::round(&notices, begin.elapsed());
        if board.post(Stand { site: self.last.as_ref().map(|last| Arc::clone(&last.site)), notices }) {
            terminal::show(&told);
        }
    }

    /// Makes a new site where that can be; what must be told beside the one that then stands.
    fn make(&mut self, register: &Register) -> Vec<Notice> {
        let keep_going = !self.is_whole;
        let last = self.last.as_ref();
        let made = site(last, register, keep_going);
        let findings = match &made {
            Ok((shelf, _)) => shelf.findings(register),
            Err(_) => check::check(register),
        };
        let trouble = match made {
            Ok((shelf, left_out)) => {
                self.is_whole = left_out.is_empty();
                self.last = Some(shelf);
                (!self.is_whole).then(|| told::left_out(&left_out, register, &findings))
            }
            Err(Stopped::Refused(refusal)) => Some(told::refusal(&refusal, register, &findings)),
            Err(Stopped::Failed(failure)) => Some(told::failure(&failure)),
        };
        trouble.into_iter().chain(told::attention(register, &findings)).collect()
    }
}

/// The site for the team, in memory, and what is left out of it.
fn site(last: Option<&Shelf>, register: &Register, keep_going: bool) -> Result<(Shelf, Vec<UnsafeEntry>), Stopped> {
    let reprint = Reprint::after(last, register, Audience::Team, keep_going)?;
    let left_out = reprint.left_out().to_vec();
    Ok((reprint.shelve()?, left_out))
}
