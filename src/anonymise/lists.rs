//! Short lists of words, in lower case and without full stops: what stands in names and around them.

use std::sync::OnceLock;

use super::fold::{WordHash, hash};

/// Words before a surname that belong to it, in lower case and without apostrophes.
pub const PARTICLES: [&str; 51] = [
    "van", "de", "der", "den", "ten", "ter", "te", "t", "s", "v", "d", "vd", "het", "op", "in", "aan", "bij", "uit",
    "onder", "over", "tot", "voor", "von", "vom", "zu", "zum", "zur", "da", "das", "do", "dos", "du", "des", "di",
    "del", "della", "la", "le", "los", "el", "al", "ben", "bin", "ibn", "bint", "abu", "ould", "y", "o", "ait", "aït",
];

/// Particles that are given names as well when they stand first: `Ben Bakker`.
pub const PARTICLES_OR_GIVEN: [&str; 12] = ["ben", "al", "el", "la", "le", "di", "do", "da", "bin", "abu", "ibn", "y"];

/// Titles and forms of address, in lower case and without full stops.
pub const TITLES: [&str; 40] = [
    "mevrouw",
    "mevr",
    "mw",
    "mejuffrouw",
    "mej",
    "juffrouw",
    "meneer",
    "mijnheer",
    "heer",
    "heren",
    "dhr",
    "hr",
    "familie",
    "fam",
    "echtpaar",
    "gebroeders",
    "gebr",
    "weduwe",
    "wed",
    "drs",
    "dr",
    "ir",
    "mr",
    "ing",
    "prof",
    "professor",
    "dokter",
    "ds",
    "dominee",
    "pastoor",
    "pater",
    "zuster",
    "frau",
    "herr",
    "madame",
    "monsieur",
    "mme",
    "mrs",
    "ms",
    "mister",
];

/// What follows a name and is no part of it.
pub const SUFFIXES: [&str; 14] =
    ["jr", "sr", "junior", "senior", "msc", "bsc", "ma", "ba", "phd", "mba", "llm", "rc", "ra", "mpa"];

/// Words between the surnames of someone who married.
pub const BETWEEN_SURNAMES: [&str; 9] =
    ["ev", "geb", "geboren", "wed", "weduwe", "gehuwd", "vrouw", "genaamd", "alias"];

/// Words that join the names of two people.
pub const AND: [&str; 4] = ["en", "and", "und", "et"];

/// Words that join the words of an organisation's name, particles aside.
pub const CONJUNCTIONS: [&str; 8] = ["en", "and", "und", "et", "of", "een", "met", "om"];

/// Articles that begin what an organisation is called by: `Afvalbedrijf De Schakel`.
pub const ARTICLES: [&str; 3] = ["de", "het", "t"];

/// Names of places that stand in the names of many organisations and stay in a text.
pub const PLACES: [&str; 44] = [
    "nederland",
    "nederlandse",
    "nederlands",
    "holland",
    "hollandse",
    "belgie",
    "belgische",
    "vlaanderen",
    "europa",
    "europese",
    "benelux",
    "groningen",
    "friesland",
    "fryslan",
    "drenthe",
    "overijssel",
    "gelderland",
    "flevoland",
    "utrecht",
    "zeeland",
    "brabant",
    "limburg",
    "twente",
    "veluwe",
    "achterhoek",
    "randstad",
    "amsterdam",
    "rotterdam",
    "haag",
    "eindhoven",
    "tilburg",
    "almere",
    "breda",
    "nijmegen",
    "arnhem",
    "haarlem",
    "enschede",
    "zwolle",
    "leiden",
    "maastricht",
    "dordrecht",
    "delft",
    "leeuwarden",
    "assen",
];

/// Words of many organisations' names that tell none of them by themselves.
pub const GENERIC: [&str; 124] = [
    "advies",
    "adviseurs",
    "afval",
    "afvalbedrijf",
    "afvalverwerking",
    "apotheek",
    "bakkerij",
    "bank",
    "bedrijf",
    "bedrijven",
    "beheer",
    "belang",
    "biogas",
    "boekhandel",
    "bouw",
    "bouwbedrijf",
    "bouwmarkt",
    "branche",
    "bureau",
    "centraal",
    "centrum",
    "coaching",
    "college",
    "cooperatie",
    "data",
    "dienst",
    "diensten",
    "dienstverlening",
    "drinkwater",
    "drukkerij",
    "elektra",
    "elektriciteit",
    "energie",
    "energiebedrijf",
    "energiecooperatie",
    "federatie",
    "fonds",
    "garage",
    "garagebedrijf",
    "gas",
    "gemeente",
    "glasvezel",
    "groen",
    "groene",
    "groep",
    "handel",
    "hogeschool",
    "holding",
    "hoveniers",
    "huis",
    "infra",
    "installatie",
    "installaties",
    "instituut",
    "inzamelbedrijf",
    "kabel",
    "kabelbedrijf",
    "kabels",
    "kamer",
    "kantoor",
    "kapsalon",
    "koninklijke",
    "kringloop",
    "leven",
    "licht",
    "logistiek",
    "maatschappij",
    "makelaardij",
    "makelaars",
    "management",
    "meetbedrijf",
    "metaal",
    "metertechniek",
    "milieu",
    "milieudienst",
    "net",
    "netbeheer",
    "netwerk",
    "nieuw",
    "nieuwe",
    "noord",
    "nutsbedrijf",
    "onderhoud",
    "onderwijs",
    "oost",
    "opleidingen",
    "oude",
    "partners",
    "pensioenfonds",
    "praktijk",
    "productie",
    "project",
    "projecten",
    "provincie",
    "recycling",
    "regio",
    "reiniging",
    "reinigingsdienst",
    "restaurant",
    "samen",
    "school",
    "service",
    "slagerij",
    "stad",
    "stadswarmte",
    "stichting",
    "stroom",
    "supermarkt",
    "techniek",
    "telecom",
    "transport",
    "uitgeverij",
    "universiteit",
    "vereniging",
    "verkeer",
    "vervoer",
    "warmte",
    "warmtebedrijf",
    "warmtenet",
    "water",
    "waterbedrijf",
    "waterschap",
    "webshop",
    "winkel",
];

/// Months cut short; in full they are in the calendar.
pub const SHORT_MONTHS: [&str; 11] = ["jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "okt", "nov", "dec"];

/// Words that ask for a verb before them: `Wil je dat doen?`
pub const PRONOUNS: [&str; 15] =
    ["ik", "je", "jij", "u", "hij", "zij", "ze", "wij", "we", "jullie", "men", "er", "het", "dit", "dat"];

/// What may stand behind the name of an organisation and tells its kind, without full stops.
const LEGAL_FORMS: [&str; 23] = [
    "bv", "nv", "vof", "cv", "ua", "ba", "wa", "gmbh", "gmb", "ltd", "inc", "sa", "bvba", "vzw", "ag", "kg", "srl",
    "plc", "zonen", "zn", "zoon", "dochters", "co",
];

/// Whether a word tells the kind of the organisation before it: `Scheldegas NV`, `Reestman en Zonen`.
pub fn is_legal_form(word: WordHash) -> bool {
    static HASHES: OnceLock<[WordHash; LEGAL_FORMS.len()]> = OnceLock::new();
    HASHES.get_or_init(|| LEGAL_FORMS.map(hash)).contains(&word)
}
