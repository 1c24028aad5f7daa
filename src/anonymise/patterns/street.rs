//! Names of streets, read backwards from their house number: how sure it is that a street stands there, and where
//! its name starts. Input: the end of the name; output: its start and the evidence.

use super::context::{before, ends_with_ignoring_case, is_break, skip_space_back};
use super::tables::MONTHS;

/// How sure it is that the words are a street; the surer, the less must stand around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// Any word in lower case.
    Faint,
    /// Words with capitals.
    Capital,
    /// Ends as streets and other places do: Lindenhof, Kade.
    Likely,
    /// Ends as streets alone do: Kerkstraat, Laan van Meerdervoort.
    Sure,
}

/// The name of a street.
pub(super) struct Street {
    pub start: usize,
    pub evidence: Evidence,
}

/// The street whose name ends at `end`.
pub(super) fn ending_at(text: &str, end: usize) -> Option<Street> {
    let tokens = tokens_before(text, end);
    let last = *tokens.first()?;
    if let Some(head) = head_of(&tokens) {
        return Some(Street { start: extend(text, &tokens, head), evidence: Evidence::Sure });
    }
    let evidence = evidence_of(last.text)?;
    let start = if last.is_capital() { extend(text, &tokens, 0) } else { extend_lower(&tokens) };
    Some(Street { start, evidence })
}

/// A word with its inner marks, as in `'s-Gravenweg` or `P.C.`.
#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    text: &'t str,
    start: usize,
    /// A mark, the end of a line or the start of the text stands before it: no name goes on there.
    opens: bool,
}

impl Token<'_> {
    fn is_capital(&self) -> bool {
        self.text.contains(char::is_uppercase)
    }

    fn is_any(&self, list: &[&str]) -> bool {
        list.iter().any(|entry| self.text.eq_ignore_ascii_case(entry))
    }

    fn is_ordinal(&self) -> bool {
        let bare = self.text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        !bare.is_empty()
            && bare.len() <= 2
            && bare.bytes().all(|b| b.is_ascii_digit())
            && matches!(&self.text[bare.len()..], "e" | "de" | "ste")
    }
}

/// No street has more words than this.
const MOST_TOKENS: usize = 7;
/// No word of a street is longer than this many bytes.
const LONGEST_TOKEN: usize = 48;

/// The words up to `end`, nearest first, as far back as one name can reach.
fn tokens_before(text: &str, end: usize) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token> = Vec::with_capacity(MOST_TOKENS);
    let mut end = end;
    while tokens.len() < MOST_TOKENS {
        let mut start = end;
        for c in text[..end]
            .chars()
            .rev()
            .take_while(|&c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '‘' | '.' | '-' | '\u{2010}' | '\u{2011}'))
        {
            start -= c.len_utf8();
            if end - start > LONGEST_TOKEN {
                return tokens;
            }
        }
        let word = &text[start..end];
        let goes_on = tokens.is_empty() || !word.ends_with('.') || is_abbreviation(word);
        if !word.contains(char::is_alphanumeric) || !goes_on {
            return tokens;
        }
        let gap = skip_space_back(text, start, 2);
        let opens = gap == start
            || gap == 0
            || text[gap..start].contains(is_break)
            || before(text, gap).is_some_and(|c| matches!(c, ',' | ':' | ';' | '!' | '?'));
        tokens.push(Token { text: word, start, opens });
        if opens {
            return tokens;
        }
        end = gap;
    }
    tokens
}

/// Whether a word with a full stop is short for a title or a first name: it ends no sentence.
fn is_abbreviation(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "burg", "burgem", "dr", "drs", "mr", "ir", "ing", "prof", "ds", "jhr", "jkvr", "st", "past", "pres", "gen",
        "kard", "kol", "kap", "min", "mgr", "pr", "prs", "gebr", "kon", "weth", "v.d", "v", "adm", "lt", "luit",
        "past", "zr", "wed",
    ];
    let bare = word.trim_end_matches('.');
    let initials = bare.split('.').all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase));
    initials || TITLES.iter().any(|title| bare.eq_ignore_ascii_case(title))
}

