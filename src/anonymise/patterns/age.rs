//! Birth dates that no word announces: a date so long before the others of its text that someone was born then,
//! unless the words beside it speak of an event. Input: all whole dates of a text; output: the spans of these.

use std::ops::Range;

use super::context::{after, before, is_reference, word_at, words_before};

/// A date with day, month and year that stands in a text.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub range: Range<usize>,
    pub year: u32,
}

/// The year before which no complaint was written that is read here.
const FIRST_YEAR: u32 = 2020;
/// The year that a complaint is taken to be of whose dates do not tell.
const USUAL_YEAR: u32 = 2024;
/// Who complains, or works, is at least so old.
const YOUNGEST: u32 = 15;

/// Of all whole dates in a text, those that are so long ago that someone was born then, as far as no word beside
/// them speaks of an event.
pub(super) fn of_people<'s>(text: &'s str, dates: &'s [Seen]) -> impl Iterator<Item = Range<usize>> + use<'s> {
    let recent = || dates.iter().map(|date| date.year).filter(|year| (FIRST_YEAR..=FIRST_YEAR + 40).contains(year));
    let first = recent().min().unwrap_or(USUAL_YEAR);
    let last = recent().max().unwrap_or(USUAL_YEAR);
    dates.iter().filter(move |date| is_of_person(text, date, first, last)).map(|date| date.range.clone())
}

/// Whether someone was born that day, in a text of the years from `first` to `last`.
fn is_of_person(text: &str, Seen { range, year }: &Seen, first: u32, last: u32) -> bool {
    let Range { start, end } = *range;
    if *year > last || is_reference(text, start) || is_event(text, start, end) {
        return false;
    }
    let bracketed = before(text, start) == Some('(') && after(text, end) == Some(')');
    let child = || {
        let name = words_before(text, start).next().is_some_and(|word| word.text.starts_with(char::is_uppercase));
        name || words_before(text, start).take(8).any(|word| word.is_any(CHILDREN))
    };
    *year + YOUNGEST <= first || (bracketed && *year + 2 <= last && child())
}

const CHILDREN: &[&str] = &[
    "zoon",
    "zoontje",
    "zoons",
    "zonen",
    "dochter",
    "dochters",
    "dochtertje",
    "kind",
    "kinderen",
    "kids",
    "baby",
    "tweeling",
    "kleinkind",
    "kleinkinderen",
    "kleinzoon",
    "kleindochter",
    "pleegkind",
    "stiefzoon",
    "stiefdochter",
];

/// Whether the words beside a date say that something happened, was made or holds since then.
fn is_event(text: &str, start: usize, end: usize) -> bool {
    let speaks = |word: &str| {
        let lower = word.to_lowercase();
        EVENTS.contains(&lower.as_str())
            || EVENT_STARTS.iter().any(|start| lower.starts_with(start))
            || EVENT_ENDS.iter().any(|end| lower.ends_with(end))
    };
    let mut before = words_before(text, start).peekable();
    if before.peek().is_some_and(|word| word.is_any(&WEEKDAYS)) {
        return true;
    }
    let on_that_day = before.next().is_some_and(|word| word.is_any(&["op", "on"]))
        && !before.next().is_some_and(|word| word.is_any(&["staat", "stond", "met", "als"]));
    if on_that_day {
        return true;
    }
    let mut at = end;
    let behind = std::iter::from_fn(|| {
        let gap =
            text[at..].chars().take_while(|&c| matches!(c, ' ' | '\n' | ',' | ')')).map(char::len_utf8).sum::<usize>();
        let word = word_at(text, at + gap);
        at = word.end();
        (!word.text.is_empty()).then_some(word.text)
    });
    const NEAR: usize = 5;
    words_before(text, start).take(NEAR).any(|word| speaks(word.text)) || { behind }
        .take(NEAR)
        .any(|word| AFTERWARDS.contains(&word.to_lowercase().as_str()))
}

