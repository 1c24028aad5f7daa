//! What anonymising costs: it grows with the length of a text and no faster, whatever stands in it.

#![allow(clippy::disallowed_methods, reason = "the promise is about time")]

use std::time::{Duration, Instant};

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

#[test]
fn no_text_makes_the_anonymiser_quadratic() {
    let sample = samples().swap_remove(0);
    let staff = Staff::load(&sample.staff).value;
    for unit in UNITS {
        let best_of_three = |bytes| {
            let text = sample.file.text()[..sample.body].to_owned() + &unit.text(bytes);
            let file = SourceFile::new(RelPath::new("2026/2026-001.md"), text);
            let complaint: Complaint = complaint::parse(&file, &Protocol::default(), today()).unwrap();
            let anonymiser = Anonymiser::new(&[&complaint], Some(&staff));
            let run = || {
                let start = Instant::now();
                let _ = anonymiser.record(file.text(), &complaint);
                start.elapsed()
            };
            (0..3).map(|_| run()).min().unwrap()
        };
        let (short, long): (Duration, Duration) = (best_of_three(SHORT), best_of_three(SHORT * LONGER));
        assert!(long < short * MOST, "{}: {short:?} became {long:?}", unit.name());
    }
}