/// Endings that streets alone have.
const STREET_ENDINGS: &[&str] = &[
    "straat",
    "straatje",
    "straße",
    "strasse",
    "laan",
    "laantje",
    "weg",
    "wegje",
    "plein",
    "pleintje",
    "kade",
    "gracht",
    "dijk",
    "dijkje",
    "singel",
    "steeg",
    "steegje",
    "dreef",
    "plantsoen",
    "boulevard",
    "allee",
    "kaai",
    "pad",
    "hof",
    "hofje",
    "stroat",
    "loane",
];

/// Endings that streets share with other places and things.
const PLACE_ENDINGS: &[&str] = &[
    "park", "markt", "haven", "wal", "baan", "erf", "oever", "kamp", "veld", "weide", "poort", "ring", "donk", "akker",
    "heide", "brink", "zijde", "werf", "meent", "hoeve", "gaard", "gaarde", "vliet", "zoom", "horst", "terras",
    "passage", "hout", "schans", "vest", "dam", "burg", "es", "hoek", "bos", "vaart", "tuin", "wijk", "lei", "berg",
    "rade", "dal", "waard", "sluis", "brug", "land", "meer", "plaats", "bolwerk", "kwartier",
];

/// Endings out of those that many towns, names and ordinary words have as well: a capital is not enough.
const VAGUE_ENDINGS: &[&str] = &[
    "dam", "burg", "es", "hoek", "bos", "wijk", "lei", "berg", "rade", "dal", "waard", "brug", "land", "meer",
    "plaats", "ring", "kwartier", "baan", "veld", "poort",
];

/// Words with such an ending that are no streets.
const NO_STREETS: &[&str] = &[
    "onderweg",
    "snelweg",
    "autosnelweg",
    "autoweg",
    "omweg",
    "uitweg",
    "terugweg",
    "heenweg",
    "spoorweg",
    "waterweg",
    "luchtweg",
    "zijweg",
    "landweg",
    "zijstraat",
    "dwarsstraat",
    "milaan",
    "blokkade",
    "barricade",
    "brigade",
    "decade",
    "schoolplein",
    "parkeerplein",
    "fietspad",
    "voetpad",
    "wandelpad",
    "zandpad",
    "tuinpad",
    "klimaatpad",
    "gerechtshof",
    "supermarkt",
    "arbeidsmarkt",
    "woningmarkt",
    "rommelmarkt",
    "kerstmarkt",
    "pretpark",
    "wagenpark",
    "luchthaven",
    "parkeerterras",
    "brandweg",
    "vluchtweg",
    "bouwweg",
    "rijweg",
    "fietsweg",
    "voetweg",
    "stijldreef",
    "gelijk",
    "kerkhof",
    "stadspark",
    "dierenpark",
    "groothandelsmarkt",
    "halverweg",
    "bijdijk",
    "leerpad",
    "groeipad",
    "stappenpad",
    "traject",
    "klachtweg",
    "gedrag",
    "dakterras",
];

/// Endings that are the whole name of a street, too.
const WHOLE_NAMES: &[&str] = &[
    "kade",
    "plein",
    "markt",
    "haven",
    "brink",
    "dam",
    "wal",
    "singel",
    "dijk",
    "laan",
    "gracht",
    "erf",
    "ring",
    "hof",
    "boulevard",
    "dorpsstraat",
    "dreef",
    "steeg",
    "plantsoen",
    "kerkhof",
];

