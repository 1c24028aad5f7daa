//! Sentences that complaints are composed of. `{slot}` is filled for each complaint; see `Slots` in `complaint.rs`.

/// What the complainant, or the employee who took the complaint, writes.
pub const DESCRIPTION: &[&str] = &[
    "{Indiener} belde op {datum} over {dienst} en was duidelijk teleurgesteld.",
    "Op {datum} schreef {initialen} dat de afspraak over {dienst} niet was nagekomen.",
    "“Ik heb {medewerker} tot drie keer toe gevraagd wanneer ik antwoord kon verwachten”, schrijft {aanhef}.",
    "De klant is te bereiken op {telefoon}, het liefst na twee uur 's middags.",
    "Een antwoord kan naar {mail}, met een afschrift aan de afdeling personeelszaken.",
    "Het stuk was per post gestuurd aan {adres}, maar kwam daar volgens {voornaam} nooit aan.",
    "Volgens {organisatie} stond in de offerte van {datum} een ander bedrag, namelijk {bedrag}.",
    "In de bijlage bij dossier {kenmerk} ontbreekt de tabel waar in de tekst naar wordt verwezen.",
    "Daardoor kon de ondernemingsraad zijn advies niet op tijd vaststellen.",
    "{Medewerker} had toegezegd dat het uiterlijk op {datum} klaar zou zijn.",
    "Toen {voornaam} daarna {collega} aan de telefoon kreeg, wist die van niets.",
    "De toon van het gesprek was volgens {aanhef} kortaf en weinig behulpzaam.",
    "Wij hebben de deelnemers inmiddels zelf moeten vertellen dat {dienst} niet doorging.",
    "De eerste versie bevatte de cijfers van een andere werkgever, wat ons erg heeft verbaasd.",
    "Het gaat ons niet om het geld, maar om de manier waarop er met onze vraag is omgegaan.",
    "Over de verlofregeling gaf {collega} een ander antwoord dan wat er in de cao staat.",
    "Met vriendelijke groet, {indiener}, {organisatie}.",
    "Bij navraag bleek de aanmelding van {datum} niet in de planning te zijn opgenomen.",
    "De rekening van {bedrag} is twee keer verstuurd en ook nog eens naar het verkeerde adres.",
    "{Aanhef} vraagt om een schriftelijke verklaring en om een nieuwe datum.",
    "Wie er precies verantwoordelijk was, werd ook na een tweede gesprek niet duidelijk.",
    "We werken al jaren met plezier samen en dit zijn we van het bureau niet gewend.",
    "In de zaal was geen koffie, de beamer werkte niet en de inleider kwam een half uur te laat.",
    "Het nummer {telefoon} stond bovendien verkeerd in de nieuwsbrief.",
    "Als dit niet binnen twee weken is opgelost, leggen wij de zaak aan het bestuur voor.",
    "Zelf had ik er graag eerder over gebeld, maar het lukte niet om iemand te spreken te krijgen.",
];

/// What the handler found to be the cause.
pub const CAUSE: &[&str] = &[
    "De datum van ontvangst is niet op het planbord gezet, waardoor niemand de vraag zag liggen.",
    "{Medewerker} was met verlof en de vervanging was niet geregeld.",
    "Het bericht van {aanhef} kwam binnen in een postvak dat maar één keer per week wordt gelezen.",
    "In het sjabloon stond nog de tekst van vorig jaar, met het oude bedrag van {bedrag}.",
    "{Behandelaar} heeft op {datum} met de klant gesproken en het verloop op een rij gezet.",
    "De wijziging van het adres ({adres}) was wel doorgegeven, maar niet in het systeem verwerkt.",
    "Er was geen vaste afspraak over wie er belt als een stuk later komt.",
    "Volgens {collega} was de drukte rond de onderhandelingen de voornaamste reden.",
    "De leverancier van de zaal had onze reservering {kenmerk} laten vervallen.",
    "De kennis over deze regeling zat bij één collega, en die was er die week niet.",
    "Het telefoonsysteem schakelde na vijf uur niet door naar de wachtdienst.",
];

/// What was proposed.
pub const SOLUTION: &[&str] = &[
    "Wij hebben {aanhef} onze excuses aangeboden en het stuk op {datum} opnieuw gestuurd.",
    "De rekening van {bedrag} is gecrediteerd; de nieuwe gaat naar {mail}.",
    "{Behandelaar} belt elke vrijdag op {telefoon} tot alles is afgerond.",
    "De deelnemers van {organisatie} kunnen zonder kosten terecht bij de volgende bijeenkomst.",
    "Met {indiener} is afgesproken dat {dienst} voortaan door twee mensen wordt nagelezen.",
    "Het juiste advies is per aangetekende post gestuurd aan {adres}.",
    "{Medewerker} en {voornaam} hebben samen de openstaande vragen doorgenomen.",
    "De klant kon zich in dit voorstel vinden en ziet af van verdere stappen.",
    "Voor de extra uren die hierdoor nodig waren, brengen wij niets in rekening.",
    "In het dossier {kenmerk} is vastgelegd wat er is toegezegd en door wie.",
    "De tekst op de website is nog dezelfde dag verbeterd.",
    "Wij spreken over drie maanden opnieuw met elkaar om te zien of het zo goed gaat.",
];

/// What the office learns from it.
pub const LESSONS: &[&str] = &[
    "Zet een vraag op de dag zelf op het planbord, ook als het antwoord eenvoudig lijkt.",
    "Bel de klant zodra duidelijk is dat een datum niet gehaald wordt, en niet pas erna.",
    "Laat een tweede collega meelezen voordat er een advies over {dienst} de deur uitgaat.",
    "Zorg dat er bij verlof een vervanger is die het dossier kent.",
    "Sjablonen krijgen een eigenaar, die ze elk jaar in januari naloopt.",
    "Wijzigingen van een adres worden voortaan door één persoon verwerkt.",
    "Spreek aan het begin af wie het vaste aanspreekpunt is voor {organisatie}.",
    "Een korte bevestiging per e-mail had hier veel ergernis voorkomen.",
    "De lijst met reserveringen wordt elke maandag vergeleken met de agenda.",
];

/// A summary without names, as the team reads it.
pub const SUMMARY: &[&str] = &[
    "Een klant kreeg een stuk later dan was afgesproken en kon daardoor zelf niet verder.",
    "De vraag bleef liggen omdat de vervanging tijdens verlof niet was geregeld.",
    "Er zijn excuses aangeboden en de kosten zijn niet in rekening gebracht.",
    "Een klant kreeg van twee collega's een verschillend antwoord op dezelfde vraag.",
    "De afspraken staan nu op papier en er is een vast aanspreekpunt.",
    "Het sjabloon is aangepast, zodat de oude bedragen er niet meer in voorkomen.",
];

/// What a complaint can be about.
pub const SERVICES: &[&str] = &[
    "het cao-advies",
    "de cursus medezeggenschap",
    "de nieuwsbrief van het najaar",
    "de themabijeenkomst",
    "het loongebouw",
    "de uitleg over de pensioenregeling",
    "de ledenraadpleging",
    "het onderzoek naar verzuim",
    "de handreiking roosters",
    "het sociaal plan",
];

/// Subjects; `{dienst}` as above.
pub const SUBJECTS: &[&str] = &[
    "Te laat antwoord over {dienst}",
    "Onjuiste gegevens in {dienst}",
    "Niet teruggebeld over {dienst}",
    "Klachten over de organisatie van {dienst}",
    "Verkeerde rekening voor {dienst}",
    "Weinig behulpzaam te woord gestaan over {dienst}",
];
