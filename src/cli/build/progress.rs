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

    /// So many more are done.
    pub(super) fn step(&self, more: usize) {
        if !self.is_told {
            return;
        }
        let before = self.done.fetch_add(more, Ordering::Relaxed);
        let (done, every) = (before + more, (self.total / TIMES).max(1));
        if done / every > before / every {
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
