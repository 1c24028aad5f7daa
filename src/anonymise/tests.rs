//! Promises of the anonymiser as a whole: tables of what people write, by who they are.

mod laws;

use super::*;
use crate::calendar::Date;
use crate::protocol::Protocol;
use crate::source::{RelPath, SourceFile};

const STAFF: &str = "\
- {naam: Jan de Vries, functie: medewerker}
- {naam: Sanne Bakker, functie: medewerker}
- {naam: Annelies ter Horst, functie: directeur}
- {naam: Yusuf Aydın, functie: medewerker}
";

/// Records of others in the register.
const OTHERS: [&str; 6] = [
    "{naam: Wil de Wit, telefoon: 06 12 34 56 70, organisatie: De Wit Metertechniek}",
    "{naam: Li Mei, telefoon: +32 2 555 01 99, adres: 'Oude Gracht 7, 1241 ST Ons Dorp'}",
    "{naam: Ulrich de Boer, telefoon: 06 12 34 56 72, organisatie: Het Net}",
    "{naam: Anna Maria Hofstra-de Groot, telefoon: 06 12 34 56 73}",
    "{naam: Piet Storm, telefoon: 06 12 34 56 74, organisatie: Windkracht Wad B.V.}",
    "{naam: Rosa Duin, telefoon: 06 12 34 56 75, organisatie: Glas en Water}",
];

fn file(front_matter: &str, body: &str) -> SourceFile {
    SourceFile::new(RelPath::new("2026/2026-001.md"), format!("---\n{front_matter}\n---\n{body}"))
}

fn parse(file: &SourceFile) -> Complaint {
    let today = Date::from_ymd_opt(2026, 11, 23).expect("a day");
    crate::complaint::parse(file, &Protocol::default(), today).expect("it is a complaint")
}

fn staff() -> Staff {
    Staff::load(&SourceFile::new(RelPath::new("medewerkers.yaml"), STAFF.to_owned())).value
}

/// The body, masked as the body of a record with this front matter in a register with the others.
pub(super) fn masked(front_matter: &str, body: &str) -> String {
    let files: Vec<_> = OTHERS.iter().map(|other| file(&format!("indiener: {other}"), "")).collect();
    let mut complaints: Vec<_> = files.iter().map(parse).collect();
    let own = file(front_matter, body);
    complaints.push(parse(&own));
    let all: Vec<_> = complaints.iter().collect();
    let anonymiser = Anonymiser::new(&all, Some(&staff()));
    let complaint = complaints.last().expect("the own one was pushed");
    anonymiser.record(own.text(), complaint).body().text.to_string()
}

pub(super) fn masked_for(name: &str, body: &str) -> String {
    masked(&format!("indiener: {{naam: \"{name}\"}}\nontvanger: Sanne Bakker"), body)
}

