//! The words around a plate: a plate, a vehicle or a bill that they announce, a vehicle on the road. Input: the place of
//! the plate; output: whether they do.

use std::ops::Range;

use crate::anonymise::patterns::context::{Word, announced, is_blank, word_at, words_before};

/// Whether the sentence tells of a vehicle on the road: `Voor de deur stond GX12ZT`, `GX12ZT blokkeert de uitrit`.
pub(super) fn is_on_the_road(text: &str, plate: &Range<usize>) -> bool {
    const WORDS: &[&str] = &[
        "reed", "reden", "rijdt", "rijden", "gereden", "uitrit", "oprit", "stoep", "stond", "wegreed", "auto", "bus",
        "busje",
    ];
    const STARTS: &[&str] = &["parkeer", "geparkeer", "blokkeer", "geblokkeer", "wegsle", "weggesle"];
    let is_sign = |word: Word<'_>| {
        word.is_any(WORDS)
            || STARTS
                .iter()
                .any(|start| word.text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
    };
    let mut at = plate.end;
    let behind = std::iter::from_fn(|| {
        let rest = text[at..].trim_start_matches(is_blank);
        let word = word_at(text, text.len() - rest.len());
        at = word.end();
        (!word.text.is_empty()).then_some(word)
    });
    words_before(text, plate.start).take(4).any(is_sign) || behind.take(4).any(is_sign)
}

pub(super) fn is_bill(text: &str, start: usize) -> bool {
    announced(text, start, &["nummer", "nr", "no"], |word| {
        matches!(word, "rekening" | "bon" | "kassabon" | "aanmaning" | "lot" | "doos")
    })
}

const LINKS: &[&str] = &[
    "is", "was", "met", "van", "de", "het", "een", "mijn", "zijn", "haar", "onze", "uw", "nummer", "auto", "kenteken",
    "zwarte", "witte", "grijze", "blauwe", "rode", "groene", "nr",
];

pub(super) fn is_plate_announced(text: &str, start: usize) -> bool {
    announced(text, start, LINKS, |word| {
        word.starts_with("kenteken") || matches!(word, "nummerplaat" | "plaat" | "nummerbord")
    })
}

pub(super) fn is_vehicle_announced(text: &str, start: usize) -> bool {
    const VEHICLES: &[&str] = &[
        "auto",
        "wagen",
        "bus",
        "busje",
        "bestelbus",
        "bestelauto",
        "bestelwagen",
        "voertuig",
        "scooter",
        "motor",
        "brommer",
        "bromfiets",
        "aanhanger",
        "aanhangwagen",
        "vrachtwagen",
        "vrachtauto",
        "leaseauto",
        "dienstauto",
        "taxi",
        "caravan",
        "camper",
    ];
    announced(text, start, LINKS, |word| VEHICLES.contains(&word))
}
