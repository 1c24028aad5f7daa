//! A complaint register in git: reads complaints, checks every term, anonymises every record, renders register and report.

pub mod anonymise;