#[test]
fn a_known_person_is_masked_in_every_form_of_the_name() {
    for (name, cases) in [
        (
            "Fatima el Amrani",
            vec![
                ("Fatima el Amrani belde.", "[indiener] belde."),
                ("FATIMA EL AMRANI belde, fatima el amrani ook.", "[indiener] belde, [indiener] ook."),
                (
                    "F. el Amrani, F.el Amrani, F el Amrani, f. el amrani",
                    "[indiener], [indiener], [indiener], [indiener]",
                ),
                ("mevrouw El Amrani en mw. Amrani", "mevrouw [indiener] en mw. [indiener]"),
                ("Amrani, F. el, en El Amrani, Fatima", "[indiener], en [indiener]"),
                ("Fatima zei dat Fatima's brief", "[indiener] zei dat [indiener]'s brief"),
                (
                    "Amranis brief, de elAmrani en elamrani-advies",
                    "[indiener]s brief, de [indiener] en [indiener]-advies",
                ),
                ("Fatima\nel Amrani en Fatima  \nel\nAmrani", "[indiener] en [indiener]"),
                ("**Fatima** el *Amrani*", "**[indiener]*"),
                ("Fatima al-Amrani van Amrani Advies", "[indiener] van [indiener] Advies"),
                ("een brief_fatima_elamrani.pdf", "een brief_[indiener]_[indiener].pdf"),
                ("f&#46; el Amr&#97;ni", "[indiener]"),
                ("```\nF&aacute;tima&nbsp;el Amrani\n```", "```\n[indiener]\n```"),
                ("F%C3%A1tima%20el%20Amrani", "[indiener]"),
                ("Fa\u{ad}tima", "[indiener]"),
            ],
        ),
        (
            "Kees van den Broek",
            vec![
                ("een mail van Van den Broek", "een mail van [indiener]"),
                ("een mail van van den Broek", "een mail van [indiener]"),
                ("Kees' brief en v.d. Broek", "[indiener]' brief en [indiener]"),
                ("Van de Broek, de heer Broek, dhr. K. Broek", "[indiener], de heer [indiener], dhr. [indiener]"),
                ("een natte broek; kees belde", "een natte broek; [indiener] belde"),
            ],
        ),
        (
            "Wil de Wit",
            vec![
                ("Ik wil dat niet. Wil belde.", "Ik wil dat niet. [indiener] belde."),
                ("de wit geverfde muur", "de wit geverfde muur"),
                ("Mevrouw De Wit en mevrouw de wit", "Mevrouw [indiener] en mevrouw [indiener]"),
                ("W. de Wit, de heer De Wit", "[indiener], de heer [indiener]"),
                ("Wil je dat doen? Wil u dat?", "Wil je dat doen? Wil u dat?"),
                ("De Wit belde", "[indiener] belde"),
            ],
        ),
        (
            "Li Mei",
            vec![
                ("in mei en op 4 mei 2026, 4 Mei en Mei 2026", "in mei en op 4 mei 2026, 4 Mei en Mei 2026"),
                ("Mei belde, LI MEI ook, Mei Li", "[indiener] belde, [indiener] ook, [indiener]"),
            ],
        ),
        (
            "Mehmet Yıldırım",
            vec![
                ("YILDIRIM, Yildirim, yıldırım, M. Yildirım", "[indiener], [indiener], [indiener], [indiener]"),
                ("Mehmets brief", "[indiener]s brief"),
            ],
        ),
        ("Zoë Müller", vec![("Zoe Mueller en ZOE MULLER", "[indiener] en [indiener]")]),
        (
            "Hanna Brouwer-Yılmaz",
            vec![
                ("H. Brouwer, mevrouw Yilmaz, Hanna Brouwer - Yilmaz", "[indiener], mevrouw [indiener], [indiener]"),
                ("de brouwer; mevrouw Yılmaz-Brouwer", "de brouwer; mevrouw [indiener]"),
            ],
        ),
        (
            "Johan van 't Zelfde",
            vec![("J. van ’t Zelfde deed hetzelfde", "[indiener] deed hetzelfde"), ("'t Zelfde", "[indiener]")],
        ),
        ("Nguyễn Thị Lan", vec![("Nguyen Thi Lan, mevrouw Nguyen", "[indiener], mevrouw [indiener]")]),
        ("João da Silva Pereira", vec![("Joao Pereira, J. da Silva", "[indiener], [indiener]")]),
        ("Siobhán O'Neil", vec![("O’Neil en Siobhan O'Neil", "[indiener] en [indiener]")]),
        (
            "Gerrit-Jan Nijenhuis",
            vec![
                ("Gerrit-Jan N. sprak Gerrit", "[indiener] sprak [indiener]"),
                ("Gerrit Jan, G.J. Nijenhuis, GJ Nijenhuis", "[indiener], [indiener], [indiener]"),
            ],
        ),
        ("Jan en Marie de Boer", vec![("Marie en Jan", "[indiener] en [indiener]"), ("J. de Boer", "[indiener]")]),
        ("Ben Bakema", vec![("ik ben Ben", "ik ben [indiener]"), ("Ben ik te laat?", "Ben ik te laat?")]),
        ("Al Jansen", vec![("Als het zo is, al met al", "Als het zo is, al met al"), ("Jansenmethode", "[indiener]")]),
    ] {
        for (text, expected) in cases {
            assert_eq!(masked_for(name, text), expected, "{name} in {text:?}");
        }
    }
}