/// What the last word of a name tells.
fn evidence_of(word: &str) -> Option<Evidence> {
    let bare = word.trim_end_matches('.');
    let capital = bare.contains(char::is_uppercase);
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    let otherwise = if capital { Evidence::Capital } else { Evidence::Faint };
    if letters < 2 || MONTHS.iter().any(|month| bare.eq_ignore_ascii_case(month)) {
        return None;
    }
    let is = |list: &[&str]| list.iter().any(|entry| bare.eq_ignore_ascii_case(entry));
    let ends = |list: &[&str]| list.iter().any(|end| bare.len() >= end.len() + 2 && ends_with_ignoring_case(bare, end));
    if is(WHOLE_NAMES) && capital {
        return Some(Evidence::Likely);
    }
    if word.ends_with("str.") || word.ends_with("str") && letters > 5 {
        return Some(Evidence::Sure);
    }
    if is(NO_STREETS) {
        return Some(otherwise);
    }
    let vague = ends(&["pad", "hof"]) && !capital;
    if ends(STREET_ENDINGS) && !vague {
        return Some(Evidence::Sure);
    }
    if capital && letters > 5 && ends(PLACE_ENDINGS) && !ends(VAGUE_ENDINGS) {
        return Some(Evidence::Likely);
    }
    Some(otherwise)
}

/// Words that open the name of a street and end it only some words later: `Laan van Meerdervoort`, `Plein 1944`.
fn head_of(tokens: &[Token]) -> Option<usize> {
    const HEADS: &[&str] = &[
        "laan",
        "plein",
        "weg",
        "hof",
        "kade",
        "park",
        "pad",
        "gracht",
        "straat",
        "dreef",
        "allee",
        "boulevard",
        "rue",
        "avenue",
        "chaussée",
        "place",
        "square",
        "quai",
        "singel",
        "dijk",
    ];
    const INNER: &[&str] = &[
        "van", "naar", "op", "aan", "den", "der", "de", "het", "'t", "du", "des", "la", "le", "les", "l", "en", "tot",
        "in", "ter", "ten", "d",
    ];
    for (place, token) in tokens.iter().enumerate().skip(1) {
        let behind = &tokens[place - 1];
        let opens_name = if token.text.starts_with(char::is_uppercase) {
            token.is_any(HEADS) && (behind.is_capital() || place > 1 || is_year_name(behind.text))
        } else {
            (token.text == "laan" && place > 1 && behind.text == "van")
                || matches!(token.text, "rue" | "avenue") && place > 1
        };
        if opens_name {
            return Some(place);
        }
        if !(behind.is_capital() || behind.is_any(INNER) || is_year_name(behind.text) || place == 1) {
            return None;
        }
    }
    None
}

/// The years after which squares are named: `1944`, `40-45`, `'40-'45`.
fn is_year_name(word: &str) -> bool {
    word.len() >= 4
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '\'' | '’' | '-'))
        && word.chars().filter(char::is_ascii_digit).count() >= 4
}

const PARTICLES: &[&str] = &[
    "van", "der", "den", "de", "ter", "ten", "te", "'t", "’t", "het", "von", "el", "al", "la", "le", "du", "v.d.",
    "v.", "vd", "d'",
];

/// Words that start a sentence or announce an address: no part of a street's name.
const OPENERS: &[&str] = &[
    "in",
    "op",
    "aan",
    "bij",
    "naar",
    "te",
    "ik",
    "wij",
    "we",
    "mijn",
    "uw",
    "onze",
    "ons",
    "adres",
    "woonadres",
    "postadres",
    "ook",
    "en",
    "maar",
    "dus",
    "want",
    "hij",
    "zij",
    "ze",
    "er",
    "daar",
    "toen",
    "voor",
    "achter",
    "tegenover",
    "vanaf",
    "tussen",
    "langs",
    "tot",
    "hoek",
    "locatie",
    "bezoekadres",
    "huis",
    "woning",
    "mevrouw",
    "meneer",
    "dhr.",
    "mw.",
    "mevr.",
    "familie",
    "fam.",
    "straat",
    "als",
    "omdat",
    "sinds",
    "nu",
    "om",
    "dit",
    "dat",
    "deze",
    "die",
    "toch",
    "bewoner",
    "bewoners",
    "graag",
    "alleen",
    "na",
    "over",
    "uit",
    "met",
    "door",
    "via",
    "rond",
    "nabij",
    "bezorgadres",
    "afleveradres",
    "factuuradres",
    "correspondentieadres",
    "vestiging",
    "filiaal",
    "kantoor",
    "gemeente",
];

