//! klacht keeps a complaint register in git: it checks every term of the protocol, anonymises every
//! record, and renders the register and the report for the team meeting.
//!
//! Data flows down this list, and a module imports only what stands above it; the table in
//! `docs/architecture.md` says exactly what, and a test holds the modules to it.

pub mod source;
pub mod store;

pub mod personal;

pub mod calendar;

pub mod finding;

pub mod yaml;

pub mod markdown;

pub mod protocol;

pub mod complaint;

pub mod edit;

pub mod template;

pub mod letter;

pub mod anonymise;
pub mod attachment;

pub mod register;

pub mod history;

pub mod check;

pub mod intake;

pub mod office;

pub mod figures;

pub mod report;

pub mod views;

pub mod render;

pub mod export;

pub mod publish;

pub mod serve;

pub mod cli;