#[test]
fn employees_and_colleagues_are_masked_and_ordinary_words_stay() {
    for (text, expected) in [
        ("Jan de Vries belde. Jan zei het.", "[medewerker 1] belde. [medewerker 1] zei het."),
        ("Sanne en Jan. J. de Vries", "[medewerker 1] en [medewerker 2]. [medewerker 2]"),
        ("de bakker bakt; mevrouw Bakker bakt", "de bakker bakt; mevrouw [medewerker 1] bakt"),
        ("Bij Ter Horst, de horst", "Bij [medewerker 1], de horst"),
        ("Yusuf Aydin en Aydıns brief", "[medewerker 1] en [medewerker 1]s brief"),
    ] {
        assert_eq!(masked_for("Fatima el Amrani", text), expected, "{text}");
    }
}

#[test]
fn strong_forms_of_everyone_in_the_register_are_masked_and_their_words_stay() {
    for (text, expected) in [
        ("Wil de Wit en W. de Wit", "[persoon 1] en [persoon 1]"),
        ("ik wil de wit geverfde muur", "ik wil de wit geverfde muur"),
        ("mevrouw Mei en Li Mei in Mei", "mevrouw [persoon 1] en [persoon 1] in Mei"),
        ("kunt u de boer bellen? U. de Boer. U de boer", "kunt u de boer bellen? [persoon 1]. U de boer"),
        ("A.M. Hofstra - de Groot; Groot, Anna", "[persoon 1]; [persoon 2]"),
        ("Storm, P., of P. Storms brief", "[persoon 1], of [persoon 1]s brief"),
        (
            "windkracht wad; bij De Wit Metertechniek en Windkracht Wad",
            "windkracht wad; bij [organisatie 2] en [organisatie 3]",
        ),
        ("het net is traag. Het net. Bij Het Net", "het net is traag. Het net. Bij [organisatie 2]"),
        ("Bij Glas en Water, met glas en water", "Bij [organisatie 2], met glas en water"),
        ("Oude Gracht 7 is een oude gracht", "[adres] is een oude gracht"),
        (
            "bel 06-1234 5674, 02/555.01.99 of 0032-2-5550199",
            "bel [telefoonnummer], [telefoonnummer] of [telefoonnummer]",
        ),
        ("pietstorm, LiMei, windkrachtwad en hetnet", "[persoon 1], [persoon 2], [organisatie 2] en hetnet"),
        ("Jan Storm en storm op zee", "[medewerker 1] [persoon 1] en storm op zee"),
    ] {
        assert_eq!(masked_for("Fatima el Amrani", text), expected, "{text}");
    }
}