/// Where the name starts whose head is the token at `head`: over the words with capitals before it, and over small
/// words such as `van der` where one with a capital stands before those.
fn extend(text: &str, tokens: &[Token], head: usize) -> usize {
    let mut first = head;
    for (place, token) in tokens.iter().enumerate().skip(head + 1) {
        if tokens[place - 1].opens || token.is_any(OPENERS) {
            break;
        }
        if token.is_any(PARTICLES) {
            let starts_name = token.is_capital() && !(starts_sentence(text, token) && token.is_any(&["de", "het"]));
            first = if starts_name { place } else { first };
        } else if token.is_capital() || token.is_ordinal() {
            first = place;
        } else {
            break;
        }
    }
    tokens[first].start
}

fn starts_sentence(text: &str, token: &Token) -> bool {
    let end = skip_space_back(text, token.start, 2);
    token.opens || before(text, end).is_none_or(|c| matches!(c, '.' | '!' | '?' | ':'))
}

/// The same for a name without capitals, over the words that streets often open with.
fn extend_lower(tokens: &[Token]) -> usize {
    const OPEN_NAMES: &[&str] = &[
        "prins",
        "prinses",
        "koning",
        "koningin",
        "burgemeester",
        "burg.",
        "dokter",
        "dr.",
        "pastoor",
        "sint",
        "st.",
        "oude",
        "nieuwe",
        "grote",
        "kleine",
        "lange",
        "korte",
        "eerste",
        "tweede",
        "derde",
        "jan",
        "johan",
        "willem",
        "professor",
        "prof.",
        "generaal",
        "president",
        "der",
        "den",
    ];
    let mut first = 0;
    for (place, token) in tokens.iter().enumerate().skip(1) {
        if tokens[place - 1].opens {
            break;
        }
        let opens_name = token.is_any(OPEN_NAMES) || token.is_ordinal();
        let before_particle = token.text == "van" && tokens[place - 1].is_any(&["der", "den"]);
        if !opens_name && !before_particle {
            break;
        }
        first = place;
    }
    tokens[first].start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reaches_back_over_its_own_words_only() {
        let table = [
            ("Ik woon aan de Prins Hendrikkade", "Prins Hendrikkade"),
            ("Op de Laan van Meerdervoort", "Laan van Meerdervoort"),
            ("in de 1e Jan Steenstraat", "1e Jan Steenstraat"),
            ("Burg. van Roijensingel", "Burg. van Roijensingel"),
            ("Van der Helststraat", "Van der Helststraat"),
            ("van de Kerkstraat", "Kerkstraat"),
            ("In de Kerkstraat", "Kerkstraat"),
            ("Jan de Vriesstraat", "Jan de Vriesstraat"),
            ("Aan Plein 1944", "Plein 1944"),
            ("'s-Gravenweg", "'s-Gravenweg"),
            ("op de prins hendrikkade", "prins hendrikkade"),
            ("Jan Jansen, Kerkstraat", "Kerkstraat"),
            ("Jan Jansen\nKerkstraat", "Kerkstraat"),
            ("P.C. Hooftstraat", "P.C. Hooftstraat"),
            ("Het regent. De Kerkstraat", "Kerkstraat"),
            ("rue de la Loi", "rue de la Loi"),
        ];
        for (text, name) in table {
            let street = ending_at(text, text.len()).expect("a street");
            assert_eq!((&text[street.start..], street.evidence), (name, Evidence::Sure), "{text:?}");
        }
    }

    #[test]
    fn endings_tell_how_sure_a_street_is() {
        use Evidence::{Capital, Faint, Likely, Sure};
        let table = [
            ("kerkstraat", Sure),
            ("Dorpsstr.", Sure),
            ("Kade", Likely),
            ("Zonneweide", Likely),
            ("Amsterdam", Capital),
            ("Tilburg", Capital),
            ("onderweg", Faint),
            ("Milaan", Capital),
            ("Levering", Capital),
            ("blokkade", Faint),
            ("weg", Faint),
            ("Overtoom", Capital),
        ];
        for (word, evidence) in table {
            assert_eq!(evidence_of(word), Some(evidence), "{word}");
        }
    }
}
