//! The words before a telephone number: what announces one, and what a service has. Input: the place of the number;
//! output: whether they do.

use crate::anonymise::patterns::context::announced;

/// Words that may stand between the announcement and the number.
const LINKS: &[&str] = &[
    "op",
    "mij",
    "me",
    "ons",
    "hem",
    "haar",
    "hen",
    "naar",
    "met",
    "het",
    "nummer",
    "nr",
    "is",
    "via",
    "u",
    "je",
    "of",
    "dan",
    "even",
    "gerust",
    "onder",
    "mijn",
    "zijn",
    "vast",
    "vaste",
    "eigen",
    "altijd",
    "wel",
    "ook",
    "het",
    "de",
    "van",
    "nieuwe",
    "privé",
    "thuis",
    "werk",
    "overdag",
    "graag",
    "a",
    "u",
    "b",
    "aub",
    "svp",
    "onze",
    "jullie",
    "landelijke",
    "bel",
    "tel",
    "telefoonnummer",
    "telefoon",
];

/// Words that may stand between waiting and the number of a service: `in de wacht bij 088 …`.
const LINKS_OF_SERVICE: &[&str] = &["bij", "op", "voor", "het", "nummer"];

/// Whether the words before say that a telephone number follows.
pub(super) fn is_announced(text: &str, start: usize) -> bool {
    announced(text, start, LINKS, is_cue)
}

/// Whether a number is announced as that of a service, or was called: `onze klantenservice 088 …`, `ik belde 088 …`.
pub(super) fn is_of_service(text: &str, start: usize) -> bool {
    announced(text, start, LINKS_OF_SERVICE, is_service_desk) || announced(text, start, LINKS, is_service_desk)
}

/// Words that announce a telephone number.
pub(super) fn is_cue(word: &str) -> bool {
    const CUES: &[&str] = &[
        "bel",
        "belt",
        "bellen",
        "belde",
        "belden",
        "gebeld",
        "opbellen",
        "opgebeld",
        "terugbellen",
        "teruggebeld",
        "terugbelnummer",
        "doorbellen",
        "tel",
        "telnr",
        "telnummer",
        "telefoon",
        "telefoonnummer",
        "telefoonnr",
        "telefonisch",
        "mobiel",
        "mobiele",
        "mobieltje",
        "mobielnummer",
        "mob",
        "gsm",
        "whatsapp",
        "whatsappen",
        "app",
        "appen",
        "appt",
        "appte",
        "appje",
        "geappt",
        "sms",
        "smsen",
        "bereikbaar",
        "bereiken",
        "bereik",
        "fax",
        "doorkiesnummer",
        "toestelnummer",
        "huistelefoon",
        "belnummer",
        "phone",
    ];
    CUES.iter().any(|cue| word.eq_ignore_ascii_case(cue))
}

fn is_service_desk(word: &str) -> bool {
    [
        "klantenservice",
        "klantendienst",
        "service",
        "helpdesk",
        "meldpunt",
        "storing",
        "centrale",
        "huisartsenpost",
        "algeme",
        "belde",
        "gebeld",
        "bandje",
        "keuzemenu",
        "wacht",
    ]
    .iter()
    .any(|start| word.starts_with(start))
        || word.ends_with("desk")
        || word.ends_with("lijn")
}
