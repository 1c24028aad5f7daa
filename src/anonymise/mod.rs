//! Anonymising: from a text and the identities of its record to the spans that must not be read.

pub mod patterns;
