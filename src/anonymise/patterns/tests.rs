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

#[test]
fn complaints_without_personal_data_stay_as_they_are() {
    let table = [
        "Het cao-advies kwam vier dagen na de afgesproken datum, op 20 november 2026 in plaats van 16 november.",
        "Ons ordernummer is 20260145 en de factuur 2026-014 bedraagt € 1.250,00.",
        "Bel 0800-1234 of 0900 8844, of het algemene nummer 14 020.",
        "Artikel 7:629 BW en artikel 3.1 van de cao zijn van toepassing.",
        "Op grond van artikel 9:2 Awb had u binnen 6 weken moeten beslissen.",
        "De vergadering van 12 mei om 14.30 uur in zaal 3 ging niet door.",
        "Wij hebben 1500 km gereden en 2000 kg vervoerd in 2026 en in 2025 is dat 10% meer.",
        "Versie 2.13.4 van het systeem en Windows 11 werken niet samen met Office 365.",
        "Op pagina 12 van het rapport staat tabel 3, zie bijlage 2.",
        "De trein van 17:05 naar Utrecht had 25 minuten vertraging, spoor 5.",
        "In Tilburg 3 klachten, in Rotterdam 12 en in Amsterdam 4.",
        "De storing duurde van 9.00-17.00 uur op 3 en 4 maart 2026.",
        "Bestelling 123456782 is niet geleverd.",
        "klantnummer 0612345678, dossier 2026/0345, kenmerk AB-12-34, zaaknummer 2026-001.",
        "Het bedrag van 123.456.782 euro klopt niet.",
        "De afspraak was in week 42 van 2026 of op 03-05-2026.",
        "Ik heb op 12-03-2026 om 10.15 uur gebeld en 45 minuten gewacht.",
        "Product K103, model XR-200, type 5B, maat 42.",
        "Zij kreeg schaal 10, trede 4, per 1 januari 2027 (WAB en Wwft 2018).",
        "De jaarrekening 2024-2025 en de begroting 2026 ontbraken.",
        "Het team van 12 mensen deed 3 dagen over 250 aanvragen.",
        "U hebt 2 weken de tijd; daarna geldt artikel 12 lid 3.",
        "Volgens richtlijn 2016/679 (AVG) mag dat niet.",
        "In 2024 is de afspraak gemaakt, in 2026 de klacht ingediend.",
        "Ik betaalde 12,50 per maand, dus 150 euro per jaar, d.w.z. 1.800 in 12 jaar.",
        "Lijn 4 van de tram stopt niet meer aan de Markt.",
        "De A2 en de N201 waren afgesloten, afslag 12.",
        "Het gaat om brief.pdf en bijlage_2.docx.",
        "We wachten al sinds juni 2025 op antwoord, o.a. op vraag 3.",
        "Er waren 24 van de 30 aanwezig, circa 80%.",
        "Kamer 12 op afdeling 3B, bed 4.",
        "De Boeing 737 en de Peugeot 208 stonden er.",
        "Schaal 1:1000, temperatuur 21 °C, 230 V, 16 A.",
        "Op vrijdag 13 november tussen 8 en 10 uur.",
        "Het onderwerp is cao 2026-2027, punt 4.",
        "Uitzending NPO 1, radio 538, zender 3FM.",
        "Ik heb gebeld op 3 mei 2026 en op 12 mei 2026 opnieuw, telkens 20 minuten.",
        "Mijn bestelling bij Bol.com kwam op 1 december.",
        "Ik kreeg ticket 4512345678 en tracking 3SABCD123456789.",
        "Barcode 8712345678906 stond op het pakket van 2500 gram.",
        "De dienst kost 1.250 per kwartaal; 1250 eu is te veel.",
        "In 1978 werd de cao ingevoerd.",
        "De nieuwe regeling gaat in per 01-01-2027, zie nota 12345678.",
        "Verjaardagen worden niet meer gevierd sinds 2019 vanwege bezuinigingen.",
        "Het contract 4500123456 liep af.",
        "Zij werkt 32 uur, verdient 2800 bruto en heeft 25 vrije dagen.",
        "Klacht 2026-014 is dezelfde als 2025-131.",
        "Van de 1200 brieven zijn er 300 te laat.",
        "Er kwam 3 keer een monteur in de Kerkstraat.",
        "Wij wachten 10 à 12 dagen, 24/7 bereikbaar is niet waar.",
        "Kwartaal 4 (Q4) van 2026 OR-verkiezingen.",
        "Het tarief steeg 12 procent, de weg 3 km lang.",
        "De klantenservice is bereikbaar van 08.00 - 20.00 uur op 0900-1234.",
        "Na 5 werkdagen (10-11-2026) nog geen reactie.",
        "Zie wetten.overheid.nl of rijksoverheid.nl voor de Wet van 12 juni 2009, Stb. 2009, 265.",
        "IBAN-check en BSN-check zijn niet gedaan op 4 mei.",
        "De kamer van koophandel (KvK 12345678) gaf nummer 000012345678.",
        "BTW-nummer NL001234567B01.",
        "Het kenteken is onbekend, de auto was een Golf 7 uit 2019.",
        "Auto 2 van de 3 was kapot.",
        "Bus 12 naar Leiden en trein 2200.",
        "Ik belde 3 x, mailde 2 x, op 4/5 en 6/5.",
        "Score 3-2, groep 8, klas 4B, NEN 7510, ISO 9001:2015.",
        "Pensioenleeftijd 67 jaar en 3 maanden, geboren na 1955.",
        "de klacht van 2026 is op 3-11 binnengekomen",
        "Zij woont al 12 jaar in Gouda en 3 in Utrecht.",
        "Het bezoek aan filiaal 12 op de Markt 3 keer herhaald.",
        "Opdracht 600123456, positie 10, aantal 250.",
        "Tussen 2019 en 2026 zijn 4 directeuren vertrokken.",
        "Factuurnummer F2026-00123 van 15-10-2026 t.w.v. € 345,-.",
        "Volgens de cao (art. 4.2.1) is dat 104 weken.",
        "Bezorgd op 12 november, bezorgd door PostNL in week 46.",
        "Gevestigd in Utrecht 3 jaar geleden.",
        "Verhuisd naar Utrecht in 2019.",
        "Mijn adres is al 3 keer fout ingevoerd.",
        "Het pakket van 12 x 30 x 45 cm.",
    ];
    for row in table {
        assert_untouched(row);
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
