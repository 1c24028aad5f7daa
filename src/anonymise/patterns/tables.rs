//! The small word lists that more than one recogniser reads. All in lower case.

/// Beginnings of words that announce a number of an order, an invoice, a file, an article, a client.
pub(super) const REFERENCE_STARTS: &[&str] = &[
    "aanmeldnummer", "aanslag", "aanvraag", "aansluit", "artikel", "barcode", "bestel", "btw", "casenummer", "casus",
    "claim", "contract", "debiteur", "deelnemersnummer", "dossier", "ean", "factuur", "factuurnr", "imei", "incident",
    "inschrijf", "isbn", "kamer van koophandel", "kenmerk", "klachtnummer", "klachtnr", "klacht", "klantcode",
    "klantenkaart", "klantennummer", "klantid", "klantnr", "klantnummer", "kvk", "lidmaatschap", "lidnr", "lidnummer",
    "melding", "meternummer", "meterstand", "model", "nota", "offerte", "opdracht", "order", "pakbon", "pakket",
    "partij", "polis", "productnummer", "productnr", "projectnummer", "referentie", "registratie", "relatie",
    "reserverings", "serie", "ticket", "track", "transactie", "versienummer", "vlucht", "volgnummer", "werkorder",
    "zaak", "zending",
];

/// Words that may stand between such a word and its number.
pub(super) const REFERENCE_LINKS: &[&str] = &[
    "nummer", "nummers", "nr", "nrs", "no", "num", "is", "was", "met", "onder", "het", "de", "van", "id", "ons", "uw",
    "mijn",
];

/// Months, in full and abbreviated.
pub(super) const MONTHS: &[&str] = &[
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "jan", "feb", "febr", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec",
];

/// Words that make the figures before them a quantity or a day.
pub(super) const UNITS: &[&str] = &[
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "jan", "feb", "mrt", "apr", "aug", "sept", "okt", "nov", "dec", "jaar", "jaren", "dag", "dagen",
    "werkdagen", "week", "weken", "maand", "maanden", "uur", "uren", "minuten", "minuut", "min", "seconden", "keer",
    "maal", "euro", "eur", "cent", "procent", "km", "kilometer", "meter", "cm", "mm", "kg", "kilo", "gram", "liter",
    "kwh", "m2", "m3", "mensen", "personen", "man", "stuks", "stuk", "klachten", "klanten", "mails", "mailtjes",
    "berichten", "brieven", "telefoontjes", "medewerkers", "collega", "collegas", "huizen", "woningen", "auto",
    "bomen", "kinderen", "graden", "punten", "x", "miljoen", "miljard", "duizend",
];

/// Words and units of two letters that are no letters of a postcode, nor of a plate, when they follow on a number.
pub(super) const PAIRS: &[&str] = &[
    "ad", "af", "ah", "al", "am", "au", "bc", "be", "bv", "ca", "cc", "cl", "cm", "co", "cq", "da", "db", "dd", "de",
    "di", "dl", "dm", "do", "dr", "ds", "du", "ed", "eo", "ei", "el", "en", "er", "et", "eu", "ex", "ft", "ga", "gb",
    "ge", "go", "gr", "ha", "he", "hé", "hi", "hl", "ho", "hp", "hr", "hz", "ie", "ii", "ik", "in", "ir", "is", "it",
    "iv", "ja", "je", "jl", "jr", "kb", "kg", "kj", "km", "ko", "kw", "la", "le", "lj", "lm", "lo", "ma", "mb", "me",
    "mg", "mi", "ml", "mm", "mn", "mr", "ms", "mw", "na", "nl", "nm", "nr", "nu", "nv", "of", "oh", "ok", "om", "oo",
    "op", "or", "pa", "pk", "pm", "po", "pp", "pt", "px", "qr", "re", "sd", "sm", "so", "st", "tb", "te", "ti", "to",
    "tv", "tz", "ui", "un", "up", "us", "uw", "va", "vd", "vi", "vm", "vo", "vr", "vs", "wc", "we", "wh", "wo", "xi",
    "xl", "xx", "za", "ze", "zn", "zo",
];

/// Of those, the units and abbreviations that are written in capitals as well.
pub(super) const CAPITAL_PAIRS: &[&str] = &[
    "cc", "cm", "eu", "gb", "ha", "hp", "kb", "kg", "km", "kw", "mb", "ml", "mm", "pk", "tb", "en", "in", "is", "of",
    "op", "de", "te", "ik", "we", "ze", "je", "om", "na", "px", "hz", "uw", "nu", "al", "er",
];

/// Top-level domains that end no Dutch sentence by accident.
pub(super) const SURE_TLDS: &[&str] = &[
    "nl", "be", "com", "org", "net", "eu", "info", "biz", "gov", "edu", "frl", "amsterdam", "gent", "vlaanderen",
    "brussels", "lu", "uk", "test", "example",
];

/// Top-level domains that could be a word after a full stop without a space; they need more evidence.
pub(super) const OTHER_TLDS: &[&str] = &[
    "de", "fr", "nu", "me", "is", "in", "it", "at", "to", "tv", "es", "pl", "tr", "ch", "se", "no", "dk", "fi", "pt",
    "ru", "ma", "sr", "cw", "aw", "co", "ai", "cc", "io", "app", "dev", "online", "shop", "site", "email", "cloud",
    "store", "tech", "world", "support", "social", "us", "ca", "id", "cn", "invalid", "localhost", "works", "nieuws",
];
