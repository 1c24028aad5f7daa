//! klacht: a complaint register in git; reads complaints, checks every term, renders an anonymised site.

pub mod calendar;
