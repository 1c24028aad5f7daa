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

/// Words and abbreviations of two letters that are no letters of a postcode, nor of a plate, when they follow on a
/// number.
pub(super) const PAIRS: &[&str] = &[
    "ad", "af", "ah", "al", "am", "au", "be", "bv", "ca", "da", "de", "di", "do", "dr", "ds", "du", "en", "er", "et",
    "eu", "ex", "ga", "ge", "go", "he", "hé", "hi", "ho", "hr", "ie", "ii", "ik", "in", "ir", "is", "it", "iv", "ja",
    "je", "jl", "jr", "la", "le", "ma", "me", "mi", "mr", "mw", "na", "nl", "nr", "nu", "nv", "of", "oh", "ok", "om",
    "op", "or", "pm", "po", "re", "sd", "so", "st", "te", "to", "tv", "uw", "va", "vd", "vm", "vo", "vr", "vs", "we",
    "wo", "za", "ze", "zo",
];

/// Units of two letters.
pub(super) const UNIT_PAIRS: &[&str] = &[
    "cc", "cl", "cm", "db", "dl", "ft", "gb", "gr", "ha", "hl", "hp", "hz", "kb", "kg", "kj", "km", "kw", "lm", "mb",
    "mg", "ml", "mm", "pk", "pt", "px", "tb", "wh",
];

/// Top-level domains that end no Dutch sentence by accident.
pub(super) const SURE_TLDS: &[&str] = &[
    "nl", "be", "com", "org", "net", "eu", "info", "biz", "gov", "edu", "frl", "amsterdam", "gent", "vlaanderen",
    "brussels", "lu", "uk",
];

/// Top-level domains that could be a word after a full stop without a space; they need more evidence.
pub(super) const OTHER_TLDS: &[&str] = &[
    "de", "fr", "nu", "me", "is", "in", "it", "at", "to", "tv", "es", "pl", "tr", "ch", "se", "no", "dk", "fi", "pt",
    "ru", "ma", "sr", "cw", "aw", "co", "ai", "cc", "io", "app", "dev", "online", "shop", "site", "email", "cloud",
    "store", "tech", "world", "support", "social", "us", "ca", "id", "cn", "invalid", "localhost", "works", "nieuws",
];
