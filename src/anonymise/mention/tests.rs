//! The promises of the search for known people: every form that people give a name is masked, and a word that is no
//! name stays. In each row, what stands in angle brackets is masked and nothing else is.

use crate::anonymise::tests::masked;

const FRONT: &str = "indiener: {naam: Fatima el Amrani, adres: 'Fjildwei 12a, 9269 VE Dorp', organisatie: Lachman & Zn. Pompen}\n\
    ontvanger: Johannes van der Hoeven\nbehandelaar: Petronella Vermeulen\nbetrokken: [Roos Snoek, Mark Groen, Otto de Wit]";

#[track_caller]
fn check(rows: &[&str]) {
    check_among(FRONT, rows);
}

#[track_caller]
fn check_among(front: &str, rows: &[&str]) {
    for row in rows {
        let text = row.replace(['<', '>'], "");
        let mut shown = masked(front, &text);
        let mut rest = *row;
        let mut wanted = String::new();
        while let Some((before, after)) = rest.split_once('<') {
            let (_, after) = after.split_once('>').unwrap();
            wanted += before;
            wanted += "[]";
            rest = after;
        }
        wanted += rest;
        while let Some(open) = shown.find("[") {
            let end = open + shown[open..].find(']').unwrap();
            shown.replace_range(open..=end, "\u{0}");
        }
        assert_eq!(shown.replace('\u{0}', "[]"), wanted, "{row}");
    }
}

#[test]
fn a_name_written_almost_right_is_masked() {
    check(&[
        "de heer <Amrany>",
        "mevrouw <El Amranie>",
        "<Amrni>, <Amarni>, <Amraani>, <Amrqni>",
        "<fatma> belde",
        "<Fatiema Amrany>",
        "<FATIEMA AMRANIE>",
        "<Vermuelens> mail",
        "van <petronela vermeulen>",
        "de heer <van der Hoefen>",
        "<J. van der Hoeven>s huis",
        "<Hans van der Houven>",
        "mw. <Vermeulenn>",
        "<Petronela>, <Fatimah>",
        "Amerikaans, fabriek en hoeve",
        "De hoeven van het paard",
    ]);
}

#[test]
fn initials_are_masked_where_someone_is_meant() {
    check(&[
        "Paraaf: <PV>",
        "besproken met <J. v. d. H.>",
        "<JvdH> belde",
        "gezien <p.v>.",
        "| 3 maart | <R/S> | gebeld |",
        "mevrouw <V>. belde",
        "de heer <van der H.> zei niets",
        "t.n.v. <P. Vermeulen>",
        "o.v.v. <Vermeulen>",
        "<Vermeulen> c.s.",
        "de N.V. kreeg een p.v. en een r/s",
        "stand 3 p.v. per dag",
    ]);
}

#[test]
fn given_names_cut_short_and_surnames_of_ordinary_words_are_masked() {
    check(&[
        "<Joh. van der Hoeven>",
        "<joh. van der hoeven>",
        "<Petr Vermeulen>",
        "<vERMEULEN> belde met <sNOEK>",
        "dat zei <Adaeze> <snoek> gisteren",
        "gesproken met <Adaeze> <de wit>",
        "de snoek van <Adaeze>",
        "met <de wit> had ik gesproken",
        "ik sprak <de wit>",
        "is <de wit> er al",
        "in de wit geverfde gang",
        "met de wit geverfde muur",
    ]);
}

#[test]
fn nicknames_and_short_forms_are_masked() {
    check(&[
        "<Jan> belde, <Hans> ook en <Joop van der Hoeven> niet",
        "<Nelleke Vermeulen> en <Nel>",
        "Hij noemt mij <Fatimaatje>, nee: <Fati>",
        "<Roosie> en <Roosje Snoek>",
        "<Ottootje> en <Ottoke>",
        "mail <petr> maar",
        "op 3 mrt 2026",
    ]);
}

#[test]
fn names_are_masked_however_their_letters_stand() {
    check(&[
        "ik spel het: <a m r a n i>",
        "<A-M-R-A-N-I> dus",
        "<A. M. R. A. N. I.>",
        "<Ver-\nmeulen> zei",
        "<J. v. d. Hoeven>",
        "<jvdhoeven> en <vdhoeven>",
        "<F. el A.>",
        "<fatima.amrani>",
        "<amrani_fatima>",
        "<Amrani, Fatima el>",
        "**<Fatima** el *Amrani>*",
        "<Petronella\nVermeulen>",
        "<van der Meulen> voor <Vermeulen>",
        "<van der Hoeven (J.)> belde",
        "een brief van <Johannes> kwam",
        "Zo is het.\n<J>\n\nEn door.",
        "<p vermeulen>",
        "a m r belde",
        "A. de V.",
        "<vander Hoeven>, <vanderHoeven> en <vd Hoeven>",
        "<Verme ulen> belde",
        "par. <PV>, gezien door <JvdH>",
        "kenmerk JvdH/26",
    ]);
}

#[test]
fn words_that_are_names_are_masked_where_they_name_someone() {
    check(&[
        "beste <roos>,",
        "groet,\n<roos>",
        "<roos> zei dat het kon",
        "ik sprak met <snoek>.",
        "volgens <snoek> niet",
        "toen kreeg ik <roos> te spreken",
        "van <roos> kreeg ik niets",
        "dat <snoek> het afhandelt",
        "die <snoek> van jullie",
        "collega <snoek>",
        "met collega <snoek> gesproken over ex-<snoek> en het <Vermeulendossier>",
        "<Snoek> belde.",
        "<Snoek>, van de receptie, ook",
        "<Roos> is ziek.",
        "<De Wit> lachte.",
        "<Mark>: nee",
        "| 3 maart | <Snoek> | nooit |",
        "<roos> en <mark> zeiden nee",
    ]);
}

#[test]
fn the_same_words_stay_where_they_name_nobody() {
    check(&[
        "een roos in de vaas, de roos bloeit, rozen",
        "een snoek gevangen; de snoek ook",
        "groen gras en groene stroom",
        "het wit van het ei",
        "zwart op wit",
        "met groen licht",
        "geen roos zonder doornen",
        "mooie roos",
    ]);
}

#[test]
fn what_belongs_to_the_record_is_masked_with_its_endings() {
    check(&[
        "<Lachman & Zn. Pompen>",
        "<Lachman en Zonen>",
        "bij <LZP> werkt",
        "<Fjildwei 21b>",
        "<Fjildwei 12a, 9269 VE> Dorp",
        "<Fjildwei 12 bis>",
    ]);
}

#[test]
fn a_word_before_a_name_is_no_part_of_it_though_someone_is_called_so() {
    check_among(
        "indiener: {naam: Nguyễn Văn Hùng}\nbetrokken: [Ferdi Tjong-A-Hung, Hendrik op den Akker]",
        &[
            "op verzoek van <Nguyễn Văn Hùng> is",
            "van <Nguyen> kreeg ik, van de week, een brief van gisteren",
            "<nguyen van hung> belde",
            "meneer <Van> belde, de mail van het bureau",
            "het <Tjong-A-Hungdossier> ligt er",
            "dat <o.d. Akker> er op terug zou komen",
            "contact met mevrouw S. over de nota",
        ],
    );
}