#[test]
fn an_organisation_and_an_address_of_the_record_are_masked() {
    let front = "indiener: {naam: Fatima el Amrani, organisatie: Waterlust Recycling B.V., adres: 'Oude Kade 12 a, 1234 AB Ons Dorp'}\nanonimiseren: [Project Zilvermeeuw, Ruben]\nniet-anonimiseren: [www.example.nl]";
    for (text, expected) in [
        ("Waterlust Recycling B.V. en Waterlust", "[organisatie] B.V. en [organisatie]"),
        ("waterlust-medewerkers; recycling is goed", "[organisatie]-medewerkers; recycling is goed"),
        ("Oude Kade 12a, 1234 AB Ons Dorp", "[adres] Ons Dorp"),
        ("Oude Kade 12", "[adres]"),
        ("nota van 1234 AB", "nota van [postcode]"),
        ("op de Oude Kade, een oude kade", "op de [adres], een oude kade"),
        ("project zilvermeeuw van Ruben", "[weggelaten] van [weggelaten]"),
        ("zie www.example.nl en www.example.org", "zie www.example.nl en [webadres]"),
    ] {
        assert_eq!(masked(front, text), expected, "{text}");
    }
    let ordinary = "indiener: {naam: Fatima, organisatie: Meetbedrijf Waterkant}";
    for (text, expected) in [
        ("aan de waterkant. Waterkant belde.", "aan de waterkant. [organisatie] belde."),
        ("Ons Meetbedrijf", "Ons Meetbedrijf"),
        ("Samen met Meetbedrijf Waterkant", "Samen met [organisatie]"),
        ("Meetbedrijf Waterkants fout, waterkants", "[organisatie] fout, waterkants"),
    ] {
        assert_eq!(masked(ordinary, text), expected, "{text}");
    }
    for (organisation, text, expected) in [
        ("Zwerfvuil Aanpak", "zwerfvuil aanpak, een aanpak van zwerfvuil", "[organisatie], een aanpak van zwerfvuil"),
        ("Gemaal De Uitkomst", "bij gemaal de uitkomst; de uitkomst", "bij [organisatie]; de uitkomst"),
        ("Gemaal De Uitkomst", "bij De Uitkomst. De uitkomst", "bij [organisatie]. De uitkomst"),
        ("Kas en Warmte", "Kas en Warmte, kas en warmte", "[organisatie], [organisatie]"),
        ("Kas en Warmte", "een kas met warmte", "een kas met warmte"),
        ("McBride & Zonen", "mcbride & zonen, McBride & Zonen", "[organisatie], [organisatie]"),
        ("De Schakel", "dat de schakel brak; De Schakel", "dat de schakel brak; [organisatie]"),
        ("Afvalbedrijf De Schakel", "voor De Schakel, de schakel", "voor [organisatie], de schakel"),
        ("Stapel Transport & Containers", "Van Stapel Transport van hier", "Van [organisatie] van hier"),
        ("Stapel Transport & Containers", "een stapel transport", "een stapel transport"),
        ("Huang & Partners Advies", "huang & partners; partners", "[organisatie]; partners"),
        ("Hulp aan Huis voor Ouderen", "Bij Hulp aan Huis voor ons", "Bij [organisatie] voor ons"),
    ] {
        let front = format!("indiener: {{naam: Fatima, organisatie: {organisation}}}");
        assert_eq!(masked(&front, text), expected, "{organisation} in {text}");
    }
    let below = "indiener: {naam: Bouke Dijkstra, organisatie: Dijkstra Advies}";
    assert_eq!(masked(below, "B. Dijkstra\nDijkstra Advies"), "[indiener][organisatie]");
    let one_word = "indiener: {naam: Fatima, organisatie: Bank}";
    assert_eq!(masked(one_word, "de bank van de Bank"), "de bank van de [organisatie]");
}

#[test]
fn a_word_of_two_people_means_the_one_who_is_called_so() {
    let masked = masked_for("Gerrit-Jan Nijenhuis", "Jan sprak Gerrit-Jan, en Jan de Vries sprak Jan Nijenhuis.");
    assert_eq!(masked, "[medewerker 1] sprak [indiener], en [medewerker 1] sprak [indiener].");
}

#[test]
fn without_an_identity_nothing_is_masked_for_it() {
    assert_eq!(masked_for("anoniem", "Een anoniem bericht, onbekend."), "Een anoniem bericht, onbekend.");
}

fn html(body: &str) -> String {
    let file = file("indiener: {naam: Fatima el Amrani, e-mail: f.elamrani@example.nl}", body);
    let complaint = parse(&file);
    let anonymiser = Anonymiser::new(&[&complaint], Some(&staff()));
    let masker = anonymiser.record(file.text(), &complaint);
    let content = complaint.sections.first().map_or(complaint.halves.body, |section| section.content);
    masker.section(content).as_str().replace('\n', "")
}

