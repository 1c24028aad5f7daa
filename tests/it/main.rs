//! The one integration test: promises that hold across modules, on real files and the real program.

#![allow(clippy::disallowed_methods, reason = "tests make their own files")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod annotated;
mod anonymise_cost;
mod anonymise_score;
mod appearance;
mod architecture;
mod attach;
mod build;
mod changed_since;
mod completions;
mod edit_laws;
mod erase;
mod export;
mod export_command;
mod history;
mod hostile;
#[cfg(target_os = "linux")]
mod kill;
mod letter;
mod management;
mod name_forms;
mod office;
mod privacy;
#[cfg(unix)]
mod review;
mod rules;
mod serve;
mod set;
mod site;
mod status;
mod transcripts;
mod yaml_oracle;

use std::path::{Path, PathBuf};

use klacht::calendar::Date;

/// The day to which the registers of the tests are held: a Monday.
const TODAY: &str = "2026-11-23";

fn today() -> Date {
    TODAY.parse().unwrap()
}

/// A path in the source tree.
fn in_tree(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
