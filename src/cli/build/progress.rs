//! How far a build has come, on standard error; for registers that take a while and a person who
//! watches.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::cli::terminal;

/// From so many complaints on, it is worth telling.
const MANY: usize = 1000;

/// Told so many times in all.
const TIMES: usize = 50;

pub(super) struct Progress {
    total: usize,
    done: AtomicUsize,
    is_told: bool,
}

impl Progress {
    pub(super) fn over(total: usize) -> Self {
        Self { total, done: AtomicUsize::new(0), is_told: total >= MANY && terminal::is_watched() }
    }

    /// One more is done.
    pub(super) fn step(&self) {
        if !self.is_told {
            return;
        }
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if done.is_multiple_of((self.total / TIMES).max(1)) {
            tell(&format!("\r{done} van {} klachten", self.total));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_told {
            tell("\r\u{1b}[K");
        }
    }
}

fn tell(text: &str) {
    let mut err = std::io::stderr().lock();
    let _: std::io::Result<()> = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}