#[test]
fn html_of_a_section_holds_masks_and_no_mark_of_its_own() {
    for (markdown, expected) in [
        ("**Fatima** el *Amrani* belde", "<p><strong>[indiener]</strong><em></em> belde</p>"),
        ("[Fatima](https://example.org) [b](javascript:x) [c](JaVaScRiPt:x)", "<p>[indiener] b c</p>"),
        (
            "[a](brief.pdf) ![Fatima](f.png \"t\") [d](tel:0800-1234)",
            "<p>a [indiener] <a href=\"tel:0800-1234\">d</a></p>",
        ),
        ("[e][1]\n\n[1]: mailto:f.elamrani%40example.nl", "<p>e</p>"),
        ("<script>alert('Fatima')</script>", "<p>&lt;script&gt;alert('[indiener]')&lt;/script&gt;</p>"),
        ("a <b onclick=\"Fatima\">b</b> & c", "<p>a &lt;b onclick=&quot;[indiener]&quot;&gt;b&lt;/b&gt; &amp; c</p>"),
        ("[indiener](https://example.org) Fatima(x)", "<p>indiener [indiener](x)</p>"),
        ("# A\n### B\n#### C\n##### D", "<h4>A</h4><h4>B</h4><h5>C</h5><h6>D</h6>"),
        (
            "| Fatima | n |\n|---|--:|\n| a | 1 |",
            "<table><caption>Tabel bij de tekst</caption><thead><tr><th scope=\"col\">[indiener]</th><th scope=\"col\" class=\"align-right\">n</th></tr></thead><tbody><tr><td>a</td><td class=\"align-right\">1</td></tr></tbody></table>",
        ),
        ("- [x] een\n- `Fatima`", "<ul><li>☑ een</li><li><code>[indiener]</code></li></ul>"),
        ("3. een\n\n   twee", "<ol start=\"3\"><li><p>een</p><p>twee</p></li></ol>"),
        (
            "```fatima\nel Amrani\n```\n> citaat\n\n---\n<!-- Fatima -->\nx <!-- y -->",
            "<pre><code>[indiener]</code></pre><blockquote><p>citaat</p></blockquote><hr>",
        ),
        ("Fatima<br>el Amrani", "<p>[indiener]</p>"),
    ] {
        let shown = html(&format!("## Omschrijving\n{markdown}\n"));
        assert!(shown.starts_with(expected), "{markdown:?}\n got {shown}\nwant {expected}");
        assert!(!shown.contains("Fatima") && !shown.contains("Amrani"), "{shown}");
    }
}

#[test]
fn offsets_count_characters() {
    let shown = Anonymiser::new(&[], Some(&staff())).text("Één\r\nJan de Vries: 0612345678");
    let spans: Vec<_> =
        shown.spans.iter().map(|span| (span.start, span.end, span.kind.word(), span.mask.to_string())).collect();
    let expected = [(5, 17, "person", "[medewerker 1]".to_owned()), (19, 29, "phone", "[telefoonnummer]".to_owned())];
    assert_eq!(spans, expected);
    assert_eq!(shown.text.as_str(), "Één\r\n[medewerker 1]: [telefoonnummer]");
}

#[test]
fn one_person_has_one_number_in_all_texts_of_a_record() {
    let front = "indiener: {naam: Fatima}\nonderwerp: Brief van Yusuf Aydın\nmaatregelen: [{wat: Sanne belt Jan}]";
    let file = file(front, "Sanne sprak Yusuf.");
    let complaint = parse(&file);
    let anonymiser = Anonymiser::new(&[&complaint], Some(&staff()));
    let masker = anonymiser.record(file.text(), &complaint);
    assert_eq!(masker.subject().expect("it has a subject").as_str(), "Brief van [medewerker 1]");
    assert_eq!(masker.body().text.as_str(), "[medewerker 2] sprak [medewerker 1].");
    let what = masker.measures().next().flatten().expect("it has a measure");
    assert_eq!(what.as_str(), "[medewerker 2] belt [medewerker 3]");
}

