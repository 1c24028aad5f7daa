//! What anonymising costs: it grows with the length of a text and no faster, whatever stands in it.

#![allow(clippy::disallowed_methods, reason = "the promise is about time")]

use std::time::Instant;

use klacht::anonymise::Anonymiser;
use klacht::complaint::{self, Complaint};
use klacht::protocol::{Protocol, Staff};
use klacht::source::{RelPath, SourceFile};

use crate::annotated::samples;
use crate::hostile::UNITS;
use crate::today;

/// Bytes of the shorter text.
const SHORT: usize = 1_500;

/// How many times as long the other one is.
const LONGER: usize = 16;

/// How many times as much time that may take. It would be 256 times if cost were quadratic; other programs on the
/// machine, and caches that are full, account for some of it.
const MOST: u32 = 100;

/// How often it may be tried: a busy machine delays one of the pairs, quadratic cost all of them.
const TRIES: usize = 5;

#[test]
fn no_text_makes_the_anonymiser_quadratic() {
    let sample = samples().swap_remove(0);
    let staff = Staff::load(&sample.staff).value;
    for unit in UNITS {
        let file_of = |bytes| {
            let text = sample.file.text()[..sample.body].to_owned() + &unit.text(bytes);
            SourceFile::new(RelPath::new("2026/2026-001.md"), text)
        };
        let (short, long) = (file_of(SHORT), file_of(SHORT * LONGER));
        let took = |file: &SourceFile| {
            let complaint: Complaint = complaint::parse(file, &Protocol::default(), today()).unwrap();
            let anonymiser = Anonymiser::new(&[&complaint], Some(&staff));
            let start = Instant::now();
            let _ = anonymiser.record(file.text(), &complaint);
            start.elapsed()
        };
        let mut pairs = (0..TRIES).map(|_| (took(&short), took(&long)));
        let linear = pairs.any(|(short, long)| long < short * MOST);
        assert!(linear, "{}: {TRIES} times out of {TRIES} too long", unit.name());
    }
}