/// Nobody writes the weekday of someone's birth.
const WEEKDAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/// Words before the date of an event.
const EVENTS: &[&str] = &[
    "sinds",
    "sedert",
    "vanaf",
    "per",
    "tot",
    "dienst",
    "lid",
    "wet",
    "besluit",
    "arrest",
    "uitspraak",
    "vonnis",
    "brief",
    "akte",
    "verordening",
    "regeling",
    "richtlijn",
    "cao",
    "versie",
    "statuten",
    "reglement",
    "polis",
    "diploma",
    "rapport",
    "verslag",
    "notulen",
    "foto",
    "artikel",
    "krant",
    "editie",
    "nummer",
    "stb",
    "stcrt",
    "begonnen",
    "gestart",
    "opgericht",
    "gebouwd",
    "overleden",
    "gestorven",
    "overlijden",
    "overlijdensdatum",
    "getrouwd",
    "gehuwd",
    "trouwden",
    "trouwde",
    "huwelijk",
    "gescheiden",
    "gepromoveerd",
    "afgestudeerd",
    "behaald",
    "gehaald",
    "aangesteld",
    "aangenomen",
    "benoemd",
    "ontslagen",
    "ingegaan",
    "ingang",
    "kracht",
    "geldig",
    "afgegeven",
    "ondertekend",
    "getekend",
    "gesloten",
    "gedateerd",
    "dagtekening",
    "dd",
    "uitgegeven",
    "verschenen",
    "gepubliceerd",
    "laatste",
    "gekocht",
    "verkocht",
    "werkt",
    "werk",
    "werkzaam",
    "woont",
    "verhuisd",
    "pensioen",
    "gepensioneerd",
    "bouwjaar",
    "apk",
    "tenaamstelling",
    "eerste",
    "toelating",
    "oprichting",
    "jubileum",
    "periode",
    "oorlog",
    "slag",
    "zitting",
    "vergadering",
    "vóór",
    "na",
    "tussen",
    "staatsblad",
    "wijziging",
    "inwerkingtreding",
    "peildatum",
    "data",
    "backup",
    "mail",
];

const EVENT_STARTS: &[&str] = &[
    "contract",
    "overeenkomst",
    "arbeidsovereenkomst",
    "indiensttreding",
    "factuur",
    "lidmaatschap",
    "akkoord",
    "convenant",
    "certifica",
    "ingangsdatum",
    "begindatum",
    "startdatum",
    "einddatum",
    "datum",
    "convent",
    "jaarverslag",
    "notari",
    "bericht",
];

const EVENT_ENDS: &[&str] =
    &["wet", "besluit", "akte", "arrest", "overeenkomst", "contract", "regeling", "brief", "besluiten"];

/// Words behind the date of an event.
const AFTERWARDS: &[&str] = &[
    "dienst",
    "getrouwd",
    "gehuwd",
    "opgericht",
    "ingevoerd",
    "begonnen",
    "gestart",
    "lid",
    "overleden",
    "gestorven",
    "tot",
    "t",
    "ondertekend",
    "getekend",
    "gesloten",
    "kracht",
    "werkzaam",
    "afgestudeerd",
    "diploma",
    "gebouwd",
    "gepensioneerd",
];

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Birthdate;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn dates_of_long_ago_are_of_people_unless_an_event_is_told() {
        let table = [
            "Mijn vader is van <4 maart 1957>, ik van <17.06.1993>.",
            "En oma is van <9 september 1934>, dus doe een beetje snel.",
            "| Geboren | <01-10-1962> |",
            "de Graaf;Femke;<1990-02-28>;vegetarisch",
            "Guido Ploumen: <3 okt 1968>.",
            "(* <30-06-1984>)",
            "Lajos (<22-09-1941>)",
            "the date of birth, <6 March 1981>, and",
            "geb. <05/06/66>, moet zijn <06/05/66>",
            "de geboortedatum hadden ze nodig: <14 maart '65>. Gegeven.",
            "mijn kinderen Yonas (<08-02-2014>) en Bethlehem (<19-10-2017>)",
            "daar staat op <05.11.1976> en dat is niet normaal",
        ];
        for row in table {
            assert_found(Birthdate, row);
        }
        for row in [
            "Ik werk hier sinds 1 mei 1998.",
            "in dienst sinds 01-04-1998",
            "Op 1 april 1998 kwam ik in dienst.",
            "ik volgde hem op 1 mei 1979 op",
            "de Wet van 12 juni 1909",
            "arrest van 3 mei 1985",
            "de Arbeidsomstandighedenwet van 18 maart 1999",
            "volgens het besluit van 5-6-1998",
            "getrouwd op 3 mei 1985",
            "op 3 mei 1985 zijn wij getrouwd",
            "contract van 1-1-2001",
            "van 1-1-1990 tot 31-12-2005",
            "lid vanaf 1-1-1990",
            "datum indiensttreding 01-03-1999",
            "factuur 3-5-1998",
            "versie 1.2.1998",
            "opgericht op 12 mei 1950",
            "Op 3 mei 2023, 4 mei 2024 en 5 mei 2025 belde ik.",
            "Op 3 mei 2012 en in 2026",
            "bestelling 12-05-1966",
            "Het gesprek (08-02-2024) en de brief (19-10-2017)",
        ] {
            assert_untouched(row);
        }
    }
}
