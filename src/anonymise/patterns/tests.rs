//! The promises of the whole: spans that can be laid on any text, precedence, and linear cost; and the two asserts
//! with which the tables of the recognisers are read.

use super::*;
use proptest::prelude::*;

fn found(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    find(text, &mut hits);
    hits
}

/// Asserts that the parts of `row` between angle brackets, and nothing else, are found as `kind`.
#[track_caller]
pub(super) fn assert_found(kind: PatternKind, row: &str) {
    let text = row.replace(['<', '>'], "");
    let shown: Vec<&str> = found(&text)
        .iter()
        .map(|hit| if hit.kind == kind { &text[hit.range.clone()] } else { "another kind" })
        .collect();
    let wanted: Vec<&str> = row.split('<').skip(1).filter_map(|part| part.split('>').next()).collect();
    assert_eq!(shown, wanted, "{row:?}: {:?}", found(&text));
}

/// Asserts that nothing is found.
#[track_caller]
pub(super) fn assert_untouched(row: &str) {
    let shown: Vec<_> = found(row).into_iter().map(|hit| (hit.kind, &row[hit.range])).collect();
    assert!(shown.is_empty(), "{row:?}: {shown:?}");
}

#[test]
fn kinds_are_told_apart_within_one_text() {
    use PatternKind::*;
    let text = "Ik ben Kees (geb. 03-05-1978), Kerkstraat 12-III, 1234 AB Ons Dorp. Bel 06-12345678 of mail kees@example.nl; \
        volg @kees12 of zie https://example.nl/kees. IBAN NL91 ABNA 0417 1643 00, BSN 123456782, kenteken 12-XBD-3, order 2026014.";
    let kinds: Vec<_> = found(text).into_iter().map(|hit| hit.kind).collect();
    assert_eq!(kinds, [Birthdate, Address, Postcode, Phone, Email, Handle, Url, Iban, Bsn, Plate]);
}

#[test]
fn a_hit_of_higher_precedence_swallows_what_lies_within() {
    use PatternKind::*;
    let table = [
        ("jan0612345678@example.nl", Email, "jan0612345678@example.nl"),
        ("https://example.nl/@jan/06-12345678", Url, "https://example.nl/@jan/06-12345678"),
        ("NL91ABNA0612345678", Iban, "NL91ABNA0612345678"),
        ("@jan@example.nl", Email, "jan@example.nl"),
        ("geboren 12-03-1978", Birthdate, "12-03-1978"),
    ];
    for (text, kind, shown) in table {
        let hits = found(text);
        assert_eq!(hits.iter().map(|hit| (hit.kind, &text[hit.range.clone()])).collect::<Vec<_>>(), [(kind, shown)]);
    }
}

/// Long enough that quadratic cost would be seen at once: minutes instead of a second.
const LENGTH: usize = 8_000;

#[test]
fn no_text_makes_the_pass_quadratic() {
    let units = [
        "1",
        "12 ",
        "0 ",
        "06-",
        "1.",
        "@",
        "a@",
        "@a",
        "a.",
        ".a",
        "a.nl/",
        "(at)",
        " at",
        "a at ",
        "http://",
        "://",
        "[",
        "www.",
        "geboren ",
        "verjaardag",
        "geb. 1 ",
        "NL91 ",
        "NL91A",
        "AB-12-",
        "1234 ab ",
        "Kerkstraat 12 ",
        "Kerkstraat ",
        "Plein 1944 ",
        "12, ",
        "é1",
        "Aa ",
        "van de ",
        "+31",
        "(0",
        "0612345678/",
        "a.nl:1",
        "punt ",
        "a . ",
        "x@y . ",
        "\n",
        "\u{a0}1",
        "o6",
        "postcode 1",
        "b",
        "j",
    ];
    for unit in units {
        for tail in ["", "@", " 12", "@a.nl", "1234 AB"] {
            let text = unit.repeat(LENGTH / unit.len()) + tail;
            let hits = found(&text);
            assert!(hits.len() <= text.len());
        }
    }
}

const PIECES: &[&str] = &[
    "0",
    "6",
    "12",
    "1234",
    "31",
    "612345678",
    "1978",
    "2026",
    "@",
    ".",
    ",",
    "-",
    "/",
    "(",
    ")",
    "[at]",
    "(at)",
    " at ",
    "+",
    "€",
    "'",
    "\n",
    "\r\n",
    " ",
    "\u{a0}",
    "\u{2011}",
    "é",
    "ß",
    "İ",
    "ĳ",
    "\u{301}",
    "\u{200b}",
    "😀",
    "NL",
    "nl",
    "AB",
    "ab",
    "IBAN",
    "geb.",
    "geboren",
    "mei",
    "Kerkstraat",
    "plein",
    "Laan",
    "van",
    "de",
    "Postbus",
    "bus",
    "hs",
    "III",
    "www.",
    "http",
    "://",
    "example",
    "punt",
    "tel",
    "BSN",
    "kenteken",
    "postcode",
    "tst",
    "o",
    "x",
    "A",
    "1e",
];

fn check_spans(text: &str) -> Result<(), TestCaseError> {
    let hits = found(text);
    for hit in &hits {
        prop_assert!(hit.range.start < hit.range.end);
        prop_assert!(text.get(hit.range.clone()).is_some(), "{:?} splits a character", hit);
    }
    prop_assert!(hits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "{:?}", hits);
    Ok(())
}

proptest! {
    #[test]
    fn spans_of_any_text_are_sorted_disjoint_and_whole_characters(text in any::<String>()) {
        check_spans(&text)?;
    }

    #[test]
    fn spans_of_broken_data_are_sorted_disjoint_and_whole_characters(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24),
    ) {
        check_spans(&pieces.concat())?;
    }

    #[test]
    fn a_mobile_number_is_found_however_it_is_grouped(marks in prop::collection::vec(prop::sample::select(&["", " ", "-", ".", "\u{a0}", " - "][..]), 7)) {
        let text: String = "0612345678".chars().enumerate()
            .map(|(i, digit)| if (2..9).contains(&i) { format!("{}{digit}", marks[i - 2]) } else { digit.to_string() })
            .collect();
        prop_assert_eq!(found(&text), vec![Hit { range: 0..text.len(), kind: PatternKind::Phone }]);
    }
}