#[test]
fn someone_found_in_one_text_of_a_record_is_known_in_all_others() {
    const ALONE: &str = "bel zwartevoort terug";
    for full in 0..4 {
        let [subject, body, what, reason]: [&str; 4] =
            std::array::from_fn(|place| if place == full { "Mevrouw Joke Zwartevoort belde" } else { ALONE });
        let front = format!(
            "onderwerp: {subject}\nmaatregelen: [{{}}, {{wat: {what}}}]\noverschrijdingen: [{{reden: {reason}}}]"
        );
        let file = file(&front, body);
        let complaint = parse(&file);
        let anonymiser = Anonymiser::new(&[&complaint], Some(&staff()));
        let masker = anonymiser.record(file.text(), &complaint);
        let body = masker.body().text;
        let fields = [masker.subject(), masker.measures().last().flatten(), masker.reasons().next().flatten()];
        for text in fields.map(|text| text.expect("it is given")).into_iter().chain([&body]) {
            let expected = ["Mevrouw [persoon 1] belde", "bel [persoon 1] terug"];
            assert!(expected.contains(&text.as_str()), "{text} in a record with the name in text {full}");
        }
    }
    let anonymiser = Anonymiser::new(&[], Some(&staff()));
    assert_eq!(anonymiser.text(ALONE).text.as_str(), ALONE, "nothing tells by itself that this is a name");
}

#[test]
fn marks_that_were_pasted_into_a_value_hide_nobody() {
    for (written, expected) in [
        ("Brief van Fatima **el** Amrani", "Brief van [indiener]"),
        ("F&aacute;tima&nbsp;el Amrani belde", "[indiener] belde"),
        ("bel **020** 555 01 23", "bel **[telefoonnummer]"),
        ("bel `**06** 12345678`", "bel `**[telefoonnummer]`"),
        ("a & b, 2 * 3, c_d, x < y", "a & b, 2 * 3, c_d, x < y"),
    ] {
        let file =
            file(&format!("indiener: {{naam: Fatima el Amrani, telefoon: 06 12345678}}\nonderwerp: \"{written}\""), "");
        let complaint = parse(&file);
        let masker = Anonymiser::new(&[&complaint], None).record(file.text(), &complaint).subject().cloned();
        assert_eq!(masker.expect("it is given").as_str(), expected, "{written}");
    }
}

#[test]
fn a_word_to_keep_is_kept_from_signs_and_never_from_fields() {
    let front = "indiener: {naam: Fatima el Amrani}\nniet-anonimiseren: [Joke Zwartevoort, Amrani]";
    let file = file(front, "Mevrouw Joke Zwartevoort belde mevrouw Joke Zwartevoort-Bos en mevrouw Amrani.");
    let complaint = parse(&file);
    let anonymiser = Anonymiser::new(&[&complaint], Some(&staff()));
    let text = anonymiser.record(file.text(), &complaint).body().text;
    assert_eq!(text.as_str(), "Mevrouw Joke Zwartevoort belde mevrouw [persoon 1] en mevrouw [indiener].");
}

#[test]
fn a_phrase_to_keep_is_kept_where_a_word_of_it_is_to_be_kept_too() {
    let file =
        file("niet-anonimiseren: [de stichting Joke Zwartevoort, Joke]", "Dat zei de stichting Joke Zwartevoort.");
    let complaint = parse(&file);
    let text = Anonymiser::new(&[&complaint], None).record(file.text(), &complaint).body().text;
    assert_eq!(text.as_str(), "Dat zei de stichting Joke Zwartevoort.");
}

#[test]
fn a_sign_that_is_hidden_without_a_word_is_no_trouble() {
    let own = file("indiener: {naam: Fatima el Amrani, telefoon: onbekend}", "@Amrani  Amrani ");
    let complaint = parse(&own);
    let anonymiser = Anonymiser::new(&[&complaint], None);
    let text = anonymiser.record(own.text(), &complaint).body().text.to_string();
    assert!(!text.contains("Amrani"), "{text}");
}
