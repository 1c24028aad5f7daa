//! How the names of streets end. Input: the last word of a name; output: how sure it is that a street ends there.

use super::Evidence;
use crate::anonymise::lexicon::is_ordinary_in_any_case;
use crate::anonymise::patterns::context::{ends_with_ignoring_case, is_month};

/// Endings that streets alone have.
const STREET_ENDINGS: &[&str] = &[
    "straat",
    "straatje",
    "straße",
    "strasse",
    "laan",
    "laantje",
    "weg",
    "wegje",
    "plein",
    "pleintje",
    "kade",
    "gracht",
    "dijk",
    "dijkje",
    "singel",
    "steeg",
    "steegje",
    "dreef",
    "plantsoen",
    "boulevard",
    "allee",
    "kaai",
    "hofje",
    "stroat",
    "loane",
    "dyk",
    "strjitte",
    "leane",
    "singeltje",
    "lane",
];

/// Endings that streets share with other places and things.
const PLACE_ENDINGS: &[&str] = &[
    "park", "markt", "haven", "wal", "erf", "oever", "kamp", "weide", "donk", "akker", "heide", "brink", "zijde",
    "werf", "meent", "hoeve", "gaard", "gaarde", "vliet", "zoom", "horst", "terras", "passage", "hout", "schans",
    "vest", "vaart", "tuin", "sluis", "bolwerk", "pad", "hof",
];

/// Endings that many towns, names and ordinary words have as well.
const VAGUE_ENDINGS: &[&str] = &[
    "dam", "burg", "hoek", "bos", "wijk", "lei", "berg", "rade", "dal", "waard", "brug", "meer", "plaats", "ring",
    "kwartier", "baan", "veld", "poort",
];

/// Words with such an ending that are no streets.
const NO_STREETS: &[&str] = &[
    "arbeidsmarkt",
    "autosnelweg",
    "autoweg",
    "barricade",
    "blokkade",
    "bouwweg",
    "brandweg",
    "brigade",
    "dakterras",
    "decade",
    "dierenpark",
    "dwarsstraat",
    "fietspad",
    "fietsweg",
    "gerechtshof",
    "groeipad",
    "heenweg",
    "kerstmarkt",
    "landweg",
    "leerpad",
    "loopbaan",
    "luchthaven",
    "luchtweg",
    "milaan",
    "milieustraat",
    "omweg",
    "onderweg",
    "parkeerplein",
    "pretpark",
    "rijweg",
    "rommelmarkt",
    "schoolplein",
    "snelweg",
    "spoorweg",
    "stadspark",
    "stappenpad",
    "supermarkt",
    "terugweg",
    "tuinpad",
    "uitweg",
    "vluchtweg",
    "voetpad",
    "voetweg",
    "wagenpark",
    "wandelpad",
    "waterweg",
    "winkelstraat",
    "woningmarkt",
    "zijstraat",
    "zijweg",
];

/// Endings that are the whole name of a street, too.
const WHOLE_NAMES: &[&str] = &[
    "kade",
    "plein",
    "markt",
    "haven",
    "brink",
    "dam",
    "wal",
    "singel",
    "dijk",
    "laan",
    "gracht",
    "erf",
    "ring",
    "hof",
    "boulevard",
    "plantsoen",
];

/// What the last word of a name tells.
pub(super) fn evidence_of(word: &str) -> Option<Evidence> {
    let bare = word.trim_end_matches('.');
    let capital = bare.contains(char::is_uppercase);
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    let otherwise = if capital { Evidence::Capital } else { Evidence::Faint };
    if letters < 2 || is_month(bare) {
        return None;
    }
    let is = |list: &[&str]| list.iter().any(|entry| bare.eq_ignore_ascii_case(entry));
    let ends = |list: &[&str]| list.iter().any(|end| bare.len() >= end.len() + 2 && ends_with_ignoring_case(bare, end));
    if is(WHOLE_NAMES) {
        return Some(if capital { Evidence::Likely } else { Evidence::Vague });
    }
    if word.ends_with("str.") || word.ends_with("str") && letters > 5 {
        return Some(Evidence::Sure);
    }
    if is(NO_STREETS) {
        return Some(otherwise);
    }
    if ends(STREET_ENDINGS) {
        return Some(Evidence::Sure);
    }
    // A delivery or an insurance has a number too: levering 12/b, verzekering 3-4.
    let is_word = || (!capital || ends(&["ring"])) && is_ordinary_in_any_case(bare);
    match (letters > 5 && ends(PLACE_ENDINGS), letters > 5 && ends(VAGUE_ENDINGS)) {
        (true, _) if capital => Some(Evidence::Likely),
        (false, false) => Some(otherwise),
        _ if is_word() => Some(otherwise),
        _ => Some(Evidence::Vague),
    }
}
