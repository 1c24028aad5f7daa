//! The anonymiser against the annotated texts of `tests/anonymise/news`, in which nobody is known and only people are
//! marked. A word is a run of letters and digits; a person token is a word of a name, particles and initials included.

use std::fmt::Write;
use std::ops::Range;

use klacht::anonymise::{Anonymised, Anonymiser, Kind};

use super::words::{Masked, identifying, overlaps, words};
use super::{Figure, Score, hold, percent};
use crate::annotated::news;

/// Words of all texts, counted.
#[derive(Default)]
struct Counts {
    /// Words of names that identify.
    identifying: usize,
    /// Those that can still be read.
    readable: usize,
    /// Words outside all names.
    other: usize,
    /// Those that are masked, whatever as.
    other_masked: usize,
    /// Person tokens.
    person: usize,
    /// Words that are masked as a person.
    taken_for_person: usize,
    /// Person tokens that are masked as a person.
    person_taken_for_person: usize,
    misses: String,
}

impl Counts {
    fn add(&mut self, name: &str, text: &str, people: &[Range<usize>], anonymised: &Anonymised) {
        let masked = Masked::new(text, masked_bytes(text, anonymised, |_| true));
        let as_people = Masked::new(text, masked_bytes(text, anonymised, |kind| kind == Kind::Person));
        for token in people.iter().flat_map(|person| identifying(text, person)) {
            self.identifying += 1;
            if !masked.covers(&token) {
                self.readable += 1;
                writeln!(self.misses, "news {name} person: {:?}", &text[token]).unwrap();
            }
        }
        for word in words(text, 0..text.len()) {
            let taken_for_person = as_people.touches(&word);
            self.taken_for_person += usize::from(taken_for_person);
            if overlaps(people, &word) {
                self.person += 1;
                self.person_taken_for_person += usize::from(taken_for_person);
                continue;
            }
            self.other += 1;
            if masked.touches(&word) {
                self.other_masked += 1;
                writeln!(self.misses, "news {name} other: {:?}", &text[word]).unwrap();
            }
        }
    }

    /// 2PR / (P + R), in percent; P and R have the same numerator.
    fn f1(&self) -> f64 {
        percent(2 * self.person_taken_for_person, self.person + self.taken_for_person)
    }

    fn print(&self) {
        println!("\n{}\n{:25} {:>14} {:>7}", self.misses, "news", "words", "%");
        for (name, part, whole) in [
            ("person tokens that leak", self.readable, self.identifying),
            ("other words masked", self.other_masked, self.other),
            ("precision", self.person_taken_for_person, self.taken_for_person),
            ("recall", self.person_taken_for_person, self.person),
        ] {
            println!("{name:25} {}", Score { whole, part }.row());
        }
        println!("{:25} {:>14} {:7.2}", "F1", "", self.f1());
    }
}

#[test]
fn people_in_news_are_found_as_well_as_they_were() {
    let anonymiser = Anonymiser::new(&[], None);
    let mut counts = Counts::default();
    for (name, (text, spans)) in news() {
        let people: Vec<_> = spans.into_iter().map(|(_, span)| span).collect();
        counts.add(&name, &text, &people, &anonymiser.text(&text));
    }
    counts.print();
    hold(&[
        ("news: person tokens that leak", Figure::Count(counts.readable)),
        ("news: other words masked", Figure::Count(counts.other_masked)),
        ("news: F1", Figure::Percent(counts.f1())),
    ]);
}

/// The spans of these kinds, in bytes of the text.
fn masked_bytes(text: &str, anonymised: &Anonymised, wanted: impl Fn(Kind) -> bool) -> Vec<Range<usize>> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let spans = anonymised.spans.iter().filter(|span| wanted(span.kind));
    spans.map(|span| bytes[span.start]..bytes[span.end]).collect()
}
