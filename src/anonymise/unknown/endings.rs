//! How words end that no list has. In: a word. Out: whether it ends as surnames, adjectives, things or
//! places do.

/// Whether a word has one of these endings, and more before it.
pub fn ends_with(word: &str, endings: &[&str]) -> bool {
    let bytes = word.as_bytes();
    let Some(last) = bytes.last() else { return false };
    endings.iter().any(|ending| {
        let ending = ending.as_bytes();
        bytes.len() > ending.len() + 1
            && ending.last().is_some_and(|letter| letter.eq_ignore_ascii_case(last))
            && bytes[bytes.len() - ending.len()..].eq_ignore_ascii_case(ending)
    })
}

pub const SURNAME: [&str; 62] = [
    "sma", "stra", "inga", "enga", "ema", "sen", "son", "sson", "mans", "ink", "ing", "ski", "ska", "sky", "icz",
    "oglu", "ova", "eva", "vic", "ic", "enko", "chuk", "yan", "ian", "dze", "shvili", "berg", "veld", "kamp", "huis",
    "huizen", "dijk", "dyk", "horst", "beek", "broek", "bosch", "mann", "stein", "maker", "meijer", "meyer", "aert",
    "aerts", "ens", "ers", "els", "inckx", "ckx", "eau", "ault", "ez", "ini", "elli", "etti", "ucci", "ado", "singh",
    "pal", "poulos", "akis", "wski",
];

pub const ADJECTIVE: [&str; 8] = ["se", "sche", "isch", "aan", "aanse", "ees", "ese", "er"];

pub const THING: [&str; 46] = [
    "heid",
    "teit",
    "tie",
    "isme",
    "wet",
    "tunnel",
    "hallen",
    "raad",
    "bank",
    "partij",
    "groep",
    "dienst",
    "fonds",
    "bond",
    "prijs",
    "cup",
    "team",
    "krant",
    "blad",
    "museum",
    "school",
    "kerk",
    "theater",
    "festival",
    "bureau",
    "club",
    "net",
    "media",
    "verdrag",
    "akkoord",
    "commissie",
    "kamer",
    "rechtbank",
    "akte",
    "plan",
    "systeem",
    "online",
    "soft",
    "zaken",
    "kunde",
    "hof",
    "beheer",
    "zorg",
    "werk",
    "pas",
    "bus",
];

pub const PLACE: [&str; 24] = [
    "straat", "laan", "weg", "plein", "gracht", "kade", "dam", "burg", "stad", "land", "ië", "meer", "zee", "eiland",
    "haven", "brug", "poort", "markt", "gem", "wijk", "recht", "ville", "shire", "stan",
];

/// How papers, numbers and rules end that no list of names has: `Telefoonnotitie`, `Cursuscode`, `Arbobesluit`.
pub const PAPER: [&str; 56] = [
    "notitie",
    "melding",
    "verslag",
    "formulier",
    "rapport",
    "lijst",
    "overzicht",
    "bericht",
    "verzoek",
    "besluit",
    "regeling",
    "protocol",
    "catalogus",
    "convenant",
    "pact",
    "reglement",
    "code",
    "nummer",
    "nr",
    "map",
    "toeslag",
    "vergoeding",
    "subsidie",
    "subsidies",
    "wetboek",
    "verordening",
    "richtlijn",
    "handboek",
    "certificaat",
    "keurmerk",
    "wijzer",
    "desk",
    "loket",
    "balie",
    "portaal",
    "administratie",
    "relaties",
    "contact",
    "service",
    "training",
    "cursus",
    "module",
    "opleiding",
    "examen",
    "examens",
    "toets",
    "enquête",
    "monitor",
    "congres",
    "seminar",
    "webinar",
    "pakket",
    "bundel",
    "abonnement",
    "polis",
    "bijlage",
];

/// How offices end: `Klachtencoördinator`.
pub const OFFICE: [&str; 29] = [
    "coördinator",
    "coordinator",
    "manager",
    "adviseur",
    "adviseuse",
    "medewerker",
    "medewerkster",
    "functionaris",
    "teamleider",
    "teamleidster",
    "sleider",
    "sleidster",
    "consultant",
    "specialist",
    "specialiste",
    "assistent",
    "assistente",
    "directeur",
    "ambtenaar",
    "begeleider",
    "begeleidster",
    "beheerder",
    "deskundige",
    "administrateur",
    "controleur",
    "inspecteur",
    "verantwoordelijke",
    "voorzitter",
    "secretaris",
];

/// How fields of work end that are ordinary words: `Ontwikkeling`, `Communicatie`.
pub const TRADE: [&str; 15] = [
    "elling", "keling", "geling", "deling", "taling", "ving", "ning", "ting", "ering", "isering", "tie", "ties",
    "heid", "recht", "zorg",
];

/// How fields of work end whatever stands before it: `Cursusbeheer`, `Ledenzaken`.
pub const FIELD: [&str; 10] =
    ["zaken", "beheer", "bureau", "beleid", "advies", "support", "techniek", "logistiek", "service", "kunde"];
