//! The complaint register: records in git to findings, pages and reports.

pub mod render;
pub mod views;
